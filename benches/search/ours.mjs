// What the benchmark knows of samverka's search page.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { packed } from './server.mjs';

/** A result on the page, and the field for the query. */
const RESULT = '#search_hits > li';
export const field = '#search_q';
/** How many keystrokes are timed on the page, where each takes as long as its script waits for the next. */
const SHOWN = 150;
const ROOT = /\sdata-root="[^"]*"/;

export const pages = {};
export const address = (query) => `/sok/?q=${encodeURIComponent(query)}`;

/** Notes when the first ten results last came to say something else, which is when a visitor has them. */
export const script = `(() => {
  let shown = '';
  const look = () => {
    const results = [...document.querySelectorAll(${JSON.stringify(RESULT)})].slice(0, 10);
    const text = results.map((result) => result.textContent).join();
    if (text === shown) return;
    shown = text;
    requestAnimationFrame(() => { globalThis.bench = { results: results.length, painted: performance.timeOrigin + performance.now() }; });
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
})()`;
export const painted = 'Boolean(globalThis.bench?.results)';

const page = (folder) => join(folder, 'sok', 'index.html');

export const forgives = true;

/** Whether the site was built by a program that has search. */
export const hasSearch = (folder) => existsSync(page(folder)) && ROOT.test(readFileSync(page(folder), 'utf8'));

/** Bytes that the root of the index adds to the packed page. */
export function embedded(folder) {
  const html = readFileSync(page(folder), 'utf8');
  return packed(Buffer.from(html)).length - packed(Buffer.from(html.replace(ROOT, ''))).length;
}

/** What a request is for; undefined for the page itself, its style and its pictures, which are there without a search. */
export function kindOf({ url, type, mime, start }, shownAt) {
  const name = new URL(url).pathname;
  if (/javascript/.test(mime)) return 'script';
  if (mime === 'application/wasm') return 'wasm';
  if (!name.includes('/_s/')) return ['Fetch', 'XHR', 'Other'].includes(type) && !/icon|manifest/.test(name) ? 'other' : undefined;
  if (name.endsWith('/filter.bin') || start > shownAt) return 'filters';
  return /\/d\/[^/]+$/.test(name) ? 'pages' : 'index';
}

/**
 * Milliseconds of each keystroke, with everything loaded: `engine` is the call of the WebAssembly module with its answer
 * read, `filters` the same with counts wanted, and `page` is from the input event until the list has changed.
 */
export async function keystrokes(tab, queries) {
  await tab.open(tab.origin + address(queries[0]));
  if (!(await tab.until(painted))) throw new Error('the search page shows nothing');
  await tab.quiet(500);
  const typed = queries.flatMap((query) => [...query].map((_, at) => query.slice(0, at + 1)));
  const engine = await tab.evaluate(timeEngine, typed);
  const page = await tab.evaluate(timePage, { typed: typed.slice(0, SHOWN), field, result: RESULT });
  return { ...engine, page };
}

// Both of these run in the page.

async function timeEngine(typed) {
  const { root, files, wasm } = document.querySelector('[data-root]').dataset;
  const { instance } = await WebAssembly.instantiate(await (await fetch(wasm)).arrayBuffer(), {});
  const { memory, alloc, call, answer } = instance.exports;
  const ask = (operation, bytes) => {
    const at = alloc(bytes.length);
    new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
    const length = call(operation, at, bytes.length);
    const lines = new TextDecoder().decode(new Uint8Array(memory.buffer, answer(), length)).split('\n');
    const fields = lines.map((line) => line.split('\x1f'));
    if (fields[0][0] === 'error') throw new Error(fields[0][1]);
    return fields;
  };
  const text = (string) => new TextEncoder().encode(string);
  ask(0, text(root));
  const supply = async (name) => {
    let body = (await fetch(`${files}${name}.bin`)).body;
    if (name.startsWith('d/')) body = body.pipeThrough(new DecompressionStream('deflate-raw'));
    const bytes = new Uint8Array(await new Response(body).arrayBuffer());
    const head = text(`${name}\n`);
    const whole = new Uint8Array(head.length + bytes.length);
    whole.set(head);
    whole.set(bytes, head.length);
    ask(1, whole);
  };
  const times = {};
  const needed = ([[kind, ...names]]) => (kind === 'need' ? names : undefined);
  for (const [kind, counts] of [['engine', ''], ['filters', '1']]) {
    const requests = typed.map((query) => text(`${query}\nrelevans\n10\n1\n${counts}`));
    for (const request of requests) {
      for (let names; (names = needed(ask(2, request))); ) await Promise.all(names.map(supply));
    }
    times[kind] = requests.map((request) => {
      const start = performance.now();
      const found = ask(2, request);
      // Files may have been dropped again to spare memory: then this is no keystroke with everything loaded.
      return needed(found) ? undefined : performance.now() - start;
    }).filter((time) => time !== undefined);
  }
  return times;
}

async function timePage({ typed, field, result }) {
  const input = document.querySelector(field);
  const shown = () => [...document.querySelectorAll(result)].map((item) => item.textContent).join();
  const type = (query) => {
    input.value = query;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
  };
  /** Milliseconds until the list says something else; undefined when it stays as it is. */
  const change = (query, most) => {
    const [before, start] = [shown(), performance.now()];
    return new Promise((done) => {
      const end = (time) => {
        observer.disconnect();
        clearTimeout(timer);
        done(time);
      };
      const observer = new MutationObserver(() => shown() !== before && end(performance.now() - start));
      const timer = setTimeout(end, most);
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      type(query);
    });
  };
  for (const query of typed) await change(query, 300);
  const times = [];
  for (const query of typed) times.push(await change(query, 300));
  return times.filter((time) => time !== undefined);
}
