// The reader of the search index, whatever it is given: always JSON, never a trap.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { crc32 } from 'node:zlib';

const module = new WebAssembly.Module(readFileSync(new URL('../../themes/standard/assets/search.wasm', import.meta.url)));
const [OPEN, SUPPLY, SEARCH] = [0, 1, 2];
const VERSION = 1;

const bytesOf = (value) => (typeof value === 'string' ? new TextEncoder().encode(value) : Uint8Array.from(value));

/** A reader: (op, bytes or text) → what it answers. */
function reader() {
  const { memory, alloc, call, answer } = new WebAssembly.Instance(module).exports;
  return (op, value) => {
    const bytes = bytesOf(value);
    const place = alloc(bytes.length);
    new Uint8Array(memory.buffer, place, bytes.length).set(bytes);
    const length = call(op, place, bytes.length);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(memory.buffer, answer(), length));
    return JSON.parse(text);
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

const kindOf = (answer) => answer.error?.kind;

test('a root that is none says why', () => {
  const read = reader();
  assert.equal(kindOf(read(OPEN, '')), 'damaged');
  assert.equal(kindOf(read(OPEN, '<!DOCTYPE html>')), 'foreign');
  assert.equal(kindOf(read(OPEN, sealed('t', [1, 2, 3]))), 'foreign');
  assert.equal(kindOf(read(OPEN, sealed('S', [1, 2, 3], VERSION + 1))), 'newer');
  assert.equal(kindOf(read(OPEN, sealed('S', [1, 2, 3], VERSION - 1))), 'older');
  const damaged = sealed('S', [1, 2, 3]);
  damaged[3] ^= 16;
  assert.equal(kindOf(read(OPEN, damaged)), 'damaged');
});

test('before anything is open, every operation is refused', () => {
  const read = reader();
  assert.equal(kindOf(read(SUPPLY, 't/0\nx')), 'request');
  assert.equal(kindOf(read(SEARCH, 'q:avtal')), 'request');
  assert.equal(kindOf(read(77, 'q:avtal')), 'request');
});

test('any root and any files end in an answer', () => {
  let opened = 0;
  for (let seed = 1; seed <= 300; seed += 1) {
    const read = reader();
    const root = read(OPEN, sealed('S', seed % 3 ? [255, seed, ...content(seed)] : content(seed)));
    if (root.error) {
      assert.ok(['damaged', 'foreign'].includes(kindOf(root)), JSON.stringify(root));
      continue;
    }
    opened += 1;
    for (const [name, kind] of Object.entries({ 't/0': 't', 'r/0': 'r', 'd/0': 'd', filter: 'f', titel: 'o', other: 'x' })) {
      const answer = read(SUPPLY, [...bytesOf(`${name}\n`), ...sealed(kind, content(seed + kind.charCodeAt(0)))]);
      assert.ok(answer.ok || answer.error, JSON.stringify(answer));
    }
    for (const request of ['q:avtal samverkann -malmö "en fras"', 'q:\nfilters:1\nf:form=x', 'sort:titel', '', 'q:å'.repeat(999)]) {
      const answer = read(SEARCH, request);
      assert.ok(answer.need || answer.error || answer.results, JSON.stringify(answer));
    }
    assert.equal(kindOf(read(SEARCH, [0x71, 0x3a, 0xff])), 'request');
  }
  assert.ok(opened > 0, 'some roots open');
});

test('searches leave nothing in memory', () => {
  const { memory, alloc, call } = new WebAssembly.Instance(module).exports;
  const send = (op, bytes) => {
    const place = alloc(bytes.length);
    new Uint8Array(memory.buffer, place, bytes.length).set(bytes);
    call(op, place, bytes.length);
  };
  // A root that opens: the first that does.
  for (let seed = 1; ; seed += 1) {
    const root = sealed('S', [255, seed, ...content(seed)]);
    if (!reader()(OPEN, root).error) {
      send(OPEN, root);
      break;
    }
  }
  const search = bytesOf('q:samverkansavtal "en fras" -ord överrenskommelse\nfilters:1');
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
  assert.equal(kindOf(JSON.parse(text)), 'damaged');
});
