// Takes pictures of one page of every kind, narrow and wide, light and dark, for a person to look at:
//     SAMVERKA_SITE=… node pictures.mjs OUT

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { lookAt, start } from './lib/browser.mjs';
import { onePerKind } from './lib/site.mjs';

const out = process.argv[2];
if (!out) {
  console.error('Usage: SAMVERKA_SITE=SITE node pictures.mjs OUT');
  process.exit(2);
}
mkdirSync(out, { recursive: true });
const world = await start();
try {
  for (const width of [320, 1280]) {
    for (const colorScheme of ['light', 'dark']) {
      await lookAt(world, onePerKind(), { width, colorScheme }, async (tab, page) => {
        await tab.goto(world.url(page.address), { waitUntil: 'networkidle' });
        const file = join(out, `${page.kind}-${width}-${colorScheme}.png`);
        await tab.screenshot({ path: file, fullPage: true });
        console.log(file);
      });
    }
  }
} finally {
  await world.close();
}
