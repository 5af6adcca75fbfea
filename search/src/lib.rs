//! Swedish search in a prebuilt index. No I/O: the caller fetches the files that a search asks for.

pub mod analyze;
#[cfg(not(target_arch = "wasm32"))]
pub mod build;
pub mod format;
pub mod page;
pub mod protocol;
pub mod query;

#[cfg(target_arch = "wasm32")]
pub mod browser;

pub use page::{Choice, Filter, Page, Section, Synonyms};
