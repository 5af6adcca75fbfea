//! What the preview shows at one moment.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;
use self_cell::self_cell;

use super::overlay;
use crate::check::{Checked, check, read_site};
use crate::i18n::{Language, Message};
use crate::model::routes::{Page, Route};
use crate::model::{Audience, Site};
use crate::render::{Base, Preview, RenderError, Renderer, Theme, ThemeError};
use crate::source::{self, File, ReadError};

/// Where a preview takes everything from.
#[derive(Clone, Debug)]
pub struct Sources {
    pub content: PathBuf,
    /// The built-in theme when none is given.
    pub theme: Option<PathBuf>,
    pub today: Date,
    pub language: Language,
}

/// A snapshot could not be made.
#[derive(Debug, thiserror::Error)]
pub enum SnapshotError {
    #[error(transparent)]
    Content(#[from] ReadError),
    #[error(transparent)]
    Theme(#[from] ThemeError),
}

self_cell!(
    struct Pages {
        owner: Site,
        #[covariant]
        dependent: Renderer,
    }
);

/// The site as editors see it, with the faults of the files that it was made from.
pub struct Snapshot {
    pages: Pages,
    assets: HashMap<String, Vec<u8>>,
    checked: Checked,
    language: Language,
    /// The latest faultless version of each file.
    good: HashMap<Arc<str>, File>,
}

impl Snapshot {
    /// Reads everything and puts it together. A file with errors is shown as it was in `before`, when it was good.
    ///
    /// # Errors
    /// When the content or the theme cannot be read at all.
    pub fn take(sources: &Sources, base: &Base, before: Option<&Snapshot>) -> Result<Snapshot, SnapshotError> {
        let files = source::read(&sources.content)?;
        let theme = match &sources.theme {
            Some(folder) => Theme::load(folder)?,
            None => Theme::embedded()?,
        };
        let checked = check(files, sources.today);
        let faulty = checked.faulty();
        // What must never be shown is not shown to editors either.
        let secret: HashSet<_> =
            checked.diagnostics.iter().filter(|d| d.redact).map(|d| d.place.path.clone()).collect();
        let mut good = before.map(|before| before.good.clone()).unwrap_or_default();
        let mut shown = Vec::with_capacity(checked.corpus.files.len());
        for file in &checked.corpus.files {
            if !faulty.contains(&file.path) {
                good.insert(file.path.clone(), file.clone());
            }
            if let Some(file) = good.get(&file.path).or_else(|| (!secret.contains(&file.path)).then_some(file)) {
                shown.push(file.clone());
            }
        }
        let site = read_site(&shown, sources.today, Audience::Editors);
        let pages = Pages::new(site, |site| Renderer::new(&theme, site, base.clone()));
        let assets = pages.borrow_dependent().files().into_iter().map(|(path, bytes)| (format!("/{path}"), bytes));
        let assets = assets.collect();
        Ok(Snapshot { pages, assets, checked, language: sources.language, good })
    }

    /// What the check of the content came to.
    pub fn checked(&self) -> &Checked {
        &self.checked
    }

    /// The page at an address, with its faults above it; the second part is false for the page that says there is none.
    ///
    /// # Errors
    /// When a template of the theme fails on the page.
    pub fn page(&self, path: &str) -> Result<(String, bool), RenderError> {
        let site = self.pages.borrow_owner();
        let not_found = Route { address: "/404.html".into(), page: Page::NotFound };
        let route = site.route(path);
        let file = route.and_then(|route| self.file_of(route));
        let faults = overlay::faults(&self.checked, file, self.language);
        let preview = Preview { faults, reload: true };
        let html = self.pages.borrow_dependent().page(route.unwrap_or(&not_found), Some(&preview))?;
        Ok((html, route.is_some()))
    }

    /// Whether there is a page at an address.
    pub fn has_page(&self, path: &str) -> bool {
        self.pages.borrow_owner().route(path).is_some()
    }

    /// A style sheet, picture or other file that is no page.
    pub fn asset(&self, path: &str) -> Option<&[u8]> {
        self.assets.get(path).map(Vec::as_slice)
    }

    /// The file that a page is written in.
    fn file_of(&self, route: &Route) -> Option<&str> {
        let site = self.pages.borrow_owner();
        match &route.page {
            Page::Document(index) | Page::Withdrawn(index) => Some(&site.documents[*index].file),
            Page::Glossary => Some("ordlista.yaml"),
            Page::Redirect { to } => site.document_at(to).map(|d| &*d.file),
            _ => site.introduction(&route.address).map(|d| &*d.file),
        }
    }

    /// A sentence on what the check came to.
    pub fn summary(&self) -> Message {
        Message::new("serve-laget")
            .with("filer", self.checked.corpus.files.len().to_string())
            .with("fel", self.checked.errors().to_string())
            .with("varningar", self.checked.warnings().to_string())
    }
}
