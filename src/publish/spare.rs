//! The spare tree: what makes the next build quick.
//!
//! Most of the time that a build takes goes into making a folder and a file for each page, and removing as many of the old
//! site, when perhaps one page has changed. With [`Options::incremental`](super::Options) the old site is not removed
//! after the exchange. It is brought up to date instead, and waits:
//!
//! ```text
//! /srv/www/.site.samverka/
//!     spare/     the same site once more: each file a second name (hard link) of the one that visitors meet
//!     list       each file's path, content hash and stamp
//!     memory     what the build wanted the next one to know; bytes to this module, and for nobody else to read
//! ```
//!
//! The next build takes `spare/` as its `new/`. A page that it writes with the content that stands there already is kept;
//! every other is removed and made anew, never changed in place, because the visitors' file has the same bytes. Then the
//! two trees change places as always, so that both are whole at every moment that a build can be killed.
//!
//! - **Nothing old lies about.** The spare tree holds what is published and nothing else: a page that was withdrawn is
//!   gone from it when the build that withdrew it ends. A build without the option removes it.
//! - **What anybody touched is made anew.** The stamp (inode, size, time of change) of each file is compared before it is
//!   kept, and what is not on the list is removed.
//! - **It costs folders.** Files have two names and are stored once.
//! - **Any doubt ends it.** Without links, with a damaged list, after any failure, the tree is removed and the next build
//!   writes everything. It has its name, `spare/`, only while it is whole and `list` describes it.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::disk::{Disk, Kind, Named, Stamp};

/// What a file of a site is known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub hash: [u8; 32],
    pub stamp: Stamp,
}

/// The files of a site, by their path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct List {
    entries: BTreeMap<String, Entry>,
}

/// The first words of a list; another number is another format.
const VERSION: &str = "samverka list 1";

impl List {
    pub fn get(&self, path: &str) -> Option<&Entry> {
        self.entries.get(path)
    }

    pub fn insert(&mut self, path: &str, entry: Entry) {
        self.entries.insert(path.to_owned(), entry);
    }

    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// Every folder that holds something, `a` and `a/b` for `a/b/c.html`.
    pub fn folders(&self) -> HashSet<&str> {
        self.paths().flat_map(folders_above).collect()
    }

    /// One line for each file, after one with the sum of them all.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut lines = String::with_capacity(self.entries.len() * 128);
        for (path, Entry { hash, stamp: Stamp { inode, size, changed } }) in &self.entries {
            let hash = blake3::Hash::from(*hash).to_hex();
            lines.push_str(&format!("{hash} {inode} {size} {changed} {path}\n"));
        }
        format!("{VERSION} {}\n{lines}", blake3::hash(lines.as_bytes()).to_hex()).into_bytes()
    }

    /// Nothing unless every byte is as it was written.
    pub fn from_bytes(bytes: &[u8]) -> Option<List> {
        let (head, lines) = std::str::from_utf8(bytes).ok()?.split_once('\n')?;
        let sum = head.strip_prefix(VERSION)?.trim_start();
        if blake3::hash(lines.as_bytes()).to_hex().as_str() != sum {
            return None;
        }
        let entry = |line: &str| {
            let mut parts = line.splitn(5, ' ');
            let hash = *blake3::Hash::from_hex(parts.next()?).ok()?.as_bytes();
            let mut number = || parts.next()?.parse::<u64>().ok();
            let stamp = Stamp { inode: number()?, size: number()?, changed: number()? };
            let path = parts.next()?;
            super::path::check(path).ok()?;
            Some((path.to_owned(), Entry { hash, stamp }))
        };
        Some(List { entries: lines.lines().map(entry).collect::<Option<_>>()? })
    }
}

/// `a/b/c.html` → `a`, `a/b`
pub(super) fn folders_above(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(end, _)| &path[..end])
}

/// A tree that was spare and becomes the new site: what stood there, and what of it is kept.
#[derive(Debug)]
pub(super) struct Kept {
    list: List,
}

impl Kept {
    pub fn new(list: List) -> Kept {
        Kept { list }
    }

    /// A folder has another name now.
    pub fn move_folder(&mut self, from: &str, to: &str) {
        let entries = std::mem::take(&mut self.list.entries);
        let renamed = |path: String| match path.strip_prefix(from).filter(|rest| rest.starts_with('/')) {
            Some(rest) => format!("{to}{rest}"),
            None => path,
        };
        self.list.entries = entries.into_iter().map(|(path, entry)| (renamed(path), entry)).collect();
    }

    /// The entry of a file that still stands in `root` as it was listed, if that is wanted: its hash, when there is one.
    pub fn still(&self, disk: &dyn Disk, root: &Path, path: &str, hash: Option<&[u8; 32]>) -> Option<Entry> {
        let entry = self.list.get(path).filter(|entry| hash.is_none_or(|hash| entry.hash == *hash))?;
        (disk.stamp(&root.join(path)).ok()? == Some(entry.stamp)).then_some(*entry)
    }

