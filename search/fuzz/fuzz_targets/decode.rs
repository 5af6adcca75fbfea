//! Any content, with the right version and checksum, to the decoder of every kind of file; and the same bytes as they are.

#![no_main]

use libfuzzer_sys::fuzz_target;
use samverka_search::format::{Backwards, Card, FORMAT_VERSION, Filters, Order, Root, Terms, checksum};

fuzz_target!(|data: &[u8]| {
    let Some((&pages, content)) = data.split_first() else { return };
    let pages = u32::from(pages);
    for kind in *b"Strdfo" {
        let mut bytes = [&[kind, FORMAT_VERSION], content].concat();
        bytes.extend_from_slice(&checksum(&bytes).to_le_bytes());
        match kind {
            b'S' => drop(Root::decode(&bytes)),
            b't' => drop(Terms::decode(&bytes, pages)),
            b'r' => drop(Backwards::decode(&bytes)),
            b'd' => drop(Card::decode(&bytes)),
            b'f' => drop(Filters::decode(&bytes, pages)),
            _ => drop(Order::decode(&bytes, pages)),
        }
    }
    let _ = Root::decode(content);
    let _ = Card::decode(content);
});
