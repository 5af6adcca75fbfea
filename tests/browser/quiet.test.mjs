// A page asks for nothing outside the site, misses nothing, and has nothing to say to the console.
//
// A breach of the content security policy is a console message. So is a missing icon: a page that names none makes the
// browser ask for /favicon.ico, which is outside a site that lives under a base path.

import { test } from 'node:test';

import { forTests, lookAt } from './lib/browser.mjs';
import { none } from './lib/faults.mjs';
import { path, sample } from './lib/site.mjs';

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
