// `web.config` as IIS reads it: every file gets what nginx and Apache give it. There is no IIS here, so its rules of inheritance are
// applied to the file as a browser's XML parser reads it.

import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';

import { start } from './lib/browser.mjs';
import { none } from './lib/faults.mjs';
import { addressOf, hosted, isHidden, isPacked, keptFor, policyOf, typesOf } from './lib/hosted.mjs';

let folder, site, files, places;

before(async () => {
  ({ folder, site, files } = hosted());
  const world = await start();
  const tab = await world.browser.newPage();
  // Every place that settings are for ('' is the whole site) with its elements in the order of the file.
  places = await tab.evaluate((text) => {
    const file = new DOMParser().parseFromString(text, 'application/xml');
    if (file.querySelector('parsererror')) throw new Error(file.querySelector('parsererror').textContent);
    const within = (server, path) => ({
      path,
      elements: [...server.querySelectorAll('*')].map((element) => ({
        name: `${element.parentElement.localName}/${element.localName}`,
        ...Object.fromEntries([...element.attributes].map(({ name, value }) => [`@${name}`, value])),
      })),
    });
    return [...file.documentElement.children].map((child) =>
      child.localName === 'location'
        ? within(child.firstElementChild, child.getAttribute('path'))
        : within(child, ''),
    );
  }, readFileSync(join(site, 'web.config'), 'utf8'));
  await world.close();
});
after(() => folder && rmSync(folder, { recursive: true, force: true }));

/** The settings for a file: those of the whole site, then of each folder above it, from the outermost in. */
const settingsFor = (file) =>
  places
    .filter(({ path }) => path === '' || file === path || file.startsWith(`${path}/`))
    .sort((a, b) => a.path.length - b.path.length)
    .flatMap(({ elements }) => elements);

/** What IIS answers with for a file, the names of headers in small letters. */
function headersOf(file) {
  const headers = {};
  let kept;
  for (const element of settingsFor(file)) {
    if (element.name === 'customHeaders/remove') delete headers[element['@name'].toLowerCase()];
    // IIS answers 500 to everything when one is added twice.
    if (element.name === 'customHeaders/add') {
      const name = element['@name'].toLowerCase();
      assert.ok(!(name in headers), `${name} is added twice for ${file}`);
      headers[name] = element['@value'];
    }
    if (element.name === 'staticContent/clientCache') kept = { ...kept, ...element };
    if (element.name === 'staticContent/mimeMap' && element['@fileExtension'] === extname(file)) {
      headers['content-type'] = element['@mimeType'];
    }
  }
  headers['cache-control'] = kept['@cacheControlMode'] === 'DisableCache' ? 'no-cache' : aged(kept);
  return headers;
}

/** What is kept for a time: what is said besides, and the seconds of `days.hours:minutes:seconds`. */
function aged(kept) {
  assert.equal(kept['@cacheControlMode'], 'UseMaxAge');
  const [, days, hours, minutes, seconds] = kept['@cacheControlMaxAge'].match(/^(?:(\d+)\.)?(\d\d):(\d\d):(\d\d)$/);
  const age = ((Number(days ?? 0) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
  return `${kept['@cacheControlCustom']}, max-age=${age}`;
}

const inAnyOrder = (value) => value.split(', ').sort().join(', ');

test('every file has the headers that nginx and Apache give it', () => {
  const faults = [];
  const shown = files.filter((file) => !isHidden(file) && !isPacked(file));
  assert.ok(shown.length > 100);
  for (const file of shown) {
    const headers = headersOf(file);
    const fault = (name) => faults.push(`${file}  ${name}: ${headers[name]}`);
    if (headers['content-security-policy'] !== policyOf(file)) fault('content-security-policy');
    if (headers['x-content-type-options'] !== 'nosniff') fault('x-content-type-options');
    if (headers['referrer-policy'] !== 'same-origin') fault('referrer-policy');
    if (!/geolocation=\(\)/.test(headers['permissions-policy'])) fault('permissions-policy');
    if (headers['strict-transport-security']) fault('strict-transport-security');
    if (inAnyOrder(headers['cache-control']) !== inAnyOrder(keptFor(file))) fault('cache-control');
    if (!headers['content-type']) fault('content-type');
  }
  none(faults, 'faults of headers');
});

test('the header file of nginx says the same', () => {
  const nginx = readFileSync(join(site, '_hosting/nginx.conf'), 'utf8');
  const { 'content-type': type, 'cache-control': kept, ...headers } = headersOf('index.html');
  const said = [...nginx.matchAll(/^ {4}add_header (\S+) "(.+)" always;$/gm)].map(([, name, value]) => [name.toLowerCase(), value]);
  assert.deepEqual(Object.fromEntries(said), { ...headers, 'cache-control': kept });
  assert.equal(type, 'text/html; charset=utf-8');
});

test('types and letters', () => {
  for (const [path, type] of Object.entries(typesOf(files))) {
    const file = path === '' ? 'index.html' : path;
    // IIS tells types by endings only, so a feed is plain XML; readers of feeds look inside.
    const expected = type === 'application/atom+xml' ? 'application/xml' : type;
    assert.equal(headersOf(file)['content-type'], expected, file);
  }
});

test('what is not there is answered with the page that says so, and files for other hosts are not shown', () => {
  const whole = settingsFor('');
  const page = whole.find((element) => element.name === 'httpErrors/error');
  assert.deepEqual([page['@statusCode'], page['@path'], page['@responseMode']], ['404', '404.html', 'File']);
  assert.ok(files.includes('404.html'));
  const hidden = whole.filter((element) => element.name === 'hiddenSegments/add').map((element) => element['@segment']);
  const types = new Set(whole.filter((element) => element.name === 'staticContent/mimeMap').map((element) => element['@fileExtension']));
  for (const file of files.filter(isHidden)) {
    // By itself IIS hides web.config, and sends nothing that has no type: `_headers`, `.htaccess`.
    const isShown = file !== 'web.config' && types.has(extname(file)) && !hidden.some((name) => file.split('/').includes(name));
    assert.ok(!isShown, `${addressOf(file)} is shown`);
  }
});
