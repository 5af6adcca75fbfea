//! An index made again is the index that all pages have.

use std::collections::{BTreeMap, HashMap};

use proptest::prelude::*;

use super::{Analysis, Freezer, Index, Kept, Place, page_files};
use crate::format::cards_in_file;
use crate::page::{Page, Section, Synonyms};

/// So few that everything happens: compounds whose halves come and go, words with and without hyphens, nouns of verbs, articles,
/// stop words, references.
const WORDS: &str = "arbete arbetet arbetsmarknad marknad marknaden skola skolresa resa resor och att e-post epost post \
    arbets-marknad AF soc socialtjänst tjänst tjänsten social 12_kap._4_§ 2025:400 familj familjen familjestöd stöd stödet möte \
    mötena. arbetsförmedling förmedling förmedla förmedlar kartläggning kartlägga lägga lägger händelse hända torget torg \
    arbetsmarknadstorget samordningsförbund förbund förbundet samordning samordna ungdom ungdomar ungdomsmottagning \
    mottagning försörjningsstöd försörjning försörja stödperson person personal vardag dag vardagsrutin rutin bil lånebil \
    lån låna lånar skolplan plan planering planera sommar sommarjobb jobb jobba jobbspår spår språkspår språk hemtjänst hem \
    hemmet hemresa kommun kommunen kommunmötet ort orten bostadsort bostad bo \u{363}-\u{363} NEET \
    neets neeter fråga frågan frågor regel regler hinder hindret hindren program programmet programmen gemensam gemensamt \
    gemensamma svar svart svara svarta faktor faktorn exemplet exempel öm ömma möten hem hemmen \
    lag lagt banan bananer bana";

/// How many words the tests that change one have.
const MANY: usize = 127;

fn synonyms() -> Vec<Synonyms> {
    let group = |terms: &[(&str, bool)]| Synonyms {
        terms: terms.iter().map(|(term, whole)| ((*term).to_owned(), *whole)).collect(),
    };
    vec![
        group(&[("AF", true), ("arbetsmarknad", false)]),
        group(&[("soc", true), ("social tjänst", false)]),
        group(&[("NEET", true), ("frågan", false)]),
        group(&[("gemensamt program", false), ("reglerna", false), ("exemplet", false)]),
    ]
}

/// Title and text by the numbers of words, and a day.
type Text = (Vec<usize>, Vec<usize>, u8);

fn page(number: usize, (title, text, day): Text) -> Page {
    let all: Vec<&str> = WORDS.split_whitespace().collect();
    let words = |numbers: &[usize]| {
        numbers.iter().map(|&at| all[at % all.len()].replace('_', " ")).collect::<Vec<_>>().join(" ")
    };
    Page {
        url: format!("/{number}/"),
        title: words(&title),
        sections: vec![Section { heading: words(&title[..1]), text: words(&text), ..Section::default() }],
        reviewed: format!("2026-01-{:02}", 1 + day % 28),
        ..Page::default()
    }
}

fn text() -> impl Strategy<Value = Text> {
    (prop::collection::vec(0..MANY, 1..4), prop::collection::vec(0..MANY, 0..60), any::<u8>())
}

/// The index of all pages, and what is kept of it.
fn whole(pages: &[Page]) -> (Index, Vec<u8>) {
    let analysis = Analysis::new(pages, &synonyms());
    let mut keys = BTreeMap::<u32, Vec<Place>>::new();
    let mut kept = Vec::new();
    for page in 0..pages.len() {
        let found = analysis.keys(page, &mut analysis.tally());
        kept.push(analysis.kept_keys(&found));
        for found in found {
            keys.entry(found.key).or_default().push(Place::new(page as u32, found.class, found.level));
        }
    }
    let mut freezer = Freezer::new(&analysis, keys.values().map(Vec::len).sum());
    for (key, places) in keys {
        freezer.key(key);
        freezer.places(places);
    }
    let index = freezer.finish(page_files(pages, &[]));
    let kept = analysis.to_bytes(pages, &kept, &index);
    (index, kept)
}

