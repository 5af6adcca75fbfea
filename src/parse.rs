//! One file's text → front matter, fields and body, with everything that did not fit. Pure.

pub(crate) mod kept;

use std::sync::Arc;

use crate::markdown;
use crate::schema::read::Known;
use crate::schema::{self, Field, Kind, Record, Table};
use crate::source::BYTE_ORDER_MARK;
use crate::yaml::{self, Content, Span, Yaml};

/// A file that was read as far as it goes.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// Below the content folder.
    pub path: Arc<str>,
    /// By the path, and thereby which table its fields are read by.
    pub kind: Kind,
    /// The whole file.
    pub text: Arc<str>,
    /// What could not be read as YAML.
    pub yaml_faults: Vec<yaml::Fault>,
    /// The YAML was read to its end.
    is_complete: bool,
    /// The table's fields that stand in the file, readable or not, in its order; none for a kind that is a list.
    pub written: Vec<Written>,
    /// What is wrong with the lines that divide front matter from body.
    pub fences: Vec<FenceFault>,
    /// The fields; for a kind that is a list, one for each member, otherwise one. Never empty.
    pub records: Vec<Record>,
    /// What is wrong with the fields, in order of place.
    pub faults: Vec<schema::Fault>,
    /// Bytes of the Markdown in the file; empty for files of YAML alone.
    pub body_span: Span,
    /// The Markdown after the front matter, taken apart.
    pub body: markdown::Body,
}

/// A field that stands in a file, whatever it holds.
#[derive(Clone, Debug)]
pub struct Written {
    /// By the table of its kind.
    pub field: &'static Field,
    /// Bytes of the key in the file.
    pub key_span: Span,
    /// Nothing stands after the key, or an empty text, list or map.
    pub is_empty: bool,
}

/// A fault in the lines that divide front matter from body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FenceFault {
    /// The file does not begin with `---`.
    NoFrontMatter,
    /// `---` never comes again; the span is the first one.
    NoEnd(Span),
    /// A second front matter after the first.
    SecondDocument(Span),
}

/// Where a document stands on its way to readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// On its way: shown in the preview only.
    Draft,
    /// For readers.
    Published,
    /// Taken away: its address answers with the reason.
    Withdrawn,
}

impl Parsed {
    /// The fields; the first record of a kind that is a list.
    pub fn record(&self) -> &Record {
        &self.records[0]
    }

    /// The file's name without its ending.
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// The body as it is written.
    pub fn markdown(&self) -> &str {
        &self.text[self.body_span.clone()]
    }

    /// Only a status that could be read publishes, so that a broken front matter never does; a page needs none.
    pub fn status(&self) -> Status {
        match self.record().text("status") {
            Some("publicerad") => Status::Published,
            Some("avpublicerad") => Status::Withdrawn,
            Some(_) => Status::Draft,
            None if self.kind == Kind::Page && self.is_read() && !self.says_status() => Status::Published,
            None => Status::Draft,
        }
    }

    /// Whether the front matter was read to its end, so that what is absent is known to be absent.
    pub fn is_read(&self) -> bool {
        self.is_complete && self.fences.is_empty()
    }

    /// Where a field stands, by its key in the table.
    pub fn written(&self, key: &str) -> Option<&Written> {
        self.written.iter().find(|written| written.field.key == key)
    }

    /// Whether something stands as status, readable or not.
    fn says_status(&self) -> bool {
        self.written("status").is_some_and(|status| !status.is_empty)
    }
}

/// Parses a file of a known kind.
pub fn parse(path: Arc<str>, kind: Kind, text: Arc<str>, known: Known<'_>) -> Parsed {
    let mut fences = Vec::new();
    let (front, body_span) = divided(&text, kind, &mut fences);
    let yaml = yaml::parse(&text[front.clone()], front.start);
    let empty = yaml::Node { span: front.start..front.start, content: Content::Empty };
    let root = yaml.root.as_ref().unwrap_or(&empty);
    let nodes = match &root.content {
        Content::List(items) if kind.is_list() => items.as_slice(),
        Content::Empty if kind.is_list() => &[],
        _ => std::slice::from_ref(root),
    };
    let mut records = Vec::with_capacity(nodes.len());
    let mut faults = Vec::new();
    for node in nodes {
        let (record, mut found) = schema::read(node, kind.table(), known);
        if !yaml.is_complete() || !fences.is_empty() {
            // What stands after a syntax error was not read, so it is not known to be missing.
            found.retain(|fault| !matches!(fault.kind, schema::FaultKind::Missing { .. }));
        }
        found.retain(|fault| !follows(fault, &yaml));
        records.push(record);
        faults.append(&mut found);
    }
    if records.is_empty() {
        // An empty list has no member, but there is always a record to ask.
        records.push(Record::default());
    }
    let body = markdown::read(&text[body_span.clone()], body_span.start);
    // The tree itself, the largest part of what was read, is not kept.
    let written = if kind.is_list() { Vec::new() } else { written(root, kind.table()) };
    let is_complete = yaml.is_complete();
    Parsed {
        path,
        kind,
        text,
        yaml_faults: yaml.faults,
        is_complete,
        written,
        fences,
        records,
        faults,
        body_span,
        body,
    }
}

/// The bytes of a file's YAML, without the lines around it, and of its body.
pub fn parts(text: &str, kind: Kind) -> (Span, Span) {
    divided(text, kind, &mut Vec::new())
}

