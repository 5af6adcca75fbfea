// nginx with the site's own header file, as an unprivileged process in a folder of its own.

import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** Whether this machine's nginx can send Brotli. */
export const hasBrotli = existsSync(BROTLI);

const program = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx'].find(existsSync) ?? 'nginx';

/**
 * Serves `site` with `site/_hosting/nginx.conf` included, as its comment tells. `port`, `log()` with the access log's
 * lines, `close()`.
 */
export async function serveWithNginx(site) {
  const folder = mkdtempSync(join(tmpdir(), 'samverka-nginx-'));
  const port = await freePort();
  const rules = readFileSync(join(site, '_hosting/nginx.conf'), 'utf8');
  const [ours, log] = [join(folder, 'samverka.conf'), join(folder, 'access.log')];
  writeFileSync(ours, hasBrotli ? rules.replace('# brotli_static on;', 'brotli_static on;') : rules);
  for (const name of ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']) mkdirSync(join(folder, name));
  const config = `
    ${hasBrotli ? `load_module ${BROTLI};` : ''}
    daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr warn;
    events { worker_connections 64; }
    http {
      client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
      uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
      access_log ${log} combined;
      server {
        listen 127.0.0.1:${port};
        set $samverka ${site};
        include ${ours};
        location / { return 404; }
      }
    }`;
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, config);
  const user = unprivileged(folder);
  // A configuration with a warning, such as a type named twice, is no good one.
  const options = ['-p', folder, '-c', file, '-e', 'stderr'];
  const child = spawn(program, options, { stdio: ['ignore', 'ignore', 'pipe'], ...user });
  let said = '';
  child.stderr.on('data', (text) => (said += text));
  const gone = new Promise((end) => child.on('exit', end).on('error', (error) => end((said += error.message))));
  const close = async () => {
    child.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; ; tries += 1) {
    if (await ask(port, '/').catch(() => undefined)) break;
    if (child.exitCode !== null || tries === 100) {
      await close();
      throw new Error(`nginx does not answer: ${said}`);
    }
    await pause(50);
  }
  return { port, said: () => said, log: () => readFileSync(log, 'utf8').split('\n').filter(Boolean), close };
}

/** One request, the path exactly as written: {status, headers, body}. */
export function ask(port, path, headers = {}, method = 'GET') {
  return new Promise((done, fail) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    });
    sent.on('error', fail).end();
  });
}

export function freePort() {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on('error', fail).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** Root becomes nobody; the folder is given away, and what is above the site must be readable as it is on a server. */
export function unprivileged(folder) {
  if (process.getuid() !== 0) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  const [uid, gid] = [id('-u'), id('-g')];
  chmodSync(folder, 0o755);
  execFileSync('chown', ['-R', `${uid}:${gid}`, folder]);
  return { uid, gid };
}
