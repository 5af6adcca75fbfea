//! Logs → one tally, with two threads or more.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use super::format::{Fields, Lines};
use super::input::Blocks;
use super::overlap::{Groups, parts};
use super::tally::{Counter, Tally};

/// A log cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The file does not open, or cannot be read to its end.
    #[error("{file}: {source}")]
    Io {
        /// Of the log.
        file: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Without random numbers visitors could be told from one day to the next.
    #[error("no random numbers: {0}")]
    Random(#[from] getrandom::Error),
}

/// A log that was read.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Source {
    /// The file's name without its folder.
    pub name: String,
    /// BLAKE3 of what is in it, unpacked.
    pub hash: String,
    pub lines: u64,
    /// Those of them that a file before had too, as far as can be told: they are not counted.
    pub repeated_lines: u64,
    /// The same content was in a file before, so that nothing of this one is counted.
    pub is_repeated: bool,
}

/// How a log is opened: [`open`](super::open), or as lines that are no file's.
pub type Open<'a> = &'a dyn Fn(&Path) -> io::Result<Box<dyn io::Read + 'a>>;

/// Reads logs. `progress` is told how many bytes of how many of a file have been read, unpacked.
///
/// # Errors
/// The first file that cannot be read to its end.
pub fn read(
    files: &[PathBuf],
    open: Open<'_>,
    address_field: Option<&str>,
    counter: &Counter<'_>,
    progress: &mut dyn FnMut(&Path, u64),
) -> Result<(Tally, Vec<Source>), ReadError> {
    let mut all = Tally::default();
    let mut sources: Vec<Source> = Vec::new();
    let mut seen: HashSet<blake3::Hash> = HashSet::new();
    // With one file alone there is nothing to compare.
    let mut groups = (files.len() > 1).then(Groups::default);
    for file in files {
        let One { tally, hash, repeated, own } = one(file, open, address_field, counter, groups.as_ref(), progress)?;
        groups.iter_mut().for_each(|groups| groups.extend(&own));
        let is_repeated = !seen.insert(hash);
        let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned();
        sources.push(Source {
            name,
            hash: hash.to_hex().to_string(),
            lines: tally.lines + repeated,
            repeated_lines: repeated,
            is_repeated,
        });
        if !is_repeated {
            all.merge(tally, false);
        }
    }
    Ok((all, sources))
}

/// A block and where it stands in its file; of a W3C log, the columns at its beginning.
struct Block {
    number: usize,
    bytes: Vec<u8>,
    fields: Option<Fields>,
}

/// What was read of one file.
struct One {
    tally: Tally,
    hash: blake3::Hash,
    /// Lines that an earlier file had.
    repeated: u64,
    /// Its groups of lines.
    own: Vec<u64>,
}

fn one(
    file: &Path,
    open: Open<'_>,
    address_field: Option<&str>,
    counter: &Counter<'_>,
    earlier: Option<&Groups>,
    progress: &mut dyn FnMut(&Path, u64),
) -> Result<One, ReadError> {
    let failed = |source: io::Error| ReadError::Io { file: file.to_path_buf(), source };
    let from = open(file).map_err(failed)?;
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let (send, receive) = sync_channel::<Block>(threads * 2);
    let receive = Mutex::new(receive);
    let counted: Mutex<Vec<Part>> = Mutex::new(Vec::new());
    let overlaps: Mutex<(u64, Vec<u64>)> = Mutex::default();
    // The memory of blocks that have been counted, for those to come.
    let used: Mutex<Vec<Vec<u8>>> = Mutex::default();
    let count = || -> Result<(), ReadError> {
        while let Some(block) = next(&receive) {
            let mut tally = Tally::default();
            let mut lines = Lines::new(address_field, block.fields);
            match earlier {
                None => tally.read(&block.bytes, &mut lines, counter)?,
                Some(earlier) => {
                    let found = parts(&block.bytes, earlier);
                    for (part, is_repeated) in found.parts {
                        match is_repeated {
                            false => tally.read(part, &mut lines, counter)?,
                            true => lines.comments(part),
                        }
                    }
                    let mut all = overlaps.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                    all.0 += found.repeated;
                    all.1.extend(found.own);
                }
            }
            used.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(block.bytes);
            let part = Part { first: block.number, last: block.number, tally };
            join(&mut counted.lock().unwrap_or_else(std::sync::PoisonError::into_inner), part);
        }
        Ok(())
    };
    let work = || {
        let _rest = Rest(&receive);
        count()
    };
    let mut blocks = Blocks::new(from);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let sent = hand_out(&mut blocks, send, &used, &mut |bytes| progress(file, bytes));
        let worked = workers.into_iter().try_for_each(|worker| match worker.join() {
            Ok(done) => done,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        worked.and(sent.map_err(failed))
    })?;
    let mut tally = Tally::default();
    for part in counted.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner) {
        tally.merge(part.tally, true);
    }
    tally.malformed(blocks.too_long);
    let (repeated, own) = overlaps.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    Ok(One { tally, hash: blocks.hasher.finalize(), repeated, own })
}

