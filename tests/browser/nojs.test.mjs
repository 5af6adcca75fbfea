// Without JavaScript, and with the keyboard alone, a reader gets to an example.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { forTests } from './lib/browser.mjs';
import { scan } from './lib/links.mjs';
import { fileOf, pages, path, read } from './lib/site.mjs';

const world = forTests();
const examples = pages.filter((page) => page.kind === 'example');

/** Opens the start page on a phone without JavaScript and hands the tab to `walk`. */
async function withoutScripts(walk) {
  const context = await world.browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
  const tab = await context.newPage();
  try {
    await tab.goto(world.url('/'));
    await walk(tab);
  } finally {
    await context.close();
  }
}

/** Opens what the reader can unfold in the running text. */
async function unfold(tab) {
  const closed = tab.locator('main details:not([open]) > summary:visible');
  while ((await closed.count()) > 0) await closed.first().click();
}

/** Follows a link that the reader can see. */
async function follow(tab, address, within = 'body') {
  await unfold(tab);
  const link = tab.locator(`${within} a[href="${path(address)}"]:visible`).first();
  assert.ok((await link.count()) > 0, `${new URL(tab.url()).pathname} has no visible link to ${address}`);
  await link.click();
  await tab.waitForURL(world.url(address));
}

/** The first page of the list that the reader sees a link to in the running text. */
async function firstSeen(tab, list) {
  await unfold(tab);
  const known = new Map(list.map((page) => [path(page.address), page]));
  for (const link of await tab.locator('main a:visible').all()) {
    const page = known.get(new URL(await link.getAttribute('href'), tab.url()).pathname);
    if (page) return page;
  }
  return assert.fail(`${new URL(tab.url()).pathname} leads to none of ${list.length} pages`);
}

async function assertHeading(tab, page) {
  assert.equal((await tab.locator('h1').innerText()).replaceAll('\u00ad', '').trim(), page.title);
}

test('from the start page to an example by links only', () =>
  withoutScripts(async (tab) => {
    await follow(tab, '/exempel/');
    const example = await firstSeen(tab, examples);
    await follow(tab, example.address, 'main');
    await assertHeading(tab, example);
  }));

test('from a municipality without examples on to a neighbour’s example', () =>
  withoutScripts(async (tab) => {
    // An example links to its municipalities; one that no example links to has none.
    const linked = new Set(examples.flatMap((page) => scan(read(fileOf(page.address))).links));
    const without = pages.filter((page) => page.kind === 'municipality' && !linked.has(path(page.address)));
    await follow(tab, '/kommuner/');
    const municipality = await firstSeen(tab, without);
    await follow(tab, municipality.address, 'main');
    const example = await firstSeen(tab, examples);
    await follow(tab, example.address, 'main');
    await assertHeading(tab, example);
  }));

test('from the map of counties to an example in the county', () =>
  withoutScripts(async (tab) => {
    const counties = pages.filter((page) => page.kind === 'county');
    const withExamples = counties.filter((page) => examples.some((example) => scan(read(fileOf(page.address))).links.includes(path(example.address))));
    await follow(tab, '/lan/');
    // On the map a county is a shape with a name; beside it the same counties stand in a table.
    const known = new Map(withExamples.map((page) => [path(page.address), page]));
    const shapes = tab.locator('main svg a');
    const seen = await shapes.evaluateAll((links) => links.map((link) => new URL(link.getAttribute('href'), location.href).pathname));
    assert.ok(seen.length >= withExamples.length && withExamples.length > 1, `${seen.length} shapes lead to counties`);
    const county = known.get(seen.find((address) => known.has(address)));
    const rows = tab.locator(`main table a[href="${path(county.address)}"]`);
    assert.equal(await rows.count(), 1, 'the table has the county too');
    // By keyboard, as a shape has a middle that may lie beside it.
    await tab.locator(`main svg a[href="${path(county.address)}"]`).focus();
    await tab.keyboard.press('Enter');
    await tab.waitForURL(world.url(county.address));
    await assertHeading(tab, county);
    const example = await firstSeen(tab, examples);
    await follow(tab, example.address, 'main');
    await assertHeading(tab, example);
  }));

test('Tab reaches the skip link first, and it moves focus to the main content', () =>
  withoutScripts(async (tab) => {
    await tab.keyboard.press('Tab');
    const skip = tab.locator('a:focus');
    assert.match((await skip.getAttribute('href')) ?? '', /^[^?]*#./, 'the first stop is not a link within the page');
    assert.ok(await skip.isVisible(), 'the skip link is not visible when focused');
    await tab.keyboard.press('Enter');
    assert.equal(await tab.locator('main:focus').count(), 1, 'main does not have focus');
    await tab.keyboard.press('Tab');
    assert.equal(await tab.locator('main :focus').count(), 1, 'the next stop is not inside main');
  }));
