//! Any bytes as a log, from the file to `rapport.json`.

#![no_main]

use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use samverka::report::channel::Hosts;
use samverka::report::networks::Networks;
use samverka::report::tally::Counter;
use samverka::report::visitor::Keys;
use samverka::report::{Pages, Report, Terms, json, read, unpacked};

static PAGES: LazyLock<Pages> = LazyLock::new(|| {
    let manifest = br#"{"generator": "samverka 0", "date": "2026-11-22", "address": "https://samverka.example/",
        "pages": [{"address": "/", "kind": "start", "title": "S"}, {"address": "/sok/", "kind": "search", "title": "Search"},
                  {"address": "/exempel/x/", "kind": "example", "title": "X"}]}"#;
    Pages::new(manifest).expect("a manifest")
});

fuzz_target!(|data: &[u8]| {
    let networks = Networks::default();
    let counter = Counter {
        pages: &PAGES,
        hosts: &Hosts::new(&PAGES.host, []),
        networks: &networks,
        downloads: &Default::default(),
        keys: &Keys::default(),
        periods: &[i32::MIN..=i32::MAX],
    };
    let open = |_: &Path| unpacked(Cursor::new(data.to_vec()));
    for logs in [vec![PathBuf::from("a.log")], vec![PathBuf::from("a.log"), PathBuf::from("b.log")]] {
        let Ok((mut tally, sources)) = read(&logs, &open, None, &counter, &mut |_, _| {}) else { continue };
        let terms = Terms {
            pages: &PAGES,
            networks: &networks,
            networks_list: None,
            downloads: &[],
            // Days that are named one by one are those between: a log of any bytes has any years.
            from: Some(jiff::civil::Date::constant(2026, 1, 1)),
            to: Some(jiff::civil::Date::constant(2026, 12, 31)),
            without_headers: data.len() % 2 == 0,
            is_demonstration: false,
            activities: &[],
            assignment: None,
            finds: None,
        };
        let report = Report::new(&mut tally, sources, terms);
        assert_eq!(Report::read(&json(&report)).expect("can be read again"), report);
    }
});
