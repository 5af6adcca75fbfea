//! What was searched for on the site, in words.

use super::sections::{Section, Words};
use crate::report::Report;
use crate::report::figures::{ROUNDING, SHOWN};

impl Words<'_> {
    pub fn searches_text(&self, report: &Report) -> String {
        let searches = &report.searches;
        let share = |part: u64| match searches.searches {
            0 => "0".to_owned(),
            all => ((part * 100 + all / 2) / all).to_string(),
        };
        let (day, days) = (SHOWN.0.to_string(), SHOWN.1.to_string());
        let text = self.words.with(
            "report-searches-text",
            &[
                ("count", &self.number(searches.searches)),
                ("followed", &share(searches.followed_by_example)),
                ("day", &day),
                ("days", &days),
                ("rounding", &ROUNDING.to_string()),
            ],
        );
        match searches.without_result {
            Some(without) => {
                format!("{text} {}", self.words.with("report-searches-without", &[("share", &share(without))]))
            }
            None => text,
        }
    }

    /// What was searched for, and of that what the site has no answer to.
    pub fn searches(&self, report: &Report) -> Vec<Section> {
        let shown = || report.searches.shown.iter();
        let rows = shown().map(|row| {
            let finds = match row.finds {
                Some(true) => self.get("report-finds"),
                Some(false) => self.get("report-finds-nothing"),
                None => "",
            };
            vec![row.query.clone(), finds.to_owned(), self.number(row.visitor_days)]
        });
        let all = Section {
            id: "sokningar",
            heading: "report-searches",
            text: self.searches_text(report),
            table: self.table(2, &["report-query", "report-result", "report-visitor-days"], rows),
            file: Some("sokningar.csv"),
            ..Section::default()
        };
        let unanswered = shown().filter(|row| row.finds == Some(false));
        let unanswered: Vec<Vec<String>> =
            unanswered.map(|row| vec![row.query.clone(), self.number(row.visitor_days)]).collect();
        let has_work = !unanswered.is_empty();
        let work = Section {
            id: "sokningar-utan-traff",
            heading: "report-unanswered",
            text: self.get("report-unanswered-text").to_owned(),
            table: self.table(1, &["report-query", "report-visitor-days"], unanswered),
            ..Section::default()
        };
        std::iter::once(all).chain(has_work.then_some(work)).collect()
    }
}
