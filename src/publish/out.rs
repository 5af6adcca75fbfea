//! Where to publish: finds the folder, and refuses every one that must not be replaced.

use super::disk::{Disk, Kind};
use super::manifest::{self, Manifest};
use super::{Action, PublishError};
use std::env;
use std::io;
use std::path::{Path, PathBuf};

/// What stands at `--out`.
#[derive(Debug)]
pub(super) enum Standing {
    /// Nothing.
    Missing,
    /// An empty folder.
    Empty,
    /// A site that this program made.
    Ours(Manifest),
}

/// The absolute path of `out` with every symbolic link resolved, also if it does not exist.
pub(super) fn resolve(disk: &dyn Disk, out: &Path) -> Result<PathBuf, PublishError> {
    let look = |source| PublishError::io(Action::Look, out, source);
    if disk.kind(out).map_err(look)?.is_some() {
        return disk.canonicalize(out).map_err(|source| match source.kind() {
            io::ErrorKind::NotFound => PublishError::DanglingLink { out: out.to_owned() },
            _ => look(source),
        });
    }
    let Some(name) = out.file_name() else {
        return Err(PublishError::Unnamed { out: out.to_owned() });
    };
    let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty());
    Ok(resolve(disk, parent.unwrap_or(Path::new(".")))?.join(name))
}

/// Refuses an `out` (resolved) that holds what must not be removed: a file system's root, the
/// current folder, or one of `protect`; and one that lies inside one of `protect`.
pub(super) fn refuse_holder(disk: &dyn Disk, out: &Path, protect: &[PathBuf]) -> Result<(), PublishError> {
    if out.parent().is_none() {
        return Err(PublishError::Unnamed { out: out.to_owned() });
    }
    if let Ok(current) = env::current_dir() {
        let inside = resolve(disk, &current)?;
        if inside.starts_with(out) {
            return Err(PublishError::HoldsCurrent { out: out.to_owned(), inside });
        }
    }
    for path in protect {
        let inside = resolve(disk, path)?;
        if inside.starts_with(out) {
            return Err(PublishError::HoldsSource { out: out.to_owned(), inside });
        }
        if out.starts_with(&inside) {
            return Err(PublishError::InsideSource { out: out.to_owned(), holder: inside });
        }
    }
    Ok(())
}

/// What stands at `out` (resolved). Refuses what is not ours to replace.
pub(super) fn inspect(disk: &dyn Disk, out: &Path) -> Result<Standing, PublishError> {
    let look = |source| PublishError::io(Action::Look, out, source);
    match disk.kind(out).map_err(look)? {
        None => return Ok(Standing::Missing),
        Some(Kind::Folder) => {}
        Some(_) => {
            return Err(PublishError::NotAFolder { out: out.to_owned() });
        }
    }
    if disk.is_empty(out).map_err(look)? {
        return Ok(Standing::Empty);
    }
    let path = out.join(manifest::NAME);
    let found = disk.kind(&path).map_err(|source| PublishError::io(Action::Look, &path, source))?;
    if found != Some(Kind::File) {
        return Err(PublishError::NotOurs { out: out.to_owned() });
    }
    let bytes = disk.read(&path).map_err(|source| PublishError::io(Action::Read, &path, source))?;
    let Some(manifest) = Manifest::read(&bytes) else {
        return Err(PublishError::NotOurs { out: out.to_owned() });
    };
    let repository = out.join(".git");
    match disk.kind(&repository) {
        Ok(None) => Ok(Standing::Ours(manifest)),
        Ok(Some(_)) => Err(PublishError::HoldsRepository { out: out.to_owned() }),
        Err(source) => Err(PublishError::io(Action::Look, &repository, source)),
    }
}
