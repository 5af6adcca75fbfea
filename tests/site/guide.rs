//! The guide to editors is easy to read, and readers are not led to it.

use std::fs;

use samverka::markdown::plain;
use samverka::readability::Reading;

use crate::program::{build, content, repository, samverka, stderr};

/// The hardest that is easy, by `samverka::readability`.
const LIX: u32 = 40;

#[test]
fn every_page_of_the_guide_is_easy_to_read() {
    let folder = repository("content/sidor/redigera");
    let mut count = 0;
    for file in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let text = fs::read_to_string(file.path()).unwrap();
        let body = text.splitn(3, "---\n").nth(2).unwrap();
        let sections = plain(body, &|_| true);
        let reading = sections.iter().map(|section| Reading::of(&section.text)).reduce(|a, b| a + b).unwrap();
        let lix = reading.lix().unwrap();
        assert!(lix <= LIX, "{}: LIX {lix}", file.path().display());
        count += 1;
    }
    assert!(count >= 5, "{count}");
}

#[test]
fn what_is_for_editors_is_published_but_in_no_list_for_readers() {
    let folder = content();
    let content = folder.path().join("content");
    fs::create_dir_all(content.join("sidor/redigera")).unwrap();
    let page = "---\ntitel: Xylofonguiden\nsammanfattning: Kort.\n---\n\nSkriv xylofonord.\n";
    fs::write(content.join("sidor/redigera/index.md"), page).unwrap();
    let out = folder.path().join("site");
    let output = build(&content, &out, &["--base-url", "https://samverka.example/a/b/"]);
    assert!(output.status.success(), "{}", stderr(&output));
    let read = |path: &str| fs::read_to_string(out.join(path)).unwrap();
    let html = read("redigera/index.html");
    assert!(html.contains("Xylofonguiden") && html.contains("noindex"), "{html}");
    // The pages of fields lead back to it.
    assert!(read("redigera/falt/exempel/index.html").contains("href=\"/a/b/redigera/\">Xylofonguiden</a>"));
    for list in ["a-o/index.html", "sitemap.xml", "andringar/index.html"] {
        assert!(!read(list).contains("/redigera/"), "{list}");
    }
    let found = |word: &str| {
        let output = samverka().args(["search", "--json", word, "--site"]).arg(&out).output().unwrap();
        assert!(output.status.success(), "{}", stderr(&output));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    assert!(found("torget").contains("/exempel/"));
    assert!(!found("xylofonord").contains("redigera"));
}
