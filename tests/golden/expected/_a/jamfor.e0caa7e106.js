const SHOWN = 12;
const folded = (text) => text.normalize('NFC').toLocaleLowerCase('sv');
function matching(entries, typed) {
const words = folded(typed).split(/\s+/).filter(Boolean);
const ranked = [[], [], []];
for (const entry of entries) {
const [title, all] = [folded(entry[1]), folded(`${entry[1]} ${entry[2]}`)];
if (!words.every((word) => all.includes(word))) continue;
const begins = words.every((word) => all.startsWith(word) || all.includes(` ${word}`));
ranked[words.length > 0 && title.startsWith(words.join(' ')) ? 0 : begins ? 1 : 2].push(entry);
}
return ranked.flat();
}
function choice(input, { entries, word, element }) {
const list = element('ul', { id: `${input.id}_lista`, role: 'listbox', 'aria-label': word('matches'), class: 'compare-list', hidden: '' });
const note = element('p', { class: 'hint', 'aria-live': 'polite' });
input.after(list, note);
for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-controls', list.id]]) input.setAttribute(name, value);
let [id, found, active] = ['', [], -1];
const close = () => {
list.hidden = true;
active = -1;
input.setAttribute('aria-expanded', 'false');
input.removeAttribute('aria-activedescendant');
};
const choose = (newId, title) => {
[id, input.value] = [newId, title];
input.removeAttribute('aria-invalid');
note.textContent = '';
close();
};
const move = (to) => {
const options = [...list.children];
if (options.length === 0) return;
active = (to + options.length) % options.length;
options.forEach((option, at) => option.setAttribute('aria-selected', at === active));
input.setAttribute('aria-activedescendant', options[active].id);
options[active].scrollIntoView({ block: 'nearest' });
};
const tell = (count) => {
const kind = count === 0 ? 'no-match' : count === 1 ? 'match-one' : count > SHOWN ? 'match-more' : 'match-other';
note.textContent = word(kind, { count, shown: SHOWN });
};
const show = async () => {
const typed = input.value;
let all;
try {
all = await entries();
} catch {
note.textContent = word('failed');
return;
}
if (input.value !== typed || document.activeElement !== input) return;
const matches = matching(all, typed);
found = matches.slice(0, SHOWN);
close();
list.replaceChildren(
...found.map(([, title, place], at) => {
const parts = place ? [title, ' ', element('span', { class: 'note' }, place)] : [title];
return element('li', { id: `${list.id}_${at}`, role: 'option', 'aria-selected': 'false' }, ...parts);
}),
);
list.hidden = found.length === 0;
input.setAttribute('aria-expanded', String(!list.hidden));
tell(matches.length);
};
const take = (at) => choose(found[at][0], found[at][1]);
close();
input.addEventListener('focus', () => entries().catch(() => {}));
input.addEventListener('input', () => {
id = '';
input.removeAttribute('aria-invalid');
if (input.value.trim()) return show();
note.textContent = '';
return close();
});
input.addEventListener('click', () => list.hidden && !id && show());
input.addEventListener('keydown', async (event) => {
const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
if (step) {
event.preventDefault();
if (list.hidden) await show();
if (!list.hidden) move(active === -1 && step === -1 ? -1 : active + step);
} else if (event.key === 'Enter' && active !== -1) {
event.preventDefault();
take(active);
} else if (event.key === 'Escape' && !list.hidden) {
event.preventDefault();
close();
}
});
input.addEventListener('blur', close);
list.addEventListener('pointerdown', (event) => event.preventDefault());
list.addEventListener('mousedown', (event) => event.preventDefault());
list.addEventListener('click', (event) => {
const at = [...list.children].indexOf(event.target.closest('[role=option]'));
if (at !== -1) take(at);
});
return {
chosen: () => id,
choose,
async settled() {
if (id || !input.value.trim()) return true;
const same = (await entries().catch(() => [])).filter(([, title]) => folded(title) === folded(input.value.trim()));
if (same.length === 1) {
choose(same[0][0], same[0][1]);
return true;
}
input.setAttribute('aria-invalid', 'true');
note.textContent = word('listed');
input.focus();
return false;
},
};
}
const MOST = 3;
const [ASKED, LIKE] = [12, 4];
const root = document.getElementById('compare');
const status = document.getElementById('compare_status');
const result = document.getElementById('compare_result');
const form = document.getElementById('compare_form');
const printed = document.querySelector('.print-address');
const address = printed?.textContent;
const inert = document.getElementById('compare_words').content;
const word = (name, values = {}) =>
inert.querySelector(`[data-word="${name}"]`).textContent.replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
const rows = [...inert.querySelectorAll('[data-row]')].map((row) => [row.dataset.row, row.textContent]);
const labels = new Map([...inert.querySelectorAll('[data-key]')].map((item) => [item.dataset.key, item.textContent]));
const language = document.documentElement.lang;
const inWords = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
const inMonth = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const inList = new Intl.ListFormat(language, { type: 'conjunction' });
function element(name, attributes = {}, ...children) {
const made = document.createElement(name);
for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
made.append(...children);
return made;
}
function partialDate(text) {
if (text?.length === 10) return inWords.format(new Date(`${text}T00:00:00Z`));
return text?.length === 7 ? inMonth.format(new Date(`${text}-01T00:00:00Z`)) : text;
}
const label = (name, value) => `${name}: ${value}`;
function said(example, key) {
const value = example[key];
switch (key) {
case 'kommuner':
return [
...(example.nationellt ? [word('national')] : []),
...value.map((municipality) => municipality.namn),
...(example['kommuner-ofullstandig'] ? [word('more')] : []),
];
case 'parter':
return value.map((party) => (party['lokalt-namn'] ? label(party.part.namn, party['lokalt-namn']) : party.part.namn));
case 'malgrupper':
return [...value.map((term) => term.namn), ...(example['malgrupp-text'] ? [example['malgrupp-text']] : [])];
case 'ansvar':
return value.map((task) => label(task.part.namn, task.gor));
case 'resultat':
return value.map((row) => (row.matning ? `${row.pastaende} ${label(word('measured'), row.matning)}` : row.pastaende));
case 'overenskommelse':
return value ? [word(`agreement-${value.skriftlig}`), ...value.parter.map((party) => party.namn)] : [];
case 'period':
return value ? [period(value), value.text].filter(Boolean) : [];
case 'bekraftad':
return value
? ['kommun', 'af'].map((party) => label(word(`confirmed-${party}`), partialDate(value[party]) ?? word('not-confirmed')))
: [];
case 'uppgift-saknas':
return value.map((name) => labels.get(name) ?? name);
case 'granskad':
return value ? [partialDate(value)] : [];
default:
return (Array.isArray(value) ? value : [value]).filter((item) => item !== null).map((item) => item.namn ?? String(item));
}
}
function period({ fran, till }) {
if (!fran && !till) return '';
if (fran === till) return partialDate(fran);
const values = { from: partialDate(fran), to: partialDate(till) };
return word(!till ? 'period-from' : !fran ? 'period-to' : 'period', values);
}
function nothing(example, key) {
if (key === 'uppgift-saknas') return 'nothing-missing';
if (example['uppgift-saknas'].includes(key)) return 'missing';
return example.avsnitt.includes(key) ? 'in-text' : 'not-given';
}
function cell(example, key) {
const texts = said(example, key);
const made = element('td', { role: 'cell', lang: example.sprak });
if (texts.length === 0) {
made.append(element('span', { class: 'note', lang: language }, word(nothing(example, key))));
} else if (texts.length === 1) {
made.append(texts[0]);
} else {
made.append(element('ul', {}, ...texts.map((text) => element('li', {}, text))));
}
return made;
}
function table(examples) {
const heads = examples.map((example) =>
element(
'th',
{ scope: 'col', role: 'columnheader', lang: example.sprak },
element('a', { href: `${root.dataset.pages}${example.id}/` }, example.titel),
),
);
const body = rows.map(([key, title]) =>
element(
'tr',
{ role: 'row' },
element('th', { scope: 'row', role: 'rowheader' }, title),
...examples.map((example) => cell(example, key)),
),
);
const head = element('tr', { role: 'row' }, element('td', { role: 'cell' }), ...heads);
return element(
'section',
{ class: 'tabell', tabindex: '0', 'aria-labelledby': 'compare_caption' },
element(
'table',
{ class: `compare-table compare-${examples.length}`, role: 'table' },
element('caption', { id: 'compare_caption' }, word('caption')),
element('thead', { role: 'rowgroup' }, head),
element('tbody', { role: 'rowgroup' }, ...body),
),
);
}
async function json(address) {
const response = await fetch(address);
if (!response.ok) throw new Error(`${response.status}`);
return response.json();
}
let listed;
const entries = () => {
listed ??= json(root.dataset.list);
listed.catch(() => (listed = undefined));
return listed;
};
const fields = [...form.querySelectorAll('input')].map((input) => choice(input, { entries, word, element }));
function file(id) {
const hash = new TextEncoder().encode(id).reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193), 0x811c9dc5);
return 1 + ((hash ^ (hash >>> 16)) & (Number(root.dataset.parts) - 1));
}
async function fetched(ids) {
if (!Number(root.dataset.parts)) return new Map();
const numbers = [...new Set(ids.map(file))];
const files = await Promise.all(numbers.map((number) => json(`${root.dataset.files}${number}.json`)));
return new Map(files.flat().map((example) => [example.id, example]));
}
function say(sentences, retry) {
status.replaceChildren(...sentences.map((sentence) => element('p', {}, sentence)));
if (!retry) return;
const button = element('button', { type: 'button', class: 'button' }, word('retry'));
button.addEventListener('click', compare);
status.append(button);
}
const together = (ids) => `?${ids.map((id) => `id=${encodeURIComponent(id)}`).join('&')}`;
function similar(chosen, examples) {
const links = examples.map((example) =>
element('li', {}, element('a', { href: together([chosen.id, example.id]), lang: example.sprak }, example.titel)),
);
return links.length === 0 ? [] : [element('h2', {}, word('similar')), element('ul', { class: 'links' }, ...links)];
}
async function compare() {
const query = new URLSearchParams(location.search);
const asked = [...new Set(query.getAll('id').filter(Boolean))].slice(0, ASKED);
if (asked.length === 0) return;
const like = (query.get('liknande') ?? '').split(',').filter(Boolean).slice(0, LIKE);
result.replaceChildren();
say([word('loading')]);
let examples;
try {
examples = await fetched([...asked, ...like]);
} catch {
say([word('failed')], true);
return;
}
const known = asked.flatMap((id) => examples.get(id) ?? []);
const chosen = known.slice(0, MOST);
const notes = asked.filter((id) => !examples.has(id)).map((id) => word('unknown-example', { id }));
if (known.length > MOST) notes.push(word('too-many'));
chosen.forEach((example, at) => fields[at].choose(example.id, example.titel));
if (printed && chosen.length > 0) printed.textContent = `${address}${together(chosen.map(({ id }) => id))}`;
if (chosen.length < 2) {
const [only] = chosen;
say([...notes, only ? word('one', { title: only.titel }) : word('none')]);
if (only) result.append(...similar(only, like.flatMap((id) => (id === only.id ? [] : (examples.get(id) ?? [])))));
return;
}
const names = inList.format(chosen.map((example) => example.titel));
document.getElementById('compare_pairs')?.remove();
result.replaceChildren(table(chosen));
document.title = word('title', { titles: names });
say([...notes, word('done', { titles: names })]);
}
form.addEventListener('submit', async (event) => {
event.preventDefault();
for (const field of fields) {
if (!(await field.settled())) return;
}
const ids = fields.map((field) => field.chosen()).filter(Boolean);
if (ids.length === 0) say([word('none')]);
else location.assign(together(ids));
});
document.getElementById('compare_no_script').hidden = true;
form.hidden = false;
compare().finally(() => root.classList.remove('coming'));
