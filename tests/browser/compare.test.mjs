// A reader puts examples side by side.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';

import { forTests } from './lib/browser.mjs';
import { shifts } from './lib/shifts.mjs';
import { folder, pages, path } from './lib/site.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const world = forTests();
const [first, second, third, fourth] = pages.filter((page) => page.kind === 'example');
const together = (...examples) => `/jamfor/?${examples.map((example) => `id=${example.id}`).join('&')}`;

/** Opens an address of the site and hands the tab to `walk`; nothing may be said to the console on the way. */
async function at(address, options, walk, expected = () => false) {
  const context = await world.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const tab = await context.newPage();
  const noises = [];
  tab.on('console', (message) => expected(message.text()) || noises.push(message.text()));
  tab.on('pageerror', (error) => noises.push(error.message));
  try {
    await tab.goto(world.url(address));
    await walk(tab);
    assert.deepEqual(noises, []);
  } finally {
    await context.close();
  }
}

const heads = (tab) => tab.locator('.compare-table thead th').allInnerTexts();
const plain = (text) => text.replaceAll('\u00ad', '');

async function axe(tab) {
  await tab.evaluate(AXE);
  const { violations } = await tab.evaluate((tags) => globalThis.axe.run({ runOnly: tags }), TAGS);
  assert.deepEqual(violations.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.target).join(' ')}`), []);
}

test('from an example to a comparison with another', () =>
  at(first.address, {}, async (tab) => {
    await tab.locator(`a[href^="${path('/jamfor/')}?id=${first.id}"]`).click();
    await tab.getByRole('status').getByText(`Du har valt ${first.title}`).waitFor();
    assert.equal(await tab.getByLabel('Första exemplet').inputValue(), first.title);
    assert.equal(await tab.locator('table').count(), 0);
    await tab.getByLabel('Andra exemplet').fill(second.title);
    await tab.getByRole('option', { name: second.title }).first().click();
    await tab.getByRole('button', { name: 'Jämför' }).click();
    await tab.locator('.compare-table').waitFor();
    assert.deepEqual((await heads(tab)).map(plain), [first.title, second.title]);
    assert.ok((await tab.title()).includes(first.title) && (await tab.title()).includes(second.title));
    assert.ok((await tab.getByRole('status').innerText()).includes('Du jämför'));
    await tab.getByRole('columnheader').first().getByRole('link').click();
    await tab.waitForURL(world.url(first.address));
  }));

test('from an example to a comparison with one that is like it', () =>
  at(first.address, {}, async (tab) => {
    const related = await tab.locator('.related li > a').allInnerTexts();
    assert.ok(related.length > 1, 'the example has no related ones, so the test shows nothing');
    await tab.locator(`a[href^="${path('/jamfor/')}?id=${first.id}"]`).click();
    await tab.getByRole('heading', { name: 'Jämför med ett liknande exempel' }).waitFor();
    assert.deepEqual((await tab.locator('#compare_result li').allInnerTexts()).map(plain), related.map(plain));
    await tab.locator('#compare_result a').nth(1).click();
    await tab.locator('.compare-table').waitFor();
    assert.deepEqual((await heads(tab)).map(plain), [first.title, plain(related[1])]);
  }));

test('the page weighs as much however many examples there are, and fetches the list when a field is touched', () =>
  at('/jamfor/', {}, async (tab) => {
    const asked = [];
    tab.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const session = await tab.context().newCDPSession(tab);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await tab.goto(world.url('/jamfor/'), { waitUntil: 'networkidle' });
    assert.ok(bytes > 0 && bytes <= 30_000, `${bytes} bytes`);
    const html = await (await fetch(world.url('/jamfor/'))).text();
    for (const { id } of pages.filter((page) => page.kind === 'example')) assert.ok(!html.includes(`"${id}"`), id);
    const data = () => asked.filter((address) => address.startsWith(path('/data/')));
    assert.deepEqual(data(), []);
    await Promise.all([tab.waitForResponse('**/lista.json'), tab.getByLabel('Första exemplet').focus()]);
    assert.deepEqual(data(), [path('/data/exempel/lista.json')]);
  }));

test('a word of the title, a place, and what nothing matches', () =>
  at('/jamfor/', {}, async (tab) => {
    const list = await (await fetch(world.url('/data/exempel/lista.json'))).json();
    assert.deepEqual(list.map(([id]) => id).sort(), pages.filter((page) => page.kind === 'example').map((page) => page.id).sort());
    const [, title, place] = list.find(([, , place]) => /^\p{L}+$/u.test(place));
    const field = tab.getByLabel('Första exemplet');
    for (const typed of [place.toUpperCase(), title.split(' ').slice(0, 2).reverse().join(' ').toLowerCase()]) {
      await field.fill(typed);
      await tab.getByRole('option', { name: title }).first().waitFor();
    }
    await field.fill('qqqqq');
    await tab.getByText('Inget exempel passar').waitFor();
    assert.equal(await field.getAttribute('aria-expanded'), 'false');
    await tab.getByRole('button', { name: 'Jämför' }).click();
    await tab.getByText('Välj ett exempel i listan eller töm fältet').waitFor();
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.ok(await field.evaluate((input) => input === document.activeElement));
  }));

test('the rows say what the examples say, and what is missing', () =>
  at(together(first, second), {}, async (tab) => {
    const table = tab.getByRole('table', { name: 'Exemplen bredvid varandra' });
    await table.waitFor();
    const examples = await tab.evaluate(
      async ([address, ...ids]) => {
        const { exempel } = await (await fetch(address)).json();
        return ids.map((id) => exempel.find((example) => example.id === id));
      },
      [path('/data/exempel.json'), first.id, second.id],
    );
    const row = (name) => table.getByRole('row').filter({ has: tab.getByRole('rowheader', { name, exact: true }) });
    const cells = async (name) => (await row(name).getByRole('cell').allInnerTexts()).map(plain);
    const forms = await cells('Arbetssätt och form');
    const result = await cells('Resultat');
    examples.forEach((example, index) => {
      for (const form of example.former) assert.ok(forms[index].includes(form.namn), forms[index]);
      if (example['uppgift-saknas'].includes('resultat') && example.resultat.length === 0) {
        assert.equal(result[index], 'Uppgift saknas i källorna');
      }
    });
    assert.ok(
      examples.some((example) => example['uppgift-saknas'].length > 0),
      'the examples lack nothing, so the test shows nothing',
    );
    assert.ok(!(await table.innerText()).includes('[object'));
  }));

test('a period is written as on the example’s own page: years, months and days', async () => {
  const { exempel } = JSON.parse(readFileSync(join(folder, 'data/exempel.json'), 'utf8'));
  const lengths = [4, 7, 10].map((length) => exempel.find(({ period }) => period?.fran?.length === length || period?.till?.length === length));
  assert.ok(lengths.every(Boolean), 'no example has a period of that kind, so the test shows nothing');
  const own = [];
  for (const { id } of lengths) {
    await at(`/exempel/${id}/`, {}, async (tab) => {
      const fact = tab.locator('dt', { hasText: /^Period$/ }).first().locator('xpath=following-sibling::dd[1]');
      own.push(plain(await fact.innerText()).split('\n')[0].trim());
    });
  }
  await at(together(...lengths), {}, async (tab) => {
    const row = tab.getByRole('row').filter({ has: tab.getByRole('rowheader', { name: 'Period', exact: true }) });
    await row.waitFor();
    const cells = (await row.getByRole('cell').allInnerTexts()).map(plain);
    cells.forEach((text, index) => assert.equal(text.split('\n')[0].trim(), own[index]));
  });
});

test('what is printed leads back to the comparison', () =>
  at(`${together(first, second)}&id=finns-inte`, {}, async (tab) => {
    await tab.locator('.compare-table').waitFor();
    await tab.emulateMedia({ media: 'print' });
    const printed = tab.locator('.print-address');
    assert.ok(await printed.isVisible());
    const address = new URL(await printed.innerText());
    const canonical = await tab.locator('link[rel=canonical]').getAttribute('href');
    assert.equal(`${address.origin}${address.pathname}`, canonical);
    await tab.goto(world.url(`/jamfor/${address.search}`));
    await tab.locator('.compare-table').waitFor();
    assert.deepEqual((await heads(tab)).map(plain), [first.title, second.title]);
  }));

test('every example can be compared', async () => {
  const examples = pages.filter((page) => page.kind === 'example');
  for (let at_ = 0; at_ + 1 < examples.length; at_ += 3) {
    const some = examples.slice(at_, at_ + 3);
    if (some.length < 2) break;
    await at(together(...some), {}, async (tab) => {
      await tab.locator('.compare-table').waitFor();
      const text = await tab.locator('.compare-table').innerText();
      assert.ok(!/\[object|undefined|null|NaN/.test(text), text);
    });
  }
});

test('an unknown example is named, and the others are compared', () =>
  at(`${together(first, second)}&id=finns-inte`, {}, async (tab) => {
    await tab.locator('.compare-table').waitFor();
    assert.deepEqual((await heads(tab)).map(plain), [first.title, second.title]);
    assert.match(await tab.getByRole('status').innerText(), /inget exempel med id finns-inte/);
  }));

test('only unknown examples, and what tries to be markup', () =>
  at('/jamfor/?id=<img%20src=x%20onerror=alert(1)>&id=../../manifest', {}, async (tab) => {
    const said = await tab.getByRole('status').innerText();
    assert.ok(said.includes('<img src=x onerror=alert(1)>') && said.includes('Välj två eller tre exempel'), said);
    assert.equal(await tab.locator('main img, table').count(), 0);
  }));

test('the same example twice is one, and a fourth is left out', async () => {
  await at(together(first, first), {}, async (tab) => {
    await tab.getByRole('status').getByText('Du har valt').waitFor();
  });
  await at(together(first, second, third, fourth), {}, async (tab) => {
    await tab.locator('.compare-table').waitFor();
    assert.equal((await heads(tab)).length, 3);
    assert.match(await tab.getByRole('status').innerText(), /Högst tre/);
  });
});

test('without contact with the network the reader can try again', () =>
  at(
    '/jamfor/',
    {},
    async (tab) => {
      const files = '**/data/exempel/*.json';
      await tab.route(files, (route) => route.abort());
      await tab.goto(world.url(together(first, second)));
      await tab.getByText('Exemplen kunde inte hämtas').waitFor();
      await tab.unroute(files);
      await tab.getByRole('button', { name: 'Försök igen' }).click();
      await tab.locator('.compare-table').waitFor();
    },
    (text) => text.includes('ERR_FAILED'),
  ));

test('with the keyboard alone', () =>
  at('/jamfor/', {}, async (tab) => {
    const press = async (key, until) => {
      for (let count = 0; count < 60; count += 1) {
        await tab.keyboard.press(key);
        if (await tab.evaluate(until)) return;
      }
      assert.fail(`${key} never gets there`);
    };
    await press('Tab', () => document.activeElement.id === 'exempel_1');
    await tab.keyboard.type(first.title.slice(0, 12));
    await tab.getByRole('option').first().waitFor();
    await tab.keyboard.press('Escape');
    assert.equal(await tab.getByRole('option').count(), 0);
    await tab.keyboard.press('ArrowDown');
    const active = tab.locator('[aria-selected="true"]');
    assert.equal(await tab.getByLabel('Första exemplet').getAttribute('aria-activedescendant'), await active.getAttribute('id'));
    await axe(tab);
    await tab.keyboard.press('Enter');
    assert.equal(await tab.getByLabel('Första exemplet').inputValue(), first.title);
    // What is typed whole is chosen without the list.
    await press('Tab', () => document.activeElement.id === 'exempel_2');
    await tab.keyboard.type(second.title);
    await press('Tab', () => document.activeElement.type === 'submit');
    await tab.keyboard.press('Enter');
    await tab.locator('.compare-table').waitFor();
    assert.equal((await heads(tab)).length, 2);
  }));

test('without JavaScript the page says what to do and leads on', () =>
  at('/jamfor/', { javaScriptEnabled: false }, async (tab) => {
    await tab.locator('p:visible').getByText('behöver JavaScript').waitFor();
    assert.equal(await tab.getByRole('button', { name: 'Jämför' }).isVisible(), false);
    await tab.locator('main').getByRole('link', { name: 'Alla exempel' }).first().click();
    await tab.waitForURL(world.url('/exempel/'));
    // Pairs that are alike are named all the same, each example as a link of its own.
    await tab.goto(world.url('/jamfor/'));
    assert.equal(await tab.locator('.compare-pair:visible').count(), 0);
    const named = await tab.locator('#compare_pairs li a:visible').all();
    assert.ok(named.length >= 4 && named.length % 2 === 0, `${named.length} links to examples`);
    const href = await named[1].getAttribute('href');
    assert.ok(pages.some((page) => page.kind === 'example' && path(page.address) === href), href);
    await named[1].click();
    await tab.waitForURL((url) => url.pathname === href);
  }));

test('who has chosen nothing is offered examples that are alike, two and two', () =>
  at('/jamfor/', {}, async (tab) => {
    const titles = new Map(pages.filter((page) => page.kind === 'example').map((page) => [page.id, page.title]));
    const offered = await tab.locator('.compare-pair:visible').evaluateAll((links) => links.map((link) => link.search));
    const ids = offered.flatMap((search) => new URLSearchParams(search).getAll('id'));
    assert.ok(offered.length >= 2 && ids.length === 2 * offered.length, offered.join(' '));
    assert.equal(new Set(ids).size, ids.length, 'an example is offered twice');
    for (const item of await tab.locator('#compare_pairs li p').allInnerTexts()) assert.match(item, /^Samma .+: .+\.$/);
    await tab.locator('.compare-pair').first().click();
    await tab.locator('.compare-table').waitFor();
    assert.deepEqual((await heads(tab)).map(plain), ids.slice(0, 2).map((id) => titles.get(id)));
    assert.equal(await tab.locator('.compare-pair').count(), 0, 'pairs are offered to one who has chosen');
  }));

for (const viewport of [{ width: 320, height: 640 }, { width: 1280, height: 1400 }]) {
  test(`nothing moves when the form comes, at ${viewport.width} pixels`, () =>
    at('/jamfor/', { viewport }, async (tab) => {
      await tab.getByRole('button', { name: 'Jämför' }).waitFor();
      assert.deepEqual(await shifts(tab), []);
    }));
}

test('the list stays inside a narrow page', () =>
  at('/jamfor/', { viewport: { width: 320, height: 640 } }, async (tab) => {
    await tab.getByLabel('Första exemplet').fill('a');
    await tab.getByRole('option').first().waitFor();
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `the page is ${wide} pixels too wide`);
    await axe(tab);
  }));

for (const width of [320, 1280]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`no accessibility fault, and nothing outside the page, ${colorScheme} at ${width} pixels`, () =>
      at(together(first, second), { viewport: { width, height: 800 }, colorScheme }, async (tab) => {
        await tab.locator('.compare-table').waitFor();
        await axe(tab);
        const wide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `the page is ${wide} pixels too wide`);
      }));
  }
}
