//! A build that is killed leaves the whole old site or the whole new one.

use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::program::{TODAY, build, content, files, samverka};

#[test]
fn a_killed_build_never_leaves_half_a_site() {
    kill_at_fifty_moments(&[]);
    // Here the killed build finds a spare tree at every other moment at least: one that was killed leaves none.
    kill_at_fifty_moments(&["--incremental"]);
}

/// All files but those of the search index, which has a folder of its own for every content.
fn pages(out: &std::path::Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let mut files = files(out);
    let indexes: std::collections::BTreeSet<String> = files
        .keys()
        .filter_map(|path| path.strip_prefix("_s/")?.split_once('/'))
        .map(|(folder, _)| folder.into())
        .collect();
    assert_eq!(indexes.len(), 1, "one index: {indexes:?}");
    files.retain(|path, _| !path.starts_with("_s/"));
    files
}

fn kill_at_fifty_moments(options: &[&str]) {
    let folder = content();
    let (content, out) = (folder.path().join("content"), folder.path().join("site"));
    let page = content.join("sidor/om/fragor.md");
    let version =
        |n: usize| format!("---\ntitel: Frågor\n---\n## Varför?\n\nVersion {n}. Se [vem vi är](/om/#vem-vi-ar).\n");
    fs::write(&page, version(0)).unwrap();
    let started = Instant::now();
    assert!(build(&content, &out, options).status.success());
    let whole = started.elapsed();
    let mut before = pages(&out);
    for moment in 0..50 {
        fs::write(&page, version(moment + 1)).unwrap();
        let mut command = samverka();
        command
            .arg("build")
            .arg("--content")
            .arg(&content)
            .arg("--out")
            .arg(&out)
            .args(["--today", TODAY])
            .args(options);
        let mut build = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(whole.mul_f64(1.2 * f64::from(moment as u32) / 50.0).max(Duration::from_micros(200)));
        let _ = build.kill();
        build.wait().unwrap();
        let now = pages(&out);
        if now != before {
            let text = String::from_utf8_lossy(&now["om/fragor/index.html"]).into_owned();
            assert!(text.contains(&format!("Version {}.", moment + 1)), "moment {moment}");
            assert_eq!(now.len(), before.len(), "moment {moment}");
            let changed = now.iter().filter(|(path, bytes)| before.get(*path) != Some(bytes)).count();
            assert!(
                (2..=5).contains(&changed),
                "the page, the manifest, what lists it and the page of search: {changed}"
            );
            before = now;
        }
        if !options.is_empty() && moment % 2 == 0 {
            fs::write(&page, version(moment + 100)).unwrap();
            assert!(self::build(&content, &out, options).status.success(), "moment {moment}");
            before = pages(&out);
        }
    }
    assert!(build(&content, &out, &[]).status.success());
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "nothing but content and site is left: {left:?}");
}
