//! Keys with their pages → the files of an index.

use std::ops::Range;

use rayon::prelude::*;

use super::Analysis;
use super::cards::{by_review, by_title, cards, columns};
use super::vocabulary::Place;
use crate::format::{Backwards, Root, Terms, backward, bound_between, cards_in_file};
use crate::page::{Filter, Page};

/// Bytes of a file of terms that are aimed at, at least: so many that a word costs little, so few that there are not too many.
/// In tests so few that the smallest index has many files.
const TERMS_BYTES: usize = if cfg!(test) { 30 } else { 1_800 };
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

/// The files of an index.
pub struct Index {
    /// The [`Root`], as a file.
    pub root: Vec<u8>,
    /// Name and content; those that were given to [`Freezer::finish`].
    pub files: Vec<(String, Vec<u8>)>,
    /// The first and the last key of each file of terms.
    pub(super) runs: Vec<[String; 2]>,
}

/// Takes keys in order, and makes files of them.
pub struct Freezer<'a> {
    analysis: &'a Analysis,
    keys: Vec<Key>,
    /// Of all keys.
    places: Vec<Place>,
}

/// A key, and where its places begin.
struct Key {
    key: u32,
    start: usize,
}

impl<'a> Freezer<'a> {
    /// Begins with no key. All together will have so many places.
    pub fn new(analysis: &'a Analysis, places: usize) -> Freezer<'a> {
        Freezer { analysis, keys: Vec::with_capacity(analysis.all_keys()), places: Vec::with_capacity(places) }
    }

    /// The next key, in the order of their places among all.
    pub fn key(&mut self, key: u32) {
        self.keys.push(Key { key, start: self.places.len() });
    }

    /// The next places of the key at hand, in order.
    pub fn places(&mut self, places: impl IntoIterator<Item = Place>) {
        self.places.extend(places);
    }

    /// All files; of them, `others` are those of [`card_file`] and [`order_files`].
    pub fn finish(self, others: Vec<(String, Vec<u8>)>) -> Index {
        let count = self.analysis.pages() as u32;
        let listed = self.keys.par_iter().enumerate().map(|(at, Key { key, .. })| Listed {
            key: self.analysis.text(*key),
            pages: self.places_of(at).len(),
            is_word: self.analysis.is_word(*key),
        });
        let listed: Vec<Listed<'_>> = listed.collect();
        let Plan { root, terms, backwards } = Plan::new(&listed, count);
        let ends = |run: &Range<usize>| [run.start, run.end - 1].map(|at| listed[at].key.to_owned());
        let runs = terms.iter().map(ends).collect();
        let encoded = terms.into_par_iter().enumerate().map(|(number, run)| {
            let entries = run.map(|at| self.analysis.entry(self.keys[at].key, self.places_of(at)));
            (terms_name(number), Terms { entries: entries.collect() }.encode(count))
        });
        let mut files: Vec<(String, Vec<u8>)> = encoded.collect();
        files.par_extend(backwards.into_par_iter().map(|keys| keys.encode()).enumerate().map(backwards_file));
        files.extend(others);
        Index { root: root.encode(), files, runs }
    }

    fn places_of(&self, at: usize) -> &[Place] {
        let end = self.keys.get(at + 1).map_or(self.places.len(), |next| next.start);
        &self.places[self.keys[at].start..end]
    }
}

/// The files that no key has a part in, of all pages. Those named `d/…` are still to be packed by `deflate-raw`.
pub fn page_files(pages: &[Page], filters: &[Filter]) -> Vec<(String, Vec<u8>)> {
    let together = cards_in_file(pages.len() as u32) as usize;
    let cards = pages.par_chunks(together).enumerate();
    cards
        .map(|(number, some)| card_file(some, number * together, pages.len()))
        .chain(order_files(pages, filters))
        .collect()
}

/// The file of what is shown of the pages that [share](cards_in_file) it, in an index of `count` pages: those from number `first`, a multiple of
/// how many share one. It is still to be packed by `deflate-raw`.
pub fn card_file(pages: &[Page], first: usize, count: usize) -> (String, Vec<u8>) {
    let together = cards_in_file(count as u32) as usize;
    debug_assert!(first.is_multiple_of(together) && pages.len() <= together, "{} pages from {first}", pages.len());
    (cards_name(first / together), cards(pages, count))
}

/// The files that are neither of keys nor of what is shown: of a page, only its title, its day and its choices have a part in them.
pub fn order_files<'a>(
    pages: &'a [Page],
    filters: &'a [Filter],
) -> impl IndexedParallelIterator<Item = (String, Vec<u8>)> + 'a {
    [FILTER, REVIEWED, TITLE].into_par_iter().map(move |name| {
        let content = match name {
            FILTER => columns(pages, filters).encode(pages.len() as u32),
            REVIEWED => by_review(pages.iter().map(|page| page.reviewed.as_str())),
            _ => by_title(pages.iter().map(|page| page.title.as_str())),
        };
        (name.to_owned(), content)
    })
}

