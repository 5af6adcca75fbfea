//! Letters as they are compared.

/// Hands a letter's folded form on: lower case; accents of other languages gone (*é* is *e*), å, ä and ö kept, since they
/// are letters of their own; *æ* and *ø* are their Swedish counterparts.
pub fn fold_char(letter: char, mut put: impl FnMut(char)) {
    if letter.is_ascii() {
        return put(letter.to_ascii_lowercase());
    }
    for lower in letter.to_lowercase() {
        match lower {
            'à' | 'á' | 'â' | 'ã' => put('a'),
            'ç' => put('c'),
            'è' | 'é' | 'ê' | 'ë' => put('e'),
            'ì' | 'í' | 'î' | 'ï' => put('i'),
            'ñ' => put('n'),
            'ò' | 'ó' | 'ô' | 'õ' => put('o'),
            'ù' | 'ú' | 'û' | 'ü' => put('u'),
            'ý' | 'ÿ' => put('y'),
            'æ' => put('ä'),
            'ø' => put('ö'),
            'ß' => {
                put('s');
                put('s');
            }
            // Combining marks, soft hyphens and joiners that stand inside words. Letters are expected composed (NFC).
            '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' => {}
            other => put(other),
        }
    }
}

/// The letter without its ring or dots: what somebody writes whose keyboard has none.
pub fn plain_letter(letter: char) -> char {
    match letter {
        'å' | 'ä' => 'a',
        'ö' => 'o',
        other => other,
    }
}
