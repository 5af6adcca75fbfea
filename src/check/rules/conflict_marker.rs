use std::collections::HashMap;
use std::sync::Arc;

use crate::check::{Check, Report, rule};
use crate::diagnostic::Diagnostic;
use crate::i18n::Message;
use crate::model::Corpus;
use crate::source::File;
use crate::yaml::Span;

rule! {
    /// # En olöst konflikt
    ///
    /// Två personer har ändrat samma rader, och båda versionerna står kvar mellan rader med `<<<<<<<`, `=======` och
    /// `>>>>>>>`.
    ///
    /// Rätt: bestäm vilken version som ska gälla, ta bort den andra och de tre markeringsraderna.
    ///
    /// Är du osäker på vad den andra versionen betyder, fråga den som skrev den innan du väljer.
    "konfliktmarkering", Error, [Check::File(check)]
}

fn check(file: &File, report: &mut Report<'_>) {
    let Some(text) = file.text() else { return };
    for line in lines(text).filter(|line| is_marker(&text[line.clone()])) {
        report.at(line, Message::new("konfliktmarkering"));
    }
}

/// Each line without its end and the white space before it.
fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        start..start + line.trim_end().len()
    })
}

fn is_marker(line: &str) -> bool {
    ["<<<<<<< ", ">>>>>>> ", "||||||| "].iter().any(|mark| line.starts_with(mark))
        || line == "<<<<<<<"
        || line == ">>>>>>>"
}

/// The rule for what cannot be read as YAML, which after a mark is both versions of a field.
const YAML: &str = super::yaml_syntax::RULE.id;

/// Takes away the faults that begin or end on a line of a conflict: `=======` makes a heading of the line above, and a
/// mark is neither a field nor an address. A personal number stays a fault wherever it stands.
pub(in crate::check) fn drop_what_follows_from_conflicts(corpus: &Corpus, diagnostics: &mut Vec<Diagnostic>) {
    let marked =
        diagnostics.iter().filter(|diagnostic| diagnostic.rule == RULE.id).map(|diagnostic| &diagnostic.place.path);
    let mut conflicts: HashMap<Arc<str>, Vec<Span>> = HashMap::new();
    for path in marked {
        if !conflicts.contains_key(path)
            && let Some(text) = corpus.text(path)
        {
            let is_of_conflict = |line: &Span| is_marker(&text[line.clone()]) || &text[line.clone()] == "=======";
            conflicts.insert(path.clone(), lines(text).filter(is_of_conflict).collect());
        }
    }
    diagnostics.retain(|diagnostic| {
        let of_file =
            conflicts.get(&diagnostic.place.path).filter(|_| diagnostic.rule != RULE.id && !diagnostic.redact);
        let (Some(conflict), Some(span)) = (of_file, &diagnostic.place.span) else { return true };
        if diagnostic.rule == YAML {
            return conflict.first().is_none_or(|first| span.start < first.start);
        }
        let is_on = |at: usize| {
            let next = conflict.partition_point(|line| line.start <= at);
            next > 0 && at <= conflict[next - 1].end
        };
        !is_on(span.start) && !is_on(span.end.saturating_sub(1).max(span.start))
    });
}
