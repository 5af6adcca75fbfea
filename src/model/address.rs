//! Addresses on the site, always from the site's root, ending in `/`, in ASCII.

use crate::schema::Kind;
use crate::words::slug;

/// The address of a document, from its place in the content folder: `sidor/om/urval.md` → `/om/urval/`.
pub fn of_document(kind: Kind, path: &str) -> String {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let below = match kind {
        Kind::Page => stem.strip_prefix("sidor/").unwrap_or(stem),
        _ => stem.rsplit('/').next().unwrap_or(stem),
    };
    let folder = match kind {
        Kind::Example => "/exempel/",
        Kind::Fia => "/fia/",
        Kind::Experience => "/fia/erfarenheter/",
        Kind::News => "/nyheter/",
        _ => "/",
    };
    let below = if kind == Kind::Page { below.strip_suffix("index").unwrap_or(below) } else { below };
    let mut address = folder.to_owned();
    for part in below.split('/').filter(|part| !part.is_empty()) {
        address.push_str(&slug(part));
        address.push('/');
    }
    address
}

/// The name of a file without its folders and its ending.
pub fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The start page.
pub const START: &str = "/";
/// What the site is, who is behind it, and on what assignment.
pub const ABOUT: &str = "/om/";
/// The list of examples.
pub const EXAMPLES: &str = "/exempel/";
/// The guidance on FIA.
pub const FIA: &str = "/fia/";
/// The experiences of FIA.
pub const EXPERIENCES: &str = "/fia/erfarenheter/";
/// The vocabularies.
pub const TOPICS: &str = "/amnen/";
/// The municipalities.
pub const MUNICIPALITIES: &str = "/kommuner/";
/// The counties.
pub const COUNTIES: &str = "/lan/";
/// The notices.
pub const NEWS: &str = "/nyheter/";
/// The glossary.
pub const GLOSSARY: &str = "/ordlista/";
pub const COMPONENTS: &str = "/redigera/komponenter/";
/// The rules that content is checked by.
pub const RULES: &str = "/redigera/regler/";
/// The examples that await that a party confirms them, and below it a sheet for each where the settings ask for sheets.
pub const CONFIRM: &str = "/redigera/bekrafta/";
/// What those who write the site read: the guide to editors and all below it. No reader is led there.
pub const EDITORS: &str = "/redigera/";
/// The fields that an editor fills in, for each kind of document.
pub const FIELD_GUIDES: &str = "/redigera/falt/";
pub const DATA: &str = "/data/";
pub const COMPARE: &str = "/jamfor/";
/// The form by which anyone suggests an example.
pub const SUGGEST: &str = "/foresla/";
/// The same questions on paper.
pub const SUGGEST_SHEET: &str = "/foresla/blankett/";
pub const CHANGES: &str = "/andringar/";
/// The published reports on how the knowledge was spread.
pub const STATISTICS: &str = "/statistik/";
/// Search, with what is searched for in its query.
pub const SEARCH: &str = "/sok/";

/// The file of every address ever published, in the content folder; see [`ledger`](super::ledger).
pub const LEDGER: &str = "adresser.txt";

pub const ALPHABET: &str = "/a-o/";
pub const FACTORS: &str = "/framgangsfaktorer/";
pub const OBSTACLES: &str = "/hinder/";
pub const NEW: &str = "/exempel/nya/";
pub const UPDATED: &str = "/exempel/uppdaterade/";
pub const FOR_REVIEW: &str = "/exempel/att-granska/";

/// The page of a published report, and the report itself.
pub fn statistic(id: &str) -> String {
    format!("{STATISTICS}{id}/")
}

pub fn statistic_json(id: &str) -> String {
    format!("{STATISTICS}{id}/rapport.json")
}

/// The sheet by which the parties confirm an example.
pub fn confirm(id: &str) -> String {
    format!("{CONFIRM}{}/", slug(id))
}

/// The help page of a rule.
pub fn rule(id: &str) -> String {
    format!("{RULES}{id}/")
}

/// The fields of a kind of document.
pub fn field_guide(kind: Kind) -> String {
    format!("{FIELD_GUIDES}{}/", crate::schema::json_schema::word(kind))
}

