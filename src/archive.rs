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
use std::io::{self, Read, Seek, SeekFrom, Write};

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
/// How many bytes of the list are read: room for half a million files. A few kilobytes can unpack to any number.
const LONGEST_SUMS: u64 = 64 << 20;
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
    #[error("{0} bytes belong to no file")]
    Unlisted(u64),
}

impl Fault {
    /// Which file it is; nothing for what is none.
    pub fn path(&self) -> &str {
        match self {
            Fault::Changed(path) | Fault::Missing(path) | Fault::Foreign(path) => path,
            Fault::Unlisted(_) => "",
        }
    }
}

/// Compares every file of an archive with its checksum: how many are right, and what is wrong, in order of name.
///
/// # Errors
/// When it is no archive that [`Packer`] made, or cannot be read.
pub fn verify(mut archive: impl Read + Seek) -> io::Result<(usize, Vec<Fault>)> {
    let length = archive.seek(SeekFrom::End(0))?;
    let mut zip = ZipArchive::new(archive)?;
    let mut sums = String::new();
    let length_of_sums = zip.by_name(SUMS)?.take(LONGEST_SUMS + 1).read_to_string(&mut sums)?;
    if length_of_sums as u64 > LONGEST_SUMS {
        return Err(io::Error::other(format!("{SUMS}: > {LONGEST_SUMS}")));
    }
    let mut expected: BTreeMap<&str, &str> = BTreeMap::new();
    for line in sums.lines() {
        let (sum, path) = line.split_once("  ").ok_or_else(|| io::Error::other(format!("{SUMS}: {line}")))?;
        expected.insert(path, sum);
    }
    let (mut right, mut faults) = (0, Vec::new());
    // What no reader of ZIP looks at could hide anything: the files fill the archive up to its table of contents.
    let mut end = 0;
    let mut unlisted = 0;
    for index in 0..zip.len() {
        let mut file = zip.by_index(index)?;
        let start = file.data_start().unwrap_or_default();
        unlisted += file.header_start().abs_diff(end);
        end = start.saturating_add(file.compressed_size());
        let path = file.name()?.into_owned();
        // An entry for a folder, of which ours have none, may hold data too.
        if path == SUMS {
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
    unlisted += zip.central_directory_start().abs_diff(end);
    let (before, behind) = around_record(zip.into_inner(), length)?;
    let unlisted = unlisted.max(before) + behind;
    faults.extend((unlisted > 0).then_some(Fault::Unlisted(unlisted)));
    faults.sort_by_key(ToString::to_string);
    Ok((right, faults))
}

/// How many bytes stand before the record that ends an archive where its table of contents should, and behind it or in its
/// comment: ours have none. With more files than the record can count, another record stands between, of which ZIP's reader
/// has seen that it is where it should be.
fn around_record(mut archive: impl Read + Seek, length: u64) -> io::Result<(u64, u64)> {
    const RECORD: &[u8] = b"PK\x05\x06";
    /// Bytes of the record without a comment.
    const SIZE: u64 = 22;
    const LONGEST_COMMENT: u64 = 0xffff;
    /// Where the number of files stands in it.
    const COUNT: usize = 10;
    /// Where the size and the beginning of the table stand.
    const TABLE: [usize; 2] = [12, 16];
    let start = length.saturating_sub(SIZE + LONGEST_COMMENT);
    archive.seek(SeekFrom::Start(start))?;
    let mut tail = Vec::new();
    archive.read_to_end(&mut tail)?;
    let at = tail.windows(RECORD.len()).rposition(|bytes| bytes == RECORD);
    let Some(record) = at.and_then(|at| Some((start + at as u64, tail[at..].first_chunk::<22>()?))) else {
        return Err(io::Error::from(io::ErrorKind::UnexpectedEof));
    };
    let (at, record) = record;
    let number =
        |at: usize| u64::from(u32::from_le_bytes([record[at], record[at + 1], record[at + 2], record[at + 3]]));
    let is_large = record[COUNT..COUNT + 2] == [0xff; 2] || TABLE.iter().any(|at| record[*at..at + 4] == [0xff; 4]);
    let before = if is_large { 0 } else { TABLE.map(number).iter().sum::<u64>().abs_diff(at) };
    Ok((before, length - at - SIZE))
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
    fn bytes_before_between_and_behind_the_files_are_told() {
        let archive = packed(&[("index.html", b"<p>x"), ("media/x.webp", &[7; 99])]);
        let found = |bytes: &[u8]| verify(Cursor::new(bytes)).unwrap();
        assert_eq!(found(&[b"MZ program", &archive[..]].concat()), (3, vec![Fault::Unlisted(10)]));
        assert_eq!(found(&[&archive[..], b"behind"].concat()), (3, vec![Fault::Unlisted(6)]));
        // Where the table of contents begins stands in the record at the end.
        let record = archive.len() - 22;
        let table = u32::from_le_bytes(archive[record + 16..record + 20].try_into().unwrap()) as usize;
        let mut hidden = [&archive[..table], b"hidden", &archive[table..]].concat();
        hidden[record + 22..record + 26].copy_from_slice(&(table as u32 + 6).to_le_bytes());
        assert_eq!(found(&hidden), (3, vec![Fault::Unlisted(6)]));
        let before_the_end = [&archive[..record], b"hidden", &archive[record..]].concat();
        assert!(verify(Cursor::new(&before_the_end)).map_or(true, |(_, faults)| !faults.is_empty()));
        let with_comment = [&archive[..record + 20], &[6, 0], b"hidden"].concat();
        assert_eq!(found(&with_comment), (3, vec![Fault::Unlisted(6)]));
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

    #[test]
    fn an_entry_for_a_folder_is_told() {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.add_directory("webbplats/dold/", SimpleFileOptions::default()).unwrap();
        zip.start_file(SUMS, SimpleFileOptions::default()).unwrap();
        let archive = zip.finish().unwrap().into_inner();
        let faults = vec![Fault::Foreign("webbplats/dold/".into())];
        assert_eq!(verify(Cursor::new(archive)).unwrap().1, faults);
    }

    #[test]
    fn a_list_without_end_is_not_read() {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        zip.start_file(SUMS, stored).unwrap();
        zip.write_all(&vec![b'0'; LONGEST_SUMS as usize]).unwrap();
        zip.write_all(b"  webbplats/index.html\n").unwrap();
        let archive = zip.finish().unwrap().into_inner();
        assert!(verify(Cursor::new(archive)).unwrap_err().to_string().contains(SUMS));
    }
}
