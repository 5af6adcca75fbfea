//! `samverka check`: every fault in every file.

use std::io::Write;
use std::path::{Component, Path};

use super::{Console, Failure, Outcome, fix, read_and_check, report};
use crate::check::rule_texts;
use crate::cli::{Check, Format};
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

/// Where the content lies as seen from the root of the repository: a host of code shows a fault at its line only if it is
/// told so. The root is what GitHub says, else the folder in which the program was started.
fn below_root(content: &Path) -> String {
    let started = std::env::current_dir().unwrap_or_default();
    let root = std::env::var_os("GITHUB_WORKSPACE").map_or_else(|| started.clone(), Into::into);
    below(&root, &started, content)
}

fn below(root: &Path, started: &Path, content: &Path) -> String {
    // Without asking the disk: a link in the path is what the repository holds.
    let mut whole: Vec<Component<'_>> = Vec::new();
    let joined = started.join(content);
    for part in joined.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(whole.pop()),
            part => whole.push(part),
        }
    }
    let whole: std::path::PathBuf = whole.iter().collect();
    let inside = whole.strip_prefix(root).unwrap_or(&whole);
    let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/").replacen("//", "/", 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_is_named_from_the_root_of_the_repository() {
        let of = |root: &str, started: &str, content: &str| below(Path::new(root), Path::new(started), Path::new(content));
        assert_eq!(of("/w", "/w", "content"), "content");
        assert_eq!(of("/w", "/w", "./content/"), "content");
        assert_eq!(of("/w", "/w/a", "../content"), "content");
        assert_eq!(of("/w", "/w/a", "b"), "a/b");
        assert_eq!(of("/w", "/w", "."), "");
        assert_eq!(of("/w", "/w", "/w/x/y"), "x/y");
        assert_eq!(of("/w", "/w", "/elsewhere/y"), "/elsewhere/y");
    }
}
