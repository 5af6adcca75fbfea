// The index of a site under test: the site's own, or a stand-in where the site was built without one.
//
// The stand-in takes the place of the WebAssembly module, with the same exports and the same messages, and knows the site's
// published examples. What the tests say of the page therefore holds with either; what they say of faults needs the
// stand-in, whose files can be made to fail.

import { deflateRawSync } from 'node:zlib';

import { path, read } from './site.mjs';

/** Whether the site has an index of its own, and it is to be used: SAMVERKA_SEARCH=stand-in puts the stand-in in its place. */
export const isReal = process.env.SAMVERKA_SEARCH !== 'stand-in' && read('sok/index.html').includes(' data-root="');

const FILES = '/_s/prov/';
const WASM = '/_a/prov.wasm';
/** The bounds of the stand-in's files of terms. */
const BOUNDS = ['', 'b', 'e', 'k', 'o', 's', 'v'];

/** The published examples: {id, title, summary, places, forms: [{id, namn}], reviewed}. */
export const examples = JSON.parse(read('data/exempel.json')).exempel.map((example) => ({
  id: example.id,
  title: example.titel,
  summary: example.sammanfattning ?? '',
  places: example.kommuner.map((municipality) => municipality.namn),
  forms: example.former.map(({ id, namn }) => ({ id, label: namn })),
  reviewed: example.granskad ?? '',
}));

/**
 * Gives a context of the browser an index. `root` is what its root says: `ok`, or the kind of a fault. `answer(name)`,
 * for each file by name, may return {status, body, wait in ms, type} or 'abort' in place of the file, which is then counted in `asked`.
 */
