//! Marks fall on whole letters, whatever is written and asked for.

use proptest::prelude::*;
use samverka_search::query::{Hit, Request, runs};
use samverka_search::{Page, Section};
use unicode_normalization::UnicodeNormalization;

use crate::index::{Searcher, request};

/// Letters that change their length when they are folded, that combine, or that have no case.
const HARD: &str = "a\u{30a} o\u{308} Å Ö é İ ı ß ẞ ﬁ ǅ Σ ς ΑΣ ΐ ŉ K Å 한 \u{1100}\u{1161} ก็ कि क् م\u{64e} 1\u{fe0f}\u{20e3} 👩\u{200d}👧 𝐀𝐛 Ａｂ x\u{ad}y a\u{200d}b ½ ① 12 kap. 4 § 2025:400";

/// A text of any letters, of hard ones and of Swedish words.
fn text() -> impl Strategy<Value = String> {
    let hard: Vec<&'static str> = HARD.split(' ').collect();
    let word = prop_oneof![
        2 => "\\PC{0,12}",
        3 => prop::sample::select(hard).prop_map(str::to_owned),
        3 => "[a-zåäöÅÄÖé]{1,9}",
        1 => prop::sample::select(vec!["samordningsteam", "Försörjningsstöd", "mötet", "12 kap. 4 §", "S2014/3701/FST"])
            .prop_map(str::to_owned),
    ];
    let between = prop::sample::select(vec![" ", " ", " ", "", ". ", "\n", "-", "/", "\u{a0}"]);
    prop::collection::vec((word, between), 0..60)
        .prop_map(|words| words.into_iter().flat_map(|(word, between)| [word, between.to_owned()]).collect())
}

/// A query of any letters, or one cut out of the texts.
fn query(title: &str, body: &str) -> impl Strategy<Value = String> + use<> {
    let all: Vec<char> = format!("{title} {body}").chars().collect();
    let last = all.len();
    let cut =
        (0..last, 1_usize..40).prop_map(move |(start, length)| all[start..last.min(start + length)].iter().collect());
    prop_oneof![1 => "\\PC*", 4 => cut]
}

fn joined(runs: &[(String, bool)]) -> String {
    runs.iter().map(|(text, _)| text.as_str()).collect()
}

/// What is shown is a piece of a text of the page, and nothing else.
fn is_piece_of(runs: &[(String, bool)], texts: &[String]) -> bool {
    let whole = joined(runs);
    let begun = whole.strip_prefix("… ").unwrap_or(&whole);
    let ended = whole.strip_suffix(" …").unwrap_or(&whole);
    let both = begun.strip_suffix(" …").unwrap_or(begun);
    [whole.as_str(), begun, ended, both].iter().any(|piece| texts.iter().any(|text| text.contains(piece)))
}

/// No mark ends between a letter and what combines with it, nor begins there: accents of all alphabets that share them, and
/// what joins signs. (Of scripts with vowel signs of their own, which the analysis does not know, nothing is said.)
fn marks_whole_letters(runs: &[(String, bool)]) -> bool {
    let combines = |letter: char| matches!(letter, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}');
    // What stands after a space or a sign combines with no letter; some of it (U+0363) is a letter itself.
    let is_within =
        |two: &[(String, bool)]| two[0].0.ends_with(char::is_alphanumeric) && two[1].0.starts_with(combines);
    runs.windows(2).all(|two| two[0].1 == two[1].1 || !is_within(two))
}

