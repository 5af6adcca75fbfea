//! The distinct words of all pages, and each page as a row of them.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::Field;
use crate::analyze::each_word;
use crate::page::Page;

/// A word's number.
pub type WordId = u32;
/// Between two blocks of text: words on either side are not near each other.
pub const BREAK: WordId = u32::MAX;

/// The words of one page by field, in order. Words that are whole ([`crate::analyze::Word`]) stand before their parts.
pub type Row = [Vec<WordId>; Field::ALL.len()];

/// The words of all pages.
pub struct Words {
    /// By number. Numbers follow from the pages alone, not from how many threads there are.
    pub texts: Vec<Box<str>>,
    /// On how many pages each stands.
    pub pages: Vec<u32>,
    /// Whether it is a reference or a word put together by hyphens.
    pub whole: Vec<bool>,
    pub rows: Vec<Row>,
}

/// How many pages are read as one piece.
const PIECE: usize = 256;
/// The most words of a first paragraph that count as the lead.
const LEAD_WORDS: usize = 1000;

#[derive(Default)]
struct Piece {
    numbers: FxHashMap<Box<str>, WordId>,
    texts: Vec<Box<str>>,
    whole: Vec<bool>,
    pages: Vec<u32>,
    last: Vec<u32>,
    rows: Vec<Row>,
}

impl Words {
    pub fn read(pages: &[Page]) -> Words {
        let pieces: Vec<Piece> = pages.par_chunks(PIECE).map(Piece::read).collect();
        let mut all =
            Words { texts: Vec::new(), pages: Vec::new(), whole: Vec::new(), rows: Vec::with_capacity(pages.len()) };
        let mut numbers: FxHashMap<Box<str>, WordId> = FxHashMap::default();
        for mut piece in pieces {
            let renumbered: Vec<WordId> = piece
                .texts
                .into_iter()
                .zip(piece.whole)
                .zip(piece.pages)
                .map(|((text, whole), pages)| match numbers.get(&text) {
                    Some(&known) => {
                        all.pages[known as usize] += pages;
                        known
                    }
                    None => {
                        let number = all.texts.len() as WordId;
                        all.texts.push(text.clone());
                        all.whole.push(whole);
                        all.pages.push(pages);
                        numbers.insert(text, number);
                        number
                    }
                })
                .collect();
            for row in &mut piece.rows {
                for word in row.iter_mut().flatten().filter(|word| **word != BREAK) {
                    *word = renumbered[*word as usize];
                }
            }
            all.rows.append(&mut piece.rows);
        }
        all
    }
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
        let mut row = Row::default();
        let [title, lead, heads, body] = &mut row;
        self.put(title, &page.title, number);
        for keyword in &page.keywords {
            self.put(heads, keyword, number);
        }
        if !page.summary.is_empty() {
            self.put(lead, &page.summary, number);
            self.put(body, &page.summary, number);
        }
        for section in &page.sections {
            self.put(heads, &section.heading, number);
            self.put(body, &section.heading, number);
            for block in section.text.split('\n').filter(|block| !block.trim().is_empty()) {
                let start = body.len();
                self.put(body, block, number);
                if lead.is_empty() {
                    lead.extend(body[start..].iter().take(LEAD_WORDS));
                }
            }
        }
        row
    }

    fn put(&mut self, words: &mut Vec<WordId>, text: &str, page: u32) {
        each_word(text, |word, _, _, _, whole| {
            let number = match self.numbers.get(word) {
                Some(&known) => known,
                None => {
                    let number = self.texts.len() as WordId;
                    self.texts.push(word.into());
                    self.whole.push(whole);
                    self.pages.push(0);
                    self.last.push(0);
                    self.numbers.insert(word.into(), number);
                    number
                }
            };
            let at = number as usize;
            // Written both ways, it is a word.
            self.whole[at] &= whole;
            if self.last[at] != page {
                self.last[at] = page;
                self.pages[at] += 1;
            }
            words.push(number);
        });
        if words.last().is_some_and(|word| *word != BREAK) {
            words.push(BREAK);
        }
    }
}