/// Whether a page is for those who write the site.
pub fn is_for_editors(address: &str) -> bool {
    address.starts_with(EDITORS)
}

/// The generated pages that show the text of a page in `sidor/` with their address as an introduction.
pub const INTRODUCED: [&str; 21] = [
    START,
    EXAMPLES,
    FIA,
    EXPERIENCES,
    TOPICS,
    MUNICIPALITIES,
    COUNTIES,
    NEWS,
    GLOSSARY,
    DATA,
    COMPARE,
    SUGGEST,
    CHANGES,
    STATISTICS,
    SEARCH,
    ALPHABET,
    FACTORS,
    OBSTACLES,
    NEW,
    UPDATED,
    FOR_REVIEW,
];

/// What tells addresses apart on every file system: the file that answers, without regard to case.
pub fn key(address: &str) -> String {
    file(address).to_lowercase()
}

/// Files that the program makes beside the pages; [`files`](super::files) knows which a site has.
pub const FEED: &str = "/feed.xml";
pub const NEWS_FEED: &str = "/nyheter/feed.xml";
pub const MANIFEST: &str = "/manifest.json";
pub const ROBOTS: &str = "/robots.txt";
pub const SITEMAP: &str = "/sitemap.xml";

pub const DATA_JSON: &str = "/data/exempel.json";
pub const DATA_CSV: &str = "/data/exempel.csv";
pub const DATA_SCHEMA: &str = "/data/exempel.schema.json";
pub const DATA_CATALOGUE: &str = "/data/dcat.rdf";

/// Where the files of a few examples each lie.
pub const DATA_EXAMPLES: &str = "/data/exempel/";

/// What there is to choose from when examples are compared.
pub const DATA_LIST: &str = "/data/exempel/lista.json";

/// A few examples as data: the `part`th of them, from 0.
pub fn examples_data(part: usize) -> String {
    format!("{DATA_EXAMPLES}{}.json", part + 1)
}

pub fn county_feed(slug: &str) -> String {
    format!("{COUNTIES}{slug}/feed.xml")
}

/// One of several sitemaps, from 0.
pub fn sitemap_part(part: usize) -> String {
    format!("/sitemap-{}.xml", part + 1)
}

/// The page of a vocabulary.
pub fn vocabulary(id: &str) -> String {
    format!("{TOPICS}{id}/")
}

/// The page of a term, with the documents that carry it.
pub fn term(vocabulary: &str, id: &str) -> String {
    format!("{TOPICS}{vocabulary}/{id}/")
}

/// The page of a municipality.
pub fn municipality(slug: &str) -> String {
    format!("{MUNICIPALITIES}{slug}/")
}

/// The page of a county.
pub fn county(slug: &str) -> String {
    format!("{COUNTIES}{slug}/")
}

/// The address of the folder above, unless that is the start page.
pub fn above(address: &str) -> Option<&str> {
    let (above, _) = address.strip_suffix('/')?.rsplit_once('/')?;
    (!above.is_empty()).then(|| &address[..=above.len()])
}

/// The `number`th page, from 1, of a list that begins at `first`.
pub fn list_page(first: &str, number: usize) -> String {
    if number <= 1 { first.to_owned() } else { format!("{first}sida/{number}/") }
}

/// The file that answers for an address: `/a/b/` → `a/b/index.html`.
pub fn file(address: &str) -> String {
    let path = address.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_come_from_places_and_not_from_titles() {
        assert_eq!(of_document(Kind::Example, "exempel/malmo.md"), "/exempel/malmo/");
        assert_eq!(of_document(Kind::Page, "sidor/om/urval.md"), "/om/urval/");
        assert_eq!(of_document(Kind::Page, "sidor/om/index.md"), "/om/");
        assert_eq!(of_document(Kind::Page, "sidor/index.md"), "/");
        assert_eq!(of_document(Kind::Experience, "fia-erfarenheter/malmo.md"), "/fia/erfarenheter/malmo/");
        assert_eq!(above("/om/urval/"), Some("/om/"));
        assert_eq!((above("/om/"), above("/")), (None, None));
        assert_eq!(file("/"), "index.html");
        assert_eq!(file("/404.html"), "404.html");
    }
}
