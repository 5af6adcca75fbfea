// How long an editor waits: from the write of a file to the painted page, in Chromium, among many examples.
//
//   node benches/preview.mjs CONTENT [--samverka target/release/samverka] [--runs 20] [--pauses 50,300,3000]
//
// CONTENT is a folder of generate.py that may be changed. An example is open and scrolled half-way, with the focus on a
// link; a sentence in its file is changed, by turns written in place and written beside and moved, as editors do. The
// clock starts before the write and stops when a frame with the new sentence has been painted. Both processes read the
// same machine's clock. From the painted page to the next write there is a pause, of each length in turn, in milliseconds:
// work that a change leaves for later must not be in the way of the next one, whenever that comes. playwright-core comes
// from tests/browser (npm ci there), Chromium from CHROMIUM or Debian's place.

import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

const { chromium } = createRequire(new URL('../tests/browser/package.json', import.meta.url))('playwright-core');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    samverka: { type: 'string', default: 'target/release/samverka' },
    runs: { type: 'string', default: '20' },
    pauses: { type: 'string', default: '50,300,3000' },
  },
});
const content = positionals[0];
if (!content) throw new Error('usage: node benches/preview.mjs CONTENT [--samverka PROGRAM] [--runs N] [--pauses MS,…]');
const pauses = values.pauses.split(',').map(Number);

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];

const clock = () => performance.timeOrigin + performance.now();

/** Both ways in which editors save. */
const WAYS = {
  'in place': (file, text) => writeFileSync(file, text),
  'moved there': (file, text) => {
    writeFileSync(`${file}~`, text);
    renameSync(`${file}~`, file);
  },
};

const program = spawn(values.samverka, ['serve', '--content', content, '--port', '0', '--lang', 'en', '--today', '2026-11-22']);
let browser;
try {
  const origin = await new Promise((found, failed) => {
    program.once('exit', () => failed(new Error('the preview ended')));
    createInterface({ input: program.stdout }).on('line', (line) => {
      const address = /http:\/\/[^/ ]+\//.exec(line);
      if (address) found(address[0]);
    });
  });
  program.stderr.resume();
  const examples = readdirSync(join(content, 'exempel')).filter((name) => name.endsWith('.md'));
  const name = examples[examples.length >> 1];
  const file = join(content, 'exempel', name);
  const original = readFileSync(file, 'utf8');
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...FLAGS, ...QUIET] });
  const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  // In every document, so that a preview which loads the page again is timed as well.
  await tab.addInitScript(() => {
    const look = () => {
      const words = document.body?.textContent.match(/Mätning nummer \d+\./)?.[0];
      if (!words || words === globalThis.seen) return;
      globalThis.seen = words;
      requestAnimationFrame(() => {
        // A message comes after the frame has been handed over.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => globalThis.painted(words, performance.timeOrigin + performance.now());
        port2.postMessage(0);
      });
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  });
  const waiting = new Map();
  await tab.exposeFunction('painted', (words, at) => waiting.get(words)?.(at));
  await tab.goto(`${origin}exempel/${name.replace(/\.md$/, '')}/`, { waitUntil: 'load' });

  let written = 0;
  const change = async (pause) => {
    const number = (written += 1);
    const words = `Mätning nummer ${number}.`;
    const [way, write] = Object.entries(WAYS)[number % 2];
    const before = await tab.evaluate(() => {
      const { scrollingElement } = document;
      scrollingElement.scrollTo({ top: (scrollingElement.scrollHeight - innerHeight) / 2, behavior: 'instant' });
      const link = [...document.querySelectorAll('main a, footer a')].at(-1);
      link.focus({ preventScroll: true });
      return { top: scrollingElement.scrollTop, focused: document.activeElement.outerHTML };
    });
    const painted = new Promise((seen, failed) => {
      waiting.set(words, seen);
      setTimeout(() => failed(new Error(`${way}: never shown`)), 30_000).unref();
    });
    const started = clock();
    write(file, original.replace(/\n## Arbetssätt\n\n/, (heading) => `${heading}${words} `));
    const time = (await painted) - started;
    await new Promise((later) => setTimeout(later, pause));
    const after = await tab.evaluate(() => ({
      top: document.scrollingElement.scrollTop,
      focused: document.activeElement.outerHTML,
    }));
    return { time, way, pause, moved: Math.abs(after.top - before.top), focus: after.focused === before.focused };
  };

  const runs = [];
  for (const pause of pauses) {
    await change(pause); // warms up
    for (let run = 1; run <= Number(values.runs); run += 1) runs.push(await change(pause));
  }
  writeFileSync(file, original);
  const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
  console.log(`\n**${examples.length} examples, from the write to the painted page**\n`);
  console.log('| pause ms | written | runs | median ms | most ms |\n| --: | --- | --: | --: | --: |');
  for (const pause of pauses) {
    const paused = runs.filter((run) => run.pause === pause);
    for (const [label, ways] of [...Object.keys(WAYS).map((way) => [way, [way]]), ['both', Object.keys(WAYS)]]) {
      const times = paused.filter((run) => ways.includes(run.way)).map((run) => run.time);
      console.log(`| ${pause} | ${label} | ${times.length} | ${median(times).toFixed(0)} | ${Math.max(...times).toFixed(0)} |`);
    }
  }
  const lost = runs.filter((run) => run.moved > 2 || !run.focus);
  console.log(`\nThe reader's place and focus were kept in ${runs.length - lost.length} of ${runs.length} runs.`);
  if (lost.length > 0) {
    console.log(lost);
    process.exitCode = 1;
  }
} finally {
  await browser?.close();
  program.kill();
}