fn next<T>(blocks: &Mutex<Receiver<T>>) -> Option<T> {
    blocks.lock().unwrap_or_else(std::sync::PoisonError::into_inner).recv().ok()
}

/// Takes what still comes when a worker ends, also by a fault of the program: whoever hands out waits for room, and would
/// wait for ever.
struct Rest<'a, T>(&'a Mutex<Receiver<T>>);

impl<T> Drop for Rest<'_, T> {
    fn drop(&mut self) {
        while next(self.0).is_some() {}
    }
}

/// Blocks that stand one after the other, counted.
struct Part {
    first: usize,
    last: usize,
    tally: Tally,
}

/// Puts a part in its place and makes one of those that meet, so that there are never many.
fn join(parts: &mut Vec<Part>, part: Part) {
    let at = parts.partition_point(|other| other.first < part.first);
    parts.insert(at, part);
    for at in (1..parts.len()).rev() {
        if parts[at - 1].last + 1 == parts[at].first {
            let next = parts.remove(at);
            parts[at - 1].tally.merge(next.tally, true);
            parts[at - 1].last = next.last;
        }
    }
}

fn hand_out(
    blocks: &mut Blocks<impl io::Read>,
    send: SyncSender<Block>,
    used: &Mutex<Vec<Vec<u8>>>,
    progress: &mut dyn FnMut(u64),
) -> io::Result<()> {
    let mut fields: Option<Fields> = None;
    let mut done = 0;
    let mut number = 0;
    let spare = || used.lock().unwrap_or_else(std::sync::PoisonError::into_inner).pop().unwrap_or_default();
    while let Some(bytes) = blocks.next(spare())? {
        done += bytes.len() as u64;
        progress(done);
        let next = last_fields(&bytes).or_else(|| fields.clone());
        let block = Block { number, bytes, fields: std::mem::replace(&mut fields, next) };
        number += 1;
        // The workers end when there are no more blocks.
        if send.send(block).is_err() {
            break;
        }
    }
    Ok(())
}

/// The columns that hold behind a block.
fn last_fields(block: &[u8]) -> Option<Fields> {
    const FIELDS: &[u8] = b"#Fields:";
    // Most logs have none, which is told much faster from the front.
    memchr::memmem::find(block, FIELDS)?;
    let finder = memchr::memmem::FinderRev::new(FIELDS);
    let mut end = block.len();
    loop {
        let at = finder.rfind(&block[..end])?;
        if at == 0 || block[at - 1] == b'\n' {
            let line = &block[at..at + memchr::memchr(b'\n', &block[at..]).unwrap_or(block.len() - at)];
            return Fields::of(line.strip_suffix(b"\r").unwrap_or(line));
        }
        end = at;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_hands_out_does_not_wait_for_workers_that_have_ended_by_a_fault() {
        let (send, receive) = sync_channel::<u32>(1);
        let receive = Mutex::new(receive);
        let sent = std::thread::scope(|scope| {
            let worker = scope.spawn(|| {
                let _rest = Rest(&receive);
                let first = next(&receive);
                // Without the hook's text: this fault is meant.
                std::panic::resume_unwind(Box::new(first));
            });
            let sent = (0..100).filter(|number| send.send(*number).is_ok()).count();
            drop(send);
            assert!(worker.join().is_err());
            sent
        });
        assert_eq!(sent, 100);
    }
}
