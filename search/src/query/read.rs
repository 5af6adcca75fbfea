//! The ten first pages, read to the end: what the index does not know of order and nearness decides among them.
//!
//! The weight of each is multiplied by 1 + [`TITLE_HAS`]·(share of the query that the title has) + [`TITLE_SPENT`]·(share of the
//! title that the query has) + [`TITLE_ORDER`]·(neighbours in the query that follow each other in the title) +
//! [`SEQUENCE`]·(neighbours in the query, stop words included, that are neighbours on the page). All ten are read whatever they
//! weigh; pages beyond keep their place.

use rustc_hash::FxHashSet;

use super::expand::Expansion;
use super::parse::Query;
use super::rank::idf;
use super::session::Store;
use crate::analyze::{is_stop_word, stem, words};
use crate::format::Card;

const TITLE_HAS: f32 = 0.4;
const TITLE_SPENT: f32 = 0.1;
const TITLE_ORDER: f32 = 0.4;
const SEQUENCE: f32 = 0.5;
/// A word in another form, and a compound that has the word as a part.
const OTHER_FORM: f32 = 0.95;
const PART: f32 = 0.5;
/// Within how many words a neighbour follows in a title.
const FOLLOWS: usize = 3;

/// A card with its words.
pub struct Prepared {
    pub card: Card,
    /// Folded words of the title with their stems.
    title: Vec<(String, String)>,
    /// Pairs of words that stand beside each other, as [`pair`] numbers them.
    pairs: FxHashSet<u64>,
}

/// A number for two words beside each other.
fn pair(first: &str, second: &str) -> u64 {
    use std::hash::{Hash, Hasher};
    let mut hasher = rustc_hash::FxHasher::default();
    (first, second).hash(&mut hasher);
    hasher.finish()
}

impl Prepared {
    pub fn new(card: Card) -> Prepared {
        let plain = |text: &str| -> Vec<String> {
            words(text).into_iter().filter(|word| !word.whole).map(|word| word.text).collect()
        };
        let title: Vec<(String, String)> =
            plain(&card.title).into_iter().map(|word| (stem(&word).to_owned(), word)).map(|(s, w)| (w, s)).collect();
        let mut pairs = FxHashSet::default();
        let texts = card.parts.iter().flat_map(|part| part.text.split('\n').chain([part.heading.as_str()]));
        for text in texts.chain([card.title.as_str(), card.summary.as_str()]) {
            let words = plain(text);
            pairs.extend(words.windows(2).map(|two| pair(&two[0], &two[1])));
        }
        Prepared { card, title, pairs }
    }

    /// Whether the words stand beside each other, in this order; none when the card has only a part of a long text, in which they
    /// were not found.
    pub fn has_phrase(&self, phrase: &[String]) -> bool {
        let Some((first, rest)) = phrase.split_first() else { return true };
        if rest.is_empty() {
            return true;
        }
        if !phrase.windows(2).all(|two| self.pairs.contains(&pair(&two[0], &two[1]))) {
            return false;
        }
        // All pairs are there; three words or more must also be one run.
        let texts = self.card.parts.iter().flat_map(|part| part.text.split('\n').chain([part.heading.as_str()]));
        texts.chain([self.card.title.as_str(), self.card.summary.as_str()]).any(|text| {
            let words: Vec<String> = words(text).into_iter().filter(|word| !word.whole).map(|word| word.text).collect();
            words.windows(phrase.len()).any(|run| run[0] == *first && run[1..] == *rest)
        })
    }
}

/// How much each word of a query says.
pub fn importance(expansions: &[Expansion], store: &Store) -> Vec<f32> {
    let of = |expansion: &Expansion| {
        let all = expansion.variants.iter().chain(&expansion.parts);
        let pages =
            all.filter_map(|variant| Some((variant.weight, store.entry(variant.file, variant.entry)?.postings.len())));
        let best = pages.max_by(|a, b| a.0.total_cmp(&b.0));
        idf(store.root.pages, best.map_or(1, |(_, pages)| pages)).powf(super::rank::RARITY)
    };
    expansions.iter().map(of).collect()
}

/// What a page's weight is multiplied by.
pub fn factor(query: &Query, expansions: &[Expansion], importance: &[f32], page: &Prepared, store: &Store) -> f32 {
    let count = expansions.len();
    let total: f32 = importance.iter().sum::<f32>().max(f32::MIN_POSITIVE);
    let mut has = vec![0.0_f32; count];
    let mut spent = vec![0.0_f32; page.title.len()];
    let mut places: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (number, (word, expansion)) in query.words.iter().zip(expansions).enumerate() {
        for (place, (text, stem)) in page.title.iter().enumerate() {
            let likeness = likeness(&word.text, &word.key, expansion, text, stem, store);
            has[number] = has[number].max(likeness);
            if likeness > 0.0 {
                places[number].push(place);
                // Several words of the query may together make up one compound of the title.
                spent[place] = if likeness > PART || spent[place] == 0.0 {
                    spent[place].max(likeness)
                } else {
                    (spent[place] + likeness * 0.8).min(1.0)
                };
            }
        }
    }
    let has: f32 = has.iter().zip(importance).map(|(has, importance)| has * importance).sum::<f32>() / total;
    let content: Vec<usize> = (0..page.title.len()).filter(|&place| !is_stop_word(&page.title[place].0)).collect();
    let content = if content.is_empty() { (0..page.title.len()).collect() } else { content };
    let spent = content.iter().map(|&place| spent[place]).sum::<f32>() / content.len().max(1) as f32;
    let (mut order, mut most) = (0.0, 0.0);
    for number in 1..count {
        let weight = importance[number - 1].min(importance[number]);
        most += weight;
        let follows = |first: &usize| places[number].iter().any(|second| second >= first && second - first <= FOLLOWS);
        if places[number - 1].iter().any(follows) {
            order += weight;
        }
    }
    let order = if most > 0.0 { order / most } else { 0.0 };
    let neighbours = query.all.windows(2).filter(|two| page.pairs.contains(&pair(&two[0], &two[1]))).count();
    let sequence = neighbours as f32 / query.all.len().saturating_sub(1).max(1) as f32;
    1.0 + TITLE_HAS * has + TITLE_SPENT * spent + TITLE_ORDER * order + SEQUENCE * sequence
}

/// How far a word of a title is the word of the query, 0 to 1.
fn likeness(text: &str, key: &str, expansion: &Expansion, title: &str, title_stem: &str, store: &Store) -> f32 {
    if title == text {
        return 1.0;
    }
    if title_stem == key {
        return OTHER_FORM;
    }
    let mut best = 0.0_f32;
    for variant in &expansion.variants {
        let Some(entry) = store.entry(variant.file, variant.entry) else { continue };
        if entry.key == title_stem {
            best = best.max(variant.weight);
        } else if has_part(title, title_stem, &entry.key) {
            best = best.max(PART * variant.weight);
        }
    }
    for part in &expansion.parts {
        if store.entry(part.file, part.entry).is_some_and(|entry| entry.key == title_stem) {
            best = best.max(PART / expansion.parts.len() as f32);
        }
    }
    best
}

/// Whether a word looks like a compound with a part: it begins with the part's stem, or ends in a form of it, and at least three
/// letters are left for the rest.
pub fn has_part(word: &str, word_stem: &str, part: &str) -> bool {
    let letters = part.chars().count();
    letters >= 4 && word.chars().count() >= letters + 3 && (word.starts_with(part) || word_stem.ends_with(part))
}
