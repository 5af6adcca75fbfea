//! Reports that are published with the site: `statistik/<period>/rapport.json`.

use std::sync::Arc;

use crate::report::Report;
use crate::report::data::NoReport;
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

/// The report in a file; none for another file, or for one without text, which is a fault of its own.
pub fn read(file: &File) -> Option<Result<Report, NoReport>> {
    id_of(&file.path)?;
    file.text().map(|text| Report::read(text.as_bytes()))
}

/// Every report that can be read, the latest period first.
pub(super) fn reports(files: &[File]) -> Vec<PublishedReport> {
    let read = files.iter().filter_map(|file| {
        let report = Arc::new(read(file)?.ok()?);
        Some(PublishedReport { id: id_of(&file.path)?.to_owned(), report })
    });
    let mut all: Vec<PublishedReport> = read.collect();
    all.sort_by(|a, b| (&b.report.to, &b.report.from, &a.id).cmp(&(&a.report.to, &a.report.from, &b.id)));
    all
}