/// The names of files.
pub(super) const FILTER: &str = "filter";
pub(super) const REVIEWED: &str = "granskad";
pub(super) const TITLE: &str = "titel";

pub(super) fn terms_name(number: usize) -> String {
    format!("t/{number}")
}

pub(super) fn cards_name(number: usize) -> String {
    format!("d/{number}")
}

pub(super) fn backwards_file((number, bytes): (usize, Vec<u8>)) -> (String, Vec<u8>) {
    (format!("r/{number}"), bytes)
}

/// A key, as far as files are divided by it.
pub(super) struct Listed<'a> {
    pub key: &'a str,
    /// On how many pages.
    pub pages: usize,
    /// Whether slips may have been meant for it, when it is long enough.
    pub is_word: bool,
}

impl Listed<'_> {
    /// About how many bytes its entry takes.
    fn bytes(&self, pages: u32) -> usize {
        let count = self.pages as f32;
        let share = count / pages.max(1) as f32;
        let gap = 1.4 - share.max(1e-6).log2() * 0.97;
        5 + (count * (gap.max(0.6) + 2.2) / 8.0) as usize
    }
}

/// Which keys stand in which file.
pub(super) struct Plan {
    pub root: Root,
    /// The keys of each file of terms.
    pub terms: Vec<Range<usize>>,
    pub backwards: Vec<Backwards>,
}

impl Plan {
    /// `keys` come in order.
    pub fn new(keys: &[Listed<'_>], pages: u32) -> Plan {
        let together = cards_in_file(pages) as usize;
        let free = pages as usize - (pages as usize).div_ceil(together);
        let most_backwards = MOST_BACKWARDS + free / FREE_FOR_BACKWARDS;
        let most_terms = MOST_TERMS + free - free / FREE_FOR_BACKWARDS;
        let cheapest = |bytes: usize| (bytes as f32 * BOUND_BYTES / FILES_READ).sqrt() as usize;
        let terms_aim = |bytes: usize| TERMS_BYTES.max(cheapest(bytes)).max(bytes / most_terms);
        let backwards_aim = |bytes: usize| BACKWARDS_BYTES.max(bytes / most_backwards);
        let (term_bounds, terms) = divide(keys, |key| key.bytes(pages), |key| key.key, terms_aim);
        let reversed = reversed(keys);
        let (backward_bounds, backwards) =
            divide(&reversed, |(key, _, _)| 2 + key.len() / 4, |(_, _, reversed)| reversed, backwards_aim);
        let mut reversed = reversed.into_iter().map(|(key, size, _)| (key.to_owned(), size));
        let backwards = backwards.iter().map(|run| Backwards { keys: reversed.by_ref().take(run.len()).collect() });
        let backwards = backwards.collect();
        Plan { root: Root { pages, terms: term_bounds, backwards: backward_bounds }, terms, backwards }
    }
}

/// Runs of items of about the same size, with the bound of each. `aim` is that size, by the size of all together.
fn divide<T>(
    items: &[T],
    size: impl Fn(&T) -> usize,
    key: impl Fn(&T) -> &str,
    aim: impl Fn(usize) -> usize,
) -> (Vec<String>, Vec<Range<usize>>) {
    let sizes: Vec<usize> = items.iter().map(size).collect();
    let aim = aim(sizes.iter().sum());
    let mut bounds: Vec<String> = Vec::new();
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut filled = 0;
    for (at, own) in sizes.into_iter().enumerate() {
        let before = at.checked_sub(1).map(|before| key(&items[before]));
        // Items with the same key stay together: a bound lies between two keys.
        let follows = before.is_none_or(|before| before != key(&items[at]));
        let is_full = filled > 0 && filled + own / 2 > aim && follows;
        if runs.is_empty() || is_full {
            bounds.push(before.map_or_else(String::new, |before| bound_between(before, key(&items[at]))));
            runs.push(at..at);
            filled = 0;
        }
        filled += own;
        if let Some(run) = runs.last_mut() {
            run.end = at + 1;
        }
    }
    (bounds, runs)
}

/// Words that slips may have been meant for: key, size, reversed key; in the order of the last.
fn reversed<'a>(keys: &[Listed<'a>]) -> Vec<(&'a str, u8, String)> {
    let mut reversed: Vec<(&str, u8, String)> = keys
        .par_iter()
        .filter(|key| key.is_word && key.key.chars().count() >= SLIP_LETTERS)
        .filter(|key| key.key.chars().all(char::is_alphabetic))
        .map(|key| (key.key, key.pages.max(1).ilog2().min(31) as u8, backward(key.key).0))
        .collect();
    reversed.par_sort_unstable_by(|a, b| a.2.cmp(&b.2).then_with(|| a.0.cmp(b.0)));
    reversed
}
