//! The same fingerprint is the same page, and few pages have another one after a small change.

use std::collections::BTreeMap;

use super::super::*;
use crate::check::read_site;
use crate::memory::{Contents, Hash};
use crate::model::Audience;
use crate::source::{self, Content, File};

/// What each page is made from, and the page.
type Pages = BTreeMap<String, (Option<Hash>, String)>;

fn content() -> Vec<File> {
    source::read("content".as_ref()).unwrap()
}

fn made(files: &[File], today: Date, base: &str) -> Pages {
    let site = read_site(files, today, Audience::Readers);
    let contents = Contents::of(files);
    let mut renderer = Renderer::new(&Theme::embedded().unwrap(), &site, Base::parse(base).unwrap());
    let prints = renderer.fingerprints(&[7; 32], contents.around(), |path| contents.of_path(path).copied());
    let pages = site.routes.iter().zip(prints.pages);
    pages.map(|(route, print)| (route.address.clone(), (print, renderer.page(route, None).unwrap()))).collect()
}

const TODAY: Date = jiff::civil::date(2026, 11, 22);
const BASE: &str = "https://x.se/";

/// Replaces text in a file, which must have it.
fn edit(files: &mut [File], path: &str, from: &str, to: &str) {
    let file = files.iter_mut().find(|file| &*file.path == path).unwrap();
    let text = file.text().unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    file.content = Content::Text(text.replace(from, to).into());
}

/// The addresses whose fingerprints differ, and of those the ones whose pages do. Fails if a page differs and its
/// fingerprint does not.
fn differing<'p>(before: &'p Pages, after: &'p Pages, told: &str) -> (Vec<&'p str>, Vec<&'p str>) {
    let mut prints = Vec::new();
    let mut pages = Vec::new();
    for (address, (print, page)) in after {
        let Some((print_before, page_before)) = before.get(address) else { continue };
        assert!(print.is_some(), "{told}: {address} has no fingerprint");
        if page != page_before {
            assert_ne!(print, print_before, "{told}: {address} is another page with the same fingerprint");
            pages.push(&**address);
        }
        if print != print_before {
            prints.push(&**address);
        }
    }
    (prints, pages)
}

#[test]
fn the_same_content_has_the_same_fingerprints() {
    let files = content();
    let (one, other) = (made(&files, TODAY, BASE), made(&files, TODAY, BASE));
    assert_eq!(differing(&one, &other, "nothing"), (vec![], vec![]));
}

#[test]
fn a_change_of_an_example_is_seen_on_the_pages_that_show_it_and_few_others() {
    let files = content();
    let before = made(&files, TODAY, BASE);
    let path = "exempel/malmo-malmokraften.md";
    let edits = [
        ("a sentence", "Arbetsförmedlingen tog initiativet till", "Arbetsförmedlingen kom på"),
        ("the title", "titel: Malmökraften", "titel: Kraften i Malmö"),
        ("the summary", "Ett fyrtiotal handläggare från fyra parter", "Fyrtio handläggare"),
        ("the municipality", "kommuner: [Malmö]", "kommuner: [Lund]"),
        ("a form", "former: [gemensamt-team, ", "former: ["),
        ("the day of review", "granskad: 2026-11-22", "granskad: 2026-11-20"),
        ("a heading", "## Bakgrund", "## Resultat"),
    ];
    for (told, from, to) in edits {
        let mut edited = files.clone();
        edit(&mut edited, path, from, to);
        let after = made(&edited, TODAY, BASE);
        let (prints, pages) = differing(&before, &after, told);
        assert!(pages.contains(&"/exempel/malmo-malmokraften/"), "{told}");
        // What the example says elsewhere is known by the whole of its file.
        assert!(prints.len() <= pages.len() + 3, "{told}: {} pages, of which {} differ", prints.len(), pages.len());
        assert!(pages.len() < after.len() / 2, "{told}");
    }
}

#[test]
fn what_every_page_rests_on_is_in_every_fingerprint() {
    let files = content();
    let before = made(&files, TODAY, BASE);
    let edits = [
        ("the settings", "webbplats.yaml", "kort-titel: Samverka", "kort-titel: Tillsammans"),
        ("the glossary", "ordlista.yaml", "term: Dua", "term: Duan"),
        ("a vocabulary", "vokabular/former.yaml", "namn: Gemensamt team", "namn: Ett team"),
        ("the groups", "geografi/kommungrupper.csv", "Storstäder", "Stora städer"),
        ("a page", "sidor/bidra.md", "titel: ", "titel: X "),
    ];
    for (told, path, from, to) in edits {
        let mut edited = files.clone();
        edit(&mut edited, path, from, to);
        differing(&before, &made(&edited, TODAY, BASE), told);
    }
    for (told, today, base) in [
        ("years later", jiff::civil::date(2031, 1, 1), BASE),
        ("another address", TODAY, "https://x.se/a/"),
        ("another host", TODAY, "https://y.se/"),
    ] {
        let after = made(&files, today, base);
        let (_, pages) = differing(&before, &after, told);
        assert!(pages.len() > 20, "{told}");
    }
}

#[test]
fn a_page_that_is_gone_is_seen_where_it_was_linked() {
    let files = content();
    let before = made(&files, TODAY, BASE);
    for path in ["exempel/malmo-malmokraften.md", "sidor/bidra.md", "fia/intervjun.md", "ordlista.yaml"] {
        let without: Vec<File> = files.iter().filter(|file| &*file.path != path).cloned().collect();
        assert_eq!(without.len() + 1, files.len(), "{path}");
        differing(&before, &made(&without, TODAY, BASE), path);
        let after_all = made(&without, TODAY, BASE);
        differing(&after_all, &before, path);
    }
}

#[test]
fn what_stands_above_the_editors_pages_is_part_of_them() {
    let mut files = content();
    let before = made(&files, TODAY, BASE);
    edit(&mut files, "sidor/redigera/index.md", "titel: Guide för redaktörer", "titel: Redaktörernas guide");
    let after = made(&files, TODAY, BASE);
    let (_, pages) = differing(&before, &after, "another title of the guide");
    assert!(pages.iter().any(|address| address.starts_with("/redigera/bekrafta/") && address.len() > 19), "{pages:?}");
    assert!(pages.contains(&"/redigera/regler/"), "{pages:?}");
}
