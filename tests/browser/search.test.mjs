// A reader searches.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import { forTests } from './lib/browser.mjs';
import { examples, isReal, withIndex } from './lib/engine.mjs';
import { base, path } from './lib/site.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What only a stand-in can be made to do. */
const withStandIn = { skip: isReal && 'the site has an index of its own' };

const world = forTests();
const [first] = examples;
/** A word that several examples have. */
const WORD = 'arbetsmarknad';
/** A word that many pages have. */
const BROAD = 'kommun';

/**
 * Opens an address of the site with an index and hands the tab to `walk`, with the names of the files asked for and every
 * request. Nothing may be said to the console on the way, unless `expected`.
 */
async function at(address, { index = {}, expected = () => false, ...options }, walk) {
  const context = await world.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const asked = index ? await withIndex(context, index) : [];
  const tab = await context.newPage();
  const [noises, requests] = [[], []];
  tab.on('console', (message) => expected(message.text()) || noises.push(message.text()));
  tab.on('pageerror', (error) => noises.push(error.message));
  tab.on('request', (request) => requests.push(request));
  try {
    await tab.goto(world.url(address));
    await walk(tab, { asked, requests, context });
    assert.deepEqual(noises, []);
  } finally {
    await context.close();
  }
}

const field = (tab) => tab.getByRole('searchbox', { name: 'Vad letar du efter?' });
const links = (tab) => tab.locator('#search_hits h3 a');
const found = (tab) => tab.locator('#search_found').waitFor();
const plain = (text) => text.replaceAll('\u00ad', '');
const said = (tab, text) => tab.locator('#search_said').getByText(text).waitFor();
const notice = (tab) => tab.locator('#search_message');
const isFailure = (text) => /Failed to load resource|ERR_/.test(text);
const focused = (tab) => tab.evaluate(() => document.activeElement.id || document.activeElement.textContent);

test('nothing is fetched before the field is touched', () =>
  at('/sok/', {}, async (tab, { requests }) => {
    await tab.waitForLoadState('networkidle');
    const index = () => requests.map((request) => request.url()).filter((url) => /\/_s\/|\.wasm/.test(url));
    assert.deepEqual(index(), []);
    await field(tab).focus();
    await tab.waitForLoadState('networkidle');
    assert.equal(index().length, 1);
  }));

test('typing shows hits, and no request and no address holds what is typed', () =>
  at('/sok/', {}, async (tab, { requests }) => {
    const before = await tab.evaluate(() => history.length);
    await field(tab).pressSequentially(WORD, { delay: 20 });
    await found(tab);
    await said(tab, 'träffar');
    // Told when letters have stopped coming: a slow machine shows hits for the beginning of the word before that.
    assert.ok((await tab.locator('#search_hits mark').allInnerTexts()).some((text) => plain(text).toLowerCase() === WORD));
    for (const request of requests) {
      const whole = request.url() + JSON.stringify(await request.allHeaders()) + (request.postData() ?? '');
      assert.ok(!whole.includes('arbetsm'), whole);
    }
    assert.equal(await tab.evaluate(() => location.search), '');
    assert.equal(await tab.evaluate(() => history.length), before);
    assert.equal(await focused(tab), 'search_q');
  }));

test('an exact title comes first, with its place, its date and the way to the passage', () =>
  at('/sok/', {}, async (tab) => {
    await field(tab).fill(first.title);
    await found(tab);
    assert.equal(plain(await links(tab).first().innerText()), first.title);
    const hit = tab.locator('#search_hits > li').first();
    for (const place of first.places.slice(0, 1)) await hit.locator('.search-facts').getByText(place).waitFor();
    assert.equal(await hit.locator('time').getAttribute('datetime'), first.reviewed);
    assert.equal(await links(tab).first().getAttribute('href'), path(`/exempel/${first.id}/`));
    await links(tab).first().click();
    await tab.waitForURL(world.url(`/exempel/${first.id}/`));
  }));

