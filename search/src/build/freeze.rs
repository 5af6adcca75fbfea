//! Keys with their pages → the files of an index.

use std::hash::BuildHasher;

use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashSet};

use super::Analysis;
use crate::analyze::{each_word, is_stop_word};
use crate::format::{
    Backwards, Card, Column, Entry, Filters, MOST_VALUES, Order, Part, Posting, Root, Terms, backward, bound_between,
    cards_in_file,
};
use crate::page::{Filter, Page};

/// Bytes of a file of terms that are aimed at, at least: so many that a word costs little, so few that there are not too many.
const TERMS_BYTES: usize = 1_800;
/// A search fetches the bounds of all files, and of one for each word everything. With so many bytes of bounds for a file
/// and so many files for a search, files of √([`BOUND_BYTES`] · all bytes / [`FILES_READ`]) cost the least together.
const BOUND_BYTES: f32 = 6.0;
const FILES_READ: f32 = 1.5;
/// How many files of terms there are at the most, beside those that cards leave free.
const MOST_TERMS: usize = 380;
/// Bytes of a file of backward keys.
const BACKWARDS_BYTES: usize = 5_000;
const MOST_BACKWARDS: usize = 80;
/// The share of the files that cards leave free which are for backward keys.
const FREE_FOR_BACKWARDS: usize = 8;
/// Shorter keys are not looked for among slips.
const SLIP_LETTERS: usize = 4;
/// Bytes of a page's text that excerpts are cut from, in an index of more than [`FEW_PAGES`]. Of fewer pages it is all: the other
/// files are small then.
const CARD_TEXT: usize = 1_300;
const FEW_PAGES: usize = 500;

/// The files of an index.
pub struct Index {
    /// The [`Root`], as a file.
    pub root: Vec<u8>,
    /// Name and content; those named `d/…` are still to be packed by `deflate-raw`.
    pub files: Vec<(String, Vec<u8>)>,
}

/// Takes keys in order, and makes files of them.
pub struct Freezer<'a> {
    analysis: &'a Analysis,
    entries: Vec<Entry>,
}

