//! The preview, asked as a browser asks.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::program::{TODAY, build, content, samverka};

/// A preview that ends with the test.
struct Preview {
    process: Child,
    port: u16,
}

impl Preview {
    fn start(arguments: &[&str]) -> Preview {
        let mut command = samverka();
        command.arg("serve").args(arguments).args(["--port", "0"]).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port = line.split("127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next()).unwrap().parse().unwrap();
        Preview { process, port }
    }

    fn of(content: &Path) -> Preview {
        Preview::start(&["--content", content.to_str().unwrap(), "--today", TODAY])
    }

    /// Status and body.
    fn get(&self, path: &str) -> (u16, String) {
        self.ask(path, &format!("127.0.0.1:{}", self.port))
    }

    fn ask(&self, path: &str, host: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
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

/// What programs read is made when it is asked for, and lies where a built site has it.
#[test]
fn every_file_of_a_built_site_is_there() {
    let folder = content();
    let root = folder.path().join("content");
    let out = folder.path().join("site");
    assert!(build(&root, &out, &[]).status.success());
    let preview = Preview::of(&root);
    let mut seen = 0;
    for path in crate::program::files(&out).keys().filter(|path| !path.ends_with(".html")) {
        assert_eq!(preview.get(&format!("/{path}")).0, 200, "{path}");
        seen += 1;
    }
    assert!(seen > 5, "{seen}");
    let (_, manifest) = preview.get("/manifest.json");
    assert!(manifest.contains("\"/exempel/utkast/\""), "drafts are pages here");
}