fn check(hit: &Hit, page: &Page) -> Result<(), TestCaseError> {
    let card = &hit.card.card;
    let plain = |text: &str| text.replace('\n', " ");
    prop_assert_eq!(&card.title, &page.title);
    prop_assert_eq!(joined(&runs(&hit.title)), plain(&page.title));
    let texts: Vec<String> =
        card.parts.iter().map(|part| &part.text).chain([&card.summary]).map(|t| plain(t)).collect();
    prop_assert!(is_piece_of(&runs(&hit.excerpt), &texts), "{:?} in {:?}", hit.excerpt, texts);
    for marked in [&hit.title, &hit.excerpt] {
        prop_assert!(marks_whole_letters(&runs(marked)), "{:?}", marked);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn runs_are_the_text_and_marks_fall_on_whole_letters(
        (title, body, summary, queries) in (text(), text(), text()).prop_flat_map(|(title, body, summary)| {
            let queries = prop::collection::vec(query(&title, &body), 8);
            (Just(title), Just(body), Just(summary), queries)
        }),
        typing: bool,
    ) {
        let page = Page {
            id: "a".into(),
            url: "/a/".into(),
            title,
            summary,
            sections: vec![Section { text: body, ..Section::default() }],
            ..Page::default()
        };
        let other = Page { id: "b".into(), url: "/b/".into(), title: "Annan".into(), ..Page::default() };
        let mut index = Searcher::of(vec![page.clone(), other], &[]);
        for query in queries {
            for text in [query.nfc().collect(), query] {
                let answer = index.search(&Request { typing, ..request(&text) });
                if let Some(hit) = answer.hits.iter().find(|hit| hit.card.card.url == "/a/") {
                    check(hit, &page)?;
                }
            }
        }
    }
}

/// The property above would hold of an engine that marks nothing.
#[test]
fn words_are_marked_whole_after_letters_of_several_bytes() {
    let text = "På Åsögatan möts a\u{30a}terkommande 👩\u{200d}👧 samordningsteamet İ ﬁn, och Försörjningsstöd.";
    let page = Page {
        id: "a".into(),
        url: "/a/".into(),
        title: "Öppet å fra\u{30a}gor".into(),
        sections: vec![Section { text: text.into(), ..Section::default() }],
        ..Page::default()
    };
    let mut index = Searcher::of(vec![page], &[]);
    let mut marked = |query: &str| {
        let hit = index.search(&request(query)).hits.remove(0);
        let all = [runs(&hit.title), runs(&hit.excerpt)].concat();
        all.into_iter().filter(|(_, marked)| *marked).map(|(text, _)| text).collect::<Vec<_>>()
    };
    assert_eq!(marked("åsögatan"), ["Åsögatan"]);
    assert_eq!(marked("återkommande"), ["a\u{30a}terkommande"]);
    assert_eq!(marked("samordningsteam"), ["samordningsteamet"]);
    assert_eq!(marked("försörjningsstöd öppet"), ["Öppet", "Försörjningsstöd"]);
    assert_eq!(marked("frågor"), ["fra\u{30a}gor"]);
}

/// All forms of a word are found by any of them, and marked.
#[test]
fn forms_that_the_stemmer_keeps_apart_are_marked() {
    for forms in [
        "fråga frågan",
        "regel regler",
        "hinder hindret hindren",
        "exempel exemplet",
        "program programmet",
        "gemensam gemensamt gemensamma",
        "möte möten mötena",
    ] {
        let page = Page { url: "/a/".into(), title: forms.into(), ..Page::default() };
        let mut index = Searcher::of(vec![page], &[]);
        for form in forms.split(' ') {
            let hit = index.search(&request(form)).hits.remove(0);
            let marked = runs(&hit.title).into_iter().filter(|(_, marked)| *marked).map(|(text, _)| text);
            assert_eq!(marked.collect::<Vec<_>>().join(" "), forms, "{form}");
        }
    }
}

/// The colon of a reference stands between words, and ends nothing.
#[test]
fn an_excerpt_does_not_begin_within_a_reference() {
    let text = format!("{}Lagen gäller i lydelsen SFS 2024:1359 och senare.", "Något om annat. ".repeat(60));
    let page = Page {
        url: "/a/".into(),
        title: "Lag".into(),
        sections: vec![Section { text, ..Section::default() }],
        ..Page::default()
    };
    let hit = Searcher::of(vec![page], &[]).search(&request("senare")).hits.remove(0);
    let excerpt: String = runs(&hit.excerpt).into_iter().map(|(text, _)| text).collect();
    assert!(excerpt.starts_with("Lagen gäller i lydelsen SFS 2024:1359"), "{excerpt}");
}
