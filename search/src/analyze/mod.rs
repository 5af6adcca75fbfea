//! Swedish text → words, and words → the keys they are found under.
//!
//! ```text
//! fold      letters as they are compared: lower case, composed, å ä ö kept
//! words     text -> words with their places
//! stem      word -> stem (Snowball's Swedish stemmer)
//! compound  word -> parts, learned from the words of all pages
//! stop      words that carry no subject
//! ```
//!
//! The program and the browser run this same code, so that a word of a page and the same word of a query always meet
//! under one key.

#[cfg(not(target_arch = "wasm32"))]
mod compound;
mod fold;
mod stem;
mod stop;
mod words;

#[cfg(not(target_arch = "wasm32"))]
pub use compound::{Division, Lexicon};
pub use fold::{fold_char, is_alphabetic, is_alphanumeric, plain_letter};
pub use stem::{stem, undoubled, verb_of, with_vowel, without_ending, without_vowel};
pub use stop::{is_everyday_word, is_stop_word};
pub use words::{Word, each_word, plain_words, words};
