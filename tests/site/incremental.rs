//! A site that was written in part is the same as one that was written whole.

use std::fs;
use std::path::Path;

use crate::program::{build, content, files, stderr};

/// The hidden folder beside a site.
fn beside(out: &Path) -> std::path::PathBuf {
    out.with_file_name(format!(".{}.samverka", out.file_name().unwrap().to_str().unwrap()))
}

#[test]
fn after_each_of_many_edits_the_site_is_the_same_as_a_whole_build_of_it() {
    let folder = content();
    let root = folder.path().join("content");
    let (part, whole) = (folder.path().join("part"), folder.path().join("whole"));
    let page = root.join("sidor/om/about.md");
    let text = |words: &str| format!("---\ntitel: About\nsprak: en\n---\n{words}\n");
    let settings = root.join("webbplats.yaml");
    let original = fs::read_to_string(&settings).unwrap();
    let example = root.join("exempel/torget-i-ale.md");
    let edits: [(&str, &dyn Fn()); 11] = [
        ("nothing", &|| {}),
        ("words of an example", &|| {
            let text = fs::read_to_string(&example).unwrap();
            fs::write(&example, format!("{text}\nEn familjestödsplan och ett torgmöte, e-post och 2025:400.\n"))
                .unwrap();
        }),
        ("fewer words of it", &|| replace(&example, "En familjestödsplan och ett torgmöte", "Ett möte på torget")),
        ("its title", &|| replace(&example, "titel: \"", "titel: \"Familjestöd, ")),
        ("a sentence", &|| fs::write(&page, text("Second version.")).unwrap()),
        ("a title, which other pages list", &|| {
            fs::write(&page, text("Third version.").replace("About", "All about")).unwrap();
        }),
        ("a page more", &|| fs::write(root.join("sidor/om/ny.md"), "---\ntitel: Ny\n---\nText.\n").unwrap()),
        ("every page", &|| fs::write(&settings, original.replace("Provplatsen", "Platsen")).unwrap()),
        ("a page less", &|| fs::remove_file(root.join("sidor/om/ny.md")).unwrap()),
        ("a draft", &|| fs::write(&page, text("Fourth version.").replace("sprak", "status: utkast\nsprak")).unwrap()),
        ("as in the beginning", &|| fs::write(&settings, &original).unwrap()),
    ];
    let publish = |options: &[&str]| {
        let (in_part, in_whole) = (build(&root, &part, options), build(&root, &whole, &[]));
        assert_eq!(in_part.status.code(), in_whole.status.code(), "{}", stderr(&in_part));
        in_part.status.success()
    };
    assert!(publish(&["--incremental"]));
    let mut published = 0;
    for (edit, apply) in edits {
        apply();
        published += usize::from(publish(&["--incremental"]));
        let found = files(&part);
        assert!(found == files(&whole), "{edit}");
        assert!(files(&beside(&part).join("spare")) == found, "{edit}: what is kept is what is published, and no more");
        assert!(!beside(&whole).exists());
    }
    assert!(published >= 6, "only {published} edits were published");
    assert!(publish(&[]));
    assert!(!beside(&part).exists(), "a build without the option leaves nothing behind");
}

/// When each file of the index was written that shows a page, by its name.
fn cards(out: &Path) -> std::collections::BTreeMap<std::ffi::OsString, std::time::SystemTime> {
    let folder = fs::read_dir(out.join("_s")).unwrap().next().unwrap().unwrap().path().join("d");
    let cards = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    cards.map(|entry| (entry.file_name(), entry.metadata().unwrap().modified().unwrap())).collect()
}

#[test]
fn of_the_index_little_is_written_again_and_the_whole_where_it_does_not_stand() {
    let (folder, root, out) = kept();
    let whole = folder.path().join("whole");
    let example = root.join("exempel/torget-i-ale.md");
    let before = cards(&out);
    replace(&example, "titel: \"", "titel: \"Nya ");
    assert!(build(&root, &out, &["--incremental"]).status.success());
    let after = cards(&out);
    let written: Vec<_> = before.iter().filter(|(name, written)| after.get(*name) != Some(written)).collect();
    assert_eq!((written.len(), before.len()), (1, after.len()), "only the example's own");
    assert!(build(&root, &whole, &[]).status.success());
    assert!(files(&out) == files(&whole), "an index made again");

    // What the memory tells of stands nowhere any more.
    fs::remove_dir_all(beside(&out).join("spare/_s")).unwrap();
    replace(&example, "titel: \"Nya ", "titel: \"Ännu nyare ");
    assert!(build(&root, &out, &["--incremental"]).status.success());
    assert!(build(&root, &whole, &[]).status.success());
    assert!(files(&out) == files(&whole));
    assert!(cards(&out).iter().all(|(name, written)| after.get(name) != Some(written)));
}

