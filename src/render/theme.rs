//! A theme: the templates and files that give pages their look.
//!
//! ```text
//! themes/standard/
//!   templates/*.html     one for each kind of page, and what they share
//!   assets/*             copied to `_a/`, each with its hash in the name; `style.css` is in every page's head
//! ```
//!
//! Scripts are published [with what they import, and as short as they go](super::script).

use std::path::{Path, PathBuf};
use std::{fs, io};

use include_dir::{Dir, include_dir};
use tera::Tera;
use thiserror::Error;

use super::script;
use super::wording::Wording;
use crate::i18n::{Language, Message};
use crate::memory::Hash;

static STANDARD: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/standard");

/// The templates that a theme must have.
pub const TEMPLATES: [&str; 40] = [
    "base.html",
    "start.html",
    "examples.html",
    "example.html",
    "fia-index.html",
    "fia.html",
    "experience-index.html",
    "topics.html",
    "vocabulary.html",
    "term.html",
    "municipalities.html",
    "municipality.html",
    "counties.html",
    "county.html",
    "news-index.html",
    "news.html",
    "page.html",
    "glossary.html",
    "data.html",
    "compare.html",
    "changes.html",
    "report-parts.html",
    "statistics.html",
    "statistic.html",
    "search.html",
    "suggest.html",
    "suggest-sheet.html",
    "confirm.html",
    "confirmations.html",
    "asked.html",
    "removed.html",
    "redirect.html",
    "alphabet.html",
    "dated.html",
    "experience.html",
    "voices.html",
    "hit.html",
    "fields.html",
    "components.html",
    "not-found.html",
];

/// The style sheet that every page asks for.
pub const STYLE: &str = "style.css";

/// The style sheet of pages with a map. A theme may leave it out.
pub const MAP_STYLE: &str = "map.css";

/// The picture in the browser's tab. A theme may leave it out.
pub const ICON: &str = "icon.svg";
/// What other sites show beside a link to any page (Open Graph), 1200 by 630 pixels. A theme may leave it out.
pub const SHARE: &str = "share.png";

/// The reader of the search index, which `packaging/build-search` makes.
pub const READER: &str = "search.wasm";

/// The script behind the button that prints. A theme may leave it out.
pub const PRINT: &str = "print.js";

/// Templates that fit each other, and files to copy.
#[derive(Clone)]
pub struct Theme {
    pub(super) tera: Tera,
    pub(super) assets: Vec<Asset>,
    /// Of every file of the theme, names included.
    pub(super) hash: Hash,
}

/// A file of the theme.
#[derive(Clone)]
pub(super) struct Asset {
    pub name: String,
    /// `_a/style.0c9d1f2e.css`
    pub path: String,
    pub bytes: Vec<u8>,
}

/// Why a theme cannot be used.
#[derive(Debug, Error)]
pub enum ThemeError {
    /// The theme, or one of its two folders, is not there.
    #[error("the theme has no folder {path}: a theme has the folders templates and assets", path = .0.display())]
    NoFolder(PathBuf),
    /// A file of it does not open.
    #[error("{path} cannot be read: {source}", path = .path.display())]
    Unreadable {
        /// Of the file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// One of [`TEMPLATES`] or [`STYLE`] is missing.
    #[error("the theme has no {0}: copy it from the standard theme")]
    Missing(String),
    /// Templates that are wrong, with the file and line that Tera found.
    #[error("{0}")]
    Template(String),
    /// A script that no browser would run.
    #[error("{place}: {reason}")]
    Script {
        /// The file, with the line where that is known.
        place: String,
        /// What is wrong there.
        reason: String,
    },
}

impl ThemeError {
    /// The fault in the reader's language, with its remedy.
    pub fn message(&self) -> Message {
        match self {
            ThemeError::NoFolder(path) => Message::new("tema-mapp").with("mapp", path.display().to_string()),
            ThemeError::Unreadable { path, source } => {
                Message::new("tema-olasbart").with("fil", path.display().to_string()).with("orsak", source.to_string())
            }
            ThemeError::Missing(name) => Message::new("tema-saknas").with("fil", name),
            ThemeError::Template(reason) => Message::new("tema").with("orsak", reason),
            ThemeError::Script { place, reason } => {
                Message::new("tema-skript").with("fil", place).with("orsak", reason)
            }
        }
    }
}

impl Theme {
    /// The standard theme, which is part of the program.
    ///
    /// # Errors
    /// Never, once the program's tests have passed.
    pub fn embedded() -> Result<Theme, ThemeError> {
        let folder = |name: &str| STANDARD.get_dir(name).ok_or_else(|| ThemeError::NoFolder(name.into()));
        let files = |dir: &Dir<'static>| -> Vec<(String, Vec<u8>)> {
            dir.files().map(|file| (file_name(file.path()), file.contents().to_vec())).collect()
        };
        Theme::new(files(folder("templates")?), files(folder("assets")?))
    }

