//! A fixture's files over the base folder, checked.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use samverka::check::UNRECORDED;
use samverka::source::{self, Content, File};

use super::fixture::{Block, BlockKind};
use super::{Fixture, TODAY, folder};

pub use samverka::check::Checked;

/// Reading works on rayon's threads, so nothing on those threads may wait for this.
static BASE: LazyLock<Vec<File>> = LazyLock::new(|| source::read(&folder().join("_bas")).expect("the base folder"));

/// Checks the files of a fixture.
pub fn check(fixture: &Fixture) -> Checked {
    let mut files: BTreeMap<Arc<str>, File> = BASE.iter().map(|file| (file.path.clone(), file.clone())).collect();
    for file in in_memory(&fixture.blocks).chain(from_disk(&fixture.blocks)) {
        files.insert(file.path.clone(), file);
    }
    for block in fixture.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Absent)) {
        assert!(files.remove(shown(block)).is_some(), "{} is not in the base folder", shown(block));
    }
    let mut checked = samverka::check::check(files.into_values().collect(), TODAY);
    checked.advise(None);
    // Nearly every fixture adds a page.
    if !fixture.name().starts_with(UNRECORDED) {
        checked.diagnostics.retain(|diagnostic| diagnostic.rule != UNRECORDED);
    }
    checked
}

fn in_memory(blocks: &[Block]) -> impl Iterator<Item = File> {
    blocks.iter().filter_map(|block| {
        let text = match &block.kind {
            BlockKind::Text(text) => text,
            BlockKind::Unreadable(reason) => {
                let path = shown(block);
                let content = Content::Unreadable { is_denied: reason.is_empty(), reason: reason.as_str().into() };
                return Some(File { path: path.into(), content });
            }
            _ => return None,
        };
        let path = shown(block);
        let is_media = path.starts_with("media/") && !path.ends_with(".yaml");
        let content =
            if is_media { Content::Bytes(text.as_bytes().into()) } else { Content::Text(text.as_str().into()) };
        Some(File { path: path.into(), content })
    })
}

/// What only the reading of a folder can tell: encodings, sizes, links, folders and names.
fn from_disk(blocks: &[Block]) -> Vec<File> {
    let on_disk =
        |block: &&Block| !matches!(block.kind, BlockKind::Text(_) | BlockKind::Absent | BlockKind::Unreadable(_));
    let blocks: Vec<&Block> = blocks.iter().filter(on_disk).collect();
    if blocks.is_empty() {
        return Vec::new();
    }
    let disk = tempfile::tempdir().expect("a folder");
    let elsewhere = disk.path().join("elsewhere");
    let content = disk.path().join("content");
    fs::write(&elsewhere, "---\ntitel: Någon annanstans\n---\n").expect("a file elsewhere");
    for block in blocks {
        let path = content.join(Path::new(OsStr::from_bytes(&block.path)));
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        let written = match &block.kind {
            BlockKind::Bytes(bytes) => fs::write(&path, bytes),
            BlockKind::Folder => fs::create_dir(&path),
            BlockKind::Link => std::os::unix::fs::symlink(&elsewhere, &path),
            BlockKind::Text(_) | BlockKind::Absent | BlockKind::Unreadable(_) => Ok(()),
        };
        written.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
    source::read(&content).expect("the folder on disk")
}

fn shown(block: &Block) -> &str {
    std::str::from_utf8(&block.path).expect("only a file on disk has a name that is not Unicode")
}
