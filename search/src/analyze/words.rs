//! Text → words.

use super::fold::{fold_char, is_alphanumeric};
use crate::prelude::*;
use crate::text::{find, letter_at, letter_before, slice};

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Folded: lower case, å ä ö kept.
    pub text: String,
    /// Where it begins and ends in the text, in bytes; always on character boundaries.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// How many words of the text come before it.
    pub position: u32,
    /// Whether it is put together of words that also stand for themselves: `2025:400`, `e-post`, `12 kap. 4 §`.
    pub whole: bool,
}

/// The words of a text in order. A reference (`2025:400`, `S2014/3701/FST`, `12 kap. 4 §`) and a word with a hyphen are
/// given whole, just before their parts and at the place of the first.
pub fn words(text: &str) -> Vec<Word> {
    let mut out = Vec::new();
    each_word(text, |word, start, end, position, whole| {
        out.push(Word { text: word.to_owned(), start, end, position, whole })
    });
    out
}

/// The folded words of a text, without those that are put together of others.
pub fn plain_words(text: &str) -> Vec<String> {
    let mut plain = Vec::new();
    each_word(text, |word, _, _, _, whole| {
        if !whole {
            plain.push(word.to_owned());
        }
    });
    plain
}

/// Hands every word on: folded text, start, end, position, whether it is whole.
pub fn each_word(text: &str, mut take: impl FnMut(&str, usize, usize, u32, bool)) {
    hand_on(text, &mut take);
}

/// The same code for all who take.
fn hand_on(text: &str, take: &mut dyn FnMut(&str, usize, usize, u32, bool)) {
    let mut scan = Scan { text, at: 0 };
    let mut position = 0;
    let mut folded = String::new();
    // The parts of the run that is being read: start, end, whether it has a digit.
    let mut run: Vec<(usize, usize)> = Vec::new();
    loop {
        #[cfg(not(target_arch = "wasm32"))]
        if let Some((start, end)) = ordinary_word(text, scan.at) {
            folded.clear();
            folded.push_str(slice(text, start, end));
            folded.make_ascii_lowercase();
            take(&folded, start, end, position, false);
            position += 1;
            scan.at = end;
            continue;
        }
        let Some((start, end)) = scan.next_part() else { return };
        run.clear();
        run.push((start, end));
        while let Some(part) = scan.joined_part(run[run.len() - 1].1) {
            run.push(part);
        }
        if run.len() > 1 {
            let all = slice(text, run[0].0, run[run.len() - 1].1);
            let digits = all.bytes().any(|byte| byte.is_ascii_digit());
            folded.clear();
            for letter in all.chars() {
                // `e-post` is also `epost`; a reference keeps its signs.
                if digits || is_alphanumeric(letter) {
                    fold_into(&mut folded, letter);
                }
            }
            take(&folded, run[0].0, run[run.len() - 1].1, position, true);
        } else if let Some(end) = section(text, run[0].0, run[0].1) {
            folded.clear();
            for letter in slice(text, run[0].0, end).chars() {
                if is_alphanumeric(letter) || letter == '§' {
                    fold_into(&mut folded, letter);
                }
            }
            take(&folded, run[0].0, end, position, true);
        }
        for &(start, end) in &run {
            folded.clear();
            for letter in slice(text, start, end).chars() {
                fold_into(&mut folded, letter);
            }
            if !folded.is_empty() {
                take(&folded, start, end, position, false);
                position += 1;
            }
        }
    }
}

/// The next word, when all of it can be told from its bytes: Swedish letters, å, ä and ö only as small ones, and digits but not
/// first; with nothing behind it that could tie it to another. Most words are such, and an index is made of millions.
#[cfg(not(target_arch = "wasm32"))]
fn ordinary_word(text: &str, from: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let is_small = |at: usize| bytes[at] == 0xc3 && matches!(bytes.get(at + 1), Some(0xa5 | 0xa4 | 0xb6));
    let start = from + bytes[from..].iter().position(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())?;
    let mut end = start;
    while let Some(&byte) = bytes.get(end) {
        if byte.is_ascii_alphanumeric() {
            end += 1;
        } else if byte.is_ascii() {
            break;
        } else if is_small(end) {
            end += 2;
        } else {
            return None;
        }
    }
    let may_be_tied = matches!(bytes.get(end), Some(b':' | b'/' | b'-' | b'.'))
        && bytes.get(end + 1).is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii());
    (!may_be_tied && !bytes[start].is_ascii_digit()).then_some((start, end))
}

