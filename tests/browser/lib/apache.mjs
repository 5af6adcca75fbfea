// Apache with the site's own .htaccess, as an unprivileged process in a folder of its own.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { ask, freePort, unprivileged } from './nginx.mjs';
import { base } from './site.mjs';

const program = ['/usr/sbin/apache2', '/usr/sbin/httpd'].find(existsSync) ?? 'apache2';
const MODULES = '/usr/lib/apache2/modules';
/** What Debian's Apache has from the start, and the two that the file's first lines ask for: headers and rewrite. */
const LOADED = ['mpm_event', 'authz_core', 'alias', 'autoindex', 'dir', 'env', 'mime', 'negotiation', 'setenvif', 'deflate', 'filter', 'headers', 'rewrite'];

/** Serves `site` below the base path. `port`, `said()` with what Apache warned of, `log()` with the access log's lines, `close()`. */
export async function serveWithApache(site) {
  const folder = mkdtempSync(join(tmpdir(), 'samverka-apache-'));
  const port = await freePort();
  const log = join(folder, 'access.log');
  const modules = LOADED.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join('\n');
  const config = `
    ${modules}
    ServerName samverka.example
    ServerRoot ${folder}
    Listen 127.0.0.1:${port}
    PidFile ${folder}/pid
    ErrorLog ${folder}/error.log
    LogLevel warn
    LogFormat "%h %l %u %t \\"%r\\" %>s %O \\"%{Referer}i\\" \\"%{User-Agent}i\\"" combined
    CustomLog ${log} combined
    # Debian's choices for types and packed files.
    ${existsSync('/etc/mime.types') ? 'TypesConfig /etc/mime.types' : 'TypesConfig /dev/null'}
    AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json application/xml
    AddEncoding x-gzip .gz .tgz
    AddLanguage br .br
    DocumentRoot ${folder}
    Alias ${base} ${site}/
    <Directory />
      AllowOverride None
      Require all denied
    </Directory>
    <Directory ${site}>
      AllowOverride FileInfo Indexes Options=Indexes
      Options Indexes FollowSymLinks
      Require all granted
    </Directory>`;
  const file = join(folder, 'apache.conf');
  writeFileSync(file, config);
  const child = spawn(program, ['-f', file, '-D', 'FOREGROUND', '-E', join(folder, 'start.log')], {
    stdio: 'ignore',
    ...unprivileged(folder),
  });
  const gone = new Promise((end) => child.on('exit', end).on('error', end));
  const said = () =>
    ['start.log', 'error.log'].map((name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '')).join('');
  const close = async () => {
    child.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; ; tries += 1) {
    if (await ask(port, '/').catch(() => undefined)) break;
    if (child.exitCode !== null || tries === 100) {
      const reason = said();
      await close();
      throw new Error(`Apache does not answer: ${reason}`);
    }
    await pause(50);
  }
  return { port, said, log: () => readFileSync(log, 'utf8').split('\n').filter(Boolean), close };
}
