//! The staging folder: lock, write, carry, sweep. The exchange itself is in `swap`.

use super::disk::{Attempt, Disk, Kind, Lock, RealDisk};
use super::manifest::{self, Manifest};
use super::out::{self, Standing};
use super::path::{self, Tree};
use super::spare::{Kept, List};
use super::sums::{Sums, is_summed};
use super::{Action, Options, PublishError, Published, Swap};
use std::ffi::OsString;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How often the lock may vanish under our hands before we call it busy. Each time another build
/// ended between two of our calls.
const LOCK_ATTEMPTS: usize = 100;

/// A site in the making, beside the one that visitors meet.
///
/// [`write`](Staging::write) takes `&self` and may be called from any number of threads. A staging
/// that is dropped unpublished takes the new site with it and leaves the old one as it was.
#[derive(Debug)]
pub struct Staging {
    pub(super) disk: Box<dyn Disk>,
    pub(super) options: Options,
    /// The folder to publish to, resolved.
    pub(super) out: PathBuf,
    /// `.NAME.samverka` beside it.
    pub(super) folder: PathBuf,
    /// Parent folders of `out` that did not exist, outermost first.
    pub(super) made: Vec<PathBuf>,
    /// What makes the staging folder ours.
    lock: Option<Lock>,
    /// The hashed assets of the latest generations of the old site, the latest first, at most two: what
    /// [`publish`](Staging::publish) carries into the new site.
    previous: Vec<Vec<String>>,
    tree: Mutex<Tree>,
    /// What stood in the new site when it was begun with the spare tree.
    pub(super) kept: Option<Kept>,
    /// A folder of the old site that has another name in the new one.
    pub(super) moved: Option<(String, String)>,
    /// The files of the new site, to be kept for the next build; empty without [`Options::incremental`].
    pub(super) list: Mutex<List>,
    /// What the manifest says of the files beside the pages.
    pub(super) sums: Mutex<Sums>,
    pub(super) reused: AtomicUsize,
    /// What the next build is to know.
    pub(super) memory: Option<Vec<u8>>,
    /// A file could not be written: there is no whole site.
    failed: AtomicBool,
    /// The new site stands at `out`.
    placed: bool,
    /// The old site has become the spare tree.
    spare_made: bool,
    /// The staging folder has been tidied up.
    pub(super) tidied: bool,
}

impl Staging {
    /// Begins a new site for `out`: locks the staging folder beside it, sweeps up what a broken
    /// build left there, and reads which assets the old site had.
    ///
    /// A symbolic link to a folder is resolved: the site is published where it points. Missing
    /// parent folders are made. `protect` names what the build reads (content, theme): an `out`
    /// that is or holds any of it is refused.
    ///
    /// # Errors
    /// [`PublishError::Locked`] while another build is at it; `NotAFolder`, `DanglingLink`,
    /// `Unnamed`, `HoldsCurrent`, `HoldsSource`, `HoldsRepository` and `NotOurs` for an `out` that
    /// is not ours to replace, which is then untouched; `StagingTaken` when something else has the
    /// staging folder's name; `DiskFull`, `Denied` and `Io` for faults of the file system.
    pub fn open(out: &Path, protect: &[PathBuf], options: Options) -> Result<Staging, PublishError> {
        Staging::open_on(Box::new(RealDisk), out, protect, options)
    }

    /// As [`open`](Staging::open), on the disk of a test.
    pub(super) fn open_on(
        disk: Box<dyn Disk>,
        out: &Path,
        protect: &[PathBuf],
        options: Options,
    ) -> Result<Staging, PublishError> {
        let out = out::resolve(&*disk, out)?;
        out::refuse_holder(&*disk, &out, protect)?;
        out::inspect(&*disk, &out)?; // before anything is made; again under the lock
        let Some(folder) = folder_of(&out) else {
            return Err(PublishError::Unnamed { out });
        };
        // From here on dropping it undoes what has been done.
        let mut staging = Staging {
            disk,
            options,
            out,
            folder,
            made: Vec::new(),
            lock: None,
            previous: Vec::new(),
            tree: Mutex::default(),
            kept: None,
            moved: None,
            list: Mutex::default(),
            sums: Mutex::default(),
            reused: AtomicUsize::new(0),
            memory: None,
            failed: AtomicBool::new(false),
            placed: false,
            spare_made: false,
            tidied: false,
        };
        staging.make_parents()?;
        staging.take_lock()?;
        staging.put_back()?;
        if let Standing::Ours(Manifest { generations }) = out::inspect(&*staging.disk, &staging.out)? {
            staging.previous = generations;
        }
        let swept = staging.sweep();
        swept.map_err(|(left, source)| PublishError::io(Action::Remove, &left, source))?;
        staging.begin()?;
        Ok(staging)
    }

