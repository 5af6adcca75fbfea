//! Advice: what could be said more plainly. It stops nothing, and is looked for only when it is asked for.
//!
//! A build has no use for it, and a file that is faultless stays so whatever is advised of it. The files are read in the order of
//! their paths, some hundred at a time, until enough has been told: nobody reads a thousand pieces of advice.

use std::collections::HashSet;

use rayon::prelude::*;

use super::run::{Checked, report};
use super::{Check, RULES, Report};
use crate::diagnostic::{self, Diagnostic, Severity};
use crate::i18n::Message;
use crate::parse::Parsed;
use crate::plain_language::{Examined, examine};
use crate::schema::Value;
use crate::yaml::Span;

/// How many findings of one rule are told of in one file.
const OF_A_FILE: usize = 3;

/// How many files are read before it is asked whether enough has been told.
const AT_A_TIME: usize = 512;

/// How much is told of a whole site unless everything is asked for.
pub const SOME: usize = 50;

/// A document whose text was read, among what is known of words.
pub struct Advised<'a> {
    pub parsed: &'a Parsed,
    pub examined: Examined,
    /// Terms of the glossary and of the list of synonyms.
    pub known: &'a HashSet<&'a str>,
}

impl Report<'_> {
    /// The first findings of a file; the last of them says how many more there are, as `$fler`.
    pub fn few(&mut self, found: impl Iterator<Item = (Span, Message)>) {
        let mut found: Vec<(Span, Message)> = found.collect();
        let more = found.len().saturating_sub(OF_A_FILE);
        found.truncate(OF_A_FILE);
        let last = found.len().saturating_sub(1);
        for (index, (span, message)) in found.into_iter().enumerate() {
            let more = if index == last { more } else { 0 };
            self.at(span, message.with("fler", more.to_string()));
        }
    }
}

/// An advising rule that a document accepts to break.
pub struct Accepted<'a> {
    pub rule: &'a str,
    pub span: Span,
}

/// The rules that a document accepts to break, each with its reason.
fn accepted(parsed: &Parsed) -> Vec<Accepted<'_>> {
    let rows = parsed.record().records("godtas");
    let rows = rows.filter_map(|(row, _)| {
        row.text("skal").filter(|reason| !reason.trim().is_empty())?;
        let rule = row.get("regel")?;
        let Value::Id(id) = &rule.value else { return None };
        Some(Accepted { rule: id, span: rule.span.clone() })
    });
    rows.collect()
}

impl Checked {
    /// Adds what could be said more plainly, up to `limit` pieces where there is one. Files are taken in the order of their paths.
    pub fn advise(&mut self, limit: Option<usize>) {
        let known: HashSet<&str> = {
            let site = &self.corpus.site;
            let terms = site.glossary.iter().flat_map(|entry| entry.forms.iter().chain([&entry.term]));
            let synonyms = site.synonyms.iter().flat_map(|group| group.terms.iter().map(|(term, _)| term));
            terms.chain(synonyms).map(String::as_str).collect()
        };
        let mut advice: Vec<Diagnostic> = Vec::new();
        let mut documents = self.corpus.parsed.chunks(AT_A_TIME);
        let is_enough = |advice: &[Diagnostic]| limit.is_some_and(|limit| advice.len() > limit);
        while !is_enough(&advice)
            && let Some(some) = documents.next()
        {
            let read = some.par_iter().filter(|parsed| parsed.kind.has_body() && parsed.is_read());
            advice.par_extend(read.flat_map_iter(|parsed| of_document(parsed, &known)));
        }
        if let Some(limit) = limit.filter(|limit| advice.len() > *limit) {
            diagnostic::sort(&mut advice);
            advice.truncate(limit);
            self.has_more_advice = true;
        }
        self.diagnostics.extend(advice);
        diagnostic::sort(&mut self.diagnostics);
    }

    /// The number of pieces of advice.
    pub fn advice(&self) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Advice).count()
    }
}

fn of_document(parsed: &Parsed, known: &HashSet<&str>) -> Vec<Diagnostic> {
    let advised = Advised { parsed, examined: examine(parsed), known };
    let mut found = Vec::new();
    let mut unneeded = accepted(parsed);
    for rule in RULES.iter().filter(|rule| rule.severity == Severity::Advice) {
        let mut of_rule = Vec::new();
        for check in rule.checks {
            match check {
                Check::Advice(check) => check(&advised, &mut report(rule, &parsed.path, &mut of_rule)),
                Check::Unneeded(check) => check(&unneeded, &mut report(rule, &parsed.path, &mut of_rule)),
                _ => {}
            }
        }
        let is_accepted = unneeded.iter().any(|accepted| accepted.rule == rule.id);
        if is_accepted && !of_rule.is_empty() {
            unneeded.retain(|accepted| accepted.rule != rule.id);
        } else {
            found.append(&mut of_rule);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::check;
    use crate::schema::ADVISING;
    use crate::source::{Content, File};
    use jiff::civil::date;

    fn checked(pages: usize) -> Checked {
        let page = |number: usize| File {
            path: format!("sidor/{number:04}.md").into(),
            content: Content::Text("---\ntitel: x\n---\nKommunen erhåller stöd.\n".into()),
        };
        check((0..pages).map(page).collect(), date(2026, 11, 22))
    }

    #[test]
    fn what_may_be_accepted_is_what_advises() {
        let advising = RULES.iter().filter(|rule| rule.severity == Severity::Advice);
        let advising = advising.filter(|rule| rule.checks.iter().all(|check| matches!(check, Check::Advice(_))));
        let ids: Vec<&str> = advising.map(|rule| rule.id).collect();
        assert_eq!(ADVISING.iter().map(|(id, _)| *id).collect::<Vec<_>>(), ids);
    }

    #[test]
    fn advice_counts_as_no_fault_and_is_looked_for_only_when_asked_for() {
        let mut checked = checked(2);
        let before = (checked.errors(), checked.warnings(), checked.diagnostics.len());
        assert_eq!(checked.advice(), 0);
        checked.advise(None);
        assert_eq!(checked.advice(), 2);
        assert_eq!(
            (checked.errors(), checked.warnings(), checked.diagnostics.len()),
            (before.0, before.1, before.2 + 2)
        );
    }

    #[test]
    fn enough_is_told_in_the_order_of_paths_and_that_there_is_more() {
        let mut checked = checked(2000);
        checked.advise(Some(SOME));
        let of_advice = checked.diagnostics.iter().filter(|d| d.severity == Severity::Advice);
        let paths: Vec<String> = of_advice.map(|d| d.place.path.to_string()).collect();
        let expected: Vec<String> = (0..SOME).map(|number| format!("sidor/{number:04}.md")).collect();
        assert_eq!(paths, expected);
        assert!(checked.has_more_advice);
    }
}
