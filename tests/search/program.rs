//! `samverka search` as it is run.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};
use std::sync::LazyLock;

use samverka_search::format::{FORMAT_VERSION, checksum};
use serde_json::Value;

use crate::runs::{build, copy, repository, samverka, stderr};

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

fn search_in(site: &Path, more: &[&str]) -> Output {
    samverka().arg("search").arg("--site").arg(site).args(more).output().unwrap()
}

fn search(more: &[&str]) -> String {
    let output = search_in(&site(), more);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    String::from_utf8(output.stdout).unwrap()
}

fn json(more: &[&str]) -> Value {
    serde_json::from_str(&search(&[&["--json"], more].concat())).unwrap()
}

fn urls(answer: &Value) -> Vec<String> {
    let results = answer["results"].as_array().unwrap().iter();
    results.map(|result| result["url"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn people_read_count_title_address_facts_and_excerpt() {
    let text = search(&["torget"]);
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].ends_with("träffar.") || lines[0] == "En träff.", "{text}");
    assert_eq!(lines[1..4], ["", "1. Torget: <en> väg in & ut", "   /exempel/torget-i-ale/"], "{text}");
    assert!(lines[4].starts_with("   Exempel · ") && lines[4].contains("Ale"), "{text}");
    assert!(!text.contains('\u{1b}'), "no colour where nobody sees it");
    let coloured = search(&["--color", "always", "torget"]);
    assert!(coloured.contains("1. \u{1b}[1mTorget\u{1b}[0m: <en>"), "{coloured}");
    let english = search(&["--lang", "en", "qzxwvk"]);
    assert!(!english.contains("träff") && search(&["qzxwvk"]).starts_with("Inga träffar.\n"), "{english}");
}

#[test]
fn programs_read_json() {
    let answer = json(&["torget"]);
    for key in ["query", "total", "exact", "suggestion", "results"] {
        assert!(answer.get(key).is_some(), "{key} in {answer}");
    }
    assert_eq!(
        (&answer["query"], &answer["exact"], &answer["suggestion"]),
        (&"torget".into(), &true.into(), &Value::Null)
    );
    let first = &answer["results"][0];
    assert_eq!(first["id"], "exempel/torget-i-ale");
    assert_eq!(first["url"], "/exempel/torget-i-ale/");
    assert_eq!(first["title"], "Torget: <en> väg in & ut");
    assert!(first["score"].as_f64().unwrap() > 0.0);
    assert!(!first["excerpt"].as_str().unwrap().is_empty());
    assert!(answer["total"].as_u64().unwrap() >= urls(&answer).len() as u64 || answer["exact"] == true);
    assert_eq!(urls(&json(&["--limit", "1", "kommunen"])).len(), 1);
    // Typed as several arguments, and with a slip.
    assert_eq!(json(&["kommunen", "arbetsförmedlingen"])["query"], "kommunen arbetsförmedlingen");
    assert_eq!(json(&["arbetsförmedlngen"])["suggestion"], "arbetsförmedlingen");
}

#[test]
fn lines_are_answered_in_their_order() {
    let queries: Vec<String> = (0..1_300)
        .map(|number| match number % 4 {
            0 => "torget".to_owned(),
            1 => format!("{number}"),
            2 => String::new(),
            _ => format!("kommunen {number}"),
        })
        .collect();
    let mut child = samverka()
        .args(["search", "--stdin", "--limit", "2", "--site"])
        .arg(site())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let text = queries.join("\n");
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()).unwrap());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).unwrap();
    let answers: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), queries.len());
    let mut same = json(&["--limit", "2", "torget"]);
    for (answer, query) in answers.iter().zip(&queries) {
        assert_eq!(answer["query"], *query);
        if query == "torget" {
            assert_eq!(answer, &same, "the answer is that of a search by itself");
            same = answer.clone();
        }
    }
}

#[test]
fn filters_narrow_and_sorting_orders() {
    let all = json(&["--limit", "100", "kommunen"]);
    let examples = json(&["--limit", "100", "--filter", "typ=exempel", "kommunen"]);
    assert!(!urls(&examples).is_empty() && urls(&examples).len() < urls(&all).len());
    assert!(urls(&examples).iter().all(|url| url.starts_with("/exempel/")), "{examples}");
    let titles = |sort: &str| -> Vec<String> {
        let answer = json(&["--sort", sort, "--limit", "100", "--filter", "typ=exempel"]);
        let results = answer["results"].as_array().unwrap().iter();
        results.map(|result| result["title"].as_str().unwrap().to_owned()).collect()
    };
    let by_title = titles("titel");
    assert!(by_title.len() > 1 && by_title.is_sorted(), "{by_title:?}");
    let mut by_day = titles("granskad");
    by_day.sort();
    assert_eq!(by_day, by_title);
}

