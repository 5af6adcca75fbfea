//! `check --fix`, `check --format`, `explain` and `schema`, as an editor and a workflow run them.

use std::fs;
use std::path::Path;
use std::process::Output;

use crate::program::{TODAY, content, files, samverka, stderr};

fn check(content: &Path, more: &[&str]) -> Output {
    samverka().arg("check").arg("--content").arg(content).args(["--today", TODAY]).args(more).output().unwrap()
}

/// The golden content with nothing left to mend.
fn in_order() -> tempfile::TempDir {
    let folder = content();
    let output = check(&folder.path().join("content"), &["--fix"]);
    assert!(output.status.success(), "{}", stdout(&output));
    folder
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

const FAULTY: &str =
    "\u{feff}---\n# Kommentar.\nstatus: utcast\ntitel: A\u{30a}r \ngranskad: 2026/11/5 # efter datumet\n---\nText \n";
const MENDED: &str = "---\ntitel: År\n# Kommentar.\nstatus: utkast\ngranskad: 2026-11-05 # efter datumet\n---\nText\n";

#[test]
fn what_is_safe_is_mended_in_the_file_and_the_rest_is_told() {
    let folder = in_order();
    let content = folder.path().join("content");
    let file = content.join("sidor/fel.md");
    fs::write(&file, FAULTY).unwrap();
    fs::write(content.join("sidor/okand.md"), "---\ntittel: x\n---\n").unwrap();
    let before = files(&content);

    let dry = check(&content, &["--fix", "--dry-run"]);
    let text = stdout(&dry);
    for part in [
        "sidor/fel.md",
        "(BOM) är borttaget",
        "-status: utcast",
        "+status: utkast",
        "”2026/11/5” är nu 2026-11-05",
        "Inget är skrivet",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(files(&content) == before, "nothing is written");

    let mended = check(&content, &["--fix"]);
    assert_eq!(mended.status.code(), Some(1), "{}", stdout(&mended));
    assert_eq!(fs::read_to_string(&file).unwrap(), MENDED);
    let text = stdout(&mended);
    assert!(text.contains("Fälten står nu i samma ordning") && text.contains("fel[okand-nyckel]"), "{text}");
    assert!(!text.contains("omojligt-datum") && !text.contains("inte-nfc"), "{text}");
    let mut after = files(&content);
    assert_eq!(after.remove("sidor/fel.md").as_deref(), Some(MENDED.as_bytes()));
    assert!(
        after.iter().all(|(path, bytes)| before.get(path) == Some(bytes)),
        "no other file is touched or left behind"
    );

    assert!(stdout(&check(&content, &["--fix"])).contains("Det fanns inget att laga."));
}

#[test]
fn what_a_person_must_decide_is_left_alone() {
    let folder = in_order();
    let content = folder.path().join("content");
    let conflict = "---\ntitel: A\n---\n<<<<<<< min\nett \n=======\ntvå \n>>>>>>> din\n";
    // The number is put together here, so that none stands in the repository.
    let secret = format!("---\ntitel: A \nsammanfattning: {}-{}\n---\n", "19811218", "9876");
    fs::write(content.join("sidor/konflikt.md"), conflict).unwrap();
    fs::write(content.join("sidor/nummer.md"), &secret).unwrap();
    let before = files(&content);
    let output = check(&content, &["--fix"]);
    assert!(files(&content) == before, "{}", stdout(&output));
    assert!(!stdout(&output).contains("9876") && stdout(&output).contains("konfliktmarkering"));
}

#[test]
fn other_formats_stay_what_they_are_while_files_are_mended() {
    let folder = content();
    let content = folder.path().join("content");
    fs::write(content.join("sidor/fel.md"), FAULTY).unwrap();
    let output = check(&content, &["--fix", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["errors"], 0, "{json}");
    assert!(stderr(&output).contains("sidor/fel.md"), "{}", stderr(&output));
    assert_eq!(check(&content, &["--dry-run"]).status.code(), Some(2), "there is nothing to try");
}

#[test]
fn every_format_names_the_file_from_the_root_of_the_repository() {
    let folder = content();
    fs::write(folder.path().join("content/sidor/fel.md"), "---\ntitel: x\ntittel: x\n---\n").unwrap();
    let run = |format: &str| {
        let arguments = ["check", "--content", "content", "--today", TODAY, "--format", format];
        let mut command = samverka();
        command.args(arguments).current_dir(folder.path()).env_remove("GITHUB_WORKSPACE");
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{format}");
        stdout(&output)
    };
    let help = "https://prov.example/redigera/regler/okand-nyckel/";
    let github = run("github");
    assert!(github.contains("\n::error file=content/sidor/fel.md,line=3,col=1,"), "{github}");
    let sarif: serde_json::Value = serde_json::from_str(&run("sarif")).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let result = results.iter().find(|result| result["ruleId"] == "okand-nyckel").unwrap();
    assert_eq!(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "content/sidor/fel.md");
    assert_eq!(result["locations"][0]["physicalLocation"]["region"]["startLine"], 3);
    let rules = sarif["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    assert!(rules.iter().any(|rule| rule["helpUri"] == help), "{rules:?}");
    assert!(run("markdown").contains("#### `content/sidor/fel.md`"));
    for format in ["text", "json", "github", "markdown"] {
        assert!(run(format).contains(help), "{format}");
    }
}

#[test]
fn a_rule_is_explained_and_an_unknown_one_has_neighbours() {
    let explain = |arguments: &[&str]| samverka().arg("explain").args(arguments).output().unwrap();
    let text = stdout(&explain(&["okand-nyckel"]));
    assert!(
        text.starts_with("Okänt fält [okand-nyckel]\nEtt fel:") && text.contains("Rätt: `titel: Torget`"),
        "{text}"
    );
    let all = stdout(&explain(&[]));
    assert_eq!(all.lines().count(), samverka::check::RULES.len());
    assert!(all.lines().is_sorted() && all.contains("okand-nyckel"), "{all}");
    let unknown = explain(&["okand-nykel"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(stderr(&unknown).contains("Menade du okand-nyckel"), "{}", stderr(&unknown));
}

#[test]
fn schemas_are_written_with_the_settings_of_an_editor_and_nobodys_own_are_lost() {
    let folder = content();
    let run =
        |arguments: &[&str]| samverka().arg("schema").args(arguments).current_dir(folder.path()).output().unwrap();
    let listed = stdout(&run(&[]));
    assert_eq!(listed.lines().count(), 11, "{listed}");
    let schema: serde_json::Value = serde_json::from_slice(&run(&["exempel"]).stdout).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["title"], "Ett exempel på samverkan");
    assert_eq!(schema["properties"]["titel"]["title"], "Titel");
    assert!(schema["$defs"]["vokabular-former"]["anyOf"][0]["enum"].as_array().is_some_and(|ids| !ids.is_empty()));

    let written = run(&["--out", "schema"]);
    assert!(written.status.success(), "{}", stderr(&written));
    let out = folder.path().join("schema");
    let file =
        serde_json::from_slice::<serde_json::Value>(&fs::read(out.join("exempel.schema.json")).unwrap()).unwrap();
    assert_eq!(file, schema);
    let settings = out.join(".vscode/settings.json");
    let json: serde_json::Value = serde_json::from_slice(&fs::read(&settings).unwrap()).unwrap();
    assert_eq!(json["yaml.schemas"]["./schema/vokabular.schema.json"], "content/vokabular/*.yaml");

    fs::write(&settings, "{ \"editor.tabSize\": 2 }").unwrap();
    let again = run(&["--out", "schema"]);
    assert_eq!(fs::read_to_string(&settings).unwrap(), "{ \"editor.tabSize\": 2 }");
    assert!(stdout(&again).contains("yaml.schemas"), "{}", stdout(&again));
}
