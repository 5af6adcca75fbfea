//! Every rule on fixtures in which the expected diagnostics stand; see `rules/_harness/mod.rs` for how one is written.
//!
//! `SAMVERKA_BLESS=1 cargo test --test rules` writes what came out into the fixtures. Read every line of the difference:
//! the right place, good Swedish, a remedy that works.

#[path = "rules/_harness/mod.rs"]
mod harness;

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use samverka::check::{Checked, RULES, UNRECORDED, rule_texts};
use samverka::diagnostic::{Report, Severity, github, json, markdown, sarif, text};
use samverka::i18n::Language;
use samverka::schema::Known;
use samverka::schema::{Kind, Need, Table, Type, json_schema};

use harness::{Fixture, TODAY, check, compare, fixtures, notation};

#[test]
fn each_fixture_reports_exactly_what_it_expects() {
    let blesses = std::env::var_os("SAMVERKA_BLESS").is_some();
    let failures: Vec<String> = fixtures()
        .iter()
        .filter_map(|fixture| {
            let (came, difference) = compare(fixture, &check(fixture)).err()?;
            if blesses {
                fixture.bless(&came);
                return None;
            }
            Some(format!("{}: {}\n{difference}", fixture.name(), fixture.title()))
        })
        .collect();
    assert!(failures.is_empty(), "{} fixtures differ (- expected, + came):\n\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn the_base_folder_is_faultless() {
    let files = samverka::source::read(&harness::folder().join("_bas")).unwrap();
    let mut checked = samverka::check::check(files, TODAY);
    checked.diagnostics.retain(|diagnostic| diagnostic.rule != UNRECORDED);
    assert_eq!(checked.diagnostics, []);
}

#[test]
fn each_rule_has_a_folder_with_a_fixture_that_it_reports_and_each_folder_is_a_rule() {
    let rules: BTreeSet<String> = RULES.iter().map(|rule| rule.id.to_owned()).collect();
    let folders: BTreeSet<String> = harness::folders().into_iter().filter(|name| !name.starts_with('_')).collect();
    assert_eq!(folders, rules);
    for rule in &rules {
        let of_rule: Vec<Fixture> =
            fixtures().into_iter().filter(|fixture| fixture.name().starts_with(&format!("{rule}/"))).collect();
        let marker = format!("[{rule}]");
        assert!(of_rule.iter().any(|fixture| fixture.expected.contains(&marker)), "{rule} is never reported");
        assert!(of_rule.iter().any(|fixture| !fixture.expected.contains(&marker)), "{rule} has no near miss");
    }
}

#[test]
fn each_fixture_begins_with_a_sentence() {
    for fixture in fixtures() {
        assert!(fixture.title().ends_with('.') && !fixture.title().starts_with("==="), "{}", fixture.name());
        assert!(!fixture.blocks.is_empty(), "{} shows nothing", fixture.name());
    }
}

#[test]
fn each_message_occurs_in_a_fixture() {
    let ids: BTreeSet<String> = message_ids("locales/sv/diagnostics.ftl");
    let shown: BTreeSet<String> = fixtures()
        .iter()
        .flat_map(|fixture| check(fixture).diagnostics)
        .map(|diagnostic| diagnostic.message.id.to_owned())
        .collect();
    assert_eq!(ids.difference(&shown).collect::<Vec<_>>(), Vec::<&String>::new(), "messages that no fixture shows");
    assert_eq!(shown.difference(&ids).collect::<Vec<_>>(), Vec::<&String>::new(), "messages without words");
}

#[test]
fn each_message_has_a_remedy_in_both_languages() {
    for fixture in fixtures() {
        let checked = check(&fixture);
        for language in Language::ALL {
            for finding in report(&checked, language).findings() {
                let remedy = finding.help.unwrap_or_default();
                assert!(!remedy.trim().is_empty(), "{}: {} has no remedy", fixture.name(), finding.message);
                assert!(!finding.message.contains(['⟪', '⟫']), "{}: {}", fixture.name(), finding.message);
            }
        }
    }
}

#[test]
fn a_personal_number_appears_in_no_output_in_either_language() {
    let fixtures: Vec<Fixture> = fixtures().into_iter().filter(|fixture| !fixture.numbers.is_empty()).collect();
    assert!(fixtures.len() >= 5);
    for fixture in fixtures {
        let checked = check(&fixture);
        for output in outputs(&checked) {
            for number in &fixture.numbers {
                assert!(!reveals(&output, number), "{} shows a personal number:\n{output}", fixture.name());
            }
        }
    }
}

#[test]
fn the_real_content_has_no_errors() {
    let files = samverka::source::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).unwrap();
    let mut checked = samverka::check::check(files, TODAY);
    checked.diagnostics.retain(|diagnostic| diagnostic.severity == Severity::Error);
    assert!(checked.diagnostics.is_empty(), "{}", text::render(&report(&checked, Language::Sv), false));
}

