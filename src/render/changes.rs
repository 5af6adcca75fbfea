//! `/andringar/`: what is new, was changed, reviewed and taken away, day by day. Only dates that the content itself carries.

use std::collections::HashSet;

use jiff::civil::Date;
use tera::Value;

use super::context::{Frame, View, map};
use super::{RenderError, Renderer, Speech};
use crate::model::address;
use crate::model::routes::Route;
use crate::parse::Status;

/// How many changes are shown; the data has the date of every example.
const SHOWN: usize = 300;

/// What happened, in the order within a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Told,
    New,
    Updated,
    Reviewed,
    Removed,
}

impl What {
    fn words(self) -> &'static str {
        match self {
            What::Told => "changes-told",
            What::New => "changes-new",
            What::Updated => "changes-updated",
            What::Reviewed => "changes-reviewed",
            What::Removed => "changes-removed",
        }
    }
}

struct Change<'a> {
    date: Date,
    what: What,
    title: &'a str,
    address: &'a str,
    /// What became another, in the document's own words.
    text: &'a str,
    language: &'a str,
}

impl Renderer<'_> {
    pub(super) fn changes(&self, speech: &Speech, route: &Route) -> Result<View, RenderError> {
        let words = &speech.wording;
        let introduction = self.introduction_of(address::CHANGES);
        let heading = self.heading(words, address::CHANGES, "changes");
        let frame = Frame::new(route, heading).describe(words.get("changes-description")).of(introduction);
        let mut context = self.frame(speech, frame);
        self.introduction(speech, &mut context, introduction);
        let changes = self.all_changes();
        let left_out = changes.len() > SHOWN;
        let days = changes[..changes.len().min(SHOWN)].chunk_by(|one, other| one.date == other.date).map(|day| {
            let date = day[0].date;
            let entries = day.iter().map(|change| {
                let href = self.base.page(change.address);
                map! {
                    what: words.get(change.what.words()),
                    title: change.title,
                    href: href,
                    text: change.text,
                    lang: Some(change.language).filter(|tag| *tag != speech.tag()),
                }
            });
            map! { id: format!("dag_{date}"), date: words.date(date), iso: date.to_string(), entries: entries.collect::<Vec<_>>() }
        });
        context.insert_value("days", days.collect::<Vec<Value>>().into());
        let latest = words.with("changes-latest", &[("count", &SHOWN.to_string())]);
        context.insert_value("latest", left_out.then_some(latest).into());
        Ok(View { template: "changes.html", context })
    }

    /// The latest first; within a day what was told, is new, was changed, reviewed and removed, in order of address.
    ///
    /// A document's first day on the site is no review of it, nor is a day on which it was changed.
    fn all_changes(&self) -> Vec<Change<'_>> {
        let mut changes = Vec::new();
        for document in &self.site.documents {
            let (title, address) = (document.title.as_str(), document.address.as_str());
            let language = document.language.as_str();
            let mut add = |what, date: Option<Date>, text| {
                changes.extend(date.map(|date| Change { date, what, title, address, text, language }));
            };
            match document.status {
                Status::Published => {
                    add(What::Told, document.date, "");
                    add(What::New, document.published, "");
                    document.changes.iter().for_each(|change| add(What::Updated, change.date, &change.text));
                    let is_told = |day: &Date| {
                        document.published == Some(*day) || document.change_dates().any(|date| date == *day)
                    };
                    add(What::Reviewed, document.reviewed.filter(|day| !is_told(day)), "");
                }
                Status::Withdrawn => add(What::Removed, document.withdrawn.as_ref().and_then(|w| w.date), ""),
                Status::Draft => {}
            }
        }
        // A document that was withdrawn may stand in the ledger too, perhaps of another day.
        let mut told: HashSet<&str> = changes.iter().filter(|c| c.what == What::Removed).map(|c| c.address).collect();
        let removed = self.site.ledger.iter().filter_map(|line| {
            let date = line.removed.as_ref().filter(|_| told.insert(&line.address))?.date;
            let (what, language) = (What::Removed, self.site.settings.language.as_str());
            Some(Change { date, what, title: &line.address, address: &line.address, text: "", language })
        });
        changes.extend(removed);
        changes.sort_by(|a, b| b.date.cmp(&a.date).then(a.what.cmp(&b.what)).then_with(|| a.address.cmp(b.address)));
        changes
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::page;

    #[test]
    fn changes_stand_by_day_with_the_latest_first() {
        let html = page("/andringar/");
        let days: Vec<&str> =
            html.split("<time datetime=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(days, ["2026-10-20", "2026-10-03", "2026-02-03", "2026-01-02", "2020-01-01"]);
        let new = html.find("Nytt exempel: <a href=\"/exempel/hel/\">").unwrap();
        let updated = html.find("Uppdaterad: <a href=\"/exempel/hel/\">").unwrap();
        assert!(updated < new && html.contains("</a>. Fler &lt;b&gt; parter.</li>"), "{html}");
        assert!(html.contains("Nyhet: <a href=\"/nyheter/n/\">Nyhet &lt;b&gt;</a>"));
        assert!(html.contains("Granskad: <a href=\"/exempel/hel/\">"));
        assert!(html.contains("Borttagen: <a href=\"/exempel/dold/\">Dold</a>"));
        assert_eq!(html.matches("/exempel/dold/").count(), 1, "the ledger has it too, of another day");
        assert!(html.contains("Borttagen: <a href=\"/exempel/borta/\">/exempel/borta/</a>"));
        assert!(!html.contains("/exempel/ny/"), "a draft is nothing that readers see");
    }
}
