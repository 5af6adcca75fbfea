//! Byte offsets to lines and columns, with the lines of a file found once.
//!
//! Lines end with `\n` or `\r\n`, as in the editors that people use. A byte order mark at the start of the file is
//! outside the first line, because no editor shows it.

use std::ops::Range;

const BYTE_ORDER_MARK: &str = "\u{FEFF}";

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
}

impl<'t> LineIndex<'t> {
    /// Finds the lines of a text.
    pub fn new(text: &'t str) -> Self {
        let first = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
        let starts = std::iter::once(first).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
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
        Position { line, column: self.text[range.start..offset].chars().count() + 1 }
    }

    /// The nearest span that lies within the text, on character boundaries, and does not end before it starts.
    pub fn clamp(&self, span: &Range<usize>) -> Range<usize> {
        let start = floor(self.text, span.start);
        start..ceil(self.text, span.end).max(start)
    }
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