export async function withIndex(context, { root = 'ok', answer = () => undefined, extra = [] } = {}) {
  const asked = [];
  if (isReal) return asked;
  const attributes = `data-root="${root};1;,${BOUNDS.join(',')};," data-files="${path(FILES)}" data-wasm="${path(WASM)}"`;
  await context.route(`**${path('/sok/')}**`, async (route) => {
    const response = await route.fetch();
    const own = / data-root="[^"]*"\s+data-files="[^"]*"\s+data-wasm="[^"]*"/;
    const body = (await response.text()).replace(own, '').replace('id="search" role="search"', `id="search" role="search" ${attributes}`);
    await route.fulfill({ response, body });
  });
  const give = async (route, name, ok) => {
    asked.push(name);
    const given = answer(name, asked.filter((other) => other === name).length);
    if (given === 'abort') return route.abort();
    const { status = 200, body = ok.body, wait = 0, type = ok.type } = given ?? {};
    await new Promise((done) => setTimeout(done, wait));
    return route.fulfill({ status, body, contentType: type }).catch(() => {});
  };
  await context.route(`**${path(WASM)}`, (route) => give(route, 'wasm', { body: 'wasm', type: 'application/wasm' }));
  await context.route(`**${path(FILES)}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(path(FILES).length).replace(/\.bin$/, '');
    const body = name.startsWith('d/') ? deflateRawSync('ok') : 'ok';
    return give(route, name, { body, type: 'application/octet-stream' });
  });
  await context.addInitScript(standIn, { documents: [...extra, ...examples], bounds: BOUNDS });
  return asked;
}

/** Runs in the page, before its own script. */
function standIn({ documents, bounds }) {
  const found = (text, word) => text.toLowerCase().indexOf(word.toLowerCase());
  const textOf = ({ title, summary, places }) => [title, summary, ...places].join(' ');
  const mark = (text, words) => {
    const hits = words.map((word) => [found(text, word), word.length]).filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0]);
    let marked = '';
    let done = 0;
    for (const [at, length] of hits) {
      if (at < done) continue;
      marked += `${text.slice(done, at)}\x01${text.slice(at, at + length)}\x01`;
      done = at + length;
    }
    return marked + text.slice(done);
  };
  const lines = (...all) => all.map((fields) => fields.join('\x1f')).join('\n');
  const supplied = new Set();
  const call = (operation, text) => {
    if (operation === 0) {
      const [kind] = text.split(';');
      return kind === 'ok' ? '' : lines(['error', kind]);
    }
    if (operation === 1) {
      const [name, body] = text.split('\n');
      if (body !== 'ok') return lines(['error', 'damaged']);
      supplied.add(name);
      return '';
    }
    const [query, order, limit, , isCounted, ...choices] = text.split('\n');
    if (query === 'krasch') throw new WebAssembly.RuntimeError('unreachable');
    const words = query.split(' ').filter(Boolean);
    const need = words.map((word) => `t/${bounds.findLastIndex((bound) => bound <= word.toLowerCase())}`);
    if (isCounted) need.push('facets');
    const rest = () => need.filter((name) => !supplied.has(name));
    if (rest().length > 0) return lines(['need', ...new Set(rest())]);

    const score = (document) => words.filter((word) => found(textOf(document), word) >= 0).length;
    const best = Math.max(0, ...documents.map(score));
    const chosen = choices.map((text) => text.split('='));
    const fits = (document, without) => {
      const own = { form: document.forms.map(({ id }) => id), kommun: document.places.map((place) => place.toLowerCase()) };
      const ids = [...new Set(chosen.map(([id]) => id))].filter((id) => id !== without);
      return ids.every((id) => chosen.some(([other, value]) => other === id && own[id]?.includes(value)));
    };
    const matching = documents.filter((document) => words.length === 0 || (best > 0 && score(document) === best));
    const total = matching.filter((document) => fits(document));
    if (order === 'titel') total.sort((a, b) => a.title.localeCompare(b.title, 'sv'));
    const shown = total.slice(0, limit);
    need.push(...shown.map((document) => `d/${documents.indexOf(document)}`));
    if (rest().length > 0) return lines(['need', ...rest()]);

    const values = (id, list) => {
      const known = new Map(documents.flatMap(list).map((value) => [value.id, value.label]));
      const members = matching.filter((document) => fits(document, id));
      const count = (value) => members.filter((document) => list(document).some((own) => own.id === value)).length;
      return [...known].map(([value, label]) => ['value', value, count(value), label]);
    };
    const has = (word) => documents.some((document) => found(textOf(document), word) >= 0);
    return lines(
      ['found', total.length, Number(best === words.length), query === 'torgte' ? 'torget' : '', total.length],
      ...words.map((word) => ['word', word, Number(has(word))]),
      ...shown.map((document) => [
        'hit',
        `/exempel/${document.id}/`,
        mark(document.title, words),
        mark(document.summary, words),
        document.reviewed,
        'arbetssatt',
        ...['Exempel', ...document.places.slice(0, 2), ...document.forms.slice(0, 2).map(({ label }) => label)],
      ]),
      ...(isCounted
        ? [
            ['filter', 'form', 'Arbetssätt och form'],
            ...values('form', (document) => document.forms),
            ['filter', 'kommun', 'Kommun'],
            ...values('kommun', ({ places }) => places.map((place) => ({ id: place.toLowerCase(), label: place }))),
          ]
        : []),
    );
  };

  const memory = new WebAssembly.Memory({ initial: 8 });
  let length = 0;
  const exports = {
    memory,
    alloc: () => 1024,
    call(operation, at, size) {
      const said = new TextEncoder().encode(call(operation, new TextDecoder().decode(new Uint8Array(memory.buffer, at, size))));
      if (said.length > memory.buffer.byteLength - 65536) memory.grow(1 + Math.ceil(said.length / 65536));
      new Uint8Array(memory.buffer, 65536, said.length).set(said);
      length = said.length;
      return length;
    },
    answer: () => 65536,
  };
  const instantiate = async (source) => {
    const bytes = source instanceof Response ? await source.arrayBuffer() : source;
    if (new TextDecoder().decode(bytes) !== 'wasm') throw new WebAssembly.CompileError('no module');
    return { instance: { exports } };
  };
  WebAssembly.instantiate = instantiate;
  WebAssembly.instantiateStreaming = async (source) => {
    const response = await source;
    if (response.headers.get('content-type') !== 'application/wasm') throw new TypeError('wrong type');
    return instantiate(response);
  };
}
