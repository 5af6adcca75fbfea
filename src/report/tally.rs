//! Records → what is counted at once, and a few numbers for each page view.

use std::collections::BTreeMap;
use std::net::IpAddr;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::channel::{Channel, Hosts};
use super::day::{Day, Days};
use super::format::{Line, Lines, Record};
use super::networks::{Networks, Party};
use super::pages::Pages;
use super::query;
use super::robots::ROBOTS;
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
    /// Days outside are not counted.
    pub days: std::ops::RangeInclusive<Day>,
}

/// A page view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct View {
    /// Whose it is, within a day.
    pub visitor: Visitor,
    /// Seconds since 1970.
    pub time: u32,
    /// An index of [`Pages::all`].
    pub page: u32,
    /// How the visitor came here.
    pub channel: Channel,
    /// From whose network.
    pub party: Option<Party>,
}

/// A search by Enter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Search {
    /// Whose it is, within a day.
    pub visitor: Visitor,
    /// Seconds since 1970.
    pub time: u32,
    /// An index of [`Tally::queries`].
    pub query: u32,
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
    /// Requests whose address cannot be read, which are counted nowhere.
    pub without_address: u64,
    /// Requests from IPv4, and those of them whose last number is 0.
    pub ipv4: u64,
    /// See `ipv4`: many say that addresses are cut short before they are logged.
    pub ipv4_truncated: u64,
    /// Page views by HEAD, and those asked for ahead of the visitor.
    pub head: u64,
    /// See `head`.
    pub prefetch: u64,
    /// Requests for what is not there.
    pub not_found: u64,
}

/// What has been counted so far. Tallies of any lines in any order add up to the same.
#[derive(Default)]
pub struct Tally {
    /// The lines that were read, and those that count for nothing.
    pub lined: Lined,
    /// Lines by day.
    pub days: BTreeMap<Day, u64>,
    /// By people and by robots that say nothing of it.
    pub views: Vec<View>,
    /// As the lines came.
    pub searches: Vec<Search>,
    /// What was searched for, each once.
    pub queries: Vec<String>,
    numbers: FxHashMap<String, u32>,
    /// Visitors of a day that fetched a style sheet.
    pub styled: FxHashSet<Visitor>,
    /// Page views by robot.
    pub robots: Vec<u64>,
    /// By file.
    pub downloads: BTreeMap<u32, u64>,
    /// Hashes of addresses, as long as they are few.
    addresses: FxHashSet<u64>,
    /// The first and the last time read, to compare with the next block.
    times: Option<(i64, i64)>,
}

/// More different addresses than this are never those of a proxy.
const FEW_ADDRESSES: usize = 8;

impl Tally {
    /// Counts the lines of a block.
    ///
    /// # Errors
    /// The system has no random numbers to give.
    pub fn read(&mut self, block: &[u8], lines: &mut Lines, counter: &Counter<'_>) -> Result<(), getrandom::Error> {
        let mut reader = Reader { days: Days::default(), recent: None, agents: FxHashMap::default(), counter };
        let mut rest = block;
        while !rest.is_empty() {
            let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
            let line = &rest[..end];
            rest = rest.get(end + 1..).unwrap_or_default();
            match lines.read(line) {
                Ok(Line::Nothing) => {}
                Ok(Line::Request(record)) => {
                    self.lined.lines += 1;
                    self.add(&record, &mut reader)?;
                }
                Err(_) => self.malformed(1),
            }
        }
        Ok(())
    }

    /// Lines that could not be read.
    pub fn malformed(&mut self, lines: u64) {
        self.lined.lines += lines;
        self.lined.malformed += lines;
    }

