// Serves the site as a static host does: files under the base path, index.html for a folder, 404.html for a miss.
//
// Text is compressed as every host does it. No Content-Security-Policy header is sent: the policy stands in each page, and must suffice there.

import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGzip } from 'node:zlib';

import { base, folder } from './site.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm',
};

/** How long, in ms, each piece of a page that comes slowly waits: time enough to paint the one before. Files of the index too. */
const PAUSE = 50;

/** Starts the server on a free port of this machine; `origin` is `http://127.0.0.1:PORT`. `slowly`: pages come in pieces, files of the index late. */
export async function serve({ slowly = false } = {}) {
  const server = createServer((request, response) => answer(request, response, slowly ? giveSlowly : give));
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function answer(request, response, give) {
  const pathname = decode(new URL(request.url, 'http://localhost').pathname);
  const send = (status, file) => give(request, response, status, file);
  if (pathname === undefined || !pathname.startsWith(base)) return send(404, join(folder, '404.html'));
  let file = normalize(join(folder, pathname.slice(base.length)));
  if (file !== normalize(folder) && !file.startsWith(normalize(folder + sep))) {
    return send(404, join(folder, '404.html'));
  }
  if (isA(file, 'isDirectory')) {
    if (!pathname.endsWith('/')) return response.writeHead(301, { location: `${pathname}/` }).end();
    file = join(file, 'index.html');
  }
  return isA(file, 'isFile') ? send(200, file) : send(404, join(folder, '404.html'));
}

function give(request, response, status, file) {
  if (!isA(file, 'isFile')) return response.writeHead(status, { 'content-type': 'text/plain' }).end(String(status));
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const compressed = /text|json|xml|svg|javascript/.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const headers = { 'content-type': type, ...(compressed && { 'content-encoding': 'gzip', vary: 'accept-encoding' }) };
  response.writeHead(status, headers);
  const bytes = createReadStream(file);
  return (compressed ? bytes.pipe(createGzip({ level: 9 })) : bytes).pipe(response);
}

/** Gives a page in pieces, each ending where an element does: the first elements one by one, the others in some pieces. */
async function giveSlowly(request, response, status, file) {
  if (extname(file) === '.bin') await sleep(2 * PAUSE);
  if (extname(file) !== '.html' || !isA(file, 'isFile')) return give(request, response, status, file);
  response.writeHead(status, { 'content-type': TYPES['.html'] });
  const text = readFileSync(file, 'utf8');
  const ends = [...text.matchAll(/<\/(?:a|p|li|h1|h2|div|form|nav|header|section|tr)>\n?/g)].map(({ index, 0: end }) => index + end.length);
  const some = Math.ceil(ends.length / 12);
  let from = 0;
  for (const to of [...ends.filter((_, at) => at < 10 || at % some === 0), text.length]) {
    response.write(text.slice(from, to));
    from = to;
    await sleep(PAUSE);
  }
  response.end();
}

const isA = (file, what) => statSync(file, { throwIfNoEntry: false })?.[what]() ?? false;

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
