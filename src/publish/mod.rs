//! Puts a finished site where visitors meet it, whole or not at all.
//!
//! A build does not write into `--out`. It writes into a folder beside it, and lets the two change
//! places when everything is there:
//!
//! ```text
//! /srv/www/site/                what visitors meet (`--out`)
//! /srv/www/.site.samverka/      the staging folder, there only while a build runs
//!     lock                      held (flock) by the build that runs
//!     new/                      the new site; after the exchange the old one, which is removed
//!     old/                      with --allow-gap only: the old site, while nothing stands at --out
//!     spare/, list, memory      with --incremental only, also between builds: see `spare`
//! ```
//!
//! **The promise:** whenever the process is killed, and whichever call to the file system fails,
//! `--out` is the whole old site or the whole new one, and the next build sweeps up what was left
//! and succeeds. With [`Options::sync`] that holds for a power loss too. The one exception is asked
//! for by name: where a file system cannot exchange two folders, [`Options::allow_gap`] moves the
//! old site away and the new one in, and a build killed between the two leaves nothing at `--out`
//! until the next build puts the old site back.
//!
//! **Nothing is removed that is not ours.** `--out` is replaced only if it is empty, missing, or has
//! a `manifest.json` which says that this program made it. Nothing but `--out`, the staging folder
//! and missing parent folders of `--out` is touched.
//!
//! **Pages that visitors have open go on working.** Files with their hash in the name (`_a/`) of the
//! two latest generations are carried into the new site. The manifest lists them; see
//! [`Staging::generations`]. The search index (`_s/`) is not: whoever has an old search page open is
//! told that the site has been updated, and offered to load it anew.
//!
//! ```no_run
//! use samverka::publish::{Options, Staging};
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let content = [std::path::PathBuf::from("content")];
//! let staging = Staging::open("site".as_ref(), &content, Options::default())?;
//! staging.write("_a/style.1f2e.css", b"body {}")?;
//! staging.write("index.html", b"<!doctype html>")?; // from any number of threads
//! let assets = staging.generations(vec!["_a/style.1f2e.css".to_owned()]);
//! let manifest = serde_json::json!({ "generator": "samverka 0.1.0", "assets": assets });
//! staging.write("manifest.json", manifest.to_string().as_bytes())?;
//! let published = staging.publish()?;
//! for warning in &published.warnings {
//!     eprintln!("{warning}");
//! }
//! # Ok(())
//! # }
//! ```

mod disk;
mod error;
mod incremental;
mod manifest;
mod out;
mod path;
mod spare;
mod staging;
mod sums;
mod swap;
#[cfg(test)]
mod tests;

pub use error::{Action, PathFault, PublishError};
pub use staging::Staging;
use std::path::{Path, PathBuf};
pub use sums::Sums;

/// Whether a `manifest.json` says that this program made the site.
pub fn is_ours(manifest: &[u8]) -> bool {
    manifest::Manifest::read(manifest).is_some()
}

/// What the build that published to `out` wanted the next one to know ([`Staging::remember`]), as bytes that nobody vouches
/// for. Nothing is locked, changed or made.
pub fn memory(out: &Path) -> Option<Vec<u8>> {
    let disk = disk::RealDisk;
    let out = out::resolve(&disk, out).ok()?;
    let file = staging::folder_of(&out)?.join(incremental::MEMORY);
    match disk::Disk::kind(&disk, &file) {
        Ok(Some(disk::Kind::File)) => disk::Disk::read(&disk, &file).ok(),
        _ => None,
    }
}

/// How to publish.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Where the two sites cannot change places in one step: move the old one away and then the
    /// new one in, so that visitors meet nothing for a moment.
    pub allow_gap: bool,
    /// Wait until every file and folder is on the disk before the sites change places, so that
    /// the promise covers a power loss. Much slower.
    pub sync: bool,
    /// Keep the site once more beside `out`, and write only what has changed the next time. Takes no effect together
    /// with `sync`, which wants each file on the disk, and where two folders cannot change places.
    pub incremental: bool,
}

/// What publishing came to.
#[derive(Debug)]
pub struct Published {
    /// Where the site is, with every symbolic link resolved.
    pub out: PathBuf,
    /// How it got there.
    pub swap: Swap,
    /// The number of files in the site, carried ones included.
    pub files: usize,
    /// The number of files carried from earlier generations.
    pub carried: usize,
    /// The number of files that stood there already ([`Options::incremental`]).
    pub kept: usize,
    /// What could not be tidied up afterwards. The site is published all the same.
    pub warnings: Vec<PublishError>,
}

/// How a new site got its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swap {
    /// There was nothing there, or an empty folder.
    First,
    /// It changed places with the old one in one step.
    Exchanged,
    /// The old site was moved away first ([`Options::allow_gap`]).
    Gap,
}
