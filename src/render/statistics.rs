//! `/statistik/`: the published reports on how the knowledge was spread, and a page for each. Made from `rapport.json` alone.

use super::context::{Frame, View, map};
use super::report::{REPORT_STYLE, listed, value};
use super::theme::MAP_STYLE;
use super::{RenderError, Renderer, Speech};
use crate::model::address;
use crate::model::routes::Route;

impl Renderer<'_> {
    pub(super) fn statistics(&self, speech: &Speech, route: &Route) -> Result<View, RenderError> {
        let words = &speech.wording;
        let introduction = self.introduction_of(address::STATISTICS);
        let heading = self.heading(words, address::STATISTICS, "statistics");
        let frame = Frame::new(route, heading).describe(words.get("statistics-description")).of(introduction);
        let mut context = self.frame(speech, frame);
        self.introduction(speech, &mut context, introduction);
        let reports = self.site.reports.iter().map(|published| {
            let report = &published.report;
            let (title, summary) = listed(words, report);
            map! {
                title: title,
                href: self.base.page(&address::statistic(&published.id)),
                summary: summary,
                demonstration: report.is_demonstration,
            }
        });
        context.insert_value("reports", reports.collect::<Vec<_>>().into());
        Ok(View { template: "statistics.html", context })
    }

    pub(super) fn statistic(&self, speech: &Speech, route: &Route, index: usize) -> Result<View, RenderError> {
        let words = &speech.wording;
        let published = &self.site.reports[index];
        let frame = Frame::new(route, title(words, &published.report))
            .below(self.heading(words, address::STATISTICS, "statistics"), address::STATISTICS)
            .describe(words.get("statistics-description"));
        let mut context = self.frame(speech, frame);
        context.insert_value("style", self.asset_href(REPORT_STYLE).into());
        context.insert_value("map_style", self.asset_href(MAP_STYLE).into());
        context.insert_value("report", value(words, &published.report, false));
        context.insert_value("json", self.base.page(&address::statistic_json(&published.id)).into());
        Ok(View { template: "statistic.html", context })
    }

    /// The file of a published report, as the program itself would write it: what others may have put there is left out.
    pub(super) fn statistic_json(&self, index: usize) -> Vec<u8> {
        crate::report::files::json(&self.site.reports[index].report)
    }
}

/// `Så har webbplatsen använts från och med 1 januari 2026 till och med 30 juni 2026`
pub(super) fn title(words: &super::Wording, report: &crate::report::Report) -> String {
    listed(words, report).0
}
