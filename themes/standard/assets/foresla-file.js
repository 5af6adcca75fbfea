// Answers → the file that an editor takes over: front matter in YAML and a body in Markdown, in which every text stays text.

/** A text without what no file should hold: NFC, whole characters, no control characters, plain line breaks. */
export function clean(text) {
  const whole = text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
  const lines = whole.replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n').replace(/\t/g, ' ');
  // eslint-disable-next-line no-control-regex
  const visible = lines.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g, '');
  return visible.normalize('NFC').replace(/^\p{White_Space}+|\p{White_Space}+$/gu, '');
}

/** The same on one line. */
export const line = (text) => clean(clean(text).replace(/\n+/g, ' '));

const FOLDED = { å: 'a', ä: 'a', á: 'a', à: 'a', â: 'a', ã: 'a', æ: 'a', ö: 'o', ó: 'o', ò: 'o', ô: 'o', õ: 'o', ø: 'o',
  é: 'e', è: 'e', ê: 'e', ë: 'e', ü: 'u', ú: 'u', ù: 'u', û: 'u', í: 'i', ì: 'i', î: 'i', ï: 'i', ç: 'c', ñ: 'n' };

/** As `words::slug`: `Östra Södertörn!` → `ostra-sodertorn`. */
export const slug = (text) =>
  [...text.toLowerCase()].map((letter) => FOLDED[letter] ?? letter).join('').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');

/** In characters. */
const LONGEST_ID = 60;

/** The file's name without its ending: the municipality first, as in the content folder. `taken` are no example's. */
export function idOf(title, municipalities, isNational, taken) {
  const place = isNational ? 'nationellt' : municipalities.length === 1 ? slug(municipalities[0]) : '';
  const name = slug(title);
  const whole = [name === place || name.startsWith(`${place}-`) ? '' : place, name].filter(Boolean).join('-');
  const id = whole.length > LONGEST_ID ? whole.slice(0, LONGEST_ID + 1).replace(/-[^-]*$/, '').slice(0, LONGEST_ID) : whole;
  return !name || taken.includes(id) ? ['exempel', id].filter(Boolean).join('-') : id.replace(/-+$/, '');
}

/** Words that YAML or a reader of it may take for something else than a text. */
const NO_TEXT = ['null', 'true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n', 'ja', 'nej', 'sant', 'falskt'];

/** A text in YAML: ids as they are, everything else in quotation marks with what has a meaning there escaped. */
export function scalar(text) {
  if (/^[a-z]+(?:-[a-z0-9]+)*$/.test(text) && !NO_TEXT.includes(text)) return text;
  const escape = (letter) => (letter === '"' || letter === '\\' ? `\\${letter}` : letter === '\n' ? '\\n' : code(letter));
  const code = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  // eslint-disable-next-line no-control-regex
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

/** A field; records of a list on a line each. */
function lines(key, what) {
  const isRecords = Array.isArray(what) && typeof what[0] === 'object';
  return isRecords ? `${key}:\n${what.map((record) => `  - ${yaml(record)}\n`).join('')}` : `${key}: ${yaml(what)}\n`;
}

/** A line as Markdown that reads as it was written; `[1]` stays a citation of a source that there is. */
function escaped(text, sources) {
  let out = text.replace(/[\\`*_[\]<>&#~|]/g, '\\$&');
  out = out.replace(/\\\[(\d{1,3})\\\]/g, (all, number) => (sources.includes(Number(number)) ? `[${number}]` : all));
  // After a citation these would make a link or a definition of it.
  out = out.replace(/\]([(:])/g, ']\\$1');
  return out.replace(/^(?=[-+=:])/, '\\').replace(/^(\d+)(?=[.)])/, '$1\\');
}

const BULLET = /^\s*[-•*]\s+(?=\S)/u;
const NUMBERED = /^\s*(\d{1,3})[.)]\s+(?=\S)/u;

/** Paragraphs and lists as a person writes them in a box. */
export function markdown(text, sources) {
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

/**
 * The whole file. `fields` are [key, value] in order; `sections` are {id, title, text}; `supports` says for each section's
 * id which sources it cites last.
 */
export function fileOf({ fields, sections, sources, supports }) {
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
