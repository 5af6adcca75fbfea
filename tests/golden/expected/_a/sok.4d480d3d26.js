// Search: what stands in the field and in the filters is looked up in the index, a few small files at a time.
//
// Words and addresses stand in the page; what comes from files becomes text, never markup. No request holds what is typed:
// Enter sends the form, and it and the filters are all that changes the address.

const PAGE = 10;
/** After how long, in milliseconds, a search is said to go on, and its outcome is read aloud. */
const [PATIENCE, CALM] = [400, 900];
/** Pause after a letter before files are asked for. */
const TYPING = 80;
/** How often a search may ask for more files. */
const ROUNDS = 12;

const form = document.getElementById('search');
const field = document.getElementById('search_q');
const part = (name) => document.getElementById(`search_${name}`);
const [app, panel, hits, more, sort, message] = ['app', 'filters', 'hits', 'more', 'sort', 'message'].map(part);
const inert = part('words').content;

/** The page's words by name; `{key}` in them is filled in. */
const word = (name, values = {}) =>
  inert.querySelector(`[data-word="${name}"]`).textContent.replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
const number = (name, count) => word(`${name}-${count === 1 ? 'one' : 'other'}`, { count });

const inWords = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeZone: 'UTC' });

/** An element with attributes and children; texts become text nodes. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function button(text, act) {
  const made = element('button', { type: 'button', class: 'button' }, text);
  made.addEventListener('click', act);
  return made;
}

// ---- The index ----

/** Why there is no answer: the name of the words that say so. */
class Fault extends Error {}

const FAULTS = { newer: 'version', older: 'version', foreign: 'damaged', damaged: 'damaged' };

/** A file. The address of the page, which may hold a search, is not told to the host. */
async function fetched(address, cache = 'default') {
  const response = await fetch(address, { cache, referrerPolicy: 'no-referrer' }).catch(() => {
    throw new Fault('offline');
  });
  if (response.status === 404 || response.status === 410) throw new Fault('updated');
  if (!response.ok) throw new Fault('offline');
  return response;
}

async function bytesOf(response) {
  return new Uint8Array(
    await response.arrayBuffer().catch(() => {
      throw new Fault('offline');
    }),
  );
}

async function instance(response) {
  const isTyped = response.headers.get('content-type')?.startsWith('application/wasm');
  const source = isTyped ? response : await bytesOf(response);
  try {
    return (await WebAssembly[isTyped ? 'instantiateStreaming' : 'instantiate'](source)).instance.exports;
  } catch (error) {
    throw new Fault(error instanceof TypeError && isTyped ? 'offline' : 'unsupported');
  }
}

/** The reader of the index: {supply(name), search(request)}. */
async function open() {
  const { root, files, wasm } = form.dataset;
  if (!root) throw new Fault('unavailable');
  if (!globalThis.WebAssembly) throw new Fault('unsupported');
  const exports = await instance(await fetched(wasm));
  const coder = new TextEncoder();

  /** One call: bytes in, JSON out. */
  const call = (operation, bytes) => {
    let said;
    try {
      const at = exports.alloc(bytes.length);
      new Uint8Array(exports.memory.buffer, at, bytes.length).set(bytes);
      const length = exports.call(operation, at, bytes.length);
      // Memory may have grown, so its buffer is asked for again.
      said = JSON.parse(new TextDecoder().decode(new Uint8Array(exports.memory.buffer, exports.answer(), length)));
    } catch {
      engine = undefined;
      throw new Fault('damaged');
    }
    if (said.error) throw new Fault(FAULTS[said.error.kind] ?? 'damaged');
    return said;
  };

  const bring = async (name, cache) => {
    const bytes = await bytesOf(await fetched(files + name, cache));
    const head = coder.encode(`${name}\n`);
    const both = new Uint8Array(head.length + bytes.length);
    both.set(head);
    both.set(bytes, head.length);
    try {
      call(1, both);
    } catch (fault) {
      // Perhaps only the browser's copy is damaged.
      if (cache || fault.message !== 'damaged') throw fault;
      await bring(name, 'reload');
    }
  };

  call(0, Uint8Array.from(atob(root), (letter) => letter.charCodeAt(0)));
  const onTheWay = new Map();
  return {
    search: (request) => call(2, coder.encode(request)),
    supply(name) {
      const known = onTheWay.get(name) ?? bring(name).finally(() => onTheWay.delete(name));
      onTheWay.set(name, known);
      return known;
    },
  };
}

let engine;
function ready() {
  engine ??= open().catch((fault) => {
    engine = undefined;
    throw fault;
  });
  return engine;
}

