//! Every step on the file system, behind one small trait.
//!
//! [`Staging`](super::Staging) touches nothing except through [`Disk`], so that a test can break
//! the disk at any step and look at what is left. One method is one step.

use std::ffi::OsString;
use std::fmt::Debug;
use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// What stands at a path, without following a symbolic link there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A folder.
    Folder,
    /// An ordinary file.
    File,
    /// A symbolic link, a device, a socket …
    Other,
}

impl Kind {
    fn of(found: fs::FileType) -> Kind {
        match found {
            found if found.is_dir() => Kind::Folder,
            found if found.is_file() => Kind::File,
            _ => Kind::Other,
        }
    }
}

#[cfg(unix)]
fn inode(found: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(found)
}

#[cfg(not(unix))]
fn inode(_: &fs::Metadata) -> u64 {
    0
}

#[cfg(unix)]
fn inode_of(entry: &fs::DirEntry) -> u64 {
    std::os::unix::fs::DirEntryExt::ino(entry)
}

#[cfg(not(unix))]
fn inode_of(_: &fs::DirEntry) -> u64 {
    0
}

/// What a folder holds under a name.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub name: OsString,
    pub kind: Kind,
    /// As in a [`Stamp`], without looking at the file itself.
    pub inode: u64,
}

/// What tells a file from one that was written later in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Its number in the file system; 0 where there is none.
    pub inode: u64,
    /// In bytes.
    pub size: u64,
    /// When its content changed, in nanoseconds since 1970.
    pub changed: u64,
}

/// The outcome of one attempt to lock.
#[derive(Debug)]
#[cfg_attr(not(unix), allow(dead_code))] // other systems have fewer outcomes
pub(super) enum Attempt {
    /// The lock is ours until it is dropped.
    Held(Lock),
    /// Another process holds it.
    Busy,
    /// The former holder removed the file meanwhile: try again with a new one.
    Vanished,
}

/// A lock that we hold.
#[derive(Debug)]
pub(super) struct Lock(File);

impl Drop for Lock {
    /// Closing the file is not enough: a process that another thread is just starting has it open
    /// too until it runs its own program.
    fn drop(&mut self) {
        #[cfg(unix)]
        let _ = rustix::fs::flock(&self.0, rustix::fs::FlockOperation::Unlock);
        #[cfg(not(unix))]
        let _ = &self.0; // nothing is shared there: closing is enough
    }
}

