//! A tally → the figures of the report.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::channel::Channel;
use super::data::{
    Assignment, Counts, CountyReach, DEFINITIONS, Definitions, FORMAT, Leading, Month, PageRow, Provenance, Quality,
    Reach, Report, Row, SearchRow, Searches, SiteBuild,
};
use super::day::{self, Day, Days};
use super::files;
use super::networks::Networks;
use super::pages::Pages;
use super::query;
use super::read::Source;
use super::robots::ROBOTS;
use super::tally::{Search, Tally, View};
use super::visitor::Visitor;
use crate::model::activity::Activity;

/// The longest time between two page views of one visit, in seconds.
pub const PAUSE: u32 = 30 * 60;
/// A search is answered when an example is read within so many seconds.
const ANSWERED: u32 = 30 * 60;
/// To what the cells of small groups are rounded.
pub const ROUNDING: u64 = 5;
/// A search is shown when so many visitors of one day, and so many visitor-days, used it.
pub const SHOWN: (usize, usize) = (3, 10);
/// A municipality is reached by so many visits on so many days.
pub const REACHED: (u64, usize) = (5, 2);
/// The kinds of page whose spread is told by channel: examples and guidance.
const SPREAD: [&str; 3] = ["example", "fia", "experience"];
/// So many requests from so few addresses are a proxy's.
const PROXY: (u64, usize) = (1000, 3);

/// What a report is made from beside the logs.
pub struct Terms<'a> {
    /// Those of the site that the logs are of.
    pub pages: &'a Pages,
    /// Whose addresses are whose.
    pub networks: &'a Networks,
    /// Files that are no pages, by number.
    pub downloads: &'a [String],
    /// The first day that counts, if it was asked for.
    pub from: Option<Date>,
    /// The last one.
    pub to: Option<Date>,
    /// The host does not send the headers of our header files, so that a missing style sheet says nothing.
    pub without_headers: bool,
    /// The lines are made up.
    pub is_demonstration: bool,
    /// What was done beside the site, at any time.
    pub activities: &'a [Activity],
    /// What the report answers to, if the content tells.
    pub assignment: Option<Assignment>,
    /// The list of networks as the operator wrote it.
    pub networks_list: Option<&'a [u8]>,
    /// Whether the site's search finds anything; none when there is no index.
    pub finds: Option<&'a mut dyn FnMut(&str) -> bool>,
}

/// The nearest multiple of [`ROUNDING`].
fn rounded(count: u64) -> u64 {
    (count + ROUNDING / 2) / ROUNDING * ROUNDING
}

impl Report {
    /// The figures of a tally. Sorts what it holds; the keys that made its visitors need not be there any more.
    pub fn new(mut tally: Tally, logs: Vec<Source>, mut terms: Terms<'_>) -> Report {
        tally.views.sort_unstable();
        tally.searches.sort_unstable();
        tally.searches.dedup_by_key(|search| (search.visitor, search.query));
        let leads_upper = terms.without_headers;
        let mut figures = Figures::new(terms.pages);
        let (mut main, mut upper) = (Counts::default(), Counts::default());
        for of_day in tally.views.chunk_by(|a, b| a.visitor == b.visitor) {
            let is_main = tally.styled.contains(&of_day[0].visitor);
            let visits: Vec<&[View]> = of_day.chunk_by(|a, b| b.time - a.time <= PAUSE).collect();
            let own = Counts { page_views: of_day.len() as u64, visits: visits.len() as u64, visitor_days: 1 };
            upper.add(own);
            if is_main {
                main.add(own);
            }
            if is_main || leads_upper {
                figures.add(of_day, &visits, own);
            }
        }
        let searches = searches(&tally, &mut terms, leads_upper);
        let (first, last) = period(&tally, &terms);
        let date = |day: Option<Day>| day.map(|day| day::date(day).to_string());
        let activities = activities(&terms, first, last);
        for month in activities.iter().flat_map(Activity::months) {
            if within(&month, first, last) {
                figures.months.entry(month).or_default();
            }
        }
        Report {
            format: FORMAT,
            is_demonstration: terms.is_demonstration,
            from: date(first),
            to: date(last),
            assignment: terms.assignment.clone(),
            main,
            upper,
            leading: if leads_upper { Leading::Upper } else { Leading::Main },
            months: figures
                .months
                .iter()
                .map(|(month, counts)| Month { month: month.clone(), counts: *counts })
                .collect(),
            activities,
            pages: figures.pages(terms.pages),
            channels: figures.channels(),
            downloads: rows(
                tally.downloads.iter().map(|(file, count)| (terms.downloads[*file as usize].clone(), *count)),
            ),
            searches,
            reach: figures.reach(terms.networks, terms.pages),
            robots: rows(
                tally
                    .robots
                    .iter()
                    .enumerate()
                    .map(|(robot, count)| (ROBOTS.name(robot).unwrap_or_default().to_owned(), *count)),
            ),
            quality: quality(&tally, logs, first, last),
            provenance: provenance(&terms),
            comparison: None,
        }
    }
}

