// Measures what a search costs a visitor, in Chromium: bytes and rounds of a first search with nothing in the cache, and the
// time of a keystroke with everything loaded. Prints JSON for table.py.
//
//   node benches/search/measure.mjs QUERIES.jsonl --pagefind FOLDER [--samverka FOLDER] [--latency 100] [--keystrokes 30]
//
// The folders are finished sites. Bytes are what the protocol calls encodedDataLength: bodies as they were sent, and headers.
// A round is a request that began after another had ended; each request takes `latency` milliseconds more, so that such a
// chain is seen.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { Browser, pause } from './cdp.mjs';
import * as samverka from './ours.mjs';
import * as pagefind from './pagefind.mjs';
import { serve } from './server.mjs';

/** How many queries are typed letter by letter, and the milliseconds between two letters. */
const TYPED = 10;
const LETTER = 150;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pagefind: { type: 'string' },
    samverka: { type: 'string' },
    latency: { type: 'string', default: '100' },
    keystrokes: { type: 'string', default: '30' },
  },
});
if (!positionals[0]) throw new Error('usage: node benches/search/measure.mjs QUERIES.jsonl --pagefind FOLDER [--samverka FOLDER]');
const queries = readFileSync(positionals[0], 'utf8').trim().split('\n').map((line) => JSON.parse(line));

const found = {};
const browser = await Browser.start();
try {
  for (const [name, engine] of Object.entries({ pagefind, samverka })) {
    const folder = values[name];
    if (!folder) continue;
    if (!engine.hasSearch(folder)) {
      console.error(`${name}: the site in ${folder} has no search.`);
      continue;
    }
    const server = await serve(folder, engine.pages);
    const root = engine.embedded(folder);
    const searches = [];
    for (const { kind, query, base } of queries) {
      const search = await first(engine, server, query, root);
      // What a slip costs is what it costs beyond the query that was meant.
      if (base && engine.forgives) search.base = (await first(engine, server, base, root)).bytes;
      searches.push({ kind, query, ...search });
    }
    const typed = [];
    for (const { query } of some(TYPED)) typed.push({ query, bytes: root + (await lettered(engine, server, query)) });
    found[name] = { searches, typed, keystrokes: await keystrokes(engine, server) };
    await server.close();
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(found, undefined, 1));

/** About so many queries of all kinds but slips. */
function some(number) {
  const right = queries.filter(({ kind }) => kind !== 'slip');
  const every = Math.max(1, Math.floor(right.length / number));
  return right.filter((_, at) => at % every === 0);
}

/** One search with an empty cache. `root` is how many bytes of the index are part of the page. */
async function first(engine, server, query, root) {
  const before = server.served;
  const tab = await browser.tab({ latency: Number(values.latency), script: engine.script });
  const start = Date.now();
  await tab.open(server.origin + engine.address(query));
  await tab.until(engine.painted, 5000);
  await tab.quiet(400);
  const { painted, results } = (await tab.evaluate('globalThis.bench')) ?? {};
  const all = [...tab.requests.values()];
  await tab.close();
  const failed = all.filter((request) => request.failed || (request.status >= 400 && !/favicon/.test(request.url)));
  if (failed.length > 0) throw new Error(`${query}: ${failed.map(({ url, failed: why, status }) => `${url} ${why ?? status}`)}`);
  if (all.length !== server.served - before) {
    throw new Error(`${query}: ${server.served - before} served, seen: ${all.map(({ url }) => new URL(url).pathname).join(' ')}`);
  }

  const parts = root ? { list: root } : {};
  const counted = [];
  for (const request of all) {
    const kind = engine.kindOf(request, painted ?? Infinity);
    if (!kind) continue;
    parts[kind] = (parts[kind] ?? 0) + request.bytes;
    if (kind !== 'filters') counted.push(request);
  }
  const bytes = Object.entries(parts).reduce((sum, [kind, size]) => sum + (kind === 'filters' ? 0 : size), 0);
  const milliseconds = painted && Math.round(painted - start);
  return { bytes, parts, requests: counted.length, rounds: rounds(counted), results: results ?? 0, milliseconds };
}

/** Bytes of everything that is fetched while a query is typed letter by letter into the empty field, filters as well. */
async function lettered(engine, server, query) {
  const tab = await browser.tab({ latency: Number(values.latency), script: engine.script });
  await tab.open(server.origin + engine.address(''));
  await tab.quiet(400);
  await tab.evaluate(`document.querySelector(${JSON.stringify(engine.field)}).focus()`);
  for (const letter of query) {
    await tab.send('Input.insertText', { text: letter });
    await pause(LETTER);
  }
  await tab.until(engine.painted, 5000);
  await tab.quiet(800);
  const all = [...tab.requests.values()];
  await tab.close();
  return all.filter((request) => engine.kindOf(request, Infinity)).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The longest chain of requests each of which began after the one before had ended. */
function rounds(requests) {
  const sorted = [...requests].sort((a, b) => a.end - b.end);
  let [count, last] = [0, -Infinity];
  for (const { start, end } of sorted) if (start >= last) [count, last] = [count + 1, end];
  return count;
}

async function keystrokes(engine, server) {
  const typed = some(Number(values.keystrokes)).map(({ query }) => query);
  const tab = await browser.tab({ script: engine.script });
  tab.origin = server.origin;
  try {
    return await engine.keystrokes(tab, typed);
  } catch (error) {
    console.error(`Keystrokes were not timed: ${error.message}`);
    return {};
  } finally {
    await tab.close();
  }
}
