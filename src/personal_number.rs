//! What a personnummer or samordningsnummer looks like, however it is written. The rule finds it with this and the
//! output hides it with this, so that the one does not miss what the other knows.

use std::ops::Range;

use crate::schema::value::whole_date;

/// The most characters between two parts of a number, apart from the indentation of a new line.
const LONGEST_GAP: usize = 8;

/// The most characters of indentation, quote and comment signs that begin the line on which a number goes on.
const LONGEST_INDENTATION: usize = 40;

/// More spaces than this are columns, which only the exact parts of a number reach across.
const MOST_SPACES: usize = 3;

/// The bytes of each number: `YYMMDD-NNNN`, `YYMMDD+NNNN`, `YYYYMMDD-NNNN`, without the sign or with a [`Gap`] instead,
/// with a true date (day + 60 for a samordningsnummer) and a right check digit (Luhn).
pub fn find(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    Numbers { text, at: 0 }
}

/// Each digit of a text and where it stands, without those in the code of a sign (`&#45;`, `%2D`).
pub fn digits(text: &str) -> Vec<(usize, u8)> {
    let mut digits = Vec::new();
    let mut at = 0;
    while let Some(&byte) = text.as_bytes().get(at) {
        if byte.is_ascii_digit() {
            digits.push((at, byte - b'0'));
        }
        at += code(text, at).unwrap_or(1);
    }
    digits
}

/// What stands between two digits of one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// In bytes.
    pub length: usize,
    /// Holds what also stands between other numbers: a line break, a tab, a full stop, a slash or a column of spaces.
    is_wide: bool,
}

/// What the text begins with, if it may stand between two digits of one number.
pub fn gap(text: &str) -> Option<Gap> {
    let mut gap = Gap { length: 0, is_wide: false };
    let (mut letters, mut spaces, mut indentation) = (0, 0, 0);
    let (mut has_line_break, mut is_indentation, mut previous) = (false, false, None);
    while let Some((letter, length)) = letter(&text[gap.length..]) {
        let is_line_break = matches!(letter, '\n' | '\r');
        if is_line_break {
            if has_line_break && (previous, letter) != (Some('\r'), '\n') {
                return None;
            }
            has_line_break = true;
            is_indentation = true;
        } else if is_indentation && matches!(letter, ' ' | '\t' | '>' | '#') {
            indentation += 1;
        } else if is_joint(letter) {
            is_indentation = false;
            letters += 1;
            spaces += usize::from(letter.is_whitespace());
        } else {
            break;
        }
        if letters > LONGEST_GAP || indentation > LONGEST_INDENTATION {
            return None;
        }
        gap.is_wide |= is_line_break || matches!(letter, '\t' | '.' | '/') || spaces > MOST_SPACES;
        gap.length += length;
        previous = Some(letter);
    }
    (gap.length > 0).then_some(gap)
}

/// Whether a character may stand between two digits of one number: dashes, spaces, what cannot be seen, the signs of
/// Markdown, full stop and slash.
pub fn is_joint(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '-' | '+' | '_' | '*' | '\\' | '.' | '/'
            | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
            | '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{2e3a}' | '\u{2e3b}'
            | '\u{fe58}' | '\u{fe63}' | '\u{ff0b}' | '\u{ff0d}')
}

/// The first character of a text and its length in bytes, written as it is, as `&…;` or as `%…`.
fn letter(text: &str) -> Option<(char, usize)> {
    let first = text.chars().next()?;
    let coded = match first {
        '&' => entity(text),
        '%' => percent(text),
        _ => None,
    };
    Some(coded.unwrap_or((first, first.len_utf8())))
}

/// The length of the code of a joint that begins at a byte.
fn code(text: &str, at: usize) -> Option<usize> {
    let is_code = matches!(text.as_bytes()[at], b'&' | b'%');
    let (letter, length) = is_code.then(|| letter(&text[at..])).flatten()?;
    (length > 1 && is_joint(letter)).then_some(length)
}

