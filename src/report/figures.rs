//! A tally → the figures of the report.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::channel::Channel;
use super::data::{
    Assignment, Counts, CountyReach, DEFINITIONS, Definitions, FORMAT, Leading, Month, PageMonth, PageRow, Provenance,
    Quality, Reach, Report, Row, SearchRow, Searches, SiteBuild, is_spread,
};
use super::day::{self, Day};
use super::files;
use super::networks::{Networks, Party};
use super::pages::Pages;
use super::query;
use super::read::Source;
use super::robots::ROBOTS;
use super::tally::{Addresses, Download, Lined, Requests, Tally};
use super::view::View;
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

impl Terms<'_> {
    /// The days that are reported; none when the period ends before it begins.
    fn days(&self) -> Range<Day> {
        let (first, last) = day::period(self.from, self.to).into_inner();
        first..last.saturating_add(1).max(first)
    }
}

/// The nearest multiple of [`ROUNDING`].
fn rounded(count: u64) -> u64 {
    (count + ROUNDING / 2) / ROUNDING * ROUNDING
}

impl Report {
    /// The figures of a period of a tally. Sorts what it holds; the keys that made its visitors need not be there any more.
    pub fn new(tally: &mut Tally, logs: Vec<Source>, mut terms: Terms<'_>) -> Report {
        let days = terms.days();
        for of_day in tally.days.range_mut(days.clone()).map(|(_, of_day)| of_day) {
            of_day.views.sort_unstable();
            of_day.searches.sort_unstable_by_key(|search| (search.visitor, search.query, search.second));
            of_day.searches.dedup_by_key(|search| (search.visitor, search.query));
        }
        let leads_upper = terms.without_headers;
        let mut figures = Figures::new(terms.pages, terms.downloads.len());
        let (mut main, mut upper) = (Counts::default(), Counts::default());
        let mut robots = vec![0; ROBOTS.count()];
        for (&day, of_day) in tally.days.range(days.clone()) {
            figures.begin(day);
            for views in of_day.views.chunk_by(|a, b| a.visitor == b.visitor) {
                let is_main = of_day.styled.contains(&views[0].visitor);
                let is_counted = is_main || leads_upper;
                let mut own = Counts { page_views: views.len() as u64, visits: 0, visitor_days: 1 };
                for visit in views.chunk_by(|a, b| b.second() - a.second() <= PAUSE) {
                    own.visits += 1;
                    if is_counted {
                        figures.add(visit);
                    }
                }
                upper.add(own);
                if is_main {
                    main.add(own);
                }
                if is_counted {
                    figures.add_counts(own);
                }
            }
            let is_counted = |taken: &&Download| leads_upper || !of_day.is_unnamed_robot(taken.visitor);
            of_day.downloads.iter().filter(is_counted).for_each(|taken| figures.take(taken));
            robots.iter_mut().zip(&of_day.robots).for_each(|(sum, count)| *sum += count);
        }
        let searches = searches(tally, &mut terms, leads_upper);
        let (first, last) = period(tally, &terms);
        let date = |day: Option<Day>| day.map(|day| day::date(day).to_string());
        let activities = activities(&terms, first, last);
        let quality = quality(tally, logs, days, (first, last));
        Report {
            format: FORMAT,
            is_demonstration: terms.is_demonstration,
            from: date(first),
            to: date(last),
            assignment: terms.assignment.clone(),
            main,
            upper,
            leading: if leads_upper { Leading::Upper } else { Leading::Main },
            months: months(tally, &figures.months, (first, last)),
            activities,
            pages: figures.pages(terms.pages),
            channels: figures.channels(),
            downloads: rows(terms.downloads.iter().cloned().zip(figures.downloads.iter().copied())),
            searches,
            reach: figures.reach(terms.networks, terms.pages),
            robots: rows(
                robots
                    .into_iter()
                    .enumerate()
                    .map(|(robot, count)| (ROBOTS.name(robot).unwrap_or_default().to_owned(), count)),
            ),
            quality,
            provenance: provenance(&terms),
            comparison: None,
        }
    }
}

/// `2026-11`
fn month_of(day: Day) -> String {
    day::date(day).strftime("%Y-%m").to_string()
}

