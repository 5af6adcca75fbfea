//! The ledger of published addresses.

use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::program::{TODAY, build, content, files, samverka, stderr};

#[test]
fn a_missing_ledger_and_addresses_that_are_not_recorded_are_one_warning() {
    let folder = content();
    let (content, out) = (folder.path().join("content"), folder.path().join("site"));
    let ledger = content.join("adresser.txt");
    let warnings = |output| stderr(&output).matches("[oinskriven-adress]").count();
    fs::remove_file(&ledger).unwrap();
    let output = build(&content, &out, &[]);
    assert!(output.status.success() && stderr(&output).contains("adresser.txt saknas"), "{}", stderr(&output));
    assert_eq!(warnings(build(&content, &out, &["--record-addresses"])), 0);
    assert_eq!(warnings(build(&content, &out, &[])), 0);
    for name in ["a", "b"] {
        fs::write(content.join(format!("sidor/{name}.md")), "---\ntitel: Ny\n---\nText.\n").unwrap();
    }
    let output = build(&content, &out, &[]);
    assert!(stderr(&output).contains("2 adresser står inte i adresser.txt"), "{}", stderr(&output));
    assert_eq!(warnings(output), 1);
}

#[test]
fn a_build_that_publishes_nothing_records_nothing() {
    let folder = content();
    let (content, out) = (folder.path().join("content"), folder.path().join("site"));
    let ledger = content.join("adresser.txt");
    let first = fs::read_to_string(&ledger).unwrap();
    fs::write(content.join("sidor/a.md"), "---\ntitel: Ny\n---\n[Ingenstans](/finns-inte/)\n").unwrap();
    assert_eq!(build(&content, &out, &["--record-addresses"]).status.code(), Some(1));
    fs::write(content.join("sidor/a.md"), "---\ntitel: Ny\n---\nText.\n").unwrap();
    fs::create_dir(&out).unwrap();
    fs::write(out.join("mitt.txt"), "Någon annans").unwrap();
    assert_eq!(build(&content, &out, &["--record-addresses"]).status.code(), Some(2));
    assert_eq!(fs::read_to_string(&ledger).unwrap(), first);
}

#[test]
fn an_address_that_cannot_be_recorded_is_not_published() {
    let folder = content();
    let (content, out) = (folder.path().join("content"), folder.path().join("site"));
    // A folder where the new ledger is written before it is moved.
    fs::create_dir(content.join(".adresser.txt.ny")).unwrap();
    let output = build(&content, &out, &["--record-addresses"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("adresser.txt"), "{}", stderr(&output));
    assert!(!out.exists());
}

#[test]
fn a_killed_build_never_publishes_an_address_that_is_not_recorded() {
    let folder = content();
    let (content, out) = (folder.path().join("content"), folder.path().join("site"));
    let started = Instant::now();
    assert!(build(&content, &out, &["--record-addresses"]).status.success());
    let whole = started.elapsed();
    let mut published = 0;
    for moment in 0..30 {
        fs::write(content.join(format!("sidor/ny-{moment}.md")), "---\ntitel: Ny\n---\nText.\n").unwrap();
        let mut command = samverka();
        command.arg("build").arg("--content").arg(&content).arg("--out").arg(&out);
        command.args(["--record-addresses", "--today", TODAY]);
        let mut build = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(whole.mul_f64(1.2 * f64::from(moment) / 30.0).max(Duration::from_micros(200)));
        // The last one may end, however slow the machine has become since the first.
        if moment < 29 {
            let _ = build.kill();
        }
        build.wait().unwrap();
        let ledger = fs::read_to_string(content.join("adresser.txt")).unwrap();
        for page in files(&out).keys().filter(|path| path.starts_with("ny-")) {
            let address = format!("/{}", page.trim_end_matches("index.html"));
            assert!(ledger.lines().any(|line| line == address), "{address} at moment {moment}");
            published += 1;
        }
    }
    assert!(published > 0, "some builds were let through");
}

#[test]
fn new_addresses_are_added_once_and_a_vanished_one_stops_the_build() {
    let folder = content();
    let (content, out) = (folder.path().join("content"), folder.path().join("site"));
    let ledger = content.join("adresser.txt");
    let first = fs::read_to_string(&ledger).unwrap();
    assert!(build(&content, &out, &["--record-addresses"]).status.success());
    let recorded = fs::read_to_string(&ledger).unwrap();
    assert!(recorded.starts_with(&first), "lines are only ever added");
    assert!(recorded.contains("\n/exempel/internt-i-stockholm/\n"));
    assert!(build(&content, &out, &["--record-addresses"]).status.success());
    assert_eq!(fs::read_to_string(&ledger).unwrap(), recorded);

    fs::rename(content.join("exempel/internt-i-stockholm.md"), folder.path().join("away.md")).unwrap();
    let output = build(&content, &out, &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("forsvunnen-adress"), "{}", stderr(&output));
    assert!(out.join("exempel/internt-i-stockholm/index.html").exists());
}
