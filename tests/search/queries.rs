//! The table of queries over the site's own content.
//!
//! `queries.tsv` says what should be found; `known.tsv` which rows are not yet so, and why. The two are compared exactly: a row
//! that begins to be found has to leave the second file, so that it only grows when somebody decides it. `SAMVERKA_BLESS=1` writes
//! it anew, with the reasons that it had.

use std::collections::BTreeMap;
use std::fs;

use samverka::model::Site;
use samverka_search::protocol::MOST_HITS;
use samverka_search::query::Request;

use crate::index::{Searcher, of_site, own_site, request};
use crate::runs::repository;

const TABLE: &str = "tests/search/queries.tsv";
const KNOWN: &str = "tests/search/known.tsv";
const KNOWN_HEAD: &str = "# Rows of queries.tsv that the engine does not reach. Columns: query, kind, why. SAMVERKA_BLESS=1 writes it anew.\n";
const KINDS: [&str; 16] = [
    "word",
    "inflection",
    "compound",
    "part",
    "slip",
    "dots",
    "prefix",
    "synonym",
    "abbreviation",
    "sentence",
    "phrase",
    "without",
    "law",
    "place",
    "mixed",
    "none",
];
/// How many rows must be as the table says.
const LEAST_REACHED: usize = 250;

struct Row<'a> {
    query: &'a str,
    kind: &'a str,
    /// Among so many results must one of the addresses be.
    rank: usize,
    wanted: Vec<&'a str>,
    unwanted: Vec<&'a str>,
    line: usize,
}

fn rows(table: &str) -> Vec<Row<'_>> {
    let lines = table.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    let rows = lines.map(|(number, line)| {
        let line_number = number + 1;
        let columns: Vec<&str> = line.split('\t').collect();
        let [query, kind, rank, expected, reason] = columns[..] else { panic!("line {line_number}: five columns") };
        assert!(!reason.is_empty(), "line {line_number}: no reason");
        assert!(KINDS.contains(&kind), "line {line_number}: kind {kind}");
        let addresses = expected.split('|').filter(|address| *address != "-");
        let (unwanted, wanted): (Vec<&str>, Vec<&str>) = addresses.partition(|address| address.starts_with('!'));
        let unwanted = unwanted.into_iter().map(|address| &address[1..]).collect();
        assert_eq!(expected == "-", kind == "none", "line {line_number}");
        Row { query, kind, rank: rank.parse().unwrap(), wanted, unwanted, line: line_number }
    });
    rows.collect()
}

/// Where the expected page is not, or none if all is well.
fn fault(row: &Row, index: &mut Searcher) -> Option<String> {
    // Beyond the tenth only what must not be there is looked for.
    let limit = if row.unwanted.is_empty() { 10 } else { MOST_HITS };
    let answer = index.search(&Request { typing: row.kind == "prefix", limit, ..request(row.query) });
    // A word of the glossary has an anchor there.
    let found: Vec<&str> = answer.hits.iter().map(|hit| hit.card.card.url.split('#').next().unwrap_or("")).collect();
    let first = || found.iter().take(3).copied().collect::<Vec<_>>().join(" ");
    if row.kind == "none" {
        return (!found.is_empty() || answer.total > 0).then(|| format!("hittar {}", first()));
    }
    if let Some(place) = found.iter().position(|address| row.unwanted.contains(address)) {
        return Some(format!("{} är nummer {} och skulle inte vara med", found[place], place + 1));
    }
    let place = found.iter().position(|address| row.wanted.contains(address));
    match place {
        _ if row.wanted.is_empty() => None,
        Some(place) if place < row.rank => None,
        Some(place) => {
            Some(format!("{} är nummer {}, inte bland {}; först {}", found[place], place + 1, row.rank, first()))
        }
        None => Some(format!("inte bland de tio första; först {}", first())),
    }
}

#[test]
fn addresses_of_the_table_lead_to_pages() {
    let site: Site = own_site();
    let table = fs::read_to_string(repository(TABLE)).unwrap();
    for row in rows(&table) {
        for address in row.wanted.iter().chain(&row.unwanted) {
            assert!(site.route(address).is_some(), "line {}: there is no {address}", row.line);
        }
    }
}

#[test]
fn every_row_is_found_but_those_known() {
    let table = fs::read_to_string(repository(TABLE)).unwrap();
    let rows = rows(&table);
    let mut index = of_site(&own_site());
    let failing: BTreeMap<(&str, &str), String> =
        rows.iter().filter_map(|row| Some(((row.query, row.kind), fault(row, &mut index)?))).collect();
    let text = fs::read_to_string(repository(KNOWN)).unwrap_or_default();
    let known: BTreeMap<(&str, &str), &str> = text
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(query, rest)| rest.split_once('\t').map(|(kind, why)| ((query, kind), why)))
        .collect();
    assert!(rows.len() - failing.len() >= LEAST_REACHED, "{} of {} rows fail: {failing:#?}", failing.len(), rows.len());
    if std::env::var_os("SAMVERKA_BLESS").is_some() {
        let lines = failing.iter().map(|((query, kind), fault)| {
            let why = known.get(&(*query, *kind)).copied().unwrap_or(fault);
            format!("{query}\t{kind}\t{why}\n")
        });
        fs::write(repository(KNOWN), KNOWN_HEAD.to_owned() + &lines.collect::<String>()).unwrap();
        return;
    }
    let new: Vec<_> = failing.iter().filter(|(row, _)| !known.contains_key(*row)).collect();
    assert!(new.is_empty(), "rows that were found before: {new:#?}");
    let found: Vec<_> = known.keys().filter(|row| !failing.contains_key(*row)).collect();
    assert!(found.is_empty(), "rows that are found now, or that the table lacks: take them out of {KNOWN}: {found:#?}");
}
