//! The distinct words of all pages, and each page as a row of them.

use indexmap::IndexMap;
use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use super::Field;
use super::bytes::{Numbers, push};
use crate::analyze::each_word;
use crate::page::Page;

/// A word's number.
pub type WordId = u32;
/// Between two blocks of text: words on either side are not near each other.
const BREAK: u32 = u32::MAX;
/// With a word's number: it stands there whole ([`crate::analyze::Word`]).
const WHOLE: u32 = 1 << 31;

/// The words of one page by field, in order. Words that are whole stand before their parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Numbers with or without [`WHOLE`], and [`BREAK`].
    words: Box<[u32]>,
    /// Where each field but the last ends.
    ends: [u32; Field::ALL.len() - 1],
}

impl Row {
    /// The words of a field, with nothing between two blocks of text.
    pub fn field(&self, field: Field) -> impl Iterator<Item = Option<WordId>> + '_ {
        self.of_field(field).iter().map(|&word| (word != BREAK).then_some(word & !WHOLE))
    }

    fn of_field(&self, field: Field) -> &[u32] {
        let start = match field as usize {
            0 => 0,
            field => self.ends[field - 1] as usize,
        };
        match self.ends.get(field as usize) {
            Some(&end) => &self.words[start..end as usize],
            None => &self.words[start..],
        }
    }

    /// Each word once, and whether it stands anywhere as no part of a whole.
    fn distinct(&self) -> Vec<(WordId, bool)> {
        let mut words: Vec<u32> = self.words.iter().copied().filter(|&word| word != BREAK).collect();
        // A word as it is comes before the same as a whole.
        words.sort_unstable_by_key(|word| word.rotate_left(1));
        words.dedup_by_key(|word| *word & !WHOLE);
        words.into_iter().map(|word| (word & !WHOLE, word & WHOLE == 0)).collect()
    }

    /// Whether all its words are among so many.
    pub fn is_of(&self, words: usize) -> bool {
        self.words.iter().all(|&word| word == BREAK || ((word & !WHOLE) as usize) < words)
    }

    /// Whether it has any of some words.
    pub fn has_any(&self, words: &[bool]) -> bool {
        self.words.iter().any(|&word| word != BREAK && words.get((word & !WHOLE) as usize) == Some(&true))
    }

    /// As [`Row::from_bytes`] reads it.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(2 * self.words.len());
        self.ends.iter().for_each(|&end| push(&mut out, end));
        // Common words have low numbers, and so few bytes.
        for &word in &self.words {
            let number = (word & !WHOLE) + 1;
            push(&mut out, if word == BREAK { 0 } else { (number << 1) | (word >> 31) });
        }
        out
    }

    /// Nothing if these are not the bytes of a row.
    pub fn from_bytes(bytes: &[u8]) -> Option<Row> {
        let mut numbers = Numbers(bytes);
        let mut ends = [0; Field::ALL.len() - 1];
        for end in &mut ends {
            *end = numbers.next()?;
        }
        let words = numbers.map(|word| if word < 2 { BREAK } else { ((word >> 1) - 1) | (word << 31) });
        let row = Row { words: words.collect(), ends };
        let in_order = row.ends.is_sorted() && row.ends.iter().all(|&end| end as usize <= row.words.len());
        in_order.then_some(row)
    }
}

/// The words of all pages.
pub struct Words {
    /// By number. Numbers follow from the pages alone, not from how many threads there are.
    pub all: Distinct,
    pub rows: Vec<Row>,
}

/// Words by their number, which is that of their place.
pub type Distinct = IndexMap<Box<str>, Seen, FxBuildHasher>;

/// What is known of a word.
#[derive(Clone, Copy, Default)]
pub struct Seen {
    /// On how many pages it stands. A word that none has any more may be left.
    pub pages: u32,
    /// On how many of them as a word of its own, and not as a reference or a word put together by hyphens.
    pub plain: u32,
    /// The last page that had it, counted from 1 within a piece.
    last: u32,
    last_plain: u32,
}

impl Seen {
    /// On so many pages, as a word of its own on some of them.
    pub fn on(pages: u32, plain: u32) -> Seen {
        Seen { pages, plain, ..Seen::default() }
    }

    /// Whether it is everywhere a reference or a word put together by hyphens.
    pub fn is_whole(&self) -> bool {
        self.plain == 0
    }
}

/// The most words of a first paragraph that count as the lead.
const LEAD_WORDS: usize = 1000;

