//! What a build remembers for the next one, so that only what has changed is made again.
//!
//! Everything here is an answer together with the hash of everything that it follows from:
//!
//! ```text
//! files   path, hash of its content          →  the parsed document, published and faultless by itself
//!         (all: hash of what fields are read by)
//! pages   path, fingerprint of its inputs    →  the hash of each file that was written for it
//! data    fingerprint of an example's inputs →  its line of `data/exempel.json` and its row of `.csv`, as hashes
//! index   what the pages of search are made from → the hash of each file of the index, and what the index has kept
//! ```
//!
//! An answer is used only for the very same question, and of the index, that of the same page, so a memory that is old, or of another site, or of a build that
//! published nothing, costs time and never a wrong page. It has a checksum and the hash of the program that wrote it: one
//! that is damaged, or another program's, is no memory at all.
//!
//! It lies beside the site, so there is nothing in it of drafts and of what was withdrawn.

use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::index::{Earlier, IndexMemory};
use crate::parse::Parsed;
use crate::schema::Kind;
use crate::source::{Content, File};

/// A BLAKE3 hash.
pub type Hash = [u8; 32];

/// What the bytes of a memory begin with; another number is another format.
const VERSION: &[u8] = b"samverka memory 1\n";

/// What an earlier build came to.
pub struct Memory {
    bytes: Vec<u8>,
    tables: Hash,
    /// By path.
    files: HashMap<String, Known>,
    pages: HashMap<String, PageMemory>,
    data: Vec<DataMemory>,
    index: Option<(IndexMemory, Range<usize>)>,
}

/// A file that was parsed.
struct Known {
    hash: Hash,
    /// Where it stands in the memory's bytes.
    at: Range<usize>,
}

/// What was written for a page, or for a file with a fingerprint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageMemory {
    pub fingerprint: Hash,
    /// Path and hash of the page and of its packed forms; the page itself first.
    pub files: Vec<(String, Hash)>,
}

/// An example as open data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataMemory {
    /// Nothing where it is not known what the example is made from.
    pub fingerprint: Option<Hash>,
    pub parts: DataParts,
}

/// What an example is in the files of open data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataParts {
    /// Hash and bytes of its line of JSON.
    pub json: (Hash, u32),
    /// Hash and bytes of its row of the spreadsheet.
    pub csv: (Hash, u32),
}

/// The part that is read at once.
#[derive(Serialize, Deserialize)]
struct Head {
    tables: Hash,
    /// Path, hash of the content, and length of what is kept, in the order in which that follows.
    files: Vec<(String, Hash, u32)>,
    pages: Vec<PageMemory>,
    data: Vec<DataMemory>,
    /// With the length of what the index has kept, which follows the files.
    index: Option<(IndexMemory, u32)>,
}

/// The hash of the running program: another one may make other pages of the same content.
pub fn program() -> Option<Hash> {
    let mut all = blake3::Hasher::new();
    all.update_reader(std::fs::File::open(std::env::current_exe().ok()?).ok()?).ok()?;
    Some(*all.finalize().as_bytes())
}

/// The content of files, as hashes.
pub struct Contents {
    /// In order of path, as the files.
    hashes: Vec<(Arc<str>, Hash)>,
    /// Of what the fields of all other files are read by.
    tables: Hash,
    /// Of everything that is neither an example nor a list of addresses.
    around: Hash,
}

impl Contents {
    /// Hashes every file.
    pub fn of(files: &[File]) -> Contents {
        let hashes: Vec<Hash> = files.par_iter().with_min_len(64).map(|file| hash_of(&file.content)).collect();
        let together = |is_wanted: &dyn Fn(&File) -> bool| {
            let mut all = blake3::Hasher::new();
            for (file, hash) in files.iter().zip(&hashes).filter(|(file, _)| is_wanted(file)) {
                all.update(&(file.path.len() as u64).to_le_bytes()).update(file.path.as_bytes()).update(hash);
            }
            *all.finalize().as_bytes()
        };
        let is_apart = |path: &str| Kind::of_path(path) == Some(Kind::Example) || path == "adresser.txt";
        let (tables, around) =
            (together(&|file| crate::check::is_table(&file.path)), together(&|file| !is_apart(&file.path)));
        let hashes = files.iter().map(|file| file.path.clone()).zip(hashes).collect();
        Contents { hashes, tables, around }
    }

    /// The hash of a file's content, by its path below the content folder.
    pub fn of_path(&self, path: &str) -> Option<&Hash> {
        let index = self.hashes.binary_search_by(|(known, _)| (**known).cmp(path)).ok()?;
        Some(&self.hashes[index].1)
    }

    /// The hash of every file that is neither an example nor `adresser.txt`, names included.
    pub fn around(&self) -> &Hash {
        &self.around
    }
}

fn hash_of(content: &Content) -> Hash {
    match content {
        Content::Text(text) => *blake3::hash(text.as_bytes()).as_bytes(),
        Content::Bytes(bytes) => *blake3::hash(bytes).as_bytes(),
        // Nothing is published where these are.
        other => *blake3::hash(format!("{other:?}").as_bytes()).as_bytes(),
    }
}

