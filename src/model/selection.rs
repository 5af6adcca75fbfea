//! Examples by date: the new, the updated, and those whose time for review has passed.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::{Site, address};
use crate::parse::Status;
use crate::schema::Kind;

/// How many months an example is new, or updated.
const RECENT_MONTHS: i64 = 12;

/// A list of examples by date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection {
    /// By the day they first stood on the site, where the content says it.
    New,
    /// By the day of their latest change or review, after they were new.
    Updated,
    ForReview,
}

impl Selection {
    pub const ALL: [Selection; 3] = [Selection::New, Selection::Updated, Selection::ForReview];

    pub fn address(self) -> &'static str {
        match self {
            Selection::New => address::NEW,
            Selection::Updated => address::UPDATED,
            Selection::ForReview => address::FOR_REVIEW,
        }
    }

    /// The members as indexes of documents, each with the date that it is listed by: the newest first, but for review
    /// the oldest.
    pub fn of(self, site: &Site) -> Vec<(Date, usize)> {
        let since = site.today.checked_sub(jiff::Span::new().months(RECENT_MONTHS)).unwrap_or(Date::MIN);
        let recent = |date: &Date| *date > since && *date <= site.today;
        let documents = site.documents.iter().enumerate();
        let examples = documents.filter(|(_, d)| d.kind == Kind::Example && d.status != Status::Withdrawn);
        let dated = examples.filter_map(|(index, d)| {
            let date = match self {
                Selection::New => d.published.filter(recent),
                Selection::Updated => {
                    let later = |date: &Date| recent(date) && d.published.is_none_or(|published| *date > published);
                    d.change_dates().chain(d.reviewed).filter(later).max()
                }
                Selection::ForReview => site.review_due(d).filter(|due| *due < site.today),
            };
            Some((date?, index))
        });
        let mut members: Vec<(Date, usize)> = dated.collect();
        // Documents are in the order of lists, which stands within a day.
        match self {
            Selection::ForReview => members.sort_by_key(|(date, _)| *date),
            _ => members.sort_by_key(|(date, _)| Reverse(*date)),
        }
        members
    }
}
