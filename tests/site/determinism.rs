//! Same input, same bytes.

use std::fs;
use std::path::Path;

use crate::program::{copy, files, repository, samverka};

fn built(content: &Path, environment: &[(&str, &str)], more: &[&str]) -> std::collections::BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let mut command = samverka();
    command.arg("build").arg("--content").arg(content).arg("--out").arg(&out).args(more);
    command.envs(environment.iter().copied());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    files(&out)
}

#[test]
fn threads_time_zones_locales_and_languages_leave_no_trace() {
    let content = repository("content");
    let day = ["--today", "2026-11-22"];
    let first = built(&content, &[("RAYON_NUM_THREADS", "1"), ("TZ", "UTC"), ("LC_ALL", "C")], &day);
    let second =
        built(&content, &[("RAYON_NUM_THREADS", "2"), ("TZ", "Pacific/Kiritimati"), ("LC_ALL", "sv_SE.UTF-8")], &day);
    let third = built(&content, &[("RAYON_NUM_THREADS", "7")], &["--today", "2026-11-22", "--lang", "en"]);
    assert!(first == second && first == third);
}

#[test]
fn the_base_path_stands_before_every_address_and_nothing_else_changes() {
    let content = repository("tests/golden/content");
    let day = ["--today", "2026-11-22"];
    let root = built(&content, &[], &[&day[..], &["--base-url", "https://x.example/"]].concat());
    let below = built(&content, &[], &[&day[..], &["--base-url", "https://x.example/a/b"]].concat());
    assert_eq!(root.keys().collect::<Vec<_>>(), below.keys().collect::<Vec<_>>());
    for (path, bytes) in below.iter().filter(|(path, _)| path.ends_with(".html")) {
        let text = String::from_utf8_lossy(bytes);
        for attribute in ["href=\"/", "src=\"/"] {
            for rest in text.split(attribute).skip(1) {
                assert!(rest.starts_with("a/b/"), "{path}: {attribute}{}", &rest[..rest.len().min(40)]);
            }
        }
    }
}

#[test]
fn the_order_in_which_files_were_made_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let from = repository("tests/golden/content");
    let (one, other) = (folder.path().join("one"), folder.path().join("other"));
    copy(&from, &one);
    let mut paths: Vec<String> = files(&from).into_keys().collect();
    paths.reverse();
    for path in paths {
        fs::create_dir_all(other.join(&path).parent().unwrap()).unwrap();
        fs::copy(from.join(&path), other.join(&path)).unwrap();
    }
    let day = ["--today", "2026-11-22"];
    assert!(built(&one, &[], &day) == built(&other, &[], &day));
}

#[test]
fn today_comes_from_the_environment_when_it_is_not_typed() {
    let content = repository("tests/golden/content");
    let typed = built(&content, &[], &["--today", "2026-11-22"]);
    let given = built(&content, &[("SOURCE_DATE_EPOCH", "1795305600")], &[]);
    assert_eq!(typed["manifest.json"], given["manifest.json"]);
}

#[test]
fn a_second_build_of_the_same_content_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let content = repository("tests/golden/content");
    crate::program::build(&content, &out, &[]);
    let first = files(&out);
    crate::program::build(&content, &out, &[]);
    assert!(first == files(&out));
}
