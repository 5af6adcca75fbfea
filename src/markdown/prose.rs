//! From events to the blocks of text that a reader reads, each of which knows where its letters stand in the file.
//!
//! The lines are those of [`plain`](super::plain()), but for the marks of sources, which are kept. What is nobody's own prose
//! (code, alternative texts, bare addresses) is text too, for it belongs to its sentence, and is told to be silent.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::Span;
use super::walk::{tame, visible, walk};

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A paragraph, or an item of a list.
    Text,
    /// The cells of a table's row.
    Row,
    Heading,
    /// Somebody else's words.
    Quote,
    Code,
}

/// A block of text in one line.
pub struct Prose<'p> {
    pub form: Form,
    pub text: &'p str,
    pieces: &'p [Piece],
    silent: &'p [Span],
    linked: &'p [Span],
}

/// A stretch of a block that stands in the source in one piece.
#[derive(Clone)]
struct Piece {
    /// Where it begins in the block.
    text: usize,
    source: Span,
}

impl<'p> Prose<'p> {
    /// A text outside a body, such as a field's, whose letters stand at `source`.
    pub fn of_field<R>(text: &'p str, source: Span, see: impl FnOnce(&Prose<'_>) -> R) -> R {
        see(&Prose { form: Form::Text, text, pieces: &[Piece { text: 0, source }], silent: &[], linked: &[] })
    }

    /// Where a part of the text stands in the file.
    pub fn place(&self, range: &Span) -> Span {
        let source = |at: usize| {
            let next = self.pieces.partition_point(|piece| piece.text <= at);
            let piece = &self.pieces[next.saturating_sub(1)];
            (piece.source.start + (at - piece.text)).min(piece.source.end)
        };
        let start = source(range.start);
        // The end of what comes last, and not the beginning of what follows.
        let end = if range.is_empty() { start } else { source(range.end - 1) + 1 };
        start..end.max(start)
    }

    /// Whether the text at a byte is that of a link.
    pub fn is_linked(&self, at: usize) -> bool {
        self.linked.iter().any(|span| span.contains(&at))
    }

    /// Whether the text at a byte is nobody's own prose.
    pub fn is_silent(&self, at: usize) -> bool {
        matches!(self.form, Form::Quote | Form::Code) || self.silent.iter().any(|span| span.contains(&at))
    }
}

/// Hands every block of a body to `see`, in order. The body begins at byte `offset` of its file.
pub fn prose(body: &str, offset: usize, see: &mut dyn FnMut(&Prose<'_>)) {
    let source = tame(body);
    let mut writer =
        Writer { offset, see, text: String::new(), pieces: Vec::new(), silent: Vec::new(), linked: Vec::new() };
    let mut state = State::default();
    for step in walk(&source) {
        if let Some(text) = visible(&step.event) {
            let is_silent =
                state.hidden > 0 || matches!(step.event, Event::Code(_) | Event::Html(_) | Event::InlineHtml(_));
            let start = writer.text.len();
            // Code stands between its signs.
            let sign = source[step.range.clone()].find(text).unwrap_or(0);
            writer.push(text, step.range.start + sign..step.range.end, is_silent);
            if !state.links.is_empty() {
                writer.linked.push(start..writer.text.len());
            }
            continue;
        }
        match step.event {
            Event::Start(tag) => match tag {
                Tag::Emphasis | Tag::Strong => {}
                Tag::Link { link_type, .. } => {
                    let is_bare = matches!(link_type, LinkType::Autolink | LinkType::Email);
                    state.links.push(is_bare);
                    state.hidden += usize::from(is_bare);
                }
                Tag::Image { .. } => state.hidden += 1,
                Tag::TableCell => writer.push_between(step.range.start),
                tag => {
                    writer.flush(state.form());
                    match tag {
                        Tag::Heading { .. } => state.heading = true,
                        Tag::CodeBlock(_) => state.code = true,
                        Tag::BlockQuote(_) => state.quotes += 1,
                        Tag::Table(_) => state.table = true,
                        _ => {}
                    }
                }
            },
            Event::End(tag) => match tag {
                TagEnd::Emphasis | TagEnd::Strong | TagEnd::TableCell => {}
                TagEnd::Link => state.hidden -= usize::from(state.links.pop() == Some(true)).min(state.hidden),
                TagEnd::Image => state.hidden = state.hidden.saturating_sub(1),
                tag => {
                    writer.flush(state.form());
                    match tag {
                        TagEnd::Heading(_) => state.heading = false,
                        TagEnd::CodeBlock => state.code = false,
                        TagEnd::BlockQuote(_) => state.quotes = state.quotes.saturating_sub(1),
                        TagEnd::Table => state.table = false,
                        _ => {}
                    }
                }
            },
            _ => writer.flush(state.form()),
        }
    }
    writer.flush(state.form());
}

/// What is open around an event.
#[derive(Default)]
struct State {
    heading: bool,
    code: bool,
    table: bool,
    quotes: usize,
    /// For each open link, whether its text is its address.
    links: Vec<bool>,
    /// Bare addresses and pictures.
    hidden: usize,
}

impl State {
    fn form(&self) -> Form {
        match self {
            State { code: true, .. } => Form::Code,
            State { quotes: 1.., .. } => Form::Quote,
            State { heading: true, .. } => Form::Heading,
            State { table: true, .. } => Form::Row,
            _ => Form::Text,
        }
    }
}

struct Writer<'s> {
    offset: usize,
    see: &'s mut dyn FnMut(&Prose<'_>),
    /// The block at hand; its room is used again.
    text: String,
    pieces: Vec<Piece>,
    silent: Vec<Span>,
    linked: Vec<Span>,
}

