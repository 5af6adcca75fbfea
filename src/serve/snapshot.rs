//! What the preview shows at one moment.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use rayon::prelude::*;
use self_cell::self_cell;

use super::overlay;
use crate::check::{Before, Checked, check_again, read_site_again};
use crate::i18n::{Language, Message};
use crate::index;
use crate::model::document::Document;
use crate::model::routes::{Page, Route};
use crate::model::{Audience, Site};
use crate::parse::Status;
use crate::render::{Base, Beside, PageEntry, RenderError, Renderer, Theme, ThemeError, manifest};
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

impl SnapshotError {
    /// The fault in the editor's language.
    pub fn message(&self) -> Message {
        match self {
            SnapshotError::Content(error) => Message::new("kan-inte-lasa")
                .with("fil", error.path.display().to_string())
                .with("orsak", error.source.to_string()),
            SnapshotError::Theme(error) => error.message(),
        }
    }
}

self_cell!(
    struct Pages {
        owner: Site,
        #[covariant]
        dependent: Renderer,
    }
);

/// The latest faultless version of each file.
type Good = HashMap<Arc<str>, File>;

/// The site as editors see it, with the faults of the files that it was made from.
pub struct Snapshot {
    pages: Pages,
    /// The theme's files and the pictures' twins, by their address.
    assets: HashMap<String, Vec<u8>>,
    checked: Checked,
    base: Base,
    language: Language,
    good: Good,
    /// The built-in theme, which is the same next time.
    embedded: Option<Arc<Theme>>,
    /// The files of the search index by address; made when first asked for, or in a quiet moment.
    index: OnceLock<HashMap<String, Vec<u8>>>,
}

/// What is told on each page beside the snapshot itself.
#[derive(Clone, Debug, Default)]
pub struct Moment {
    /// Why content or theme could not be read again, when the snapshot is older than they are.
    pub waiting: Option<Message>,
    pub generation: u64,
}

impl Snapshot {
    /// Reads everything and puts it together. A file with errors is shown as it was in `before`, when it was good.
    ///
    /// # Errors
    /// When the content or the theme cannot be read at all.
    pub fn take(sources: &Sources, base: &Base, before: Option<&Snapshot>) -> Result<Snapshot, SnapshotError> {
        let good = before.map(|before| before.good.clone()).unwrap_or_default();
        Snapshot::make(sources, base, good, before)
    }

    /// As [`take`](Snapshot::take). `before` only saves work.
    fn make(
        sources: &Sources,
        base: &Base,
        mut good: Good,
        before: Option<&Snapshot>,
    ) -> Result<Snapshot, SnapshotError> {
        let files = source::read(&sources.content)?;
        let (theme, embedded) = match (&sources.theme, before.and_then(|before| before.embedded.clone())) {
            (Some(folder), _) => (Arc::new(Theme::load(folder)?), None),
            (None, Some(theme)) => (theme.clone(), Some(theme)),
            (None, None) => {
                let theme = Arc::new(Theme::embedded()?);
                (theme.clone(), Some(theme))
            }
        };
        let earlier = before.map_or(Before::Nothing, |before| Before::Check(&before.checked));
        let checked = check_again(files, sources.today, earlier);
        let faulty = checked.faulty();
        // What must never be shown is not shown to editors either.
        let secret: HashSet<_> =
            checked.diagnostics.iter().filter(|d| d.redact).map(|d| d.place.path.clone()).collect();
        let mut shown = Vec::with_capacity(checked.corpus.files.len());
        for file in &checked.corpus.files {
            if !faulty.contains(&file.path) {
                good.insert(file.path.clone(), file.clone());
            }
            if let Some(file) = good.get(&file.path).or_else(|| (!secret.contains(&file.path)).then_some(file)) {
                shown.push(file.clone());
            }
        }
        let site = read_site_again(&shown, sources.today, Audience::Editors, &checked);
        let pages = Pages::new(site, |site| Renderer::new(&theme, site, base.clone()));
        let renderer = pages.borrow_dependent();
        let assets = renderer.assets().map(|(path, bytes)| (format!("/{path}"), bytes.to_vec()));
        let twins = renderer.twins().map(|(path, bytes)| (format!("/{path}"), bytes.to_vec()));
        let assets = assets.chain(twins).collect();
        let (base, language) = (base.clone(), sources.language);
        Ok(Snapshot { pages, assets, checked, base, language, good, embedded, index: OnceLock::new() })
    }

