// Lighthouse on its slow phone: full marks, and nothing that moves while a page loads.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

import { FLAGS } from './lib/browser.mjs';
import { serve } from './lib/server.mjs';
import { onePerKind, path } from './lib/site.mjs';

const KINDS = ['start', 'examples', 'example', 'fia', 'municipality'];
const LEAST = { accessibility: 1, 'best-practices': 1, seo: 1, performance: 0.99 };
/** In milliseconds, on the simulated phone. */
const FIRST_PAINT = 1200;

let server;
let chrome;
before(async () => {
  server = await serve();
  chrome = await launch({ chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium', chromeFlags: FLAGS });
});
after(async () => {
  chrome?.kill();
  await server?.close();
});

for (const kind of KINDS) {
  test(`Lighthouse is content with ${kind}`, async () => {
    const page = onePerKind().find((page) => page.kind === kind);
    assert.ok(page, `the site has no page of the kind ${kind}`);
    const options = { port: chrome.port, logLevel: 'error', output: 'json', onlyCategories: Object.keys(LEAST) };
    const { lhr } = await lighthouse(server.origin + path(page.address), options);
    const low = Object.entries(LEAST).flatMap(([name, least]) => {
      const { score, auditRefs } = lhr.categories[name];
      if (score >= least) return [];
      const failed = auditRefs.filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== 1).map(({ id }) => id);
      return [`${name} ${score}: ${failed.join(', ')}`];
    });
    assert.deepEqual(low, [], page.address);
    assert.equal(lhr.audits['cumulative-layout-shift'].numericValue, 0, `${page.address} moves while it loads`);
    const paint = lhr.audits['first-contentful-paint'].numericValue;
    assert.ok(paint <= FIRST_PAINT, `${page.address} is first seen after ${Math.round(paint)} ms`);
  });
}
