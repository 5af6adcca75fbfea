// A file of the content as Decap's fields and back: what was not edited stays byte for byte.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { contentWith, program, repository } from './lib/program.mjs';

let folder;
let config;
let formatOf;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samverka-cms-'));
  const modules = join(folder, 'modules');
  // The reader of YAML is the package itself; of Decap the format needs nothing.
  const yaml = dirname(createRequire(import.meta.url).resolve('yaml/package.json'));
  cpSync(join(yaml, 'browser'), join(modules, 'yaml/browser'), { recursive: true });
  mkdirSync(join(modules, 'decap-cms/dist'), { recursive: true });
  const admin = join(folder, 'admin');
  execFileSync(program, ['export', '--format', 'cms', '--content', join(repository, 'content'), '--repo', 'agare/forrad', '--modules', modules, '--out', admin]);
  config = JSON.parse(readFileSync(join(admin, 'config.yml'), 'utf8'));
  // In a browser they are modules because the page says so.
  writeFileSync(join(admin, 'package.json'), '{"type":"module"}');
  ({ formatOf } = await import(pathToFileURL(join(admin, 'cms-format.js'))));
});
after(() => rmSync(folder, { recursive: true, force: true }));

const collection = (name) => config.collections.find((one) => one.name === name);
/** As Decap hands it over: through JSON, without what is undefined. */
const through = (data) => JSON.parse(JSON.stringify(data));
const example = (name) => readFileSync(join(repository, 'content/exempel', name), 'utf8');

test('every file of the content comes back byte for byte', () => {
  let count = 0;
  for (const one of config.collections) {
    const { fromFile, toFile } = formatOf(one);
    let names = [];
    try {
      names = readdirSync(join(repository, one.folder), { recursive: true });
    } catch {
      continue;
    }
    for (const name of names.filter((file) => file.endsWith('.md'))) {
      const text = readFileSync(join(repository, one.folder, name), 'utf8');
      assert.equal(toFile(through(fromFile(text))), text, name);
      const windows = text.replaceAll('\n', '\r\n');
      assert.equal(toFile(through(fromFile(windows))).replaceAll('\r', ''), text, name);
      count += 1;
    }
  }
  assert.ok(count > 50, `only ${count} files`);
});

test('every value is there for its widget', () => {
  const { fromFile } = formatOf(collection('exempel'));
  const names = readdirSync(join(repository, 'content/exempel'));
  for (const name of names) {
    const data = fromFile(example(name));
    for (const field of collection('exempel').fields.filter(({ options }) => options)) {
      for (const value of [data[field.name] ?? []].flat()) {
        assert.ok(field.options.some((option) => option.value === value), `${name} ${field.name}: ${value}`);
      }
    }
    assert.ok(data.parter.every(({ part }) => part) && data.kallor.every(({ nr }) => /^\d+$/.test(nr)));
    if (data.status === 'publicerad') assert.ok(data['avsnitt-arbetssatt']?.length > 20, name);
  }
});

test('an edit changes its own lines and no other, and check accepts it', () => {
  const { fromFile, toFile } = formatOf(collection('exempel'));
  const text = example('umea-ungdomstorget.md');
  const data = through(fromFile(text));
  data.sammanfattning = 'Kort: "så" # här';
  data.former = [...data.former, 'trepartssamtal'];
  data['avsnitt-rutiner'] = 'En ny text [1].\n\nMed två stycken.';
  const edited = toFile(data);
  const lines = (one) => new Set(one.split('\n'));
  const added = [...lines(edited)].filter((line) => !lines(text).has(line));
  assert.deepEqual(added.filter((line) => !line.startsWith('former:')), ['sammanfattning: "Kort: \\"så\\" # här"', 'En ny text [1].', 'Med två stycken.']);
  assert.equal(added.length, 4);
  const again = through(fromFile(edited));
  for (const key of ['sammanfattning', 'former', 'avsnitt-rutiner', 'kallor', 'avsnitt-bakgrund']) assert.deepEqual(again[key], data[key]);
  const content = contentWith({ 'exempel/umea-ungdomstorget.md': edited });
  try {
    assert.deepEqual(content.faults(), []);
  } finally {
    content.close();
  }
});

test('no heading is lost: an emptied section keeps it, and a new one gets it in its place', () => {
  const { fromFile, toFile } = formatOf(collection('exempel'));
  const text = '---\nid: a\ntitel: A\n# en anmärkning\nstatus: utkast\nokand: x\n---\n\n## Arbetssätt\n\nVi möts.\n\n## Resultat\n\nGott.\n';
  const data = through(fromFile(text));
  data['avsnitt-resultat'] = '';
  data['avsnitt-rutiner'] = 'Vi skriver.';
  data['avsnitt-bakgrund'] = 'Det började.';
  data.status = 'publicerad';
  const edited = toFile(data);
  assert.equal(
    edited,
    '---\nid: a\ntitel: A\n# en anmärkning\nstatus: publicerad\nokand: x\n---\n\n## Bakgrund\n\nDet började.\n\n## Arbetssätt\n\nVi möts.\n\n## Rutiner\n\nVi skriver.\n\n## Resultat\n',
  );
});

test('a new file is one that check accepts', () => {
  const { toFile } = formatOf(collection('exempel'));
  const text = toFile({
    id: 'prov-torget',
    titel: 'nej: "torget"',
    kommuner: ['Umeå'],
    parter: [{ part: 'kommun', 'lokalt-namn': '' }, { part: 'arbetsformedlingen', 'lokalt-namn': '- AF' }],
    period: { fran: '2024-05', till: '', text: '' },
    status: 'utkast',
    kallor: [{ nr: '1', titel: 'Rapport', ar: '2024' }],
    ansvar: [{ part: 'kommun', gor: 'Kallar', kalla: ['1'] }],
    'avsnitt-arbetssatt': 'Vi möts [1].',
  });
  assert.match(text, /^---\nid: prov-torget\ntitel: "nej: \\"torget\\""\n/);
  assert.ok(text.includes('period: {fran: 2024-05}\n') && text.endsWith('---\n\n## Arbetssätt\n\nVi möts [1].\n'), text);
  const content = contentWith({ 'exempel/prov-torget.md': text });
  try {
    assert.deepEqual(content.faults(), [], text);
  } finally {
    content.close();
  }
});
