// An editor opens an example in Decap CMS, edits and saves it, and makes a new one: with a browser and nothing else.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { forTests } from './lib/browser.mjs';
import { modules, startCms } from './lib/cms.mjs';
import { contentWith } from './lib/program.mjs';

const options = { skip: !modules && 'SAMVERKA_CMS names no folder with Decap CMS' };
const world = forTests();
const ID = 'umea-ungdomstorget';

let plain;
before(async () => {
  if (modules) plain = await startCms();
});
after(() => plain?.close());

/** Signs in to Decap, opens an address in it and hands the tab to `walk`. No request may leave this machine. */
async function atCms(address, walk, cms = plain) {
  const context = await world.browser.newContext({ viewport: { width: 1400, height: 1000 } });
  const tab = await context.newPage();
  tab.setDefaultTimeout(30_000);
  const outside = [];
  tab.on('request', (request) => /^(?:http:\/\/127\.0\.0\.1|blob:|data:)/.test(request.url()) || outside.push(request.url()));
  try {
    await tab.goto(`${cms.origin}/admin/`);
    await tab.getByRole('button', { name: 'Logga in' }).click();
    await tab.getByText('Exempel').first().waitFor();
    await tab.goto(`${cms.origin}/admin/#${address}`);
    await walk(tab);
    assert.deepEqual(outside, []);
  } finally {
    await context.close();
  }
}

const field = (tab, name) => tab.locator(`[id^="${name}-field"]`).first();
test('an editor changes a section: it alone changes in the file, on a branch that waits for review', options, () =>
  atCms(`/collections/exempel/entries/${ID}`, async (tab) => {
    const before = readFileSync(join(plain.work, `repo/content/exempel/${ID}.md`), 'utf8');
    await field(tab, 'avsnitt-arbetssatt').waitFor();
    const text = await field(tab, 'avsnitt-arbetssatt').inputValue();
    await field(tab, 'avsnitt-arbetssatt').fill(`${text}\n\nEn ny rad: med kolon.`);
    const preview = tab.frameLocator('iframe').first();
    await preview.getByText('En ny rad: med kolon.').waitFor();
    assert.equal(await preview.getByRole('heading', { name: 'Arbetssätt' }).count(), 1);
    // The site's own style: its heading is larger than a browser's own.
    assert.match(await preview.locator('body').evaluate((body) => getComputedStyle(body).fontFamily), /system-ui/);
    await tab.getByText('Spara', { exact: true }).click();
    const after = await plain.saved(ID);
    assert.equal(after, before.replace(text, `${text}\n\nEn ny rad: med kolon.`));
    assert.equal(plain.git('show', `main:content/exempel/${ID}.md`), before, 'nothing is published unseen');
    const content = contentWith({ [`exempel/${ID}.md`]: after });
    try {
      assert.deepEqual(content.faults(), []);
    } finally {
      content.close();
    }
  }));

test('an editor makes a new example, which check accepts as a draft', options, () =>
  atCms('/collections/exempel/new', async (tab) => {
    await field(tab, 'titel').fill('Torget: "en väg in"');
    await field(tab, 'id').fill('prov-torget');
    await field(tab, 'avsnitt-arbetssatt').fill('Vi möts varje vecka.');
    await tab.getByText('Spara', { exact: true }).click();
    const text = await plain.saved('prov-torget');
    assert.ok(text.includes('titel: "Torget: \\"en väg in\\""\n') && text.includes('status: utkast\n') && text.includes('\n## Arbetssätt\n\nVi möts varje vecka.\n'), text);
    const content = contentWith({ 'exempel/prov-torget.md': text });
    try {
      assert.deepEqual(content.faults(), [], text);
    } finally {
      content.close();
    }
  }));

test('behind nginx with the header file of the site the form opens, shows what is written and saves', options, async () => {
  const cms = await startCms({ behindNginx: true });
  try {
    await atCms(
      `/collections/exempel/entries/${ID}`,
      async (tab) => {
        await field(tab, 'sammanfattning').fill('En ny sammanfattning.');
        const preview = tab.frameLocator('iframe').first();
        await preview.getByText('En ny sammanfattning.').waitFor();
        assert.match(await preview.locator('body').evaluate((body) => getComputedStyle(body).fontFamily), /system-ui/);
        await tab.getByText('Spara', { exact: true }).click();
        assert.ok((await cms.saved(ID)).includes('En ny sammanfattning.'));
        const [page, form] = await tab.evaluate(async () =>
          Promise.all(['../', './'].map(async (place) => (await fetch(place)).headers.get('content-security-policy'))),
        );
        assert.match(page, /^default-src 'self';/);
        assert.equal(form, "frame-ancestors 'none'");
      },
      cms,
    );
  } finally {
    await cms.close();
  }
});
