//! The distinct words of all pages, and each page as a row of them.

use indexmap::IndexMap;
use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use super::Field;
use crate::analyze::each_word;
use crate::page::Page;

/// A word's number.
pub type WordId = u32;
/// Between two blocks of text: words on either side are not near each other.
pub const BREAK: WordId = u32::MAX;

/// The words of one page by field, in order. Words that are whole ([`crate::analyze::Word`]) stand before their parts.
pub struct Row {
    words: Box<[WordId]>,
    /// Where each field but the last ends.
    ends: [u32; Field::ALL.len() - 1],
}

impl Row {
    /// The words of a field, with [`BREAK`]s between blocks of text.
    pub fn field(&self, field: Field) -> &[WordId] {
        let start = match field as usize {
            0 => 0,
            field => self.ends[field - 1] as usize,
        };
        match self.ends.get(field as usize) {
            Some(&end) => &self.words[start..end as usize],
            None => &self.words[start..],
        }
    }

    /// How many words all fields have together.
    pub fn len(&self) -> usize {
        self.words.len()
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
    /// On how many pages it stands.
    pub pages: u32,
    /// Whether it is a reference or a word put together by hyphens.
    pub whole: bool,
    /// The last page that had it, counted from 1 within a piece.
    last: u32,
}

/// How many pages are read as one piece.
const PIECE: usize = 256;
/// The most words of a first paragraph that count as the lead.
const LEAD_WORDS: usize = 1000;

#[derive(Default)]
struct Piece {
    words: Distinct,
    rows: Vec<Row>,
    /// The fields of the page that is being read.
    fields: [Vec<WordId>; Field::ALL.len()],
}

impl Words {
    pub fn read(pages: &[Page]) -> Words {
        let pieces: Vec<Piece> = pages.par_chunks(PIECE).map(Piece::read).collect();
        let mut all = Distinct::default();
        let renumbered = pieces.into_iter().map(|piece| {
            let numbers: Vec<WordId> = piece.words.into_iter().map(|(text, seen)| add(&mut all, text, seen)).collect();
            (numbers, piece.rows)
        });
        let renumbered: Vec<_> = renumbered.collect();
        let rows = renumbered.into_par_iter().flat_map_iter(|(numbers, mut rows)| {
            for row in &mut rows {
                row.words.iter_mut().filter(|word| **word != BREAK).for_each(|word| *word = numbers[*word as usize]);
            }
            rows
        });
        let rows = rows.collect();
        Words { all, rows }
    }
}

/// Counts a word of a piece among all, and gives its number.
fn add(all: &mut Distinct, text: Box<str>, seen: Seen) -> WordId {
    let entry = all.entry(text);
    let number = entry.index() as WordId;
    // Written both ways, it is a word.
    entry
        .and_modify(|known| {
            known.pages += seen.pages;
            known.whole &= seen.whole;
        })
        .or_insert(seen);
    number
}

impl Piece {
    fn read(pages: &[Page]) -> Piece {
        let mut piece = Piece::default();
        for (number, page) in pages.iter().enumerate() {
            let row = piece.row(page, number as u32 + 1);
            piece.rows.push(row);
        }
        piece
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
fn put(words: &mut Distinct, field: &mut Vec<WordId>, text: &str, page: u32) {
    each_word(text, |word, _, _, _, whole| {
        let number = words.get_index_of(word).unwrap_or_else(|| {
            let (number, _) = words.insert_full(word.into(), Seen { pages: 0, whole, last: 0 });
            number
        });
        let seen = &mut words[number];
        seen.whole &= whole;
        if seen.last != page {
            seen.last = page;
            seen.pages += 1;
        }
        field.push(number as WordId);
    });
    if field.last().is_some_and(|word| *word != BREAK) {
        field.push(BREAK);
    }
}
