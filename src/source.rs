//! `content/` → files in memory. The only stage of a build that reads content from disk.
//!
//! Every file is either known by its place in the folder or reported: nothing is skipped in silence, except names that
//! begin with a dot.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use walkdir::WalkDir;

/// What some programs put at the start of a text in UTF-8, and Excel needs to know it by. It is kept in what is read here, and no
/// part of the first line.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";
/// Largest text file that is read, in bytes.
pub const MAX_TEXT: u64 = 1 << 20;
/// Largest media file that is read, in bytes.
pub const MAX_MEDIA: u64 = 5 << 20;

/// One file of the content folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Below the content folder, `/`-separated.
    pub path: Arc<str>,
    /// What it holds, or why that is not known.
    pub content: Content,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// UTF-8.
    Text(Arc<str>),
    /// A media file.
    Bytes(Arc<[u8]>),
    /// Not UTF-8: what it seems to be instead, and the first byte that is not.
    NotUtf8 {
        /// By its first bytes.
        seems: Encoding,
        /// Counted from the beginning of the file, from 0.
        at: usize,
    },
    /// Larger than allowed, and therefore not read.
    TooLarge {
        /// As large as it is.
        bytes: u64,
        /// As large as it may be.
        limit: u64,
    },
    /// A symbolic link, or something else that is neither file nor folder.
    NotAFile {
        /// A folder with the name of a file.
        is_folder: bool,
    },
    /// A file, or a folder with everything in it, that the system does not give out.
    Unreadable {
        /// For want of permission.
        is_denied: bool,
        /// What the system said.
        reason: Arc<str>,
    },
    /// A name that is not Unicode; `path` shows it with replacement characters.
    BadName,
}

/// What a file that is not UTF-8 seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// With the lower or the higher byte first.
    Utf16,
    /// Windows-1252 or Latin-1, most likely.
    Latin1,
    /// UTF-8 with a NUL in it: something that is no text.
    Binary,
}

impl Content {
    fn unreadable(error: &io::Error) -> Content {
        let is_denied = error.kind() == io::ErrorKind::PermissionDenied;
        Content::Unreadable { is_denied, reason: error.to_string().into() }
    }
}

impl File {
    /// A file that was not read from the content folder: from an earlier version of it, for one. The same bytes at the same
    /// path are the same file.
    pub fn of_bytes(path: &str, bytes: Vec<u8>) -> File {
        let (length, limit) = (bytes.len() as u64, limit(path));
        let content = if length > limit { Content::TooLarge { bytes: length, limit } } else { content(path, bytes) };
        File { path: path.into(), content }
    }

