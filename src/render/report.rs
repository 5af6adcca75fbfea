//! The page of a report on how the knowledge was spread. It stands alone: beside it lies only its style sheet.

use tera::{Context, Value};

use super::context::map;
use super::theme::{STYLE, Theme};
use super::{RenderError, Wording};
use crate::i18n::Language;
use crate::report::Report;
use crate::report::figures::{Counts, REACHED, ROUNDING, Row, SHOWN};

const TEMPLATE: &str = "report.html";
/// Its own style.
const OWN_STYLE: (&str, &str) = ("rapport.css", include_str!("report.css"));
/// The most pages that the page lists; all are in the table for programs.
const LISTED: usize = 50;

/// The page and what it asks for.
pub struct ReportPage {
    pub html: Vec<u8>,
    /// Name and content.
    pub assets: Vec<(String, Vec<u8>)>,
}

/// A table, and a chart of its last column where it is one of numbers over time.
struct Section {
    id: &'static str,
    heading: &'static str,
    text: String,
    head: Vec<&'static str>,
    rows: Vec<Vec<String>>,
    /// Label and number of each bar.
    bars: Vec<(String, u64)>,
    file: Option<&'static str>,
}

/// Makes the page.
///
/// # Errors
/// The theme has no template for it, or the template fails.
pub fn report_page(theme: &Theme, report: &Report, language: Language) -> Result<ReportPage, RenderError> {
    let words = Wording::new(language);
    let page = Words { words: &words };
    let mut context = Context::new();
    context.insert("lang", language.tag());
    context.insert_value("w", words.value());
    context.insert("demonstration", &report.is_demonstration);
    let period = match (&report.from, &report.to) {
        (Some(from), Some(to)) => words.with("report-period", &[("from", from), ("to", to)]),
        _ => words.get("report-empty").to_owned(),
    };
    context.insert("period", &period);
    context.insert_value("figures", Value::from(page.figures(report)));
    context.insert_value("notices", Value::from(page.notices(report)));
    context.insert_value(
        "sections",
        Value::from(page.sections(report).iter().map(|s| page.section(s)).collect::<Vec<_>>()),
    );
    let mut tera = theme.tera.clone();
    words.register(&mut tera);
    let html = tera.render(TEMPLATE, &context).map_err(|error| RenderError {
        address: "rapport".to_owned(),
        template: TEMPLATE,
        message: error.to_string(),
    })?;
    let style = theme.assets.iter().find(|asset| asset.name == STYLE).map(|asset| asset.bytes.clone());
    let assets = vec![(STYLE.to_owned(), style.unwrap_or_default()), (OWN_STYLE.0.to_owned(), OWN_STYLE.1.into())];
    Ok(ReportPage { html: html.into_bytes(), assets })
}

struct Words<'a> {
    words: &'a Wording,
}

