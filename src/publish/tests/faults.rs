//! A disk that breaks at every step in turn.

use super::*;
use crate::publish::Swap;
use crate::publish::disk::{Attempt, Disk, Kind, Named, RealDisk, Stamp};
use std::fs::Permissions;
use std::io::{self, ErrorKind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How the disk breaks at its step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Break {
    /// The step fails with this error, half done where it can be, and the disk works again.
    Fails(ErrorKind),
    /// The step is done and reported as failed, as on a network file system.
    FailsDone,
    /// The step and all after it fail: to the files the same as a killed process.
    Dies,
}

/// Counts steps, and breaks at one of them.
#[derive(Debug)]
struct BrokenDisk {
    step: Arc<AtomicUsize>,
    breaks_at: usize,
    how: Break,
    /// What exchanging two folders gives, if it is not supported.
    no_exchange: Option<ErrorKind>,
    /// Whether files can have several names.
    links: bool,
}

impl BrokenDisk {
    fn new(breaks_at: usize, how: Break) -> BrokenDisk {
        BrokenDisk { step: Arc::default(), breaks_at, how, no_exchange: None, links: true }
    }

    fn step<T>(&self, act: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        self.step_or_half(|| {}, act)
    }

    /// One step; `half` is what is done of it before it fails.
    fn step_or_half<T>(&self, half: impl FnOnce(), act: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        let step = self.step.fetch_add(1, Ordering::Relaxed) + 1;
        match self.how {
            Break::Fails(kind) if step == self.breaks_at => {
                half();
                Err(kind.into())
            }
            Break::FailsDone if step == self.breaks_at => {
                act()?;
                Err(ErrorKind::TimedOut.into())
            }
            Break::Dies if step == self.breaks_at => {
                half();
                Err(ErrorKind::Other.into())
            }
            Break::Dies if step > self.breaks_at => Err(ErrorKind::Other.into()),
            _ => act(),
        }
    }
}

impl Disk for BrokenDisk {
    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        self.step(|| RealDisk.canonicalize(path))
    }
    fn kind(&self, path: &Path) -> io::Result<Option<Kind>> {
        self.step(|| RealDisk.kind(path))
    }
    fn stamp(&self, file: &Path) -> io::Result<Option<Stamp>> {
        self.step(|| RealDisk.stamp(file))
    }
    fn entries(&self, folder: &Path) -> io::Result<Vec<Named>> {
        self.step(|| RealDisk.entries(folder))
    }
    fn is_empty(&self, folder: &Path) -> io::Result<bool> {
        self.step(|| RealDisk.is_empty(folder))
    }
    fn read(&self, file: &Path) -> io::Result<Vec<u8>> {
        self.step(|| RealDisk.read(file))
    }
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.step(|| RealDisk.make_folder(folder))
    }
    fn write(&self, file: &Path, bytes: &[u8], sync: bool) -> io::Result<()> {
        // Nothing is done where the file stands already.
        let half = || drop(RealDisk.write(file, &bytes[..bytes.len() / 2], false));
        self.step_or_half(half, || RealDisk.write(file, bytes, sync))
    }
    fn write_private(&self, file: &Path, bytes: &[u8]) -> io::Result<()> {
        let half = || drop(RealDisk.write_private(file, &bytes[..bytes.len() / 2]));
        self.step_or_half(half, || RealDisk.write_private(file, bytes))
    }
    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(|| if self.links { RealDisk.link(from, to) } else { Err(ErrorKind::Unsupported.into()) })
    }
    fn copy(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step_or_half(|| fs::write(to, "ha").unwrap(), || RealDisk.copy(from, to))
    }
    fn permissions(&self, path: &Path) -> io::Result<Permissions> {
        self.step(|| RealDisk.permissions(path))
    }
    fn set_permissions(&self, path: &Path, permissions: Permissions) -> io::Result<()> {
        self.step(|| RealDisk.set_permissions(path, permissions))
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(|| RealDisk.rename(from, to))
    }
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.step(|| match self.no_exchange {
            Some(kind) => Err(kind.into()),
            None => RealDisk.exchange(one, other),
        })
    }
    fn remove_file(&self, file: &Path) -> io::Result<()> {
        self.step(|| RealDisk.remove_file(file))
    }
    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        self.step(|| RealDisk.remove_folder(folder))
    }
    fn remove_tree(&self, folder: &Path) -> io::Result<()> {
        let half = || {
            for path in files(folder).keys().step_by(2) {
                fs::remove_file(folder.join(path)).unwrap();
            }
        };
        self.step_or_half(half, || RealDisk.remove_tree(folder))
    }
    fn sync_file(&self, file: &Path) -> io::Result<()> {
        self.step(|| RealDisk.sync_file(file))
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step(|| RealDisk.sync_folder(folder))
    }
    fn lock(&self, file: &Path) -> io::Result<Attempt> {
        self.step(|| RealDisk.lock(file))
    }
}

