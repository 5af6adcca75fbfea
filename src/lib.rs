//! Turns a folder of annotated case descriptions and guidance into a checked, accessible static site.
//!
//! The pipeline has one direction and one type per stage; a stage sees only what the one before gave it.
//!
//! ```text
//! content/ ─source▶ File ─parse▶ Parsed ─model▶ Corpus, Site ─routes▶ [Route]
//!                              └─check▶ [Diagnostic] ─diagnostic▶ text, JSON
//! render(&Site, &Route) → HTML       a pure function, one page at a time
//! index(&Site) → tantivy → files      what search looks through, frozen for browsers (the crate `search/`)
//!   build: all routes in parallel, written to a staging folder, then published at once
//!   serve: a route when it is asked for
//! access log ─report▶ Tally ─▶ Report → HTML, JSON, CSV
//! ```
//!
//! 1. [`source`] reads every file of the content folder.
//! 2. [`parse`] divides a document into front matter and body: [`yaml`] makes nodes with their places, [`schema`] turns
//!    nodes into typed fields by the field tables, [`markdown`] finds headings, links and citations.
//! 3. [`model`] puts documents, vocabularies and geography together and knows every address.
//! 4. [`check`] runs the rules; a fault is a value ([`diagnostic`]) whose words come last ([`i18n`]).
//!    What could be said more plainly ([`plain_language`], [`readability`]) is advice, which stops nothing.
//!    What can be mended without asking, [`fix`] mends.
//! 5. [`render`] makes pages with the templates of a theme; [`picture`] makes of media what is published of them.
//! 6. [`index`] makes of the same site what search looks through, and reads it again for `samverka search`.
//! 7. [`publish`] lets the finished site take the place of the old one, whole or not at all; [`compress`] makes the packed
//!    files beside its own, and [`archive`] one file of all of it.
//! 8. [`diff`] tells what a change does to the site; [`readability`] counts how hard a text is to read; [`fix`] mends what is
//!    safe; [`export`] makes of the tables what other programs need.
//! 9. [`serve`] is the preview. [`memory`] is what an incremental build knows of the one before.
//! 10. [`report`] reads a site's access logs and tells how the knowledge was spread.
//!
//! [`cli`] is what was typed, [`commands`] what is done about it. Only [`source`], [`publish`], [`serve`] and the commands
//! that write files touch the disk or the network; the rest is functions over values.

pub mod archive;
pub mod check;
pub mod cli;
pub mod commands;
pub mod compress;
pub mod diagnostic;
pub mod diff;
pub mod export;
pub mod fix;
pub mod i18n;
pub mod index;
pub mod markdown;
pub mod memory;
pub mod model;
pub mod parse;
mod personal_number;
pub mod picture;
pub mod plain_language;
pub mod publish;
pub mod readability;
pub mod render;
pub mod report;
pub mod reviews;
pub mod schema;
pub mod serve;
pub mod source;
pub mod words;
pub mod yaml;
