//! The preview, asked as a browser asks.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::program::{TODAY, build, content, copy, repository, samverka, stderr};

/// A preview that ends with the test.
struct Preview {
    process: Child,
    host: String,
    port: u16,
}

impl Preview {
    fn start(arguments: &[&str]) -> Preview {
        let mut command = samverka();
        command.arg("serve").args(arguments).args(["--port", "0"]).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let authority = line.split("http://").nth(1).and_then(|rest| rest.split('/').next()).unwrap();
        let (host, port) = authority.split_once(':').unwrap();
        Preview { process, host: host.to_owned(), port: port.parse().unwrap() }
    }

    fn of(content: &Path) -> Preview {
        Preview::start(&["--content", content.to_str().unwrap(), "--today", TODAY])
    }

    /// Status and body.
    fn get(&self, path: &str) -> (u16, String) {
        self.ask(path, &format!("{}:{}", self.host, self.port))
    }

    fn ask(&self, path: &str, host: &str) -> (u16, String) {
        let mut stream = TcpStream::connect((&*self.host, self.port)).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
        (status, answer.split_once("\r\n\r\n").unwrap().1.to_owned())
    }

    /// Waits until a page says something, for as long as a slow machine may need.
    fn wait_for(&self, path: &str, words: &str) -> String {
        let started = Instant::now();
        loop {
            let (_, body) = self.get(path);
            if body.contains(words) {
                return body;
            }
            assert!(started.elapsed() < Duration::from_secs(30), "{path} never says {words}: {body}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn drafts_are_shown_and_marked() {
    let folder = content();
    let preview = Preview::of(&folder.path().join("content"));
    let (status, body) = preview.get("/exempel/utkast/");
    assert_eq!(status, 200);
    assert!(body.contains("HEMLIGT-UTKAST") && body.contains("Utkast"));
    assert_eq!(preview.get("/finns/inte/").0, 404);
}

#[test]
fn a_change_is_shown_and_a_fault_stands_above_the_last_good_version() {
    let folder = content();
    let root = folder.path().join("content");
    let page = root.join("sidor/om/about.md");
    let preview = Preview::of(&root);
    fs::write(&page, "---\ntitel: About\nsprak: en\n---\nSecond version.\n").unwrap();
    preview.wait_for("/om/about/", "Second version.");
    fs::write(&page, "---\ntittel: About\nsprak: en\n---\nThird version, broken.\n").unwrap();
    let body = preview.wait_for("/om/about/", "tittel");
    assert!(body.contains("Second version.") && !body.contains("Third version"));
    fs::write(root.join("sidor/om/index.md"), "---\ntitel: Om\n---\n## Vem vi är\n\nAndra går vidare.\n").unwrap();
    preview.wait_for("/om/", "Andra går vidare.");
    fs::write(&page, "---\ntitel: About\nsprak: en\n---\nFourth version.\n").unwrap();
    let body = preview.wait_for("/om/about/", "Fourth version.");
    assert!(!body.contains("tittel"));
    fs::remove_file(&page).unwrap();
    let started = Instant::now();
    while preview.get("/om/about/").0 != 404 {
        assert!(started.elapsed() < Duration::from_secs(30));
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// The number is Skatteverket's own for tests.
#[test]
fn a_personal_number_is_not_even_previewed() {
    let folder = content();
    let root = folder.path().join("content");
    let preview = Preview::of(&root);
    fs::write(root.join("sidor/om/ny.md"), "---\ntitel: Ny 811218-9876\n---\nText 811218-9876.\n").unwrap();
    let body = preview.wait_for("/om/", "personnummer");
    assert!(!body.contains("9876"), "{body}");
    let (status, body) = preview.get("/om/ny/");
    assert!(status == 404 && !body.contains("9876"), "{body}");
}

#[test]
fn another_host_name_is_refused() {
    let folder = content();
    let preview = Preview::of(&folder.path().join("content"));
    assert_eq!(preview.ask("/", "elak.example").0, 421);
    assert_eq!(preview.ask("/_serve/events", "elak.example").0, 421);
    assert_eq!(preview.ask("/", &format!("localhost:{}", preview.port)).0, 200);
}

#[test]
fn a_built_site_is_shown_under_its_own_path() {
    let folder = content();
    let out = folder.path().join("site");
    build(&folder.path().join("content"), &out, &["--base-url", "https://x.example/a/b/"]);
    let preview = Preview::start(&["--site", out.to_str().unwrap()]);
    assert_eq!(preview.get("/").0, 302);
    assert_eq!(preview.get("/a/b/om").0, 302);
    assert!(preview.get("/a/b/om/").1.contains("Vem vi är"));
    assert_eq!(preview.get("/a/b/finns-inte/").0, 404);
    assert_eq!(preview.get("/a/b/../../etc/passwd").0, 404);
}

#[test]
fn every_page_says_that_it_is_a_preview_and_a_draft_that_it_is_one() {
    let folder = content();
    let preview = Preview::of(&folder.path().join("content"));
    let bar = |body: &str| body.split_once("preview-bar").unwrap().1.split_once("</div>").unwrap().0.to_owned();
    for path in ["/", "/exempel/", "/finns/inte/"] {
        let bar = bar(&preview.get(path).1);
        assert!(bar.contains("Förhandsgranskning") && !bar.contains("Utkast"), "{path}: {bar}");
    }
    let bar = bar(&preview.get("/exempel/utkast/").1);
    assert!(bar.contains("Förhandsgranskning") && bar.contains("Utkast"), "{bar}");
}

#[test]
fn what_a_build_writes_beside_the_pages_is_answered() {
    let folder = content();
    let preview = Preview::of(&folder.path().join("content"));
    for path in ["/manifest.json", "/sitemap.xml", "/feed.xml", "/robots.txt"] {
        assert_eq!(preview.get(path).0, 200, "{path}");
    }
    assert!(preview.get("/manifest.json").1.contains("\"address\": \"/exempel/\""));
}

/// Programs that synchronise folders put a new one in the place of the old.
#[test]
fn a_content_folder_that_was_replaced_goes_on_being_watched() {
    let folder = content();
    let root = folder.path().join("content");
    let preview = Preview::of(&root);
    let page = |text: &str| format!("---\ntitel: About\nsprak: en\n---\n{text}\n");
    for round in 0..2 {
        let away = folder.path().join(format!("away-{round}"));
        fs::rename(&root, &away).unwrap();
        preview.wait_for("/om/about/", "Det senaste visas tills felet är rättat");
        copy(&away, &root);
        fs::write(root.join("sidor/om/about.md"), page(&format!("Version {round} in the new folder."))).unwrap();
        preview.wait_for("/om/about/", &format!("Version {round} in the new folder."));
        // It is the new folder that is watched, its own folders included.
        fs::write(root.join("sidor/om/about.md"), page(&format!("Version {round}, changed later."))).unwrap();
        let body = preview.wait_for("/om/about/", &format!("Version {round}, changed later."));
        assert!(!body.contains("Det senaste visas"), "{body}");
    }
}

#[test]
fn a_theme_of_ones_own_is_watched_and_its_faults_are_told_in_the_page() {
    let folder = content();
    let theme = folder.path().join("theme");
    copy(&repository("themes/standard"), &theme);
    let root = folder.path().join("content");
    let preview =
        Preview::start(&["--content", root.to_str().unwrap(), "--theme", theme.to_str().unwrap(), "--today", TODAY]);
    let file = theme.join("templates/page.html");
    let good = fs::read_to_string(&file).unwrap();
    let start = good.find("{% block main %}").unwrap() + "{% block main %}".len();
    let with = |text: &str| format!("{}{text}{}", &good[..start], &good[start..]);
    fs::write(&file, with("<p>Ny i mallen.</p>")).unwrap();
    preview.wait_for("/om/", "Ny i mallen.");
    // A template that cannot be read: the latest good one goes on being used.
    fs::write(&file, with("{% if %}")).unwrap();
    let body = preview.wait_for("/om/", "Det senaste visas tills felet är rättat");
    assert!(body.contains("Ny i mallen.") && body.contains("page.html"), "{body}");
    // One that fails on a page: the page says so, in the editor's language, and comes back by itself.
    fs::write(&file, with("\n\n{{ heading + 1 }}")).unwrap();
    let body = preview.wait_for("/om/", "Sidan kunde inte visas");
    assert_eq!(preview.get("/om/").0, 500);
    let line = good[..start].lines().count() + 2;
    assert!(
        body.contains(&format!("Mallen page.html gick inte att använda för sidan /om/. Felet är på rad {line}.")),
        "{body}"
    );
    assert!(body.contains("/_serve/reload.js") && body.starts_with("<!DOCTYPE html>"), "{body}");
    fs::write(&file, good).unwrap();
    preview.wait_for("/om/", "Vem vi är");
}

#[test]
fn another_address_is_answered_only_when_asked_for() {
    let folder = content();
    let root = folder.path().join("content");
    let usual = Preview::of(&root);
    assert!(TcpStream::connect(("127.0.0.2", usual.port)).is_err());
    let asked = Preview::start(&["--content", root.to_str().unwrap(), "--today", TODAY, "--listen", "127.0.0.2"]);
    assert_eq!((asked.host.as_str(), asked.get("/").0), ("127.0.0.2", 200));
    assert_eq!(asked.ask("/", "elak.example").0, 421);
    let output = samverka().args(["serve", "--listen", "finns.invalid", "--content"]).arg(&root).output().unwrap();
    assert!(!output.status.success() && stderr(&output).contains("finns.invalid"), "{}", stderr(&output));
}

/// What programs read is made when it is asked for, and lies where a built site has it.
#[test]
fn every_file_of_a_built_site_is_there() {
    let folder = content();
    let root = folder.path().join("content");
    let out = folder.path().join("site");
    assert!(build(&root, &out, &[]).status.success());
    let preview = Preview::of(&root);
    let mut seen = 0;
    // The index is another one, since it has the drafts too.
    let is_same = |path: &&String| !path.ends_with(".html") && !path.starts_with("_s/");
    for path in crate::program::files(&out).keys().filter(is_same) {
        assert_eq!(preview.get(&format!("/{path}")).0, 200, "{path}");
        seen += 1;
    }
    assert!(seen > 5, "{seen}");
    let (_, manifest) = preview.get("/manifest.json");
    assert!(manifest.contains("\"/exempel/utkast/\""), "drafts are pages here");
    let (_, page) = preview.get("/sok/");
    let folder = page.split("data-files=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    assert_eq!(preview.get(&format!("{folder}filter.bin")).0, 200, "{folder}");
}
