//! The staging folder with a spare tree: what is kept, what is noted, and the tree for the next build. Why and how: `spare`.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::{MutexGuard, PoisonError};

use super::spare::{self, Entry, Kept, List};
use super::staging::Staging;
use super::{Action, PublishError};

/// The name of what one build wants the next one to know.
pub(super) const MEMORY: &str = "memory";

impl Staging {
    /// Keeps files that the old site has, instead of [writing](Staging::write) them: each given by its path and the BLAKE3
    /// hash of its content. Tells whether it did: all are kept or none.
    ///
    /// # Errors
    /// [`PublishError::Collision`] for a path that stands in the way of another. The site can then not be published.
    pub fn keep_all(&self, files: &[(String, [u8; 32])]) -> Result<bool, PublishError> {
        let standing = files.iter().map(|(path, hash)| Some((path.as_str(), self.standing(path, Some(hash))?)));
        let Some(standing) = standing.collect::<Option<Vec<_>>>() else { return Ok(false) };
        let kept = standing.into_iter().try_for_each(|(path, entry)| self.take(path, entry));
        if kept.is_err() {
            self.fail();
        }
        files.iter().for_each(|(path, hash)| self.sum(path, hash));
        kept.map(|()| true)
    }

    /// A file of the old site, if it is known to be as it was written.
    pub fn earlier(&self, path: &str) -> Option<Vec<u8>> {
        let entry = self.standing(path, None)?;
        let bytes = self.disk.read(&self.new_site().join(path)).ok()?;
        (blake3::hash(&bytes) == entry.hash).then_some(bytes)
    }

    /// Lets the files of a folder of the old site be kept under the name of another, if they stand there: each is then as good as
    /// written at its new path for [`keep_all`](Staging::keep_all) and [`write`](Staging::write).
    pub fn move_folder(&mut self, from: &str, to: &str) {
        let is_sound = |path: &str| super::path::check(path).is_ok();
        if from == to || !is_sound(from) || !is_sound(to) {
            return;
        }
        let root = self.new_site();
        let Some(kept) = &mut self.kept else { return };
        // What stands at the new place is no folder of the old site, or is not to be moved over.
        if matches!(self.disk.kind(&root.join(to)), Ok(None))
            && self.disk.rename(&root.join(from), &root.join(to)).is_ok()
        {
            kept.move_folder(from, to);
            self.moved = Some((from.to_owned(), to.to_owned()));
        }
    }

    /// What the next build is to know, if this one is kept for it: [`memory`](super::memory) gives it back.
    pub fn remember(&mut self, memory: Vec<u8>) {
        self.memory = Some(memory).filter(|_| self.is_incremental());
    }

    fn standing(&self, path: &str, hash: Option<&[u8; 32]>) -> Option<Entry> {
        self.kept.as_ref()?.still(&*self.disk, &self.new_site(), path, hash)
    }

    fn take(&self, path: &str, entry: Entry) -> Result<(), PublishError> {
        let mut tree = self.tree();
        let folders = tree.missing_folders(path)?;
        tree.add_file(path);
        tree.add_folders(&folders)?;
        drop(tree);
        self.list().insert(path, entry);
        self.reused.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

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

    /// Removes the spare tree, its list and its memory.
    pub(super) fn forget_spare(&self) -> Result<(), (PathBuf, io::Error)> {
        for path in [self.spare_site(), self.list_file(), self.memory_file()] {
            self.remove(&path).map_err(|error| (path, error))?;
        }
        Ok(())
    }

    pub(super) fn is_incremental(&self) -> bool {
        self.options.incremental && !self.options.sync
    }

    /// Keeps a file of the spare tree, if it stands there with this content (any, without a hash); tells whether it did.
    pub(super) fn keep(&self, path: &str, hash: Option<&[u8; 32]>) -> Result<bool, PublishError> {
        let Some(entry) = self.standing(path, hash) else { return Ok(false) };
        self.take(path, entry).map(|()| true)
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
        if let Some((from, to)) = &self.moved {
            // Or else its files are linked one by one.
            let _ = self.disk.rename(&tree.join(from), &tree.join(to));
        }
        spare::bring_up_to_date(&*self.disk, &tree, &self.out, &now)?;
        self.remove(&list)?;
        self.disk.write(&list, &now.to_bytes(), false)?;
        let memory = self.memory_file();
        self.remove(&memory)?;
        if let Some(bytes) = &self.memory {
            self.disk.write_private(&memory, bytes)?;
        }
        self.disk.rename(&tree, &self.spare_site())
    }

    fn spare_site(&self) -> PathBuf {
        self.folder.join("spare")
    }

    fn list_file(&self) -> PathBuf {
        self.folder.join("list")
    }

    fn memory_file(&self) -> PathBuf {
        self.folder.join(MEMORY)
    }

    pub(super) fn list(&self) -> MutexGuard<'_, List> {
        self.list.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
