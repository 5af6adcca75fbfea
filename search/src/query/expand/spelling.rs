//! Keys that a misspelled word may have been meant for.
//!
//! An edit leaves one half of a word as it was: either the word's neighbours in order have the right one, or those that end
//! alike. å, ä and ö are letters of their own, but who types has not always got them: without regard to them, words are equal.

use super::{Expansion, Kind, Variant};
use crate::analyze::{is_alphabetic, plain_letter};
use crate::format::Entry;
use crate::numbers::order;
use crate::prelude::*;
use crate::query::parse::QueryWord;
use crate::query::slips::{distance, same_but_dots};
use crate::query::store::Store;
use crate::text::{letters_of, word_of};

/// One slip, two slips, and dots that are missing.
const SLIP: f32 = 0.6;
const TWO_SLIPS: f32 = 0.35;
const DOTS: f32 = 0.8;
/// A slip in the first letter is rarer.
const FIRST_LETTER: f32 = 0.7;
/// Words from so many letters may lack dots, have a slip, have two; shorter ones are too near to too many others.
const DOTS_LETTERS: usize = 4;
const SLIP_LETTERS: usize = 5;
const TWO_SLIPS_LETTERS: usize = 7;
/// A compound of which the word is the end.
const END: f32 = 0.5;
/// How many are followed at most.
const MOST: usize = 4;
const MOST_ENDS: usize = 24;
/// How many files of backward keys are fetched at most.
const MOST_BACKWARDS: usize = 2;

/// The word as letters, and how many slips it may have; none when it is too short or no word.
fn typed(word: &QueryWord) -> Option<(Vec<char>, usize)> {
    let letters = letters_of(&word.text);
    if letters.len() < DOTS_LETTERS || !letters.iter().all(|letter| is_alphabetic(*letter)) {
        return None;
    }
    let most = match letters.len() {
        TWO_SLIPS_LETTERS.. => 2,
        SLIP_LETTERS.. => 1,
        _ => 0,
    };
    Some((letters, most))
}

/// Spellings among the words of the file that the word itself would be in.
pub fn near_at_hand(word: &QueryWord, store: &Store, expansion: &mut Expansion) {
    let Some((letters, most)) = typed(word) else { return };
    let file = store.root.terms_with(&word.text);
    let found = file.map_or_else(Vec::new, |file| in_file(file, &letters, most, store, expansion));
    if found.iter().any(|(slip, _)| slip.weight >= SLIP) {
        // As likely as not, it is the other word that was meant.
        expansion.variants.iter_mut().for_each(|own| own.weight = own.weight.min(SLIP));
    }
    take(found, store, expansion);
}

/// Spellings from both sides.
pub fn spellings(word: &QueryWord, store: &Store, expansion: &mut Expansion) -> Option<()> {
    let Some((letters, most)) = typed(word) else { return Some(()) };
    let files = files_before(&letters, word, store);
    if files.iter().filter(|file| !store.want_terms(**file)).count() > 0 {
        return None;
    }
    let mut found: Vec<(Variant, String)> = Vec::new();
    for file in files {
        found.extend(in_file(file, &letters, most, store, expansion));
    }
    if found.iter().all(|(slip, _)| slip.weight < SLIP) {
        let mut ends = Vec::new();
        from_the_end(word, &letters, most, store, &mut found, &mut ends)?;
        if found.is_empty() {
            expansion.variants.append(&mut ends);
        }
    }
    take(found, store, expansion);
    Some(())
}

/// The files of words that begin as the first half of the word does.
fn files_before(letters: &[char], word: &QueryWord, store: &Store) -> Vec<usize> {
    let half = word_of(&letters[..(letters.len() / 2).max(2)]);
    let first = store.root.terms_with(&half).unwrap_or(0);
    let own = store.root.terms_with(&word.text).unwrap_or(first);
    let mut files: Vec<usize> = if own <= first + 1 { (first..=own).collect() } else { vec![own] };
    if store.root.terms.get(own + 1).is_some_and(|bound| bound.starts_with(&half)) {
        files.push(own + 1);
    }
    files
}

