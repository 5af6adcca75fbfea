// Prints pages as a person at a meeting does, and counts the sheets.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { forTests, lookAt } from './lib/browser.mjs';
import { pages } from './lib/site.mjs';

const world = forTests();

/** The number of A4 pages that a page of the site is printed on. */
async function sheets(address) {
  const page = pages.find((page) => page.address === address);
  assert.ok(page, `${address} is not in the site`);
  const [count] = await lookAt(world, [page], { width: 1280 }, async (tab) => {
    await tab.goto(world.url(address), { waitUntil: 'networkidle' });
    const pdf = await tab.pdf({ preferCSSPageSize: true });
    return [pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g).length];
  });
  return count;
}

test('the paper for the meeting is two pages', async () => {
  assert.equal(await sheets('/infor-motet/'), 2);
});

test('every example is printed on two to four pages', async () => {
  for (const { address } of pages.filter((page) => page.kind === 'example')) {
    const count = await sheets(address);
    assert.ok(count >= 2 && count <= 4, `${address}: ${count}`);
  }
});

test('the button prints, and is not there without JavaScript', async () => {
  const { address } = pages.find((page) => page.kind === 'example');
  const context = await world.browser.newContext();
  const tab = await context.newPage();
  await tab.addInitScript(() => (globalThis.print = () => (globalThis.printed = true)));
  await tab.goto(world.url(address));
  await tab.getByRole('button', { name: /Skriv ut/ }).click();
  assert.equal(await tab.evaluate(() => globalThis.printed), true);
  await context.close();
  const without = await world.browser.newContext({ javaScriptEnabled: false });
  const plain = await without.newPage();
  await plain.goto(world.url(address));
  assert.equal(await plain.getByRole('button', { name: /Skriv ut/ }).count(), 0);
  await without.close();
});
