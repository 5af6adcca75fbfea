//! The figures beside what is true of the lines, whatever the host says of the style sheet, and on days that are unlike others.

use jiff::civil::{Date, date};

use super::{FIRST, Logs, error, line, pages, report, report_without_headers};
use crate::report::data::{Counts, Leading};
use crate::report::demo::{Demo, Keeping};
use crate::report::{Report, files};

const DAY: i64 = 86_400;
/// No header at all and no date to guess by; one like our own and ten times as long; what a browser guesses a month after the
/// build; as good as for ever; always asked for again.
const HOSTS: [Keeping; 7] = [
    Keeping::For(0),
    Keeping::For(600),
    Keeping::OURS,
    Keeping::For(3 * DAY),
    Keeping::For(10 * 12 * 3600),
    Keeping::For(365 * DAY),
    Keeping::Asked,
];

/// The three counts.
fn each(counts: Counts) -> [u64; 3] {
    [counts.page_views, counts.visits, counts.visitor_days]
}

fn lines(demo: &mut Demo<'_>, days: usize) -> String {
    (0..days).map(|_| demo.day()).collect()
}

#[test]
fn the_truth_is_between_both_bounds_whatever_the_host_says_of_the_style_sheet() {
    let pages = pages();
    let logs = Logs::new();
    for keeping in HOSTS {
        for seed in 1..=4 {
            let mut demo = Demo::new(&pages, FIRST, 200, seed).keeping(keeping);
            let file = logs.file("access.log", lines(&mut demo, 12));
            let report = report(std::slice::from_ref(&file));
            let truth = demo.truth;
            let told = format!("{keeping:?}, {seed}: {:?} {truth:?} {:?}", report.main, report.upper);
            assert_eq!(report.quality.lined.malformed, truth.malformed, "{told}");
            for (at, upper) in each(report.upper).into_iter().enumerate() {
                let [main, people, apart] =
                    [report.main, truth.people, truth.told_apart].map(|counts| each(counts)[at]);
                assert!(main <= apart && apart <= upper, "{told}");
                assert!(main <= people && people <= upper, "{told}");
                // By the list alone only the few that call themselves browsers are too many.
                assert!(error(upper, people) < 0.12, "{told}");
            }
            // Who has to ask for the style sheet every day is told from a robot, whoever else is not.
            let is_told = matches!(keeping, Keeping::Asked) || matches!(keeping, Keeping::For(time) if time <= DAY / 2);
            assert_eq!(error(report.main.visits, truth.people.visits) < 0.03, is_told, "{told}");
            // The operator says that the host does not send the headers.
            let upper = report_without_headers(&[file]);
            assert_eq!((upper.main, upper.upper, upper.leading), (report.main, report.upper, Leading::Upper));
            let sum = |report: &Report| report.pages.iter().map(|page| page.page_views).sum::<u64>();
            assert_eq!((sum(&report), sum(&upper)), (report.main.page_views, report.upper.page_views), "{told}");
            assert_eq!(upper.months.iter().map(|month| month.counts.visits).sum::<u64>(), upper.upper.visits);
        }
    }
}

#[test]
fn letters_feeds_searches_and_files_are_those_that_people_used() {
    let pages = pages();
    let logs = Logs::new();
    // Letters are read in the second half of December.
    let demo = Demo::new(&pages, date(2026, 12, 1), 300, 3);
    let mut demo = demo.with_files(&["/data/exempel.csv".to_owned(), "/manifest.json".to_owned()]);
    let report = report(&[logs.file("access.log", lines(&mut demo, 31))]);
    let truth = demo.truth;
    assert!(truth.by_letter > 200 && truth.by_feed > 100 && truth.downloads > 100, "{truth:?}");
    let channel = |name: &str| report.channels.iter().find(|row| row.name == name).unwrap().count;
    // Rounded to the nearest five.
    let is_near = |count: u64, truth: u64| count.abs_diff(truth) <= truth * 3 / 100 + 2;
    assert!(is_near(channel("letter"), truth.by_letter), "{} {truth:?}", channel("letter"));
    assert!(is_near(channel("feed"), truth.by_feed), "{} {truth:?}", channel("feed"));
    assert!(
        truth.searches > 200 && is_near(report.searches.searches, truth.searches),
        "{:?} {truth:?}",
        report.searches
    );
    assert!(channel("municipality") > 100);
    assert_eq!(report.downloads.len(), 1);
    assert!(is_near(report.downloads[0].count, truth.downloads), "{:?} {truth:?}", report.downloads);
    let page = report.pages.iter().find(|page| page.address == "/data/").unwrap();
    assert_eq!(page.downloads, Some(report.downloads[0].count));
}

/// As many days from a date on, and what is true of them.
fn days_from(first: Date, days: usize) -> (Report, Counts) {
    let pages = pages();
    let mut demo = Demo::new(&pages, first, 300, 5);
    let text = lines(&mut demo, days);
    (report(&[Logs::new().file("access.log", text)]), demo.truth.people)
}

