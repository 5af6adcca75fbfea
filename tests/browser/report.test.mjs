// Looks at the report on how the knowledge was spread, as whoever answers to the government does.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { forTests } from './lib/browser.mjs';
import { cutOff } from './lib/paper.mjs';

const world = forTests();
const folder = mkdtempSync(join(tmpdir(), 'samverka-report-'));
after(() => rmSync(folder, { recursive: true }));
const content = join(folder, 'content');
cpSync(fileURLToPath(new URL('../../content', import.meta.url)), content, { recursive: true });
mkdirSync(join(content, 'aktiviteter'));
// Made up, and only here.
writeFileSync(
  join(content, 'aktiviteter', 'prov.yaml'),
  'id: prov\ntitel: Prov\ntyp: spridning\nform: brev\ndatum: 2026-03\nbeskrivning: Ett prov.\nmalgrupp: Alla\nkallor: [{nr: 1, titel: Prov}]\n',
);
const networks = join(folder, 'nat.csv');
writeFileSync(networks, 'part,natverk,kalla,kontrollerad,delas-med\nAle,198.18.0.0/16,Prov,2026-09-01,\nMalmö,203.0.113.0/24,Prov,2026-09-01,\n');
const report = (...more) =>
  execFileSync(process.env.SAMVERKA, ['report', '--demo', '--site', process.env.SAMVERKA_SITE, '--content', content, '--networks', networks, '--out', join(folder, 'rapport'), ...more]);
report();
report('--mall', 'uppfoljande-redovisning', '--compare', join(folder, 'rapport', 'rapport.json'));
mkdirSync(join(content, 'statistik', '2026'), { recursive: true });
cpSync(join(folder, 'rapport', 'rapport.json'), join(content, 'statistik', '2026', 'rapport.json'));
execFileSync(process.env.SAMVERKA, ['build', '--content', content, '--out', join(folder, 'site'), '--today', '2026-11-22', '--record-addresses']);
const page = pathToFileURL(join(folder, 'rapport', 'index.html')).href;
const account = pathToFileURL(join(folder, 'rapport', 'redovisning.html')).href;
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

for (const width of [320, 1280]) {
  for (const look of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }]) {
    test(`the report and the account have no fault that axe finds at ${width} pixels, ${JSON.stringify(look)}`, async () => {
      const context = await world.browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true, ...look });
      const tab = await context.newPage();
      for (const address of [page, account]) {
        await tab.goto(address);
        assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth), width);
        const hidden = () => [...document.querySelectorAll('table')].filter((table) => !table.checkVisibility({ visibilityProperty: true })).length;
        assert.equal(await tab.evaluate(hidden), 0, 'tables are seen at once');
        await tab.addScriptTag({ path: axe });
        const found = await tab.evaluate(() => globalThis.axe.run());
        assert.deepEqual(found.violations.map(({ id, nodes }) => [id, nodes[0].html]), []);
      }
      await context.close();
    });
  }
}

test('every number of a chart stands in the table beside it', async () => {
  const tab = await world.browser.newPage();
  await tab.goto(page);
  const pairs = await tab.evaluate(() =>
    [...document.querySelectorAll('figure:has(.bars)')].map((figure) => {
      const texts = (all) => [...all].map((one) => one.textContent);
      const table = figure.nextElementSibling.querySelector('table');
      return [texts(figure.querySelectorAll('text')), [...table.rows].slice(1).flatMap((row) => texts([row.cells[0], row.cells[row.cells.length - 1]]))];
    }),
  );
  assert.ok(pairs.length >= 2);
  for (const [chart, table] of pairs) assert.deepEqual(chart, table);
  await tab.close();
});

test('in print the marks of a demonstration and of what is left to write stand out', async () => {
  const tab = await world.browser.newPage();
  await tab.emulateMedia({ media: 'print' });
  await tab.goto(account);
  const seen = await tab.evaluate(() => {
    const style = (selector) => getComputedStyle(document.querySelector(selector));
    return {
      // The foot of a table is printed on each sheet.
      mark: style('.on-every-sheet').display,
      frame: style('.place').borderTopStyle,
      width: parseFloat(style('.place').borderTopWidth),
      first: document.querySelector('h1').nextElementSibling.className,
      listed: document.querySelectorAll('.places-left li').length,
      places: document.querySelectorAll('.place').length,
      nowhere: [...document.querySelectorAll('.places-left a')].filter((link) => !document.querySelector(link.hash)).length,
    };
  });
  assert.ok(seen.width >= 2 && seen.places > 5);
  assert.deepEqual(seen, { ...seen, mark: 'table-footer-group', frame: 'dashed', first: 'places-left', listed: seen.places, nowhere: 0 });
  await tab.close();
});

test('nothing is cut off at the edge of a printed sheet', async () => {
  const tab = await world.browser.newPage();
  for (const address of [page, account]) {
    await tab.goto(address);
    assert.deepEqual(await cutOff(tab), []);
    assert.ok(await tab.evaluate(() => [...document.querySelectorAll('table')].some((table) => table.rows[0].cells.length > 8)) || address === account);
  }
  await tab.close();
});

test('the map, the activities and the earlier period are on the report', async () => {
  const tab = await world.browser.newPage();
  await tab.goto(page);
  const seen = await tab.evaluate(() => ({
    counties: document.querySelectorAll('.county-map path').length,
    numbers: [...document.querySelectorAll('.county-map text')].map((text) => text.textContent).sort(),
    marked: document.querySelectorAll('.bars .mark').length,
    compared: document.querySelector('#jamforelse') !== null,
  }));
  assert.deepEqual(seen, { counties: 21, numbers: ['0', '1'], marked: 1, compared: true });
  await tab.close();
});

test('a published report has no fault that axe finds', async () => {
  const context = await world.browser.newContext({ viewport: { width: 320, height: 900 }, bypassCSP: true });
  // The site's own address, answered from its files.
  await context.route('https://samverka.example/**', (route) => {
    const path = new URL(route.request().url()).pathname;
    return route.fulfill({ path: join(folder, 'site', path.endsWith('/') ? `${path}index.html` : path) });
  });
  const tab = await context.newPage();
  for (const path of ['statistik/', 'statistik/2026/']) {
    await tab.goto(`https://samverka.example/${path}`);
    assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth), 320);
    await tab.addScriptTag({ path: axe });
    const found = await tab.evaluate(() => globalThis.axe.run());
    assert.deepEqual(found.violations.map(({ id, nodes }) => [id, nodes[0].html]), []);
  }
  await context.close();
});
