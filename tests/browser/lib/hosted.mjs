// The small site of the tests, built with packed files as a web server gets it, and what its header files promise.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { base } from './site.mjs';

const repository = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const program = process.env.SAMVERKA ?? join(repository, 'target/release/samverka');

export const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/** What a header says where a page's own `meta` says the rest: of the editors' CMS everywhere, of every page at Netlify. */
export const LEAST = "frame-ancestors 'none'";
export const policyOf = (file) => (file.startsWith('admin/') ? LEAST : POLICY);
export const [CHECKED, HALF_DAY, FOREVER] = [
  'no-cache',
  'public, max-age=43200, must-revalidate',
  'public, max-age=31536000, immutable',
];

/** The line of the access log that has a text. A server writes it when the answer has been sent, which may be a moment later. */
export async function logged(server, text) {
  const until = Date.now() + 10_000;
  for (;;) {
    const line = server.log().find((line) => line.includes(text));
    if (line !== undefined || Date.now() > until) return line ?? `no line with ${text}`;
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** A file's address: `a/index.html` answers as `a/`. */
export const addressOf = (file) => file.replace(/(^|\/)index\.html$/, '$1');
export const isHidden = (file) => /^(_headers|_hosting\/|web\.config|\.)/.test(file);
export const isPacked = (file) => /\.(br|gz)$/.test(file);

/** How long a file of the site is kept. */
export const keptFor = (file) => (file.startsWith('_a/style.') ? HALF_DAY : /^_[as]\//.test(file) ? FOREVER : CHECKED);

/** What is wrong with an answer that should be a file of the site, whoever serves it. */
export function faultsOf(site, file, { status, headers, body }) {
  const faults = [];
  const fault = (text) => faults.push(`${file}  ${text}`);
  if (status !== 200) fault(`status ${status}`);
  if (!body.equals(readFileSync(join(site, file)))) fault('other bytes');
  if (headers['content-security-policy'] !== policyOf(file)) fault(`policy ${headers['content-security-policy']}`);
  if (headers['x-content-type-options'] !== 'nosniff') fault('nosniff');
  if (headers['referrer-policy'] !== 'same-origin') fault('referrer');
  if (!/geolocation=\(\)/.test(headers['permissions-policy'])) fault('permissions');
  if (headers['strict-transport-security']) fault('speaks for a host that is another site’s');
  if (headers['cache-control'] !== keptFor(file)) fault(`kept ${headers['cache-control']}`);
  return faults;
}

/** The type of one file of each kind, by its path. */
export const typesOf = (files) => ({
  '': 'text/html; charset=utf-8',
  'robots.txt': 'text/plain; charset=utf-8',
  'data/x.csv': 'text/csv; charset=utf-8',
  'feed.xml': 'application/atom+xml',
  'sitemap.xml': 'application/xml',
  'manifest.json': 'application/json',
  'admin/config.yml': 'application/yaml',
  'data/x.rdf': 'application/rdf+xml',
  '_s/search.wasm': 'application/wasm',
  '_s/0c9d1f2e3a.bin': 'application/octet-stream',
  'media/x.webp': 'image/webp',
  'media/x.avif': 'image/avif',
  [files.find((file) => /^_a\/style\..*css$/.test(file))]: 'text/css; charset=utf-8',
  [files.find((file) => /^_a\/icon\..*svg$/.test(file))]: 'image/svg+xml',
});

/** Builds it: {folder, to be removed by who asked, site below it, and its files from the site's root}. */
export function hosted() {
  const folder = mkdtempSync(join(tmpdir(), 'samverka-hosted-'));
  execFileSync('chmod', ['755', folder]);
  const site = join(folder, 'site');
  const content = join(repository, 'tests/golden/content');
  const address = `https://samverka.example${base}`;
  const build = ['build', '--content', content, '--out', site, '--base-url', address, '--today', '2026-11-22'];
  execFileSync(program, [...build, '--compress']);
  // As the workflow that publishes does after it.
  execFileSync(program, ['export', '--format', 'cms', '--content', content, '--repo', 'a/b', '--out', join(site, 'admin')], { stdio: 'ignore' });
  const files = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(site.length + 1))
    .sort();
  // What other files of a site may be: the search index, and data.
  for (const name of ['_s/0c9d1f2e3a.bin', '_s/search.wasm', 'data/x.rdf', 'data/x.csv', 'media/x.avif', 'media/x.webp']) {
    cpSync(join(site, 'robots.txt'), join(site, name));
  }
  return { folder, site, files };
}
