// Ten pages look as they did when someone last looked at them, from top to bottom.
//
// The pictures lie in pictures/. After a change that is meant to be seen, look at the new ones and keep them:
//     SAMVERKA_SITE=… SAMVERKA_BLESS=1 node --test pictures.test.mjs
// Chromium is given the same few fonts everywhere (lib/fonts.conf). Where they are missing the test says so and is skipped, or
// fails when SAMVERKA_PICTURES=required says that they have been installed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PNG } from 'pngjs';

import { forTests, lookAt } from './lib/browser.mjs';
import { none } from './lib/faults.mjs';
import { differences, faultsOf, onScreen, unable, withPalette } from './lib/pictures.mjs';
import { onePerKind } from './lib/site.mjs';

const PICTURES = [
  ['start', 1280, 'light'],
  ['start', 320, 'light'],
  ['start', 1280, 'dark'],
  ['example', 1280, 'light'],
  ['example', 320, 'dark'],
  ['examples', 1280, 'light'],
  ['counties', 1280, 'light'],
  ['fia', 1280, 'light'],
  ['glossary', 320, 'light'],
  ['components', 1280, 'dark'],
];
/** What must not happen unseen, on a page of each width. */
const LOSSES = {
  'underlines of links': 'a { text-decoration: none !important }',
  'the foot': '.site-footer { visibility: hidden }',
  'the path above the text': '.crumbs { visibility: hidden }',
};

const world = forTests({ env: onScreen });

/** Opens the page of a kind as in its picture. */
function open([kind, width, colorScheme], look) {
  const page = onePerKind().find((page) => page.kind === kind);
  assert.ok(page, `the site has no page of the kind ${kind}`);
  // Styles that a test adds would be refused by the page's own policy.
  const options = { width, colorScheme, reducedMotion: 'reduce', bypassCSP: true };
  return lookAt(world, [page], options, async (tab) => {
    await tab.goto(world.url(page.address), { waitUntil: 'networkidle' });
    return look(tab);
  });
}
const picture = (tab) => tab.screenshot({ fullPage: true });

test('ten pages look as they did', async (t) => {
  const reason = unable();
  if (reason) return t.skip(reason);
  const faults = [];
  for (const which of PICTURES) faults.push(...(await open(which, async (tab) => faultsOf(which.join('-'), await picture(tab)))));
  none(faults, 'pages look different');
});

test('a page that is the same is found to be, and what is lost of one is seen', async (t) => {
  const reason = unable();
  if (reason) return t.skip(reason);
  for (const which of PICTURES.filter(([kind]) => ['example', 'glossary'].includes(kind))) {
    await open(which, async (tab) => {
      const kept = PNG.sync.read(withPalette(PNG.sync.read(await picture(tab))));
      assert.deepEqual(differences(kept, PNG.sync.read(await picture(tab))), [], which.join('-'));
      for (const [what, style] of Object.entries(LOSSES)) {
        const added = await tab.addStyleTag({ content: style });
        assert.notDeepEqual(differences(kept, PNG.sync.read(await picture(tab))), [], `${which.join('-')} without ${what}`);
        await added.evaluate((element) => element.remove());
      }
      return [];
    });
  }
});
