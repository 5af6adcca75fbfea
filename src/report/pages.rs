//! The pages that a site has, by the addresses that a log shows.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::data::Municipality;
use super::query;
use crate::model::address;

/// A page of the manifest.
#[derive(Clone, Debug, Deserialize)]
pub struct Page {
    pub address: String,
    pub kind: String,
    #[serde(default)]
    pub id: Option<String>,
    pub title: String,
}

#[derive(Deserialize)]
struct Manifest {
    generator: String,
    date: String,
    address: String,
    pages: Vec<Page>,
}

/// What is wrong with a manifest.
#[derive(Debug, thiserror::Error)]
pub enum ManifestError {
    #[error("{0}")]
    Json(#[from] serde_json::Error),
    #[error("{0:?} is no address of a site")]
    Address(String),
}

/// The pages of a site.
pub struct Pages {
    /// In the order of the manifest; other parts of a report know a page by its place here.
    pub all: Vec<Page>,
    /// Which program built the site, and when.
    pub generator: String,
    /// The day of the build, `2026-11-22`.
    pub date: String,
    /// The site's host, and the path that its addresses begin with: `/a/b`, or nothing.
    pub host: String,
    /// See `host`.
    pub base: String,
    /// BLAKE3 of the manifest.
    pub hash: String,
    by_address: FxHashMap<Box<str>, u32>,
    search: Option<u32>,
}

impl Pages {
    /// From `manifest.json`.
    ///
    /// # Errors
    /// It is not one.
    pub fn new(manifest: &[u8]) -> Result<Pages, ManifestError> {
        let hash = blake3::hash(manifest).to_hex().to_string();
        let manifest: Manifest = serde_json::from_slice(manifest)?;
        let wrong = || ManifestError::Address(manifest.address.clone());
        let (_, rest) = manifest.address.split_once("://").ok_or_else(wrong)?;
        let (host, base) = rest.split_once('/').unwrap_or((rest, ""));
        let numbered = manifest.pages.iter().zip(0..);
        // What is not there is not read, whoever asks for it.
        let by_address = numbered.filter(|(page, _)| page.kind != "not-found");
        let by_address: FxHashMap<Box<str>, u32> =
            by_address.map(|(page, n)| (page.address.as_str().into(), n)).collect();
        Ok(Pages {
            search: by_address.get("/sok/").copied(),
            host: host.to_ascii_lowercase(),
            base: format!("/{base}").trim_end_matches('/').to_owned(),
            hash,
            by_address,
            generator: manifest.generator,
            date: manifest.date,
            all: manifest.pages,
        })
    }

    /// The address within the site of a path that was asked for; none outside the site.
    pub fn within<'a>(&self, path: &'a str) -> Option<&'a str> {
        // To compare with nothing is slow on some processors: the nothing has no place in memory.
        let rest = if self.base.is_empty() { Some(path) } else { path.strip_prefix(&*self.base) };
        rest.filter(|rest| rest.starts_with('/'))
    }

    /// The page at an address within the site. A page is also itself under `index.html`.
    pub fn find(&self, address: &str) -> Option<u32> {
        let address = match address.strip_suffix("index.html") {
            Some(folder) if folder.ends_with('/') => folder,
            _ => address,
        };
        self.by_address.get(address).copied()
    }

    /// The page that a path asks for.
    pub fn asked(&self, path: &[u8]) -> Option<u32> {
        self.find(self.within(&query::decoded(query::split(path).0)?)?)
    }

    /// A municipality by its name in addresses, as its page has it.
    pub fn municipality(&self, slug: &str) -> Municipality {
        let page = self.find(&address::municipality(slug)).map(|number| &self.all[number as usize]);
        let code = page.and_then(|page| page.id.clone()).unwrap_or_default();
        Municipality { code, name: page.map_or(slug, |page| &page.title).to_owned() }
    }

    /// Code and name of the county of a municipality; none where the manifest does not say.
    pub fn county_of(&self, municipality: &str) -> Option<(&str, &str)> {
        let code = municipality.get(..2)?;
        let mut counties = self.all.iter().filter(|page| page.kind == "county");
        counties.find_map(|page| Some((page.id.as_deref().filter(|id| *id == code)?, page.title.as_str())))
    }

    /// Whether it is the page of search.
    pub fn is_search(&self, page: u32) -> bool {
        self.search == Some(page)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_found_below_the_path_of_the_site() {
        let manifest = r#"{"generator": "samverka 0.1.0", "date": "2026-11-22", "address": "https://Samverka.example/a/b/",
            "pages": [{"address": "/", "kind": "start", "title": "S"}, {"address": "/sok/", "kind": "search", "title": "Sök"},
                      {"address": "/404.html", "kind": "not-found", "title": "Finns inte"}]}"#;
        let pages = Pages::new(manifest.as_bytes()).unwrap();
        let find = |path: &str| pages.within(path).and_then(|address| pages.find(address));
        assert_eq!(find("/a/b/"), Some(0));
        assert_eq!(find("/a/b/index.html"), Some(0));
        assert_eq!(find("/a/b/sok/index.html"), Some(1));
        assert!(pages.is_search(1) && !pages.is_search(0));
        for path in ["/", "/a/b", "/a/bc/", "/a/b/404.html", "/a/b/sok", "/a/b/sokindex.html"] {
            assert_eq!(find(path), None, "{path}");
        }
        assert_eq!((pages.host.as_str(), pages.base.as_str()), ("samverka.example", "/a/b"));
        assert!(Pages::new(b"{}").is_err());
        assert!(Pages::new(br#"{"generator":"","date":"","address":"x","pages":[]}"#).is_err());
    }
}
