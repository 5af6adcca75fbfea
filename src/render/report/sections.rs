//! A report as headings, texts, tables and charts.

use tera::Value;

use super::super::context::map;
use super::super::county_map;
use crate::model::activity::Activity;
use crate::render::Wording;
use crate::report::Report;
use crate::report::data::{Counts, Leading, Row};
use crate::report::figures::{REACHED, ROUNDING};
use crate::schema::PartialDate;

/// A table, and a chart of its last column where it is one of numbers over time.
#[derive(Default)]
pub(super) struct Section {
    pub id: &'static str,
    pub heading: &'static str,
    pub text: String,
    pub table: Table,
    pub bars: Vec<Bar>,
    /// The counties, each with its shape.
    pub map: Vec<Value>,
    pub file: Option<&'static str>,
}

/// Rows under names. The first `words` columns are of words, the others of numbers.
#[derive(Clone, Default)]
pub(super) struct Table {
    pub head: Vec<String>,
    pub words: usize,
    pub rows: Vec<Vec<String>>,
}

pub(super) struct Bar {
    label: String,
    /// None: nothing is known.
    count: Option<u64>,
    /// Something was done beside the site.
    is_marked: bool,
}

pub(super) struct Words<'a> {
    pub words: &'a Wording,
}

impl Words<'_> {
    pub fn get(&self, id: &'static str) -> &str {
        self.words.get(id)
    }

    /// `12 345`, with spaces that do not break.
    pub fn number(&self, number: u64) -> String {
        let digits = number.to_string();
        let mut out = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push('\u{a0}');
            }
            out.push(digit);
        }
        out
    }

    pub fn table(&self, words: usize, head: &[&'static str], rows: impl IntoIterator<Item = Vec<String>>) -> Table {
        let head = head.iter().map(|id| self.get(id).to_owned()).collect();
        Table { head, words, rows: rows.into_iter().collect() }
    }

    pub fn period(&self, report: &Report) -> String {
        match (&report.from, &report.to) {
            (Some(from), Some(to)) => {
                self.words.with("report-period", &[("from", &self.date(from)), ("to", &self.date(to))])
            }
            _ => self.get("report-empty").to_owned(),
        }
    }

    /// The three counts in words, with the other of the two ways to count beside them.
    pub fn figures(&self, report: &Report) -> Vec<Value> {
        let (other, other_words) = match report.leading {
            Leading::Upper => (report.main, "report-also-main"),
            Leading::Main => (report.upper, "report-also-upper"),
        };
        type Count = fn(Counts) -> u64;
        let of: [(&'static str, Count); 3] = [
            ("report-visits", |counts| counts.visits),
            ("report-page-views", |counts| counts.page_views),
            ("report-visitor-days", |counts| counts.visitor_days),
        ];
        let figure = |(name, count): (&'static str, Count)| {
            map! {
                name: self.get(name),
                count: self.number(count(report.leading())),
                other: self.words.with(other_words, &[("count", &self.number(count(other)))]),
            }
        };
        of.map(figure).to_vec()
    }

    /// What a reader must know before any figure.
    pub fn notices(&self, report: &Report) -> Vec<String> {
        let quality = &report.quality;
        let mut notices = Vec::new();
        if quality.is_proxied {
            notices.push(self.get("report-proxied").to_owned());
        }
        if quality.is_truncated {
            notices.push(self.get("report-truncated").to_owned());
        }
        if report.leading == Leading::Upper {
            notices.push(self.get("report-without-headers").to_owned());
        }
        if !quality.days_missing.is_empty() {
            notices.push(self.words.count("report-days-missing", quality.days_missing.len()));
        }
        notices
    }

    pub fn sections(&self, report: &Report) -> Vec<Section> {
        let rounded = [("rounding", &*ROUNDING.to_string())];
        let mut sections = vec![self.months(report)];
        if !report.activities.is_empty() {
            sections.push(Section {
                id: "aktiviteter",
                heading: "report-activities",
                text: self.get("report-activities-text").to_owned(),
                table: self.activities(report.activities.iter()),
                file: Some("aktiviteter.csv"),
                ..Section::default()
            });
        }
        sections.extend(report.comparison.as_ref().map(|_| Section {
            id: "jamforelse",
            heading: "report-comparison",
            text: self.comparison_text(report),
            table: self.comparison(report, usize::MAX),
            file: Some("jamforelse.csv"),
            ..Section::default()
        }));
        sections.extend(self.spread(report));
        sections.push(Section {
            id: "kanaler",
            heading: "report-channels",
            text: self.words.with("report-channels-text", &rounded),
            table: self.channels(report),
            bars: report.channels.iter().map(|row| Bar::new(self.channel(&row.name), row.count)).collect(),
            file: Some("kanaler.csv"),
            ..Section::default()
        });
        sections.extend(self.searches(report));
        sections.push(self.counties(report));
        sections.push(Section {
            id: "kommuner",
            heading: "report-municipalities",
            table: self.table(1, &["report-municipality"], report.reach.reached.iter().map(|m| vec![m.name.clone()])),
            text: self.get("report-municipalities-text").to_owned(),
            file: Some("kommuner.csv"),
            ..Section::default()
        });
        sections.push(Section {
            id: "nedladdningar",
            heading: "report-downloads",
            text: self.get("report-downloads-text").to_owned(),
            table: self.named(&["report-file", "report-count"], &report.downloads, &str::to_owned),
            file: Some("nedladdningar.csv"),
            ..Section::default()
        });
        let robot = |name: &str| if name.is_empty() { self.get("report-no-agent").to_owned() } else { name.to_owned() };
        sections.push(Section {
            id: "robotar",
            heading: "report-robots",
            text: self.words.with("report-robots-text", &[("date", list_date(report))]),
            table: self.named(&["report-robot", "report-page-views"], &report.robots, &robot),
            file: Some("robotar.csv"),
            ..Section::default()
        });
        sections.push(self.quality(report));
        sections.push(Section {
            id: "underlag",
            heading: "report-provenance",
            text: self.get("report-provenance-text").to_owned(),
            table: self.provenance(report),
            ..Section::default()
        });
        sections
    }

    fn named(&self, head: &[&'static str], rows: &[Row], name: &dyn Fn(&str) -> String) -> Table {
        self.table(1, head, rows.iter().map(|row| vec![name(&row.name), self.number(row.count)]))
    }

    pub fn channel(&self, name: &str) -> String {
        self.words.with(&format!("report-channel-{name}"), &[])
    }

    pub fn channels(&self, report: &Report) -> Table {
        self.named(&["report-channel", "report-visits"], &report.channels, &|name| self.channel(name))
    }

    /// A count, unless there are no logs to know it by.
    fn logged(&self, count: Option<u64>) -> String {
        count.map_or_else(|| self.get("report-without-logs").to_owned(), |count| self.number(count))
    }

    /// Month by month, with what was done beside the site. The last column is visits.
    pub fn months_table(&self, report: &Report) -> Table {
        let has_activities = report.activities.iter().any(|activity| !activity.months().is_empty());
        let has_missing = report.months.iter().any(|month| month.days_missing > 0);
        let rows = report.months.iter().map(|row| {
            let counts = row.counts;
            let mut cells = vec![row.month.clone()];
            if has_activities {
                let of = report.activities.iter().filter(|activity| activity.months().contains(&row.month));
                let of = of.map(|activity| format!("{} ({})", activity.title, self.form(activity)));
                cells.push(of.collect::<Vec<_>>().join("; "));
            }
            cells.extend(has_missing.then(|| self.number(row.days_missing)));
            let counts = [counts.page_views, counts.visitor_days, counts.visits];
            cells.extend(counts.map(|count| self.logged(row.known(count))));
            cells
        });
        let words = 1 + usize::from(has_activities);
        let optional =
            [(true, "report-month"), (has_activities, "report-activities"), (has_missing, "report-days-without-logs")];
        let head = optional.into_iter().filter_map(|(is_there, name)| is_there.then_some(name));
        let head: Vec<&str> = head.chain(["report-page-views", "report-visitor-days", "report-visits"]).collect();
        self.table(words, &head, rows)
    }

    fn months(&self, report: &Report) -> Section {
        let is_marked = |month: &String| report.activities.iter().any(|activity| activity.months().contains(month));
        let bars = report.months.iter().map(|row| Bar {
            label: row.month.clone(),
            count: row.known(row.counts.visits),
            is_marked: is_marked(&row.month),
        });
        let bars: Vec<Bar> = bars.collect();
        let mut text = self.get("report-months-text").to_owned();
        if bars.iter().any(|bar| bar.is_marked) {
            text = format!("{text} {}", self.get("report-months-marked"));
        }
        Section {
            id: "manader",
            heading: "report-months",
            text,
            table: self.months_table(report),
            bars,
            file: Some("manader.csv"),
            ..Section::default()
        }
    }

    fn form(&self, activity: &Activity) -> String {
        self.words.with(&format!("activity-{}", activity.form), &[])
    }

    /// A date as exactly as it is known.
    pub fn date(&self, date: &str) -> String {
        date.parse::<PartialDate>().map_or_else(|_| date.to_owned(), |date| self.words.partial_date(date))
    }

    pub fn activities<'a>(&self, activities: impl Iterator<Item = &'a Activity>) -> Table {
        let rows = activities.map(|activity| {
            let from = self.date(&activity.from);
            let when = activity.to.as_deref().map_or_else(|| from.clone(), |to| format!("{from} – {}", self.date(to)));
            let counted = activity.counted.as_ref();
            let counted = counted.map_or_else(
                || self.get("report-not-counted").to_owned(),
                |counted| format!("{} ({})", self.number(counted.number), counted.how),
            );
            let sources = activity.sources.iter().map(|source| match &source.publisher {
                Some(publisher) => format!("{}, {publisher}", source.title),
                None => source.title.clone(),
            });
            vec![
                when,
                format!("{}: {}. {}", self.form(activity), activity.title, activity.description.trim()),
                activity.audience.clone(),
                counted,
                sources.collect::<Vec<_>>().join("; "),
            ]
        });
        let head = ["report-when", "report-activity", "report-audience", "report-counted", "report-source"];
        self.table(head.len(), &head, rows)
    }

    pub fn reach_text(&self, report: &Report) -> String {
        let reach = &report.reach;
        let text = match reach.known {
            0 => self.get("report-reach-unknown").to_owned(),
            known => self.words.with(
                "report-reach-text",
                &[
                    ("reached", &reach.reached.len().to_string()),
                    ("known", &known.to_string()),
                    ("visits", &REACHED.0.to_string()),
                    ("days", &REACHED.1.to_string()),
                ],
            ),
        };
        match reach.agency {
            Some(visits) => {
                format!("{text} {}", self.words.with("report-reach-agency", &[("visits", &self.number(visits))]))
            }
            None => text,
        }
    }

    pub fn counties_table(&self, report: &Report) -> Table {
        let rows = report.reach.counties.iter();
        let rows = rows.map(|row| vec![row.name.clone(), self.number(row.known), self.number(row.reached)]);
        self.table(1, &["county", "report-known", "report-reached"], rows)
    }

    fn counties(&self, report: &Report) -> Section {
        let reach = &report.reach;
        let map = match reach.counties.is_empty() {
            true => Vec::new(),
            false => {
                county_map::reached(|code| reach.counties.iter().find(|row| row.code == code).map(|row| row.reached))
            }
        };
        Section {
            id: "lan",
            heading: "report-reach",
            text: self.reach_text(report),
            table: self.counties_table(report),
            map,
            file: Some("lan.csv"),
            ..Section::default()
        }
    }

    fn quality(&self, report: &Report) -> Section {
        let quality = &report.quality;
        let lined = &quality.lined;
        let mut rows: Vec<Vec<String>> = [
            ("report-lines", lined.lines),
            ("report-malformed", lined.malformed),
            ("report-outside", lined.outside),
            ("report-out-of-order", lined.out_of_order),
            ("report-without-address", lined.requests.without_address),
            ("report-head", lined.requests.head),
            ("report-prefetch", lined.requests.prefetch),
            ("report-not-found", lined.requests.not_found),
        ]
        .map(|(name, count)| vec![self.get(name).to_owned(), self.number(count)])
        .to_vec();
        rows.extend(quality.logs.iter().map(|log| {
            let repeated = match (log.is_repeated, log.repeated_lines) {
                (true, _) => self.get("report-repeated").to_owned(),
                (false, 0) => String::new(),
                (false, lines) => self.words.with("report-overlaps", &[("count", &self.number(lines))]),
            };
            vec![format!("{} {repeated}", log.name).trim_end().to_owned(), self.number(log.lines)]
        }));
        let provenance = &report.provenance;
        let said = [("program", &*provenance.program), ("site", &*provenance.site.date), ("robots", list_date(report))];
        let mut text = self.words.with("report-quality-text", &said);
        if quality.logs.iter().any(|log| log.repeated_lines > 0 && !log.is_repeated) {
            let lines = [("lines", &*crate::report::TWICE.to_string())];
            text = format!("{text} {}", self.words.with("report-overlaps-text", &lines));
        }
        Section {
            id: "kvalitet",
            heading: "report-quality",
            text,
            table: self.table(1, &["report-what", "report-count"], rows),
            ..Section::default()
        }
    }

    /// Versions, lists and checksums.
    pub fn provenance(&self, report: &Report) -> Table {
        let provenance = &report.provenance;
        let named = |id: &'static str, value: &str| vec![self.get(id).to_owned(), value.to_owned()];
        let mut rows = vec![
            named("report-program", &provenance.program),
            named("report-definitions-version", &provenance.definitions.version.to_string()),
            named("report-site", &format!("{}, {}", provenance.site.generator, provenance.site.date)),
            vec!["manifest.json".to_owned(), provenance.site.manifest.clone()],
        ];
        rows.extend(provenance.lists.iter().map(|list| vec![list.name.clone(), list.hash.clone()]));
        rows.extend(report.quality.logs.iter().map(|log| vec![log.name.clone(), log.hash.clone()]));
        self.table(2, &["report-what", "report-version"], rows)
    }

    pub fn section(&self, section: &Section, has_tables: bool) -> Value {
        let most = section.bars.iter().filter_map(|bar| bar.count).max().unwrap_or_default().max(1);
        let bars = section.bars.iter().enumerate().map(|(at, bar)| {
            let length = bar.count.unwrap_or_default() * BAR / most;
            map! {
                label: bar.label.as_str(),
                count: self.logged(bar.count),
                marked: bar.is_marked,
                y: at * STEP,
                text_y: at * STEP + STEP * 2 / 3,
                length: length,
                end: LABEL + length + 8,
            }
        });
        map! {
            id: section.id,
            heading: self.get(section.heading),
            text: section.text.as_str(),
            table: section.table.value(),
            map: section.map.clone(),
            bars: bars.collect::<Vec<_>>(),
            height: section.bars.len() * STEP,
            file: section.file.filter(|_| has_tables),
        }
    }
}

impl Table {
    pub fn value(&self) -> Value {
        let texts = |cells: &[String]| cells.iter().map(|cell| Value::from(cell.as_str())).collect::<Vec<Value>>();
        map! {
            head: texts(&self.head),
            words: self.words,
            many: self.head.len() > MANY,
            // Names of months are not broken.
            short: self.head.iter().skip(self.words).all(|name| name.chars().count() <= SHORT),
            rows: self.rows.iter().map(|row| Value::from(texts(row))).collect::<Vec<_>>(),
        }
    }
}

/// With a capital first.
pub(super) fn capitalised(text: &str) -> String {
    let mut signs = text.chars();
    let first = signs.next().map(char::to_uppercase).into_iter().flatten();
    first.chain(signs).collect()
}

impl Bar {
    fn new(label: String, count: u64) -> Bar {
        Bar { label, count: Some(count), is_marked: false }
    }
}

/// The day of the list of robots.
fn list_date(report: &Report) -> &str {
    let mut lists = report.provenance.lists.iter();
    lists.find_map(|list| list.date.as_deref().filter(|_| list.name == "robotar.txt")).unwrap_or_default()
}

/// A table of more columns than this is set in smaller type.
const MANY: usize = 7;

/// Names of columns up to this length stay on one line.
const SHORT: usize = 8;

/// Of a chart, in its own units: height of a bar with its gap, width of the names, longest bar.
const STEP: usize = 30;
const LABEL: u64 = 260;
const BAR: u64 = 420;