impl Writer<'_> {
    fn push(&mut self, text: &str, source: Span, is_silent: bool) {
        let start = self.text.len();
        self.text.push_str(text);
        if text.contains(['\n', '\r']) {
            // A block is a line; code has several.
            self.text.truncate(start);
            self.text.extend(text.chars().map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c }));
        }
        self.pieces.push(Piece { text: start, source: source.start + self.offset..source.end + self.offset });
        if is_silent {
            self.silent.push(start..self.text.len());
        }
    }

    /// What stands between the cells of a row.
    fn push_between(&mut self, at: usize) {
        if !self.text.is_empty() {
            self.push(" · ", at..at, true);
        }
    }

    fn flush(&mut self, form: Form) {
        if !self.text.trim().is_empty() {
            let Writer { see, text, pieces, silent, linked, .. } = self;
            see(&Prose { form, text, pieces, silent, linked });
        }
        self.text.clear();
        self.pieces.clear();
        self.silent.clear();
        self.linked.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::plain;
    use crate::readability::Reading;

    /// Form and text, with what is silent between slashes, of each block; every word stands where it is said to.
    fn blocks(body: &str) -> Vec<(Form, String)> {
        let mut found = Vec::new();
        prose(body, 10, &mut |block| {
            let text: String =
                block.text.char_indices().map(|(at, c)| if block.is_silent(at) { '-' } else { c }).collect();
            let mut at = 0;
            for word in block.text.split(' ') {
                let span = block.place(&(at..at + word.len()));
                let letters: String = body[span.start - 10..span.end - 10].replace(['\n', '*', '`'], "");
                assert!(word.is_empty() || word == "·" || letters.contains(word), "{word:?} is not {letters:?}");
                at += word.len() + 1;
            }
            found.push((block.form, text));
        });
        found
    }

    #[test]
    fn each_block_is_a_line_and_knows_what_it_is() {
        let body = "Först\nhär å.\n\n## Vem *gör* vad?\n\n- Ett\n  - Två [b](/x/)\n\n> Citat\n\n| A | B |\n| - | - |\n| C | D |\n";
        let expected = [
            (Form::Text, "Först här å."),
            (Form::Heading, "Vem gör vad?"),
            (Form::Text, "Ett"),
            (Form::Text, "Två b"),
            (Form::Quote, "-----"),
            (Form::Row, "A---B"),
            (Form::Row, "C---D"),
        ];
        assert_eq!(blocks(body), expected.map(|(form, text)| (form, text.to_owned())));
    }

    #[test]
    fn code_addresses_and_pictures_are_silent() {
        let found = blocks("Kör `ls å` på <https://x.se/> nu ![Bild](y.svg) här.\n");
        assert_eq!(found, [(Form::Text, "Kör ---- på ------------- nu ---- här.".to_owned())]);
    }

    /// What a comparison tells of a page's reading ease and what its advice tells are the same figure.
    #[test]
    fn words_and_sentences_are_counted_as_in_plain_text() {
        let content = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        for file in crate::source::read(&content).unwrap() {
            let Some(text) = file.text().filter(|_| file.path.ends_with(".md")) else { continue };
            let body = text.splitn(3, "---\n").last().unwrap_or_default();
            let sections = plain(body, &|_| true);
            let of_plain = sections.iter().map(|section| Reading::of(&section.text));
            let of_plain = of_plain.fold(Reading::default(), |a, b| a + b);
            let mut of_prose = Reading::default();
            prose(body, 0, &mut |block| {
                if block.form != Form::Heading {
                    of_prose = of_prose + Reading::of(block.text);
                }
            });
            assert_eq!(of_prose, of_plain, "{}", file.path);
        }
    }
}
