//! Pages that work from a folder: opened with a double click, without a web server.
//!
//! Links of a built page begin at the root of its host. Such a page is built for a path that nobody else has ([`MARK`]), and
//! every link to it is then written from where the page lies: `/…/_samverka/exempel/x/` becomes `../../exempel/x/index.html`.

use crate::model::address;

/// The last part of the path that the pages are built for.
pub const MARK: &str = "_samverka-forhandsgranskning";

/// The address to build a site for, so that [`links`] finds every link: below the site's own.
pub fn base(own: &str) -> String {
    format!("{}/{MARK}/", own.trim_end_matches('/'))
}

/// The page with links from where it lies. `root` is the path of [`base`], `/a/_samverka…/`, and `page` the page's address.
/// Whole addresses (`https://…`, also in a letter's text), which only say where the page will be, get their own form back.
pub fn links(html: &str, root: &str, page: &str) -> String {
    let file = address::file(page);
    let up = "../".repeat(file.matches('/').count());
    let own = root.strip_suffix(&format!("{MARK}/")).unwrap_or(root);
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(root) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let after = &from[root.len()..];
        // After a host it is part of a whole address.
        let is_whole = before.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, ':' | '.' | '-'));
        if is_whole {
            out.push_str(own);
            rest = after;
            continue;
        }
        let end = after.find(|c: char| matches!(c, '"' | '\'' | '<' | '>' | ')' | ',') || c.is_whitespace());
        let (link, further) = after.split_at(end.unwrap_or(after.len()));
        let (path, tail) = link.split_at(link.find(['?', '#']).unwrap_or(link.len()));
        out.push_str(&up);
        out.push_str(&address::file(path));
        out.push_str(tail);
        rest = further;
    }
    out.push_str(rest);
    // In the text of a letter (`mailto:`) an address is written so that it can be part of another.
    out.replace(&format!("{MARK}%2F"), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_from_where_the_page_lies() {
        let root = format!("/a/{MARK}/");
        let html = format!(
            "<a href=\"{root}\">a</a><a href=\"{root}exempel/x/#y\"><img srcset=\"{root}media/a.webp 1x, {root}media/b.webp 2x\">\
             <link href=\"https://x.se{root}exempel/\"><a href=\"{root}sok/?q=a\">"
        );
        assert_eq!(
            links(&html, &root, "/exempel/z/"),
            "<a href=\"../../index.html\">a</a><a href=\"../../exempel/x/index.html#y\">\
             <img srcset=\"../../media/a.webp 1x, ../../media/b.webp 2x\">\
             <link href=\"https://x.se/a/exempel/\"><a href=\"../../sok/index.html?q=a\">"
        );
        let letter = format!("<a href=\"mailto:?body=https%3A%2F%2Fx.se%2Fa%2F{MARK}%2Fexempel%2F\">");
        assert_eq!(links(&letter, &root, "/"), "<a href=\"mailto:?body=https%3A%2F%2Fx.se%2Fa%2Fexempel%2F\">");
        assert_eq!(links(&format!("\"{root}_a/s.css\""), &root, "/404.html"), "\"_a/s.css\"");
        assert_eq!(links(&format!("\"{root}_a/s.css\""), &root, "/"), "\"_a/s.css\"");
    }
}
