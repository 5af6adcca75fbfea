//! What a change does to the site, as `diff`, `build --preview` and `due` tell it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::program::{TODAY, build, content, files, repository, samverka, stderr};

const PAGE: &str = "exempel/torget-i-ale.md";

fn git(folder: &Path, arguments: &[&str]) {
    let done = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(["-c", "user.name=Prov", "-c", "user.email=prov@example.invalid", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .output()
        .expect("git runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

fn diff(folder: &Path, base: &str, more: &[&str]) -> Output {
    let mut command = samverka();
    command.args(["diff", base, "--today", TODAY, "--content"]).arg(folder.join("content")).args(more);
    command.output().expect("the program runs")
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn change(folder: &Path, file: &str, from: &str, to: &str) {
    let path = folder.join("content").join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{from} in {file}");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

/// A repository whose branch `main` has the golden content with every address recorded.
fn repository_of_content() -> tempfile::TempDir {
    let folder = content();
    let out = tempfile::tempdir().unwrap();
    let built = build(&folder.path().join("content"), &out.path().join("site"), &["--record-addresses"]);
    assert!(built.status.success(), "{}", stderr(&built));
    git(folder.path(), &["init", "-q", "-b", "main"]);
    git(folder.path(), &["add", "--all"]);
    git(folder.path(), &["commit", "-q", "-m", "Först"]);
    folder
}

#[test]
fn a_branch_and_a_folder_are_compared_alike_and_nothing_is_touched() {
    let folder = repository_of_content();
    let earlier = tempfile::tempdir().unwrap();
    crate::program::copy(&folder.path().join("content"), &earlier.path().join("content"));
    let same = diff(folder.path(), "main", &[]);
    assert_eq!(same.status.code(), Some(0), "{}", stderr(&same));
    assert!(stdout(&same).contains("Ingenting på webbplatsen ändras."), "{}", stdout(&same));

    change(folder.path(), PAGE, "titel: \"Torget", "titel: \"Nya Torget");
    let before = files(&folder.path().join("content"));
    let of_branch = diff(folder.path(), "main", &[]);
    assert_eq!(of_branch.status.code(), Some(0), "{}", stdout(&of_branch));
    let text = stdout(&of_branch);
    assert!(text.contains("1 ändrad sida.") && text.contains("Titel: {+Nya+} Torget"), "{text}");
    let of_folder = diff(folder.path(), earlier.path().join("content").to_str().unwrap(), &[]);
    assert_eq!(text, stdout(&of_folder));
    assert!(before == files(&folder.path().join("content")));
    let english = diff(folder.path(), "main", &["--lang", "en"]);
    assert!(stdout(&english).contains("1 changed page."), "{}", stdout(&english));
}

#[cfg(unix)]
#[test]
fn what_git_hands_over_is_what_lies_in_the_folder() {
    let folder = content();
    let content = folder.path().join("content");
    fs::write(content.join("sidor/å och ö.md"), "---\ntitel: x\n---\n").unwrap();
    fs::write(content.join("sidor/latin.md"), [b'-', 0xe5, 0xff]).unwrap();
    fs::write(content.join("media/stor.png"), vec![0; 6 << 20]).unwrap();
    fs::write(content.join(".dold"), "x").unwrap();
    std::os::unix::fs::symlink("torget-i-ale.md", content.join("exempel/lank.md")).unwrap();
    // The content is a folder of the repository, or all of it; Git's hooks set GIT_DIR.
    for top in [folder.path(), content.as_path()] {
        git(top, &["init", "-q", "-b", "main"]);
        git(top, &["add", "--all"]);
        git(top, &["commit", "-q", "-m", "a"]);
        let mut command = samverka();
        command.args(["diff", "main", "--today", TODAY, "--content"]).arg(&content).env("GIT_DIR", "/nowhere");
        let same = command.output().unwrap();
        assert!(stdout(&same).contains("Ingenting på webbplatsen ändras."), "{}{}", stdout(&same), stderr(&same));
        fs::remove_dir_all(top.join(".git")).unwrap();
    }
}

#[test]
fn a_vanished_address_and_a_new_fault_end_with_one_and_what_is_no_version_with_two() {
    let folder = repository_of_content();
    change(folder.path(), PAGE, "titel: ", "tittel: ");
    let faulty = diff(folder.path(), "HEAD", &[]);
    assert_eq!(faulty.status.code(), Some(1));
    assert!(stdout(&faulty).contains("okand-nyckel"), "{}", stdout(&faulty));
    git(folder.path(), &["checkout", "-q", "--", "."]);
    fs::remove_file(folder.path().join("content").join(PAGE)).unwrap();
    let gone = diff(folder.path(), "HEAD", &[]);
    assert_eq!(gone.status.code(), Some(1));
    assert!(stdout(&gone).contains("/exempel/torget-i-ale/ – "), "{}", stdout(&gone));
    for (base, part) in [("mian", "Menade du main?"), ("--upload-pack=x", "--help"), ("v1..v2", "varken en mapp")] {
        let none = diff(folder.path(), base, &[]);
        assert_eq!(none.status.code(), Some(2), "{base}");
        assert!(stderr(&none).contains(part), "{base}: {}", stderr(&none));
    }
    let outside = content();
    let none = diff(outside.path(), "main", &[]);
    assert_eq!(none.status.code(), Some(2));
    assert!(stderr(&none).contains("Git-förråd"), "{}", stderr(&none));
    let mut without = samverka();
    without.args(["diff", "main", "--content"]).arg(folder.path().join("content")).env("PATH", "/nowhere");
    let without = without.output().unwrap();
    assert_eq!(without.status.code(), Some(2));
    assert!(stderr(&without).contains("Installera git"), "{}", stderr(&without));
}

#[test]
fn a_new_page_with_its_address_unrecorded_is_a_warning_only() {
    let folder = repository_of_content();
    let text = fs::read_to_string(folder.path().join("content").join(PAGE)).unwrap();
    let text = text.replace("torget-i-ale", "torget-i-ale-tva").replace("tidigare-adresser", "# tidigare-adresser");
    fs::write(folder.path().join("content/exempel/torget-i-ale-tva.md"), text).unwrap();
    let output = diff(folder.path(), "main", &["--format", "markdown"]);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
    let text = stdout(&output);
    assert!(
        text.starts_with("<!-- samverka-diff -->\n") && text.contains("1 ny sida") && text.contains("1 ny varning"),
        "{text}"
    );
    assert!(text.contains("oinskriven-adress"));
}

#[test]
fn the_comparison_is_a_folder_that_works_from_where_it_lies() {
    let folder = repository_of_content();
    change(folder.path(), PAGE, "titel: \"Torget", "titel: \"Nya Torget");
    let out = folder.path().join("jamforelse");
    let write = || diff(folder.path(), "main", &["--format", "html", "--out", out.to_str().unwrap()]);
    let output = write();
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let made = files(&out);
    let text = |path: &str| String::from_utf8(made[path].clone()).unwrap();
    let index = text("index.html");
    assert!(index.contains("<a href=\"sida/1.html\">") && !index.contains("<script"));
    let page = text("sida/1.html");
    for side in ["fore", "efter"] {
        assert!(
            page.contains(&format!("<iframe src=\"../{side}/exempel/torget-i-ale/index.html\" title=\"")),
            "{page}"
        );
    }
    // Every link of every page leads to a file of the folder.
    let mut links = 0;
    for (path, bytes) in made.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        assert!(!html.contains("_samverka-forhandsgranskning"), "{path}");
        let attributes = html.split(" href=\"").chain(html.split(" src=\"")).filter(|part| !part.starts_with('<'));
        for link in attributes.filter_map(|part| part.split_once('"')).map(|(link, _)| link) {
            let target = link.split(['#', '?']).next().unwrap_or_default();
            if target.is_empty() || target.contains(':') || target.ends_with(".xml") {
                continue;
            }
            assert!(!target.starts_with('/'), "{path}: {link}");
            let mut parts: Vec<&str> = path.split('/').collect();
            parts.pop();
            for part in target.split('/') {
                match part {
                    ".." => drop(parts.pop()),
                    part => parts.push(part),
                }
            }
            let file = parts.join("/");
            let is_left_out = file.contains("/data/") || file.ends_with("/manifest.json");
            assert!(made.contains_key(&file) || is_left_out, "{path}: {link} → {file}");
            links += 1;
        }
    }
    assert!(links > 1000, "{links}");
    // Written again in its own place, with the same bytes; and never over what is not its own.
    assert!(write().status.success());
    assert!(made == files(&out));
    let foreign = folder.path().join("annat");
    fs::create_dir(&foreign).unwrap();
    fs::write(foreign.join("viktigt.txt"), "x").unwrap();
    let refused = diff(folder.path(), "main", &["--format", "html", "--out", foreign.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(foreign.join("viktigt.txt").exists());
    let nowhere = diff(folder.path(), "main", &["--format", "html"]);
    assert_eq!(nowhere.status.code(), Some(2));
}

#[test]
fn a_personal_number_is_in_no_comparison() {
    let folder = repository_of_content();
    let path = folder.path().join("content").join(PAGE);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("{text}\nPersonen hade numret 19121212-1212.\n")).unwrap();
    for format in ["text", "markdown"] {
        let output = diff(folder.path(), "main", &["--format", format]);
        assert_eq!(output.status.code(), Some(1));
        let text = stdout(&output);
        assert!(!text.contains("1212-1212") && text.contains('•'), "{text}");
    }
    let out = folder.path().join("ut");
    let refused = diff(folder.path(), "main", &["--format", "html", "--out", out.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(stderr(&refused).contains("personnummer") && !out.exists());
}

#[test]
fn every_page_of_a_preview_says_so_and_asks_not_to_be_listed() {
    let folder = content();
    let (content, out) = (folder.path().join("content"), folder.path().join("site"));
    for more in [&["--preview", "Ändring <12>"][..], &["--preview", "Ändring <12>", "--incremental"][..]] {
        let built = build(&content, &out, more);
        assert!(built.status.success(), "{}", stderr(&built));
        let made = files(&out);
        let pages = made.iter().filter(|(path, _)| path.ends_with(".html"));
        for (path, bytes) in pages.clone() {
            let html = String::from_utf8_lossy(bytes);
            assert!(html.contains("Förhandsgranskning: Ändring &lt;12&gt;"), "{path}");
            assert_eq!(html.matches("<meta name=\"robots\" content=\"noindex\">").count(), 1, "{path}");
            assert!(!html.contains("/_serve/"), "{path}");
        }
        assert!(pages.count() > 20);
        let style = made.keys().find(|path| path.starts_with("_a/preview.")).expect("the bar has its style");
        assert!(String::from_utf8_lossy(&made["index.html"]).contains(style.as_str()));
        for file in ["_headers", ".htaccess", "web.config", "_hosting/nginx.conf"] {
            assert!(String::from_utf8_lossy(&made[file]).contains("X-Robots-Tag"), "{file}");
        }
    }
    // The same folder, published at last: nothing of the preview is left on a page.
    let built = build(&content, &out, &["--incremental"]);
    assert!(built.status.success());
    for (path, bytes) in files(&out).iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(!String::from_utf8_lossy(bytes).contains("preview-bar"), "{path}");
    }
    let both = build(&content, &out, &["--preview", "x", "--record-addresses"]);
    assert_eq!(both.status.code(), Some(2));
}

#[test]
fn a_site_without_sheets_for_confirmation_has_neither_sheets_nor_links_to_them() {
    let folder = content();
    let content = folder.path().join("content");
    let out = folder.path().join("site");
    let sheets = || {
        let built = build(&content, &out, &["--incremental"]);
        assert!(built.status.success(), "{}", stderr(&built));
        let of_list = |path: &&String| path.starts_with("redigera/bekrafta/");
        files(&out).keys().filter(of_list).cloned().collect::<Vec<_>>()
    };
    let list = "redigera/bekrafta/index.html";
    assert!(sheets().contains(&"redigera/bekrafta/torget-i-ale/index.html".to_owned()));
    for off in ["bekraftelseblanketter: nej", "# inget"] {
        change(folder.path(), "webbplats.yaml", "bekraftelseblanketter: ja", off);
        assert_eq!(sheets(), [list], "{off}");
        change(folder.path(), "webbplats.yaml", off, "bekraftelseblanketter: ja");
    }
    change(folder.path(), "webbplats.yaml", "bekraftelseblanketter: ja", "bekraftelseblanketter: nej");
    sheets();
    for (path, bytes) in files(&out).iter().filter(|(path, _)| path.ends_with(".html") || path.ends_with(".json")) {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("/redigera/bekrafta/torget"), "{path}");
    }
    let html = fs::read_to_string(out.join(list)).unwrap();
    assert!(html.contains("href=\"/exempel/torget-i-ale/\"") && html.contains("bekraftelseblanketter: ja"), "{html}");
    let due = |more: &[&str]| {
        let output =
            samverka().args(["due", "--confirmations", "--content"]).arg(&content).args(more).output().unwrap();
        assert!(output.status.success(), "{}", stderr(&output));
        stdout(&output)
    };
    let text = due(&[]);
    assert!(text.contains("/exempel/torget-i-ale/") && text.contains("bekraftelseblanketter: ja"), "{text}");
    assert!(!text.contains("/redigera/"), "{text}");
    let table = due(&["--format", "csv"]);
    let row = table.lines().find(|line| line.contains("torget-i-ale")).unwrap();
    assert!(row.ends_with(';') && row.contains("exempel/torget-i-ale.md"), "{table}");
}

#[test]
fn reviews_are_listed_for_people_spreadsheets_calendars_and_issues() {
    let due = |more: &[&str]| {
        let content = repository("tests/golden/content");
        let output =
            samverka().args(["due", "--today", "2029-01-01", "--content"]).arg(content).args(more).output().unwrap();
        assert!(output.status.success(), "{}", stderr(&output));
        stdout(&output)
    };
    let text = due(&[]);
    assert!(text.contains("Sidor att granska") && text.contains("/exempel/torget-i-ale/"), "{text}");
    assert!(due(&["--format", "csv"]).starts_with("\u{feff}Granskas senast;Dagar kvar;Titel;Adress;Fil;Ansvarig;"));
    let calendar: icalendar::Calendar = due(&["--format", "ics"]).parse().unwrap();
    assert!(calendar.components.len() > 1);
    assert_eq!(due(&["--format", "ics"]), due(&["--format", "ics"]));
    assert!(due(&["--format", "markdown"]).starts_with("<!-- samverka-due -->\n"));
    let text = due(&["--confirmations"]);
    assert!(text.contains("/redigera/bekrafta/") && text.contains("kommunen och Arbetsförmedlingen"), "{text}");
    let table = due(&["--confirmations", "--format", "csv"]);
    assert!(table.starts_with("\u{feff}Titel;Adress;Fil;Väntar på;Blankett\r\n"), "{table}");
    let calendar = samverka()
        .args(["due", "--confirmations", "--format", "ics", "--content"])
        .arg(repository("tests/golden/content"))
        .output();
    assert_eq!(calendar.unwrap().status.code(), Some(2));
    let bad = samverka().args(["due", "--within", "snart"]).output().unwrap();
    assert_eq!(bad.status.code(), Some(2));
    assert!(stderr(&bad).contains("--within 90d"));
}
