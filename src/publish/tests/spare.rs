//! What is kept for the next build, and what never is.

use super::*;

const KEEP: Options = Options { allow_gap: false, sync: false, incremental: true };

/// Whether the spare tree, if there is one, holds the published site and nothing else.
pub fn assert_spare_is_the_site(out: &Path, context: &str) {
    let folder = staging_folder(out);
    if folder.exists() {
        let names: Vec<String> = names(&folder).into_iter().filter(|name| name != "memory").collect();
        assert_eq!(names, ["list", "spare"], "{context}");
        assert!(files(&folder.join("spare")) == files(out), "{context}");
        let empty = empty_folders(&folder.join("spare"));
        assert!(empty.is_empty(), "{context}: {empty:?}");
    }
    assert!(empty_folders(out).is_empty(), "{context}");
}

fn empty_folders(folder: &Path) -> Vec<PathBuf> {
    let below: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let mut empty = if below.is_empty() { vec![folder.to_owned()] } else { Vec::new() };
    empty.extend(below.iter().filter(|path| path.is_dir()).flat_map(|path| empty_folders(path)));
    empty
}

/// Publishes two versions, so that there is a spare tree.
fn with_spare() -> (tempfile::TempDir, PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("site");
    build(&out, 1, KEEP).unwrap();
    build(&out, 2, KEEP).unwrap();
    assert!(staging_folder(&out).join("spare").is_dir());
    (home, out)
}

#[test]
fn what_has_not_changed_is_kept_and_all_else_is_as_without_a_spare_tree() {
    let (_home, out) = with_spare();
    for version in 3..7 {
        let published = build(&out, version, KEEP).unwrap();
        // The page that is always the same, the file that has moved with its folder, and the two assets that are carried.
        assert_eq!((published.kept, published.carried), (4, 2));
        assert_eq!(whole_version(&out), Some(version));
        assert_spare_is_the_site(&out, "");
    }
    let again = build(&out, 6, KEEP).unwrap();
    assert_eq!(again.kept, again.files, "nothing is written");
    assert_spare_is_the_site(&out, "");
}

#[test]
fn a_build_without_the_option_leaves_nothing_behind() {
    let (home, out) = with_spare();
    build(&out, 3, Options::default()).unwrap();
    assert_eq!(names(home.path()), ["site"]);
    build(&out, 4, KEEP).unwrap();
    assert!(staging_folder(&out).exists());
    build(&out, 5, Options { sync: true, ..KEEP }).unwrap();
    assert_eq!(names(home.path()), ["site"]);
}

#[test]
fn a_file_that_somebody_touched_is_made_anew() {
    let (_home, out) = with_spare();
    // In the published site, which has the same files: changed in place, replaced, removed, and one too many.
    fs::write(out.join(SAME), "SAMMA").unwrap();
    build(&out, 3, KEEP).unwrap();
    assert_eq!(whole_version(&out), Some(3));
    fs::remove_file(out.join(SAME)).unwrap();
    fs::write(out.join(SAME), "ANNAT").unwrap();
    fs::create_dir(out.join("annat")).unwrap();
    fs::write(out.join("annat/fil.html"), "x").unwrap();
    for version in 4..7 {
        build(&out, version, KEEP).unwrap();
        assert_eq!(whole_version(&out), Some(version));
        assert_spare_is_the_site(&out, "");
    }
    fs::remove_dir_all(out.join("samma")).unwrap();
    for version in 7..10 {
        build(&out, version, KEEP).unwrap();
        assert_eq!(whole_version(&out), Some(version));
    }
}

#[test]
fn a_damaged_list_or_tree_is_forgotten() {
    type Damage = fn(&Path);
    let damages: [(&str, Damage); 8] = [
        ("no memory", |folder| fs::remove_file(folder.join("memory")).unwrap()),
        ("a memory of another page", |folder| fs::write(folder.join("memory"), [7; 32]).unwrap()),
        ("a folder in place of the memory", |folder| {
            fs::remove_file(folder.join("memory")).unwrap();
            fs::create_dir_all(folder.join("memory/x")).unwrap();
        }),
        ("no list", |folder| fs::remove_file(folder.join("list")).unwrap()),
        ("a list cut off", |folder| {
            let bytes = fs::read(folder.join("list")).unwrap();
            fs::write(folder.join("list"), &bytes[..bytes.len() / 2]).unwrap();
        }),
        ("a list of another program", |folder| fs::write(folder.join("list"), "samverka list 9 0\n").unwrap()),
        ("no tree", |folder| fs::remove_dir_all(folder.join("spare")).unwrap()),
        ("half a tree", |folder| fs::remove_dir_all(folder.join("spare/exempel")).unwrap()),
    ];
    for (name, damage) in damages {
        let (_home, out) = with_spare();
        damage(&staging_folder(&out));
        for version in 3..5 {
            build(&out, version, KEEP).unwrap_or_else(|error| panic!("{name}: {error:?}"));
            assert_eq!(whole_version(&out), Some(version), "{name}");
            assert_spare_is_the_site(&out, name);
        }
    }
}

#[test]
fn a_file_takes_the_place_of_a_folder_and_the_other_way_round() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("site");
    let site = |pages: &[&str]| {
        let staging = Staging::open(&out, &[], KEEP).unwrap();
        pages.iter().for_each(|page| staging.write(page, page.as_bytes()).unwrap());
        staging.write("manifest.json", br#"{"generator": "samverka 1"}"#).unwrap();
        staging.publish().unwrap();
        assert_spare_is_the_site(&out, &format!("{pages:?}"));
        let mut found: Vec<String> = files(&out).into_keys().filter(|path| path != "manifest.json").collect();
        found.sort();
        assert_eq!(found, pages);
    };
    for _ in 0..2 {
        site(&["a/b/c.html", "a/b/d.html", "x"]);
        site(&["a/b/c.html", "x"]);
        site(&["a/b", "x/y.html"]);
        site(&["A", "x/Y.html"]);
    }
}
