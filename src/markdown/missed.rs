//! Text that was surely meant as markup, and became none because of a small slip.

use std::collections::HashSet;

use pulldown_cmark::{BrokenLink, Event, LinkType, Options, Parser, Tag};

use super::Span;

/// What a stretch of text was meant to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Missed {
    /// A link: a web address in running text.
    Address,
    /// A link: `[text][ref]` without a definition, `[text] (/address/)`, or an address with a space.
    Link,
    /// A heading: `##Rubrik` without the space.
    Heading,
    /// A table: rows between pipes without the line of hyphens, or with too few or many columns in it.
    Table,
    /// Cells that no column is there for, with something in them: pages leave them out.
    ExtraCells,
    /// A row with fewer cells than the table has columns.
    FewCells,
    /// A line `[label]: something`, which is the address of a link and no text, but no link uses it; or its label is a
    /// number, as citations have.
    Definition,
    /// A line `[label]: something` whose label has its address from a line before, which is the one that counts.
    SecondDefinition,
}

/// The first line of a paragraph that was meant as a table, and every line that was meant as a heading.
pub(super) fn in_paragraph(paragraph: &str, mut found: impl FnMut(Missed, Span)) {
    if !paragraph.contains(['|', '#']) {
        return;
    }
    let mut has_table = false;
    let mut at = 0;
    for whole in paragraph.split_inclusive(['\n', '\r']) {
        let start = at + (whole.len() - whole.trim_start_matches([' ', '\t', '>']).len());
        at += whole.len();
        let line = paragraph[start.min(at)..at].trim_end();
        let span = start..start + line.len();
        if is_heading(line) {
            found(Missed::Heading, span);
        } else if !has_table && (is_row(line) || is_delimiter(line)) {
            has_table = true;
            found(Missed::Table, span);
        }
    }
}

/// A row of a table that has another number of cells than the table has columns.
pub(super) fn in_row(row: &str, columns: usize, found: impl FnOnce(Missed, Span)) {
    let line = row.trim_end();
    let cells = cells(line);
    let extra: Vec<&Span> =
        cells.iter().skip(columns).filter(|cell| !line[(*cell).clone()].trim().is_empty()).collect();
    if let (Some(first), Some(last)) = (extra.first(), extra.last()) {
        let text = line[first.start..last.end].trim();
        let start = last.end.min(first.start + line[first.start..].find(text).unwrap_or(0));
        found(Missed::ExtraCells, start..start + text.len());
    } else if cells.len() < columns {
        found(Missed::FewCells, 0..line.len());
    }
}

/// The cells of a row, between pipes without a backslash; those at its ends are its edges.
fn cells(line: &str) -> Vec<Span> {
    let mut cells = Vec::new();
    let mut start = line.len() - line.trim_start_matches([' ', '\t']).len();
    start += usize::from(line[start..].starts_with('|'));
    let mut is_escaped = false;
    for (at, byte) in line.bytes().enumerate().skip(start) {
        if byte == b'|' && !is_escaped {
            cells.push(start..at);
            start = at + 1;
        }
        is_escaped = byte == b'\\' && !is_escaped;
    }
    if !line[start..].trim().is_empty() {
        cells.push(start..line.len());
    }
    cells
}

/// The lines that define the address of a link which no link uses, those that take a citation's number, and those that define
/// what a line before has defined.
pub(super) fn definitions(source: &str, mut found: impl FnMut(Missed, Span)) {
    if !source.contains("]:") {
        return;
    }
    let mut events = Parser::new_ext(source, Options::ENABLE_TABLES).into_offset_iter();
    let by_reference = |kind| matches!(kind, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut);
    let mut used: Vec<String> = Vec::new();
    // What readers see something of: text, code, links with their titles.
    let mut shown: Vec<Span> = Vec::new();
    for (event, place) in events.by_ref() {
        match event {
            Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. }) => {
                shown.push(place);
                if by_reference(link_type) {
                    used.push(id.into_string());
                }
            }
            Event::Start(_) | Event::End(_) => {}
            _ => shown.push(place),
        }
    }
    let all = events.reference_definitions();
    let used: HashSet<usize> = used.iter().filter_map(|id| Some(all.get(id)?.span.start)).collect();
    let hidden = all.iter().filter(|(label, line)| is_citation(label) || !used.contains(&line.span.start));
    let mut lines: Vec<(Missed, Span)> = hidden.map(|(_, line)| (Missed::Definition, line.span.clone())).collect();
    // The parser forgets the second definition of a label: a line that looks like one, and that nobody sees.
    shown.extend(all.iter().map(|(_, line)| line.span.clone()));
    let shown = Merged::new(shown);
    let seconds = labels(source).filter(|(label, start)| all.get(label).is_some() && !shown.has(start + 1));
    lines.extend(seconds.map(|(_, start)| (Missed::SecondDefinition, start..line_end(source, start))));
    lines.sort_unstable_by_key(|(_, span)| span.start);
    lines.into_iter().for_each(|(kind, span)| {
        let length = source[span.clone()].trim_end().len();
        found(kind, span.start..span.start + length);
    });
}

