//! A word → the keys it may mean, each with a weight.
//!
//! Every file that a word asks for is asked for whatever was searched before, so that a query always finds the same.

mod parts;
mod spelling;

use self::parts::{ends, loose_parts, strict_parts};
use self::spelling::{near_at_hand, spellings};
use super::parse::QueryWord;
use super::store::Store;
use crate::analyze::{stem, verb_of, without_article};
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
pub struct Variant {
    /// The file of terms, and the entry in it.
    pub file: usize,
    pub entry: usize,
    pub weight: f32,
    pub kind: Kind,
}

/// What a word may mean.
#[derive(Clone, Debug, Default)]
pub struct Expansion {
    /// Any of these.
    pub variants: Vec<Variant>,
    /// All of these together, where the word is no key of its own.
    pub parts: Vec<Variant>,
    /// A better spelling, when the word stands on no page.
    pub better: Option<String>,
}

impl Expansion {
    /// Every key that it led to.
    pub fn all(&self) -> impl Iterator<Item = &Variant> {
        self.variants.iter().chain(&self.parts)
    }

    pub fn is_empty(&self) -> bool {
        self.variants.is_empty() && self.parts.is_empty()
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

/// The keys that a word may mean; none while files are missing, which the store then knows. In a long question the parts of
/// known compounds are asked for too: they cost files, and say little of a short one.
pub fn expand(word: &QueryWord, is_long: bool, store: &Store) -> Option<Expansion> {
    let mut expansion = Expansion::default();
    let noun = without_article(&word.text).map(stem).filter(|noun| *noun != word.key);
    let own = [
        store.find(&word.key)?,
        match noun {
            Some(noun) => store.find(noun)?,
            None => None,
        },
        if word.text == word.key { None } else { store.find(&word.text)? },
    ];
    for (at, found) in own.into_iter().enumerate() {
        let Some((file, entry)) = found else { continue };
        // A word's stem, a noun without its article, or an abbreviation as it is written.
        if at < 2 || store.entry(file, entry).is_some_and(|entry| entry.whole) {
            expansion.variants.push(Variant { file, entry, weight: 1.0, kind: Kind::Own });
        }
    }
    let (mut is_abbreviation, mut is_written_so) = (false, false);
    for variant in &expansion.variants {
        let Some(entry) = store.entry(variant.file, variant.entry) else { continue };
        is_abbreviation |= entry.whole;
        is_written_so |= entry.endings.is_empty() || entry.forms().any(|form| form == word.text);
    }
    let is_known = !expansion.variants.is_empty();
    if !is_abbreviation {
        continuations(word, store, &mut expansion);
    }
    if is_known {
        if !is_written_so {
            // An ending that no page has may be a slip; what lies beside the word shows it.
            near_at_hand(word, store, &mut expansion);
        }
        verb(word, store, &mut expansion);
        if is_long {
            expansion.parts = strict_parts(word, store)?;
        }
        return Some(expansion);
    }
    if !word.parts.is_empty() {
        for part in &word.parts {
            if let Some((file, entry)) = store.find(stem(part))? {
                expansion.parts.push(Variant { file, entry, weight: 1.0, kind: Kind::Part });
            }
        }
        return Some(expansion);
    }
    expansion.parts = strict_parts(word, store)?;
    if !expansion.parts.is_empty() {
        // A compound that no page has may also be one with a slip: *försörjningstöd*.
        near_at_hand(word, store, &mut expansion);
    }
    if !expansion.parts.is_empty() || word.unfinished && !expansion.variants.is_empty() {
        return Some(expansion);
    }
    spellings(word, store, &mut expansion)?;
    if expansion.better.is_none() {
        expansion.parts = loose_parts(word, store)?;
    }
    if expansion.is_empty() {
        expansion.variants = ends(word, store, LOST)?;
    }
    Some(expansion)
}

/// Two neighbours of a query that are one word on pages: that word stands for both.
pub fn join(words: &[QueryWord], expansions: &mut [Expansion], store: &Store) -> Option<()> {
    let mut is_missing = false;
    // Beside the files of the words themselves, one more may be asked for.
    let mut files: Vec<Option<usize>> = words.iter().map(|word| store.root.terms_with(&word.key)).collect();
    for at in 1..words.len() {
        let (first, last) = (&words[at - 1], &words[at]);
        if !first.parts.is_empty() || !last.parts.is_empty() || first.text.len() < 3 || last.text.len() < 3 {
            continue;
        }
        for link in ["", "s"] {
            let joined = [&first.text, link, &last.text].concat();
            let file = store.root.terms_with(stem(&joined));
            if !files.contains(&file) {
                if files.len() > words.len() {
                    continue;
                }
                files.push(file);
            }
            match store.find(stem(&joined)) {
                None => is_missing = true,
                Some(Some((file, entry))) => {
                    for expansion in &mut expansions[at - 1..=at] {
                        expansion.variants.push(Variant { file, entry, weight: JOINED, kind: Kind::Own });
                    }
                }
                Some(None) => {}
            }
        }
    }
    (!is_missing).then_some(())
}

/// The verb of a noun in *-ning* or *-else*, where it lies beside it: *kartläggning* also asks for *kartlägga*.
fn verb(word: &QueryWord, store: &Store, expansion: &mut Expansion) {
    let Some(verb) = verb_of(&word.key) else { return };
    let verb = stem(&verb);
    if store.root.terms_with(verb) == store.root.terms_with(&word.key)
        && let Some(Some((file, entry))) = store.find(verb)
    {
        expansion.variants.push(Variant { file, entry, weight: VERB, kind: Kind::Own });
    }
}

/// Keys that begin with the word.
fn continuations(word: &QueryWord, store: &Store, expansion: &mut Expansion) {
    let letters = text::letters(&word.text);
    if letters < if word.unfinished { 2 } else { 4 } {
        return;
    }
    let mut found: Vec<Variant> = Vec::new();
    // Those in the word's own file: which others are at hand hangs on what was searched before.
    let Some(file) = store.root.terms_with(&word.text) else { return };
    let Some(terms) = store.terms(file) else { return };
    for (at, entry) in terms.entries.iter().enumerate() {
        if !entry.key.starts_with(&word.text) {
            continue;
        }
        let is_own = expansion.variants.iter().any(|own| own.file == file && own.entry == at);
        if entry.whole || is_own || entry.endings.is_empty() {
            continue;
        }
        let share = letters as f32 / text::letters(&entry.key) as f32;
        let weight = if word.unfinished { PREFIX.max(share * 0.9) } else { PREFIX * share };
        found.push(Variant { file, entry: at, weight, kind: Kind::Prefix });
    }
    let first = order(found.len(), &|place| greatest_first(found[place].weight));
    for place in first.into_iter().take(MOST_PREFIX) {
        expansion.variants.push(found[place]);
    }
}
