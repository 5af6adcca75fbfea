//! What publishing promises. A site of version `v` says `v` in every file, so that a mixture of
//! two versions shows.

mod faults;
mod kill;
mod messages;
mod refusals;
mod sites;
mod spare;

use self::spare::assert_spare_is_the_site;
use super::{Options, PublishError, Published, Staging};
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Pages of a test site beside its manifest and its one hashed asset.
const PAGES: [&str; 5] =
    ["index.html", "exempel/index.html", "exempel/a/index.html", "exempel/b/index.html", "om/index.html"];

/// A page that is the same in every version.
const SAME: &str = "samma/index.html";
const SAME_TEXT: &[u8] = b"samma";

/// A page that only one version has.
fn own_page(version: u32) -> String {
    format!("bara/{version}/index.html")
}

/// A folder that has another name in every version, with a file that is the same in all.
fn moving(version: u32) -> String {
    format!("_s/{version}")
}

/// The files of a version's moving folder: one that is always the same, and its own.
fn moving_files(version: u32) -> [(String, Vec<u8>); 2] {
    let folder = moving(version);
    [
        (format!("{folder}/d/samma.bin"), SAME_TEXT.to_vec()),
        (format!("{folder}/eget.bin"), version.to_string().into_bytes()),
    ]
}

/// The hashed asset of a version.
fn asset(version: u32) -> String {
    format!("_a/style.{version}.css")
}

/// Writes the whole site of a version.
fn write_site(staging: &Staging, version: u32) -> Result<(), PublishError> {
    write_site_but(staging, version, false)
}

fn write_site_but(staging: &Staging, version: u32, is_same_kept: bool) -> Result<(), PublishError> {
    for page in PAGES {
        staging.write(page, format!("{page} {version}").as_bytes())?;
    }
    if !is_same_kept {
        staging.write(SAME, SAME_TEXT)?;
    }
    for (path, bytes) in moving_files(version) {
        let is_kept = is_same_kept && staging.keep_all(&[(path.clone(), *blake3::hash(&bytes).as_bytes())])?;
        if !is_kept {
            staging.write(&path, &bytes)?;
        }
    }
    staging.write(&own_page(version), b"bara")?;
    staging.write(&asset(version), format!("{version}").as_bytes())?;
    let manifest = json!({
        "generator": "samverka 0.1.0",
        "version": version,
        "assets": staging.generations(vec![asset(version)]),
    });
    staging.write("manifest.json", manifest.to_string().as_bytes())
}

/// Writes the whole site of a version, but for files that the build before remembers, and remembers them.
fn write_as_remembered(staging: &mut Staging, memory: Option<Vec<u8>>, version: u32) -> Result<(), PublishError> {
    let known = memory.and_then(|memory| Some((memory.first_chunk::<32>().copied()?, *memory.get(32)?)));
    let is_kept = known.map(|(hash, before)| {
        staging.move_folder(&moving(before.into()), &moving(version));
        staging.keep_all(&[(SAME.to_owned(), hash)])
    });
    write_site_but(staging, version, is_kept.transpose()? == Some(true))?;
    staging.remember([&blake3::hash(SAME_TEXT).as_bytes()[..], &[version as u8]].concat());
    Ok(())
}

/// Builds and publishes a version as the program does.
fn build(out: &Path, version: u32, options: Options) -> Result<Published, PublishError> {
    let memory = super::memory(out);
    let mut staging = Staging::open(out, &[], options)?;
    write_as_remembered(&mut staging, memory, version)?;
    staging.publish()
}

/// Every file below a folder, by its path from there.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// The version of the site at `out`, after making sure that every file of it is there, is of that
/// version, and that nothing else is there but the assets it says it carries. `None` if nothing
/// stands there.
fn whole_version(out: &Path) -> Option<u32> {
    if !out.exists() {
        return None;
    }
    let mut files = files(out);
    let manifest = files.remove("manifest.json").expect("a site without a manifest");
    let manifest: serde_json::Value = serde_json::from_slice(&manifest).unwrap();
    let version = u32::try_from(manifest["version"].as_u64().unwrap()).unwrap();
    for page in PAGES {
        let text = String::from_utf8(files.remove(page).expect(page)).unwrap();
        assert_eq!(text, format!("{page} {version}"));
    }
    assert_eq!(files.remove(SAME).as_deref(), Some(SAME_TEXT));
    assert_eq!(files.remove(&own_page(version)).as_deref(), Some(&b"bara"[..]));
    assert_eq!(files.remove(&asset(version)), Some(version.to_string().into_bytes()));
    for (path, bytes) in moving_files(version) {
        assert_eq!(files.remove(&path), Some(bytes), "{path}");
    }
    for (carried, bytes) in files {
        let of = String::from_utf8(bytes).unwrap();
        assert_eq!(carried, asset(of.parse().unwrap()), "only assets are carried");
        assert!(of.parse::<u32>().unwrap() < version);
    }
    Some(version)
}

/// The staging folder of `out`.
fn staging_folder(out: &Path) -> PathBuf {
    out.with_file_name(format!(".{}.samverka", out.file_name().unwrap().to_str().unwrap()))
}

/// The names in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}
