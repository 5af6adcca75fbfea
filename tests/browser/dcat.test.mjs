// The catalogue for data portals keeps to DCAT-AP-SE: pyshacl looks at it with the shapes in dcat/.
//
// SAMVERKA_PYSHACL is the program; tests/run installs it.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';

import { read } from './lib/site.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const pyshacl = process.env.SAMVERKA_PYSHACL;
const program = process.env.SAMVERKA ?? join(here, '../../target/release/samverka');
const options = { skip: !pyshacl && 'SAMVERKA_PYSHACL is not set' };

let folder, catalogue;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'samverka-dcat-'));
  // The site as an authority would publish it: with what it is, and where it can be written to.
  const content = join(folder, 'content');
  cpSync(join(here, '../../content'), content, { recursive: true });
  const settings = join(content, 'webbplats.yaml');
  const text = readFileSync(settings, 'utf8');
  const asService = text
    .replace(/^kontakt: .*$/m, 'kontakt: {funktion: Redaktionen, e-post: redaktionen@samverka.example}')
    .replace(/^ansvarig:/m, 'avsandartyp: statlig-myndighet\nansvarig:');
  writeFileSync(settings, asService);
  execFileSync(program, ['build', '--content', content, '--out', join(folder, 'site'), '--today', '2026-11-22']);
  catalogue = readFileSync(join(folder, 'site/data/dcat.rdf'), 'utf8');
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** What pyshacl finds in a catalogue: the properties with a fault, each with how grave it is. */
function faults(rdf) {
  const file = join(folder, 'dcat.rdf');
  writeFileSync(file, rdf);
  const shapes = join(here, 'dcat/dcat-ap-se.shapes.ttl');
  const { status, stdout, stderr } = spawnSync(pyshacl, ['-s', shapes, '-sf', 'turtle', '-df', 'xml', '-f', 'human', file], { encoding: 'utf8' });
  assert.ok([0, 1].includes(status), stderr);
  const found = stdout.split(/^(?:Constraint Violation|Validation Result) in /m).slice(1).map((text) => {
    const [, severity] = /Severity: sh:(\w+)/.exec(text);
    const [, path] = /Result Path: (.+)/.exec(text) ?? [, 'the node'];
    return `${severity} ${path}`;
  });
  assert.equal(status === 0, found.length === 0, stdout);
  return found;
}

test('the catalogue of a service has all that is obligatory and recommended', options, () => {
  assert.deepEqual(faults(catalogue), []);
});

test('the catalogue of a demonstration lacks only what it cannot say', options, () => {
  assert.deepEqual(faults(read('data/dcat.rdf')).sort(), ['Violation dcterms:type', 'Warning dcat:contactPoint']);
});

test('each obligatory and recommended property is missed when it is not there', options, () => {
  const lines = catalogue.split('\n');
  const watched = /^ {2}<((?:dcterms|dcat|foaf|vcard):(?:title|description|publisher|license|dataset|accessURL|downloadURL|name|type|fn|hasEmail|keyword|theme|accessRights|spatial|homepage|themeTaxonomy|format|contactPoint))\b/;
  const unlike = [...new Set(lines.map((line) => watched.exec(line)?.[1]).filter(Boolean))];
  assert.ok(unlike.length >= 18, unlike.join(' '));
  for (const property of unlike) {
    const found = faults(lines.filter((line) => !line.startsWith(`  <${property}`)).join('\n'));
    assert.ok(found.some((fault) => fault.endsWith(` ${property}`)), `${property}: ${found}`);
  }
});

test('a value of another kind is told', options, () => {
  const wrong = [
    [/<foaf:Agent rdf:about="[^"]*#utgivare">/, '<foaf:Agent rdf:about="https://x.example/annan">', 'dcterms:publisher'],
    [/publicdomain\/zero\/1\.0\/"\/>/, 'licenses/by/4.0/"/>', 'dcterms:license'],
    [/mailto:/, 'https://', 'vcard:hasEmail'],
    [/data-theme\/SOCI/, 'data/SOCI', 'dcat:theme'],
  ];
  for (const [from, to, property] of wrong) {
    assert.match(catalogue, from);
    const found = faults(catalogue.replace(from, to));
    assert.ok(found.includes(`Violation ${property}`), `${property}: ${found}`);
  }
});
