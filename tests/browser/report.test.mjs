// Looks at the report on how the knowledge was spread, as whoever answers to the government does.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { forTests } from './lib/browser.mjs';

const world = forTests();
const folder = mkdtempSync(join(tmpdir(), 'samverka-report-'));
after(() => rmSync(folder, { recursive: true }));
execFileSync(process.env.SAMVERKA, ['report', '--demo', '--site', process.env.SAMVERKA_SITE, '--out', join(folder, 'rapport')]);
const page = pathToFileURL(join(folder, 'rapport', 'index.html')).href;
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

for (const width of [320, 1280]) {
  for (const look of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }]) {
    test(`the report has no fault that axe finds at ${width} pixels, ${JSON.stringify(look)}`, async () => {
      const context = await world.browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true, ...look });
      const tab = await context.newPage();
      await tab.goto(page);
      assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth), width);
      await tab.addScriptTag({ path: axe });
      const found = await tab.evaluate(() => globalThis.axe.run());
      assert.deepEqual(found.violations.map(({ id, nodes }) => [id, nodes[0].html]), []);
      await context.close();
    });
  }
}

test('every number of a chart stands in the table beside it', async () => {
  const tab = await world.browser.newPage();
  await tab.goto(page);
  const pairs = await tab.evaluate(() =>
    [...document.querySelectorAll('figure')].map((figure) => {
      const texts = (all) => [...all].map((one) => one.textContent);
      const table = figure.nextElementSibling.querySelector('table');
      return [texts(figure.querySelectorAll('text')), [...table.rows].slice(1).flatMap((row) => texts([row.cells[0], row.cells[row.cells.length - 1]]))];
    }),
  );
  assert.ok(pairs.length >= 2);
  for (const [chart, table] of pairs) assert.deepEqual(chart, table);
  await tab.close();
});
