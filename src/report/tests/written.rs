//! What is written of a report.

use jiff::civil::Date;

use super::{BROWSER, Logs, days, line, pages, report, report_of, report_with};
use crate::i18n::Language;
use crate::model::activity::{Activity, Counted};
use crate::render::{Theme, account_pages, report_page};
use crate::report::data::{self, Caution, Report, What};
use crate::report::{compare, files};

/// What stands in a log and must stand nowhere else.
const CANARIES: [&str; 6] =
    ["192.0.2.77", "2001:db8:ca:fe", "KanarieWebb", "hemlig-sida", "anna@kommun.se", "19121212-1212"];

#[test]
fn nothing_of_a_visitor_is_in_the_report() {
    let agent = format!("{BROWSER} KanarieWebb/1");
    let mut text = String::new();
    for n in 0..40 {
        for (address, query) in [
            ("192.0.2.77", "q=anna@kommun.se"),
            ("2001:db8:ca:fe::1", "q=19121212-1212"),
            ("192.0.2.77", "fran=hemlig-sida"),
        ] {
            let one = line(
                address,
                &format!("08:00:{n:02}"),
                &format!("GET /s/sok/?{query}"),
                "https://a.example/hemlig-sida",
            );
            text += &one.replace(BROWSER, &format!("{agent}{n}"));
            text += &line(address, "08:00:01", "GET /s/_a/style.0.css", "-").replace(BROWSER, &format!("{agent}{n}"));
        }
    }
    text += "192.0.2.77 KanarieWebb hemlig-sida\n";
    let logs = Logs::new();
    let mut report = report(&[logs.file("access.log", text)]);
    assert!(report.main.page_views > 100 && report.searches.searches > 50);
    report.comparison = Some(compare::compare(&report, &report));
    let written = written(&report);
    for canary in CANARIES {
        assert!(!written.contains(canary), "{canary}");
    }
}

