const PAGE = 10;
const [TYPING, PATIENCE, CALM] = [80, 400, 900];
const [ROUNDS, GUESSES] = [12, 4];
const part = (name) => document.getElementById(`search_${name}`);
const form = document.getElementById('search');
const [field, app, panel, list, hits, more, sort, message] = ['q', 'app', 'filters', 'filter_list', 'hits', 'more', 'sort', 'message'].map(part);
const words = part('words').content;
const word = (name, values = {}) =>
words.querySelector(`[data-word="${name}"]`).textContent.replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
function element(name, attributes = {}, ...children) {
const made = document.createElement(name);
for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
made.append(...children);
return made;
}
const paragraph = (...children) => element('p', {}, ...children);
function button(text, act) {
const made = element('button', { type: 'button', class: 'button' }, text);
made.addEventListener('click', act);
return made;
}
class Fault extends Error {}
async function fetched(address, cache) {
const response = await fetch(address, { cache, referrerPolicy: 'no-referrer' }).catch(() => ({}));
const bytes = response.ok && (await response.arrayBuffer().catch(() => {}));
if (!bytes) throw new Fault([404, 410].includes(response.status) ? 'updated' : 'offline');
return new Uint8Array(bytes);
}
const unpacked = async (bytes) => {
const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
return new Uint8Array(await new Response(stream).arrayBuffer());
};
const early = new Map();
function guess(query) {
const bounds = form.dataset.root.split(';')[2].split(',').slice(1);
const words = (query.normalize('NFC').toLowerCase().match(/[\p{L}\d]{3,}/gu) ?? []).sort((a, b) => b.length - a.length);
for (const word of words.slice(0, GUESSES)) {
const name = `t/${bounds.findLastIndex((bound) => bound <= word)}`;
if (!early.has(name)) early.set(name, fetched(`${form.dataset.files}${name}.bin`).catch(() => {}));
}
}
async function open() {
const { root, files, wasm } = form.dataset;
if (!root) throw new Fault('unavailable');
const module = await fetched(wasm);
const made = await WebAssembly.instantiate(module).catch(() => {
throw new Fault('unsupported');
});
const { memory, alloc, call, answer } = made.instance.exports;
const ask = (operation, text, file = []) => {
const bytes = new Uint8Array([...new TextEncoder().encode(text), ...file]);
let said;
try {
const start = alloc(bytes.length);
new Uint8Array(memory.buffer, start).set(bytes);
const length = call(operation, start, bytes.length);
said = new TextDecoder().decode(new Uint8Array(memory.buffer, answer(), length));
} catch {
engine = undefined;
throw new Fault('damaged');
}
const lines = said.split('\n').map((line) => line.split('\x1f'));
const [kind, fault] = lines[0];
if (kind === 'error') throw new Fault(/newer|older/.test(fault) ? 'version' : 'damaged');
return lines;
};
const bring = async (name, cache) => {
let bytes = (!cache && (await early.get(name))) || (await fetched(`${files}${name}.bin`, cache));
early.delete(name);
try {
if (name.startsWith('d/')) bytes = await unpacked(bytes);
ask(1, `${name}\n`, bytes);
} catch (fault) {
if (cache) throw fault;
await bring(name, 'reload');
}
};
ask(0, root);
const underWay = new Map();
return {
search: (request) => ask(2, request),
supply(name) {
if (!underWay.has(name)) underWay.set(name, bring(name).finally(() => underWay.delete(name)));
return underWay.get(name);
},
};
}
let engine;
const ready = () =>
(engine ??= open().catch((fault) => {
engine = undefined;
throw fault;
}));
async function answerTo(request, isWanted) {
const { search, supply } = await ready();
for (let round = 0; isWanted(); round += 1) {
const answer = search(request);
const [kind, ...names] = answer[0];
if (kind !== 'need') return answer;
if (round === ROUNDS) throw new Fault('damaged');
await Promise.all(names.map(supply));
}
}
const isFilter = ([name, value]) => (form.dataset.filters ?? '').split(' ').includes(name) && /^[a-z0-9-]+$/.test(value);
let wanted = fromAddress();
function fromAddress() {
const all = new URLSearchParams(location.search);
const order = all.get('sort');
return {
query: all.get('q') ?? '',
chosen: [...all].filter(isFilter).map((pair) => pair.join('=')),
sort: [...sort.options].some((option) => option.value === order) ? order : sort.options[0].value,
shown: PAGE,
};
}
const isSorted = () => wanted.sort !== sort.options[0].value;
const isIdle = () => !wanted.query.trim() && !wanted.chosen.length && !isSorted();
const besides = () => [...wanted.chosen.map((text) => text.split('=')), ...(isSorted() ? [['sort', wanted.sort]] : [])];
const request = (limit, isTyping, isCounted) =>
[
wanted.query.normalize('NFC').replace(/\s+/g, ' ').trim(),
wanted.sort,
limit,
isTyping ? 1 : '',
isCounted ? 1 : '',
...wanted.chosen,
].join('\n');
function hasNumber(text) {
const plain = text.normalize('NFKC').replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '');
const shape = /(?=(?:^|\D)(?:1[89]|20)?(\d\d[ .\/-]?(?:0[1-9]|1[0-2])[ .\/-]?(?:[06][1-9]|[1278]\d|[39][01])[\s.+\-–−]{0,3}\d(?:\s?\d){3})(?!\d))/g;
return [...plain.matchAll(shape)].some(([, found]) => {
const digits = [...found.replace(/\D/g, '')].map((digit, at) => digit * (2 - (at % 2)));
return digits.reduce((sum, digit) => sum + digit - (digit > 9 ? 9 : 0), 0) % 10 === 0;
});
}
let speaking;
function say(text, wait = CALM) {
clearTimeout(speaking);
speaking = setTimeout(() => part('said').replaceChildren(text), wait);
}
function tell(fault) {
const name = fault instanceof Fault ? fault.message : 'damaged';
message.replaceChildren(paragraph(word(name)));
if (name === 'offline') message.append(button(word('retry'), () => find()), ' ');
if (/updated|damaged|version/.test(name)) message.append(button(word('reload'), () => location.reload()), ' ');
if (name !== 'number') message.append(allExamples());
message.dataset.fault = name;
message.hidden = app.hidden = false;
say(word(name), 0);
}
const allExamples = () => element('a', { href: form.dataset.examples }, word('all-examples'));
const marked = (text) => text.split('\x01').map((run, at) => (at % 2 ? element('mark', {}, run) : run));
const inWords = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeZone: 'UTC' });
function hit([url, title, excerpt, reviewed, anchor, ...facts]) {
const href = form.dataset.home + url.slice(1);
const last = element('p', { class: 'search-last' });
if (reviewed) {
last.append(element('span', {}, `${word('reviewed')} `, element('time', { datetime: reviewed }, inWords.format(new Date(reviewed)))));
}
if (anchor && !url.includes('#')) {
const label = `${word('passage')}: ${title.replaceAll('\x01', '')}`;
last.append(element('a', { href: `${href}#${anchor}`, 'aria-label': label }, word('passage')));
}
return element(
'li',
{},
element('h3', {}, element('a', { href }, ...marked(title))),
element('ul', { class: 'search-facts' }, ...facts.map((fact) => element('li', {}, fact))),
paragraph(...marked(excerpt)),
last,
);
}
function show(answer) {
const of = (wanted) => answer.filter(([kind]) => kind === wanted).map(([, ...fields]) => fields);
const [, found, isExact, suggestion, available] = answer[0];
const total = +found;
const [asked, results] = [of('word'), of('hit')];
const count = !total ? word('none') : word(total === 1 ? 'count-one' : 'count-other', { count: total });
const notes = [];
const ways = [];
if (suggestion) {
const href = `?${new URLSearchParams([['q', suggestion], ...besides()])}`;
const [before, after] = word('suggestion').split('{query}');
notes.push(paragraph(before, element('a', { href }, suggestion), after));
}
const lacking = isExact === '0' ? 'partial' : results.length > total && 'lacking';
if (total && lacking) notes.push(paragraph(word(lacking)));
const unknown = asked.filter(([, isFound]) => isFound === '0').map(([text]) => text);
if (unknown.length && asked.length > 1) notes.push(paragraph(word('unknown-words', { words: unknown.join(', ') })));
if (!total) {
const [text, remedy] = wanted.chosen.length ? ['none-filtered', button(word('clear'), () => lessen([]))] : ['none-help', ''];
notes.push(paragraph(word(text)));
ways.push(paragraph(remedy, ' ', allExamples()));
}
part('count').replaceChildren(count);
part('notes').replaceChildren(...notes, ...ways);
hits.replaceChildren(...results.map(hit));
more.hidden = results.length >= available;
sort.parentNode.hidden = total < 2;
panel.hidden = !total && !wanted.chosen.length;
say(`${count}. ${notes.map((note) => note.textContent).join(' ')}`);
}
const values = new Map();
let counted;
function showFilters(answer) {
const filters = [];
for (const [kind, id, ...fields] of answer) {
if (kind === 'filter') filters.push({ id, label: fields[0], values: [] });
if (kind === 'value') filters.at(-1).values.push({ id, count: +fields[0], label: fields[1] });
}
const keys = filters.flatMap(({ id, values: own }) => own.map((value) => `${id}=${value.id}`));
if (keys.length !== values.size || keys.some((key) => !values.has(key))) {
values.clear();
list.replaceChildren(...filters.map(filterOf));
}
for (const { id, values: own } of filters) {
let chosen = 0;
for (const value of own) {
const { box, count, line } = values.get(`${id}=${value.id}`);
box.checked = wanted.chosen.includes(box.value);
chosen += box.checked;
count.replaceChildren(`(${value.count})`);
line.hidden = !value.count && !box.checked;
}
part(`filter_${id}`).hidden = !chosen && own.every((value) => !value.count);
part(`chosen_${id}`).replaceChildren(chosen > 0 ? `(${chosen})` : '');
}
showChosen();
}
function filterOf({ id, label, values: own }) {
const lines = own.map((value) => {
const key = `${id}=${value.id}`;
const box = element('input', { type: 'checkbox', value: key });
const count = element('span', { class: 'count' });
const line = element('label', {}, box, element('span', {}, value.label, ' ', count));
box.addEventListener('change', () => choose([...wanted.chosen.filter((other) => other !== key), ...(box.checked ? [key] : [])]));
values.set(key, { box, count, line, name: value.label });
return line;
});
const made = element(
'details',
{ id: `search_filter_${id}` },
element('summary', {}, label, ' ', element('span', { class: 'count', id: `search_chosen_${id}` })),
element('fieldset', { 'aria-label': label }, ...lines),
);
made.open = wanted.chosen.some((key) => key.startsWith(`${id}=`));
return made;
}
async function lessen(chosen) {
const done = choose(chosen);
part('count').focus();
await done;
if (part('found').hidden) field.focus();
}
function showChosen() {
const chips = wanted.chosen.map((key) => {
const name = values.get(key)?.name ?? key.split('=')[1];
const made = button(name, () => lessen(wanted.chosen.filter((other) => other !== key)));
made.setAttribute('aria-label', word('remove', { name }));
return element('li', {}, made);
});
part('chips').replaceChildren(...chips);
part('chips').hidden = !chips.length;
panel.firstElementChild.replaceChildren(chips.length ? word('chosen', { count: chips.length }) : word('filter'));
}
async function count(isTyping) {
const asked = request(isIdle() ? 0 : wanted.shown, isTyping, true);
if (asked === counted || panel.hidden || !(panel.open || wanted.chosen.length)) return;
counted = asked;
if (!values.size) list.replaceChildren(word('waiting'));
try {
const answer = await answerTo(asked, () => asked === counted);
if (answer) showFilters(answer);
} catch (fault) {
if (asked !== counted) return;
counted = undefined;
if (!panel.hidden) tell(fault);
}
}
let turn = 0;
let counting;
async function find(isTyping) {
turn += 1;
const mine = turn;
const isWanted = () => mine === turn;
const late = setTimeout(() => {
part('wait').hidden = app.hidden = false;
say(word('waiting'), 0);
}, PATIENCE);
const isNumber = hasNumber(wanted.query);
field.setAttribute('aria-invalid', isNumber);
let hasHits = false;
try {
if (isNumber) throw new Fault('number');
const isOpen = isTyping && !/\s$/.test(wanted.query);
if (!isIdle()) {
if (!engine && form.dataset.root) guess(wanted.query);
const answer = await answerTo(request(wanted.shown, isOpen), isWanted);
if (!isWanted()) return;
show(answer);
hasHits = true;
if (!isOpened) panel.open = matchMedia('(min-width: 60em)').matches;
isOpened = true;
} else {
say('', 0);
panel.hidden = !form.dataset.root;
}
message.hidden = true;
showChosen();
counting = count(isOpen);
} catch (fault) {
if (isWanted()) tell(fault);
} finally {
clearTimeout(late);
if (isWanted()) {
part('wait').hidden = true;
part('found').hidden = !hasHits;
}
}
}
let isOpened;
async function showMore() {
const next = hits.children.length;
wanted.shown += PAGE;
await find();
hits.children[next]?.querySelector('a').focus();
}
const title = document.title;
const keep = () => history.replaceState({ ...wanted, y: scrollY }, '');
function choose(chosen, order = wanted.sort) {
keep();
wanted = { ...wanted, chosen, sort: order, shown: PAGE };
const query = hasNumber(wanted.query) ? '' : wanted.query.trim();
const pairs = [...(query ? [['q', query]] : []), ...besides()];
history.pushState(wanted, '', pairs.length ? `?${new URLSearchParams(pairs)}` : location.pathname);
entitle();
showChosen();
return find();
}
function entitle() {
const query = fromAddress().query.trim();
document.title = query ? word('title', { query }) : title;
}
async function takeUp(kept) {
wanted = { ...fromAddress(), ...kept };
if (hasNumber(fromAddress().query)) history.replaceState(wanted, '', location.pathname);
field.value = wanted.query;
sort.value = wanted.sort;
entitle();
await find(wanted.query !== fromAddress().query);
if (kept?.y) scrollTo(0, kept.y);
}
let resting;
field.addEventListener('focus', () => ready().catch(() => {}));
field.addEventListener('input', () => {
wanted = { ...wanted, query: field.value, shown: PAGE };
clearTimeout(resting);
resting = setTimeout(() => find(true), TYPING);
});
form.addEventListener('submit', (event) => {
if (!hasNumber(field.value)) return;
event.preventDefault();
find();
});
form.addEventListener('formdata', ({ formData }) => besides().forEach(([name, value]) => formData.append(name, value)));
sort.addEventListener('change', () => choose(wanted.chosen, sort.value));
more.addEventListener('click', showMore);
panel.addEventListener('toggle', () => count());
document.addEventListener('keydown', (event) => {
const { target, key } = event;
const links = [...hits.querySelectorAll('h3 a')];
const isHit = hits.contains(target);
const step = { ArrowDown: 1, ArrowUp: -1 }[key];
if (isHit && key === 'Escape') field.focus();
if (!step || !(isHit || target === field) || event.altKey || event.ctrlKey || event.metaKey) return;
const at = links.indexOf(target.closest('li')?.querySelector('h3 a')) + step;
const to = at === -1 && isHit ? field : links[at];
if (!to) return;
event.preventDefault();
to.focus();
});
document.addEventListener('click', ({ target }) => target.closest('a') && keep(), true);
addEventListener('pagehide', keep);
addEventListener('online', () => !message.hidden && message.dataset.fault === 'offline' && find());
addEventListener('popstate', ({ state }) => {
if (state || !location.hash) takeUp(state);
});
form.noValidate = true;
part('no_script').hidden = true;
app.hidden = false;
await takeUp(history.state);
if (!form.dataset.root) tell(new Fault('unavailable'));
await counting;
app.classList.remove('coming');
