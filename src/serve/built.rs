//! A built site, as a web server would show it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::http::{Handler, Reply};
use crate::render::Base;

/// A folder with a built site.
struct Built {
    folder: PathBuf,
    /// The path that the site was built for, `/a/b/`.
    base: String,
}

/// Answers with the files of a built site, under the path that it was built for.
///
/// # Errors
/// When the folder has no manifest of ours.
pub fn serve_built(folder: &Path) -> io::Result<impl Handler + use<>> {
    let manifest = fs::read(folder.join("manifest.json"))?;
    let manifest: serde_json::Value = serde_json::from_slice(&manifest).map_err(io::Error::other)?;
    let base = manifest["address"].as_str().and_then(|address| Base::parse(address).ok());
    let base = base.map_or_else(|| "/".to_owned(), |base| base.path().to_owned());
    Ok(Built { folder: folder.to_path_buf(), base })
}

impl Handler for Built {
    fn answer(&self, path: &str) -> Reply {
        if path == "/" && self.base != "/" {
            return Reply::redirect(self.base.clone());
        }
        if let Some(below) = path.strip_prefix(&self.base) {
            if let Some((file, bytes)) = self.read(below) {
                return Reply::found(&file, bytes);
            }
            // What a web server does with a folder's address that lacks its slash.
            if !below.ends_with('/') && self.read(&format!("{below}/")).is_some() {
                return Reply::redirect(format!("{path}/"));
            }
        }
        let page = fs::read(self.folder.join("404.html")).unwrap_or_default();
        Reply::missing(String::from_utf8_lossy(&page).into_owned())
    }
}

impl Built {
    fn read(&self, below: &str) -> Option<(String, Vec<u8>)> {
        let is_inside = below.split('/').all(|part| part != ".." && part != "." && !part.contains(['\\', '\0']));
        let file =
            if below.is_empty() || below.ends_with('/') { format!("{below}index.html") } else { below.to_owned() };
        if !is_inside || file.starts_with('/') {
            return None;
        }
        fs::read(self.folder.join(&file)).ok().map(|bytes| (file, bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_folder_is_shown() {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join("site");
        fs::create_dir_all(site.join("a")).unwrap();
        fs::write(folder.path().join("secret.txt"), "x").unwrap();
        fs::write(site.join("a/index.html"), "x").unwrap();
        let built = Built { folder: site, base: "/".into() };
        assert!(built.read("a/").is_some());
        for path in ["../secret.txt", "a/../../secret.txt", "/etc/passwd", "..\\secret.txt"] {
            assert!(built.read(path).is_none(), "{path}");
        }
    }
}