#[test]
fn nights_when_clocks_change_and_a_years_end() {
    // Summer time begins on 29 March 2026 and ends on 25 October.
    for (first, last) in
        [(date(2026, 3, 26), "2026-04-02"), (date(2026, 10, 22), "2026-10-29"), (date(2026, 12, 28), "2027-01-04")]
    {
        let (report, truth) = days_from(first, 8);
        assert_eq!((report.from.as_deref(), report.to.as_deref()), (Some(&*first.to_string()), Some(last)));
        assert!(report.quality.days_missing.is_empty(), "{first}");
        for (counted, true_count) in each(report.main).into_iter().zip(each(truth)) {
            assert!(error(counted, true_count) < 0.03, "{first}: {counted} {true_count}");
        }
        assert!(each(report.main)[0].abs_diff(truth.page_views) * 100 < truth.page_views, "{first}");
    }
    let (report, _) = days_from(date(2026, 12, 28), 8);
    let months: Vec<(&str, bool)> =
        report.months.iter().map(|month| (month.month.as_str(), month.counts.visits > 0)).collect();
    assert_eq!(months, [("2026-12", true), ("2027-01", true)]);
}

/// A visit that begins before and ends after: lines of one visitor, `[22/Nov/2026:13:55:36 +0100]` and so on.
fn visit(times: &[&str]) -> Report {
    let at = |time: &str, target: &str| {
        let text = line("192.0.2.1", "00:00:00", &format!("GET /s{target}"), "-");
        text.replace("02/Oct/2026:00:00:00 +0200", time)
    };
    let views = times.iter().map(|time| at(time, "/fia/") + &at(time, "/_a/style.0.css"));
    report(&[Logs::new().file("access.log", views.collect::<String>())])
}

#[test]
fn midnights_end_a_visitor_day_and_the_hour_that_comes_twice_does_not() {
    let counts = |report: &Report| (report.main.page_views, report.main.visits, report.main.visitor_days);
    // Twenty minutes over New Year.
    let year = visit(&["31/Dec/2026:23:50:00 +0100", "01/Jan/2027:00:10:00 +0100"]);
    assert_eq!(counts(&year), (2, 2, 2));
    assert_eq!(year.months.iter().map(|month| month.counts.visits).collect::<Vec<_>>(), [1, 1]);
    // The same by a server whose clock is that of UTC: one day in Stockholm.
    let utc = visit(&["31/Dec/2026:23:10:00 +0000", "31/Dec/2026:23:20:00 +0000"]);
    assert_eq!((counts(&utc), utc.from.as_deref()), ((2, 1, 1), Some("2027-01-01")));
    // 02:50 in summer time and 02:10 after the clock was put back are twenty minutes apart, not forty backwards.
    let autumn = visit(&["25/Oct/2026:02:50:00 +0200", "25/Oct/2026:02:10:00 +0100"]);
    assert_eq!((counts(&autumn), autumn.quality.lined.out_of_order), ((2, 1, 1), 0));
    // 01:50 and 03:10 when the clock was put forward, too.
    let spring = visit(&["29/Mar/2026:01:50:00 +0100", "29/Mar/2026:03:10:00 +0200"]);
    assert_eq!(counts(&spring), (2, 1, 1));
    // Half an hour and a second of a night with an hour more.
    let pause = visit(&["25/Oct/2026:02:50:00 +0200", "25/Oct/2026:02:20:01 +0100"]);
    assert_eq!(counts(&pause), (2, 2, 1));
}

