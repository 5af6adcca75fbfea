//! A session that is given random files, each with the right version and checksum, and random requests: it answers, or asks for
//! files, and never asks for the same one again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use samverka_search::format::{FORMAT_VERSION, Root, checksum};
use samverka_search::protocol::{request, step};
use samverka_search::query::{Session, Step};

/// The next run of bytes, which begins with its length.
fn take<'a>(rest: &mut &'a [u8]) -> &'a [u8] {
    let Some((&length, after)) = rest.split_first() else { return &[] };
    let (taken, after) = after.split_at(after.len().min(usize::from(length)));
    *rest = after;
    taken
}

fn sealed(kind: u8, content: &[u8]) -> Vec<u8> {
    let mut bytes = [&[kind, FORMAT_VERSION], content].concat();
    bytes.extend_from_slice(&checksum(&bytes).to_le_bytes());
    bytes
}

/// The kind that a file of this name has.
fn kind(name: &str) -> u8 {
    match name.as_bytes() {
        [first, b'/', ..] => *first,
        b"filter" => b'f',
        _ => b'o',
    }
}

fuzz_target!(|data: &[u8]| {
    let mut rest = data;
    let Some((&how, after)) = rest.split_first() else { return };
    rest = after;
    let root = if how & 1 == 0 {
        sealed(b'S', take(&mut rest))
    } else {
        // A root that holds together, so that the files are reached.
        let bounds = |text: &str| text.split(how as char).map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
        let text = String::from_utf8_lossy(take(&mut rest)).into_owned();
        let root = Root {
            pages: u32::from(how >> 2),
            terms: bounds(&text).into_iter().collect(),
            backwards: bounds(&text).into_iter().rev().take(2).rev().collect(),
        };
        root.encode()
    };
    // A root with a right checksum may say that there are billions of pages, and memory is taken for each when it is opened.
    if Root::decode(&root).is_ok_and(|root| root.pages > 1_000) {
        return;
    }
    let Ok(mut session) = Session::open(&root) else { return };
    for _ in 0..2 {
        let asked = request(&String::from_utf8_lossy(take(&mut rest)).replace(';', "\n"));
        let mut asked_for = std::collections::HashSet::new();
        loop {
            let next = session.search(&asked);
            let _ = step(&next);
            let Step::Need(names) = next else { break };
            assert!(!names.is_empty(), "waits for nothing");
            let mut has_all = true;
            for name in names {
                assert!(asked_for.insert(name.clone()), "asks for {name} again");
                has_all &= session.supply(&name, &sealed(kind(&name), take(&mut rest))).is_ok();
            }
            if !has_all {
                break;
            }
        }
    }
});