    /// The text, when it is a text file that could be read.
    pub fn text(&self) -> Option<&Arc<str>> {
        match &self.content {
            Content::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// The content folder could not be read at all.
#[derive(Debug, thiserror::Error)]
#[error("{}: {source}", path.display())]
pub struct ReadError {
    /// The folder that was named.
    pub path: PathBuf,
    /// What the system said.
    #[source]
    pub source: io::Error,
}

/// Reads every file below `folder`, in order of path.
///
/// # Errors
/// When the folder itself cannot be read. What in it cannot be read, and files with odd content, are [`Content`]s.
pub fn read(folder: &Path) -> Result<Vec<File>, ReadError> {
    read_some(folder, |_| true)
}

/// As [`read`], of the files at some paths alone. What cannot be opened to see is in the result too.
///
/// # Errors
/// As [`read`].
pub fn read_some(folder: &Path, is_wanted: impl Fn(&str) -> bool) -> Result<Vec<File>, ReadError> {
    if !folder.metadata().map_err(|source| ReadError { path: folder.to_path_buf(), source })?.is_dir() {
        let source = io::Error::from(io::ErrorKind::NotADirectory);
        return Err(ReadError { path: folder.to_path_buf(), source });
    }
    // Nothing is known of what lies in a folder that cannot be opened at all.
    fs::read_dir(folder).map_err(|source| ReadError { path: folder.to_path_buf(), source })?;
    let mut entries = Vec::new();
    let mut files = Vec::new();
    let walk = WalkDir::new(folder).min_depth(1).into_iter();
    for entry in walk.filter_entry(|e| !e.file_name().to_string_lossy().starts_with('.')) {
        let entry = match entry {
            Ok(entry) => entry,
            // A fault in one file never hides one in another: the rest is read.
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_path_buf();
                let source = error.into_io_error().unwrap_or_else(|| io::Error::other("loop"));
                let (shown, _) = shown_path(path.strip_prefix(folder).unwrap_or(&path));
                files.push(File { path: shown.into(), content: Content::unreadable(&source) });
                continue;
            }
        };
        // A folder with the name of a document (`exempel/x.md/`) is reported, not walked past.
        let is_file = !entry.file_type().is_dir() || entry.path().extension().is_some();
        let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        if is_file && is_wanted(&shown_path(below).0) {
            entries.push(entry);
        }
    }
    let read = entries.par_iter().map(|entry| read_file(folder, entry.path(), entry.file_type()));
    files.par_extend(read);
    // Not the order of the walk: `fia-x/` comes before `fia/` as text, and after it as a folder.
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn read_file(folder: &Path, path: &Path, kind: fs::FileType) -> File {
    let below = path.strip_prefix(folder).unwrap_or(path);
    let (shown, is_unicode) = shown_path(below);
    let content = if !is_unicode {
        Content::BadName
    } else if !kind.is_file() {
        Content::NotAFile { is_folder: kind.is_dir() }
    } else {
        let limit = limit(&shown);
        match read_up_to(limit, path) {
            Err(error) => Content::unreadable(&error),
            Ok(Err(bytes)) => Content::TooLarge { bytes, limit },
            Ok(Ok(bytes)) => content(&shown, bytes),
        }
    };
    File { path: shown.into(), content }
}

/// Pictures and other files to be shown or fetched, which are no text.
fn is_media(path: &str) -> bool {
    path.starts_with("media/") && !path.ends_with(".yaml")
}

/// How many bytes a file at a path may have.
fn limit(path: &str) -> u64 {
    if is_media(path) { MAX_MEDIA } else { MAX_TEXT }
}

fn content(path: &str, bytes: Vec<u8>) -> Content {
    if is_media(path) { Content::Bytes(bytes.into()) } else { decode(bytes) }
}

/// The bytes of a file, or how many there are when they are more than `limit`.
fn read_up_to(limit: u64, path: &Path) -> io::Result<Result<Vec<u8>, u64>> {
    let mut file = fs::File::open(path)?;
    let length = file.metadata()?.len();
    if length > limit {
        return Ok(Err(length));
    }
    // One byte more than there should be, so that the end is seen without another buffer.
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0) + 1);
    file.read_to_end(&mut bytes)?;
    Ok(Ok(bytes))
}

fn shown_path(path: &Path) -> (String, bool) {
    let mut shown = String::new();
    let mut is_unicode = true;
    for part in path.components() {
        if !shown.is_empty() {
            shown.push('/');
        }
        let part = part.as_os_str();
        is_unicode &= part.to_str().is_some();
        shown.push_str(&part.to_string_lossy());
    }
    (shown, is_unicode)
}

fn decode(bytes: Vec<u8>) -> Content {
    let is_utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    match String::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => Content::Text(text.into()),
        Ok(text) => {
            let nuls = text.bytes().filter(|b| *b == 0).count();
            // UTF-16 without its mark: every other byte of plain letters is a NUL.
            let seems = if nuls * 3 > text.len() { Encoding::Utf16 } else { Encoding::Binary };
            Content::NotUtf8 { seems, at: text.find('\0').unwrap_or(0) }
        }
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let seems = if is_utf16 || error.as_bytes().contains(&0) { Encoding::Utf16 } else { Encoding::Latin1 };
            Content::NotUtf8 { seems, at }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_in_order_of_path_whatever_the_disk_says() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("fia")).unwrap();
        fs::create_dir_all(folder.path().join("fia-x")).unwrap();
        for name in ["b.md", "fia/c.md", "fia-x/d.md", ".hidden"] {
            fs::write(folder.path().join(name), name).unwrap();
        }
        let files = read(folder.path()).unwrap();
        let paths: Vec<&str> = files.iter().map(|f| &*f.path).collect();
        assert_eq!(paths, ["b.md", "fia-x/d.md", "fia/c.md"]);
    }

    #[test]
    fn encodings_are_named() {
        let utf16: Vec<u8> = std::iter::once(0xfeff).chain("å".encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert!(matches!(decode(utf16), Content::NotUtf8 { seems: Encoding::Utf16, .. }));
        assert!(matches!(decode(vec![b'a', 0xe5, b'b']), Content::NotUtf8 { seems: Encoding::Latin1, at: 1 }));
        assert!(matches!(decode("å".into()), Content::Text(_)));
    }

    #[test]
    fn what_cannot_be_read_is_told_apart_by_the_reason() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("gone.md");
        fs::write(&file, "x").unwrap();
        let kind = file.metadata().unwrap().file_type();
        fs::remove_file(&file).unwrap();
        let gone = read_file(folder.path(), &file, kind);
        assert!(matches!(gone.content, Content::Unreadable { is_denied: false, .. }));
        let denied = Content::unreadable(&io::ErrorKind::PermissionDenied.into());
        assert!(matches!(denied, Content::Unreadable { is_denied: true, .. }));
    }

    #[test]
    fn a_missing_folder_is_an_error_that_names_it() {
        let error = read(Path::new("finns-inte")).unwrap_err();
        assert!(error.to_string().contains("finns-inte"));
    }
}
