//! The whole way from lines to figures.

mod panics;
mod truth;
mod written;

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::channel::Hosts;
use super::data::{self, Counts, PageRow, Report};
use super::demo::{Demo, Truth};
use super::networks::Networks;
use super::tally::Counter;
use super::visitor::Keys;
use super::{Pages, Terms, files, open, read};
use crate::model::activity::Activity;

const FIRST: Date = Date::constant(2026, 10, 1);

fn pages() -> Pages {
    let page = |address: &str, kind: &str| serde_json::json!({"address": address, "kind": kind, "title": format!("<b>{address}</b>")});
    let mut all = vec![
        page("/", "start"),
        page("/sok/", "search"),
        page("/exempel/", "examples"),
        page("/fia/", "fia"),
        page("/data/", "data"),
    ];
    all.extend((0..30).map(|number| page(&format!("/exempel/nr-{number}/"), "example")));
    let named = |address: &str, kind: &str, id: &str, title: &str| serde_json::json!({"address": address, "kind": kind, "id": id, "title": title});
    all.push(named("/kommuner/ale/", "municipality", "1440", "Ale"));
    all.push(named("/lan/vastra-gotalands-lan/", "county", "14", "Västra Götalands län"));
    let manifest = serde_json::json!({
        "generator": "samverka 0", "date": "2026-09-01", "address": "https://samverka.example/s/", "pages": all,
    });
    Pages::new(manifest.to_string().as_bytes()).unwrap()
}

/// Lines of so many days, a text each.
fn days(pages: &Pages, days: usize, visits: u64) -> (Vec<String>, Truth) {
    let mut demo = Demo::new(pages, FIRST, visits, 7);
    let lines = (0..days).map(|_| demo.day()).collect();
    (lines, demo.truth)
}

struct Logs(tempfile::TempDir);

impl Logs {
    fn new() -> Logs {
        Logs(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }
}

fn report_with(files: &[PathBuf], networks: &str, from: Option<Date>) -> Report {
    report_of(files, networks, (from, None), &[])
}

type Period = (Option<Date>, Option<Date>);

fn report_of(files: &[PathBuf], networks: &str, period: Period, activities: &[Activity]) -> Report {
    reports_of(files, networks, &[period], activities).remove(0)
}

/// What the operator says of host and server.
#[derive(Clone, Copy, Default)]
struct Host<'a> {
    without_headers: bool,
    address_field: Option<&'a str>,
}

fn report_without_headers(files: &[PathBuf]) -> Report {
    let host = Host { without_headers: true, ..Host::default() };
    reports_from(files, host, "", &[(None, None)], &[]).remove(0)
}

fn report_with_field(files: &[PathBuf], name: &str) -> Report {
    let host = Host { address_field: Some(name), ..Host::default() };
    reports_from(files, host, "", &[(None, None)], &[]).remove(0)
}

fn reports_of(files: &[PathBuf], networks: &str, periods: &[Period], activities: &[Activity]) -> Vec<Report> {
    reports_from(files, Host::default(), networks, periods, activities)
}

fn reports_from(
    files: &[PathBuf],
    host: Host<'_>,
    networks: &str,
    periods: &[Period],
    activities: &[Activity],
) -> Vec<Report> {
    let pages = pages();
    let list = format!("part,natverk,kalla,kontrollerad,delas-med\n{networks}");
    let networks = match networks {
        "" => Networks::default(),
        _ => Networks::read(list.as_bytes(), &["ale".to_owned()]).unwrap(),
    };
    let counter = Counter {
        pages: &pages,
        hosts: &Hosts::new(&pages.host, ["ale".to_owned()]),
        networks: &networks,
        downloads: &FxHashMap::from_iter([("/data/exempel.csv".to_owned(), 0)]),
        keys: &Keys::default(),
        periods: &periods.iter().map(|(from, to)| super::day::period(*from, *to)).collect::<Vec<_>>(),
    };
    let (mut tally, logs) =
        read(files, &|path| open(path), host.address_field, &counter, &mut |_: &Path, _| {}).unwrap();
    let reports = periods.iter().map(|(from, to)| {
        let mut finds = |query: &str| query != "xyzzy";
        let terms = Terms {
            pages: &pages,
            networks: &networks,
            downloads: &["/data/exempel.csv".to_owned()],
            from: *from,
            to: *to,
            activities,
            assignment: None,
            networks_list: (!networks.parties.is_empty()).then_some(list.as_bytes()),
            without_headers: host.without_headers,
            is_demonstration: false,
            finds: Some(&mut finds),
        };
        Report::new(&mut tally, logs.clone(), terms)
    });
    reports.collect()
}