/// Every month of the period, also those in which nobody came.
fn months(tally: &Tally, counts: &BTreeMap<Rc<str>, Counts>, period: (Option<Day>, Option<Day>)) -> Vec<Month> {
    let (Some(first), Some(last)) = period else { return Vec::new() };
    let mut months: Vec<Month> = Vec::new();
    for day in first..=last {
        let is_missing = !tally.days.contains_key(&day);
        let name = month_of(day);
        match months.last_mut().filter(|month| month.month == name) {
            Some(month) => {
                month.days_missing += u64::from(is_missing);
                month.is_without_logs &= is_missing;
            }
            None => {
                let counts = counts.get(&*name).copied().unwrap_or_default();
                months.push(Month {
                    month: name,
                    counts,
                    days_missing: u64::from(is_missing),
                    is_without_logs: is_missing,
                });
            }
        }
    }
    months
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

/// What is added up while visits pass, day by day.
struct Figures {
    /// The day and the month that are added to.
    day: Day,
    month: Rc<str>,
    months: BTreeMap<Rc<str>, Counts>,
    /// Views, visits, entrances and downloads by page.
    pages: Vec<[u64; 4]>,
    /// Of examples and guidance: visits by channel, and visits, entrances and downloads by month.
    spread: FxHashMap<usize, Spread>,
    /// Whether a page is one of them.
    is_spread: Vec<bool>,
    channels: BTreeMap<Channel, u64>,
    /// Of all files, by number.
    downloads: Vec<u64>,
    /// Visits and days by party.
    parties: BTreeMap<Party, (u64, BTreeSet<Day>)>,
    /// The pages of a visit, with the way to each.
    seen: Vec<(usize, Channel)>,
}

/// How a page of guidance or an example was found.
#[derive(Default)]
struct Spread {
    channels: BTreeMap<Channel, u64>,
    months: BTreeMap<Rc<str>, [u64; 3]>,
}

impl Figures {
    fn new(pages: &Pages, downloads: usize) -> Figures {
        Figures {
            day: 0,
            month: Rc::default(),
            months: BTreeMap::new(),
            pages: vec![[0; 4]; pages.all.len()],
            spread: FxHashMap::default(),
            is_spread: pages.all.iter().map(|page| is_spread(&page.kind)).collect(),
            channels: BTreeMap::new(),
            downloads: vec![0; downloads],
            parties: BTreeMap::new(),
            seen: Vec::new(),
        }
    }

    /// What is added from here on is of this day.
    fn begin(&mut self, day: Day) {
        (self.day, self.month) = (day, month_of(day).into());
    }

    /// Of a visitor-day.
    fn add_counts(&mut self, own: Counts) {
        self.months.entry(self.month.clone()).or_default().add(own);
    }

    fn add(&mut self, visit: &[View]) {
        // By which way a visit came to a page is told by its first view of it.
        self.seen.clear();
        for view in visit {
            let page = view.page();
            self.pages[page][0] += 1;
            if self.seen.iter().all(|(seen, _)| *seen != page) {
                self.seen.push((page, view.channel()));
            }
        }
        let first = visit[0];
        self.pages[first.page()][2] += 1;
        for &(page, channel) in &self.seen {
            self.pages[page][1] += 1;
            if self.is_spread[page] {
                let spread = self.spread.entry(page).or_default();
                *spread.channels.entry(channel).or_default() += 1;
                let month = spread.months.entry(self.month.clone()).or_default();
                month[0] += 1;
                month[1] += u64::from(page == first.page());
            }
        }
        *self.channels.entry(first.channel()).or_default() += 1;
        if let Some(party) = first.party() {
            let (count, days) = self.parties.entry(party).or_default();
            *count += 1;
            days.insert(self.day);
        }
    }

    fn take(&mut self, taken: &Download) {
        self.downloads[taken.file as usize] += 1;
        let Some(page) = taken.page.map(|page| page as usize) else { return };
        self.pages[page][3] += 1;
        if self.is_spread[page] {
            let months = &mut self.spread.entry(page).or_default().months;
            months.entry(self.month.clone()).or_default()[2] += 1;
        }
    }

    /// Pages that were read, and every example and page of guidance; the most visited first.
    fn pages(&self, pages: &Pages) -> Vec<PageRow> {
        let all = self.pages.iter().zip(&pages.all).enumerate();
        let read = all.filter(|(number, (counts, _))| **counts != [0; 4] || self.is_spread[*number]);
        let mut rows: Vec<PageRow> = read
            .map(|(number, (&[page_views, visits, entrances, downloads], page))| {
                let spread = self.spread.get(&number);
                PageRow {
                    address: page.address.clone(),
                    kind: page.kind.clone(),
                    title: page.title.clone(),
                    page_views,
                    visits,
                    entrances,
                    downloads: Some(downloads),
                    channels: spread.map(|spread| channels_of(&spread.channels)).unwrap_or_default(),
                    months: spread.map(|spread| months_of(&spread.months)).unwrap_or_default(),
                }
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
                self.parties.get(&(number as Party)).map_or((0, 0), |(visits, days)| (*visits, days.len()));
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

fn months_of(months: &BTreeMap<Rc<str>, [u64; 3]>) -> Vec<PageMonth> {
    let all = months.iter();
    all.map(|(month, &[visits, entrances, downloads])| PageMonth {
        month: month.to_string(),
        visits,
        entrances,
        downloads,
    })
    .collect()
}

/// Rows that are not nothing, the greatest first.
fn rows(all: impl Iterator<Item = (String, u64)>) -> Vec<Row> {
    let mut rows: Vec<Row> = all.filter(|(_, count)| *count > 0).map(|(name, count)| Row { name, count }).collect();
    rows.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
    rows
}

/// What is known of a search.
#[derive(Default)]
struct Asked {
    /// A visitor's search counts once a day.
    visitor_days: usize,
    /// Visitors on the day that had the most.
    most: usize,
}

fn searches(tally: &Tally, terms: &mut Terms<'_>, leads_upper: bool) -> Searches {
    let is_example = |view: &View| terms.pages.all[view.page()].kind == "example";
    let mut by_query: BTreeMap<&str, Asked> = BTreeMap::new();
    let mut all = Searches::default();
    for of_day in tally.days.range(terms.days()).map(|(_, of_day)| of_day) {
        let counted = of_day.searches.iter().filter(|search| leads_upper || of_day.styled.contains(&search.visitor));
        // A visitor's search stands here once, the first of the day.
        let mut visitors: FxHashMap<u32, usize> = FxHashMap::default();
        for search in counted {
            all.searches += 1;
            *visitors.entry(search.query).or_default() += 1;
            let before = |view: &View| (view.visitor, view.second()) < (search.visitor, search.second);
            let mut after = of_day.views[of_day.views.partition_point(before)..]
                .iter()
                .take_while(|view| view.visitor == search.visitor && view.second() - search.second <= ANSWERED);
            all.followed_by_example += u64::from(after.any(is_example));
        }
        for (query, visitors) in visitors {
            let asked = by_query.entry(&tally.queries[query as usize]).or_default();
            asked.visitor_days += visitors;
            asked.most = asked.most.max(visitors);
        }
    }
    let mut without = 0;
    for (text, asked) in &by_query {
        let finds = terms.finds.as_mut().map(|finds| finds(text));
        without += if finds == Some(false) { asked.visitor_days as u64 } else { 0 };
        if asked.most >= SHOWN.0 && asked.visitor_days >= SHOWN.1 && query::is_showable(text) {
            let visitor_days = rounded(asked.visitor_days as u64);
            all.shown.push(SearchRow { query: (*text).to_owned(), visitor_days, finds });
        }
    }
    all.without_result = terms.finds.is_some().then_some(without);
    all.shown.sort_by(|a, b| b.visitor_days.cmp(&a.visitor_days).then_with(|| a.query.cmp(&b.query)));
    all
}

/// The first and the last day: as asked for, else those that have lines.
fn period(tally: &Tally, terms: &Terms<'_>) -> (Option<Day>, Option<Day>) {
    let mut days = tally.days.range(terms.days()).map(|(day, _)| *day);
    let (first, last) = (days.next(), days.next_back());
    (terms.from.map(day::number).or(first), terms.to.map(day::number).or(last.or(first)))
}

fn quality(tally: &Tally, logs: Vec<Source>, days: Range<Day>, (first, last): (Option<Day>, Option<Day>)) -> Quality {
    let missing = match (first, last) {
        (Some(first), Some(last)) => (first..=last).filter(|day| !tally.days.contains_key(day)).collect(),
        _ => Vec::new(),
    };
    let (mut views, mut requests, mut addresses) = (0, Requests::default(), Addresses::default());
    for of_day in tally.days.range(days.clone()).map(|(_, of_day)| of_day) {
        views += of_day.views.len() as u64;
        requests.add(of_day.requests);
        addresses.add(&of_day.addresses);
    }
    let outside = tally.days.iter().filter(|(day, _)| !days.contains(day)).map(|(_, of_day)| of_day.lines).sum();
    let (lines, malformed, out_of_order) = (tally.lines, tally.malformed, tally.out_of_order);
    Quality {
        lined: Lined { lines, malformed, outside, out_of_order, requests },
        logs,
        days_missing: missing.into_iter().map(|day| day::date(day).to_string()).collect(),
        is_proxied: views >= PROXY.0 && addresses.few().is_some_and(|few| few <= PROXY.1),
        // By chance it is one in 256.
        is_truncated: requests.ipv4 >= PROXY.0 && requests.ipv4_truncated * 2 > requests.ipv4,
    }
}
