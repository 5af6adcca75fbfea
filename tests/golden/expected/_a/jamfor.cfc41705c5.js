const MOST = 3;
const root = document.getElementById('compare');
const status = document.getElementById('compare_status');
const result = document.getElementById('compare_result');
const selects = [...document.querySelectorAll('.compare-form select')];
const inert = document.getElementById('compare_words').content;
const word = (name, values = {}) =>
inert.querySelector(`[data-word="${name}"]`).textContent.replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
const rows = [...inert.querySelectorAll('[data-row]')].map((row) => [row.dataset.row, row.textContent]);
const labels = new Map([...inert.querySelectorAll('[data-key]')].map((item) => [item.dataset.key, item.textContent]));
const language = document.documentElement.lang;
const inWords = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
const inList = new Intl.ListFormat(language, { type: 'conjunction' });
function element(name, attributes = {}, ...children) {
const made = document.createElement(name);
for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
made.append(...children);
return made;
}
const partialDate = (text) => (text?.length === 10 ? inWords.format(new Date(`${text}T00:00:00Z`)) : text);
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
async function fetched(ids) {
const order = [...selects[0].options].map((option) => option.value).filter(Boolean);
const file = (id) => 1 + Math.floor(order.indexOf(id) / Number(root.dataset.together));
const files = await Promise.all(
[...new Set(ids.map(file))].map(async (number) => {
const response = await fetch(`${root.dataset.files}${number}.json`);
if (!response.ok) throw new Error(`${response.status}`);
return response.json();
}),
);
const examples = new Map(files.flat().map((example) => [example.id, example]));
if (!ids.every((id) => examples.has(id))) throw new Error('the files are not those of this page');
return ids.map((id) => examples.get(id));
}
function say(sentences, retry) {
status.replaceChildren(...sentences.map((sentence) => element('p', {}, sentence)));
if (!retry) return;
const button = element('button', { type: 'button', class: 'button' }, word('retry'));
button.addEventListener('click', compare);
status.append(button);
}
async function compare() {
const asked = [...new Set(new URLSearchParams(location.search).getAll('id').filter(Boolean))];
if (asked.length === 0) return;
const titles = new Map([...selects[0].options].map((option) => [option.value, option.text]));
const known = asked.filter((id) => titles.has(id));
const chosen = known.slice(0, MOST);
const notes = asked.filter((id) => !titles.has(id)).map((id) => word('unknown-example', { id }));
if (known.length > MOST) notes.push(word('too-many'));
selects.forEach((select, at) => {
select.value = chosen[at] ?? '';
});
result.replaceChildren();
if (chosen.length < 2) {
say([...notes, chosen.length === 1 ? word('one', { title: titles.get(chosen[0]) }) : word('none')]);
return;
}
say([word('loading')]);
try {
const examples = await fetched(chosen);
const names = inList.format(examples.map((example) => example.titel));
result.replaceChildren(table(examples));
document.title = word('title', { titles: names });
say([...notes, word('done', { titles: names })]);
} catch {
say([...notes, word('failed')], true);
}
}
document.getElementById('compare_no_script').remove();
compare();
