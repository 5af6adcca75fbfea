//! Letters as they are compared.
//!
//! Which signs are letters, and what their lower case is, is said here in a few ranges: the standard library's tables of all
//! of Unicode would be an eighth of what a browser fetches. The ranges are exact for Latin, Greek and Cyrillic; in other scripts
//! every sign is a letter.

/// Hands a letter's folded form on: lower case; accents of other languages gone (*é* is *e*), å, ä and ö kept, since they
/// are letters of their own; *æ* and *ø* are their Swedish counterparts.
pub fn fold_char(letter: char, mut put: impl FnMut(char)) {
    if letter.is_ascii() {
        return put(letter.to_ascii_lowercase());
    }
    match folded(letter) {
        'ß' => {
            put('s');
            put('s');
        }
        // Combining marks, soft hyphens and joiners that stand inside words. Letters are expected composed (NFC).
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' => {}
        folded => put(folded),
    }
}

fn folded(letter: char) -> char {
    match lower(letter) {
        ascii if ascii.is_ascii() => ascii,
        'à' | 'á' | 'â' | 'ã' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ý' | 'ÿ' => 'y',
        'æ' => 'ä',
        'ø' => 'ö',
        other => other,
    }
}

/// Lower case of Latin, Greek and Cyrillic, but for some letters of African languages and of old Greek texts.
fn lower(letter: char) -> char {
    let code = u32::from(letter);
    let lower = match code {
        // The Turkish I with a dot.
        0x130 => 0x69,
        0x178 => 0xff,
        0x386 => 0x3ac,
        0x38c => 0x3cc,
        0x4c0 => 0x4cf,
        0x1e9e => 0xdf,
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => code + 32,
        0x388..=0x38a => code + 37,
        0x38e..=0x38f => code + 63,
        0x400..=0x40f => code + 80,
        // Capitals and small letters by turns: capitals are odd, or even.
        0x139..=0x148 | 0x179..=0x17e | 0x1cd..=0x1dc | 0x4c1..=0x4ce => code + (code & 1),
        0x100..=0x137
        | 0x14a..=0x177
        | 0x1de..=0x1ef
        | 0x1f8..=0x21f
        | 0x222..=0x233
        | 0x246..=0x24f
        | 0x370..=0x373
        | 0x3d8..=0x3ef
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x4d0..=0x52f
        | 0x1e00..=0x1e95
        | 0x1ea0..=0x1eff => code | 1,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(letter)
}

/// Whether a sign is a letter or a digit of any kind.
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
pub fn is_alphanumeric(sign: char) -> bool {
    if sign.is_ascii() { sign.is_ascii_alphanumeric() } else { is_alphanumeric_beyond(sign) }
}

/// The same beyond ASCII.
fn is_alphanumeric_beyond(sign: char) -> bool {
    match u32::from(sign) {
        // ª º µ, raised digits and fractions
        0x80..=0xbf => matches!(sign, 'ª' | 'º' | 'µ' | '²' | '³' | '¹' | '¼' | '½' | '¾'),
        0xd7 | 0xf7 => false,
        // Accents that stand alone, and those that combine
        0x2c2..=0x2c5 | 0x2d2..=0x2df | 0x2e5..=0x2eb | 0x2ed | 0x2ef..=0x344 | 0x346..=0x362 => false,
        // Signs and gaps of Greek and Cyrillic
        0x375 | 0x378..=0x379 | 0x37e | 0x380..=0x385 | 0x387 | 0x38b | 0x38d | 0x3a2 | 0x3f6 | 0x482..=0x489 => false,
        // Spaces, punctuation, currencies, letterlike signs
        0x2000..=0x206f | 0x20a0..=0x214f => false,
        // Arrows, mathematics, frames, dingbats; punctuation of old books
        0x2190..=0x245f | 0x2500..=0x2bff | 0x2e00..=0x2e7f => false,
        // Chinese and Japanese punctuation, wide forms
        0x3000..=0x3004 | 0x3008..=0x3020 | 0xff00..=0xff0f | 0xff1a..=0xff20 => false,
        // Private use, selectors of emoji, marks of order, emoji
        0xe000..=0xf8ff | 0xfe00..=0xfe6f | 0xfeff | 0xfff0..=0xffff | 0x1f000..=0x1faff | 0xe0000.. => false,
        _ => true,
    }
}

/// Whether a sign is a letter.
pub fn is_alphabetic(sign: char) -> bool {
    is_alphanumeric(sign) && !sign.is_ascii_digit()
}

/// The letter without its ring or dots: what somebody writes whose keyboard has none.
pub fn plain_letter(letter: char) -> char {
    match letter {
        'å' | 'ä' => 'a',
        'ö' => 'o',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The Latin, Greek and Cyrillic blocks.
    fn european() -> impl Iterator<Item = char> {
        (0..0x530).chain(0x1e00..0x1f00).filter_map(char::from_u32)
    }

    #[test]
    fn lower_case_is_that_of_unicode() {
        let rare = |letter: char| matches!(u32::from(letter), 0x180..=0x1cc | 0x1f0..=0x1f7 | 0x220..=0x245);
        let old = |letter: char| matches!(u32::from(letter), 0x376..=0x37f | 0x3cf | 0x3f4..=0x3ff);
        for letter in european().filter(|&letter| !rare(letter) && !old(letter)) {
            assert_eq!(Some(lower(letter)), letter.to_lowercase().next(), "{letter} {:x}", u32::from(letter));
        }
    }

    #[test]
    fn letters_and_digits_are_those_of_unicode() {
        for sign in european() {
            assert_eq!(is_alphanumeric(sign), sign.is_alphanumeric(), "{sign} {:x}", u32::from(sign));
        }
        for sign in "–—’”„…•€™→✓⚠\u{a0}\u{202f}\u{200b}\u{fe0f}\u{feff}\u{fffd}😀🇸🇪、。！".chars()
        {
            assert!(!is_alphanumeric(sign) && !sign.is_alphanumeric(), "{sign} {:x}", u32::from(sign));
        }
        for sign in "家カー한שלوم①⅓ⅷ".chars() {
            assert!(is_alphanumeric(sign) && sign.is_alphanumeric(), "{sign} {:x}", u32::from(sign));
        }
    }

    #[test]
    fn accents_go_and_swedish_letters_stay() {
        let folded = |text: &str| {
            let mut out = String::new();
            text.chars().for_each(|letter| fold_char(letter, |letter| out.push(letter)));
            out
        };
        assert_eq!(folded("ÉÅÄÖ Æø Straße İ Șț co\u{ad}op ЖΩ"), "eåäö äö strasse i șț coop жω");
    }
}
