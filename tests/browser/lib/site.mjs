// The finished site under test: its pages, its files, and the few that are looked at closely.
//
// SAMVERKA_SITE is the folder, built for the base path below so that an address without it is found out.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The path that the site is built for and served under. */
export const base = '/a/b/';

export const folder = process.env.SAMVERKA_SITE;
if (!folder) throw new Error('SAMVERKA_SITE must name the folder of a finished site, built for the base path /a/b/');

/** Every page: {address, kind, id, title, language}; the address from the site's root, such as `/exempel/x/`. */
export const pages = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).pages;

/** Kinds that people read from top to bottom: each page of these is looked at. */
const READ_WHOLE = ['example', 'fia', 'page', 'news'];

/** The file, from the site's root, that answers for an address: `/a/` → `a/index.html`. */
export function fileOf(address) {
  const path = address.replace(/^\/+/, '');
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/** Where on the server a page of the manifest is. */
export const path = (address) => base + address.replace(/^\//, '');

/**
 * The pages to look at: all that are read whole, and of every other kind the fullest, the emptiest and the one between.
 * Pages that only send the reader on are left out, because a browser does not stay there.
 */
export function sample() {
  return byKind().flatMap(([kind, members]) => {
    if (READ_WHOLE.includes(kind)) return members;
    const last = members.length - 1;
    return [...new Set([0, last >> 1, last])].map((i) => members[i]);
  });
}

/** One page of every kind, the fullest. */
export const onePerKind = () => byKind().map(([, members]) => members.at(-1));

/** [kind, pages] of every kind, the pages from the shortest file to the longest; equally long ones by address. */
function byKind() {
  const kinds = new Map();
  for (const page of pages.filter((page) => page.kind !== 'redirect')) {
    kinds.set(page.kind, [...(kinds.get(page.kind) ?? []), page]);
  }
  const size = (page) => statSync(join(folder, fileOf(page.address))).size;
  for (const members of kinds.values()) {
    members.sort((a, b) => size(a) - size(b) || (a.address < b.address ? -1 : 1));
  }
  return [...kinds];
}

/** Every file of the site whose name ends so, from the site's root, with `/`. */
export function files(ending = '') {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'))
    .sort();
}

export const read = (file) => readFileSync(join(folder, file), 'utf8');
