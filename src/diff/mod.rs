//! What a change of the content does to the site, in an editor's words.
//!
//! ```text
//! content before, content after ─check▶ Checked ×2 ─▶ Diff ─outline▶ [Part] ─▶ text, Markdown, HTML
//! ```
//!
//! [`Diff::between`] compares two checked contents: pages and the facts and texts in them (`facts`, `body`, `words`),
//! addresses (`addresses`) and faults (`faults`). [`outline`] puts it into words, and one file per format writes it.
//! Personal numbers that a rule has found in either content are hidden everywhere.

mod addresses;
mod body;
mod facts;
mod faults;
pub mod html;
pub mod markdown;
pub mod outline;
mod pages;
pub mod relative;
#[cfg(test)]
mod tests;
pub mod text;
mod words;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

pub use addresses::Addresses;
pub use body::SectionChange;
pub use facts::FactChange;
pub use faults::{Fault, Faults};
pub use words::{Piece, Row};

use crate::check::{Checked, VANISHED};
use crate::diagnostic::{Diagnostic, Redactions};
use crate::i18n::Language;
use crate::model::address;
use crate::parse::{Parsed, Status};
use crate::readability::Reading;
use crate::schema::Kind;
use crate::source::{Content, File};
use addresses::address_of;
use facts::Reader;
use pages::{Pair, pairs};

/// What is different.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    /// Documents, in order of what happened to them and of their files.
    pub pages: Vec<PageChange>,
    /// Files that are no pages of their own: vocabularies, glossary, settings, facts beside media.
    pub data: Vec<DataChange>,
    pub addresses: Addresses,
    pub faults: Faults,
}

/// What happened to a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    New,
    Changed,
    /// The same document at a new address; it may have changed too.
    Moved,
    /// A page that says why stands in its place.
    Withdrawn,
    Removed,
    /// New or changed, and readers do not see it yet.
    Draft,
}

/// A document that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageChange {
    pub what: What,
    pub kind: Kind,
    pub title: String,
    /// Where it is; where it was, when it is gone.
    pub address: String,
    /// Where it was, when it has moved.
    pub from: Option<String>,
    pub file: Arc<str>,
    pub facts: Vec<FactChange>,
    pub text: Vec<SectionChange>,
    /// Where links of the text lead, as rows of addresses.
    pub links: Vec<Row>,
    pub before: Option<Reading>,
    pub after: Option<Reading>,
}

/// A file that is no page, and what happened in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataChange {
    pub file: Arc<str>,
    pub what: What,
    /// Empty for a file without fields, such as a picture.
    pub facts: Vec<FactChange>,
}

impl Diff {
    /// Compares two contents. Words are those of a language; values those of the vocabularies of each.
    pub fn between(before: &Checked, after: &Checked, language: Language) -> Diff {
        let secrets = [before, after].map(|checked| Redactions::new(&checked.diagnostics, checked));
        let hide = |text: &str| {
            let [old, new] = &secrets;
            new.hide(&old.hide(text)).into_owned()
        };
        let old = Reader { site: &before.corpus.site, language, hide: &hide };
        let new = Reader { site: &after.corpus.site, language, hide: &hide };
        let pairs = pairs(&before.corpus, &after.corpus);
        let (documents, others): (Vec<Pair<'_>>, Vec<Pair<'_>>) = pairs
            .iter()
            .copied()
            .partition(|pair| pair.after.or(pair.before).is_some_and(|parsed| parsed.kind.has_body()));
        let mut pages: Vec<PageChange> = documents.iter().filter_map(|pair| page(pair, &old, &new)).collect();
        pages.sort_by(|a, b| (a.what, &a.file).cmp(&(b.what, &b.file)));
        let moved: HashMap<&str, &str> = documents
            .iter()
            .filter_map(|pair| Some((&*pair.before?.path, &*pair.after?.path)))
            .filter(|(from, to)| from != to)
            .collect();
        let mut data: Vec<DataChange> = others.iter().filter_map(|pair| table(pair, &old, &new)).collect();
        data.extend(files(&before.corpus.files, &after.corpus.files));
        data.sort_by(|a, b| a.file.cmp(&b.file));
        let addresses = Addresses::of(before, after, &pairs);
        // An address that vanishes is a fault of its own, and is told of among the addresses with what to do.
        let gone: HashSet<&str> = addresses.vanished.iter().map(|vanished| vanished.address.as_str()).collect();
        let is_told = |found: &Diagnostic| {
            found.rule == VANISHED && found.message.args.iter().any(|(_, value)| gone.contains(value.as_str()))
        };
        let faults = Faults::of(before, after, &moved, &is_told, language, &hide);
        Diff { pages, data, addresses, faults }
    }

    /// Whether a published address would lead nowhere, or could be lost unnoticed.
    pub fn loses_addresses(&self) -> bool {
        !self.addresses.vanished.is_empty() || !self.addresses.erased.is_empty()
    }

    /// Whether there is no difference at all.
    pub fn is_empty(&self) -> bool {
        *self == Diff::default()
    }

