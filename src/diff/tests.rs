//! Two contents in memory, and what is said of the difference.

use jiff::civil::Date;

use super::*;
use crate::check::check;
use crate::diff::{markdown, outline, text};
use crate::source::{Content, File};

const TODAY: Date = Date::constant(2026, 11, 22);

const BODY: &str = "## Bakgrund\n\nFörst var det svårt [1].\n\n## Arbetssätt\n\nEtt team möter unga varje vecka [1].\n";

fn example(id: &str, title: &str, more: &str, body: &str) -> (String, String) {
    let text = format!(
        "---\nid: {id}\ntitel: {title}\nsammanfattning: Kort.\nkommuner: [Ale]\nrelation: okant\n\
         parter: [{{part: kommun, lokalt-namn: Enheten}}]\nunderlag: [egen]\nformer: [team]\n\
         kallor: [{{nr: 1, titel: Rapporten}}]\nstatus: publicerad\ngranskad: 2026-01-01\n\
         uppgift-saknas: [rutiner]\n{more}---\n{body}"
    );
    (format!("exempel/{id}.md"), text)
}

fn content(documents: &[(String, String)]) -> Vec<File> {
    let vocabulary = |terms: &[(&str, &str)]| {
        let terms = terms.iter().map(|(id, name)| format!("  - {{id: {id}, namn: {name}, beskrivning: x}}\n"));
        format!("namn: x\nbeskrivning: x\nvarden:\n{}", terms.collect::<String>())
    };
    let mut files: Vec<(String, String)> = vec![
        ("adresser.txt".into(), "/\n/exempel/\n/exempel/a/\n".into()),
        (
            "geografi/kommuner.csv".into(),
            "kod,namn,lanskod,lan\n1440,Ale,14,Västra Götalands län\n2480,Umeå,24,Västerbottens län\n".into(),
        ),
        ("vokabular/parter.yaml".into(), vocabulary(&[("kommun", "Kommunen"), ("af", "Arbetsförmedlingen")])),
        ("vokabular/former.yaml".into(), vocabulary(&[("team", "Gemensamt team"), ("torg", "En väg in")])),
        ("vokabular/underlag.yaml".into(), vocabulary(&[("egen", "Egen uppgift")])),
        ("webbplats.yaml".into(), "titel: W\nadress: https://x.example/\nansvarig: Redaktionen\n".into()),
    ];
    files.extend(documents.iter().cloned());
    let mut files: Vec<File> =
        files.into_iter().map(|(path, text)| File { path: path.into(), content: Content::Text(text.into()) }).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn replaced(files: &[File], path: &str, from: &str, to: &str) -> Vec<File> {
    let mut files = files.to_vec();
    let file = files.iter_mut().find(|file| &*file.path == path).unwrap();
    let text = file.text().unwrap();
    assert!(text.contains(from), "{from}");
    file.content = Content::Text(text.replace(from, to).into());
    files
}

fn between(before: Vec<File>, after: Vec<File>) -> Diff {
    Diff::between(&check(before, TODAY), &check(after, TODAY), Language::Sv)
}

fn words(diff: &Diff) -> String {
    text::render(&outline::parts(diff, Language::Sv), false)
}

#[test]
fn nothing_is_different_from_itself() {
    let files = content(&[example("a", "Torget", "", BODY)]);
    let diff = between(files.clone(), files);
    assert!(diff.is_empty() && !diff.loses_addresses() && !diff.faults.has_new_errors());
    assert!(words(&diff).contains("Ingenting"));
}

#[test]
fn facts_are_told_by_label_with_the_words_of_the_vocabularies() {
    let before = content(&[example("a", "Torget", "nationellt: nej\n", BODY)]);
    let after = replaced(&before, "exempel/a.md", "former: [team]", "former: [team, torg]");
    let after = replaced(&after, "exempel/a.md", "part: kommun,", "part: af,");
    let after = replaced(&after, "exempel/a.md", "nationellt: nej", "nationellt: ja");
    let after = replaced(&after, "exempel/a.md", "uppgift-saknas: [rutiner]", "uppgift-saknas: [rutiner, niva]");
    let after = replaced(&after, "exempel/a.md", "kommuner: [Ale]", "kommuner: [\"2480\"]");
    let diff = between(before, after);
    let text = words(&diff);
    for part in [
        "1 ändrad sida.",
        "Torget",
        "/exempel/a/ (exempel, exempel/a.md)",
        "Arbetssätt och form: Tillagt: {+En väg in+}",
        "Parter: Part: [-Kommunen;-] {+Arbetsförmedlingen;+} Lokalt namn: Enheten",
        "Nationellt: [-nej-] → {+ja+}",
        "Uppgift saknas i källorna: Tillagt: {+Nivå+}",
        "Kommuner: [-Ale-] → {+Umeå+}",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[test]
fn texts_are_told_word_by_word_by_heading_with_length_and_readability() {
    let before = content(&[example("a", "Torget", "", BODY)]);
    let after = replaced(&before, "exempel/a.md", "möter unga varje", "träffar unga och vuxna varje");
    let diff = between(before, after);
    let text = words(&diff);
    assert_eq!(diff.pages[0].text.len(), 1);
    assert!(text.contains("Arbetssätt\n"), "{text}");
    assert!(text.contains("Ett team [-möter-] {+träffar+} unga {+och vuxna+} varje vecka [1]."), "{text}");
    assert!(text.contains("Längd: 10 → 12 ord. Läsbarhet (LIX): "), "{text}");
}

#[test]
fn a_moved_page_without_its_former_address_is_an_error_that_says_what_to_write() {
    let before = content(&[example("a", "Torget", "", BODY)]);
    let (path, text) = example("b", "Torget", "", BODY);
    let diff = between(before.clone(), content(&[(path.clone(), text.clone())]));
    assert_eq!((diff.count(What::Moved), diff.count(What::New), diff.count(What::Removed)), (1, 0, 0));
    assert!(diff.loses_addresses());
    let said = words(&diff);
    assert!(said.contains("Skriv /exempel/a/ i tidigare-adresser i exempel/b.md"), "{said}");
    assert!(said.contains("kan inte publiceras som den är: 1 publicerad adress försvinner"), "{said}");

    let text = text.replace("status:", "tidigare-adresser: [/exempel/a/]\nstatus:");
    let diff = between(before, content(&[(path, text)]));
    assert!(!diff.loses_addresses());
    assert_eq!(diff.addresses.redirects, [("/exempel/a/".to_owned(), "/exempel/b/".to_owned())]);
}

#[test]
fn a_page_that_is_gone_loses_its_address_unless_the_ledger_says_why() {
    let before = content(&[example("a", "Torget", "", BODY)]);
    let after = content(&[]);
    let diff = between(before.clone(), after.clone());
    assert_eq!(diff.count(What::Removed), 1);
    assert_eq!(diff.addresses.vanished[0].address, "/exempel/a/");
    let after = replaced(&after, "adresser.txt", "/exempel/a/", "/exempel/a/ borttagen 2026-11-22 Skäl.");
    let diff = between(before.clone(), after);
    assert!(!diff.loses_addresses());
    assert_eq!(diff.addresses.removed, ["/exempel/a/"]);
    // Taking the line away as well would hide that the address is lost; `check` alone could not know.
    let after = replaced(&content(&[]), "adresser.txt", "/exempel/a/\n", "");
    let diff = between(before, after);
    assert_eq!(diff.addresses.erased, ["/exempel/a/"]);
    assert!(diff.loses_addresses());
}

#[test]
fn drafts_withdrawals_and_first_publishings_are_told_apart() {
    let draft = |id: &str| {
        let (path, text) = example(id, id, "", BODY);
        (path, text.replace("publicerad", "utkast"))
    };
    let published = example("p", "p", "", BODY);
    let diff = between(content(&[draft("u"), draft("v"), published.clone()]), {
        let withdrawn = "avpublicerad\navpublicerad: {skal: Bad om det., datum: 2026-11-22}";
        let (path, text) = published;
        let text = text.replace("status: publicerad", &format!("status: {withdrawn}"));
        content(&[example("u", "u", "", BODY), draft("w"), (path, text)])
    });
    let found: Vec<_> = diff.pages.iter().map(|page| (page.what, &*page.file)).collect();
    assert_eq!(found, [(What::New, "exempel/u.md"), (What::Withdrawn, "exempel/p.md"), (What::Draft, "exempel/w.md")]);
}

#[test]
fn a_fault_that_only_moved_to_another_line_is_no_new_one() {
    let faulty = BODY.replace("vecka [1]", "vecka [7]");
    let before = content(&[example("a", "Torget", "", &faulty)]);
    let moved = replaced(&before, "exempel/a.md", "id: a\n", "# En rad till\nid: a\n");
    let diff = between(before.clone(), moved);
    assert!(diff.faults.introduced.is_empty() && diff.faults.mended.is_empty(), "{:?}", diff.faults);
    let twice = replaced(&before, "exempel/a.md", "svårt [1]", "svårt [7]");
    let diff = between(before.clone(), twice);
    assert_eq!(diff.faults.introduced.iter().filter(|fault| fault.rule == "kalla-saknas").count(), 1);
    assert!(diff.faults.has_new_errors());
    let diff = between(before.clone(), content(&[example("a", "Torget", "", BODY)]));
    assert_eq!(diff.faults.mended.iter().filter(|fault| fault.rule == "kalla-saknas").count(), 1);
    assert!(words(&diff).contains("1 är rättat"), "{}", words(&diff));
}

#[test]
fn a_personal_number_is_hidden_wherever_it_stood() {
    let secret = BODY.replace("Ett team", "Ett team för 19121212-1212");
    let before = content(&[example("a", "Torget", "", &secret)]);
    let after = content(&[example("a", "Torget", "", BODY)]);
    for (one, other) in [(before.clone(), after.clone()), (after, before)] {
        let diff = between(one, other);
        let parts = outline::parts(&diff, Language::Sv);
        for text in [text::render(&parts, false), markdown::render(&parts, markdown::MARKER, Language::Sv)] {
            assert!(!text.contains("1212-1212") && text.contains('•'), "{text}");
        }
    }
}

#[test]
fn vocabularies_and_other_files_are_told_once() {
    let before = content(&[example("a", "Torget", "", BODY)]);
    let after = replaced(&before, "vokabular/former.yaml", "Gemensamt team", "Ett gemensamt team");
    let diff = between(before, after);
    assert!(diff.pages.is_empty());
    assert_eq!((diff.data.len(), &*diff.data[0].file), (1, "vokabular/former.yaml"));
    assert!(words(&diff).contains("{+Ett gemensamt+}"), "{}", words(&diff));
}
