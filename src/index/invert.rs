//! Pages → the files of the index: analysed, turned round by tantivy, and frozen.
//!
//! tantivy holds the pages in memory as one segment. A document of it is [some pages](PIECE) in a row, with each key as often as it
//! has pages among them, and all of a key together: tantivy looks a key up at each of its tokens, and so finds it where it was
//! a moment ago. Where it keeps a token's position it keeps which of the pages it is, and what the key weighs on it ([`Place`]).
//! Its segments have random names, so that nothing of them is kept but keys and numbers: the same site always gives the same
//! bytes.

use rayon::prelude::*;
use samverka_search::build::{Analysis, Found, Freezer, Index, WEIGHTS, number_of, page_files, weight_of};
use samverka_search::format::{Class, Posting};
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
/// How many pages are analysed before tantivy reads them as one document.
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
        let mut document = TantivyDocument::default();
        document.add_text(keys, text_of(&found, analysis.all_keys()));
        writer.add_document(document)?;
    }
    let searcher = writer.finalize()?.reader()?.searcher();
    let mut positions = Vec::new();
    for segment in searcher.segment_readers() {
        let reader = segment.inverted_index(keys)?;
        let mut terms = reader.terms().stream().map_err(TantivyError::from)?;
        while terms.advance() {
            let all = IndexRecordOption::WithFreqsAndPositions;
            let mut pieces = reader.read_postings_from_terminfo(terms.value(), all).map_err(TantivyError::from)?;
            let mut postings = Vec::new();
            while pieces.doc() != TERMINATED {
                pieces.positions(&mut positions);
                if postings.is_empty() {
                    // Most keys are in one piece only.
                    postings.reserve_exact(positions.len());
                }
                postings.extend(positions.iter().map(|&position| Place(position).posting(pieces.doc())));
                pieces.advance();
            }
            freezer.key(number(terms.key()), postings);
        }
    }
    Ok(())
}

/// One of the pages of a document, and what a key weighs on it, as tantivy keeps it: as a position. Those of a key ascend.
#[derive(Clone, Copy)]
struct Place(u32);

impl Place {
    fn new(page: usize, class: Class, level: u8) -> Place {
        Place(page as u32 * WEIGHTS + number_of(class, level))
    }

    fn posting(self, piece: u32) -> Posting {
        let (class, level) = weight_of(self.0 % WEIGHTS);
        Posting { page: piece * PIECE as u32 + self.0 / WEIGHTS, class, level }
    }
}

/// The keys of some pages as a text, in their order, which [`KeyStream`] takes apart again: each in [`WIDTH`] letters, the first
/// of which are its place. `keys` is how many keys all pages have.
fn text_of(pages: &[Vec<Found>], keys: usize) -> String {
    // By key, where its places begin, and at last where they end.
    let mut starts = vec![0_u32; keys + 1];
    pages.iter().flatten().for_each(|found| starts[found.key as usize] += 1);
    let mut count = 0;
    for start in &mut starts {
        count += std::mem::replace(start, count);
    }
    let mut places = vec![0; count as usize];
    for (page, found) in pages.iter().enumerate() {
        for &Found { key, class, level } in found {
            let next = &mut starts[key as usize];
            places[*next as usize] = Place::new(page, class, level).0;
            *next += 1;
        }
    }
    let mut text = Vec::with_capacity(places.len() * WIDTH);
    let mut begin = 0;
    for (key, &end) in (0..).zip(&starts[..keys]) {
        for &place in &places[begin as usize..end as usize] {
            text.extend_from_slice(&letters::<PLACE_WIDTH>(place));
            text.extend_from_slice(&letters::<KEY_WIDTH>(key));
        }
        begin = end;
    }
    // They are letters of ASCII.
    String::from_utf8(text).unwrap_or_default()
}

/// How many bits a letter stands for: as many as there are letters in a row.
const BITS: u32 = 6;
/// Letters of a place: there are fewer than 64³.
const PLACE_WIDTH: usize = 3;
const _: () = assert!(PIECE as u32 * WEIGHTS <= 1 << (BITS * PLACE_WIDTH as u32));
/// Letters of a key. No memory holds more keys than five letters can tell.
const KEY_WIDTH: usize = 5;
const WIDTH: usize = PLACE_WIDTH + KEY_WIDTH;
/// The letter of 0.
const FIRST: u8 = b'0';

/// A number as letters, the highest first: in tantivy's order of bytes, keys then have the order of their numbers.
fn letters<const WIDTH: usize>(number: u32) -> [u8; WIDTH] {
    std::array::from_fn(|at| FIRST + (number >> (BITS as usize * (WIDTH - 1 - at)) & ((1 << BITS) - 1)) as u8)
}

/// The number that [`letters`] has written.
fn number(letters: &[u8]) -> u32 {
    letters.iter().fold(0, |number, &letter| number << BITS | u32::from(letter.saturating_sub(FIRST)))
}

/// Our analysis as tantivy's tokenizer: the keys of pages were found with all cores, and stand one after the other.
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
        let (place, key) = next.split_at(PLACE_WIDTH);
        self.token.text.clear();
        self.token.text.push_str(key);
        self.token.position = number(place.as_bytes()) as usize;
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