fn report(files: &[PathBuf]) -> Report {
    report_with(files, "", None)
}

/// How far a figure is from the truth.
fn error(counted: u64, truth: u64) -> f64 {
    (counted as f64 - truth as f64).abs() / truth as f64
}

#[test]
fn the_figures_are_those_of_the_people_who_read() {
    let (lines, truth) = days(&pages(), 40, 400);
    let logs = Logs::new();
    let report = report(&[logs.file("access.log", lines.concat())]);
    let told = format!("{:?} of {:?}, at most {:?}", report.main, truth, report.upper);
    assert!(truth.people.page_views > 20_000, "{told}");
    assert!(error(report.main.page_views, truth.people.page_views) < 0.01, "{told}");
    assert!(error(report.main.visits, truth.people.visits) < 0.03, "{told}");
    assert!(error(report.main.visitor_days, truth.people.visitor_days) < 0.03, "{told}");
    assert!(report.upper.page_views > truth.people.page_views, "{told}");
    assert_eq!((report.quality.lined.lines, report.quality.lined.malformed), (truth.lines, truth.malformed));
    let sum = |number: fn(&PageRow) -> u64| report.pages.iter().map(number).sum::<u64>();
    assert_eq!(sum(|page| page.page_views), report.main.page_views);
    assert_eq!(sum(|page| page.entrances), report.main.visits);
    assert_eq!(report.months.iter().map(|month| month.counts.visits).sum::<u64>(), report.main.visits);
    assert_eq!(report.months.iter().map(|month| month.month.as_str()).collect::<Vec<_>>(), ["2026-10", "2026-11"]);
    assert_eq!((report.from.as_deref(), report.to.as_deref()), (Some("2026-10-01"), Some("2026-11-09")));
    assert!(report.quality.days_missing.is_empty() && !report.quality.is_proxied && !report.quality.is_truncated);
    assert!(report.searches.without_result.is_some_and(|without| without > 0 && without < report.searches.searches));
    assert!(report.searches.shown.iter().any(|row| row.query == "ekonomiskt bistånd" && row.finds == Some(true)));
    assert!(report.robots.iter().any(|row| row.name == "Googlebot"));
}

#[test]
fn parts_in_any_order_and_another_run_give_the_same() {
    let (lines, _) = days(&pages(), 12, 100);
    let logs = Logs::new();
    let whole = report(&[logs.file("whole.log", lines.concat())]);
    let mut parts: Vec<PathBuf> =
        lines.iter().enumerate().map(|(day, lines)| logs.file(&format!("{day}.log"), lines)).collect();
    parts.reverse();
    let mut split = report(&parts);
    assert_eq!(split.quality.logs.len(), 12);
    split.quality.logs.clone_from(&whole.quality.logs);
    assert_eq!(split, whole);
    assert_eq!(files::json(&report(&[logs.file("whole.log", lines.concat())])), files::json(&whole));
}

#[test]
fn a_log_that_is_given_twice_is_counted_once() {
    use std::io::Write;
    let (lines, _) = days(&pages(), 3, 50);
    let logs = Logs::new();
    let plain = logs.file("access.log", lines.concat());
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(lines.concat().as_bytes()).unwrap();
    let packed = logs.file("access.log.1.gz", packed.finish().unwrap());
    let (once, twice) = (report(std::slice::from_ref(&plain)), report(&[plain, packed]));
    assert_eq!(twice.main, once.main);
    assert_eq!(twice.quality.logs.iter().map(|log| log.is_repeated).collect::<Vec<_>>(), [false, true]);
    assert_eq!(twice.quality.lined, once.quality.lined);
}

#[test]
fn files_that_overlap_are_counted_once() {
    let (lines, _) = days(&pages(), 12, 200);
    let logs = Logs::new();
    let whole = report(&[logs.file("whole.log", lines.concat())]);
    let (first, last) = (lines[..8].concat(), lines[4..].concat());
    // The later file begins in the middle of a line group, as a copy of a growing log does.
    let start = last.find('\n').unwrap() + 1;
    let parts = [logs.file("a.log", &first), logs.file("b.log", &last[start..])];
    for files in [parts.to_vec(), parts.iter().rev().cloned().collect()] {
        let report = report(&files);
        let overlap: usize = lines[4..8].iter().map(|day| day.lines().count()).sum();
        let logs = &report.quality.logs;
        let repeated = logs[1].repeated_lines as usize;
        assert!(
            logs[0].repeated_lines == 0 && repeated < overlap && repeated + 400 > overlap,
            "{repeated} of {overlap}"
        );
        assert_eq!(logs.iter().map(|log| log.lines).sum::<u64>(), report.quality.lined.lines + repeated as u64);
        let twice = report.main.page_views - whole.main.page_views;
        assert!(twice < 300, "{twice} page views are counted twice");
        // Nobody is two by being told of twice.
        assert_eq!((report.main.visits, report.main.visitor_days), (whole.main.visits, whole.main.visitor_days));
    }
}

