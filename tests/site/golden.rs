//! A small site, file by file.

use std::fs;

use crate::program::{build, files, repository, stderr};

/// `SAMVERKA_BLESS=1` writes what was built over what was expected; then read the difference.
#[test]
fn the_small_site_is_built_as_expected() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let output = build(&repository("tests/golden/content"), &out, &[]);
    assert!(output.status.success(), "{}", stderr(&output));
    let mut built = files(&out);
    // The index and its reader are no text; `tests/search` and `search/tests` look after them.
    built.retain(|path, _| !path.starts_with("_s/") && !path.ends_with(".wasm"));
    let expected_folder = repository("tests/golden/expected");
    if std::env::var_os("SAMVERKA_BLESS").is_some() {
        let _ = fs::remove_dir_all(&expected_folder);
        for (path, bytes) in &built {
            let path = expected_folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }
    let expected = files(&expected_folder);
    let names = |files: &std::collections::BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&built), names(&expected));
    for (path, bytes) in &built {
        let (built, expected) = (String::from_utf8_lossy(bytes), String::from_utf8_lossy(&expected[path]));
        for (line, (built, expected)) in built.lines().zip(expected.lines()).enumerate() {
            assert_eq!(built, expected, "{path}, line {}", line + 1);
        }
        assert_eq!(built.len(), expected.len(), "{path} is longer or shorter");
    }
}

#[test]
fn drafts_are_not_published() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    build(&repository("tests/golden/content"), &out, &[]);
    for (path, bytes) in files(&out) {
        assert!(!path.contains("utkast"), "{path}");
        assert!(!String::from_utf8_lossy(&bytes).contains("HEMLIGT-UTKAST"), "{path}");
    }
}

#[test]
fn old_addresses_answer() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    build(&repository("tests/golden/content"), &out, &[]);
    let page = |path: &str| fs::read_to_string(out.join(path)).unwrap();
    assert!(page("exempel/gamla-torget/index.html").contains("/exempel/torget-i-ale/"));
    assert!(page("exempel/nedlagt/index.html").contains("Kommunen bad om det."));
    assert!(page("exempel/avpublicerat/index.html").contains("Uppgifterna gick inte att bekräfta."));
}

/// A copy that was read is never given as the source's address.
#[test]
fn the_address_of_a_copy_is_not_shown() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    build(&repository("tests/golden/content"), &out, &[]);
    for (path, bytes) in files(&out) {
        assert!(!String::from_utf8_lossy(&bytes).contains("kopior.example"), "{path}");
    }
}
