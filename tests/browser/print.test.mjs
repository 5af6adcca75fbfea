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

test('what is saved as PDF has the page’s title and language, headings to jump between, and numbered sheets', async () => {
  const page = pages.find((page) => page.kind === 'example');
  await lookAt(world, [page], { width: 1280 }, async (tab) => {
    await tab.goto(world.url(page.address), { waitUntil: 'networkidle' });
    // A browser proposes the title as the file's name, so what the page is about comes first in it.
    assert.ok((await tab.title()).startsWith(page.title));
    const pdf = (await tab.pdf({ preferCSSPageSize: true, tagged: true, outline: true })).toString('latin1');
    const utf16 = [...`\uFEFF${page.title}`].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase());
    assert.ok(pdf.includes(`/Title <${utf16.join('')}`) || pdf.includes(`/Title (${page.title}`), 'no title');
    assert.ok(pdf.includes('/Lang (sv)') && pdf.includes('/MarkInfo') && pdf.includes('/Outlines'));
    const [address, date] = [tab.locator('.print-address'), tab.locator('.colophon time')];
    await tab.emulateMedia({ media: 'print' });
    assert.ok((await address.isVisible()) && (await date.isVisible()), 'paper says where it is from and how old it is');
    assert.match(await address.innerText(), new RegExp(`${page.address}$`));
    return [];
  });
});

test('the paper for the meeting is two pages', async () => {
  assert.equal(await sheets('/infor-motet/'), 2);
});

test('every example is printed on two to four pages', async () => {
  for (const { address } of pages.filter((page) => page.kind === 'example')) {
    const count = await sheets(address);
    assert.ok(count >= 2 && count <= 4, `${address}: ${count}`);
  }
});

test('the foot of an example takes no sheet of its own', async () => {
  const examples = pages.filter((page) => page.kind === 'example');
  const faults = await lookAt(world, examples, { width: 1280 }, async (tab, page) => {
    await tab.goto(world.url(page.address), { waitUntil: 'networkidle' });
    const count = async () => (await tab.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page[^s]/g).length;
    const whole = await count();
    await tab.evaluate(() => document.querySelector('.site-footer').remove());
    return whole === (await count()) ? [] : [`${page.address}: ${whole} sheets, the last for the foot alone`];
  });
  assert.deepEqual(faults, []);
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
