//! The passage to show of a page, and what to mark in it.

use super::expand::{Expansion, Kind};
use super::parse::Query;
use super::read::has_part;
use crate::analyze::{each_word, stem};
use crate::format::{Card, Entry};
use crate::prelude::*;
use crate::text::{find, is_space, push_line, slice};

/// Stands before and after what is marked in a text that is shown. The texts themselves have no such signs.
pub const MARK: char = '\u{1}';

/// A marked text in runs, each with whether it is marked.
#[cfg(not(target_arch = "wasm32"))]
pub fn runs(text: &str) -> Vec<(String, bool)> {
    let runs = text.split(MARK).enumerate().map(|(at, run)| (run.to_owned(), at % 2 == 1));
    runs.filter(|(run, _)| !run.is_empty()).collect()
}

/// How many words a passage has, about.
const PASSAGE: usize = 32;
/// How many words stand before the first that is marked, at most.
const BEFORE: usize = 8;

/// Which words of a text are words of the query.
pub struct Marker<'a> {
    /// Keys with the number of the query's word.
    keys: Vec<(&'a str, usize)>,
    /// By a hash of their first bytes, whether there are keys: most words of a text need no closer look.
    firsts: u64,
    /// Keys that mark a compound they are a part of.
    parts: Vec<(&'a str, usize)>,
    /// Entries that may have forms of which the stem is no key.
    entries: Vec<(&'a Entry, usize)>,
    importance: &'a [f32],
}

/// A word of a text: where it begins and ends, and which words of the query it is, a bit for each.
type Place = (usize, usize, u32);

impl<'a> Marker<'a> {
    pub fn new(query: &'a Query, expansions: &[Expansion<'a>], importance: &'a [f32]) -> Marker<'a> {
        let mut marker = Marker { keys: Vec::new(), firsts: 0, parts: Vec::new(), entries: Vec::new(), importance };
        for (number, (word, expansion)) in query.words.iter().zip(expansions).enumerate() {
            marker.add(&word.text, number);
            marker.add(&word.key, number);
            for variant in expansion.all() {
                marker.add(&variant.entry.key, number);
                marker.entries.push((variant.entry, number));
                if variant.kind != Kind::Prefix && !variant.entry.whole {
                    marker.parts.push((&variant.entry.key, number));
                }
            }
        }
        marker
    }

    /// The first word that leads to a key keeps it.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn add(&mut self, key: &'a str, number: usize) {
        self.keys.push((key, number));
        self.firsts |= first_bit(key);
    }

    /// Which word of the query a word with a stem is.
    fn key(&self, word: &str, stem: &str) -> u32 {
        if self.firsts & first_bit(word) != 0 {
            for &(key, number) in &self.keys {
                if key == word || key == stem {
                    return 1 << number;
                }
            }
        }
        0
    }

    fn word(&self, word: &str) -> u32 {
        let stem = stem(word);
        let mut found = self.key(word, stem);
        if found == 0 && self.firsts & first_bit(word) != 0 {
            for &(entry, number) in &self.entries {
                if found == 0 && entry.has_form(word) {
                    found = 1 << number;
                }
            }
        }
        for &(part, number) in &self.parts {
            if found == 0 && has_part(word, stem, part) {
                found = 1 << number;
            }
        }
        found
    }

    fn words(&self, text: &str) -> Vec<Place> {
        let mut out: Vec<Place> = Vec::new();
        each_word(text, |word, start, end, _, whole| {
            // A reference that was asked for is marked as one.
            let found = if whole { self.key(word, word) } else { self.word(word) };
            let is_new = out.last().is_none_or(|last| start >= last.1);
            if if whole { found != 0 } else { is_new } {
                out.push((start, end, found));
            }
        });
        out
    }

    /// A whole text with its marks.
    pub fn mark(&self, text: &str) -> String {
        let mut out = String::new();
        mark(text, 0, text.len(), &self.words(text), &mut out);
        out
    }

    /// The passage of a page that has most of the query, with its marks, and the anchor of its section. A page that has none of
    /// the words in its text shows its summary, or how it begins.
    pub fn passage(&self, card: &Card) -> (String, String) {
        let mut best = 0.0;
        let mut found = ("", card.summary.as_str(), 0);
        for part in &card.parts {
            if found.1.is_empty() {
                found.1 = &part.text;
            }
        }
        let parts = card.parts.iter().map(|part| (part.anchor.as_str(), part.text.as_str()));
        for (anchor, text) in [("", card.summary.as_str())].into_iter().chain(parts) {
            let words = self.words(text);
            for at in 0..words.len() {
                if words[at].2 == 0 {
                    continue;
                }
                let (mut seen, mut score) = (0, 0.0);
                for &(_, _, word) in words[at..].iter().take(PASSAGE - BEFORE) {
                    if word != 0 {
                        let weight = self.importance[word.trailing_zeros() as usize];
                        score += if seen & word == 0 { weight } else { weight * 0.05 };
                        seen |= word;
                    }
                }
                if score > best * 1.02 {
                    best = score;
                    found = (anchor, text, at);
                }
            }
        }
        let (anchor, text, at) = found;
        (cut(text, at, &self.words(text)), anchor.to_owned())
    }
}

fn first_bit(key: &str) -> u64 {
    1 << (key.bytes().take(2).fold(0, |hash, byte| hash * 8 + u32::from(byte)) & 63)
}

/// A passage around a word, begun at a sentence where one begins near.
fn cut(text: &str, at: usize, words: &[Place]) -> String {
    let mut out = String::new();
    let Some(last) = words.get((at + PASSAGE - BEFORE).min(words.len().saturating_sub(1))) else {
        mark(text, 0, text.len(), words, &mut out);
        return out;
    };
    let earliest = at.saturating_sub(BEFORE);
    let begins_sentence = |at: usize| at == 0 || find(text, words[at - 1].1, &ends_sentence) < words[at].0;
    let mut from = at;
    while from > earliest && !begins_sentence(from) {
        from -= 1;
    }
    let start = if from == 0 { 0 } else { words[from].0 };
    // The sign that ends the sentence belongs to it.
    let end = find(text, last.1, &|sign| !matches!(sign, '.' | '!' | '?' | ')' | '”' | '"' | '%'));
    if !begins_sentence(from) {
        out.push_str("… ");
    }
    mark(text, start, end, words, &mut out);
    if end == last.1 && find(text, end, &|sign| !is_space(sign)) < text.len() {
        out.push_str(" …");
    }
    out
}

fn ends_sentence(sign: char) -> bool {
    matches!(sign, '.' | '!' | '?' | '\n')
}

/// Adds a part of a text, in one line and with its marks.
fn mark(text: &str, start: usize, end: usize, words: &[Place], out: &mut String) {
    let mut at = start;
    for &(from, to, word) in words {
        if word != 0 && from >= at && to <= end {
            push_line(out, slice(text, at, from));
            out.push(MARK);
            push_line(out, slice(text, from, to));
            out.push(MARK);
            at = to;
        }
    }
    push_line(out, slice(text, at, end));
}
