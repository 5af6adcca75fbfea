use jiff::civil::Date;

use super::*;
use crate::check::read_site;
use crate::model::Audience;
use crate::source::{Content, File};

const TODAY: Date = Date::constant(2026, 11, 22);

fn site() -> Site {
    let example = |id: &str, title: &str, more: &str| {
        let text =
            format!("---\nid: {id}\ntitel: \"{title}\"\nstatus: publicerad\n{more}\n---\n## Arbetssätt\n\nText.\n");
        File { path: format!("exempel/{id}.md").into(), content: Content::Text(text.into()) }
    };
    let settings = "titel: a\nadress: https://x.example:8080/a/\nansvarig: Redaktionen; södra, Å\ngranskningstid: 24\n";
    let long = "En väldigt lång titel, med åäö; och \\\\ snedstreck som gör raden längre än sjuttiofem byte";
    let files = vec![
        example("a", long, "granskad: 2024-01-31\nkontakt: {funktion: \"=Enhetschef\"}"),
        example("b", "Kommer snart", "granskad: 2025-01-10"),
        example("c", "Långt kvar", "granskad: 2026-11-01"),
        example("d", "Utan datum", ""),
        File { path: "webbplats.yaml".into(), content: Content::Text(settings.into()) },
    ];
    read_site(&files, TODAY, Audience::Readers)
}

fn soon() -> Date {
    Date::constant(2027, 2, 20)
}

#[test]
fn what_is_due_comes_first_and_by_whom() {
    let site = site();
    let reviews = due(&site, soon());
    let found: Vec<_> = reviews.iter().map(|r| (r.document.id.as_str(), r.due.to_string(), r.by)).collect();
    assert_eq!(
        found,
        [("a", "2026-01-31".to_owned(), "=Enhetschef"), ("b", "2027-01-10".to_owned(), "Redaktionen; södra, Å")]
    );
    let text = crate::diff::text::render(&parts(&reviews, TODAY, soon(), Language::Sv), false);
    assert!(text.contains("2026-01-31") && text.contains("/exempel/b/ – Redaktionen"), "{text}");
    let none = crate::diff::text::render(&parts(&[], TODAY, soon(), Language::Sv), false);
    assert!(none.contains("2027-02-20"), "{none}");
}

#[test]
fn the_calendar_is_read_by_a_parser_and_says_the_same() {
    let site = site();
    let reviews = due(&site, soon());
    let base = Base::parse(&site.settings.address).unwrap();
    let text = ics(&reviews, TODAY, &base, Language::Sv);
    assert!(text.split_inclusive("\r\n").all(|line| line.ends_with("\r\n") && line.len() <= 77), "{text}");
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    let calendar: icalendar::Calendar = text.parse().unwrap();
    use icalendar::{CalendarComponent, Component};
    let events: Vec<_> = calendar
        .components
        .iter()
        .map(|component| match component {
            CalendarComponent::Event(event) => event,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(events.len(), 2);
    assert_eq!(events[0].get_uid(), Some("granskning.exempel.a@x.example"));
    assert_eq!(events[0].property_value("DTSTAMP"), Some("20261122T000000Z"));
    assert_eq!(events[0].property_value("DTSTART"), Some("20260131"));
    assert_eq!(events[1].property_value("DTEND"), Some("20270111"));
    assert_eq!(events[0].property_value("URL"), Some("https://x.example:8080/a/exempel/a/"));
    let description = text.replace("\r\n ", "");
    assert!(description.contains("södra\\, Å") && description.contains("\\;"), "{description}");
    let summary = events[0].get_summary().unwrap();
    assert!(summary.ends_with("längre än sjuttiofem byte"), "{summary}");
}

#[test]
fn the_table_opens_in_a_spreadsheet_and_runs_nothing() {
    let site = site();
    let base = Base::parse(&site.settings.address).unwrap();
    let text = csv(&due(&site, soon()), TODAY, &base, Language::Sv);
    let mut reader =
        ::csv::ReaderBuilder::new().delimiter(b';').from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 2);
    assert_eq!((&rows[0][1], &rows[0][5], &rows[1][1]), ("-295", "'=Enhetschef", "49"));
    assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"));
}
