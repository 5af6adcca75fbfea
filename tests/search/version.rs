//! An index of format version 1, kept as it was made.
//!
//! A later reader opens it and finds the same, or says that it is too old: an index in a visitor's cache is never misread.
//! `SAMVERKA_BLESS=1` makes the files anew; once a site has been published with format 1, that is for no one to do.

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use samverka::index::Analysed;
use samverka_search::format::{FORMAT_VERSION, FormatError, checksum};
use samverka_search::query::{Request, Session, Sort, runs};
use samverka_search::{Choice, Filter, Page, Section, Synonyms};

use crate::index::{Searcher, request};
use crate::runs::{files, repository};

const FOLDER: &str = "tests/search/v1";

/// Title, text, kind, day.
const PAGES: [(&str, &str, &str, &str); 12] = [
    ("Skruv", "En skruv har gängor och dras med en skruvmejsel.", "fäste", "2026-01-01"),
    ("Spik", "En spik slås in med en hammare.", "fäste", "2026-01-02"),
    ("Skruvmejsel", "En skruvmejsel vrider skruvar.", "verktyg", "2026-01-03"),
    ("Hammare", "En hammare slår in spikar i trä.", "verktyg", "2026-01-04"),
    ("Såg", "En såg delar trä och metall.", "verktyg", "2026-01-05"),
    ("Vattenpass", "Ett vattenpass visar om något är i våg.", "mätning", "2026-01-06"),
    ("Tumstock", "En tumstock mäter längder upp till två meter.", "mätning", "2026-01-07"),
    ("Lim", "Lim fäster trä mot trä utan skruv.", "fäste", "2026-01-08"),
    ("Borrmaskin", "En borrmaskin gör hål enligt standard 2020:17.", "verktyg", "2026-01-09"),
    ("Mutter", "En mutter håller en bult på plats.", "fäste", "2026-01-10"),
    ("Åsnebrygga", "En brygga av plankor över vatten.", "övrigt", "2026-01-11"),
    ("Arbetsbänk", "På en arbetsbänk ligger verktygen.", "övrigt", "2026-01-12"),
];

fn pages() -> Vec<Page> {
    let page = |(title, text, kind, day): (&str, &str, &str, &str)| Page {
        id: title.to_lowercase(),
        url: format!("/{}/", title.to_lowercase()),
        title: title.into(),
        sections: vec![Section { heading: "Om".into(), anchor: "om".into(), text: format!("{text}\n") }],
        facts: vec![kind.into()],
        reviewed: day.into(),
        choices: vec![Choice { filter: "slag".into(), value: kind.into() }],
        ..Page::default()
    };
    PAGES.into_iter().map(page).collect()
}

fn bless() {
    let values = ["fäste", "verktyg", "mätning", "övrigt"].map(|kind| (kind.to_owned(), kind.to_owned()));
    let filters = [Filter { id: "slag".into(), label: "Slag".into(), values: values.into() }];
    let synonyms = [Synonyms { terms: vec![("meterstock".into(), false), ("tumstock".into(), false)] }];
    let made = Analysed::new(pages(), filters.to_vec(), &synonyms).index().unwrap();
    let folder = repository(FOLDER);
    let _ = fs::remove_dir_all(&folder);
    for (name, bytes) in made.files.iter().map(|(name, bytes)| (name.as_str(), bytes)).chain([("root", &made.root)]) {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// The files by name; made first when they are to be made anew.
static KEPT: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
    if std::env::var_os("SAMVERKA_BLESS").is_some() && FORMAT_VERSION == 1 {
        bless();
    }
    files(&repository(FOLDER))
});

fn found(index: &mut Searcher, request: &Request) -> Vec<String> {
    index.search(request).hits.iter().map(|hit| hit.card.card.title.clone()).collect()
}

