// A file of the content as Decap's fields, and back.
//
// Each fixed section is a field of its own, so that no heading is lost. What was not edited is written back byte for byte:
// the file as it was is kept beside the fields, and only the lines of changed fields and sections are made anew.

import { parseDocument } from './yaml/index.js';
import { clean, scalar, slug } from './foresla-file.js';

const SECTION = 'avsnitt-';
/** Where the file as it was is kept among the fields. */
const FILE = 'fil';
const BODY = 'text';

/** Front matter and body; `whole` when there is no front matter. */
function divide(text) {
  const match = /^\ufeff?---[ \t]*\r?\n([^]*?)(?:^|\n)---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) return { front: '', body: text, start: '' };
  const end = match[0].length;
  const from = match[0].indexOf('\n') + 1;
  const to = from + match[1].length + (match[1] && !match[1].endsWith('\n') ? 1 : 0);
  return { front: text.slice(from, Math.min(to, end)), body: text.slice(end), start: text.slice(0, from) };
}

/** The fields of a front matter with the text of each, comments above it included: [{key, text, value}]. */
function entriesOf(front) {
  const document = parseDocument(front, { schema: 'failsafe', version: '1.2' });
  if (document.errors.length > 0) throw new Error(document.errors[0].message);
  const items = document.contents?.items ?? [];
  const starts = items.map(({ key }) => front.lastIndexOf('\n', key.range[0]) + 1);
  return items.map(({ key, value }, index) => ({
    key: slug(String(key.value ?? key)),
    text: front.slice(index === 0 ? 0 : starts[index], starts[index + 1] ?? front.length),
    value: value?.toJSON?.() ?? value?.value ?? null,
  }));
}

