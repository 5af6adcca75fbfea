//! A report → its files for programs.

use super::figures::Report;

/// `rapport.json`.
pub fn json(report: &Report) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(report).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// One table each: file name and content (UTF-8 with a byte order mark, as Excel expects it).
pub fn tables(report: &Report) -> Vec<(&'static str, Vec<u8>)> {
    let months = report.months.iter().map(|row| {
        let counts = row.counts;
        [row.month.clone(), counts.page_views.to_string(), counts.visits.to_string(), counts.visitor_days.to_string()]
    });
    let pages = report.pages.iter().map(|row| {
        let numbers = [row.page_views, row.visits, row.entrances].map(|number| number.to_string());
        let [views, visits, entrances] = numbers;
        [row.address.clone(), row.kind.clone(), row.title.clone(), views, visits, entrances]
    });
    let named = |rows: &[super::figures::Row]| -> Vec<[String; 2]> {
        rows.iter().map(|row| [row.name.clone(), row.count.to_string()]).collect()
    };
    let searches = report.searches.shown.iter().map(|row| {
        [row.query.clone(), row.visitor_days.to_string(), row.finds.map(|finds| finds.to_string()).unwrap_or_default()]
    });
    vec![
        ("manader.csv", csv(&["month", "page_views", "visits", "visitor_days"], months)),
        ("sidor.csv", csv(&["address", "kind", "title", "page_views", "visits", "entrances"], pages)),
        ("kanaler.csv", csv(&["channel", "visits"], named(&report.channels))),
        ("nedladdningar.csv", csv(&["file", "downloads"], named(&report.downloads))),
        ("sokningar.csv", csv(&["query", "visitor_days", "finds"], searches)),
        ("kommuner.csv", csv(&["municipality"], report.reach.reached.iter().map(|name| [name.clone()]))),
        ("robotar.csv", csv(&["robot", "page_views"], named(&report.robots))),
    ]
}

fn csv<const N: usize>(head: &[&str; N], rows: impl IntoIterator<Item = [String; N]>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    // Nothing that is written to memory fails.
    let _ = writer.write_record(head);
    for row in rows {
        let _ = writer.write_record(row.map(|cell| harmless(&cell)));
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
        let text = String::from_utf8(csv(&["a", "b"], [["=1+1".to_owned(), "x\"y,z".to_owned()]])).unwrap();
        assert_eq!(text, "\u{feff}a,b\n'=1+1,\"x\"\"y,z\"\n");
    }
}
