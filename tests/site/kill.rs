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
    let mut before = files(&out);
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
        let now = files(&out);
        if now != before {
            let text = String::from_utf8_lossy(&now["om/fragor/index.html"]).into_owned();
            assert!(text.contains(&format!("Version {}.", moment + 1)), "moment {moment}");
            assert_eq!(now.len(), before.len(), "moment {moment}");
            let changed = now.iter().filter(|(path, bytes)| before.get(*path) != Some(bytes)).count();
            assert!((2..=4).contains(&changed), "the page, the manifest and what lists it: {changed}");
            before = now;
        }
        if !options.is_empty() && moment % 2 == 0 {
            fs::write(&page, version(moment + 100)).unwrap();
            assert!(self::build(&content, &out, options).status.success(), "moment {moment}");
            before = files(&out);
        }
    }
    assert!(build(&content, &out, &[]).status.success());
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "nothing but content and site is left: {left:?}");
}