test('Enter goes to an address that holds the search, and the address is searched for', () =>
  at('/sok/', {}, async (tab) => {
    await field(tab).fill(WORD);
    await tab.keyboard.press('Enter');
    await tab.waitForURL(world.url(`/sok/?q=${WORD}`));
    await found(tab);
    assert.equal(await field(tab).inputValue(), WORD);
    assert.ok((await tab.title()).startsWith(`${WORD} – `));
  }));

test('what an address asks for is fetched beside the reader', () =>
  at(`/sok/?q=${WORD}`, {}, async (tab, { requests }) => {
    await found(tab);
    const timing = (part) => requests.find((request) => request.url().includes(part)).timing();
    const [reader, terms] = [timing('.wasm'), timing('/t/')];
    assert.ok(terms.startTime < reader.startTime + reader.responseEnd, JSON.stringify([reader, terms]));
  }));

test('the field of any page leads to the search', () =>
  at('/exempel/', {}, async (tab) => {
    await tab.getByRole('searchbox', { name: 'Sök på webbplatsen' }).fill(WORD);
    await tab.keyboard.press('Enter');
    await tab.waitForURL(world.url(`/sok/?q=${WORD}`));
    await found(tab);
  }));

test('Back from a hit brings back the search, also one that was only typed', async () => {
  await at('/sok/', {}, async (tab) => {
    await field(tab).fill(WORD);
    await found(tab);
    const titles = await links(tab).allInnerTexts();
    await links(tab).first().click();
    await tab.waitForURL((url) => !url.pathname.endsWith('/sok/'));
    await tab.goBack();
    await found(tab);
    assert.equal(await field(tab).inputValue(), WORD);
    assert.deepEqual(await links(tab).allInnerTexts(), titles);
    assert.equal(await tab.evaluate(() => location.search), '');
  });
  await at('/sok/?q=af', {}, async (tab) => {
    await field(tab).fill(WORD);
    await found(tab);
    await tab.keyboard.press('Enter');
    await tab.waitForURL(world.url(`/sok/?q=${WORD}`));
    await tab.goBack();
    await tab.waitForURL(world.url('/sok/?q=af'));
    await found(tab);
  });
});

test('more hits follow the first ten, and Back keeps them', () =>
  at('/sok/?sort=titel', {}, async (tab) => {
    await found(tab);
    assert.equal(await links(tab).count(), 10);
    await tab.getByRole('button', { name: 'Visa fler träffar' }).click();
    await links(tab).nth(19).waitFor();
    assert.equal(await focused(tab), await links(tab).nth(10).textContent());
    await links(tab).nth(15).click();
    await tab.waitForURL((url) => !url.pathname.endsWith('/sok/'));
    await tab.goBack();
    await links(tab).nth(19).waitFor();
  }));

test('filters that have nothing to count give way, and come back', () =>
  at('/sok/?q=xqzvkw&typ=finns-inte', { viewport: { width: 320, height: 900 } }, async (tab) => {
    const panel = tab.locator('#search_filters');
    await tab.getByRole('button', { name: 'Ta bort alla filter' }).click();
    await tab.getByText('Prova med andra eller färre ord.').waitFor();
    await panel.waitFor({ state: 'hidden' });
    // The button has gone: who stood on it is not thrown back to the top of the page.
    assert.equal(await focused(tab), 'search_count');
    await field(tab).fill(WORD);
    await found(tab);
    await panel.waitFor({ state: 'visible' });
  }));