#[cfg_attr(target_arch = "wasm32", inline(never))]
fn fold_into(folded: &mut String, letter: char) {
    fold_char(letter, |letter| folded.push(letter));
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl Scan<'_> {
    /// The next run of letters and digits, or a section sign.
    fn next_part(&mut self) -> Option<(usize, usize)> {
        let start = find(self.text, self.at, &|sign| sign == '§' || is_alphanumeric(sign));
        let first = letter_at(self.text, start)?;
        self.at = match first {
            '§' => start + first.len_utf8(),
            _ => find(self.text, start, &|sign| !is_alphanumeric(sign) && !joins(sign)),
        };
        Some((start, self.at))
    }

    /// The part that a single joining sign ties to the one that ended at `end`.
    fn joined_part(&mut self, end: usize) -> Option<(usize, usize)> {
        let bytes = self.text.as_bytes();
        let sign = *bytes.get(end)?;
        if !matches!(sign, b':' | b'/' | b'-' | b'.') {
            return None;
        }
        let next = letter_at(self.text, end + 1).filter(|&letter| is_alphanumeric(letter))?;
        let before = letter_before(self.text, end)?;
        // A stop or a stroke between words is no joint; between digits or beside one it is.
        let numeric = before.is_ascii_digit() || next.is_ascii_digit();
        if sign != b'-' && !numeric {
            return None;
        }
        self.at = end + 1;
        self.next_part()
    }
}

/// Combining marks and invisible signs stand inside words.
fn joins(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}')
}

/// Where `12 kap. 4 §` ends that begins with the number at `start..end`.
fn section(text: &str, start: usize, end: usize) -> Option<usize> {
    let is_digit = |sign: char| sign.is_ascii_digit();
    // Of every word of a text this is asked first.
    if !text.as_bytes()[start].is_ascii_digit() {
        return None;
    }
    let spaces = |at| find(text, at, &|sign| !matches!(sign, ' ' | '\u{a0}' | '\u{202f}'));
    let kap = spaces(end);
    if kap == end || slice(text, kap, kap + 3) != "kap" {
        return None;
    }
    let stop = kap + 3;
    let number = spaces(stop + usize::from(letter_at(text, stop) == Some('.')));
    let mut at = find(text, number, &|sign| !is_digit(sign));
    if at == number {
        return None;
    }
    // 4 a §
    let letter = spaces(at);
    if letter > at
        && letter_at(text, letter).is_some_and(|letter| letter.is_ascii_lowercase())
        && letter_at(text, spaces(letter + 1)) == Some('§')
    {
        at = letter + 1;
    }
    let sign = spaces(at);
    (letter_at(text, sign) == Some('§')).then_some(sign + '§'.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::words;

    fn texts(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn words_are_runs_of_letters_and_digits_in_lower_case() {
        assert_eq!(
            texts("Möts VARANNAN vecka, på Idé-kafé."),
            ["möts", "varannan", "vecka", "på", "idekafe", "ide", "kafe"]
        );
    }

    #[test]
    fn references_stand_whole_and_in_parts() {
        assert_eq!(texts("lagen (2025:400)"), ["lagen", "2025:400", "2025", "400"]);
        assert_eq!(texts("S2014/3701/FST"), ["s2014/3701/fst", "s2014", "3701", "fst"]);
        assert_eq!(texts("12 kap. 4 § SoL"), ["12kap4§", "12", "kap", "4", "§", "sol"]);
        assert_eq!(texts("8 kap 5 a §"), ["8kap5a§", "8", "kap", "5", "a", "§"]);
    }

    #[test]
    fn a_stop_or_a_stroke_between_words_is_no_joint() {
        assert_eq!(texts("slut.Början och/eller"), ["slut", "början", "och", "eller"]);
        assert_eq!(texts("individ- och familjeomsorg"), ["individ", "och", "familjeomsorg"]);
    }

    #[test]
    fn ordinary_words_are_those_of_the_general_rule() {
        let all =
            "Möts på Åre-kafé: idé/plan, låna 3 kap. 4 § (SoL) e-post a\u{301}b 2025:400 slut.Nu – ”så” ÅÄÖ x2 2x Ω1 …";
        for text in [all, "ö", "å.", "än-", "", " ", "a:b", "a: b", "§", "ab\u{ad}cd ef"] {
            for word in words(text) {
                let alone = words(&text[word.start..]);
                assert!(alone.iter().any(|first| first.text == word.text), "{word:?}");
                if let Some((start, end)) = super::ordinary_word(text, word.start) {
                    assert_eq!((start, end), (word.start, word.end), "{word:?}");
                    let mut folded = String::new();
                    text[start..end].chars().for_each(|letter| super::fold_into(&mut folded, letter));
                    assert_eq!(folded, word.text);
                }
            }
        }
    }

    #[test]
    fn places_are_those_of_the_text() {
        let text = "Åre: får på lån";
        for word in words(text) {
            assert_eq!(text[word.start..word.end].to_lowercase(), word.text);
        }
    }
}
