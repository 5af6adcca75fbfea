// What a reviewer sees: the old and the new page side by side, opened from a folder as a file that was fetched, without a server and
// without scripts; and a site that is built as a preview.
//
// SAMVERKA is the program. The content is a copy of tests/golden/content.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';

import { HtmlValidate, StaticConfigLoader } from 'html-validate';

import { forTests } from './lib/browser.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const PAGES = ['index.html', 'sida/1.html', 'sida/2.html'];

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: { 'long-title': 'off', 'doctype-style': 'off', 'no-trailing-whitespace': 'off' },
  }),
);

const world = forTests();
const folder = mkdtempSync(join(tmpdir(), 'samverka-diff-'));
const at = (path) => pathToFileURL(join(folder, 'ut', path)).href;

function samverka(...args) {
  const done = spawnSync(process.env.SAMVERKA ?? 'samverka', [...args, '--today', '2026-11-22'], { cwd: folder, encoding: 'utf8' });
  return { ...done, said: done.stdout + done.stderr };
}

before(() => {
  for (const side of ['content', 'earlier']) cpSync(new URL('../golden/content', import.meta.url), join(folder, side), { recursive: true });
  const page = join(folder, 'content/exempel/torget-i-ale.md');
  const text = readFileSync(page, 'utf8');
  writeFileSync(page, text.replace('Teamet möts', 'Teamet \\<ses> & träffas').replace('nivå: individ', 'nivå: okänt'));
  writeFileSync(join(folder, 'content/sidor/ny.md'), '---\ntitel: En ny sida\n---\nText.\n');
  const done = samverka('diff', 'earlier', '--format', 'html', '--out', 'ut');
  assert.ok(done.status < 2, done.said);
});
after(() => rmSync(folder, { recursive: true }));

async function open(path, options = {}) {
  const context = await world.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const tab = await context.newPage();
  await tab.goto(at(path));
  return tab;
}

test('the list leads to each page, before and after, without a script or a server', async () => {
  const tab = await open('index.html', { javaScriptEnabled: false });
  await tab.getByRole('link', { name: /Visa före och efter: Torget/ }).click();
  assert.equal(await tab.getByRole('heading', { level: 1 }).count(), 1);
  const [before, after] = ['Före', 'Efter'].map((side) => tab.frameLocator(`iframe[title^="${side}:"]`));
  await before.getByText('Teamet möts').waitFor();
  await after.getByText('Teamet <ses> & träffas').waitFor();
  await before.getByText('Förhandsgranskning: före ändringen').waitFor();
  await after.getByText('Förhandsgranskning: efter ändringen').waitFor();
  // The site's own style applies, from a folder and in a frame.
  const measure = await after.locator('main').evaluate((main) => getComputedStyle(main).maxWidth + getComputedStyle(main.parentElement).margin);
  assert.notEqual(measure, 'none8px');
  // Links of the framed page work, too.
  await after.getByRole('link', { name: 'Exempel', exact: true }).first().click();
  const frame = tab.frames().find((frame) => frame.url().includes('/ut/efter/'));
  await frame.waitForURL(/\/ut\/efter\/exempel\/index\.html$/);
});

test('everything is reached with the keyboard', async () => {
  const tab = await open('sida/2.html');
  const reached = new Set();
  for (let i = 0; i < 40 && reached.size < 5; i += 1) {
    await tab.keyboard.press('Tab');
    reached.add(await tab.evaluate(() => {
      const { tagName, title, textContent } = document.activeElement;
      return tagName === 'IFRAME' ? title.split(':')[0] : `${tagName} ${textContent.trim().slice(0, 20)}`;
    }));
    if (reached.has('Före')) break;
  }
  assert.ok(reached.has('A Tillbaka till listan') && reached.has('A Öppna sidan') && reached.has('Före'), [...reached].join(', '));
});

test('nothing is outside the window of a phone, and the pages stand one below the other', async () => {
  for (const path of PAGES) {
    const tab = await open(path, { viewport: { width: 320, height: 640 } });
    assert.ok((await tab.evaluate(() => document.documentElement.scrollWidth)) <= 320, path);
    const frames = await tab.locator('iframe').evaluateAll((all) => all.map((frame) => frame.getBoundingClientRect().left));
    assert.ok(frames.every((left) => left === frames[0]), path);
  }
});

async function faults(tab) {
  await tab.evaluate(AXE);
  // What is framed has tests of its own.
  const { violations } = await tab.evaluate((tags) => globalThis.axe.run({ runOnly: tags, iframes: false }), TAGS);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

const invalid = (path) =>
  validator.validateFileSync(join(folder, path)).results.flatMap(({ messages }) => messages.map((m) => `${path}:${m.line}  ${m.ruleId}: ${m.message}`));

test('axe and html-validate find nothing', async () => {
  for (const path of PAGES) {
    for (const colorScheme of ['light', 'dark']) assert.deepEqual(await faults(await open(path, { colorScheme })), [], `${path} ${colorScheme}`);
    assert.deepEqual(invalid(join('ut', path)), []);
  }
});

test('a site built as a preview says so on every page, and nothing is wrong with them', async () => {
  const done = samverka('build', '--preview', 'ändring <12>', '--out', 'preview');
  assert.equal(done.status, 0, done.said);
  const page = 'exempel/torget-i-ale/index.html';
  const html = readFileSync(join(folder, 'preview', page), 'utf8');
  assert.ok(html.includes('Förhandsgranskning: ändring &lt;12&gt;') && html.includes('<meta name="robots" content="noindex">'));
  assert.deepEqual(invalid(join('preview', page)), []);
  for (const width of [320, 1280]) {
    const tab = await open(`efter/${page}`, { viewport: { width, height: 800 } });
    assert.deepEqual(await faults(tab), []);
    assert.ok((await tab.evaluate(() => document.documentElement.scrollWidth)) <= width);
  }
});
