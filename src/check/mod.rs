//! The rule table, and running every rule over every file.
//!
//! One rule is one file in `rules/`: its documentation comment is the help page that editors read, beside it stand its
//! id, its severity and what it looks at. A rule never stops another, and a fault in one file never hides one in another.

mod advise;
mod help;
mod rules;
mod run;

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::i18n::Message;
use crate::model::Corpus;
use crate::parse::{FenceFault, Parsed};
use crate::schema;
use crate::source::File;
use crate::yaml::{self, Span};

pub(crate) use advise::{Accepted, Advised, SOME};
pub use help::rule_texts;
pub use rules::{CONFLICT, RULES, UNRECORDED, VANISHED};
pub use run::{Before, Checked, check, check_again, check_alone, is_table, read_site, read_site_again};

/// One rule.
pub struct Rule {
    /// Swedish words in ASCII; never changes, because messages and help pages carry it.
    pub id: &'static str,
    /// How much what it finds stands in the way of publishing.
    pub severity: Severity,
    /// The help page in Markdown, one line each: a title, what is wrong and why it matters, a poor and a good example.
    pub help: &'static [&'static str],
    /// How it looks: through files, documents by themselves or among the others, or what the readers of YAML and fields found.
    pub checks: &'static [Check],
}

/// What a rule looks at.
pub enum Check {
    /// A fault of the YAML reader: its message, if it is this rule's.
    Yaml(fn(&yaml::FaultKind) -> Option<Message>),
    /// A fault of a field: its message, if it is this rule's.
    Field(fn(&schema::FaultKind) -> Option<Message>),
    /// A fault of the lines around the front matter.
    Fence(fn(&FenceFault) -> Option<(Span, Message)>),
    /// A file as it lies on disk: name, encoding, text.
    File(fn(&File, &mut Report<'_>)),
    /// One document that was parsed as far as it goes, by itself: what is found is the same as long as the file is.
    Document(fn(&Parsed, &mut Report<'_>)),
    /// One document among the others, and on a day.
    Among(fn(&Parsed, &Corpus, &mut Report<'_>)),
    /// All of them together. The report names the file.
    Site(fn(&Corpus, &mut Report<'_>)),
    /// How plainly a document is written. What is found may be accepted in the file; see [`Checked::advise`].
    Advice(fn(&Advised<'_>, &mut Report<'_>)),
    /// What a document accepts though nothing else advises against it.
    Unneeded(fn(&[Accepted<'_>], &mut Report<'_>)),
}

/// Declares a rule; the documentation comment becomes its help page.
macro_rules! rule {
    ($(#[doc = $line:literal])+ $id:literal, $severity:ident, [$($check:expr),+ $(,)?]) => {
        $(#[doc = $line])+
        pub static RULE: crate::check::Rule = crate::check::Rule {
            id: $id,
            severity: crate::diagnostic::Severity::$severity,
            help: &[$($line),+],
            checks: &[$($check),+],
        };
    };
}
use rule;

/// Takes what a rule finds.
pub struct Report<'a> {
    rule: &'static Rule,
    path: std::sync::Arc<str>,
    found: &'a mut Vec<Diagnostic>,
}

impl Report<'_> {
    /// A fault at a place of the file that the rule is looking at.
    pub fn at(&mut self, span: Span, message: Message) {
        let path = self.path.clone();
        self.push(path, Some(span), message, false);
    }

    /// What was found at a place, if anything was.
    pub fn maybe(&mut self, span: &Span, message: Option<Message>) {
        if let Some(message) = message {
            self.at(span.clone(), message);
        }
    }

    /// A fault whose marked text must never be shown.
    pub fn secret(&mut self, span: Option<Span>, message: Message) {
        let path = self.path.clone();
        self.push(path, span, message, true);
    }

    /// A fault of the file as a whole.
    pub fn whole(&mut self, message: Message) {
        let path = self.path.clone();
        self.push(path, None, message, false);
    }

    /// A fault in a named file, for rules that look at all of them.
    pub fn in_file(&mut self, path: &std::sync::Arc<str>, span: Option<Span>, message: Message) {
        self.push(path.clone(), span, message, false);
    }

    fn push(&mut self, path: std::sync::Arc<str>, span: Option<Span>, message: Message, secret: bool) {
        let diagnostic = Diagnostic::new(self.rule.id, self.rule.severity, Place { path, span }, message);
        self.found.push(if secret { diagnostic.redacted() } else { diagnostic });
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::i18n::{Language, ids};

    #[test]
    fn every_rule_has_its_own_id_and_a_help_page() {
        let mut seen = HashSet::new();
        for rule in RULES {
            assert!(seen.insert(rule.id), "{} stands twice", rule.id);
            assert!(crate::words::is_slug(rule.id), "{}", rule.id);
            assert!(rule.help.first().is_some_and(|line| line.trim_start().starts_with("# ")), "{}: no title", rule.id);
            assert!(rule.help.len() >= 5, "{}: a help page says what, why and how", rule.id);
        }
    }

    #[test]
    fn every_rule_has_messages_in_both_languages() {
        for language in [Language::Sv, Language::En] {
            let ids: HashSet<_> = ids(language).into_iter().collect();
            for rule in RULES {
                assert!(ids.iter().any(|id| id.starts_with(rule.id)), "{} has no message in {language}", rule.id);
            }
        }
    }
}