test('filters narrow the hits, stand in the address, and can be taken away one by one', () =>
  at(`/sok/?q=${BROAD}`, {}, async (tab) => {
    await found(tab);
    const total = () => tab.locator('#search_count').innerText();
    const all = await total();
    const panel = tab.locator('#search_filters');
    await panel.getByText('Arbetssätt och form').click();
    const box = tab.getByRole('checkbox', { name: 'Gemensamt team' });
    const [, count] = /\((\d+)\)/.exec(await panel.locator('label', { has: box }).innerText());
    await box.check();
    await tab.waitForFunction((before) => document.getElementById('search_count').textContent !== before, all);
    assert.match(await total(), new RegExp(`^${count} träff`));
    assert.equal(await tab.evaluate(() => location.search), `?q=${BROAD}&form=gemensamt-team`);
    assert.equal(await tab.evaluate(() => document.activeElement.value), 'form=gemensamt-team');
    await tab.getByText('Filtrera (antal valda: 1)').waitFor();
    // Or within a filter: the others keep their counts, and a second widens the search.
    await panel.getByRole('checkbox', { name: 'Gemensamma lokaler' }).check();
    await tab.waitForFunction((before) => !document.getElementById('search_count').textContent.startsWith(`${before} `), count);
    // A search can be sent to somebody.
    await tab.reload();
    await tab.getByRole('button', { name: 'Ta bort filtret Gemensamt team' }).click();
    await tab.waitForFunction((word) => location.search === `?q=${word}&form=samlokalisering`, BROAD);
    assert.equal(await focused(tab), 'search_count');
    await tab.goBack();
    await tab.getByRole('button', { name: 'Ta bort filtret Gemensamt team' }).waitFor();
    // Enter keeps them.
    await field(tab).fill('team');
    await tab.keyboard.press('Enter');
    await tab.waitForURL((url) => url.searchParams.getAll('form').length === 2 && url.searchParams.get('q') === 'team');
  }));

test('filters can be chosen without a word, and an unknown one is shown as it stands', async () => {
  await at('/sok/', {}, async (tab) => {
    await tab.locator('#search_filters > summary').click();
    await tab.locator('#search_filters').getByText('Arbetssätt och form').click();
    await tab.getByRole('checkbox', { name: 'Gemensamt team' }).check();
    await found(tab);
    assert.ok((await links(tab).count()) > 0);
  });
  await at('/sok/?q=a&form=finns-inte&x=%0Alimit:999&form=%3Cimg%3E', {}, async (tab) => {
    await tab.getByRole('button', { name: 'Ta bort filtret finns-inte' }).waitFor();
    assert.equal(await tab.locator('#search_chips li').count(), 1);
    await tab.getByText('Det kan finnas träffar utan filter.').waitFor();
    await tab.getByRole('button', { name: 'Ta bort alla filter' }).click();
    await links(tab).first().waitFor();
  });
  // What mail and others put into an address is no filter.
  await at('/sok/?q=a&ref=brev&utm_source=brev&constructor=x', {}, async (tab) => {
    await links(tab).first().waitFor();
    assert.equal(await tab.locator('#search_chips li').count(), 0);
  });
  // Without words and filters there is nothing to count.
  await at('/sok/?form=finns-inte', {}, async (tab) => {
    await tab.getByRole('button', { name: 'Ta bort alla filter' }).click();
    await tab.waitForFunction(() => document.getElementById('search_found').hidden);
    assert.equal(await focused(tab), 'search_q');
  });
  // A filter that has been taken away is gone also where nothing can be searched for.
  await at('/sok/?form=gemensamt-team', {}, async (tab) => {
    await found(tab);
    await field(tab).fill('19121212-1212');
    await tab.locator('#search_message').waitFor();
    await tab.getByRole('button', { name: 'Ta bort filtret Gemensamt team' }).click();
    await tab.waitForFunction(() => document.activeElement.id === 'search_q');
    assert.equal(await tab.locator('#search_chips li').count(), 0);
    assert.equal(await tab.evaluate(() => location.search), '');
  });
});

