//! `samverka check`: every fault in every file, and advice on the language.

use std::io::Write;

use super::{Console, Failure, Outcome, below_root, fix, read_and_check, report};
use crate::check::{SOME, rule_texts};
use crate::cli::{Advice, Check, Format};
use crate::diagnostic::{github, json, markdown, sarif};
use crate::i18n::Message;

pub fn run(typed: &Check, console: &Console) -> Result<Outcome, Failure> {
    let mut checked = read_and_check(&typed.input)?;
    let mut out = std::io::stdout();
    if typed.fix {
        let told = fix::run(&checked, &typed.input.content, typed.dry_run, console)?;
        // What other programs read stays free of it.
        let _ = match typed.format {
            Format::Text => out.write_all(told.text.as_bytes()),
            _ => std::io::stderr().write_all(told.text.as_bytes()),
        };
        if told.is_changed {
            checked = read_and_check(&typed.input)?;
        }
    }
    // Programs are given everything; people as much as they read.
    let is_for_programs = matches!(typed.format, Format::Json | Format::Sarif);
    match typed.advice.unwrap_or(if is_for_programs { Advice::All } else { Advice::Some }) {
        Advice::None => {}
        Advice::Some => checked.advise(Some(SOME)),
        Advice::All => checked.advise(None),
    }
    let folder = below_root(&typed.input.content);
    let report = report(&checked, console.language).below(&folder);
    let text = match typed.format {
        Format::Text => {
            console.diagnostics(&checked, &mut out);
            return Ok(Outcome::of(&checked));
        }
        Format::Json => json::render(&report).map_err(|error| not_written("json", &error))?,
        Format::Sarif => sarif::render(&report, &rule_texts()).map_err(|error| not_written("sarif", &error))?,
        Format::Github => github::render(&report),
        Format::Markdown => markdown::render(&report),
    };
    let _ = out.write_all(text.as_bytes());
    Ok(Outcome::of(&checked))
}

fn not_written(format: &str, error: &serde_json::Error) -> Failure {
    Message::new("skriva-fel").with("fil", format).with("orsak", error.to_string()).into()
}
