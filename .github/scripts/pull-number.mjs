#!/usr/bin/env node
// The number of the open pull request of a branch, also of another's copy: pull-number.mjs OWNER BRANCH COMMIT
import { fail, get, repository } from './gh.mjs';

const [owner, branch, commit] = process.argv.slice(2);
if (!owner || !branch || !/^[0-9a-f]{40}$/.test(commit ?? '')) fail('Användning: pull-number.mjs ÄGARE GREN VERSION');
const head = encodeURIComponent(`${owner}:${branch}`);
const pull = get(`repos/${repository()}/pulls?state=open&head=${head}`).find((pull) => pull.head.sha === commit);
if (!pull) fail(`Ingen öppen ändring har version ${commit.slice(0, 10)}. En nyare granskas för sig.`);
console.log(pull.number);
