//! The passage to show of a page, and what to mark in it.

use super::expand::{Expansion, Kind};
use super::parse::Query;
use super::read::has_part;
use super::store::Store;
use crate::analyze::{each_word, stem};
use crate::format::Card;
use crate::prelude::*;
use crate::text::{find, is_space, slice};

/// Text in runs, each with whether it is marked.
pub type Runs = Vec<(String, bool)>;

/// How many words a passage has, about.
const PASSAGE: usize = 32;
/// How many words stand before the first that is marked, at most.
const BEFORE: usize = 8;

/// Which words of a text are words of the query.
pub struct Marker {
    /// Keys with the number of the query's word, by key.
    keys: Vec<(String, usize)>,
    /// By the lower bits of their first bytes, whether there are keys: most words of a text need no closer look.
    firsts: u64,
    /// Keys that mark a compound they are a part of.
    parts: Vec<(String, usize)>,
    importance: Vec<f32>,
}

impl Marker {
    pub fn new(query: &Query, expansions: &[Expansion], importance: &[f32], store: &Store) -> Marker {
        let mut marker = Marker { keys: Vec::new(), firsts: 0, parts: Vec::new(), importance: importance.to_vec() };
        for (number, (word, expansion)) in query.words.iter().zip(expansions).enumerate() {
            marker.add(&word.text, number);
            marker.add(&word.key, number);
            for part in &word.parts {
                marker.add(part, number);
            }
            for variant in expansion.all() {
                let Some(entry) = store.entry(variant.file, variant.entry) else { continue };
                marker.add(&entry.key, number);
                if variant.kind != Kind::Prefix && !entry.whole {
                    marker.parts.push((entry.key.clone(), number));
                }
            }
        }
        marker
    }

    /// The first word that leads to a key keeps it.
    fn add(&mut self, key: &str, number: usize) {
        if let Err(place) = self.place(key) {
            self.keys.insert(place, (key.to_owned(), number));
            self.firsts |= first_bit(key);
        }
    }

    fn place(&self, key: &str) -> Result<usize, usize> {
        self.keys.binary_search_by(|(known, _)| known.as_str().cmp(key))
    }

    fn key(&self, key: &str) -> Option<usize> {
        if self.firsts & first_bit(key) == 0 {
            return None;
        }
        self.place(key).ok().map(|place| self.keys[place].1)
    }

    fn word(&self, word: &str) -> Option<usize> {
        let stem = stem(word);
        let found = self.key(word).or_else(|| self.key(stem));
        found.or_else(|| self.parts.iter().find(|(part, _)| has_part(word, stem, part)).map(|(_, number)| *number))
    }

    /// Places of words: start, end, the word of the query if it is one.
    fn words(&self, text: &str) -> Vec<(usize, usize, Option<usize>)> {
        let mut out: Vec<(usize, usize, Option<usize>)> = Vec::new();
        each_word(text, |word, start, end, _, whole| {
            if whole {
                // A reference that was asked for is marked as one.
                if let Some(number) = self.key(word) {
                    out.push((start, end, Some(number)));
                }
            } else if out.last().is_none_or(|last| start >= last.1) {
                out.push((start, end, self.word(word)));
            }
        });
        out
    }

    /// A whole text with its marks.
    pub fn mark(&self, text: &str) -> Runs {
        runs(text, 0, text.len(), &self.words(text))
    }

    /// The passage of a page that has most of the query, with its marks, and the anchor of its section. A page that has none of
    /// the words in its text shows its summary, or how it begins.
    pub fn passage(&self, card: &Card) -> (Runs, String) {
        let mut best = (0.0, Runs::new(), "");
        for part in 0..=card.parts.len() {
            let (anchor, text) = match part.checked_sub(1) {
                Some(part) => (card.parts[part].anchor.as_str(), card.parts[part].text.as_str()),
                None => ("", card.summary.as_str()),
            };
            let words = self.words(text);
            for (at, word) in words.iter().enumerate() {
                if word.2.is_none() {
                    continue;
                }
                let window = &words[at..(at + PASSAGE - BEFORE).min(words.len())];
                let mut seen = 0_u64;
                let mut score = 0.0;
                for word in window {
                    let Some(number) = word.2 else { continue };
                    let weight = self.importance.get(number).copied().unwrap_or(0.0);
                    score += if seen >> (number & 63) & 1 == 0 { weight } else { weight * 0.05 };
                    seen |= 1 << (number & 63);
                }
                if best.1.is_empty() || score > best.0 * 1.02 {
                    best = (score, cut(text, at, &words), anchor);
                }
            }
        }
        if !best.1.is_empty() {
            return (best.1, best.2.to_owned());
        }
        let mut text = card.summary.as_str();
        for part in &card.parts {
            if text.is_empty() {
                text = &part.text;
            }
        }
        (cut(text, 0, &self.words(text)), String::new())
    }
}

fn first_bit(key: &str) -> u64 {
    key.as_bytes().first().map_or(0, |byte| 1 << (byte & 63))
}

/// A passage around a word, begun at a sentence where one begins near.
fn cut(text: &str, at: usize, words: &[(usize, usize, Option<usize>)]) -> Runs {
    let Some(&(_, mut end, _)) = words.get((at + PASSAGE - BEFORE).min(words.len().saturating_sub(1))) else {
        return if text.is_empty() { Vec::new() } else { vec![(text.to_owned(), false)] };
    };
    let earliest = at.saturating_sub(BEFORE);
    let mut from = earliest;
    for candidate in (earliest..=at).rev() {
        if candidate == 0 || find(text, words[candidate - 1].1, &ends_sentence) < words[candidate].0 {
            from = candidate;
            break;
        }
    }
    let start = if from == 0 { 0 } else { words[from].0 };
    // The sign that ends the sentence belongs to it.
    let last = end;
    end = find(text, end, &|sign| !matches!(sign, '.' | '!' | '?' | ')' | '”' | '"' | '%'));
    let mut runs = runs(text, start, end, words);
    if start > 0 && (from == 0 || find(text, words[from - 1].1, &ends_sentence) >= start) {
        runs.insert(0, ("… ".to_owned(), false));
    }
    if end == last && find(text, end, &|sign| !is_space(sign)) < text.len() {
        runs.push((" …".to_owned(), false));
    }
    runs
}

fn ends_sentence(sign: char) -> bool {
    matches!(sign, '.' | '!' | '?' | '\n' | ':')
}

fn runs(text: &str, start: usize, end: usize, words: &[(usize, usize, Option<usize>)]) -> Runs {
    let mut runs: Runs = Vec::new();
    let mut at = start;
    let mut put = |text: &str, marked: bool| {
        if text.is_empty() {
            return;
        }
        if runs.last().is_none_or(|(_, known)| *known != marked) {
            runs.push((String::new(), marked));
        }
        if let Some((last, _)) = runs.last_mut() {
            last.extend(text.chars().map(|letter| if letter == '\n' { ' ' } else { letter }));
        }
    };
    for &(from, to, number) in words {
        if number.is_some() && from >= at && to <= end {
            put(slice(text, at, from), false);
            put(slice(text, from, to), true);
            at = to;
        }
    }
    put(slice(text, at, end), false);
    runs
}
