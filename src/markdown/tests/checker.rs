//! A strict reader of what the renderer writes: anything it does not know is a fault.

use std::collections::HashSet;

const ELEMENTS: &[&str] = &[
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "code",
    "em",
    "strong",
    "small",
    "figure",
    "figcaption",
    "picture",
    "source",
    "a",
    "img",
    "br",
    "hr",
    "section",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
];
const VOID: &[&str] = &["img", "source", "br", "hr"];
const ATTRIBUTES: &[&str] = &[
    "id",
    "href",
    "rel",
    "class",
    "title",
    "aria-label",
    "src",
    "srcset",
    "type",
    "loading",
    "alt",
    "width",
    "height",
    "start",
    "scope",
    "role",
    "tabindex",
];

/// Panics unless the HTML is balanced, holds known elements and attributes only, and leads to safe addresses only.
pub(super) fn check(html: &str, ids: &mut HashSet<String>) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        check_text(&rest[..start]);
        let end = start + tag_length(&rest[start..]);
        let tag = &rest[start + 1..end - 1];
        rest = &rest[end..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "unbalanced: {html}");
            continue;
        }
        let name = tag.split(' ').next().unwrap_or_default();
        assert!(ELEMENTS.contains(&name), "unknown element {name:?}: {html}");
        check_attributes(&tag[name.len()..], ids);
        check_parent(name, &open, html);
        if !VOID.contains(&name) {
            open.push(name);
            assert!(open.len() <= 70, "too deep");
        }
    }
    check_text(rest);
    assert!(open.is_empty(), "left open {open:?}: {html}");
}

fn check_parent(name: &str, open: &[&str], html: &str) {
    let parent = open.last().copied().unwrap_or_default();
    let right = match name {
        "li" => matches!(parent, "ul" | "ol"),
        "thead" | "tbody" => parent == "table",
        "tr" => matches!(parent, "thead" | "tbody"),
        "th" | "td" => parent == "tr",
        "a" => !open.contains(&"a"),
        "figure" => !open.contains(&"p"),
        "figcaption" => parent == "figure",
        "source" => parent == "picture",
        "p" => !open.contains(&"p"),
        _ => !matches!(parent, "ul" | "ol" | "table" | "tr" | "thead" | "tbody"),
    };
    assert!(right, "{name} in {parent:?}: {html}");
}

/// Length of the tag at the start, `>` in quoted values not counted.
fn tag_length(html: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in html.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    panic!("tag without end: {html}")
}

fn check_attributes(mut rest: &str, ids: &mut HashSet<String>) {
    let mut seen = HashSet::new();
    while !rest.is_empty() {
        let (name, value) = rest.strip_prefix(' ').and_then(|rest| rest.split_once("=\"")).expect(rest);
        let (value, after) = value.split_once('"').expect("quoted value");
        rest = after;
        assert!(ATTRIBUTES.contains(&name), "unknown attribute {name:?}");
        assert!(seen.insert(name), "attribute {name} twice");
        check_text(value);
        match name {
            "id" => assert!(ids.insert(value.to_owned()), "id {value} twice"),
            "href" => check_address(value, &["http", "https", "mailto", "tel"]),
            "src" | "srcset" => check_address(value, &["http", "https"]),
            _ => {}
        }
    }
}

/// Reads an address as a browser does: tabs and line ends dropped, space around it too.
fn check_address(value: &str, schemes: &[&str]) {
    let address = value.replace("&amp;", "&").replace("&#39;", "'");
    let address: String = address.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let address = address.trim_start_matches(|c: char| c <= ' ').to_ascii_lowercase();
    assert!(!address.replace('\\', "/").starts_with("//"), "{value} leaves the site");
    let scheme: String =
        address.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.')).collect();
    if address[scheme.len()..].starts_with(':') {
        assert!(schemes.contains(&scheme.as_str()), "scheme of {value}");
    }
}

fn check_text(text: &str) {
    assert!(!text.contains(['<', '>', '"', '\'', '\0']), "unescaped: {text:?}");
    for (at, _) in text.match_indices('&') {
        let known = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"];
        assert!(known.iter().any(|entity| text[at..].starts_with(entity)), "bare ampersand: {text:?}");
    }
}
