//! Text from outside, made safe to show: what steers a terminal or hides from the eye becomes visible.
//!
//! An escape sequence in a file could rewrite the screen, and a bidirectional override can make a line read as
//! another one ("Trojan Source", CVE-2021-42574).

/// Whether a character steers the terminal or the direction of the text, or cannot be seen.
///
/// The zero-width joiner is left out: it holds emoji together. So are variation selectors.
pub fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{AD}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180E}'
            | '\u{200B}' | '\u{200C}' | '\u{200E}' | '\u{200F}'
            | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E007F}')
}

/// Adds a character in a form that can be seen: `␛` for escape, `<U+202E>` for an override, four spaces for a tab.
pub fn push(out: &mut String, letter: char) {
    match letter {
        '\t' => out.push_str("    "),
        // The block of control pictures follows the order of the control characters.
        '\0'..='\u{1F}' => out.push(char::from_u32(0x2400 + u32::from(letter)).unwrap_or(char::REPLACEMENT_CHARACTER)),
        '\u{7F}' => out.push('␡'),
        hidden if is_hidden(hidden) => out.push_str(&format!("<U+{:04X}>", u32::from(hidden))),
        seen => out.push(seen),
    }
}

/// A text on one line: line breaks become spaces.
pub fn line(text: &str) -> String {
    text.trim_end().chars().fold(String::with_capacity(text.len()), |mut out, letter| {
        push(&mut out, if letter == '\n' { ' ' } else { letter });
        out
    })
}

/// A text that keeps its line breaks.
pub fn paragraph(text: &str) -> String {
    text.trim_end().lines().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_shown() {
        assert_eq!(line("a\x1b[31m\u{9b}2J\u{202e}b\tc\x7f\0"), "a␛[31m<U+009B>2J<U+202E>b    c␡␀");
        assert_eq!(paragraph("a\r\nb\n\nc\u{2028}d\n"), "a\nb\n\nc<U+2028>d");
    }

    #[test]
    fn what_can_be_seen_is_left_alone() {
        let text = "Räksmörgås på 5 °C, é, 👩‍👧 och ❤️";
        assert_eq!(line(text), text);
    }
}
