// A field in which a reader chooses one of many examples: typed words are looked for in titles and places, and what matches
// stands in a list below. The pattern is that of ARIA's combobox with a list: the field keeps the focus, the arrow keys move
// in the list.

/** How many examples the list shows at once. */
const SHOWN = 12;

const folded = (text) => text.normalize('NFC').toLocaleLowerCase('sv');

/** [id, title, place] of those that have every word, at the beginning of the title first, then at the beginnings of words. */
export function matching(entries, typed) {
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

/**
 * Makes of a text field such a field. `entries` promises all there is to choose from; `word` and `element` are the page's.
 * It answers with {chosen(): id or nothing, choose(id, title), settled(): whether what is typed is chosen or nothing}.
 */
export function choice(input, { entries, word, element }) {
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
    // The reader has gone on while the list was on its way.
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
  // The field keeps the focus, or it would close the list before the click.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const at = [...list.children].indexOf(event.target.closest('[role=option]'));
    if (at !== -1) take(at);
  });

  return {
    chosen: () => id,
    choose,
    /** Takes the one example that is called what is typed; else says what to do, and is false. */
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
