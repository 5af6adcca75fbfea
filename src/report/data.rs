//! What a report holds: `rapport.json`, as it is written and as it is read again.
//!
//! `rapport.schema.json` beside this file says the same for other programs; a test holds them together.

use serde::{Deserialize, Serialize};

use super::read::Source;
use super::tally::Lined;
use crate::model::activity::Activity;

/// Of `rapport.json`. Earlier ones are read too: in format 1 pages had no downloads and no months.
pub const FORMAT: u32 = 2;
/// Of the definitions in [`super`]: raised when a figure comes to mean something else, so that nobody compares the two unwarned.
/// In the first, downloads by visitors that were not counted otherwise were counted too.
pub const DEFINITIONS: u32 = 2;
/// The schema of `rapport.json`.
pub const SCHEMA: &str = include_str!("rapport.schema.json");

/// The kinds of page whose spread is told by month and by channel: examples and guidance.
const SPREAD: [&str; 3] = ["example", "fia", "experience"];

/// Whether a kind of page is one of them.
pub(super) fn is_spread(kind: &str) -> bool {
    SPREAD.contains(&kind)
}

/// Everything that is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Of this form of the data; a reader refuses those it does not know.
    pub format: u32,
    /// The lines are made up ([`Demo`](super::demo::Demo)).
    pub is_demonstration: bool,
    /// The first and the last day; none of an empty log.
    pub from: Option<String>,
    /// See `from`.
    pub to: Option<String>,
    /// What the report answers to.
    pub assignment: Option<Assignment>,
    /// Without robots, known and unnamed.
    pub main: Counts,
    /// Without robots that say what they are.
    pub upper: Counts,
    /// Which of the two the tables are by.
    pub leading: Leading,
    /// Every month of the period, the first one first.
    pub months: Vec<Month>,
    /// What was done beside the site in the period, by date.
    pub activities: Vec<Activity>,
    /// Those that were read, and every example and page of guidance; the most read first.
    pub pages: Vec<PageRow>,
    /// Visits by the way they began, rounded.
    pub channels: Vec<Row>,
    /// How often each file was fetched.
    pub downloads: Vec<Row>,
    /// What was searched for on the site.
    pub searches: Searches,
    /// In which municipalities and at which authorities it was read.
    pub reach: Reach,
    /// Page views by robots that say what they are.
    pub robots: Vec<Row>,
    /// What is known of how right the figures are.
    pub quality: Quality,
    /// From what and by what the report was made.
    pub provenance: Provenance,
    /// Beside an earlier period.
    pub comparison: Option<Comparison>,
}

/// A government assignment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    pub title: String,
    pub diary_number: Option<String>,
    pub date: Option<String>,
    pub recipients: Vec<String>,
}

/// Which of the two ways to count leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Leading {
    Main,
    Upper,
}

/// Page views, visits and visitor-days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub page_views: u64,
    pub visits: u64,
    pub visitor_days: u64,
}

