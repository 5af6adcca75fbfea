//! Pages → the files of the index: analysed, turned round by tantivy, and frozen.
//!
//! tantivy holds the pages in memory as one segment, in which a page's number is that of its place. Where it keeps a token's
//! position it keeps what the key weighs on the page ([`position_of`]). Its segments have random names, so that nothing of them
//! is kept but keys and numbers: the same site always gives the same bytes.

use rayon::prelude::*;
use samverka_search::build::{Analysis, Found, Freezer, Index, page_files};
use samverka_search::format::{Class, LEVELS, Posting};
use samverka_search::{Filter, Page, Synonyms};
use tantivy::postings::Postings;
use tantivy::schema::{IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager};
use tantivy::{DocSet, TERMINATED, TantivyDocument, TantivyError};
use thiserror::Error;

use super::files::packed_files;

/// The name under which tantivy knows [`Keys`].
const KEYS: &str = "keys";
/// Bytes in which tantivy keeps what it has read; beyond them it would begin a second segment in the same order.
const MEMORY: usize = 1 << 30;
/// How many pages are analysed before tantivy reads them.
const PIECE: usize = 512;

/// The index could not be made. It is made in memory of what the program itself has written, so that nothing that an editor
/// does leads here.
#[derive(Debug, Error)]
#[error("the search index could not be made: {0}")]
pub struct IndexError(#[from] TantivyError);

/// Pages that have been analysed, in the order that the index numbers them. This much is done on every core; tantivy then
/// takes one.
pub struct Analysed {
    pages: Vec<Page>,
    filters: Vec<Filter>,
    analysis: Analysis,
}

impl Analysed {
    /// Analyses the pages of an index.
    pub fn new(mut pages: Vec<Page>, filters: Vec<Filter>, synonyms: &[Synonyms]) -> Analysed {
        // Pages with the same choices beside each other: their filters then take few bytes.
        pages.sort_by(|a, b| a.choices.cmp(&b.choices).then_with(|| a.url.cmp(&b.url)));
        let analysis = Analysis::new(&pages, synonyms);
        Analysed { pages, filters, analysis }
    }

    /// The index of the pages, its files as a reader takes them.
    ///
    /// # Errors
    /// tantivy's own, as when there is no memory.
    pub fn index(&self) -> Result<Index, IndexError> {
        self.frozen(|_| {}, || page_files(&self.pages, &self.filters).collect())
    }

    /// The same, its files as they are published.
    pub(super) fn published(&self) -> Result<Index, IndexError> {
        self.frozen(|_| {}, || self.packed_page_files())
    }

    /// The [same](Analysed::published), and [what it leaves](samverka_search::build::Kept) for the next one.
    ///
    /// # Errors
    /// As [`index`](Analysed::index).
    pub(super) fn published_and_kept(&self) -> Result<(Index, Vec<u8>), IndexError> {
        let mut kept: Vec<Vec<u8>> = Vec::with_capacity(self.pages.len());
        let keep = |keys: &[Vec<Found>]| {
            kept.par_extend(keys.par_iter().map(|found| self.analysis.kept_keys(found)));
        };
        let index = self.frozen(keep, || self.packed_page_files())?;
        let kept = self.analysis.to_bytes(&self.pages, &kept, &index);
        Ok((index, kept))
    }

    fn packed_page_files(&self) -> Vec<(String, Vec<u8>)> {
        packed_files(page_files(&self.pages, &self.filters))
    }

    /// The index. Shows the keys of every page, some pages at a time.
    fn frozen(
        &self,
        show: impl FnMut(&[Vec<Found>]) + Send,
        page_files: impl FnOnce() -> Vec<(String, Vec<u8>)> + Send,
    ) -> Result<Index, IndexError> {
        let mut freezer = Freezer::new(&self.analysis);
        // What tantivy does takes one core.
        let (turned, page_files) = rayon::join(|| turned_round(&self.analysis, &mut freezer, show), page_files);
        turned?;
        Ok(freezer.finish(page_files))
    }

    /// The pages, in the order of their numbers.
    pub(super) fn pages(&self) -> &[Page] {
        &self.pages
    }
}

/// Also shows the keys of every page, some pages at a time.
fn turned_round(
    analysis: &Analysis,
    freezer: &mut Freezer<'_>,
    mut show: impl FnMut(&[Vec<Found>]),
) -> Result<(), IndexError> {
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(KEYS)
        .set_index_option(IndexRecordOption::WithFreqsAndPositions)
        .set_fieldnorms(false);
    let keys = schema.add_text_field(KEYS, TextOptions::default().set_indexing_options(indexing));
    let tokenizers = TokenizerManager::default();
    tokenizers.register(KEYS, Keys::default());
    let index = tantivy::Index::builder().schema(schema.build()).tokenizers(tokenizers);
    let mut writer = index.single_segment_index_writer(tantivy::directory::RamDirectory::create(), MEMORY)?;
    let pages: Vec<usize> = (0..analysis.pages()).collect();
    for piece in pages.chunks(PIECE) {
        let found: Vec<Vec<Found>> = piece.par_iter().map(|&page| analysis.keys(page)).collect();
        show(&found);
        for text in found.iter().map(|found| text_of(found)) {
            let mut document = TantivyDocument::default();
            document.add_text(keys, text);
            writer.add_document(document)?;
        }
    }
    let searcher = writer.finalize()?.reader()?.searcher();
    let mut positions = Vec::new();
    for segment in searcher.segment_readers() {
        let reader = segment.inverted_index(keys)?;
        let mut terms = reader.terms().stream().map_err(TantivyError::from)?;
        while terms.advance() {
            let all = IndexRecordOption::WithFreqsAndPositions;
            let mut pages = reader.read_postings_from_terminfo(terms.value(), all).map_err(TantivyError::from)?;
            let mut postings = Vec::with_capacity(terms.value().doc_freq as usize);
            while pages.doc() != TERMINATED {
                pages.positions(&mut positions);
                postings.extend(positions.iter().map(|&position| posting_at(pages.doc(), position)));
                pages.advance();
            }
            freezer.key(key_of(terms.key()), postings);
        }
    }
    Ok(())
}

/// Class and level as tantivy keeps them.
fn position_of(class: Class, level: u8) -> usize {
    class as usize * LEVELS + usize::from(level)
}

fn posting_at(page: u32, position: u32) -> Posting {
    let class = if position < LEVELS as u32 { Class::Word } else { Class::Derived };
    Posting { page, class, level: (position % LEVELS as u32) as u8 }
}

/// The keys of a page as a text, which [`KeyStream`] takes apart again: each in [`WIDTH`] letters, the first of which is its position.
fn text_of(keys: &[Found]) -> String {
    let mut text = String::with_capacity(keys.len() * WIDTH);
    for found in keys {
        text.push(letter(position_of(found.class, found.level) as u32));
        text.extend(DIGITS.map(|shift| letter(found.key >> shift & MOST)));
    }
    text
}

/// The key that [`text_of`] has written.
fn key_of(letters: &[u8]) -> u32 {
    letters.iter().fold(0, |key, &letter| key << BITS | number(letter))
}

/// How many bits a letter stands for: as many as there are letters in a row.
const BITS: u32 = 6;
const MOST: u32 = (1 << BITS) - 1;
/// A key in five letters, the highest first: in tantivy's order of bytes, keys then have the order of their numbers. No
/// memory holds more words than five letters can tell.
const DIGITS: [u32; 5] = [4 * BITS, 3 * BITS, 2 * BITS, BITS, 0];
/// The letters of a key and its position.
const WIDTH: usize = 1 + DIGITS.len();
/// The letter of 0.
const FIRST: u8 = b'0';

fn letter(number: u32) -> char {
    char::from(FIRST + number as u8)
}

fn number(letter: u8) -> u32 {
    u32::from(letter.saturating_sub(FIRST))
}

/// Our analysis as tantivy's tokenizer: the keys of a page were found with all cores, and stand one after the other.
#[derive(Clone, Default)]
struct Keys {
    token: Token,
}

struct KeyStream<'a> {
    rest: &'a str,
    token: &'a mut Token,
}

impl Tokenizer for Keys {
    type TokenStream<'a> = KeyStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> KeyStream<'a> {
        self.token.reset();
        KeyStream { rest: text, token: &mut self.token }
    }
}

impl TokenStream for KeyStream<'_> {
    fn advance(&mut self) -> bool {
        let Some((next, rest)) = self.rest.split_at_checked(WIDTH) else { return false };
        self.rest = rest;
        let (position, key) = next.split_at(1);
        self.token.text.clear();
        self.token.text.push_str(key);
        self.token.position = number(position.as_bytes()[0]) as usize;
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