/** A body as [{title, text}]; what stands before the first heading has no title. Headings in code are no headings. */
function sectionsOf(body) {
  const sections = [{ title: null, text: '' }];
  let isCode = false;
  for (const whole of body.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    if (/^\s*(?:```|~~~)/.test(whole)) isCode = !isCode;
    const heading = isCode ? null : /^##[ \t]+(.+?)[ \t]*#*[ \t]*\r?\n?$/.exec(whole);
    if (heading) sections.push({ title: heading[1], heading: whole, text: '' });
    else sections.at(-1).text += whole;
  }
  return sections;
}

const isEmpty = (value) =>
  value === undefined || value === null || value === '' || (typeof value === 'object' && Object.values(value).every(isEmpty));

/** A value as the widget of a field takes it: a list is a list, an id is an id, everything else a text. */
function forWidget(value, field) {
  if (value === null || value === undefined) return undefined;
  if (field.widget === 'object' || (field.fields && !Array.isArray(value) && field.widget !== 'list')) return record(value, field.fields);
  if (field.widget === 'list' && field.fields) return [value].flat().map((one) => record(one, field.fields));
  if (field.widget === 'list' || field.multiple) return [value].flat().map((one) => choice(String(one), field));
  return choice(String(value), field);
}

function choice(text, { options }) {
  return options?.find(({ value, label }) => value === text || slug(value) === slug(text) || slug(label) === slug(text))?.value ?? text;
}

function record(value, fields) {
  const known = Object.entries(value ?? {}).map(([key, inner]) => {
    const field = fields.find(({ name }) => name === slug(key));
    return [field?.name ?? key, field ? forWidget(inner, field) : inner];
  });
  return Object.fromEntries(known);
}

// --- Writing ---

function flow(value) {
  if (Array.isArray(value)) return `[${value.filter((one) => !isEmpty(one)).map(flow).join(', ')}]`;
  if (typeof value === 'object') {
    const pairs = Object.entries(value).filter(([, inner]) => !isEmpty(inner));
    return `{${pairs.map(([key, inner]) => `${key}: ${flow(inner)}`).join(', ')}}`;
  }
  const text = clean(String(value));
  // Dates, years and numbers read well without quotation marks, and are texts to the program all the same.
  return /^(?:\d{4}-\d\d-\d\d|\d{4}-\d\d|\d+|ja|nej|okänt)$/.test(text) && !/^0\d/.test(text) ? text : scalar(text);
}

function written(key, value) {
  const isRecords = Array.isArray(value) && value.some((one) => one && typeof one === 'object');
  const rows = isRecords ? value.filter((one) => !isEmpty(one)) : [];
  return isRecords ? `${key}:\n${rows.map((row) => `  - ${flow(row)}\n`).join('')}` : `${key}: ${flow(value)}\n`;
}

const same = (a, b) => (isEmpty(a) && isEmpty(b)) || JSON.stringify(plain(a)) === JSON.stringify(plain(b));

/** Without what is empty, and with the keys in order. */
function plain(value) {
  if (Array.isArray(value)) return value.filter((one) => !isEmpty(one)).map(plain);
  if (value && typeof value === 'object') {
    const pairs = Object.entries(value).filter(([, inner]) => !isEmpty(inner));
    return Object.fromEntries(pairs.map(([key, inner]) => [key, plain(inner)]).sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  return value === undefined || value === null ? '' : String(value).trim();
}

/** The format of a collection of the configuration: {fromFile, toFile}. */
export function formatOf({ fields }) {
  const ofFront = fields.filter(({ name }) => !name.startsWith(SECTION) && name !== FILE && name !== BODY);
  const ofBody = fields.filter(({ name }) => name.startsWith(SECTION));

  function fromFile(text) {
    const { front, body } = divide(text);
    const data = { [FILE]: text };
    for (const { key, value } of entriesOf(front)) {
      const field = ofFront.find(({ name }) => name === key);
      if (field) data[key] = forWidget(value, field);
    }
    if (ofBody.length === 0) return { ...data, [BODY]: body.trim() };
    for (const { title, text: inside } of sectionsOf(body)) {
      if (title) data[SECTION + slug(title)] = inside.trim();
    }
    return data;
  }

  function toFile(data) {
    const before = data[FILE] ?? '';
    const { front, body, start } = divide(before);
    const old = before ? fromFile(before) : {};
    const entries = entriesOf(front);
    const lines = entries.map(({ key, text }) => {
      const field = ofFront.find(({ name }) => name === key);
      if (!field || same(data[key], old[key])) return text;
      return isEmpty(data[key]) ? '' : withComments(text, written(key, data[key]));
    });
    const added = ofFront.filter(({ name }) => !isEmpty(data[name]) && !entries.some(({ key }) => key === name));
    lines.push(...added.map(({ name }) => written(name, data[name])));
    return `${start || '---\n'}${lines.map((one) => (one && !one.endsWith('\n') ? `${one}\n` : one)).join('')}---\n${bodyOf(data, old, body)}`;
  }

  function bodyOf(data, old, body) {
    if (ofBody.length === 0) return same(data[BODY], old[BODY]) ? body : `${String(data[BODY] ?? '').trim()}\n`;
    const pieces = sectionsOf(body).map(({ title, heading, text }) => {
      const name = title && SECTION + slug(title);
      const isEdited = name && ofBody.some((field) => field.name === name) && !same(data[name], old[name]);
      return isEdited ? { name, text: section(heading.trimEnd(), data[name]), isNew: true } : { name, text: (heading ?? '') + text };
    });
    // A new section stands where the table has it.
    for (const [index, { name, label }] of ofBody.entries()) {
      if (isEmpty(data[name]) || pieces.some((piece) => piece.name === name)) continue;
      const above = ofBody.slice(0, index).map((field) => field.name);
      const at = pieces.findLastIndex((piece) => !piece.name || above.includes(piece.name));
      pieces.splice(at + 1, 0, { name, text: section(`## ${label}`, data[name]), isNew: true });
    }
    // One empty line between what is new and what stands around it, and none at the end.
    const joined = pieces.map(({ text, isNew }, index) => {
      const isLast = index === pieces.length - 1;
      if (!text.trim() || !(isNew || pieces[index + 1]?.isNew)) return text;
      return text.trimEnd() + (isLast ? '\n' : '\n\n');
    });
    const whole = joined.join('');
    // A new file begins with an empty line after its front matter.
    return data[FILE] || !whole ? whole : `\n${whole.trimStart()}`;
  }

  const section = (heading, text) => `${heading}\n\n${String(text ?? '').trim()}\n`;

  return { fromFile, toFile };
}

/** The comments that stood above a field stay there. */
function withComments(text, line) {
  const comments = /^(?:[ \t]*(?:#[^\n]*)?\n)*/.exec(text)[0];
  return comments + line;
}
