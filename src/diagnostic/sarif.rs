//! Diagnostics as SARIF 2.1.0, the form in which hosts of code and editors take what an analysis found.
//!
//! The specification: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>. Every rule stands in the file with its
//! help, faulty or not; columns count Unicode code points from 1, and a region's end is just after its last character.

use serde_json::{Value, json};

use super::{Finding, Report, RuleText, Severity, json::escape_hidden};
use crate::words::percent_encoded;

/// Where the schema of the format is published.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What paths stand below: the root of the repository, whatever folder that is.
const ROOT: &str = "%SRCROOT%";

/// The report as one line of JSON; ends with a line break.
///
/// # Errors
/// None in practice, as for [`json::render`](super::json::render).
pub fn render(report: &Report<'_>, rules: &[RuleText]) -> serde_json::Result<String> {
    let results: Vec<Value> = report.findings().map(|finding| result(report, &finding, rules)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": "samverka",
                    "version": env!("CARGO_PKG_VERSION"),
                    "language": report.language().tag(),
                    "rules": rules.iter().map(|rule| descriptor(report, rule)).collect::<Vec<_>>(),
                },
            },
            "language": report.language().tag(),
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    let mut out = escape_hidden(&serde_json::to_string(&log)?);
    out.push('\n');
    Ok(out)
}

fn descriptor(report: &Report<'_>, rule: &RuleText) -> Value {
    let mut descriptor = json!({
        "id": rule.id,
        "shortDescription": { "text": rule.title },
        "help": { "text": rule.markdown, "markdown": rule.markdown },
        "defaultConfiguration": { "level": level(rule.severity) },
    });
    if let Some(link) = report.link(rule.id) {
        descriptor["helpUri"] = link.into();
    }
    descriptor
}

fn result(report: &Report<'_>, finding: &Finding<'_>, rules: &[RuleText]) -> Value {
    let said = [Some(finding.message.as_str()), finding.why.as_deref(), finding.help.as_deref()];
    let mut place = json!({
        "artifactLocation": { "uri": uri(&report.path_below_root(finding)), "uriBaseId": ROOT },
    });
    if let Some(location) = &finding.location {
        place["region"] = json!({
            "startLine": location.start.line,
            "startColumn": location.start.column,
            "endLine": location.end.line,
            "endColumn": location.end.column,
        });
    }
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": { "text": said.into_iter().flatten().collect::<Vec<_>>().join(" ") },
        "locations": [{ "physicalLocation": place }],
    });
    if let Some(index) = rules.iter().position(|rule| rule.id == finding.rule) {
        result["ruleIndex"] = index.into();
    }
    result
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

/// A path as a relative reference (RFC 3986, section 4.2): the slashes between folders are its own.
fn uri(path: &str) -> String {
    path.split('/').map(percent_encoded).collect::<Vec<_>>().join("/")
}
