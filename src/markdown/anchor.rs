//! Anchors of headings: the part of an address after `#`.

use std::collections::HashMap;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Stem of the anchors that citations lead to (`kalla-1`), written by whoever lists the sources of a page.
pub(super) const SOURCE: &str = "kalla";

/// Hands out anchors that are unique in one document.
#[derive(Default)]
pub(super) struct Anchors {
    /// Every anchor given, with the highest suffix tried for it.
    used: HashMap<String, usize>,
}

impl Anchors {
    /// The anchor of the next heading with this text: `resultat`, then `resultat-2`, …
    ///
    /// Never `kalla-` and a number, which would take the place of a source.
    pub(super) fn assign(&mut self, text: &str) -> String {
        let stem = slug(text);
        if !self.used.contains_key(&stem) && !names_source(&stem) {
            self.used.insert(stem.clone(), 1);
            return stem;
        }
        let separator = if stem == SOURCE { "--" } else { "-" };
        let mut suffix = self.used.get(&stem).copied().unwrap_or(1);
        let anchor = loop {
            suffix += 1;
            let candidate = format!("{stem}{separator}{suffix}");
            if !self.used.contains_key(&candidate) {
                break candidate;
            }
        };
        self.used.insert(stem, suffix);
        self.used.insert(anchor.clone(), 1);
        anchor
    }
}

fn names_source(anchor: &str) -> bool {
    anchor
        .strip_prefix(SOURCE)
        .and_then(|rest| rest.strip_prefix('-'))
        .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
}

/// Lower case ASCII letters and digits; accents dropped, every other stretch one hyphen. Never empty.
fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    let mut gap = false;
    let mut push = |part: &str| {
        if gap && !part.is_empty() && !slug.is_empty() {
            slug.push('-');
        }
        gap = part.is_empty();
        slug.push_str(part);
    };
    for letter in text.nfkd().filter(|&c| !is_combining_mark(c)) {
        let lower = letter.to_ascii_lowercase();
        if lower.is_ascii_alphanumeric() {
            push(lower.encode_utf8(&mut [0; 4]));
        } else {
            push(without_decomposition(letter));
        }
    }
    if slug.is_empty() {
        // A heading of signs only still needs an anchor; the element's own name belongs to no language.
        slug.push_str("section");
    }
    slug
}

/// Letters of the Nordic and Sami alphabets, and of neighbours, that Unicode does not decompose.
fn without_decomposition(letter: char) -> &'static str {
    match letter {
        'ø' | 'Ø' => "o",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ß' | 'ẞ' => "ss",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'ŋ' | 'Ŋ' => "n",
        'ŧ' | 'Ŧ' => "t",
        'þ' | 'Þ' => "th",
        'ł' | 'Ł' => "l",
        'ı' => "i",
        _ => "",
    }
}
