//! A byte order mark at the start of the file goes away.

use super::{Document, Step, same};
use crate::i18n::Message;
use crate::source::BYTE_ORDER_MARK;

pub(super) fn mend(document: &Document<'_>) -> Step {
    let text = document.text.strip_prefix(BYTE_ORDER_MARK)?;
    let next = document.with(text)?;
    let is_same = same::fields(document, &next) && document.body() == next.body();
    is_same.then(|| (text.to_owned(), vec![Message::new("lagat-byteordningsmarke")]))
}