impl Words<'_> {
    fn get(&self, id: &'static str) -> &str {
        self.words.get(id)
    }

    /// `12 345`, with spaces that do not break.
    fn number(&self, number: u64) -> String {
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

    /// The three counts in words, with the other of the two ways to count beside them.
    fn figures(&self, report: &Report) -> Vec<Value> {
        let other = if report.leading == "upper" { report.main } else { report.upper };
        let other_words = if report.leading == "upper" { "report-also-main" } else { "report-also-upper" };
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
    fn notices(&self, report: &Report) -> Vec<Value> {
        let quality = &report.quality;
        let mut notices = Vec::new();
        if quality.is_proxied {
            notices.push(self.get("report-proxied").to_owned());
        }
        if quality.is_truncated {
            notices.push(self.get("report-truncated").to_owned());
        }
        if report.leading == "upper" {
            notices.push(self.get("report-without-headers").to_owned());
        }
        if !quality.days_missing.is_empty() {
            notices.push(self.words.count("report-days-missing", quality.days_missing.len()));
        }
        notices.into_iter().map(Value::from).collect()
    }

    fn sections(&self, report: &Report) -> Vec<Section> {
        let number = |count: u64| self.number(count);
        let months = report.months.iter().map(|row| {
            let counts = row.counts;
            vec![row.month.clone(), number(counts.page_views), number(counts.visitor_days), number(counts.visits)]
        });
        let pages = report.pages.iter().take(LISTED).map(|row| {
            vec![
                row.title.clone(),
                row.address.clone(),
                number(row.page_views),
                number(row.entrances),
                number(row.visits),
            ]
        });
        let named = |rows: &[Row], name: &dyn Fn(&str) -> String| -> Vec<Vec<String>> {
            rows.iter().map(|row| vec![name(&row.name), number(row.count)]).collect()
        };
        let as_is = |name: &str| name.to_owned();
        let channel = |name: &str| self.words.with(&format!("report-channel-{name}"), &[]);
        let robot = |name: &str| if name.is_empty() { self.get("report-no-agent").to_owned() } else { name.to_owned() };
        let searches = report.searches.shown.iter().map(|row| {
            let finds = match row.finds {
                Some(true) => self.get("report-finds"),
                Some(false) => self.get("report-finds-nothing"),
                None => "",
            };
            vec![row.query.clone(), finds.to_owned(), number(row.visitor_days)]
        });
        let rounding = ROUNDING.to_string();
        let rounded = [("rounding", rounding.as_str())];
        let mut sections = vec![
            Section {
                id: "manader",
                heading: "report-months",
                text: self.get("report-months-text").to_owned(),
                head: vec!["report-month", "report-page-views", "report-visitor-days", "report-visits"],
                rows: months.collect(),
                bars: report.months.iter().map(|row| (row.month.clone(), row.counts.visits)).collect(),
                file: Some("manader.csv"),
            },
            Section {
                id: "sidor",
                heading: "report-pages",
                text: self.words.with("report-pages-text", &[("count", &LISTED.to_string())]),
                head: vec!["report-page", "report-address", "report-page-views", "report-entrances", "report-visits"],
                rows: pages.collect(),
                bars: Vec::new(),
                file: Some("sidor.csv"),
            },
            Section {
                id: "kanaler",
                heading: "report-channels",
                text: self.words.with("report-channels-text", &rounded),
                head: vec!["report-channel", "report-visits"],
                rows: named(&report.channels, &channel),
                bars: report.channels.iter().map(|row| (channel(&row.name), row.count)).collect(),
                file: Some("kanaler.csv"),
            },
        ];
        sections.push(self.searches(report, searches.collect()));
        sections.push(self.reach(report));
        sections.push(Section {
            id: "nedladdningar",
            heading: "report-downloads",
            text: self.get("report-downloads-text").to_owned(),
            head: vec!["report-file", "report-count"],
            rows: named(&report.downloads, &as_is),
            bars: Vec::new(),
            file: Some("nedladdningar.csv"),
        });
        sections.push(Section {
            id: "robotar",
            heading: "report-robots",
            text: self.words.with("report-robots-text", &[("date", report.quality.robots_list)]),
            head: vec!["report-robot", "report-page-views"],
            rows: named(&report.robots, &robot),
            bars: Vec::new(),
            file: Some("robotar.csv"),
        });
        sections.push(self.quality(report));
        sections
    }

    fn searches(&self, report: &Report, rows: Vec<Vec<String>>) -> Section {
        let searches = &report.searches;
        let share = |part: u64| match searches.searches {
            0 => "0".to_owned(),
            all => ((part * 100 + all / 2) / all).to_string(),
        };
        let (day, days) = (SHOWN.0.to_string(), SHOWN.1.to_string());
        let mut text = self.words.with(
            "report-searches-text",
            &[
                ("count", &self.number(searches.searches)),
                ("followed", &share(searches.followed_by_example)),
                ("day", &day),
                ("days", &days),
                ("rounding", &ROUNDING.to_string()),
            ],
        );
        if let Some(without) = searches.without_result {
            text = format!("{text} {}", self.words.with("report-searches-without", &[("share", &share(without))]));
        }
        Section {
            id: "sokningar",
            heading: "report-searches",
            text,
            head: vec!["report-query", "report-result", "report-visitor-days"],
            rows,
            bars: Vec::new(),
            file: Some("sokningar.csv"),
        }
    }

    fn reach(&self, report: &Report) -> Section {
        let reach = &report.reach;
        let mut text = match reach.known {
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
        if let Some(visits) = reach.agency {
            text = format!("{text} {}", self.words.with("report-reach-agency", &[("visits", &self.number(visits))]));
        }
        Section {
            id: "kommuner",
            heading: "report-reach",
            text,
            head: vec!["report-municipality"],
            rows: reach.reached.iter().map(|name| vec![name.clone()]).collect(),
            bars: Vec::new(),
            file: Some("kommuner.csv"),
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
            ("report-without-address", lined.without_address),
            ("report-head", lined.head),
            ("report-prefetch", lined.prefetch),
            ("report-not-found", lined.not_found),
        ]
        .map(|(name, count)| vec![self.get(name).to_owned(), self.number(count)])
        .to_vec();
        rows.extend(quality.logs.iter().map(|log| {
            let repeated = if log.is_repeated { self.get("report-repeated") } else { "" };
            vec![format!("{} {repeated}", log.name).trim_end().to_owned(), self.number(log.lines)]
        }));
        Section {
            id: "kvalitet",
            heading: "report-quality",
            text: self.words.with(
                "report-quality-text",
                &[("program", &quality.program), ("site", &quality.site_date), ("robots", quality.robots_list)],
            ),
            head: vec!["report-what", "report-count"],
            rows,
            bars: Vec::new(),
            file: None,
        }
    }

    fn section(&self, section: &Section) -> Value {
        let most = section.bars.iter().map(|(_, count)| *count).max().unwrap_or_default().max(1);
        let bars = section.bars.iter().enumerate().map(|(at, (label, count))| {
            let length = count * BAR / most;
            map! {
                label: label.as_str(),
                count: self.number(*count),
                y: at * STEP,
                text_y: at * STEP + STEP * 2 / 3,
                length: length,
                end: LABEL + length + 8,
            }
        });
        // All but the names are numbers, which stand to the right.
        let words = section.head.iter().filter(|id| WORDED.contains(id)).count();
        map! {
            id: section.id,
            heading: self.get(section.heading),
            text: section.text.as_str(),
            head: section.head.iter().map(|id| Value::from(self.get(id))).collect::<Vec<_>>(),
            words: words,
            rows: section.rows.iter().map(|row| Value::from(row.iter().map(|cell| Value::from(cell.as_str())).collect::<Vec<_>>())).collect::<Vec<_>>(),
            bars: bars.collect::<Vec<_>>(),
            height: section.bars.len() * STEP,
            file: section.file,
        }
    }
}

/// Columns of words.
const WORDED: [&str; 10] = [
    "report-month",
    "report-page",
    "report-address",
    "report-channel",
    "report-query",
    "report-result",
    "report-municipality",
    "report-file",
    "report-robot",
    "report-what",
];
/// Of a chart, in its own units: height of a bar with its gap, width of the names, longest bar.
const STEP: usize = 30;
const LABEL: u64 = 260;
const BAR: u64 = 420;
