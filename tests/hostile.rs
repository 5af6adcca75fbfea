//! No file makes the program fall over: whatever lies in the content folder, reading, parsing and checking it end with
//! diagnostics that can be shown.

use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::LazyLock;

use jiff::civil::{Date, date};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use samverka::check::{Checked, check};
use samverka::diagnostic::{Report, json, text};
use samverka::i18n::Language;
use samverka::source::{self, Content, File};

const TODAY: Date = date(2026, 11, 22);

/// The real files, without the long list of municipalities.
static CONTENT: LazyLock<Vec<File>> = LazyLock::new(|| {
    let files = source::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).expect("the content folder");
    files.into_iter().filter(|file| &*file.path != "geografi/kommuner.csv").collect()
});

/// A file of every kind.
const PATHS: [&str; 13] = [
    "exempel/x.md",
    "fia/x.md",
    "fia-erfarenheter/x.md",
    "sidor/x/index.md",
    "nyheter/x.md",
    "aktiviteter/x.yaml",
    "vokabular/former.yaml",
    "webbplats.yaml",
    "synonymer.yaml",
    "ordlista.yaml",
    "media/x.svg.yaml",
    "adresser.txt",
    "geografi/kommuner.csv",
];

/// What front matter is made of, whole or broken.
const TOKENS: [&str; 64] = [
    "---\n",
    "\n",
    "\n",
    "\n  ",
    "\n    ",
    "\n- ",
    "\n  - ",
    ": ",
    ": ",
    ":",
    ", ",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    "&a ",
    "*a",
    "!t ",
    "!!str ",
    "| ",
    ">\n",
    "? ",
    "# ",
    "%",
    "@",
    "`",
    "~",
    "null",
    "\t",
    "\r\n",
    "\u{feff}",
    "\\",
    "\0",
    "\u{7}",
    "\u{85}",
    "\u{2028}",
    "å",
    "😀",
    "a\u{30a}",
    "”",
    "...\n",
    "id",
    "titel",
    "status",
    "publicerad",
    "utkast",
    "kommuner",
    "0180",
    "Malmö",
    "kallor",
    "nr",
    "1",
    "[1]",
    "period",
    "fran",
    "2016-13",
    "uppgift-saknas",
    "adress",
    "https://x.se/",
    "javascript:",
    "tidigare-adresser",
    "<b>",
];

/// What Markdown is made of.
const MARKS: [&str; 24] = [
    "#",
    "## ",
    "\n\n",
    "- ",
    "> ",
    "*",
    "_",
    "`",
    "```\n",
    "[",
    "](",
    ")",
    "![",
    "<",
    ">",
    "[1]",
    "[1, 2][3]",
    "|",
    "\n",
    "&#106;",
    "\\",
    "/om/",
    "text ",
    "å😀",
];

fn file(path: &str, text: impl AsRef<str>) -> File {
    File { path: path.into(), content: Content::Text(text.as_ref().into()) }
}

/// Checks the files and shows what was found in every way; the places are whole characters of their files.
fn survives(mut files: Vec<File>) -> Checked {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files.dedup_by(|a, b| a.path == b.path);
    let checked = check(files, TODAY);
    for diagnostic in &checked.diagnostics {
        let (path, span) = (&diagnostic.place.path, diagnostic.place.span.clone());
        if let Some((text, span)) = checked.corpus.text(path).zip(span) {
            assert!(is_whole(text, &span), "{path} {span:?} of {}: {diagnostic:?}", text.len());
        }
    }
    for language in Language::ALL {
        let report = Report::new(&checked.diagnostics, &checked, checked.corpus.files.len(), language);
        assert!(!text::render(&report, true).is_empty() && !text::render(&report, false).contains('\u{1b}'));
        let json = json::render(&report).expect("JSON");
        assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
    }
    checked
}

fn is_whole(text: &str, span: &Range<usize>) -> bool {
    span.start <= span.end && text.get(span.clone()).is_some()
}

/// The bytes as a file on disk, read as the program reads it.
fn on_disk(path: &str, bytes: &[u8]) -> Vec<File> {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join(path);
    fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
    fs::write(place, bytes).expect("a file");
    source::read(folder.path()).expect("the folder")
}

