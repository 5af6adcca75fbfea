//! A tally → the figures of the report.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

use super::channel::Channel;
use super::day::{self, Day, Days};
use super::networks::Networks;
use super::pages::Pages;
use super::query;
use super::read::Source;
use super::robots::ROBOTS;
use super::tally::{Lined, Search, Tally, View};
use super::visitor::Visitor;

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
/// So many requests from so few addresses are a proxy's.
const PROXY: (u64, usize) = (1000, 3);

/// What a report is made from beside the logs.
pub struct Terms<'a> {
    pub pages: &'a Pages,
    pub networks: &'a Networks,
    /// Files that are no pages, by number.
    pub downloads: &'a [String],
    pub from: Option<Date>,
    pub to: Option<Date>,
    /// The host does not send the headers of our header files, so that a missing style sheet says nothing.
    pub without_headers: bool,
    /// The lines are made up.
    pub is_demonstration: bool,
    /// Whether the site's search finds anything; none when there is no index.
    pub finds: Option<&'a mut dyn FnMut(&str) -> bool>,
}

/// Page views, visits and visitor-days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    pub page_views: u64,
    pub visits: u64,
    pub visitor_days: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Month {
    /// `2026-11`
    pub month: String,
    #[serde(flatten)]
    pub counts: Counts,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageRow {
    pub address: String,
    pub kind: String,
    pub title: String,
    pub page_views: u64,
    /// Visits that came to the page.
    pub visits: u64,
    /// Visits that began there.
    pub entrances: u64,
}

/// A row of a table with one number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    pub name: String,
    pub count: u64,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Searches {
    /// The same search again in one visit is one.
    pub searches: u64,
    /// Those that the search of the site finds nothing for; none without an index.
    pub without_result: Option<u64>,
    /// After which an example was read within half an hour.
    pub followed_by_example: u64,
    /// Those that many used.
    pub shown: Vec<SearchRow>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SearchRow {
    pub query: String,
    /// Visitor-days, rounded.
    pub visitor_days: u64,
    pub finds: Option<bool>,
}

/// From whose networks visits came.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Reach {
    /// Municipalities of which networks are known, and those of them that were reached.
    pub known: usize,
    pub reached: Vec<String>,
    /// Visits from Arbetsförmedlingen's networks, rounded; none when its networks are not known.
    pub agency: Option<u64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
    pub robots_list: &'static str,
    pub program: String,
    pub site: String,
    pub site_date: String,
}

/// Everything that is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The lines are made up ([`Demo`](super::demo::Demo)).
    pub is_demonstration: bool,
    /// The first and the last day; none of an empty log.
    pub from: Option<String>,
    pub to: Option<String>,
    /// Without robots, known and unnamed.
    pub main: Counts,
    /// Without robots that say what they are.
    pub upper: Counts,
    /// Which of the two the tables are by.
    pub leading: &'static str,
    pub months: Vec<Month>,
    pub pages: Vec<PageRow>,
    /// Visits by the way they began, rounded.
    pub channels: Vec<Row>,
    pub downloads: Vec<Row>,
    pub searches: Searches,
    pub reach: Reach,
    /// Page views by robots that say what they are.
    pub robots: Vec<Row>,
    pub quality: Quality,
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
        let mut figures = Figures::new(terms.pages.all.len());
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
        Report {
            is_demonstration: terms.is_demonstration,
            from: date(first),
            to: date(last),
            main,
            upper,
            leading: if leads_upper { "upper" } else { "main" },
            months: figures
                .months
                .iter()
                .map(|(month, counts)| Month { month: month.clone(), counts: *counts })
                .collect(),
            pages: figures.pages(terms.pages),
            channels: figures.channels(),
            downloads: rows(
                tally.downloads.iter().map(|(file, count)| (terms.downloads[*file as usize].clone(), *count)),
            ),
            searches,
            reach: figures.reach(terms.networks),
            robots: rows(
                tally
                    .robots
                    .iter()
                    .enumerate()
                    .map(|(robot, count)| (ROBOTS.name(robot).unwrap_or_default().to_owned(), *count)),
            ),
            quality: quality(&tally, logs, &terms, first, last),
        }
    }

    /// The counts that the tables are by.
    pub fn leading(&self) -> Counts {
        if self.leading == "upper" { self.upper } else { self.main }
    }
}

impl Counts {
    fn add(&mut self, other: Counts) {
        self.page_views += other.page_views;
        self.visits += other.visits;
        self.visitor_days += other.visitor_days;
    }
}

/// What is added up while visitor-days pass.
struct Figures {
    days: Days,
    months: BTreeMap<String, Counts>,
    /// Views, visits and entrances by page.
    pages: Vec<[u64; 3]>,
    channels: BTreeMap<Channel, u64>,
    /// Visits and days by party.
    parties: BTreeMap<u16, (u64, BTreeSet<Day>)>,
}

impl Figures {
    fn new(pages: usize) -> Figures {
        Figures {
            days: Days::default(),
            months: BTreeMap::new(),
            pages: vec![[0; 3]; pages],
            channels: BTreeMap::new(),
            parties: BTreeMap::new(),
        }
    }

    fn add(&mut self, of_day: &[View], visits: &[&[View]], own: Counts) {
        let day = self.days.of(i64::from(of_day[0].time)).unwrap_or_default();
        let month = day::date(day).strftime("%Y-%m").to_string();
        self.months.entry(month).or_default().add(own);
        for view in of_day {
            self.pages[view.page as usize][0] += 1;
        }
        for visit in visits {
            self.pages[visit[0].page as usize][2] += 1;
            let seen: BTreeSet<u32> = visit.iter().map(|view| view.page).collect();
            seen.iter().for_each(|page| self.pages[*page as usize][1] += 1);
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
        let read = self.pages.iter().zip(&pages.all).filter(|(counts, _)| counts[0] > 0);
        let mut rows: Vec<PageRow> = read
            .map(|(&[page_views, visits, entrances], page)| PageRow {
                address: page.address.clone(),
                kind: page.kind.clone(),
                title: page.title.clone(),
                page_views,
                visits,
                entrances,
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

    fn reach(&self, networks: &Networks) -> Reach {
        let mut reach = Reach::default();
        for (number, name) in networks.parties.iter().enumerate() {
            let (visits, days) =
                self.parties.get(&(number as u16)).map_or((0, 0), |(visits, days)| (*visits, days.len()));
            if name == super::networks::AGENCY {
                reach.agency = Some(rounded(visits));
                continue;
            }
            reach.known += 1;
            if visits >= REACHED.0 && days >= REACHED.1 {
                reach.reached.push(name.clone());
            }
        }
        reach.reached.sort_unstable();
        reach
    }
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

fn quality(tally: &Tally, logs: Vec<Source>, terms: &Terms<'_>, first: Option<Day>, last: Option<Day>) -> Quality {
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
        robots_list: ROBOTS.date,
        program: format!("samverka {}", env!("CARGO_PKG_VERSION")),
        site: terms.pages.generator.clone(),
        site_date: terms.pages.date.clone(),
    }
}
