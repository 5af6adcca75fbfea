//! `_headers`: paths at the left margin, headers below.

use std::fmt::Write;

use super::{ABOUT_ADMIN, ADMIN, Hosted, Keep, POLICY_NAME, about_https, policy, security, types};

/// The file for Netlify and Cloudflare Pages.
///
/// Each file is named by at most one rule beside the common one, because the two hosts put values of several rules
/// together. What no rule names is revalidated each time by both. So `admin/` cannot have less than all have: the
/// common rule says of the policy what a `meta` cannot, every page says the rest in its own, and what a browser may show
/// by itself without being a page, pictures, has the whole policy here.
pub(super) fn file(hosted: &Hosted<'_>) -> String {
    let base = hosted.base;
    let mut out = format!(
        "# Netlify and Cloudflare Pages read this file at the root of what is published.\n{https}\n\
         # Both answer with 404.html and compress by themselves. Pages are revalidated each time unless a rule says more.\n\
         # The style sheet is kept for twelve hours only: the report tells people from robots by it.\n\
         # Each page has its policy in a meta element; here stands what works as a header only. {ABOUT_ADMIN}\n\n{base}*\n",
        https = about_https("# ")
    );
    let mut line = |text: std::fmt::Arguments<'_>| {
        let _infallible = writeln!(out, "{text}");
    };
    for (name, value) in security(hosted, ADMIN.1.to_owned()) {
        line(format_args!("  {name}: {value}"));
    }
    line(format_args!("{base}media/*\n  {POLICY_NAME}: {}", policy()));
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