impl<'a> Freezer<'a> {
    /// Begins with no key.
    pub fn new(analysis: &'a Analysis) -> Freezer<'a> {
        Freezer { analysis, entries: Vec::new() }
    }

    /// The next key, in the order of their places among all, with its pages in the order of their numbers.
    pub fn key(&mut self, key: u32, postings: Vec<Posting>) {
        self.entries.push(Entry {
            key: self.analysis.text(key).to_owned(),
            endings: self.analysis.endings(key),
            whole: self.analysis.is_whole(key),
            postings,
        });
    }

    /// All files. `pages` are those of the analysis.
    pub fn finish(self, pages: &[Page], filters: &[Filter]) -> Index {
        let count = pages.len() as u32;
        let most = if pages.len() > FEW_PAGES { CARD_TEXT } else { usize::MAX };
        let backwards = backwards(&self.entries);
        let together = cards_in_file(count) as usize;
        let free = pages.len() - pages.len().div_ceil(together);
        let most_backwards = MOST_BACKWARDS + free / FREE_FOR_BACKWARDS;
        let most_terms = MOST_TERMS + free - free / FREE_FOR_BACKWARDS;
        let cheapest = |bytes: usize| (bytes as f32 * BOUND_BYTES / FILES_READ).sqrt() as usize;
        let terms_aim = |bytes: usize| TERMS_BYTES.max(cheapest(bytes)).max(bytes / most_terms);
        let backwards_aim = |bytes: usize| BACKWARDS_BYTES.max(bytes / most_backwards);
        let (term_bounds, terms) =
            divide(self.entries, |entry| entry_bytes(entry, count), |entry| &entry.key, terms_aim);
        let (backward_bounds, backwards) =
            divide(backwards, |(key, _, _)| 2 + key.len() / 4, |(_, _, key)| key, backwards_aim);
        let mut files: Vec<(String, Vec<u8>)> = terms
            .into_par_iter()
            .enumerate()
            .map(|(number, entries)| (format!("t/{number}"), Terms { entries }.encode(count)))
            .collect();
        files.par_extend(backwards.into_par_iter().enumerate().map(|(number, keys)| {
            let keys = keys.into_iter().map(|(key, size, _)| (key, size)).collect();
            (format!("r/{number}"), Backwards { keys }.encode())
        }));
        files.par_extend(pages.par_chunks(together).enumerate().map(|(number, pages)| {
            let cards: Vec<Card> = pages.iter().map(|page| card(page, most)).collect();
            (format!("d/{number}"), Card::encode(&cards))
        }));
        files.push(("filter".into(), columns(pages, filters).encode(count)));
        files.push(("granskad".into(), order_by(pages, |page| std::cmp::Reverse(page.reviewed.clone())).encode()));
        files.push(("titel".into(), order_by(pages, |page| swedish_key(&page.title)).encode()));
        let root = Root { pages: count, terms: term_bounds, backwards: backward_bounds };
        Index { root: root.encode(), files }
    }
}

/// About how many bytes an entry takes.
fn entry_bytes(entry: &Entry, pages: u32) -> usize {
    let count = entry.postings.len() as f32;
    let share = count / pages.max(1) as f32;
    let gap = 1.4 - share.max(1e-6).log2() * 0.97;
    5 + (count * (gap.max(0.6) + 2.2) / 8.0) as usize
}

/// Runs of items of about the same size, with the bound of each. `aim` is that size, by the size of all together.
fn divide<T>(
    items: Vec<T>,
    size: impl Fn(&T) -> usize,
    key: impl Fn(&T) -> &str,
    aim: impl Fn(usize) -> usize,
) -> (Vec<String>, Vec<Vec<T>>) {
    let aim = aim(items.iter().map(&size).sum());
    let mut bounds: Vec<String> = Vec::new();
    let mut runs: Vec<Vec<T>> = Vec::new();
    let mut filled = 0;
    for item in items {
        let own = size(&item);
        // Items with the same key stay together: a bound lies between two keys.
        let follows = runs.last().and_then(|run| run.last()).is_none_or(|before| key(before) != key(&item));
        let is_full = filled > 0 && filled + own / 2 > aim && follows;
        if runs.is_empty() || is_full {
            let before = runs.last().and_then(|run| run.last());
            bounds.push(before.map_or_else(String::new, |before| bound_between(key(before), key(&item))));
            runs.push(Vec::new());
            filled = 0;
        }
        filled += own;
        if let Some(run) = runs.last_mut() {
            run.push(item);
        }
    }
    (bounds, runs)
}

/// Words that slips may have been meant for: key, size, reversed key; in the order of the last.
fn backwards(entries: &[Entry]) -> Vec<(String, u8, String)> {
    let mut keys: Vec<(String, u8, String)> = entries
        .par_iter()
        .filter(|entry| !entry.whole && !entry.endings.is_empty() && entry.key.chars().count() >= SLIP_LETTERS)
        .filter(|entry| entry.key.chars().all(char::is_alphabetic))
        .map(|entry| (entry.key.clone(), entry.postings.len().max(1).ilog2().min(31) as u8, backward(&entry.key).0))
        .collect();
    keys.par_sort_unstable_by(|a, b| a.2.cmp(&b.2).then_with(|| a.0.cmp(&b.0)));
    keys
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

fn columns(pages: &[Page], filters: &[Filter]) -> Filters {
    let columns = filters.par_iter().map(|filter| {
        let values: Vec<(String, String)> = filter.values.iter().take(MOST_VALUES).cloned().collect();
        let numbers: rustc_hash::FxHashMap<&str, u16> =
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

fn order_by<K: Ord>(pages: &[Page], key: impl Fn(&Page) -> K) -> Order {
    let mut order: Vec<u32> = (0..pages.len() as u32).collect();
    order.sort_by_cached_key(|&page| key(&pages[page as usize]));
    Order { pages: order }
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
