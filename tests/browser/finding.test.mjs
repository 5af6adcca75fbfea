// Without searching and without JavaScript a reader finds a page by its letter, a word's meaning, and a claim's source.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { forTests } from './lib/browser.mjs';
import { pages, path } from './lib/site.mjs';

const world = forTests();

async function withoutScripts(address, walk) {
  const context = await world.browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
  const tab = await context.newPage();
  try {
    await tab.goto(world.url(address));
    await walk(tab);
  } finally {
    await context.close();
  }
}

test('from the start page over A–Ö to a page under another word for it', () =>
  withoutScripts('/', async (tab) => {
    await tab.locator(`main a[href="${path('/a-o/')}"]`).click();
    await tab.waitForURL(world.url('/a-o/'));
    const letters = await tab.locator('.letters a').allInnerTexts();
    assert.deepEqual(letters.slice(-2), ['Ä', 'Ö'], 'the Swedish letters come last');
    await tab.locator('.letters a', { hasText: 'S' }).first().click();
    const line = tab.locator('.alphabet li', { hasText: /^soc, se / });
    await line.locator('a').click();
    await tab.waitForURL(world.url('/amnen/parter/socialtjanst/'));
  }));

test('a word of the glossary leads to its explanation, once on a page', async () => {
  const guide = pages.find((page) => page.address === '/for-arbetsformedlingen/');
  await withoutScripts(guide.address, async (tab) => {
    const hrefs = await tab.$$eval('a.term', (links) => links.map((link) => link.getAttribute('href')));
    assert.ok(hrefs.length > 0);
    assert.equal(new Set(hrefs).size, hrefs.length, 'each word once');
    assert.equal(await tab.locator(':is(h1, h2, h3, h4, th, code, a) a.term').count(), 0);
    await tab.locator('a.term').first().click();
    await tab.waitForURL(world.url('/ordlista/') + '#*');
    assert.ok(await tab.locator('dt:target').isVisible());
  });
});

for (const address of ['/hinder/', '/framgangsfaktorer/']) {
  test(`a mark on ${address} leads to the source in its own example`, () =>
    withoutScripts(address, async (tab) => {
      const mark = tab.locator('.voice a.kalla').first();
      const wanted = await mark.getAttribute('href');
      assert.match(wanted, /\/exempel\/[a-z0-9-]+\/#kalla-\d+$/);
      await mark.click();
      assert.equal(new URL(tab.url()).pathname + new URL(tab.url()).hash, wanted);
      assert.ok(await tab.locator('.sources li:target').isVisible());
    }));
}

test('the lists by date lead to examples', () =>
  withoutScripts('/exempel/', async (tab) => {
    await tab.locator(`main a[href="${path('/exempel/uppdaterade/')}"]`).first().click();
    const link = tab.locator('.hits h3 a').first();
    const title = (await link.innerText()).replaceAll('\u00ad', '');
    await link.click();
    assert.equal((await tab.locator('h1').innerText()).replaceAll('\u00ad', ''), title);
  }));
