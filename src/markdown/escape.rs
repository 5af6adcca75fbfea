//! The only way from input to output, and the rule for which addresses may be output at all.

/// Schemes a link may have.
pub(super) const LINK_SCHEMES: &[&str] = &["http", "https", "mailto", "tel"];
/// Schemes an image may have.
pub(super) const IMAGE_SCHEMES: &[&str] = &["http", "https"];

/// Appends text so that it is text, both between tags and inside a double-quoted attribute.
///
/// NUL, which HTML forbids, becomes U+FFFD as CommonMark 2.3 asks.
pub(super) fn push_text(out: &mut String, text: &str) {
    push_replacing(out, text, |byte| match byte {
        b'&' => "&amp;",
        b'<' => "&lt;",
        b'>' => "&gt;",
        b'"' => "&quot;",
        b'\'' => "&#39;",
        0 => "\u{FFFD}",
        _ => "",
    });
}

/// Appends an address for a double-quoted attribute: escaped, spaces and control characters percent-encoded.
pub(super) fn push_address(out: &mut String, address: &str) {
    push_replacing(out, address.trim(), |byte| match byte {
        b'&' => "&amp;",
        b'<' => "%3C",
        b'>' => "%3E",
        b'"' => "%22",
        b'\'' => "&#39;",
        b' ' => "%20",
        _ => "",
    });
}

/// Copies stretches between replaced bytes whole. Only ASCII bytes may have a replacement; an empty one means none.
fn push_replacing(out: &mut String, text: &str, replacement: impl Fn(u8) -> &'static str) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        // Letters are by far the most of all text, and none is ever replaced.
        if byte > b'>' {
            continue;
        }
        let new = replacement(byte);
        if !new.is_empty() {
            out.push_str(&text[done..at]);
            out.push_str(new);
            done = at + 1;
        }
    }
    out.push_str(&text[done..]);
}

/// Whether a browser that meets this address can end up nowhere but at an allowed scheme or on the site itself.
///
/// Refused are all other schemes, however written; control characters, since browsers drop tabs and line ends inside a
/// scheme (WHATWG URL, 4.4); and `//host`, with slashes of either kind, which leaves the site while looking as if it stayed.
pub(super) fn is_safe(address: &str, schemes: &[&str]) -> bool {
    if address.chars().any(char::is_control) {
        return false;
    }
    let address = address.trim();
    let slashes = address.bytes().take_while(|b| matches!(b, b'/' | b'\\'));
    if slashes.count() > 1 {
        return false;
    }
    match address.find([':', '/', '?', '#']) {
        Some(end) if address[end..].starts_with(':') => {
            schemes.iter().any(|scheme| scheme.eq_ignore_ascii_case(&address[..end]))
        }
        _ => true,
    }
}
