//! A word's key, and the other keys that its pages are found under.

use std::cmp::Reverse;

use indexmap::IndexSet;
use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::words::Distinct;
use crate::analyze::{
    Division, Lexicon, is_everyday_word, is_stop_word, plain_words, stem, undoubled, verb_of, with_vowel,
    without_ending, without_vowel,
};
use crate::page::Synonyms;

/// A key's number.
pub type KeyId = u32;

/// How many words are looked into before their keys are numbered.
const WORDS_AT_ONCE: usize = 1 << 14;

/// How many ways a term of synonyms may be read, of words that have several keys.
const READINGS: usize = 64;

/// What a word leads to.
#[derive(Clone, Copy, Debug, Default)]
pub struct WordKeys {
    pub key: KeyId,
    /// Where its [parts](Leads::parts) begin among those of all words, and how many there are.
    parts: (u32, u8),
    pub stop: bool,
    /// Of its halves, when it is a compound.
    pub halves: Option<[KeyId; 2]>,
}

/// What each word leads to. Small, because there are many words, and every word of every page is looked up.
#[derive(Clone, Debug, Default)]
pub struct Leads {
    /// By word.
    words: Vec<WordKeys>,
    /// The parts of all words.
    parts: Vec<KeyId>,
}

impl Leads {
    /// What a word leads to.
    pub fn of(&self, word: usize) -> &WordKeys {
        &self.words[word]
    }

    /// By word.
    pub fn iter(&self) -> std::slice::Iter<'_, WordKeys> {
        self.words.iter()
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// The keys of the parts of a word, when it is a compound, and of the verb it comes from, in order.
    pub fn parts(&self, word: &WordKeys) -> &[KeyId] {
        let (start, count) = word.parts;
        &self.parts[start as usize..][..usize::from(count)]
    }

    /// Appends a word. Nothing if it has more parts than any word can be divided into.
    pub fn push(&mut self, key: KeyId, parts: &[KeyId], halves: Option<[KeyId; 2]>, stop: bool) -> Option<()> {
        let parts = self.keep(parts)?;
        self.words.push(WordKeys { key, parts, stop, halves });
        Some(())
    }

    fn keep(&mut self, parts: &[KeyId]) -> Option<(u32, u8)> {
        let start = u32::try_from(self.parts.len()).ok()?;
        self.parts.extend_from_slice(parts);
        Some((start, u8::try_from(parts.len()).ok()?))
    }
}

/// All keys.
#[derive(Default)]
pub struct KeyTable {
    /// By number.
    pub texts: IndexSet<Box<str>, FxBuildHasher>,
    pub leads: Leads,
    /// Compounds by the keys of their halves.
    pub pairs: FxHashMap<(KeyId, KeyId), KeyId>,
    /// By key, whether it is a half of any: few are.
    pub halves: Vec<bool>,
    /// Synonyms by the key of their first word.
    pub synonyms: FxHashMap<KeyId, Vec<Synonym>>,
    /// Abbreviations.
    pub whole: FxHashSet<KeyId>,
}

/// A term of a group of synonyms.
pub struct Synonym {
    /// The keys of its words, stop words left out.
    pub keys: Vec<KeyId>,
    /// The keys of the other terms of its group.
    pub others: Vec<KeyId>,
}

/// A word's stem; that of the word it is a form of, where Snowball leaves the ending and pages have the word.
fn key_of<'a>(word: &'a str, lexicon: &Lexicon<'_>) -> &'a str {
    let whole = noun_of(word, lexicon);
    let stem = match without_left_ending(word, whole) {
        Some(base) if is_form(word, base, lexicon) => stem(base),
        _ => whole,
    };
    match undoubled(stem) {
        single if single != stem && is_doubled(stem, single, lexicon) => single,
        _ => stem,
    }
}

/// A word without an ending that its stem has still.
fn without_left_ending<'a>(word: &'a str, stem: &str) -> Option<&'a str> {
    without_ending(word).filter(|_| stem.len() + 1 >= word.len())
}