/// Replaces text in a file, which must have it.
fn replace(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{} has no {from}", path.display());
    fs::write(path, text.replace(from, to)).unwrap();
}

/// Two builds of the golden content, so that something is kept for a third.
fn kept() -> (tempfile::TempDir, std::path::PathBuf, std::path::PathBuf) {
    let folder = content();
    let (root, out) = (folder.path().join("content"), folder.path().join("site"));
    for _ in 0..2 {
        assert!(build(&root, &out, &["--incremental"]).status.success());
    }
    (folder, root, out)
}

#[test]
fn what_is_remembered_is_the_owners_and_holds_no_draft() {
    let (_folder, root, out) = kept();
    let memory = beside(&out).join("memory");
    let holds = |word: &str| fs::read(&memory).unwrap().windows(word.len()).any(|part| part == word.as_bytes());
    let draft = root.join("exempel/utkast.md");
    replace(&draft, "titel: ", "titel: Hemligheten ");
    let page = root.join("sidor/om/about.md");
    replace(&page, "titel: About", "titel: Kungorelsen");
    assert!(build(&root, &out, &["--incremental"]).status.success());
    assert!(holds("Kungorelsen") && !holds("Hemligheten"));
    replace(&page, "titel: Kungorelsen", "titel: Kungorelsen\nstatus: utkast");
    assert!(build(&root, &out, &["--incremental"]).status.success());
    assert!(!holds("Kungorelsen"), "what becomes a draft again is forgotten");
    let example = root.join("exempel/torget-i-ale.md");
    replace(&example, "titel: \"", "titel: \"Förtroligheten ");
    assert!(build(&root, &out, &["--incremental"]).status.success());
    assert!(holds("förtrolig"), "what search finds is remembered");
    replace(&example, "titel: \"Förtroligheten ", "titel: \"");
    assert!(build(&root, &out, &["--incremental"]).status.success());
    assert!(!holds("förtrolig") && !holds("Förtrolig"), "and forgotten when it has been taken from its page");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&memory).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn pages_made_from_the_same_are_not_written_again_and_others_are() {
    let (_folder, root, out) = kept();
    let written = |path: &str| fs::metadata(out.join(path)).unwrap().modified().unwrap();
    let pages = ["exempel/torget-i-ale/index.html", "fia/intervjun/index.html", "data/exempel.csv"];
    let before = pages.map(written);
    replace(&root.join("fia/intervjun.md"), "titel: ", "titel: X ");
    assert!(build(&root, &out, &["--incremental"]).status.success());
    let after = pages.map(written);
    assert_eq!((before[0] == after[0], before[1] == after[1], before[2] == after[2]), (true, false, true));
}

#[test]
fn a_memory_that_is_damaged_or_foreign_is_none_and_one_that_lies_is_found_out() {
    type Damage = fn(&mut Vec<u8>);
    let damages: [(&str, Damage); 6] = [
        ("empty", |bytes| bytes.clear()),
        ("cut off", |bytes| bytes.truncate(bytes.len() / 2)),
        ("another version", |bytes| bytes[16] = b'9'),
        ("another program", |bytes| bytes[20] ^= 1),
        ("another sum", |bytes| bytes[60] ^= 1),
        ("another page", |bytes| *bytes.last_mut().unwrap() ^= 1),
    ];
    let (folder, root, out) = kept();
    let whole = folder.path().join("whole");
    let memory = beside(&out).join("memory");
    for (number, (damage, apply)) in damages.into_iter().enumerate() {
        replace(&root.join("sidor/om/about.md"), "About", &format!("About {number}"));
        let mut bytes = fs::read(&memory).unwrap();
        apply(&mut bytes);
        fs::write(&memory, bytes).unwrap();
        assert!(build(&root, &out, &["--incremental"]).status.success(), "{damage}");
        assert!(build(&root, &whole, &[]).status.success());
        assert!(files(&out) == files(&whole), "{damage}");
    }
    // A memory of this very program that tells of pages which do not stand there.
    fs::remove_dir_all(beside(&out).join("spare/exempel")).unwrap();
    assert!(build(&root, &out, &["--incremental"]).status.success());
    assert!(files(&out) == files(&whole), "pages that are gone");
}
