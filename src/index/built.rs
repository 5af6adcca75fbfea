//! The index of a built site, read with the browser's own reader.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use flate2::read::DeflateDecoder;
use samverka_search::format::FormatError;
use samverka_search::query::{Answer, Request, Session, Step};
use thiserror::Error;

use super::files::{ENDING, FOLDER, ROOT, is_packed};

/// The most bytes that a card unpacks to: no page of ours comes near.
const MOST_UNPACKED: u64 = 16 << 20;

/// A built index cannot be searched.
#[derive(Debug, Error)]
pub enum BuiltError {
    #[error("there is no search index in {0}")]
    None(PathBuf),
    #[error("{file}: {source}")]
    Io { file: PathBuf, source: io::Error },
    #[error("{file}: {source}")]
    Format { file: PathBuf, source: FormatError },
}

/// A search in the index of a built site.
pub struct Built {
    folder: PathBuf,
    session: Session,
}

impl Built {
    /// Opens the index below a site's folder.
    ///
    /// # Errors
    /// There is none, or it is of another version or damaged.
    pub fn open(site: &Path) -> Result<Built, BuiltError> {
        let all = site.join(FOLDER.trim_matches('/'));
        let root = format!("{ROOT}{ENDING}");
        let folders = fs::read_dir(&all).map_err(|_| BuiltError::None(site.to_path_buf()))?;
        let mut folders: Vec<PathBuf> = folders.flatten().map(|entry| entry.path()).collect();
        folders.retain(|folder| folder.join(&root).is_file());
        folders.sort();
        let folder = folders.pop().ok_or_else(|| BuiltError::None(site.to_path_buf()))?;
        let file = folder.join(root);
        let bytes = fs::read(&file).map_err(|source| BuiltError::Io { file: file.clone(), source })?;
        let session = Session::open(&bytes).map_err(|source| BuiltError::Format { file, source })?;
        Ok(Built { folder, session })
    }

    /// Searches, reading the files that the search asks for.
    ///
    /// # Errors
    /// A file is missing, of another version, or damaged.
    pub fn search(&mut self, request: &Request) -> Result<Answer, BuiltError> {
        loop {
            match self.session.search(request) {
                Step::Done(answer) => return Ok(*answer),
                Step::Need(names) => names.iter().try_for_each(|name| self.supply(name))?,
            }
        }
    }

    fn supply(&mut self, name: &str) -> Result<(), BuiltError> {
        let file = self.folder.join(format!("{name}{ENDING}"));
        let read = fs::read(&file).and_then(|bytes| if is_packed(name) { unpacked(&bytes) } else { Ok(bytes) });
        let bytes = read.map_err(|source| BuiltError::Io { file: file.clone(), source })?;
        self.session.supply(name, &bytes).map_err(|source| BuiltError::Format { file, source })
    }
}

fn unpacked(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    DeflateDecoder::new(bytes).take(MOST_UNPACKED).read_to_end(&mut out)?;
    Ok(out)
}
