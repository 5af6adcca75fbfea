//! White space at the ends of lines goes away, where it means nothing.

use super::{Document, Step, same};
use crate::i18n::Message;

pub(super) fn mend(document: &Document<'_>) -> Step {
    let mut text = document.text.to_string();
    let mut lines = 0;
    // The body first: places in the front matter stay what they are.
    for part in [document.body.clone(), document.front.clone()] {
        let (trimmed, count) = trim(&text[part.clone()], part == document.body);
        if count == 0 {
            continue;
        }
        let mut tried = text.clone();
        tried.replace_range(part, &trimmed);
        // A text in several lines (`|`) keeps its white space, and so does code.
        let next = document.with(&tried);
        if next.is_some_and(|next| same::fields(document, &next) && shown(document.body()) == shown(next.body())) {
            text = tried;
            lines += count;
        }
    }
    (lines > 0).then(|| (text, vec![Message::new("lagat-blanksteg").with("antal", lines.to_string())]))
}

/// What a reader sees: outside code, white space before a new line of HTML is none.
fn shown(body: &str) -> Vec<(String, String)> {
    let line = |line: &str| line.trim_end_matches([' ', '\t']).to_owned();
    let sections = same::seen(body).into_iter().map(|(title, html)| match html.contains("<pre") {
        true => (title, html),
        false => (title, html.split('\n').map(line).collect::<Vec<_>>().join("\n")),
    });
    sections.collect()
}

/// The text without white space at the ends of its lines, and how many lines had some. In a body, two spaces before
/// another line of the paragraph are a line break, and code is shown as it is.
fn trim(text: &str, is_body: bool) -> (String, usize) {
    let mut out = String::with_capacity(text.len());
    let mut count = 0;
    let mut in_code = false;
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let content = line.trim_end_matches(['\n', '\r']);
        let end = &line[content.len()..];
        in_code ^= is_body && ["```", "~~~"].iter().any(|mark| content.trim_start().starts_with(mark));
        let trimmed = content.trim_end_matches([' ', '\t']);
        let is_break = is_body
            && !trimmed.is_empty()
            && content.ends_with("  ")
            && lines.peek().is_some_and(|next| !next.trim().is_empty());
        if trimmed.len() < content.len() && !in_code && !is_break {
            count += 1;
            out.push_str(trimmed);
        } else {
            out.push_str(content);
        }
        out.push_str(end);
    }
    (out, count)
}
