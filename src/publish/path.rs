//! The paths of a site: which are allowed, and which have been taken.

use super::{PathFault, PublishError};
use std::collections::HashMap;
use std::path::{Component, Path};

/// The longest name of a file or folder, in bytes, that common file systems take.
const LONGEST_NAME: usize = 255;

/// Whether `path` names a file inside the site on every file system: relative, `/` between the
/// parts, and no part that means something else than itself.
pub(super) fn check(path: &str) -> Result<(), PathFault> {
    if path.starts_with('/') {
        return Err(PathFault::Absolute);
    }
    if path.contains('\0') {
        return Err(PathFault::Nul);
    }
    if path.contains('\\') {
        return Err(PathFault::Backslash);
    }
    for part in path.split('/') {
        match part {
            "" => return Err(PathFault::EmptyPart),
            "." | ".." => return Err(PathFault::Dots),
            _ if part.len() > LONGEST_NAME => return Err(PathFault::LongPart),
            _ => {}
        }
        // `C:x` is a place on another drive to Windows.
        let mut components = Path::new(part).components();
        if !matches!((components.next(), components.next()), (Some(Component::Normal(_)), None)) {
            return Err(PathFault::Absolute);
        }
    }
    Ok(())
}

/// The files and folders of the new site so far, by their spelling in lower case, because a host
/// or a reader's own computer may not tell `A` from `a`.
#[derive(Debug, Default)]
pub(super) struct Tree {
    taken: HashMap<String, Taken>,
}

#[derive(Debug)]
struct Taken {
    path: String,
    is_folder: bool,
}

impl Tree {
    /// The parent folders of `file` that are still to be made, outermost first.
    ///
    /// Refuses a file that stands in the way of another file or folder.
    pub fn missing_folders<'a>(&self, file: &'a str) -> Result<Vec<&'a str>, PublishError> {
        let mut missing = Vec::new();
        for (end, _) in file.match_indices('/') {
            let folder = &file[..end];
            match self.taken.get(&folder.to_lowercase()) {
                None => missing.push(folder),
                Some(taken) if taken.is_folder && taken.path == folder => {}
                Some(taken) => return Err(collision(file, taken)),
            }
        }
        match self.taken.get(&file.to_lowercase()) {
            None => Ok(missing),
            Some(taken) => Err(collision(file, taken)),
        }
    }

    /// Notes that folders have been made.
    ///
    /// Refuses one that stands in the way of what was taken meanwhile.
    pub fn add_folders(&mut self, paths: &[&str]) -> Result<(), PublishError> {
        for path in paths {
            match self.taken.get(&path.to_lowercase()) {
                None => self.add(path, true),
                Some(taken) if taken.is_folder && taken.path == *path => {}
                Some(taken) => return Err(collision(path, taken)),
            }
        }
        Ok(())
    }

    /// Notes that a file is being written.
    pub fn add_file(&mut self, path: &str) {
        self.add(path, false);
    }

    fn add(&mut self, path: &str, is_folder: bool) {
        self.taken.insert(path.to_lowercase(), Taken { path: path.to_owned(), is_folder });
    }

    /// Whether this very file has been written.
    pub fn has_file(&self, path: &str) -> bool {
        let taken = self.taken.get(&path.to_lowercase());
        taken.is_some_and(|taken| !taken.is_folder && taken.path == path)
    }

    /// How many files there are.
    pub fn files(&self) -> usize {
        self.taken.values().filter(|taken| !taken.is_folder).count()
    }

    /// The folders, sorted.
    pub fn folders(&self) -> Vec<String> {
        let folders = self.taken.values().filter(|taken| taken.is_folder);
        let mut folders: Vec<String> = folders.map(|taken| taken.path.clone()).collect();
        folders.sort_unstable();
        folders
    }
}

fn collision(path: &str, taken: &Taken) -> PublishError {
    PublishError::Collision { path: path.to_owned(), taken: taken.path.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_inside_the_site() {
        for good in ["index.html", "a/b/c.html", ".nojekyll", "_a/å ä ö.css", "a..b/..c"] {
            assert_eq!(check(good), Ok(()), "{good}");
        }
        let long = format!("a/{}/b", "å".repeat(128));
        for (bad, fault) in [
            ("/etc/passwd", PathFault::Absolute),
            ("", PathFault::EmptyPart),
            ("a//b", PathFault::EmptyPart),
            ("a/", PathFault::EmptyPart),
            ("..", PathFault::Dots),
            ("a/../../b", PathFault::Dots),
            ("./a", PathFault::Dots),
            ("a\\b", PathFault::Backslash),
            ("a\0b", PathFault::Nul),
            (&long, PathFault::LongPart),
        ] {
            assert_eq!(check(bad), Err(fault), "{bad}");
        }
        assert_eq!(check(&"a".repeat(255)), Ok(()));
    }

    #[test]
    fn a_file_in_the_way_of_another_is_refused() {
        let mut tree = Tree::default();
        assert_eq!(tree.missing_folders("a/b/c.html").unwrap(), ["a", "a/b"]);
        tree.add_folders(&["a", "a/b"]).unwrap();
        tree.add_file("a/b/c.html");
        assert!(matches!(tree.add_folders(&["A"]).unwrap_err(), PublishError::Collision { .. }));
        assert_eq!(tree.missing_folders("a/b/d.html").unwrap(), [""; 0]);
        for bad in ["a/b/c.html", "a/B/x", "a/b/C.HTML", "a/b", "a/b/c.html/d", "A"] {
            let error = tree.missing_folders(bad).unwrap_err();
            assert!(matches!(error, PublishError::Collision { .. }), "{bad}: {error}");
        }
        assert!(tree.has_file("a/b/c.html") && !tree.has_file("a/b") && !tree.has_file("a/b/C.html"));
        assert_eq!((tree.files(), tree.folders()), (1, vec!["a".to_owned(), "a/b".to_owned()]));
    }
}
