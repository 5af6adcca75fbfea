//! Pages → the files of the index: analysed, turned round by tantivy, and frozen.
//!
//! tantivy holds the pages in memory as one segment, in which a page's number is that of its place; each part of a page
//! ([`Field`]) is two of its fields, one for the page's own words and one for what follows from them. Its segments have random
//! names, so that nothing of them is kept but keys and numbers: the same site always gives the same bytes.

use samverka_search::build::{Analysis, Field, Freezer, Index, Occurrence};
use samverka_search::format::Class;
use samverka_search::{Filter, Page, Synonyms};
use tantivy::postings::Postings;
use tantivy::schema::{Field as Column, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager};
use tantivy::{DocSet, SegmentReader, TERMINATED, TantivyDocument, TantivyError};
use thiserror::Error;

/// The name under which tantivy knows [`Keys`].
const KEYS: &str = "keys";
/// Bytes in which tantivy keeps what it has read; beyond them it would begin a second segment in the same order.
const MEMORY: usize = 1 << 30;

/// The index could not be made. It is made in memory of what the program itself has written, so that nothing that an editor
/// does leads here.
#[derive(Debug, Error)]
#[error("the search index could not be made: {0}")]
pub struct IndexError(#[from] TantivyError);

/// The index of pages, and the pages in the order that the index numbers them.
///
/// # Errors
/// tantivy's own, as when there is no memory.
pub fn index(mut pages: Vec<Page>, filters: &[Filter], synonyms: &[Synonyms]) -> Result<Index, IndexError> {
    // Pages with the same choices beside each other: their filters then take few bytes.
    pages.sort_by(|a, b| a.choices.cmp(&b.choices).then_with(|| a.url.cmp(&b.url)));
    let analysis = Analysis::new(&pages, synonyms);
    let mut freezer = Freezer::new(&analysis);
    turned_round(&analysis, &mut freezer)?;
    Ok(freezer.finish(&pages, filters))
}

fn turned_round(analysis: &Analysis, freezer: &mut Freezer<'_>) -> Result<(), IndexError> {
    let columns: Vec<(Field, Class)> =
        Field::ALL.into_iter().flat_map(|field| [(field, Class::Word), (field, Class::Derived)]).collect();
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(KEYS)
        .set_index_option(IndexRecordOption::WithFreqs)
        .set_fieldnorms(false);
    let options = TextOptions::default().set_indexing_options(indexing);
    let fields: Vec<Column> =
        (0..columns.len()).map(|number| schema.add_text_field(&number.to_string(), options.clone())).collect();
    let tokenizers = TokenizerManager::default();
    tokenizers.register(KEYS, Keys::default());
    let index = tantivy::Index::builder().schema(schema.build()).tokenizers(tokenizers);
    let mut writer = index.single_segment_index_writer(tantivy::directory::RamDirectory::create(), MEMORY)?;
    for page in &analysis.pages {
        let mut document = TantivyDocument::default();
        let texts = page.words.iter().zip(&page.derived).flat_map(|(words, derived)| [words, derived]);
        for (&field, text) in fields.iter().zip(texts).filter(|(_, text)| !text.is_empty()) {
            document.add_text(field, text);
        }
        writer.add_document(document)?;
    }
    let index = writer.finalize()?;
    let searcher = index.reader()?.searcher();
    if let [segment] = searcher.segment_readers() {
        merge(segment, &fields, &columns, freezer)?;
    }
    Ok(())
}

/// Hands every key on in order, with its occurrences in all columns.
fn merge(
    segment: &SegmentReader,
    fields: &[Column],
    columns: &[(Field, Class)],
    freezer: &mut Freezer<'_>,
) -> Result<(), IndexError> {
    let readers = fields.iter().map(|&field| segment.inverted_index(field)).collect::<Result<Vec<_>, _>>()?;
    let mut streams = Vec::with_capacity(readers.len());
    for reader in &readers {
        let mut stream = reader.terms().stream().map_err(TantivyError::from)?;
        let more = stream.advance();
        streams.push((stream, more));
    }
    let mut occurrences = Vec::new();
    let mut key = Vec::new();
    loop {
        let Some(first) = streams.iter().filter(|(_, more)| *more).map(|(stream, _)| stream.key()).min() else {
            return Ok(());
        };
        key.clear();
        key.extend_from_slice(first);
        occurrences.clear();
        for ((stream, more), (reader, &(field, class))) in streams.iter_mut().zip(readers.iter().zip(columns)) {
            if !*more || stream.key() != key {
                continue;
            }
            let mut postings = reader
                .read_postings_from_terminfo(stream.value(), IndexRecordOption::WithFreqs)
                .map_err(TantivyError::from)?;
            while postings.doc() != TERMINATED {
                occurrences.push(Occurrence { page: postings.doc(), field, class, count: postings.term_freq() });
                postings.advance();
            }
            *more = stream.advance();
        }
        freezer.key(&String::from_utf8_lossy(&key), occurrences.drain(..));
    }
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
        let Some((key, rest)) = self.rest.split_once(samverka_search::build::SEPARATOR) else { return false };
        self.rest = rest;
        self.token.text.clear();
        self.token.text.push_str(key);
        self.token.position = self.token.position.wrapping_add(1);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
