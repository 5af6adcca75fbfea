//! Diagnostics as annotations of a pull request on GitHub: one workflow command each, and the summary as plain text.
//!
//! ```text
//! ::error file=content/exempel/a.md,line=4,col=1,endLine=4,endColumn=10,title=okand-nyckel::Fältet … finns inte.%0A…
//! ```
//!
//! GitHub reads the commands from what a step prints. Data and properties are escaped as its toolkit does (`core/src/command.ts`),
//! so that nothing from a file can end a command or begin another. GitHub shows ten errors, ten warnings and ten notices of a step; the
//! rest stands in its log.

use super::{Finding, Report, Severity, visible};

/// Every diagnostic on a line of its own, and the summary last.
pub fn render(report: &Report<'_>) -> String {
    let (help, more) = (report.word("diagnostik-atgard"), report.word("diagnostik-las-mer"));
    let mut out = String::new();
    for finding in report.findings() {
        out.push_str(match finding.severity {
            Severity::Error => "::error ",
            Severity::Warning => "::warning ",
            Severity::Advice => "::notice ",
        });
        out.push_str(&properties(report, &finding));
        out.push_str("::");
        let mut said = vec![finding.message.clone()];
        said.extend(finding.why.iter().cloned());
        said.extend(finding.help.iter().map(|text| format!("{help}: {text}")));
        said.extend(finding.link.iter().map(|link| format!("{more}: {link}")));
        out.push_str(&data(&visible::paragraph(&said.join("\n"))));
        out.push('\n');
    }
    out.push_str(&report.summary());
    out.push('\n');
    out
}

fn properties(report: &Report<'_>, finding: &Finding<'_>) -> String {
    let mut properties = vec![("file", report.path_below_root(finding))];
    if let Some(location) = &finding.location {
        let (start, end) = (location.start, location.end);
        properties.push(("line", start.line.to_string()));
        // GitHub takes columns only within a line.
        if start.line == end.line {
            properties.push(("col", start.column.to_string()));
            properties.push(("endLine", end.line.to_string()));
            properties.push(("endColumn", end.column.to_string()));
        } else {
            properties.push(("endLine", end.line.to_string()));
        }
    }
    properties.push(("title", finding.rule.to_owned()));
    let properties = properties.into_iter().map(|(name, value)| format!("{name}={}", property(&value)));
    properties.collect::<Vec<_>>().join(",")
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
