//! Faults that a change brings and mends. A fault is the same if rule, file and message are: its line may have moved.

use std::collections::HashMap;

use crate::check::Checked;
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::i18n::{Language, Message};

/// Faults that are new, and that are no more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    pub introduced: Vec<Fault>,
    pub mended: Vec<Fault>,
}

/// A fault in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub severity: Severity,
    pub rule: &'static str,
    /// `exempel/x.md:4:1`, or the file alone.
    pub place: String,
    pub message: String,
    pub help: Option<String>,
}

impl Faults {
    /// `moved` gives the new path of a file that has another now, and `is_told` which are told of in another way.
    pub(super) fn of(
        before: &Checked,
        after: &Checked,
        moved: &HashMap<&str, &str>,
        is_told: &dyn Fn(&Diagnostic) -> bool,
        language: Language,
        hide: &dyn Fn(&str) -> String,
    ) -> Faults {
        let (old, new) = (&before.diagnostics, &after.diagnostics);
        let is_now = |path: &'_ str| moved.get(path).copied();
        let old_keys: Vec<Key<'_>> =
            old.iter().map(|found| key(found, is_now(&found.place.path).unwrap_or(&found.place.path))).collect();
        let new_keys: Vec<Key<'_>> = new.iter().map(|found| key(found, &found.place.path)).collect();
        let mut introduced = missing(new, &new_keys, &old_keys);
        introduced.retain(|diagnostic| !is_told(diagnostic));
        let mended = missing(old, &old_keys, &new_keys);
        Faults {
            introduced: in_words(&introduced, after, language, hide),
            mended: in_words(&mended, before, language, hide),
        }
    }

    /// Whether something would stop the publishing that did not before.
    pub fn has_new_errors(&self) -> bool {
        self.introduced.iter().any(|fault| fault.severity == Severity::Error)
    }
}

/// Rule, path in the new content, and message.
type Key<'a> = (&'static str, &'a str, &'a Message);

fn key<'a>(diagnostic: &'a Diagnostic, path: &'a str) -> Key<'a> {
    (diagnostic.rule, path, &diagnostic.message)
}

/// Those whose keys the others do not have, or not as often.
fn missing<'a>(diagnostics: &[Diagnostic], keys: &[Key<'a>], others: &[Key<'a>]) -> Vec<Diagnostic> {
    let mut counts: HashMap<Key<'a>, usize> = HashMap::new();
    others.iter().for_each(|key| *counts.entry(*key).or_insert(0) += 1);
    let is_known = |key: &Key<'a>| {
        let count = counts.entry(*key).or_insert(0);
        let is_known = *count > 0;
        *count = count.saturating_sub(1);
        is_known
    };
    let known: Vec<bool> = keys.iter().map(is_known).collect();
    diagnostics.iter().zip(known).filter(|(_, known)| !known).map(|(diagnostic, _)| diagnostic.clone()).collect()
}

fn in_words(
    diagnostics: &[Diagnostic],
    checked: &Checked,
    language: Language,
    hide: &dyn Fn(&str) -> String,
) -> Vec<Fault> {
    let report = Report::new(diagnostics, checked, checked.corpus.files.len(), language);
    let faults = report.findings().map(|finding| Fault {
        severity: finding.severity,
        rule: finding.rule,
        place: hide(&match &finding.location {
            Some(location) => format!("{}:{}:{}", finding.path, location.start.line, location.start.column),
            None => finding.path.to_string(),
        }),
        message: hide(&finding.message),
        help: finding.help.as_deref().map(hide),
    });
    faults.collect()
}
