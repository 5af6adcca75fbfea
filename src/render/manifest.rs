//! `manifest.json`: which pages the site has, and what made them.
//!
//! ```json
//! { "generator": "samverka 0.1.0", "date": "2026-11-22", "address": "https://samverka.example/",
//!   "pages": [{ "address": "/exempel/x/", "kind": "example", "id": "x", "title": "…", "language": "sv", "hash": "…" }],
//!   "assets": [["_a/style.0c9d1f2e3a.css"], []] }
//! ```
//!
//! `publish` reads `generator` and `assets` (the latest generation first); the report reads `pages`.

use serde::Serialize;

use super::list::selection_words;
use super::voice::heading_of;
use super::wording::Wording;
use super::{Base, field_guide};
use crate::check::RULES;
use crate::i18n::Language;
use crate::model::routes::{Page, Route};
use crate::model::{Site, address};

/// A page as it was written.
#[derive(Clone, Debug)]
pub struct PageEntry<'a> {
    /// Which page it is.
    pub route: &'a Route,
    /// Hash of the page's bytes, in hexadecimal digits.
    pub hash: String,
}

impl<'a> PageEntry<'a> {
    /// The entry of a page with these bytes.
    pub fn new(route: &'a Route, html: impl AsRef<[u8]>) -> PageEntry<'a> {
        PageEntry::of(route, blake3::hash(html.as_ref()).as_bytes())
    }

    /// Of a page of which only the BLAKE3 hash is known.
    pub fn of(route: &'a Route, hash: &[u8; 32]) -> PageEntry<'a> {
        PageEntry { route, hash: blake3::Hash::from(*hash).to_hex().to_string() }
    }
}

#[derive(Serialize)]
struct Manifest<'a> {
    generator: String,
    date: String,
    address: String,
    pages: Vec<Entry<'a>>,
    assets: &'a [Vec<String>],
}

#[derive(Serialize)]
struct Entry<'a> {
    address: &'a str,
    kind: &'static str,
    /// A document's id, a municipality's or a county's code; absent for other generated pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    title: String,
    language: &'a str,
    hash: &'a str,
}

/// The manifest as JSON: pages in order of address, the same bytes for the same site.
pub fn manifest(site: &Site, base: &Base, pages: &[PageEntry<'_>], assets: &[Vec<String>]) -> Vec<u8> {
    let language = site.settings.language.parse::<Language>().unwrap_or_default();
    let words = Wording::new(language);
    let mut pages: Vec<Entry<'_>> = pages.iter().map(|page| entry(site, &words, page)).collect();
    pages.sort_by(|a, b| a.address.cmp(b.address));
    let manifest = Manifest {
        generator: format!("samverka {}", env!("CARGO_PKG_VERSION")),
        date: site.today.to_string(),
        address: base.absolute("/"),
        pages,
        assets,
    };
    let mut bytes = serde_json::to_vec_pretty(&manifest).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn entry<'a>(site: &'a Site, words: &Wording, page: &'a PageEntry<'_>) -> Entry<'a> {
    let route = page.route;
    let document = match route.page {
        Page::Document(index) | Page::Withdrawn(index) => Some(&site.documents[index]),
        _ => None,
    };
    Entry {
        address: &route.address,
        kind: route.page.kind(site),
        id: match route.page {
            Page::Municipality { index, .. } => Some(site.geography.municipalities[index].code.to_string()),
            Page::County { index, .. } => Some(site.geography.counties[index].code.clone()),
            _ => document.map(|d| d.id.clone()),
        },
        title: document.map_or_else(|| title(site, words, route), |d| d.title.clone()),
        language: document.map_or(&site.settings.language, |d| &d.language),
        hash: &page.hash,
    }
}

/// The title of a page that no document is.
pub(crate) fn title(site: &Site, words: &Wording, route: &Route) -> String {
    let introduced = |address: &str, default: &'static str| {
        site.introduction(address).map_or_else(|| words.get(default).to_owned(), |d| d.title.clone())
    };
    match &route.page {
        Page::Start => site.settings.title.clone(),
        Page::Examples { .. } => introduced(address::EXAMPLES, "examples"),
        Page::Dated { selection, .. } => introduced(selection.address(), selection_words(*selection).0),
        Page::Voices { voice, .. } => introduced(voice.address(), heading_of(*voice)),
        Page::Alphabet { .. } => introduced(address::ALPHABET, "alphabet"),
        Page::Fia => introduced(address::FIA, "fia"),
        Page::Experiences { .. } => introduced(address::EXPERIENCES, "experiences"),
        Page::Topics => introduced(address::TOPICS, "topics"),
        Page::Municipalities => introduced(address::MUNICIPALITIES, "municipalities"),
        Page::Counties => introduced(address::COUNTIES, "counties"),
        Page::News { .. } => introduced(address::NEWS, "news"),
        Page::Glossary => introduced(address::GLOSSARY, "glossary"),
        Page::Data => introduced(address::DATA, "data"),
        Page::Compare => introduced(address::COMPARE, "compare"),
        Page::Suggest => introduced(address::SUGGEST, "suggest"),
        Page::SuggestSheet => words.get("suggest-sheet").to_owned(),
        Page::Changes => introduced(address::CHANGES, "changes"),
        Page::Statistics => introduced(address::STATISTICS, "statistics"),
        Page::Statistic(index) => super::statistics::title(words, &site.reports[*index].report),
        Page::Search => introduced(address::SEARCH, "search"),
        Page::Vocabulary(id) => site.vocabularies.get(id).map_or(id, |v| &v.name).clone(),
        Page::Term { vocabulary, term, .. } => site.vocabularies.name(vocabulary, term).to_owned(),
        Page::Municipality { index, .. } => site.geography.municipalities[*index].name.clone(),
        Page::County { index, .. } => site.geography.counties[*index].name.clone(),
        Page::Redirect { .. } => words.get("moved").to_owned(),
        Page::Components => words.get("components").to_owned(),
        Page::FieldGuides => words.get("fields").to_owned(),
        Page::FieldGuide(kind) => words.get(field_guide::title(*kind)).to_owned(),
        Page::Rules => words.get("rules").to_owned(),
        Page::Confirmations { .. } => words.get("confirmations").to_owned(),
        Page::Confirm(index) => words.with("confirm", &[("title", &site.documents[*index].title)]),
        Page::Rule(index) => RULES[*index].title().to_owned(),
        Page::NotFound => words.get("not-found").to_owned(),
        Page::Removed(_) => words.get("removed").to_owned(),
        Page::Document(_) | Page::Withdrawn(_) => String::new(),
    }
}
