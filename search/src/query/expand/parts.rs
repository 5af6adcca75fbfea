//! A word that no page has → words that make it up.

use super::{Kind, Variant};
use crate::analyze::{is_alphabetic, is_stop_word, stem, without_ending};
use crate::format::{Class, Entry};
use crate::prelude::*;
use crate::query::parse::QueryWord;
use crate::query::store::Store;
use crate::text::{joined, letters, slice};

/// The fewest letters of a part, of a word of which compounds are made and of a key of any kind; and of the whole word.
const LETTERS: [usize; 2] = [4, 3];
const WORD_LETTERS: [usize; 2] = [8, 7];
/// What the end of a first part may have lost: *skol-*, *arbet-*; and of any key.
const LOST: [&[&str]; 2] = [&["", "a", "e"], &["", "a", "e", "er", "or"]];
/// The fewest letters of a beginning or an end that stands for a whole word, and the share it must be of it.
const END_LETTERS: usize = 5;
/// How many files beside the word's own are fetched for first parts, and how many divisions are tried.
const MOST_FIRSTS: usize = 2;
const MOST_TRIED: usize = 4;

/// Two words of which compounds are made, or, more loosely, two keys of any kind. None while files are missing.
pub fn parts<'a>(word: &QueryWord, is_loose: bool, store: &'a Store) -> Vec<Variant<'a>> {
    let loose = usize::from(is_loose);
    let is_part = |entry: &&Entry| if is_loose { !entry.whole && entry.is_word() } else { makes_compounds(entry) };
    let fewest = LETTERS[loose];
    let text = word.text.as_str();
    let mut cuts = vec![0];
    for letter in text.chars() {
        if !is_alphabetic(letter) {
            return Vec::new();
        }
        cuts.push(cuts[cuts.len() - 1] + letter.len_utf8());
    }
    let letters = cuts.len() - 1;
    if letters < WORD_LETTERS[loose] {
        return Vec::new();
    }
    // First parts begin as the word does, so that they lie near it; each last part may cost a file.
    let mut firsts: Vec<(usize, &Entry)> = Vec::new();
    let mut files = vec![store.root.terms_with(text)];
    for cut in (fewest..=letters - fewest).rev() {
        let first = slice(text, 0, cuts[cut]);
        let is_linked = cut > fewest && first.ends_with('s');
        for link in 0..=usize::from(is_linked) {
            let first = slice(first, 0, first.len() - link);
            let mut found = None;
            for vowel in LOST[loose] {
                let first = joined(first, vowel);
                let first = stem(&first);
                let file = store.root.terms_with(first);
                if !files.contains(&file) {
                    if files.len() > MOST_FIRSTS {
                        continue;
                    }
                    files.push(file);
                }
                found = found.or(store.find(first).filter(is_part));
            }
            if let Some(found) = found {
                firsts.push((cut, found));
                break;
            }
        }
    }
    let mut best = (0, Vec::new());
    if store.lacks() {
        return best.1;
    }
    // The longest first part leaves the last part with the fewest other readings.
    for (cut, first) in firsts.into_iter().take(MOST_TRIED) {
        let last = slice(text, cuts[cut], text.len());
        let keys = [last, without_ending(last).unwrap_or(last)].map(stem);
        let Some(last) = keys.iter().find_map(|key| store.find(key).filter(is_part)) else { continue };
        // Parts of like length and usual ones are likelier.
        let evenness = cut.min(letters - cut).min(5);
        let score = (evenness << 24) + first.postings.len().min(last.postings.len());
        if score > best.0 {
            best = (score, [first, last].map(|entry| Variant { entry, weight: 1.0, kind: Kind::Part }).into());
        }
    }
    best.1
}

/// Whether compounds are made of it.
fn makes_compounds(entry: &Entry) -> bool {
    !entry.whole && !is_stop_word(&entry.key) && entry.postings.iter().any(|posting| posting.class == Class::Word)
}

/// The longest key that the word begins with, and the longest that it ends in.
pub fn ends<'a>(word: &QueryWord, weight: f32, store: &'a Store, found: &mut Vec<Variant<'a>>) {
    // Endings are no part of what is compared.
    let length = letters(&word.key);
    if length < END_LETTERS || !word.text.chars().all(is_alphabetic) {
        return;
    }
    let is_enough = |key: &str| letters(key) >= END_LETTERS.max(length.div_ceil(2));
    // Of keys that a word begins with, or ends in, the longest comes last.
    let (mut beginning, mut end) = (None, None);
    for entry in store.entries(store.root.terms_with(&word.text)) {
        if word.text.starts_with(&entry.key) && is_enough(&entry.key) {
            beginning = Some(entry);
        }
    }
    for file in store.root.backwards_with(&word.key).take(1) {
        for (key, _) in store.backwards(file) {
            if word.key.ends_with(key) && is_enough(key) {
                end = Some(key);
            }
        }
    }
    let end = end.and_then(|key| store.find(key));
    found.extend([beginning, end].into_iter().flatten().map(|entry| Variant { entry, weight, kind: Kind::Part }));
}
