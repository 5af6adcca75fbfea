//! `samverka pack`: a built site as one file.

mod whole;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, ErrorKind};
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use walkdir::WalkDir;

use self::whole::Looked;
use super::{Console, Failure, Outcome};
use crate::archive::{self, Fault, Packer};
use crate::cli::Pack;
use crate::i18n::{self, Language, Message};
use crate::publish::is_ours;

/// How many faults are named.
const NAMED: usize = 20;

/// What the manifest says of the site.
#[derive(Deserialize)]
struct Manifest {
    #[serde(deserialize_with = "date")]
    date: Date,
    address: String,
    pages: Vec<Page>,
    #[serde(default)]
    assets: Vec<Vec<String>>,
    files: BTreeMap<String, String>,
    index: Option<Index>,
    packed: bool,
}

/// The index as a whole.
#[derive(Deserialize)]
struct Index {
    folder: String,
    files: usize,
    hash: String,
}

#[derive(Deserialize)]
struct Page {
    address: String,
    hash: String,
}

fn date<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
    String::deserialize(from)?.parse().map_err(D::Error::custom)
}

pub fn run(typed: &Pack, console: &Console) -> Result<Outcome, Failure> {
    match &typed.verify {
        Some(archive) => verify(archive, console),
        None => pack(&typed.site, typed.out.as_deref(), console),
    }
}

fn pack(site: &Path, out: Option<&Path>, console: &Console) -> Result<Outcome, Failure> {
    let (manifest, said) = manifest(site)?;
    let (files, form) = whole::own(&manifest, files(site)?);
    let sums = refuse_parts(site, &manifest, &files, console)?;
    let out = out.map_or_else(|| PathBuf::from(format!("samverka-{}.zip", manifest.date)), Path::to_path_buf);
    refuse_inside(site, &out)?;
    if out.symlink_metadata().is_ok() {
        return Err(taken(&out));
    }
    // Under another name until it is whole.
    let mut beside = out.clone().into_os_string();
    beside.push(".delvis");
    let beside = PathBuf::from(beside);
    let compared: Vec<_> = files.iter().map(String::as_str).zip(sums).collect();
    let written = write(site, &compared, &manifest, &beside).and_then(|()| {
        // A build that ended meanwhile would make an archive of two sites.
        match fs::read(site.join("manifest.json")) {
            Ok(now) if now == said => place(&beside, &out),
            _ => Err(Message::new("pack-under-bygge").with("mapp", site.display().to_string()).into()),
        }
    });
    let _gone = fs::remove_file(&beside);
    written?;
    let sum = File::open(&out).and_then(|mut file| archive::checksum(&mut file));
    console.say(
        &Message::new("packat")
            .with("filer", files.len().to_string())
            .with("fil", out.display().to_string())
            .with("summa", sum.map_err(|error| cannot_read(&out, &error))?),
    );
    if form > 0 {
        console.say(&Message::new("packat-utan-formular"));
    }
    Ok(Outcome::Done)
}

/// The manifest of a site that this program built, also as it is written.
fn manifest(site: &Path) -> Result<(Manifest, Vec<u8>), Failure> {
    let path = site.join("manifest.json");
    let refuse = |reason: String| {
        Message::new("pack-ingen-webbplats").with("mapp", site.display().to_string()).with("orsak", reason)
    };
    let bytes = fs::read(&path).map_err(|error| refuse(error.to_string()))?;
    if !is_ours(&bytes) {
        return Err(refuse("manifest.json".to_owned()).into());
    }
    let manifest = serde_json::from_slice(&bytes).map_err(|error| refuse(error.to_string()))?;
    Ok((manifest, bytes))
}

/// The files below the folder, in order of their names, which must be such as every system can unpack.
fn files(site: &Path) -> Result<Vec<String>, Failure> {
    let odd = |path: &Path| Failure::from(Message::new("pack-udda").with("fil", path.display().to_string()));
    let mut files = Vec::new();
    for entry in WalkDir::new(site) {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(site).to_path_buf();
            cannot_read(&path, &error.into())
        })?;
        if entry.file_type().is_dir() || entry.depth() == 0 {
            continue;
        }
        let below = entry.path().strip_prefix(site).map_err(|_| odd(entry.path()))?;
        let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
        let path = parts.ok_or_else(|| odd(entry.path()))?.join("/");
        if !entry.file_type().is_file() || path.contains('\\') || path.contains(char::is_control) {
            return Err(odd(entry.path()));
        }
        files.push(path);
    }
    files.sort_unstable();
    Ok(files)
}

/// Refuses a site that is not to the byte what was built, and names what is missing, changed or foreign. Of one that is,
/// the hash of each file.
fn refuse_parts(
    site: &Path,
    manifest: &Manifest,
    files: &[String],
    console: &Console,
) -> Result<Vec<[u8; 32]>, Failure> {
    let looked = whole::look(site, manifest, files);
    let Looked { faults, sums } = looked.map_err(|(path, error)| cannot_read(&site.join(path), &error))?;
    if faults.is_empty() {
        return Ok(sums);
    }
    for fault in faults.iter().take(NAMED) {
        console.warn(&fault_message(fault, "pack-okand").with("fil", site.join(fault.path()).display().to_string()));
    }
    let message = Message::new("pack-andrad").with("mapp", site.display().to_string());
    Err(message.with("antal", faults.len().to_string()).into())
}

