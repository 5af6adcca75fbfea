//! Pages → their keys, each with what it weighs on the page.

use rayon::prelude::*;

use super::Field;
use super::freeze::Index;
use super::kept::{KeptPage, keys_to_bytes, to_bytes};
use super::keys::{KeyId, KeyTable};
use super::vocabulary::{Lengths, Place, Tally, Vocabulary, Weighed, averages, lengths};
use super::words::{Piece, Row, WordId, Words};
use crate::format::{Class, Entry};
use crate::page::{Page, Synonyms};

/// How many pages had better be read as one [`Piece`], at the most.
pub const PAGES_AT_ONCE: usize = 256;

/// A key of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its place among all keys in the order of their bytes; [`Analysis::text`] is what it says.
    pub key: u32,
    /// The strongest way in which the page has it.
    pub class: Class,
    /// As in [`Posting`](crate::format::Posting).
    pub level: u8,
}

/// All pages, ready to be turned round.
pub struct Analysis {
    rows: Vec<Row>,
    lengths: Vec<Lengths>,
    /// Of all pages together.
    totals: [u64; Field::ALL.len()],
    vocabulary: Vocabulary,
    /// The keys in the order of their bytes.
    order: Vec<KeyId>,
    /// By key, its place in that order.
    places: Vec<u32>,
    /// By key, the words that begin with it, the most usual first.
    continued: Vec<Vec<WordId>>,
}

impl Analysis {
    /// Analyses pages, which come in the order that their numbers will have.
    pub fn new(pages: &[Page], synonyms: &[Synonyms]) -> Analysis {
        let read = |pages: &[Page]| {
            let mut piece = Piece::default();
            pages.iter().for_each(|page| piece.add(page));
            piece
        };
        Analysis::of(pages.par_chunks(PAGES_AT_ONCE).map(read).collect(), synonyms)
    }

    /// The same of pages that have been read. How many of them are in one piece changes nothing but how long it takes.
    pub fn of(pieces: Vec<Piece>, synonyms: &[Synonyms]) -> Analysis {
        let Words { all: words, rows } = Words::of(pieces);
        let table = KeyTable::new(&words, synonyms);
        let lengths: Vec<Lengths> = rows.par_iter().map(|row| lengths(row, &table)).collect();
        let total = |field: usize| lengths.iter().map(|lengths| u64::from(lengths[field])).sum();
        let totals: [u64; Field::ALL.len()] = std::array::from_fn(total);
        let vocabulary = Vocabulary { words, table, averages: averages(totals, rows.len()) };
        let order = vocabulary.table.in_order(|_| true);
        let mut places = vec![0; order.len()];
        for (place, &key) in order.iter().enumerate() {
            places[key as usize] = place as u32;
        }
        let continued = vocabulary.continued();
        Analysis { rows, lengths, totals, vocabulary, order, places, continued }
    }

    /// A key by its place among all.
    pub fn text(&self, place: u32) -> &str {
        &self.vocabulary.table.texts[self.order[place as usize] as usize]
    }

    /// A key as it is written, by its place among all.
    pub(super) fn entry(&self, place: u32, pages: &[Place]) -> Entry {
        let key = self.order[place as usize];
        self.vocabulary.entry(key, &self.continued[key as usize], pages.iter().copied())
    }

    /// As [`Entry::is_word`] of the same.
    pub(super) fn is_word(&self, place: u32) -> bool {
        let key = self.order[place as usize];
        self.vocabulary.is_word(key, &self.continued[key as usize])
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.rows.len()
    }

    /// How many keys all pages have together.
    pub fn all_keys(&self) -> usize {
        self.order.len()
    }

    /// To count the keys of these pages in, and of no others.
    pub fn tally(&self) -> Tally {
        self.vocabulary.tally()
    }

    /// The keys of a page, each once, in no order.
    pub fn keys(&self, page: usize, tally: &mut Tally) -> Vec<Found> {
        let keys = self.vocabulary.keys(&self.rows[page], &self.lengths[page], tally);
        let found = |Weighed { key, class, level }| Found { key: self.places[key as usize], class, level };
        keys.into_iter().map(found).collect()
    }

    /// The keys of a page, to be kept.
    pub fn kept_keys(&self, found: &[Found]) -> Vec<u8> {
        let weighed = |&Found { key, class, level }: &Found| Weighed { key: self.order[key as usize], class, level };
        keys_to_bytes(found.iter().map(weighed).collect())
    }

    /// What [`Kept`](super::Kept) reads: everything that the next index of nearly the same pages needs. `index` is that of these
    /// pages, and `keys` what was [kept](Analysis::kept_keys) of each.
    pub fn to_bytes(&self, pages: &[Page], keys: &[Vec<u8>], index: &Index) -> Vec<u8> {
        let rows: Vec<Vec<u8>> = self.rows.par_iter().map(Row::to_bytes).collect();
        let kept = pages.iter().zip(rows.iter().zip(keys)).map(|(page, (row, keys))| KeptPage {
            title: &page.title,
            reviewed: &page.reviewed,
            row,
            keys,
        });
        let numbered = |key: &String| self.vocabulary.table.texts.get_index_of(&**key).map(|key| key as KeyId);
        let runs: Vec<[KeyId; 2]> =
            index.runs.iter().filter_map(|[first, last]| Some([numbered(first)?, numbered(last)?])).collect();
        to_bytes(&self.vocabulary, self.totals, &runs, kept)
    }
}
