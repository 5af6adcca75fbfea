//! Content as it was in an earlier version, read with `git` itself.

use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use zip::ZipArchive;

use crate::commands::Failure;
use crate::i18n::Message;
use crate::source::{Content, File};
use crate::words::nearest;

/// A file's kind in the mode of Unix.
const KIND: u32 = 0o170_000;
const PLAIN: u32 = 0o100_000;

/// The files of the content folder in a version: a branch, a tag, a commit. Nothing of the working copy is touched.
///
/// # Errors
/// When there is no `git`, the folder is in no repository, or there is no such version.
pub fn files(content: &Path, version: &str) -> Result<Vec<File>, Failure> {
    let top = git(content, &["rev-parse", "--show-toplevel"])?;
    if !top.status.success() {
        let message = Message::new("andring-inget-forrad").with("mapp", content.display().to_string());
        return Err(message.with("bas", version).into());
    }
    let top = PathBuf::from(line(&top));
    let prefix = git(content, &["rev-parse", "--show-prefix"])?;
    let prefix = line(&prefix);
    let commit = git(&top, &["rev-parse", "--verify", "--quiet", &format!("{version}^{{commit}}")])?;
    // What begins with a hyphen would be an option of git's.
    if version.starts_with('-') || !commit.status.success() {
        return Err(no_version(&top, version));
    }
    let tree = format!("{}:{prefix}", line(&commit));
    if !git(&top, &["rev-parse", "--verify", "--quiet", &tree])?.status.success() {
        // There was no such folder then.
        return Ok(Vec::new());
    }
    let archive = git(&top, &["archive", "--format=zip", "-0", &tree])?;
    if !archive.status.success() {
        return Err(failed(&archive));
    }
    unpack(&archive.stdout).map_err(|reason| Message::new("andring-git-fel").with("orsak", reason).into())
}

fn git(folder: &Path, arguments: &[&str]) -> Result<Output, Failure> {
    let mut command = Command::new("git");
    // Git sets these for its hooks: the repository is that of the folder, whoever runs the program.
    for own in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(own);
    }
    let output = command.arg("-C").arg(folder).args(arguments).output();
    output.map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Message::new("andring-inget-git").into(),
        _ => Message::new("andring-git-fel").with("orsak", error.to_string()).into(),
    })
}

fn line(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).trim_end_matches(['\n', '\r']).to_owned()
}

fn failed(output: &Output) -> Failure {
    let reason = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    Message::new("andring-git-fel").with("orsak", reason).into()
}

fn no_version(top: &Path, version: &str) -> Failure {
    let known =
        git(top, &["for-each-ref", "--format=%(refname:short)"]).map(|output| line(&output)).unwrap_or_default();
    let near = nearest(version, known.lines(), 1);
    let message = Message::new("andring-ingen-version").with("bas", version);
    message.with("antal", near.len().to_string()).with("forslag", near.join(", ")).into()
}

fn unpack(archive: &[u8]) -> Result<Vec<File>, String> {
    let mut zip = ZipArchive::new(Cursor::new(archive)).map_err(|error| error.to_string())?;
    let mut files = Vec::new();
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index).map_err(|error| error.to_string())?;
        let name = entry.name().map_err(|error| error.to_string())?.into_owned();
        // As the content folder is read: names that begin with a dot are passed over.
        if entry.is_dir() || name.split('/').any(|part| part.starts_with('.')) {
            continue;
        }
        if entry.unix_mode().is_some_and(|mode| mode & KIND != PLAIN && mode & KIND != 0) {
            files.push(File { path: name.into(), content: Content::NotAFile { is_folder: false } });
            continue;
        }
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).map_err(|error| error.to_string())?;
        files.push(File::of_bytes(&name, bytes));
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}