    /// How many pages something happened to.
    pub fn count(&self, what: What) -> usize {
        self.pages.iter().filter(|page| page.what == what).count()
    }
}

/// What happened to a document, from where it stood and stands on its way to readers.
fn what(before: Option<&Parsed>, after: Option<&Parsed>) -> Option<What> {
    let status = |parsed: Option<&Parsed>| parsed.map(Parsed::status);
    Some(match (status(before), status(after)) {
        (Some(Status::Published), Some(Status::Published)) | (Some(Status::Withdrawn), Some(Status::Withdrawn)) => {
            let is_moved = before.map(address_of) != after.map(address_of);
            if is_moved { What::Moved } else { What::Changed }
        }
        (_, Some(Status::Published)) => What::New,
        (Some(Status::Published), Some(Status::Withdrawn)) => What::Withdrawn,
        (Some(Status::Published | Status::Withdrawn), Some(Status::Draft) | None) => What::Removed,
        (_, Some(Status::Draft)) => What::Draft,
        // Readers never saw it.
        (Some(Status::Draft) | None, Some(Status::Withdrawn)) | (Some(Status::Draft), None) | (None, None) => {
            return None;
        }
    })
}

fn page(pair: &Pair<'_>, old: &Reader<'_>, new: &Reader<'_>) -> Option<PageChange> {
    let (before, after) = (pair.before, pair.after);
    if before.map(|parsed| (&parsed.path, &parsed.text)) == after.map(|parsed| (&parsed.path, &parsed.text)) {
        // It may still show other words, those of a vocabulary that changed: that is told once, by the vocabulary.
        return None;
    }
    compare(what(before, after)?, pair, old, new)
}

fn compare(what: What, pair: &Pair<'_>, old: &Reader<'_>, new: &Reader<'_>) -> Option<PageChange> {
    let (before, after) = (pair.before, pair.after);
    let shown = after.or(before)?;
    let hide = new.hide;
    let sections = |parsed: Option<&Parsed>| parsed.map(|parsed| body::sections(parsed, hide)).unzip();
    let ((old_sections, old_reading), (new_sections, new_reading)) = (sections(before), sections(after));
    let is_kept = before.is_some() && after.is_some();
    // The whole text of a new page is read on the page itself.
    let text = match (&old_sections, &new_sections) {
        (Some(old), Some(new)) => body::changes(old, new),
        _ => Vec::new(),
    };
    let links = |parsed: Option<&Parsed>| -> Vec<String> {
        let links = parsed.map(|parsed| parsed.body.links.iter().map(|link| hide(&link.target)));
        links.map(Iterator::collect).unwrap_or_default()
    };
    let facts = match what {
        What::Removed => Vec::new(),
        _ => facts::changes(shown.kind, before.map(|p| (p, old)), after.map(|p| (p, new))),
    };
    let from = before.map(address_of).filter(|from| is_kept && *from != address_of(shown));
    Some(PageChange {
        what,
        kind: shown.kind,
        title: hide(shown.record().text("titel").unwrap_or_else(|| shown.stem())),
        address: address_of(shown),
        from,
        file: shown.path.clone(),
        facts,
        text,
        links: if is_kept { words::rows(&links(before), &links(after)) } else { Vec::new() },
        before: old_reading,
        after: new_reading,
    })
}

/// A file of fields alone.
fn table(pair: &Pair<'_>, old: &Reader<'_>, new: &Reader<'_>) -> Option<DataChange> {
    let (before, after) = (pair.before, pair.after);
    if before.map(|parsed| &parsed.text) == after.map(|parsed| &parsed.text) {
        return None;
    }
    let shown = after.or(before)?;
    let facts = facts::changes(shown.kind, before.map(|p| (p, old)), after.map(|p| (p, new)));
    Some(DataChange { file: shown.path.clone(), what: happened(before.is_some(), after.is_some()), facts })
}

fn happened(before: bool, after: bool) -> What {
    match (before, after) {
        (false, _) => What::New,
        (true, false) => What::Removed,
        (true, true) => What::Changed,
    }
}

/// Files without fields: pictures, geography. The ledger is told of by its addresses.
fn files(before: &[File], after: &[File]) -> Vec<DataChange> {
    let is_other = |file: &&File| Kind::of_path(&file.path).is_none() && &*file.path != address::LEDGER;
    let index = |files: &[File]| -> HashMap<Arc<str>, Content> {
        files.iter().filter(is_other).map(|file| (file.path.clone(), file.content.clone())).collect()
    };
    let (old, new) = (index(before), index(after));
    let changed = new.iter().filter(|(path, content)| old.get(*path) != Some(content));
    let changed = changed.map(|(path, _)| (path, happened(old.contains_key(path), true)));
    let gone = old.keys().filter(|path| !new.contains_key(*path)).map(|path| (path, What::Removed));
    changed.chain(gone).map(|(path, what)| DataChange { file: path.clone(), what, facts: Vec::new() }).collect()
}
