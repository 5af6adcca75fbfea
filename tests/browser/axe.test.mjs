// axe finds no accessibility fault, on a phone or a desk, in light or dark.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import { forTests, lookAt } from './lib/browser.mjs';
import { none } from './lib/faults.mjs';
import { onePerKind, sample } from './lib/site.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const world = forTests();

for (const width of [320, 1280]) {
  test(`no accessibility fault at ${width} pixels`, async () => {
    none(await lookAt(world, sample(), { width }, faults), 'accessibility faults');
  });
}

const LOOKS = [
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
];

for (const [name, options] of LOOKS) {
  for (const width of [320, 1280]) {
    test(`no accessibility fault in ${name} at ${width} pixels`, async () => {
      none(await lookAt(world, onePerKind(), { width, ...options }, faults), 'accessibility faults');
    });
  }
}

test('no surface is painted behind texts in forced colours', async () => {
  const look = async (tab, page) => {
    await tab.goto(world.url(page.address));
    const painted = await tab.$$eval('body *', (elements) =>
      elements.filter((e) => getComputedStyle(e).borderImageSource !== 'none').map((e) => `${e.tagName}.${e.className}`),
    );
    return painted.map((name) => `${page.address}  ${name}`);
  };
  none(await lookAt(world, onePerKind(), { width: 1280, forcedColors: 'active' }, look), 'surfaces are painted');
});

async function faults(tab, page) {
  await tab.goto(world.url(page.address));
  // Given to the page by the browser itself, which the page's security policy allows.
  await tab.evaluate(AXE);
  const { violations } = await tab.evaluate(
    (tags) => globalThis.axe.run({ runOnly: tags, resultTypes: ['violations'] }),
    TAGS,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const summary = failureSummary.replace(/\s+/g, ' ');
      return `${page.address}  ${id}  ${target.flat().join(' ')}\n    ${summary}`;
    }),
  );
}
