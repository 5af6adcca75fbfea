// What the form for suggestions writes is read by the program as it was written, whatever a person writes.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseFragment } from 'parse5';

import { contentWith, dice, repository } from './lib/program.mjs';

const assets = join(repository, 'themes/standard/assets');
const { clean, fileOf, idOf, line, markdown, slug } = await import(join(assets, 'foresla-file.js'));
const { numbersIn } = await import(join(assets, 'foresla-number.js'));
const { hasAddress, partialDate, personalAddressesIn, isEmail, isMobile, isPersonalAddress, isWebAddress, municipalities } = await import(
  join(assets, 'foresla-checks.js')
);
const { warningsIn } = await import(join(assets, 'foresla-warnings.js'));

const DOCUMENTS = 150;

/** What has a meaning in YAML, Markdown or HTML, and what people write. */
const PIECES = [
  ': ', '#', ' #', '- ', '---', '\n---\n', '\n---\ntitel: Annan\nstatus: publicerad\n---\n', '"', "'", '\\', '\\n', '\n', '\n\n', '{', '}', '[', ']',
  '[1]', '[2]', '[7]', '[1](/exempel/)', '[1]: /exempel/', '[se](/fia/)', '[se] (/fia/)', '[1][a]', '(www.x.example)', '![a](b)', '<b>', '<script>', '</p>', '&amp;', '&', '&#45;',
  '`', '```\n', '~~~', '|', '| a | b |\n|---|---|', '>', '> ', '* ', '*', '**', '_', '__', '+ ', '= ', '===', '\n===\n', '## Rubrik', '# ', '1. ', '12) ', '0180',
  '1. \n', '-', '- \n', '%', '%TAG', '@', '!', '!!str ', '&a ', '*a', '?', '? ', ',', ', ', '~', 'null', 'nej', 'ja', 'true', 'no', '2026', '0x1F', '1e5', '.5', '\t', '  ',
  '    ', '\u00a0', '\u200b', '\u00ad', '\u2028', '\u0085', '\ufeff', '\u0000', '\u0007', '\ud800', 'a\u030a', '😀', '👩‍👧', '– ', '”', '…', 'å', 'Ä', 'ö', 'é',
  'titel: ', 'status: publicerad', 'kommuner: [Ale]', '<<<<<<< HEAD', '=======', '>>>>>>> a', '|||||||', '${x}', '{{ x }}', '{% x %}', 'https://x.example/a_b_c', 'samverkan',
  'Arbetsförmedlingen', 'vi möts varje vecka', 'tre', '100 %', 'AB*C*D', 'a_b_c', 'rad\\', 'rad  \n', '\r\n', '\r',
];

const WORDS = ['samverkan', 'möte', 'plan', 'nej', '0180', 'Umeå'];

function textFrom(roll, most) {
  let text = '';
  for (let count = 1 + roll(most); count > 0; count--) {
    text += roll(3) === 0 ? `${WORDS[roll(WORDS.length)]} ` : PIECES[roll(PIECES.length)];
  }
  return text;
}

/** A suggestion with every field that a person writes in, as the form gathers it. */
function suggestion(number) {
  const roll = dice(number * 7919 + 1);
  const one = (max) => {
    // An answer of nothing but spaces is no answer; the form asks again.
    const text = [...line(textFrom(roll, 8))].slice(0, max).join('');
    return line(text) || 'x';
  };
  const many = () => {
    const text = clean(textFrom(roll, 25)) || 'x';
    // The form refuses a web address in running text, as check does.
    return hasAddress(text) ? many() : text;
  };
  const sections = ['Bakgrund', 'Arbetssätt', 'Rutiner', 'Hinder och lärdomar', 'Kommunens erfarenheter'].map((title) => ({
    id: slug(title),
    title,
    text: many(),
  }));
  const title = one(120);
  const id = `${idOf(title, [], false, [])}-${number}`;
  const values = {
    id,
    titel: title,
    sammanfattning: one(300),
    kommuner: ['Umeå', 'Vännäs'],
    parter: [{ part: 'kommun', 'lokalt-namn': one(200) }, { part: 'arbetsformedlingen' }],
    relation: 'socialtjanst-af',
    niva: 'okänt',
    former: ['en-vag-in'],
    syften: ['okänt'],
    'malgrupp-text': one(600),
    overenskommelse: { skriftlig: 'nej' },
    period: { fran: '2024', till: '2025-05' },
    verksamhetslage: 'pagar',
    underlag: ['egen-uppgift'],
    kontakt: { funktion: one(120) },
    'uppgift-saknas': ['resultat', 'framgangsfaktorer', 'arbetsformedlingens-erfarenheter', 'ansvar', 'bekraftad'],
    kallor: [
      { nr: 1, titel: one(300), utgivare: one(200), ar: 2024, adress: 'https://x.example/a?b=c&d#e' },
      { nr: 2, titel: one(300) },
    ],
    status: 'utkast',
  };
  const supports = { arbetssatt: [1, 2], bakgrund: [2] };
  const text = fileOf({ fields: Object.entries(values), sections, sources: [1, 2], supports });
  return { id, values, sections, supports, text };
}

