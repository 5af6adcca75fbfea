//! Keeps personal numbers out of every output.
//!
//! A redacted diagnostic marks the number. Its digits are hidden in three ways, so that a fault in one rule is not a
//! leak by another: where it stands (whoever shows that line), wherever the same number stands again in a shown line,
//! and in the messages and paths of every diagnostic. Each digit becomes `•`, so the shape can still be recognised.

use std::{borrow::Cow, collections::HashMap, ops::Range};

use super::{
    Diagnostic, Sources,
    line_index::{ceil, floor},
};

/// Stands for one hidden digit.
pub const MASK: char = '•';

/// The fewest digits that are looked for in other places: fewer would hide years and codes.
const SHORTEST: usize = 6;

/// A personal number has ten digits; the century before them is optional, so it is not part of what is looked for.
const LONGEST: usize = 10;

/// How many characters beyond the shown text are needed to recognise a number that reaches into it: its digits
/// with one separator after each, and then some.
pub const REACH: usize = 4 * LONGEST;

/// What must not be shown.
#[derive(Debug, Default)]
pub struct Redactions<'a> {
    spans: HashMap<&'a str, Vec<Range<usize>>>,
    /// Digits without separators.
    numbers: Vec<String>,
}

impl<'a> Redactions<'a> {
    /// Collects what the redacted diagnostics mark.
    pub fn new(diagnostics: &'a [Diagnostic], sources: &dyn Sources) -> Self {
        let mut all = Self::default();
        for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.redact) {
            let path = &*diagnostic.place.path;
            if diagnostic.place.span.is_none() {
                all.numbers.extend(in_path(path));
            }
            let Some(text) = sources.text(path) else {
                continue;
            };
            let span = match &diagnostic.place.span {
                Some(span) => widen(text, span),
                None => 0..text.len(),
            };
            if diagnostic.place.span.is_some() {
                all.numbers.extend(numbers(&text[span.clone()]));
            }
            all.spans.entry(path).or_default().push(span);
        }
        all.numbers.sort();
        all.numbers.dedup();
        all
    }

    /// The parts of `window` (bytes of `text`, on character boundaries) whose digits must not be shown.
    pub fn hidden(&self, path: &str, text: &str, window: Range<usize>) -> Vec<Range<usize>> {
        let mut hidden = self.spans.get(path).cloned().unwrap_or_default();
        hidden.extend(
            self.repeated(&text[window.clone()]).map(|part| part.start + window.start..part.end + window.start),
        );
        hidden
    }

    /// A message or a path without the hidden numbers.
    pub fn hide<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let parts: Vec<_> = self.repeated(text).collect();
        if parts.is_empty() {
            return Cow::Borrowed(text);
        }
        text.char_indices().map(|(at, letter)| mask(letter, at, &parts)).collect::<String>().into()
    }

    /// Where the hidden numbers stand in a text, with or without separators.
    fn repeated(&self, text: &str) -> impl Iterator<Item = Range<usize>> {
        let digits: Vec<(usize, char)> = match self.numbers.is_empty() {
            true => Vec::new(),
            false => text.char_indices().filter(|(_, letter)| letter.is_ascii_digit()).collect(),
        };
        let joined: String = digits.iter().map(|(_, digit)| digit).collect();
        let mut found = Vec::new();
        for number in &self.numbers {
            let mut from = 0;
            while let Some(at) = joined[from..].find(number.as_str()).map(|at| at + from) {
                let places = &digits[at..at + number.len()];
                if places.windows(2).all(|pair| is_joint(&text[pair[0].0 + 1..pair[1].0])) {
                    found.push(widen(text, &(places[0].0..places[number.len() - 1].0 + 1)));
                }
                from = at + 1;
            }
        }
        found.into_iter()
    }
}

/// The character to show for the one at byte `at`.
pub fn mask(letter: char, at: usize, hidden: &[Range<usize>]) -> char {
    let is_secret = letter.is_numeric() && hidden.iter().any(|part| part.contains(&at));
    if is_secret { MASK } else { letter }
}

/// Nothing, or one separator, between two digits of one number.
fn is_joint(between: &str) -> bool {
    let mut letters = between.chars();
    letters.next().is_none_or(is_separator) && letters.next().is_none()
}

fn is_separator(letter: char) -> bool {
    matches!(letter, '-' | '+' | '.' | '/' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}') || letter.is_whitespace()
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

/// How many bytes of digits, with single dashes between them, a sequence of characters begins with.
fn touching(letters: impl Iterator<Item = char>) -> usize {
    let (mut length, mut dash) = (0, 0);
    for letter in letters {
        if letter.is_numeric() {
            length += dash + letter.len_utf8();
            dash = 0;
        } else if dash == 0 && is_separator(letter) && !letter.is_whitespace() {
            dash = letter.len_utf8();
        } else {
            break;
        }
    }
    length
}

/// The numbers to look for elsewhere: all digits of the marked text when they make one number, else of each word.
fn numbers(marked: &str) -> Vec<String> {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let number = |digits: String| match digits.len() {
        0..SHORTEST => None,
        SHORTEST..=LONGEST => Some(digits),
        // With a century; or something longer, whose end is enough to recognise it by.
        longer => Some(digits[longer - LONGEST..].to_owned()),
    };
    let all = digits(marked);
    if all.len() <= LONGEST + 2 {
        return number(all).into_iter().collect();
    }
    marked.split_whitespace().filter_map(|word| number(digits(word))).collect()
}

/// The numbers that a file's name may hold: every ten digits in a row, whatever dashes stand between them.
fn in_path(path: &str) -> Vec<String> {
    let is_end = |letter: char| matches!(letter, '/' | '.') || !letter.is_ascii_digit() && !is_separator(letter);
    let digits = path.split(is_end).map(|part| part.chars().filter(char::is_ascii_digit).collect::<String>());
    let windows = |digits: String| {
        let ends = LONGEST..=digits.len();
        ends.map(|end| digits[end - LONGEST..end].to_owned()).collect::<Vec<_>>()
    };
    digits.flat_map(windows).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looking_for(marked: &str) -> Redactions<'static> {
        Redactions { spans: HashMap::new(), numbers: numbers(marked) }
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
        ] {
            assert_eq!(redactions.hide(written), hidden);
        }
    }

    #[test]
    fn a_number_in_a_path_is_looked_for_everywhere() {
        assert_eq!(
            in_path("sidor/2014/19811218-9876-2/index.md"),
            ["1981121898", "9811218987", "8112189876", "1121898762"]
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
