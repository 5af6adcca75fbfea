//! Whether a site's folder is what its manifest says: every file as it was built, none missing, and nothing else.
//!
//! ```text
//! pages              the manifest has the hash of each
//! other files        the same, but for
//!   _a/              an asset's name holds its hash; earlier generations lie there too
//!   _s/              one hash over the whole index
//!   x.br, x.gz       unpack to x; where x has none, none would be smaller
//! manifest.json      what all of it is compared with
//! ```
//!
//! Two things lie beside it on a host, and are neither compared nor packed ([`own`]): indexes of earlier builds, which
//! whoever copies the site there leaves for visitors, and `admin/`, which is exported into a finished site.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::Manifest;
use crate::archive::Fault;
use crate::compress::{unpacks_to, variants};
use crate::export::cms;
use crate::model::address;
use crate::render::{hashed_path, is_index, sum_of};

/// Where the form of the editors lies.
const FORM: &str = "admin/";

/// What looking at a site's folder came to.
pub struct Looked {
    /// What is wrong, in order of name. A fault of the index names its folder.
    pub faults: Vec<Fault>,
    /// The BLAKE3 hash of each file, in the order that they were given in.
    pub sums: Vec<[u8; 32]>,
}

/// The hash of each file that has one in the manifest, by its path.
fn expected(manifest: &Manifest) -> HashMap<String, &str> {
    let mut expected: HashMap<String, &str> = HashMap::with_capacity(manifest.pages.len() + manifest.files.len());
    expected.extend(manifest.pages.iter().map(|page| (address::file(&page.address), &*page.hash)));
    expected.extend(manifest.files.iter().map(|(path, hash)| (path.clone(), &**hash)));
    expected
}

/// The `files` that are the site's own, and how many of `admin/` are left out.
pub fn own(manifest: &Manifest, files: Vec<String>) -> (Vec<String>, usize) {
    let expected = expected(manifest);
    let there: BTreeSet<&str> = files.iter().map(String::as_str).collect();
    // Somebody's own folder of that name is no form.
    let has_form = cms::NAMES.iter().all(|name| there.contains(&*format!("{FORM}{name}")));
    let is_form = |path: &str| has_form && is_of_form(path) && !expected.contains_key(path);
    let left_out = files.iter().filter(|path| is_form(path)).count();
    let is_own: Vec<bool> = files.iter().map(|path| !is_form(path) && !is_earlier_index(manifest, path)).collect();
    let own = files.into_iter().zip(is_own).filter(|(_, is_own)| *is_own).map(|(path, _)| path);
    (own.collect(), left_out)
}

/// Whether `samverka export --format cms` makes a file of that name in the site.
fn is_of_form(path: &str) -> bool {
    path.strip_prefix(FORM).is_some_and(cms::is_file)
}

/// Whether a file is of an index that another build made: `_s/HASH/…`.
fn is_earlier_index(manifest: &Manifest, path: &str) -> bool {
    let Some(below) = path.strip_prefix("_s/") else { return false };
    let Some((hash, _)) = below.split_once('/') else { return false };
    let is_hash = hash.len() >= 8 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    is_hash && manifest.index.as_ref().is_none_or(|index| !path.starts_with(&index.folder))
}

/// Compares the site's folder, which has `files`, with the manifest.
///
/// # Errors
/// With the file that cannot be read.
pub fn look(site: &Path, manifest: &Manifest, files: &[String]) -> Result<Looked, (String, io::Error)> {
    let expected = expected(manifest);
    let there: BTreeSet<&str> = files.iter().map(String::as_str).collect();
    let look = Look { site, manifest, expected: &expected, there: &there };

    let looked = files.par_iter().map(|path| look.file(path).map_err(|error| (path.clone(), error)));
    let (mut faults, mut sums, mut index) = (Vec::new(), Vec::with_capacity(files.len()), BTreeMap::new());
    for (path, found) in files.iter().zip(looked.collect::<Result<Vec<_>, _>>()?) {
        sums.push(found.sum);
        match found.faults {
            Some(found) => faults.extend(found),
            None => {
                index.insert(path.as_str(), found.sum);
            }
        }
    }
    let own = manifest.assets.first().into_iter().flatten();
    let wanted = expected.keys().chain(own).map(String::as_str).chain(["manifest.json"]);
    faults.extend(wanted.filter(|path| !there.contains(path)).map(|path| Fault::Missing(path.to_owned())));
    faults.extend(index_fault(manifest, index));
    faults.sort_by(|a, b| a.path().cmp(b.path()));
    faults.dedup();
    Ok(Looked { faults, sums })
}

