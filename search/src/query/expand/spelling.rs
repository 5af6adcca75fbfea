//! Keys that a misspelled word may have been meant for.
//!
//! An edit leaves one half of a word as it was: either the word's neighbours in order have the right one, or those that end
//! alike. å, ä and ö are letters of their own, but who types has not always got them: without regard to them, words are equal.

use core::ops::RangeInclusive;

use super::{Expansion, Kind, Variant};
use crate::analyze::is_alphabetic;
use crate::format::Entry;
use crate::numbers::order;
use crate::prelude::*;
use crate::query::parse::QueryWord;
use crate::query::slips::{distance, lacks_dots};
use crate::query::store::Store;
use crate::text::{letters_of, word_of};

/// One slip, two slips, and dots that are missing.
const SLIP: f32 = 0.6;
const TWO_SLIPS: f32 = 0.35;
const DOTS: f32 = 0.8;
/// A slip in the first letter is rarer; with another beside it, it is another word: *aktivera* is no *motivera*.
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

/// A word as it may have been meant, and the form that is nearest to what was typed.
type Slip<'a> = (Variant<'a>, String);

/// The word as letters, and how many slips it may have; none when it is too short or no word.
fn typed(word: &QueryWord) -> Option<(Vec<char>, usize)> {
    let letters = letters_of(&word.text);
    if letters.len() < DOTS_LETTERS || !letters.iter().all(|letter| is_alphabetic(*letter)) {
        return None;
    }
    let most = usize::from(letters.len() >= SLIP_LETTERS) + usize::from(letters.len() >= TWO_SLIPS_LETTERS);
    Some((letters, most))
}

/// Spellings among the words of the file that the word itself would be in.
pub fn near_at_hand<'a>(word: &QueryWord, store: &'a Store, expansion: &mut Expansion<'a>) {
    let Some((letters, most)) = typed(word) else { return };
    let mut found = Vec::new();
    in_file(store.root.terms_with(&word.text), &letters, most, store, expansion, &mut found);
    if has_slip(&found) {
        // As likely as not, it is the other word that was meant.
        expansion.variants.iter_mut().for_each(|own| own.weight = own.weight.min(SLIP));
    }
    take(found, expansion);
}

/// Spellings from both sides.
pub fn spellings<'a>(word: &QueryWord, store: &'a Store, expansion: &mut Expansion<'a>) {
    let Some((letters, most)) = typed(word) else { return };
    let mut found = Vec::new();
    for file in files_before(&letters, word, store) {
        in_file(file, &letters, most, store, expansion, &mut found);
    }
    if !store.lacks() && !has_slip(&found) {
        from_the_end(word, &letters, most, store, expansion, &mut found);
    }
    take(found, expansion);
}

fn has_slip(found: &[Slip]) -> bool {
    found.iter().any(|(slip, _)| slip.weight >= SLIP)
}

/// The files of words that begin as the first half of the word does.
fn files_before(letters: &[char], word: &QueryWord, store: &Store) -> RangeInclusive<usize> {
    let half = word_of(&letters[..(letters.len() / 2).max(2)]);
    let first = store.root.terms_with(&half);
    let own = store.root.terms_with(&word.text);
    let last = own + usize::from(store.root.terms.get(own + 1).is_some_and(|bound| bound.starts_with(&half)));
    if own <= first + 1 { first..=last } else { own..=last }
}

fn in_file<'a>(
    file: usize,
    letters: &[char],
    most: usize,
    store: &'a Store,
    expansion: &Expansion,
    found: &mut Vec<Slip<'a>>,
) {
    for entry in store.entries(file) {
        if !expansion.has(entry)
            && let Some((weight, form)) = slip_weight(letters, entry, most)
        {
            found.push((Variant { entry, weight, kind: Kind::Slip }, form));
        }
    }
}

/// Spellings that end as the word does; where there are none, words of which the word is the end.
fn from_the_end<'a>(
    word: &QueryWord,
    letters: &[char],
    most: usize,
    store: &'a Store,
    expansion: &mut Expansion<'a>,
    found: &mut Vec<Slip<'a>>,
) {
    let own = letters_of(&word.key);
    let mut kept = (own.len() / 2).max(2).min(own.len());
    let mut files;
    loop {
        files = store.root.backwards_with(&word_of(&own[own.len() - kept..]));
        if files.len() <= MOST_BACKWARDS || kept >= own.len() {
            break;
        }
        kept += 1;
    }
    // Keys that are near, and keys that the word is the end of.
    let mut near: Vec<(f32, u8, &str)> = Vec::new();
    let mut longer: Vec<(f32, u8, &str)> = Vec::new();
    for file in files.take(MOST_BACKWARDS) {
        for (other, size) in store.backwards(file) {
            let other_letters = letters_of(other);
            if let Some(weight) = weight_of(&own, &other_letters, most) {
                near.push((weight, *size, other));
            } else if own.len() >= SLIP_LETTERS && other_letters.len() > own.len() + 2 && other.ends_with(&word.key) {
                longer.push((END, *size, other));
            }
        }
    }
    for are_ends in [false, true] {
        if are_ends && (store.lacks() || !found.is_empty()) {
            return;
        }
        let (candidates, wanted) = if are_ends { (&longer, MOST_ENDS) } else { (&near, MOST) };
        let mut fetched = vec![0_usize; 0];
        let first = order(candidates.len(), &|place| merit(candidates[place].0, usize::from(candidates[place].1)));
        for place in first.into_iter().take(wanted) {
            let (weight, _, key) = candidates[place];
            let file = store.root.terms_with(key);
            // A word that is nothing but ends of others may lie in many files: the most usual of them will do.
            if are_ends && !fetched.contains(&file) {
                if fetched.len() >= MOST_BACKWARDS {
                    continue;
                }
                fetched.push(file);
            }
            let Some(entry) = store.find(key) else { continue };
            if are_ends {
                expansion.variants.push(Variant { entry, weight, kind: Kind::Part });
            } else if found.iter().all(|(other, _)| !core::ptr::eq(other.entry, entry))
                && let Some((weight, form)) = slip_weight(letters, entry, most)
            {
                // The form that is nearest to what was typed.
                found.push((Variant { entry, weight, kind: Kind::Slip }, form));
            }
        }
    }
}

/// The best of what was found; the first is the better spelling.
fn take<'a>(found: Vec<Slip<'a>>, expansion: &mut Expansion<'a>) {
    let first = order(found.len(), &|place| merit(found[place].0.weight, found[place].0.entry.postings.len()));
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
    let mut best: Option<(f32, String)> = None;
    if !entry.is_word() {
        return best;
    }
    for form in entry.forms() {
        let letters = letters_of(&form);
        if letters.len() >= DOTS_LETTERS
            && let Some(weight) = weight_of(typed, &letters, most)
            && best.as_ref().is_none_or(|(known, _)| weight > *known)
        {
            best = Some((weight, form));
        }
    }
    best
}

fn weight_of(typed: &[char], letters: &[char], most: usize) -> Option<f32> {
    if lacks_dots(typed, letters) {
        return Some(DOTS);
    }
    let begins = lacks_dots(typed.get(..1)?, letters.get(..1)?);
    match distance(typed, letters, most)? {
        0 | 1 if begins => Some(SLIP),
        0 | 1 => Some(SLIP * FIRST_LETTER),
        _ => begins.then_some(TWO_SLIPS),
    }
}