    /// The folder to publish to, with every symbolic link resolved.
    pub fn out(&self) -> &Path {
        &self.out
    }

    /// The hashed assets of the latest generations of the old site, the latest first.
    #[cfg(test)]
    pub(super) fn previous_assets(&self) -> &[Vec<String>] {
        &self.previous
    }

    /// What the new manifest says under `assets` when the new site's own hashed assets are `own`
    /// (paths below `_a/` and `_s/`): its own generation and the one before, so that each asset
    /// outlives its own site by two generations. Building the same site again is no new
    /// generation.
    pub fn generations(&self, own: Vec<String>) -> Vec<Vec<String>> {
        let before = self.previous.iter().find(|earlier| **earlier != own).cloned();
        std::iter::once(own).chain(before).collect()
    }

    /// Writes one file of the new site. `path` is relative with `/` between its parts
    /// (`exempel/x/index.html`); its folders are made. Each path can be written once.
    ///
    /// # Errors
    /// [`PublishError::BadPath`] for a path that could lead out of the site or that some file
    /// system cannot hold, `Collision` for one that stands in the way of another; `DiskFull`,
    /// `Denied` and `Io` for faults of the file system. After any error the site cannot be
    /// published.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        self.write_hashed(path, bytes, None)
    }

    /// As [`write`](Staging::write), of content whose BLAKE3 hash may be known already.
    ///
    /// # Errors
    /// As there.
    pub fn write_hashed(&self, path: &str, bytes: &[u8], hash: Option<[u8; 32]>) -> Result<(), PublishError> {
        let written = self.try_write(path, bytes, hash);
        if written.is_err() {
            self.fail();
        }
        written
    }

    /// Nothing is published any more.
    pub(super) fn fail(&self) {
        self.failed.store(true, Ordering::Relaxed);
    }

    fn try_write(&self, path: &str, bytes: &[u8], hash: Option<[u8; 32]>) -> Result<(), PublishError> {
        path::check(path).map_err(|fault| PublishError::BadPath { path: path.to_owned(), fault })?;
        if path == manifest::NAME && Manifest::read(bytes).is_none() {
            return Err(PublishError::NoManifest { out: self.out.clone() });
        }
        let is_wanted = self.is_incremental() || is_summed(path);
        let hash = is_wanted.then(|| hash.unwrap_or_else(|| *blake3::hash(bytes).as_bytes()));
        if let Some(hash) = &hash {
            self.sum(path, hash);
        }
        if self.keep(path, hash.as_ref())? {
            return Ok(());
        }
        let file = self.enter(path)?;
        let write = || self.disk.write(&file, bytes, self.options.sync);
        let written = match write() {
            // An earlier version of the page, or a folder that had its name. Removed, because its bytes may be those that
            // visitors meet.
            Err(error) if self.kept.is_some() && is_taken(error.kind()) => self.remove(&file).and_then(|()| write()),
            done => done,
        };
        written.map_err(|source| PublishError::io(Action::Write, &file, source))?;
        match hash {
            Some(hash) if self.is_incremental() => self.note(path, hash, &file),
            _ => Ok(()),
        }
    }

    /// Takes a path of the new site and makes its folders. A folder is noted in the tree once it has
    /// been made, because another thread may rely on it from then on; two threads may make the same.
    fn enter(&self, path: &str) -> Result<PathBuf, PublishError> {
        let root = self.new_site();
        let missing = {
            let mut tree = self.tree();
            let missing = tree.missing_folders(path)?;
            tree.add_file(path);
            missing
        };
        for folder in &missing {
            let whole = root.join(folder);
            match self.disk.make_folder(&whole) {
                Ok(()) => {}
                Err(error) if error.kind() == ErrorKind::AlreadyExists && self.is_folder(&whole) => {}
                Err(error) if error.kind() == ErrorKind::AlreadyExists && self.kept.is_some() => {
                    self.replace_with_folder(&whole)?;
                }
                Err(source) => return Err(PublishError::io(Action::Make, &whole, source)),
            }
        }
        if !missing.is_empty() {
            self.tree().add_folders(&missing)?;
        }
        Ok(root.join(path))
    }

    pub(super) fn is_folder(&self, path: &Path) -> bool {
        matches!(self.disk.kind(path), Ok(Some(Kind::Folder)))
    }

    /// Carries over the assets of earlier generations that the new site does not have itself, puts
    /// the new site in the place of the old, and removes the old.
    ///
    /// # Errors
    /// [`PublishError::Incomplete`] if any file could not be written, `NoManifest` if the site has
    /// no manifest; `NoExchange` where two folders cannot change places and [`Options::allow_gap`]
    /// is not set; `NotMovable` where they cannot even be moved; `GapLeft` if the old site was
    /// moved away and could not be moved back; the refusals of [`open`](Staging::open) if `out`
    /// has become something else meanwhile; `DiskFull`, `Denied` and `Io` for faults of the file
    /// system. After every error but `GapLeft`, `out` is one whole site. What fails after the
    /// exchange is only a warning: see [`Published::warnings`].
    pub fn publish(mut self) -> Result<Published, PublishError> {
        if self.failed.load(Ordering::Relaxed) {
            return Err(PublishError::Incomplete { out: self.out.clone() });
        }
        if !self.tree().has_file(manifest::NAME) {
            return Err(PublishError::NoManifest { out: self.out.clone() });
        }
        let carried = self.carry()?;
        if let Some(kept) = &self.kept {
            let removed = kept.remove_rest(&*self.disk, &self.new_site(), &self.list());
            removed.map_err(|(path, source)| PublishError::io(Action::Remove, &path, source))?;
        }
        let standing = out::inspect(&*self.disk, &self.out)?;
        if !matches!(standing, Standing::Missing) {
            self.keep_permissions()?;
        }
        if self.options.sync {
            self.sync_folders()?;
        }
        let swap = self.place(&standing)?;
        self.placed = true;
        if self.is_incremental() && swap == Swap::Exchanged {
            // Without a spare tree the next build takes longer, and nothing else.
            self.spare_made = self.make_spare().is_ok();
        }
        let warnings = match self.sync_swap() {
            Ok(()) => self.tidy(),
            // Were the old site removed now, a power loss could bring it back in part.
            Err(warning) => {
                self.tidied = true;
                vec![warning]
            }
        };
        let files = self.tree().files();
        let kept = self.reused.load(Ordering::Relaxed);
        Ok(Published { out: self.out.clone(), swap, files, carried, kept, warnings })
    }

    /// Links (or copies) the assets of earlier generations; tells how many.
    fn carry(&self) -> Result<usize, PublishError> {
        let mut carried = 0;
        for asset in self.previous.iter().flatten() {
            // An asset that is gone, or in the way of a new file, is not worth a failed build.
            if self.tree().missing_folders(asset).is_err() {
                continue;
            }
            if self.keep(asset, None)? {
                carried += 1;
                continue;
            }
            let from = self.out.join(asset);
            match self.disk.kind(&from) {
                Ok(Some(Kind::File)) => {}
                Err(source) if source.kind() != ErrorKind::NotADirectory => {
                    return Err(PublishError::io(Action::Look, &from, source));
                }
                _ => continue,
            }
            let to = self.enter(asset)?;
            // Not every file system has links, and not every user may link every file.
            if self.disk.link(&from, &to).is_err() {
                // A link may be made and still be reported as failed.
                let copied = self.remove(&to).and_then(|()| self.disk.copy(&from, &to));
                copied.map_err(|source| PublishError::io(Action::Copy, &to, source))?;
            }
            if self.options.sync {
                let synced = self.disk.sync_file(&to);
                synced.map_err(|source| PublishError::io(Action::Sync, &to, source))?;
            }
            if self.is_incremental() {
                // Its content is not looked at: what is carried is known by its name.
                self.note(asset, [0; 32], &to)?;
            }
            carried += 1;
        }
        Ok(carried)
    }

    fn keep_permissions(&self) -> Result<(), PublishError> {
        let found = self.disk.permissions(&self.out);
        let permissions = found.map_err(|source| PublishError::io(Action::Look, &self.out, source))?;
        let new = self.new_site();
        let set = self.disk.set_permissions(&new, permissions);
        set.map_err(|source| PublishError::io(Action::Permit, &new, source))
    }

    fn sync_folders(&self) -> Result<(), PublishError> {
        let root = self.new_site();
        let folders = self.tree().folders();
        for folder in folders.iter().map(|folder| root.join(folder)).chain([root.clone()]) {
            let synced = self.disk.sync_folder(&folder);
            synced.map_err(|source| PublishError::io(Action::Sync, &folder, source))?;
        }
        Ok(())
    }

    fn make_parents(&mut self) -> Result<(), PublishError> {
        let mut missing = Vec::new();
        for parent in self.out.ancestors().skip(1) {
            if self.kind(parent)?.is_some() {
                break;
            }
            missing.push(parent.to_owned());
        }
        for parent in missing.into_iter().rev() {
            match self.disk.make_folder(&parent) {
                Ok(()) => self.made.push(parent),
                Err(source) if source.kind() == ErrorKind::AlreadyExists => {}
                Err(source) => return Err(PublishError::io(Action::Make, &parent, source)),
            }
        }
        Ok(())
    }

    fn take_lock(&mut self) -> Result<(), PublishError> {
        let lock = self.folder.join("lock");
        for _ in 0..LOCK_ATTEMPTS {
            match self.disk.make_folder(&self.folder) {
                Err(source) if source.kind() != ErrorKind::AlreadyExists => {
                    return Err(PublishError::io(Action::Make, &self.folder, source));
                }
                _ => {}
            }
            match self.kind(&self.folder)? {
                Some(Kind::Folder) => {}
                None => continue,
                Some(_) => {
                    return Err(PublishError::StagingTaken { path: self.folder.clone() });
                }
            }
            match self.disk.lock(&lock) {
                Ok(Attempt::Held(lock)) => {
                    self.lock = Some(lock);
                    return Ok(());
                }
                Ok(Attempt::Busy) => break,
                Ok(Attempt::Vanished) => {}
                Err(source) if source.kind() == ErrorKind::NotFound => {}
                Err(source) => return Err(PublishError::io(Action::Lock, &lock, source)),
            }
        }
        Err(PublishError::Locked { out: self.out.clone(), lock })
    }

    /// Removes whatever is in the staging folder. `out` is known to be whole, so that `old/` is
    /// rubbish.
    fn sweep(&self) -> Result<(), (PathBuf, io::Error)> {
        let (old, new) = (self.old_site(), self.new_site());
        self.remove(&new).map_err(|error| (new.clone(), error))?;
        // What is called `old/` is whole, see `put_back`: half removed it must not have that name.
        let renamed = match self.disk.kind(&old) {
            Ok(None) => return Ok(()),
            Ok(Some(_)) => self.disk.rename(&old, &new),
            Err(error) => Err(error),
        };
        renamed.map_err(|error| (old, error))?;
        self.remove(&new).map_err(|error| (new, error))
    }

    /// Removes the staging folder as far as possible, and tells what could not be removed. Nothing
    /// is removed without the lock.
    fn tidy(&mut self) -> Vec<PublishError> {
        self.tidied = true;
        let mut warnings = Vec::new();
        if self.lock.is_some() {
            let removed = if self.spare_made {
                Ok(())
            } else if self.placed {
                self.sweep().and_then(|()| self.forget_spare())
            } else {
                // `old/` may be the only whole site: it is moved back or left where it is.
                warnings.extend(self.put_back().err());
                let new = self.new_site();
                self.remove(&new).map_err(|error| (new, error)).and_then(|()| self.forget_spare())
            };
            if let Err((path, source)) = removed {
                warnings.push(PublishError::LeftBehind { path, source });
            }
            if cfg!(windows) {
                self.lock = None; // an open file cannot be removed there
            }
            let _ = self.disk.remove_file(&self.folder.join("lock"));
            // Not empty: what could not be removed above, or a build that began this very moment.
            let _ = self.disk.remove_folder(&self.folder);
            self.lock = None;
        } else {
            let _ = self.disk.remove_folder(&self.folder);
        }
        if !self.placed {
            for parent in self.made.iter().rev() {
                let _ = self.disk.remove_folder(parent);
            }
        }
        warnings
    }

    pub(super) fn remove(&self, path: &Path) -> io::Result<()> {
        match self.disk.kind(path)? {
            None => Ok(()),
            Some(Kind::Folder) => match self.disk.remove_tree(path) {
                // The new site has the permissions of the old, which may forbid to change it.
                Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                    let permissions = self.disk.permissions(&self.folder)?;
                    self.disk.set_permissions(path, permissions)?;
                    self.disk.remove_tree(path)
                }
                done => done,
            },
            Some(_) => self.disk.remove_file(path),
        }
    }

    pub(super) fn kind(&self, path: &Path) -> Result<Option<Kind>, PublishError> {
        self.disk.kind(path).map_err(|source| PublishError::io(Action::Look, path, source))
    }

    pub(super) fn make(&self, folder: &Path) -> Result<(), PublishError> {
        self.disk.make_folder(folder).map_err(|source| PublishError::io(Action::Make, folder, source))
    }

    pub(super) fn new_site(&self) -> PathBuf {
        self.folder.join("new")
    }

    pub(super) fn old_site(&self) -> PathBuf {
        self.folder.join("old")
    }

    /// A writer that panicked has published nothing, so its tree is as good as before.
    pub(super) fn tree(&self) -> MutexGuard<'_, Tree> {
        self.tree.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// `.NAME.samverka` beside a folder to publish to, which is resolved.
pub(super) fn folder_of(out: &Path) -> Option<PathBuf> {
    let mut hidden = OsString::from(".");
    hidden.push(out.file_name()?);
    hidden.push(".samverka");
    Some(out.parent()?.join(hidden))
}

/// Whether something that stands there already kept a file from being made.
fn is_taken(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::AlreadyExists | ErrorKind::IsADirectory)
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.tidied {
            self.tidy();
        }
    }
}
