//! Reports that are published with the site: `statistik/<period>/rapport.json`.

use std::sync::Arc;

use crate::report::Report;
use crate::source::File;
use crate::words::is_slug;

/// A report as it lies in the content folder.
#[derive(Clone, Debug)]
pub struct PublishedReport {
    /// The folder's name: `2026-forsta-halvaret`.
    pub id: String,
    pub report: Arc<Report>,
}

/// The folder of a published report, by the path of its file.
pub fn id_of(path: &str) -> Option<&str> {
    path.strip_prefix("statistik/")?.strip_suffix("/rapport.json").filter(|id| is_slug(id))
}

/// A published report that is none.
#[derive(Clone, Debug)]
pub struct BrokenReport {
    pub path: Arc<str>,
    pub reason: String,
}

/// Every published report, the latest period first, and those that cannot be read. A file without text is a fault of its own.
pub(super) fn reports(files: &[File]) -> (Vec<PublishedReport>, Vec<BrokenReport>) {
    let (mut reports, mut broken) = (Vec::new(), Vec::new());
    for file in files {
        let (Some(id), Some(text)) = (id_of(&file.path), file.text()) else { continue };
        match Report::read(text.as_bytes()) {
            Ok(report) => reports.push(PublishedReport { id: id.to_owned(), report: Arc::new(report) }),
            Err(error) => broken.push(BrokenReport { path: file.path.clone(), reason: error.to_string() }),
        }
    }
    reports.sort_by(|a, b| (&b.report.to, &b.report.from, &a.id).cmp(&(&a.report.to, &a.report.from, &b.id)));
    (reports, broken)
}