/// `2026-11`
fn month_of(day: Day) -> String {
    day::date(day).strftime("%Y-%m").to_string()
}

/// Whether a month is of the period.
fn within(month: &str, first: Option<Day>, last: Option<Day>) -> bool {
    first.is_some_and(|day| month >= month_of(day).as_str()) && last.is_some_and(|day| month <= month_of(day).as_str())
}

/// Those that went on in the period, by date.
fn activities(terms: &Terms<'_>, first: Option<Day>, last: Option<Day>) -> Vec<Activity> {
    let (Some(first), Some(last)) = (first, last) else { return Vec::new() };
    let is_within = |activity: &&Activity| {
        activity.days().is_some_and(|(from, to)| day::number(from) <= last && day::number(to) >= first)
    };
    let mut all: Vec<Activity> = terms.activities.iter().filter(is_within).cloned().collect();
    all.sort_by(|a, b| (&a.from, &a.id).cmp(&(&b.from, &b.id)));
    all
}

fn provenance(terms: &Terms<'_>) -> Provenance {
    Provenance {
        program: format!("samverka {}", env!("CARGO_PKG_VERSION")),
        definitions: Definitions {
            version: DEFINITIONS,
            pause: PAUSE,
            answered: ANSWERED,
            rounding: ROUNDING,
            shown_visitors: SHOWN.0 as u64,
            shown_visitor_days: SHOWN.1 as u64,
            reached_visits: REACHED.0,
            reached_days: REACHED.1 as u64,
        },
        site: SiteBuild {
            generator: terms.pages.generator.clone(),
            date: terms.pages.date.clone(),
            manifest: terms.pages.hash.clone(),
        },
        lists: files::lists(terms.networks_list)
            .into_iter()
            .map(|list| super::data::List {
                name: list.name.to_owned(),
                date: list.date,
                hash: blake3::hash(&list.bytes).to_hex().to_string(),
            })
            .collect(),
    }
}

/// What is added up while visitor-days pass.
struct Figures {
    days: Days,
    months: BTreeMap<String, Counts>,
    /// Views, visits and entrances by page.
    pages: Vec<[u64; 3]>,
    /// Visits by page and channel, of examples and guidance.
    page_channels: FxHashMap<u32, BTreeMap<Channel, u64>>,
    /// Whether a page is one of them.
    is_spread: Vec<bool>,
    channels: BTreeMap<Channel, u64>,
    /// Visits and days by party.
    parties: BTreeMap<u16, (u64, BTreeSet<Day>)>,
}

impl Figures {
    fn new(pages: &Pages) -> Figures {
        Figures {
            days: Days::default(),
            months: BTreeMap::new(),
            pages: vec![[0; 3]; pages.all.len()],
            page_channels: FxHashMap::default(),
            is_spread: pages.all.iter().map(|page| SPREAD.contains(&page.kind.as_str())).collect(),
            channels: BTreeMap::new(),
            parties: BTreeMap::new(),
        }
    }

    fn add(&mut self, of_day: &[View], visits: &[&[View]], own: Counts) {
        let day = self.days.of(i64::from(of_day[0].time)).unwrap_or_default();
        self.months.entry(month_of(day)).or_default().add(own);
        for view in of_day {
            self.pages[view.page as usize][0] += 1;
        }
        for visit in visits {
            self.pages[visit[0].page as usize][2] += 1;
            // By which way a visit came to a page is told by its first view of it.
            let mut seen: BTreeMap<u32, Channel> = BTreeMap::new();
            for view in *visit {
                seen.entry(view.page).or_insert(view.channel);
            }
            for (page, channel) in seen {
                self.pages[page as usize][1] += 1;
                if self.is_spread[page as usize] {
                    *self.page_channels.entry(page).or_default().entry(channel).or_default() += 1;
                }
            }
            *self.channels.entry(visit[0].channel).or_default() += 1;
            if let Some(party) = visit[0].party {
                let (count, days) = self.parties.entry(party).or_default();
                *count += 1;
                days.insert(day);
            }
        }
    }

    /// Pages that were read, the most visited first.
    fn pages(&self, pages: &Pages) -> Vec<PageRow> {
        let read = self.pages.iter().zip(&pages.all).zip(0..).filter(|((counts, _), _)| counts[0] > 0);
        let mut rows: Vec<PageRow> = read
            .map(|((&[page_views, visits, entrances], page), number)| PageRow {
                address: page.address.clone(),
                kind: page.kind.clone(),
                title: page.title.clone(),
                page_views,
                visits,
                entrances,
                channels: self.page_channels.get(&number).map(channels_of).unwrap_or_default(),
            })
            .collect();
        rows.sort_by(|a, b| b.visits.cmp(&a.visits).then_with(|| a.address.cmp(&b.address)));
        rows
    }

    fn channels(&self) -> Vec<Row> {
        let all = Channel::ALL.iter().map(|channel| Row {
            name: channel.id().to_owned(),
            count: rounded(self.channels.get(channel).copied().unwrap_or_default()),
        });
        all.collect()
    }

