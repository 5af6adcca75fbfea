//! A query: what was typed, what it may mean, and which pages have that.
//!
//! ```text
//! parse    what was typed -> words, phrases, words to leave out
//! slips    how far two words are from each other
//! expand   a word -> the keys it may mean, each with a weight
//! rank     keys -> pages by weight
//! read     the ten first pages, read to the end: order, nearness, exact title
//! excerpt  the passage to show, and what to mark in it
//! filter   what is chosen, and the number of pages of every value
//! store    the files at hand, and those that are missed
//! session  files in, answers out
//! ```

mod excerpt;
mod expand;
mod filter;
mod parse;
mod rank;
mod read;
mod session;
mod slips;
mod store;

pub use excerpt::MARK;
#[cfg(not(target_arch = "wasm32"))]
pub use excerpt::runs;
pub use parse::{Query, QueryWord};
pub use session::{Answer, Chosen, FilterCounts, Hit, Request, Session, Sort, Step, ValueCount, WordFound};
pub use store::ORDERS;
