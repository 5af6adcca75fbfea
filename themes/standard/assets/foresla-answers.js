// The fields of a question: what stands in them, and what is wrong with it.

import { hasAddress, isEmail, isMobile, isWebAddress, partialDate, personalAddressesIn } from './foresla-checks.js';
import { clean, line } from './foresla-file.js';
import { numbersIn } from './foresla-number.js';
import { warningsIn } from './foresla-warnings.js';

const inputs = (field) => [...field.querySelectorAll('input, textarea')];
export const checked = (field) => inputs(field).filter((input) => input.checked).map((input) => input.value);
const rowsOf = (field) => [...field.querySelectorAll('[data-rows] > .row')];
const partOf = (row, key) => row.querySelector(`[data-field="${key}"] :is(input, textarea)`);

/** The fields of a question; those inside a row belong to their list. */
export const fieldsOf = (step) => [...step.querySelectorAll('[data-field]')].filter((field) => !field.closest('.row'));

/** What a field or section is called among the answers. */
export const nameOf = ({ dataset }) => (dataset.section ? `avsnitt:${dataset.field}` : `${dataset.kind === 'missing' ? 'saknas:' : ''}${dataset.field}`);

/** What stands in a field: a text, a list, whether a box is ticked. */
export function answerIn(field, known) {
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

export function isAnswered(answer) {
  return Array.isArray(answer) ? answer.length > 0 : Boolean(answer);
}

/** How long a text may be: `max` of its field. In characters, as the program counts them. */
const lengthOf = (text) => [...text].length;

/**
 * What is wrong with the answers to a question: [{input, message}]. `word` gives the page's words, `known` the
 * municipalities, `answers` everything that was answered so far, by name.
 */
export function faultsIn(step, { word, known, answers }) {
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
  // One message for each input: the first says what to do first.
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

/** What to read again among the answers to a question. */
export function warningsOf(step) {
  const texts = inputs(step).filter((input) => ['text', 'textarea'].includes(input.type) && !input.hasAttribute('list'));
  return texts.flatMap((input) => warningsIn(clean(input.value)));
}
