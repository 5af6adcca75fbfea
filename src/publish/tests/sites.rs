//! Sites that are published as they should be.

use super::*;
use crate::publish::Swap;
use std::thread;

#[test]
fn a_first_site_and_the_next_are_published_whole_and_nothing_remains_beside() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("site");
    let first = build(&out, 1, Options::default()).unwrap();
    assert_eq!((first.swap, first.files, first.carried), (Swap::First, 11, 0));
    assert_eq!(whole_version(&out), Some(1));
    let second = build(&out, 2, Options::default()).unwrap();
    assert_eq!((second.swap, second.files, second.carried), (Swap::Exchanged, 12, 1));
    assert!(second.warnings.is_empty());
    assert_eq!(whole_version(&out), Some(2));
    assert_eq!(names(home.path()), ["site"]);
}

#[test]
fn syncing_publishes_the_same_site() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("site");
    for version in 1..=3 {
        let published = build(&out, version, Options { sync: true, ..Options::default() }).unwrap();
        assert!(published.warnings.is_empty());
    }
    assert_eq!(whole_version(&out), Some(3));
    assert_eq!(names(home.path()), ["site"]);
}

#[test]
fn an_asset_survives_exactly_two_further_generations() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("site");
    for version in 1..=6 {
        build(&out, version, Options::default()).unwrap();
        let present: Vec<u32> = (1..=6).filter(|v| out.join(asset(*v)).exists()).collect();
        let expected: Vec<u32> = (1..=version).skip((version as usize).saturating_sub(3)).collect();
        assert_eq!(present, expected, "after version {version}");
    }
    // A carried file has one name again when the old site is gone.
    assert_eq!(fs::read(out.join(asset(4))).unwrap(), b"4");
}

#[test]
fn building_the_same_site_again_is_no_new_generation() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("site");
    build(&out, 1, Options::default()).unwrap();
    build(&out, 2, Options::default()).unwrap();
    let before = files(&out);
    for _ in 0..3 {
        build(&out, 2, Options::default()).unwrap();
    }
    assert_eq!(files(&out), before);
    let staging = Staging::open(&out, &[], Options::default()).unwrap();
    assert_eq!(staging.previous_assets(), [[asset(2)], [asset(1)]]);
}

#[test]
fn an_asset_that_both_sites_have_is_the_new_ones() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("site");
    build(&out, 1, Options::default()).unwrap();
    fs::write(out.join(asset(1)), "damaged").unwrap();
    let published = build(&out, 1, Options::default()).unwrap();
    assert_eq!((published.carried, whole_version(&out)), (0, Some(1)));
}

#[test]
fn a_carried_asset_that_is_gone_or_no_file_is_skipped() {
    for ruin in [
        |asset: &Path| fs::remove_file(asset).unwrap(),
        |asset: &Path| {
            fs::remove_file(asset).unwrap();
            fs::create_dir(asset).unwrap();
        },
        |asset: &Path| {
            fs::remove_dir_all(asset.parent().unwrap()).unwrap();
            fs::write(asset.parent().unwrap(), "a file").unwrap();
        },
    ] {
        let home = tempfile::tempdir().unwrap();
        let out = home.path().join("site");
        build(&out, 1, Options::default()).unwrap();
        ruin(&out.join(asset(1)));
        assert_eq!(build(&out, 2, Options::default()).unwrap().carried, 0);
        assert_eq!(whole_version(&out), Some(2));
    }
}

#[test]
fn a_damaged_manifest_of_ours_carries_nothing_and_is_replaced() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("site");
    build(&out, 1, Options::default()).unwrap();
    fs::write(out.join("manifest.json"), r#"{"generator": "samverka 0.1.0", "assets": [["_a/"#).unwrap();
    let published = build(&out, 2, Options::default()).unwrap();
    assert_eq!((published.carried, whole_version(&out)), (0, Some(2)));
}

#[test]
fn missing_parent_folders_are_made_and_go_again_if_nothing_is_published() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("a/b/site");
    drop(Staging::open(&out, &[], Options::default()).unwrap());
    assert_eq!(names(home.path()), [""; 0]);
    build(&out, 1, Options { sync: true, ..Options::default() }).unwrap();
    assert_eq!(whole_version(&out), Some(1));
}