test('the order is the reader\'s, and stands in the address', () =>
  at(`/sok/?q=${BROAD}`, {}, async (tab) => {
    await found(tab);
    await tab.getByLabel('Ordna efter').selectOption({ label: 'Titel, A–Ö' });
    await tab.waitForFunction((word) => location.search === `?q=${word}&sort=titel`, BROAD);
    // The hits before stay until those in the new order are there.
    await tab.waitForFunction(() => {
      const titles = [...document.querySelectorAll('#search_hits h3 a')].map((a) => a.textContent.replaceAll('\u00ad', ''));
      return titles.length > 3 && titles.every((title, at) => at === 0 || titles[at - 1].localeCompare(title, 'sv') <= 0);
    });
  }));

test('with the keyboard alone', () =>
  at('/sok/', {}, async (tab) => {
    for (let count = 0; (await focused(tab)) !== 'search_q'; count += 1) {
      assert.ok(count < 30, 'Tab never gets to the field');
      await tab.keyboard.press('Tab');
    }
    await tab.keyboard.type(WORD);
    await found(tab);
    await tab.keyboard.press('ArrowDown');
    assert.equal(await focused(tab), await links(tab).first().textContent());
    await tab.keyboard.press('ArrowDown');
    assert.equal(await focused(tab), await links(tab).nth(1).textContent());
    await tab.keyboard.press('ArrowUp');
    await tab.keyboard.press('ArrowUp');
    assert.equal(await focused(tab), 'search_q');
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Escape');
    assert.equal(await focused(tab), 'search_q');
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Enter');
    await tab.waitForURL((url) => !url.pathname.endsWith('/sok/'));
  }));

test('nothing found says so and leads on', () =>
  at('/sok/?q=xqzvwpk', {}, async (tab) => {
    await tab.getByRole('heading', { name: 'Inga träffar' }).waitFor();
    await said(tab, 'Inga träffar');
    await tab.locator('#search_notes').getByRole('link', { name: 'Alla exempel' }).click();
    await tab.waitForURL(world.url('/exempel/'));
  }));

test('words that no page has are named', withStandIn, () =>
  at(`/sok/?q=${WORD}+xqzvwpk`, {}, async (tab) => {
    await tab.getByText('Ingen sida har alla orden').waitFor();
    await tab.getByText('Inget hittades för: xqzvwpk').waitFor();
    assert.ok((await links(tab).count()) > 0);
  }));

test('hits that lack a word are told of', () =>
  at(`/sok/?q=${encodeURIComponent(first.title)}`, {}, async (tab) => {
    const note = tab.getByText('sidor som saknar något av orden');
    await note.waitFor();
    const [count] = /\d+/.exec(await tab.locator('#search_count').innerText());
    assert.ok((await links(tab).count()) > Number(count));
    await field(tab).fill(WORD);
    await note.waitFor({ state: 'detached' });
  }));

test('a better spelling is one step away', withStandIn, () =>
  at('/sok/?q=torgte&form=samlokalisering', {}, async (tab) => {
    await tab.getByText('Menade du torget?').waitFor();
    await tab.getByRole('link', { name: 'torget' }).click();
    await tab.waitForURL(world.url('/sok/?q=torget&form=samlokalisering'));
    await found(tab);
  }));

const NUMBERS = ['811218-9876', '8112189876', 'Anna 19811218-9876 af', '19811218 9876', '811278-9873', '811218\u2013987 6', '81 12 18 98 76'];
const NO_NUMBERS = ['811218-9877', '811318-9876', '2025:400', 'S2014/3701/FST', '070-123 45 67', '12 kap. 4 §', '98112189876'];

test('a personnummer is neither searched for nor sent', () =>
  at('/sok/', {}, async (tab, { requests }) => {
    for (const text of NUMBERS) {
      await field(tab).fill(text);
      await notice(tab).getByText('personnummer').waitFor();
      await said(tab, 'personnummer');
      assert.equal(await field(tab).getAttribute('aria-invalid'), 'true', text);
      await tab.keyboard.press('Enter');
      await tab.waitForTimeout(100);
      assert.equal(await tab.evaluate(() => location.search), '', text);
      assert.equal(requests.filter((request) => request.isNavigationRequest()).length, 1);
      await field(tab).fill(WORD);
      await found(tab);
      assert.ok(await notice(tab).isHidden(), text);
      assert.equal(await field(tab).getAttribute('aria-invalid'), 'false');
    }
    for (const text of NO_NUMBERS) {
      await field(tab).fill(text);
      await tab.waitForTimeout(150);
      assert.ok(await notice(tab).isHidden(), text);
    }
  }));

