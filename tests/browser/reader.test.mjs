// The reader of the search index, whatever it is given: always an answer, never a trap.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { crc32 } from 'node:zlib';

const module = new WebAssembly.Module(readFileSync(new URL('../../themes/standard/assets/search.wasm', import.meta.url)));
const [OPEN, SUPPLY, SEARCH] = [0, 1, 2];
const VERSION = 1;

const bytesOf = (value) => (typeof value === 'string' ? new TextEncoder().encode(value) : Uint8Array.from(value));

/** A reader: (op, bytes or text) → the fields of the first line it answers. */
function reader() {
  const { memory, alloc, call, answer } = new WebAssembly.Instance(module).exports;
  return (op, value) => {
    const bytes = bytesOf(value);
    const place = alloc(bytes.length);
    new Uint8Array(memory.buffer, place, bytes.length).set(bytes);
    const length = call(op, place, bytes.length);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(memory.buffer, answer(), length));
    return text.split('\n')[0].split('\x1f');
  };
}

/** A file of an index with a right checksum. */
function sealed(kind, content, version = VERSION) {
  const bytes = [kind.charCodeAt(0), version, ...content];
  const sum = crc32(Uint8Array.from(bytes));
  return [...bytes, sum & 255, (sum >>> 8) & 255, (sum >>> 16) & 255, sum >>> 24];
}

/** Numbers that only look random: the same in every run. */
function* numbers(seed) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state >>> 16;
  }
}

function content(seed, most = 300) {
  const next = numbers(seed);
  const one = () => next.next().value;
  return Array.from({ length: one() % most }, () => one() & 255);
}

const faultOf = ([kind, fault]) => (kind === 'error' ? fault : undefined);

/** The text of a root of so many pages. */
const root = (pages) => `${VERSION};${pages};,,e,s;,`;

test('a root that is none says why', () => {
  const read = reader();
  for (const text of ['', '<!DOCTYPE html>', sealed('t', [1, 2, 3]), [0xff]]) assert.equal(faultOf(read(OPEN, text)), 'foreign');
  assert.equal(faultOf(read(OPEN, `${VERSION + 1};new`)), 'newer');
  assert.equal(faultOf(read(OPEN, `${VERSION - 1};`)), 'older');
  for (const cut of [1, 3, 6]) assert.equal(faultOf(read(OPEN, root(9).slice(0, cut))), 'damaged');
  assert.equal(faultOf(read(OPEN, root(999_999_999))), 'damaged');
  assert.deepEqual(read(OPEN, root(9)), ['']);
});

test('before anything is open, every operation is refused', () => {
  const read = reader();
  assert.equal(faultOf(read(SUPPLY, 't/0\nx')), 'request');
  assert.equal(faultOf(read(SEARCH, 'avtal')), 'request');
  assert.equal(faultOf(read(77, 'avtal')), 'request');
});

test('any root and any files end in an answer', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const read = reader();
    const opened = read(OPEN, seed % 9 ? root(seed) : content(seed));
    if (faultOf(opened)) {
      assert.equal(faultOf(opened), 'foreign');
      continue;
    }
    for (const [name, kind] of Object.entries({ 't/0': 't', 'r/0': 'r', 'd/0': 'd', filter: 'f', titel: 'o', other: 'x' })) {
      const answer = read(SUPPLY, [...bytesOf(`${name}\n`), ...sealed(kind, content(seed + kind.charCodeAt(0)))]);
      assert.ok(answer[0] === '' || answer[0] === 'error', JSON.stringify(answer));
    }
    for (const request of ['avtal samverkann -malmö "en fras"', '\n\n10\n\n1\nform=x', '\ntitel', '', 'å'.repeat(9_999), [0x71, 0xff]]) {
      const answer = read(SEARCH, request);
      assert.ok(['need', 'found'].includes(answer[0]), JSON.stringify(answer));
    }
  }
});

test('searches leave nothing in memory', () => {
  const { memory, alloc, call } = new WebAssembly.Instance(module).exports;
  const send = (op, bytes) => {
    const place = alloc(bytes.length);
    new Uint8Array(memory.buffer, place, bytes.length).set(bytes);
    call(op, place, bytes.length);
  };
  send(OPEN, bytesOf(root(999)));
  const search = bytesOf('samverkansavtal "en fras" -ord överrenskommelse\n\n10\n\n1');
  send(SEARCH, search);
  const before = memory.buffer.byteLength;
  for (let time = 0; time < 5_000; time += 1) send(SEARCH, search);
  assert.equal(memory.buffer.byteLength, before);
});

test('a place that was not given is not read', () => {
  const { memory, alloc, call, answer } = new WebAssembly.Instance(module).exports;
  alloc(4);
  const length = call(OPEN, 12345, 4_000_000_000);
  const text = new TextDecoder().decode(new Uint8Array(memory.buffer, answer(), length));
  assert.equal(text, 'error\x1fforeign');
});
