//! How single pages were read: every page, and each example and page of guidance by way and by month.

use std::collections::BTreeSet;

use super::sections::{Section, Table, Words};
use crate::report::Report;
use crate::report::channel::Channel;
use crate::report::data::{PageRow, Row};
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
        let pages = || report.pages.iter().filter(|page| !page.months.is_empty()).take(LISTED);
        let months: BTreeSet<&str> = report.months.iter().map(|month| month.month.as_str()).collect();
        let latest: Vec<&str> = months.iter().copied().skip(months.len().saturating_sub(MONTHS)).collect();
        let count =
            |page: &PageRow, month: &str| page.months.iter().find(|own| own.month == month).map_or(0, |own| own.visits);
        let rows = pages().map(|page| {
            let counts = latest.iter().map(|month| self.number(count(page, month)));
            std::iter::once(page.title.clone()).chain(counts).collect()
        });
        let mut table = self.table(1, &["report-page"], rows);
        table.head.extend(latest.iter().map(|month| (*month).to_owned()));
        let most = [("pages", &*LISTED.to_string()), ("months", &*MONTHS.to_string())];
        Section {
            id: "sidor-manader",
            heading: "report-page-months",
            text: self.words.with("report-page-months-text", &most),
            table,
            file: Some("sidor-manader.csv"),
            ..Section::default()
        }
    }

    /// By which ways visits came to each example and page of guidance: a column for every way that anybody came.
    fn page_channels(&self, report: &Report) -> Section {
        let pages = || report.pages.iter().filter(|page| !page.channels.is_empty()).take(LISTED);
        let count = |rows: &[Row], channel: Channel| {
            rows.iter().find(|row| row.name == channel.id()).map_or(0, |row| row.count)
        };
        let is_used = |channel: &Channel| pages().any(|page| count(&page.channels, *channel) > 0);
        let channels: Vec<Channel> = Channel::ALL.into_iter().filter(is_used).collect();
        let rows = pages().map(|page| {
            let counts = channels.iter().map(|channel| self.number(count(&page.channels, *channel)));
            std::iter::once(page.title.clone()).chain(counts).collect()
        });
        let mut table = self.table(1, &["report-page"], rows);
        table.head.extend(channels.iter().map(|channel| self.channel(channel.id())));
        Section {
            id: "sidor-vagar",
            heading: "report-page-channels",
            text: self.words.with("report-page-channels-text", &[("rounding", &ROUNDING.to_string())]),
            table,
            file: Some("sidor-vagar.csv"),
            ..Section::default()
        }
    }
}
