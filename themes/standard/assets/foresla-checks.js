// Single values, checked as the rules of the program do.

import { isDay } from './foresla-number.js';
import { slug } from './foresla-file.js';

/** The first and last day that `2024`, `2024-05` or `2024-05-17` can mean, as texts that compare; null for anything else. */
export function partialDate(text) {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!parts) return null;
  const [, year, month, day] = parts;
  if (!isDay(Number(year), Number(month ?? 1), Number(day ?? 1))) return null;
  return { first: `${year}-${month ?? '01'}-${day ?? '01'}`, last: `${year}-${month ?? '12'}-${day ?? '31'}` };
}

/** As `is_web_address` of the program. */
export const isWebAddress = (text) =>
  /^https?:\/\/[^/?#@]+(?:[/?#]|$)/.test(text) && !/[\p{White_Space}\p{Cc}<>"\\`]/u.test(text);

/** Whether a web address stands in running text, where it becomes no link. */
export const hasAddress = (text) => /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[\p{L}\p{N}]/u.test(text);

export const isEmail = (text) => /^[\p{L}\p{N}.\-_+]+@(?!\.)[\p{L}\p{N}\-_+.]+$/u.test(text) && /@.*[^.@]\.[^.@]/.test(text) && !text.endsWith('.');

const FUNCTIONS = (
  'info kontakt redaktion redaktionen registrator kommun kommunen stad stab namnd namnden forvaltning forvaltningen socialtjanst ' +
  'socialtjansten social arbetsmarknad jobb jobbcentrum forsorjningsstod ekonomiskt bistand ekonomisktbistand vuxen ungdom team ' +
  'enhet enheten kundtjanst medborgarservice samverkan support vaxel mottagning'
).split(' ');

/** `förnamn.efternamn@…`: two or three words of letters, none of which is a function. */
export function isPersonalAddress(address) {
  const parts = address.split(/[@?]/)[0].split(/[._]/).map(slug);
  const isName = (part) => /^[a-z-]+$/.test(part);
  const isFunction = (part) => part.split('-').some((word) => FUNCTIONS.includes(word));
  return (parts.length === 2 || parts.length === 3) && parts.every(isName) && !parts.some(isFunction);
}

/** The e-mail addresses of persons in a text. */
export const personalAddressesIn = (text) =>
  (text.match(/(?<![\p{L}\p{N}.\-_+])[\p{L}\p{N}.\-_+]*@[\p{L}\p{N}.\-_+]+/gu) ?? []).filter(
    (found) => /@.*\./.test(found.replace(/[.\-_]+$/, '')) && isPersonalAddress(found),
  );

/** A number that begins as mobile telephones do in Sweden. */
export function isMobile(text) {
  const national = text.replace(/[^0-9]/g, '').replace(/^(?:0046|46)/, '').replace(/^0/, '');
  return /^7[02369]\d{7}$/.test(national);
}

/** How many letters differ, each inserted, taken away, changed or swapped with the next. */
function distance(a, b) {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const changed = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, changed);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows[a.length][b.length];
}

/** The municipalities of the site: `[{name, code}]` → by what a person writes. */
export function municipalities(all) {
  const known = new Map(all.flatMap(({ name, code }) => [[slug(name), name], [code, name]]));
  const keys = (text) => [slug(text), slug(text).replace(/s?-(?:kommun|stad)$/, '')];
  return {
    /** The official name. */
    find: (text) => keys(text).map((key) => known.get(key)).find(Boolean),
    /** The name that looks most like what was written. */
    nearest(text) {
      const [written] = keys(text).slice(-1);
      const scored = all.map(({ name }) => [slug(name).startsWith(written) ? 0.5 : distance(written, slug(name)), name]);
      const [best] = scored.sort((a, b) => a[0] - b[0]);
      return written.length > 2 && written.length < 40 && best && best[0] <= 2 ? best[1] : undefined;
    },
  };
}
