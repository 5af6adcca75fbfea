//! The files of an index, and their layout byte for byte.
//!
//! An index is one **root**, which the search page carries, and a folder of files that never change:
//!
//! | file | what it holds | asked for |
//! | --- | --- | --- |
//! | root ([`Root`]) | number of pages, where each file of terms begins | with the page |
//! | `t/0`, `t/1` … ([`Terms`]) | keys in order, each with its forms and the pages it stands on | by a word's first letters |
//! | `r/0`, `r/1` … ([`Backwards`]) | the same keys ordered from their ends, without pages | for a word that no page has |
//! | `d/0`, `d/1` … ([`Card`]) | what is shown of a page, or of two ([`cards_in_file`]); packed by `deflate-raw` | for the ten hits |
//! | `filter` ([`Filters`]) | every filter's values and their pages | when filters are shown or chosen |
//! | `granskad`, `titel` ([`Order`]) | the pages in that order | when sorted so |
//!
//! Each file but a card is
//!
//! ```text
//! byte 0        kind: one letter (root 'S', terms 't', backwards 'r', card 'd', filters 'f', order 'o')
//! byte 1        FORMAT_VERSION
//! bytes 2..n-4  the content, arithmetically coded ([`coder`]): what is coded, and in which order, stands in one function
//!               `code` beside each type, which both writes and reads
//! bytes n-4..n  CRC-32 (ISO 3309) of the bytes before it, little-endian
//! ```
//!
//! A card is the same with text in place of coded bits, so that `deflate` and a reader's eyes can do something with it. So is the
//! root, of which the search page carries the text alone.
//! From the first release on, any change of a layout, of the analysis or of what a number means raises [`FORMAT_VERSION`]: a reader
//! refuses what is older or newer by name.

mod backwards;
mod card;
pub mod coder;
mod envelope;
mod filters;
mod order;
mod root;
mod terms;

pub use backwards::{Backwards, backward};
pub use card::{Card, Part, cards_in_file, id_of};
pub use envelope::{FORMAT_VERSION, FormatError, checksum};
pub use filters::{Column, Filters, MOST_VALUES};
pub use order::Order;
pub use root::{Root, bound_between};
pub use terms::{Class, Entry, LEVELS, MOST_ENDINGS, Posting, Terms, is_word, level_of, value_of};
