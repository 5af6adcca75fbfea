//! What is shown of pages, and the files that hits are narrowed and sorted by.

use std::cmp::Reverse;
use std::hash::BuildHasher;

use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use crate::analyze::{each_word, is_stop_word};
use crate::format::{Card, Column, Filters, MOST_VALUES, Order, Part};
use crate::page::{Filter, Page};

/// Bytes of a page's text that excerpts are cut from, in an index of more than [`FEW_PAGES`]. Of fewer pages it is all: the other
/// files are small then.
const CARD_TEXT: usize = 1_300;
const FEW_PAGES: usize = 500;

/// The file of what is shown of some pages, in an index of so many.
pub fn cards<'a>(pages: impl IntoIterator<Item = &'a Page>, count: usize) -> Vec<u8> {
    let most = if count > FEW_PAGES { CARD_TEXT } else { usize::MAX };
    let cards: Vec<Card> = pages.into_iter().map(|page| card(page, most)).collect();
    Card::encode(&cards)
}

fn card(page: &Page, most: usize) -> Card {
    Card {
        url: page.url.clone(),
        title: page.title.clone(),
        facts: page.facts.clone(),
        reviewed: page.reviewed.clone(),
        summary: page.summary.clone(),
        parts: parts(page, most),
    }
}

/// The text of a page, whole when it is short; of a long one the sentences that bring words which those before had not.
fn parts(page: &Page, most: usize) -> Vec<Part> {
    let total: usize = page.sections.iter().map(|section| section.text.len()).sum();
    let mut left = most;
    let mut seen: FxHashSet<u64> = FxHashSet::default();
    let mut parts = Vec::new();
    for section in &page.sections {
        let mut text = String::new();
        if total <= most {
            text.push_str(section.text.trim_end());
        } else {
            for sentence in section.text.split_inclusive(['.', '\n', '?', '!']) {
                if sentence.len() > left {
                    continue;
                }
                let (mut new, mut old) = (0, 0);
                each_word(sentence, |word, _, _, _, _| {
                    if !is_stop_word(word) {
                        // Two words with the same hash would cost a sentence, no more.
                        if seen.insert(FxBuildHasher.hash_one(word)) { new += 1 } else { old += 1 }
                    }
                });
                if new > old {
                    text.push_str(sentence);
                    left -= sentence.len();
                }
            }
        }
        if !text.is_empty() || total <= most {
            parts.push(Part { heading: section.heading.clone(), anchor: section.anchor.clone(), text });
        }
    }
    parts
}

/// Each filter's values, and the pages that have them.
pub fn columns(pages: &[Page], filters: &[Filter]) -> Filters {
    let columns = filters.par_iter().map(|filter| {
        let values: Vec<(String, String)> = filter.values.iter().take(MOST_VALUES).cloned().collect();
        let numbers: FxHashMap<&str, u16> =
            values.iter().enumerate().map(|(number, (id, _))| (id.as_str(), number as u16)).collect();
        let of = |page: &Page| {
            let own = page.choices.iter().filter(|choice| choice.filter == filter.id);
            let mut own: Vec<u16> = own.filter_map(|choice| numbers.get(choice.value.as_str()).copied()).collect();
            own.sort_unstable();
            own.dedup();
            own
        };
        Column { id: filter.id.clone(), label: filter.label.clone(), pages: pages.iter().map(of).collect(), values }
    });
    Filters { filters: columns.collect() }
}

/// The file of the order in which pages were last reviewed, the latest first. `days` are theirs, by their numbers.
pub fn by_review<'a>(days: impl Iterator<Item = &'a str>) -> Vec<u8> {
    ordered(days.map(Reverse).collect())
}

/// The file of the order of pages by title, as the Swedish alphabet has it.
pub fn by_title<'a>(titles: impl Iterator<Item = &'a str>) -> Vec<u8> {
    ordered(titles.map(swedish_key).collect())
}

fn ordered<K: Ord>(keys: Vec<K>) -> Vec<u8> {
    let mut pages: Vec<u32> = (0..keys.len() as u32).collect();
    pages.sort_by_key(|&page| &keys[page as usize]);
    Order { pages }.encode()
}

/// Compares as the Swedish alphabet does: å, ä and ö last, without regard to case.
fn swedish_key(title: &str) -> String {
    let mut out = String::with_capacity(title.len());
    for letter in title.chars() {
        crate::analyze::fold_char(letter, |letter| match letter {
            'å' => out.push('{'),
            'ä' => out.push('|'),
            'ö' => out.push('}'),
            letter if letter.is_alphanumeric() => out.push(letter),
            // Signs come before letters, as a space does.
            _ => out.push(' '),
        });
    }
    out
}