impl Counts {
    pub(super) fn add(&mut self, other: Counts) {
        self.page_views += other.page_views;
        self.visits += other.visits;
        self.visitor_days += other.visitor_days;
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Month {
    /// `2026-11`
    pub month: String,
    #[serde(flatten)]
    pub counts: Counts,
    /// Days of the month without a line; not said in a report by an earlier version of the program.
    #[serde(default)]
    pub days_missing: u64,
    /// There is no line of any day of the month that is of the period: nothing is known of it.
    #[serde(default)]
    pub is_without_logs: bool,
}

impl Month {
    /// A count of the month; none when there are no logs to know it by.
    pub fn known(&self, count: u64) -> Option<u64> {
        Some(count).filter(|_| !self.is_without_logs)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageRow {
    pub address: String,
    pub kind: String,
    pub title: String,
    pub page_views: u64,
    /// Visits that came to the page.
    pub visits: u64,
    /// Visits that began there.
    pub entrances: u64,
    /// Files that were taken from the page; none in a report of format 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub downloads: Option<u64>,
    /// Those visits by the way they came, rounded; only of examples and guidance, and only what is not rounded to nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<Row>,
    /// Month by month, in the same kinds of page; here months in which nobody came are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub months: Vec<PageMonth>,
}

impl PageRow {
    /// Every month of a report that has logs, for a page whose months are told; nothing in a report of format 1.
    pub fn by_month(&self, report: &Report) -> Vec<PageMonth> {
        if !is_spread(&self.kind) || self.downloads.is_none() {
            return Vec::new();
        }
        let logged = report.months.iter().filter(|month| !month.is_without_logs);
        let own = logged.map(|month| {
            let own = self.months.iter().find(|own| own.month == month.month);
            own.cloned().unwrap_or_else(|| PageMonth { month: month.month.clone(), ..PageMonth::default() })
        });
        own.collect()
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageMonth {
    /// `2026-11`
    pub month: String,
    pub visits: u64,
    pub entrances: u64,
    pub downloads: u64,
}

/// A row of a table with one number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    pub name: String,
    pub count: u64,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Searches {
    /// The same search again by one visitor on one day is one.
    pub searches: u64,
    /// Those that the search of the site finds nothing for; none without an index.
    pub without_result: Option<u64>,
    /// After which an example was read within half an hour.
    pub followed_by_example: u64,
    /// Those that many used.
    pub shown: Vec<SearchRow>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchRow {
    pub query: String,
    /// Visitor-days, rounded.
    pub visitor_days: u64,
    pub finds: Option<bool>,
}

/// From whose networks visits came.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reach {
    /// Municipalities of which networks are known, and those of them that were reached.
    pub known: u64,
    pub reached: Vec<Municipality>,
    /// The same by county; only counties with a municipality whose networks are known.
    pub counties: Vec<CountyReach>,
    /// Visits from Arbetsförmedlingen's networks, rounded; none when its networks are not known.
    pub agency: Option<u64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Municipality {
    /// Four digits; empty where the site does not say.
    pub code: String,
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountyReach {
    /// Two digits.
    pub code: String,
    pub name: String,
    pub known: u64,
    pub reached: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quality {
    #[serde(flatten)]
    pub lined: Lined,
    pub logs: Vec<Source>,
    /// Days of the period without a line.
    pub days_missing: Vec<String>,
    /// Visitors cannot be told apart: a proxy's address stands in every line.
    pub is_proxied: bool,
    /// Addresses were cut short before they were logged: many visitors look like one.
    pub is_truncated: bool,
}

/// By what the figures can be explained after the logs are gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// `samverka 0.1.0`
    pub program: String,
    pub definitions: Definitions,
    pub site: SiteBuild,
    /// The lists that lines were judged by; they lie in `underlag/` beside the report.
    pub lists: Vec<List>,
}

/// The numbers in the definitions. Times are in seconds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Definitions {
    pub version: u32,
    pub pause: u32,
    pub answered: u32,
    pub rounding: u64,
    pub shown_visitors: u64,
    pub shown_visitor_days: u64,
    pub reached_visits: u64,
    pub reached_days: u64,
}

/// The site that pages were looked up in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteBuild {
    pub generator: String,
    pub date: String,
    /// BLAKE3 of its `manifest.json`.
    pub manifest: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// The file's name in `underlag/`.
    pub name: String,
    /// When it was last gone through, where the list says so.
    pub date: Option<String>,
    /// BLAKE3 of the file.
    pub hash: String,
}

/// Two periods side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    pub from: Option<String>,
    pub to: Option<String>,
    /// What the two were not counted alike by.
    pub cautions: Vec<Caution>,
    pub rows: Vec<Compared>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Compared {
    pub what: What,
    /// Of a channel its id, of a page its title; empty for a single figure.
    pub name: String,
    pub before: u64,
    pub now: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    Visits,
    PageViews,
    VisitorDays,
    Searches,
    Municipalities,
    /// Visits by channel, rounded.
    Channel,
    /// Visits by page.
    Page,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Caution {
    /// Figures mean different things.
    Definitions,
    /// One leads with the main figures, the other with the upper ones.
    Leading,
    Program,
    /// A list was changed, added or left out.
    Lists,
    /// The periods are of different length.
    Length,
    /// Days without lines, a proxy's addresses or addresses cut short in one of them.
    Quality,
    /// One is made up.
    Demonstration,
}

/// A file that is no report.
#[derive(Debug, thiserror::Error)]
pub enum NoReport {
    #[error("{0}")]
    Json(#[from] serde_json::Error),
    #[error("format {0}")]
    Format(u64),
    #[error("{0}")]
    Date(String),
}

impl Report {
    /// The counts that the tables are by.
    pub fn leading(&self) -> Counts {
        match self.leading {
            Leading::Main => self.main,
            Leading::Upper => self.upper,
        }
    }

    /// From `rapport.json`.
    ///
    /// # Errors
    /// It is none, or is of a format that this program does not know.
    pub fn read(json: &[u8]) -> Result<Report, NoReport> {
        #[derive(Deserialize)]
        struct Format {
            format: u64,
        }
        let Format { format } = serde_json::from_slice(json)?;
        if !(1..=u64::from(FORMAT)).contains(&format) {
            return Err(NoReport::Format(format));
        }
        let report: Report = serde_json::from_slice(json)?;
        for date in report.from.iter().chain(&report.to) {
            crate::schema::value::whole_date(date).map_err(|_| NoReport::Date(date.clone()))?;
        }
        Ok(report)
    }
}
