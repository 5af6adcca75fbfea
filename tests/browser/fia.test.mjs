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

test('on a phone the text comes before the way, and a line above the heading says the step', async () => {
  const found = await lookAt(world, forms, { width: 320, reducedMotion: 'reduce' }, async (tab, page) => {
    await tab.goto(world.url(page.address), { waitUntil: 'networkidle' });
    const step = (await tab.locator('.kicker:visible').innerText()).match(/^Steg (\d+) av (\d+): (.+)$/);
    const way = tab.locator('.way');
    const stages = way.locator('.stage');
    assert.ok(step, page.address);
    assert.equal(Number(step[2]), await stages.count(), page.address);
    assert.ok((await stages.nth(Number(step[1]) - 1).innerText()).startsWith(step[3]), page.address);
    const [text, whole] = [await tab.locator('.text').boundingBox(), await way.boundingBox()];
    assert.ok(whole.y >= text.y + text.height, `${page.address}: the way pushes the text down`);
    await tab.locator('.kicker a').click();
    assert.ok((await way.boundingBox()).y < 900, `${page.address}: the step does not lead to the way`);
    return [page.address];
  });
  assert.equal(found.length, forms.length);
});
