// What an HTML document points to, and what can be pointed to in it.

import { parse } from 'parse5';

/** Attributes that hold one address, whatever the element. */
const ADDRESS = new Set(['href', 'xlink:href', 'src', 'poster', 'action', 'formaction', 'cite']);
/** Attributes that hold a list of addresses, each with its size. */
const ADDRESSES = new Set(['srcset', 'imagesrcset']);

/** {links: [address as written], ids: Set} of an HTML or SVG text. */
export function scan(text) {
  const links = [];
  const ids = new Set();
  const visit = (node) => {
    const attributes = new Map((node.attrs ?? []).map((a) => [a.prefix ? `${a.prefix}:${a.name}` : a.name, a.value]));
    for (const [name, value] of attributes) {
      if (name === 'id' || (name === 'name' && node.tagName === 'a')) ids.add(value);
      else if (ADDRESS.has(name) || (name === 'data' && node.tagName === 'object')) links.push(value.trim());
      else if (ADDRESSES.has(name)) links.push(...value.split(/,\s+/).map((part) => part.trim().split(/\s+/)[0]));
    }
    if (node.tagName === 'meta') links.push(...refresh(attributes));
    const children = node.tagName === 'template' ? node.content.childNodes : node.childNodes;
    for (const child of children ?? []) visit(child);
  };
  visit(parse(text));
  return { links, ids };
}

/** Where `<meta http-equiv="refresh" content="0; url=…">` leads. */
function refresh(attributes) {
  if (attributes.get('http-equiv')?.toLowerCase() !== 'refresh') return [];
  const url = /url\s*=\s*['"]?([^'"]+)/i.exec(attributes.get('content') ?? '');
  return url ? [url[1].trim()] : [];
}

/** The addresses of a sitemap, an Atom feed or an RSS feed. */
export function addressesOfXml(text) {
  const found = [];
  for (const [, element, attribute] of text.matchAll(/<(?:loc|link)>\s*([^<]+?)\s*<|\bhref="([^"]*)"/g)) {
    found.push((element ?? attribute).replaceAll('&amp;', '&'));
  }
  return found;
}
