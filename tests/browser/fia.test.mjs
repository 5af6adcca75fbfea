// The forms of FIA as they come out of the printer: room to write in, and few sheets.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { forTests, lookAt } from './lib/browser.mjs';
import { pages } from './lib/site.mjs';

const world = forTests();
/** CSS pixels in a millimetre. */
const MM = 96 / 25.4;
const forms = pages.filter((page) => page.kind === 'fia');

test('a cell to fill in has room for handwriting on paper', async () => {
  const cells = await lookAt(world, forms, { width: 700 }, async (tab, page) => {
    await tab.emulateMedia({ media: 'print' });
    await tab.goto(world.url(page.address), { waitUntil: 'networkidle' });
    const boxes = await tab.$$eval('td:empty', (cells) => cells.map((cell) => cell.getBoundingClientRect().toJSON()));
    return boxes.map(({ width, height }) => ({ address: page.address, width: width / MM, height: height / MM }));
  });
  assert.ok(cells.length > 30, `only ${cells.length} cells to fill in`);
  for (const cell of cells) assert.ok(cell.height >= 9.9 && cell.width >= 21.9, JSON.stringify(cell));
});

test('the follow-up form and table are two sheets each', async () => {
  for (const name of ['uppfoljning-pa-gruppniva', 'uppfoljningstabell']) {
    const page = forms.find((page) => page.address === `/fia/${name}/`);
    assert.ok(page, name);
    const [count] = await lookAt(world, [page], { width: 1280 }, async (tab) => {
      await tab.goto(world.url(page.address), { waitUntil: 'networkidle' });
      const pdf = await tab.pdf({ preferCSSPageSize: true });
      return [pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g).length];
    });
    assert.equal(count, 2, name);
  }
});

test('every page on FIA says where on the way the reader is', async () => {
  const kinds = ['fia', 'fia-index', 'experience', 'experience-index'];
  const all = pages.filter((page) => kinds.includes(page.kind));
  const here = await lookAt(world, all, { width: 320 }, async (tab, page) => {
    await tab.goto(world.url(page.address), { waitUntil: 'networkidle' });
    return [[page.address, await tab.locator('[aria-current="step"]:visible').count()]];
  });
  assert.ok(here.length > 5);
  assert.deepEqual(here.filter(([, count]) => count !== 1), []);
});
