//! Keys with their pages → the files of an index.

use std::ops::Range;

use rayon::prelude::*;

use super::Analysis;
use super::cards::{by_review, by_title, cards, columns};
use crate::format::{Backwards, Entry, Posting, Root, Terms, backward, bound_between, cards_in_file};
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
    /// Name and content; those of pages as they were given to [`Freezer::finish`].
    pub files: Vec<(String, Vec<u8>)>,
    /// The first and the last key of each file of terms.
    pub(super) runs: Vec<[String; 2]>,
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

    /// All files; of them, `page_files` were made by the function of that name.
    pub fn finish(self, page_files: Vec<(String, Vec<u8>)>) -> Index {
        let count = self.analysis.pages() as u32;
        let listed: Vec<Listed<'_>> = self.entries.iter().map(Listed::of).collect();
        let Plan { root, terms, backwards } = Plan::new(&listed, count);
        let ends = |run: &Range<usize>| [run.start, run.end - 1].map(|at| self.entries[at].key.clone());
        let runs = terms.iter().map(ends).collect();
        let mut entries = self.entries.into_iter();
        let terms: Vec<Vec<Entry>> = terms.iter().map(|run| entries.by_ref().take(run.len()).collect()).collect();
        let mut files: Vec<(String, Vec<u8>)> = terms
            .into_par_iter()
            .enumerate()
            .map(|(number, entries)| (terms_name(number), Terms { entries }.encode(count)))
            .collect();
        files.par_extend(backwards.into_par_iter().map(|keys| keys.encode()).enumerate().map(backwards_file));
        files.extend(page_files);
        Index { root: root.encode(), files, runs }
    }
}

/// The files that no key has a part in: name and content. Those named `d/…` are still to be packed by `deflate-raw`.
pub fn page_files<'a>(
    pages: &'a [Page],
    filters: &'a [Filter],
) -> impl IndexedParallelIterator<Item = (String, Vec<u8>)> + 'a {
    let count = pages.len() as u32;
    let of_pages = pages.par_chunks(cards_in_file(count) as usize).enumerate();
    let of_pages = of_pages.map(|(number, some)| (cards_name(number), cards(some, pages.len())));
    let of_all = [FILTER, REVIEWED, TITLE].into_par_iter().map(move |name| {
        let content = match name {
            FILTER => columns(pages, filters).encode(count),
            REVIEWED => by_review(pages.iter().map(|page| page.reviewed.as_str())),
            _ => by_title(pages.iter().map(|page| page.title.as_str())),
        };
        (name.to_owned(), content)
    });
    of_pages.chain(of_all)
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
    fn of(entry: &Entry) -> Listed<'_> {
        Listed { key: &entry.key, pages: entry.postings.len(), is_word: entry.is_word() }
    }

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