#[test]
fn days_before_the_first_are_left_out_and_days_without_lines_are_named() {
    let (lines, _) = days(&pages(), 5, 50);
    let logs = Logs::new();
    let file = logs.file("access.log", [&lines[0], &lines[2], &lines[4]].map(String::as_str).concat());
    assert_eq!(report(std::slice::from_ref(&file)).quality.days_missing, ["2026-10-02", "2026-10-04"]);
    let later = report_with(&[file], "", Some(Date::constant(2026, 10, 3)));
    assert_eq!(later.from.as_deref(), Some("2026-10-03"));
    assert!(later.quality.lined.outside > 0);
    assert_eq!(later.quality.days_missing, ["2026-10-04"]);
}

const BROWSER: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

/// A line of the second of October 2026 in Stockholm.
fn line(address: &str, time: &str, request: &str, referrer: &str) -> String {
    format!("{address} - - [02/Oct/2026:{time} +0200] \"{request} HTTP/1.1\" 200 5 \"{referrer}\" \"{BROWSER}\"\n")
}

#[test]
fn visits_end_after_half_an_hour_and_begin_with_an_entrance() {
    let style = line("192.0.2.1", "08:00:01", "GET /s/_a/style.0123456789.css", "-");
    let text = [
        line("192.0.2.1", "08:00:00", "GET /s/exempel/nr-1/?fran=brev", "-"),
        style,
        line("192.0.2.1", "08:30:00", "GET /s/fia/", "https://samverka.example/s/exempel/nr-1/"),
        line("192.0.2.1", "09:00:01", "GET /s/fia/index.html", "https://www.google.com/"),
        line("192.0.2.1", "09:00:02", "HEAD /s/fia/", "-"),
        line("192.0.2.1", "09:00:03", "POST /s/fia/", "-"),
        line("192.0.2.1", "09:00:04", "GET /s/data/exempel.csv", "-"),
        line("192.0.2.1", "09:00:05", "GET /fia/", "-"),
        // Never fetches the style sheet: only in the upper figures.
        line("192.0.2.2", "09:00:00", "GET /s/fia/", "-"),
    ];
    let logs = Logs::new();
    let report = report(&[logs.file("access.log", text.concat())]);
    let counts = |c: Counts| (c.page_views, c.visits, c.visitor_days);
    assert_eq!(counts(report.main), (3, 2, 1));
    assert_eq!(counts(report.upper), (4, 3, 2));
    let page = |address: &str| report.pages.iter().find(|page| page.address == address).unwrap().clone();
    let fia = page("/fia/");
    assert_eq!((fia.page_views, fia.visits, fia.entrances), (2, 2, 1));
    assert_eq!(page("/exempel/nr-1/").entrances, 1);
    assert_eq!((report.quality.lined.requests.head, report.downloads[0].count), (1, 1));
}

#[test]
fn a_visitor_who_goes_back_and_forth_between_searches_is_one() {
    let searched = |number: u32, query: &str| {
        line("192.0.2.1", &format!("08:00:{number:02}"), &format!("GET /s/sok/?q={query}"), "-")
    };
    let both = (0..20).map(|number| searched(number, if number % 2 == 0 { "torget" } else { "avtal" }));
    let style = line("192.0.2.1", "08:00:30", "GET /s/_a/style.0123456789.css", "-");
    let logs = Logs::new();
    let report = report(&[logs.file("access.log", both.chain([style]).collect::<String>())]);
    assert_eq!((report.main.visitor_days, report.searches.searches), (1, 2));
    assert!(report.searches.shown.is_empty(), "{:?}", report.searches.shown);
}

#[test]
fn months_and_downloads_of_a_page_add_up() {
    let (lines, _) = days(&pages(), 60, 100);
    let logs = Logs::new();
    let report = report(&[logs.file("access.log", lines.concat())]);
    let mut months = 0;
    for page in &report.pages {
        let sum = |count: fn(&data::PageMonth) -> u64| page.months.iter().map(count).sum::<u64>();
        match page.kind.as_str() {
            "example" | "fia" => {
                let sums = (sum(|month| month.visits), sum(|month| month.entrances), sum(|month| month.downloads));
                assert_eq!(sums, (page.visits, page.entrances, page.downloads.unwrap()));
                assert!(page.months.is_sorted_by(|a, b| a.month < b.month));
                months = months.max(page.months.len());
            }
            _ => assert!(page.months.is_empty()),
        }
    }
    assert_eq!(months, 2, "October and November");
}

