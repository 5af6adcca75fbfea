//! Diagnostics with their places found and their words chosen: what every renderer starts from.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
    ops::Range,
};

use super::{
    Diagnostic, Severity, Sources,
    line_index::{LineIndex, Position},
    redact::Redactions,
    snippet::Excerpt,
};
use crate::i18n::{self, Language, Message};

/// The diagnostics of one run, ready to be written out.
///
/// ```text
/// sort(&mut diagnostics);
/// let report = Report::new(&diagnostics, &sources, files_read, Language::Sv);
/// print!("{}", text::render(&report, true));
/// ```
pub struct Report<'a> {
    diagnostics: &'a [Diagnostic],
    language: Language,
    files: usize,
    /// The lines of every file that has a marked place.
    lines: HashMap<&'a str, LineIndex<'a>>,
    redactions: Redactions<'a>,
    /// The address that the rules' help pages lie below, `https://…/redigera/regler/`.
    help_pages: Option<String>,
    /// The folder that paths lie in, as seen from the root of the repository: `content/`.
    root: String,
    has_more_advice: bool,
}

/// Where a diagnostic is in the text, for people and editors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The first character.
    pub start: Position,
    /// Just after the last character.
    pub end: Position,
}

/// One diagnostic in words. Personal numbers are hidden in every field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding<'a> {
    /// The id of the rule.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The path as it is shown.
    pub path: Cow<'a, str>,
    /// The marked bytes, within the text when the text is known.
    pub bytes: Option<Range<usize>>,
    /// The lines and columns of `bytes`; `None` without a span or without a text.
    pub location: Option<Location>,
    /// What is wrong.
    pub message: String,
    /// Why it is wrong.
    pub why: Option<String>,
    /// The remedy.
    pub help: Option<String>,
    /// A short label at the marked text.
    pub mark: Option<String>,
    /// The address of the rule's help page, where it is known.
    pub link: Option<String>,
}

