//! The ten first pages, read to the end: what the index does not know of order and nearness decides among them.
//!
//! The weight of each is multiplied by 1 + [`TITLE_HAS`]·(share of the query that the title has) + [`TITLE_SPENT`]·(share of the
//! title that the query has) + [`TITLE_ORDER`]·(neighbours in the query that follow each other in the title) +
//! [`SEQUENCE`]·(neighbours in the query, stop words included, that are neighbours on the page). All ten are read whatever they
//! weigh; pages beyond keep their place.

use super::expand::Expansion;
use super::parse::Query;
use super::rank::rarity;
use super::store::Store;
use crate::analyze::{is_stop_word, plain_words, stem};
use crate::format::{Card, checksum};
use crate::numbers::sort;
use crate::prelude::*;
use crate::text::{letters, pieces};

const TITLE_HAS: f32 = 0.4;
const TITLE_SPENT: f32 = 0.15;
const TITLE_ORDER: f32 = 0.4;
const SEQUENCE: f32 = 0.7;
/// A word in another form, and a compound that has the word as a part.
const OTHER_FORM: f32 = 0.95;
const PART: f32 = 0.5;
/// Within how many words a neighbour follows in a title.
const FOLLOWS: usize = 3;

/// A card with its words.
pub struct Prepared {
    pub card: Card,
    /// Stems of the title's words, and the words, folded.
    title: Vec<(String, String)>,
    /// Pairs of words that stand beside each other, as [`pair`] numbers them, sorted.
    pairs: Vec<u64>,
}

/// A number for two words beside each other.
fn pair(first: &str, second: &str) -> u64 {
    u64::from(checksum(first.as_bytes())) << 32 | u64::from(checksum(second.as_bytes()))
}

/// Every run of text in which words may be neighbours.
fn lines(card: &Card) -> Vec<&str> {
    let mut lines = vec![card.title.as_str(), card.summary.as_str()];
    for part in &card.parts {
        lines.push(&part.heading);
        lines.append(&mut pieces(&part.text, b'\n'));
    }
    lines
}

impl Prepared {
    pub fn new(card: Card) -> Prepared {
        let mut title = Vec::new();
        for word in plain_words(&card.title) {
            title.push((stem(&word).to_owned(), word));
        }
        let mut pairs = Vec::new();
        for line in lines(&card) {
            for two in plain_words(line).windows(2) {
                pairs.push(pair(&two[0], &two[1]));
            }
        }
        sort(&mut pairs);
        Prepared { card, title, pairs }
    }

    /// Whether the words stand beside each other, in this order, in what the card has of the page's text.
    pub fn has_phrase(&self, phrase: &[String]) -> bool {
        if !phrase.windows(2).all(|two| self.has_pair(two)) {
            return false;
        }
        // Of two words, the pair is there; others must also be one run.
        phrase.len() == 2
            || lines(&self.card).iter().any(|line| plain_words(line).windows(phrase.len()).any(|run| run == phrase))
    }

    fn has_pair(&self, two: &[String]) -> bool {
        self.pairs.binary_search(&pair(&two[0], &two[1])).is_ok()
    }
}

/// How much each word of a query says.
pub fn importance(expansions: &[Expansion], store: &Store) -> Vec<f32> {
    let mut importance = Vec::new();
    for expansion in expansions {
        let mut best = (0.0, 1);
        for variant in expansion.all() {
            if variant.weight >= best.0 {
                best = (variant.weight, variant.entry.postings.len());
            }
        }
        importance.push(rarity(store, best.1));
    }
    importance
}

/// What a page's weight is multiplied by.
pub fn factor(query: &Query, expansions: &[Expansion], importance: &[f32], page: &Prepared) -> f32 {
    let count = query.words.len();
    let mut total = 0.0;
    let mut has_sum = 0.0;
    let mut spent = vec![0.0_f32; page.title.len()];
    // Where in the title the words stand, a bit for each place; nobody reads a title of more than 64 words.
    let mut places = vec![0_u64; count];
    for (number, (word, expansion)) in query.words.iter().zip(expansions).enumerate() {
        let mut has = 0.0_f32;
        for (place, (stem, text)) in page.title.iter().enumerate() {
            let likeness = likeness(&word.text, &word.key, expansion, text, stem);
            has = has.max(likeness);
            if likeness > 0.0 {
                places[number] |= 1_u64.checked_shl(place as u32).unwrap_or(0);
                // Several words of the query may together make up one compound of the title.
                spent[place] = if likeness > PART || spent[place] == 0.0 {
                    spent[place].max(likeness)
                } else {
                    (spent[place] + likeness * 0.8).min(1.0)
                };
            }
        }
        total += importance[number];
        has_sum += has * importance[number];
    }
    let has = has_sum / total.max(f32::MIN_POSITIVE);
    let (mut order, mut most) = (0.0, f32::MIN_POSITIVE);
    for number in 1..count {
        let weight = importance[number - 1].min(importance[number]);
        most += weight;
        let follows = (0..=FOLLOWS).fold(0, |follows, far| follows | places[number - 1] << far);
        if follows & places[number] != 0 {
            order += weight;
        }
    }
    let (mut neighbours, mut pairs) = (0.0, 0.0_f32);
    for two in query.all.windows(2) {
        pairs += 1.0;
        if page.has_pair(two) {
            neighbours += 1.0;
        }
    }
    let spent = share_spent(page, &spent);
    1.0 + TITLE_HAS * has + TITLE_SPENT * spent + TITLE_ORDER * order / most + SEQUENCE * neighbours / pairs.max(1.0)
}

/// How much of a title is used up: of its words with a subject, or of all where none has one.
fn share_spent(page: &Prepared, spent: &[f32]) -> f32 {
    let (mut content, mut all) = ((0.0, 0.0), (0.0, 0.0_f32));
    for ((_, text), spent) in page.title.iter().zip(spent) {
        if !is_stop_word(text) {
            content = (content.0 + spent, content.1 + 1.0);
        }
        all = (all.0 + spent, all.1 + 1.0);
    }
    if content.1 > 0.0 { content.0 / content.1 } else { all.0 / all.1.max(1.0) }
}

/// How far a word of a title is the word of the query, 0 to 1.
fn likeness(text: &str, key: &str, expansion: &Expansion, title: &str, title_stem: &str) -> f32 {
    if title == text {
        return 1.0;
    }
    if title_stem == key {
        return OTHER_FORM;
    }
    let mut best = 0.0_f32;
    for variant in &expansion.variants {
        let variant_key = variant.entry.key.as_str();
        if variant_key == title_stem || variant.entry.has_form(title) {
            best = best.max(variant.weight);
        } else if has_part(title, title_stem, variant_key) {
            best = best.max(PART * variant.weight);
        }
    }
    for part in &expansion.parts {
        if part.entry.key == title_stem {
            best = best.max(PART / expansion.parts.len() as f32);
        }
    }
    best
}

/// Whether a word looks like a compound with a part: it begins with the part's stem, or ends in a form of it, and at least three
/// letters are left for the rest.
pub fn has_part(word: &str, word_stem: &str, part: &str) -> bool {
    (word.starts_with(part) || word_stem.ends_with(part)) && letters(part) >= 4 && letters(word) >= letters(part) + 3
}
