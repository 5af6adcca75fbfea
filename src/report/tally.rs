//! Records → what is counted at once, and a few numbers for each page view.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::net::IpAddr;
use std::ops::RangeInclusive;

use rustc_hash::{FxHashMap, FxHashSet};

use super::channel::Hosts;
use super::day::{self, Day, Days};
use super::format::{Line, Lines, Record};
use super::networks::Networks;
use super::pages::Pages;
use super::query;
use super::robots::ROBOTS;
use super::view::View;
use super::visitor::{Address, Agent, Keys, Visitor, address};

/// What every thread reads with.
pub struct Counter<'a> {
    /// What can be read.
    pub pages: &'a Pages,
    /// Which hosts are the site itself, and which are channels.
    pub hosts: &'a Hosts,
    /// Whose addresses are whose.
    pub networks: &'a Networks,
    /// Files that are no pages, by their address within the site.
    pub downloads: &'a FxHashMap<String, u32>,
    /// What visitors are told apart by, for a day.
    pub keys: &'a Keys,
    /// Of days in none of them only the lines are counted.
    pub periods: &'a [RangeInclusive<Day>],
}

/// A search by Enter. It has no `Debug`, for it is somebody's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Search {
    /// Whose it is, within a day.
    pub visitor: Visitor,
    /// Of the day.
    pub second: u32,
    /// An index of [`Tally::queries`].
    pub query: u32,
}

/// A file that was taken. It has no `Debug`, for somebody took it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Download {
    /// Whose it is, within a day.
    pub visitor: Visitor,
    /// By its number.
    pub file: u32,
    /// The page that led to it.
    pub page: Option<u32>,
}

/// Numbers of lines.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Lined {
    /// All but blank lines and comments.
    pub lines: u64,
    /// Those that are no requests.
    pub malformed: u64,
    /// Before or after the days that are reported.
    pub outside: u64,
    /// Earlier than the line before.
    pub out_of_order: u64,
    /// What is said of requests by their number alone.
    #[serde(flatten)]
    pub requests: Requests,
}

/// Numbers of requests in the period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Requests {
    /// Those whose address cannot be read, which are counted nowhere.
    pub without_address: u64,
    /// From IPv4, and those of them whose last number is 0.
    pub ipv4: u64,
    /// See `ipv4`: many say that addresses are cut short before they are logged.
    pub ipv4_truncated: u64,
    /// Page views by HEAD, and those asked for ahead of the visitor.
    pub head: u64,
    /// See `head`.
    pub prefetch: u64,
    /// For what is not there.
    pub not_found: u64,
}

impl Requests {
    pub(super) fn add(&mut self, other: Requests) {
        self.without_address += other.without_address;
        self.ipv4 += other.ipv4;
        self.ipv4_truncated += other.ipv4_truncated;
        self.head += other.head;
        self.prefetch += other.prefetch;
        self.not_found += other.not_found;
    }
}

/// What has been counted so far. Tallies of any lines in any order add up to the same.
#[derive(Default)]
pub struct Tally {
    /// All but blank lines and comments.
    pub lines: u64,
    /// Those that are no requests.
    pub malformed: u64,
    /// Earlier than the line before.
    pub out_of_order: u64,
    /// By day in Stockholm.
    pub days: BTreeMap<Day, OfDay>,
    /// What was searched for, each once.
    pub queries: Vec<String>,
    numbers: FxHashMap<String, u32>,
    /// The first and the last time read, to compare with the next block.
    times: Option<(i64, i64)>,
}

/// What has been counted of a day.
#[derive(Default)]
pub struct OfDay {
    /// Lines of that day.
    pub lines: u64,
    /// What is said of requests by their number alone.
    pub requests: Requests,
    /// By people, and by robots that say nothing of it.
    pub views: Vec<View>,
    /// As the lines came.
    pub searches: Vec<Search>,
    /// Visitors that fetched a style sheet.
    pub styled: FxHashSet<Visitor>,
    /// Page views by robot.
    pub robots: Vec<u64>,
    /// As the lines came.
    pub downloads: Vec<Download>,
    /// Where requests came from, to tell a proxy by.
    pub addresses: Addresses,
}

