//! A built site as one file, for roll-back and for the archive.
//!
//! ```text
//! samverka-2026-11-22.zip
//!   LAS-MIG.txt              what this is, how to check it, how to put it back
//!   webbplats/…              the site, file by file, manifest.json among them
//!   SHA256SUMS               checksums of all the others, for `sha256sum -c`
//! ```
//!
//! The container is ZIP within the bounds of ISO/IEC 21320-1: stored or deflated, names in UTF-8, nothing encrypted or
//! divided. Windows opens it without another program, one page can be taken out without the rest, and a standard
//! describes it for those who open it in fifty years. The same site gives the same bytes: files in order of their
//! names, dated the day of the build, with the same permissions whatever system packs them.

use std::collections::BTreeMap;
use std::io::{self, Read, Seek, Write};

use jiff::civil::Date;
use sha2::{Digest, Sha256};
use thiserror::Error;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

use crate::render::hosting::types::is_packable;

/// The folder of the site inside an archive.
pub const SITE: &str = "webbplats/";
/// The list of checksums.
pub const SUMS: &str = "SHA256SUMS";
/// The text for whoever opens the archive.
pub const README: &str = "LAS-MIG.txt";

/// Writes an archive, file by file.
pub struct Packer<W: Write + Seek> {
    zip: ZipWriter<W>,
    options: SimpleFileOptions,
    sums: String,
}

impl<W: Write + Seek> Packer<W> {
    /// Begins an archive of a site that was built on `date`.
    ///
    /// # Errors
    /// When `sink` cannot be written.
    pub fn new(sink: W, date: Date, readme: &str) -> io::Result<Packer<W>> {
        let (year, month, day) = (date.year().unsigned_abs(), date.month().unsigned_abs(), date.day().unsigned_abs());
        let options = SimpleFileOptions::default()
            .last_modified_time(DateTime::from_date_and_time(year, month, day, 0, 0, 0).unwrap_or_default())
            .system(System::Unix)
            .unix_permissions(0o644);
        let mut packer = Packer { zip: ZipWriter::new(sink), options, sums: String::new() };
        packer.add_file(README, readme.as_bytes())?;
        Ok(packer)
    }

    /// Adds a file of the site, `exempel/x/index.html`. The caller sees to the order.
    ///
    /// # Errors
    /// When the sink cannot be written.
    pub fn add(&mut self, path: &str, bytes: &[u8]) -> io::Result<()> {
        self.add_file(&format!("{SITE}{path}"), bytes)
    }

    fn add_file(&mut self, path: &str, bytes: &[u8]) -> io::Result<()> {
        self.store(path, bytes)?;
        self.sums.push_str(&format!("{}  {path}\n", hex(&Sha256::digest(bytes))));
        Ok(())
    }

    fn store(&mut self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let shrinks = is_packable(path) || path == SUMS;
        let options = if shrinks {
            self.options.compression_method(CompressionMethod::Deflated).compression_level(Some(9))
        } else {
            self.options.compression_method(CompressionMethod::Stored)
        };
        self.zip.start_file(path, options.large_file(u32::try_from(bytes.len()).is_err()))?;
        self.zip.write_all(bytes)
    }

    /// Adds the checksums and ends the archive.
    ///
    /// # Errors
    /// When the sink cannot be written.
    pub fn finish(mut self) -> io::Result<W> {
        let sums = std::mem::take(&mut self.sums);
        self.store(SUMS, sums.as_bytes())?;
        Ok(self.zip.finish()?)
    }
}

/// A file of an archive that is not as its checksum says.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum Fault {
    #[error("{0} is not what was packed")]
    Changed(String),
    #[error("{0} is missing")]
    Missing(String),
    #[error("{0} is not in the list of checksums")]
    Foreign(String),
}

