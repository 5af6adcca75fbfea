//! What is known of the files that the manifest lists beside the pages.

use std::collections::BTreeMap;
use std::sync::{MutexGuard, PoisonError};

use super::manifest;
use super::staging::Staging;

/// BLAKE3 hashes by path below the site's folder.
pub type Sums = BTreeMap<String, [u8; 32]>;

/// Whether a file is told whole by a hash of its own. The others are told otherwise: a page by its entry in the manifest,
/// an asset by its name, a packed form by what it unpacks to, and the manifest is what all of it is compared with.
pub fn is_summed(path: &str) -> bool {
    !path.starts_with("_a/") && path != manifest::NAME && ![".html", ".br", ".gz"].iter().any(|end| path.ends_with(end))
}

impl Staging {
    /// The hash of each file of the new site so far that is neither a page nor an asset, written or kept.
    pub fn sums(&self) -> Sums {
        self.sums_so_far().clone()
    }

    pub(super) fn sum(&self, path: &str, hash: &[u8; 32]) {
        if is_summed(path) {
            self.sums_so_far().insert(path.to_owned(), *hash);
        }
    }

    fn sums_so_far(&self) -> MutexGuard<'_, Sums> {
        self.sums.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
