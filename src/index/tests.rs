//! What is found of a small site.

use std::collections::HashSet;

use samverka_search::{Choice, Filter, Page};

use super::{filters, pages};
use crate::model::{Audience, Site};
use crate::render::tests::{page as html, site};

fn found() -> (Site, Vec<Page>) {
    let site = site(Audience::Readers);
    let pages = pages(&site);
    (site, pages)
}

fn page(id: &str) -> Page {
    found().1.into_iter().find(|page| page.id == id).unwrap_or_else(|| panic!("no {id}"))
}

fn values(page: &Page, filter: &str) -> Vec<String> {
    page.choices.iter().filter(|choice| choice.filter == filter).map(|choice| choice.value.clone()).collect()
}

#[test]
fn an_example_says_what_its_page_says_in_the_same_order() {
    let example = page("exempel/hel");
    assert_eq!(example.title, "Hel <script>alert(1)</script> & 'titel'");
    assert_eq!(example.reviewed, "2020-01-01");
    let sections: Vec<(&str, &str)> =
        example.sections.iter().map(|section| (section.anchor.as_str(), section.text.as_str())).collect();
    let expected = [
        ("facts_title", "<i>alla</i>\n<u>1\n"),
        ("", "Ingress.\n"),
        ("arbetssatt", "<script>alert(2)</script>\nSe FIA, bilden, ingenstans och ute. farlig\nBild Borta\n"),
        ("vem-gor-vad", "Kommunen: Leder <script>\nKommunen: Följer upp\n"),
        ("kallor", ""),
        ("resultat", "Fler <script> i arbete\nEgen räkning\n"),
        ("hinder-och-lardomar", "Trångt, se arbetssättet och hur du bidrar.\n"),
        ("lokalen", "a\n1\n"),
        ("kommunens-erfarenheter", "Bra.\n"),
        ("arbetsformedlingens-erfarenheter", "Bra.\n"),
        ("kallor_", "<script>källa</script>\nKopian\n"),
    ];
    assert_eq!(sections, expected);
    assert_eq!(example.sections[3].heading, "Vem gör vad?");
    let shown = html("/exempel/hel/");
    for (anchor, _) in sections.iter().filter(|(anchor, _)| !anchor.is_empty()) {
        assert!(shown.contains(&format!("id=\"{anchor}\"")), "{anchor}");
    }
}

#[test]
fn an_example_is_found_by_names_that_its_text_lacks() {
    let example = page("exempel/hel");
    for word in ["Malmö", "Skåne län", "Stockholms län", "Stor <b>stad", "Gemensamt <team>", "lag", "<b>Enheten</b>"]
    {
        assert_eq!(example.keywords.iter().filter(|keyword| *keyword == word).count(), 1, "{word}");
    }
    let expected = ["Exempel", "Närliggande arbetssätt", "Malmö, Stockholm med flera", "Gemensamt <team>"];
    assert_eq!(example.facts, expected);
    assert_eq!(values(&example, "typ"), ["exempel"]);
    assert_eq!(values(&example, "kommun"), ["malmo", "stockholm"]);
    assert_eq!(values(&example, "lan"), ["skane-lan", "stockholms-lan"]);
    assert_eq!(values(&example, "kommungrupp"), ["a1"]);
    assert_eq!(values(&example, "form"), ["gemensamt-team"]);
    assert_eq!(values(&example, "part"), ["kommun", "arbetsformedlingen"]);
    assert_eq!(values(&example, "relation"), ["annan"]);
    assert_eq!(values(&example, "overenskommelse"), ["ja"]);
    // Unknown to the sources is no value.
    assert!(values(&example, "niva").is_empty() && values(&example, "syfte").is_empty());
}

#[test]
fn only_what_readers_see_is_found_and_every_address_leads_somewhere() {
    let (site, pages) = found();
    let mut ids = HashSet::new();
    for page in &pages {
        assert!(ids.insert(page.id.as_str()), "{} stands twice", page.id);
        let (address, anchor) = page.url.split_once('#').unwrap_or((&page.url, ""));
        let route = site.route(address).unwrap_or_else(|| panic!("no {}", page.url));
        assert!(route.page.is_content() && route.page.number() == 1, "{}", page.url);
        assert!(anchor.is_empty() || site.has_anchor(route, anchor), "{}", page.url);
        assert!(!page.title.is_empty() && !page.facts.is_empty(), "{}", page.url);
        assert_eq!(values(page, "typ").len(), 1, "{}", page.url);
        for section in &page.sections {
            assert!(section.text.is_empty() || section.text.ends_with('\n'), "{}", page.url);
            assert!(!section.heading.is_empty() || !section.text.is_empty(), "{}", page.url);
        }
    }
    for id in ["exempel/dold", "exempel/borta", "exempel/ny", "gammal", "", "sok", "redigera/komponenter"] {
        assert!(!ids.contains(id), "{id}");
    }
    for id in ["fia/start", "fia/erfarenheter/malmo", "nyheter/n", "om", "om/mer", "amnen/former/gemensamt-team"] {
        assert!(ids.contains(id), "{id}");
    }
    for id in ["kommuner/lulea", "lan/skane-lan", "ordlista", "exempel", "fia"] {
        assert!(ids.contains(id), "{id}");
    }
    assert!(super::pages(&self::site(Audience::Editors)).iter().any(|page| page.id == "exempel/ny"));
}

#[test]
fn pages_that_only_name_something_say_little() {
    let place = page("kommuner/lulea");
    assert_eq!(place.facts, ["Kommun", "Norrbottens län", "Inga exempel än"]);
    assert_eq!(place.keywords, ["Kommun", "2580"]);
    assert!(place.summary.is_empty() && place.sections.is_empty() && place.choices.len() == 1);
    let term = page("amnen/former/gemensamt-team");
    assert_eq!((term.summary.as_str(), term.keywords), ("B", vec!["lag".to_owned()]));
    assert_eq!(term.sections[0].text, "<i>obs\n");
    let words = page("ordlista").sections;
    let word = words.iter().find(|section| section.anchor == "b-ord").expect("each word has its section");
    assert!(word.text.starts_with('x'), "{word:?}");
    assert_eq!(page("om/mer").facts, ["Sida", "Om"]);
}

#[test]
fn filters_name_every_value_that_pages_have_and_no_other() {
    let (site, pages) = found();
    let filters: Vec<Filter> = filters(&site, &pages);
    let ids: Vec<&str> = filters.iter().map(|filter| filter.id.as_str()).collect();
    let expected = ["typ", "form", "lan", "kommun", "kommungrupp", "part", "overenskommelse", "livsomrade", "relation"];
    assert_eq!(ids, expected);
    let used: HashSet<Choice> = pages.iter().flat_map(|page| page.choices.clone()).collect();
    let named: HashSet<Choice> = filters
        .iter()
        .flat_map(|filter| filter.values.iter().map(|(value, _)| (filter.id.clone(), value.clone())))
        .map(|(filter, value)| Choice { filter, value })
        .collect();
    assert_eq!(named, used);
    let places = filters.iter().find(|filter| filter.id == "kommun").unwrap();
    assert_eq!((places.label.as_str(), places.values[0].1.as_str()), ("Kommun", "Malmö"));
    for id in named.iter().flat_map(|choice| [&choice.filter, &choice.value]) {
        assert!(crate::words::is_slug(id), "{id}");
    }
}

#[test]
fn the_pages_are_the_same_on_one_core_and_on_many() {
    let site = site(Audience::Editors);
    let on = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(|| pages(&site));
    assert_eq!(on(1), on(4));
}