/// The schema is OASIS's own: see `schemas/README.md`.
#[test]
fn what_every_fixture_reports_is_sarif() {
    let schema = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas/sarif-2.1.0.json"));
    // One bracket too many, which only the oldest regular expressions of JavaScript let pass.
    let schema = schema.unwrap().replace("^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$", "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$");
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let mut results = 0;
    for fixture in fixtures() {
        let checked = check(&fixture);
        let report = report(&checked, Language::Sv)
            .below("content")
            .with_help_pages(Some("https://prov.example/redigera/regler/".into()));
        let log: serde_json::Value = serde_json::from_str(&sarif::render(&report, &rule_texts()).unwrap()).unwrap();
        let faults: Vec<String> =
            validator.iter_errors(&log).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
        assert!(faults.is_empty(), "{}: {faults:#?}", fixture.name());
        for result in log["runs"][0]["results"].as_array().unwrap() {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(log["runs"][0]["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
            let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap();
            let is_uri = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/%".contains(&byte);
            assert!(uri.starts_with("content/") && uri.bytes().all(is_uri), "{uri}");
            results += 1;
        }
    }
    assert!(results > 200, "{results}");
    let broken = serde_json::json!({ "version": "2.1.0", "runs": [{ "results": [] }] });
    assert!(!validator.is_valid(&broken), "the schema refuses a run without a tool");
}

#[test]
fn every_line_for_github_is_one_command_that_no_file_can_end() {
    for fixture in fixtures() {
        let checked = check(&fixture);
        let written = github::render(&report(&checked, Language::Sv));
        let mut lines: Vec<&str> = written.lines().collect();
        assert!(!lines.pop().unwrap().starts_with("::"), "{}: the last line is the summary", fixture.name());
        assert_eq!(lines.len(), checked.diagnostics.len(), "{}: {written}", fixture.name());
        for line in lines {
            let command =
                ["::error ", "::warning ", "::notice "].iter().find_map(|name| line.strip_prefix(name)).unwrap();
            let (properties, message) = command.split_once("::").unwrap();
            assert!(properties.split(',').all(|property| property.split_once('=').is_some()), "{line}");
            assert!(properties.contains("file=") && properties.contains("title=") && !message.is_empty(), "{line}");
        }
    }
}

/// Where `check` and the schema do not agree, and why: what JSON Schema cannot say, see `schema/json_schema`.
const NOT_IN_SCHEMA: &[(&str, &str, &str)] = &[
    ("dubbel-nyckel/tva-ganger", "exempel/dubbel.md", "a key that stands twice is gone before a schema is asked"),
    ("okand-nyckel/ok-med-prickar", "exempel/prickar.md", "a key that is always needed, in capitals: `TITEL`"),
];

/// What the fields of a file come to by themselves (what [`samverka::schema::read`] reports) is what its schema says of it.
#[test]
fn the_schema_refuses_exactly_the_fields_that_check_refuses() {
    let mut validators: HashMap<String, jsonschema::Validator> = HashMap::new();
    let (mut accepted, mut refused) = (0, 0);
    let mut differences = Vec::new();
    let mut needed = BTreeSet::new();
    let mut compare = |name: &str, checked: &Checked| {
        let site = &checked.corpus.site;
        let known = Known { vocabularies: &site.vocabularies, geography: &site.geography };
        for parsed in &checked.corpus.parsed {
            let Some(fields) = harness::json::fields(parsed) else { continue };
            let schema = json_schema::of(parsed.kind, "Titel", known);
            let validator = validators.entry(schema.to_string()).or_insert_with(|| {
                assert!(jsonschema::meta::is_valid(&schema), "{:?}", parsed.kind);
                jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
            });
            let fault =
                validator.iter_errors(&fields).next().map(|fault| format!("{fault} at {}", fault.instance_path()));
            let is_refused = !parsed.faults.is_empty();
            if is_refused {
                refused += 1
            } else {
                accepted += 1
            }
            if fault.is_some() == is_refused {
                continue;
            }
            match NOT_IN_SCHEMA.iter().find(|(fixture, path, _)| *fixture == name && *path == &*parsed.path) {
                Some(exception) => drop(needed.insert(exception)),
                None => {
                    differences.push(format!("{name} {}: check {:?}, schema {fault:?}", parsed.path, parsed.faults))
                }
            }
        }
    };
    for fixture in fixtures() {
        compare(&fixture.name(), &check(&fixture));
    }
    for folder in ["content", "starter", "tests/golden/content"] {
        let files = samverka::source::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
        compare(folder, &samverka::check::check(files, TODAY));
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert_eq!(needed.len(), NOT_IN_SCHEMA.len(), "an exception that is none");
    assert!(refused >= 30 && accepted >= 1000, "{refused} refused, {accepted} accepted");
}

/// Values that mean something to one type or another, or nearly do.
const VALUES: &[&str] = &[
    "x",
    "X y",
    "\"\"",
    "\"  \"",
    "~",
    "[]",
    "{}",
    "[~]",
    "[x, y]",
    "[[x]]",
    "{x: y}",
    "[{x: y}]",
    "a, b",
    "1",
    "0",
    "-1",
    "999",
    "1000",
    "100001",
    "5000000000",
    "1.5",
    "\"1\"",
    "[1, 2]",
    "[1, x]",
    "true",
    "Ja",
    "NEJ",
    "sant",
    "kanske",
    "okänt",
    "Okant",
    "[ja]",
    "1799",
    "2016",
    "2201",
    "2026-11",
    "2026-13",
    "2026-1",
    "2026-11-22",
    "2026-02-30",
    "2024-02-29",
    "2025-02-29",
    "\"2026-11-22\"",
    "2026/11/22",
    "20261122",
    "https://a.se",
    "https://a.se/b?c=d#e",
    "http://a@b/",
    "https:///x",
    "https://a b/",
    "ftp://a.se",
    "//a/",
    "/",
    "/a/b/",
    "/a/b.html",
    "/a/#x",
    "/a",
    "/a//b/",
    "/a/../b/",
    "/å/",
    "/a/.",
    "a@b.se",
    "a@b",
    "a@.se",
    "å.ä@b.se",
    "a@b@c.se",
    "a b@c.se",
    "a@b.se.",
    "Umeå",
    "umea kommun",
    "Umeås kommun",
    "2480",
    "0180",
    "\"0180\"",
    "9999",
    "Umeå, Malmö",
    "[Umeå, 1280]",
    "gemensamt-team",
    "Gemensamt  team",
    "gemensamt, team",
    "publicerad",
    "Publicerad",
    "utkast",
    "titel",
    "[källor, resultat]",
    "kallor",
    "Å",
    "a--b",
    "-a",
    "A b",
];

/// The same over every field of every kind, with values that fit and values that do not: what fixtures do not hold.
#[test]
fn the_schema_agrees_with_check_on_every_field_and_odd_values() {
    let files = samverka::source::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).unwrap();
    let site = samverka::check::read_site(&files, TODAY, samverka::model::Audience::Editors);
    let known = Known { vocabularies: &site.vocabularies, geography: &site.geography };
    let mut differences = Vec::new();
    for kind in Kind::ALL {
        let schema = json_schema::of(kind, "Titel", known);
        let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
        let path = json_schema::patterns(kind).replace("**/", "").replace('*', "x");
        let mut compare = |fields: String| {
            let fields = if kind.is_list() { format!("- {}\n", fields.replace('\n', "\n  ")) } else { fields };
            let text = if kind.has_body() { format!("---\n{fields}\n---\n") } else { fields };
            let parsed = samverka::parse::parse(path.as_str().into(), kind, text.as_str().into(), known);
            let json = harness::json::fields(&parsed).unwrap_or_else(|| panic!("{text}"));
            if validator.is_valid(&json) != parsed.faults.is_empty() {
                differences.push(format!("{text}  check: {:?}", parsed.faults));
            }
        };
        for table in tables(kind.table()) {
            // What must always be there, in a way that every type of such a field takes.
            let needed = |table: &'static Table, but: &str| -> Vec<String> {
                let always = table.fields.iter().filter(|field| field.need == Need::Always && field.key != but);
                always.map(|field| format!("{}: {}", field.key, fitting(&field.ty))).collect()
            };
            for field in table.table.fields {
                // A schema sees no number in quotes, and so no limits of one.
                let is_integer = matches!(field.ty, Type::Integer { .. });
                for value in VALUES.iter().filter(|value| !(is_integer && value.starts_with('"'))) {
                    let mut inner = needed(table.table, field.key);
                    inner.push(format!("{}: {value}", field.key));
                    match table.within {
                        None => compare(inner.join("\n")),
                        Some(outer) => {
                            let mut lines = needed(kind.table(), outer);
                            lines.push(format!("{outer}: {{{}}}", inner.join(", ")));
                            compare(lines.join("\n"));
                        }
                    }
                }
            }
        }
    }
    assert!(differences.is_empty(), "{}:\n{}", differences.len(), differences.join("\n"));
}

/// A table of a kind: its own, or that of a record in one of its fields.
struct Within {
    within: Option<&'static str>,
    table: &'static Table,
}

fn tables(table: &'static Table) -> Vec<Within> {
    let mut tables = vec![Within { within: None, table }];
    for field in table.fields {
        let mut ty = &field.ty;
        while let Type::List(inner) = ty {
            ty = inner;
        }
        if let Type::Record(table) = ty {
            tables.push(Within { within: Some(field.key), table });
        }
    }
    tables
}

fn fitting(ty: &'static Type) -> String {
    match ty {
        Type::Integer { min, .. } => min.to_string(),
        Type::YesNo | Type::YesNoUnknown | Type::DateOrNo => "nej".into(),
        Type::Date | Type::PartialDate => "2026-11-22".into(),
        Type::Choice(choices) => choices[0].0.into(),
        Type::Term { .. } => "kommun".into(),
        Type::WebAddress => "https://a.se/".into(),
        Type::SiteAddress => "/a/".into(),
        Type::List(inner) => format!("[{}]", fitting(inner)),
        Type::Record(table) => {
            let always = table.fields.iter().filter(|field| field.need == Need::Always);
            let fields: Vec<String> = always.map(|field| format!("{}: {}", field.key, fitting(&field.ty))).collect();
            format!("{{{}}}", fields.join(", "))
        }
        _ => "x".into(),
    }
}

fn report(checked: &Checked, language: Language) -> Report<'_> {
    Report::new(&checked.diagnostics, checked, checked.corpus.files.len(), language)
}

