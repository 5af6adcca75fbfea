//! Every rule on fixtures in which the expected diagnostics stand; see `rules/_harness/mod.rs` for how one is written.
//!
//! `SAMVERKA_BLESS=1 cargo test --test rules` writes what came out into the fixtures. Read every line of the difference:
//! the right place, good Swedish, a remedy that works.

#[path = "rules/_harness/mod.rs"]
mod harness;

use std::collections::BTreeSet;
use std::path::Path;

use samverka::check::{Checked, RULES, UNRECORDED, rule_texts};
use samverka::diagnostic::{Report, Severity, github, json, markdown, sarif, text};
use samverka::i18n::Language;

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
    let schema: serde_json::Value = serde_json::from_str(&schema.unwrap()).unwrap();
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
            let command = line.strip_prefix("::error ").or_else(|| line.strip_prefix("::warning ")).unwrap();
            let (properties, message) = command.split_once("::").unwrap();
            assert!(properties.split(',').all(|property| property.split_once('=').is_some()), "{line}");
            assert!(properties.contains("file=") && properties.contains("title=") && !message.is_empty(), "{line}");
        }
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