for (const javaScriptEnabled of [true, false]) {
  test(`a personnummer is not sent from another page ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () =>
    at('/exempel/', { javaScriptEnabled }, async (tab, { requests }) => {
      for (const text of NUMBERS) {
        await tab.fill('#site_q', text);
        await tab.keyboard.press('Enter');
        await tab.waitForTimeout(100);
        assert.equal(requests.filter((request) => request.isNavigationRequest()).length, 1, text);
      }
      for (const text of NO_NUMBERS.slice(1)) {
        await tab.fill('#site_q', text);
        assert.ok(await tab.locator('#site_q:valid').count(), text);
      }
    }));
}

test('a personnummer in the address is taken out of it', () =>
  at('/sok/?q=811218-9876', {}, async (tab, { requests }) => {
    await notice(tab).getByText('personnummer').waitFor();
    assert.deepEqual(requests.map((request) => request.url()).filter((url) => /\/_s\/|\.wasm/.test(url)), []);
    assert.equal(await tab.evaluate(() => location.search), '');
    assert.ok(!(await tab.title()).includes('811218'));
  }));

test('without JavaScript a personnummer is stopped too, the page says what to do, and the field leads to the page', () =>
  at('/exempel/', { javaScriptEnabled: false }, async (tab) => {
    const box = tab.getByRole('searchbox', { name: 'Sök på webbplatsen' });
    await box.fill('Anna 811218-9876');
    await tab.keyboard.press('Enter');
    await tab.waitForTimeout(200);
    assert.equal(tab.url(), world.url('/exempel/'));
    await box.fill('12 kap. 4 § och 2025:400');
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/sok\/\?q=12/);
    await tab.locator('p:visible').getByText('behöver JavaScript').waitFor();
    for (const [name, address] of [['Alla exempel', '/exempel/'], ['Alla ämnen', '/amnen/'], ['Alla kommuner', '/kommuner/'], ['A–Ö', '/a-o/']]) {
      const href = await tab.locator('.search-ways').getByRole('link', { name }).getAttribute('href');
      assert.equal(href, path(address));
    }
    assert.ok(await tab.locator('#search_app').isHidden());
  }));

test('without contact with the network the reader can try again, and contact is noticed', () =>
  at('/sok/', { expected: isFailure }, async (tab, { context }) => {
    const files = `**${path('/_s/')}**`;
    const abort = (route) => route.abort();
    await context.route(files, abort);
    await field(tab).fill(WORD);
    await notice(tab).getByText('kontakt med nätet').waitFor();
    await said(tab, 'kontakt med nätet');
    await notice(tab).getByRole('link', { name: 'Alla exempel' }).waitFor();
    assert.equal(await field(tab).inputValue(), WORD);
    await context.unroute(files, abort);
    await tab.getByRole('button', { name: 'Försök igen' }).click();
    await found(tab);
    assert.ok(await notice(tab).isHidden());

    await context.setOffline(true);
    await context.route(files, abort);
    await field(tab).fill('kommunen');
    await notice(tab).getByText('kontakt med nätet').waitFor();
    await context.unroute(files, abort);
    await context.setOffline(false);
    await found(tab);
    assert.ok(await notice(tab).isHidden());
  }));

test('a site without an index says so and leads to the lists', withStandIn, () =>
  at('/sok/?q=af', { index: null }, async (tab, { requests }) => {
    await notice(tab).getByText('inte tillgänglig').waitFor();
    await said(tab, 'inte tillgänglig');
    assert.ok(await tab.locator('#search_filters').isHidden());
    await axe(tab);
    assert.equal(requests.filter((request) => request.url().includes('undefined')).length, 0);
    await notice(tab).getByRole('link', { name: 'Alla exempel' }).click();
    await tab.waitForURL(world.url('/exempel/'));
  }));

const FAULTS = [
  ['an index file that is gone means a new site', { answer: (name) => name.startsWith('t/') && { status: 404 } }, 'har uppdaterats', 'Ladda om sidan'],
  ['a reader that is gone means a new site', { answer: (name) => name === 'wasm' && { status: 404 } }, 'har uppdaterats', 'Ladda om sidan'],
  ['a damaged file is named', { answer: (name) => name.startsWith('t/') && { body: 'skadad' } }, 'är skadad', 'Ladda om sidan'],
  ['a damaged root is named', { root: 'damaged' }, 'är skadad', 'Ladda om sidan'],
  ['a root that is something else is damaged', { root: 'foreign' }, 'är skadad', 'Ladda om sidan'],
  ['an old reader meets a new index', { root: 'newer' }, 'annan version', 'Ladda om sidan'],
  ['a new reader meets an old index', { root: 'older' }, 'annan version', 'Ladda om sidan'],
  ['a reader that is no module', { answer: (name) => name === 'wasm' && { body: 'trasig' } }, 'kan inte köra', undefined],
  ['a host that fails', { answer: (name) => name === 'wasm' && { status: 500 } }, 'kontakt med nätet', 'Försök igen'],
];

for (const [name, index, words, remedy] of FAULTS) {
  test(name, withStandIn, () =>
    at(`/sok/?q=${WORD}`, { index, expected: isFailure }, async (tab) => {
      await notice(tab).getByText(words).waitFor();
      await said(tab, words);
      if (remedy) await notice(tab).getByRole('button', { name: remedy }).waitFor();
      await axe(tab);
      await notice(tab).getByRole('link', { name: 'Alla exempel' }).click();
      await tab.waitForURL(world.url('/exempel/'));
    }));
}

test('a damaged copy is fetched anew', withStandIn, () =>
  at(`/sok/?q=${WORD}`, { index: { answer: (name, times) => name.startsWith('t/') && times === 1 && { body: 'skadad' } } }, async (tab, { asked }) => {
    await found(tab);
    assert.equal(asked.filter((name) => name.startsWith('t/')).length, 2);
  }));

test('a reader that breaks is opened anew for the next search', withStandIn, () =>
  at('/sok/?q=krasch', {}, async (tab, { asked }) => {
    await notice(tab).getByText('är skadad').waitFor();
    await field(tab).fill(WORD);
    await found(tab);
    assert.equal(asked.filter((name) => name === 'wasm').length, 2);
  }));

test('a module with the wrong type runs all the same', withStandIn, () =>
  at(`/sok/?q=${WORD}`, { index: { answer: (name) => name === 'wasm' && { type: 'application/octet-stream' } } }, async (tab) => {
    await found(tab);
  }));

test('a slow network shows that work goes on, and letters typed meanwhile win', () =>
  at('/sok/', {}, async (tab, { context }) => {
    const session = await context.newCDPSession(tab);
    await session.send('Network.enable');
    const slow = { offline: false, latency: 1200, downloadThroughput: 20_000, uploadThroughput: 20_000 };
    await session.send('Network.emulateNetworkConditions', slow);
    if (!isReal) await context.route('**/_s/**', (route) => setTimeout(() => route.fallback(), 900));
    await field(tab).pressSequentially('gem', { delay: 30 });
    await tab.locator('#search_wait').waitFor();
    await said(tab, 'Söker');
    await field(tab).fill(first.title);
    await found(tab);
    await tab.waitForFunction((title) => document.querySelector('#search_hits h3')?.textContent === title, first.title);
    assert.ok(await tab.locator('#search_wait').isHidden());
  }));

test('what comes from the index is text', withStandIn, () => {
  const extra = [{ id: 'x', title: '<img src=x onerror=alert(1)>', summary: '<b>zzyzx</b>', places: ['<i>'], forms: [{ id: 'y', label: '<u>y' }], reviewed: '' }];
  return at('/sok/?q=zzyzx', { index: { extra } }, async (tab) => {
    await found(tab);
    await tab.locator('#search_filters').getByText('<u>y').waitFor({ state: 'attached' });
    assert.equal(await tab.locator('main :is(img, b, i, u)').count(), 0);
    assert.equal(await links(tab).first().textContent(), '<img src=x onerror=alert(1)>');
  });
});

test('nothing is kept in the browser', () =>
  at(`/sok/?q=${WORD}`, {}, async (tab, { context }) => {
    await found(tab);
    assert.deepEqual(await context.cookies(), []);
    const kept = await tab.evaluate(async () => [localStorage.length, sessionStorage.length, (await caches.keys()).length]);
    assert.deepEqual(kept, [0, 0, 0]);
  }));

test('parts of the page have names for those who listen', () =>
  at(`/sok/?q=${WORD}`, {}, async (tab) => {
    await found(tab);
    await tab.locator('#search_filters fieldset').first().waitFor({ state: 'attached' });
    assert.equal(await tab.getByRole('search').count(), 1);
    await tab.getByRole('region', { name: /träff/ }).waitFor();
    await tab.locator('#search_filters summary', { hasText: 'Arbetssätt och form' }).click();
    await tab.getByRole('group', { name: 'Arbetssätt och form' }).getByRole('checkbox').first().waitFor();
    const described = await field(tab).evaluate((input) => document.getElementById(input.getAttribute('aria-describedby')).textContent);
    assert.equal(described, 'Skriv inte namn eller personnummer.');
    const passage = tab.getByRole('link', { name: /^Till stället i texten: / }).first();
    assert.ok((await passage.count()) > 0);
  }));

async function axe(tab) {
  await tab.evaluate(AXE);
  const { violations } = await tab.evaluate((tags) => globalThis.axe.run({ runOnly: tags }), TAGS);
  assert.deepEqual(violations.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.target).join(' ')}`), []);
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `the page is ${wide} pixels too wide`);
}

