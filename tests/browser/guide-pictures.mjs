// Takes the pictures of the guide to editors from the real form, while its steps are done:
//     SAMVERKA_SITE=… SAMVERKA_CMS=… node guide-pictures.mjs
// They are written to content/media/redigera/, as WebP with a file of facts beside each.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { start } from './lib/browser.mjs';
import { modules, startCms } from './lib/cms.mjs';
import { guide, Reader } from './lib/guide.mjs';
import { repository } from './lib/program.mjs';

const SIZE = { width: 960, height: 600 };
const QUALITY = 0.6;
const MADE_BY = 'Webbplatsens redaktion. Formuläret är Decap CMS.';

if (!modules) {
  console.error('SAMVERKA_CMS names no folder with Decap CMS; packaging/fetch-cms makes one');
  process.exit(2);
}
const world = await start();
const cms = await startCms();
try {
  const context = await world.browser.newContext({ viewport: SIZE, locale: 'sv-SE', reducedMotion: 'reduce' });
  const tab = await context.newPage();
  const canvas = await context.newPage();
  const reader = new Reader(tab, cms.origin);
  for (const step of guide()) {
    if (step.what !== 'picture') {
      await reader.do(step);
      continue;
    }
    // Messages that pass, lists that close and letters that are saved.
    await tab.waitForTimeout(6000);
    const webp = await asWebp(canvas, await tab.screenshot());
    const file = join(repository, 'content', step.value);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, webp);
    const alt = /^!\[([^\]]*)\]/.exec(step.text)[1];
    writeFileSync(`${file}.yaml`, `upphov: ${JSON.stringify(MADE_BY)}\nlicens: CC BY 4.0\nalt: ${JSON.stringify(alt)}\n`);
    console.log(`${step.value}: ${webp.length} bytes`);
  }
} finally {
  await cms.close();
  await world.close();
}

/** The browser's own encoder: nothing to install. */
async function asWebp(page, png) {
  const address = await page.evaluate(
    async ({ source, quality }) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      canvas.getContext('2d').drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', quality);
    },
    { source: `data:image/png;base64,${png.toString('base64')}`, quality: QUALITY },
  );
  return Buffer.from(address.split(',')[1], 'base64');
}