#[test]
fn months_without_visits_have_a_zero_and_those_without_logs_say_so() {
    let at = |month: &str, target: &str| {
        line("192.0.2.1", "08:00:00", &format!("GET /s{target}"), "-").replace("/Oct/2026:08:00:00 +0200", month)
    };
    // Visits in September and January; in October there are lines of each day, but nobody read anything; in November there is
    // no log at all, and of December a day.
    let visit = |month: &str| at(month, "/exempel/nr-1/") + &at(month, "/_a/style.0.css");
    let days = (1..=31).map(|day| at("/Oct/2026:09:00:00 +0200", "/x.png").replace("[02", &format!("[{day:02}")));
    let (september, january) = (visit("/Sep/2026:08:00:00 +0200"), visit("/Jan/2027:08:00:00 +0100"));
    let december = at("/Dec/2026:08:00:00 +0100", "/x.png");
    let text = september + &days.collect::<String>() + &december + &january;
    let (from, to) = (date(2026, 9, 1), date(2027, 1, 31));
    let logs = Logs::new();
    let file = logs.file("access.log", text);
    let report = super::report_of(&[file], "", (Some(from), Some(to)), &[]);
    let months = report.months.iter().map(|m| (m.month.as_str(), m.counts.visits, m.days_missing, m.is_without_logs));
    let expected = [
        ("2026-09", 1, 29, false),
        ("2026-10", 0, 0, false),
        ("2026-11", 0, 30, true),
        ("2026-12", 0, 30, false),
        ("2027-01", 1, 30, false),
    ];
    assert_eq!(months.collect::<Vec<_>>(), expected);
    assert_eq!(report.quality.days_missing.len(), 29 + 30 + 30 + 30);
    let table = |name: &str| {
        let table = files::tables(&report).into_iter().find(|(own, _)| *own == name).unwrap().1;
        String::from_utf8(table).unwrap().lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(table("manader.csv")[1..4], ["2026-10,0,0,0,0", "2026-11,0,0,0,30", "2026-12,0,0,0,30"]);
    let of_page = |address: &str| {
        let begin = format!("{address},");
        table("sidor-manader.csv")
            .into_iter()
            .filter_map(|row| Some(row.strip_prefix(&begin)?.to_owned()))
            .collect::<Vec<_>>()
    };
    let read = ["2026-09,1,1,0", "2026-10,0,0,0", "2026-12,0,0,0", "2027-01,1,1,0"];
    assert_eq!(of_page("/exempel/nr-1/"), read);
    // An example that nobody read stands there too.
    assert_eq!(of_page("/exempel/nr-2/"), read.map(|row| row.replace(",1", ",0")));
    assert!(
        table("sidor.csv").iter().any(|row| row.starts_with("/exempel/nr-2/,example,") && row.ends_with(",0,0,0,0"))
    );
    let page = super::written::written(&report);
    let row = |month: &str| {
        let begin = page.find(&format!("<th scope=\"row\">{month}</th>")).unwrap_or_else(|| panic!("{month}"));
        page[begin..].split("</tr>").next().unwrap().to_owned()
    };
    assert_eq!(row("2026-11").matches("inga loggar").count(), 3, "{}", row("2026-11"));
    assert!(!row("2026-10").contains("inga loggar") && row("2026-10").contains("<td class=\"number\">0</td>"));
    assert!(page.contains("dagar utan loggar") && page.contains("Ett streck betyder"), "{page}");
}

#[test]
fn an_empty_log() {
    let logs = Logs::new();
    for text in ["", "\n\n", "# a comment\n"] {
        let report = report(&[logs.file("access.log", text)]);
        assert_eq!((report.main, report.upper), (Counts::default(), Counts::default()));
        assert_eq!((&report.from, &report.to, report.quality.lined.lines), (&None, &None, 0));
        assert!(report.months.is_empty() && report.quality.days_missing.is_empty() && report.searches.shown.is_empty());
        let written = super::written::written(&report);
        assert!(written.contains("Loggarna har inga rader för perioden."), "{written}");
    }
}

#[test]
fn a_log_of_one_page() {
    let text = line("192.0.2.1", "08:00:00", "GET /s/fia/", "-")
        + &line("192.0.2.1", "08:00:00", "GET /s/_a/style.0.css", "-");
    let report = report(&[Logs::new().file("access.log", text.trim_end())]);
    let one = Counts { page_views: 1, visits: 1, visitor_days: 1 };
    assert_eq!((report.main, report.upper, report.quality.lined.lines), (one, one, 2));
    assert_eq!((report.from.as_deref(), report.to.as_deref()), (Some("2026-10-02"), Some("2026-10-02")));
    let read: Vec<_> = report.pages.iter().filter(|page| page.visits > 0).collect();
    assert_eq!((read.len(), read[0].address.as_str(), read[0].entrances), (1, "/fia/", 1));
    assert!(super::written::written(&report).contains("/fia/"));
}

#[test]
fn a_proxys_log_says_that_visitors_cannot_be_told_apart() {
    let text: String =
        (0..1200).map(|n| line("10.0.0.1", &format!("08:{:02}:{:02}", n / 60, n % 60), "GET /s/fia/", "-")).collect();
    let logs = Logs::new();
    let report =
        report(&[logs.file("access.log", text.clone() + &line("10.0.0.1", "08:30:00", "GET /s/_a/style.0.css", "-"))]);
    assert!(report.quality.is_proxied);
    // Page views are right still.
    assert_eq!((report.main.page_views, report.main.visitor_days), (1200, 1));
    let page = super::written::written(&report);
    assert!(page.contains("Besök och dagsbesökare går då inte att skilja åt"), "{page}");
    // With the visitor's address beside, it is another thing.
    let forwarded: String =
        text.lines().zip(0..).map(|(line, n)| format!("{line} \"198.18.0.{}\"\n", n % 200)).collect();
    let report = super::report_with_field(&[logs.file("access.log", forwarded)], "x-forwarded-for");
    assert!(!report.quality.is_proxied && report.upper.visitor_days == 200, "{:?}", report.upper);
}
