//! Indexes in memory, and searches in them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use proptest::prelude::*;
use samverka::check::check;
use samverka::index::{Analysed, filters, pages};
use samverka::model::Site;
use samverka::source;
use samverka_search::analyze::{is_stop_word, plain_words};
use samverka_search::build::Index;
use samverka_search::protocol::MOST_HITS;
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

/// Each word of a page, with the pages that have it.
fn words_of(pages: &[Page]) -> BTreeMap<String, BTreeSet<&str>> {
    let mut words: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for page in pages {
        let sections = page.sections.iter().flat_map(|section| [&section.heading, &section.text]);
        for text in sections.chain([&page.title, &page.summary]).chain(&page.keywords) {
            for word in plain_words(text).into_iter().filter(|word| !is_stop_word(word)) {
                words.entry(word).or_default().insert(&page.url);
            }
        }
    }
    words
}

#[test]
fn every_word_of_a_page_finds_it() {
    let site = own_site();
    let pages = pages(&site);
    let mut index = of_site(&site);
    let mut lost = Vec::new();
    for (word, expected) in words_of(&pages) {
        for typing in [false, true] {
            let answer = index.search(&Request { typing, limit: MOST_HITS, ..request(&word) });
            let found: BTreeSet<&str> = answer.hits.iter().map(|hit| hit.card.card.url.as_str()).collect();
            if let Some(page) = expected.iter().find(|page| !found.contains(**page)) {
                lost.push((word.clone(), typing, (*page).to_owned()));
            }
        }
    }
    assert!(lost.is_empty(), "{} words do not find their pages: {:#?}", lost.len(), &lost[..lost.len().min(20)]);
}

/// Forms of a few words that are like others: *plan(et)*, *planet(en)*.
const ALIKE: &str = "plan planet planets planeten planeter dator datorn datorns datorer fråga frågan frågans frågor regel regeln regler \
    hinder hindret hindren program programmet programmets programmen gemensam gemensamt gemensamma svar svart svarta svarar stor \
    stort stora möte mötet mötena möten kort kortet korta korten insats insatser insatsen handel handla handlade handlar bostad \
    bostaden bostäder kontor kontoret kallad kalla marknad marknaden marknader ort orten ortens klass klassen magnet magneten fart \
    fara direkt direkta kassan kassa kassor papper papperet pappren nummer numret numren nyckel nycklar nyckeln tal talet talt \
    ansvar ansvaret lista listan listor orka orkar orkan orkanen orkaner som somrar fin finns finna \
    sin sinne sinnet kom kommandet vikt vika viktig rektor rektorn rektorns före förena förenar bana banan bananer meny menyn \
    menyer ekonomi ekonomin miljö miljön parti partiet partier konto kontot konton hem hemmet hemmen rum rummet sommar sommaren somrar måste musei museet museum";

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    /// Which words have a common key depends on which there are; a page is found by each of its words all the same.
    #[test]
    fn every_word_finds_its_page_whichever_others_there_are(
        words in prop::sample::subsequence(ALIKE.split_whitespace().collect::<Vec<_>>(), 1..60),
    ) {
        let keywords = vec!["sida".to_owned()];
        let page = |word: &&str| Page { title: (*word).to_owned(), keywords: keywords.clone(), ..Page::default() };
        let mut index = Searcher::of(words.iter().map(page).collect(), &[]);
        for word in words {
            let mut finds = |text: &str, typing: bool| {
                let answer = index.search(&Request { typing, limit: MOST_HITS, ..request(text) });
                answer.hits.iter().any(|hit| hit.card.card.title == word)
            };
            prop_assert!(finds(word, false) && finds(word, true), "{word} does not find its page");
            // What is left out is what its own keys find: no slip may help.
            prop_assert!(!finds(&format!("sida -{word}"), false), "-{word} does not leave out its page");
        }
    }
}
