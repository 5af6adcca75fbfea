//! Access logs → the report of how the knowledge was spread.
//!
//! ```text
//! input      a log, packed or not -> blocks of whole lines
//! overlap    blocks -> what of them an earlier file had
//! format     a line -> Record: combined and common, JSON of Caddy and nginx, W3C of IIS
//! tally      Record -> what is counted at once, and a short View of each page view, by day; one tally per block, added up
//! figures    Tally -> Report: visitor-days, visits, pages, months, channels, searches, data quality
//! data       what a report holds, as rapport.json has it
//! compare    two reports -> what changed, and what to be careful about
//! files      Report -> rapport.json with its schema, one CSV per table, the lists it was judged by; pages are `render`'s
//! ```
//!
//! # What is counted
//! - **Page view**: a GET answered by 200 or 304 for a page of the site's manifest, not by a robot.
//! - **Robot**: a user agent that the list ([`robots`]) knows. In the main figures also a visitor-day that never fetched the
//!   style sheet, which browsers do at least every twelve hours. The upper figures are by the list alone.
//! - **Visitor-day**: the same address (of IPv6 the first 64 bits) and user agent within one day in Stockholm, told by a keyed hash
//!   whose key is random, of that day, and gone when the program ends.
//! - **Visit**: page views of a visitor-day with at most [`figures::PAUSE`] seconds between one and the next.
//!
//! No address, user agent or referrer leaves [`tally`]: what it keeps of a view is a hash, a time and numbers. Nor does a fault of
//! the program show one: [`hide_panics`], and the fields of a line have no `Debug` that would.

pub mod channel;
pub(crate) mod compare;
pub(crate) mod data;
pub(crate) mod day;
pub mod demo;
pub mod figures;
pub(crate) mod files;
pub mod format;
mod input;
pub mod networks;
mod overlap;
mod pages;
mod query;
mod quiet;
pub(crate) mod read;
pub(crate) mod robots;
pub mod tally;
#[cfg(test)]
mod tests;
mod view;
pub mod visitor;

pub use data::Report;
pub use figures::Terms;
pub use files::json;
pub use input::{open, unpacked};
pub use overlap::TWICE;
pub use pages::Pages;
pub use quiet::hide_panics;
pub use read::{ReadError, read};
pub use tally::Tally;
