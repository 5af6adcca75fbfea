//! A word that no page has → words that make it up.

use super::{Kind, Variant};
use crate::analyze::{is_alphabetic, is_stop_word, plain_letter, stem};
use crate::format::{Class, Entry};
use crate::prelude::*;
use crate::query::parse::QueryWord;
use crate::query::store::Store;
use crate::text::{letters, slice};

/// The fewest letters of a part.
const LETTERS: usize = 4;
/// The same where nothing else was found, and how long the word must be.
const LOOSE_LETTERS: usize = 3;
const LOOSE_WORD: usize = 7;
/// The fewest letters of a beginning or an end that stands for a whole word, and the share it must be of it.
const END_LETTERS: usize = 5;
/// How many files beside the word's own are fetched for first parts, and how many divisions are tried.
const MOST_FIRSTS: usize = 2;
const MOST_TRIED: usize = 4;

/// Two words of which compounds are made.
pub fn strict_parts(word: &QueryWord, store: &Store) -> Option<Vec<Variant>> {
    if letters(&word.text) < 2 * LETTERS {
        Some(Vec::new())
    } else {
        divide(word, store, LETTERS, &["", "a", "e"], is_part)
    }
}

/// Two keys of any kind.
pub fn loose_parts(word: &QueryWord, store: &Store) -> Option<Vec<Variant>> {
    if letters(&word.text) < LOOSE_WORD {
        return Some(Vec::new());
    }
    divide(word, store, LOOSE_LETTERS, &["", "a", "e", "er", "or"], |entry| !entry.whole && !entry.endings.is_empty())
}

fn divide(
    word: &QueryWord,
    store: &Store,
    fewest: usize,
    lost: &[&str],
    is_part: fn(&Entry) -> bool,
) -> Option<Vec<Variant>> {
    let text = word.text.as_str();
    let mut cuts = vec![0];
    for letter in text.chars() {
        if !is_alphabetic(letter) {
            return Some(Vec::new());
        }
        cuts.push(cuts[cuts.len() - 1] + letter.len_utf8());
    }
    let letters = cuts.len() - 1;
    if letters < 2 * fewest {
        return Some(Vec::new());
    }
    // First parts begin as the word does, so that they lie near it; each last part may cost a file.
    let mut firsts: Vec<(usize, Variant)> = Vec::new();
    let mut files: Vec<usize> = store.root.terms_with(text).into_iter().collect();
    let mut is_missing = false;
    for cut in (fewest..=letters - fewest).rev() {
        let first = slice(text, 0, cuts[cut]);
        let is_linked = cut > fewest && first.ends_with('s');
        for link in 0..=usize::from(is_linked) {
            let first = slice(first, 0, first.len() - link);
            let mut found = None;
            for vowel in lost {
                let first = [first, vowel].concat();
                let first = stem(&first);
                let Some(file) = store.root.terms_with(first) else { continue };
                if !files.contains(&file) {
                    if files.len() > MOST_FIRSTS {
                        continue;
                    }
                    files.push(file);
                }
                match store.find(first) {
                    None => is_missing = true,
                    Some(place) => found = found.or(part_at(place, store, is_part)),
                }
            }
            if let Some(found) = found {
                firsts.push((cut, found));
                break;
            }
        }
    }
    if is_missing {
        return None;
    }
    // The longest first part leaves the last part with the fewest other readings.
    let mut best = (0, Vec::new());
    for (cut, first) in firsts.into_iter().take(MOST_TRIED) {
        let Some(found) = store.find(stem(slice(text, cuts[cut], text.len()))) else {
            is_missing = true;
            continue;
        };
        let Some(last) = part_at(found, store, is_part) else { continue };
        // Parts of like length and usual ones are likelier.
        let evenness = cut.min(letters - cut).min(5);
        let score = (evenness << 24) + store.pages_of(&first).min(store.pages_of(&last));
        if score > best.0 {
            best = (score, vec![first, last]);
        }
    }
    (!is_missing).then_some(best.1)
}

/// What was found, if it may be a part.
fn part_at(found: Option<(usize, usize)>, store: &Store, is_part: fn(&Entry) -> bool) -> Option<Variant> {
    let (file, entry) = found?;
    is_part(store.entry(file, entry)?).then_some(Variant { file, entry, weight: 1.0, kind: Kind::Part })
}

/// Whether compounds are made of it.
fn is_part(entry: &Entry) -> bool {
    !entry.whole && !is_stop_word(&entry.key) && entry.postings.iter().any(|posting| posting.class == Class::Word)
}

/// The longest key that the word begins with, and the longest that it ends in.
pub fn ends(word: &QueryWord, store: &Store, weight: f32) -> Option<Vec<Variant>> {
    let text = word.text.as_str();
    // Endings are no part of what is compared.
    let length = letters(&word.key);
    let is_enough = |key: &str| {
        let own = letters(key);
        own >= END_LETTERS && 2 * own >= length
    };
    if length < END_LETTERS || !text.chars().all(is_alphabetic) {
        return Some(Vec::new());
    }
    let mut found = Vec::new();
    if let Some(file) = store.root.terms_with(text) {
        if !store.want_terms(file) {
            return None;
        }
        let entries = store.terms(file).map_or(&[][..], |terms| &terms.entries);
        let mut longest: Option<(usize, usize)> = None;
        for (at, entry) in entries.iter().enumerate() {
            if text.starts_with(&entry.key)
                && is_enough(&entry.key)
                && longest.is_none_or(|(known, _)| entry.key.len() > known)
            {
                longest = Some((entry.key.len(), at));
            }
        }
        found.extend(longest.map(|(_, entry)| Variant { file, entry, weight, kind: Kind::Part }));
    }
    let plain: String = word.key.chars().map(plain_letter).collect();
    let mut longest: Option<String> = None;
    for file in store.root.backwards_with(&plain).take(1) {
        let backwards = store.want_backwards(file)?;
        for (key, _) in &backwards.keys {
            if word.key.ends_with(key) && is_enough(key) && longest.as_ref().is_none_or(|known| key.len() > known.len())
            {
                longest = Some(key.clone());
            }
        }
    }
    if let Some(key) = longest
        && let Some((file, entry)) = store.find(&key)?
    {
        found.push(Variant { file, entry, weight, kind: Kind::Part });
    }
    Some(found)
}
