//! Site → what search looks through.
//!
//! ```text
//! pages     every page that readers find, as plain text with its facts
//! filters   what hits can be narrowed by: each page's values, and all of them with their names
//! read      pages -> their words, and the files of what is shown of them
//! invert    words -> the index, by way of tantivy
//! built     the index of a built site, read again
//! files     the index -> the files of the site, and what the page of search has to know of them
//! earlier   the index of the build before, and some other pages -> the same, without the rest of the work
//! ```
//!
//! Pure functions of the site, like [`render`](crate::render), but for [`Built`]: the same site gives the same pages in the same order,
//! and the same bytes.

mod built;
mod earlier;
mod files;
mod filters;
mod invert;
mod pages;
mod read;
#[cfg(test)]
mod tests;

pub(crate) use built::{Built, BuiltError};
pub(crate) use earlier::{Earlier, IndexMemory, Made, Sources, made};
pub(crate) use files::FOLDER;
pub use files::{Files, IndexFile, files};
pub use filters::{filter_ids, filters};
pub use invert::{Analysed, IndexError};
pub use pages::pages;
pub use read::{ReadPages, read};
