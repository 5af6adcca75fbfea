//! What people and programs get to see.

use std::collections::BTreeMap;

use snapbox::{IntoData, assert_data_eq, str};

use super::*;
use crate::i18n::Language;

mod any_text;

struct Files(BTreeMap<&'static str, String>);

impl Sources for Files {
    fn text(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }
}

fn files(files: &[(&'static str, &str)]) -> Files {
    Files(files.iter().map(|(path, text)| (*path, (*text).to_owned())).collect())
}

fn key(path: &str, span: Range<usize>) -> Diagnostic {
    let message = Message::new("prov-nyckel").with("nyckel", "malgruper").with("menade", "malgrupper");
    Diagnostic::new("okand-nyckel", Severity::Error, Place::span(path, span), message)
}

fn plain(path: &str, span: Range<usize>, text: &str) -> Diagnostic {
    let message = Message::new("prov-bara").with("text", text);
    Diagnostic::new("prov", Severity::Warning, Place::span(path, span), message)
}

fn shown(diagnostics: &[Diagnostic], sources: &Files, language: Language) -> String {
    text::render(&Report::new(diagnostics, sources, 57, language), false)
}

/// One plain warning about a span of a text.
fn excerpt(content: &str, span: Range<usize>) -> String {
    shown(&[plain("a.md", span, "x")], &files(&[("a.md", content)]), Language::Sv)
}

#[test]
fn a_fault_in_swedish() {
    let sources = files(&[("exempel/a.md", "---\ntitel: Å\nmalgruper: [x]\n---\n"), ("b.md", "hej")]);
    let whole = Message::new("prov-bara").with("text", "ingen rad");
    let mut diagnostics = vec![
        key("exempel/a.md", 14..23),
        plain("b.md", 0..3, "en rad"),
        Diagnostic::new("prov", Severity::Error, Place::file("b.md"), whole),
    ];
    sort(&mut diagnostics);
    assert_data_eq!(
        shown(&diagnostics, &sources, Language::Sv),
        str![[r#"
fel[prov]: Något är fel: ingen rad
--> b.md

varning[prov]: Något är fel: en rad
 --> b.md:1:1
  |
1 | hej
  | ^^^

fel[okand-nyckel]: Nyckeln ”malgruper” finns inte
 --> exempel/a.md:3:1
  |
3 | malgruper: [x]
  | ^^^^^^^^^ menade du ”malgrupper”?
  |
  = varför: En okänd nyckel läses aldrig.
  = gör så här: Rätta stavningen
                eller ta bort raden.

2 fel och 1 varning i 2 filer.

"#]]
    );
}

#[test]
fn a_fault_in_english() {
    let sources = files(&[("exempel/a.md", "---\ntitel: Å\nmalgruper: [x]\n---\n")]);
    assert_data_eq!(
        shown(&[key("exempel/a.md", 14..23)], &sources, Language::En),
        str![[r#"
error[okand-nyckel]: The key “malgruper” does not exist
 --> exempel/a.md:3:1
  |
3 | malgruper: [x]
  | ^^^^^^^^^ did you mean “malgrupper”?
  |
  = why: An unknown key is never read.
  = what to do: Correct the spelling
                or remove the line.

1 error in 1 file.

"#]]
    );
}

#[test]
fn colour_is_the_callers_choice() {
    let sources = files(&[("a.md", "malgruper")]);
    let diagnostics = [key("a.md", 0..9)];
    let report = Report::new(&diagnostics, &sources, 1, Language::Sv);
    assert!(text::render(&report, true).contains("\x1b[1m\x1b[91mfel[okand-nyckel]"));
    assert!(!text::render(&report, false).contains('\x1b'));
}

#[test]
fn the_last_line_sums_up() {
    let sources = files(&[]);
    let summary =
        |diagnostics: &[Diagnostic], files, language| Report::new(diagnostics, &sources, files, language).summary();
    let (error, warning) = (|path: &str| key(path, 0..0), |path: &str| plain(path, 0..0, ""));
    assert_eq!(summary(&[], 57, Language::Sv), "Inga fel i 57 filer.");
    assert_eq!(summary(&[], 1, Language::En), "No errors in 1 file.");
    assert_eq!(
        summary(&[error("a"), error("a"), error("b"), warning("b")], 57, Language::Sv),
        "3 fel och 1 varning i 2 filer."
    );
    assert_eq!(
        summary(&[error("a"), warning("a"), warning("a")], 57, Language::En),
        "1 error and 2 warnings in 1 file."
    );
    assert_eq!(summary(&[error("a")], 57, Language::Sv), "1 fel i 1 fil.");
    assert_eq!(summary(&[warning("a"), warning("b")], 57, Language::Sv), "Inga fel, 2 varningar i 2 filer.");
}

#[test]
fn a_file_that_is_not_text_shows_no_line() {
    assert_data_eq!(
        shown(&[plain("bild.png", 3..7, "x")], &files(&[]), Language::Sv),
        str![[r#"
varning[prov]: Något är fel: x
--> bild.png

Inga fel, 1 varning i 1 fil.

"#]]
    );
}

#[test]
fn tabs_wide_letters_and_crlf_do_not_move_the_mark() {
    assert_data_eq!(
        excerpt("\u{FEFF}\tå🎉 mål\r\nb", 11..15),
        str![[r#"
varning[prov]: Något är fel: x
 --> a.md:1:5
  |
1 |     å🎉 mål
  |         ^^^

Inga fel, 1 varning i 1 fil.

"#]]
    );
}

#[test]
fn the_end_of_the_file_can_be_marked() {
    assert_data_eq!(
        excerpt("a\nb\n", 4..4),
        str![[r#"
varning[prov]: Något är fel: x
 --> a.md:3:1
  |
3 |
  | ^

Inga fel, 1 varning i 1 fil.

"#]]
    );
    assert_data_eq!(
        excerpt("", 7..9),
        str![[r#"
varning[prov]: Något är fel: x
 --> a.md:1:1
  |
1 |
  | ^

Inga fel, 1 varning i 1 fil.

"#]]
    );
}

#[test]
fn a_few_lines_are_shown_whole_and_many_by_the_first() {
    assert_data_eq!(
        excerpt("ett\ntvå\ntre\nfyra", 4..12),
        str![[r#"
varning[prov]: Något är fel: x
 --> a.md:2:1
  |
2 | / två
3 | | tre
  | |___^

Inga fel, 1 varning i 1 fil.

"#]]
    );
    assert_data_eq!(
        excerpt("ett\n2\n3\n4\n5\n6", 0..13),
        str![[r#"
varning[prov]: Något är fel: x
 --> a.md:1:1
  |
1 | ett
  | ^^^

Inga fel, 1 varning i 1 fil.

"#]]
    );
}

#[test]
fn a_very_long_line_is_cut_and_keeps_its_column() {
    let line = format!("{} här {}", "å".repeat(5_000), "b".repeat(5_000));
    assert_data_eq!(
        excerpt(&line, 10_001..10_005),
        str![[r#"
varning[prov]: Något är fel: x
 --> a.md:1:5002
  |
1 | …ååååååååååååååååååååååååååååååååååååååååååååååå här bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb…
  |                                                  ^^^

Inga fel, 1 varning i 1 fil.

"#]]
    );
}

#[test]
fn nothing_steers_the_terminal() {
    let nasty = "\x1b[2Ja\u{202e}b\u{9b}c\r d";
    let diagnostics = [plain(nasty, 0..5, nasty)];
    let sources = Files([(nasty, nasty.to_owned())].into());
    let out = shown(&diagnostics, &sources, Language::Sv);
    assert!(!out.contains(|letter: char| letter != '\n' && visible::is_hidden(letter)), "{out:?}");
    assert_data_eq!(
        out,
        str![[r#"
varning[prov]: Något är fel: ␛[2Ja<U+202E>b<U+009B>c␍ d
 --> ␛[2Ja<U+202E>b<U+009B>c␍ d:1:1
  |
1 | ␛[2Ja<U+202E>b<U+009B>c␍ d
  | ^^^^^

Inga fel, 1 varning i 1 fil.

"#]]
    );
    let report = Report::new(&diagnostics, &sources, 1, Language::Sv);
    let json = json::render(&report).unwrap();
    assert!(!json.trim_end().contains(visible::is_hidden), "{json:?}");
    let parsed: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(parsed["diagnostics"][0]["path"], nasty);
}

#[test]
fn a_personal_number_is_never_shown() {
    let text = "kontakt: Eva 19811218-9876 tel 08-123\nsvar: 8112189876 och 2016\n";
    let sources = files(&[("a.md", text), ("811218-9876.md", text)]);
    let diagnostics = [
        plain("a.md", 0..7, "samma rad"),
        plain("a.md", 15..18, "inuti"),
        plain("a.md", 13..26, "personnummer").redacted(),
        plain("a.md", 38..42, "raden efter"),
        plain("811218-9876.md", 0..7, "värdet ”811218-9876” duger inte"),
    ];
    let out = shown(&diagnostics, &sources, Language::Sv);
    assert_data_eq!(
        out.clone(),
        str![[r#"
varning[prov]: Något är fel: samma rad
 --> a.md:1:1
  |
1 | kontakt: Eva ••••••••-•••• tel 08-123
  | ^^^^^^^

varning[prov]: Något är fel: inuti
 --> a.md:1:16
  |
1 | kontakt: Eva ••••••••-•••• tel 08-123
  |                ^^^

varning[prov]: Något är fel: personnummer
 --> a.md:1:14
  |
1 | kontakt: Eva ••••••••-•••• tel 08-123
  |              ^^^^^^^^^^^^^

varning[prov]: Något är fel: raden efter
 --> a.md:2:1
  |
2 | svar: •••••••••• och 2016
  | ^^^^

varning[prov]: Något är fel: värdet ”••••••-••••” duger inte
 --> ••••••-••••.md:1:1
  |
1 | kontakt: Eva ••••••••-•••• tel 08-123
  | ^^^^^^^

Inga fel, 5 varningar i 2 filer.

"#]]
    );
    let report = Report::new(&diagnostics, &sources, 57, Language::Sv);
    let json = json::render(&report).unwrap();
    for out in [out, json, text::render(&report, true)] {
        assert!(!out.contains("9876") && !out.contains("8112"), "{out}");
    }
}

#[test]
fn a_secret_without_a_place_hides_every_digit_of_its_file() {
    let sources = files(&[("a.md", "1981 2016"), ("b.md", "2016")]);
    let secret = Diagnostic::new("prov", Severity::Error, Place::file("a.md"), Message::new("prov-svensk")).redacted();
    let out = shown(&[secret, plain("a.md", 0..4, "x"), plain("b.md", 0..4, "x")], &sources, Language::Sv);
    assert!(out.contains("1 | •••• ••••\n"), "{out}");
    assert!(out.contains("1 | 2016\n"), "{out}");
}

#[test]
fn json_has_places_for_editors() {
    let sources = files(&[("a.md", "å\nmålgruper: x\n")]);
    let diagnostics = [
        key("a.md", 3..13),
        Diagnostic::new("prov", Severity::Warning, Place::file("b.md"), Message::new("prov-svensk")),
        plain("bild.png", 3..7, "x"),
    ];
    let json = json::render(&Report::new(&diagnostics, &sources, 57, Language::Sv)).unwrap();
    assert_data_eq!(json, str![[r#"
{"version":1,"errors":1,"warnings":2,"advice":0,"hasMoreAdvice":false,"files":57,"diagnostics":[{"rule":"okand-nyckel","severity":"error","path":"a.md","line":2,"column":1,"endLine":2,"endColumn":10,"startByte":3,"endByte":13,"message":"Nyckeln ”malgruper” finns inte","why":"En okänd nyckel läses aldrig.","help":"Rätta stavningen\neller ta bort raden.","link":null},{"rule":"prov","severity":"warning","path":"b.md","line":null,"column":null,"endLine":null,"endColumn":null,"startByte":null,"endByte":null,"message":"bara svenska","why":null,"help":"gör så","link":null},{"rule":"prov","severity":"warning","path":"bild.png","line":null,"column":null,"endLine":null,"endColumn":null,"startByte":3,"endByte":7,"message":"Något är fel: x","why":null,"help":null,"link":null}]}

"#]].raw());
}

fn below_content<'a>(diagnostics: &'a [Diagnostic], sources: &'a Files) -> Report<'a> {
    let pages = "https://prov.example/redigera/regler/".to_owned();
    Report::new(diagnostics, sources, 57, Language::Sv).below("content").with_help_pages(Some(pages))
}

#[test]
fn every_message_leads_to_the_help_of_its_rule() {
    let sources = files(&[("a.md", "å\nmålgruper: x\n")]);
    let diagnostics = [key("a.md", 3..13)];
    let report = below_content(&diagnostics, &sources);
    let address = "https://prov.example/redigera/regler/okand-nyckel/";
    assert!(text::render(&report, false).contains(&format!("  = läs mer: {address}\n")));
    let rules = [RuleText { id: "okand-nyckel", severity: Severity::Error, title: "Titel", markdown: "Text".into() }];
    let outputs = [json::render(&report).unwrap(), sarif::render(&report, &rules).unwrap(), markdown::render(&report)];
    for output in outputs {
        assert!(output.contains(address), "{output}");
    }
    assert!(github::render(&report).contains(&format!("%0Aläs mer: {address}\n")));
}

#[test]
fn annotations_stand_at_their_line_and_hold_what_they_are_given() {
    let nasty = "a,b:c.md";
    let sources = files(&[(nasty, "å\nmålgruper: x\n")]);
    let diagnostics = [
        key(nasty, 3..13),
        plain(nasty, 0..14, "100 %\n::error file=x::\r"),
        Diagnostic::new("prov", Severity::Warning, Place::file("b.md"), Message::new("prov-svensk")),
    ];
    let report = Report::new(&diagnostics, &sources, 57, Language::Sv).below("content");
    assert_data_eq!(
        github::render(&report),
        str![[r#"
::error file=content/a%2Cb%3Ac.md,line=2,col=1,endLine=2,endColumn=10,title=okand-nyckel::Nyckeln ”malgruper” finns inte%0AEn okänd nyckel läses aldrig.%0Agör så här: Rätta stavningen%0Aeller ta bort raden.
::warning file=content/a%2Cb%3Ac.md,line=1,endLine=2,title=prov::Något är fel: 100 %25%0A::error file=x::
::warning file=content/b.md,title=prov::bara svenska%0Agör så här: gör så
1 fel och 2 varningar i 2 filer.

"#]]
    );
}

#[test]
fn a_comment_has_a_table_for_each_file() {
    let sources = files(&[("exempel/a.md", "å\nmålgruper: x\n")]);
    let diagnostics = [
        key("exempel/a.md", 3..13),
        plain("exempel/a.md", 0..2, "<b>|@x"),
        Diagnostic::new("prov", Severity::Warning, Place::file("b`.md"), Message::new("prov-svensk")),
    ];
    assert_data_eq!(
        markdown::render(&below_content(&diagnostics, &sources)).replace('\u{200B}', "␣"),
        str![[r#"
<!-- samverka check -->
### Kontroll av innehållet

1 fel och 2 varningar i 2 filer.

#### `content/exempel/a.md`

| Rad | Vad är fel? | Gör så här |
| ---: | --- | --- |
| 2 | **fel** Nyckeln ”malgruper” finns inte En okänd nyckel läses aldrig. ([okand-nyckel](<https://prov.example/redigera/regler/okand-nyckel/>)) | Rätta stavningen eller ta bort raden. |
| 1 | **varning** Något är fel\: &lt;b&gt;\|\@␣x ([prov](<https://prov.example/redigera/regler/prov/>)) |  |

#### `` content/b`.md ``

| Rad | Vad är fel? | Gör så här |
| ---: | --- | --- |
|  | **varning** bara svenska ([prov](<https://prov.example/redigera/regler/prov/>)) | gör så |

"#]].raw()
    );
    assert_data_eq!(
        markdown::render(&Report::new(&[], &sources, 57, Language::Sv)),
        str![[r#"
<!-- samverka check -->
### Kontroll av innehållet

Inga fel i 57 filer.

"#]]
    );
}

#[test]
fn a_comment_is_never_longer_than_a_host_takes() {
    let sources = files(&[("a.md", "x")]);
    let diagnostics: Vec<_> = (0..4_000).map(|number| plain("a.md", 0..1, &format!("fel nummer {number}"))).collect();
    let comment = markdown::render(&Report::new(&diagnostics, &sources, 1, Language::Sv));
    assert!(comment.chars().count() < 61_000);
    assert!(comment.contains("får inte plats här"), "{}", &comment[comment.len() - 200..]);
}

#[test]
fn the_order_does_not_depend_on_who_came_first() {
    let sorted = vec![
        Diagnostic::new("prov", Severity::Error, Place::file("a"), Message::new("prov-svensk")),
        key("a", 1..2),
        plain("a", 1..2, "x"),
        plain("a", 1..2, "y"),
        plain("a", 1..3, "x"),
        key("a", 2..3),
        key("b", 0..1),
    ];
    let mut shuffled: Vec<_> = sorted.iter().rev().cloned().collect();
    sort(&mut shuffled);
    assert_eq!(shuffled, sorted);
}
