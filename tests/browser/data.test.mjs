// The open data is what its schema says, and every published example is there.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';

import { none } from './lib/faults.mjs';
import { addressesOfXml } from './lib/links.mjs';
import { files, pages, read } from './lib/site.mjs';

const examples = pages.filter((page) => page.kind === 'example');
const schema = JSON.parse(read('data/exempel.schema.json'));
const all = JSON.parse(read('data/exempel.json'));

const ajv = new Ajv({ strict: true, allErrors: true });
ajv.addFormat('uri', (text) => /^https?:\/\/\S+$/.test(text) && URL.canParse(text));
ajv.addFormat('date', (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)));
const validate = ajv.compile(schema);

test('the file of all examples is valid', () => {
  validate(all);
  none((validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`), 'faults in exempel.json');
});

test('a wrong value is not valid', () => {
  const wrong = structuredClone(all);
  wrong.exempel[0].relation.id = 'finns-inte';
  delete wrong.exempel[0].titel;
  assert.ok(!validate(wrong));
});

test('every example is there, all together and a few at a time', () => {
  const ids = examples.map((page) => page.id).sort();
  assert.deepEqual(all.exempel.map((example) => example.id).sort(), ids);
  const origin = addressesOfXml(read('sitemap.xml'))[0];
  for (const example of all.exempel) {
    assert.equal(new URL(example.adress).origin, new URL(origin).origin);
  }
  const parts = files('.json').filter((file) => /^data\/exempel\/\d+\.json$/.test(file));
  const byId = (one, other) => (one.id < other.id ? -1 : 1);
  const few = parts.flatMap((file) => JSON.parse(read(file)));
  assert.deepEqual(few.sort(byId), all.exempel.toSorted(byId));
  const list = JSON.parse(read('data/exempel/lista.json'));
  assert.deepEqual(list.map(([id, title]) => [id, title]), all.exempel.map(({ id, titel }) => [id, titel]));
});

test('the table has a row for each example', () => {
  const [head, ...rows] = read('data/exempel.csv').trimEnd().split('\r\n');
  assert.ok(head.startsWith('\ufeffid;adress;titel;'));
  assert.deepEqual(rows.map((row) => row.split(';')[0]).sort(), examples.map((page) => page.id).sort());
});