/// Keyed hashes of addresses, as long as they are few.
#[derive(Clone, Default)]
pub struct Addresses(Vec<u64>);

impl Addresses {
    /// More different ones than this are never those of a proxy.
    const FEW: usize = 8;

    fn note(&mut self, hash: u64) {
        if self.0.len() <= Addresses::FEW && !self.0.contains(&hash) {
            self.0.push(hash);
        }
    }

    /// Takes in those of other lines.
    pub fn add(&mut self, other: &Addresses) {
        other.0.iter().for_each(|hash| self.note(*hash));
    }

    /// How many there are; none when they are many.
    pub fn few(&self) -> Option<usize> {
        Some(self.0.len()).filter(|count| *count <= Addresses::FEW)
    }
}

impl Tally {
    /// Counts the lines of a block.
    ///
    /// # Errors
    /// The system has no random numbers to give.
    pub fn read(&mut self, block: &[u8], lines: &mut Lines, counter: &Counter<'_>) -> Result<(), getrandom::Error> {
        let mut reader = Reader::new(counter);
        let mut rest = block;
        while !rest.is_empty() {
            let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
            let line = &rest[..end];
            rest = rest.get(end + 1..).unwrap_or_default();
            match lines.read(line) {
                Ok(Line::Nothing) => {}
                Ok(Line::Request(record)) => {
                    self.lines += 1;
                    self.add(&record, &mut reader)?;
                }
                Err(_) => self.malformed(1),
            }
        }
        Ok(())
    }

    /// Lines that could not be read.
    pub fn malformed(&mut self, lines: u64) {
        self.lines += lines;
        self.malformed += lines;
    }

    fn add(&mut self, record: &Record<'_>, reader: &mut Reader<'_>) -> Result<(), getrandom::Error> {
        let counter = reader.counter;
        let (Some(day), Ok(time)) = (reader.days.of(record.time), u32::try_from(record.time)) else {
            self.malformed += 1;
            return Ok(());
        };
        let before = self.times.map_or(record.time, |(_, last)| last);
        self.out_of_order += u64::from(record.time < before);
        self.times = Some((self.times.map_or(record.time, |(first, _)| first), record.time));
        let own = self.days.entry(day).or_default();
        own.lines += 1;
        if !counter.periods.iter().any(|period| period.contains(&day)) {
            return Ok(());
        }
        own.requests.not_found += u64::from(record.status == 404);
        let (is_get, is_head) = (*record.method == *b"GET", *record.method == *b"HEAD");
        if !matches!(record.status, 200 | 304) || !(is_get || is_head) {
            return Ok(());
        }
        let (path, asked) = query::split(&record.target);
        let Some(path) = query::decoded(path) else { return Ok(()) };
        let Some(within) = counter.pages.within(&path) else { return Ok(()) };
        let page = counter.pages.find(within);
        let is_style = page.is_none() && within.starts_with("/_a/") && within.ends_with(".css");
        let is_taken = page.is_none() && is_get && record.status == 200;
        let file = is_taken.then(|| counter.downloads.get(within)).flatten();
        if page.is_none() && !is_style && file.is_none() {
            return Ok(());
        }
        let (robot, agent) = reader.agent(&record.agent);
        if let Some(robot) = robot {
            if page.is_some() && is_get {
                own.robots.resize(own.robots.len().max(ROBOTS.count()), 0);
                own.robots[robot] += 1;
            }
            return Ok(());
        }
        if page.is_some() && is_head {
            own.requests.head += 1;
            return Ok(());
        }
        if page.is_some() && record.is_prefetch {
            own.requests.prefetch += 1;
            return Ok(());
        }
        let Some(from) = address(&record.address) else {
            own.requests.without_address += 1;
            return Ok(());
        };
        own.note_address(from, counter.keys);
        let visitor = counter.keys.visitor(day, &Address::new(from), agent, &mut reader.recent)?;
        if is_style {
            own.styled.insert(visitor);
        }
        if let Some(&file) = file {
            let page = counter.hosts.own_path(&record.referrer).and_then(|path| counter.pages.asked(path));
            own.downloads.push(Download { visitor, file, page });
        }
        if let Some(page) = page {
            let second = day::second(day, time);
            let text = query::decoded(asked).unwrap_or_default();
            let channel = counter.hosts.channel(&record.referrer, &text);
            own.views.push(View::new(visitor, second, page, channel, counter.networks.find(from)));
            if counter.pages.is_search(page)
                && let Some(text) = query::search(asked)
            {
                let query = number(&mut self.numbers, &mut self.queries, text);
                own.searches.push(Search { visitor, second, query });
            }
        }
        Ok(())
    }

