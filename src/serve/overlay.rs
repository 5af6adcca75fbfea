//! Diagnostics → what stands above a page in the preview.

use crate::check::Checked;
use crate::diagnostic::{Finding, Report, Severity};
use crate::i18n::{self, Language, Message};
use crate::render::Html;

/// Faults of other files are counted, and no more than these are spelled out on every page.
const MOST: usize = 20;

/// The faults of the page's own file in full, and how many there are elsewhere; nothing when there are none at all.
pub fn faults(checked: &Checked, file: Option<&str>, language: Language) -> Html {
    let report = Report::new(&checked.diagnostics, checked, checked.corpus.files.len(), language);
    let (own, others): (Vec<_>, Vec<_>) = report.findings().partition(|finding| Some(finding.path.as_ref()) == file);
    let errors_elsewhere: Vec<_> = others.into_iter().filter(|f| f.severity == Severity::Error).collect();
    if own.is_empty() && errors_elsewhere.is_empty() {
        return Html::default();
    }
    let text = |message: Message| Html::text(&i18n::text(language, &message));
    let mut parts = Vec::new();
    if !own.is_empty() {
        let id = if own.iter().any(|f| f.severity == Severity::Error) { "serve-fel-har" } else { "serve-varning-har" };
        parts.push(Html::element("p", &[], Html::element("strong", &[], text(Message::new(id)))));
        parts.push(list(&own));
    }
    if !errors_elsewhere.is_empty() {
        let message = Message::new("serve-fel-annat").with("antal", errors_elsewhere.len().to_string());
        let summary = Html::element("summary", &[], text(message));
        let shown = &errors_elsewhere[..errors_elsewhere.len().min(MOST)];
        parts.push(Html::element("details", &[], Html::join([summary, list(shown)])));
    }
    Html::join(parts)
}

fn list(findings: &[Finding]) -> Html {
    let items = findings.iter().map(|finding| {
        let place = match &finding.location {
            Some(location) => format!("{}:{}:{}", finding.path, location.start.line, location.start.column),
            None => finding.path.to_string(),
        };
        let mut parts = vec![
            Html::element("code", &[], Html::text(&place)),
            Html::text(" "),
            Html::element("strong", &[], Html::text(&finding.message)),
        ];
        for more in [&finding.why, &finding.help].into_iter().flatten() {
            parts.push(Html::element("p", &[], Html::text(more)));
        }
        Html::element("li", &[], Html::join(parts))
    });
    Html::element("ul", &[], Html::join(items))
}
