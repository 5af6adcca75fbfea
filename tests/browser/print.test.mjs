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

test('an example is printed on two to five pages', async () => {
  for (const { address } of pages.filter((page) => page.kind === 'example').slice(0, 5)) {
    const count = await sheets(address);
    assert.ok(count >= 1 && count <= 5, `${address}: ${count}`);
  }
});