#[test]
fn a_download_is_of_the_page_that_led_to_it_and_not_of_a_robot() {
    let own = "https://samverka.example/s/exempel/nr-1/?fran=brev#kallor";
    let taken = |address, from| line(address, "09:00:00", "GET /s/data/exempel.csv", from);
    let text = [
        line("192.0.2.1", "08:59:00", "GET /s/exempel/nr-1/", "-"),
        line("192.0.2.1", "08:59:01", "GET /s/_a/style.0123456789.css", "-"),
        taken("192.0.2.1", own),
        taken("192.0.2.1", "https://samverka.example/s/exempel/nr-1/"),
        // By a link in a letter, without any page.
        taken("192.0.2.2", "-"),
        taken("192.0.2.2", "https://forum.example/s/exempel/nr-1/"),
        // Reads pages without their style sheet.
        line("192.0.2.3", "08:59:00", "GET /s/exempel/nr-1/", "-"),
        taken("192.0.2.3", own),
    ];
    let logs = Logs::new();
    let report = report(&[logs.file("access.log", text.concat())]);
    assert_eq!(report.downloads[0].count, 4);
    let page = report.pages.iter().find(|page| page.address == "/exempel/nr-1/").unwrap();
    assert_eq!((page.downloads, page.months[0].downloads), (Some(2), 2));
    let table = files::tables(&report).into_iter().find(|(name, _)| *name == "sidor-manader.csv").unwrap().1;
    let table = String::from_utf8(table).unwrap();
    assert!(table.contains("month,visits,entrances,downloads\n/exempel/nr-1/,2026-10,1,1,2\n"), "{table}");
}

#[test]
fn one_reading_of_the_logs_is_enough_for_two_periods() {
    let (lines, _) = days(&pages(), 8, 60);
    let logs = Logs::new();
    let file = logs.file("access.log", lines.concat());
    let day = |day| Some(Date::constant(2026, 10, day));
    let periods = [(day(2), day(4)), (day(6), day(7))];
    let alone = periods.map(|period| report_of(std::slice::from_ref(&file), "", period, &[]));
    assert_eq!(reports_of(&[file], "", &periods, &[]), alone);
    assert!(alone[0].quality.lined.outside > 0 && alone[0].main.visits > 0);
}

#[test]
fn a_period_that_ends_before_it_begins_has_no_day() {
    let (lines, _) = days(&pages(), 3, 20);
    let logs = Logs::new();
    let file = logs.file("access.log", lines.concat());
    let day = |day| Some(Date::constant(2026, 10, day));
    assert_eq!(report_of(&[file], "", (day(3), day(1)), &[]).upper, Counts::default());
}

#[test]
fn lines_out_of_order_are_told_however_the_blocks_are_put_together() {
    let block = |second: u32| line("192.0.2.1", &format!("08:00:{second:02}"), "GET /s/fia/", "-");
    let tally = |second: u32| {
        let (pages, networks) = (pages(), Networks::default());
        let counter = Counter {
            pages: &pages,
            hosts: &Hosts::new(&pages.host, []),
            networks: &networks,
            downloads: &FxHashMap::default(),
            keys: &Keys::default(),
            periods: &[super::day::period(None, None)],
        };
        let mut tally = super::Tally::default();
        tally.read(block(second).as_bytes(), &mut super::format::Lines::new(None, None), &counter).unwrap();
        tally
    };
    let (mut a, b, c) = (tally(2), tally(1), tally(3));
    a.merge(b, true);
    a.merge(c, true);
    assert_eq!(a.out_of_order, 1);
    let (mut a, mut b, c) = (tally(2), tally(1), tally(3));
    b.merge(c, true);
    a.merge(b, true);
    assert_eq!(a.out_of_order, 1);
}

