//! Text that may stand in a page as it is.
//!
//! [`Html`] is the only type that becomes a safe string of the templates. It comes from the Markdown renderer, which
//! escapes every byte of its input, or from the functions here, which do the same.

use std::borrow::Cow;

use tera::Value;

use crate::markdown::RenderedSection;

/// Balanced HTML in which no input stands unescaped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// The section of a body, without its heading.
    pub fn of_section(section: &RenderedSection) -> Html {
        Html(section.html.clone())
    }

    /// What a template made: values in it are escaped unless they are themselves this type.
    pub(super) fn of_template(rendered: String) -> Html {
        Html(rendered)
    }

    /// Text as text.
    pub fn text(text: &str) -> Html {
        Html(escape(text).into_owned())
    }

    /// An element around something. Names and attributes' names stand in the program, values may come from anywhere;
    /// an attribute that holds an address is the caller's to check.
    pub fn element(name: &'static str, attributes: &[(&'static str, &str)], content: Html) -> Html {
        let mut out = format!("<{name}");
        for (attribute, value) in attributes {
            out.push(' ');
            out.push_str(attribute);
            out.push_str("=\"");
            out.push_str(&escape(value));
            out.push('"');
        }
        out.push('>');
        out.push_str(&content.0);
        out.push_str("</");
        out.push_str(name);
        out.push('>');
        Html(out)
    }

    /// A value as JSON for a `<script>` that is data and not run: it can neither end the element nor begin a comment.
    pub(super) fn json(value: &impl serde::Serialize) -> Html {
        let json = serde_json::to_string(value).unwrap_or_default();
        if !json.contains(['<', '\u{2028}', '\u{2029}']) {
            return Html(json);
        }
        // Outside of texts JSON has none of these.
        Html(json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"))
    }

    /// One after the other.
    pub fn join(parts: impl IntoIterator<Item = Html>) -> Html {
        Html(parts.into_iter().map(|part| part.0).collect())
    }

    /// The HTML itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl From<Html> for Value {
    fn from(html: Html) -> Value {
        Value::safe_string(&html.0)
    }
}

/// Text for HTML and XML, between tags and in quoted attributes. What XML cannot hold becomes U+FFFD.
pub(super) fn escape(text: &str) -> Cow<'_, str> {
    let is_bad =
        |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if !text.contains(|c: char| matches!(c, '&' | '<' | '>' | '"' | '\'') || is_bad(c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if is_bad(c) => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_written_becomes_a_tag() {
        let html = Html::element("p", &[("title", "\"><script>")], Html::text("<b>å & ö</b>"));
        assert_eq!(html.as_str(), "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;å &amp; ö&lt;/b&gt;</p>");
        assert_eq!(escape("a\u{1}b"), "a\u{fffd}b");
    }

    #[test]
    fn json_never_ends_its_element() {
        let text = "</script><!--\u{2028}\u{2029} å & \"";
        let html = Html::json(&text);
        assert_eq!(html.as_str(), "\"\\u003c/script>\\u003c!--\\u2028\\u2029 å & \\\"\"");
        assert_eq!(serde_json::from_str::<String>(html.as_str()).unwrap(), text);
    }
}
