//! A word → the keys it may mean, each with a weight.
//!
//! Every file that a word asks for is asked for whatever was searched before, so that a query always finds the same.

mod parts;
mod spelling;

use self::parts::{ends, parts};
use self::spelling::{near_at_hand, spellings};
use super::parse::QueryWord;
use super::store::Store;
use crate::analyze::{stem, undoubled, verb_of, with_vowel, without_ending, without_vowel};
use crate::format::{Entry, MOST_ENDINGS};
use crate::numbers::{greatest_first, order};
use crate::prelude::*;
use crate::text;

/// How a key came to stand for a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The word's own key.
    Own,
    /// The word goes on.
    Prefix,
    /// The word with a slip put right.
    Slip,
    /// One of the parts that make the word up.
    Part,
}

/// A key that may stand for a word.
#[derive(Clone, Copy, Debug)]
pub struct Variant<'a> {
    pub entry: &'a Entry,
    pub weight: f32,
    pub kind: Kind,
}

/// What a word may mean.
#[derive(Clone, Debug, Default)]
pub struct Expansion<'a> {
    /// Any of these.
    pub variants: Vec<Variant<'a>>,
    /// All of these together, where the word is no key of its own.
    pub parts: Vec<Variant<'a>>,
    /// A better spelling, when the word stands on no page.
    pub better: Option<String>,
}

impl<'a> Expansion<'a> {
    /// Every key that it led to.
    pub fn all(&self) -> impl Iterator<Item = &Variant<'a>> {
        self.variants.iter().chain(&self.parts)
    }

    pub fn is_empty(&self) -> bool {
        self.variants.is_empty() && self.parts.is_empty()
    }

    /// Adds a key, if there is one.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn add(&mut self, entry: Option<&'a Entry>, weight: f32, kind: Kind) {
        if let Some(entry) = entry {
            let list = if kind == Kind::Part { &mut self.parts } else { &mut self.variants };
            list.push(Variant { entry, weight, kind });
        }
    }

    /// Whether a key is the word's own.
    fn has(&self, entry: &Entry) -> bool {
        self.variants.iter().any(|own| own.kind == Kind::Own && core::ptr::eq(own.entry, entry))
    }
}

/// What a continuation counts for, times the share of its letters that were typed.
const PREFIX: f32 = 0.4;
/// All parts of a compound together.
pub const PARTS: f32 = 0.8;
/// A compound that the query has as two words: *ungdoms torg*.
const JOINED: f32 = 0.9;
/// The beginning or the end of a word of which nothing else is known.
const LOST: f32 = 0.35;
/// The verb of a noun.
const VERB: f32 = 0.4;
/// How many continuations are followed at most.
const MOST_PREFIX: usize = 24;

/// The keys that a word may mean, as far as files are at hand: see [`Store::lacks`]. In a long question the parts of
/// known compounds are asked for too: they cost files, and say little of a short one.
pub fn expand<'a>(word: &QueryWord, is_long: bool, store: &'a Store) -> Expansion<'a> {
    let mut expansion = Expansion::default();
    store.begin();
    for entry in own(word, store) {
        expansion.add(Some(entry), 1.0, Kind::Own);
    }
    if !store.lacks() {
        widen(word, is_long, store, &mut expansion);
    }
    expansion
}

/// What follows nouns. An ending that verbs have too tells nothing.
const OF_NOUNS: [&str; 7] = ["en", "ens", "er", "erna", "et", "ets", "s"];

fn is_of_nouns(ending: &str) -> bool {
    OF_NOUNS.contains(&ending)
}

/// Whether pages have forms that only verbs have: *handlade*, or *handla* beside *handlar*, is no *handel*.
fn is_verb(entry: &Entry) -> bool {
    let has = |ending: &str| entry.has_ending(ending);
    has("ade") || has("at") || has("a") && (has("ar") || has("as"))
}

/// The entries of a word, each once.
struct Own<'a> {
    entries: Vec<&'a Entry>,
    store: &'a Store,
}

impl Own<'_> {
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn add(&mut self, key: &str, fits: &dyn Fn(&Entry) -> bool) {
        if let Some(entry) = self.store.find(key)
            && fits(entry)
            && !self.entries.iter().any(|known| core::ptr::eq(*known, entry))
        {
            self.entries.push(entry);
        }
    }
}

