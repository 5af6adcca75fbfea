//! `manifest.json`: which pages the site has, and what made them.
//!
//! ```json
//! { "generator": "samverka 0.1.0", "date": "2026-11-22", "address": "https://samverka.example/",
//!   "pages": [{ "address": "/exempel/x/", "kind": "example", "id": "x", "title": "…", "language": "sv", "hash": "…" }],
//!   "assets": [["_a/style.0c9d1f2e3a.css"], []],
//!   "files": { "data/exempel.json": "…", "feed.xml": "…" },
//!   "index": { "folder": "_s/3fa20c91ab/", "files": 412, "hash": "…" }, "packed": false }
//! ```
//!
//! `publish` reads `generator` and `assets` (the latest generation first); the report reads `pages`; `pack` compares the site
//! with all of it. Hashes are BLAKE3 in hexadecimal digits; that of the index is of the list that `b3sum` makes of its files in
//! order of name, because there may be as many as pages.

use std::collections::BTreeMap;

use serde::Serialize;

use super::list::selection_words;
use super::voice::heading_of;
use super::wording::Wording;
use super::{Base, field_guide};
use crate::check::RULES;
use crate::i18n::Language;
use crate::model::routes::{Page, Route};
use crate::model::{Site, address};

/// Where the index lies, below the site's root.
const INDEX: &str = "_s/";

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
        PageEntry { route, hash: hex(hash) }
    }
}

/// What there is beside pages and assets.
#[derive(Debug, Default)]
pub struct Beside {
    /// The BLAKE3 hash of each file, by its path below the site's root.
    pub sums: BTreeMap<String, [u8; 32]>,
    /// Whether packed forms lie beside the files that shrink.
    pub packed: bool,
}

#[derive(Serialize)]
struct Manifest<'a> {
    generator: String,
    date: String,
    address: String,
    pages: Vec<Entry<'a>>,
    assets: &'a [Vec<String>],
    files: BTreeMap<&'a str, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    index: Option<Index<'a>>,
    packed: bool,
}

#[derive(Serialize)]
struct Index<'a> {
    folder: &'a str,
    files: usize,
    hash: String,
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
pub fn manifest(site: &Site, base: &Base, pages: &[PageEntry<'_>], assets: &[Vec<String>], beside: &Beside) -> Vec<u8> {
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
        files: beside
            .sums
            .iter()
            .filter(|(path, _)| !is_index(path))
            .map(|(path, hash)| (&**path, hex(hash)))
            .collect(),
        index: index(&beside.sums),
        packed: beside.packed,
    };
    let mut bytes = serde_json::to_vec_pretty(&manifest).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn hex(hash: &[u8; 32]) -> String {
    blake3::Hash::from(*hash).to_hex().to_string()
}

/// Whether a file is one of the index that is searched in.
pub(crate) fn is_index(path: &str) -> bool {
    path.starts_with(INDEX)
}

fn index(sums: &BTreeMap<String, [u8; 32]>) -> Option<Index<'_>> {
    let files = || sums.iter().filter(|(path, _)| is_index(path));
    let (first, _) = files().next()?;
    let end = first[INDEX.len()..].find('/').map_or(INDEX.len(), |at| INDEX.len() + at + 1);
    Some(Index {
        folder: &first[..end],
        files: files().count(),
        hash: sum_of(files().map(|(path, hash)| (&**path, hash))),
    })
}

/// One hash over many files, each with its path and hash, in order of path.
pub(crate) fn sum_of<'f>(files: impl Iterator<Item = (&'f str, &'f [u8; 32])>) -> String {
    let mut all = blake3::Hasher::new();
    for (path, hash) in files {
        all.update(blake3::Hash::from(*hash).to_hex().as_bytes()).update(b"  ").update(path.as_bytes()).update(b"\n");
    }
    all.finalize().to_hex().to_string()
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
