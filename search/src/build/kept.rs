//! What an index leaves for the next one, so that only what has changed is made again.
//!
//! ```text
//! lengths of all fields of all pages together
//! words   text, on how many pages, on how many as a word of its own, its key; whether it is a stop word, whether it has halves,
//!         how many parts; the keys of parts and halves
//! keys    texts
//! pairs   compounds by the keys of their halves
//! runs    first and last key of each file of terms
//! pages   title, day of review, its row of words, its keys with what they weigh
//! ```
//!
//! Numbers are those of [`bytes`](super::bytes), texts have their length before them. A word that no page has any more keeps its
//! number and loses its text, and so does a key: what has been taken from a page is nowhere. That no byte is another than
//! was written is for the keeper to see to; bytes that contradict themselves are refused.

use indexmap::IndexSet;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::Field;
use super::bytes::{Numbers, push};
use super::keys::{KeyId, Leads};
use super::vocabulary::{Vocabulary, WEIGHTS, Weighed, number_of, weight_of};
use super::words::{Distinct, Seen};

/// What an index left, as [`Analysis::to_bytes`](super::Analysis::to_bytes) wrote it.
pub struct Kept<'a> {
    pub(super) totals: [u64; Field::ALL.len()],
    pub(super) words: Distinct,
    /// What each word led to.
    pub(super) leads: Leads,
    /// Keys by number.
    pub(super) texts: IndexSet<Box<str>, FxBuildHasher>,
    pub(super) pairs: FxHashMap<(KeyId, KeyId), KeyId>,
    pub(super) runs: Vec<[KeyId; 2]>,
    pub(super) pages: Vec<KeptPage<'a>>,
}

/// What is kept of a page.
#[derive(Clone, Copy)]
pub(super) struct KeptPage<'a> {
    pub title: &'a str,
    pub reviewed: &'a str,
    /// A [`Row`](super::words::Row).
    pub row: &'a [u8],
    /// As [`keys_to_bytes`] writes them.
    pub keys: &'a [u8],
}

/// Puts together what [`Kept::from_bytes`] reads.
pub(super) fn to_bytes<'a>(
    Vocabulary { words, table, .. }: &Vocabulary,
    totals: [u64; Field::ALL.len()],
    runs: &[[KeyId; 2]],
    pages: impl ExactSizeIterator<Item = KeptPage<'a>>,
) -> Vec<u8> {
    let is_used = table.are_used(words);
    let mut out = Vec::new();
    for total in totals {
        push(&mut out, total as u32);
        push(&mut out, (total >> 32) as u32);
    }
    push(&mut out, words.len() as u32);
    for ((text, seen), word) in words.iter().zip(table.leads.iter()) {
        push_bytes(&mut out, if seen.pages > 0 { text.as_bytes() } else { b"" });
        push(&mut out, seen.pages);
        push(&mut out, seen.plain);
        push(&mut out, word.key);
        let halves = word.halves.as_ref().map_or(&[][..], |halves| halves);
        let parts = table.leads.parts(word);
        push(&mut out, (parts.len() << 2 | halves.len() | usize::from(word.stop)) as u32);
        parts.iter().chain(halves).for_each(|&part| push(&mut out, part));
    }
    push(&mut out, table.texts.len() as u32);
    for (text, is_used) in table.texts.iter().zip(is_used) {
        push_bytes(&mut out, if is_used { text.as_bytes() } else { b"" });
    }
    let mut pairs: Vec<_> = table.pairs.iter().collect();
    pairs.sort_unstable();
    push(&mut out, pairs.len() as u32);
    for (&(first, last), &key) in pairs {
        [first, last, key].into_iter().for_each(|key| push(&mut out, key));
    }
    push(&mut out, runs.len() as u32);
    runs.as_flattened().iter().for_each(|&key| push(&mut out, key));
    push(&mut out, pages.len() as u32);
    for page in pages {
        for part in [page.title.as_bytes(), page.reviewed.as_bytes(), page.row, page.keys] {
            push_bytes(&mut out, part);
        }
    }
    out
}

