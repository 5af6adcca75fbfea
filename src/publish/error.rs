//! Why a site was not published.
//!
//! Each fault has an English message (`Display`) and, for the program's own languages, a Fluent
//! message id with arguments. Each message names the path and what to do about it.

use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why a site was not published, or (in [`Published::warnings`](super::Published::warnings)) what
/// was not tidied up afterwards.
///
/// Unless the message says otherwise, what visitors meet is still one whole site.
#[derive(Debug, Error)]
pub enum PublishError {
    /// The disk is full, or the reader's quota is.
    #[error("the disk is full, cannot {action} {path}: free some space and build again; the published site is whole", path = .path.display())]
    DiskFull {
        /// What was being done.
        action: Action,
        /// To which file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },

    /// The system does not let this user do it.
    #[error("no permission to {action} {path}: change its owner or permissions, or choose another --out; the published site is whole", path = .path.display())]
    Denied {
        /// What was being done.
        action: Action,
        /// To which file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },

    /// Any other fault of the file system.
    #[error("cannot {action} {path}: see to the cause and build again; the published site is whole", path = .path.display())]
    Io {
        /// What was being done.
        action: Action,
        /// To which file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },

    /// Another build holds the lock.
    #[error("another build is publishing to {out}: wait until it is done (the lock is {lock})", out = .out.display(), lock = .lock.display())]
    Locked {
        /// The folder to publish to.
        out: PathBuf,
        /// The locked file.
        lock: PathBuf,
    },

    /// `--out` names a file, or something else that is not a folder.
    #[error("{out} is not a folder: choose another --out", out = .out.display())]
    NotAFolder {
        /// The folder to publish to.
        out: PathBuf,
    },

    /// `--out`, or a folder above it, is a symbolic link to nothing.
    #[error("{out} is a symbolic link to nothing: make the folder it points to, or choose another --out", out = .out.display())]
    DanglingLink {
        /// The link.
        out: PathBuf,
    },

    /// `--out` is a file system's root or has no name of its own.
    #[error("{out:?} cannot be replaced as a whole: choose a folder with a name of its own as --out", out = .out.display().to_string())]
    Unnamed {
        /// What was given.
        out: PathBuf,
    },

    /// The current folder is `--out` or lies inside it.
    #[error("{out} holds the current folder {inside}: choose another --out, or build from elsewhere", out = .out.display(), inside = .inside.display())]
    HoldsCurrent {
        /// The folder to publish to.
        out: PathBuf,
        /// The current folder.
        inside: PathBuf,
    },

    /// The content, or something else that the build reads, is `--out` or lies inside it.
    #[error("{out} would be replaced, and {inside} with it: choose another --out", out = .out.display(), inside = .inside.display())]
    HoldsSource {
        /// The folder to publish to.
        out: PathBuf,
        /// What must not be removed.
        inside: PathBuf,
    },

    /// `--out` lies inside the content, or inside something else that the build reads.
    #[error("{out} lies inside {holder}, which the next build would read: choose an --out beside it", out = .out.display(), holder = .holder.display())]
    InsideSource {
        /// The folder to publish to.
        out: PathBuf,
        /// What the build reads.
        holder: PathBuf,
    },

    /// `--out` is a Git working tree, whose history would go with the old site.
    #[error("{out} holds a Git repository (.git), which would be removed: choose another --out and copy the site from there", out = .out.display())]
    HoldsRepository {
        /// The folder to publish to.
        out: PathBuf,
    },

    /// `--out` has files in it and no manifest of ours.
    #[error("{out} is not empty, and no site made by samverka (its manifest.json does not say so): choose another --out, or empty it", out = .out.display())]
    NotOurs {
        /// The folder to publish to.
        out: PathBuf,
    },

    /// Something else has the name of the staging folder.
    #[error("{path} is in the way of the staging folder: move it or remove it", path = .path.display())]
    StagingTaken {
        /// The sibling of `--out`.
        path: PathBuf,
    },

    /// A path of the site that no file system could be trusted with.
    #[error("the address {path:?} cannot be a file: {fault}; change it")]
    BadPath {
        /// The path in the site.
        path: String,
        /// What is wrong with it.
        fault: PathFault,
    },

    /// Two files of the site are the same to some file systems, or one is where the other needs a
    /// folder.
    #[error(
        "{path:?} and {taken:?} in the site stand in each other's way (names must differ in more than upper and lower case): rename one"
    )]
    Collision {
        /// The path that was refused.
        path: String,
        /// The path that came first.
        taken: String,
    },

    /// A file of the site could not be written, so that there is no whole site to publish.
    #[error("{out} was left as it is, because not every file of the new site could be written: see to that and build again", out = .out.display())]
    Incomplete {
        /// The folder to publish to.
        out: PathBuf,
    },

    /// No `manifest.json` of ours was written, so that the next build would not know the site.
    #[error("{out} was left as it is, because the new site has no manifest.json with its generator: write one", out = .out.display())]
    NoManifest {
        /// The folder to publish to.
        out: PathBuf,
    },

    /// The file system cannot let two folders change places.
    #[error("{out} cannot change places with the new site in one step here: build with --allow-gap, which leaves visitors without a site for a moment (if it is a mount point: choose a folder inside it as --out)", out = .out.display())]
    NoExchange {
        /// The folder to publish to.
        out: PathBuf,
        /// What the system said.
        source: io::Error,
    },

    /// The folder cannot be moved at all.
    #[error("{out} cannot be moved (a mount point, or a part of a container image): choose a folder inside it as --out", out = .out.display())]
    NotMovable {
        /// The folder to publish to.
        out: PathBuf,
        /// What the system said.
        source: io::Error,
    },

    /// With `--allow-gap`: the old site was moved away, and neither could be moved in.
    #[error("nothing stands at {out}: the old site is whole in {old}; build again, or move it back by hand", out = .out.display(), old = .old.display())]
    GapLeft {
        /// The folder to publish to.
        out: PathBuf,
        /// Where the old site is.
        old: PathBuf,
        /// What the system said.
        source: io::Error,
    },

    /// The new site is published, and something of the old remains beside it.
    #[error("the site is published, but {path} could not be removed: the next build tries again, or remove it by hand", path = .path.display())]
    LeftBehind {
        /// What remains.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },

    /// The new site is published, and might not outlive a power loss.
    #[error("the site is published, but {path} could not be forced to the disk (--sync): build again", path = .path.display())]
    NotSynced {
        /// The folder whose names may be lost.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// What was being done when the file system failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Asking what stands at a path.
    Look,
    /// Reading a file.
    Read,
    /// Making a folder.
    Make,
    /// Writing a file.
    Write,
    /// Copying an asset of an earlier generation.
    Copy,
    /// Giving the new site the permissions of the old.
    Permit,
    /// Moving a folder.
    Move,
    /// Removing what a broken run left.
    Remove,
    /// Forcing a file or folder to the disk.
    Sync,
    /// Locking.
    Lock,
}

impl Action {
    /// The word for it in Fluent selectors.
    pub fn name(self) -> &'static str {
        match self {
            Action::Look => "examine",
            Action::Read => "read",
            Action::Make => "make",
            Action::Write => "write",
            Action::Copy => "copy",
            Action::Permit => "permit",
            Action::Move => "move",
            Action::Remove => "remove",
            Action::Sync => "sync",
            Action::Lock => "lock",
        }
    }
}

impl std::fmt::Display for Action {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Action::Permit => "set the permissions of",
            other => other.name(),
        })
    }
}