    /// Adds what another has counted. `follows` says that its lines come next in the same log.
    pub fn merge(&mut self, other: Tally, follows: bool) {
        self.lines += other.lines;
        self.malformed += other.malformed;
        self.out_of_order += other.out_of_order;
        if let (true, Some((_, last)), Some((first, _))) = (follows, self.times, other.times) {
            self.out_of_order += u64::from(first < last);
        }
        self.times = match (self.times, other.times) {
            (Some((first, _)), Some((_, last))) => Some((first, last)),
            (own, other) => other.or(own),
        };
        let mut own_number = |query| number(&mut self.numbers, &mut self.queries, query);
        let numbers: Vec<u32> = other.queries.into_iter().map(&mut own_number).collect();
        for (day, mut of_day) in other.days {
            of_day.searches.iter_mut().for_each(|search| search.query = numbers[search.query as usize]);
            match self.days.entry(day) {
                Entry::Vacant(place) => {
                    place.insert(of_day);
                }
                Entry::Occupied(own) => own.into_mut().merge(of_day),
            }
        }
    }
}

impl OfDay {
    fn merge(&mut self, other: OfDay) {
        self.lines += other.lines;
        self.requests.add(other.requests);
        self.views.extend(other.views);
        self.searches.extend(other.searches);
        self.styled.extend(other.styled);
        self.robots.resize(self.robots.len().max(other.robots.len()), 0);
        self.robots.iter_mut().zip(other.robots).for_each(|(own, more)| *own += more);
        self.downloads.extend(other.downloads);
        self.addresses.add(&other.addresses);
    }

    fn note_address(&mut self, address: IpAddr, keys: &Keys) {
        if let IpAddr::V4(address) = address {
            self.requests.ipv4 += 1;
            self.requests.ipv4_truncated += u64::from(address.octets()[3] == 0);
        }
        if self.addresses.few().is_some() {
            self.addresses.note(keys.address(address));
        }
    }

    /// A visitor with page views that never fetched the style sheet. The views must be in order.
    pub fn is_unnamed_robot(&self, visitor: Visitor) -> bool {
        !self.styled.contains(&visitor) && self.views.binary_search_by_key(&visitor, |view| view.visitor).is_ok()
    }
}

fn number(numbers: &mut FxHashMap<String, u32>, queries: &mut Vec<String>, query: String) -> u32 {
    let next = queries.len() as u32;
    *numbers.entry(query).or_insert_with_key(|query| {
        queries.push(query.clone());
        next
    })
}

/// What is remembered from line to line of a block.
struct Reader<'a> {
    days: Days,
    recent: Option<(Day, [u8; blake3::KEY_LEN])>,
    /// The robot that a user agent is, if any, and what tells it from others: a block has few of them, each many times.
    agents: FxHashMap<Box<[u8]>, (Option<usize>, Agent)>,
    counter: &'a Counter<'a>,
}

impl<'a> Reader<'a> {
    fn new(counter: &'a Counter<'a>) -> Reader<'a> {
        Reader { days: Days::default(), recent: None, agents: FxHashMap::default(), counter }
    }

    fn agent(&mut self, text: &[u8]) -> (Option<usize>, Agent) {
        if let Some(known) = self.agents.get(text) {
            return *known;
        }
        let found = (ROBOTS.find(text), Agent::new(text));
        self.agents.insert(text.into(), found);
        found
    }
}
