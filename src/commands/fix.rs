//! `samverka check --fix`: mends what is safe, and says what it did.

use std::fmt::Write as _;
use std::path::Path;

use similar::TextDiff;

use super::{Console, Failure, replace};
use crate::check::{CONFLICT, Checked};
use crate::fix::{Mended, mend};
use crate::i18n::{self, Message};
use crate::schema::read::Known;

/// What mending came to, in words.
pub struct Told {
    pub text: String,
    /// Whether a file was changed.
    pub is_changed: bool,
}

/// Mends every file that can be read, or only shows what would change.
///
/// # Errors
/// When a file cannot be written; those before it are mended.
pub fn run(checked: &Checked, content: &Path, is_dry: bool, console: &Console) -> Result<Told, Failure> {
    let say = |message: Message| i18n::text(console.language, &message);
    let site = &checked.corpus.site;
    let known = Known { vocabularies: &site.vocabularies, geography: &site.geography };
    let mut told = Told { text: String::new(), is_changed: false };
    let mut files = 0;
    for parsed in &checked.corpus.parsed {
        if needs_a_person(checked, &parsed.path) {
            continue;
        }
        let Some(mended) = mend(&parsed.path, parsed.kind, &parsed.text, known) else { continue };
        let path = content.join(&*parsed.path);
        // Somebody may have saved the file since it was read.
        if std::fs::read(&path).ok().as_deref() != Some(parsed.text.as_bytes()) {
            let _ = writeln!(told.text, "{}", say(Message::new("lagat-andrad").with("fil", &*parsed.path)));
            continue;
        }
        let _ = writeln!(told.text, "{}", parsed.path);
        for message in &mended.done {
            let _ = writeln!(told.text, "  {}", i18n::text(console.language, message));
        }
        if is_dry {
            told.text.push_str(&difference(&parsed.path, &parsed.text, &mended));
        } else {
            let fault = |error: std::io::Error| {
                Message::new("skriva-fel").with("fil", path.display().to_string()).with("orsak", error.to_string())
            };
            replace(&path, mended.text.as_bytes()).map_err(fault)?;
            told.is_changed = true;
        }
        files += 1;
    }
    let summary = if is_dry { "lagat-skulle" } else { "lagat-summa" };
    let _ = writeln!(told.text, "{}", say(Message::new(summary).with("filer", files.to_string())));
    Ok(told)
}

/// Two versions of the same lines, or a number that must not be shown: a person decides first.
fn needs_a_person(checked: &Checked, path: &str) -> bool {
    let mut of_file = checked.diagnostics.iter().filter(|diagnostic| *diagnostic.place.path == *path);
    of_file.any(|diagnostic| diagnostic.redact || diagnostic.rule == CONFLICT)
}

/// Lines taken away and added, each with one around it. Nothing of them steers a terminal.
fn difference(path: &str, text: &str, mended: &Mended) -> String {
    let difference = TextDiff::from_lines(text, mended.text.as_str());
    let lines = difference.unified_diff().context_radius(1).header(path, path).to_string();
    lines.lines().map(|line| format!("  {}\n", crate::diagnostic::visible_line(line))).collect()
}
