//! From a body to events that know how deep they lie.

use std::borrow::Cow;

use pulldown_cmark::{
    BrokenLink, BrokenLinkCallback, DefaultBrokenLinkCallback, Event, LinkType, OffsetIter, Options, Parser, TagEnd,
};

use super::{DEPTH_LIMIT, Span};

/// How far into a line a quote or list may still open, counting each marker and each column of indentation.
///
/// The parser looks at every open container again for every line, so a line of thousands of `>` before thousands of
/// lines takes quadratic time. What is cut off here lies far below [`DEPTH_LIMIT`] and would be rendered flat anyway.
const PREFIX_LIMIT: usize = 512;

/// An event, its place, and its nesting.
pub(super) struct Step<'a> {
    pub(super) event: Event<'a>,
    pub(super) range: Span,
    /// Elements open around the event.
    pub(super) depth: usize,
    /// For a start or end tag, whether the element lies above the depth limit and is to be rendered.
    pub(super) shown: bool,
}

/// Iterator over the steps of a body.
pub(super) struct Walk<'a, F = DefaultBrokenLinkCallback> {
    events: OffsetIter<'a, F>,
    depth: usize,
}

/// The steps of a body that [`tame`] has seen.
pub(super) fn walk(body: &str) -> Walk<'_> {
    let events = Parser::new_ext(body, Options::ENABLE_TABLES).into_offset_iter();
    Walk { events, depth: 0 }
}

/// The same; brackets that refer to nothing are shown to `see`.
pub(super) fn walk_with<'a, S: FnMut(&BrokenLink<'a>)>(
    body: &'a str,
    mut see: S,
) -> Walk<'a, impl BrokenLinkCallback<'a>> {
    let callback = move |link: BrokenLink<'a>| {
        see(&link);
        None
    };
    let parser = Parser::new_with_broken_link_callback(body, Options::ENABLE_TABLES, Some(callback));
    Walk { events: parser.into_offset_iter(), depth: 0 }
}

impl<'a, F: BrokenLinkCallback<'a>> Iterator for Walk<'a, F> {
    type Item = Step<'a>;

    fn next(&mut self) -> Option<Step<'a>> {
        let (event, range) = self.events.next()?;
        let (depth, shown) = match &event {
            Event::Start(tag) => {
                self.depth += 1;
                (self.depth - 1, fits(&tag.to_end(), self.depth))
            }
            Event::End(tag) => {
                let shown = fits(tag, self.depth);
                self.depth = self.depth.saturating_sub(1);
                (self.depth, shown)
            }
            _ => (self.depth, true),
        };
        Some(Step { event, range, depth, shown })
    }
}

/// Whether an element at this depth, itself included, is rendered. A list or table counts its items and cells, so that
/// it never stands there without them.
fn fits(tag: &TagEnd, depth: usize) -> bool {
    let inner = match tag {
        TagEnd::List(_) | TagEnd::TableHead | TagEnd::TableRow => 1,
        TagEnd::Table => 2,
        _ => 0,
    };
    depth + inner <= DEPTH_LIMIT
}

/// The body with the same length and the same places, but no line that opens containers without end.
pub(super) fn tame(body: &str) -> Cow<'_, str> {
    let mut tamed = String::new();
    let mut done = 0;
    let mut start = 0;
    let bytes = body.as_bytes();
    for end in memchr::memchr2_iter(b'\n', b'\r', bytes).chain([bytes.len()]) {
        let line = &bytes[start..end];
        if line.len() > PREFIX_LIMIT
            && let Some(at) = excessive_marker(line)
        {
            // A backslash begins no container, so the rest of the line is a paragraph.
            tamed.push_str(&body[done..start + at]);
            tamed.push('\\');
            done = start + at + 1;
        }
        start = (end + 1).min(bytes.len());
    }
    if done == 0 {
        return Cow::Borrowed(body);
    }
    tamed.push_str(&body[done..]);
    Cow::Owned(tamed)
}

/// Place of the first (ASCII) byte of a container marker beyond the prefix limit, if the line has one.
fn excessive_marker(line: &[u8]) -> Option<usize> {
    let mut cost = 0;
    let mut at = 0;
    while let Some(&byte) = line.get(at) {
        let length = match byte {
            b' ' | b'\t' => {
                cost += if byte == b' ' { 1 } else { 4 };
                at += 1;
                continue;
            }
            b'>' | b'-' | b'*' | b'+' => 1,
            b'0'..=b'9' => {
                let digits = line[at..].iter().take_while(|b| b.is_ascii_digit()).count();
                match line.get(at + digits) {
                    Some(b'.' | b')') => digits + 1,
                    _ => return None,
                }
            }
            _ => return None,
        };
        cost += 1;
        if cost > PREFIX_LIMIT {
            return Some(at);
        }
        at += length;
    }
    None
}

/// The text that an event shows to a reader, when it shows any.
pub(super) fn visible<'e>(event: &'e Event<'_>) -> Option<&'e str> {
    match event {
        Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => Some(text),
        Event::SoftBreak | Event::HardBreak => Some(" "),
        _ => None,
    }
}

/// The address of a link as a browser would need it.
pub(super) fn link_target<'e>(kind: LinkType, address: &'e str) -> Cow<'e, str> {
    match kind {
        LinkType::Email => Cow::Owned(format!("mailto:{address}")),
        _ => Cow::Borrowed(address),
    }
}
