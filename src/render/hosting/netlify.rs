//! `_headers`: paths at the left margin, headers below.

use std::fmt::Write;

use super::{Hosted, Keep, about_https, security, types};

/// The file for Netlify and Cloudflare Pages.
///
/// Each file is named by at most one rule beside the common one, because the two hosts put values of several rules
/// together. What no rule names is revalidated each time by both.
pub(super) fn file(hosted: &Hosted<'_>) -> String {
    let base = hosted.base;
    let mut out = format!(
        "# Netlify and Cloudflare Pages read this file at the root of what is published.\n{https}\n\
         # Both answer with 404.html and compress by themselves. Pages are revalidated each time unless a rule says more.\n\
         # The style sheet is kept for twelve hours only: the report tells people from robots by it.\n\n{base}*\n",
        https = about_https("# ")
    );
    let mut line = |text: std::fmt::Arguments<'_>| {
        let _infallible = writeln!(out, "{text}");
    };
    for (name, value) in security(hosted) {
        line(format_args!("  {name}: {value}"));
    }
    let mut keep =
        |path: &str, keep: Keep| line(format_args!("{base}{path}\n  Cache-Control: {}", keep.cache_control()));
    hosted.styles.iter().for_each(|path| keep(path, Keep::HalfDay));
    hosted.assets.iter().for_each(|path| keep(path, Keep::Forever));
    keep("_s/*", Keep::Forever);
    for path in &hosted.feeds {
        line(format_args!("{base}{path}\n  Content-Type: {}", types::FEED));
    }
    out
}
