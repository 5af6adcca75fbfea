//! No address, user agent, referrer or search in what a fault of the program says.

use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::Command;

use rustc_hash::FxHashMap;

use super::{line, pages};
use crate::report::channel::Hosts;
use crate::report::format::{Line, Lines};
use crate::report::networks::Networks;
use crate::report::tally::Counter;
use crate::report::visitor::Keys;
use crate::report::{hide_panics, read};

const CANARIES: [&str; 4] = ["192.0.2.77", "KanarieWebb", "hemlig-sida", "hemlig-sokning"];

fn canaries() -> String {
    let line = line("192.0.2.77", "08:00:00", "GET /s/sok/?q=hemlig-sokning", "https://a.example/hemlig-sida");
    line.replace("Mozilla/5.0", "KanarieWebb/1")
}

/// A log whose reading fails by a fault that shows what it read.
struct Faulty(String);

impl Read for Faulty {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        panic!("{}", self.0)
    }
}

/// Faults of three kinds, each of which says a whole line.
#[test]
#[ignore = "is run by the next, in a process of its own, because it changes what panics say"]
fn faults_that_show_a_line() {
    hide_panics(|place| format!("fel vid {place}"));
    let line = canaries();
    let pages = pages();
    let counter = Counter {
        pages: &pages,
        hosts: &Hosts::new(&pages.host, []),
        networks: &Networks::default(),
        downloads: &FxHashMap::default(),
        keys: &Keys::default(),
        periods: &[],
    };
    let reading = catch_unwind(AssertUnwindSafe(|| {
        let open = |_: &Path| Ok(Box::new(Faulty(line.clone())) as Box<dyn Read>);
        read(&[PathBuf::from("access.log")], &open, None, &counter, &mut |_, _| {}).map(|_| ())
    }));
    let slicing = catch_unwind(|| line[1000..].len());
    let in_a_thread = std::thread::scope(|scope| scope.spawn(|| line.parse::<u8>().map_err(|_| &line).unwrap()).join());
    assert!(reading.is_err() && slicing.is_err() && in_a_thread.is_err());
}

#[test]
fn a_fault_tells_its_place_and_nothing_of_the_log() {
    let name = "report::tests::panics::faults_that_show_a_line";
    let test = Command::new(std::env::current_exe().unwrap())
        .args([name, "--exact", "--ignored", "--nocapture"])
        .env("RUST_BACKTRACE", "1")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&test.stdout).into_owned() + &String::from_utf8_lossy(&test.stderr);
    assert!(test.status.success() && said.contains("1 passed"), "{said}");
    assert_eq!(said.matches("fel vid src/report/tests/panics.rs:").count(), 3, "{said}");
    for canary in CANARIES {
        assert!(!said.contains(canary), "{canary} in {said}");
    }
}

#[test]
fn what_is_read_of_a_line_does_not_show_itself() {
    let text = canaries();
    let mut lines = Lines::default();
    let read = lines.read(text.trim_end().as_bytes());
    assert!(matches!(read, Ok(Line::Request(_))));
    let columns = Lines::new(None, crate::report::format::Fields::of(b"#Fields: 192.0.2.77 hemlig-sida"));
    let shown = format!("{read:?} {lines:?} {columns:?}");
    assert!(shown.contains("200"), "{shown}");
    for canary in CANARIES {
        assert!(!shown.contains(canary), "{canary} in {shown}");
    }
}
