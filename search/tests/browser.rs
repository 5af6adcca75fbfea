//! The reader that is sent to browsers, as it lies in the theme.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

const READER: &str = "themes/standard/assets/search.wasm";
const REMEDY: &str = "run packaging/build-search, and commit what it made";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crate lies in the repository").to_owned()
}

/// A number in LEB128, and what follows it.
fn number(bytes: &[u8]) -> (usize, &[u8]) {
    let length = bytes.iter().position(|byte| byte & 0x80 == 0).expect("a number ends") + 1;
    let value = bytes[..length].iter().rev().fold(0, |value, byte| value << 7 | usize::from(byte & 0x7f));
    (value, &bytes[length..])
}

/// A name, and what follows it.
fn name(bytes: &[u8]) -> (&str, &[u8]) {
    let (length, rest) = number(bytes);
    (std::str::from_utf8(&rest[..length]).expect("names are UTF-8"), &rest[length..])
}

/// The sections of the reader: kind and content (WebAssembly Core Specification 2.0, 5.5).
fn sections(module: &[u8]) -> Vec<(u8, &[u8])> {
    let mut rest = module.strip_prefix(b"\0asm\x01\0\0\0").expect("a WebAssembly module");
    let mut sections = Vec::new();
    while let Some((&kind, after)) = rest.split_first() {
        let (length, content) = number(after);
        sections.push((kind, &content[..length]));
        rest = &content[length..];
    }
    sections
}

fn reader() -> Vec<u8> {
    fs::read(root().join(READER)).unwrap_or_else(|error| panic!("{READER}: {error}; {REMEDY}"))
}

fn add_sources(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("sources") {
        let path = entry.expect("an entry").path();
        match path.file_name().and_then(|name| name.to_str()) {
            Some("build" | "compound.rs") => {}
            _ if path.is_dir() => add_sources(&path, files),
            Some(name) if name.ends_with(".rs") => files.push(path),
            _ => {}
        }
    }
}

/// The same as `packaging/build-search --hash`.
fn hash_of_sources() -> String {
    let root = root();
    let mut files = Vec::new();
    add_sources(&root.join("search/src"), &mut files);
    let read = |path: &Path| fs::read_to_string(path).expect("a source");
    let relative = |path: &PathBuf| {
        let path = path.strip_prefix(&root).expect("a file of the repository");
        path.to_str().expect("a name in UTF-8").replace('\\', "/")
    };
    let mut named: Vec<(String, String)> = files.iter().map(|path| (relative(path), read(path))).collect();
    named.sort();
    let mut hash = Sha256::new();
    for (name, text) in named {
        hash.update([name.as_str(), "\n", text.as_str()].concat());
    }
    hash.update(read(&root.join("search/Cargo.toml")));
    let manifest = read(&root.join("Cargo.toml"));
    let mut in_profile = false;
    for line in manifest.lines() {
        in_profile |= line.starts_with("[profile.browser]");
        if in_profile {
            hash.update([line, "\n"].concat());
            in_profile = !line.is_empty();
        }
    }
    hash.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_reader_is_built_from_these_sources() {
    let module = reader();
    let sources = sections(&module).into_iter().filter(|(kind, _)| *kind == 0).map(|(_, content)| name(content));
    let found: Vec<&[u8]> = sources.filter(|(name, _)| *name == "sources").map(|(_, hash)| hash).collect();
    assert_eq!(found, [hash_of_sources().as_bytes()], "{READER} is of other sources than search/src has now: {REMEDY}");
}

#[test]
fn the_reader_gives_what_the_script_calls_and_asks_for_nothing() {
    let module = reader();
    let sections = sections(&module);
    assert!(sections.iter().all(|(kind, _)| *kind != 2), "it imports something");
    let (_, exports) = sections.iter().find(|(kind, _)| *kind == 7).expect("exports");
    let (count, mut rest) = number(exports);
    let mut found = Vec::new();
    for _ in 0..count {
        let (export, after) = name(rest);
        let (_, after_index) = number(&after[1..]);
        // Kinds: function 0, memory 2, global 3. The linker adds two globals of its own.
        if after[0] != 3 {
            found.push((export, after[0]));
        }
        rest = after_index;
    }
    found.sort_unstable();
    assert_eq!(found, [("alloc", 0), ("answer", 0), ("call", 0), ("memory", 2)]);
}

/// What a browser fetches once. The issue allows 28 kB for it and the script, as Brotli.
#[test]
fn the_reader_is_small() {
    assert!(reader().len() < 56_000, "{} bytes", reader().len());
}
