//! An index so large that two pages share a file.

use samverka::index::Analysed;
use samverka_search::format::cards_in_file;
use samverka_search::{Page, Section};

use crate::index::{Searcher, request};

/// The first count of pages of which two share a file, odd so that the last file has one.
const PAGES: usize = 20_001;

/// A word that no other page has: its number in letters that make no word.
fn word(number: usize) -> String {
    let letters =
        [number / 7_056, number / 84 % 84, number % 84].map(|part| [b'b' + (part / 4) as u8, b"aeou"[part % 4]]);
    String::from_utf8(letters.concat()).unwrap() + "qx"
}

fn page(number: usize) -> Page {
    let section = Section { heading: String::new(), anchor: String::new(), text: format!("Om {}.", word(number)) };
    let url = format!("/s/{number:05}/");
    Page { id: url[1..8].to_owned(), url, title: "Sida".to_owned(), sections: vec![section], ..Page::default() }
}

#[test]
fn pages_that_share_a_file_are_each_found() {
    let pages: Vec<Page> = (0..PAGES).map(page).collect();
    assert_eq!((cards_in_file(PAGES as u32 - 1), cards_in_file(PAGES as u32)), (1, 2));
    let index = Analysed::new(pages, Vec::new(), &[]).index().unwrap();
    // With the root.
    assert!(index.files.len() < PAGES + 500, "{} files", index.files.len());
    let of_pages = index.files.iter().filter(|(name, _)| name.starts_with("d/")).count();
    assert_eq!(of_pages, PAGES / 2 + 1);
    let mut searcher = Searcher::new(&index.root, index.files);
    for number in [0, 1, 9_998, 9_999, PAGES - 2, PAGES - 1] {
        let answer = searcher.search(&request(&word(number)));
        let found: Vec<&str> = answer.hits.iter().map(|hit| hit.card.card.url.as_str()).collect();
        assert_eq!(found.first(), Some(&&*format!("/s/{number:05}/")), "{}: {found:?}", word(number));
        assert!(answer.hits[0].excerpt.contains(&word(number)[..4]), "{}", answer.hits[0].excerpt);
    }
}