/// Every format in every language.
fn outputs(checked: &Checked) -> Vec<String> {
    let in_language = |language| {
        let report = report(checked, language);
        [
            text::render(&report, false),
            text::render(&report, true),
            json::render(&report).expect("JSON"),
            sarif::render(&report, &rule_texts()).expect("SARIF"),
            github::render(&report),
            markdown::render(&report),
        ]
    };
    Language::ALL.into_iter().flat_map(in_language).collect()
}

/// Whether the ten digits of a number stand in the output, whatever stands between them, or its last four by themselves.
fn reveals(output: &str, number: &str) -> bool {
    let digits: String = notation::digits(number).into_iter().map(|digit| digit.to_string()).collect();
    let ten = &digits[digits.len() - 10..];
    let all: String = output.chars().filter(char::is_ascii_digit).collect();
    all.contains(ten) || output.split(|letter: char| !letter.is_ascii_digit()).any(|run| run == &ten[6..])
}

/// The ids of the messages in a file of words.
fn message_ids(path: &str) -> BTreeSet<String> {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    let starts_message = |line: &&str| line.starts_with(|letter: char| letter.is_ascii_lowercase());
    let ids = text.lines().filter(starts_message).filter_map(|line| line.split_once(" ="));
    ids.map(|(id, _)| id.to_owned()).collect()
}