impl Kept<'_> {
    /// Reads what an index left; nothing if the bytes are something else.
    pub fn from_bytes(bytes: &[u8]) -> Option<Kept<'_>> {
        let mut from = Numbers(bytes);
        let mut totals = [0; Field::ALL.len()];
        for total in &mut totals {
            *total = u64::from(from.next()?) | u64::from(from.next()?) << 32;
        }
        let count = from.count_of()?;
        let mut words = Distinct::with_capacity_and_hasher(count, FxBuildHasher);
        let mut leads = Leads::default();
        let mut parts = Vec::new();
        for number in 0..count {
            let text = take_text(&mut from)?;
            let seen = Seen::on(from.next()?, from.next()?);
            if text.is_empty() && seen.pages > 0 {
                return None;
            }
            words.insert(text_or_place(text, number), seen);
            let key = from.next()?;
            let how = from.next()?;
            parts.clear();
            for _ in 0..how >> 2 {
                parts.push(from.next()?);
            }
            let halves = if how & 2 == 0 { None } else { Some([from.next()?, from.next()?]) };
            leads.push(key, &parts, halves, how & 1 == 1)?;
        }
        let count = from.count_of()?;
        let mut texts = IndexSet::with_capacity_and_hasher(count, FxBuildHasher);
        for number in 0..count {
            texts.insert(text_or_place(take_text(&mut from)?, number));
        }
        let mut pairs = FxHashMap::default();
        for _ in 0..from.next()? {
            pairs.insert((from.next()?, from.next()?), from.next()?);
        }
        let runs = (0..from.next()?).map(|_| Some([from.next()?, from.next()?])).collect::<Option<_>>()?;
        let pages = (0..from.next()?).map(|_| {
            let (title, reviewed) = (take_text(&mut from)?, take_text(&mut from)?);
            Some(KeptPage { title, reviewed, row: take(&mut from)?, keys: take(&mut from)? })
        });
        let pages = pages.collect::<Option<_>>()?;
        let kept = Kept { totals, words, leads, texts, pairs, runs, pages };
        (from.0.is_empty() && kept.is_in_itself()).then_some(kept)
    }

    /// Whether every number is one of something that there is.
    fn is_in_itself(&self) -> bool {
        let keys = self.texts.len() as u32;
        self.words.len() == self.leads.len()
            && self
                .leads
                .iter()
                .flat_map(|word| self.leads.parts(word).iter().chain(word.halves.iter().flatten()))
                .all(|&part| part < keys)
            && self.leads.iter().all(|word| word.key < keys)
            && self.pairs.iter().all(|(&(first, last), &key)| first < keys && last < keys && key < keys)
            && self.runs.as_flattened().iter().all(|&key| key < keys)
    }

    /// Whether so many words have gone that all had better be numbered anew.
    pub(super) fn is_worn(&self) -> bool {
        self.words.values().filter(|seen| seen.pages == 0).count() > self.words.len() / 4
    }

    /// How many pages the index has.
    pub fn pages(&self) -> usize {
        self.pages.len()
    }
}

/// In place of a text that has been lost, one that no other has: no word has this sign.
fn text_or_place(text: &str, number: usize) -> Box<str> {
    if text.is_empty() { format!("\0{number}").into() } else { text.into() }
}

/// The keys of a page, as bytes: in the order of their numbers.
pub(super) fn keys_to_bytes(mut keys: Vec<Weighed>) -> Vec<u8> {
    keys.sort_unstable_by_key(|weighed| weighed.key);
    let mut out = Vec::with_capacity(2 * keys.len());
    let mut next = 0;
    for Weighed { key, class, level } in keys {
        push(&mut out, (key - next) * WEIGHTS + number_of(class, level));
        next = key + 1;
    }
    out
}

/// The keys that are these bytes, of a page.
pub(super) fn keys_of(bytes: &[u8]) -> impl Iterator<Item = Weighed> {
    let mut next = 0_u32;
    Numbers(bytes).map(move |number| {
        let key = next.wrapping_add(number / WEIGHTS);
        next = key.wrapping_add(1);
        let (class, level) = weight_of(number % WEIGHTS);
        Weighed { key, class, level }
    })
}

impl<'a> Numbers<'a> {
    /// A number of things, of which each takes a byte at least.
    fn count_of(&mut self) -> Option<usize> {
        self.next().map(|count| count as usize).filter(|&count| count <= self.0.len())
    }
}

fn push_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    push(out, bytes.len() as u32);
    out.extend_from_slice(bytes);
}

fn take<'a>(from: &mut Numbers<'a>) -> Option<&'a [u8]> {
    let length = from.count_of()?;
    let (bytes, rest) = from.0.split_at_checked(length)?;
    from.0 = rest;
    Some(bytes)
}

fn take_text<'a>(from: &mut Numbers<'a>) -> Option<&'a str> {
    std::str::from_utf8(take(from)?).ok()
}