fn assert_same_again(texts: Vec<Text>, changes: Vec<(usize, Text)>) {
    let mut pages: Vec<Page> = texts.into_iter().enumerate().map(|(number, text)| page(number, text)).collect();
    let (index, mut kept) = whole(&pages);
    let mut files: HashMap<String, Vec<u8>> = index.files.into_iter().collect();
    for (at, text) in changes {
        let number = at % pages.len();
        pages[number] = page(number, text);
        let (Index { root, files: expected, .. }, whole_kept) = whole(&pages);
        let together = cards_in_file(pages.len() as u32) as usize;
        let of_file = pages.iter().enumerate().filter(|(other, _)| other / together == number / together);
        let again = Kept::from_bytes(&kept).unwrap().again(&of_file.collect::<Vec<_>>(), &synonyms());
        let Some(again) = again else {
            // Of words as few as here, many may have gone.
            assert!(Kept::from_bytes(&kept).unwrap().is_worn());
            (files, kept) = (expected.into_iter().collect(), whole_kept);
            continue;
        };
        assert_eq!(again.root, root);
        let names: Vec<&String> = again.files.iter().map(|(name, _)| name).collect();
        assert_eq!(names, expected.iter().map(|(name, _)| name).collect::<Vec<_>>());
        let mut now = HashMap::new();
        for ((name, bytes), (_, expected)) in again.files.into_iter().zip(expected) {
            let bytes = bytes.unwrap_or_else(|| files[&name].clone());
            assert!(bytes == expected, "{name}");
            now.insert(name, bytes);
        }
        (files, kept) = (now, again.kept);
    }
}

/// Changes that leave averages as they are: of one page, one word of the text.
fn words_of_their_own(texts: &[Text], changes: Vec<(usize, usize, usize)>) -> Vec<(usize, Text)> {
    let mut texts = texts.to_vec();
    let change = |(page, place, word): (usize, usize, usize)| {
        let number = page % texts.len();
        let text = &mut texts[number].1;
        let place = place % text.len();
        text[place] = word;
        (number, texts[number].clone())
    };
    changes.into_iter().map(change).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn an_index_made_again_for_a_word_is_that_of_all_pages(
        texts in prop::collection::vec((Just(vec![0]), prop::collection::vec(0..MANY, 20..40), Just(1)), 4..12),
        changes in prop::collection::vec((any::<usize>(), any::<usize>(), 0..MANY), 1..6),
    ) {
        let changes = words_of_their_own(&texts, changes);
        assert_same_again(texts, changes);
    }

    #[test]
    fn an_index_made_again_is_that_of_all_pages(
        texts in prop::collection::vec(text(), 1..12),
        changes in prop::collection::vec((any::<usize>(), text()), 1..5),
    ) {
        assert_same_again(texts, changes);
    }

    #[test]
    fn any_bytes_end_in_an_index_or_nothing(
        texts in prop::collection::vec(text(), 1..5),
        change in text(),
        damage in prop::collection::vec((any::<usize>(), any::<u8>()), 1..4),
    ) {
        let pages: Vec<Page> = texts.into_iter().enumerate().map(|(number, text)| page(number, text)).collect();
        let (_, mut kept) = whole(&pages);
        for (at, byte) in damage {
            let at = at % kept.len();
            kept[at] = byte;
        }
        let changed = page(0, change);
        let _ = Kept::from_bytes(&kept).and_then(|kept| kept.again(&[(0, &changed)], &synonyms()));
    }
}

#[test]
fn what_has_been_taken_from_a_page_is_nowhere() {
    let texts = |word: &str| Page {
        sections: vec![Section { text: format!("Ett avtal om {word} och resor"), ..Section::default() }],
        ..page(0, (vec![0], (0..40).collect(), 0))
    };
    let holds = |kept: &[u8], word: &str| kept.windows(word.len()).any(|part| part == word.as_bytes());
    let (before, after) = (texts("hemligheter"), texts("annat"));
    let (_, kept) = whole(&[before, page(1, (vec![1], vec![2], 0))]);
    assert!(holds(&kept, "hemlig"));
    let again = Kept::from_bytes(&kept).unwrap().again(&[(0, &after)], &synonyms()).unwrap();
    assert!(holds(&again.kept, "annat") && !holds(&again.kept, "hemlig"));
}

#[test]
fn an_index_made_again_after_much_has_come_and_gone_is_that_of_all_pages() {
    let texts: Vec<_> = (0..60).map(|page| (vec![page], (0..40).map(|word| page * word + page).collect(), 1)).collect();
    let changes: Vec<_> = (0..40).map(|at: usize| (at * 7, (vec![at], (at..2 * at).collect(), at as u8))).collect();
    assert_same_again(texts, changes);
}