fn build_on(disk: BrokenDisk, out: &Path, version: u32, options: Options) -> Result<Published, PublishError> {
    let memory = crate::publish::memory(out);
    let mut staging = Staging::open_on(Box::new(disk), out, &[], options)?;
    write_as_remembered(&mut staging, memory, version)?;
    staging.publish()
}

/// A folder for thousands of sites: in memory, where there is such a place.
fn quick_home() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").unwrap_or_else(|_| tempfile::tempdir().unwrap())
}

/// One way to publish, to be broken at every step.
#[derive(Clone, Copy, Debug)]
struct Case {
    /// The version that stands there before.
    old: Option<u32>,
    /// A killed build has left its staging folder.
    leftovers: bool,
    exchange: bool,
    links: bool,
    sync: bool,
    /// With a spare tree, once there are two versions.
    incremental: bool,
}

impl Case {
    /// Breaks every step, one run each; tells how many there are.
    fn break_every_step(self, how: Break) -> usize {
        for breaks_at in 1.. {
            let home = quick_home();
            let out = home.path().join("deep/site");
            let options = Options { allow_gap: !self.exchange, sync: self.sync, incremental: self.incremental };
            for version in 1..=self.old.unwrap_or(0) {
                build(&out, version, options).unwrap();
            }
            if self.leftovers {
                let dies = BrokenDisk { links: self.links, ..BrokenDisk::new(25, Break::Dies) };
                build_on(dies, &out, 50, options).unwrap_err();
                assert!(staging_folder(&out).exists());
            }
            let steps = Arc::default();
            let disk = BrokenDisk {
                step: Arc::clone(&steps),
                no_exchange: (!self.exchange).then_some(ErrorKind::Unsupported),
                links: self.links,
                ..BrokenDisk::new(breaks_at, how)
            };
            let built = build_on(disk, &out, 100, options);
            let context = format!("{self:?}, {how:?} at step {breaks_at}: {built:?}");
            self.check(&built, how, &out, &context);

            build(&out, 101, options).unwrap_or_else(|error| panic!("{error:?} after {context}"));
            assert_eq!(whole_version(&out), Some(101), "{context}");
            if self.incremental {
                assert_spare_is_the_site(&out, &context);
                build(&out, 102, options).unwrap_or_else(|error| panic!("{error:?} after {context}"));
                assert_eq!(whole_version(&out), Some(102), "{context}");
                assert_spare_is_the_site(&out, &context);
                build(&out, 103, Options { incremental: false, ..options }).unwrap();
                assert_eq!(whole_version(&out), Some(103), "{context}");
            }
            assert_eq!(names(out.parent().unwrap()), ["site"], "{context}");
            if steps.load(Ordering::Relaxed) < breaks_at {
                assert!(built.unwrap().warnings.is_empty(), "{context}");
                return breaks_at - 1;
            }
        }
        unreachable!()
    }

    /// Whether what stands at `out` is whole, and what `built` says it is.
    fn check(self, built: &Result<Published, PublishError>, how: Break, out: &Path, context: &str) {
        if let Err(PublishError::GapLeft { old, .. }) = built {
            assert!(!self.exchange && how == Break::Dies, "{context}");
            assert_eq!((whole_version(out), whole_version(old)), (None, self.old), "{context}");
            // Opening is enough to put it back.
            drop(Staging::open(out, &[], Options::default()).unwrap());
        }
        let stands = whole_version(out);
        match built {
            Ok(_) => assert_eq!(stands, Some(100), "{context}"),
            Err(_) if how == Break::FailsDone => {
                assert!(stands == self.old || stands == Some(100), "{context}");
            }
            Err(_) => assert_eq!(stands, self.old, "{context}"),
        }
    }
}

/// Every way to publish, broken in one way at every step.
fn break_everything(how: Break) {
    let first = Case { old: None, leftovers: false, exchange: true, links: true, sync: false, incremental: false };
    let replacing = Case { old: Some(1), ..first };
    for case in [
        first,
        Case { leftovers: true, sync: true, ..first },
        replacing,
        Case { leftovers: true, links: false, sync: true, ..replacing },
        Case { exchange: false, ..replacing },
        Case { leftovers: true, exchange: false, links: false, ..replacing },
        Case { incremental: true, ..replacing },
        Case { old: Some(3), incremental: true, ..replacing },
        Case { incremental: true, links: false, ..replacing },
    ] {
        let steps = case.break_every_step(how);
        assert!(steps > 25, "only {steps} steps");
    }
}

