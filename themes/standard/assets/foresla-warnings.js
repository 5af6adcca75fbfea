// What a person should read again: names, small groups and quotations. A guess, and said to be one: common first names with
// a capital letter, surnames after another such word, a number below ten before those who take part, and what stands in quotation marks.

// The commonest first names in Sweden that are no other word.
const NAMES =
  'Adam Agneta Ahmed Ali Alice Alexander Alexandra Amina Amir Anders Andreas Anette Anita Ann Anna Annika Anton Arne Astrid ' +
  'Axel Barbro Bengt Berit Birgitta Britt Camilla Carina Carl Caroline Cecilia Christer Christina Christian Christoffer ' +
  'Daniel David Elias Elin Elisabeth Ella Ellen Elsa Emelie Emil Emma Erik Eva Fatima Filip Fredrik Frida Gabriel Gunilla ' +
  'Gunnar Gustav Göran Hanna Hans Hassan Helena Henrik Hugo Håkan Ibrahim Ingegerd Inger Ingrid Irene Isabelle Jakob Jan ' +
  'Jenny Jessica Joakim Johan Johanna Johannes John Jonas Josefin Julia Karin Karl Kenneth Kerstin Kjell Kristina ' +
  'Kristoffer Kurt Lars Leif Lena Lennart Linda Linnéa Linus Lisa Lovisa Lucas Madeleine Magnus Malin Margareta Maria Marie ' +
  'Markus Martin Mats Mattias Mehmet Mikael Mohamed Mohammed Mona Monica Mustafa Nils Niklas Oliver Olof Omar Oskar Pär ' +
  'Patrik Peter Pontus Rebecka Rickard Robert Robin Roger Roland Samuel Sandra Sara Sebastian Simon Sofia Sofie Stefan ' +
  'Susanne Sven Therese Thomas Tobias Tommy Ulf Ulrika Viktor Viktoria Vilhelm William Yasmin Yvonne Yusuf Åke Åsa';
const GROUP =
  'person(?:er(?:na)?)?|deltagar(?:e|na)|klient(?:er(?:na)?)?|brukar(?:e|na)|individ(?:er(?:na)?)?|ungdom(?:ar(?:na)?)?|unga' +
  '|kvinn(?:a|or(?:na)?)|män(?:nen)?|barn(?:en)?|familj(?:er(?:na)?)?|hushåll(?:en)?|biståndstagare|biståndsmottagare|sökande';

const wholeWord = (pattern, flags) => new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, flags);
const SURNAME = '\\p{Lu}\\p{Ll}*(?:sson|ström|kvist|qvist|stedt)s?';
const NAME = wholeWord(`(?:${NAMES.replaceAll(' ', '|')})s?(?: \\p{Lu}[\\p{L}-]+)?|\\p{Lu}\\p{Ll}+ ${SURNAME}`, 'gu');
const FEW = wholeWord(
  `(?:[2-9]|två|tre|fyra|fem|sex|sju|åtta|nio) (?:av \\p{L}+ )?(?:\\p{Ll}+ )?(?:${GROUP})` +
    `|(?:1|en|ett) (?:av (?:${GROUP})|deltagare|kvinna|man|klient|brukare|familj|ungdom)`,
  'giu',
);
const QUOTED = /["”“„«»]([^"”“„«»\n]{1,600})["”“«»]/gu;
/** A line that begins as speech does. */
const SPOKEN = /^[–—―] ?\p{Lu}.*$/gmu;
/** Fewer words in quotation marks are a name or an expression. */
const FEWEST_WORDS = 3;

const LONGEST = 80;
const short = (text) => ([...text].length > LONGEST ? `${[...text].slice(0, LONGEST).join('')} …` : text);

/** What is to be read again in a text: [{kind: 'name' | 'group' | 'quote', found}]. */
export function warningsIn(text) {
  const all = (kind, pattern) => [...text.matchAll(pattern)].map((match) => ({ kind, found: (match[1] ?? match[0]).trim() }));
  const quoted = all('quote', QUOTED).filter(({ found }) => found.split(/\s+/u).length >= FEWEST_WORDS);
  const found = [...all('name', NAME), ...all('group', FEW), ...quoted, ...all('quote', SPOKEN)];
  const isFirst = (one, index) => found.findIndex((other) => other.kind === one.kind && other.found === one.found) === index;
  return found.filter(isFirst).map(({ kind, found: whole }) => ({ kind, found: short(whole) }));
}
