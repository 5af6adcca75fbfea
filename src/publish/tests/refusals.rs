//! What is refused, and that it is untouched.

use super::*;

/// The id of the error that opening `out` gives.
fn refusal(out: &Path) -> &'static str {
    Staging::open(out, &[], Options::default()).unwrap_err().message_id()
}

#[test]
fn a_folder_that_is_not_ours_is_refused_and_untouched() {
    for (name, bytes) in [
        ("thesis.docx", "years of work"),
        ("manifest.json", r#"{"generator": "Hugo"}"#),
        ("manifest.json", r#"{"name": "an app", "start_url": "/"}"#),
        ("manifest.json", "{"),
    ] {
        let home = tempfile::tempdir().unwrap();
        let out = home.path().join("site");
        fs::create_dir(&out).unwrap();
        fs::write(out.join(name), bytes).unwrap();
        assert_eq!(refusal(&out), "publish-not-ours");
        assert_eq!(files(home.path()), [(format!("site/{name}"), bytes.as_bytes().to_vec())].into());
        assert_eq!(names(home.path()), ["site"]);
    }
}

#[test]
fn a_site_of_ours_in_a_git_working_tree_is_refused() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("site");
    build(&out, 1, Options::default()).unwrap();
    fs::write(out.join(".git"), "gitdir: elsewhere").unwrap();
    assert_eq!(refusal(&out), "publish-holds-repository");
    assert_eq!(names(home.path()), ["site"]);
}

#[test]
fn a_folder_that_changed_hands_during_the_build_is_refused() {
    for stood_before in [false, true] {
        let home = tempfile::tempdir().unwrap();
        let out = home.path().join("site");
        if stood_before {
            build(&out, 1, Options::default()).unwrap();
        }
        let staging = Staging::open(&out, &[], Options::default()).unwrap();
        write_site(&staging, 2).unwrap();
        if stood_before {
            fs::remove_dir_all(&out).unwrap();
        }
        fs::create_dir(&out).unwrap();
        fs::write(out.join("thesis.docx"), "years of work").unwrap();
        assert_eq!(staging.publish().unwrap_err().message_id(), "publish-not-ours");
        assert_eq!(names(&out), ["thesis.docx"]);
        assert_eq!(names(home.path()), ["site"]);
    }
}

#[test]
fn a_file_is_refused() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("site");
    fs::write(&out, "a file").unwrap();
    assert_eq!(refusal(&out), "publish-not-a-folder");
    assert!(refusal(&out.join("below")).starts_with("publish-"));
    assert_eq!(fs::read(&out).unwrap(), b"a file");
    assert_eq!(names(home.path()), ["site"]);
}

#[cfg(unix)]
#[test]
fn links_to_nothing_to_a_file_and_in_place_of_the_staging_folder_are_refused() {
    use std::os::unix::fs::symlink;
    let home = tempfile::tempdir().unwrap();
    let path = |name: &str| home.path().join(name);
    symlink("nothing", path("dangling")).unwrap();
    assert_eq!(refusal(&path("dangling")), "publish-dangling-link");
    fs::write(path("file"), "").unwrap();
    symlink("file", path("to-file")).unwrap();
    assert_eq!(refusal(&path("to-file")), "publish-not-a-folder");
    fs::create_dir_all(path("elsewhere/new")).unwrap();
    symlink("elsewhere", path(".site.samverka")).unwrap();
    assert_eq!(refusal(&path("site")), "publish-staging-taken");
    assert_eq!(names(&path("elsewhere")), ["new"]);
    assert!(path(".site.samverka").is_symlink());
}

#[test]
fn roots_and_nameless_folders_are_refused() {
    for out in ["/", "", "missing/.."] {
        assert_eq!(refusal(Path::new(out)), "publish-unnamed", "{out:?}");
    }
}

#[test]
fn the_current_folder_and_those_above_it_are_refused() {
    let current = std::env::current_dir().unwrap();
    for out in [Path::new("."), &current, current.parent().unwrap(), Path::new("src/..")] {
        assert!(["publish-holds-current", "publish-unnamed"].contains(&refusal(out)), "{}", out.display());
    }
}

#[test]
fn what_the_build_reads_and_folders_above_it_are_refused() {
    let home = tempfile::tempdir().unwrap();
    let content = home.path().join("project/content");
    fs::create_dir_all(&content).unwrap();
    let open = |out: &Path| Staging::open(out, std::slice::from_ref(&content), Options::default());
    for out in [&content, content.parent().unwrap(), home.path(), &home.path().join("project/x/../content")] {
        fs::create_dir_all(home.path().join("project/x")).unwrap();
        assert_eq!(open(out).unwrap_err().message_id(), "publish-holds-source", "{}", out.display());
    }
    for fine in ["project/site", "project/content-site"] {
        open(&home.path().join(fine)).unwrap();
    }
    assert_eq!(names(&home.path().join("project")), ["content", "x"]);
}

#[test]
fn of_two_builds_at_once_the_second_is_told_to_wait() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("site");
    let first = Staging::open(&out, &[], Options::default()).unwrap();
    write_site(&first, 1).unwrap();
    for _ in 0..3 {
        assert_eq!(refusal(&out), "publish-locked");
    }
    first.publish().unwrap();
    assert_eq!(whole_version(&out), Some(1));
    build(&out, 2, Options::default()).unwrap();
}

/// Many builds race for the lock; those that get it publish whole sites, one after the other.
#[test]
fn builds_that_race_never_mix() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("site");
    std::thread::scope(|scope| {
        for worker in 0..4 {
            let out = &out;
            scope.spawn(move || {
                for round in 0..50 {
                    // Versions grow only within a worker: what is carried may be newer than the site.
                    match Staging::open(out, &[], Options::default()) {
                        Ok(staging) => {
                            write_site(&staging, worker * 50 + round).unwrap();
                            staging.publish().unwrap();
                        }
                        Err(error) => assert_eq!(error.message_id(), "publish-locked", "{error}"),
                    }
                }
            });
        }
    });
    build(&out, 1000, Options::default()).unwrap();
    assert_eq!(whole_version(&out), Some(1000));
    assert_eq!(names(home.path()), ["site"]);
}

#[test]
fn a_site_with_a_refused_path_is_not_published() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("site");
    build(&out, 1, Options::default()).unwrap();
    for (bad, id) in [
        ("../escaped", "publish-bad-path"),
        ("/escaped", "publish-bad-path"),
        ("index.html", "publish-collision"),
        ("Om/index.html", "publish-collision"),
        ("om", "publish-collision"),
        ("index.html/x", "publish-collision"),
    ] {
        let staging = Staging::open(&out, &[], Options::default()).unwrap();
        write_site(&staging, 2).unwrap();
        assert_eq!(staging.write(bad, b"").unwrap_err().message_id(), id, "{bad}");
        assert_eq!(staging.publish().unwrap_err().message_id(), "publish-incomplete");
        assert_eq!(whole_version(&out), Some(1));
        assert_eq!(names(home.path()), ["site"]);
    }
}

#[test]
fn a_site_without_our_manifest_is_not_published() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("site");
    let staging = Staging::open(&out, &[], Options::default()).unwrap();
    staging.write("index.html", b"").unwrap();
    assert_eq!(staging.publish().unwrap_err().message_id(), "publish-no-manifest");
    let staging = Staging::open(&out, &[], Options::default()).unwrap();
    assert_eq!(staging.write("manifest.json", b"{}").unwrap_err().message_id(), "publish-no-manifest");
    drop(staging);
    assert_eq!(names(home.path()), [""; 0]);
}
