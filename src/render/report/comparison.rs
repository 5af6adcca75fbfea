//! Two periods side by side, in words.

use super::sections::{Table, Words, capitalised};
use crate::report::Report;
use crate::report::data::{Caution, Compared, What};

/// From so many on a change is also told as a share.
const MANY: u64 = 50;

impl Words<'_> {
    pub fn comparison_text(&self, report: &Report) -> String {
        let Some(comparison) = &report.comparison else { return String::new() };
        let mut text = match (&comparison.from, &comparison.to) {
            (Some(from), Some(to)) => {
                self.words.with("report-comparison-text", &[("from", &self.date(from)), ("to", &self.date(to))])
            }
            _ => self.get("report-empty").to_owned(),
        };
        for caution in &comparison.cautions {
            text.push(' ');
            text.push_str(self.get(match caution {
                Caution::Definitions => "report-caution-definitions",
                Caution::Leading => "report-caution-leading",
                Caution::Program => "report-caution-program",
                Caution::Lists => "report-caution-lists",
                Caution::Length => "report-caution-length",
                Caution::Quality => "report-caution-quality",
                Caution::Demonstration => "report-caution-demonstration",
            }));
        }
        text
    }

    /// With at most so many pages.
    pub fn comparison(&self, report: &Report, pages: usize) -> Table {
        let name = |row: &Compared| match row.what {
            What::Visits => capitalised(self.get("report-visits")),
            What::PageViews => capitalised(self.get("report-page-views")),
            What::VisitorDays => capitalised(self.get("report-visitor-days")),
            What::Searches => capitalised(self.get("report-searched")),
            What::Municipalities => capitalised(self.get("report-reached")),
            What::Channel => format!("{}: {}", self.get("report-channel"), self.channel(&row.name)),
            What::Page => format!("{}: {}", self.get("report-page"), row.name),
        };
        let rows = report.comparison.iter().flat_map(|comparison| &comparison.rows);
        let (of_pages, others): (Vec<&Compared>, Vec<&Compared>) = rows.partition(|row| row.what == What::Page);
        let rows = others.into_iter().chain(of_pages.into_iter().take(pages));
        let rows = rows.map(|row| vec![name(row), self.number(row.before), self.number(row.now), self.change(row)]);
        self.table(1, &["report-what", "report-before", "report-now", "report-change"], rows)
    }

    /// `+12 (+4 %)`. A share of few or of rounded numbers says nothing.
    fn change(&self, row: &Compared) -> String {
        let sign = match row.now.cmp(&row.before) {
            std::cmp::Ordering::Less => "−",
            std::cmp::Ordering::Equal => "",
            std::cmp::Ordering::Greater => "+",
        };
        let difference = row.now.abs_diff(row.before);
        let change = format!("{sign}{}", self.number(difference));
        match row.what {
            What::Channel | What::Municipalities => change,
            _ if row.before < MANY => change,
            _ => format!("{change} ({sign}{}\u{a0}%)", (difference * 100 + row.before / 2) / row.before),
        }
    }
}