/// What is wrong with a path of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PathFault {
    /// It starts at the root or names a drive.
    #[error("it is absolute")]
    Absolute,
    /// It has a part `.` or `..`.
    #[error("it has a part . or ..")]
    Dots,
    /// It is empty, or has two slashes in a row or one at its end.
    #[error("it has an empty part")]
    EmptyPart,
    /// It has a backslash, which is a separator to some systems.
    #[error("it has a backslash")]
    Backslash,
    /// It has a NUL character.
    #[error("it has a NUL character")]
    Nul,
    /// It has a part of more than 255 bytes.
    #[error("it has a part longer than 255 bytes")]
    LongPart,
}

impl PathFault {
    /// The word for it in Fluent selectors.
    pub fn name(self) -> &'static str {
        match self {
            PathFault::Absolute => "absolute",
            PathFault::Dots => "dots",
            PathFault::EmptyPart => "empty-part",
            PathFault::Backslash => "backslash",
            PathFault::Nul => "nul",
            PathFault::LongPart => "long-part",
        }
    }
}

impl PublishError {
    /// The right variant for what the system said.
    pub(super) fn io(action: Action, path: &Path, source: io::Error) -> PublishError {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                PublishError::DiskFull { action, path, source }
            }
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                PublishError::Denied { action, path, source }
            }
            _ => PublishError::Io { action, path, source },
        }
    }

    /// The id of the message in Fluent (`locales/*/publish.ftl`); never changes.
    pub fn message_id(&self) -> &'static str {
        match self {
            PublishError::DiskFull { .. } => "publish-disk-full",
            PublishError::Denied { .. } => "publish-denied",
            PublishError::Io { .. } => "publish-io",
            PublishError::Locked { .. } => "publish-locked",
            PublishError::NotAFolder { .. } => "publish-not-a-folder",
            PublishError::DanglingLink { .. } => "publish-dangling-link",
            PublishError::Unnamed { .. } => "publish-unnamed",
            PublishError::HoldsCurrent { .. } => "publish-holds-current",
            PublishError::HoldsSource { .. } => "publish-holds-source",
            PublishError::InsideSource { .. } => "publish-inside-source",
            PublishError::HoldsRepository { .. } => "publish-holds-repository",
            PublishError::NotOurs { .. } => "publish-not-ours",
            PublishError::StagingTaken { .. } => "publish-staging-taken",
            PublishError::BadPath { .. } => "publish-bad-path",
            PublishError::Collision { .. } => "publish-collision",
            PublishError::Incomplete { .. } => "publish-incomplete",
            PublishError::NoManifest { .. } => "publish-no-manifest",
            PublishError::NoExchange { .. } => "publish-no-exchange",
            PublishError::NotMovable { .. } => "publish-not-movable",
            PublishError::GapLeft { .. } => "publish-gap-left",
            PublishError::LeftBehind { .. } => "publish-left-behind",
            PublishError::NotSynced { .. } => "publish-not-synced",
        }
    }

    /// The arguments of that message: name and value. `cause` is what the system said, in its own
    /// language.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        let shown = |path: &PathBuf| path.display().to_string();
        match self {
            PublishError::DiskFull { action, path, source }
            | PublishError::Denied { action, path, source }
            | PublishError::Io { action, path, source } => {
                let action = action.name().to_owned();
                vec![("action", action), ("path", shown(path)), ("cause", source.to_string())]
            }
            PublishError::Locked { out, lock } => vec![("out", shown(out)), ("lock", shown(lock))],
            PublishError::NotAFolder { out }
            | PublishError::DanglingLink { out }
            | PublishError::Unnamed { out }
            | PublishError::HoldsRepository { out }
            | PublishError::NotOurs { out }
            | PublishError::Incomplete { out }
            | PublishError::NoManifest { out } => vec![("out", shown(out))],
            PublishError::HoldsCurrent { out, inside } | PublishError::HoldsSource { out, inside } => {
                vec![("out", shown(out)), ("inside", shown(inside))]
            }
            PublishError::InsideSource { out, holder } => vec![("out", shown(out)), ("holder", shown(holder))],
            PublishError::StagingTaken { path } => vec![("path", shown(path))],
            PublishError::BadPath { path, fault } => {
                vec![("path", path.escape_debug().to_string()), ("fault", fault.name().to_owned())]
            }
            PublishError::Collision { path, taken } => {
                vec![("path", path.clone()), ("taken", taken.clone())]
            }
            PublishError::NoExchange { out, source } | PublishError::NotMovable { out, source } => {
                vec![("out", shown(out)), ("cause", source.to_string())]
            }
            PublishError::GapLeft { out, old, source } => {
                vec![("out", shown(out)), ("old", shown(old)), ("cause", source.to_string())]
            }
            PublishError::LeftBehind { path, source } | PublishError::NotSynced { path, source } => {
                vec![("path", shown(path)), ("cause", source.to_string())]
            }
        }
    }
}
