// nginx from Debian serves the site under a base path with the header file that was built with it.

import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { none } from './lib/faults.mjs';
import { CHECKED, FOREVER, POLICY, addressOf, faultsOf, hosted, isHidden, isPacked, logged, typesOf } from './lib/hosted.mjs';
import { ask, hasBrotli, serveWithNginx } from './lib/nginx.mjs';
import { base } from './lib/site.mjs';

let folder, site, nginx;
/** Every file of the site. */
let files;

before(async () => {
  ({ folder, site, files } = hosted());
  nginx = await serveWithNginx(site);
});

after(async () => {
  await nginx?.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path, headers) => ask(nginx.port, base + path, headers);

test('nginx has nothing to warn of', () => {
  assert.equal(nginx.said(), '');
});

test('every file answers, with its bytes and every security header', async () => {
  const faults = [];
  const shown = files.filter((file) => !isHidden(file) && !isPacked(file));
  assert.ok(shown.length > 50 && shown.includes('404.html') && shown.includes('admin/index.html'));
  for (const file of shown) {
    const answer = await get(addressOf(file));
    faults.push(...faultsOf(site, file, answer));
    if (answer.headers.server !== 'nginx') faults.push(`${file}  tells ${answer.headers.server}`);
  }
  none(faults, 'faults of headers');
});

test('types and letters', async () => {
  const expected = { ...typesOf(files), '404.html': 'text/html; charset=utf-8' };
  for (const [path, type] of Object.entries(expected)) {
    assert.equal((await get(path)).headers['content-type'], type, path);
  }
});

test('the search index is kept for a year', async () => {
  const { headers } = await get('_s/0c9d1f2e3a.bin');
  assert.equal(headers['cache-control'], FOREVER);
});

const codings = [
  ['gzip', '.gz', gunzipSync],
  ['br', '.br', brotliDecompressSync],
];
for (const [coding, ending, unpack] of codings) {
  test(`${coding} is sent to those who read it`, { skip: coding === 'br' && !hasBrotli && 'no module' }, async () => {
    const packed = files.filter((file) => file.endsWith(ending) && !isHidden(file));
    assert.ok(packed.length > 30, `${packed.length} files`);
    const endings = new Set(packed.map((file) => extname(file.slice(0, -ending.length))));
    for (const text of ['.html', '.css', '.json', '.xml', '.svg']) assert.ok(endings.has(text), text);
    for (const file of packed) {
      const plain = file.slice(0, -ending.length);
      const { status, headers, body } = await get(addressOf(plain), { 'accept-encoding': coding });
      assert.equal(status, 200, file);
      assert.equal(headers['content-encoding'], coding, file);
      assert.equal(headers.vary, 'Accept-Encoding', file);
      assert.equal(headers['content-type'], (await get(addressOf(plain))).headers['content-type'], file);
      assert.ok(body.equals(readFileSync(join(site, file))), file);
      assert.ok(unpack(body).equals(readFileSync(join(site, plain))), file);
      assert.equal(headers['content-security-policy'], POLICY, file);
    }
  });
}

test('who reads no packed form gets the plain one', async () => {
  const { headers, body } = await get('', { 'accept-encoding': 'identity' });
  assert.equal(headers['content-encoding'], undefined);
  assert.ok(body.equals(readFileSync(join(site, 'index.html'))));
});

test('what is not there is answered with the page that says so, which nobody keeps', async () => {
  const page = readFileSync(join(site, '404.html'));
  for (const path of ['finns-inte/', 'admin/finns-inte.js', '_a/finns-inte.css', '_a/style.finns-inte.css', '_s/x', '_a/', '_s/', 'feed.xml/x']) {
    const { status, headers, body } = await get(path);
    assert.equal(status, 404, path);
    assert.ok(body.equals(page), path);
    assert.equal(headers['content-type'], 'text/html; charset=utf-8', path);
    assert.equal(headers['cache-control'], CHECKED, path);
    assert.equal(headers['content-security-policy'], POLICY, path);
  }
});

test('files for other hosts, and what is hidden or outside, are not shown', async () => {
  const hidden = files.filter(isHidden);
  assert.ok(hidden.length >= 5);
  for (const path of [...hidden, '.git/config', 'exempel/.x', '../../etc/passwd', '%2e%2e/%2e%2e/etc/passwd', '..%2f..%2fetc/passwd']) {
    const { status, body } = await get(path);
    assert.ok([400, 404].includes(status), `${path} ${status}`);
    assert.ok(!body.includes('root:'), path);
  }
});

test('a folder without its slash leads to the folder, on any host name and port', async () => {
  const moved = (path) => ask(nginx.port, path, { host: 'samverka.example' });
  for (const path of ['exempel', 'om']) {
    const { status, headers } = await moved(base + path);
    assert.equal(status, 301);
    assert.equal(headers.location, `${base}${path}/`);
  }
  const { status, headers } = await moved(base.slice(0, -1));
  assert.deepEqual([status, headers.location], [301, base]);
});

test('an unchanged page is not sent again', async () => {
  const { headers } = await get('');
  const again = await get('', { 'if-none-match': headers.etag });
  assert.equal(again.status, 304);
  assert.equal(again.headers['cache-control'], CHECKED);
  assert.equal(again.body.length, 0);
});

test('the access log has what the report reads', async () => {
  await ask(nginx.port, `${base}sok/?q=x`, { referer: 'https://x.example/', 'user-agent': 'prov/1' });
  const line = await logged(nginx, '?q=x');
  assert.match(line, /^127\.0\.0\.1 - - \[\d\d\/\w{3}\/\d{4}:[\d:]{8} [+-]\d{4}\] "GET \/a\/b\/sok\/\?q=x HTTP\/1\.1" 200 \d+ "https:\/\/x\.example\/" "prov\/1"$/);
});
