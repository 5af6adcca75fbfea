// What a page costs on a phone's connection: everything that it loads, compressed as it travels.

import { test } from 'node:test';

import { forTests, lookAt } from './lib/browser.mjs';
import { none } from './lib/faults.mjs';
import { pages } from './lib/site.mjs';

/** Bytes over the wire, headers and all. */
const LIMITS = { start: 40_000, example: 30_000 };

const world = forTests();

for (const [kind, limit] of Object.entries(LIMITS)) {
  test(`every page of the kind ${kind} comes with at most ${limit} bytes`, async () => {
    const members = pages.filter((page) => page.kind === kind);
    const faults = await lookAt(world, members, { width: 1280 }, async (tab, page) => {
      const session = await tab.context().newCDPSession(tab);
      await session.send('Network.enable');
      await session.send('Network.setCacheDisabled', { cacheDisabled: true });
      let bytes = 0;
      session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
      await tab.goto(world.url(page.address), { waitUntil: 'networkidle' });
      return bytes > limit || bytes === 0 ? [`${page.address}  ${bytes} bytes`] : [];
    });
    none(faults, 'pages are too heavy');
  });
}
