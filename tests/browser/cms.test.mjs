// An editor opens an example in Decap CMS, edits and saves it, and makes a new one: with a browser and nothing else.
//
// SAMVERKA_CMS names the folder that packaging/fetch-cms made; without it there is no Decap to test. The repository is a
// new one in a temporary folder, behind Decap's own server for local use.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';

import { forTests } from './lib/browser.mjs';
import { contentWith, program, repository } from './lib/program.mjs';
import { folder as site } from './lib/site.mjs';

const modules = process.env.SAMVERKA_CMS;
const options = { skip: !modules && 'SAMVERKA_CMS names no folder with Decap CMS' };
const world = forTests();
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.yml': 'text/yaml' };
const ID = 'umea-ungdomstorget';

let work;
let decap;
let server;
let origin;

const git = (...words) => execFileSync('git', ['-C', join(work, 'repo'), ...words], { encoding: 'utf8' });

async function freePort() {
  const socket = createSocket();
  await new Promise((ready) => socket.listen(0, '127.0.0.1', ready));
  const { port } = socket.address();
  await new Promise((closed) => socket.close(closed));
  return port;
}

before(async () => {
  if (!modules) return;
  work = mkdtempSync(join(tmpdir(), 'samverka-cms-'));
  cpSync(join(repository, 'content'), join(work, 'repo/content'), { recursive: true });
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Redaktionen');
  git('config', 'user.email', 'redaktionen@samverka.example');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Innehållet');
  const port = await freePort();
  const api = `http://127.0.0.1:${port}/api/v1`;
  const content = join(work, 'repo/content');
  execFileSync(program, ['export', '--format', 'cms', '--content', content, '--local', api, '--modules', modules, '--out', join(work, 'admin')]);
  const env = { ...process.env, GIT_REPO_DIRECTORY: join(work, 'repo'), PORT: String(port), BIND_HOST: '127.0.0.1', MODE: 'git', LOG_LEVEL: 'error' };
  decap = spawn(process.execPath, [createRequire(import.meta.url).resolve('decap-server/dist/index.js')], { env, stdio: 'ignore' });
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const file = path.startsWith('/admin/') ? join(work, path) : join(site, path);
    if (!existsSync(file)) return response.writeHead(404).end();
    return response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${server.address().port}`;
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(api, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"action":"info"}' }).catch(() => null);
    if (answer?.ok) return;
    await new Promise((soon) => setTimeout(soon, 100));
  }
  throw new Error('decap-server does not answer');
});

after(() => {
  decap?.kill();
  server?.closeAllConnections();
  server?.close();
  if (work) rmSync(work, { recursive: true, force: true });
});

/** Signs in to Decap, opens an address in it and hands the tab to `walk`. No request may leave this machine. */
async function atCms(address, walk) {
  const context = await world.browser.newContext({ viewport: { width: 1400, height: 1000 } });
  const tab = await context.newPage();
  tab.setDefaultTimeout(30_000);
  const outside = [];
  tab.on('request', (request) => /^(?:http:\/\/127\.0\.0\.1|blob:|data:)/.test(request.url()) || outside.push(request.url()));
  try {
    await tab.goto(`${origin}/admin/`);
    await tab.getByRole('button', { name: 'Logga in' }).click();
    await tab.getByText('Exempel').first().waitFor();
    await tab.goto(`${origin}/admin/#${address}`);
    await walk(tab);
    assert.deepEqual(outside, []);
  } finally {
    await context.close();
  }
}

const field = (tab, name) => tab.locator(`[id^="${name}-field"]`).first();
/** What a branch of the editorial workflow has of a file, once it is there. */
async function saved(id) {
  for (let tries = 0; tries < 100; tries++) {
    const branch = `cms/exempel/${id}`;
    if (git('branch', '--list', branch) && git('log', '--oneline', `main..${branch}`)) return git('show', `${branch}:content/exempel/${id}.md`);
    await new Promise((soon) => setTimeout(soon, 200));
  }
  return assert.fail(`nothing is saved of ${id}`);
}

test('an editor changes a section: it alone changes in the file, on a branch that waits for review', options, () =>
  atCms(`/collections/exempel/entries/${ID}`, async (tab) => {
    const before = readFileSync(join(work, `repo/content/exempel/${ID}.md`), 'utf8');
    await field(tab, 'avsnitt-arbetssatt').waitFor();
    const text = await field(tab, 'avsnitt-arbetssatt').inputValue();
    await field(tab, 'avsnitt-arbetssatt').fill(`${text}\n\nEn ny rad: med kolon.`);
    const preview = tab.frameLocator('iframe').first();
    await preview.getByText('En ny rad: med kolon.').waitFor();
    assert.equal(await preview.getByRole('heading', { name: 'Arbetssätt' }).count(), 1);
    // The site's own style: its heading is larger than a browser's own.
    assert.match(await preview.locator('body').evaluate((body) => getComputedStyle(body).fontFamily), /system-ui/);
    await tab.getByText('Spara', { exact: true }).click();
    const after = await saved(ID);
    assert.equal(after, before.replace(text, `${text}\n\nEn ny rad: med kolon.`));
    assert.equal(git('show', `main:content/exempel/${ID}.md`), before, 'nothing is published unseen');
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
    const text = await saved('prov-torget');
    assert.ok(text.includes('titel: "Torget: \\"en väg in\\""\n') && text.includes('status: utkast\n') && text.includes('\n## Arbetssätt\n\nVi möts varje vecka.\n'), text);
    const content = contentWith({ 'exempel/prov-torget.md': text });
    try {
      assert.deepEqual(content.faults(), [], text);
    } finally {
      content.close();
    }
  }));
