//! YAML text → a tree of nodes, each with its place in the file.
//!
//! A scalar keeps the text as it was written, so that `0180` stays a code and `nej` a word; what it means is the
//! field table's business. Duplicate keys are kept. Anchors, aliases and tags are refused, which makes an alias bomb
//! impossible. After a syntax error, what was read before it is kept and marked as incomplete.
//!
//! ```
//! let yaml = samverka::yaml::parse("kod: 0180\n", 0);
//! let node = yaml.root.unwrap();
//! assert_eq!(node.get("kod").unwrap().text(), Some("0180"));
//! assert_eq!(node.get("kod").unwrap().span, 5..9);
//! ```

#[cfg(test)]
mod tests;

use std::ops::Range;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle};

/// Bytes in the file, half-open.
pub type Span = Range<usize>;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Of the value, without its key.
    pub span: Span,
    /// What it holds.
    pub content: Content,
}

/// What a node holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Nothing was written after the key, or `~` or `null`.
    Empty,
    /// The text after YAML's own unescaping, otherwise as written.
    Scalar(String),
    /// In order.
    List(Vec<Node>),
    /// As written, duplicates too.
    Map(Vec<Entry>),
}

/// A key with its value. Duplicate keys stand twice.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// After YAML's own unescaping.
    pub key: String,
    /// Of the key, with quotes where it has them.
    pub key_span: Span,
    /// What stands after the key.
    pub value: Node,
}

impl Node {
    /// The text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Scalar(text) => Some(text),
            _ => None,
        }
    }

    /// The first value with the key, when this is a map.
    pub fn get(&self, key: &str) -> Option<&Node> {
        match &self.content {
            Content::Map(entries) => entries.iter().find(|e| e.key == key).map(|e| &e.value),
            _ => None,
        }
    }

    /// Nothing, an empty text, list or map.
    pub fn is_empty(&self) -> bool {
        match &self.content {
            Content::Empty => true,
            Content::Scalar(text) => text.trim().is_empty(),
            Content::List(items) => items.is_empty(),
            Content::Map(entries) => entries.is_empty(),
        }
    }
}

/// What a text was read into.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Yaml {
    /// The value of the first document; none where nothing stands.
    pub root: Option<Node>,
    /// What could not be read.
    pub faults: Vec<Fault>,
    /// Reading ended before the text did.
    cut: bool,
}

impl Yaml {
    /// Whether everything was read, so that what is absent is known to be absent.
    pub fn is_complete(&self) -> bool {
        !self.cut
    }
}

/// A fault and its place in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// Where it shows, which may be after where it began.
    pub span: Span,
}

/// What cannot be read, or is not used here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// It is no YAML.
    Syntax(Syntax),
    /// `&name`, `*name` or `!tag`.
    Anchor,
    /// A key that is not a plain word.
    CompoundKey,
    /// A second document after `---`.
    SecondDocument,
}

/// The reasons that editors meet, each with its own remedy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// `: ` inside an unquoted text.
    Colon,
    /// A tab where spaces are needed.
    Tab,
    /// A quote that is not closed, or has more text after it.
    Quote,
    /// A single quote inside a text in single quotes: `'It's'`.
    SingleQuote,
    /// A typographic quote, which quotes nothing, around a text that needs it.
    TypographicQuote,
    /// A backslash in double quotes that means nothing.
    Backslash,
    /// A bracket that is not closed, or the wrong one.
    Bracket,
    /// Lines that belong together do not begin in the same column.
    Indentation,
    /// A character that a text may not begin with unless quoted.
    Character,
    /// A character that no text may have, and that no editor shows.
    Control,
    /// Lists in lists beyond what anyone writes.
    TooDeep,
    /// Any other reason; the message says what the parser says.
    Other,
}

/// Deepest nesting that is read.
const DEPTH: usize = 32;

/// Reads one YAML document. `offset` is the byte position of `text` in its file, and is added to every span.
pub fn parse(text: &str, offset: usize) -> Yaml {
    let mut builder = Builder { text, ..Builder::default() };
    let options = granit_parser::options! {
        emit_unresolved_aliases: true,
        emit_comments: false,
        flow_nesting_limit: DEPTH,
        block_nesting_limit: DEPTH,
        // A key of any length is one line of text to us, and unknown keys are reported as such.
        simple_key_max_lookahead: 4096,
    };
    let mut end = 0;
    for event in Parser::new_from_str_with_options(text, options) {
        match event {
            Ok((event, span)) => {
                let span = span.byte_range().unwrap_or(end..end);
                end = end.max(span.end);
                if !builder.event(event, span) {
                    break;
                }
            }
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or(end).min(text.len());
                builder.syntax(reason(error.kind()), end, around(text, at).start);
                break;
            }
        }
    }
    builder.finish(text.trim_end().len(), offset)
}

