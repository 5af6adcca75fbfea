// A first-time editor follows the guide word by word: from nothing to a checked example, with a browser and no command.

import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { forTests } from './lib/browser.mjs';
import { modules, startCms } from './lib/cms.mjs';
import { guide, Reader } from './lib/guide.mjs';
import { contentWith, repository } from './lib/program.mjs';

const options = { skip: !modules && 'SAMVERKA_CMS names no folder with Decap CMS' };
const world = forTests();
const LARGEST = 30_000;

let cms;
before(async () => {
  if (modules) cms = await startCms();
});
after(() => cms?.close());

test('the guide leads from nothing to an example that check accepts, which others review, and away again', options, async () => {
  const context = await world.browser.newContext({ viewport: { width: 1100, height: 760 }, locale: 'sv-SE' });
  const tab = await context.newPage();
  tab.setDefaultTimeout(20_000);
  try {
    const steps = guide().filter(({ what }) => what !== 'picture');
    assert.ok(steps.length > 15, `only ${steps.length} steps`);
    const reader = new Reader(tab, cms.origin);
    let text;
    for (const step of steps) {
      if (step.name?.startsWith('Radera')) {
        const content = contentWith({ 'exempel/ovning-torget.md': text });
        try {
          assert.deepEqual(content.faults(), [], text);
        } finally {
          content.close();
        }
      }
      await reader.do(step).catch((error) => assert.fail(`${step.text}: ${error.message}`));
      if (step.name === 'Spara') text = await cms.saved('ovning-torget');
      if (step.name === 'Under granskning') await tab.getByRole('button', { name: 'Status: Under granskning' }).waitFor();
    }
    // All that was written is in the file, and what was chosen as its id.
    for (const { value } of steps.filter(({ what }) => what === 'write')) assert.ok(text.includes(value), `${value}\n${text}`);
    for (const chosen of ['["Umeå"]', 'socialtjanst-af', 'niva: individ', '{part: kommun, lokalt-namn: "Torget"}', '{part: arbetsformedlingen}', 'egen-uppgift', 'status: utkast']) {
      assert.ok(text.includes(chosen), `${chosen}\n${text}`);
    }
    for (let tries = 0; cms.git('branch', '--list', 'cms/*') && tries < 50; tries++) await tab.waitForTimeout(200);
    assert.equal(cms.git('branch', '--list', 'cms/*'), '', 'the exercise is gone');
  } finally {
    await context.close();
  }
});

test('every picture of the guide is there and small', () => {
  const pictures = guide().filter(({ what }) => what === 'picture');
  assert.ok(pictures.length >= 6);
  for (const { value, text } of pictures) {
    const file = join(repository, 'content', value);
    assert.ok(statSync(file).size <= LARGEST, `${value} is larger than ${LARGEST} bytes`);
    const alt = /^!\[([^\]]*)\]/.exec(text)[1];
    assert.ok(readFileSync(`${file}.yaml`, 'utf8').includes(alt), `${value} is described in two ways`);
  }
});

test('a step that no one can do is a fault', () => {
  assert.throws(() => guide('1. Fyll i resten.\n'), /Fyll i resten/);
  assert.deepEqual(guide('1. Skriv `a b` i **Titel**. Mer.\n').map(({ what, name, value }) => [what, name, value]), [['write', 'Titel', 'a b']]);
});
