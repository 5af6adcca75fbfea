//! A page is withdrawn at once, and its address says why.

use std::fs;
use std::path::Path;
use std::process::Output;

use crate::program::{TODAY, build, content, files, samverka, stderr};

const PAGE: &str = "exempel/torget-i-ale.md";

fn withdraw(content: &Path, more: &[&str]) -> Output {
    let mut command = samverka();
    command.args(["withdraw", "--today", TODAY, "--content"]).arg(content).args(more);
    command.output().expect("the program runs")
}

#[test]
fn the_next_build_shows_a_page_that_says_why() {
    let folder = content();
    let (content, out) = (folder.path().join("content"), folder.path().join("site"));
    let text = fs::read(content.join(PAGE)).unwrap();
    for (name, link) in [("hit", "../exempel/torget-i-ale.md"), ("bort", "/exempel/")] {
        fs::write(
            content.join(format!("sidor/{name}.md")),
            format!("---\ntitel: {name}\n---\n[Torget och andra exempel]({link})\n"),
        )
        .unwrap();
    }
    let output = withdraw(&content, &["torget-i-ale", "--reason", "Kommunen  bad om\ndet & <annat>."]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}{}", stderr(&output));
    assert!(said.contains("git add") && said.contains("docs/dra-tillbaka.md"), "{said}");
    assert!(said.contains("länkar dit: sidor/hit.md.") && !said.contains("bort.md"), "{said}");
    let ledger = fs::read_to_string(content.join("adresser.txt")).unwrap();
    assert!(
        ledger.contains("/exempel/torget-i-ale/ borttagen 2026-11-22 Kommunen bad om det & <annat>.\n"),
        "{ledger}"
    );
    assert!(!content.join(PAGE).exists());
    assert_eq!(fs::read(content.join(".tillbakadraget").join(PAGE)).unwrap(), text);
    let built = build(&content, &out, &[]);
    assert!(built.status.success(), "{}", stderr(&built));
    let made = files(&out);
    let page = String::from_utf8(made["exempel/torget-i-ale/index.html"].clone()).unwrap();
    assert!(page.contains("Kommunen bad om det &amp; &lt;annat&gt;.") && page.contains("noindex"), "{page}");
    let hidden = made.keys().find(|path| path.contains("tillbakadraget"));
    assert_eq!(hidden, None);
}

#[test]
fn deleted_text_is_nowhere_and_a_second_withdrawal_overwrites_nothing() {
    let folder = content();
    let content = folder.path().join("content");
    let text = fs::read(content.join(PAGE)).unwrap();
    assert!(withdraw(&content, &["/exempel/torget-i-ale/", "--reason", "Ett.", "--delete"]).status.success());
    assert!(!content.join(PAGE).exists() && !content.join(".tillbakadraget").exists());
    // Somebody puts the file back while the ledger still says that it is gone: the same command finishes the work.
    for copy in ["exempel/torget-i-ale.md", "exempel/torget-i-ale.2.md"] {
        fs::write(content.join(PAGE), &text).unwrap();
        assert!(withdraw(&content, &[PAGE, "--reason", "Två."]).status.success());
        assert!(content.join(".tillbakadraget").join(copy).exists(), "{copy}");
    }
    let ledger = fs::read_to_string(content.join("adresser.txt")).unwrap();
    assert!(ledger.contains("2026-11-22 Ett.") && !ledger.contains("Två."), "{ledger}");
}

#[test]
fn what_cannot_be_withdrawn_is_refused_and_nothing_is_changed() {
    let folder = content();
    let content = folder.path().join("content");
    let before = files(&content);
    let long = "a ".repeat(200);
    let cases: [(&[&str], &str); 6] = [
        (&["torget-i-alle", "--reason", "x"], "torget-i-ale"),
        (&["xqzw", "--reason", "x"], "Ingen sida"),
        (&["/", "--reason", "x"], "gör webbplatsen själv"),
        (&["torget-i-ale", "--reason", " \n"], "Skälet"),
        (&["torget-i-ale", "--reason", &long], "300 tecken"),
        (&["torget-i-ale", "--reason", "Rörde 19121212-1212."], "personnummer"),
    ];
    for (arguments, part) in cases {
        let output = withdraw(&content, arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains(part), "{arguments:?}: {}", stderr(&output));
        assert!(before == files(&content), "{arguments:?}");
    }
}

#[test]
fn what_must_be_mended_before_publishing_is_told() {
    let folder = content();
    let content = folder.path().join("content");
    // A link to a heading of the page, which is no more.
    fs::write(content.join("sidor/lank.md"), "---\ntitel: Länk\n---\n[Så](/exempel/torget-i-ale/#arbetssatt)\n")
        .unwrap();
    let output = withdraw(&content, &["torget-i-ale", "--reason", "Skäl."]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}{}", stderr(&output));
    assert!(said.contains("Rätta det här innan du publicerar: sidor/lank.md:"), "{said}");
}