/// One character at `at`, or the last one of the line when it is the line's end.
fn around(text: &str, at: usize) -> Span {
    let at = (0..=at).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0);
    match text[at..].chars().next() {
        Some(c) if c != '\n' && c != '\r' => at..at + c.len_utf8(),
        _ => {
            let before = text[..at].chars().next_back().filter(|&c| c != '\n').map_or(0, char::len_utf8);
            at - before..at
        }
    }
}

fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r')
}

fn reason(kind: &ErrorKind) -> Syntax {
    use ErrorKind as K;
    match kind {
        K::MappingValueNotAllowed | K::InvalidColonPlacement | K::MappingKeyNotAllowed => Syntax::Colon,
        K::TabNotAllowed
        | K::TabInBlockIndentation
        | K::TabInIndentation
        | K::TabInPlainScalar
        | K::TabAtBlockScalarStart => Syntax::Tab,
        K::UnclosedQuotedScalar
        | K::InvalidQuotedScalarIndent
        | K::InvalidTrailingSingleQuotedScalar
        | K::InvalidTrailingDoubleQuotedScalar
        | K::DocumentIndicatorInQuotedScalar => Syntax::Quote,
        K::UnknownQuotedScalarEscape => Syntax::Backslash,
        K::UnclosedFlowCollection { .. }
        | K::MismatchedFlowCollectionEnd { .. }
        | K::MisplacedFlowCollectionEnd
        | K::UnexpectedEofFlowMapping
        | K::UnexpectedEofFlowSequence
        | K::ExpectedFlowMappingSeparator
        | K::ExpectedFlowSequenceSeparator => Syntax::Bracket,
        K::InvalidIndentation
        | K::ExpectedBlockMappingKey
        | K::ExpectedBlockSequenceEntry
        | K::BlockSequenceEntryNotAllowed
        | K::SimpleKeyExpected
        | K::InvalidSimpleKey => Syntax::Indentation,
        K::UnexpectedCharacter { .. } | K::MissingAnchorOrAliasName | K::CommentInterceptedScalar => Syntax::Character,
        K::RecursionLimitExceeded => Syntax::TooDeep,
        _ => Syntax::Other,
    }
}

/// Whether a single quote before `at` stands within a word, in a text that single quotes were meant to hold.
fn is_within_word(text: &str, at: usize) -> bool {
    let Some(before) = text[..at].strip_suffix('\'') else { return false };
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    before[line..].contains('\'')
        && before.ends_with(char::is_alphanumeric)
        && text[at..].starts_with(char::is_alphanumeric)
}

/// The word that stands alone before the colon at `at`: a field's name, and not part of a text.
fn name_before(text: &str, at: usize) -> Option<Span> {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let start = line + text[line..at].len() - text[line..at].trim_start().len();
    let is_name = start < at && text[start..at].chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    is_name.then_some(start..at)
}

/// A collection that is not closed yet.
enum Open {
    List(Span, Vec<Node>),
    /// With the key that waits for its value.
    Map(Span, Vec<Entry>, Option<(String, Span)>),
}

#[derive(Default)]
struct Builder<'t> {
    text: &'t str,
    open: Vec<Open>,
    cut: bool,
    root: Option<Node>,
    faults: Vec<Fault>,
    documents: usize,
}

