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

#![warn(missing_docs)]
// Most of it is for the program alone; `cargo doc --document-private-items` shows all.
#![allow(rustdoc::private_intra_doc_links)]

mod archive;
pub mod check;
mod cli;
mod commands;
mod compress;
pub mod diagnostic;
mod diff;
mod export;
mod fix;
pub mod i18n;
pub mod index;
pub mod markdown;
mod memory;
pub mod model;
pub mod parse;
mod personal_number;
mod picture;
mod plain_language;
pub mod publish;
pub mod readability;
pub mod render;
pub mod report;
mod reviews;
pub mod schema;
mod serve;
pub mod source;
mod words;
pub mod yaml;

use std::ffi::OsString;
use std::process::ExitCode;

/// Does what was typed: arguments → run → exit code.
///
/// The code is 0 when all is done, 1 when the content has faults, and 2 when the program could not do it, for example
/// because it did not understand the arguments, or could not read or write a file; standard error says why.
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    let typed = match cli::parse(arguments.iter().cloned()) {
        Ok(typed) => typed,
        Err(error) => {
            match cli::explain(&error, cli::language_of(&arguments)) {
                Some(text) => eprint!("{text}"),
                None => error.exit(),
            }
            return ExitCode::from(2);
        }
    };
    let console = commands::Console::new(typed.lang, typed.color);
    match commands::run(typed.command, &console) {
        Ok(commands::Outcome::Done) => ExitCode::SUCCESS,
        Ok(commands::Outcome::Faults) => ExitCode::from(1),
        Ok(commands::Outcome::Unread) => ExitCode::from(2),
        Err(failure) => {
            console.failure(&failure);
            ExitCode::from(2)
        }
    }
}
