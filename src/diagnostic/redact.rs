//! Keeps personal numbers out of every output.
//!
//! A redacted diagnostic marks the number. Its digits are hidden in three ways, so that a fault in one rule is not a
//! leak by another: where it stands (whoever shows that line), wherever the same number stands again in a shown line,
//! and in the messages and paths of every diagnostic. Each digit becomes `•`, so the shape can still be recognised.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap, HashSet},
    ops::Range,
};

use super::{
    Diagnostic, Sources,
    line_index::{ceil, floor},
};
use crate::personal_number::{self, gap, is_joint};

/// Stands for one hidden digit.
pub const MASK: char = '•';

/// The fewest digits that are looked for in other places: fewer would hide years and codes.
const SHORTEST: usize = 6;

/// A personal number has ten digits; the century before them is optional, so it is not part of what is looked for.
const LONGEST: usize = 10;

/// The most characters other than digits that touch a marked number and are passed over to the digits beyond them.
const LONGEST_TOUCH: usize = 8;

/// How many characters beyond the shown text are needed to recognise a number that reaches into it: its digits
/// with what may stand between them, and then some.
pub const REACH: usize = 16 * LONGEST;

/// What must not be shown.
#[derive(Debug, Default)]
pub struct Redactions<'a> {
    /// In order, none touching another.
    spans: HashMap<&'a str, Vec<Range<usize>>>,
    /// Digits without separators, by how many they are.
    numbers: BTreeMap<usize, HashSet<Vec<u8>>>,
}

impl<'a> Redactions<'a> {
    /// Collects what the redacted diagnostics mark.
    pub fn new(diagnostics: &'a [Diagnostic], sources: &dyn Sources) -> Self {
        let mut all = Self::default();
        for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.redact) {
            let path = &*diagnostic.place.path;
            if diagnostic.place.span.is_none() {
                all.add(in_path(path));
            }
            let Some(text) = sources.text(path) else {
                continue;
            };
            let spans = all.spans.entry(path).or_default();
            let Some(span) = &diagnostic.place.span else {
                spans.push(0..text.len());
                continue;
            };
            let span = floor(text, span.start)..ceil(text, span.end.max(span.start));
            // Numbers with nothing but dashes between them are widened to one span once, not once for each.
            let is_known = spans.last().is_some_and(|last| last.start <= span.start && span.end <= last.end);
            let wide = if is_known { span.clone() } else { widen(text, &span) };
            if !is_known {
                spans.push(wide.clone());
            }
            all.add(numbers(&text[wide]));
            all.add(numbers(&text[span]).into_iter().filter(|number| number.len() == LONGEST));
        }
        for spans in all.spans.values_mut() {
            merge(spans);
        }
        all
    }

    fn add(&mut self, numbers: impl IntoIterator<Item = Vec<u8>>) {
        for number in numbers {
            self.numbers.entry(number.len()).or_default().insert(number);
        }
    }

    /// The parts of `window` (bytes of `text`, on character boundaries) whose digits must not be shown, in order.
    pub fn hidden(&self, path: &str, text: &str, window: Range<usize>) -> Vec<Range<usize>> {
        let spans = self.spans.get(path).map_or(&[][..], Vec::as_slice);
        let first = spans.partition_point(|span| span.end <= window.start);
        let reaching = spans[first..].iter().take_while(|span| span.start < window.end).cloned();
        let repeated = self.repeated(&text[window.clone()]).into_iter();
        let mut hidden: Vec<_> =
            reaching.chain(repeated.map(|part| part.start + window.start..part.end + window.start)).collect();
        merge(&mut hidden);
        hidden
    }

    /// A message or a path without the hidden numbers.
    pub fn hide<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let parts = self.repeated(text);
        if parts.is_empty() {
            return Cow::Borrowed(text);
        }
        text.char_indices().map(|(at, letter)| mask(letter, at, &parts)).collect::<String>().into()
    }

    /// Where the hidden numbers stand in a text, with or without separators, in order.
    fn repeated(&self, text: &str) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        if self.numbers.is_empty() {
            return found;
        }
        let (places, digits): (Vec<usize>, Vec<u8>) = personal_number::digits(text).into_iter().unzip();
        // How many digits that can be of one number end at the latest digit.
        let mut together = 0;
        for end in 1..=digits.len() {
            together = if end > 1 && is_together(text, places[end - 2], places[end - 1]) { together + 1 } else { 1 };
            for (length, numbers) in self.numbers.range(..=together) {
                let start = end - length;
                if numbers.contains(&digits[start..end]) {
                    let span = places[start]..places[end - 1] + 1;
                    let is_known = found.last().is_some_and(|last| last.start <= span.start && span.end <= last.end);
                    if !is_known {
                        found.push(widen(text, &span));
                    }
                }
            }
        }
        merge(&mut found);
        found
    }
}

/// Puts spans in order and makes those that touch one.
fn merge(spans: &mut Vec<Range<usize>>) {
    spans.sort_by_key(|span| span.start);
    spans.dedup_by(|next, last| {
        let touches = next.start <= last.end;
        if touches {
            last.end = last.end.max(next.end);
        }
        touches
    });
}