/// What came of looking at a file.
struct Found {
    /// Its BLAKE3 hash.
    sum: [u8; 32],
    /// Nothing for a file of the index, which is compared as a whole.
    faults: Option<Vec<Fault>>,
}

struct Look<'a> {
    site: &'a Path,
    manifest: &'a Manifest,
    /// As [`expected`] makes it.
    expected: &'a HashMap<String, &'a str>,
    there: &'a BTreeSet<&'a str>,
}

impl Look<'_> {
    fn file(&self, path: &str) -> io::Result<Found> {
        let bytes = fs::read(self.site.join(path))?;
        let sum = *blake3::hash(&bytes).as_bytes();
        let faults =
            if self.original(path).is_none() && is_index(path) { None } else { Some(self.faults(path, &bytes, &sum)?) };
        Ok(Found { sum, faults })
    }

    /// What is wrong with a file that has these bytes and their hash.
    fn faults(&self, path: &str, bytes: &[u8], sum: &[u8; 32]) -> io::Result<Vec<Fault>> {
        if let Some(original) = self.original(path) {
            return Ok(changed(path, unpacks_to(path, bytes, &fs::read(self.site.join(original))?)));
        }
        let is_right = if path == "manifest.json" {
            true
        } else if let Some(hash) = self.expected.get(path) {
            blake3::Hash::from(*sum).to_hex().as_str() == *hash
        } else if let Some(name) = asset(path) {
            hashed_path(&name, bytes) == path
        } else {
            return Ok(vec![Fault::Foreign(path.to_owned())]);
        };
        let mut faults = changed(path, is_right);
        // An earlier generation may have been built without packed forms. What the build does not have smaller is made
        // again to see it: a few short files.
        let is_own =
            asset(path).is_none() || self.manifest.assets.first().is_some_and(|own| own.iter().any(|a| a == path));
        let has_all = || [".br", ".gz"].iter().all(|end| self.there.contains(&*format!("{path}{end}")));
        if self.manifest.packed && is_right && is_own && !has_all() {
            let missing = variants(path, bytes).into_iter().map(|(path, _)| path);
            faults.extend(missing.filter(|path| !self.there.contains(&**path)).map(Fault::Missing));
        }
        Ok(faults)
    }

    /// The file that a packed form belongs to.
    fn original<'p>(&self, path: &'p str) -> Option<&'p str> {
        let original = path.strip_suffix(".br").or_else(|| path.strip_suffix(".gz"))?;
        let is_expected = self.manifest.packed || asset(path).is_some();
        (is_expected && !self.expected.contains_key(path) && self.there.contains(original)).then_some(original)
    }
}

fn changed(path: &str, is_right: bool) -> Vec<Fault> {
    if is_right { Vec::new() } else { vec![Fault::Changed(path.to_owned())] }
}

/// `style.css` of `_a/style.0c9d1f2e3a.css`; nothing for what is no asset.
fn asset(path: &str) -> Option<String> {
    let name = path.strip_prefix("_a/")?;
    let (before, last) = name.rsplit_once('.')?;
    match before.rsplit_once('.') {
        Some((stem, _hash)) => Some(format!("{stem}.{last}")),
        None => Some(before.to_owned()),
    }
}

fn index_fault(manifest: &Manifest, found: BTreeMap<&str, [u8; 32]>) -> Vec<Fault> {
    let Some(index) = &manifest.index else {
        return found.into_keys().map(|path| Fault::Foreign(path.to_owned())).collect();
    };
    let (own, foreign): (BTreeMap<_, _>, BTreeMap<_, _>) =
        found.into_iter().partition(|(path, _)| path.starts_with(&index.folder));
    let mut faults: Vec<_> = foreign.into_keys().map(|path| Fault::Foreign(path.to_owned())).collect();
    if own.is_empty() {
        faults.push(Fault::Missing(index.folder.clone()));
    } else if own.len() != index.files || sum_of(own.iter().map(|(path, hash)| (*path, hash))) != index.hash {
        faults.push(Fault::Changed(index.folder.clone()));
    }
    faults
}
