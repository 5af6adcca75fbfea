// Apache from Debian serves the site under a base path with the .htaccess that was built with it.

import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { serveWithApache } from './lib/apache.mjs';
import { none } from './lib/faults.mjs';
import { CHECKED, FOREVER, POLICY, addressOf, faultsOf, hosted, isHidden, isPacked, keptFor, logged, typesOf } from './lib/hosted.mjs';
import { ask } from './lib/nginx.mjs';
import { base } from './lib/site.mjs';

let folder, site, apache;
/** Every file of the site. */
let files;

before(async () => {
  ({ folder, site, files } = hosted());
  apache = await serveWithApache(site);
});

after(async () => {
  await apache?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const get = (path, headers) => ask(apache.port, base + path, headers);

test('every file answers, with its bytes and every security header', async () => {
  const faults = [];
  const shown = files.filter((file) => !isHidden(file) && !isPacked(file));
  assert.ok(shown.length > 50 && shown.includes('404.html') && shown.includes('admin/index.html'));
  for (const file of shown) {
    const answer = await get(addressOf(file), { 'accept-encoding': 'identity' });
    faults.push(...faultsOf(site, file, answer));
  }
  none(faults, 'faults of headers');
});

test('types and letters', async () => {
  const expected = typesOf(files);
  for (const [path, type] of Object.entries(expected)) {
    assert.equal((await get(path)).headers['content-type'].toLowerCase(), type, path);
  }
});

test('the search index is kept for a year', async () => {
  assert.equal((await get('_s/0c9d1f2e3a.bin')).headers['cache-control'], FOREVER);
});

const codings = [
  ['gzip', '.gz', gunzipSync],
  ['br', '.br', brotliDecompressSync],
];
for (const [coding, ending, unpack] of codings) {
  test(`${coding} is sent to those who read it, with the plain file's type and headers`, async () => {
    const packed = files.filter((file) => file.endsWith(ending) && !isHidden(file));
    assert.ok(packed.length > 30, `${packed.length} files`);
    for (const file of packed) {
      const plain = file.slice(0, -ending.length);
      const { status, headers, body } = await get(addressOf(plain), { 'accept-encoding': coding });
      assert.equal(status, 200, file);
      assert.equal(headers['content-encoding'], coding, file);
      assert.match(headers.vary, /Accept-Encoding/i, file);
      assert.equal(headers['content-type'], (await get(addressOf(plain))).headers['content-type'], file);
      assert.equal(headers['content-language'], undefined, file);
      assert.ok(body.equals(readFileSync(join(site, file))), file);
      assert.ok(unpack(body).equals(readFileSync(join(site, plain))), file);
      assert.equal(headers['content-security-policy'], POLICY, file);
      assert.equal(headers['cache-control'], keptFor(plain), file);
    }
  });
}

test('what is not there is answered with the page that says so, which nobody keeps', async () => {
  const page = readFileSync(join(site, '404.html'));
  for (const path of ['finns-inte/', 'admin/finns-inte.js', '_a/finns-inte.css', '_a/style.finns-inte.css', '_s/x']) {
    const { status, headers, body } = await get(path);
    assert.equal(status, 404, path);
    assert.ok(body.equals(page), path);
    assert.equal(headers['cache-control'], CHECKED, path);
    assert.equal(headers['content-security-policy'], POLICY, path);
  }
});

test('files for other hosts, folders and what is outside are not shown', async () => {
  const hidden = files.filter(isHidden);
  assert.ok(hidden.length >= 5);
  for (const path of [...hidden, '_a/', '_s/', 'media/', '../../etc/passwd', '%2e%2e/%2e%2e/etc/passwd', '..%2f..%2fetc/passwd']) {
    const { status, body } = await get(path);
    assert.ok([400, 403, 404].includes(status), `${path} ${status}`);
    assert.ok(!body.includes('root:') && !body.includes('Index of'), path);
  }
});

test('a folder without its slash leads to the folder', async () => {
  const { status, headers } = await ask(apache.port, `${base}exempel`, { host: 'samverka.example' });
  assert.equal(status, 301);
  assert.ok(headers.location.endsWith(`${base}exempel/`), headers.location);
});

test('an unchanged page is not sent again', async () => {
  const { headers } = await get('');
  const again = await get('', { 'if-none-match': headers.etag });
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
});

test('the access log has what the report reads, and the error log only what was refused', async () => {
  await ask(apache.port, `${base}sok/?q=x`, { referer: 'https://x.example/', 'user-agent': 'prov/1' });
  const line = await logged(apache, '?q=x');
  assert.match(line, /^127\.0\.0\.1 - - \[[^\]]+\] "GET \/a\/b\/sok\/\?q=x HTTP\/1\.1" 200 \d+ "https:\/\/x\.example\/" "prov\/1"$/);
  const grave = apache.said().split('\n').filter((text) => /\[(?:crit|alert|emerg)\]|:(?:crit|alert|emerg)\]/.test(text));
  assert.deepEqual(grave, []);
});
