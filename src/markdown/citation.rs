//! Citations in running text.
//!
//! The parser hands out `möts [1, 3].` in pieces, broken at every bracket, so pieces are first collected to a run. The
//! run remembers where each piece came from, and whether it was written literally: `\[1]` and `&#91;1]` are text.

use super::Span;

/// Text between two other events, reused from one to the next.
#[derive(Default)]
pub(super) struct Run {
    text: String,
    pieces: Vec<Piece>,
}

/// A stretch of the run that stands in the source in one piece.
struct Piece {
    /// Place in the run.
    at: usize,
    /// Place in the source.
    source: usize,
    /// End in the source.
    source_end: usize,
    /// Written as it reads, without escape or entity.
    literal: bool,
}

/// A part of a run.
pub(super) enum Part<'r> {
    /// Text without citations.
    Text(&'r str),
    /// A citation mark.
    Mark(Mark<'r>),
}

/// A citation mark: brackets around one or more numbers.
pub(super) struct Mark<'r> {
    run: &'r Run,
    /// Place in the run.
    range: Span,
}

impl Run {
    /// Adds the text that the parser found at `range` of `source`.
    pub(super) fn push(&mut self, text: &str, range: Span, source: &str) {
        let follows = self.pieces.last().is_some_and(|piece| piece.source_end == range.start);
        let escaped =
            !follows && source[..range.start].ends_with('\\') && text.starts_with(|c: char| c.is_ascii_punctuation());
        if escaped {
            // The escape covers one character; what follows it is text like any other.
            let (sign, rest) = text.split_at(1);
            let middle = range.start + 1;
            self.add(sign, range.start..middle, false);
            if !rest.is_empty() {
                self.add(rest, middle..range.end, source.get(middle..range.end) == Some(rest));
            }
        } else {
            let literal = source.get(range.clone()) == Some(text);
            self.add(text, range, literal);
        }
    }

    /// Adds a line end within a paragraph, which begins at `start` of the source and may be part of a mark.
    pub(super) fn push_break(&mut self, start: usize) {
        self.add("\n", start..start + 1, true);
    }

    fn add(&mut self, text: &str, range: Span, literal: bool) {
        let at = self.text.len();
        self.text.push_str(text);
        match self.pieces.last_mut() {
            Some(last) if last.literal && literal && last.source_end == range.start => last.source_end = range.end,
            _ => self.pieces.push(Piece { at, source: range.start, source_end: range.end, literal }),
        }
    }

    /// Hands out the run in parts, in order.
    pub(super) fn parts<'r>(&'r self, mut each: impl FnMut(Part<'r>)) {
        let mut done = 0;
        let mut from = 0;
        while let Some(found) = self.text[from..].find('[') {
            let open = from + found;
            from = open + 1;
            let Some(length) = mark_length(&self.text.as_bytes()[open..]) else { continue };
            let range = open..open + length;
            if !self.is_literal(&range) {
                continue;
            }
            if done < open {
                each(Part::Text(&self.text[done..open]));
            }
            done = range.end;
            from = range.end;
            each(Part::Mark(Mark { run: self, range }));
        }
        if done < self.text.len() {
            each(Part::Text(&self.text[done..]));
        }
    }

    /// The source before the run and after it, without the marks of emphasis next to the run.
    pub(super) fn around<'s>(&self, source: &'s str) -> (&'s str, &'s str) {
        let (Some(first), Some(last)) = (self.pieces.first(), self.pieces.last()) else { return ("", "") };
        let emphasis = ['*', '_'];
        let before = source.get(..first.source).unwrap_or_default().trim_end_matches(emphasis);
        let after = source.get(last.source_end..).unwrap_or_default().trim_start_matches(emphasis);
        (before, after)
    }

    /// Length in bytes.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether there is nothing in the run.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Empties the run, keeping its memory.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.pieces.clear();
    }

    /// Index of the piece that holds this place of the run.
    fn piece(&self, at: usize) -> usize {
        self.pieces.partition_point(|piece| piece.at <= at).saturating_sub(1)
    }

    fn is_literal(&self, range: &Span) -> bool {
        self.pieces[self.piece(range.start)..=self.piece(range.end - 1)].iter().all(|piece| piece.literal)
    }

    /// The source of a stretch of literal text.
    fn source(&self, range: Span) -> Span {
        let place = |at: usize| {
            let piece = &self.pieces[self.piece(at)];
            piece.source + (at - piece.at)
        };
        place(range.start)..place(range.end - 1) + 1
    }
}

impl<'r> Mark<'r> {
    /// Place in the source.
    pub(super) fn source(&self) -> Span {
        self.run.source(self.range.clone())
    }

    /// Hands out what stands between the numbers, and the numbers, each as written and with its place in the source.
    pub(super) fn tokens(&self, mut each: impl FnMut(&'r str, Option<(u32, Span)>)) {
        let mut at = self.range.start;
        while at < self.range.end {
            let rest = &self.run.text[at..self.range.end];
            let is_number = rest.starts_with(|c: char| c.is_ascii_digit());
            let length = rest.find(|c: char| c.is_ascii_digit() != is_number).unwrap_or(rest.len());
            let token = &rest[..length];
            let number = token.parse().ok().map(|number| (number, self.run.source(at..at + length)));
            each(token, number);
            at += length;
        }
    }

    /// The number, when there is only one.
    pub(super) fn single(&self) -> Option<u32> {
        self.run.text[self.range.start + 1..self.range.end - 1].trim().parse().ok()
    }

    /// The mark as written.
    pub(super) fn text(&self) -> &'r str {
        &self.run.text[self.range.clone()]
    }
}

/// Length of the citation mark at the start of `text`: `[`, numbers with commas between, `]`, white space anywhere between.
fn mark_length(text: &[u8]) -> Option<usize> {
    let mut at = 1;
    let mut digits = 0;
    let mut ended = false;
    loop {
        match text.get(at)? {
            b'0'..=b'9' if !ended && digits < 9 => digits += 1,
            b' ' | b'\n' => ended = digits > 0,
            b',' if digits > 0 => (digits, ended) = (0, false),
            b']' if digits > 0 => return Some(at + 1),
            _ => return None,
        }
        at += 1;
    }
}
