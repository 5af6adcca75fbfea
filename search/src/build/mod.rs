//! Pages → the files of an index. Only where there are threads: browsers read what this has made.
//!
//! ```text
//! words       pages -> their distinct words, and each page as a row of these
//! keys        distinct word -> its key, the keys it is also found under, and the pairs that make it up
//! vocabulary  row -> its keys, each with what it weighs on the page
//! analysis    pages -> their keys, for whoever turns them round (tantivy)
//! freeze      key -> pages, turned round, -> the files
//! cards       pages -> the other files
//! kept        what an index leaves for the next one
//! again       that, and a few other pages -> the files that are others than before
//! ```

mod again;
mod analysis;
mod bytes;
mod cards;
mod freeze;
mod kept;
mod keys;
#[cfg(test)]
mod tests;
mod vocabulary;
mod words;

pub use again::Again;
pub use analysis::{Analysis, Found, PAGES_AT_ONCE};
pub use freeze::{Freezer, Index, card_file, order_files, page_files};
pub use kept::Kept;
pub use vocabulary::{Place, Tally, WEIGHTS};
pub use words::Piece;

/// A part of a page that weighs differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
    Title,
    /// The summary, or else the first paragraph; its words are also in the body.
    Lead,
    /// Headings, and names that describe the page without standing in its text.
    Heads,
    Body,
}

impl Field {
    const ALL: [Field; 4] = [Field::Title, Field::Lead, Field::Heads, Field::Body];

    /// What an occurrence weighs in comparison with one in the body.
    fn weight(self) -> f32 {
        match self {
            Field::Title => 14.0,
            Field::Lead => 2.0,
            Field::Heads => 2.0,
            Field::Body => 1.0,
        }
    }

    /// How far the field's length counts (b of BM25).
    fn length_share(self) -> f32 {
        match self {
            Field::Title | Field::Body => 0.6,
            Field::Lead | Field::Heads => 0.5,
        }
    }
}
