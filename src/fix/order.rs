//! Fields stand in the order of their table, so that every document reads alike. Lines are moved whole, each field with the
//! comments that belong to it.
//!
//! A comment belongs to the field below it, with the empty lines above; directly below a field and before an empty line it
//! belongs to that one, as an example of what to write does in the file that `samverka new` makes. A comment at the very top
//! with an empty line below belongs to the document, and stays.

use super::{Document, Step, same};
use crate::i18n::Message;
use crate::yaml::{Content, Entry};

pub(super) fn mend(document: &Document<'_>) -> Step {
    let Some(Content::Map(entries)) = document.tree.as_ref().map(|root| &root.content) else { return None };
    let ranks = ranks(document, entries)?;
    if ranks.is_sorted() {
        return None;
    }
    let front = document.front();
    let starts = starts(document, entries)?;
    let mut pieces: Vec<(usize, String)> = Vec::new();
    for (index, &rank) in ranks.iter().enumerate() {
        let end = starts.get(index + 1).copied().unwrap_or(front.len());
        let mut piece = front[starts[index]..end].to_owned();
        if !piece.ends_with('\n') {
            piece.push_str(if front.contains("\r\n") { "\r\n" } else { "\n" });
        }
        pieces.push((rank, piece));
    }
    pieces.sort_by_key(|(rank, _)| *rank);
    let sorted: String = pieces.into_iter().map(|(_, piece)| piece).collect();
    let mut text = document.text.to_string();
    let rest = document.front.start + starts[0]..document.front.end;
    text.replace_range(rest, &sorted);
    let next = document.with(&text)?;
    let is_same = is_same_set(entries, next.tree.as_ref().map(|root| &root.content))
        && document.body() == next.body()
        && lines(document.front()) == lines(next.front());
    is_same.then(|| (text, vec![Message::new("lagat-ordning")]))
}

/// The place of each field in the table; none when one is unknown or stands twice.
fn ranks(document: &Document<'_>, entries: &[Entry]) -> Option<Vec<usize>> {
    let fields = document.kind.table().fields;
    let mut ranks = Vec::with_capacity(entries.len());
    for entry in entries {
        let key = document.kind.table().field(&entry.key)?.key;
        let rank = fields.iter().position(|field| field.key == key)?;
        if ranks.contains(&rank) {
            return None;
        }
        ranks.push(rank);
    }
    (ranks.len() > 1).then_some(ranks)
}

/// Where the lines of each field begin in the front matter, comments above included; none unless each field begins a line.
fn starts(document: &Document<'_>, entries: &[Entry]) -> Option<Vec<usize>> {
    let front = document.front();
    let mut starts = Vec::with_capacity(entries.len());
    let mut earliest = 0;
    for (index, entry) in entries.iter().enumerate() {
        let key = entry.key_span.start - document.front.start;
        if key > 0 && !front[..key].ends_with('\n') {
            return None;
        }
        starts.push(above(front, earliest, key, index == 0));
        earliest = (entry.value.span.end.max(entry.key_span.end)).checked_sub(document.front.start)?;
        earliest = front[earliest..].find('\n').map_or(front.len(), |end| earliest + end + 1);
    }
    Some(starts)
}

/// Where the lines that belong to a field begin: not before `earliest`, where the field above ends.
fn above(front: &str, earliest: usize, key: usize, is_first: bool) -> usize {
    let mut lines = Vec::new();
    let mut at = earliest.min(key);
    for line in front[at..key].split_inclusive('\n') {
        lines.push((at, line.trim()));
        at += line.len();
    }
    let empty = |(_, line): &&(usize, &str)| line.is_empty();
    match (is_first, lines.iter().find(empty), lines.iter().rfind(empty)) {
        // What the document itself says at the top.
        (true, _, Some((last, _))) if front[..*last].trim().is_empty() => *last,
        (true, _, Some((last, _))) => front[*last..].find('\n').map_or(key, |end| last + end + 1),
        (true, _, None) => 0,
        // What stands directly below the field above, up to an empty line, is that field's.
        (false, Some((first, _)), _) => *first,
        (false, None, _) => earliest.min(key),
    }
}

fn is_same_set(entries: &[Entry], others: Option<&Content>) -> bool {
    let Some(Content::Map(others)) = others else { return false };
    entries.len() == others.len()
        && entries.iter().all(|entry| {
            others.iter().any(|other| other.key == entry.key && same::nodes(&entry.value, &other.value, &same::letters))
        })
}

/// Every line, so that none is lost.
fn lines(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.lines().collect();
    lines.sort_unstable();
    lines
}
