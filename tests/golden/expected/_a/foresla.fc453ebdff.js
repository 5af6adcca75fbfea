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
function percent(text, at) {
  const bytes = [];
  while (bytes.length < 4) {
    const code = /^%([0-9a-fA-F]{2})/.exec(text.slice(at + 3 * bytes.length, at + 3 * bytes.length + 3));
    if (!code) return null;
    bytes.push(parseInt(code[1], 16));
    try {
      return [String.fromCodePoint(utf8.decode(new Uint8Array(bytes)).codePointAt(0)), 3 * bytes.length];
    } catch {
    }
  }
  return null;
}
function letterAt(text, at) {
  if (at >= text.length) return null;
  const letter = String.fromCodePoint(text.codePointAt(at));
  const coded = letter === '&' ? entity(text, at) : letter === '%' ? percent(text, at) : null;
  return coded ?? [letter, letter.length];
}
function codeAt(text, at) {
  const found = text[at] === '&' || text[at] === '%' ? letterAt(text, at) : null;
  return found && found[1] > 1 && JOINT.test(found[0]) ? found[1] : null;
}
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
function dateAt(text, at) {
  const date = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(text.slice(at, at + 11));
  return date && isDay(Number(date[1]), Number(date[2]), Number(date[3])) ? at + 10 : null;
}
function isDay(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1800 && year <= 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
function isPeriod(text, at) {
  const end = dateAt(text, at);
  const gap = end && gapAt(text, end);
  return Boolean(gap) && dateAt(text, end + gap.length) !== null;
}
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
function numbersIn(text) {
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
function clean(text) {
  const whole = text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
  const lines = whole.replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n').replace(/\t/g, ' ');
  const visible = lines.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g, '');
  return visible.normalize('NFC').replace(/^\p{White_Space}+|\p{White_Space}+$/gu, '');
}
const line = (text) => clean(clean(text).replace(/\n+/g, ' '));
const FOLDED = { å: 'a', ä: 'a', á: 'a', à: 'a', â: 'a', ã: 'a', æ: 'a', ö: 'o', ó: 'o', ò: 'o', ô: 'o', õ: 'o', ø: 'o',
  é: 'e', è: 'e', ê: 'e', ë: 'e', ü: 'u', ú: 'u', ù: 'u', û: 'u', í: 'i', ì: 'i', î: 'i', ï: 'i', ç: 'c', ñ: 'n' };
const slug = (text) =>
  [...text.toLowerCase()].map((letter) => FOLDED[letter] ?? letter).join('').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
const LONGEST_ID = 60;
function idOf(title, municipalities, isNational, taken) {
  const place = isNational ? 'nationellt' : municipalities.length === 1 ? slug(municipalities[0]) : '';
  const name = slug(title);
  const whole = [name === place || name.startsWith(`${place}-`) ? '' : place, name].filter(Boolean).join('-');
  const id = whole.length > LONGEST_ID ? whole.slice(0, LONGEST_ID + 1).replace(/-[^-]*$/, '').slice(0, LONGEST_ID) : whole;
  return !name || taken.includes(id) ? ['exempel', id].filter(Boolean).join('-') : id.replace(/-+$/, '');
}
const NO_TEXT = ['null', 'true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n', 'ja', 'nej', 'sant', 'falskt'];
function scalar(text) {
  if (/^[a-z]+(?:-[a-z0-9]+)*$/.test(text) && !NO_TEXT.includes(text)) return text;
  const escape = (letter) => (letter === '"' || letter === '\\' ? `\\${letter}` : letter === '\n' ? '\\n' : code(letter));
  const code = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `"${text.replace(/["\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, escape)}"`;
}
function yaml(what) {
  if (typeof what === 'boolean') return what ? 'ja' : 'nej';
  if (typeof what === 'number') return String(what);
  if (Array.isArray(what)) return `[${what.map(yaml).join(', ')}]`;
  if (typeof what === 'object') return `{${pairs(what).map(([key, inner]) => `${key}: ${yaml(inner)}`).join(', ')}}`;
  return scalar(what);
}
const isGiven = (what) => what !== undefined && what !== '' && !(Array.isArray(what) && what.length === 0);
const pairs = (record) => Object.entries(record).filter(([, what]) => isGiven(what));
function lines(key, what) {
  const isRecords = Array.isArray(what) && typeof what[0] === 'object';
  return isRecords ? `${key}:\n${what.map((record) => `  - ${yaml(record)}\n`).join('')}` : `${key}: ${yaml(what)}\n`;
}
function escaped(text, sources) {
  let out = text.replace(/[\\`*_[\]<>&#~|]/g, '\\$&');
  out = out.replace(/\\\[(\d{1,3})\\\]/g, (all, number) => (sources.includes(Number(number)) ? `[${number}]` : all));
  out = out.replace(/\]([(:])/g, ']\\$1');
  return out.replace(/^(?=[-+=:])/, '\\').replace(/^(\d+)(?=[.)])/, '$1\\');
}
const BULLET = /^\s*[-•*]\s+(?=\S)/u;
const NUMBERED = /^\s*(\d{1,3})[.)]\s+(?=\S)/u;
function markdown(text, sources) {
  const blocks = [];
  let kind = null;
  for (const raw of clean(text).split('\n')) {
    const written = raw.trim();
    const [bullet, numbered] = [BULLET.exec(written), NUMBERED.exec(written)];
    const now = written === '' ? null : bullet ? 'bullets' : numbered ? 'numbers' : 'text';
    if (now !== null) {
      const mark = bullet ? '- ' : numbered ? `${Number(numbered[1])}. ` : '';
      const rest = written.slice((bullet ?? numbered ?? [''])[0].length);
      if (now !== kind) blocks.push([]);
      blocks.at(-1).push(mark + escaped(rest, sources));
    }
    kind = now;
  }
  return blocks.map((lines) => lines.join('\n')).join('\n\n');
}
function fileOf({ fields, sections, sources, supports }) {
  const front = fields.filter(([, what]) => isGiven(what)).map(([key, what]) => lines(key, what));
  const body = sections
    .filter(({ text }) => text)
    .map(({ id, title, text }) => {
      const cited = supports[id] ?? [];
      const marks = cited.length > 0 ? ` [${cited.join(', ')}]` : '';
      return `\n## ${title}\n\n${markdown(text, sources)}${marks}\n`;
    });
  return `---\n${front.join('')}---\n${body.join('')}`;
}
function partialDate(text) {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!parts) return null;
  const [, year, month, day] = parts;
  if (!isDay(Number(year), Number(month ?? 1), Number(day ?? 1))) return null;
  return { first: `${year}-${month ?? '01'}-${day ?? '01'}`, last: `${year}-${month ?? '12'}-${day ?? '31'}` };
}
const isWebAddress = (text) =>
  /^https?:\/\/[^/?#@]+(?:[/?#]|$)/.test(text) && !/[\p{White_Space}\p{Cc}<>"\\`]/u.test(text);
const hasAddress = (text) => /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[\p{L}\p{N}]/u.test(text);
const isEmail = (text) => /^[\p{L}\p{N}.\-_+]+@(?!\.)[\p{L}\p{N}\-_+.]+$/u.test(text) && /@.*[^.@]\.[^.@]/.test(text) && !text.endsWith('.');
const FUNCTIONS = (
  'info kontakt redaktion redaktionen registrator kommun kommunen stad stab namnd namnden forvaltning forvaltningen socialtjanst ' +
  'socialtjansten social arbetsmarknad jobb jobbcentrum forsorjningsstod ekonomiskt bistand ekonomisktbistand vuxen ungdom team ' +
  'enhet enheten kundtjanst medborgarservice samverkan support vaxel mottagning'
).split(' ');
function isPersonalAddress(address) {
  const parts = address.split(/[@?]/)[0].split(/[._]/).map(slug);
  const isName = (part) => /^[a-z-]+$/.test(part);
  const isFunction = (part) => part.split('-').some((word) => FUNCTIONS.includes(word));
  return (parts.length === 2 || parts.length === 3) && parts.every(isName) && !parts.some(isFunction);
}
const personalAddressesIn = (text) =>
  (text.match(/(?<![\p{L}\p{N}.\-_+])[\p{L}\p{N}.\-_+]*@[\p{L}\p{N}.\-_+]+/gu) ?? []).filter(
    (found) => /@.*\./.test(found.replace(/[.\-_]+$/, '')) && isPersonalAddress(found),
  );
function isMobile(text) {
  const national = text.replace(/[^0-9]/g, '').replace(/^(?:0046|46)/, '').replace(/^0/, '');
  return /^7[02369]\d{7}$/.test(national);
}
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
function municipalities(all) {
  const known = new Map(all.flatMap(({ name, code }) => [[slug(name), name], [code, name]]));
  const keys = (text) => [slug(text), slug(text).replace(/s?-(?:kommun|stad)$/, '')];
  return {
    find: (text) => keys(text).map((key) => known.get(key)).find(Boolean),
    nearest(text) {
      const [written] = keys(text).slice(-1);
      const scored = all.map(({ name }) => [slug(name).startsWith(written) ? 0.5 : distance(written, slug(name)), name]);
      const [best] = scored.sort((a, b) => a[0] - b[0]);
      return written.length > 2 && written.length < 40 && best && best[0] <= 2 ? best[1] : undefined;
    },
  };
}
const NAMES =
  'Adam Agneta Ahmed Ali Alice Alexander Alexandra Amina Amir Anders Andreas Anette Anita Ann Anna Annika Anton Arne Astrid ' +
  'Axel Barbro Bengt Berit Birgitta Britt Camilla Carina Carl Caroline Cecilia Christer Christina Christian Christoffer ' +
  'Daniel David Elias Elin Elisabeth Ella Ellen Elsa Emelie Emil Emma Erik Eva Fatima Filip Fredrik Frida Gabriel Gunilla ' +
  'Gunnar Gustav Göran Hanna Hans Hassan Helena Henrik Hugo Håkan Ibrahim Ingegerd Inger Ingrid Irene Isabelle Jakob Jan ' +
  'Jenny Jessica Joakim Johan Johanna Johannes John Jonas Josefin Julia Karin Karl Kenneth Kerstin Kjell Kristina ' +
  'Kristoffer Kurt Lars Leif Lena Lennart Linda Linnéa Linus Lisa Lovisa Lucas Madeleine Magnus Malin Margareta Maria Marie ' +
  'Markus Martin Mats Mattias Mehmet Mikael Mohamed Mohammed Mona Monica Mustafa Nils Niklas Oliver Olof Omar Oskar Pär ' +
  'Patrik Peter Pontus Rebecka Rickard Robert Robin Roger Roland Samuel Sandra Sara Sebastian Simon Sofia Sofie Stefan ' +
  'Susanne Sven Therese Thomas Tobias Tommy Ulf Ulrika Viktor Viktoria Vilhelm William Yasmin Yvonne Yusuf Åke Åsa';
const GROUP =
  'person(?:er(?:na)?)?|deltagar(?:e|na)|klient(?:er(?:na)?)?|brukar(?:e|na)|individ(?:er(?:na)?)?|ungdom(?:ar(?:na)?)?|unga' +
  '|kvinn(?:a|or(?:na)?)|män(?:nen)?|barn(?:en)?|familj(?:er(?:na)?)?|hushåll(?:en)?|biståndstagare|biståndsmottagare|sökande';
const wholeWord = (pattern, flags) => new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, flags);
const SURNAME = '\\p{Lu}\\p{Ll}*(?:sson|ström|kvist|qvist|stedt)s?';
const NAME = wholeWord(`(?:${NAMES.replaceAll(' ', '|')})s?(?: \\p{Lu}[\\p{L}-]+)?|\\p{Lu}\\p{Ll}+ ${SURNAME}`, 'gu');
const FEW = wholeWord(
  `(?:[2-9]|två|tre|fyra|fem|sex|sju|åtta|nio) (?:av \\p{L}+ )?(?:\\p{Ll}+ )?(?:${GROUP})` +
    `|(?:1|en|ett) (?:av (?:${GROUP})|deltagare|kvinna|man|klient|brukare|familj|ungdom)`,
  'giu',
);
const QUOTED = /["”“„«»]([^"”“„«»\n]{1,600})["”“«»]/gu;
const SPOKEN = /^[–—―] ?\p{Lu}.*$/gmu;
const FEWEST_WORDS = 3;
const LONGEST = 80;
const short = (text) => ([...text].length > LONGEST ? `${[...text].slice(0, LONGEST).join('')} …` : text);
function warningsIn(text) {
  const all = (kind, pattern) => [...text.matchAll(pattern)].map((match) => ({ kind, found: (match[1] ?? match[0]).trim() }));
  const quoted = all('quote', QUOTED).filter(({ found }) => found.split(/\s+/u).length >= FEWEST_WORDS);
  const found = [...all('name', NAME), ...all('group', FEW), ...quoted, ...all('quote', SPOKEN)];
  const isFirst = (one, index) => found.findIndex((other) => other.kind === one.kind && other.found === one.found) === index;
  return found.filter(isFirst).map(({ kind, found: whole }) => ({ kind, found: short(whole) }));
}
const inputs = (field) => [...field.querySelectorAll('input, textarea')];
const checked = (field) => inputs(field).filter((input) => input.checked).map((input) => input.value);
const rowsOf = (field) => [...field.querySelectorAll('[data-rows] > .row')];
const partOf = (row, key) => row.querySelector(`[data-field="${key}"] :is(input, textarea)`);
const fieldsOf = (step) => [...step.querySelectorAll('[data-field]')].filter((field) => !field.closest('.row'));
const nameOf = ({ dataset }) => (dataset.section ? `avsnitt:${dataset.field}` : `${dataset.kind === 'missing' ? 'saknas:' : ''}${dataset.field}`);
function answerIn(field, known) {
  switch (field.dataset.kind) {
    case 'checks':
      return checked(field);
    case 'radios':
      return checked(field)[0] ?? '';
    case 'check':
    case 'missing':
      return inputs(field)[0].checked;
    case 'municipalities':
      return [...new Set(texts(field).map((text) => known.find(text) ?? text))];
    case 'parties':
      return checked(field).map((part) => ({ part, 'lokalt-namn': line(localOf(field, part)?.value ?? '') }));
    case 'sources':
      return rowsOf(field).map((row, index) => sourceIn(row, index + 1)).filter((source) => source.isGiven);
    default:
      return field.dataset.section ? clean(inputs(field)[0].value) : line(inputs(field)[0].value);
  }
}
const texts = (field) => inputs(field).map((input) => line(input.value)).filter(Boolean);
const localOf = (field, part) => field.querySelector(`[data-local="${part}"] input`);
function sourceIn(row, number) {
  const [titel, utgivare, ar, adress] = ['titel', 'utgivare', 'ar', 'adress'].map((key) => line(partOf(row, key).value));
  const supports = checked(row.querySelector('[data-supports]'));
  return { row, number, titel, utgivare, ar, adress, supports, isGiven: [titel, utgivare, ar, adress, ...supports].some(Boolean) };
}
function isAnswered(answer) {
  return Array.isArray(answer) ? answer.length > 0 : Boolean(answer);
}
const lengthOf = (text) => [...text].length;
function faultsIn(step, { word, known, answers }) {
  const faults = [];
  const fault = (input, message) => faults.push({ input, message });
  for (const field of fieldsOf(step)) {
    const { kind, field: key, label } = field.dataset;
    const all = inputs(field);
    const answer = answers.get(nameOf(field));
    const isText = !['checks', 'radios', 'check', 'missing', 'municipalities', 'parties', 'sources'].includes(kind);
    if (field.dataset.required !== undefined && !isAnswered(answer)) {
      fault(all[0], word(isText || kind === 'sources' ? 'fill-in' : 'choose', { label }));
    }
    for (const input of all.filter((one) => ['text', 'textarea', 'email', 'url'].includes(one.type))) {
      const box = input.closest('[data-max], [data-section]');
      const text = box?.dataset.section ? clean(input.value) : line(input.value);
      const max = Number(box?.dataset.max ?? Infinity);
      if (numbersIn(input.value).length > 0 || numbersIn(text).length > 0) fault(input, word('number-error'));
      else if (lengthOf(text) > max) fault(input, word('too-long', { label: box.dataset.label, max, length: lengthOf(text) }));
      else if (box?.dataset.section && hasAddress(text)) fault(input, word('address-error'));
      else if (personalAddressesIn(text).length > 0) fault(input, word('personal-email'));
    }
    if (kind === 'municipalities') {
      for (const input of all.filter((one) => line(one.value) && !known.find(line(one.value)))) {
        const value = line(input.value);
        const guess = known.nearest(value);
        fault(input, guess ? word('meant', { value, guess }) : word('unknown-municipality', { value }));
      }
      if (isAnswered(answer) && answers.get('nationellt')) fault(all[0], word('national-error'));
    }
    if (kind === 'date' && answer && !partialDate(answer)) fault(all[0], word('date-error'));
    if (key === 'period.till' && answer) {
      const [from, to] = [partialDate(answers.get('period.fran')), partialDate(answer)];
      if (from && to && to.last < from.first) fault(all[0], word('order-error'));
    }
    if (kind === 'email' && answer && !isEmail(answer)) fault(all[0], word('email-error'));
    if (key === 'kontakt.telefon' && isMobile(answer)) fault(all[0], word('personal-telephone'));
    if (key === 'kontakt.funktion' && !answer && (answers.get('kontakt.e-post') || answers.get('kontakt.telefon'))) {
      fault(all[0], word('role-error'));
    }
    if (kind === 'missing' && answer) {
      const same = (name) => name === key || name === `avsnitt:${key}` || name.startsWith(`${key}.`);
      if ([...answers].some(([name, other]) => same(name) && isAnswered(other))) {
        fault(all[0], word('both', { label: step.querySelector(`[data-field^="${key}"]`).dataset.label }));
      }
    }
    if (kind === 'sources') faultsOfSources(field, answer, { word, answers, fault });
  }
  return faults.filter(({ input }, index) => faults.findIndex((other) => other.input === input) === index);
}
function faultsOfSources(field, sources, { word, answers, fault }) {
  const written = [...answers].filter(([name]) => name.startsWith('avsnitt:')).map(([, text]) => text);
  const cited = new Set(written.flatMap((text) => [...text.matchAll(/\[(\d{1,3})\]/g)].map((match) => Number(match[1]))));
  sources.forEach(({ row, titel, ar, adress, supports }, index) => {
    const label = row.querySelector('[data-field="titel"]').dataset.label;
    if (!titel) fault(partOf(row, 'titel'), word('fill-in', { label }));
    if (ar && !(/^\d{4}$/.test(ar) && ar >= '1800' && ar <= '2200')) fault(partOf(row, 'ar'), word('year-error'));
    if (adress && !isWebAddress(adress)) fault(partOf(row, 'adress'), word('web-error'));
    const [first] = inputs(row.querySelector('[data-supports]'));
    if (first && supports.length === 0 && !cited.has(index + 1)) fault(first, word('supports-error'));
  });
  const unknown = [...cited].find((number) => number < 1 || number > sources.length);
  const [first] = inputs(field);
  if (first && unknown !== undefined) fault(first, word('uncited', { number: unknown }));
}
function warningsOf(step) {
  const texts = inputs(step).filter((input) => ['text', 'textarea'].includes(input.type) && !input.hasAttribute('list'));
  return texts.flatMap((input) => warningsIn(clean(input.value)));
}
const byId = (id) => document.getElementById(id);
const root = byId('suggest');
const form = byId('suggest_form');
const steps = [...form.querySelectorAll('.suggest-step')];
const views = ['start', ...steps.map((step) => step.id), 'kontrollera', 'lamna'];
const inert = byId('suggest_words').content;
const titleOfForm = root.querySelector('h1');
const titleOfPage = document.title;
const word = (name, values = {}) =>
  inert.querySelector(`[data-word="${name}"]`).textContent.replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
const known = municipalities(
  [...byId('suggest_municipality_names').children].map(({ value, dataset }) => ({ name: value, code: dataset.code })),
);
let isKept = true;
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
function say(text) {
  byId('suggest_said').textContent = text;
}
function answers() {
  return new Map(steps.flatMap((step) => fieldsOf(step).map((field) => [nameOf(field), answerIn(field, known)])));
}
let now = 'start';
const HASH = '#visa-';
function show(view, isQuiet = false) {
  now = views.includes(view) ? view : 'start';
  if (now === 'lamna' && allFaults().length > 0) now = 'kontrollera';
  const step = steps.findIndex(({ id }) => id === now);
  forgetErrors();
  for (const id of views) byId(id).hidden = id !== now;
  form.hidden = step < 0;
  byId('suggest_back').hidden = now === 'start';
  root.classList.toggle('suggest-begun', now !== 'start');
  byId('suggest_next').textContent = word(history.state?.isChange ? 'to-summary' : 'continue');
  if (now === 'fraga-kallor') offerSupports();
  const heading = now === 'start' ? titleOfForm : byId(now).querySelector('h2');
  document.title = now === 'start' ? titleOfPage : `${heading.textContent} – ${titleOfPage}`;
  if (now === 'kontrollera') showSummary();
  if (now === 'lamna') showFile();
  if (isQuiet) return;
  window.scrollTo(0, 0);
  if (now !== 'kontrollera' || byId('suggest_errors').hidden) heading.focus();
}
function go(view, isChange = false) {
  history.pushState({ view, isChange, depth: (history.state?.depth ?? 0) + 1 }, '', `${HASH}${view}`);
  show(view);
}
function back() {
  if (history.state?.depth > 0) history.back();
  else go(views[Math.max(0, views.indexOf(now) - 1)]);
}
const allFaults = () => {
  const context = { word, known, answers: answers() };
  return steps.flatMap((step) => faultsIn(step, context).map((fault) => ({ ...fault, step })));
};
function forgetErrors() {
  byId('suggest_errors').hidden = true;
  byId('suggest_warnings').hidden = true;
  for (const message of form.querySelectorAll('.error')) message.remove();
  for (const input of form.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
  for (const described of form.querySelectorAll('[aria-describedby]')) {
    const ids = described.getAttribute('aria-describedby').split(' ').filter((id) => !id.endsWith('_error'));
    if (ids.length > 0) described.setAttribute('aria-describedby', ids.join(' '));
    else described.removeAttribute('aria-describedby');
  }
}
function mark({ input, message }) {
  const isChoice = input.type === 'checkbox' || input.type === 'radio';
  const group = isChoice ? input.closest('fieldset, [role="group"]') : null;
  const said = element('p', { class: 'error', id: `${input.id}_error` }, message);
  const described = group ?? input;
  described.setAttribute('aria-describedby', [described.getAttribute('aria-describedby'), said.id].filter(Boolean).join(' '));
  if (input.type !== 'radio') input.setAttribute('aria-invalid', 'true');
  const before = group ? group.querySelector('.choice') : input;
  if (before) before.before(said);
  else input.before(said);
}
function showErrors(faults) {
  const links = faults.map(({ input, message, step }) => {
    const link = element('a', { href: `#${input.id}` }, message);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      if (step && now !== step.id) {
        go(step.id, true);
        showErrors(faultsIn(step, { word, known, answers: answers() }));
      }
      input.focus();
    });
    return element('li', {}, link);
  });
  if (form.hidden === false) faults.forEach(mark);
  const box = byId('suggest_errors');
  box.replaceChildren(element('h2', {}, word('error')), element('ul', {}, ...links));
  box.hidden = false;
  document.title = `${word('error')}: ${document.title.replace(`${word('error')}: `, '')}`;
  box.focus();
}
const warningLines = (warnings) =>
  warnings.map(({ kind, found }) => element('li', {}, word(WARNINGS[kind], { found })));