    /// Removes from `root` what was listed and is not in the new site any more, and the folders that held only that.
    pub fn remove_rest(&self, disk: &dyn Disk, root: &Path, now: &List) -> Result<(), (PathBuf, io::Error)> {
        let gone: Vec<&str> = self.list.paths().filter(|path| now.get(path).is_none()).collect();
        if gone.is_empty() {
            return Ok(());
        }
        let used = now.folders();
        // What is a folder now has been removed as a file.
        let gone = gone.into_iter().filter(|path| !used.contains(path));
        let by_letters: HashMap<String, &Entry> =
            now.entries.iter().map(|(path, entry)| (path.to_lowercase(), entry)).collect();
        let mut folders: BTreeSet<&str> = BTreeSet::new();
        for path in gone {
            let file = root.join(path);
            // Where `A` and `a` are one file, it has been written under its new name already.
            if let Some(entry) = by_letters.get(&path.to_lowercase())
                && disk.stamp(&file).map_err(|error| (file.clone(), error))? == Some(entry.stamp)
            {
                continue;
            }
            match disk.remove_file(&file) {
                Ok(()) => {}
                // Removed with its folder, when something new needed the place.
                Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {}
                Err(error) => return Err((file, error)),
            }
            folders.extend(folders_above(path));
        }
        // The innermost first.
        for folder in folders.into_iter().rev().filter(|folder| !used.contains(folder)) {
            let folder = root.join(folder);
            match disk.remove_folder(&folder) {
                Ok(()) => {}
                Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {}
                // The same folder under a name in other letters.
                Err(error) if error.kind() == ErrorKind::DirectoryNotEmpty => {}
                Err(error) => return Err((folder, error)),
            }
        }
        Ok(())
    }
}

/// Makes `tree`, an earlier site, the same as `site`, which has the files of `now`: removes what is another file or not on
/// the list, and links what is missing.
///
/// # Errors
/// Whatever fails; the tree is then to be removed.
pub(super) fn bring_up_to_date(disk: &dyn Disk, tree: &Path, site: &Path, now: &List) -> io::Result<()> {
    let folders = now.folders();
    // What stands there is looked at, not remembered: somebody may have changed the published folder.
    let found = Walk { disk, tree, folders: &folders, now, failed: AtomicBool::new(false) }.folder("")?;
    let standing: HashSet<&str> = found.iter().map(String::as_str).collect();
    let mut made: HashSet<&str> = found.iter().flat_map(|path| folders_above(path)).collect();
    for path in now.paths().filter(|path| !standing.contains(path)) {
        for folder in folders_above(path) {
            if made.insert(folder) {
                match disk.make_folder(&tree.join(folder)) {
                    Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
                    _ => {}
                }
            }
        }
        disk.link(&site.join(path), &tree.join(path))?;
    }
    Ok(())
}

/// Walks an earlier site and removes what does not stay.
struct Walk<'a> {
    disk: &'a dyn Disk,
    tree: &'a Path,
    folders: &'a HashSet<&'a str>,
    now: &'a List,
    failed: AtomicBool,
}

impl Walk<'_> {
    /// The files that stay in a folder, given by its path below the tree.
    fn folder(&self, folder: &str) -> io::Result<Vec<String>> {
        let entries = self.disk.entries(&self.tree.join(folder))?;
        let found: Vec<Vec<String>> =
            entries.par_iter().map(|entry| self.entry(folder, entry)).collect::<io::Result<_>>()?;
        Ok(found.concat())
    }

    /// Whether a file is the very one that visitors meet.
    ///
    /// The visitors' file is there now, so what has its number in the file system is that file. Should a file system give
    /// other numbers in its folders, the stamp is compared; and once more before the next build keeps the file.
    fn stays(&self, path: &str, inode: u64) -> io::Result<bool> {
        let Some(entry) = self.now.get(path) else { return Ok(false) };
        Ok(inode != 0 && inode == entry.stamp.inode || self.disk.stamp(&self.tree.join(path))? == Some(entry.stamp))
    }

    fn entry(&self, folder: &str, Named { name, kind, inode }: &Named) -> io::Result<Vec<String>> {
        if self.failed.load(Ordering::Relaxed) {
            return Err(ErrorKind::Interrupted.into());
        }
        let entry = || {
            let path =
                name.to_str().map(|name| if folder.is_empty() { name.into() } else { format!("{folder}/{name}") });
            match (path, kind) {
                (Some(path), Kind::Folder) if self.folders.contains(&*path) => self.folder(&path),
                (Some(path), Kind::File) if self.stays(&path, *inode)? => Ok(vec![path]),
                (_, Kind::Folder) => self.disk.remove_tree(&self.tree.join(folder).join(name)).map(|()| Vec::new()),
                _ => self.disk.remove_file(&self.tree.join(folder).join(name)).map(|()| Vec::new()),
            }
        };
        entry().inspect_err(|_| self.failed.store(true, Ordering::Relaxed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_reads_back_and_a_damaged_one_does_not() {
        let mut list = List::default();
        for (size, path) in ["index.html", "a/å ä/index.html"].into_iter().enumerate() {
            let stamp = Stamp { inode: 7, size: size as u64, changed: 1_795_305_600_123_456_789 };
            list.insert(path, Entry { hash: [size as u8; 32], stamp });
        }
        let bytes = list.to_bytes();
        assert_eq!(List::from_bytes(&bytes), Some(list));
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1;
            assert_eq!(List::from_bytes(&damaged), None, "byte {at}");
            assert_eq!(List::from_bytes(&bytes[..at]), None, "cut at {at}");
        }
    }

    #[test]
    fn a_list_never_leads_out_of_its_tree() {
        let mut list = List::default();
        list.insert("../secret", Entry { hash: [0; 32], stamp: Stamp { inode: 1, size: 1, changed: 1 } });
        assert_eq!(List::from_bytes(&list.to_bytes()), None);
    }
}