#[test]
fn lines_that_attack_are_harmless_in_every_file() {
    let attacks = [
        "<script>alert(a)</script>",
        "=cmd|calc!A",
        "${jndi:ldap://x}",
        "\"><svg onload=alert(b)>",
        "\u{202e}x\u{0}y",
        "%ff",
    ];
    let mut bytes = Vec::new();
    for attack in attacks {
        let written: String = attack.bytes().map(|byte| format!("%{byte:02x}")).collect();
        for visitor in 0..12 {
            let address = format!("192.0.2.{visitor}");
            let search = format!("GET /s/sok/?q={written}&fran={written}");
            bytes.extend(
                line(&address, "08:00:00", &search, &format!("https://{attack}/{attack}")).replace('\0', "").bytes(),
            );
            bytes.extend(line(&address, "08:00:01", "GET /s/_a/style.0.css", attack).bytes());
        }
        // The same in each field in its turn.
        let fields = ["192.0.2.1", "02/Oct/2026:08:00:00 +0200", "GET", "/s/fia/", "200", "-", "M"];
        for at in 0..fields.len() {
            let mut own = fields;
            own[at] = attack;
            let [address, time, method, target, status, referrer, agent] = own;
            let text = format!(
                "{address} - - [{time}] \"{method} {target} HTTP/1.1\" {status} 5 \"{referrer}\" \"{agent}\"\n"
            );
            bytes.extend(text.bytes());
        }
    }
    bytes.extend(
        b"192.0.2.1 - - [02/Oct/2026:08:00:00 +0200] \"GET /s/\xff\xfe HTTP/1.1\" 200 5 \"\xff\" \"\xff\"\n\0\0\n",
    );
    bytes.extend(std::iter::repeat_n(b'x', 10 << 20));
    let logs = Logs::new();
    let report = report(&[logs.file("<script>access.log", bytes)]);
    let shown: Vec<&str> = report.searches.shown.iter().map(|row| row.query.as_str()).collect();
    assert!(shown.iter().all(|query| !query.contains('\u{202e}')), "nothing that turns text around");
    assert!(shown.contains(&"<script>alert(a)</script>") && shown.contains(&"=cmd|calc!a"), "{shown:?}");
    let text = written(&report);
    // The tags of the pages and of the JSON's texts are apart: in JSON the text stands as it is, in quotation marks.
    let json: serde_json::Value = serde_json::from_slice(&files::json(&report)).unwrap();
    assert!(
        json["searches"]["shown"].as_array().unwrap().iter().any(|row| row["query"] == "<script>alert(a)</script>")
    );
    let theme = Theme::embedded().unwrap();
    for html in [
        report_page(&theme, &report, Language::Sv).unwrap().html,
        account_pages(&theme, &report, Language::Sv).unwrap().html,
    ] {
        let html = String::from_utf8(html).unwrap();
        assert!(!html.contains("<script") && !html.contains("<svg onload"), "{html}");
    }
    let table = files::tables(&report).into_iter().find(|(name, _)| *name == "sokningar.csv").unwrap().1;
    let table = String::from_utf8(table).unwrap();
    let mut cells = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    for row in cells.records() {
        assert!(row.unwrap().iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{table}");
    }
    assert!(!text.contains('\0'), "no cell and no text holds a NUL");
}

#[test]
fn searches_without_a_result_are_work_to_do() {
    let (lines, _) = days(&pages(), 40, 400);
    let logs = Logs::new();
    let report = report(&[logs.file("access.log", lines.concat())]);
    let page = written(&report);
    let (_, work) = page.split_once("Sökningar utan träff: att göra</h2>").expect("a part of its own");
    let work = work.split("<h2").next().unwrap();
    assert!(work.contains(">xyzzy</th>") && !work.contains(">avtal</th>"), "{work}");
}

/// Everything that is written of a report, one after the other.
pub fn written(report: &Report) -> String {
    let theme = Theme::embedded().unwrap();
    let mut written = files::json(report);
    files::tables(report).into_iter().for_each(|(_, table)| written.extend(table));
    written.extend(report_page(&theme, report, Language::Sv).unwrap().html);
    let account = account_pages(&theme, report, Language::Sv).unwrap();
    written.extend(account.html);
    written.extend(account.markdown);
    String::from_utf8(written).unwrap()
}

fn activity(id: &str, from: &str, is_dialogue: bool) -> Activity {
    Activity {
        id: id.into(),
        title: format!("<b>{id}</b> | *x*"),
        is_dialogue,
        form: "webbseminarium".into(),
        from: from.into(),
        to: None,
        description: "=1+1".into(),
        audience: "Socialchefer".into(),
        counted: Some(Counted { number: 1234, how: "anmälda".into() }),
        sources: Vec::new(),
    }
}

#[test]
fn activities_of_the_period_stand_beside_the_months_and_in_the_account() {
    let (lines, _) = days(&pages(), 20, 50);
    let logs = Logs::new();
    let file = logs.file("access.log", lines.concat());
    let activities = [
        activity("efter", "2026-11-01", false),
        activity("moter", "2026-10", true),
        activity("webb", "2026-10-05", false),
        activity("fore", "2026-09-30", false),
    ];
    let report = report_of(&[file], "", (None, None), &activities);
    let kept = report.activities.iter().map(|activity| activity.id.as_str());
    assert_eq!(kept.collect::<Vec<_>>(), ["moter", "webb"]);
    let theme = Theme::embedded().unwrap();
    let page = String::from_utf8(report_page(&theme, &report, Language::Sv).unwrap().html).unwrap();
    assert!(page.contains("class=\"mark\"") && page.contains("&lt;b&gt;webb&lt;/b&gt;"), "{page}");
    assert!(page.contains("1\u{a0}234 (anmälda)"));
    let account = account_pages(&theme, &report, Language::Sv).unwrap();
    let text = String::from_utf8(account.markdown).unwrap();
    // The months' table names them too, further up.
    let last = |what: &str| text.rfind(what).unwrap_or_else(|| panic!("{what} in {text}"));
    let (other, dialogue) = (last("## Spridning på andra sätt"), last("## Dialog med SKR"));
    assert!(other < last("webb&lt;") && last("webb&lt;") < dialogue && dialogue < last("moter&lt;"), "{text}");
    assert!(!text.contains("<b>") && !text.contains("Inga aktiviteter"));
}

#[test]
fn the_account_names_every_place_that_is_left_to_write() {
    let (lines, _) = days(&pages(), 3, 50);
    let logs = Logs::new();
    let mut report = report(&[logs.file("access.log", lines.concat())]);
    let theme = Theme::embedded().unwrap();
    let without = account_pages(&theme, &report, Language::Sv).unwrap();
    report.assignment = Some(data::Assignment {
        title: "Uppdraget".into(),
        diary_number: Some("S1/2".into()),
        date: Some("2014-04-24".into()),
        recipients: vec!["Departementet".into()],
    });
    let account = account_pages(&theme, &report, Language::Sv).unwrap();
    // Recipients, number and assignment are known now.
    assert_eq!(account.places + 3, without.places);
    let html = String::from_utf8(account.html).unwrap();
    let text = String::from_utf8(account.markdown).unwrap();
    assert!(html.contains("S1/2") && text.contains("S1/2") && text.contains("regeringsbeslut 24 april 2014"));
    let first_heading = html.find("<dl").unwrap();
    for number in 1..=account.places {
        let link = html.find(&format!("href=\"#plats_{number}\"")).unwrap();
        assert!(link < first_heading, "the list of places comes first");
        assert_eq!(html.matches(&format!("id=\"plats_{number}\"")).count(), 1, "{number}");
        // In the list and at the place.
        assert_eq!(text.matches(&format!("Att skriva {number}:")).count(), 2, "{number}");
    }
    assert!(text.contains("Ingen dialog är antecknad"), "nothing is told that nobody noted");
}

#[test]
fn two_periods_stand_side_by_side_with_what_to_be_careful_about() {
    let (lines, _) = days(&pages(), 10, 100);
    let logs = Logs::new();
    let file = logs.file("access.log", lines.concat());
    let day = |day| Some(Date::constant(2026, 10, day));
    let part = |from, to| report_of(std::slice::from_ref(&file), "", (day(from), day(to)), &[]);
    let (before, now) = (part(1, 5), part(6, 10));
    let compared = compare::compare(&before, &now);
    assert_eq!(compared.cautions, []);
    let row = |what: What| compared.rows.iter().find(|row| row.what == what).unwrap();
    assert_eq!((row(What::Visits).before, row(What::Visits).now), (before.main.visits, now.main.visits));
    let pages: Vec<u64> = compared.rows.iter().filter(|row| row.what == What::Page).map(|row| row.now).collect();
    assert_eq!(pages.iter().sum::<u64>(), now.pages.iter().map(|page| page.visits).sum::<u64>());
    let mut other = part(6, 9);
    other.provenance.definitions.version += 1;
    other.provenance.program.push('x');
    other.provenance.lists.clear();
    other.is_demonstration = true;
    let cautions = compare::compare(&before, &other).cautions;
    let all = [Caution::Demonstration, Caution::Definitions, Caution::Program, Caution::Lists, Caution::Length];
    assert_eq!(cautions, all);
    other.comparison = Some(compare::compare(&before, &other));
    let page = written(&other);
    assert!(page.contains("Måtten är") || page.contains("måtten är definierade på olika sätt"), "{page}");
    // Read again, it is the same.
    assert_eq!(Report::read(&files::json(&other)).unwrap(), other);
}

#[test]
fn the_json_is_as_its_schema_says_and_no_other() {
    let schema: serde_json::Value = serde_json::from_str(data::SCHEMA).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let (lines, _) = days(&pages(), 40, 400);
    let logs = Logs::new();
    let file = logs.file("access.log", lines.concat());
    let rows = "Ale,198.18.0.0/16,RIPE,2026-09-01,\nArbetsförmedlingen,198.19.0.0/16,RIPE,2026-09-01,\n";
    let mut report = report_of(&[file], rows, (None, None), &[activity("webb", "2026-10-05", false)]);
    report.comparison = Some(compare::compare(&report, &report));
    report.assignment =
        Some(data::Assignment { title: "A".into(), diary_number: None, date: None, recipients: Vec::new() });
    assert!(!report.reach.counties.is_empty() && !report.searches.shown.is_empty());
    assert!(report.pages.iter().any(|page| !page.channels.is_empty()));
    let empty = super::report(&[logs.file("empty.log", "")]);
    for report in [&report, &empty] {
        let json: serde_json::Value = serde_json::from_slice(&files::json(report)).unwrap();
        let faults: Vec<String> = validator.iter_errors(&json).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{faults:?}");
        assert_eq!(Report::read(&files::json(report)).unwrap(), *report);
    }
    let json_of = |report: &Report| serde_json::from_slice::<serde_json::Value>(&files::json(report)).unwrap();
    let mut json = json_of(&report);
    json["channels"][0]["count"] = 3.into();
    assert!(!validator.is_valid(&json), "what is not rounded is refused");
    // As an earlier version of the program wrote it.
    let mut first = json_of(&report);
    first["format"] = 1.into();
    for page in first["pages"].as_array_mut().unwrap() {
        page.as_object_mut().unwrap().retain(|key, _| key != "downloads" && key != "months");
    }
    assert!(validator.is_valid(&first));
    assert_eq!(Report::read(first.to_string().as_bytes()).unwrap().pages[0].downloads, None);
    assert!(Report::read(b"{\"format\": 99}").is_err() && Report::read(b"[]").is_err());
}

#[test]
fn the_lists_that_are_kept_are_those_that_the_report_names() {
    let logs = Logs::new();
    let row = "Ale,192.0.2.0/24,RIPE,2026-09-01,\n";
    let report = report_with(&[logs.file("access.log", "")], row, None);
    let list = format!("part,natverk,kalla,kontrollerad,delas-med\n{row}");
    let kept = files::lists(Some(list.as_bytes()));
    assert_eq!(kept.len(), 3);
    for (list, named) in kept.iter().zip(&report.provenance.lists) {
        assert_eq!(
            (list.name, blake3::hash(&list.bytes).to_hex().as_str()),
            (named.name.as_str(), named.hash.as_str())
        );
    }
}
