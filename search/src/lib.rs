//! Swedish search in a prebuilt index. No I/O: the caller fetches the files that a search asks for.
//!
//! ```text
//! [Page] ─build::Analysis▶ weighed keys ─(tantivy, in the main program)▶ keys with pages ─build::Freezer▶ Index, its files
//!
//! what was typed ─query::Query▶ words ─expand▶ keys ─rank▶ pages ─read▶ ten hits ─excerpt▶ Answer
//!                                       └──────────── Session: asks for the files that each step needs ────────────┘
//! ```
//!
//! 1. [`analyze`] makes words of texts, and keys of words: Swedish stems, parts of compounds learned from the pages.
//! 2. [`build`] (not in browsers) analyses all pages and freezes their keys into files.
//! 3. [`format`](mod@format) is the layout of these files; writing and reading are one piece of code.
//! 4. [`query`] answers. A [`Session`](query::Session) never blocks: what it lacks, it names, and the caller supplies.
//! 5. [`protocol`] is how browsers and `samverka search` speak to a session.
//!
//! ```
//! use rayon::prelude::*;
//! use samverka_search::build::{Analysis, Freezer, Place, page_files};
//! use samverka_search::query::{Request, Session, Step};
//! use samverka_search::{Page, Section};
//!
//! let page = |url: &str, title: &str, text: &str| Page {
//!     url: url.into(),
//!     title: title.into(),
//!     sections: vec![Section { text: text.into(), ..Section::default() }],
//!     ..Page::default()
//! };
//! let pages = [page("/a/", "Avtal", "Parterna träffas varje vecka."), page("/b/", "Möte", "Om lån och avtalen.")];
//! let analysis = Analysis::new(&pages, &[]);
//! // What tantivy does for many pages: keys in order, each with its pages.
//! let mut keys = std::collections::BTreeMap::<u32, Vec<Place>>::new();
//! for page in 0..analysis.pages() {
//!     for found in analysis.keys(page, &mut analysis.tally()) {
//!         keys.entry(found.key).or_default().push(Place::new(page as u32, found.class, found.level));
//!     }
//! }
//! let mut freezer = Freezer::new(&analysis, keys.values().map(Vec::len).sum());
//! for (key, places) in keys {
//!     freezer.key(key);
//!     freezer.places(places);
//! }
//! let index = freezer.finish(page_files(&pages, &[]));
//!
//! let mut session = Session::open(&index.root)?;
//! let request = Request { text: "avtalet".into(), limit: 10, ..Request::default() };
//! let answer = loop {
//!     match session.search(&request) {
//!         Step::Done(answer) => break answer,
//!         Step::Need(names) => {
//!             for (name, bytes) in index.files.iter().filter(|(name, _)| names.contains(name)) {
//!                 session.supply(name, bytes)?;
//!             }
//!         }
//!     }
//! };
//! assert_eq!(answer.total, 2);
//! assert_eq!(answer.hits[0].card.card.url, "/a/");
//! # Ok::<(), samverka_search::format::FormatError>(())
//! ```
//!
//! In a browser the crate does without the standard library, whose messages and formatting of numbers would be most of what
//! is fetched; see `browser`.

#![warn(missing_docs)]
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
