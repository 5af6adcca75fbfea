// Ten pages look as they did when someone last looked at them.
//
// The pictures lie in pictures/. After a change that is meant to be seen, look at the new ones and keep them:
//     SAMVERKA_SITE=… SAMVERKA_BLESS=1 node --test pictures.test.mjs
// They are only comparable where the same fonts are installed; elsewhere the test says so and is skipped.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

import { forTests, lookAt } from './lib/browser.mjs';
import { none } from './lib/faults.mjs';
import { onePerKind } from './lib/site.mjs';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'pictures');
const FONTS = join(FOLDER, 'fonts.json');
/** The share of pixels that may differ: letters are smoothed differently on other processors. */
const TOLERANCE = 0.005;
const HEIGHT = 900;
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

const world = forTests();
const bless = Boolean(process.env.SAMVERKA_BLESS);

test('ten pages look as they did', async (t) => {
  mkdirSync(FOLDER, { recursive: true });
  const fonts = await installedFonts();
  if (bless) writeFileSync(FONTS, `${JSON.stringify(fonts)}\n`);
  if (!existsSync(FONTS) || JSON.stringify(fonts) !== JSON.stringify(JSON.parse(readFileSync(FONTS, 'utf8')))) {
    return t.skip('other fonts are installed here than where the pictures were taken');
  }
  const faults = [];
  for (const [kind, width, colorScheme] of PICTURES) {
    const page = onePerKind().find((page) => page.kind === kind);
    const file = join(FOLDER, `${kind}-${width}-${colorScheme}.png`);
    if (!page) {
      faults.push(`the site has no page of the kind ${kind}`);
      continue;
    }
    const options = { width, colorScheme, reducedMotion: 'reduce' };
    const [now] = await lookAt(world, [page], options, async (tab) => {
      await tab.setViewportSize({ width, height: HEIGHT });
      await tab.goto(world.url(page.address), { waitUntil: 'networkidle' });
      return [PNG.sync.read(await tab.screenshot())];
    });
    if (bless) {
      writeFileSync(file, PNG.sync.write(now, { colorType: 2, deflateLevel: 9 }));
      continue;
    }
    const before = PNG.sync.read(readFileSync(file));
    const differing = pixelmatch(before.data, now.data, null, width, HEIGHT, { threshold: 0.2 });
    if (differing > TOLERANCE * width * HEIGHT) {
      const shown = join(FOLDER, '..', 'out', `${kind}-${width}-${colorScheme}.png`);
      mkdirSync(dirname(shown), { recursive: true });
      writeFileSync(shown, PNG.sync.write(now));
      faults.push(`${kind} at ${width} pixels (${colorScheme}): ${differing} pixels differ; it now looks like ${shown}`);
    }
  }
  none(faults, 'pages look different');
});

/** The width of a line in each weight that the theme uses: equal where the same fonts are installed. */
async function installedFonts() {
  const [widths] = await lookAt(world, onePerKind().slice(0, 1), { width: 1280 }, async (tab, page) => {
    await tab.goto(world.url(page.address));
    return [
      await tab.evaluate(() => {
        const context = document.createElement('canvas').getContext('2d');
        const family = getComputedStyle(document.body).fontFamily;
        return [400, 600, 700].map((weight) => {
          context.font = `${weight} 100px ${family}`;
          return Math.round(context.measureText('Samverkansöverenskommelse 0123456789').width);
        });
      }),
    ];
  });
  return widths;
}