    fn add(&mut self, record: &Record<'_>, reader: &mut Reader<'_>) -> Result<(), getrandom::Error> {
        let counter = reader.counter;
        let (Some(day), Ok(time)) = (reader.days.of(record.time), u32::try_from(record.time)) else {
            self.lined.malformed += 1;
            return Ok(());
        };
        let before = self.times.map_or(record.time, |(_, last)| last);
        self.lined.out_of_order += u64::from(record.time < before);
        self.times = Some((self.times.map_or(record.time, |(first, _)| first), record.time));
        if !counter.days.contains(&day) {
            self.lined.outside += 1;
            return Ok(());
        }
        *self.days.entry(day).or_default() += 1;
        self.lined.not_found += u64::from(record.status == 404);
        let (is_get, is_head) = (*record.method == *b"GET", *record.method == *b"HEAD");
        if !matches!(record.status, 200 | 304) || !(is_get || is_head) {
            return Ok(());
        }
        let (path, asked) = query::split(&record.target);
        let Some(path) = query::decoded(path) else { return Ok(()) };
        let Some(within) = counter.pages.within(&path) else { return Ok(()) };
        let page = counter.pages.find(within);
        let is_style = within.starts_with("/_a/") && within.ends_with(".css");
        let download = counter.downloads.get(within).filter(|_| record.status == 200);
        if page.is_none() && !is_style && download.is_none() {
            return Ok(());
        }
        let (robot, agent) = reader.agent(&record.agent);
        if let Some(robot) = robot {
            if page.is_some() && is_get {
                self.robots.resize(self.robots.len().max(ROBOTS.count()), 0);
                self.robots[robot] += 1;
            }
            return Ok(());
        }
        if page.is_some() && is_head {
            self.lined.head += 1;
            return Ok(());
        }
        if page.is_some() && record.is_prefetch {
            self.lined.prefetch += 1;
            return Ok(());
        }
        let Some(from) = address(&record.address) else {
            self.lined.without_address += 1;
            return Ok(());
        };
        self.note_address(from);
        let visitor = counter.keys.visitor(day, &Address::new(from), agent, &mut reader.recent)?;
        if is_style {
            self.styled.insert(visitor);
        }
        if let Some(file) = download.filter(|_| is_get) {
            *self.downloads.entry(*file).or_default() += 1;
        }
        if let Some(page) = page {
            let text = query::decoded(asked).unwrap_or_default();
            let channel = counter.hosts.channel(&record.referrer, &text);
            self.views.push(View { visitor, time, page, channel, party: counter.networks.find(from) });
            if counter.pages.is_search(page)
                && let Some(text) = query::search(asked)
            {
                let query = self.number(text);
                self.searches.push(Search { visitor, time, query });
            }
        }
        Ok(())
    }

    fn note_address(&mut self, address: IpAddr) {
        if let IpAddr::V4(address) = address {
            self.lined.ipv4 += 1;
            self.lined.ipv4_truncated += u64::from(address.octets()[3] == 0);
        }
        if self.addresses.len() <= FEW_ADDRESSES {
            self.addresses.insert(std::hash::BuildHasher::hash_one(&FxBuildHasher, address));
        }
    }

    /// How many different addresses there are; none when they are many.
    pub fn few_addresses(&self) -> Option<usize> {
        Some(self.addresses.len()).filter(|count| *count <= FEW_ADDRESSES)
    }

    fn number(&mut self, query: String) -> u32 {
        let next = self.queries.len() as u32;
        *self.numbers.entry(query).or_insert_with_key(|query| {
            self.queries.push(query.clone());
            next
        })
    }

    /// Adds what another has counted. `follows` says that its lines come next in the same log.
    pub fn merge(&mut self, other: Tally, follows: bool) {
        let (a, b) = (&mut self.lined, &other.lined);
        a.lines += b.lines;
        a.malformed += b.malformed;
        a.outside += b.outside;
        a.out_of_order += b.out_of_order;
        a.without_address += b.without_address;
        a.ipv4 += b.ipv4;
        a.ipv4_truncated += b.ipv4_truncated;
        a.head += b.head;
        a.prefetch += b.prefetch;
        a.not_found += b.not_found;
        if let (true, Some((_, last)), Some((first, _))) = (follows, self.times, other.times) {
            self.lined.out_of_order += u64::from(first < last);
        }
        self.times = other.times.or(self.times);
        for (day, lines) in other.days {
            *self.days.entry(day).or_default() += lines;
        }
        for (file, count) in other.downloads {
            *self.downloads.entry(file).or_default() += count;
        }
        self.robots.resize(self.robots.len().max(other.robots.len()), 0);
        self.robots.iter_mut().zip(other.robots).for_each(|(own, more)| *own += more);
        let numbers: Vec<u32> = other.queries.into_iter().map(|query| self.number(query)).collect();
        self.searches.extend(
            other.searches.into_iter().map(|search| Search { query: numbers[search.query as usize], ..search }),
        );
        // What is moved is not held twice.
        match self.views.is_empty() {
            true => self.views = other.views,
            false => self.views.extend(other.views),
        }
        match self.styled.is_empty() {
            true => self.styled = other.styled,
            false => self.styled.extend(other.styled),
        }
        for address in other.addresses {
            if self.addresses.len() <= FEW_ADDRESSES {
                self.addresses.insert(address);
            }
        }
    }
}

/// What is remembered from line to line of a block.
struct Reader<'a> {
    days: Days,
    recent: Option<(Day, [u8; blake3::KEY_LEN])>,
    /// The robot that a user agent is, if any, and what tells it from others: a block has few of them, each many times.
    agents: FxHashMap<Box<[u8]>, (Option<usize>, Agent)>,
    counter: &'a Counter<'a>,
}

impl Reader<'_> {
    fn agent(&mut self, text: &[u8]) -> (Option<usize>, Agent) {
        if let Some(known) = self.agents.get(text) {
            return *known;
        }
        let found = (ROBOTS.find(text), Agent::new(text));
        self.agents.insert(text.into(), found);
        found
    }
}
