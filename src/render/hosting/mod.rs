//! Header files for the hosts that such sites are put on, made with the site.
//!
//! ```text
//! _headers              Netlify, Cloudflare Pages     netlify
//! _hosting/nginx.conf   nginx, to be included         nginx
//! .htaccess             Apache                        apache
//! web.config            IIS                           iis
//! .nojekyll             GitHub Pages: publish folders that begin with `_`
//! ```
//!
//! All say the same, each in its host's words: the security headers of every answer, how long each file may be kept,
//! the type of every file ([`types`]), `404.html` for what is not there, and the files that `build --compress` made in
//! place of the plain ones. nginx has no file of its own inside a site, so its lies in a folder that is no page and that
//! its own rules hide.

mod apache;
mod iis;
mod netlify;
mod nginx;
pub mod types;

use super::{Renderer, STYLE};
use crate::model::files::Host;

/// The policy of every page's `meta`, which a header repeats with `frame-ancestors`: that works as a header only.
pub const POLICY: &str =
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'self'";

/// Where the editors' Decap CMS lies once `samverka export` has put it there, and what a header may say of its policy. The page
/// has a stricter one in its own `meta`, and must be let off [`POLICY`]: browsers obey both, and Decap compiles its checks.
const ADMIN: (&str, &str) = ("admin/", "frame-ancestors 'none'");

/// Why, as a comment of each file.
const ABOUT_ADMIN: &str = "Decap CMS for editors, where there is one: its page has a policy of its own.";

/// How long a file may be kept by browsers and by what stands between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keep {
    /// Asked for again each time, and answered with 304 when it is the same: pages, feeds and data. A correction is seen
    /// at once, and the access log has a line for every view.
    Checked,
    /// The style sheet. The report tells people from robots by who fetches it, so it must be fetched again each day; its
    /// name changes with its content, so nobody sees an old one.
    HalfDay,
    /// Files with their content's hash in the name.
    Forever,
}

impl Keep {
    fn cache_control(self) -> &'static str {
        match self {
            Keep::Checked => "no-cache",
            Keep::HalfDay => "public, max-age=43200, must-revalidate",
            Keep::Forever => "public, max-age=31536000, immutable",
        }
    }
}

/// What is kept longer than pages: why, the beginning of its paths, and how long. A later one goes before an earlier.
fn kept() -> [(&'static str, String, Keep); 3] {
    let stem = STYLE.trim_end_matches("css");
    [
        ("Files with their content's hash in the name, for a year.", "_a/".to_owned(), Keep::Forever),
        ("The search index, likewise.", "_s/".to_owned(), Keep::Forever),
        (
            "The style sheet for twelve hours: the report tells people from robots by it.",
            format!("_a/{stem}"),
            Keep::HalfDay,
        ),
    ]
}

/// What the header files are made of.
struct Hosted<'a> {
    /// `/a/b/`
    base: &'a str,
    /// Whether the host is the site's own and answers with TLS, so that the site may speak for all of it.
    owns_host: bool,
    /// Whether the site is a preview, which no search engine is to list.
    is_preview: bool,
    /// `_a/` assets with their hash, the style sheet left out.
    assets: Vec<&'a str>,
    /// The style sheet, `_a/style.0c9d1f2e3a.css`.
    styles: Vec<&'a str>,
    /// Atom feeds, whose ending does not tell their type.
    feeds: Vec<&'a str>,
}

/// The header file for a kind of host.
pub(super) fn file(renderer: &Renderer<'_>, host: Host) -> String {
    let (styles, assets) = renderer.assets().map(|(path, _)| path).partition(|path| is_style(path));
    let names = renderer.site.files.keys().map(|address| address.trim_start_matches('/'));
    let hosted = Hosted {
        base: renderer.base.path(),
        owns_host: renderer.base.path() == "/" && renderer.base.absolute("/").starts_with("https://"),
        is_preview: renderer.is_preview(),
        assets,
        styles,
        feeds: names.filter(|path| is_feed(path)).collect(),
    };
    match host {
        Host::Apache => apache::file(&hosted),
        Host::GitHubPages => String::new(),
        Host::Iis => iis::file(&hosted),
        Host::Netlify => netlify::file(&hosted),
        Host::Nginx => nginx::file(&hosted),
    }
}

/// `_a/style.0c9d1f2e3a.css`
fn is_style(path: &str) -> bool {
    let stem = STYLE.trim_end_matches("css");
    path.strip_prefix("_a/").is_some_and(|name| name.starts_with(stem))
}

fn is_feed(path: &str) -> bool {
    path == "feed.xml" || path.ends_with("/feed.xml")
}

/// Why HTTPS is demanded, or not; a comment of each file, each line after `margin`.
fn about_https(margin: &str) -> String {
    format!(
        "{margin}Strict-Transport-Security binds the whole host name to HTTPS for a year. It is set only where the site\n\
         {margin}has a host name of its own; below another site's address it is that site's to decide."
    )
}

