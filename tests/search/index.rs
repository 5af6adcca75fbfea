//! Indexes in memory, and searches in them.

use std::collections::HashMap;

use samverka::check::check;
use samverka::index::{Analysed, filters, pages};
use samverka::model::Site;
use samverka::source;
use samverka_search::build::Index;
use samverka_search::query::{Answer, Request, Session, Step};
use samverka_search::{Filter, Page};

use crate::runs::repository;

/// A session with the files that it may ask for.
pub struct Searcher {
    session: Session,
    files: HashMap<String, Vec<u8>>,
}

impl Searcher {
    pub fn new(root: &[u8], files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Searcher {
        Searcher { session: Session::open(root).unwrap(), files: files.into_iter().collect() }
    }

    /// The index of pages.
    pub fn of(pages: Vec<Page>, filters: &[Filter]) -> Searcher {
        let index = Analysed::new(pages, filters.to_vec(), &[]).index().unwrap();
        Searcher::new(&index.root, index.files)
    }

    pub fn search(&mut self, request: &Request) -> Answer {
        loop {
            match self.session.search(request) {
                Step::Done(answer) => return *answer,
                Step::Need(names) => {
                    assert!(!names.is_empty(), "{request:?} waits for nothing");
                    for name in names {
                        let bytes = self.files.get(&name).unwrap_or_else(|| panic!("there is no {name}"));
                        self.session.supply(&name, bytes).unwrap();
                    }
                }
            }
        }
    }
}

/// Ten hits by relevance.
pub fn request(text: &str) -> Request {
    Request { text: text.to_owned(), limit: 10, ..Request::default() }
}

/// The repository's own content.
pub fn own_site() -> Site {
    let files = source::read(&repository("content")).unwrap();
    check(files, jiff::civil::date(2026, 11, 22)).into_site()
}

/// The index of all pages of a site together.
pub fn whole_index(site: &Site) -> Index {
    let pages = pages(site);
    let filters = filters(site, &pages);
    Analysed::new(pages, filters, &site.synonyms).index().unwrap()
}

/// The index of a site as it is built.
pub fn of_site(site: &Site) -> Searcher {
    let index = whole_index(site);
    Searcher::new(&index.root, index.files)
}