#[test]
fn an_index_of_version_1_is_opened_or_refused_by_name() {
    let mut files = KEPT.clone();
    let root = files.remove("root").unwrap();
    assert_eq!(root[1], 1, "the files are of version 1");
    match Session::open(&root) {
        Err(error) => return assert_eq!(error, FormatError::Older { version: 1 }),
        Ok(session) => assert_eq!(session.pages(), 12),
    }
    let mut index = Searcher::new(&root, files);
    let first = |index: &mut Searcher, text: &str| found(index, &request(text)).first().cloned().unwrap_or_default();
    for (query, title) in [
        ("hammaren", "Hammare"),
        ("skruvmejsel", "Skruvmejsel"),
        ("skruvmesjel", "Skruvmejsel"),
        ("åsnebrygga", "Åsnebrygga"),
        ("asnebrygga", "Åsnebrygga"),
        ("meterstock", "Tumstock"),
        ("2020:17", "Borrmaskin"),
        ("\"slår in spikar\"", "Hammare"),
        ("vad mäter längder", "Tumstock"),
    ] {
        assert_eq!(first(&mut index, query), title, "{query}");
    }
    assert!(found(&mut index, &request("qxzvkw")).is_empty());
    assert_eq!(found(&mut index, &Request { typing: true, ..request("borrm") }), ["Borrmaskin"]);
    assert_eq!(index.search(&request("skruvmesjel")).suggestion.as_deref(), Some("skruvmejsel"));
    let chosen = vec![Choice { filter: "slag".into(), value: "mätning".into() }];
    let by_title = Request { sort: Sort::Title, chosen, counts: true, ..request("") };
    assert_eq!(found(&mut index, &by_title), ["Tumstock", "Vattenpass"]);
    let counts = index.search(&by_title).filters;
    assert_eq!(counts[0].values.iter().map(|value| value.count).collect::<Vec<_>>(), [4, 4, 2, 2]);
    let by_day = Request { sort: Sort::Reviewed, limit: 2, counts: true, ..request("") };
    assert_eq!(found(&mut index, &by_day), ["Arbetsbänk", "Åsnebrygga"]);
    let hit = index.search(&request("hammare")).hits.remove(0);
    let marked = runs(&hit.excerpt).into_iter().filter(|(_, marked)| *marked).map(|(text, _)| text);
    assert_eq!((marked.collect::<Vec<_>>(), hit.anchor.as_str()), (vec!["hammare".to_owned()], "om"));
}

/// The same file with another byte at a place, and a checksum that is right again.
fn with_byte(file: &[u8], at: usize, byte: u8) -> Vec<u8> {
    let mut out = file[..file.len() - 4].to_vec();
    out[at] = byte;
    out.extend_from_slice(&checksum(&out).to_le_bytes());
    out
}

#[test]
fn files_of_another_version_or_kind_and_damaged_ones_are_refused_by_name() {
    let files = &*KEPT;
    let root = &files["root"];
    let newer = FORMAT_VERSION + 1;
    let opened = |root: &[u8]| Session::open(root).err();
    assert_eq!(opened(&with_byte(root, 1, newer)), Some(FormatError::Newer { version: newer }));
    assert_eq!(opened(&with_byte(root, 1, 0)), Some(FormatError::Older { version: 0 }));
    if FORMAT_VERSION > 1 {
        return;
    }
    for name in files.keys().filter(|name| *name != "root") {
        let file = &files[name];
        let supply = |bytes: &[u8]| Session::open(root).unwrap().supply(name, bytes);
        assert_eq!(supply(file), Ok(()), "{name}");
        assert_eq!(supply(&with_byte(file, 1, newer)), Err(FormatError::Newer { version: newer }), "{name}");
        assert_eq!(supply(root), Err(FormatError::Foreign), "{name}");
        for at in 2..file.len() {
            let mut flipped = file.clone();
            flipped[at] ^= 1;
            assert_eq!(supply(&flipped), Err(FormatError::Damaged), "{name}, byte {at}");
            assert!(supply(&file[..at]).is_err(), "{name}, cut at {at}");
        }
    }
}
