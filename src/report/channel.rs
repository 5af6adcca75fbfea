//! How a visitor came to the site.

use std::borrow::Cow;

use serde::Serialize;

/// By which way a visit began.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// The address was typed, kept, or opened from a letter or a program that does not say where from.
    #[default]
    Direct,
    /// From the list of a search engine.
    Search,
    /// A link on the web site of a municipality or of a joint authority.
    Municipality,
    /// A link on a government agency's or SKR's web site.
    Agency,
    /// A letter with an agreed `?fran=` in its links.
    Letter,
    /// From a reader of the site's feed.
    Feed,
    /// A link elsewhere.
    Link,
    /// A link on the site itself.
    Inside,
}

impl Channel {
    /// In the order in which they are shown.
    pub const ALL: [Channel; 8] = [
        Channel::Direct,
        Channel::Search,
        Channel::Municipality,
        Channel::Agency,
        Channel::Letter,
        Channel::Feed,
        Channel::Link,
        Channel::Inside,
    ];

    /// As tables name it.
    pub fn id(self) -> &'static str {
        match self {
            Channel::Direct => "direct",
            Channel::Search => "search",
            Channel::Municipality => "municipality",
            Channel::Agency => "agency",
            Channel::Letter => "letter",
            Channel::Feed => "feed",
            Channel::Link => "link",
            Channel::Inside => "inside",
        }
    }
}

/// Search engines, by a part of the host's name.
const ENGINES: [&str; 12] = [
    "google.",
    "bing.com",
    "duckduckgo.com",
    "search.yahoo.",
    "ecosia.org",
    "startpage.com",
    "qwant.com",
    "yandex.",
    "baidu.com",
    "search.brave.com",
    "kagi.com",
    "perplexity.ai",
];

/// Hosts of agencies and of the municipalities' organisation that spread the examples.
const AGENCIES: [&str; 9] = [
    "socialstyrelsen.se",
    "arbetsformedlingen.se",
    "forsakringskassan.se",
    "skr.se",
    "regeringen.se",
    "lansstyrelsen.se",
    "kunskapsguiden.se",
    "finsam.se",
    "nnsfinsam.se",
];

/// The lists above as text, to be kept beside a report.
pub fn list() -> String {
    let rows = |name: &str, hosts: &[&str]| hosts.iter().map(|host| format!("{name}\t{host}\n")).collect::<String>();
    rows(Channel::Search.id(), &ENGINES) + &rows(Channel::Agency.id(), &AGENCIES)
}

/// What the addresses in the site's feeds end with.
pub const BY_FEED: &str = "fran=feed";
const FEED: &str = "feed";

/// What tells a municipality's host: `kommun` in it, or its name before `.se`.
pub struct Hosts {
    own: String,
    municipalities: Vec<String>,
}

impl Hosts {
    /// `own` is the site's host; `municipalities` are the names of municipalities as they stand in addresses (`ale`, `malmo`).
    pub fn new(own: &str, municipalities: impl IntoIterator<Item = String>) -> Hosts {
        let mut municipalities: Vec<String> = municipalities.into_iter().collect();
        municipalities.sort_unstable();
        Hosts { own: bare(own).to_owned(), municipalities }
    }

    /// The channel of a page view by its referrer and the query of its address.
    pub fn channel(&self, referrer: &[u8], query: &str) -> Channel {
        let named = query.split('&').filter_map(|pair| pair.split_once('='));
        for (name, value) in named {
            match (name, value) {
                ("fran", "") => {}
                ("fran", FEED) => return Channel::Feed,
                ("fran", _) => return Channel::Letter,
                _ => {}
            }
        }
        let Some((host, _)) = host(referrer) else { return Channel::Direct };
        let host = bare(&host);
        let begins =
            |engine: &str| host.match_indices(engine).any(|(at, _)| at == 0 || host.as_bytes()[at - 1] == b'.');
        if ends(host, &self.own) {
            Channel::Inside
        } else if ENGINES.iter().any(|engine| begins(engine)) {
            Channel::Search
        } else if AGENCIES.iter().any(|agency| ends(host, agency)) {
            Channel::Agency
        } else if self.is_municipality(host) {
            Channel::Municipality
        } else {
            Channel::Link
        }
    }

    /// What follows the host in the address of a page of the site; none of others.
    pub fn own_path<'a>(&self, referrer: &'a [u8]) -> Option<&'a [u8]> {
        let (host, path) = host(referrer)?;
        ends(bare(&host), &self.own).then_some(path)
    }

    fn is_municipality(&self, host: &str) -> bool {
        let Some(name) = host.strip_suffix(".se") else { return false };
        let last = name.rsplit('.').next().unwrap_or(name);
        last.ends_with("kommun")
            || last.ends_with("stad")
            || self.municipalities.binary_search_by(|own| own.as_str().cmp(last)).is_ok()
    }
}

/// The host of an address in lower case, without its port, and what follows it. Of addresses elsewhere the host is all that is ever
/// looked at.
fn host(address: &[u8]) -> Option<(Cow<'_, str>, &[u8])> {
    let text = std::str::from_utf8(address).ok()?;
    let (scheme, rest) = text.split_once("://")?;
    // An app of Android says which it is: it is no page that links here.
    if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
        return None;
    }
    let (authority, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let host = authority.rsplit('@').next().unwrap_or_default().split(':').next().unwrap_or_default();
    let host = match host.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => Cow::Owned(host.to_ascii_lowercase()),
        false => Cow::Borrowed(host),
    };
    (!host.is_empty()).then_some((host, path.as_bytes()))
}

/// Whether a host is the named one or below it.
fn ends(host: &str, name: &str) -> bool {
    host.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

fn bare(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn channels_follow_from_referrer_and_address() {
        let hosts = Hosts::new("samverka.example", ["ale", "malmo"].map(str::to_owned));
        let channel = |referrer: &str, query: &str| hosts.channel(referrer.as_bytes(), query);
        for (referrer, query, expected) in [
            ("", "", Channel::Direct),
            ("https://www.google.com/", "", Channel::Search),
            ("https://google.se/search?q=hemligt", "", Channel::Search),
            ("https://www.bing.com/", "", Channel::Search),
            ("https://samverka.example/exempel/", "", Channel::Inside),
            ("https://www.samverka.example/", "", Channel::Inside),
            ("https://www.malmo.se/sida", "", Channel::Municipality),
            ("https://intra.ale.se/", "", Channel::Municipality),
            ("https://www.bodenskommun.se/", "", Channel::Municipality),
            ("https://skr.se/x", "", Channel::Agency),
            ("https://www.socialstyrelsen.se/", "", Channel::Agency),
            ("https://inteskr.se/", "", Channel::Link),
            ("https://malmo.se.evil.example/", "", Channel::Link),
            ("android-app://com.google.android.gm/", "", Channel::Direct),
            ("https://forum.example/", "", Channel::Link),
            ("https://forum.example/", "fran=brev-2026", Channel::Letter),
            ("", BY_FEED, Channel::Feed),
            ("javascript://x", "", Channel::Direct),
            ("https://", "", Channel::Direct),
        ] {
            assert_eq!(channel(referrer, query), expected, "{referrer} ?{query}");
        }
        assert_eq!(hosts.channel(b"https://\xff\xfe/", ""), Channel::Direct);
        assert_eq!(hosts.own_path(b"https://WWW.samverka.example:443/a/?b"), Some(b"/a/?b".as_slice()));
        assert_eq!(hosts.own_path(b"https://samverka.example.org/a/"), None);
    }
}
