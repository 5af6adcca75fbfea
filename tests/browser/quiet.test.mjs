// A page asks for nothing outside the site, misses nothing, has nothing to say to the console, and does not move while it comes.
//
// A breach of the content security policy is a console message. So is a missing icon: a page that names none makes the
// browser ask for /favicon.ico, which is outside a site that lives under a base path.

import { test } from 'node:test';

import { forTests, lookAt } from './lib/browser.mjs';
import { none } from './lib/faults.mjs';
import { onePerKind, path, sample } from './lib/site.mjs';

const world = forTests();

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
    const faults = await lookAt(world, onePerKind(), { width }, async (tab, page) => {
      await tab.goto(world.url(page.address), { waitUntil: 'networkidle' });
      const moved = await tab.evaluate(
        () =>
          new Promise((resolve) => {
            const names = [];
            new PerformanceObserver((list) => {
              for (const { value, sources } of list.getEntries()) {
                names.push(`${value.toFixed(3)} ${sources.map(({ node }) => node?.id || node?.className || node?.nodeName)}`);
              }
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => resolve(names), 200);
          }),
      );
      return moved.map((name) => `${page.address}  ${name}`);
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
  const kinds = ['compare', 'search', 'suggest'];
  const faults = await lookAt(world, onePerKind().filter(({ kind }) => kinds.includes(kind)), { width: 320 }, async (tab, page) => {
    await tab.route('**/*.js', (route) => route.abort());
    await tab.goto(world.url(page.address));
    const notice = tab.locator('.late');
    const height = async () => (await notice.boundingBox()).height;
    // Held at its beginning and then sent to its end, so that no machine is too slow or too fast to see both.
    const at = (time) => notice.evaluate((element, time) => {
      const [animation] = element.getAnimations();
      animation.pause();
      animation.currentTime = time;
      return animation.effect.getTiming().delay;
    }, time);
    const delay = await at(0);
    if (!(delay >= 3_000)) return [`${page.address}  waits ${delay} ms`];
    const before = await height();
    await at(delay + 1);
    const after = await height();
    return before === 0 && after > 40 && (await notice.isVisible()) ? [] : [`${page.address}  ${before} and ${after} pixels high`];
  });
  none(faults, 'pages are mute');
});