/// The character to show for the one at byte `at`. What is hidden is in order.
pub fn mask(letter: char, at: usize, hidden: &[Range<usize>]) -> char {
    let is_hidden = || {
        let before = hidden.partition_point(|part| part.start <= at);
        before > 0 && at < hidden[before - 1].end
    };
    if letter.is_numeric() && is_hidden() { MASK } else { letter }
}

/// Whether nothing, or what may stand within a number, is between two digits.
fn is_together(text: &str, one: usize, other: usize) -> bool {
    let between = &text[one + 1..other];
    between.is_empty() || gap(between).is_some_and(|gap| gap.length == between.len())
}

/// The span on character boundaries, with the digits (and dashes between digits) that touch it: a rule that marks
/// half a number hides it all.
fn widen(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = floor(text, span.start);
    let end = ceil(text, span.end).max(start);
    let before = touching(text[..start].chars().rev());
    let after = touching(text[end..].chars());
    start - before..end + after
}

/// How many bytes of digits, with dashes and the like between them, a sequence of characters begins with.
fn touching(letters: impl Iterator<Item = char>) -> usize {
    let (mut length, mut dashes, mut count) = (0, 0, 0);
    for letter in letters {
        if letter.is_numeric() {
            length += dashes + letter.len_utf8();
            (dashes, count) = (0, 0);
        } else if count < LONGEST_TOUCH && is_joint(letter) && !letter.is_whitespace() {
            dashes += letter.len_utf8();
            count += 1;
        } else {
            break;
        }
    }
    length
}

/// The numbers to look for elsewhere: all digits of the marked text when they make one number, else of each word and
/// each number in it.
fn numbers(marked: &str) -> Vec<Vec<u8>> {
    let digits = |text: &str| personal_number::digits(text).into_iter().map(|(_, digit)| digit).collect::<Vec<_>>();
    let number = |digits: Vec<u8>| match digits.len() {
        0..SHORTEST => None,
        SHORTEST..=LONGEST => Some(digits),
        // With a century; or something longer, whose end is enough to recognise it by.
        longer => Some(digits[longer - LONGEST..].to_vec()),
    };
    let all = digits(marked);
    if all.len() <= LONGEST + 2 {
        return number(all).into_iter().collect();
    }
    let words = marked.split_whitespace().filter_map(|word| number(digits(word)));
    words.chain(personal_number::find(marked).filter_map(|span| number(digits(&marked[span])))).collect()
}

/// The numbers that a file's name may hold: every ten digits in a row, whatever dashes stand between them, and what is a
/// number with a slash in it.
fn in_path(path: &str) -> Vec<Vec<u8>> {
    let is_end = |letter: char| matches!(letter, '/' | '.') || !letter.is_ascii_digit() && !is_joint(letter);
    let digits =
        path.split(is_end).map(|part| part.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect());
    let windows = |digits: Vec<u8>| digits.windows(LONGEST).map(<[u8]>::to_vec).collect::<Vec<_>>();
    let across = personal_number::find(path).flat_map(|span| numbers(&path[span]));
    digits.flat_map(windows).chain(across).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looking_for(marked: &str) -> Redactions<'static> {
        let mut redactions = Redactions::default();
        redactions.add(numbers(marked));
        redactions
    }

    #[test]
    fn a_number_is_found_however_it_is_written() {
        let redactions = looking_for("19811218-9876");
        for (written, hidden) in [
            ("nr 19811218-9876.", "nr ••••••••-••••."),
            ("nr 811218-9876", "nr ••••••-••••"),
            ("198112189876", "••••••••••••"),
            ("19811218 9876 och 1981", "•••••••• •••• och 1981"),
            ("å811218+9876å", "å••••••+••••å"),
            ("x/811218–9876/y", "x/••••••–••••/y"),
            ("811218\n9876", "••••••\n••••"),
            ("**811218**\\-9876", "**••••••**\\-••••"),
            ("811218&#45;9876", "••••••&#••;••••"),
            ("811218%2D9876", "••••••%•D••••"),
            ("811218.9876 och 811218/9876", "••••••.•••• och ••••••/••••"),
        ] {
            assert_eq!(redactions.hide(written), hidden);
        }
    }

    #[test]
    fn a_number_in_a_path_is_looked_for_everywhere() {
        let shown = |path| -> Vec<String> {
            in_path(path).iter().map(|number| number.iter().map(u8::to_string).collect()).collect()
        };
        assert_eq!(
            shown("sidor/2014/19811218-9876-2/index.md"),
            ["1981121898", "9811218987", "8112189876", "1121898762", "8112189876"]
        );
        assert!(in_path("exempel/malmo-2014.md").is_empty());
    }

    #[test]
    fn other_numbers_are_left_alone() {
        let redactions = looking_for("811218-9876");
        for text in ["1981-12-18", "811218 och 9876", "S2014/3701/FST", "0180", "81121898"] {
            assert_eq!(redactions.hide(text), text);
        }
        assert_eq!(looking_for("2016").hide("2016"), "2016");
    }

    #[test]
    fn half_a_number_hides_it_all() {
        let text = "a 19811218-9876 2016";
        assert_eq!(widen(text, &(5..7)), 2..15);
        assert_eq!(widen(text, &(2..2)), 2..15);
        assert_eq!(widen(text, &(99..99)), 16..20);
        assert_eq!(widen("1-", &(0..1)), 0..1);
    }
}
