//! What is mended, and what is left as it was.

use proptest::prelude::*;
use snapbox::{assert_data_eq, str};

use super::*;
use crate::i18n::{self, Language};
use crate::model::geography::Geography;
use crate::model::vocabulary::{Term, Vocabularies, Vocabulary};

fn vocabularies() -> Vocabularies {
    let term = |id: &str, name: &str| Term {
        id: id.into(),
        name: name.into(),
        description: String::new(),
        synonyms: Vec::new(),
        note: None,
    };
    let mut vocabularies = Vocabularies::default();
    vocabularies.insert(Vocabulary {
        id: "former".into(),
        name: "Former".into(),
        description: String::new(),
        terms: vec![
            term("gemensamt-team", "Gemensamt team"),
            term("lots", "Lots eller koordinator"),
            term("samlokalisering", "Gemensamma lokaler"),
        ],
    });
    vocabularies
}

fn mended(path: &str, text: &str) -> Option<Mended> {
    let (vocabularies, geography) = (vocabularies(), Geography::default());
    let known = Known { vocabularies: &vocabularies, geography: &geography };
    mend(&path.into(), Kind::of_path(path).unwrap(), &text.into(), known)
}

fn said(mended: &Mended) -> String {
    mended.done.iter().map(|message| format!("{}\n", i18n::text(Language::Sv, message))).collect()
}

#[test]
fn everything_that_is_safe_is_mended_at_once_and_comments_stay() {
    let text = "---\n# Om filen.\n\nstatus: utkast\n# Visas överst.\ntitel: A\u{30a}r \nid: x # ändras aldrig\n\
                granskad: 2026/11/5\nformer: [gemensam-team, \"lotts\"]\n---\n## Arbetssa\u{308}tt\n\nText \nmer\n";
    let mended = mended("exempel/x.md", text).unwrap();
    assert_data_eq!(
        mended.text.clone(),
        str![[r#"
---
# Om filen.

id: x # ändras aldrig
# Visas överst.
titel: År
former: [gemensamt-team, lots]
status: utkast
granskad: 2026-11-05
---
## Arbetssätt

Text
mer

"#]]
    );
    assert_data_eq!(
        said(&mended),
        str![[r#"
2 rader: bokstäver i två delar är nu hela (Unicode-formen NFC).
2 rader: mellanslag sist på raden är borttagna.
Rad 8: ”2026/11/5” är nu 2026-11-05.
Rad 9: ”gemensam-team” är nu gemensamt-team.
Rad 9: ”lotts” är nu lots.
Fälten står nu i samma ordning som i andra dokument.

"#]]
    );
    assert_eq!(super::tests::mended("exempel/x.md", &mended.text), None, "what is mended stays as it is");
}

#[test]
fn what_means_something_is_left_alone() {
    for text in [
        // A line break, code, a text of several lines, a file that cannot be read, two fields of one name.
        "---\ntitel: A\n---\nett  \ntvå\n\n```\nkod  \n```\n",
        "---\ntitel: |\n  A  \n  b\n---\n",
        "---\nordning: 1\ntitel: a: b \n---\n",
        "---\nordning: 1 \ntitel: A\n",
        "---\nordning: 1\ntitel: A\ntitel: B\n---\n",
        "---\nordning: 1\ntittel: A\n---\n",
        // Could be two days; looks like nothing in the list.
        "---\ntitel: A\ngranskad: 3/4 2026\n---\n",
        "---\ntitel: A\nstatus: bortglömd\n---\n",
        // Its address would become another.
        "---\ntitel: A\n---\n[a](A\u{30a}.md)\n",
        "",
    ] {
        assert_eq!(mended("sidor/x.md", text), None, "{text}");
    }
    assert_eq!(mended("exempel/x.md", "---\nid: x\nformer: [samverkansteam]\n---\n"), None);
}

/// One letter is wrong, and another value has a name that begins likewise.
#[test]
fn a_slip_is_mended_beside_a_value_that_only_resembles_it() {
    let mended = mended("exempel/x.md", "---\nid: x\nformer: [gemensamt-teem]\n---\n").unwrap();
    assert!(mended.text.contains("former: [gemensamt-team]"), "{}", mended.text);
}

#[test]
fn line_ends_stay_and_the_byte_order_mark_goes() {
    let mended = mended("sidor/x.md", "\u{feff}---\r\nordning: 1  \r\ntitel: Å\r\n---\r\nText\r\n").unwrap();
    assert_eq!(mended.text, "---\r\ntitel: Å\r\nordning: 1\r\n---\r\nText\r\n");
}

#[test]
fn a_plain_yaml_file_is_mended_too() {
    let mended = mended("ordlista.yaml", "- term: A \n  forklaring: b\n").unwrap();
    assert_eq!(mended.text, "- term: A\n  forklaring: b\n");
    let last = super::tests::mended("aktiviteter/x.yaml", "titel: A\nid: x").unwrap();
    assert_eq!(last.text, "id: x\ntitel: A\n");
}

#[test]
fn the_template_of_new_keeps_every_comment_with_its_field() {
    let today = jiff::civil::date(2026, 11, 22);
    let text = crate::schema::template::document(Kind::Example, "x", "Titel", today, &vocabularies());
    // Where a vocabulary is missing, the template ends lines with a space.
    let text = mended("exempel/x.md", &text).map_or(text, |mended| mended.text);
    let (head, rest) = text.split_once("\n# Titel:").unwrap();
    let (title, rest) = rest.split_once("\n\n").unwrap();
    let (fields, body) = rest.rsplit_once("---\n").unwrap();
    let moved = format!("{head}\n{}\n\n# Titel:{title}\n---\n{body}", fields.trim_end());
    let mended = mended("exempel/x.md", &moved).unwrap();
    let at = mended.text.find("# Titel:").unwrap();
    assert!(at < mended.text.find("# Sammanfattning:").unwrap(), "{}", mended.text);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Nothing is lost: the fields and the text are what they were, in another order at most, whatever a file holds.
    #[test]
    fn a_mended_file_means_what_it_meant(
        fields in prop::collection::vec(prop::sample::select(vec![
            "titel: A  ", "ordning: 1", "# kommentar", "", "status: utkast ", "granskad: 2026/1/2", "utskrift: ja",
            "sammanfattning: |\n  ett  \n  två", "sammanfattning: >-\n  a\u{30a}  \n\n  b", "kallor:\n- nr: 1\n  titel: x  ",
            "  # indragen", "tidigare-adresser:\n  - /a/ # sist", "kontakt: {funktion: x,\n  telefon: 1}", "lagtext:",
        ]), 0..9),
        body in "[ab*_` \\n\u{30a}#\\[\\]()-]{0,60}",
    ) {
        let text = format!("---\n{}\n---\n{body}", fields.join("\n"));
        if let Some(mended) = mended("sidor/x.md", &text) {
            let plain = |text: &str| text.replace([' ', '\t'], "").replace("2026/1/2", "2026-01-02");
            let before = plain(&text);
            let nfc = |text: &str| unicode_normalization::UnicodeNormalization::nfc(text).collect::<String>();
            let sorted = |text: &str| { let mut lines: Vec<String> = text.lines().map(str::to_owned).collect(); lines.sort(); lines };
            let after = plain(&mended.text);
            prop_assert_eq!(sorted(&nfc(&before)), sorted(&nfc(&after)));
            prop_assert_eq!(super::tests::mended("sidor/x.md", &mended.text), None);
        }
    }
}
