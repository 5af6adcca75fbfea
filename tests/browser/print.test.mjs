// Prints pages as a person at a meeting does, counts the sheets and looks at them.
//
// The kept pictures of sheets lie in pictures/ beside those of pages; see pictures.test.mjs.

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { forTests, lookAt } from './lib/browser.mjs';
import { none } from './lib/faults.mjs';
import { cutOff, hasPoppler, pdfOf, picturesOf, sheetsOf } from './lib/paper.mjs';
import { faultsOf, leftOver, onPaper, unable, withFonts } from './lib/pictures.mjs';
import { onePerKind, pages } from './lib/site.mjs';

const world = forTests({ env: onPaper });

/** The comparison of so many examples, as a page of the manifest. */
function comparison(count) {
  const examples = pages.filter((page) => page.kind === 'example').slice(0, count);
  return { kind: `compare-${count}`, address: `/jamfor/?${examples.map(({ id }) => `id=${id}`).join('&')}` };
}

/** The number of A4 pages that a page of the site is printed on. */
async function sheets(address) {
  const page = pages.find((page) => page.address === address);
  assert.ok(page, `${address} is not in the site`);
  const [count] = await lookAt(world, [page], { width: 1280 }, async (tab) => {
    await tab.goto(world.url(address), { waitUntil: 'networkidle' });
    return [sheetsOf(await pdfOf(tab))];
  });
  return count;
}

test('what is saved as PDF has the page’s title and language, headings to jump between, and numbered sheets', async () => {
  const page = pages.find((page) => page.kind === 'example');
  await lookAt(world, [page], { width: 1280 }, async (tab) => {
    await tab.goto(world.url(page.address), { waitUntil: 'networkidle' });
    // A browser proposes the title as the file's name, so what the page is about comes first in it.
    assert.ok((await tab.title()).startsWith(page.title));
    const pdf = (await tab.pdf({ preferCSSPageSize: true, tagged: true, outline: true })).toString('latin1');
    const utf16 = [...`\uFEFF${page.title}`].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase());
    assert.ok(pdf.includes(`/Title <${utf16.join('')}`) || pdf.includes(`/Title (${page.title}`), 'no title');
    assert.ok(pdf.includes('/Lang (sv)') && pdf.includes('/MarkInfo') && pdf.includes('/Outlines'));
    const [address, date] = [tab.locator('.print-address'), tab.locator('.colophon time')];
    await tab.emulateMedia({ media: 'print' });
    assert.ok((await address.isVisible()) && (await date.isVisible()), 'paper says where it is from and how old it is');
    assert.match(await address.innerText(), new RegExp(`${page.address}$`));
    return [];
  });
});

test('the paper for the meeting is two pages', async () => {
  assert.equal(await sheets('/infor-motet/'), 2);
});

test('every example is printed on two to four pages', async () => {
  for (const { address } of pages.filter((page) => page.kind === 'example')) {
    const count = await sheets(address);
    assert.ok(count >= 2 && count <= 4, `${address}: ${count}`);
  }
});

test('the foot of an example takes no sheet of its own', async () => {
  const examples = pages.filter((page) => page.kind === 'example');
  const faults = await lookAt(world, examples, { width: 1280 }, async (tab, page) => {
    await tab.goto(world.url(page.address), { waitUntil: 'networkidle' });
    const count = async () => sheetsOf(await pdfOf(tab));
    const whole = await count();
    await tab.evaluate(() => document.querySelector('.site-footer').remove());
    return whole === (await count()) ? [] : [`${page.address}: ${whole} sheets, the last for the foot alone`];
  });
  assert.deepEqual(faults, []);
});

test('nothing is cut off at the edge of a sheet', async () => {
  const looked = [...onePerKind(), comparison(2), comparison(3)];
  const faults = await lookAt(world, looked, { width: 1280 }, async (tab, page) => {
    await tab.goto(world.url(page.address), { waitUntil: 'networkidle' });
    return (await cutOff(tab)).map((fault) => `${page.address}  ${fault}`);
  });
  none(faults, 'parts of pages are cut off on paper');
});

test('what is too wide for a sheet is found', async () => {
  const [example] = pages.filter((page) => page.kind === 'example');
  for (const style of ['.facts { min-width: 700px }', '.facts { width: 100px; overflow: hidden; white-space: nowrap }']) {
    await lookAt(world, [example], { width: 1280, bypassCSP: true }, async (tab) => {
      await tab.goto(world.url(example.address), { waitUntil: 'networkidle' });
      await tab.addStyleTag({ content: style });
      assert.notDeepEqual(await cutOff(tab), [], style);
    });
  }
});

test('sheets look as they did', async (t) => {
  const reason = unable(...(hasPoppler ? [] : ['pdftoppm, of Debian’s poppler-utils, is missing']));
  if (reason) return t.skip(reason);
  const looked = [...onePerKind().filter(({ kind }) => ['example', 'fia'].includes(kind)), comparison(3)];
  const names = [];
  const faults = await lookAt(world, looked, { width: 1280 }, async (tab, page) => {
    await tab.goto(world.url(page.address), { waitUntil: 'networkidle' });
    return picturesOf(await pdfOf(tab)).flatMap((sheet, i) => {
      names.push(`paper-${page.kind}-${i + 1}`);
      return faultsOf(names.at(-1), sheet);
    });
  });
  none([...faults, ...leftOver(/^paper-/, names)], 'sheets look different');
});

test('where a font of the pictures is missing, other tests have the fonts that there are', () => {
  assert.equal(withFonts('fonts.conf', ['/missing.ttf']).FONTCONFIG_FILE, process.env.FONTCONFIG_FILE);
  assert.match(withFonts('fonts.conf', []).FONTCONFIG_FILE, /lib\/fonts\.conf$/);
});

test('a kept sheet that is no more is found, and removed when the others are kept anew', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samverka-pictures-'));
  try {
    for (const name of ['paper-fia-1', 'paper-fia-2', 'start-320-light']) writeFileSync(join(folder, `${name}.png`), '');
    const faults = leftOver(/^paper-/, ['paper-fia-1'], folder, false);
    assert.ok(faults.length === 1 && faults[0].startsWith('paper-fia-2: '), faults.join());
    assert.deepEqual(leftOver(/^paper-/, ['paper-fia-1'], folder, true), []);
    assert.deepEqual(readdirSync(folder).sort(), ['paper-fia-1.png', 'start-320-light.png']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the button prints, and is not there without JavaScript', async () => {
  const { address } = pages.find((page) => page.kind === 'example');
  const context = await world.browser.newContext();
  const tab = await context.newPage();
  await tab.addInitScript(() => (globalThis.print = () => (globalThis.printed = true)));
  await tab.goto(world.url(address));
  await tab.getByRole('button', { name: /Skriv ut/ }).click();
  assert.equal(await tab.evaluate(() => globalThis.printed), true);
  await context.close();
  const without = await world.browser.newContext({ javaScriptEnabled: false });
  const plain = await without.newPage();
  await plain.goto(world.url(address));
  assert.equal(await plain.getByRole('button', { name: /Skriv ut/ }).count(), 0);
  await without.close();
});
