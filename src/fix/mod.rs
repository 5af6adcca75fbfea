//! Mending what can be mended without asking: `samverka check --fix`. Pure: a text becomes another text, with what was done.
//!
//! ```text
//! text ─mark▶ ─form▶ letters in one part ─spaces▶ ─values▶ dates and words of vocabularies ─order▶ fields in the table's order
//! ```
//!
//! Each step is one file. A step's result is read again and compared with what was read before: the fields as a tree, the
//! body as HTML. When they differ in anything but what the step is for, the step is left out and the text stays as it was.
//! Comments, line ends and everything else that YAML does not read stay where they are: steps change bytes in place or move
//! whole lines, and never write a document anew.

mod dates;
mod form;
mod mark;
mod order;
mod same;
mod spaces;
mod values;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::i18n::Message;
use crate::parse::{self, Parsed, parse};
use crate::schema::Kind;
use crate::schema::read::Known;
use crate::yaml::Span;

/// A file that was mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    pub text: String,
    /// What was done, in the order of the steps.
    pub done: Vec<Message>,
}

/// What is safe to mend in a file, if there is anything. A file that cannot be read to its end is left alone: nobody knows
/// what in it belongs together.
pub fn mend(path: &Arc<str>, kind: Kind, text: &Arc<str>, known: Known<'_>) -> Option<Mended> {
    let mut at = Document::read(path, kind, text.clone(), known)?;
    let mut done = Vec::new();
    for step in [mark::mend, form::mend, spaces::mend, values::mend, order::mend] {
        let Some((text, said)) = step(&at) else { continue };
        let Some(next) = Document::read(path, kind, text.into(), known) else { continue };
        at = next;
        done.extend(said);
    }
    (*at.text != **text).then(|| Mended { text: at.text.to_string(), done })
}

/// What a step makes of a document: its new text, and what was done.
type Step = Option<(String, Vec<Message>)>;

/// A document as the steps see it.
struct Document<'k> {
    kind: Kind,
    text: Arc<str>,
    parsed: Parsed,
    /// The bytes of the YAML, without the lines around it, and of the body.
    front: Span,
    body: Span,
    tree: Option<crate::yaml::Node>,
    known: Known<'k>,
}

impl<'k> Document<'k> {
    /// Only what can be read without a fault of its own.
    fn read(path: &Arc<str>, kind: Kind, text: Arc<str>, known: Known<'k>) -> Option<Document<'k>> {
        let parsed = parse(path.clone(), kind, text.clone(), known);
        if !parsed.is_read() || !parsed.yaml_faults.is_empty() {
            return None;
        }
        let (front, body) = parse::parts(&text, kind);
        let tree = crate::yaml::parse(&text[front.clone()], front.start).root;
        Some(Document { kind, text, parsed, front, body, tree, known })
    }

    /// Another text of the same document.
    fn with(&self, text: &str) -> Option<Document<'k>> {
        Document::read(&self.parsed.path, self.kind, text.into(), self.known)
    }

    fn front(&self) -> &str {
        &self.text[self.front.clone()]
    }

    fn body(&self) -> &str {
        &self.text[self.body.clone()]
    }

    /// The line of a byte, from 1.
    fn line(&self, at: usize) -> usize {
        self.text[..at].matches('\n').count() + 1
    }
}
