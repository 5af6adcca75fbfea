// Decap CMS as an editor meets it: the program's export beside the built site, and a new repository in a temporary folder
// behind Decap's own server for local use.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

import { serveWithNginx } from './nginx.mjs';
import { program, repository } from './program.mjs';
import { base, folder as site } from './site.mjs';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.yml': 'text/yaml' };

/** The folder that packaging/fetch-cms made; without it there is no Decap. */
export const modules = process.env.SAMVERKA_CMS;

async function freePort() {
  const socket = createSocket();
  await new Promise((ready) => socket.listen(0, '127.0.0.1', ready));
  const { port } = socket.address();
  await new Promise((closed) => socket.close(closed));
  return port;
}

/**
 * Starts it. `origin` is its address, `work` its folder with `repo/content`, `git` runs Git there; `close` takes all away.
 * `behindNginx`: in the site's own folder, served by nginx with the header file that the site has; else by a server without headers.
 */
export async function startCms({ behindNginx = false } = {}) {
  const work = mkdtempSync(join(tmpdir(), 'samverka-cms-'));
  const git = (...words) => execFileSync('git', ['-C', join(work, 'repo'), ...words], { encoding: 'utf8' });
  let decap;
  let close = async () => {
    decap?.kill();
    // Git may still be tidying up.
    rmSync(work, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  try {
    cpSync(join(repository, 'content'), join(work, 'repo/content'), { recursive: true });
    git('init', '--quiet', '--initial-branch=main');
    git('config', 'user.name', 'Redaktionen');
    git('config', 'user.email', 'redaktionen@samverka.example');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Innehållet');
    const port = await freePort();
    const api = `http://127.0.0.1:${port}/api/v1`;
    const content = join(work, 'repo/content');
    const served = join(work, 'site');
    cpSync(site, served, { recursive: true });
    execFileSync(program, ['export', '--format', 'cms', '--content', content, '--local', api, '--modules', modules, '--out', join(served, 'admin')]);
    const env = { ...process.env, GIT_REPO_DIRECTORY: join(work, 'repo'), PORT: String(port), BIND_HOST: '127.0.0.1', MODE: 'git', LOG_LEVEL: 'error' };
    decap = spawn(process.execPath, [createRequire(import.meta.url).resolve('decap-server/dist/index.js')], { env, stdio: 'ignore' });
    const host = await (behindNginx ? withNginx(served) : withoutHeaders(served));
    const { origin } = host;
    const without = close;
    close = async () => {
      await host.close();
      await without();
    };
    for (let tries = 0; tries < 100; tries++) {
      const answer = await fetch(api, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"action":"info"}' }).catch(() => null);
      if (answer?.ok) return { origin, work, git, saved: (id) => saved(git, id), close: () => close() };
      await new Promise((soon) => setTimeout(soon, 100));
    }
    throw new Error('decap-server does not answer');
  } catch (error) {
    await close();
    throw error;
  }
}

async function withNginx(folder) {
  // Who serves it is not who made it.
  chmodSync(join(folder, '..'), 0o755);
  const nginx = await serveWithNginx(folder);
  return { origin: `http://127.0.0.1:${nginx.port}${base.slice(0, -1)}`, close: () => nginx.close() };
}

async function withoutHeaders(folder) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    if (!existsSync(file)) return response.writeHead(404).end();
    return response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const close = async () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}

/** What a branch of the editorial workflow has of an example, once it is there. */
async function saved(git, id) {
  for (let tries = 0; tries < 100; tries++) {
    const branch = `cms/exempel/${id}`;
    if (git('branch', '--list', branch) && git('log', '--oneline', `main..${branch}`)) return git('show', `${branch}:content/exempel/${id}.md`);
    await new Promise((soon) => setTimeout(soon, 200));
  }
  return assert.fail(`nothing is saved of ${id}`);
}