    fn reach(&self, networks: &Networks, pages: &Pages) -> Reach {
        let mut reach = Reach::default();
        let mut counties: BTreeMap<String, CountyReach> = BTreeMap::new();
        let mut parties: Vec<(&String, usize)> = networks.parties.iter().zip(0..).collect();
        parties.sort_unstable();
        for (name, number) in parties {
            let (visits, days) =
                self.parties.get(&(number as u16)).map_or((0, 0), |(visits, days)| (*visits, days.len()));
            if name == super::networks::AGENCY {
                reach.agency = Some(rounded(visits));
                continue;
            }
            let is_reached = visits >= REACHED.0 && days >= REACHED.1;
            let municipality = pages.municipality(name);
            reach.known += 1;
            if let Some((code, county)) = pages.county_of(&municipality.code) {
                let row = CountyReach { code: code.to_owned(), name: county.to_owned(), known: 0, reached: 0 };
                let row = counties.entry(code.to_owned()).or_insert(row);
                row.known += 1;
                row.reached += u64::from(is_reached);
            }
            if is_reached {
                reach.reached.push(municipality);
            }
        }
        reach.counties = counties.into_values().collect();
        reach
    }
}

/// Of a page, rounded; what is rounded to nothing is left out.
fn channels_of(counts: &BTreeMap<Channel, u64>) -> Vec<Row> {
    let all = counts.iter().map(|(channel, count)| Row { name: channel.id().to_owned(), count: rounded(*count) });
    all.filter(|row| row.count > 0).collect()
}

/// Rows that are not nothing, the greatest first.
fn rows(all: impl Iterator<Item = (String, u64)>) -> Vec<Row> {
    let mut rows: Vec<Row> = all.filter(|(_, count)| *count > 0).map(|(name, count)| Row { name, count }).collect();
    rows.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
    rows
}

fn searches(tally: &Tally, terms: &mut Terms<'_>, leads_upper: bool) -> Searches {
    let counted = |search: &&Search| leads_upper || tally.styled.contains(&search.visitor);
    let mut days = Days::default();
    let mut by_query: BTreeMap<&str, (u64, FxHashMap<Day, FxHashSet<Visitor>>)> = BTreeMap::new();
    let mut all = Searches::default();
    for search in tally.searches.iter().filter(counted) {
        all.searches += 1;
        let day = days.of(i64::from(search.time)).unwrap_or_default();
        let (count, visitors) = by_query.entry(&tally.queries[search.query as usize]).or_default();
        *count += 1;
        visitors.entry(day).or_default().insert(search.visitor);
        let is_example = |view: &View| terms.pages.all[view.page as usize].kind == "example";
        let from = tally.views.partition_point(|view| (view.visitor, view.time) < (search.visitor, search.time));
        let after = tally.views[from..]
            .iter()
            .take_while(|view| view.visitor == search.visitor && view.time - search.time <= ANSWERED);
        all.followed_by_example += u64::from(after.into_iter().any(is_example));
    }
    let mut without = 0;
    for (text, (count, visitors)) in &by_query {
        let visitor_days: usize = visitors.values().map(FxHashSet::len).sum();
        let finds = terms.finds.as_mut().map(|finds| finds(text));
        without += if finds == Some(false) { *count } else { 0 };
        let most = visitors.values().map(FxHashSet::len).max().unwrap_or_default();
        if most >= SHOWN.0 && visitor_days >= SHOWN.1 && query::is_showable(text) {
            all.shown.push(SearchRow { query: (*text).to_owned(), visitor_days: rounded(visitor_days as u64), finds });
        }
    }
    all.without_result = terms.finds.is_some().then_some(without);
    all.shown.sort_by(|a, b| b.visitor_days.cmp(&a.visitor_days).then_with(|| a.query.cmp(&b.query)));
    all
}

/// The first and the last day: as asked for, else those that have lines.
fn period(tally: &Tally, terms: &Terms<'_>) -> (Option<Day>, Option<Day>) {
    let first = terms.from.map(day::number).or_else(|| tally.days.keys().next().copied());
    let last = terms.to.map(day::number).or_else(|| tally.days.keys().next_back().copied());
    (first, last)
}

fn quality(tally: &Tally, logs: Vec<Source>, first: Option<Day>, last: Option<Day>) -> Quality {
    let missing = match (first, last) {
        (Some(first), Some(last)) => (first..=last).filter(|day| !tally.days.contains_key(day)).collect(),
        _ => Vec::new(),
    };
    let requests = tally.views.len() as u64;
    let ipv4 = tally.lined.ipv4;
    Quality {
        lined: tally.lined.clone(),
        logs,
        days_missing: missing.into_iter().map(|day| day::date(day).to_string()).collect(),
        is_proxied: requests >= PROXY.0 && tally.few_addresses().is_some_and(|few| few <= PROXY.1),
        // By chance it is one in 256.
        is_truncated: ipv4 >= PROXY.0 && tally.lined.ipv4_truncated * 2 > ipv4,
    }
}