const written = Array.from({ length: DOCUMENTS }, (_, number) => suggestion(number)).filter(
  // The form refuses these.
  ({ text }) => numbersIn(text).length === 0,
);

const path = ({ id }) => `exempel/${id}.md`;
const plain = (text) => text.replace(/\u00ad/g, '').replace(/[\p{White_Space}]+/gu, ' ').trim();

/** The text of a section of a page, as a reader sees it. */
function sectionOf(html, id) {
  const from = html.indexOf(`<h2 id="${id}"`);
  assert.ok(from >= 0, `no section ${id}`);
  const start = html.indexOf('</h2>', from) + 5;
  const ends = ['<h2', '<section', '</section>', '</div>', '<aside'].map((end) => html.indexOf(end, start)).filter((at) => at >= 0);
  const words = [];
  const walk = (node) => (node.nodeName === '#text' ? words.push(node.value) : (node.childNodes ?? []).forEach(walk));
  walk(parseFragment(html.slice(start, Math.min(...ends))));
  return plain(words.join(''));
}

/** What a reader shall see: the text without the marks of lists, then what it cites. */
function expected({ text }, cited) {
  const lines = text.split('\n').map((one) => one.trim().replace(/^(?:[-•*]|\d{1,3}[.)])\s+(?=\S)/u, ''));
  return plain(lines.join(' ') + (cited ?? []).map((number) => ` [${number}]`).join(''));
}

test('the program accepts every draft', () => {
  assert.ok(written.length > DOCUMENTS * 0.9);
  const content = contentWith(Object.fromEntries(written.map((one) => [path(one), one.text])));
  try {
    const faults = content.faults();
    assert.deepEqual(faults.slice(0, 3), [], JSON.stringify(written.find((one) => path(one) === faults[0]?.path)?.text));
  } finally {
    content.close();
  }
});

test('every value comes back as it was written, and no other key', () => {
  const published = (text) => text.replace('\nstatus: utkast\n', '\nstatus: publicerad\ngranskad: 2026-11-22\n');
  const content = contentWith(Object.fromEntries(written.map((one) => [path(one), published(one.text)])));
  try {
    const site = content.build();
    const examples = new Map(JSON.parse(site.read('data/exempel.json')).exempel.map((example) => [example.id, example]));
    for (const { id, values, sections, supports, text } of written) {
      const read = examples.get(id);
      assert.ok(read, id);
      for (const key of ['titel', 'sammanfattning', 'malgrupp-text']) assert.equal(read[key], values[key], text);
      assert.equal(read.parter[0]['lokalt-namn'], values.parter[0]['lokalt-namn'], text);
      assert.deepEqual(read.kommuner.map(({ namn }) => namn), values.kommuner);
      assert.deepEqual(read.kallor.map(({ titel }) => titel), values.kallor.map(({ titel }) => titel), text);
      assert.equal(read.kallor[0].utgivare, values.kallor[0].utgivare, text);
      assert.deepEqual(read['uppgift-saknas'].toSorted(), values['uppgift-saknas'].toSorted());
      assert.deepEqual([read.period.fran, read.period.till], ['2024', '2025-05']);
      // Fields that were not written are not there.
      assert.deepEqual([read.malgrupper, read.livsomraden, read['publicerad-datum'], read.bekraftad], [[], [], null, null], text);
      const html = site.read(`exempel/${id}/index.html`);
      for (const section of sections) {
        const cited = supports[section.id];
        const shown = sectionOf(html, section.id).replaceAll('[1][2]', '[1] [2]').replaceAll('[1, 2]', '[1] [2]');
        assert.equal(shown.replaceAll(' ', ''), expected(section, cited).replaceAll(' ', ''), `${id} ${section.id}\n${text}`);
      }
    }
  } finally {
    content.close();
  }
});