#[test]
fn an_empty_query_shows_what_can_be_chosen() {
    let text = search(&[]);
    assert!(text.contains("typ=exempel ("), "{text}");
    assert!(!search(&["torget"]).contains("typ=exempel ("));
}

#[test]
fn weights_are_explained() {
    let text = search(&["--explain", "--limit", "1", "torget"]);
    assert!(text.contains("vikt ") && text.contains("torget → torg"), "{text}");
    assert!(!search(&["--limit", "1", "torget"]).contains("vikt "));
}

/// What is said on standard error, when nothing was found because nothing could be read.
fn refused(site: &Path, more: &[&str]) -> String {
    let output = search_in(site, more);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(output.stdout.is_empty());
    stderr(&output)
}

#[test]
fn where_there_is_no_index_the_remedy_is_told() {
    let folder = tempfile::tempdir().unwrap();
    for more in [&["torget"][..], &["--stdin"]] {
        let text = refused(folder.path(), more);
        assert!(text.contains("finns inget sökindex") && text.contains("samverka build"), "{text}");
        assert!(text.contains(&folder.path().display().to_string()), "{text}");
    }
    let text = refused(&folder.path().join("nowhere"), &["--lang", "en", "torget"]);
    assert!(text.contains("samverka build") && !text.contains("sökindex"), "{text}");
}

/// A copy of the site in which one file of the index is another; the file's path.
fn with_changed(name: &str, change: impl Fn(Vec<u8>) -> Vec<u8>) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    copy(&site(), folder.path());
    let index = fs::read_dir(folder.path().join("_s")).unwrap().next().unwrap().unwrap().path();
    let file = index.join(name);
    fs::write(&file, change(fs::read(&file).unwrap())).unwrap();
    (folder, file)
}

#[test]
fn a_damaged_file_is_named() {
    let cut = |bytes: Vec<u8>| bytes[..bytes.len() / 2].to_vec();
    let flipped = |mut bytes: Vec<u8>| {
        let middle = bytes.len() / 2;
        bytes[middle] ^= 0x10;
        bytes
    };
    let changes: [&dyn Fn(Vec<u8>) -> Vec<u8>; 3] = [&cut, &flipped, &|_| Vec::new()];
    for name in ["root.bin", "filter.bin", "titel.bin"] {
        for change in changes {
            let (folder, file) = with_changed(name, change);
            let text = refused(folder.path(), &["--filter", "typ=exempel", "--sort", "titel", "torget"]);
            assert!(text.contains(&file.display().to_string()), "{text}");
        }
    }
    let (folder, file) = with_changed("filter.bin", |bytes| bytes);
    fs::remove_file(&file).unwrap();
    let text = refused(folder.path(), &["--filter", "typ=exempel", "torget"]);
    assert!(text.contains(&file.display().to_string()), "{text}");
}

#[test]
fn an_index_of_another_version_is_refused_by_name() {
    for (version, word) in [(FORMAT_VERSION + 1, "nyare"), (0, "äldre")] {
        let (folder, file) = with_changed("root.bin", |mut bytes| {
            bytes.truncate(bytes.len() - 4);
            bytes[1] = version;
            bytes.extend_from_slice(&checksum(&bytes).to_le_bytes());
            bytes
        });
        let text = refused(folder.path(), &["torget"]);
        assert!(text.contains(word) && text.contains(&file.display().to_string()), "{text}");
    }
}

#[test]
fn a_filter_that_the_site_has_not_is_refused_with_what_it_has() {
    let text = refused(&site(), &["--filter", "nonsens=x", "torget"]);
    assert!(text.contains("inget filter som heter nonsens") && text.contains("typ"), "{text}");
    let text = refused(&site(), &["--filter", "typ=exempl", "torget"]);
    assert!(text.contains("inget värde som heter exempl") && text.contains("typ=exempel"), "{text}");
    let text = refused(&site(), &["--filter", "typ=zzzzzzzzzzzz", "torget"]);
    assert!(text.contains("inget värde som heter zzzzzzzzzzzz") && text.contains("exempel, "), "{text}");
}

#[test]
fn each_line_is_answered_at_once_and_none_is_lost_for_its_bytes() {
    let mut child = samverka()
        .args(["search", "--stdin", "--limit", "1", "--site"])
        .arg(site())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for (line, query) in [(&b"torget\r\nt"[..], "torget"), (b"\xf6rget\n", "t\u{fffd}rget"), (b"\n", "")] {
        input.write_all(line).unwrap();
        let answer: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        assert_eq!(answer["query"], query);
    }
    drop(input);
    assert!(answers.next().is_none());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_filter_without_a_value_is_refused() {
    let text = refused(&site(), &["--filter", "exempel", "torget"]);
    assert!(text.contains("filtret exempel") && text.contains("--filter form="), "{text}");
}