#[test]
fn a_municipality_is_reached_by_enough_visits_on_enough_days() {
    let visit = |day: &str, hour: u32| {
        let view = line("192.0.2.1", &format!("{hour:02}:00:00"), "GET /s/fia/", "-");
        let style = line("192.0.2.1", &format!("{hour:02}:00:01"), "GET /s/_a/style.0.css", "-");
        [view, style].concat().replace("02/Oct", day)
    };
    let logs = Logs::new();
    let row = "Ale,192.0.2.0/24,RIPE,2026-09-01,\n";
    let reach = |text: String, rows: &str| report_with(&[logs.file("access.log", text)], rows, None).reach;
    let (four, one) = ((8..12).map(|hour| visit("02/Oct", hour)).collect::<String>(), visit("03/Oct", 9));
    let reached = reach(four.clone() + &one, row);
    let ale = data::Municipality { code: "1440".into(), name: "Ale".into() };
    assert_eq!(reached.reached, [ale]);
    let county = &reached.counties[0];
    assert_eq!((county.code.as_str(), county.name.as_str()), ("14", "Västra Götalands län"));
    assert_eq!((county.known, county.reached), (1, 1));
    assert!(reach(four.clone() + &visit("02/Oct", 14), row).reached.is_empty());
    assert!(reach(four.clone(), row).reached.is_empty());
    let shared = reach(four + &one, "Ale,192.0.2.0/24,RIPE,2026-09-01,Lund\n");
    assert_eq!((shared.reached.len(), shared.known), (0, 1));
}

#[test]
fn addresses_that_say_nothing_are_told() {
    let many = |address: &dyn Fn(usize) -> String| -> String {
        (0..1200).map(|n| line(&address(n), "08:00:00", "GET /s/fia/", "-")).collect()
    };
    let logs = Logs::new();
    let quality = |text: String| report(&[logs.file("access.log", text)]).quality;
    let proxied = quality(many(&|_| "10.0.0.1".to_owned()));
    assert!(proxied.is_proxied && !proxied.is_truncated);
    let truncated = quality(many(&|n| format!("198.18.{}.0", n % 250)));
    assert!(!truncated.is_proxied && truncated.is_truncated);
    let usual = quality(many(&|n| format!("198.18.{}.{}", n % 250, n % 251)));
    assert!(!usual.is_proxied && !usual.is_truncated);
}

#[test]
fn the_ways_to_a_page_add_up_and_are_rounded() {
    let visits = (0..23).map(|n| {
        let address = format!("198.18.0.{n}");
        let from = if n < 12 { "https://www.malmokommun.se/x" } else { "-" };
        line(&address, "08:00:00", "GET /s/exempel/nr-1/", from)
            + &line(&address, "08:00:01", "GET /s/_a/style.0.css", "-")
            + &line(&address, "08:01:00", "GET /s/fia/", "https://samverka.example/s/exempel/nr-1/")
            + &line(&address, "08:02:00", "GET /s/exempel/nr-1/", "https://samverka.example/s/fia/")
    });
    let logs = Logs::new();
    let report = report(&[logs.file("access.log", visits.collect::<String>())]);
    let of = |address: &str| {
        let page = report.pages.iter().find(|page| page.address == address).unwrap();
        page.channels.iter().map(|row| (row.name.as_str(), row.count)).collect::<Vec<_>>()
    };
    assert_eq!(of("/exempel/nr-1/"), [("direct", 10), ("municipality", 10)]);
    assert_eq!(of("/fia/"), [("inside", 25)]);
}

#[test]
fn hostile_logs_end_in_a_report() {
    let logs = Logs::new();
    let lines: [&[u8]; 7] = [
        b"\0\0\0\n",
        b"\xff\xfe\n",
        b"192.0.2.1 - - [02/Oct/2026:08:00:00 +0200] \"GET /s/%ff%fe HTTP/1.1\" 200 5 \"\xff\" \"\xff\"\n",
        b"192.0.2.1 - - [02/Oct/2026:08:00:00 +0200] \"GET /s/sok/?q=%3Cscript%3E HTTP/1.1\" 200 5 \"=cmd|x\" \"${jndi:ldap://x}\"\n",
        b"192.0.2.1 - - [02/Oct/9999:08:00:00 +0200] \"GET /s/fia/ HTTP/1.1\" 200 5 \"-\" \"M\"\n",
        b"{\"ts\":\n",
        b"#Fields:\n",
    ];
    let mut bytes = lines.concat();
    bytes.extend(std::iter::repeat_n(b'x', 10 << 20));
    let report_of = |bytes: &[u8]| report(&[logs.file("access.log", bytes)]);
    let report = report_of(&bytes);
    assert!(report.quality.lined.malformed >= 3, "{:?}", report.quality.lined);
    assert!(serde_json::from_slice::<serde_json::Value>(&files::json(&report)).is_ok());
    let empty = report_of(b"");
    assert_eq!((empty.main.page_views, empty.from, empty.quality.lined.lines), (0, None, 0));
}
