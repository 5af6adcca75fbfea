//! A hundred faults of thirty kinds in the real content: each is found, at its line, with a remedy; the untouched content
//! has none, and little advice.
//!
//! The generator is seeded, so that the same faults come every time: `SAMVERKA_SEED=7 cargo test --test seeded` tries others.
//! Each kind of fault says where it is and which rule should find it. Ten faults are made at a time, in ten examples.

use std::sync::Arc;

use jiff::civil::{Date, date};
use samverka::check::{Checked, check};
use samverka::diagnostic::{Report, text};
use samverka::i18n::Language;
use samverka::source::{self, Content, File};

const TODAY: Date = date(2026, 11, 22);
const FAULTS: usize = 100;
const AT_A_TIME: usize = 10;
/// On the language of the untouched content, which counts as no fault.
const MOST_ADVICE: usize = 3;

/// One kind of fault: what it is, the rule that should find it, and how it is made. It gives back the new text and the line
/// of the fault, or nothing where a file has no place for it.
type Kind = (&'static str, &'static str, fn(&mut Lines) -> Option<usize>);

const KINDS: [Kind; 30] = [
    ("a misspelled key", "okand-nyckel", |at| at.change("sammanfattning:", |line| line.replacen("mm", "m", 1))),
    ("a key that stands twice", "dubbel-nyckel", |at| at.again("titel:")),
    ("a needed field left out", "saknad-uppgift", |at| {
        // A draft may lack it.
        at.find("status: publicerad")?;
        at.remove("sammanfattning:")?;
        at.find("status:")
    }),
    ("a word that the vocabulary does not have", "okant-varde", |at| at.set("former:", "former: [gemensamt-tema]")),
    ("a misspelled municipality", "okand-kommun", |at| at.set("kommuner:", "kommuner: [Götebrog]")),
    ("a day that is not in the calendar", "omojligt-datum", |at| at.set("granskad:", "granskad: 2026-02-30")),
    ("a review in the future", "omojligt-datum", |at| at.set("granskad:", "granskad: 2062-11-22")),
    ("a text where a date should be", "fel-typ", |at| at.set("granskad:", "granskad: i våras")),
    ("an id in capitals", "felaktigt-id", |at| at.change("id:", |line| line.replacen("id: ", "id: Å", 1))),
    ("a title that is too long", "for-lang-text", |at| at.set("titel:", &format!("titel: {}", "ord ".repeat(40)))),
    ("a list with the same value twice", "upprepat-varde", |at| at.set("syften:", "syften: [okant, okant]")),
    ("an end before the start", "slut-fore-start", |at| at.set("period:", "period: {fran: 2018, till: 2016}")),
    ("a field that is given and said to be missing", "given-och-saknad", |at| {
        at.find("kommuner:")?;
        at.change("uppgift-saknas:", |line| line.replacen('[', "[kommuner, ", 1))
    }),
    ("a national example from some municipalities", "motsagelse", |at| {
        at.find("kommuner:")?;
        at.after("relation:", "nationellt: ja")?;
        at.find("kommuner:")
    }),
    ("a source that nothing cites", "oanvand-kalla", |at| {
        at.after("kallor:", "  - {nr: 98, titel: Oanvänd, typ: utvardering, ar: 2016}")
    }),
    ("a colon in a text", "yaml-syntax", |at| at.set("titel:", "titel: Torget: en väg in")),
    ("a bracket that is not closed", "yaml-syntax", |at| at.set("kommuner:", "kommuner: [Botkyrka")),
    ("typographic quotes", "yaml-syntax", |at| at.set("titel:", "titel: ”Torget: en väg in”")),
    ("an alias", "yaml-ankare", |at| at.set("titel:", "titel: *viktigt")),
    ("no line before the fields", "saknad-inledning", |at| at.remove("---").map(|_| 1)),
    ("no line after the fields", "saknad-inledning", |at| {
        let end = at.end()?;
        at.0.remove(end);
        Some(1)
    }),
    ("a second document", "flera-dokument", |at| {
        at.0.extend(["", "---", "id: b", "titel: B", "---", "Text"].map(str::to_owned));
        Some(at.0.len() - 4)
    }),
    ("an unsolved conflict", "konfliktmarkering", |at| at.insert("<<<<<<< HEAD")),
    ("a link that leads nowhere", "bruten-lank", |at| at.insert("Se [exemplet](/exempel/finns-inte/) om detta.")),
    ("a link that says nothing", "intetsagande-lank", |at| at.insert("Se mer: [klicka här](/exempel/).")),
    ("a citation without a source", "kalla-saknas", |at| at.insert("Arbetet följdes upp varje vecka [97].")),
    ("a heading of its own", "okant-avsnitt", |at| at.insert("## Så jobbar vi")),
    ("HTML", "ra-html", |at| at.insert("Det är <b>viktigt</b> att möta alla.")),
    ("a personal number", "personnummer", |at| {
        let number = personal_number(at.1.below(80));
        at.insert(&format!("Handläggaren skrev {number} i akten."))
    }),
    ("letters in two parts", "inte-nfc", |at| at.insert("Teamet a\u{30a}kte runt i la\u{308}net.")),
];