#[test]
fn a_dropped_staging_leaves_the_old_site_and_nothing_beside_it() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("site");
    build(&out, 1, Options::default()).unwrap();
    let staging = Staging::open(&out, &[], Options::default()).unwrap();
    write_site(&staging, 2).unwrap();
    drop(staging);
    assert_eq!(whole_version(&out), Some(1));
    assert_eq!(names(home.path()), ["site"]);
}

#[test]
fn an_empty_folder_is_filled() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("site");
    fs::create_dir(&out).unwrap();
    assert_eq!(build(&out, 1, Options::default()).unwrap().swap, Swap::First);
    assert_eq!(whole_version(&out), Some(1));
}

#[test]
fn what_a_broken_build_left_is_swept_up_without_following_links() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("site");
    let elsewhere = home.path().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    fs::write(elsewhere.join("kept"), "").unwrap();
    build(&out, 1, Options::default()).unwrap();
    let left = staging_folder(&out).join("new/sub");
    fs::create_dir_all(&left).unwrap();
    fs::write(staging_folder(&out).join("lock"), "").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(&elsewhere, left.join("link")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(&elsewhere, staging_folder(&out).join("old")).unwrap();
    build(&out, 2, Options::default()).unwrap();
    assert_eq!(whole_version(&out), Some(2));
    assert_eq!(names(home.path()), ["elsewhere", "site"]);
    assert_eq!(names(&elsewhere), ["kept"]);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_folder_stays_and_the_site_goes_where_it_points() {
    let home = tempfile::tempdir().unwrap();
    let (link, target) = (home.path().join("link"), home.path().join("disk/target"));
    fs::create_dir_all(&target).unwrap();
    std::os::unix::fs::symlink("disk/target", &link).unwrap();
    for version in 1..=2 {
        let published = build(&link, version, Options::default()).unwrap();
        assert_eq!(published.out, target.canonicalize().unwrap());
    }
    assert!(link.is_symlink());
    assert_eq!(whole_version(&target), Some(2));
    assert_eq!(names(home.path()), ["disk", "link"]);
    assert_eq!(names(&home.path().join("disk")), ["target"]);
}

#[cfg(unix)]
#[test]
fn the_old_sites_permissions_are_kept() {
    use std::os::unix::fs::PermissionsExt;
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("site");
    build(&out, 1, Options::default()).unwrap();
    for mode in [0o750, 0o2775, 0o711] {
        fs::set_permissions(&out, fs::Permissions::from_mode(mode)).unwrap();
        build(&out, 2, Options::default()).unwrap();
        assert_eq!(fs::metadata(&out).unwrap().permissions().mode() & 0o7777, mode);
    }
}

/// Only root can publish to a folder that forbids it; for others the next build must work once
/// the folder allows it.
#[cfg(unix)]
#[test]
fn a_read_only_site_does_not_leave_a_staging_folder_that_nobody_can_remove() {
    use std::os::unix::fs::PermissionsExt;
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("site");
    build(&out, 1, Options::default()).unwrap();
    fs::set_permissions(&out, fs::Permissions::from_mode(0o555)).unwrap();
    if let Err(error) = build(&out, 2, Options::default()) {
        assert_eq!(error.message_id(), "publish-denied");
        assert_eq!(whole_version(&out), Some(1));
    }
    assert_eq!(names(home.path()), ["site"]);
    fs::set_permissions(&out, fs::Permissions::from_mode(0o755)).unwrap();
    build(&out, 3, Options::default()).unwrap();
    assert_eq!(whole_version(&out), Some(3));
}

#[test]
fn many_threads_write_one_site() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("site");
    let staging = Staging::open(&out, &[], Options::default()).unwrap();
    thread::scope(|scope| {
        for worker in 0..8 {
            let staging = &staging;
            scope.spawn(move || {
                for page in 0..250 {
                    let path = format!("exempel/{}/{page}/{worker}.html", page % 10);
                    staging.write(&path, path.as_bytes()).unwrap();
                }
            });
        }
    });
    write_site(&staging, 1).unwrap();
    assert_eq!(staging.publish().unwrap().files, 2011);
    let found = files(&out);
    assert_eq!(found.len(), 2011);
    let pages = found.iter().filter(|(path, bytes)| path.as_bytes() == bytes.as_slice());
    assert_eq!(pages.count(), 2000);
}
