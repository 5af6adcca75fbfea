//! How single pages were read: every page, and each example and page of guidance by way and by month.

use super::sections::{Section, Table, Words};
use crate::report::Report;
use crate::report::channel::Channel;
use crate::report::data::PageRow;
use crate::report::figures::ROUNDING;

/// The most pages that a table lists; all are in the table for programs.
const LISTED: usize = 50;
/// The most months that stand side by side, the latest.
const MONTHS: usize = 12;

impl Words<'_> {
    pub fn spread(&self, report: &Report) -> [Section; 3] {
        let pages = Section {
            id: "sidor",
            heading: "report-pages",
            text: self.words.with("report-pages-text", &[("count", &LISTED.to_string())]),
            table: self.pages(report, LISTED),
            file: Some("sidor.csv"),
            ..Section::default()
        };
        [pages, self.page_months(report), self.page_channels(report)]
    }

    pub fn pages(&self, report: &Report, most: usize) -> Table {
        // In an earlier format nobody knew.
        let has_downloads = report.pages.iter().any(|row| row.downloads.is_some());
        let rows = report.pages.iter().take(most).map(|row| {
            let mut cells = vec![row.title.clone(), row.address.clone()];
            cells.extend([row.page_views, row.entrances, row.visits].map(|count| self.number(count)));
            cells.extend(has_downloads.then(|| self.number(row.downloads.unwrap_or_default())));
            cells
        });
        let head = ["report-page", "report-address", "report-page-views", "report-entrances", "report-visits"];
        let mut table = self.table(2, &head, rows);
        table.head.extend(has_downloads.then(|| self.get("report-page-downloads").to_owned()));
        table
    }

    /// Visits to each example and page of guidance, with a column for every month.
    fn page_months(&self, report: &Report) -> Section {
        let latest = &report.months[report.months.len().saturating_sub(MONTHS)..];
        let columns = latest.iter().map(|month| {
            let count = |page: &PageRow| {
                let own = page.months.iter().find(|own| own.month == month.month);
                month.known(own.map_or(0, |own| own.visits))
            };
            (month.month.clone(), count)
        });
        let most = [("pages", &*LISTED.to_string()), ("months", &*MONTHS.to_string())];
        let mut text = self.words.with("report-page-months-text", &most);
        if latest.iter().any(|month| month.is_without_logs) {
            text = format!("{text} {}", self.get("report-page-months-without-logs"));
        }
        Section {
            id: "sidor-manader",
            heading: "report-page-months",
            text,
            table: self.by_page(report.pages.iter().filter(|page| !page.by_month(report).is_empty()), columns),
            file: Some("sidor-manader.csv"),
            ..Section::default()
        }
    }

    /// By which ways visits came to each example and page of guidance: a column for every way that anybody came.
    fn page_channels(&self, report: &Report) -> Section {
        let pages = || report.pages.iter().filter(|page| !page.channels.is_empty());
        let columns = Channel::ALL.into_iter().map(|channel| {
            let count = move |page: &PageRow| {
                let own = page.channels.iter().find(|row| row.name == channel.id());
                Some(own.map_or(0, |row| row.count))
            };
            (self.channel(channel.id()), count)
        });
        let said = [("pages", &*LISTED.to_string()), ("rounding", &ROUNDING.to_string())];
        let is_used = |count: &dyn Fn(&PageRow) -> Option<u64>| pages().take(LISTED).any(|page| count(page) > Some(0));
        Section {
            id: "sidor-vagar",
            heading: "report-page-channels",
            text: self.words.with("report-page-channels-text", &said),
            table: self.by_page(pages(), columns.filter(|(_, count)| is_used(count))),
            file: Some("sidor-vagar.csv"),
            ..Section::default()
        }
    }

    /// A row for each page, and columns that each count something of it; a dash where nothing is known.
    fn by_page<'p, C: Fn(&PageRow) -> Option<u64>>(
        &self,
        pages: impl Iterator<Item = &'p PageRow>,
        columns: impl Iterator<Item = (String, C)>,
    ) -> Table {
        let (names, counts): (Vec<String>, Vec<C>) = columns.unzip();
        let rows = pages.take(LISTED).map(|page| {
            let cells =
                counts.iter().map(|count| count(page).map_or_else(|| "–".to_owned(), |count| self.number(count)));
            std::iter::once(page.title.clone()).chain(cells).collect()
        });
        let mut table = self.table(1, &["report-page"], rows);
        table.head.extend(names);
        table
    }
}