/// The file system as this module needs it.
pub(super) trait Disk: Debug + Send + Sync {
    /// The path with every symbolic link resolved; it must exist.
    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf>;
    /// What stands at `path`; `None` when nothing does.
    fn kind(&self, path: &Path) -> io::Result<Option<Kind>>;
    /// The stamp of an ordinary file; `None` when there is none.
    fn stamp(&self, file: &Path) -> io::Result<Option<Stamp>>;
    /// What a folder holds, in any order.
    fn entries(&self, folder: &Path) -> io::Result<Vec<Named>>;
    /// Whether a folder holds nothing.
    fn is_empty(&self, folder: &Path) -> io::Result<bool>;
    /// A whole file.
    fn read(&self, file: &Path) -> io::Result<Vec<u8>>;
    /// Makes one folder, whose parent exists.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;
    /// Writes a file that does not exist yet; with `sync` it is on the disk upon return.
    fn write(&self, file: &Path, bytes: &[u8], sync: bool) -> io::Result<()>;
    /// Writes a file that does not exist yet, for nobody but its owner where the system can tell them apart.
    fn write_private(&self, file: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Makes `to` a second name of the file `from`.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Copies the file `from` to `to`, which does not exist yet.
    fn copy(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// The permissions of what stands at `path`.
    fn permissions(&self, path: &Path) -> io::Result<Permissions>;
    /// Changes them.
    fn set_permissions(&self, path: &Path, permissions: Permissions) -> io::Result<()>;
    /// Moves `from` to `to`, which does not exist or is an empty folder.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Lets two paths change places in one step that nobody can see the middle of.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;
    /// Removes one file.
    fn remove_file(&self, file: &Path) -> io::Result<()>;
    /// Removes one empty folder.
    fn remove_folder(&self, folder: &Path) -> io::Result<()>;
    /// Removes a folder and all in it, following no symbolic link.
    fn remove_tree(&self, folder: &Path) -> io::Result<()>;
    /// Waits until a file's bytes are on the disk.
    fn sync_file(&self, file: &Path) -> io::Result<()>;
    /// Waits until a folder's names are on the disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Makes the lock file if need be and tries, without waiting, to lock it.
    fn lock(&self, file: &Path) -> io::Result<Attempt>;
}

/// The real file system.
#[derive(Debug)]
pub(super) struct RealDisk;

impl Disk for RealDisk {
    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn kind(&self, path: &Path) -> io::Result<Option<Kind>> {
        match fs::symlink_metadata(path) {
            Ok(found) => Ok(Some(Kind::of(found.file_type()))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn stamp(&self, file: &Path) -> io::Result<Option<Stamp>> {
        match fs::symlink_metadata(file) {
            Ok(found) if found.is_file() => {
                let changed = found.modified()?.duration_since(UNIX_EPOCH).map_err(io::Error::other)?;
                let changed = u64::try_from(changed.as_nanos()).map_err(io::Error::other)?;
                Ok(Some(Stamp { inode: inode(&found), size: found.len(), changed }))
            }
            Ok(_) => Ok(None),
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn entries(&self, folder: &Path) -> io::Result<Vec<Named>> {
        let entry = |entry: io::Result<fs::DirEntry>| {
            let entry = entry?;
            Ok(Named { name: entry.file_name(), kind: Kind::of(entry.file_type()?), inode: inode_of(&entry) })
        };
        fs::read_dir(folder)?.map(entry).collect()
    }

    fn is_empty(&self, folder: &Path) -> io::Result<bool> {
        Ok(fs::read_dir(folder)?.next().transpose()?.is_none())
    }

    fn read(&self, file: &Path) -> io::Result<Vec<u8>> {
        fs::read(file)
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir(folder)
    }

    fn write(&self, file: &Path, bytes: &[u8], sync: bool) -> io::Result<()> {
        let mut new = OpenOptions::new().write(true).create_new(true).open(file)?;
        new.write_all(bytes)?;
        if sync { new.sync_all() } else { Ok(()) }
    }

    fn write_private(&self, file: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut options = OpenOptions::new();
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.write(true).create_new(true).open(file)?.write_all(bytes)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn copy(&self, from: &Path, to: &Path) -> io::Result<()> {
        // Not `fs::copy`, which would empty `from` if `to` were its second name.
        io::copy(&mut File::open(from)?, &mut File::create_new(to)?).map(drop)
    }

    fn permissions(&self, path: &Path) -> io::Result<Permissions> {
        Ok(fs::metadata(path)?.permissions())
    }

    fn set_permissions(&self, path: &Path, permissions: Permissions) -> io::Result<()> {
        fs::set_permissions(path, permissions)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        exchange(one, other)
    }

    fn remove_file(&self, file: &Path) -> io::Result<()> {
        fs::remove_file(file)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        fs::remove_dir(folder)
    }

    fn remove_tree(&self, folder: &Path) -> io::Result<()> {
        fs::remove_dir_all(folder)
    }

    fn sync_file(&self, file: &Path) -> io::Result<()> {
        File::open(file)?.sync_all()
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        if cfg!(not(unix)) {
            return Ok(()); // a folder cannot be opened as a file there
        }
        match File::open(folder)?.sync_all() {
            // Some network file systems keep folders on the server and answer EINVAL.
            Err(error) if error.kind() == io::ErrorKind::InvalidInput => Ok(()),
            done => done,
        }
    }

    fn lock(&self, file: &Path) -> io::Result<Attempt> {
        lock(file)
    }
}

/// `renameat2(RENAME_EXCHANGE)`, on Apple's systems `renameatx_np(RENAME_SWAP)`.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(unix)]
fn lock(path: &Path) -> io::Result<Attempt> {
    use rustix::fs::{FlockOperation, Mode, OFlags};
    use rustix::io::Errno;
    use std::os::unix::fs::MetadataExt;

    let flags = OFlags::CREATE | OFlags::RDWR | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let file = File::from(rustix::fs::open(path, flags, Mode::from_raw_mode(0o666))?);
    match rustix::fs::flock(&file, FlockOperation::NonBlockingLockExclusive) {
        Ok(()) => {}
        Err(Errno::WOULDBLOCK) => return Ok(Attempt::Busy),
        Err(error) => return Err(error.into()),
    }
    // The former holder removes the file before it lets go of the lock. Then what we locked has
    // no name any more, and a third process may lock another file of that name.
    let held = file.metadata()?;
    match fs::symlink_metadata(path) {
        Ok(named) if (named.dev(), named.ino()) == (held.dev(), held.ino()) => Ok(Attempt::Held(Lock(file))),
        Ok(_) => Ok(Attempt::Vanished),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Attempt::Vanished),
        Err(error) => Err(error),
    }
}

/// A file that nobody else may open while it is open here.
#[cfg(windows)]
fn lock(path: &Path) -> io::Result<Attempt> {
    use std::os::windows::fs::OpenOptionsExt;
    const ERROR_SHARING_VIOLATION: i32 = 32;

    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    match options.share_mode(0).open(path) {
        Ok(file) => Ok(Attempt::Held(Lock(file))),
        Err(error) if error.raw_os_error() == Some(ERROR_SHARING_VIOLATION) => Ok(Attempt::Busy),
        Err(error) => Err(error),
    }
}

/// A system without locks: two builds at once are the reader's own care.
#[cfg(not(any(unix, windows)))]
fn lock(path: &Path) -> io::Result<Attempt> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    options.open(path).map(|file| Attempt::Held(Lock(file)))
}
