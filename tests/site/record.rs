//! The ledger of published addresses.

use std::fs;

use crate::program::{build, content, stderr};

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