    /// Where a file of the theme is published, from the site's root.
    pub fn path_of(&self, name: &str) -> Option<&str> {
        self.assets.iter().find(|asset| asset.name == name).map(|asset| asset.path.as_str())
    }

    /// A theme of one's own.
    ///
    /// # Errors
    /// [`ThemeError`], which names the missing folder or template, or gives Tera's own message with its line.
    pub fn load(folder: &Path) -> Result<Theme, ThemeError> {
        Theme::new(read_folder(&folder.join("templates"))?, read_folder(&folder.join("assets"))?)
    }

    fn new(mut templates: Vec<(String, Vec<u8>)>, mut assets: Vec<(String, Vec<u8>)>) -> Result<Theme, ThemeError> {
        templates.sort();
        assets.sort();
        if let Some(name) = TEMPLATES.iter().find(|name| !templates.iter().any(|(n, _)| n == *name)) {
            return Err(ThemeError::Missing(format!("templates/{name}")));
        }
        if !assets.iter().any(|(name, _)| name == STYLE) {
            return Err(ThemeError::Missing(format!("assets/{STYLE}")));
        }
        let mut hash = blake3::Hasher::new();
        hash.update(&(templates.len() as u64).to_le_bytes());
        for (name, bytes) in templates.iter().chain(&assets) {
            let lengths = [name.len() as u64, bytes.len() as u64].map(u64::to_le_bytes);
            hash.update(&lengths.concat()).update(name.as_bytes()).update(bytes);
        }
        let mut tera = Tera::new();
        // Templates have this ending and no other, so that none is without escaping.
        tera.autoescape_on([".html"]);
        Wording::new(Language::default()).register(&mut tera);
        let texts = templates.iter().filter(|(name, _)| name.ends_with(".html"));
        let texts = texts.map(|(name, bytes)| (name.clone(), String::from_utf8_lossy(bytes).into_owned()));
        tera.add_raw_templates(texts).map_err(|error| ThemeError::Template(error.to_string()))?;
        let published = assets.iter().filter(|(name, _)| !script::is_part(&assets, name)).map(|(name, bytes)| {
            let bytes = if script::is_script(name) { script::published(name, &assets)? } else { bytes.clone() };
            Ok(Asset { path: hashed_path(name, &bytes), name: name.clone(), bytes })
        });
        Ok(Theme { tera, assets: published.collect::<Result<_, ThemeError>>()?, hash: *hash.finalize().as_bytes() })
    }
}

/// `style.css` → `_a/style.0c9d1f2e.css`
pub(crate) fn hashed_path(name: &str, bytes: &[u8]) -> String {
    let hash = &blake3::hash(bytes).to_hex()[..10];
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("_a/{stem}.{hash}.{extension}"),
        None => format!("_a/{name}.{hash}"),
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn read_folder(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, ThemeError> {
    if !folder.is_dir() {
        return Err(ThemeError::NoFolder(folder.to_path_buf()));
    }
    let unreadable = |path: &Path| {
        let path = path.to_path_buf();
        move |source| ThemeError::Unreadable { path, source }
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable(folder))? {
        let path = entry.map_err(unreadable(folder))?.path();
        if file_name(&path).starts_with('.') {
            continue;
        }
        // A link would publish whatever it leads to, and a folder would be left out without a word.
        if !fs::symlink_metadata(&path).map_err(unreadable(&path))?.is_file() {
            return Err(unreadable(&path)(io::Error::other("not a plain file")));
        }
        files.push((file_name(&path), fs::read(&path).map_err(unreadable(&path))?));
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_scripts_have_no_comment_left() {
        for asset in Theme::embedded().unwrap().assets.iter().filter(|asset| script::is_script(&asset.name)) {
            let text = String::from_utf8(asset.bytes.clone()).unwrap();
            assert!(!text.is_empty(), "{}", asset.name);
            assert!(!text.contains("/**") && !text.contains("\n//"), "{}", asset.name);
        }
    }
}