/// Whether a word is a form of what it is [without its ending](without_ending).
fn is_form(word: &str, base: &str, lexicon: &Lexicon<'_>) -> bool {
    let word = word.strip_suffix('s').unwrap_or(word);
    let has = |text: &str, endings: &[&str]| lexicon.has_form(text, endings);
    let is_known = has(base, &["", "e"])
        || lexicon.has(undoubled(base))
        || with_vowel(base).is_some_and(|whole| lexicon.has(&whole));
    // A noun of its own: *bananer* are of no *bana*.
    if !is_known || has(word, &["en", "er", "et", "ar"]) || NO_FORMS.contains(&word) {
        return false;
    }
    match word.strip_suffix('a') {
        // Verbs have *-ena* too: *förena*.
        Some(plural) => lexicon.has(plural),
        // Adjectives and verbs have *-a*.
        None if word.ends_with('t') && !word.ends_with("et") && !word.ends_with("ot") => {
            let short = without_vowel(base).unwrap_or_default();
            has(base, &["a", "ma", "na"]) && !has(word, &["a"]) || has(&short, &["a"])
        }
        None => true,
    }
}

/// Words that look like forms of others: of *svara*, *fara*, *laga*, *vara*, *make*, *nästa*.
const NO_FORMS: [&str; 15] = [
    "annan", "bort", "fart", "fast", "innan", "internet", "lagt", "makt", "nästan", "rast", "samman", "svart", "undan",
    "vart", "vikt",
];

/// Whether two letters at the end of a stem are one in the word: *program(met)*, *gemensam(ma)*, *hem(met)*. Others are two in all
/// forms: *finn(a)*, *grann(e)*, *damm*.
fn is_doubled(stem: &str, single: &str, lexicon: &Lexicon<'_>) -> bool {
    let has = |text: &str, endings: &[&str]| lexicon.has_form(text, endings);
    let letters = single.chars().count();
    lexicon.has(single)
        && letters >= 3
        && !is_stop_word(single)
        && !is_everyday_word(single)
        && !has(stem, &["", "e"])
        && (letters > 4 || has(single, &["met", "men", "net", "nen"]) && !has(stem, &["a"]))
}

/// A word's stem; or the word itself, where Snowball takes its last letter for a genitive's and pages have other forms of it:
/// *insats* of *insatser*.
fn noun_of<'a>(word: &'a str, lexicon: &Lexicon<'_>) -> &'a str {
    match stem(word) {
        stem if ends_in_s(word, stem) && lexicon.has_form(word, &["er"]) => word,
        stem => stem,
    }
}

/// Whether a stem lacks nothing of its word but *-s*.
fn ends_in_s(word: &str, stem: &str) -> bool {
    word.strip_suffix('s') == Some(stem)
}

/// What is found out about a word by itself.
struct Read<'a> {
    key: &'a str,
    /// The verb that it comes from, where pages have that.
    verb: Option<String>,
    /// Of a compound.
    division: Option<Division>,
    stop: bool,
}

impl<'a> Read<'a> {
    fn new(word: &'a str, is_whole: bool, is_abbreviation: bool, lexicon: &Lexicon<'_>) -> Read<'a> {
        let stop = is_stop_word(word);
        if is_whole || is_abbreviation {
            return Read { key: word, verb: None, division: None, stop };
        }
        let verb = verb_of(stem(word)).filter(|verb| lexicon.has(verb) || lexicon.has(&[verb, "r"].concat()));
        let mut division = lexicon.division(word);
        for part in division.iter_mut().flat_map(|division| division.halves.iter_mut().chain(&mut division.parts)) {
            part.truncate(key_of(part, lexicon).len());
        }
        Read { key: key_of(word, lexicon), verb, division, stop }
    }
}

impl KeyTable {
    /// Of words and the number of pages that they stand on. A word that no page has leads nowhere.
    pub fn new(words: &Distinct, synonyms: &[Synonyms]) -> KeyTable {
        KeyTable::default().with(words, synonyms, |_| true).0
    }

