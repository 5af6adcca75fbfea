// A page asks for nothing outside the site, misses nothing, has nothing to say to the console, and does not move while it comes.
//
// A breach of the content security policy is a console message. So is a missing icon: a page that names none makes the
// browser ask for /favicon.ico, which is outside a site that lives under a base path.

import { test } from 'node:test';

import { forTests, lookAt } from './lib/browser.mjs';
import { none } from './lib/faults.mjs';
import { shifts } from './lib/shifts.mjs';
import { onePerKind, pages, path, sample } from './lib/site.mjs';

const world = forTests();
/** The same where pages come in pieces, as over a slow network. */
const slowWorld = forTests({}, { slowly: true });
/** Kinds of pages that a script leads through. */
const LED = ['compare', 'search', 'suggest'];
/** Filters as they stand in an address; the last is none. */
const CHOSEN = ['malgrupp=samordnat-stod', 'relation=socialtjanst-af', 'finns=inte'];
const [one, other] = pages.filter(({ kind }) => kind === 'example');
/** Addresses where a script shows what they ask for: much, little and nothing. */
const ASKING = [
  ...[
    ...['q=samverkan', `q=${encodeURIComponent(one.title)}`, 'q=xqzvkw', 'sort=title'],
    ...[...CHOSEN, `q=samverkan&${CHOSEN.join('&')}`, `q=xqzvkw&${CHOSEN[0]}`],
  ].map((query) => `/sok/?${query}`),
  ...[`id=${one.id}&id=${other.id}`, `id=${one.id}&liknande=${other.id}`, 'id=xqzvkw'].map((query) => `/jamfor/?${query}`),
].map((address) => ({ address }));

/**
 * Holds the notice that a script has not come at its beginning, or sends it to its end: so no machine is too slow or too fast to
 * see it before and after. Says after how many ms it is shown.
 */
async function send(notice, { toEnd }) {
  // The style may come after the text.
  const animation = await notice.page().waitForFunction(() => document.querySelector('.late')?.getAnimations()[0]);
  return animation.evaluate((animation, toEnd) => {
    const { delay, duration } = animation.effect.getTiming();
    animation.pause();
    animation.currentTime = toEnd ? delay + duration : 0;
    return delay;
  }, toEnd);
}

test('pages are silent and keep to themselves', async () => {
  const faults = await lookAt(world, sample(), { width: 1280 }, async (tab, page) => {
    const found = [];
    const note = (what) => found.push(`${page.address}  ${what}`);
    tab.on('console', (message) => note(`console ${message.type()}: ${message.text()} ${message.location().url}`));
    tab.on('pageerror', (error) => note(`uncaught: ${error.message}`));
    tab.on('request', (request) => {
      if (!request.url().startsWith(world.url('/'))) note(`asks outside the site: ${request.url()}`);
    });
    tab.on('requestfailed', (request) => note(`request failed: ${request.url()} (${request.failure()?.errorText})`));
    tab.on('response', (response) => {
      if (response.status() >= 400) note(`${response.status()}: ${response.url()}`);
    });
    await tab.goto(world.url(page.address), { waitUntil: 'networkidle' });
    return found;
  });
  none(faults, 'noises');
});

for (const width of [320, 1280]) {
  test(`nothing moves while a page comes, at ${width} pixels`, async () => {
    const faults = await lookAt(slowWorld, [...onePerKind(), ...ASKING], { width }, async (tab, page) => {
      await tab.goto(slowWorld.url(page.address), { waitUntil: 'networkidle' });
      return (await shifts(tab)).map((name) => `${page.address}  ${name}`);
    });
    none(faults, 'pages move');
  });

  test(`nothing moves when a script comes late, at ${width} pixels`, async () => {
    const faults = await lookAt(world, onePerKind().filter(({ kind }) => LED.includes(kind)), { width }, async (tab, page) => {
      let come;
      const comes = new Promise((resolve) => (come = resolve));
      await tab.route('**/*.js', (route) => comes.then(() => route.continue()));
      await tab.goto(world.url(page.address), { waitUntil: 'commit' });
      const notice = tab.locator('.late');
      await send(notice, { toEnd: true });
      await notice.waitFor({ state: 'visible' });
      come();
      await notice.waitFor({ state: 'hidden' });
      await tab.waitForLoadState('networkidle');
      return (await shifts(tab)).map((name) => `${page.address}  ${name}`);
    });
    none(faults, 'pages move');
  });
}

test('an unknown address shows the page that says so', async () => {
  const faults = await lookAt(world, [{ address: '/finns/inte/' }], { width: 320 }, async (tab, page) => {
    const response = await tab.goto(world.url(page.address));
    const home = await tab.locator(`a[href="${path('/')}"]`).count();
    const found = [];
    if (response.status() !== 404) found.push(`answers ${response.status()}`);
    if ((await tab.locator('h1').count()) !== 1) found.push('has no heading');
    if (home === 0) found.push('has no link to the start page');
    return found;
  });
  none(faults, 'faults of 404.html');
});

test('a page whose script does not come says so after some seconds', async () => {
  const faults = await lookAt(world, onePerKind().filter(({ kind }) => LED.includes(kind)), { width: 320 }, async (tab, page) => {
    await tab.route('**/*.js', (route) => route.abort());
    await tab.goto(world.url(page.address));
    const notice = tab.locator('.late');
    const delay = await send(notice, { toEnd: false });
    if (!(delay >= 3_000)) return [`${page.address}  waits ${delay} ms`];
    const before = await notice.isVisible();
    await send(notice, { toEnd: true });
    return !before && (await notice.isVisible()) ? [] : [`${page.address}  ${before ? 'says so at once' : 'never says so'}`];
  });
  none(faults, 'pages are mute');
});
