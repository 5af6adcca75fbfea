//! The index → the files of the site.

use flate2::{Compress, Compression, FlushCompress, Status};
use rayon::prelude::*;
use samverka_search::format::Root;

use super::{Analysed, IndexError, filters, pages};
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

/// The pages of a site, analysed.
pub fn analysed(site: &Site) -> Analysed {
    let pages = pages(site);
    let filters = filters(site, &pages);
    Analysed::new(pages, filters, &site.synonyms)
}

/// Makes the index of a site's pages.
///
/// # Errors
/// [`IndexError`].
pub fn files(pages: &Analysed) -> Result<Files, IndexError> {
    let made = pages.index()?;
    let packed: Vec<(String, Vec<u8>)> = made
        .files
        .into_par_iter()
        .map_init(
            || Compress::new(Compression::best(), false),
            |packer, (name, bytes)| if is_packed(&name) { (name, packed(packer, &bytes)) } else { (name, bytes) },
        )
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

/// As browsers unpack by themselves (`deflate-raw`). The packer is used again and again: its tables are larger than what it packs.
fn packed(packer: &mut Compress, bytes: &[u8]) -> Vec<u8> {
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
