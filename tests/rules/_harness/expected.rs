//! Diagnostics as fixtures write them.

use std::fmt::Write as _;

use samverka::diagnostic::{Finding, Report, Severity};
use samverka::i18n::Language;

use super::{Checked, Fixture};

/// How much of a marked place is shown.
const SHOWN: usize = 60;

/// What came out, as it would stand in the fixture.
fn written(checked: &Checked, numbers: &[String]) -> String {
    let report = Report::new(&checked.diagnostics, checked, checked.corpus.files.len(), Language::Sv);
    let mut out = String::new();
    for (finding, diagnostic) in report.findings().zip(&checked.diagnostics) {
        let marked = if diagnostic.redact { None } else { marked(checked, &diagnostic.place.path, &finding) };
        write(&mut out, &finding, marked).expect("a text can be written to");
    }
    // A fixture must not hold a personal number, even one that another rule marks.
    for number in numbers {
        out = out.replace(number, &number.replace(|letter: char| letter.is_ascii_digit(), "•"));
    }
    out
}

/// What differs between what was expected and what came; nothing when they are the same.
pub fn compare(fixture: &Fixture, checked: &Checked) -> Result<(), (String, String)> {
    let expected = fixture.expected.as_str();
    let came = written(checked, &fixture.numbers);
    if came == expected {
        return Ok(());
    }
    let (before, after): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), came.lines().collect());
    let mut difference = String::new();
    for line in before.iter().filter(|line| !after.contains(line)) {
        difference.push_str(&format!("  - {line}\n"));
    }
    for line in after.iter().filter(|line| !before.contains(line)) {
        difference.push_str(&format!("  + {line}\n"));
    }
    if difference.is_empty() {
        difference = format!("  the same lines in another order or number:\n{came}");
    }
    Err((came, difference))
}

fn write(out: &mut String, finding: &Finding<'_>, marked: Option<String>) -> std::fmt::Result {
    out.push_str(&finding.path);
    if let Some(location) = &finding.location {
        write!(out, ":{}:{}", location.start.line, location.start.column)?;
    }
    let severity = match finding.severity {
        Severity::Error => "fel",
        Severity::Warning => "varning",
        Severity::Advice => "råd",
    };
    writeln!(out, " [{}] {severity}: {}", finding.rule, finding.message)?;
    if let Some(marked) = marked {
        writeln!(out, "    vid: ”{marked}”")?;
    }
    match &finding.help {
        Some(help) => writeln!(out, "    gör så här: {}", help.trim()),
        None => writeln!(out, "    (ingen åtgärd)"),
    }
}

/// The marked text on one line; none for an empty place.
fn marked(checked: &Checked, path: &str, finding: &Finding<'_>) -> Option<String> {
    let text = checked.corpus.text(path)?.get(finding.bytes.clone()?)?;
    let mut letters = text.escape_debug().collect::<String>().replace("\\\"", "\"").replace("\\'", "'");
    if letters.chars().count() > SHOWN {
        letters = letters.chars().take(SHOWN).chain(['…']).collect();
    }
    (!text.is_empty()).then_some(letters)
}
