//! A fixture as it stands in its file.

use std::fs;
use std::path::{Path, PathBuf};

use super::notation;

/// The header of the last block.
const EXPECTED: &str = "väntat";

/// One fixture.
pub struct Fixture {
    path: PathBuf,
    /// The text up to the block of what is expected.
    given: String,
    pub blocks: Vec<Block>,
    /// What stands in the last block.
    pub expected: String,
    /// The personal numbers in its files, as they are written there.
    pub numbers: Vec<String>,
}

/// What is laid over the base folder.
pub struct Block {
    pub path: Vec<u8>,
    pub kind: BlockKind,
}

pub enum BlockKind {
    Text(String),
    Bytes(Vec<u8>),
    Absent,
    Folder,
    Link,
    /// With what the system says; nothing is said of a file that may not be read.
    Unreadable(String),
}

impl Fixture {
    pub fn read(path: &Path) -> Fixture {
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let header = format!("=== {EXPECTED}\n");
        let (given, expected) = match text.split_once(&header) {
            Some((given, expected)) => (given.to_owned(), expected.to_owned()),
            None => (text.clone(), String::new()),
        };
        let mut fixture =
            Fixture { path: path.to_path_buf(), given, blocks: Vec::new(), expected, numbers: Vec::new() };
        for (header, content) in blocks(&fixture.given.clone()) {
            let block = fixture.block(header, content);
            fixture.blocks.push(block);
        }
        fixture
    }

    /// `rule/fixture`
    pub fn name(&self) -> String {
        let below = self.path.strip_prefix(super::folder()).unwrap_or(&self.path);
        below.with_extension("").display().to_string()
    }

    /// The first line, which says what the fixture shows.
    pub fn title(&self) -> &str {
        self.given.lines().next().unwrap_or_default()
    }

    /// Writes what came out as what is expected.
    pub fn bless(&self, came: &str) {
        let text = format!("{}=== {EXPECTED}\n{came}", self.given);
        fs::write(&self.path, text).unwrap_or_else(|error| panic!("{}: {error}", self.path.display()));
    }

    fn block(&mut self, header: &str, content: &str) -> Block {
        let (word, path) = match header.split_once(' ') {
            Some((word @ ("bytes" | "utan" | "mapp" | "länk" | "oläsbar"), path)) => (word, path),
            _ => ("", header),
        };
        let path = self.escaped(path);
        let kind = match word {
            "bytes" => BlockKind::Bytes(self.escaped(content)),
            "utan" => BlockKind::Absent,
            "mapp" => BlockKind::Folder,
            "länk" => BlockKind::Link,
            "oläsbar" => BlockKind::Unreadable(content.trim().to_owned()),
            _ => BlockKind::Text(self.numbered(content)),
        };
        Block { path, kind }
    }

    fn escaped(&mut self, text: &str) -> Vec<u8> {
        match String::from_utf8(notation::bytes(text)) {
            Ok(text) => self.numbered(&text).into_bytes(),
            Err(error) => error.into_bytes(),
        }
    }

    fn numbered(&mut self, text: &str) -> String {
        let (text, numbers) = notation::with_numbers(text);
        self.numbers.extend(numbers);
        text
    }
}

/// Header and content of each block.
fn blocks(text: &str) -> Vec<(&str, &str)> {
    let starts: Vec<usize> =
        text.match_indices("\n=== ").map(|(at, _)| at + 1).chain(std::iter::once(text.len())).collect();
    let blocks = starts.windows(2).map(|pair| &text[pair[0] + "=== ".len()..pair[1]]);
    blocks.map(|block| block.split_once('\n').unwrap_or((block, ""))).collect()
}
