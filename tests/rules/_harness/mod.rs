//! Fixtures for the rules: one text file each, with files to check and every diagnostic that is expected of them.
//!
//! ```text
//! Ett felstavat fält får sitt rätta namn föreslaget.
//! === sidor/x.md                 a file of the content folder, as it reads
//! ---
//! tittel: X
//! ---
//! === bytes sidor/y.md           the same with escapes, for what is not text or cannot be seen: see `notation`
//! === utan exempel/torget.md     a file of the base folder that is not there
//! === mapp exempel/z.md          an empty folder
//! === länk exempel/z.md          a symbolic link that leads out of the folder
//! === oläsbar exempel/å.md       a file that cannot be read, with what the system says; it may not be read if that is nothing
//! === väntat                     every diagnostic, in order
//! sidor/x.md:2:1 [okand-nyckel] fel: Fältet ”tittel” finns inte.
//!     vid: ”tittel”
//!     gör så här: Menade du ”titel”? Rätta namnet eller ta bort raden.
//! ```
//!
//! The files lie over a small faultless content folder, `_bas`, and today is 2026-11-22. `{PNR:900101-238}` stands for
//! that text with the check digit added that makes it a personal number; no such number stands in the repository.
//! `oinskriven-adress` is looked for in its own folder only, because nearly every fixture adds a page.

mod expected;
mod fixture;
pub mod json;
pub mod notation;
mod run;

use std::path::{Path, PathBuf};

use jiff::civil::{Date, date};

pub use expected::compare;
pub use fixture::Fixture;
pub use run::{Checked, check};

/// The day on which every fixture is checked.
pub const TODAY: Date = date(2026, 11, 22);

/// The folder with a folder for each rule.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules")
}

/// Names of the folders with fixtures; those that begin with `_` belong to no rule.
pub fn folders() -> Vec<String> {
    let entries = std::fs::read_dir(folder()).expect("tests/rules").map(|entry| entry.expect("an entry"));
    let folders = entries.filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> = folders.map(|entry| entry.file_name().into_string().expect("a name")).collect();
    names.retain(|name| !["_bas", "_harness"].contains(&name.as_str()));
    names.sort();
    names
}

/// Every fixture, in order of path.
pub fn fixtures() -> Vec<Fixture> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for name in folders() {
        let entries = std::fs::read_dir(folder().join(name)).expect("a folder of fixtures");
        paths.extend(entries.map(|entry| entry.expect("an entry").path()));
    }
    paths.sort();
    paths.iter().map(|path| Fixture::read(path)).collect()
}
