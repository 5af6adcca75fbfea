// Every address leads somewhere: to a file and an anchor of the site, or to another site.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { none } from './lib/faults.mjs';
import { addressesOfXml, scan } from './lib/links.mjs';
import { base, fileOf, files, folder, pages, path, read } from './lib/site.mjs';

const OTHER_SITES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** The site's own name on the web, known from the sitemap. */
const origin = new URL(addressesOfXml(read('sitemap.xml'))[0] ?? 'https://samverka.invalid').origin;
const names = new Set(files());
const scanned = new Map();

const scanOnce = (file) => {
  if (!scanned.has(file)) scanned.set(file, scan(read(file)));
  return scanned.get(file);
};

test('every link, picture and script of every HTML file exists', () => {
  const faults = [];
  for (const file of files('.html')) {
    const from = new URL(path(`/${file.replace(/(^|\/)index\.html$/, '$1')}`), origin);
    for (const link of scanOnce(file).links) {
      const fault = faultOf(link, from);
      if (fault) faults.push(`${file}  ${link}  ${fault}`);
    }
  }
  none(faults, 'broken links');
});

for (const file of ['sitemap.xml', ...files('feed.xml')]) {
  test(`every address in ${file} exists and is complete`, () => {
    const faults = [];
    const addresses = addressesOfXml(read(file));
    if (addresses.length === 0) faults.push('no address at all');
    for (const address of addresses) {
      const fault = address.startsWith(origin) ? faultOf(address, new URL(origin)) : 'is not of this site';
      if (fault) faults.push(`${address}  ${fault}`);
    }
    none(faults, `faults in ${file}`);
  });
}

test('every page of the manifest exists', () => {
  none(
    pages.filter((page) => !existsSync(join(folder, fileOf(page.address)))).map((page) => page.address),
    'pages without a file',
  );
});

test('every page is reached from the start page by links', () => {
  // Addresses that answer for what is gone or moved are in no list.
  const GONE = ['redirect', 'removed', 'not-found'];
  const seen = new Set(['index.html']);
  for (const file of seen) {
    const from = new URL(path(`/${file.replace(/(^|\/)index\.html$/, '$1')}`), origin);
    for (const link of scanOnce(file).links) {
      const url = URL.canParse(link, from) ? new URL(link, from) : from;
      if (url.origin !== origin || !url.pathname.startsWith(base)) continue;
      const to = fileOf(decodeURIComponent(url.pathname.slice(base.length - 1)));
      if (to.endsWith('.html') && names.has(to)) seen.add(to);
    }
  }
  assert.ok(seen.size > 100, `only ${seen.size} pages`);
  for (const file of ['redigera/index.html', 'redigera/ditt-forsta-exempel/index.html', 'foresla/index.html']) assert.ok(seen.has(file), file);
  const lost = pages.filter((page) => !GONE.includes(page.kind) && !seen.has(fileOf(page.address)));
  none(lost.map((page) => `${page.address}  ${page.kind}`), 'pages that nothing leads to');
});

/** What is wrong with an address that stands in the page `from`; undefined when it leads somewhere. */
function faultOf(link, from) {
  let url;
  try {
    url = new URL(link, from);
  } catch {
    return 'is not an address';
  }
  if (!OTHER_SITES.has(url.protocol)) return `begins with ${url.protocol}`;
  if (url.origin !== origin) return undefined;
  if (!url.pathname.startsWith(base)) return `is outside ${base}`;
  const file = fileOf(decodeURIComponent(url.pathname.slice(base.length - 1)));
  if (!names.has(file)) return names.has(`${file}/index.html`) ? 'lacks its last slash' : 'does not exist';
  const anchor = decodeURIComponent(url.hash.slice(1));
  const hasAnchors = file.endsWith('.html') || file.endsWith('.svg');
  if (anchor && anchor !== 'top' && hasAnchors && !scanOnce(file).ids.has(anchor)) return 'has no such anchor';
  return undefined;
}