    /// What the check of the content came to.
    pub fn checked(&self) -> &Checked {
        &self.checked
    }

    /// The page at an address, with its faults above it; the second part is false for the page that says there is none.
    ///
    /// # Errors
    /// A page that tells which template of the theme failed on the page, and where.
    pub fn page(&self, path: &str, moment: &Moment) -> Result<(String, bool), String> {
        let site = self.pages.borrow_owner();
        let not_found = Route { address: "/404.html".into(), page: Page::NotFound };
        let route = site.route(path);
        if route.is_some_and(|route| route.page == Page::Search) {
            self.make_index();
        }
        let document = route.and_then(|route| self.document_of(route));
        let glossary = route.filter(|route| route.page == Page::Glossary).map(|_| "ordlista.yaml");
        let preview = overlay::preview(&overlay::About {
            checked: &self.checked,
            base: &self.base,
            file: glossary.or(document.map(|document| &*document.file)),
            is_draft: document.is_some_and(|document| document.status == Status::Draft),
            waiting: moment.waiting.as_ref(),
            generation: moment.generation,
            language: self.language,
        });
        let html = self.pages.borrow_dependent().page(route.unwrap_or(&not_found), Some(&preview));
        let html = html.map_err(|error| overlay::failed(&error, &self.base, moment.generation, self.language))?;
        Ok((html, route.is_some()))
    }

    /// Makes the search index, unless it is there; the page of search waits for it. Never from one of the threads that
    /// rayon shares among all, which the making needs.
    pub fn make_index(&self) -> &HashMap<String, Vec<u8>> {
        self.index.get_or_init(|| {
            let renderer = self.pages.borrow_dependent();
            let site = self.pages.borrow_owner();
            let made = index::files(site, index::read(site)).ok();
            // Without an index, the page of search says that there is none.
            let made = made.filter(|made| renderer.use_index(&made.root, &made.folder, &index::filter_ids()));
            made.map_or_else(Vec::new, |made| made.files)
                .into_iter()
                .filter_map(|file| Some((format!("/{}", file.path), file.bytes?)))
                .collect()
        })
    }

    /// Whether there is a page at an address.
    pub fn has_page(&self, path: &str) -> bool {
        self.pages.borrow_owner().route(path).is_some()
    }

    /// A style sheet, picture, feed or other file that is no page; the manifest is [its own](Snapshot::manifest).
    pub fn asset(&self, path: &str) -> Option<Cow<'_, [u8]>> {
        if let Some(bytes) = self.assets.get(path) {
            return Some(Cow::Borrowed(bytes));
        }
        if path.starts_with(index::FOLDER) {
            return self.make_index().get(path).map(|bytes| Cow::Borrowed(bytes.as_slice()));
        }
        let file = *self.pages.borrow_owner().files.get(path)?;
        self.pages.borrow_dependent().file(file)
    }

    /// `manifest.json` as a build would write it, but for what is beside the pages: every page is made for it, so only when asked
    /// for.
    ///
    /// # Errors
    /// As for [`page`](Snapshot::page).
    pub fn manifest(&self, generation: u64) -> Result<Vec<u8>, String> {
        // The page of search carries a part of it.
        self.make_index();
        let (site, renderer) = (self.pages.borrow_owner(), self.pages.borrow_dependent());
        let entries =
            site.routes.par_iter().map(|route| Ok(PageEntry::new(route, renderer.page(route, None)?.as_bytes())));
        let entries: Result<Vec<_>, RenderError> = entries.collect();
        let entries = entries.map_err(|error| overlay::failed(&error, &self.base, generation, self.language))?;
        let mut assets: Vec<String> = renderer.assets().map(|(path, _)| path.to_owned()).collect();
        assets.sort();
        Ok(manifest(site, &self.base, &entries, &[assets], &Beside::default()))
    }

    /// The document that a page is written in.
    fn document_of(&self, route: &Route) -> Option<&Document> {
        let site = self.pages.borrow_owner();
        match &route.page {
            Page::Document(index) | Page::Withdrawn(index) => Some(&site.documents[*index]),
            Page::Redirect { to } => site.document_at(to),
            _ => site.introduction(&route.address),
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

#[cfg(test)]
#[path = "snapshot_tests.rs"]
mod tests;