fn in_file(file: usize, letters: &[char], most: usize, store: &Store, expansion: &Expansion) -> Vec<(Variant, String)> {
    let mut found = Vec::new();
    for (at, entry) in store.terms(file).into_iter().flat_map(|terms| &terms.entries).enumerate() {
        let is_own = expansion.variants.iter().any(|own| own.kind == Kind::Own && (own.file, own.entry) == (file, at));
        if let Some((weight, form)) = slip_weight(letters, entry, most).filter(|_| !is_own) {
            found.push((Variant { file, entry: at, weight, kind: Kind::Slip }, form));
        }
    }
    found
}

/// Spellings that end as the word does; and words of which the word is the end.
fn from_the_end(
    word: &QueryWord,
    letters: &[char],
    most: usize,
    store: &Store,
    found: &mut Vec<(Variant, String)>,
    ends: &mut Vec<Variant>,
) -> Option<()> {
    let own = letters_of(&word.key);
    let key: Vec<char> = own.iter().map(|letter| plain_letter(*letter)).collect();
    let mut kept = (key.len() / 2).max(2).min(key.len());
    let mut files;
    loop {
        files = store.root.backwards_with(&word_of(&key[key.len() - kept..]));
        if files.len() <= MOST_BACKWARDS || kept >= key.len() {
            break;
        }
        kept += 1;
    }
    let mut is_missing = false;
    let mut candidates: Vec<(f32, u8, String, bool)> = Vec::new();
    for file in files.take(MOST_BACKWARDS) {
        let Some(backwards) = store.want_backwards(file) else {
            is_missing = true;
            continue;
        };
        for (other, size) in &backwards.keys {
            let other_letters = letters_of(other);
            if let Some(weight) = weight_of(&own, &other_letters, most) {
                candidates.push((weight, *size, other.clone(), false));
            } else if own.len() >= SLIP_LETTERS && other_letters.len() > own.len() + 2 && other.ends_with(&word.key) {
                candidates.push((END, *size, other.clone(), true));
            }
        }
    }
    let first = order(candidates.len(), &|place| {
        let (weight, size, _, is_end) = &candidates[place];
        u32::from(*is_end) << 31 | merit(*weight, usize::from(*size)) >> 1
    });
    let slips = candidates.iter().filter(|candidate| !candidate.3).count();
    let wanted = if slips > 0 { slips.min(MOST) } else { MOST_ENDS };
    // A word that is nothing but ends of others may lie in many files: the most usual of them will do.
    let mut fetched: Vec<usize> = Vec::new();
    for place in first.into_iter().take(wanted) {
        let (weight, _, key, is_end) = &candidates[place];
        let Some(file) = store.root.terms_with(key) else { continue };
        if *is_end && !fetched.contains(&file) {
            if fetched.len() >= MOST_BACKWARDS {
                continue;
            }
            fetched.push(file);
        }
        let Some(known) = store.find(key) else {
            is_missing = true;
            continue;
        };
        let Some((file, at)) = known else { continue };
        let Some(entry) = store.entry(file, at) else { continue };
        if *is_end {
            ends.push(Variant { file, entry: at, weight: END, kind: Kind::Part });
        } else if found.iter().all(|(other, _)| (other.file, other.entry) != (file, at)) {
            // The form that is nearest to what was typed.
            let (weight, form) = slip_weight(letters, entry, most).unwrap_or_else(|| (*weight, entry.display()));
            found.push((Variant { file, entry: at, weight, kind: Kind::Slip }, form));
        }
    }
    (!is_missing).then_some(())
}

/// The best of what was found; the first is the better spelling.
fn take(found: Vec<(Variant, String)>, store: &Store, expansion: &mut Expansion) {
    let first = order(found.len(), &|place| merit(found[place].0.weight, store.pages_of(&found[place].0)));
    if expansion.variants.iter().all(|variant| variant.kind != Kind::Own) {
        expansion.better = first.first().map(|&place| found[place].1.clone());
    }
    for place in first.into_iter().take(MOST) {
        expansion.variants.push(found[place].0);
    }
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
        if letters.len() < DOTS_LETTERS {
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
    if same_but_dots(typed, letters) {
        return Some(DOTS);
    }
    let weight = match distance(typed, letters, most)? {
        0 | 1 => SLIP,
        _ => TWO_SLIPS,
    };
    Some(if typed.first() == letters.first() { weight } else { weight * FIRST_LETTER })
}
