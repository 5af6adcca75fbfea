//! `samverka report` as it is run.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};
use std::sync::LazyLock;

use serde_json::Value;

use crate::program::{build, files, repository, samverka, stderr};

/// The small site, built once for all tests here.
static SITE: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let output = build(&repository("tests/golden/content"), &folder.path().join("site"), &[]);
    assert!(output.status.success(), "{}", stderr(&output));
    folder
});

fn site() -> PathBuf {
    SITE.path().join("site")
}

fn report(out: &Path, more: &[&str]) -> Output {
    samverka().arg("report").arg("--site").arg(site()).arg("--out").arg(out).args(more).output().unwrap()
}

const BROWSER: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

fn line(address: &str, second: u32, target: &str, referrer: &str) -> String {
    let time = format!("22/Nov/2026:13:00:{second:02} +0100");
    format!("{address} - - [{time}] \"GET {target} HTTP/1.1\" 200 5 \"{referrer}\" \"{BROWSER}\"\n")
}

fn log() -> String {
    let visits = (0..8).map(|n| {
        let address = format!("192.0.2.{n}");
        let first = line(&address, n, "/sok/?q=torget", "https://www.google.com/");
        let style = line(&address, n, "/_a/style.0123456789.css", "-");
        first + &style + &line(&address, n + 20, "/exempel/torget-i-ale/", "https://prov.example/sok/?q=torget")
    });
    visits.collect::<String>() + "=cmd|' /C calc'!A0\n"
}

#[test]
fn a_log_becomes_a_page_tables_and_json() {
    let folder = tempfile::tempdir().unwrap();
    let log_file = folder.path().join("access.log");
    fs::write(&log_file, log()).unwrap();
    let out = folder.path().join("rapport");
    let output = report(&out, &[log_file.to_str().unwrap()]);
    assert!(output.status.success(), "{}", stderr(&output));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("16 sidvisningar, 8 besök. 1 rader"), "{said}");
    let written = files(&out);
    let expected = [
        "index.html",
        "kanaler.csv",
        "kommuner.csv",
        "manader.csv",
        "nedladdningar.csv",
        "rapport.css",
        "rapport.json",
        "robotar.csv",
        "sidor.csv",
        "sokningar.csv",
        "style.css",
    ];
    assert_eq!(written.keys().collect::<Vec<_>>(), expected);
    let json: Value = serde_json::from_slice(&written["rapport.json"]).unwrap();
    assert_eq!((json["main"]["visits"].as_u64(), json["quality"]["malformed"].as_u64()), (Some(8), Some(1)));
    assert_eq!(json["searches"]["followed_by_example"].as_u64(), Some(8));
    assert_eq!(json["searches"]["without_result"].as_u64(), Some(0));
    // Eight visitors on one day are too few to show what they searched for.
    assert_eq!(json["searches"]["shown"], Value::Array(Vec::new()));
    let page = String::from_utf8(written["index.html"].clone()).unwrap();
    assert!(page.contains("Torget: &lt;en&gt;") && !page.contains("<en>"));
    for (name, bytes) in &written {
        let text = String::from_utf8_lossy(bytes);
        for hidden in ["192.0.2.", "Firefox", "google.com"] {
            assert!(!text.contains(hidden), "{hidden} in {name}");
        }
    }
    // Again, over the report before.
    assert!(report(&out, &[log_file.to_str().unwrap()]).status.success());
    assert_eq!(files(&out), written);
}

#[test]
fn standard_input_and_english() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("rapport");
    let mut command = samverka();
    command.arg("report").arg("--site").arg(site()).arg("--out").arg(&out).args(["-", "--lang", "en"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(log().as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert!(String::from_utf8(output.stdout).unwrap().contains("16 page views, 8 visits"));
    assert!(fs::read_to_string(out.join("index.html")).unwrap().contains("<html lang=\"en\">"));
}

#[test]
fn the_demonstration_says_that_it_is_one() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("rapport");
    let output = report(&out, &["--demo"]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(fs::read_to_string(out.join("index.html")).unwrap().contains("påhittade loggrader"));
    let json: Value = serde_json::from_slice(&fs::read(out.join("rapport.json")).unwrap()).unwrap();
    assert_eq!(json["is_demonstration"], Value::Bool(true));
    assert_eq!(json["months"].as_array().unwrap().len(), 12);
}

#[test]
fn what_cannot_be_read_is_told_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let write = |name: &str, text: &[u8]| {
        fs::write(path(name), text).unwrap();
        path(name).to_str().unwrap().to_owned()
    };
    let log = write("access.log", log().as_bytes());
    let broken = write("access.log.gz", b"\x1f\x8b\x08\x00broken");
    let networks =
        write("nat.csv", b"part,natverk,kalla,kontrollerad,delas-med\nAnkeborg,192.0.2.0/24,RIPE,2026-11-01,\n");
    let out = path("rapport");
    let says = |more: &[&str], words: &[&str]| {
        let output = report(&out, more);
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(2), "{more:?}: {said}");
        assert!(words.iter().all(|word| said.contains(word)), "{more:?}: {said}");
        assert!(!out.exists(), "{more:?}");
    };
    says(&["nowhere.log"], &["nowhere.log", "Ingen rapport är skriven"]);
    says(&[folder.path().to_str().unwrap()], &["gick inte att läsa"]);
    says(&[&broken], &["access.log.gz"]);
    says(&[&log, "--networks", &networks], &["nat.csv", "line 2: Ankeborg", "part,natverk"]);
    says(&[&log, "--from", "2026-02-30"], &["2026-02-30"]);
    says(&[], &["LOG"]);
    let other = samverka().args(["report", &log, "--manifest", &log]).output().unwrap();
    assert!(stderr(&other).contains("--manifest"), "{}", stderr(&other));
    // A folder of something else is left alone.
    fs::create_dir(&out).unwrap();
    fs::write(out.join("viktigt.txt"), "x").unwrap();
    let output = report(&out, &[&log]);
    assert!(stderr(&output).contains("--out"), "{}", stderr(&output));
    assert_eq!(files(&out).len(), 1);
}

#[test]
fn what_is_kept_is_explained() {
    let output = samverka().args(["report", "--explain-privacy"]).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && said.contains("slumpad nyckel") && said.contains("gallras"), "{said}");
}