impl Memory {
    /// Reads what [`Next::to_bytes`] wrote; nothing if it is damaged, or was written by another program.
    pub fn from_bytes(bytes: Vec<u8>, program: &Hash) -> Option<Memory> {
        let rest = bytes.strip_prefix(VERSION)?.strip_prefix(program)?;
        let (sum, body) = rest.split_first_chunk::<32>()?;
        if blake3::hash(body).as_bytes() != sum {
            return None;
        }
        let (head, kept) = postcard::take_from_bytes::<Head>(body).ok()?;
        let mut at = bytes.len() - kept.len();
        let mut files = HashMap::with_capacity(head.files.len());
        for (path, hash, length) in head.files {
            let end = at.checked_add(usize::try_from(length).ok()?)?;
            files.insert(path, Known { hash, at: at..end });
            at = end;
        }
        let pages = head.pages.into_iter().filter_map(|page| Some((page.files.first()?.0.clone(), page)));
        let pages = pages.collect();
        let index = head.index.map(|(index, length)| (index, at..at + length as usize));
        at = index.as_ref().map_or(at, |(_, kept)| kept.end);
        (at == bytes.len()).then_some(Memory { tables: head.tables, files, pages, data: head.data, index, bytes })
    }

    /// Whether files are read by the same vocabularies and geography as then.
    pub fn is_of(&self, contents: &Contents) -> bool {
        self.tables == contents.tables
    }

    /// A file as it was parsed, if its content is the same; only for contents that the memory [is of](Memory::is_of).
    pub fn parsed(&self, hash: &Hash, path: &Arc<str>, kind: Kind, text: &Arc<str>) -> Option<Parsed> {
        let known = self.files.get(&**path).filter(|known| known.hash == *hash)?;
        Parsed::from_bytes(&self.bytes[known.at.clone()], path.clone(), kind, text.clone())
    }

    /// What was written for a page, by the path of its file.
    pub fn page(&self, path: &str) -> Option<&PageMemory> {
        self.pages.get(path)
    }

    /// The index.
    pub fn index(&self) -> Option<Earlier<'_>> {
        let (memory, kept) = self.index.as_ref()?;
        Some(Earlier { memory, kept: &self.bytes[kept.clone()] })
    }

    /// Each example as open data, in the order of the files.
    pub fn data(&self) -> &[DataMemory] {
        &self.data
    }
}

/// The files that the next build need not parse again.
pub struct KnownFiles {
    tables: Hash,
    files: Vec<(Arc<str>, Hash, Bytes)>,
}

/// What is kept of a file.
enum Bytes {
    /// As it stands in the memory of the build before.
    Earlier(Range<usize>),
    New(Vec<u8>),
}

impl KnownFiles {
    /// Of files that are faultless by themselves, each with the hash of its content.
    pub fn new<'p>(
        parsed: impl IndexedParallelIterator<Item = (&'p Parsed, Hash)>,
        contents: &Contents,
        before: Option<&Memory>,
    ) -> KnownFiles {
        let before = before.filter(|before| before.is_of(contents));
        let files = parsed.filter_map(|(parsed, hash)| {
            let known = before.and_then(|before| before.files.get(&*parsed.path)).filter(|known| known.hash == hash);
            let bytes = match known {
                Some(known) => Bytes::Earlier(known.at.clone()),
                None => Bytes::New(parsed.to_bytes()?),
            };
            Some((parsed.path.clone(), hash, bytes))
        });
        KnownFiles { tables: contents.tables, files: files.collect() }
    }
}

/// What the next build is to know.
pub struct Next {
    pub files: KnownFiles,
    pub pages: Vec<PageMemory>,
    pub data: Vec<DataMemory>,
    pub index: Option<(IndexMemory, Vec<u8>)>,
}

impl Next {
    /// As [`Memory::from_bytes`] reads it; `before` is the memory that `files` were made with.
    #[allow(clippy::wrong_self_convention, reason = "what is written is not needed afterwards")]
    pub fn to_bytes(self, program: &Hash, before: Option<&Memory>) -> Option<Vec<u8>> {
        let KnownFiles { tables, files } = self.files;
        let length = |bytes: &Bytes| match bytes {
            Bytes::Earlier(at) => at.len(),
            Bytes::New(bytes) => bytes.len(),
        };
        let total: usize = files.iter().map(|(_, _, bytes)| length(bytes)).sum();
        let listed =
            files.iter().map(|(path, hash, bytes)| Some((path.to_string(), *hash, u32::try_from(length(bytes)).ok()?)));
        let (index, kept) = self.index.map_or((None, Vec::new()), |(index, kept)| (Some(index), kept));
        let index = index.zip(u32::try_from(kept.len()).ok());
        let kept = if index.is_some() { kept } else { Vec::new() };
        let files_now = listed.collect::<Option<_>>()?;
        let head = Head { tables, files: files_now, pages: self.pages, data: self.data, index };
        let start = VERSION.len() + 64;
        let mut all = Vec::with_capacity(start + total + kept.len() + head.pages.len() * 160 + head.files.len() * 200);
        all.extend_from_slice(VERSION);
        all.extend_from_slice(program);
        all.extend_from_slice(&[0; 32]);
        all = postcard::to_extend(&head, all).ok()?;
        for (_, _, bytes) in &files {
            match bytes {
                Bytes::Earlier(at) => all.extend_from_slice(before?.bytes.get(at.clone())?),
                Bytes::New(bytes) => all.extend_from_slice(bytes),
            }
        }
        all.extend_from_slice(&kept);
        let sum = *blake3::hash(&all[start..]).as_bytes();
        all[start - 32..start].copy_from_slice(&sum);
        Some(all)
    }
}

/// The memory beside a site, if this very program wrote it.
pub fn beside(out: &Path, program: &Hash) -> Option<Memory> {
    Memory::from_bytes(crate::publish::memory(out)?, program)
}
