// One browser and one server for a test file, and the ways that a test opens pages.

import { after, before } from 'node:test';
import { chromium } from 'playwright-core';

import { serve } from './server.mjs';
import { path } from './site.mjs';

export const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How many pages are open at once. */
const AT_ONCE = 2;

/** Starts browser and server; `options` are Playwright's for the browser, `serving` the server's. */
export async function start(options, serving) {
  const server = await serve(serving);
  const browser = await chromium
    .launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS, ...options })
    .catch(async (error) => {
      await server.close();
      throw error;
    });
  return {
    origin: server.origin,
    browser,
    /** The address on the server of a page of the manifest. */
    url: (address) => server.origin + path(address),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** The same for a test file: started before its first test, closed after its last. Destructure it inside a test. */
export function forTests(options, serving) {
  const world = {};
  before(async () => Object.assign(world, await start(options, serving)));
  after(() => world.close?.());
  return world;
}

/**
 * Opens each of `pages` of the manifest in a window of `width` pixels and gives it to `look(tab, page)`, a few at once.
 * `options` are Playwright's for a context. What the looks return is handed back as one list.
 */
export async function lookAt(world, pages, { width, ...options }, look) {
  const found = [];
  const queue = [...pages];
  const worker = async () => {
    const context = await world.browser.newContext({ viewport: { width, height: 900 }, ...options });
    for (let page = queue.shift(); page; page = queue.shift()) {
      const tab = await context.newPage();
      found.push(...((await look(tab, page)) ?? []));
      await tab.close();
    }
    await context.close();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return found;
}
