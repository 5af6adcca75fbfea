//! The index → the files of the site.

use flate2::{Compress, Compression, FlushCompress, Status};
use rayon::prelude::*;
use samverka_search::build::Index;
use samverka_search::format::Root;

use super::{Analysed, IndexError, ReadPages, filters};
use crate::memory::Hash;
use crate::model::Site;

/// Where indexes lie, each in a folder of its own that is named by its content.
pub const FOLDER: &str = "/_s/";

/// The name of the root among the files of its folder, for programs: the page of search carries it itself.
pub const ROOT: &str = "root";

/// What every file's name ends with: hosts know it, and serve it as bytes.
pub const ENDING: &str = ".bin";

/// The files of an index as the site has them.
pub struct Files {
    /// Its text, for the page of search.
    pub root: String,
    /// The folder of the others, from the site's root: `/_s/3fa20c91ab/`.
    pub folder: String,
    /// All files but those that only the page of search has.
    pub files: Vec<IndexFile>,
}

/// A file of an index.
pub struct IndexFile {
    /// Below the site's root.
    pub path: String,
    /// Of its content.
    pub hash: Hash,
    /// Its content; nothing where it is that of a file with the same name in the folder of the index before.
    pub bytes: Option<Vec<u8>>,
}

/// Makes the index of a site's pages.
///
/// # Errors
/// [`IndexError`].
pub fn files(site: &Site, pages: ReadPages) -> Result<Files, IndexError> {
    Ok(Files::of(analysed(site, pages).index()?))
}

/// The pages of a site, analysed.
pub(super) fn analysed(site: &Site, pages: ReadPages) -> Analysed {
    let filters = filters(site, &pages.pages);
    Analysed::of(pages, filters, &site.synonyms)
}

impl Files {
    /// Every file of an index, as they are published.
    pub(super) fn of(Index { root, files, .. }: Index) -> Files {
        let hashed = files.into_par_iter().map(|(name, bytes)| (name, *blake3::hash(&bytes).as_bytes(), Some(bytes)));
        Files::named(root, hashed.collect())
    }

    /// With the names of files, not yet their paths.
    pub(super) fn named(root: Vec<u8>, files: Vec<(String, Hash, Option<Vec<u8>>)>) -> Files {
        let mut all = blake3::Hasher::new();
        all.update(&root);
        for (name, hash, _) in &files {
            all.update(&(name.len() as u64).to_le_bytes()).update(name.as_bytes()).update(hash);
        }
        let generation = &all.finalize().to_hex()[..10];
        let folder = format!("{FOLDER}{generation}/");
        // What was sealed a moment ago is whole.
        let text = Root::decode(&root).map(|root| root.text()).unwrap_or_default();
        let hash = *blake3::hash(&root).as_bytes();
        let files = files.into_iter().chain([(ROOT.to_owned(), hash, Some(root))]);
        let files =
            files.map(|(name, hash, bytes)| IndexFile { path: format!("{}{name}{ENDING}", &folder[1..]), hash, bytes });
        Files { root: text, files: files.collect(), folder }
    }
}

/// Whether a file of an index is published in its packed form: what is shown of a page is text, the others are packed by themselves.
pub fn is_packed(name: &str) -> bool {
    name.starts_with("d/")
}

/// Packs whatever is to be [packed].
pub(super) fn packer() -> Compress {
    Compress::new(Compression::best(), false)
}

/// A file as it is published: packed as browsers unpack by themselves (`deflate-raw`), if it [is](is_packed). The packer
/// is used again and again: its tables are larger than what it packs.
pub(super) fn packed(packer: &mut Compress, name: &str, bytes: Vec<u8>) -> Vec<u8> {
    if !is_packed(name) {
        return bytes;
    }
    packer.reset();
    let mut out = Vec::with_capacity(bytes.len() / 2 + SPARE);
    loop {
        let read = packer.total_in() as usize;
        match packer.compress_vec(&bytes[read..], &mut out, FlushCompress::Finish) {
            Ok(Status::StreamEnd) => return out,
            // More room is all that it can wait for.
            Ok(_) => out.reserve(bytes.len() / 2 + SPARE),
            // Only for a packer that is being used wrongly.
            Err(_) => return Vec::new(),
        }
    }
}

/// Room for what cannot be packed.
const SPARE: usize = 64;