/// Some pages in a row, read: the words of each, and nothing else of them.
#[derive(Default)]
pub struct Piece {
    words: Distinct,
    rows: Vec<Row>,
    /// The fields of the page that is being read.
    fields: [Vec<u32>; Field::ALL.len()],
}

impl Words {
    /// The pieces together hold all pages, in order.
    pub fn of(pieces: Vec<Piece>) -> Words {
        let mut all = Distinct::default();
        let renumbered = pieces.into_iter().map(|piece| {
            let numbers: Vec<WordId> = piece.words.into_iter().map(|(text, seen)| add(&mut all, text, seen)).collect();
            (numbers, piece.rows)
        });
        let renumbered: Vec<_> = renumbered.collect();
        let rows = renumbered.into_par_iter().flat_map_iter(|(numbers, mut rows)| {
            for row in &mut rows {
                for word in row.words.iter_mut().filter(|word| **word != BREAK) {
                    *word = numbers[(*word & !WHOLE) as usize] | *word & WHOLE;
                }
            }
            rows
        });
        let rows = rows.collect();
        Words { all, rows }
    }
}

/// Takes the words of pages that have changed out of all, and puts in what they have now. Gives the new rows.
pub fn change<'a>(words: &mut Distinct, changed: impl Iterator<Item = (&'a Row, &'a Page)> + Clone) -> Vec<Row> {
    for (before, _) in changed.clone() {
        for (word, is_plain) in before.distinct() {
            if let Some((_, seen)) = words.get_index_mut(word as usize) {
                seen.pages = seen.pages.saturating_sub(1);
                seen.plain = seen.plain.saturating_sub(u32::from(is_plain));
            }
        }
    }
    let mut piece = Piece { words: std::mem::take(words), ..Piece::default() };
    let rows = (1..).zip(changed).map(|(number, (_, page))| piece.row(page, number)).collect();
    *words = piece.words;
    rows
}

/// Counts a word of a piece among all, and gives its number.
fn add(all: &mut Distinct, text: Box<str>, seen: Seen) -> WordId {
    let entry = all.entry(text);
    let number = entry.index() as WordId;
    entry
        .and_modify(|known| {
            known.pages += seen.pages;
            known.plain += seen.plain;
        })
        .or_insert(seen);
    number
}

impl Piece {
    /// Reads one more page.
    pub fn add(&mut self, page: &Page) {
        let row = self.row(page, self.rows.len() as u32 + 1);
        self.rows.push(row);
    }

    fn row(&mut self, page: &Page, number: u32) -> Row {
        let Piece { words, fields, .. } = self;
        fields.iter_mut().for_each(Vec::clear);
        let [title, lead, heads, body] = fields;
        put(words, title, &page.title, number);
        for keyword in &page.keywords {
            put(words, heads, keyword, number);
        }
        if !page.summary.is_empty() {
            put(words, lead, &page.summary, number);
            put(words, body, &page.summary, number);
        }
        for section in &page.sections {
            put(words, heads, &section.heading, number);
            put(words, body, &section.heading, number);
            for block in section.text.split('\n').filter(|block| !block.trim().is_empty()) {
                let start = body.len();
                put(words, body, block, number);
                if lead.is_empty() {
                    lead.extend(body[start..].iter().take(LEAD_WORDS));
                }
            }
        }
        let mut end = 0;
        let ends = std::array::from_fn(|field| {
            end += fields[field].len() as u32;
            end
        });
        Row { words: fields.concat().into(), ends }
    }
}

/// Appends the words of a text of a page to those of a field.
fn put(words: &mut Distinct, field: &mut Vec<u32>, text: &str, page: u32) {
    each_word(text, |word, _, _, _, whole| {
        // Signs between hyphens that are all left out: nobody can ask for that.
        if word.is_empty() {
            return;
        }
        let number = words.get_index_of(word).unwrap_or_else(|| {
            let (number, _) = words.insert_full(word.into(), Seen::default());
            number
        });
        let seen = &mut words[number];
        if seen.last != page {
            seen.last = page;
            seen.pages += 1;
        }
        if !whole && seen.last_plain != page {
            seen.last_plain = page;
            seen.plain += 1;
        }
        field.push(number as u32 | if whole { WHOLE } else { 0 });
    });
    if field.last().is_some_and(|word| *word != BREAK) {
        field.push(BREAK);
    }
}