/** The answer to a request, once every file that it needs is there; nothing when `isWanted` no longer holds. */
async function answerTo(request, isWanted) {
  const { search, supply } = await ready();
  for (let round = 0; isWanted(); round += 1) {
    const answer = search(request);
    if (!answer.need) return answer;
    if (round === ROUNDS) throw new Fault('damaged');
    await Promise.all(answer.need.map(supply));
  }
  return undefined;
}

// ---- What is searched for ----

/** `chosen` are filters as they stand in the address: `form=gemensamt-team`. */
let wanted = { query: '', chosen: [], sort: sort.value, shown: PAGE };

const isIdle = () => !wanted.query.trim() && wanted.chosen.length === 0 && wanted.sort === sort.options[0].value;

function fromAddress() {
  const all = [...new URLSearchParams(location.search)];
  const one = (key) => all.find(([name]) => name === key)?.[1];
  const orders = [...sort.options].map((option) => option.value);
  return {
    query: one('q') ?? '',
    chosen: all.map(([name, value]) => `${name}=${value}`).filter((text) => /^(?!q=|sort=)[a-z-]+=[a-z0-9-]+$/.test(text)),
    sort: orders.includes(one('sort')) ? one('sort') : orders[0],
    shown: PAGE,
  };
}

/** What the address has beside the words: [name, value]. */
function besideWords() {
  const pairs = wanted.chosen.map((text) => text.split('='));
  if (wanted.sort !== sort.options[0].value) pairs.push(['sort', wanted.sort]);
  return pairs;
}

function request(...more) {
  const words = wanted.query.normalize('NFC').replace(/\s+/g, ' ').trim();
  return [`q:${words}`, `sort:${wanted.sort}`, ...wanted.chosen.map((text) => `f:${text}`), ...more].join('\n');
}

/**
 * Whether a text holds a personnummer or samordningsnummer: ten or twelve digits with a possible date and a right check
 * digit (Luhn), however they are grouped.
 */
function hasNumber(text) {
  const plain = text.normalize('NFKC').replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '');
  const shape = /(?=(?:^|\D)(?:1[89]|20)?(\d\d[ .\/-]?(?:0[1-9]|1[0-2])[ .\/-]?(?:[06][1-9]|[1278]\d|[39][01])[\s.+\-–−]{0,3}\d{3}\s?\d)(?!\d))/g;
  return [...plain.matchAll(shape)].some(([, found]) => {
    const sum = [...found.replace(/\D/g, '')].reduce((all, digit, at) => {
      const twice = at % 2 ? Number(digit) : 2 * digit;
      return all + (twice > 9 ? twice - 9 : twice);
    }, 0);
    return sum % 10 === 0;
  });
}

// ---- What is shown ----

let speaking;
/** Says something to those who listen, when nothing has been typed for a while. */
function say(text, wait = CALM) {
  clearTimeout(speaking);
  speaking = setTimeout(() => part('said').replaceChildren(text), wait);
}

function tell(name) {
  const remedies = [];
  if (name === 'offline') remedies.push(button(word('retry'), () => find()));
  if (['updated', 'damaged', 'version'].includes(name)) remedies.push(button(word('reload'), () => location.reload()));
  if (name !== 'number') remedies.push(element('a', { href: form.dataset.examples }, word('all-examples')));
  message.replaceChildren(element('p', {}, word(name)), element('p', { class: 'search-remedies' }, ...remedies));
  message.dataset.fault = name;
  message.hidden = false;
  app.hidden = false;
  say(word(name), 0);
}

const marked = (runs) => runs.map(([text, isMarked]) => (isMarked ? element('mark', {}, text) : text));

