// Someone without Git and YAML suggests an example: with the keyboard, on a phone, and nothing leaves the page.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';

import { forTests } from './lib/browser.mjs';
import { contentWith, repository } from './lib/program.mjs';
import { base, pages, path } from './lib/site.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** In every answer that is written, so that it would be found in a request. */
const MARK = 'zebrafink';

const world = forTests();

/** Opens the form and hands the tab to `walk`, with every request. Nothing may be said to the console on the way. */
async function atForm({ address = '/foresla/', pageOf, ...options }, walk) {
  const context = await world.browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
  if (pageOf) await context.route(world.url('/foresla/'), (route) => route.fulfill({ contentType: 'text/html', body: pageOf }));
  const tab = await context.newPage();
  tab.setDefaultTimeout(10_000);
  const [noises, requests] = [[], []];
  tab.on('console', (message) => noises.push(message.text()));
  tab.on('pageerror', (error) => noises.push(error.message));
  tab.on('request', (request) => requests.push(request));
  tab.on('dialog', (dialog) => dialog.accept());
  try {
    await tab.goto(world.url(address));
    await walk(tab, { requests, context });
    assert.deepEqual(noises, []);
  } finally {
    await context.close();
  }
}

async function noFaults(tab, where) {
  await tab.evaluate(AXE);
  const { violations } = await tab.evaluate((tags) => globalThis.axe.run({ runOnly: tags, resultTypes: ['violations'], preload: false }), TAGS);
  const told = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${where}  ${id}  ${node.target.flat().join(' ')}  ${node.failureSummary}`));
  assert.deepEqual(told, []);
  const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(overflow <= 0, `${where} scrolls sideways by ${overflow} pixels`);
}

const focused = (tab) => tab.evaluate(() => document.activeElement.id || document.activeElement.textContent.trim());
const question = (tab, id) => tab.locator(`#fraga-${id}`).waitFor();
const next = async (tab) => tab.locator('#suggest_next').press('Enter');
const begin = (tab) => tab.locator('#suggest_begin').press('Enter');

/** Moves by Tab alone to an element of the page, as one who has no mouse. */
async function tabTo(tab, id) {
  for (let presses = 0; presses < 150; presses++) {
    if ((await tab.evaluate(() => document.activeElement.id)) === id) return;
    await tab.keyboard.press('Tab');
  }
  assert.fail(`Tab never reaches ${id}`);
}

const type = async (tab, id, text) => {
  await tabTo(tab, id);
  await tab.keyboard.type(text);
};
const tick = async (tab, id) => {
  await tabTo(tab, id);
  await tab.keyboard.press('Space');
};
const onward = async (tab) => {
  await tabTo(tab, 'suggest_next');
  await tab.keyboard.press('Enter');
};

/** Answers every question, by keyboard alone; `look` is called at each. Hands back how many questions there were. */
async function answerAll(tab, look = async () => {}) {
  const seen = [];
  const at = async (id) => {
    await question(tab, id);
    assert.equal(await focused(tab), `fraga-${id}_title`, 'the heading of a new question has focus');
    seen.push(id);
    await look(id);
  };
  await tabTo(tab, 'suggest_begin');
  await tab.keyboard.press('Enter');
  await at('titel');
  await type(tab, 'titel', `Torget: "väg in" ${MARK}`);
  await type(tab, 'sammanfattning', `Kommunen & Arbetsförmedlingen: möter unga # ${MARK}`);
  await onward(tab);
  await at('kommuner');
  await type(tab, 'kommun_1_', 'umeå kommun');
  await onward(tab);
  await at('parter');
  await tick(tab, 'parter_socialtjanst');
  await type(tab, 'lokalt_socialtjanst', `- IFO: ${MARK}`);
  await tick(tab, 'parter_arbetsformedlingen');
  await onward(tab);
  await at('former');
  await tick(tab, 'former_en-vag-in');
  await tick(tab, 'niva_individ');
  await onward(tab);
  await at('malgrupper');
  await tick(tab, 'malgrupper_unga');
  await onward(tab);
  await at('syften');
  await tick(tab, 'syften_valet-av-insatser');
  await onward(tab);
  await at('arbetssatt');
  await type(tab, 'avsnitt_arbetssatt', `Vi möts <b>varje</b> vecka ${MARK}.`);
  await tick(tab, 'saknas_bakgrund');
  await onward(tab);
  await at('rutiner');
  await tick(tab, 'overenskommelse_skriftlig_ja');
  await type(tab, 'avsnitt_rutiner', `- en rutin ${MARK}`);
  await onward(tab);
  await at('period');
  await type(tab, 'period_fran', '2024-05');
  await onward(tab);
  await at('resultat');
  await tick(tab, 'saknas_resultat');
  await onward(tab);
  await at('lardomar');
  await type(tab, 'avsnitt_hinder-och-lardomar', `Det tog tid ${MARK}.`);
  await onward(tab);
  await at('erfarenheter');
  await onward(tab);
  await at('kallor');
  await tick(tab, 'underlag_egen-uppgift');
  await type(tab, 'kalla_2_titel', `Uppföljning ${MARK}`);
  await type(tab, 'kalla_2_ar', '2025');
  await tick(tab, 'kalla_2_supports_arbetssatt');
  await onward(tab);
  await at('kontakt');
  await type(tab, 'kontakt_funktion', `Enhetschef ${MARK}`);
  await type(tab, 'kontakt_e-post', 'info@kommunen.example');
  await onward(tab);
  await tab.locator('#kontrollera').waitFor();
  assert.equal(await focused(tab), 'suggest_check');
  await look('kontrollera');
  return seen.length;
}

for (const width of [320, 1280]) {
  test(`the whole way by keyboard at ${width} pixels, in fewer than fifteen questions, to a file that the program accepts`, () =>
    atForm({ viewport: { width, height: 800 } }, async (tab, { requests }) => {
      const before = requests.length;
      const count = await answerAll(tab, (id) => noFaults(tab, id));
      assert.ok(count < 15);
      assert.equal(await tab.locator('[data-progress]').first().textContent(), `Fråga 1 av ${count}`);
      const summary = await tab.locator('#suggest_summary').innerText();
      for (const text of ['Umeå', 'Socialtjänst och Arbetsförmedling', 'En väg in', 'Ingen uppgift', '2024-05', `[1] Uppföljning ${MARK}, 2025`]) {
        assert.ok(summary.replaceAll('\u00ad', '').includes(text), text);
      }
      await tabTo(tab, 'suggest_done');
      await tab.keyboard.press('Enter');
      await tab.locator('#lamna').waitFor();
      assert.equal(await focused(tab), 'suggest_hand_over');
      await noFaults(tab, 'lamna');
      const told = await tab.locator('#lamna').innerText();
      for (const text of ['allmän handling', 'diarieförs', 'CC BY 4.0', 'dra tillbaka']) assert.ok(told.replaceAll('\u00ad', '').includes(text), text);

      const download = tab.waitForEvent('download');
      await tabTo(tab, 'suggest_save');
      await tab.keyboard.press('Enter');
      const file = await download;
      const name = file.suggestedFilename();
      assert.equal(name, `umea-torget-vag-in-${MARK}.md`);
      await tab.locator('#suggest_said').getByText('sparad').waitFor({ state: 'attached' });
      const text = readFileSync(await file.path(), 'utf8');
      assert.equal(text, await tab.inputValue('#suggest_text'));
      const content = contentWith({ [`exempel/${name}`]: text });
      try {
        assert.deepEqual(content.faults(), [], text);
      } finally {
        content.close();
      }
      // An editor who publishes it is asked only for what nobody was asked.
      const published = text.replace('status: utkast', 'status: publicerad');
      const asked = contentWith({ [`exempel/${name}`]: published });
      try {
        const keys = asked.faults().map(({ rule, message }) => `${rule}: ${/”(.*)”/.exec(message)?.[1]}`);
        const left = ['ansvar', 'arbetsformedlingens-erfarenheter', 'bekraftad', 'framgangsfaktorer', 'granskad'];
        left.push('kommunens-erfarenheter', 'verksamhetslage');
        assert.deepEqual(keys.sort(), left.map((key) => `saknad-uppgift: ${key}`));
      } finally {
        asked.close();
      }

      for (const request of requests.slice(before)) {
        if (request.url().startsWith('blob:')) continue;
        const whole = decodeURIComponent(request.url()) + JSON.stringify(await request.allHeaders()) + (request.postData() ?? '');
        assert.ok(!whole.includes(MARK), whole);
      }
      // A browser may look for the icon again when the address changes.
      const others = requests.slice(before).map((request) => request.url()).filter((url) => !/^blob:|\/icon\.[^/]*$/.test(url));
      assert.deepEqual(others, []);
      assert.ok(!tab.url().includes(MARK) && new URL(tab.url()).search === '');
    }));
}

for (const [name, options] of [
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
]) {
  test(`no accessibility fault in ${name}, in any state`, () =>
    atForm(options, async (tab) => {
      await noFaults(tab, 'start');
      await answerAll(tab, (id) => noFaults(tab, id));
      await tab.locator('#suggest_done').click();
      await noFaults(tab, 'lamna');
      await tab.goBack();
      await tab.goBack();
      await question(tab, 'kontakt');
      await tab.fill('#kontakt_e-post', 'anna.andersson@kommunen.example');
      await next(tab);
      await noFaults(tab, 'errors');
    }));
}

test('an error is told above the question, at the field and in the title, and leads to the field', () =>
  atForm({ viewport: { width: 320, height: 700 } }, async (tab) => {
    await begin(tab);
    await next(tab);
    assert.equal(await focused(tab), 'suggest_errors');
    assert.match(await tab.title(), /^Rätta det här först: /);
    const field = tab.locator('#titel');
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    const described = (await field.getAttribute('aria-describedby')).split(' ');
    assert.ok(described.includes('titel_error') && described.includes('titel_help'));
    assert.equal(await tab.locator('#titel_error').innerText(), 'Fyll i ”Titel”.');
    await noFaults(tab, 'errors');
    await tab.locator('#suggest_errors a').first().press('Enter');
    assert.equal(await focused(tab), 'titel');
    assert.equal(new URL(tab.url()).hash, '#visa-fraga-titel');
    await tab.fill('#titel', 'Torget');
    await tab.fill('#sammanfattning', 'x'.repeat(301));
    await tab.locator('[data-left]').getByText('1 tecken för lång').waitFor();
    await next(tab);
    assert.match(await tab.locator('#sammanfattning_error').innerText(), /högst 300 tecken. Nu är det 301/);
    assert.equal(await tab.locator('#titel_error').count(), 0);
    assert.equal(await field.getAttribute('aria-describedby'), 'titel_help');
  }));

test('a personnummer is refused wherever it is written, and a samordningsnummer', () =>
  atForm({}, async (tab) => {
    // Nobody's: the check digit is computed, so that no number stands in the repository.
    const sample = (first) => {
      const sum = [...first].reduce((total, digit, index) => {
        const product = index % 2 === 0 ? digit * 2 : Number(digit);
        return total + Math.floor(product / 10) + (product % 10);
      }, 0);
      return `${first.slice(0, 6)}-${first.slice(6)}${(10 - (sum % 10)) % 10}`;
    };
    await begin(tab);
    await tab.fill('#sammanfattning', 'Kort.');
    for (const number of [sample('900101238'), sample('900161238')]) {
      await tab.fill('#titel', `Torget ${number}`);
      await next(tab);
      assert.match(await tab.locator('#titel_error').innerText(), /personnummer/);
      assert.ok(!(await tab.locator('#suggest_errors').innerText()).includes(number));
    }
    await tab.fill('#titel', 'Torget');
    await next(tab);
    await question(tab, 'kommuner');
  }));

test('names, small groups and quotations are warned for once', () =>
  atForm({}, async (tab) => {
    await begin(tab);
    await tab.fill('#titel', 'Torget');
    await tab.fill('#sammanfattning', 'Enligt Anna Svensson fick tre deltagare arbete, ”det bästa som hänt”.');
    await next(tab);
    assert.equal(await focused(tab), 'suggest_warnings');
    assert.equal(await tab.locator('#suggest_warnings li').count(), 3);
    await noFaults(tab, 'warnings');
    await next(tab);
    await question(tab, 'kommuner');
    await tab.goBack();
    await next(tab);
    await question(tab, 'kommuner');
  }));

test('places, periods, sources and contacts are checked as the rules do', () =>
  atForm({}, async (tab) => {
    const error = (id, text) => tab.locator(`#${id}_error`).getByText(text).waitFor();
    await tab.evaluate(() => (location.hash = 'visa-fraga-kommuner'));
    await question(tab, 'kommuner');
    await tab.fill('#kommun_1_', 'Uméo');
    await next(tab);
    await error('kommun_1_', 'Menade du Umeå?');
    await tab.fill('#kommun_1_', '2480');
    await tab.check('#nationellt');
    await next(tab);
    await error('kommun_1_', 'inte båda');
    await tab.uncheck('#nationellt');
    await tab.check('#saknas_kommuner');
    await next(tab);
    await error('saknas_kommuner', 'Ta bort ett av dem');
    await tab.uncheck('#saknas_kommuner');
    await tab.getByRole('button', { name: 'Lägg till en kommun' }).press('Enter');
    assert.equal(await focused(tab), 'kommun_3_');
    await tab.getByRole('button', { name: 'Ta bort kommun 2' }).press('Enter');
    assert.equal(await focused(tab), 'Lägg till en kommun');
    await tab.locator('#suggest_said').getByText('Borttaget').waitFor({ state: 'attached' });
    await next(tab);
    await question(tab, 'parter');
    await tab.evaluate(() => (location.hash = 'visa-fraga-period'));
    await tab.fill('#period_fran', '2024-13');
    await next(tab);
    await error('period_fran', 'till exempel 2024');
    await tab.fill('#period_fran', '2024');
    await tab.fill('#period_till', '2023-12');
    await next(tab);
    await error('period_till', 'före starten');
    await tab.evaluate(() => (location.hash = 'visa-fraga-arbetssatt'));
    await tab.fill('#avsnitt_arbetssatt', 'Se https://x.example/ och [2].');
    await next(tab);
    await error('avsnitt_arbetssatt', 'under källor');
    await tab.fill('#avsnitt_arbetssatt', 'Vi möts [2].');
    await tab.evaluate(() => (location.hash = 'visa-fraga-kallor'));
    await tab.fill('#kalla_2_titel', 'Uppföljning');
    await tab.fill('#kalla_2_ar', '25');
    await tab.fill('#kalla_2_adress', 'x.example');
    await next(tab);
    await error('kalla_2_ar', 'fyra siffror');
    await error('kalla_2_adress', 'https://');
    await error('kalla_2_supports_arbetssatt', 'Välj minst ett svar');
    await tab.evaluate(() => (location.hash = 'visa-fraga-kontakt'));
    await tab.fill('#kontakt_telefon', '070-123 45 67');
    await next(tab);
    await error('kontakt_telefon', 'mobilnummer');
    await error('kontakt_funktion', 'Ange en funktion');
  }));

test('Back and Forward go between the questions, and the answers stay', () =>
  atForm({}, async (tab) => {
    await begin(tab);
    await tab.fill('#titel', 'Torget');
    await tab.fill('#sammanfattning', 'Kort.');
    await next(tab);
    await question(tab, 'kommuner');
    await tab.goBack();
    await question(tab, 'titel');
    assert.equal(await tab.inputValue('#titel'), 'Torget');
    assert.equal(await focused(tab), 'fraga-titel_title');
    await tab.goForward();
    await question(tab, 'kommuner');
    await tab.getByRole('button', { name: 'Tillbaka' }).click();
    await question(tab, 'titel');
    await tab.goBack();
    await tab.locator('#start').waitFor();
  }));

test('a change leads back to the summary, which names what is still to be answered', () =>
  atForm({}, async (tab) => {
    await answerAll(tab);
    await tab.getByRole('link', { name: 'Ändra: Nivå' }).press('Enter');
    await question(tab, 'former');
    await tab.check('#niva_bada');
    assert.equal(await tab.locator('#suggest_next').innerText(), 'Spara ändringen');
    await next(tab);
    await tab.locator('#kontrollera').waitFor();
    assert.ok((await tab.locator('#suggest_summary').innerText()).replaceAll('\u00ad', '').includes('Både individ- och organisationsnivå'));
    await tab.getByRole('link', { name: 'Ändra: Titel' }).press('Enter');
    await tab.fill('#titel', '');
    await tab.goBack();
    await tab.locator('#kontrollera').waitFor();
    await tab.locator('#suggest_errors').getByRole('link', { name: 'Fyll i ”Titel”.' }).press('Enter');
    await question(tab, 'titel');
    assert.equal(await focused(tab), 'titel');
    await tab.evaluate(() => (location.hash = 'visa-lamna'));
    await tab.locator('#kontrollera').waitFor();
    assert.ok(await tab.locator('#lamna').isHidden(), 'nothing that lacks an answer is handed over');
  }));

test('leaving asks first, unless nothing is written or it is saved', async () => {
  const asks = async (write) => {
    let count = 0;
    await atForm({}, async (tab) => {
      tab.removeAllListeners('dialog');
      tab.on('dialog', (dialog) => (count++, dialog.accept()));
      await write(tab);
      await tab.goto(world.url('/exempel/'));
    });
    return count;
  };
  assert.equal(await asks((tab) => begin(tab)), 0);
  assert.equal(await asks(async (tab) => (await begin(tab), await tab.locator('#titel').pressSequentially('Torget'))), 1);
  assert.equal(
    await asks(async (tab) => {
      await answerAll(tab);
      await tab.locator('#suggest_done').click();
      const download = tab.waitForEvent('download');
      await tab.locator('#suggest_save').click();
      await download;
    }),
    0,
  );
});

test('nothing is left in the browser, and a new visit begins empty', () =>
  atForm({}, async (tab, { context }) => {
    await begin(tab);
    await tab.locator('#titel').pressSequentially(MARK);
    await tab.reload();
    await begin(tab);
    assert.equal(await tab.inputValue('#titel'), '');
    const state = await context.storageState({ indexedDB: true });
    assert.deepEqual([state.cookies, state.origins], [[], []]);
    assert.equal(await tab.evaluate(() => JSON.stringify(history.state) + sessionStorage.length), '{"view":"fraga-titel","isChange":false,"depth":1}0');
  }));

test('the text is copied, and it is said', () =>
  atForm({ permissions: ['clipboard-read', 'clipboard-write'] }, async (tab) => {
    await answerAll(tab);
    await tab.locator('#suggest_done').click();
    await tab.locator('#suggest_copy').press('Enter');
    await tab.locator('#suggest_said').getByText('Texten är kopierad.').waitFor({ state: 'attached' });
    assert.equal(await tab.evaluate(() => navigator.clipboard.readText()), await tab.inputValue('#suggest_text'));
  }));

test('mailbox and GitHub stand there only when the settings have them', async () => {
  await atForm({}, async (tab) => {
    assert.equal(await tab.locator('#suggest_mail, #suggest_github').count(), 0);
    assert.equal(await tab.locator('#suggest_no_mail').count(), 1);
  });
  const settings = readFileSync(join(repository, 'content/webbplats.yaml'), 'utf8').replace(
    'kontakt: {funktion: Redaktionen}',
    'kontakt: {funktion: Redaktionen, e-post: redaktionen@samverka.example}\nforslag-github: https://github.com/agare/forrad/new/main/content/exempel',
  );
  const content = contentWith({ 'webbplats.yaml': settings });
  try {
    const pageOf = content.build(`https://samverka.example${base}`).read('foresla/index.html');
    await atForm({ pageOf, permissions: ['clipboard-read', 'clipboard-write'] }, async (tab) => {
      await answerAll(tab);
      await tab.locator('#suggest_done').click();
      await noFaults(tab, 'lamna');
      const mail = new URL(await tab.locator('#suggest_mail').getAttribute('href'));
      assert.equal(mail.pathname, 'redaktionen@samverka.example');
      assert.ok(mail.search.length < 500 && !decodeURIComponent(mail.search).includes('Vi möts'));
      const github = async () => new URL(await tab.locator('#suggest_github').getAttribute('href'));
      assert.equal((await github()).searchParams.get('value'), await tab.inputValue('#suggest_text'));
      assert.equal((await github()).searchParams.get('filename'), `umea-torget-vag-in-${MARK}.md`);
      assert.ok((await tab.locator('#lamna').innerText()).replaceAll('\u00ad', '').includes('blir offentligt direkt'));
      assert.ok(await tab.locator('#suggest_github_long').isHidden());
      await tab.evaluate(() => (location.hash = 'visa-fraga-arbetssatt'));
      await tab.fill('#avsnitt_arbetssatt', 'Vi möts varje vecka. '.repeat(400));
      await tab.evaluate(() => (location.hash = 'visa-lamna'));
      await tab.locator('#suggest_github_long').waitFor();
      assert.ok((await github()).href.length < 7000 && (await github()).searchParams.get('value') === null);
      await tab.locator('#suggest_github').evaluate((link) => link.addEventListener('click', (event) => event.preventDefault()));
      await tab.locator('#suggest_github').click();
      await tab.locator('#suggest_said').getByText('kopierad').waitFor({ state: 'attached' });
      assert.equal(await tab.evaluate(() => navigator.clipboard.readText()), await tab.inputValue('#suggest_text'));
    });
  } finally {
    content.close();
  }
});

test('without JavaScript the page says so and leads to the questions on paper', () =>
  atForm({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } }, async (tab) => {
    assert.ok(await tab.locator('noscript .notice').isVisible());
    assert.ok(await tab.locator('#suggest_form').isHidden());
    await tab.locator('noscript .notice a').click();
    await tab.waitForURL(world.url('/foresla/blankett/'));
    assert.equal(await tab.locator('.paper h2').count(), 14);
    assert.equal(await tab.locator('input:visible').count(), 1, 'only the search field of the page');
    await tab.emulateMedia({ media: 'print' });
    assert.ok((await tab.locator('.paper .room.long').first().boundingBox()).height > 100);
  }));

test('the page of a municipality leads there', () =>
  atForm({ address: pages.find((page) => page.kind === 'municipality').address }, async (tab) => {
    await tab.getByRole('link', { name: 'Föreslå ett exempel' }).first().click();
    await tab.waitForURL((url) => url.pathname === path('/foresla/'));
  }));
