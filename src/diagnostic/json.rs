//! Diagnostics for programs: one JSON object on one line.
//!
//! ```text
//! {"version":1,"errors":1,"warnings":0,"advice":0,"hasMoreAdvice":false,"files":57,"diagnostics":[{"rule":"okand-nyckel","severity":"error",
//!  "path":"exempel/a.md","line":4,"column":1,"endLine":4,"endColumn":10,"startByte":52,"endByte":61,
//!  "message":"…","why":null,"help":"…","link":"https://…/redigera/regler/okand-nyckel/"}]}
//! ```
//!
//! Lines and columns count from 1, columns in Unicode scalar values; the end is just after the last character. Bytes
//! count from 0. Line and column are null for a file as a whole and for a file that is not text; the bytes only for
//! a file as a whole. `files` is how many files were checked; `link` leads to the rule's help page, where the site's address
//! is known.

use std::fmt::Write as _;

use serde::Serialize;

use super::{Finding, Report, Severity, visible};

/// The version of the format; it changes when a field is removed or changes its meaning.
pub const VERSION: u32 = 1;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    version: u32,
    errors: usize,
    warnings: usize,
    advice: usize,
    has_more_advice: bool,
    files: usize,
    diagnostics: Vec<Entry<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry<'a> {
    rule: &'a str,
    severity: &'static str,
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    start_byte: Option<usize>,
    end_byte: Option<usize>,
    message: &'a str,
    why: Option<&'a str>,
    help: Option<&'a str>,
    link: Option<&'a str>,
}

impl<'a> Entry<'a> {
    fn new(finding: &'a Finding<'_>) -> Self {
        let location = finding.location.as_ref();
        let bytes = finding.bytes.as_ref();
        Self {
            rule: finding.rule,
            severity: match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Advice => "advice",
            },
            path: &finding.path,
            line: location.map(|location| location.start.line),
            column: location.map(|location| location.start.column),
            end_line: location.map(|location| location.end.line),
            end_column: location.map(|location| location.end.column),
            start_byte: bytes.map(|bytes| bytes.start),
            end_byte: bytes.map(|bytes| bytes.end),
            message: &finding.message,
            why: finding.why.as_deref(),
            help: finding.help.as_deref(),
            link: finding.link.as_deref(),
        }
    }
}

/// The report as one line of JSON; ends with a line break.
///
/// # Errors
/// None in practice: there is nothing in the document that JSON cannot hold.
pub fn render(report: &Report<'_>) -> serde_json::Result<String> {
    let findings: Vec<_> = report.findings().collect();
    let document = Document {
        version: VERSION,
        errors: report.count(Severity::Error),
        warnings: report.count(Severity::Warning),
        advice: report.count(Severity::Advice),
        has_more_advice: report.has_more_advice(),
        files: report.files(),
        diagnostics: findings.iter().map(Entry::new).collect(),
    };
    let mut json = escape_hidden(&serde_json::to_string(&document)?);
    json.push('\n');
    Ok(json)
}

/// Writes characters that steer a terminal as `\uXXXX`; outside strings there are none.
pub(super) fn escape_hidden(json: &str) -> String {
    let mut out = String::with_capacity(json.len() + 1);
    for letter in json.chars() {
        if visible::is_hidden(letter) {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(letter);
        }
    }
    out
}