    /// Of words, some of which stand on more or fewer pages than when keys had the numbers that they have in `texts` and words led to
    /// `leads`. New words come after those; synonyms are the same. Gives also the words that lead elsewhere now, and what they
    /// led to.
    pub fn again(
        words: &Distinct,
        synonyms: &[Synonyms],
        texts: IndexSet<Box<str>, FxBuildHasher>,
        leads: Leads,
        changed: &[bool],
    ) -> (KeyTable, FxHashMap<usize, WordKeys>) {
        let is_changed = |word: usize| changed.get(word).copied().unwrap_or(true);
        let with_change = words.keys().enumerate().filter(|(word, _)| is_changed(*word));
        let starts: FxHashSet<&str> = with_change.filter_map(|(_, text)| Lexicon::start(text)).collect();
        let asks = |word: usize| words.get_index(word).is_some_and(|(text, _)| Lexicon::may_ask(text, &starts));
        let known = KeyTable { texts, leads, ..KeyTable::default() };
        known.with(words, synonyms, |word| is_changed(word) || asks(word))
    }

    /// Finds out anew what words lead to: those that are asked for, and new ones.
    fn with(
        mut self,
        words: &Distinct,
        synonyms: &[Synonyms],
        is_asked: impl Fn(usize) -> bool + Sync + Send,
    ) -> (KeyTable, FxHashMap<usize, WordKeys>) {
        let whole: FxHashSet<String> = synonyms
            .iter()
            .flat_map(|group| &group.terms)
            .filter(|(_, whole)| *whole)
            .flat_map(|(term, _)| plain_words(term))
            .collect();
        let counted = words.iter().map(|(text, seen)| (&**text, seen.pages)).filter(|(_, pages)| *pages > 0);
        let lexicon = Lexicon::new(counted.filter(|(text, _)| !whole.contains(*text)));
        let known = self.leads.len();
        self.leads.words.resize(words.len(), WordKeys::default());
        let mut moved = FxHashMap::default();
        let all: Vec<usize> = (0..words.len()).collect();
        // Some at a time, so that what is found out of all is never there at once.
        for some in all.chunks(WORDS_AT_ONCE) {
            let asked = some.par_iter().filter(|word| **word >= known || is_asked(**word));
            let read = asked.filter_map(|&word| {
                let (text, seen) = words.get_index(word)?;
                let read = || Read::new(text, seen.is_whole(), whole.contains(&**text), &lexicon);
                Some((word, (seen.pages > 0).then(read)))
            });
            let read: Vec<(usize, Option<Read<'_>>)> = read.collect();
            for (word, read) in read {
                let now = match read {
                    Some(read) => self.numbered(read),
                    None => WordKeys { stop: self.leads.of(word).stop, ..WordKeys::default() },
                };
                let then = std::mem::replace(&mut self.leads.words[word], now);
                if word < known && !self.are_same(&then, &now) {
                    moved.insert(word, then);
                }
            }
        }
        let there = whole.iter().filter_map(|text| words.get_full(&**text)).filter(|(_, _, seen)| seen.pages > 0);
        self.whole.extend(there.map(|(word, _, _)| self.leads.of(word).key));
        self.add_pairs(words);
        self.add_synonyms(synonyms, &whole);
        self.halves.resize(self.texts.len(), false);
        for half in self.pairs.keys().flat_map(|&(first, last)| [first, last]) {
            self.halves[half as usize] = true;
        }
        (self, moved)
    }

    /// What was found out of a word, with keys as numbers.
    fn numbered(&mut self, Read { key, verb, division, stop }: Read<'_>) -> WordKeys {
        let key = self.number(key);
        let mut parts = Vec::new();
        parts.extend(verb.map(|verb| self.number(stem(&verb))));
        let halves = division.map(|division| {
            let halves = division.halves.each_ref().map(|half| self.number(half));
            parts.extend(division.parts.iter().map(|part| self.number(part)));
            parts.extend(halves);
            halves
        });
        parts.retain(|&part| part != key);
        parts.sort_unstable();
        parts.dedup();
        // Of no word so many are made ([`Lexicon::division`]) that they could not be kept.
        let parts = self.leads.keep(&parts).unwrap_or_default();
        WordKeys { key, parts, stop, halves }
    }

    fn are_same(&self, a: &WordKeys, b: &WordKeys) -> bool {
        (a.key, self.leads.parts(a), a.stop, a.halves) == (b.key, self.leads.parts(b), b.stop, b.halves)
    }

    /// Of several compounds with the same halves the most usual counts, and of these the first of the alphabet.
    fn add_pairs(&mut self, words: &Distinct) {
        let compounds = self.leads.iter().filter(|word| word.halves.is_some()).count();
        let mut best: FxHashMap<(KeyId, KeyId), usize> = FxHashMap::with_capacity_and_hasher(compounds, FxBuildHasher);
        let rank = |word: usize| words.get_index(word).map(|(text, seen)| (Reverse(seen.pages), text));
        for (word, WordKeys { halves, .. }) in self.leads.iter().enumerate() {
            let Some([first, last]) = *halves else { continue };
            if first != last {
                let known = best.entry((first, last)).or_insert(word);
                if rank(word) < rank(*known) {
                    *known = word;
                }
            }
        }
        self.pairs = best.into_iter().map(|(halves, word)| (halves, self.leads.of(word).key)).collect();
    }

    /// By key, whether a word that some page has leads to it, or a term of a group of synonyms.
    pub fn are_used(&self, words: &Distinct) -> Vec<bool> {
        let mut used = vec![false; self.texts.len()];
        let live = self.leads.iter().zip(words.values()).filter(|(_, seen)| seen.pages > 0).map(|(word, _)| word);
        let of_words = live.flat_map(|word| {
            [word.key]
                .into_iter()
                .chain(self.leads.parts(word).iter().copied())
                .chain(word.halves.into_iter().flatten())
        });
        let synonyms = self.synonyms.values().flatten();
        let of_synonyms = synonyms.flat_map(|synonym| synonym.keys.iter().chain(&synonym.others).copied());
        of_words.chain(of_synonyms).for_each(|key| used[key as usize] = true);
        used
    }

    /// The keys that are wanted, in the order of their bytes.
    pub fn in_order(&self, is_wanted: impl Fn(KeyId) -> bool) -> Vec<KeyId> {
        let mut order: Vec<KeyId> = (0..self.texts.len() as KeyId).filter(|&key| is_wanted(key)).collect();
        order.par_sort_unstable_by(|&a, &b| self.texts[a as usize].cmp(&self.texts[b as usize]));
        order
    }

    /// Pages have no say in the keys of terms, or else a page would change what others are found by: a word has all keys that
    /// [`key_of`] might give it.
    fn add_synonyms(&mut self, synonyms: &[Synonyms], whole: &FxHashSet<String>) {
        for group in synonyms {
            // Keys of a term's words, and which term it is.
            let mut terms: Vec<(Vec<KeyId>, usize)> = Vec::new();
            for (number, (term, _)) in group.terms.iter().enumerate() {
                let mut all: Vec<Vec<KeyId>> = vec![Vec::new()];
                for word in plain_words(term).iter().filter(|word| !is_stop_word(word)) {
                    let mut keys = self.possible_keys(word, whole.contains(word));
                    if all.len() * keys.len() > READINGS {
                        keys.truncate(1);
                    }
                    all = all.iter().flat_map(|before| keys.iter().map(|key| [before, &[*key][..]].concat())).collect();
                }
                terms.extend(all.into_iter().filter(|keys| !keys.is_empty()).map(|keys| (keys, number)));
            }
            for (keys, number) in &terms {
                let others = terms.iter().filter(|(_, other)| other != number).flat_map(|(keys, _)| keys);
                let mut others: Vec<KeyId> = others.copied().filter(|key| !keys.contains(key)).collect();
                others.sort_unstable();
                others.dedup();
                self.synonyms.entry(keys[0]).or_default().push(Synonym { keys: keys.clone(), others });
            }
        }
    }

    /// The keys that a word of a term may have, its stem first.
    fn possible_keys(&mut self, word: &str, is_abbreviation: bool) -> Vec<KeyId> {
        if is_abbreviation {
            return vec![self.number(word)];
        }
        let noun = if ends_in_s(word, stem(word)) { word } else { stem(word) };
        let base = stem(without_left_ending(word, noun).unwrap_or(word));
        let mut keys: Vec<KeyId> = Vec::new();
        for text in [stem(word), noun, base, undoubled(stem(word)), undoubled(base)] {
            let key = self.number(text);
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }

    fn number(&mut self, text: &str) -> KeyId {
        let known = self.texts.get_index_of(text);
        known.unwrap_or_else(|| self.texts.insert_full(text.into()).0) as KeyId
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether two words have one key where pages have these words.
    fn are_one(words: &str, first: &str, last: &str) -> bool {
        let lexicon = Lexicon::new(words.split(' ').map(|word| (word, 2)));
        key_of(first, &lexicon) == key_of(last, &lexicon)
    }

    #[test]
    fn a_form_has_the_key_of_the_word_that_it_is_of() {
        for (words, first, last) in [
            ("fråga frågan", "fråga", "frågan"),
            ("torg torget", "torg", "torgets"),
            ("faktor faktorn", "faktor", "faktorn"),
            ("meny menyn", "menyer", "menyns"),
            ("byrå byrån", "byrå", "byrån"),
            ("ekonomi ekonomin", "ekonomi", "ekonomin"),
            ("miljö miljön", "miljö", "miljön"),
            ("parti partiet", "partier", "partiet"),
            ("konto kontot", "konto", "kontot"),
            ("studio studion", "studio", "studion"),
            ("faktor faktorns", "faktor", "faktorns"),
            ("möte möten mötena", "möten", "mötena"),
            ("hinder hindret", "hindret", "hindren"),
            ("exempel exemplet", "exemplen", "exemplet"),
            ("regel regeln", "regel", "regeln"),
            ("program programmet", "program", "programmet"),
            ("hem hemmet", "hem", "hemmet"),
            ("vän vännen", "vän", "vänner"),
            ("gemensam gemensamt gemensamma", "gemensamma", "gemensamt"),
            ("stor stort stora", "stor", "stort"),
        ] {
            assert!(are_one(words, first, last), "{words}: {first}, {last}");
        }
    }

    #[test]
    fn words_that_only_look_like_forms_keep_their_own_key() {
        for (words, first, last) in [
            ("svar svara svart svarta", "svar", "svart"),
            ("far fara fart", "far", "fart"),
            // Nouns: there are forms of the whole.
            ("tal tala talt talten", "tal", "talt"),
            // Nothing of what is left is known.
            ("magnet", "magn", "magnet"),
            ("mamma", "mam", "mamma"),
            // A pronoun, or another word with one letter.
            ("som sommar sommaren", "som", "sommaren"),
            ("fin finns finna finnen", "fin", "finns"),
            ("sin sinne sinnet", "sin", "sinne"),
            ("gran granne grannen", "gran", "grannen"),
            ("dam damm dammen", "dam", "damm"),
            ("öm ömma", "öm", "ömma"),
            ("bana banan bananer", "bana", "banan"),
            ("före förena förenar", "före", "förena"),
            ("lag laga lagt", "lag", "lagt"),
            ("avtal avtalt", "avtal", "avtalt"),
        ] {
            assert!(!are_one(words, first, last), "{words}: {first}, {last}");
        }
    }

    #[test]
    fn a_word_of_a_term_has_every_key_that_pages_may_give_it() {
        let mut table = KeyTable::default();
        for (word, expected) in [
            ("frågan", "frågan fråg"),
            ("programmet", "programmet programm program"),
            ("insats", "insat insats"),
            ("avtal", "avtal"),
        ] {
            let keys = table.possible_keys(word, false);
            let texts: Vec<&str> = keys.iter().map(|&key| &*table.texts[key as usize]).collect();
            assert_eq!(texts.join(" "), expected);
        }
    }
}