/** As in src/personal_number.rs: the check digit is computed, so that no number stands in the repository. */
function sample(first) {
  const digits = [...first].map(Number);
  const sum = digits.slice(-9).reduce((total, digit, index) => {
    const product = index % 2 === 0 ? digit * 2 : digit;
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return first + ((10 - (sum % 10)) % 10);
}

const filled = (text) =>
  text.replace(/\{(\d+):(?:(\d+)-(\d+)|wrong)\}/g, (_, first, start, end) =>
    start === undefined ? String((Number(sample(first)[9]) + 1) % 10) : sample(first).slice(Number(start), Number(end)),
  );

test('the form knows a personnummer by the same table as the program', () => {
  const table = JSON.parse(readFileSync(join(repository, 'tests/personal-numbers.json'), 'utf8'));
  assert.ok(table.length > 50);
  for (const { text, numbers, why } of table) assert.equal(numbersIn(filled(text)).length, numbers, `${why}: ${JSON.stringify(filled(text))}`);
});

test('the form and the program find the same numbers in random texts', () => {
  const roll = dice(42);
  const joints = ['', '-', '+', ' ', '\u2013', '%2D', '%C2%A0', '&#45;', '&nbsp;', '&#x2D;', '.', '/', '\n', '\t', ' - ', '    ', '\u200b', '**', '\\-', '\u0085', '%', '&', 'x', '\u00ad', '\n > ', ',', '–\n'];
  const pick = (list) => list[roll(list.length)];
  const two = (most) => String(1 + roll(most)).padStart(2, '0');
  const texts = Array.from({ length: 1500 }, () => {
    const day = roll(4) === 0 ? String(60 + 1 + roll(28)) : two(29);
    const ten = sample(`${String(roll(100)).padStart(2, '0')}${two(13)}${day}${String(roll(1000)).padStart(3, '0')}`);
    const whole = roll(2) === 0 ? ten : pick(['19', '20', '18', '21']) + ten;
    const cut = whole.length - pick([4, 4, 4, 4, 6, 2, 0]);
    const inner = roll(4) === 0 ? `${whole.slice(0, 4)}${pick(joints)}${whole.slice(4, cut)}` : whole.slice(0, cut);
    const outer = ['', '', 'a ', '1', '2008-05-01–', 'nr '];
    return `${pick(outer)}${inner}${pick(joints)}${roll(5) === 0 ? pick(joints) : ''}${whole.slice(cut)}${pick(outer)}`;
  });
  const files = Object.fromEntries(texts.map((text, index) => [`sidor/prov/n${index}-x.md`, `---\ntitel: x\n---\n${text}\n`]));
  const content = contentWith(files);
  try {
    const byProgram = new Map();
    for (const { rule, path: file } of content.faults()) if (rule === 'personnummer') byProgram.set(file, (byProgram.get(file) ?? 0) + 1);
    const total = [...byProgram.values()].reduce((sum, count) => sum + count, 0);
    assert.ok(total > 200, `only ${total} numbers`);
    for (const [file, text] of Object.entries(files)) {
      assert.equal(numbersIn(text).length, byProgram.get(file) ?? 0, JSON.stringify(text));
    }
  } finally {
    content.close();
  }
});

test('single values are checked as the program checks them', () => {
  for (const good of ['2024', '2024-02', '2024-02-29']) assert.ok(partialDate(good), good);
  for (const bad of ['24', '2023-02-29', '2024-13', '2024-1', '1799', '2201', '2024-05-17-', 'i fjol', '٢٠٢٦']) assert.equal(partialDate(bad), null, bad);
  assert.ok(isEmail('info@x.example') && isEmail('å.ö@kommun.example'));
  for (const bad of ['info', 'info@x', '@x.se', 'a@b@c.se', 'a b@c.se', 'a@.se', 'a@c.se.']) assert.ok(!isEmail(bad), bad);
  assert.ok(isPersonalAddress('anna.andersson@x.example') && isPersonalAddress('anna-karin.ström@x.example'));
  for (const own of ['info@x.example', 'ekonomiskt.bistand@x.example', 'mottagning.ifo@x.example']) assert.ok(!isPersonalAddress(own), own);
  assert.ok(isMobile('+46 70 123 45 67') && isMobile('070-1234567') && !isMobile('08-123 456 78'));
  assert.ok(isWebAddress('https://www.digg.se/a?b=c#d'));
  for (const bad of ['javascript:alert(1)', 'https://', 'http://a@b/', 'https://a b/', 'ftp://a/', '//a/', 'https://a/"x']) assert.ok(!isWebAddress(bad), bad);
  const known = municipalities([{ name: 'Umeå', code: '2480' }, { name: 'Malmö', code: '1280' }, { name: 'Upplands-Bro', code: '0139' }]);
  for (const written of ['Umeå', 'umeå kommun', '2480', 'UMEA']) assert.equal(known.find(written), 'Umeå', written);
  assert.equal(known.find('Malmö stad'), 'Malmö');
  assert.equal(known.find('Uméo'), undefined);
  assert.equal(known.nearest('Uméo'), 'Umeå');
  assert.equal(known.nearest('Kiruna'), undefined);
});

test('long and odd texts are read in no time', () => {
  const odd = ['"' + ' '.repeat(50_000), 'a'.repeat(100_000), '"a '.repeat(20_000), '1'.repeat(100_000), '1 '.repeat(50_000), '&#'.repeat(50_000), '– A\n'.repeat(5_000)];
  const start = performance.now();
  for (const text of odd) {
    warningsIn(text);
    numbersIn(text);
    personalAddressesIn(text);
    hasAddress(text);
    markdown(text, [1]);
  }
  const seconds = (performance.now() - start) / 1000;
  assert.ok(seconds < 10, `${seconds} s`);
});

test('a file is named as the content folder names files', () => {
  const taken = ['nya', 'sida'];
  assert.equal(idOf('Torget: en väg in', ['Umeå'], false, taken), 'umea-torget-en-vag-in');
  assert.equal(idOf('Umeå torg', ['Umeå'], false, taken), 'umea-torg');
  assert.equal(idOf('Torget', ['Umeå', 'Vännäs'], false, taken), 'torget');
  assert.equal(idOf('SSBTEK', [], true, taken), 'nationellt-ssbtek');
  assert.equal(idOf('Nya', [], false, taken), 'exempel-nya');
  assert.equal(idOf('😀', [], false, taken), 'exempel');
  assert.ok(idOf('ord '.repeat(30), [], false, taken).length <= 60);
});

test('what a person should read again is told, and ordinary sentences are not', () => {
  const kinds = (text) => warningsIn(text).map(({ kind }) => kind);
  assert.deepEqual(kinds('Enligt Anna Svensson fungerar det.'), ['name']);
  assert.deepEqual(warningsIn('Per Andersson och Eva sade det.').map(({ found }) => found), ['Per Andersson', 'Eva']);
  assert.deepEqual(kinds('Det var fyra deltagare i gruppen.'), ['group']);
  assert.deepEqual(kinds('En av deltagarna fick arbete.'), ['group']);
  assert.deepEqual(kinds('Hon sade ”det här var det bästa som hänt”.'), ['quote']);
  assert.deepEqual(kinds('– Jag fick äntligen hjälp.'), ['quote']);
  for (const ordinary of [
    'Kommunen och Arbetsförmedlingen möts varje vecka i Umeå.',
    'Vi kallar det ”en väg”. Det började 2024.',
    'Två handläggare från varje part arbetar tillsammans.',
    'Av 240 deltagare hade 12 personer arbete efter ett år.',
    'Per år deltar 40 unga. Klara mål hjälper.',
    'En person i taget får stöd. Tre gånger per år följer vi upp.',
  ]) {
    assert.deepEqual(warningsIn(ordinary), [], ordinary);
  }
});
