// The guide to editors, read as a person reads it: each step of its lists is done in the form, word by word.
//
// A step begins with what is done: “Öppna …”, “Tryck på **X**”, “Skriv `V` i **F**” or “Välj `V` i **F**”. What follows the
// first sentence is for people. A step of any other form is a fault, so that the guide and the form cannot part ways.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { repository } from './program.mjs';

const GUIDE = join(repository, 'content/sidor/redigera/ditt-forsta-exempel.md');
const STEPS = [
  [/^Öppna .*`(?<value>\/admin\/)`/, 'open'],
  [/^Tryck på \*\*(?<name>[^*]+)\*\*/, 'press'],
  [/^Skriv `(?<value>[^`]+)` i \*\*(?<name>[^*]+)\*\*/, 'write'],
  [/^Välj `(?<value>[^`]+)` i \*\*(?<name>[^*]+)\*\*/, 'choose'],
];

/** Steps and pictures in the order of the text: `{what, name, value, text}`, of a picture `{what: 'picture', value}` with its address. */
export function guide(text = readFileSync(GUIDE, 'utf8')) {
  const found = [];
  for (const line of text.split('\n')) {
    const picture = /^!\[[^\]]*\]\((?<value>[^)]+)\)$/.exec(line);
    if (picture) found.push({ what: 'picture', value: picture.groups.value, text: line });
    const step = /^\d+\. (?<text>.*)$/.exec(line)?.groups.text;
    if (!step) continue;
    const known = STEPS.map(([form, what]) => ({ what, match: form.exec(step) })).find(({ match }) => match);
    if (!known) throw new Error(`the guide asks for something that no form has: ${step}`);
    found.push({ what: known.what, ...known.match.groups, text: step });
  }
  return found;
}

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** A field's own label, with what the form adds where a draft may leave it out. */
const labelled = (name) => new RegExp(`^${escape(name)}( \\(frivillig\\))?$`);

/** Does the steps in a tab. */
export class Reader {
  #tab;
  #origin;
  /** The ids of the fields that were there before the latest row was added; the newest row is where the eye is. */
  #before = null;

  constructor(tab, origin) {
    this.#tab = tab;
    this.#origin = origin;
    tab.on('dialog', (dialog) => dialog.accept());
  }

  async do({ what, name, value }) {
    if (what === 'open') return this.#tab.goto(this.#origin + value);
    if (what === 'press') return this.#press(name);
    const field = await this.#field(what === 'write' ? 'textbox' : 'combobox', name);
    if (what === 'write') return field.fill(value);
    await field.fill(value);
    return this.#tab.getByRole('option', { name: value, exact: true }).click();
  }

  async #press(name) {
    const adds = name.startsWith('Lägg till ');
    if (adds) this.#before = new Set(await this.#ids());
    const exact = { name, exact: true };
    const roles = ['button', 'menuitem', 'link'].map((role) => this.#tab.getByRole(role, exact));
    await roles.reduce((one, other) => one.or(other)).or(this.#tab.getByText(name, { exact: true })).first().click();
    if (!adds) return;
    for (let tries = 0; tries < 100; tries++) {
      if ((await this.#ids()).some((id) => !this.#before.has(id))) return;
      await this.#tab.waitForTimeout(100);
    }
    throw new Error(`${name} adds nothing`);
  }

  #ids() {
    return this.#tab.locator('[id*="-field-"]').evaluateAll((fields) => fields.map(({ id }) => id));
  }

  /** The field with a label: in the newest row where it has one, else the one that was there before. */
  async #field(role, name) {
    const all = this.#tab.getByRole(role, { name: labelled(name) });
    await all.first().waitFor();
    const ids = await all.evaluateAll((fields) => fields.map(({ id }) => id));
    const newest = this.#before ? ids.filter((id) => !this.#before.has(id)) : [];
    const [id, ...others] = newest.length > 0 ? newest : ids;
    if (others.length > 0) throw new Error(`the form has ${others.length + 1} fields that are called ${name}`);
    return this.#tab.locator(`[id="${id}"]`);
  }
}
