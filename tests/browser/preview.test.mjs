// What an editor sees: a change comes into the page that stands open, and nothing else on it moves.
//
// SAMVERKA is the program. The content is a copy of tests/golden/content, which a test may change.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';

import { forTests } from './lib/browser.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const world = forTests();
const folder = mkdtempSync(join(tmpdir(), 'samverka-preview-'));
const page = join(folder, 'sidor/om/about.md');
let program;
let origin;

before(async () => {
  cpSync(new URL('../golden/content', import.meta.url), folder, { recursive: true });
  const serve = ['serve', '--content', folder, '--port', '0', '--today', '2026-11-22'];
  program = spawn(process.env.SAMVERKA ?? 'samverka', serve, { stdio: ['ignore', 'pipe', 'ignore'] });
  origin = await new Promise((found, failed) => {
    program.once('exit', () => failed(new Error('the preview ended')));
    createInterface({ input: program.stdout }).on('line', (line) => found(/http:\/\/[^/]+/.exec(line)[0]));
  });
});
after(() => {
  program?.kill();
  rmSync(folder, { recursive: true });
});

const text = (words) => {
  const many = Array.from({ length: 80 }, (_, i) => `Paragraph ${i}.`).join('\n\n');
  return `---\ntitel: About\nsprak: en\n---\n${words}\n\n${many}\n\n[Home](/).\n`;
};

async function open(address, words) {
  if (words) writeFileSync(page, text(words));
  const tab = await world.browser.newPage({ viewport: { width: 1280, height: 800 } });
  if (words) {
    // Until the preview has read what was just written.
    await assert.doesNotReject(async () => {
      for (let i = 0; i < 200; i += 1) {
        await tab.goto(origin + address);
        if ((await tab.content()).includes(words)) return;
      }
      throw new Error(`never says ${words}`);
    });
  } else await tab.goto(origin + address);
  return tab;
}

test('a change comes into the page without moving the reader, the focus or what scripts have done', async () => {
  const tab = await open('/om/about/', 'First version.');
  await tab.evaluate(() => {
    globalThis.untouched = true; // gone, were the page loaded again
    scrollTo({ top: 1500, behavior: 'instant' });
    document.querySelector('main a[href="/"]').focus({ preventScroll: true });
  });
  const place = () => tab.evaluate(() => document.activeElement.getBoundingClientRect().top);
  const top = await place();
  for (const words of ['Second version.', 'Third version, and *another* element.', 'Fourth.\n\nTwo paragraphs.']) {
    writeFileSync(page, text(words));
    await tab.getByText(words.split(/[,\n]/)[0]).waitFor();
    assert.equal(await tab.evaluate(() => globalThis.untouched), true);
    assert.equal(await tab.evaluate(() => document.activeElement.getAttribute('href')), '/');
    assert.ok(Math.abs((await place()) - top) < 2, `moved from ${top} to ${await place()}`);
  }
  await tab.close();
});

test('faults stand above the last good version, are told, reached by keyboard, and go away', async () => {
  const tab = await open('/om/about/', 'Good version.');
  const status = tab.getByRole('region', { name: 'Förhandsgranskning' }).getByRole('status');
  const calm = await status.innerText();
  writeFileSync(page, text('Bad version.').replace('titel:', 'tittel:'));
  await status.getByText('anmärkning').waitFor();
  assert.match(await tab.locator('main').innerText(), /Good version/);
  assert.equal(await tab.getByText('Bad version.').count(), 0);
  // The skip link comes first, and then the way to the faults.
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('Enter');
  assert.equal(await tab.evaluate(() => document.activeElement.id), 'preview_faults');
  const [faults, bar] = [tab.locator('#preview_faults'), tab.locator('.preview-bar')];
  assert.match(await faults.innerText(), /tittel/);
  const covered = async () => (await bar.boundingBox()).y + (await bar.boundingBox()).height - (await faults.boundingBox()).y;
  assert.ok((await covered()) <= 0, 'the bar hides the faults');
  writeFileSync(page, text('Mended version.'));
  await tab.getByText('Mended version.').waitFor();
  assert.equal(await faults.count(), 0);
  assert.equal(await status.innerText(), calm);
  await tab.close();
});

test('what a script has changed is not torn apart: the page is loaded again', async () => {
  const tab = await open('/om/about/', 'Before the script.');
  await tab.evaluate(() => document.querySelector('main').prepend(document.createElement('hr')));
  writeFileSync(page, text('After the script.'));
  await tab.getByText('After the script.').waitFor();
  assert.equal(await tab.locator('main > hr').count(), 0);
  await tab.close();
});

test('a page that is removed and comes back is followed', async () => {
  const tab = await open('/om/about/', 'Here now.');
  rmSync(page);
  await tab.getByText('Here now.').waitFor({ state: 'detached' });
  writeFileSync(page, text('Here again.'));
  await tab.getByText('Here again.').waitFor();
  await tab.close();
});

test('the bar and the faults have no accessibility faults, wide, narrow and dark', async () => {
  writeFileSync(page, readFileSync(page, 'utf8').replace('titel:', 'tittel:'));
  for (const [width, colorScheme] of [[1280, 'light'], [320, 'dark']]) {
    const context = await world.browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const tab = await context.newPage();
    await tab.goto(`${origin}/om/about/`);
    await tab.locator('#preview_faults').waitFor();
    await tab.evaluate(AXE);
    const { violations } = await tab.evaluate(() => globalThis.axe.run({ resultTypes: ['violations'] }));
    assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`), []);
    const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${width}: ${overflow} pixels to the side`);
    if (process.env.PICTURES) await tab.screenshot({ path: join(process.env.PICTURES, `preview-${width}.png`) });
    await context.close();
  }
});
