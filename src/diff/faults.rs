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
        let key = |diagnostic: &'_ Diagnostic| -> (&'static str, String, Message) {
            let path = &*diagnostic.place.path;
            (diagnostic.rule, path.to_owned(), diagnostic.message.clone())
        };
        let moved_key = |diagnostic: &Diagnostic| {
            let (rule, path, message) = key(diagnostic);
            let path = moved.get(path.as_str()).map_or(path.clone(), |path| (*path).to_owned());
            (rule, path, message)
        };
        let count = |keys: Vec<(&'static str, String, Message)>| {
            let mut counts = HashMap::new();
            keys.into_iter().for_each(|key| *counts.entry(key).or_insert(0_usize) += 1);
            counts
        };
        let mut known = count(before.diagnostics.iter().map(moved_key).collect());
        let introduced = after.diagnostics.iter().filter(|diagnostic| !take(&mut known, &key(diagnostic)));
        let introduced = introduced.filter(|diagnostic| !is_told(diagnostic));
        let introduced: Vec<Diagnostic> = introduced.cloned().collect();
        let mut left = count(after.diagnostics.iter().map(key).collect());
        let mended = before.diagnostics.iter().filter(|diagnostic| !take(&mut left, &moved_key(diagnostic)));
        let mended: Vec<Diagnostic> = mended.cloned().collect();
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

fn take<K: std::hash::Hash + Eq>(counts: &mut HashMap<K, usize>, key: &K) -> bool {
    match counts.get_mut(key) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    }
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