/// The keys that forms of the word stand under, as far as files are at hand.
///
/// The stemmer takes *-ad* from *bostad* as from *kallad*, and *-or* from *kontor* as from *frågor*. *Bostaden* and *kontoret*
/// keep it, and so have another key, which is the word itself. A form of which the stemmer leaves the ending (*frågan*) is under
/// the word that it is of, where pages have that. *Regel* and *regler* have a key each.
pub fn own<'a>(word: &QueryWord, store: &'a Store) -> Vec<&'a Entry> {
    let mut own = Own { entries: Vec::new(), store };
    own.add(&word.key, &|_| true);
    // An abbreviation as it is written, a noun whose *-s* is no ending, or one of which forms keep what its own stem lacks.
    own.add(&word.text, &|entry| {
        entry.whole || word.text.ends_with('s') || entry.endings.iter().any(|ending| is_of_nouns(ending))
    });
    if word.text.strip_prefix(&*word.key).is_some_and(is_of_nouns) {
        own.add(stem(&word.key), &|entry| entry.has_form(&word.key));
    }
    let text = without_ending(&word.text).unwrap_or(&word.text);
    let key = stem(text);
    let is_verb_itself = own.entries.iter().any(|entry| is_verb(entry));
    if !own.entries.iter().any(|entry| entry.has_form(&word.text)) {
        let is_known = own.entries.iter().any(|entry| entry.is_word());
        let fits = |entry: &Entry| match word.unfinished {
            // It may go on in other ways too: *uppföljningst*.
            true => entry.forms().any(|form| form.starts_with(&word.text)),
            // *Planet* may be under *plan* where *planeten* has its key.
            false => !is_known || entry.endings.len() == MOST_ENDINGS || entry.has_form(&word.text),
        };
        for key in [text, key, undoubled(key), undoubled(&word.key)] {
            own.add(key, &fits);
        }
    }
    if !is_verb_itself {
        if let Some(whole) = with_vowel(key) {
            own.add(stem(&whole), &|entry| entry.has_form(&whole));
        }
        if let Some(short) = without_vowel(text) {
            own.add(&short, &|entry| entry.is_word() && !is_verb(entry));
        }
    }
    own.entries
}

/// Further keys beside the word's own.
fn widen<'a>(word: &QueryWord, is_long: bool, store: &'a Store, expansion: &mut Expansion<'a>) {
    let (mut is_abbreviation, mut is_written_so) = (false, false);
    for variant in &expansion.variants {
        let entry = variant.entry;
        is_abbreviation |= entry.whole && entry.key == word.text;
        is_written_so |= entry.endings.is_empty() || entry.has_form(&word.text);
    }
    let is_known = !expansion.variants.is_empty();
    if !is_abbreviation {
        continuations(word, store, expansion);
    }
    if is_known {
        if !is_written_so {
            // An ending that no page has may be a slip; what lies beside the word shows it.
            near_at_hand(word, store, expansion);
        }
        verb(word, store, expansion);
        if is_long {
            expansion.parts = parts(word, false, store);
        }
        return;
    }
    if !word.parts.is_empty() {
        for part in &word.parts {
            expansion.add(store.find(stem(part)), 1.0, Kind::Part);
        }
        return;
    }
    expansion.parts = parts(word, false, store);
    if !expansion.parts.is_empty() {
        // A compound that no page has may also be one with a slip: *försörjningstöd*.
        near_at_hand(word, store, expansion);
    }
    if store.lacks() || !expansion.parts.is_empty() || word.unfinished && !expansion.variants.is_empty() {
        return;
    }
    spellings(word, store, expansion);
    if store.lacks() {
        return;
    }
    if expansion.better.is_none() {
        expansion.parts = parts(word, true, store);
    }
    if expansion.is_empty() && !store.lacks() {
        ends(word, LOST, store, &mut expansion.variants);
    }
}

/// Two neighbours of a query that are one word on pages: that word stands for both.
pub fn join<'a>(words: &[QueryWord], expansions: &mut [Expansion<'a>], store: &'a Store) {
    // Beside the files of the words themselves, one more may be asked for.
    let mut files: Vec<usize> = Vec::new();
    for word in words {
        files.push(store.root.terms_with(&word.key));
    }
    for at in 1..words.len() {
        let (first, last) = (&words[at - 1], &words[at]);
        if !first.parts.is_empty() || !last.parts.is_empty() || first.text.len() < 3 || last.text.len() < 3 {
            continue;
        }
        for link in ["", "s"] {
            let joined = text::joined(&text::joined(&first.text, link), &last.text);
            let joined = stem(&joined);
            let file = store.root.terms_with(joined);
            if !files.contains(&file) {
                if files.len() > words.len() {
                    continue;
                }
                files.push(file);
            }
            let found = store.find(joined);
            for expansion in &mut expansions[at - 1..=at] {
                expansion.add(found, JOINED, Kind::Own);
            }
        }
    }
}

/// The verb of a noun in *-ning* or *-else*, where it lies beside it: *kartläggning* also asks for *kartlägga*.
fn verb<'a>(word: &QueryWord, store: &'a Store, expansion: &mut Expansion<'a>) {
    let Some(verb) = verb_of(&word.key) else { return };
    let verb = stem(&verb);
    if store.root.terms_with(verb) == store.root.terms_with(&word.key) {
        expansion.add(store.find(verb), VERB, Kind::Own);
    }
}

/// Keys that begin with the word.
fn continuations<'a>(word: &QueryWord, store: &'a Store, expansion: &mut Expansion<'a>) {
    let letters = text::letters(&word.text);
    if letters < if word.unfinished { 2 } else { 4 } {
        return;
    }
    let mut found: Vec<Variant> = Vec::new();
    // Those in the word's own file: which others are at hand hangs on what was searched before.
    for entry in store.entries(store.root.terms_with(&word.text)) {
        if entry.key.starts_with(&word.text) && entry.is_word() && !expansion.has(entry) {
            let share = letters as f32 / text::letters(&entry.key) as f32;
            let weight = if word.unfinished { PREFIX.max(share * 0.9) } else { PREFIX * share };
            found.push(Variant { entry, weight, kind: Kind::Prefix });
        }
    }
    let first = order(found.len(), &|place| greatest_first(found[place].weight));
    for place in first.into_iter().take(MOST_PREFIX) {
        expansion.variants.push(found[place]);
    }
}
