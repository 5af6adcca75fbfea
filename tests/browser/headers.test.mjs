// `_headers` as Netlify's own parser reads it: every file gets what nginx and Apache give it.

import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { parseAllHeaders } from '@netlify/headers-parser';

import { none } from './lib/faults.mjs';
import { CHECKED, LEAST, POLICY, addressOf, hosted, isHidden, isPacked, keptFor } from './lib/hosted.mjs';
import { base } from './lib/site.mjs';

let folder, site, files, rules;

before(async () => {
  ({ folder, site, files } = hosted());
  const { headers, errors } = await parseAllHeaders({ headersFiles: [join(site, '_headers')], minimal: false });
  assert.deepEqual(errors, []);
  rules = headers;
});
after(() => folder && rmSync(folder, { recursive: true, force: true }));

/** What a host says of an address: every rule whose path it fits; values of several rules are put together. */
function headersOf(address) {
  const said = {};
  for (const { for: path, values } of rules) {
    if (!(path.endsWith('*') ? address.startsWith(path.slice(0, -1)) : address === path)) continue;
    for (const [name, value] of Object.entries(values)) (said[name.toLowerCase()] ??= []).push(value);
  }
  return said;
}

test('every rule that is written is read', () => {
  const written = readFileSync(join(site, '_headers'), 'utf8').split('\n').filter((line) => line.startsWith('/'));
  assert.ok(written.length > 10);
  assert.deepEqual(rules.map((rule) => rule.for), written);
});

test('every file has the security headers, and is kept as long as elsewhere', () => {
  const faults = [];
  for (const file of files.filter((file) => !isHidden(file) && !isPacked(file))) {
    const said = headersOf(base + addressOf(file));
    const fault = (text) => faults.push(`${file}  ${text}`);
    // Both hosts put the values of several rules together, and browsers obey all of them: what all have, the CMS has too.
    const policies = file.startsWith('media/') ? [LEAST, POLICY] : [LEAST];
    const text = file.endsWith('.html') ? readFileSync(join(site, file), 'utf8') : '';
    const own = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(text)?.[1];
    const expectedOwn = POLICY.replace(`; ${LEAST}`, '');
    if (text && (file.startsWith('admin/') ? !own?.includes("'unsafe-eval'") : own !== expectedOwn)) fault(`its own policy: ${own}`);
    const expected = { 'content-security-policy': `${policies}`, 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' };
    for (const [name, value] of Object.entries(expected)) if (`${said[name]}` !== value) fault(`${name}: ${said[name]}`);
    // Both hosts revalidate what no rule names.
    const kept = said['cache-control'] ?? [CHECKED];
    if (kept.length !== 1 || kept[0] !== keptFor(file)) fault(`kept ${kept}`);
    if (file.endsWith('feed.xml') && `${said['content-type']}` !== 'application/atom+xml') fault(`${said['content-type']}`);
  }
  none(faults, 'faults of headers');
});
