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
    let edits: [(&str, &dyn Fn()); 8] = [
        ("nothing", &|| {}),
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
