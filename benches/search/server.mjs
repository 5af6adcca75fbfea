// Serves a finished site as nginx does with Brotli: the same headers, and scripts, WebAssembly, pages and style packed when
// the client takes it. Everything else goes as it is.

import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};
const PACKED = new Set(['.html', '.css', '.js', '.mjs', '.wasm']);

/** Bytes as a host packs them beforehand. */
export const packed = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

/**
 * Serves `folder` on a free port of this machine. `pages` are more pages, by path. `origin` is `http://127.0.0.1:PORT`, and
 * `served` counts the answers.
 */
export async function serve(folder, pages = {}) {
  const memory = new Map();
  const state = { served: 0 };
  const server = createServer((request, response) => {
    const file = find(folder, pages, memory, new URL(request.url, 'http://localhost').pathname);
    state.served += 1;
    const brotli = file?.brotli && /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
    const body = brotli ? file.brotli : (file?.bytes ?? Buffer.from('404'));
    response.sendDate = true;
    response.writeHead(file ? 200 : 404, [
      ['Server', 'nginx'],
      ['Content-Type', file?.type ?? 'text/html'],
      ['Content-Length', body.length],
      ['Connection', 'keep-alive'],
      ['Last-Modified', new Date(1_700_000_000_000).toUTCString()],
      ['ETag', '"653f2a00-10000"'],
      ...(brotli ? [['Content-Encoding', 'br'], ['Vary', 'Accept-Encoding']] : [['Accept-Ranges', 'bytes']]),
      ['Cache-Control', 'public, max-age=31536000, immutable'],
      ['X-Content-Type-Options', 'nosniff'],
    ]);
    response.end(body);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  state.origin = `http://127.0.0.1:${server.address().port}`;
  state.close = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  return state;
}

function find(folder, pages, memory, path) {
  const inside = normalize(decodeURIComponent(path));
  const name = join(folder, inside.endsWith('/') ? `${inside}index.html` : inside);
  if (!memory.has(name)) {
    const bytes = pages[path] ? Buffer.from(pages[path]) : statSync(name, { throwIfNoEntry: false })?.isFile() && readFileSync(name);
    const end = pages[path] ? '.html' : extname(name);
    memory.set(name, bytes && { bytes, type: TYPES[end] ?? 'application/octet-stream', brotli: PACKED.has(end) && packed(bytes) });
  }
  return memory.get(name);
}