/// The header that all of the site has, and `admin/` another of.
const POLICY_NAME: &str = "Content-Security-Policy";

/// The policy as a header.
fn policy() -> String {
    format!("{POLICY}; {}", ADMIN.1)
}

/// Headers of every answer.
fn security(hosted: &Hosted<'_>, policy: String) -> Vec<(&'static str, String)> {
    let mut headers = vec![
        (POLICY_NAME, policy),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        // A search may hold personal data, which no other site is to see.
        ("Referrer-Policy", "same-origin".to_owned()),
        (
            "Permissions-Policy",
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()".to_owned(),
        ),
    ];
    if hosted.owns_host {
        headers.push(("Strict-Transport-Security", "max-age=31536000".to_owned()));
    }
    if hosted.is_preview {
        headers.push(("X-Robots-Tag", "noindex".to_owned()));
    }
    headers
}

/// Paths that are for hosts, and that visitors need not see.
const HIDDEN: [&str; 5] = [".htaccess", ".nojekyll", "_headers", "_hosting/", "web.config"];

#[cfg(test)]
mod tests {
    use super::*;

    fn hosted(base: &str) -> Hosted<'_> {
        Hosted {
            base,
            owns_host: base == "/",
            is_preview: base == "/",
            assets: vec!["_a/icon.00.svg"],
            styles: vec!["_a/style.0c9d1f2e3a.css"],
            feeds: vec!["feed.xml", "lan/x/feed.xml"],
        }
    }

    fn all(base: &str) -> [(&'static str, String); 4] {
        let hosted = hosted(base);
        [
            ("apache", apache::file(&hosted)),
            ("netlify", netlify::file(&hosted)),
            ("nginx", nginx::file(&hosted)),
            ("iis", iis::file(&hosted)),
        ]
    }

    #[test]
    fn the_policy_is_that_of_the_pages() {
        let layout = include_str!("../../../themes/standard/templates/base.html");
        assert!(layout.contains(&format!("content=\"{POLICY}\"")), "base.html has another policy");
    }

    #[test]
    fn every_host_is_told_every_security_header() {
        for (base, (host, text)) in ["/a/b/", "/"].into_iter().flat_map(|base| all(base).map(|made| (base, made))) {
            for (name, value) in security(&hosted(base), policy()) {
                // XML writes the apostrophe as an entity, nginx and Apache put quotation marks around values.
                let found = text.contains(&value) || text.contains(&value.replace('\'', "&#39;"));
                assert!(text.contains(name) && found, "{host}: {name}");
            }
            assert!(text.contains("frame-ancestors"), "{host}");
        }
    }

    #[test]
    fn every_host_lets_the_editors_cms_have_its_own_policy() {
        for (host, text) in all("/a/b/") {
            let place = if host == "iis" { "path=\"admin\"" } else { "/a/b/admin/" };
            // There a place cannot have less than all have, so the policy is said of fewer places.
            let place = if host == "netlify" { "/a/b/*" } else { place };
            let (_, after) = text.split_once(place).unwrap_or_else(|| panic!("{host}: {text}"));
            let after = after.split_once("</location>").map_or(after, |(inside, _)| inside);
            // Apache names the place behind the value.
            let line = |line: &&str| line.contains(place) && line.contains(POLICY_NAME);
            let after = if host == "apache" { text.lines().find(line).unwrap_or_default() } else { after };
            let (policy, _) = after.split_once("frame-ancestors").unwrap_or_else(|| panic!("{host}: {text}"));
            assert!(!policy.contains("default-src"), "{host}: {text}");
        }
        assert!(POLICY.contains("default-src") && !ADMIN.1.contains("-src"));
    }

    #[test]
    fn https_is_demanded_only_of_a_host_of_ones_own() {
        // The name also stands in a comment; a rule has its value.
        let rule = |text: &str| {
            let header = text.split("Strict-Transport-Security").skip(1);
            header.filter(|after| after.trim_start_matches([':', ' ', '"']).starts_with("max-age=31536000")).count()
                + text.matches("name=\"Strict-Transport-Security\" value=\"max-age=31536000\"").count()
        };
        for ((host, own), (_, below)) in all("/").into_iter().zip(all("/a/b/")) {
            assert!(rule(&own) > 0, "{host}");
            assert_eq!(rule(&below), 0, "{host}");
        }
    }

    #[test]
    fn locations_begin_with_the_base_path() {
        for (host, text) in all("/a/b/") {
            if host != "iis" {
                assert!(text.contains("/a/b/_s/") && text.contains("/a/b/404.html") == (host != "netlify"), "{host}");
            }
            assert!(!text.contains("\"/_a/"), "{host}");
        }
    }

    #[test]
    fn the_style_sheet_is_told_from_other_assets() {
        assert!(is_style("_a/style.0c9d1f2e3a.css") && !is_style("_a/stylesheet.js") && !is_style("style.css"));
        assert!(is_feed("feed.xml") && is_feed("lan/x/feed.xml") && !is_feed("newsfeed.xml"));
    }
}
