//! What stands in an address: its path as a page has it, and what was searched for.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The longest search that is counted by its words, in bytes.
const LONGEST: usize = 200;

/// Path and query of a target, which may also be a whole address as proxies send it.
pub fn split(target: &[u8]) -> (&[u8], &[u8]) {
    let target = match target.first() {
        Some(b'/') | None => target,
        Some(_) => match memchr::memmem::find(target, b"://") {
            Some(at) => {
                memchr::memchr(b'/', &target[at + 3..]).map_or(b"/".as_slice(), |slash| &target[at + 3 + slash..])
            }
            None => target,
        },
    };
    let target = &target[..memchr::memchr(b'#', target).unwrap_or(target.len())];
    match memchr::memchr(b'?', target) {
        Some(at) => (&target[..at], &target[at + 1..]),
        None => (target, b""),
    }
}

/// Percent signs resolved, composed; none when that is no text.
pub fn decoded(text: &[u8]) -> Option<Cow<'_, str>> {
    if text.is_empty() {
        return Some(Cow::Borrowed(""));
    }
    let plain: Cow<'_, [u8]> = match memchr::memchr(b'%', text) {
        None => Cow::Borrowed(text),
        Some(_) => {
            let mut plain = Vec::with_capacity(text.len());
            let mut at = 0;
            while let Some(&byte) = text.get(at) {
                let hex = |at: usize| text.get(at).and_then(|byte| char::from(*byte).to_digit(16));
                match (byte, hex(at + 1), hex(at + 2)) {
                    (b'%', Some(high), Some(low)) => {
                        plain.push((high * 16 + low) as u8);
                        at += 3;
                    }
                    _ => {
                        plain.push(byte);
                        at += 1;
                    }
                }
            }
            Cow::Owned(plain)
        }
    };
    let text = match plain {
        Cow::Borrowed(bytes) => Cow::Borrowed(std::str::from_utf8(bytes).ok()?),
        Cow::Owned(bytes) => Cow::Owned(String::from_utf8(bytes).ok()?),
    };
    Some(if text.is_ascii() || is_nfc(&text) { text } else { Cow::Owned(text.nfc().collect()) })
}

/// What `q` holds in the query of an address, in lower case with single spaces; none when it is empty or long.
pub fn search(query: &[u8]) -> Option<String> {
    let value = query.split(|byte| *byte == b'&').find_map(|pair| pair.strip_prefix(b"q="))?;
    let spaced: Vec<u8> = value.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    let text = decoded(&spaced)?.to_lowercase();
    let words: Vec<&str> =
        text.split(|sign: char| sign.is_whitespace() || sign.is_control()).filter(|w| !w.is_empty()).collect();
    let text = words.join(" ");
    (!text.is_empty() && text.len() <= LONGEST).then_some(text)
}

/// Whether a search may be shown to others: it holds no number of four digits or more (personnummer, telephone, case), no
/// e-mail address, nothing that looks like a code, and no sign that is not seen.
pub fn is_showable(text: &str) -> bool {
    let digits = text.chars().filter(|sign| sign.is_numeric()).count();
    let is_reference =
        text.split(' ').all(|word| is_law(word) || word.chars().filter(|sign| sign.is_numeric()).count() < 4);
    let is_code = |word: &str| {
        let has_digit = word.chars().any(|sign| sign.is_numeric());
        has_digit && word.chars().any(char::is_alphabetic) && word.chars().count() > 4
    };
    !text.chars().any(is_unseen) && !text.contains('@') && is_reference && digits < 10 && !text.split(' ').any(is_code)
}

/// Signs without a look of their own, which hide letters or turn what stands beside them around.
fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{e000}'..='\u{f8ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..)
}

/// A law's number: `2025:400`.
fn is_law(word: &str) -> bool {
    word.split_once(':').is_some_and(|(year, number)| {
        let is_number =
            |text: &str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number(year) && is_number(number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_those_of_pages() {
        let path = |target: &str| split(target.as_bytes()).0.to_vec();
        assert_eq!(path("/a/?b=c#d"), b"/a/");
        assert_eq!(path("https://samverka.example/a/?b"), b"/a/");
        assert_eq!(path("https://samverka.example"), b"/");
        assert_eq!(split(b"*"), (b"*".as_slice(), b"".as_slice()));
        assert_eq!(decoded(b"/l%C3%A4n/").unwrap(), "/län/");
        assert_eq!(decoded("/la\u{308}n/".as_bytes()).unwrap(), "/län/");
        assert_eq!(decoded(b"/100%/%zz/%e").unwrap(), "/100%/%zz/%e");
        assert_eq!(decoded(b"%ff"), None);
    }

    #[test]
    fn searches_are_compared_without_case_and_extra_spaces() {
        assert_eq!(search(b"sort=titel&q=Avtal++MELLAN%20soc").as_deref(), Some("avtal mellan soc"));
        assert_eq!(search(b"q=%C3%85re").as_deref(), Some("åre"));
        assert_eq!(search(b"q=+"), None);
        assert_eq!(search(b"qq=a"), None);
        assert_eq!(search(b"q=%ff"), None);
        assert_eq!(search(format!("q={}", "a".repeat(201)).as_bytes()), None);
    }

    #[test]
    fn what_may_be_about_somebody_is_not_shown() {
        for text in ["avtal", "2025:400", "12 kap. 4 §", "fia steg 2", "lag 2025:400 kap 3"] {
            assert!(is_showable(text), "{text}");
        }
        for text in [
            "19121212-1212",
            "121212 1212",
            "anna@kommun.se",
            "070-123 45 67",
            "s2014/3701/fst",
            "ab12cd",
            "diarienummer 12345",
            "av\u{202e}tal",
            "av\u{200b}tal",
        ] {
            assert!(!is_showable(text), "{text}");
        }
    }
}
