// The map of the counties: links that the keyboard reaches, a focus that is seen, and the same facts as a table.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import { forTests } from './lib/browser.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const world = forTests();

/** Opens the page of the counties and hands the tab to `walk`. */
async function withMap(options, walk) {
  const context = await world.browser.newContext({ viewport: { width: 1280, height: 2200 }, ...options });
  const tab = await context.newPage();
  try {
    await tab.goto(world.url('/lan/'));
    return await walk(tab);
  } finally {
    await context.close();
  }
}

/** What the links of the map and the rows of the table say: name, number and address, by address. */
const said = (tab) =>
  tab.evaluate(() => {
    const map = [...document.querySelectorAll('.county-map svg a')].map((link) => {
      const name = link.getAttribute('aria-label');
      return { href: link.getAttribute('href'), county: name.split(',')[0], count: Number(/\d+/.exec(name)?.[0] ?? 0) };
    });
    const table = [...document.querySelectorAll('.map-and-table tbody tr')].map((row) => {
      const link = row.querySelector('a');
      const count = Number(row.querySelector('td:last-child').textContent);
      return { href: link.getAttribute('href'), county: link.textContent.replaceAll('\u00ad', ''), count };
    });
    const byAddress = (a, b) => (a.href < b.href ? -1 : 1);
    return { map: map.sort(byAddress), table: table.sort(byAddress) };
  });

test('the map and the table say the same of 21 counties', () =>
  withMap({ javaScriptEnabled: true }, async (tab) => {
    const { map, table } = await said(tab);
    assert.equal(map.length, 21);
    assert.deepEqual(map, table);
    assert.ok(map.some(({ count }) => count > 0) && map.some(({ count }) => count === 0));
  }));

test('each number stands in its own county', () =>
  withMap({}, async (tab) => {
    const elsewhere = await tab.evaluate(() => {
      const links = [...document.querySelectorAll('.county-map svg a.has')];
      return [...document.querySelectorAll('.county-map text')].flatMap((text, i) => {
        const { x, y, width, height } = text.getBoundingClientRect();
        const at = document.elementFromPoint(x + width / 2, y + height / 2)?.closest('a');
        const wanted = links[i].getAttribute('aria-label').includes(` ${text.textContent} `);
        return at === links[i] && wanted ? [] : [links[i].getAttribute('aria-label')];
      });
    });
    assert.deepEqual(elsewhere, []);
  }));

test('Tab goes through all counties from north to south, and Enter opens one', () =>
  withMap({}, async (tab) => {
    await tab.locator('.hint a').focus();
    const names = [];
    for (let i = 0; i < 21; i += 1) {
      await tab.keyboard.press('Tab');
      names.push(await tab.evaluate(() => document.activeElement.getAttribute('aria-label')));
    }
    assert.equal(new Set(names).size, 21);
    assert.match(names[0], /^Norrbottens län/);
    assert.match(names.at(-1), /^Skåne län/);
    await Promise.all([tab.waitForURL(world.url('/lan/skane-lan/')), tab.keyboard.press('Enter')]);
  }));

for (const [name, options] of [
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['forced', { forcedColors: 'active' }],
]) {
  test(`focus changes the picture of every county (${name} colours)`, () =>
    withMap(options, async (tab) => {
      const map = tab.locator('.county-map svg');
      for (const link of await tab.locator('.county-map svg a').all()) {
        await tab.locator('.hint a').focus();
        const before = await map.screenshot();
        await link.focus();
        // Focus that a script gives shows as the keyboard's does once a key has been pressed.
        assert.ok(!before.equals(await map.screenshot()), await link.getAttribute('aria-label'));
      }
    }));
}

test('axe finds nothing on the page in forced colours, and nothing scrolls sideways at 320 pixels', () =>
  withMap({ forcedColors: 'active', viewport: { width: 320, height: 900 } }, async (tab) => {
    await tab.evaluate(AXE);
    const { violations } = await tab.evaluate(() => globalThis.axe.run({ resultTypes: ['violations'] }));
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 80))]), []);
    const width = await tab.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 320, `${width} pixels`);
  }));

test('who made the shapes stands beside every map', () =>
  withMap({}, async (tab) => {
    for (const address of ['/lan/', '/lan/kalmar-lan/']) {
      await tab.goto(world.url(address));
      const credit = await tab.locator('figure:has(svg) figcaption').innerText();
      assert.match(credit, /svg-maps\/sweden.*MapSVG.*CC BY 4\.0/s);
    }
  }));