const WARNINGS = { name: 'name-warning', group: 'group-warning', quote: 'quote-warning' };
function next(event) {
  event.preventDefault();
  const step = byId(now);
  forgetErrors();
  const faults = faultsIn(step, { word, known, answers: answers() });
  if (faults.length > 0) return showErrors(faults);
  const warnings = warningsOf(step);
  const told = JSON.stringify(warnings);
  if (warnings.length > 0 && step.dataset.told !== told) {
    step.dataset.told = told;
    const box = byId('suggest_warnings');
    box.querySelector('ul').replaceChildren(...warningLines(warnings));
    box.hidden = false;
    return box.focus();
  }
  return history.state?.isChange ? go('kontrollera') : go(views[views.indexOf(now) + 1]);
}
let rows = 0;
function addRow(field, isAsked) {
  const kind = field.dataset.kind;
  const row = byId(`suggest_${kind}_row`).content.firstElementChild.cloneNode(true);
  rows += 1;
  for (const part of row.querySelectorAll('[id], [for], [aria-describedby], [aria-labelledby]')) {
    for (const name of ['id', 'for', 'aria-describedby', 'aria-labelledby']) {
      if (part.hasAttribute(name)) part.setAttribute(name, part.getAttribute(name).replace('_N_', `_${rows}_`));
    }
  }
  row.append(element('button', { type: 'button', class: 'suggest-link', 'data-remove': '' }));
  field.querySelector('[data-rows]').append(row);
  number(field);
  if (kind === 'sources') offerSupports();
  if (isAsked) row.querySelector('input').focus();
}
function number(field) {
  const all = [...field.querySelectorAll('[data-rows] > .row')];
  all.forEach((row, index) => {
    const shown = row.querySelector('[data-number]');
    shown.textContent = all.length > 1 ? index + 1 : '';
    const button = row.querySelector('[data-remove]');
    button.textContent = word('remove', { label: shown.parentElement.firstChild.textContent.trim().toLowerCase(), number: index + 1 });
    button.hidden = all.length === 1;
  });
}
function offerSupports() {
  const written = steps.flatMap(fieldsOf).filter((field) => field.dataset.section && answerIn(field, known));
  for (const row of byId('kallor').querySelectorAll('.row')) {
    const group = row.querySelector('[data-supports] [role="group"]');
    const chosen = [...group.querySelectorAll(':checked')].map(({ value }) => value);
    const id = (field) => `${group.getAttribute('aria-labelledby')}_${field.dataset.field}`;
    const choices = written.map((field) => {
      const input = element('input', { type: 'checkbox', id: id(field), value: field.dataset.field });
      input.checked = chosen.includes(field.dataset.field);
      return element('div', { class: 'choice' }, input, ' ', element('label', { for: input.id }, field.dataset.label));
    });
    group.replaceChildren(...choices);
  }
}
function click({ target }) {
  const add = target.closest('[data-add]');
  if (add) addRow(add.closest('[data-field]'), true);
  const remove = target.closest('[data-remove]');
  if (!remove) return;
  const field = remove.closest('[data-field]');
  remove.closest('.row').remove();
  number(field);
  field.querySelector('[data-add]').focus();
  say(word('removed'));
}
let pause;
function input({ target }) {
  isKept = false;
  const local = target.closest('.choice')?.querySelector(':scope > [data-local]');
  if (local && target.type === 'checkbox') local.hidden = !target.checked;
  const max = Number(target.closest('[data-max]')?.dataset.max);
  if (target.localName !== 'textarea' || !max) return;
  const left = max - [...target.value].length;
  let shown = target.nextElementSibling;
  if (!shown) target.after((shown = element('p', { class: 'hint', 'data-left': '' })));
  shown.textContent = left < 0 ? word('over', { count: -left }) : word('left', { count: left });
  clearTimeout(pause);
  pause = setTimeout(() => say(shown.textContent), 1000);
}
function told(field, answer) {
  const nameOfChoice = (value) => field.querySelector(`input[value="${value}"]`).nextElementSibling.textContent;
  switch (field.dataset.kind) {
    case 'checks':
      return answer.map(nameOfChoice);
    case 'radios':
      return answer ? [nameOfChoice(answer)] : [];
    case 'parties':
      return answer.map((party) => [nameOfChoice(party.part), party['lokalt-namn']].filter(Boolean).join(': '));
    case 'sources':
      return answer.map(({ number, titel, utgivare, ar, adress }) =>
        `[${number}] ${[titel, utgivare, ar, adress].filter(Boolean).join(', ')}`);
    case 'check':
      return [word(answer ? 'yes' : 'no')];
    default:
      return [answer].flat().filter(Boolean);
  }
}
function showSummary() {
  const all = answers();
  const groups = steps.flatMap((step) =>
    fieldsOf(step).filter((field) => field.dataset.kind !== 'missing').map((field) => {
      const top = field.dataset.field.split('.')[0];
      const answer = all.get(nameOf(field));
      const texts = told(field, answer);
      const nothing = word(all.get(`saknas:${top}`) ? 'missing' : 'no-answer');
      const values = texts.length > 0 ? texts : [nothing];
      const change = element('a', { href: `#${step.id}`, 'aria-label': word('change-what', { label: field.dataset.label }) }, word('change'));
      change.addEventListener('click', (event) => {
        event.preventDefault();
        go(step.id, true);
      });
      if (field.dataset.kind === 'parties' && answer.length > 0) {
        const relation = inert.querySelector(`[data-relation="${relationOf(answer.map(({ part }) => part))}"]`);
        if (relation) values.push(relation.textContent);
      }
      const said = values.map((text) => element('dd', texts.length > 0 ? {} : { class: 'hint' }, text));
      return element('div', {}, element('dt', {}, field.dataset.label), ...said, element('dd', { class: 'change' }, change));
    }),
  );
  byId('suggest_summary').replaceChildren(...groups);
  const warnings = steps.flatMap(warningsOf);
  byId('suggest_again').hidden = warnings.length === 0;
  byId('suggest_again').querySelector('ul').replaceChildren(...warningLines(warnings));
  const faults = allFaults();
  if (faults.length > 0) showErrors(faults);
}
const MUNICIPAL = ['kommun', 'socialtjanst'];
const WITHIN = [...MUNICIPAL, 'arbetsmarknadsenhet', 'vuxenutbildning'];
function relationOf(parts) {
  const hasService = parts.includes('arbetsformedlingen');
  const relation =
    hasService && parts.some((part) => MUNICIPAL.includes(part)) ? 'socialtjanst-af'
    : !hasService && parts.every((part) => WITHIN.includes(part)) ? 'kommunintern'
    : 'annan';
  return inert.querySelector(`[data-relation="${relation}"]`) ? relation : 'okänt';
}
function suggestion() {
  const all = answers();
  const title = all.get('titel');
  const municipal = all.get('kommuner');
  const id = idOf(title, municipal, all.get('nationellt'), root.dataset.taken.split(' '));
  const front = new Map([['id', id]]);
  const sections = [];
  const missing = [];
  for (const field of steps.flatMap(fieldsOf)) {
    const { field: path, kind, section } = field.dataset;
    const answer = all.get(nameOf(field));
    const [key, inner] = path.split('.');
    if (section) sections.push({ id: path, title: section, text: answer });
    else if (kind === 'missing') missing.push(...(answer ? [path] : []));
    else if (inner) front.set(key, { ...front.get(key), ...(answer && { [inner]: answer }) });
    else if (kind === 'check') front.set(key, answer || undefined);
    else if (kind !== 'sources') front.set(key, answer);
    if (kind === 'parties') front.set('relation', relationOf(answer.map(({ part }) => part)));
  }
  const sources = all.get('kallor');
  const supports = {};
  for (const { number: cited, supports: ids } of sources) {
    for (const name of ids) supports[name] = [...(supports[name] ?? []), cited];
  }
  front.set('uppgift-saknas', [...new Set(missing)]);
  front.set('kallor', sources.map(({ number: nr, titel, utgivare, ar, adress }) => ({ nr, titel, utgivare, ar: Number(ar) || '', adress })));
  front.set('status', 'utkast');
  const fields = [...front].filter(([, what]) => typeof what !== 'object' || Array.isArray(what) || Object.keys(what).length > 0);
  return { id, title, text: fileOf({ fields, sections, sources: sources.map((source) => source.number), supports }) };
}
const LONGEST_ADDRESS = 7000;
function showFile() {
  const { id, title, text } = suggestion();
  const file = `${id}.md`;
  byId('suggest_file_text').textContent = word('file-text', { name: file });
  byId('suggest_text').value = text;
  const mail = byId('suggest_mail');
  if (mail) {
    const [subject, body] = [word('mail-subject', { title }), word('mail-body', { file })].map(encodeURIComponent);
    mail.href = `mailto:${root.dataset.email}?subject=${subject}&body=${body}`;
  }
  const github = byId('suggest_github');
  if (github) {
    const address = (values) => `${root.dataset.github}?${new URLSearchParams(values)}`;
    const whole = address({ filename: file, value: text });
    const isLong = whole.length > LONGEST_ADDRESS;
    byId('suggest_github_long').hidden = !isLong;
    github.href = isLong ? address({ filename: file }) : whole;
    github.onclick = isLong ? copy : null;
  }
}
function done() {
  const faults = allFaults();
  if (faults.length > 0) return showErrors(faults);
  if (numbersIn(suggestion().text).length > 0) {
    const [first] = fieldsOf(steps[0]);
    return showErrors([{ input: first.querySelector('input'), message: word('file-number-error'), step: steps[0] }]);
  }
  return go('lamna');
}
function kept(text, after) {
  for (const earlier of root.querySelectorAll('.suggest-kept')) earlier.remove();
  after.after(element('span', { class: 'suggest-kept' }, text));
  say(text);
}
function save() {
  const { id, text } = suggestion();
  const address = URL.createObjectURL(new Blob([text], { type: 'text/markdown;charset=utf-8' }));
  const link = element('a', { href: address, download: `${id}.md` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  isKept = true;
  kept(word('saved'), byId('suggest_save'));
}
async function copy({ currentTarget }) {
  const box = byId('suggest_text');
  try {
    await navigator.clipboard.writeText(box.value);
    isKept = true;
    kept(word('copied'), currentTarget);
  } catch {
    box.focus();
    box.select();
    kept(word('not-copied'), currentTarget);
  }
}
for (const field of form.querySelectorAll('[data-kind="municipalities"], [data-kind="sources"]')) addRow(field, false);
steps.forEach((step, index) => {
  step.querySelector('[data-progress]').textContent = word('question', { number: index + 1, count: steps.length });
});
form.addEventListener('submit', next);
form.addEventListener('click', click);
form.addEventListener('input', input);
byId('suggest_begin').addEventListener('click', () => go(views[1]));
byId('suggest_back_button').addEventListener('click', back);
byId('suggest_done').addEventListener('click', done);
byId('suggest_save').addEventListener('click', save);
byId('suggest_copy').addEventListener('click', copy);
window.addEventListener('popstate', () => show(history.state?.view ?? location.hash.slice(HASH.length)));
window.addEventListener('beforeunload', (event) => {
  const isEmpty = ![...answers().values()].some(isAnswered);
  if (!isKept && !isEmpty) event.preventDefault();
});
titleOfForm.tabIndex = -1;
byId('suggest_no_script').hidden = true;
byId('suggest_before').hidden = false;
history.replaceState(null, '', location.pathname + location.search);
show('start', true);
