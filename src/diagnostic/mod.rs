//! What is wrong with the content, where, and what to do about it.
//!
//! A check makes a [`Diagnostic`]; a [`Report`] finds its place in the text and its words in a language; one file
//! per format writes it out: [`text`] for people, [`json`] for programs, [`sarif`] for editors and hosts of code, [`github`] for the
//! lines of a pull request and [`markdown`] for a comment on it.
//!
//! ```text
//! [Diagnostic] ─sort▶ Report (places, words, personal numbers hidden) ─▶ text::render, json::render, …
//! ```
//!
//! The message of a diagnostic is a Fluent message whose value says what is wrong. Its attributes say the rest:
//! `.help` (the remedy), `.why` (optional) and `.mark` (optional: a short label at the marked text).

pub mod github;
pub mod json;
pub(crate) mod line_index;
pub mod markdown;
mod redact;
mod report;
pub mod sarif;
mod snippet;
#[cfg(test)]
mod tests;
pub mod text;
mod visible;

use std::{ops::Range, sync::Arc};

pub(crate) use redact::Redactions;
pub use report::{Finding, Location, Report};
pub use visible::line as visible_line;

use crate::i18n::Message;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site is not published.
    Error,
    /// The site is published; somebody should look.
    Warning,
    /// The site is published, and nothing is wrong; something could be said more plainly.
    Advice,
}

/// Where something is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The path as it is shown, `/`-separated.
    pub path: Arc<str>,
    /// Bytes in the file; `None` for the file as a whole.
    pub span: Option<Range<usize>>,
}

impl Place {
    /// A file as a whole.
    pub fn file(path: impl Into<Arc<str>>) -> Self {
        Self { path: path.into(), span: None }
    }

    /// Bytes in a file. A span that leaves the file or splits a character is widened or cut when it is shown.
    pub fn span(path: impl Into<Arc<str>>, span: Range<usize>) -> Self {
        Self { path: path.into(), span: Some(span) }
    }
}

/// Something wrong in the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The id of the rule, which is also the name of its help page.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// What is wrong; see the [module](self) for the attributes.
    pub message: Message,
    /// Whether the marked text is a secret such as a personal number: none of its digits is shown by any
    /// diagnostic of the same report.
    pub redact: bool,
}

impl Diagnostic {
    /// A diagnostic whose marked text may be shown.
    pub fn new(rule: &'static str, severity: Severity, place: Place, message: Message) -> Self {
        Self { rule, severity, place, message, redact: false }
    }

    /// Keeps the digits of the marked text, or of the whole file when nothing is marked, out of every output.
    #[must_use]
    pub fn redacted(mut self) -> Self {
        self.redact = true;
        self
    }
}

/// What a rule says of itself, for formats that carry the rules with what they found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleText {
    /// The id that its findings carry.
    pub id: &'static str,
    /// How much what it finds stands in the way of publishing.
    pub severity: Severity,
    /// What is wrong, in a few words.
    pub title: &'static str,
    /// The rest of its help page.
    pub markdown: String,
}

/// Gives the source text of a path so that the marked line can be shown.
pub trait Sources {
    /// The text of a shown path; `None` when the file is not text.
    fn text(&self, path: &str) -> Option<&str>;
}

/// Sorts by path, start and rule, and then by all the rest: the order does not depend on who came first.
///
/// What concerns a file as a whole comes before its lines.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    fn key(diagnostic: &Diagnostic) -> impl Ord {
        let span = diagnostic.place.span.as_ref();
        let (start, end) = (span.map(|span| span.start), span.map(|span| span.end));
        let Diagnostic { rule, severity, message, redact, .. } = diagnostic;
        (&*diagnostic.place.path, start, *rule, end, *severity, message, *redact)
    }
    diagnostics.sort_by(|one, other| key(one).cmp(&key(other)));
}
