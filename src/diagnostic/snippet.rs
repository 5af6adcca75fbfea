//! The lines to show for a span: cut to a readable width, with everything visible and nothing secret.

use std::ops::Range;

use super::{
    line_index::LineIndex,
    redact::{self, Redactions},
    visible,
};

/// How many characters of a line are shown.
const WIDTH: usize = 100;

/// A span over more lines than this shows its first line only.
const MOST_LINES: usize = 4;

/// Stands where a line was cut.
const CUT: char = '…';

/// Lines of a file as they are shown.
#[derive(Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The shown lines, separated by `\n`.
    pub text: String,
    /// The marked bytes of `text`.
    pub mark: Range<usize>,
    /// The number of the first line, from 1.
    pub first_line: usize,
}

impl Excerpt {
    /// The lines of a span.
    pub fn new(path: &str, lines: &LineIndex<'_>, span: &Range<usize>, redactions: &Redactions<'_>) -> Self {
        let source = lines.text();
        let Range { start, mut end } = lines.clamp(span);
        // A span that takes in its line break does not mark the next line.
        end = start + source[start..end].trim_end_matches(['\n', '\r']).len();
        let first_line = lines.line(start);
        let mut last_line = lines.line(end);
        if last_line - first_line >= MOST_LINES {
            end = lines.line_range(first_line).end;
            last_line = first_line;
        }

        let mut excerpt = Self { text: String::new(), mark: 0..0, first_line };
        for line in first_line..=last_line {
            let range = lines.line_range(line);
            let mark = start.clamp(range.start, range.end)..end.clamp(range.start, range.end);
            if line > first_line {
                excerpt.text.push('\n');
            }
            let mark = excerpt.push_line(path, source, range, mark, redactions);
            if line == first_line {
                excerpt.mark.start = mark.start;
            }
            excerpt.mark.end = mark.end;
        }
        excerpt
    }

    /// The number of the last line, from 1.
    pub fn last_line(&self) -> usize {
        self.first_line + self.text.matches('\n').count()
    }

    /// Adds the part of a line around the mark, and gives the place of the mark in the excerpt.
    fn push_line(
        &mut self,
        path: &str,
        source: &str,
        line: Range<usize>,
        mark: Range<usize>,
        redactions: &Redactions<'_>,
    ) -> Range<usize> {
        let mark = mark.start..forward(source, mark.start, mark.end, WIDTH);
        let shown = window(source, &line, &mark);
        let hidden = {
            // Beyond the line: a number may go on in the next.
            let start = backward(source, 0, shown.start, redact::REACH);
            let end = forward(source, shown.end, source.len(), redact::REACH);
            redactions.hidden(path, source, start..end)
        };

        if shown.start > line.start {
            self.text.push(CUT);
        }
        let mut place = self.text.len()..self.text.len();
        for (at, letter) in source[shown.clone()].char_indices() {
            let at = at + shown.start;
            if at == mark.start {
                place.start = self.text.len();
            }
            visible::push(&mut self.text, redact::mask(letter, at, &hidden));
            if at < mark.start {
                place.start = self.text.len();
            }
            if at < mark.end {
                place.end = self.text.len();
            }
        }
        place.end = place.end.max(place.start);
        if shown.end < line.end {
            self.text.push(CUT);
        }
        place
    }
}

/// The part of a line to show: the mark in the middle when not all of the line fits.
fn window(source: &str, line: &Range<usize>, mark: &Range<usize>) -> Range<usize> {
    let count = |range: Range<usize>| source[range].chars().count();
    let room = WIDTH.saturating_sub(count(mark.clone()));
    let before = count(backward(source, line.start, mark.start, WIDTH)..mark.start);
    let after = count(mark.end..forward(source, mark.end, line.end, WIDTH));
    let before = before.min((room / 2).max(room.saturating_sub(after)));
    let after = after.min(room - before);
    backward(source, line.start, mark.start, before)..forward(source, mark.end, line.end, after)
}

/// The byte `count` characters before `from`, at the earliest `limit`.
fn backward(source: &str, limit: usize, from: usize, count: usize) -> usize {
    let length: usize = source[limit..from].chars().rev().take(count).map(char::len_utf8).sum();
    from - length
}

/// The byte `count` characters after `from`, at the latest `limit`.
fn forward(source: &str, from: usize, limit: usize, count: usize) -> usize {
    let length: usize = source[from..limit].chars().take(count).map(char::len_utf8).sum();
    from + length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(source: &str, span: Range<usize>) -> (String, String) {
        let excerpt = Excerpt::new("x", &LineIndex::new(source), &span, &Redactions::default());
        let marked = excerpt.text[excerpt.mark].to_owned();
        (excerpt.text, marked)
    }

    #[test]
    fn a_long_line_is_cut_around_the_mark() {
        let source = format!("{}MARK{}", "a".repeat(5_000), "b".repeat(5_000));
        let (text, marked) = excerpt(&source, 5_000..5_004);
        assert_eq!(text, format!("…{}MARK{}…", "a".repeat(48), "b".repeat(48)));
        assert_eq!(marked, "MARK");

        assert_eq!(excerpt(&source, 0..1).0, format!("{}…", "a".repeat(100)));
        assert_eq!(excerpt(&source, 10_004..10_004).0, format!("…{}", "b".repeat(100)));
        assert_eq!(excerpt(&source, 0..10_004), (format!("{}…", "a".repeat(100)), "a".repeat(100)));
    }

    #[test]
    fn the_mark_follows_what_becomes_visible() {
        assert_eq!(excerpt("\t\x1bå\u{202e}b", 2..4), ("    ␛å<U+202E>b".into(), "å".into()));
        assert_eq!(excerpt("\t\x1bå\u{202e}b", 4..7).1, "<U+202E>");
        assert_eq!(excerpt("\u{FEFF}ab", 0..4), ("ab".into(), "a".into()));
    }

    #[test]
    fn spans_over_lines() {
        assert_eq!(excerpt("a\r\nb\r\nc", 0..5), ("a\nb".into(), "a\nb".into()));
        assert_eq!(excerpt("a\r\nb\r\nc", 0..3), ("a".into(), "a".into()), "with its line break");
        assert_eq!(excerpt("ab\n2\n3\n4\n5", 1..10), ("ab".into(), "b".into()), "more than four");
        assert_eq!(excerpt("ab\n2\n3\n4\n5", 1..8), ("ab\n2\n3\n4".into(), "b\n2\n3\n4".into()));
    }
}
