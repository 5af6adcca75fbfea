//! The staging folder with a spare tree: what is kept, what is noted, and the tree for the next build. Why and how: `spare`.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::{MutexGuard, PoisonError};

use super::spare::{self, Entry, Kept, List};
use super::staging::Staging;
use super::{Action, PublishError};

impl Staging {
    /// Takes the spare tree as the new site, or an empty folder.
    pub(super) fn begin(&mut self) -> Result<(), PublishError> {
        if let Some(list) = self.spare() {
            // From here on it is no spare tree any more, whatever happens.
            if self.disk.rename(&self.spare_site(), &self.new_site()).is_ok() {
                self.kept = Some(Kept::new(list));
                return Ok(());
            }
        }
        let forgotten = self.forget_spare();
        forgotten.map_err(|(left, source)| PublishError::io(Action::Remove, &left, source))?;
        self.make(&self.new_site())
    }

    /// The list of the spare tree, if one is wanted and there is one.
    fn spare(&self) -> Option<List> {
        let is_there = self.is_incremental() && self.is_folder(&self.spare_site());
        let bytes = is_there.then(|| self.disk.read(&self.list_file()).ok()).flatten()?;
        List::from_bytes(&bytes)
    }

    /// Removes the spare tree and its list.
    pub(super) fn forget_spare(&self) -> Result<(), (PathBuf, io::Error)> {
        for path in [self.spare_site(), self.list_file()] {
            self.remove(&path).map_err(|error| (path, error))?;
        }
        Ok(())
    }

    pub(super) fn is_incremental(&self) -> bool {
        self.options.incremental && !self.options.sync
    }

    /// Keeps a file of the spare tree, if it stands there with this content (any, without a hash); tells whether it did.
    pub(super) fn keep(&self, path: &str, hash: Option<&[u8; 32]>) -> Result<bool, PublishError> {
        let still = |kept: &Kept| kept.still(&*self.disk, &self.new_site(), path, hash);
        let Some(entry) = self.kept.as_ref().and_then(still) else { return Ok(false) };
        let mut tree = self.tree();
        let folders = tree.missing_folders(path)?;
        tree.add_file(path);
        tree.add_folders(&folders)?;
        drop(tree);
        self.list().insert(path, entry);
        self.reused.fetch_add(1, Ordering::Relaxed);
        Ok(true)
    }

    /// Notes what was written, for the next build.
    pub(super) fn note(&self, path: &str, hash: [u8; 32], file: &Path) -> Result<(), PublishError> {
        let stamp = self.disk.stamp(file).map_err(|source| PublishError::io(Action::Look, file, source))?;
        if let Some(stamp) = stamp {
            self.list().insert(path, Entry { hash, stamp });
        }
        Ok(())
    }

    /// Makes a folder where the spare tree has a file. Another thread may be doing the same, and be further: a folder is
    /// never removed here.
    pub(super) fn replace_with_folder(&self, path: &Path) -> Result<(), PublishError> {
        let _ = self.disk.remove_file(path);
        match self.disk.make_folder(path) {
            Err(source) if !self.is_folder(path) => Err(PublishError::io(Action::Make, path, source)),
            _ => Ok(()),
        }
    }

    /// Makes the old site, which stands in `new/` after the exchange, the spare tree.
    pub(super) fn make_spare(&self) -> io::Result<()> {
        let (tree, list, now) = (self.new_site(), self.list_file(), self.list().clone());
        spare::bring_up_to_date(&*self.disk, &tree, &self.out, &now)?;
        self.remove(&list)?;
        self.disk.write(&list, &now.to_bytes(), false)?;
        self.disk.rename(&tree, &self.spare_site())
    }

    fn spare_site(&self) -> PathBuf {
        self.folder.join("spare")
    }

    fn list_file(&self) -> PathBuf {
        self.folder.join("list")
    }

    pub(super) fn list(&self) -> MutexGuard<'_, List> {
        self.list.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