/** The states of the page: address, index, and what shows that it is there. */
const STATES = [
  ['at rest', '/sok/', {}, (tab) => field(tab).waitFor()],
  ['hits', `/sok/?q=${WORD}`, {}, found],
  ['chosen filters', '/sok/?q=a&form=gemensamt-team&form=samlokalisering', {}, async (tab) => {
    await tab.getByRole('button', { name: 'Ta bort filtret Gemensamt team' }).waitFor();
    await tab.locator('#search_filters').evaluate((panel) => (panel.open = true));
  }],
  ['nothing found', '/sok/?q=xqzvwpk&form=gemensamt-team', {}, (tab) => tab.getByRole('heading', { name: 'Inga träffar' }).waitFor()],
  ['a fault', '/sok/?q=811218-9876', {}, (tab) => notice(tab).waitFor()],
  ['the field of another page', '/exempel/', {}, (tab) => tab.getByRole('searchbox').focus()],
];
const LOOKS = [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }];

for (const [name, address, index, isThere] of STATES) {
  for (const width of [320, 1280]) {
    test(`no accessibility fault, and nothing outside the page: ${name} at ${width} pixels`, async () => {
      for (const look of LOOKS) {
        await at(address, { index, viewport: { width, height: 800 }, ...look }, async (tab) => {
          await isThere(tab);
          await axe(tab);
        });
      }
    });
  }
}

test('the address is that of the site under its base path', () =>
  at('/sok/', {}, async (tab, { requests }) => {
    await field(tab).fill(WORD);
    await found(tab);
    assert.ok(requests.every((request) => new URL(request.url()).pathname.startsWith(base)));
  }));