/// The character of the reference that a text begins with (`&nbsp;`, `&#45;`, `&#x2D;`), and the length of the reference.
pub fn entity(text: &str) -> Option<(char, usize)> {
    /// A reference longer than this is none.
    const LONGEST: usize = 12;
    let rest = text.strip_prefix('&')?;
    let end = rest.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = &rest[..end];
    let letter = match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => char::from_u32(u32::from_str_radix(hexadecimal, 16).ok()?)?,
            None => char::from_u32(number.parse().ok()?)?,
        },
        None => match name {
            "nbsp" | "NonBreakingSpace" => '\u{a0}',
            "ensp" | "emsp" | "thinsp" | "hairsp" | "numsp" | "puncsp" => ' ',
            "shy" => '\u{ad}',
            "hyphen" | "dash" | "ndash" | "mdash" | "horbar" | "minus" => '-',
            "plus" => '+',
            "lowbar" | "UnderBar" => '_',
            "ast" | "midast" => '*',
            "bsol" => '\\',
            "period" => '.',
            "sol" => '/',
            "zwj" | "zwnj" | "lrm" | "rlm" | "NoBreak" | "ZeroWidthSpace" => '\u{200b}',
            "Tab" => '\t',
            "NewLine" => '\n',
            "colon" => ':',
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ => return None,
        },
    };
    Some((letter, "&;".len() + end))
}

/// The character that the percent-encoded bytes at the start of a text stand for, and their length.
fn percent(text: &str) -> Option<(char, usize)> {
    let mut bytes = Vec::with_capacity(4);
    for code in text.as_bytes().chunks_exact("%2D".len()).take(4) {
        let hexadecimal = code.strip_prefix(b"%").filter(|code| code.iter().all(u8::is_ascii_hexdigit))?;
        let hexadecimal = std::str::from_utf8(hexadecimal).ok()?;
        bytes.push(u8::from_str_radix(hexadecimal, 16).ok()?);
        if let Ok(decoded) = std::str::from_utf8(&bytes) {
            return Some((decoded.chars().next()?, 3 * bytes.len()));
        }
    }
    None
}

struct Numbers<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Numbers<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let bytes = self.text.as_bytes();
        while self.at < bytes.len() {
            let is_met = |byte: &u8| matches!(byte, b'0'..=b'9' | b'&' | b'%');
            let start = self.at + bytes[self.at..].iter().position(is_met)?;
            if !bytes[start].is_ascii_digit() {
                self.at = start + code(self.text, start).unwrap_or(1);
                continue;
            }
            if let Some(end) = number_at(self.text, start) {
                self.at = end;
                return Some(start..end);
            }
            // The next place where a number could begin: after this run of digits, or within it when parts are split.
            // Not within a date, whose day is not the year of a number.
            self.at = match date_at(self.text, start) {
                Some(end) => end,
                None => start + bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count(),
            };
        }
        None
    }
}

/// The end of a number that begins at `start`, the first digit of a run.
fn number_at(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    // A run of more digits than this is no part of a number.
    let run = |at: usize| bytes[at..].iter().take(13).take_while(|byte| byte.is_ascii_digit()).count();
    let first_run = run(start);
    let mut places: Vec<usize> = Vec::with_capacity(24);
    let (mut at, mut length) = (start, first_run);
    loop {
        places.extend(at..at + length);
        at += length;
        if places.len() > 12 {
            break;
        }
        let Some(gap) = gap(&text[at..]) else { break };
        let next = at + gap.length;
        let next_length = run(next);
        let is_between_parts = places.len() == first_run && matches!(first_run, 6 | 8) && next_length == 4;
        if next_length == 0 || gap.is_wide && !is_between_parts {
            break;
        }
        (at, length) = (next, next_length);
    }
    let digits: Vec<u8> = places.iter().map(|&place| bytes[place] - b'0').collect();
    [12, 10].into_iter().find_map(|count| {
        let end = places.get(count - 1)? + 1;
        // More digits in the same run make it another number.
        let is_whole = !bytes.get(end).is_some_and(u8::is_ascii_digit);
        // 070-123 45 67
        let is_telephone = count == 10 && first_run == 3 && digits.starts_with(&[0, 7]);
        let is_number = is_whole && !is_telephone && is_personal(&digits[..count]) && !is_period(text, start);
        is_number.then_some(end)
    })
}

