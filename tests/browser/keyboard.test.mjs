// With the keyboard alone: a reader gets there, and always sees where the focus is.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PNG } from 'pngjs';

import { forTests, lookAt } from './lib/browser.mjs';
import { none } from './lib/faults.mjs';
import { onePerKind, pages, path } from './lib/site.mjs';

const world = forTests();
const STOPS = 400;

/** Presses Tab until the focus is on what `isWanted` (an address) wants, and then Enter. */
async function tabTo(tab, isWanted) {
  for (let stop = 0; stop < STOPS; stop++) {
    await tab.keyboard.press('Tab');
    const href = await tab.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
    if (!isWanted(href)) continue;
    await Promise.all([tab.waitForURL((url) => url.pathname === href), tab.keyboard.press('Enter')]);
    return;
  }
  assert.fail(`${STOPS} stops on ${new URL(tab.url()).pathname} and none was the one`);
}

test('from the start page to an example, and to a neighbouring county', async () => {
  const examples = new Set(pages.filter((page) => page.kind === 'example').map((page) => path(page.address)));
  const counties = new Set(pages.filter((page) => page.kind === 'county').map((page) => path(page.address)));
  const context = await world.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const tab = await context.newPage();
  await tab.goto(world.url('/'));
  await tabTo(tab, (href) => href === path('/exempel/'));
  await tabTo(tab, (href) => examples.has(href));
  assert.ok(await tab.locator('h1').isVisible());
  await tab.goto(world.url('/lan/'));
  await tabTo(tab, (href) => counties.has(href));
  assert.ok(await tab.locator('h1').isVisible());
  await context.close();
});

for (const [name, options] of [
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
]) {
  test(`the focus can be seen on everything that takes it (${name})`, async () => {
    const seen = new Set();
    const look = (tab, page) => unseenFocus(tab, page, seen);
    none(await lookAt(world, onePerKind(), { width: 1280, reducedMotion: 'reduce', ...options }, look), 'stops look the same with focus');
  });
}

/** The stops of a page whose picture hardly changes when they have the focus. Stops of a sort are looked at once. */
async function unseenFocus(tab, page, seen) {
  const faults = [];
  await tab.goto(world.url(page.address));
  for (let stop = 0; stop < STOPS; stop++) {
    await tab.keyboard.press('Tab');
    const place = await tab.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const name = (e) => e.tagName + [...e.classList].map((c) => `.${c}`).join('');
      const names = [];
      for (let e = element; e && e !== document.body && names.length < 4; e = e.parentElement) names.push(name(e));
      const rects = [...element.getClientRects()].filter((rect) => rect.width > 0);
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return {
        sort: names.reverse().join(' > '),
        edge: rects.reduce((sum, rect) => sum + 2 * (rect.width + rect.height), 0),
        clip: { x: Math.max(0, left - 8), y: Math.max(0, top - 8), width: right - left + 16, height: bottom - top + 16 },
      };
    });
    if (!place) break;
    if (seen.has(place.sort)) continue;
    seen.add(place.sort);
    const { x, y, width, height } = place.clip;
    // What is higher than the window is looked at as far as it can be seen.
    const clip = { x, y, width: Math.min(width, 1280 - x), height: Math.min(height, 900 - y) };
    if (clip.width <= 0 || clip.height <= 0) {
      faults.push(`${page.address}  ${place.sort} has the focus outside the window`);
      continue;
    }
    const focused = PNG.sync.read(await tab.screenshot({ clip }));
    await tab.evaluate(() => document.activeElement.blur());
    const plain = PNG.sync.read(await tab.screenshot({ clip }));
    let changed = 0;
    for (let i = 0; i < focused.data.length; i += 4) {
      const difference = [0, 1, 2].map((c) => Math.abs(focused.data[i + c] - plain.data[i + c]));
      if (Math.max(...difference) > 64) changed++;
    }
    const edge = Math.min(place.edge, 2 * (clip.width + clip.height));
    if (changed < edge) faults.push(`${page.address}  ${place.sort}: ${changed} pixels change, its edge is ${Math.round(edge)}`);
  }
  return faults;
}
