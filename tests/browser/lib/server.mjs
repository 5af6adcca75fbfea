// Serves the site as a static host does: files under the base path, index.html for a folder, 404.html for a miss.
//
// Text is compressed as every host does it. No Content-Security-Policy header is sent: the policy stands in each page, and must suffice there.

import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
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

/** Starts the server on a free port of this machine; `origin` is `http://127.0.0.1:PORT`. */
export async function serve() {
  const server = createServer(answer);
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function answer(request, response) {
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

const isA = (file, what) => statSync(file, { throwIfNoEntry: false })?.[what]() ?? false;

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
