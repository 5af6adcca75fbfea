//! A report → its files for programs.

use super::data::{Report, Row, What};
use super::{channel, robots};
use crate::source::BYTE_ORDER_MARK;

/// `rapport.json`.
pub fn json(report: &Report) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(report).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// A list that lines were judged by.
pub struct ListFile {
    pub name: &'static str,
    pub date: Option<String>,
    pub bytes: Vec<u8>,
}

/// The folder of lists, beside the report.
pub const LISTS: &str = "underlag";

/// The lists that a report was made with, to be kept with it: the operator's list of networks is as it was written.
pub fn lists(networks: Option<&[u8]>) -> Vec<ListFile> {
    let mut lists = vec![
        ListFile {
            name: "robotar.txt",
            date: Some(robots::ROBOTS.date.to_owned()),
            bytes: robots::LIST.as_bytes().to_vec(),
        },
        ListFile { name: "vagar.txt", date: None, bytes: channel::list().into_bytes() },
    ];
    lists.extend(networks.map(|bytes| ListFile { name: "nat.csv", date: None, bytes: bytes.to_vec() }));
    lists
}

/// One table each: file name and content (UTF-8 with a byte order mark, as Excel expects it). Of a demonstration every row says
/// that it is one.
pub fn tables(report: &Report) -> Vec<(&'static str, Vec<u8>)> {
    let text = |number: u64| number.to_string();
    let named =
        |rows: &[Row]| -> Vec<Vec<String>> { rows.iter().map(|row| vec![row.name.clone(), text(row.count)]).collect() };
    let months = report.months.iter().map(|row| {
        let counts = row.counts;
        let [views, visits, visitor_days] = [counts.page_views, counts.visits, counts.visitor_days].map(text);
        vec![row.month.clone(), views, visits, visitor_days, text(row.days_missing)]
    });
    let pages = report.pages.iter().map(|row| {
        let [views, visits, entrances] = [row.page_views, row.visits, row.entrances].map(text);
        let downloads = row.downloads.map(text).unwrap_or_default();
        vec![row.address.clone(), row.kind.clone(), row.title.clone(), views, visits, entrances, downloads]
    });
    // A month in which nobody came has a row too. One without logs has none, for nothing is known of it.
    let page_months = report.pages.iter().flat_map(|page| {
        page.by_month(report).into_iter().map(|row| {
            let [visits, entrances, downloads] = [row.visits, row.entrances, row.downloads].map(text);
            vec![page.address.clone(), row.month, visits, entrances, downloads]
        })
    });
    let page_channels = report
        .pages
        .iter()
        .flat_map(|page| page.channels.iter().map(|row| vec![page.address.clone(), row.name.clone(), text(row.count)]));
    let searches = report.searches.shown.iter().map(|row| {
        let finds = row.finds.map(|finds| finds.to_string()).unwrap_or_default();
        vec![row.query.clone(), text(row.visitor_days), finds]
    });
    let activities = report.activities.iter().map(|activity| {
        let kind = if activity.is_dialogue { "dialogue" } else { "spreading" };
        let (number, how) = activity.counted.as_ref().map(|c| (text(c.number), c.how.clone())).unwrap_or_default();
        let sources = activity.sources.iter().map(|source| source.title.as_str()).collect::<Vec<_>>().join("; ");
        let texts = [&activity.from, activity.to.as_deref().unwrap_or_default(), kind, &activity.form];
        let mut row: Vec<String> = texts.map(str::to_owned).to_vec();
        row.extend([activity.title.clone(), activity.audience.clone(), number, how, sources]);
        row
    });
    let reached = report.reach.reached.iter().map(|place| vec![place.code.clone(), place.name.clone()]);
    let counties = report.reach.counties.iter();
    let counties = counties.map(|row| vec![row.code.clone(), row.name.clone(), text(row.known), text(row.reached)]);
    let table = |head: &[&str], rows: &mut dyn Iterator<Item = Vec<String>>| csv(head, rows, report.is_demonstration);
    let mut tables = vec![
        (
            "manader.csv",
            table(&["month", "page_views", "visits", "visitor_days", "days_missing"], &mut months.into_iter()),
        ),
        (
            "aktiviteter.csv",
            table(
                &["from", "to", "kind", "form", "title", "audience", "number", "counted", "sources"],
                &mut activities.into_iter(),
            ),
        ),
        (
            "sidor.csv",
            table(
                &["address", "kind", "title", "page_views", "visits", "entrances", "downloads"],
                &mut pages.into_iter(),
            ),
        ),
        (
            "sidor-manader.csv",
            table(&["address", "month", "visits", "entrances", "downloads"], &mut page_months.into_iter()),
        ),
        ("sidor-vagar.csv", table(&["address", "channel", "visits"], &mut page_channels.into_iter())),
        ("kanaler.csv", table(&["channel", "visits"], &mut named(&report.channels).into_iter())),
        ("nedladdningar.csv", table(&["file", "downloads"], &mut named(&report.downloads).into_iter())),
        ("sokningar.csv", table(&["query", "visitor_days", "finds"], &mut searches.into_iter())),
        ("kommuner.csv", table(&["code", "municipality"], &mut reached.into_iter())),
        (
            "lan.csv",
            table(&["code", "county", "municipalities_known", "municipalities_reached"], &mut counties.into_iter()),
        ),
        ("robotar.csv", table(&["robot", "page_views"], &mut named(&report.robots).into_iter())),
    ];
    if let Some(comparison) = &report.comparison {
        let rows = comparison.rows.iter();
        let mut rows = rows.map(|row| vec![what(row.what), row.name.clone(), text(row.before), text(row.now)]);
        tables.push(("jamforelse.csv", table(&["what", "name", "before", "now"], &mut rows)));
    }
    tables
}

/// As `rapport.json` has it.
fn what(what: What) -> String {
    serde_json::to_value(what).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn csv(head: &[&str], rows: &mut dyn Iterator<Item = Vec<String>>, is_demonstration: bool) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    let mark = |text: &'static str| is_demonstration.then_some(text);
    // Nothing that is written to memory fails.
    let _ = writer.write_record(head.iter().copied().chain(mark("demonstration")));
    for row in rows {
        let cells = row.iter().map(|cell| harmless(cell));
        let _ = writer.write_record(cells.chain(mark("true").map(str::to_owned)));
    }
    writer.into_inner().unwrap_or_default()
}

/// A cell that a spreadsheet would take for a formula begins with an apostrophe instead.
fn harmless(cell: &str) -> String {
    match cell.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n') => format!("'{cell}"),
        _ => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        let rows = || vec![vec!["=1+1".to_owned(), "x\"y,z".to_owned()]].into_iter();
        let text = String::from_utf8(csv(&["a", "b"], &mut rows(), false)).unwrap();
        assert_eq!(text, "\u{feff}a,b\n'=1+1,\"x\"\"y,z\"\n");
        let text = String::from_utf8(csv(&["a", "b"], &mut rows(), true)).unwrap();
        assert_eq!(text, "\u{feff}a,b,demonstration\n'=1+1,\"x\"\"y,z\",true\n");
    }
}
