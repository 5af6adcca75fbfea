//! Letters in two parts (an a and a ring) become one: Unicode's form NFC.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::{Document, Step, same};
use crate::i18n::Message;

pub(super) fn mend(document: &Document<'_>) -> Step {
    if document.text.is_ascii() || is_nfc(&document.text) {
        return None;
    }
    let text: String = document.text.nfc().collect();
    let lines = document.text.lines().filter(|line| !is_nfc(line)).count();
    let next = document.with(&text)?;
    // A few letters become signs that mean something (U+037E is a semicolon), and an address becomes another one.
    let nfc = |text: &str| text.nfc().collect::<String>();
    let fields = same::trees(document.tree.as_ref(), next.tree.as_ref(), &|_, one, other| nfc(one) == other);
    let before = same::seen(document.body()).into_iter().map(|(title, html)| (nfc(&title), nfc(&html)));
    let targets = same::targets(document.body()) == same::targets(next.body());
    let is_same = fields && targets && before.eq(same::seen(next.body()));
    is_same.then(|| (text, vec![Message::new("lagat-form").with("antal", lines.to_string())]))
}
