//! A word → the keys it may mean, each with a weight.

use super::parse::QueryWord;
use super::slips::{distance, same_but_dots};
use super::store::Store;
use crate::analyze::{is_alphabetic, is_stop_word, stem};
use crate::format::{Class, Entry};
use crate::numbers::{greatest_first, order};
use crate::prelude::*;
use crate::text::{self, letters_of, slice, word_of};

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
/// One slip, two slips, and dots that are missing.
const SLIP: f32 = 0.6;
const TWO_SLIPS: f32 = 0.35;
const DOTS: f32 = 0.8;
/// A slip in the first letter is rarer.
const FIRST_LETTER: f32 = 0.7;
/// Words from so many letters may have a slip, and two; shorter ones are too near to too many others.
const SLIP_LETTERS: usize = 5;
const TWO_SLIPS_LETTERS: usize = 7;
/// All parts of a compound together.
pub const PARTS: f32 = 0.8;
/// The fewest letters of a part.
const PART_LETTERS: usize = 4;
/// How many continuations and slips are followed at most.
const MOST_PREFIX: usize = 24;
const MOST_SLIPS: usize = 4;
/// How many files of backward keys are fetched for a slip at most.
const MOST_BACKWARDS: usize = 2;

/// The keys that a word may mean; none while files are missing, which the store then knows.
pub fn expand(word: &QueryWord, store: &Store) -> Option<Expansion> {
    let mut expansion = Expansion::default();
    let stem_place = store.find(&word.key)?;
    let text_place = if word.text == word.key { None } else { store.find(&word.text)? };
    let mut is_abbreviation = false;
    for (file, entry) in [stem_place, text_place].into_iter().flatten() {
        let is_whole = store.entry(file, entry).is_some_and(|entry| entry.whole);
        is_abbreviation |= is_whole;
        // A word's stem, or an abbreviation as it is written.
        if expansion.variants.is_empty() || is_whole {
            expansion.variants.push(Variant { file, entry, weight: 1.0, kind: Kind::Own });
        }
    }
    let is_known = !expansion.variants.is_empty();
    if !is_abbreviation {
        continuations(word, store, &mut expansion);
    }
    if is_known {
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
    expansion.parts = parts(word, store)?;
    if expansion.parts.is_empty() {
        slips(word, store, &mut expansion)?;
    }
    Some(expansion)
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

/// The parts that make up a compound which no page has.
fn parts(word: &QueryWord, store: &Store) -> Option<Vec<Variant>> {
    let text = word.text.as_str();
    let letters = letters_of(text);
    if letters.len() < 2 * PART_LETTERS || !letters.iter().all(|letter| is_alphabetic(*letter)) {
        return Some(Vec::new());
    }
    // First parts lie near the word itself, so that they are mostly at hand; each last part may cost a file.
    let near = store.root.terms_with(text);
    let mut firsts: Vec<(usize, Variant)> = Vec::new();
    let mut cut = 0;
    for (before, letter) in letters.iter().enumerate() {
        if before >= PART_LETTERS && before + PART_LETTERS <= letters.len() {
            let mut first = first_part(slice(text, 0, cut), near, store);
            if first.is_none() && before > PART_LETTERS && letters[before - 1] == 's' {
                first = first_part(slice(text, 0, cut - 1), near, store);
            }
            firsts.extend(first.map(|first| (cut, first)));
        }
        cut += letter.len_utf8();
    }
    // The longest first part leaves the last part with the fewest other readings.
    let mut is_missing = false;
    let mut best = (0.0, Vec::new());
    for (cut, first) in firsts.into_iter().rev().take(4) {
        let last = stem(slice(text, cut, text.len()));
        let Some(found) = store.find(last) else {
            is_missing = true;
            continue;
        };
        let Some(last) = found.and_then(|place| part_at(place, store)) else { continue };
        let score = store.pages_of(&first) as f32 * store.pages_of(&last) as f32;
        if score > best.0 {
            best = (score, vec![first, last]);
        }
    }
    (!is_missing).then_some(best.1)
}

/// A word that compounds begin with, as it is or with the vowel it lost; only from the file that it would itself be in, where it
/// is mostly at hand.
fn first_part(first: &str, near: Option<usize>, store: &Store) -> Option<Variant> {
    for vowel in ["", "a", "e"] {
        let word = [first, vowel].concat();
        let key = stem(&word);
        if store.root.terms_with(key) == near
            && let Some(Some(place)) = store.find(key)
        {
            return part_at(place, store);
        }
    }
    None
}

fn part_at((file, entry): (usize, usize), store: &Store) -> Option<Variant> {
    is_part(store.entry(file, entry)).then_some(Variant { file, entry, weight: 1.0, kind: Kind::Part })
}

/// Whether compounds are made of it.
fn is_part(entry: Option<&Entry>) -> bool {
    entry.is_some_and(|entry| {
        !entry.whole && !is_stop_word(&entry.key) && entry.postings.iter().any(|posting| posting.class == Class::Word)
    })
}

/// Keys that the word may have been meant for.
fn slips(word: &QueryWord, store: &Store, expansion: &mut Expansion) -> Option<()> {
    let typed = letters_of(&word.text);
    if typed.len() < SLIP_LETTERS || !typed.iter().all(|letter| is_alphabetic(*letter)) {
        return Some(());
    }
    let most = if typed.len() >= TWO_SLIPS_LETTERS { 2 } else { 1 };
    // The first half is right: the word's neighbours in order.
    let half = word_of(&typed[..(typed.len() / 2).max(2)]);
    let first = store.root.terms_with(&half).unwrap_or(0);
    let own = store.root.terms_with(&word.text).unwrap_or(first);
    let mut found: Vec<(Variant, String)> = Vec::new();
    let first = if own <= first + 1 { first.min(own) } else { own };
    let last = own + usize::from(store.root.terms.get(own + 1).is_some_and(|bound| bound.starts_with(&half)));
    let mut is_missing = false;
    for file in first..=last {
        is_missing |= !store.want_terms(file);
    }
    if is_missing {
        return None;
    }
    for file in first..=last {
        let Some(terms) = store.terms(file) else { continue };
        for (at, entry) in terms.entries.iter().enumerate() {
            if let Some((weight, form)) = slip_weight(&typed, entry, most) {
                found.push((Variant { file, entry: at, weight, kind: Kind::Slip }, form));
            }
        }
    }
    // The second half is right.
    if found.iter().all(|(slip, _)| slip.weight < SLIP) && (!word.unfinished || expansion.variants.is_empty()) {
        let key = letters_of(&word.key);
        let mut kept = (key.len() / 2).max(2).min(key.len());
        let mut files;
        loop {
            files = store.root.backwards_with(&word_of(&key[key.len() - kept..]));
            if files.len() <= MOST_BACKWARDS || kept >= key.len() {
                break;
            }
            kept += 1;
        }
        let mut candidates: Vec<(f32, u8, String)> = Vec::new();
        for file in files.take(MOST_BACKWARDS) {
            let Some(backwards) = store.want_backwards(file) else {
                is_missing = true;
                continue;
            };
            for (other, size) in &backwards.keys {
                if let Some(weight) = weight_of(&key, &letters_of(other), most) {
                    candidates.push((weight, *size, other.clone()));
                }
            }
        }
        let first = order(candidates.len(), &|place| merit(candidates[place].0, usize::from(candidates[place].1)));
        for place in first.into_iter().take(MOST_SLIPS) {
            let (weight, _, key) = &candidates[place];
            let Some(known) = store.find(key) else {
                is_missing = true;
                continue;
            };
            let Some((file, at)) = known else { continue };
            let Some(entry) = store.entry(file, at) else { continue };
            // The form that is nearest to what was typed.
            let (weight, form) = slip_weight(&typed, entry, most).unwrap_or_else(|| (*weight, entry.display()));
            if found.iter().all(|(other, _)| (other.file, other.entry) != (file, at)) {
                found.push((Variant { file, entry: at, weight, kind: Kind::Slip }, form));
            }
        }
        if is_missing {
            return None;
        }
    }
    let first = order(found.len(), &|place| merit(found[place].0.weight, store.pages_of(&found[place].0)));
    expansion.better = first.first().map(|&place| found[place].1.clone());
    for place in first.into_iter().take(MOST_SLIPS) {
        expansion.variants.push(found[place].0);
    }
    Some(())
}

/// The rank of a slip: by weight in hundredths, then by how usual the word is.
fn merit(weight: f32, pages: usize) -> u32 {
    !(((weight * 100.0) as u32) << 24 | (pages as u32).min(0xff_ffff))
}

/// What an entry counts for as the right spelling of what was typed, and the form that is nearest.
fn slip_weight(typed: &[char], entry: &Entry, most: usize) -> Option<(f32, String)> {
    if entry.whole || entry.endings.is_empty() {
        return None;
    }
    let mut best: Option<(f32, String)> = None;
    for form in entry.forms() {
        let letters = letters_of(&form);
        if letters.len() < SLIP_LETTERS {
            continue;
        }
        if let Some(weight) = weight_of(typed, &letters, most)
            && best.as_ref().is_none_or(|(known, _)| weight > *known)
        {
            best = Some((weight, form));
        }
    }
    best
}

fn weight_of(typed: &[char], letters: &[char], most: usize) -> Option<f32> {
    let weight = match distance(typed, letters, most)? {
        0 | 1 => SLIP,
        _ => TWO_SLIPS,
    };
    if same_but_dots(typed, letters) {
        return Some(DOTS);
    }
    // Å, ä and ö are letters of their own: one is no slip of another.
    Some(if typed.first() == letters.first() { weight } else { weight * FIRST_LETTER })
}
