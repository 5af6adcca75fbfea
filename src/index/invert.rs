//! The words of pages → the files of the index: analysed, turned round by tantivy, and frozen.
//!
//! tantivy holds the pages in memory as one segment. A document of it is [some pages](PIECE) in a row, with each key as often as it
//! has pages among them, and all of a key together: tantivy looks a key up at each of its tokens, and so finds it where it was
//! a moment ago. Where it keeps a token's position it keeps which of the pages it is, and what the key weighs on it ([`Place`]).
//! Its segments have random names, so that nothing of them is kept but keys and numbers: the same site always gives the same
//! bytes.

use rayon::prelude::*;
use samverka_search::build::{Analysis, Found, Freezer, Index, Place, WEIGHTS, order_files};
use samverka_search::{Filter, Page, Synonyms};
use tantivy::postings::Postings;
use tantivy::schema::{IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager};
use tantivy::{DocSet, TERMINATED, TantivyDocument, TantivyError};
use thiserror::Error;

use super::ReadPages;

/// The name under which tantivy knows [`Keys`].
const KEYS: &str = "keys";
/// Bytes in which tantivy keeps what it has read; beyond them it would begin a second segment in the same order.
const MEMORY: usize = 1 << 30;
/// How many pages are analysed before tantivy reads them as one document.
const PIECE: usize = 512;

/// How many of them one core counts the keys of at least: it clears a table of all keys before.
const PAGES_TALLIED: usize = 64;

/// The index could not be made. It is made in memory of what the program itself has written, so that nothing that an editor
/// does leads here.
#[derive(Debug, Error)]
#[error("the search index could not be made: {0}")]
pub struct IndexError(#[from] TantivyError);

/// Pages that have been analysed, in the order that the index numbers them.
pub struct Analysed {
    /// Without what they say.
    pages: Vec<Page>,
    cards: Vec<(String, Vec<u8>)>,
    filters: Vec<Filter>,
    analysis: Analysis,
}

impl Analysed {
    /// Analyses the pages of an index. The files of what is shown of them will be as a reader takes them.
    pub fn new(pages: Vec<Page>, filters: Vec<Filter>, synonyms: &[Synonyms]) -> Analysed {
        Analysed::of(ReadPages::plain(pages), filters, synonyms)
    }

    /// Analyses pages that have been read.
    pub(super) fn of(read: ReadPages, filters: Vec<Filter>, synonyms: &[Synonyms]) -> Analysed {
        let ReadPages { pages, pieces, cards } = read;
        Analysed { pages, cards, filters, analysis: Analysis::of(pieces, synonyms) }
    }

    /// The index of the pages.
    ///
    /// # Errors
    /// tantivy's own, as when there is no memory.
    pub fn index(self) -> Result<Index, IndexError> {
        frozen(&self.analysis, (&self.pages, &self.filters), self.cards, |_| {})
    }

    /// The same, [what it leaves](samverka_search::build::Kept) for the next one, and the pages without what they say.
    ///
    /// # Errors
    /// As [`index`](Analysed::index).
    pub(super) fn index_and_kept(self) -> Result<(Index, Vec<u8>, Vec<Page>), IndexError> {
        let Analysed { pages, cards, filters, analysis } = self;
        let mut kept: Vec<Vec<u8>> = Vec::with_capacity(pages.len());
        let keep = |keys: &[Vec<Found>]| kept.par_extend(keys.par_iter().map(|found| analysis.kept_keys(found)));
        let index = frozen(&analysis, (&pages, &filters), cards, keep)?;
        let kept = analysis.to_bytes(&pages, &kept, &index);
        Ok((index, kept, pages))
    }
}

/// The index. Shows the keys of every page, some pages at a time.
fn frozen(
    analysis: &Analysis,
    (pages, filters): (&[Page], &[Filter]),
    cards: Vec<(String, Vec<u8>)>,
    show: impl FnMut(&[Vec<Found>]) + Send,
) -> Result<Index, IndexError> {
    // What tantivy does takes one core.
    let orders = || order_files(pages, filters).collect::<Vec<_>>();
    let (freezer, orders) = rayon::join(|| turned_round(analysis, show), orders);
    Ok(freezer?.finish(cards.into_iter().chain(orders).collect()))
}

/// Also shows the keys of every page, some pages at a time.
fn turned_round<'a>(analysis: &'a Analysis, mut show: impl FnMut(&[Vec<Found>])) -> Result<Freezer<'a>, IndexError> {
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
    let mut places = 0;
    for piece in pages.chunks(PIECE) {
        let pages = piece.par_iter().with_min_len(PAGES_TALLIED);
        let found = pages.map_init(|| analysis.tally(), |tally, &page| analysis.keys(page, tally));
        let found: Vec<Vec<Found>> = found.collect();
        show(&found);
        places += found.iter().map(Vec::len).sum::<usize>();
        let mut document = TantivyDocument::default();
        document.add_text(keys, text_of(&found, analysis.all_keys()));
        writer.add_document(document)?;
    }
    let searcher = writer.finalize()?.reader()?.searcher();
    let mut freezer = Freezer::new(analysis, places);
    let mut positions = Vec::new();
    for segment in searcher.segment_readers() {
        let reader = segment.inverted_index(keys)?;
        let mut terms = reader.terms().stream().map_err(TantivyError::from)?;
        while terms.advance() {
            let all = IndexRecordOption::WithFreqsAndPositions;
            let mut pieces = reader.read_postings_from_terminfo(terms.value(), all).map_err(TantivyError::from)?;
            freezer.key(number(terms.key()));
            while pieces.doc() != TERMINATED {
                pieces.positions(&mut positions);
                let before = pieces.doc() * PIECE as u32;
                freezer.places(positions.iter().map(|&position| Place::of(position).after(before)));
                pieces.advance();
            }
        }
    }
    Ok(freezer)
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
            places[*next as usize] = Place::new(page as u32, class, level).number();
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
