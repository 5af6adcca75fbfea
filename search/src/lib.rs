//! Swedish search in a prebuilt index. No I/O: the caller fetches the files that a search asks for.
//!
//! In a browser the crate does without the standard library, whose messages and formatting of numbers would be most of what
//! is fetched; see `browser`.

#![cfg_attr(target_arch = "wasm32", no_std)]

extern crate alloc;

pub mod analyze;
#[cfg(not(target_arch = "wasm32"))]
pub mod build;
pub mod format;
mod numbers;
pub mod page;
mod prelude;
pub mod protocol;
pub mod query;
mod text;

#[cfg(target_arch = "wasm32")]
pub mod browser;

pub use page::{Choice, Filter, Page, Section, Synonyms};