function hit({ url, title, excerpt, facts, reviewed, anchor }) {
  const href = form.dataset.home + url.replace(/^\//, '');
  const name = title.map(([text]) => text).join('');
  const last = [];
  if (reviewed) {
    const date = element('time', { datetime: reviewed }, inWords.format(new Date(`${reviewed}T00:00:00Z`)));
    last.push(element('span', {}, `${word('reviewed')} `, date));
  }
  if (anchor && !url.includes('#')) {
    const label = `${word('passage')}: ${name}`;
    last.push(element('a', { href: `${href}#${anchor}`, 'aria-label': label }, word('passage')));
  }
  const made = element('li', {}, element('h3', {}, element('a', { href }, ...marked(title))));
  if (facts.length > 0) made.append(element('ul', { class: 'search-facts' }, ...facts.map((fact) => element('li', {}, fact))));
  if (excerpt.length > 0) made.append(element('p', {}, ...marked(excerpt)));
  if (last.length > 0) made.append(element('p', { class: 'search-last' }, ...last));
  return made;
}

/** What is to know about an answer beside its hits: paragraphs. */
function notes({ total, exact, suggestion, words }) {
  const unknown = words.filter(([, isFound]) => !isFound).map(([text]) => text);
  const made = [];
  if (suggestion) {
    const href = `?${new URLSearchParams([['q', suggestion], ...besideWords()])}`;
    const [before, after] = word('suggestion').split('{query}');
    made.push(element('p', { class: 'search-suggestion' }, before, element('a', { href }, suggestion), after));
  }
  if (total > 0 && !exact) made.push(element('p', {}, word('partial')));
  if (unknown.length > 0 && words.length > 1) made.push(element('p', {}, word('unknown-words', { words: unknown.join(', ') })));
  if (total > 0) return made;
  const clear = wanted.chosen.length > 0;
  made.push(element('p', {}, word(clear ? 'none-filtered' : 'none-help')));
  if (clear) made.push(element('p', {}, button(word('clear'), () => choose([]))));
  made.push(element('p', {}, element('a', { href: form.dataset.examples }, word('all-examples'))));
  return made;
}

function show(answer) {
  const { total, results } = answer;
  const count = total === 0 ? word('none') : number('count', total);
  const beside = notes(answer);
  part('count').replaceChildren(count);
  part('notes').replaceChildren(...beside);
  hits.replaceChildren(...results.map(hit));
  more.hidden = results.length >= total;
  part('found').hidden = false;
  app.hidden = false;
  app.classList.add('search-on');
  say([count, ...beside.map((note) => note.textContent)].join('. '));
}

function hideHits() {
  part('found').hidden = true;
  app.classList.remove('search-on');
}

// ---- Filters ----

/** Checkbox and count of each value, by how it stands in the address, and its name. */
const values = new Map();
let counted;

function showFilters(filters) {
  const keys = filters.flatMap((filter) => filter.values.map((value) => `${filter.id}=${value.id}`));
  // What is there is changed rather than made anew, so that the reader keeps the place.
  if (keys.length !== values.size || !keys.every((key) => values.has(key))) {
    values.clear();
    part('filter_list').replaceChildren(...filters.map(filterOf));
  }
  for (const { id, values: own } of filters) {
    let chosen = 0;
    for (const value of own) {
      const { box, count, line } = values.get(`${id}=${value.id}`);
      box.checked = wanted.chosen.includes(box.value);
      chosen += box.checked;
      count.replaceChildren(`(${value.count})`);
      line.hidden = value.count === 0 && !box.checked;
    }
    const made = part(`filter_${id}`);
    made.hidden = chosen === 0 && own.every((value) => value.count === 0);
    made.querySelector('.count').replaceChildren(chosen > 0 ? `(${chosen})` : '');
  }
  showChosen();
}

function filterOf({ id, label, values: own }) {
  const lines = own.map((value) => {
    const key = `${id}=${value.id}`;
    const box = element('input', { type: 'checkbox', value: key });
    const count = element('span', { class: 'count' });
    const line = element('label', {}, box, element('span', {}, value.label, ' ', count));
    box.addEventListener('change', () =>
      choose(box.checked ? [...wanted.chosen, key] : wanted.chosen.filter((other) => other !== key)),
    );
    values.set(key, { box, count, line, name: value.label });
    return line;
  });
  const isChosen = own.some((value) => wanted.chosen.includes(`${id}=${value.id}`));
  return element(
    'details',
    { id: `search_filter_${id}`, ...(isChosen && { open: '' }) },
    element('summary', {}, label, ' ', element('span', { class: 'count' })),
    element('fieldset', { 'aria-label': label }, ...lines),
  );
}

/** The chosen values above the hits, each to be taken away. */
function showChosen() {
  const chips = wanted.chosen.map((key) => {
    const name = values.get(key)?.name ?? key.split('=')[1];
    const made = button(name, () => {
      choose(wanted.chosen.filter((other) => other !== key));
      part('count').focus();
    });
    made.setAttribute('aria-label', word('remove', { name }));
    return element('li', {}, made);
  });
  part('chips').replaceChildren(...chips);
  part('chips').hidden = chips.length === 0;
  const title = chips.length > 0 ? word('chosen', { count: chips.length }) : word('filter');
  panel.querySelector('summary').replaceChildren(title);
}

/** Counts the filters' values for what is wanted. Only who sees them has them fetched. */
async function count(isWanted, ...typing) {
  const asked = isIdle() ? request('limit:0', 'filters:1') : request(`limit:${wanted.shown}`, 'filters:1', ...typing);
  if (asked === counted || !(panel.open || wanted.chosen.length > 0)) return;
  const answer = await answerTo(asked, isWanted);
  if (!answer || !isWanted()) return;
  showFilters(answer.filters);
  counted = asked;
}

// ---- Searching ----

let turn = 0;

/** Searches for what is wanted and shows it. */
async function find(isTyping = false) {
  turn += 1;
  const mine = turn;
  const isWanted = () => mine === turn;
  const late = setTimeout(() => {
    if (!isWanted()) return;
    app.hidden = false;
    part('wait').hidden = false;
    say(word('waiting'), 0);
  }, PATIENCE);
  try {
    field.removeAttribute('aria-invalid');
    if (hasNumber(wanted.query)) {
      field.setAttribute('aria-invalid', 'true');
      throw new Fault('number');
    }
    const typing = isTyping && !/\s$/.test(wanted.query) ? ['typing:1'] : [];
    const answer = isIdle() ? undefined : await answerTo(request(`limit:${wanted.shown}`, ...typing), isWanted);
    if (!isWanted()) return;
    message.hidden = true;
    if (answer) show(answer);
    else hideHits();
    showChosen();
    openOnce(answer);
    await count(isWanted, ...typing);
  } catch (fault) {
    if (!isWanted()) return;
    hideHits();
    tell(fault instanceof Fault ? fault.message : 'damaged');
  } finally {
    clearTimeout(late);
    if (isWanted()) part('wait').hidden = true;
  }
}

/** Where there is room the filters stand open beside the first hits. */
let openOnce = (answer) => {
  if (!answer) return;
  panel.open = matchMedia('(min-width: 60em)').matches;
  openOnce = () => {};
};

async function showMore() {
  const mine = turn;
  const isWanted = () => mine === turn;
  try {
    const answer = await answerTo(request(`limit:${PAGE}`, `offset:${wanted.shown}`), isWanted);
    if (!answer) return;
    wanted.shown += PAGE;
    const made = answer.results.map(hit);
    hits.append(...made);
    more.hidden = hits.children.length >= answer.total;
    made[0]?.querySelector('a').focus();
  } catch (fault) {
    if (isWanted()) tell(fault instanceof Fault ? fault.message : 'damaged');
  }
}

// ---- The address and the way back ----

const title = document.title;

/** Remembers, with the page in the history and not in its address, what was searched for and how far it was read. */
const keep = () => history.replaceState({ ...wanted, y: scrollY }, '');

/** Filters and order belong to the address, so that a search can be sent to somebody. */
function choose(chosen, order = wanted.sort) {
  keep();
  wanted = { ...wanted, chosen, sort: order, shown: PAGE };
  const pairs = [...(wanted.query.trim() && !hasNumber(wanted.query) ? [['q', wanted.query.trim()]] : []), ...besideWords()];
  history.pushState({ ...wanted }, '', pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : location.pathname);
  entitle();
  find();
}

function entitle() {
  const query = fromAddress().query.trim();
  document.title = query ? word('title', { query }) : title;
}

/** Takes up the search that stands in the history or in the address. */
async function takeUp(kept) {
  wanted = { ...fromAddress(), ...kept };
  field.value = wanted.query;
  sort.value = wanted.sort;
  entitle();
  if (isIdle() && app.hidden) return;
  await find();
  if (kept?.y) scrollTo(0, kept.y);
}

// ---- What readers do ----

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
  wanted = { ...wanted, query: field.value };
  find();
  field.focus();
});
form.addEventListener('formdata', ({ formData }) => {
  for (const [name, value] of besideWords()) formData.append(name, value);
});
sort.addEventListener('change', () => choose(wanted.chosen, sort.value));
more.addEventListener('click', showMore);
panel.addEventListener('toggle', () => panel.open && find());

// From the field down to the hits, and Escape back.
document.addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const links = [...hits.querySelectorAll('h3 a')];
  const inHits = hits.contains(event.target);
  if (event.key === 'Escape' && inHits) field.focus();
  if (!step || event.altKey || event.ctrlKey || event.metaKey || !(inHits || event.target === field)) return;
  const at = links.indexOf(event.target.closest('li')?.querySelector('h3 a'));
  const to = at + step < 0 && inHits ? field : links[at + step];
  if (!to || (event.target === field && step < 0)) return;
  event.preventDefault();
  to.focus();
});

document.addEventListener('click', (event) => event.target.closest('a') && keep(), true);
addEventListener('pagehide', keep);
addEventListener('online', () => !message.hidden && message.dataset.fault === 'offline' && find());
addEventListener('popstate', ({ state }) => {
  // A link within the page has no state of its own, and is no other search.
  if (state || location.hash === '') takeUp(state);
});

// The script has words of its own for a personnummer.
form.noValidate = true;
// It stands last on the page, so that nothing moves that is being read.
part('no_script').remove();
app.hidden = !form.dataset.root;
if (!form.dataset.root) tell('unavailable');
takeUp(history.state);
