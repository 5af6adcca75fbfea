//! A date in another form, and a word of a vocabulary with a slip of the pen, become what they were meant to be.

use super::{Document, Step, dates, same};
use crate::i18n::Message;
use crate::schema::read::Expected;
use crate::schema::{Fault, FaultKind};
use crate::words::slug;
use crate::yaml::{Content, Node, Span};

/// How alike a word must be to be the other with a slip, from 0 to 1: a letter in four. Stricter than for a suggestion, which
/// somebody reads before it becomes true.
const SLIP: f64 = 0.74;

pub(super) fn mend(document: &Document<'_>) -> Step {
    let mut edits: Vec<(Span, String, Message)> = Vec::new();
    for fault in &document.parsed.faults {
        let Some((written, meant, id)) = meant(document, fault) else { continue };
        // Only what stands there letter by letter, in quotes or not: never a text of several lines.
        let source = &document.text[fault.span.clone()];
        if source.trim_matches(['"', '\'']).trim() != written.trim() {
            continue;
        }
        let message = Message::new(id)
            .with("rad", document.line(fault.span.start).to_string())
            .with("fore", written.trim())
            .with("efter", meant.as_str());
        edits.push((fault.span.clone(), meant, message));
    }
    edits.sort_by_key(|(span, ..)| span.start);
    let mut text = document.text.to_string();
    for (span, meant, _) in edits.iter().rev() {
        text.replace_range(span.clone(), meant);
    }
    let next = document.with(&text).filter(|_| !edits.is_empty())?;
    let is_same = same::trees(document.tree.as_ref(), next.tree.as_ref(), &|node, one, other| {
        let edit = edits.iter().find(|(span, ..)| *span == node.span);
        edit.is_some_and(|(_, meant, _)| meant == other) || one == other
    });
    // Every one of them is no fault any more, and nothing else has become one.
    let is_mended = next.parsed.faults.len() + edits.len() == document.parsed.faults.len();
    (is_same && is_mended).then(|| (text, edits.into_iter().map(|(.., message)| message).collect()))
}

/// What was written, what was meant by it, and the words for the change.
fn meant(document: &Document<'_>, fault: &Fault) -> Option<(String, String, &'static str)> {
    match &fault.kind {
        FaultKind::NoSuchDate { written, whole } => {
            let date = dates::reform(written).filter(|date| !whole || date.len() == "2026-11-22".len())?;
            Some((written.clone(), date, "lagat-datum"))
        }
        FaultKind::WrongType { expected: Expected::Date | Expected::DateOrNo, .. } => {
            let written = text_at(document.tree.as_ref()?, &fault.span)?;
            Some((written.to_owned(), dates::reform(written)?, "lagat-datum"))
        }
        FaultKind::NotInVocabulary { written, nearest, .. } => {
            let mut near = nearest.iter().filter(|id| {
                let names = document.known.vocabularies.iter().flat_map(|vocabulary| vocabulary.term(id));
                let mut spellings = names.map(|term| term.name.as_str()).chain([id.as_str()]);
                spellings.any(|spelling| is_slip(written, spelling))
            });
            let id = near.next()?;
            near.next().is_none().then(|| (written.clone(), id.clone(), "lagat-varde"))
        }
        FaultKind::NotAChoice { written, allowed, .. } => {
            let mut near = allowed.iter().filter(|word| is_slip(written, word));
            let word = near.next()?;
            near.next().is_none().then(|| (written.clone(), (*word).to_owned(), "lagat-varde"))
        }
        _ => None,
    }
}

fn is_slip(written: &str, word: &str) -> bool {
    // Nobody's slip, and the comparison is quadratic.
    written.len() <= 200 && strsim::normalized_damerau_levenshtein(&slug(written), &slug(word)) >= SLIP
}

/// The text of the value at a place.
fn text_at<'n>(node: &'n Node, span: &Span) -> Option<&'n str> {
    match &node.content {
        Content::Scalar(text) if node.span == *span => Some(text),
        Content::List(items) => items.iter().find_map(|item| text_at(item, span)),
        Content::Map(entries) => entries.iter().find_map(|entry| text_at(&entry.value, span)),
        _ => None,
    }
}