/// What is wrong with a file, which is yet to be named; the id is of the words for one that does not belong there.
fn fault_message(fault: &Fault, foreign: &'static str) -> Message {
    Message::new(match fault {
        Fault::Changed(_) => "arkiv-andrad",
        Fault::Missing(_) => "arkiv-saknas",
        Fault::Foreign(_) | Fault::Unlisted(_) => foreign,
    })
}

/// Refuses an archive in the folder that it is made of: the next one would hold it.
fn refuse_inside(site: &Path, out: &Path) -> Result<(), Failure> {
    let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = fs::canonicalize(parent).map_err(|error| cannot_write(out, &error))?;
    let site = fs::canonicalize(site).map_err(|error| cannot_read(site, &error))?;
    if folder.starts_with(&site) {
        let shown = out.display().to_string();
        return Err(Message::new("pack-inuti").with("fil", shown).with("mapp", site.display().to_string()).into());
    }
    Ok(())
}

/// Writes the archive of `files`, each with the hash that it had when it was compared.
fn write(site: &Path, files: &[(&str, [u8; 32])], manifest: &Manifest, to: &Path) -> Result<(), Failure> {
    let fault = |error: io::Error| cannot_write(to, &error);
    let sink = BufWriter::new(File::create(to).map_err(fault)?);
    let mut packer = Packer::new(sink, manifest.date, &readme(manifest)).map_err(fault)?;
    for (path, sum) in files {
        let whole = site.join(path);
        let bytes = fs::read(&whole).map_err(|error| cannot_read(&whole, &error))?;
        if blake3::hash(&bytes) != *sum {
            return Err(Message::new("pack-andrad-nyss").with("fil", whole.display().to_string()).into());
        }
        packer.add(path, &bytes).map_err(fault)?;
    }
    let sink = packer.finish().map_err(fault)?;
    sink.into_inner().map_err(|error| fault(error.into_error()))?.sync_all().map_err(fault)
}

/// Gives the whole archive its name, never over another file.
fn place(beside: &Path, out: &Path) -> Result<(), Failure> {
    match fs::hard_link(beside, out) {
        Ok(()) => return Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(taken(out)),
        // A file system without second names.
        Err(_) => {}
    }
    match File::create_new(out) {
        Ok(_) => fs::rename(beside, out).map_err(|error| cannot_write(out, &error)),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(taken(out)),
        Err(error) => Err(cannot_write(out, &error)),
    }
}

/// For whoever opens the archive, in both languages whoever made it.
fn readme(manifest: &Manifest) -> String {
    let message = Message::new("pack-las-mig")
        .with("adress", &manifest.address)
        .with("datum", manifest.date.to_string())
        .with("mapp", archive::SITE)
        .with("summor", archive::SUMS);
    let [swedish, english] = [Language::Sv, Language::En].map(|language| i18n::text(language, &message));
    // The line ends that Windows' own editor shows in every version.
    format!("{swedish}\n\n----\n\n{english}\n").replace('\n', "\r\n")
}

fn verify(path: &Path, console: &Console) -> Result<Outcome, Failure> {
    let found = File::open(path).and_then(|file| archive::verify(BufReader::new(file)));
    let (right, faults) = found.map_err(|error| {
        Message::new("pack-inget-arkiv").with("fil", path.display().to_string()).with("orsak", error.to_string())
    })?;
    for fault in &faults {
        console.warn(&match fault {
            Fault::Unlisted(bytes) => Message::new("arkiv-utanfor").with("antal", bytes.to_string()),
            _ => fault_message(fault, "arkiv-okand").with("fil", fault.path()),
        });
    }
    let shown = path.display().to_string();
    if faults.is_empty() {
        console.say(&Message::new("arkiv-helt").with("fil", shown).with("filer", right.to_string()));
        return Ok(Outcome::Done);
    }
    console.warn(&Message::new("arkiv-skadat").with("fil", shown).with("filer", faults.len().to_string()));
    Ok(Outcome::Faults)
}

fn taken(path: &Path) -> Failure {
    Message::new("pack-finns-redan").with("fil", path.display().to_string()).into()
}

fn cannot_read(path: &Path, error: &io::Error) -> Failure {
    Message::new("pack-olasbar").with("fil", path.display().to_string()).with("orsak", error.to_string()).into()
}

fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    Message::new("skriva-fel").with("fil", path.display().to_string()).with("orsak", error.to_string()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_changed_after_it_was_compared_is_not_packed() {
        let folder = tempfile::tempdir().unwrap();
        let (site, out) = (folder.path().join("site"), folder.path().join("arkiv.zip"));
        fs::create_dir(&site).unwrap();
        fs::write(site.join("index.html"), "as built").unwrap();
        let manifest = r#"{"date": "2026-11-22", "address": "/", "pages": [], "files": {}, "packed": false}"#;
        let manifest: Manifest = serde_json::from_str(manifest).unwrap();
        let files = [("index.html", *blake3::hash(b"as built").as_bytes())];
        write(&site, &files, &manifest, &out).unwrap();
        fs::write(site.join("index.html"), "as built?").unwrap();
        let failure = write(&site, &files, &manifest, &out).unwrap_err();
        assert!(format!("{failure:?}").contains("index.html"), "{failure:?}");
    }
}