impl Builder<'_> {
    /// Takes a syntax error at `at`, and finds the reason and the place that an editor would name. `read` is the end of
    /// what was read.
    fn syntax(&mut self, reason: Syntax, read: usize, at: usize) {
        self.cut = true;
        let text = self.text;
        let is_same_line = |fault: &Fault| !text[fault.span.end.min(at)..at].contains('\n');
        if self.faults.last().is_some_and(is_same_line) {
            // What follows an alias on its line is part of the text that was meant.
            return;
        }
        let (reason, at) = match reason {
            _ if text[at..].starts_with(is_control) => (Syntax::Control, at),
            Syntax::Character if text[read.min(at)..].lines().next().is_some_and(|line| line.contains(is_control)) => {
                (Syntax::Control, text[read.min(at)..].find(is_control).map_or(at, |i| i + read.min(at)))
            }
            Syntax::Quote | Syntax::Bracket | Syntax::Indentation if is_within_word(text, at) => {
                (Syntax::SingleQuote, at - 1)
            }
            Syntax::Colon => self.colon(at),
            Syntax::Tab if text[..at].ends_with('\t') => (reason, at - 1),
            Syntax::Tab => (reason, text[at..].find('\t').map_or(at, |i| at + i)),
            Syntax::Quote if text[read.min(at)..at].contains('\n') => {
                (reason, text[read..at].find(['"', '\'']).map_or(at, |i| read + i))
            }
            Syntax::Backslash => (reason, text[at..].find('\\').map_or(at, |i| at + i)),
            _ => (reason, at),
        };
        self.faults.push(Fault { kind: FaultKind::Syntax(reason), span: around(text, at) });
    }

    /// Why a colon stands where none may: a bracket or a typographic quote before it, a line that is not in its column, or
    /// a text that should be quoted.
    fn colon(&self, at: usize) -> (Syntax, usize) {
        let text = self.text;
        let bracket = self.open.iter().rev().map(|open| match open {
            Open::List(span, _) | Open::Map(span, ..) => span.start,
        });
        let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
        let value = text[line..at].find(": ").map_or(line, |i| line + i + 2);
        match name_before(text, at) {
            Some(name) => match bracket.into_iter().find(|&start| text[start..].starts_with(['[', '{'])) {
                Some(bracket) => (Syntax::Bracket, bracket),
                None => (Syntax::Indentation, name.start),
            },
            None if text[value..at].starts_with(['”', '“', '„', '’', '‘', '»', '«']) => {
                (Syntax::TypographicQuote, value)
            }
            None => (Syntax::Colon, at),
        }
    }

    /// Takes one event; false when nothing more is wanted.
    fn event(&mut self, event: Event<'_>, span: Span) -> bool {
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.faults.push(Fault { kind: FaultKind::SecondDocument, span });
                    self.cut = true;
                    return false;
                }
            }
            Event::Scalar(text, style, anchor, tag) => {
                let span = self.refuse(anchor, tag.is_some(), span);
                let null = style == ScalarStyle::Plain && matches!(&*text, "" | "~" | "null");
                let content = if !null {
                    Content::Scalar(text.into_owned())
                } else if anchor != 0 || tag.is_some() {
                    self.as_written(&span)
                } else {
                    Content::Empty
                };
                self.value(Node { span, content });
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.faults.push(Fault { kind: FaultKind::Anchor, span: span.clone() });
                let content = self.as_written(&span);
                self.value(Node { span, content });
            }
            Event::SequenceStart(_, anchor, tag) => {
                let span = self.refuse(anchor, tag.is_some(), span);
                self.open.push(Open::List(span, Vec::new()));
            }
            Event::MappingStart(_, anchor, tag) => {
                let span = self.refuse(anchor, tag.is_some(), span);
                self.open.push(Open::Map(span, Vec::new(), None));
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span.end),
            _ => {}
        }
        true
    }

    /// Reports an anchor or a tag, and gives back the span of the value together with it.
    fn refuse(&mut self, anchor: usize, tag: bool, span: Span) -> Span {
        if anchor == 0 && !tag {
            return span;
        }
        let line = self.text[..span.start].rfind('\n').map_or(0, |end| end + 1);
        let before = self.text[line..span.start].rfind(['&', '!']).map_or(span.start, |i| line + i);
        let before = before - usize::from(self.text[..before].ends_with('!'));
        self.faults.push(Fault { kind: FaultKind::Anchor, span: before..span.end });
        before..span.end
    }

    /// What was meant as text, though YAML reads it otherwise.
    fn as_written(&self, span: &Span) -> Content {
        Content::Scalar(self.text[span.clone()].to_owned())
    }

    fn close(&mut self, end: usize) {
        let node = match self.open.pop() {
            Some(Open::List(start, items)) => Node { span: start.start..end, content: Content::List(items) },
            Some(Open::Map(start, entries, _)) => Node { span: start.start..end, content: Content::Map(entries) },
            None => return,
        };
        self.value(node);
    }

    fn value(&mut self, node: Node) {
        match self.open.last_mut() {
            None => self.root = self.root.take().or(Some(node)),
            Some(Open::List(_, items)) => items.push(node),
            Some(Open::Map(_, entries, waiting)) => match waiting.take() {
                Some((key, key_span)) => entries.push(Entry { key, key_span, value: node }),
                None => match node.content {
                    Content::Scalar(text) if !text.trim().is_empty() => *waiting = Some((text, node.span)),
                    _ => {
                        self.faults.push(Fault { kind: FaultKind::CompoundKey, span: node.span.clone() });
                        *waiting = Some((String::new(), node.span));
                    }
                },
            },
        }
    }

    fn finish(mut self, end: usize, offset: usize) -> Yaml {
        while !self.open.is_empty() {
            self.close(end);
        }
        if let Some(root) = &mut self.root {
            settle(root, end, offset);
        }
        for fault in &mut self.faults {
            fault.span = fault.span.start + offset..fault.span.end + offset;
        }
        Yaml { root: self.root, faults: self.faults, cut: self.cut }
    }
}

/// Moves spans to their place in the file, and ends collections where their last member ends (the parser ends a block
/// collection where the next thing begins).
fn settle(node: &mut Node, limit: usize, offset: usize) {
    let mut last = None;
    match &mut node.content {
        Content::List(items) => {
            for item in items {
                settle(item, limit, offset);
                last = Some(item.span.end);
            }
        }
        Content::Map(entries) => {
            for entry in entries {
                entry.key_span = entry.key_span.start + offset..entry.key_span.end + offset;
                settle(&mut entry.value, limit, offset);
                last = Some(entry.value.span.end.max(entry.key_span.end));
            }
        }
        _ => {}
    }
    node.span = node.span.start + offset..node.span.end + offset;
    if let Some(last) = last {
        // A flow collection ends with its bracket, at most a few characters later; a block one with its last member.
        node.span.end = node.span.end.min(limit + offset).max(last);
    }
}