/// The end of the date `YYYY-MM-DD` that begins at a digit.
fn date_at(text: &str, start: usize) -> Option<usize> {
    let end = start + "2026-11-22".len();
    let is_date = text.get(start..end).is_some_and(|date| whole_date(date).is_ok());
    (is_date && !text.as_bytes().get(end).is_some_and(u8::is_ascii_digit)).then_some(end)
}

/// Whether two dates begin here, `2008-05-01–2010-04-30`.
fn is_period(text: &str, start: usize) -> bool {
    date_at(text, start)
        .is_some_and(|end| gap(&text[end..]).is_some_and(|gap| date_at(text, end + gap.length).is_some()))
}

fn is_personal(digits: &[u8]) -> bool {
    let short = &digits[digits.len() - 10..];
    if digits.len() == 12 && !matches!(digits[..2], [1, 8] | [1, 9] | [2, 0]) {
        return false;
    }
    let month = short[2] * 10 + short[3];
    let day = short[4] * 10 + short[5];
    let day = if day > 60 { day - 60 } else { day };
    let longest = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    // The birth number 000 is never given out.
    (1..=longest).contains(&day) && short[6..9] != [0, 0, 0] && luhn(short)
}

/// The check digit of SS-ISO/IEC 7812-1: every other digit doubled, the digits of the products summed.
fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .enumerate()
        .map(|(i, &d)| {
            let product = if i % 2 == 0 { d * 2 } else { d };
            u32::from(product / 10 + product % 10)
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A number that nobody has: Skatteverket's published test number 19900101-2384 is built the same way; here the check
    /// digit is computed so that no number stands in the repository as text.
    fn sample(first: &str) -> String {
        let digits: Vec<u8> = first.bytes().map(|b| b - b'0').collect();
        let short = &digits[digits.len() - 9..];
        let check = (0..10).find(|&c| luhn(&[short, &[c]].concat())).unwrap();
        format!("{first}{check}")
    }

    fn found(text: &str) -> usize {
        find(text).count()
    }

    /// Digits of a number that nobody has, in a text of the table: `{900101238:0-6}` are its first six, `{…:wrong}` is a
    /// check digit that does not fit.
    fn filled(text: &str) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some((before, (first, part, after))) = rest.split_once('{').and_then(|(before, after)| {
            let (inside, after) = after.split_once('}')?;
            let (first, part) = inside.split_once(':')?;
            Some((before, (first, part, after)))
        }) {
            let digits = sample(first);
            out.push_str(before);
            match part.split_once('-') {
                Some((start, end)) => out.push_str(&digits[start.parse().unwrap()..end.parse().unwrap()]),
                None => out.push(char::from(b'0' + (digits.as_bytes()[9] - b'0' + 1) % 10)),
            }
            rest = after;
        }
        out + rest
    }

    /// The same table holds the script of the form that suggests an example, `foresla-number.js`.
    #[test]
    fn each_text_of_the_table_has_its_numbers() {
        let table = include_str!("../tests/personal-numbers.json");
        let table: Vec<serde_json::Value> = serde_json::from_str(table).unwrap();
        assert!(table.len() > 50);
        for row in table {
            let text = filled(row["text"].as_str().unwrap());
            assert_eq!(found(&text) as u64, row["numbers"].as_u64().unwrap(), "{}: {text:?}", row["why"]);
        }
    }

    #[test]
    fn the_span_is_the_number() {
        let ten = sample("900101238");
        let text = format!("åäö {ten} 😀");
        let span = find(&text).next().unwrap();
        assert_eq!(&text[span], ten);
    }

    #[test]
    fn the_digits_of_a_code_are_no_digits_of_the_number() {
        let only = |text: &str| digits(text).iter().map(|(_, digit)| digit.to_string()).collect::<String>();
        assert_eq!(only("90&#45;01%2D02 %41 &#65;"), "90010241".to_owned() + "65");
    }
}