fn pieces(of: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    vec(select(of), 0..most).prop_map(|tokens| tokens.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_in_any_file(path in select(&PATHS[..]), bytes in vec(any::<u8>(), 0..300)) {
        survives(on_disk(path, &bytes));
    }

    #[test]
    fn any_text_in_any_file(path in select(&PATHS[..]), text in "\\PC{0,200}", fenced in any::<bool>()) {
        survives(vec![file(path, if fenced { format!("---\n{text}\n---\n{text}") } else { text })]);
    }

    #[test]
    fn any_front_matter_and_body(
        path in select(&PATHS[..]),
        front in pieces(&TOKENS, 60),
        body in pieces(&MARKS, 60),
    ) {
        survives(vec![file(path, format!("---\n{front}\n---\n{body}")), file("x/y.md", front)]);
    }

    #[test]
    fn any_name(name in "[a-zåäö./ 0-9-]{1,30}", text in pieces(&TOKENS, 20)) {
        survives(vec![file(&format!("sidor/{name}.md"), &text), file(&format!("media/{name}"), &text), file(&name, text)]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_real_file_with_bytes_cut_out_and_put_in(
        which in any::<Index>(),
        edits in vec((any::<Index>(), 0..40usize, select(&TOKENS[..])), 1..6),
    ) {
        let original = which.get(&CONTENT);
        let mut bytes = original.text().map_or_else(Vec::new, |text| text.as_bytes().to_vec());
        for (place, length, token) in edits {
            let start = place.index(bytes.len() + 1);
            let end = (start + length).min(bytes.len());
            bytes.splice(start..end, token.bytes());
        }
        let mut files = on_disk(&original.path, &bytes);
        files.extend(CONTENT.iter().filter(|file| file.path.starts_with("vokabular/") && file.path != original.path).cloned());
        survives(files);
    }
}

#[test]
fn a_mebibyte_of_one_sign_in_the_fields_and_in_the_text() {
    for sign in ["[", "*", ">", "-", "{", "\"", "- ", "> ", "#", "`", "![", "<", "&", "å"] {
        let many = sign.repeat((1 << 20) / sign.len() - 40);
        survives(vec![
            file("sidor/falt.md", format!("---\ntitel: {many}\n---\n")),
            file("sidor/text.md", format!("---\ntitel: Text\n---\n{many}\n")),
        ]);
    }
}

#[test]
fn a_key_of_a_hundred_kilobytes_is_named_in_short() {
    let key = "nyckel".repeat(100_000 / 6);
    let checked = survives(vec![file("sidor/x.md", format!("---\ntitel: X\n{key}: 1\n---\n"))]);
    let report = Report::new(&checked.diagnostics, &checked, 1, Language::Sv);
    assert!(text::render(&report, false).len() < 10_000);
}

#[test]
fn nesting_without_end() {
    for (open, close) in [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("a:\n ", "")] {
        let deep = format!("titel: {}x{}", open.repeat(20_000), close.repeat(20_000));
        survives(vec![file("sidor/x.md", format!("---\n{deep}\n---\n"))]);
    }
    let list: String = (0..500).map(|depth| format!("{}- x\n", "  ".repeat(depth))).collect();
    survives(vec![file("sidor/x.md", format!("---\ntitel: X\n---\n{list}")), file("ordlista.yaml", list)]);
}

#[test]
fn an_alias_bomb_is_a_few_diagnostics() {
    let mut bomb = String::from("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (name, before) in ('b'..='z').zip('a'..) {
        let aliases = vec![format!("*{before}"); 9].join(", ");
        bomb.push_str(&format!("{name}: &{name} [{aliases}]\n"));
    }
    let checked = survives(vec![file("sidor/x.md", format!("---\n{bomb}---\n"))]);
    assert!(checked.diagnostics.len() < 400);
}

#[test]
fn a_thousand_faults_in_one_file() {
    let fields: String = (0..1000).map(|number| format!("okänt-{number}: x\n")).collect();
    let checked = survives(vec![file("sidor/x.md", format!("---\ntitel: X\n{fields}---\n"))]);
    assert!(checked.diagnostics.len() >= 1000);
}
