// An example is suggested, one question at a time.
//
// What is written stays in the page's own boxes: nothing is stored, nothing is sent, and the address only names the
// question. Words, questions and choices stand in the page.

import { answerIn, faultsIn, fieldsOf, isAnswered, nameOf, warningsOf } from './foresla-answers.js';
import { municipalities } from './foresla-checks.js';
import { fileOf, idOf } from './foresla-file.js';
import { numbersIn } from './foresla-number.js';

const byId = (id) => document.getElementById(id);
const root = byId('suggest');
const form = byId('suggest_form');
const steps = [...form.querySelectorAll('.suggest-step')];
const views = ['start', ...steps.map((step) => step.id), 'kontrollera', 'lamna'];
const inert = byId('suggest_words').content;
const titleOfForm = root.querySelector('h1');
const titleOfPage = document.title;

/** The page's words by name; `{key}` in them is filled in. */
const word = (name, values = {}) =>
  inert.querySelector(`[data-word="${name}"]`).textContent.replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);

const known = municipalities(
  [...byId('suggest_municipality_names').children].map(({ value, dataset }) => ({ name: value, code: dataset.code })),
);

/** Whether everything that is written has been saved or copied. */
let isKept = true;

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Said by screen readers when they have finished what they say. */
function say(text) {
  byId('suggest_said').textContent = text;
}

/** Everything that is answered, by name. */
function answers() {
  return new Map(steps.flatMap((step) => fieldsOf(step).map((field) => [nameOf(field), answerIn(field, known)])));
}

// --- From question to question ---

let now = 'start';

/** Before a view's name in the address. No element is called so: the browser would move focus to it on the way back. */
const HASH = '#visa-';

/** Shows a view and moves the reader there. `isQuiet`: the page was just opened. */
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

/** Goes on to a view, so that Back leads to this one. */
function go(view, isChange = false) {
  history.pushState({ view, isChange, depth: (history.state?.depth ?? 0) + 1 }, '', `${HASH}${view}`);
  show(view);
}

function back() {
  if (history.state?.depth > 0) history.back();
  else go(views[Math.max(0, views.indexOf(now) - 1)]);
}

// --- Faults ---

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

/** The message at the field, and the field described by it. */
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

/** The faults as links to their fields; a link from the summary first leads to the question. */
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
  // The same warning is told once: a second press says that it was read.
  if (warnings.length > 0 && step.dataset.told !== told) {
    step.dataset.told = told;
    const box = byId('suggest_warnings');
    box.querySelector('ul').replaceChildren(...warningLines(warnings));
    box.hidden = false;
    return box.focus();
  }
  return history.state?.isChange ? go('kontrollera') : go(views[views.indexOf(now) + 1]);
}

// --- Fields that grow ---

let rows = 0;

/** Another municipality or source. */
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

/** Rows are numbered, and the last one cannot be taken away. */
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

/** For each source the answers that it may support: the texts that are written. */
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

/** How much room is left is told when the writer pauses. */
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

// --- The summary ---

/** An answer as a person reads it: a list of texts. */
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

// --- Handing over ---

const MUNICIPAL = ['kommun', 'socialtjanst'];
const WITHIN = [...MUNICIPAL, 'arbetsmarknadsenhet', 'vuxenutbildning'];

/** What the parties come to, as the rule about contradictions has it. */
function relationOf(parts) {
  const hasService = parts.includes('arbetsformedlingen');
  const relation =
    hasService && parts.some((part) => MUNICIPAL.includes(part)) ? 'socialtjanst-af'
    : !hasService && parts.every((part) => WITHIN.includes(part)) ? 'kommunintern'
    : 'annan';
  return inert.querySelector(`[data-relation="${relation}"]`) ? relation : 'okänt';
}

/** The suggestion as a file: {id, title, text}. */
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

/** In characters: longer addresses are refused by servers on the way. */
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

/** A file is never handed over that the program would refuse. */
function done() {
  const faults = allFaults();
  if (faults.length > 0) return showErrors(faults);
  if (numbersIn(suggestion().text).length > 0) {
    const [first] = fieldsOf(steps[0]);
    return showErrors([{ input: first.querySelector('input'), message: word('file-number-error'), step: steps[0] }]);
  }
  return go('lamna');
}

/** Said, and shown beside what was pressed. */
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

// --- Begin ---

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
// Nothing is kept from an earlier visit, so it begins from the beginning.
history.replaceState(null, '', location.pathname + location.search);
show('start', true);
