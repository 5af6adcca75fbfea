//! The index → the files of the site.

use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use rayon::prelude::*;
use samverka_search::format::Root;

use super::{IndexError, filters, index, pages};
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
    /// Path below the site's root, and content.
    pub files: Vec<(String, Vec<u8>)>,
}

/// Makes the index of a site.
///
/// # Errors
/// [`IndexError`].
pub fn files(site: &Site) -> Result<Files, IndexError> {
    let pages = pages(site);
    let filters = filters(site, &pages);
    let made = index(pages, &filters, &site.synonyms)?;
    let packed: Vec<(String, Vec<u8>)> = made
        .files
        .into_par_iter()
        .map(|(name, bytes)| if is_packed(&name) { (name, packed(&bytes)) } else { (name, bytes) })
        .collect();
    let mut hash = blake3::Hasher::new();
    hash.update(&made.root);
    for (name, bytes) in &packed {
        hash.update(name.as_bytes()).update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
    }
    let generation = &hash.finalize().to_hex()[..10];
    let folder = format!("{FOLDER}{generation}/");
    // What was sealed a moment ago is whole.
    let root = Root::decode(&made.root).map(|root| root.text()).unwrap_or_default();
    let files = packed.into_iter().chain([(ROOT.to_owned(), made.root)]);
    let files = files.map(|(name, bytes)| (format!("{}{name}{ENDING}", &folder[1..]), bytes)).collect();
    Ok(Files { root, folder, files })
}

/// Whether a file of an index is published in its packed form: what is shown of a page is text, the others are packed by themselves.
pub fn is_packed(name: &str) -> bool {
    name.starts_with("d/")
}

/// As browsers unpack by themselves (`deflate-raw`).
fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::with_capacity(bytes.len() / 2), Compression::best());
    // Nothing that is written to memory fails.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}