fn divided(text: &str, kind: Kind, fences: &mut Vec<FenceFault>) -> (Span, Span) {
    let start = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
    if kind.has_body() { divide(text, start, fences) } else { (start..text.len(), text.len()..text.len()) }
}

fn written(root: &yaml::Node, table: &'static Table) -> Vec<Written> {
    let Content::Map(entries) = &root.content else { return Vec::new() };
    let known = entries.iter().filter_map(|entry| {
        let field = table.field(&entry.key)?;
        Some(Written { field, key_span: entry.key_span.clone(), is_empty: entry.value.is_empty() })
    });
    let mut written = Vec::with_capacity(entries.len().min(table.fields.len()));
    written.extend(known);
    written
}

/// Whether a fault of a field only follows from one of the YAML: the value was cut off, or is an anchor, alias or tag.
fn follows(fault: &schema::Fault, yaml: &Yaml) -> bool {
    yaml.faults.iter().any(|cause| match cause.kind {
        yaml::FaultKind::Syntax(_) => fault.span.end == cause.span.start,
        yaml::FaultKind::Anchor => cause.span.start <= fault.span.start && fault.span.end <= cause.span.end,
        _ => false,
    })
}

/// Front matter and body of a document that begins with `---`.
fn divide(text: &str, start: usize, fences: &mut Vec<FenceFault>) -> (Span, Span) {
    let mut lines = Lines { text, at: start };
    let first = match lines.next() {
        Some(line) if is_fence(&text[line.clone()]) => line,
        _ => {
            fences.push(FenceFault::NoFrontMatter);
            return (start..start, start..text.len());
        }
    };
    let front = lines.at;
    let Some(end) = lines.by_ref().find(|line| is_fence(&text[line.clone()])) else {
        fences.push(FenceFault::NoEnd(first));
        let is_body = |line: &Span| !looks_like_front_matter(&text[line.clone()]);
        let body = Lines { text, at: front }.find(is_body).map_or(text.len(), |line| line.start);
        return (front..body, body..text.len());
    };
    let body = lines.at;
    // A `---` in the body is a rule, unless it opens lines that look like fields and close with another `---`. What stands
    // as code is shown as it is.
    let mut in_code = false;
    while let Some(line) = lines.next() {
        in_code ^= ["```", "~~~"].iter().any(|mark| text[line.clone()].trim_start().starts_with(mark));
        if !in_code && is_fence(&text[line.clone()]) {
            let mut ahead = Lines { text, at: lines.at };
            let looks_like_field = ahead.next().is_some_and(|l| is_field(&text[l]));
            if looks_like_field && ahead.any(|l| is_fence(&text[l])) {
                fences.push(FenceFault::SecondDocument(line));
                break;
            }
        }
    }
    (front..end.start, body..text.len())
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
}

/// A field, what belongs to one (indented, or a list), a comment or nothing; not a heading or a paragraph.
fn looks_like_front_matter(line: &str) -> bool {
    line.trim().is_empty()
        || line.starts_with([' ', '\t'])
        || ["- ", "# "].iter().any(|sign| line.starts_with(sign))
        || is_field(line)
}

/// `key: value` at the beginning of the line.
fn is_field(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, rest)| {
        !key.is_empty()
            && key.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
            && (rest.is_empty() || rest.starts_with([' ', '\r']))
    })
}

/// The lines of a text, each as its bytes without the line's end.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        if self.at >= self.text.len() {
            return None;
        }
        let start = self.at;
        let length = self.text[start..].find('\n').unwrap_or(self.text.len() - start);
        self.at = (start + length + 1).min(self.text.len());
        Some(start..start + length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::geography::Geography;
    use crate::model::vocabulary::Vocabularies;

    fn page(text: &str) -> Parsed {
        let known = Known { vocabularies: &Vocabularies::default(), geography: &Geography::default() };
        parse("sidor/x.md".into(), Kind::Page, text.into(), known)
    }

    #[test]
    fn a_document_is_divided_into_fields_and_body() {
        for text in ["---\ntitel: Å\n---\nText\n", "\u{feff}---\r\ntitel: Å\r\n---\r\nText\n"] {
            let parsed = page(text);
            assert_eq!(parsed.record().text("titel"), Some("Å"));
            assert_eq!(parsed.markdown().trim(), "Text");
            assert!(parsed.fences.is_empty());
            assert_eq!(parsed.status(), Status::Published);
        }
    }

    #[test]
    fn a_front_matter_that_is_broken_never_publishes() {
        assert_eq!(page("---\ntitel: a\nstatus: publicerd\n---\n").status(), Status::Draft);
        assert_eq!(page("---\ntitel: a: b\nstatus: utkast\n---\n").status(), Status::Draft);
    }

    #[test]
    fn fences_are_checked() {
        assert_eq!(page("titel: x\n").fences, [FenceFault::NoFrontMatter]);
        assert_eq!(page("---\ntitel: x\n").fences, [FenceFault::NoEnd(0..3)]);
        assert_eq!(page("---\ntitel: x\n---\nA\n\n---\n\nB\n").fences, []);
        assert_eq!(page("---\ntitel: x\n---\n```\n---\ntitel: y\n---\n```\n").fences, []);
        let two = page("---\ntitel: x\n---\nA\n---\ntitel: y\n---\nB\n");
        assert!(matches!(two.fences[..], [FenceFault::SecondDocument(_)]));
    }
}