impl<'a> Report<'a> {
    /// Finds the places of the diagnostics. They keep their order: see [`sort`](super::sort).
    ///
    /// `files` is how many files were checked, faulty or not.
    pub fn new(diagnostics: &'a [Diagnostic], sources: &'a dyn Sources, files: usize, language: Language) -> Self {
        let mut lines = HashMap::new();
        for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.place.span.is_some()) {
            let path = &*diagnostic.place.path;
            if !lines.contains_key(path)
                && let Some(text) = sources.text(path)
            {
                lines.insert(path, LineIndex::new(text));
            }
        }
        let redactions = Redactions::new(diagnostics, sources);
        Self {
            diagnostics,
            language,
            files,
            lines,
            redactions,
            help_pages: None,
            root: String::new(),
            has_more_advice: false,
        }
    }

    /// Lets every diagnostic link to its rule's help page, below an address that ends in `/`.
    #[must_use]
    pub fn with_help_pages(mut self, address: Option<String>) -> Self {
        self.help_pages = address;
        self
    }

    /// Names files from the root of the repository in the formats that are read there. `folder` is where the content lies,
    /// without a slash at its end, or empty.
    #[must_use]
    pub fn below(mut self, folder: &str) -> Self {
        self.root = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        self
    }

    /// Says that there is more advice than is told of.
    #[must_use]
    pub fn with_more_advice(mut self, has_more: bool) -> Self {
        self.has_more_advice = has_more;
        self
    }

    /// Whether there is more advice than is told of.
    pub fn has_more_advice(&self) -> bool {
        self.has_more_advice
    }

    /// The language of the words.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The address of a rule's help page, where it is known.
    pub fn link(&self, rule: &str) -> Option<String> {
        self.help_pages.as_ref().map(|pages| format!("{pages}{rule}/"))
    }

    /// The path of a diagnostic from the root of the repository.
    pub(super) fn path_below_root(&self, finding: &Finding<'_>) -> String {
        format!("{}{}", self.root, finding.path)
    }

    /// How many files were checked.
    pub fn files(&self) -> usize {
        self.files
    }

    /// How many diagnostics of a severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// One sentence: "3 fel och 1 varning i 2 filer." counts the faulty files, "Inga fel i 57 filer." all of them. Another
    /// tells of advice, which is no fault.
    pub fn summary(&self) -> String {
        let (errors, warnings) = (self.count(Severity::Error), self.count(Severity::Warning));
        let faults = self.diagnostics.iter().filter(|diagnostic| diagnostic.severity != Severity::Advice);
        let faulty = faults.map(|diagnostic| &*diagnostic.place.path).collect::<HashSet<_>>().len();
        let (id, files) = match (errors, warnings) {
            (0, 0) => ("diagnostik-summa-inga", self.files),
            (0, _) => ("diagnostik-summa-varningar", faulty),
            (_, 0) => ("diagnostik-summa-fel", faulty),
            (_, _) => ("diagnostik-summa-bada", faulty),
        };
        let message = Message::new(id)
            .with("fel", errors.to_string())
            .with("varningar", warnings.to_string())
            .with("filer", files.to_string());
        let summary = i18n::text(self.language, &message);
        match self.advice_counted() {
            Some(advice) => format!("{summary} {advice}"),
            None => summary,
        }
    }

    /// How much advice there is, if there is any.
    pub(super) fn advice_counted(&self) -> Option<String> {
        let advice = self.count(Severity::Advice);
        let id = if self.has_more_advice { "diagnostik-antal-rad-av-fler" } else { "diagnostik-antal-rad" };
        (advice > 0).then(|| self.counted(id, advice))
    }

    /// Every diagnostic in words.
    pub fn findings(&self) -> impl Iterator<Item = Finding<'a>> {
        self.diagnostics.iter().map(|diagnostic| self.finding(diagnostic))
    }

    /// Every diagnostic in words, with the lines that it marks.
    pub(super) fn excerpts(&self) -> impl Iterator<Item = (Finding<'a>, Option<Excerpt>)> {
        self.diagnostics.iter().map(|diagnostic| {
            let path = &*diagnostic.place.path;
            let excerpt = match (&diagnostic.place.span, self.lines.get(path)) {
                (Some(span), Some(lines)) => Some(Excerpt::new(path, lines, span, &self.redactions)),
                _ => None,
            };
            (self.finding(diagnostic), excerpt)
        })
    }

    /// A word of the report itself.
    pub(super) fn word(&self, id: &'static str) -> String {
        i18n::text(self.language, &Message::new(id))
    }

    /// Words of the report that depend on a number.
    pub(super) fn counted(&self, id: &'static str, count: usize) -> String {
        i18n::text(self.language, &Message::new(id).with("antal", count.to_string()))
    }

    fn finding(&self, diagnostic: &'a Diagnostic) -> Finding<'a> {
        let path = &*diagnostic.place.path;
        let lines = self.lines.get(path);
        let span = diagnostic.place.span.as_ref();
        let bytes = span.map(|span| lines.map_or_else(|| span.clone(), |lines| lines.clamp(span)));
        let location = lines
            .zip(bytes.as_ref())
            .map(|(lines, bytes)| Location { start: lines.position(bytes.start), end: lines.position(bytes.end) });
        let attribute = |name| {
            i18n::attribute(self.language, &diagnostic.message, name)
                .map(|words| self.redactions.hide(&words).into_owned())
        };
        Finding {
            rule: diagnostic.rule,
            severity: diagnostic.severity,
            path: self.redactions.hide(path),
            bytes,
            location,
            message: self.redactions.hide(&i18n::text(self.language, &diagnostic.message)).into_owned(),
            why: attribute("why"),
            help: attribute("help"),
            mark: attribute("mark"),
            link: self.link(diagnostic.rule),
        }
    }
}
