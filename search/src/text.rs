//! Texts taken apart: the few things that the reader needs, once each. The standard library's come anew for every kind of
//! pattern, and check at every place what is checked here once.

use crate::prelude::*;

/// From one place to another, in bytes; nothing where these are no places of the text.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub fn slice(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end).unwrap_or("")
}

/// The letter that begins at a place.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub fn letter_at(text: &str, start: usize) -> Option<char> {
    slice(text, start, text.len()).chars().next()
}

/// The letter that ends at a place.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub fn letter_before(text: &str, end: usize) -> Option<char> {
    slice(text, 0, end).chars().next_back()
}

/// How many letters there are.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub fn letters(text: &str) -> usize {
    // All bytes but those that continue a letter.
    text.bytes().fold(0, |count, byte| count + usize::from(byte & 0xc0 != 0x80))
}

/// A word as letters that can be counted off.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub fn letters_of(word: &str) -> Vec<char> {
    let mut letters = Vec::with_capacity(word.len());
    for letter in word.chars() {
        letters.push(letter);
    }
    letters
}

/// Letters as a word.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub fn word_of(letters: &[char]) -> String {
    let mut word = String::with_capacity(letters.len());
    for &letter in letters {
        word.push(letter);
    }
    word
}

/// Bytes as a text, if they are UTF-8.
#[cfg(not(target_arch = "wasm32"))]
pub fn text_of(bytes: &[u8]) -> Option<String> {
    String::from_utf8(bytes.to_vec()).ok()
}

#[cfg(target_arch = "wasm32")]
pub use plainly_text_of as text_of;

/// The same in a third of the code of the standard library's, which is made for speed. Letters that are written in more bytes than
/// they need pass.
#[cfg(any(target_arch = "wasm32", test))]
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub fn plainly_text_of(bytes: &[u8]) -> Option<String> {
    let mut text = String::with_capacity(bytes.len());
    let mut rest = bytes.iter();
    while let Some(&first) = rest.next() {
        // The number of ones that a letter of several bytes begins with is that of its bytes.
        let ones = first.leading_ones();
        let mut code = u32::from(first) & 0x7f >> ones;
        for _ in 1..ones {
            code = code << 6 | u32::from(rest.next()? ^ 0x80);
        }
        if ones == 1 {
            return None;
        }
        text.push(char::from_u32(code)?);
    }
    Some(text)
}

/// Where the first sign from a place on begins that fits; the end of the text where none does.
#[cfg_attr(target_arch = "wasm32", inline(never))]
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
pub fn find(text: &str, mut from: usize, fits: &dyn Fn(char) -> bool) -> usize {
    while let Some(&byte) = text.as_bytes().get(from) {
        // Most signs are one byte.
        let sign = if byte.is_ascii() { Some(char::from(byte)) } else { letter_at(text, from) };
        match sign {
            Some(sign) if !fits(sign) => from += sign.len_utf8(),
            _ => break,
        }
    }
    from
}

/// The pieces between ASCII signs.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub fn pieces(text: &str, sign: u8) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, byte) in text.bytes().enumerate() {
        if byte == sign {
            pieces.push(slice(text, start, at));
            start = at + 1;
        }
    }
    pieces.push(slice(text, start, text.len()));
    pieces
}

/// What stands before and after the first of an ASCII sign.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub fn split_once(text: &str, sign: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == sign)?;
    Some((slice(text, 0, at), slice(text, at + 1, text.len())))
}

/// Two texts as one.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub fn joined(first: &str, second: &str) -> String {
    let mut text = String::with_capacity(first.len() + second.len());
    text.push_str(first);
    text.push_str(second);
    text
}

/// Adds a text in one line: control signs become spaces.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub fn push_line(out: &mut String, text: &str) {
    for letter in text.chars() {
        out.push(if letter < ' ' { ' ' } else { letter });
    }
}

/// Whether it is a space, of whatever width, or the end of a line.
pub fn is_space(sign: char) -> bool {
    matches!(sign, '\t'..='\r' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spaces_are_those_of_unicode() {
        for sign in '\0'..=char::MAX {
            assert_eq!(is_space(sign), sign.is_whitespace(), "{:x}", u32::from(sign));
        }
    }

    proptest! {
        #[test]
        fn texts_are_read_as_by_the_standard_library(text in "\\PC{0,9}", cut in 0_usize..20, byte: u8) {
            prop_assert_eq!(plainly_text_of(text.as_bytes()), Some(text.clone()));
            let mut bytes = text.into_bytes();
            bytes.truncate(cut);
            bytes.push(byte);
            let ours = plainly_text_of(&bytes);
            if let Ok(theirs) = String::from_utf8(bytes) {
                prop_assert_eq!(ours, Some(theirs));
            }
        }

        #[test]
        fn texts_are_taken_apart_as_by_the_standard_library(text in "[aåö,€ ]{0,12}", from in 0_usize..20) {
            prop_assert_eq!(letters(&text), text.chars().count());
            prop_assert_eq!(split_once(&text, b','), text.split_once(','));
            prop_assert_eq!(pieces(&text, b','), text.split(',').collect::<Vec<_>>());
            prop_assert_eq!(find(&text, 0, &|sign| sign == 'ö'), text.find('ö').unwrap_or(text.len()));
            prop_assert_eq!(letter_at(&text, from), text.get(from..).and_then(|rest| rest.chars().next()));
        }
    }
}