/// Each `[label]:` that only marks of lists and quotes stand before on its line: the label as the parser knows it, and its place.
fn labels(source: &str) -> impl Iterator<Item = (String, usize)> {
    /// No label is longer, by CommonMark.
    const LONGEST: usize = 999;
    memchr::memmem::find_iter(source.as_bytes(), "]:").filter_map(|end| {
        let from = end.saturating_sub(LONGEST);
        let start = from + memchr::memrchr(b'[', &source.as_bytes()[from..end])?;
        let is_mark = |byte: &u8| matches!(byte, b' ' | b'\t' | b'>' | b'-' | b'*' | b'+' | b'0'..=b'9' | b'.' | b')');
        // Only as far back as the marks go: a line may be a mebibyte long, and have a label in every three bytes of it.
        let before = source.as_bytes()[..start].iter().rev().find(|byte| !is_mark(byte));
        let label = || source[start + 1..end].split_whitespace().collect::<Vec<_>>().join(" ");
        before.is_none_or(|byte| matches!(byte, b'\n' | b'\r')).then(|| (label(), start))
    })
}

fn line_end(source: &str, start: usize) -> usize {
    source[start..].find(['\n', '\r']).map_or(source.len(), |length| start + length)
}

/// Stretches put together where they overlap, to be asked about single places.
struct Merged(Vec<Span>);

impl Merged {
    fn new(mut spans: Vec<Span>) -> Merged {
        spans.sort_unstable_by_key(|span| span.start);
        let mut merged: Vec<Span> = Vec::new();
        for span in spans {
            match merged.last_mut() {
                Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
                _ => merged.push(span),
            }
        }
        Merged(merged)
    }

    fn has(&self, place: usize) -> bool {
        let before = self.0.partition_point(|span| span.start <= place);
        before.checked_sub(1).is_some_and(|at| self.0[at].contains(&place))
    }
}

/// One `#` alone begins a tag as often as a heading.
fn is_heading(line: &str) -> bool {
    let text = line.trim_start_matches('#');
    (2..=6).contains(&(line.len() - text.len())) && !text.is_empty() && !text.starts_with(char::is_whitespace)
}

fn is_row(line: &str) -> bool {
    let inner = line.strip_prefix('|').and_then(|line| line.strip_suffix('|'));
    inner.is_some_and(|inner| !inner.trim().is_empty())
}

fn is_delimiter(line: &str) -> bool {
    line.contains('|') && line.contains("--") && line.chars().all(|sign| matches!(sign, '|' | '-' | ':' | ' '))
}

/// The places of web addresses that begin in a stretch of the source. `done` is where the last one that was found ends.
pub(super) fn addresses(source: &str, range: Span, done: &mut usize, mut found: impl FnMut(Span)) {
    let Some(text) = source.get(range.clone()) else { return };
    for at in memchr::memchr2_iter(b'h', b'w', text.as_bytes()) {
        let start = range.start + at;
        if start < *done || !begins_address(text, at) {
            continue;
        }
        // Signs that Markdown takes for its own, such as `_`, divide the text but not the address.
        let end = source[start..].find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '”' | '`' | '|'));
        let address = &source[start..end.map_or(source.len(), |end| start + end)];
        *done = start + address.len();
        let address = address.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’', '*', '_', '…']);
        found(start..start + address.len());
    }
}

fn begins_address(text: &str, at: usize) -> bool {
    let (before, rest) = text.split_at(at);
    let after = ["http://", "https://", "www."].iter().find_map(|beginning| rest.strip_prefix(beginning));
    after.is_some_and(|after| after.starts_with(char::is_alphanumeric)) && !before.ends_with(char::is_alphanumeric)
}

/// Whether brackets that refer to nothing were surely meant as a link.
pub(super) fn is_link(source: &str, link: &BrokenLink<'_>) -> bool {
    if is_citation(&link.reference) {
        return false;
    }
    match link.link_type {
        // `[1][a]` is a citation before brackets that mean something else.
        LinkType::Reference => {
            let text = source.get(link.span.clone()).map(|whole| whole.trim_start_matches('!'));
            !text.and_then(|text| text.strip_prefix('[')).is_some_and(is_citation)
        }
        LinkType::Collapsed => true,
        LinkType::Shortcut => source.get(link.span.end..).is_some_and(is_address_in_parentheses),
        _ => false,
    }
}

/// Whether brackets hold numbers alone; `text` may go on after them.
fn is_citation(text: &str) -> bool {
    let inner = text.bytes().take_while(|byte| *byte != b']');
    // Longer ones are none, and looking through all of them would take quadratic time.
    inner.take(100).all(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b',' | b'\n'))
}

/// Whether an address in parentheses comes next, perhaps after a space.
fn is_address_in_parentheses(rest: &str) -> bool {
    const BEGINNINGS: [&str; 8] = ["/", "#", "./", "../", "http://", "https://", "www.", "mailto:"];
    let inner =
        rest.strip_prefix('(').or_else(|| rest.strip_prefix(" (")).map(|inner| inner.trim_start_matches(['<', ' ']));
    inner.is_some_and(|inner| BEGINNINGS.iter().any(|beginning| inner.starts_with(beginning)))
}
