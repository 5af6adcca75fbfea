#!/usr/bin/env node
// One comment of a pull request, written anew each time: comment.mjs NUMBER FILE
//
// The first line of the file is the unseen mark by which the comment is found again. The file was made in a workflow that
// anybody can start, so nothing in it is trusted but its length and that it begins with the mark.
import { readFileSync } from 'node:fs';
import { fail, get, repository, send } from './gh.mjs';

const MARK = '<!-- samverka-diff -->';
const MOST = 65536;

const [number, file] = process.argv.slice(2);
if (!/^\d+$/.test(number ?? '') || !file) fail('Användning: comment.mjs NUMMER FIL');
const body = readFileSync(file, 'utf8');
if (!body.startsWith(`${MARK}\n`) || body.length > MOST) fail(`${file} är ingen kommentar från samverka diff.`);
const earlier = get(`repos/${repository()}/issues/${number}/comments`)
  .find((comment) => comment.user?.type === 'Bot' && comment.body?.startsWith(MARK));
if (earlier && earlier.body === body) {
  console.log('Kommentaren är redan densamma.');
} else if (earlier) {
  send('PATCH', `repos/${repository()}/issues/comments/${earlier.id}`, { body });
  console.log(`Kommentaren ${earlier.id} är uppdaterad.`);
} else {
  send('POST', `repos/${repository()}/issues/${number}/comments`, { body });
  console.log('Kommentaren är skriven.');
}
