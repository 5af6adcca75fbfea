// Personnummer and samordningsnummer in a text, by the rules of src/personal_number.rs: tests/personal-numbers.json holds
// both to the same table, and the browser tests let both read the same random texts.

const LONGEST_GAP = 8;
const LONGEST_INDENTATION = 40;
const MOST_SPACES = 3;

const NAMED = new Map(
  Object.entries({
    nbsp: '\u00a0', NonBreakingSpace: '\u00a0', ensp: ' ', emsp: ' ', thinsp: ' ', hairsp: ' ', numsp: ' ', puncsp: ' ',
    shy: '\u00ad', hyphen: '-', dash: '-', ndash: '-', mdash: '-', horbar: '-', minus: '-', plus: '+', lowbar: '_',
    UnderBar: '_', ast: '*', midast: '*', bsol: '\\', period: '.', sol: '/', zwj: '\u200b', zwnj: '\u200b',
    lrm: '\u200b', rlm: '\u200b', NoBreak: '\u200b', ZeroWidthSpace: '\u200b', Tab: '\t', NewLine: '\n', colon: ':',
    amp: '&', lt: '<', gt: '>', quot: '"', apos: "'",
  }),
);

const SPACE = /^\p{White_Space}$/u;
const JOINT =
  /^[\p{White_Space}\-+_*\\./\u00ad\u200b-\u200f\u2060\ufeff\u2010-\u2015\u2043\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0b\uff0d]$/u;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const isDigit = (text, at) => text[at] >= '0' && text[at] <= '9';

function digitsFrom(text, at, most = Infinity) {
  let length = 0;
  while (length < most && isDigit(text, at + length)) length++;
  return length;
}

/** The character of `&#45;` or `&nbsp;` and its length. */
function entity(text, at) {
  const end = text.slice(at + 1, at + 13).indexOf(';');
  if (end < 0) return null;
  const name = text.slice(at + 1, at + 1 + end);
  const number = /^#(?:[xX]\+?([0-9a-fA-F]+)|\+?([0-9]+))$/.exec(name);
  if (!number) return NAMED.has(name) ? [NAMED.get(name), end + 2] : null;
  const code = number[1] ? parseInt(number[1], 16) : Number(number[2]);
  const isCharacter = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? [String.fromCodePoint(code), end + 2] : null;
}

/** The character of `%2D` or `%C2%A0` and its length. */
function percent(text, at) {
  const bytes = [];
  while (bytes.length < 4) {
    const code = /^%([0-9a-fA-F]{2})/.exec(text.slice(at + 3 * bytes.length, at + 3 * bytes.length + 3));
    if (!code) return null;
    bytes.push(parseInt(code[1], 16));
    try {
      return [String.fromCodePoint(utf8.decode(new Uint8Array(bytes)).codePointAt(0)), 3 * bytes.length];
    } catch {
      // The character has more bytes.
    }
  }
  return null;
}

/** The character at a place and its length, written as it is or as a code. */
function letterAt(text, at) {
  if (at >= text.length) return null;
  const letter = String.fromCodePoint(text.codePointAt(at));
  const coded = letter === '&' ? entity(text, at) : letter === '%' ? percent(text, at) : null;
  return coded ?? [letter, letter.length];
}

/** The length of the code of a joint. */
function codeAt(text, at) {
  const found = text[at] === '&' || text[at] === '%' ? letterAt(text, at) : null;
  return found && found[1] > 1 && JOINT.test(found[0]) ? found[1] : null;
}

/** What may stand between two digits of one number; wide if it also stands between other numbers. */
function gapAt(text, at) {
  let [length, isWide, letters, spaces, indentation] = [0, false, 0, 0, 0];
  let [hasLineBreak, isIndentation, previous] = [false, false, ''];
  for (let found = letterAt(text, at); found; found = letterAt(text, at + length)) {
    const [letter, size] = found;
    const isLineBreak = letter === '\n' || letter === '\r';
    if (isLineBreak) {
      if (hasLineBreak && !(previous === '\r' && letter === '\n')) return null;
      [hasLineBreak, isIndentation] = [true, true];
    } else if (isIndentation && ' \t>#'.includes(letter)) {
      indentation++;
    } else if (JOINT.test(letter)) {
      isIndentation = false;
      letters++;
      if (SPACE.test(letter)) spaces++;
    } else {
      break;
    }
    if (letters > LONGEST_GAP || indentation > LONGEST_INDENTATION) return null;
    isWide ||= isLineBreak || letter === '\t' || letter === '.' || letter === '/' || spaces > MOST_SPACES;
    length += size;
    previous = letter;
  }
  return length > 0 ? { length, isWide } : null;
}

/** The end of a date YYYY-MM-DD. */
function dateAt(text, at) {
  const date = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(text.slice(at, at + 11));
  return date && isDay(Number(date[1]), Number(date[2]), Number(date[3])) ? at + 10 : null;
}

/** Whether the calendar has the day, in the years that a file may hold. */
export function isDay(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1800 && year <= 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isPeriod(text, at) {
  const end = dateAt(text, at);
  const gap = end && gapAt(text, end);
  return Boolean(gap) && dateAt(text, end + gap.length) !== null;
}

/** The check digit of SS-ISO/IEC 7812-1. */
function luhn(digits) {
  const sum = digits.reduce((total, digit, index) => {
    const product = index % 2 === 0 ? digit * 2 : digit;
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return sum % 10 === 0;
}

function isPersonal(digits) {
  const short = digits.slice(-10);
  if (digits.length === 12 && !['18', '19', '20'].includes(`${digits[0]}${digits[1]}`)) return false;
  const month = short[2] * 10 + short[3];
  const written = short[4] * 10 + short[5];
  const day = written > 60 ? written - 60 : written;
  if (month < 1 || month > 12) return false;
  const longest = month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31;
  const isBirthNumber = short[6] + short[7] + short[8] > 0;
  return day >= 1 && day <= longest && isBirthNumber && luhn(short);
}

/** The end of a number that begins at the first digit of a run. */
function numberAt(text, start) {
  const firstRun = digitsFrom(text, start, 13);
  const places = [];
  for (let at = start, length = firstRun; ; ) {
    for (let place = at; place < at + length; place++) places.push(place);
    at += length;
    if (places.length > 12) break;
    const gap = gapAt(text, at);
    if (!gap) break;
    const next = at + gap.length;
    const nextLength = digitsFrom(text, next, 13);
    const isBetweenParts = places.length === firstRun && (firstRun === 6 || firstRun === 8) && nextLength === 4;
    if (nextLength === 0 || (gap.isWide && !isBetweenParts)) break;
    [at, length] = [next, nextLength];
  }
  const digits = places.map((place) => Number(text[place]));
  for (const count of [12, 10]) {
    if (places.length < count) continue;
    const end = places[count - 1] + 1;
    const isTelephone = count === 10 && firstRun === 3 && digits[0] === 0 && digits[1] === 7;
    if (!isDigit(text, end) && !isTelephone && isPersonal(digits.slice(0, count)) && !isPeriod(text, start)) return end;
  }
  return null;
}

/** The places of each number: [start, end]. */
export function numbersIn(text) {
  const found = [];
  for (let at = 0; at < text.length; ) {
    if (!isDigit(text, at)) {
      at += codeAt(text, at) ?? 1;
      continue;
    }
    const end = numberAt(text, at);
    if (end) found.push([at, end]);
    at = end ?? dateAt(text, at) ?? at + digitsFrom(text, at);
  }
  return found;
}
