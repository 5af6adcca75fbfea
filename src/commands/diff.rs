//! `samverka diff`: what a change of the content does to the site.

mod git;
mod sites;

use std::io::{IsTerminal, Write};
use std::path::Path;

use super::{Console, Failure, Outcome, theme, today, write_whole};
use crate::check::{Checked, check};
use crate::cli::{Diff as Typed, DiffFormat};
use crate::diff::{Diff, markdown, outline, text};
use crate::i18n::Message;
use crate::source::{self, File};

/// Compares the content with what it was, and says what is different.
///
/// # Errors
/// When either content cannot be read, or the report not be written. What stops the publishing is an [`Outcome`].
pub fn run(typed: &Typed, console: &Console) -> Result<Outcome, Failure> {
    let today = today(typed.input.today.as_deref())?;
    let (before, after) = rayon::join(
        || earlier(&typed.base, &typed.input.content).map(|files| check(files, today)),
        || source::read(&typed.input.content).map(|files| check(files, today)).map_err(Failure::from),
    );
    let (after, before) = (after?, before?);
    let diff = Diff::between(&before, &after, console.language);
    let parts = outline::parts(&diff, console.language);
    match (typed.format, &typed.out) {
        (DiffFormat::Text, None) => {
            let mut out = std::io::stdout();
            let _ = out.write_all(text::render(&parts, console.is_coloured(&out)).as_bytes());
        }
        (DiffFormat::Text, Some(file)) => write_whole(file, &text::render(&parts, false))?,
        (DiffFormat::Markdown, None) => {
            let _ =
                std::io::stdout().write_all(markdown::render(&parts, markdown::MARKER, console.language).as_bytes());
        }
        (DiffFormat::Markdown, Some(file)) => {
            write_whole(file, &markdown::render(&parts, markdown::MARKER, console.language))?
        }
        (DiffFormat::Html, out) => {
            // clap asks for it; a preview with a secret in it is never written.
            let Some(out) = out else { return Err(Message::new("rad-tomt").with("ord", "--out").into()) };
            refuse_secrets(&before, &after)?;
            let sites = sites::Sites { before: &before, after: &after, theme: &theme(typed.theme.as_deref())? };
            let protect = [Some(typed.input.content.clone()), typed.theme.clone(), folder(&typed.base)];
            let protect: Vec<_> = protect.into_iter().flatten().collect();
            sites.write(&diff, &parts, out, &protect, console)?;
        }
    }
    if typed.out.is_some() && std::io::stderr().is_terminal() {
        console.warn(&Message::new("andring-skriven").with("antal", diff.pages.len().to_string()));
    }
    Ok(match () {
        () if before.is_partial() || after.is_partial() => Outcome::Unread,
        () if diff.loses_addresses() || diff.faults.has_new_errors() => Outcome::Faults,
        () => Outcome::Done,
    })
}

/// What the content was: a folder, or a version of the folder that is compared.
fn earlier(base: &str, content: &Path) -> Result<Vec<File>, Failure> {
    match folder(base) {
        Some(folder) => Ok(source::read(&folder)?),
        None => git::files(content, base),
    }
}

fn folder(base: &str) -> Option<std::path::PathBuf> {
    let folder = Path::new(base);
    folder.is_dir().then(|| folder.to_path_buf())
}

fn refuse_secrets(before: &Checked, after: &Checked) -> Result<(), Failure> {
    let secret = [before, after].into_iter().flat_map(|checked| &checked.diagnostics).find(|found| found.redact);
    match secret {
        Some(found) => Err(Message::new("andring-hemligt").with("fil", &*found.place.path).into()),
        None => Ok(()),
    }
}