#[test]
fn a_hundred_faults_of_thirty_kinds_are_found_where_they_are() {
    let seed = std::env::var("SAMVERKA_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(2026);
    let content = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let files = source::read(&content).unwrap();
    let mut untouched = check(files.clone(), TODAY);
    assert_eq!(untouched.diagnostics, [], "the content itself has no fault");
    untouched.advise(None);
    let told = text::render(&Report::new(&untouched.diagnostics, &untouched, files.len(), Language::Sv), false);
    assert!(untouched.advice() <= MOST_ADVICE, "more advice than an editor has patience with:\n{told}");
    assert_eq!((untouched.errors(), untouched.warnings()), (0, 0));

    let mut random = Random(seed);
    let mut missed = Vec::new();
    let mut made = 0;
    while made < FAULTS {
        let mut files = files.clone();
        let mut seeded: Vec<Seeded> = Vec::new();
        while seeded.len() < AT_A_TIME && made < FAULTS {
            // Every kind comes, and then again in another file.
            let (what, rule, make) = KINDS[made % KINDS.len()];
            let index = random.below(files.len());
            let path = files[index].path.clone();
            let Content::Text(text) = &files[index].content else { continue };
            if !path.starts_with("exempel/") || seeded.iter().any(|other| other.path == path) {
                continue;
            }
            let mut lines = Lines(text.lines().map(str::to_owned).collect(), &mut random);
            let Some(line) = make(&mut lines) else { continue };
            let text = format!("{}\n", lines.0.join("\n"));
            files[index] = File { path: path.clone(), content: Content::Text(text.into()) };
            seeded.push(Seeded { what, rule, path, line });
            made += 1;
        }
        let checked = check(files, TODAY);
        missed.extend(seeded.iter().filter_map(|fault| fault.is_missed(&checked)));
    }
    assert!(missed.is_empty(), "{} of {FAULTS} missed (seed {seed}):\n{}", missed.len(), missed.join("\n"));
}

/// A fault that was made, and where.
struct Seeded {
    what: &'static str,
    rule: &'static str,
    path: Arc<str>,
    /// From 1.
    line: usize,
}

impl Seeded {
    /// What was found in its file instead, unless it was found as it should be.
    fn is_missed(&self, checked: &Checked) -> Option<String> {
        let report = Report::new(&checked.diagnostics, checked, checked.corpus.files.len(), Language::Sv);
        let of_file: Vec<_> = report.findings().filter(|finding| *finding.path == *self.path).collect();
        let is_found = of_file.iter().any(|finding| {
            let line = finding.location.as_ref().map(|location| location.start.line);
            let has_remedy = finding.help.as_ref().is_some_and(|help| !help.trim().is_empty());
            finding.rule == self.rule && line == Some(self.line) && has_remedy
        });
        let found: Vec<String> = of_file
            .iter()
            .map(|finding| format!("{}:{:?}", finding.rule, finding.location.as_ref().map(|l| l.start.line)))
            .collect();
        let said = format!("{} ({}) in {}:{}, found {found:?}", self.what, self.rule, self.path, self.line);
        (!is_found).then_some(said)
    }
}

/// The lines of a file that a fault is made in.
struct Lines<'r>(Vec<String>, &'r mut Random);

impl Lines<'_> {
    /// The index of the line after the fields.
    fn end(&self) -> Option<usize> {
        Some(self.0.iter().skip(1).position(|line| line == "---")? + 1)
    }

    /// The number of the field's line, from 1.
    fn find(&self, start: &str) -> Option<usize> {
        Some(self.0.iter().position(|line| line.starts_with(start))? + 1)
    }

    fn change(&mut self, start: &str, change: impl FnOnce(&str) -> String) -> Option<usize> {
        let number = self.find(start)?;
        let changed = change(&self.0[number - 1]);
        let is_changed = changed != self.0[number - 1];
        self.0[number - 1] = changed;
        is_changed.then_some(number)
    }

    fn set(&mut self, start: &str, line: &str) -> Option<usize> {
        self.change(start, |_| line.to_owned())
    }

    fn remove(&mut self, start: &str) -> Option<usize> {
        let number = self.find(start)?;
        self.0.remove(number - 1);
        Some(number)
    }

    fn again(&mut self, start: &str) -> Option<usize> {
        let number = self.find(start)?;
        let line = self.0[number - 1].clone();
        self.0.insert(number, line);
        Some(number + 1)
    }

    fn after(&mut self, start: &str, line: &str) -> Option<usize> {
        let number = self.find(start)?;
        self.0.insert(number, line.to_owned());
        Some(number + 1)
    }

    /// A paragraph of its own before one of the body's.
    fn insert(&mut self, line: &str) -> Option<usize> {
        let heading = self.0.iter().position(|line| line.starts_with("## "))?;
        let begins = |&index: &usize| {
            self.0[index - 1].is_empty() && self.0[index].starts_with(|first: char| first.is_alphabetic())
        };
        let places: Vec<usize> = (heading + 1..self.0.len()).filter(begins).collect();
        if places.is_empty() {
            return None;
        }
        let place = places[self.1.below(places.len())];
        self.0.insert(place, String::new());
        self.0.insert(place, line.to_owned());
        Some(place + 1)
    }
}

/// Sebastiano Vigna's SplitMix64: numbers that are the same on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let limit = u64::try_from(limit).unwrap_or(u64::MAX).max(1);
        usize::try_from((mixed ^ (mixed >> 31)) % limit).unwrap_or(0)
    }
}

/// A number with the right check digit, of nobody: put together here, so that none stands in the repository.
fn personal_number(year: usize) -> String {
    let nine = format!("{:02}0101{:03}", year + 10, 238);
    let products =
        nine.bytes().enumerate().map(|(place, digit)| u32::from(digit - b'0') * if place % 2 == 0 { 2 } else { 1 });
    let sum: u32 = products.map(|product| product / 10 + product % 10).sum();
    format!("{}-{}{}", &nine[..6], &nine[6..], (10 - sum % 10) % 10)
}