#[test]
fn a_full_disk_at_any_step_leaves_a_whole_site_and_the_next_build_succeeds() {
    break_everything(Break::Fails(ErrorKind::StorageFull));
}

#[test]
fn forbidden_steps_leave_a_whole_site_and_the_next_build_succeeds() {
    break_everything(Break::Fails(ErrorKind::PermissionDenied));
}

#[test]
fn steps_done_but_reported_as_failed_leave_a_whole_site_and_the_next_build_succeeds() {
    break_everything(Break::FailsDone);
}

#[test]
fn death_at_any_step_leaves_a_whole_site_and_the_next_build_succeeds() {
    break_everything(Break::Dies);
}

#[test]
fn without_exchange_the_old_site_stays_and_the_remedy_is_named() {
    for kind in [ErrorKind::InvalidInput, ErrorKind::Unsupported, ErrorKind::CrossesDevices, ErrorKind::ResourceBusy] {
        let home = tempfile::tempdir().unwrap();
        let out = home.path().join("site");
        let disk = || BrokenDisk { no_exchange: Some(kind), ..BrokenDisk::new(usize::MAX, Break::Dies) };
        // A first site needs no exchange.
        build_on(disk(), &out, 1, Options::default()).unwrap();
        let error = build_on(disk(), &out, 2, Options::default()).unwrap_err();
        assert_eq!(error.message_id(), "publish-no-exchange");
        assert!(error.to_string().contains("--allow-gap"), "{error}");
        assert_eq!((whole_version(&out), names(home.path())), (Some(1), vec!["site".to_owned()]));

        let options = Options { allow_gap: true, ..Options::default() };
        let published = build_on(disk(), &out, 2, options).unwrap();
        assert_eq!((published.swap, published.warnings.len()), (Swap::Gap, 0));
        assert_eq!((whole_version(&out), names(home.path())), (Some(2), vec!["site".to_owned()]));
    }
}

#[test]
fn where_folders_can_exchange_nobody_meets_a_gap() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("site");
    build(&out, 1, Options::default()).unwrap();
    let published = build(&out, 2, Options { allow_gap: true, ..Options::default() }).unwrap();
    assert_eq!(published.swap, Swap::Exchanged);
}

#[test]
fn a_site_left_aside_in_a_gap_is_put_back_and_never_swept_up_before() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("site");
    let old = staging_folder(&out).join("old");
    let leave_in_gap = || {
        fs::create_dir(staging_folder(&out)).unwrap();
        fs::rename(&out, &old).unwrap();
    };
    build(&out, 1, Options::default()).unwrap();
    leave_in_gap();
    drop(Staging::open(&out, &[], Options::default()).unwrap());
    assert_eq!(whole_version(&out), Some(1));

    leave_in_gap();
    fs::create_dir(&out).unwrap(); // by a web server, say
    let published = build(&out, 2, Options::default()).unwrap();
    assert_eq!((published.swap, published.carried), (Swap::Exchanged, 1));

    leave_in_gap();
    fs::create_dir(&out).unwrap();
    fs::write(out.join("thesis.docx"), "years of work").unwrap();
    Staging::open(&out, &[], Options::default()).unwrap_err();
    assert_eq!((names(&out), whole_version(&old)), (vec!["thesis.docx".to_owned()], Some(2)));
}

/// The errors that the real disk gives are those the decisions are made by.
#[cfg(target_os = "linux")]
#[test]
fn the_systems_errors_have_the_kinds_we_decide_by() {
    use rustix::io::Errno;
    for (errno, kind) in [
        (Errno::INVAL, ErrorKind::InvalidInput),
        (Errno::NOSYS, ErrorKind::Unsupported),
        (Errno::OPNOTSUPP, ErrorKind::Unsupported),
        (Errno::XDEV, ErrorKind::CrossesDevices),
        (Errno::BUSY, ErrorKind::ResourceBusy),
        (Errno::NOSPC, ErrorKind::StorageFull),
        (Errno::DQUOT, ErrorKind::QuotaExceeded),
        (Errno::ROFS, ErrorKind::ReadOnlyFilesystem),
        (Errno::NOTDIR, ErrorKind::NotADirectory),
    ] {
        assert_eq!(io::Error::from(errno).kind(), kind, "{errno:?}");
    }
}
