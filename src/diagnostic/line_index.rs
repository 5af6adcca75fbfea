//! Byte offsets to lines and columns, with the lines of a file found once.
//!
//! Lines end with `\n` or `\r\n`, as in the editors that people use. A byte order mark at the start of the file is
//! outside the first line, because no editor shows it.

use std::ops::Range;

use crate::source::BYTE_ORDER_MARK;

/// How many bytes apart characters are counted beforehand.
const STRIDE: usize = 256;

/// A line and a column as people count them, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column, in Unicode scalar values.
    pub column: usize,
}

/// The lines of one text.
#[derive(Clone, Debug)]
pub struct LineIndex<'t> {
    text: &'t str,
    /// Where each line starts; never empty.
    starts: Vec<usize>,
    /// How many characters begin before each [`STRIDE`]th byte: a column far into a long line is not counted from its
    /// start, once for each fault on it.
    characters: Vec<usize>,
}

impl<'t> LineIndex<'t> {
    /// Finds the lines of a text.
    pub fn new(text: &'t str) -> Self {
        let first = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
        let starts = std::iter::once(first).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let count = |total: &mut usize, bytes: &[u8]| {
            let before = *total;
            *total += beginnings(bytes);
            Some(before)
        };
        // An empty chunk after the last is the end of a text whose length is a multiple of the stride.
        let chunks = text.as_bytes().chunks(STRIDE).chain(std::iter::once(&[][..]));
        let characters = chunks.scan(0, count).collect();
        Self { text, starts, characters }
    }

    /// The text whose lines these are.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The line of a byte offset, from 1. An offset after the end is on the last line.
    pub fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset).max(1)
    }

    /// The bytes of a line, without its line ending. A line after the last is the last.
    pub fn line_range(&self, line: usize) -> Range<usize> {
        let index = line.saturating_sub(1).min(self.starts.len() - 1);
        let start = self.starts[index];
        let Some(next) = self.starts.get(index + 1) else {
            return start..self.text.len();
        };
        let end = next - 1;
        let end = if self.text[start..end].ends_with('\r') { end - 1 } else { end };
        start..end
    }

    /// The line and column of a byte offset.
    ///
    /// An offset inside a character is its start, one inside or after the line ending is the end of the line.
    pub fn position(&self, offset: usize) -> Position {
        let line = self.line(offset);
        let range = self.line_range(line);
        let offset = floor(self.text, offset.clamp(range.start, range.end));
        Position { line, column: self.characters_before(offset) - self.characters_before(range.start) + 1 }
    }

    /// How many characters begin before a byte.
    fn characters_before(&self, offset: usize) -> usize {
        let stride = offset / STRIDE;
        self.characters[stride] + beginnings(&self.text.as_bytes()[stride * STRIDE..offset])
    }

    /// The nearest span that lies within the text, on character boundaries, and does not end before it starts.
    pub fn clamp(&self, span: &Range<usize>) -> Range<usize> {
        let start = floor(self.text, span.start);
        start..ceil(self.text, span.end).max(start)
    }
}

/// How many characters begin in some bytes of UTF-8.
fn beginnings(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0b1100_0000 != 0b1000_0000).count()
}

/// The nearest character boundary at or before an offset, within the text.
pub(super) fn floor(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    (0..=offset).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The nearest character boundary at or after an offset, within the text.
pub(super) fn ceil(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    (offset..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, offset: usize) -> (usize, usize) {
        let position = LineIndex::new(text).position(offset);
        (position.line, position.column)
    }

    #[test]
    fn columns_count_letters_and_not_bytes() {
        assert_eq!(at("å🎉x", 2), (1, 2));
        assert_eq!(at("å🎉x", 6), (1, 3));
        assert_eq!(at("å🎉x", 4), (1, 2), "inside the emoji");
    }

    #[test]
    fn columns_far_into_a_line_are_counted_right() {
        for length in [255, 256, 257, 512, 1000] {
            let text = format!("rad\n{}", "å🎉x".repeat(length)).chars().take(length).collect::<String>();
            let index = LineIndex::new(&text);
            for (count, (offset, _)) in text.char_indices().enumerate().skip(4) {
                assert_eq!(index.position(offset), Position { line: 2, column: count - 3 });
            }
            assert_eq!(index.position(text.len()).column, length - 3);
        }
        assert_eq!(at(&"a".repeat(STRIDE), STRIDE), (1, STRIDE + 1));
    }

    #[test]
    fn lines_end_with_lf_and_crlf() {
        assert_eq!(at("a\r\nb\nc", 1), (1, 2));
        assert_eq!(at("a\r\nb\nc", 2), (1, 2), "inside the line ending");
        assert_eq!(at("a\r\nb\nc", 3), (2, 1));
        assert_eq!(at("a\r\nb\nc", 5), (3, 1));
        assert_eq!(LineIndex::new("a\r\nb\nc").line_range(1), 0..1);
        assert_eq!(LineIndex::new("a\rb\n").line_range(1), 0..3, "a lone carriage return ends no line");
    }

    #[test]
    fn the_end_of_the_file_has_a_place() {
        assert_eq!(at("a\n", 2), (2, 1));
        assert_eq!(at("a\n", 99), (2, 1));
        assert_eq!(at("", 0), (1, 1));
        assert_eq!(LineIndex::new("a\n").line_range(7), 2..2);
    }

    #[test]
    fn a_byte_order_mark_is_not_a_column() {
        assert_eq!(at("\u{FEFF}ab", 0), (1, 1));
        assert_eq!(at("\u{FEFF}ab", 3), (1, 1));
        assert_eq!(at("\u{FEFF}ab", 4), (1, 2));
        assert_eq!(LineIndex::new("\u{FEFF}\r\n").line_range(1), 3..3);
    }

    #[test]
    #[expect(clippy::reversed_empty_ranges, reason = "what a faulty rule may give")]
    fn spans_are_brought_into_the_text() {
        let index = LineIndex::new("aåb");
        assert_eq!(index.clamp(&(2..2)), 1..3);
        assert_eq!(index.clamp(&(3..99)), 3..4);
        assert_eq!(index.clamp(&(4..1)), 4..4);
        assert_eq!(index.clamp(&(usize::MAX..usize::MAX)), 4..4);
    }
}