/// Compares every file of an archive with its checksum: how many are right, and what is wrong, in order of name.
///
/// # Errors
/// When it is no archive that [`Packer`] made, or cannot be read.
pub fn verify(archive: impl Read + Seek) -> io::Result<(usize, Vec<Fault>)> {
    let mut zip = ZipArchive::new(archive)?;
    let mut sums = String::new();
    zip.by_name(SUMS)?.read_to_string(&mut sums)?;
    let mut expected: BTreeMap<&str, &str> = BTreeMap::new();
    for line in sums.lines() {
        let (sum, path) = line.split_once("  ").ok_or_else(|| io::Error::other(format!("{SUMS}: {line}")))?;
        expected.insert(path, sum);
    }
    let (mut right, mut faults) = (0, Vec::new());
    for index in 0..zip.len() {
        let mut file = zip.by_index(index)?;
        let path = file.name()?.into_owned();
        if path == SUMS || file.is_dir() {
            continue;
        }
        let Some(sum) = expected.remove(path.as_str()) else {
            faults.push(Fault::Foreign(path));
            continue;
        };
        // Damage shows as an error of the unpacking, or as another sum.
        match checksum(&mut file) {
            Ok(found) if found == sum => right += 1,
            _ => faults.push(Fault::Changed(path)),
        }
    }
    faults.extend(expected.into_keys().map(|path| Fault::Missing(path.to_owned())));
    faults.sort_by_key(ToString::to_string);
    Ok((right, faults))
}

/// SHA-256 in hexadecimal digits.
///
/// # Errors
/// When `reader` cannot be read.
pub fn checksum(reader: &mut impl Read) -> io::Result<String> {
    let mut hash = Sha256::new();
    let mut buffer = [0; 1 << 16];
    loop {
        match reader.read(&mut buffer) {
            Ok(0) => return Ok(hex(&hash.finalize())),
            Ok(length) => hash.update(&buffer[..length]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
        let date = Date::constant(2026, 11, 22);
        let mut packer = Packer::new(Cursor::new(Vec::new()), date, "Läs mig\n").unwrap();
        for (path, bytes) in files {
            packer.add(path, bytes).unwrap();
        }
        packer.finish().unwrap().into_inner()
    }

    #[test]
    fn an_archive_is_the_same_each_time_and_right() {
        let files: [(&str, &[u8]); 3] = [("_a/x.css", b"body{}"), ("index.html", b"<p>x"), ("media/x.webp", &[7; 99])];
        let archive = packed(&files);
        assert_eq!(archive, packed(&files));
        assert_eq!(verify(Cursor::new(&archive)).unwrap(), (4, vec![]));
        let mut zip = ZipArchive::new(Cursor::new(&archive)).unwrap();
        let mut sums = String::new();
        zip.by_name(SUMS).unwrap().read_to_string(&mut sums).unwrap();
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(checksum(&mut io::empty()).unwrap(), empty);
        assert_eq!(sums.lines().count(), 4);
        assert!(sums.lines().all(|line| line.as_bytes()[64..66] == *b"  "), "{sums}");
    }

    #[test]
    fn every_kind_of_damage_is_told() {
        let mut archive = packed(&[("media/x.webp", &[7; 99])]);
        let at = archive.windows(99).position(|bytes| bytes == [7; 99]).unwrap();
        archive[at + 50] = 8;
        let changed = Fault::Changed("webbplats/media/x.webp".to_owned());
        assert_eq!(verify(Cursor::new(&archive)).unwrap(), (1, vec![changed]));
        assert!(verify(Cursor::new(&archive[..at])).is_err(), "a cut archive has no table of contents");
        assert!(verify(Cursor::new(b"no archive")).is_err());
    }

    #[test]
    fn files_that_were_added_or_taken_away_are_told() {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("webbplats/extra.html", SimpleFileOptions::default()).unwrap();
        zip.start_file(SUMS, SimpleFileOptions::default()).unwrap();
        zip.write_all(format!("{}  webbplats/index.html\n", "0".repeat(64)).as_bytes()).unwrap();
        let archive = zip.finish().unwrap().into_inner();
        let faults = [Fault::Foreign("webbplats/extra.html".into()), Fault::Missing("webbplats/index.html".into())];
        assert_eq!(verify(Cursor::new(archive)).unwrap(), (0, faults.into()));
    }
}
