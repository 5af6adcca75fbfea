#!/usr/bin/env node
// One open issue with what is to be reviewed: issue.mjs FILE COUNT
//
// The file is `samverka due --format markdown`; its first line is the unseen mark by which the issue is found again. With
// nothing to review (COUNT is 0) an open issue is closed.
import { readFileSync } from 'node:fs';
import { fail, get, repository, send } from './gh.mjs';

const MARK = '<!-- samverka-due -->';
const LABEL = 'granskning';

const [file, count] = process.argv.slice(2);
if (!file || !/^\d+$/.test(count ?? '')) fail('Användning: issue.mjs FIL ANTAL');
const body = readFileSync(file, 'utf8');
if (!body.startsWith(`${MARK}\n`)) fail(`${file} är ingen lista från samverka due.`);
const title = count === '1' ? '1 sida att granska' : `${count} sidor att granska`;
const open = get(`repos/${repository()}/issues?state=open&labels=${LABEL}&per_page=100`)
  .find((issue) => !issue.pull_request && issue.body?.startsWith(MARK));
if (count === '0') {
  if (open) send('PATCH', `repos/${repository()}/issues/${open.number}`, { body, state: 'closed' });
  console.log(open ? `Ärende ${open.number} är stängt: inget att granska.` : 'Inget att granska.');
} else if (open) {
  send('PATCH', `repos/${repository()}/issues/${open.number}`, { title, body });
  console.log(`Ärende ${open.number} är uppdaterat.`);
} else {
  send('POST', `repos/${repository()}/issues`, { title, body, labels: [LABEL] });
  console.log('Ärendet är öppnat.');
}
