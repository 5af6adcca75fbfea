//! `samverka check`: every fault in every file.

use std::io::Write;

use super::{Console, Failure, Outcome, read_and_check};
use crate::cli::{Check, Format};
use crate::diagnostic::{Report, json};
use crate::i18n::Message;

pub fn run(typed: &Check, console: &Console) -> Result<Outcome, Failure> {
    let checked = read_and_check(&typed.input)?;
    let mut out = std::io::stdout();
    match typed.format {
        Format::Text => console.diagnostics(&checked, &mut out),
        Format::Json => {
            let report = Report::new(&checked.diagnostics, &checked, checked.corpus.files.len(), console.language);
            let text = json::render(&report)
                .map_err(|error| Message::new("skriva-fel").with("fil", "json").with("orsak", error.to_string()))?;
            let _ = out.write_all(text.as_bytes());
        }
    }
    Ok(Outcome::of(&checked))
}
