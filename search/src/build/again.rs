//! The index of pages of which a few have changed: the very bytes that an index of all of them has, for a little of the work.
//!
//! 1. What a page's keys follow from ([`Vocabulary`]) is made of the words that pages have now, as in any index.
//! 2. A page's keys can be others than before when its text has changed, when a word of its own leads elsewhere now, when two of
//!    its keys have become the halves of a compound, or ceased to be, and when the average length of a field is another. Of such
//!    pages, the keys are found anew.
//! 3. A file is made again when it has other keys than before, or one of them stands on other pages, weighs something else, or has
//!    other endings. The pages of its keys are gathered from the keys of all pages: what tantivy does for a whole index.

use std::ops::Range;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::cards::{by_review, by_title, cards};
use super::freeze::{FILTER, Listed, Plan, REVIEWED, TITLE, backwards_file, cards_name, terms_name};
use super::kept::{Kept, KeptPage, keys_of, keys_to_bytes, to_bytes};
use super::keys::{KeyId, KeyTable, WordKeys};
use super::vocabulary::{Place, Tally, Vocabulary, Weighed, averages, lengths};
use super::words::{self, Row, Seen, WordId};
use crate::format::{Terms, cards_in_file};
use crate::page::{Page, Synonyms};

/// An index that has been made again.
pub struct Again {
    /// The [`Root`](crate::format::Root), as a file.
    pub root: Vec<u8>,
    /// Names as in [`Index`](super::Index). Content where it may be another than before; nothing where it is the same.
    pub files: Vec<(String, Option<Vec<u8>>)>,
    /// For the next time.
    pub kept: Vec<u8>,
}

/// What words were before.
struct Then<'a> {
    /// On how many pages each stood, and on how many of them as a word of its own.
    seen: &'a [Seen],
    /// What some led to: those that lead elsewhere now.
    moved: FxHashMap<usize, WordKeys>,
}

impl Kept<'_> {
    /// The index with other pages in the places of a few: by their numbers, in order. They must have the same addresses and
    /// choices as those before them, so that the order of pages and the filters are the same; and of pages that share a file
    /// ([`cards_in_file`]) all or none must be there. `synonyms` are those of the index before.
    ///
    /// Nothing when this is not so, if what was kept is no index's, or after very many changes.
    pub fn again(self, changed: &[(usize, &Page)], synonyms: &[Synonyms]) -> Option<Again> {
        if self.is_worn() {
            return None;
        }
        let Kept { mut totals, words: mut all, leads, texts, pairs, runs, pages: before } = self;
        let seen: Vec<Seen> = all.values().copied().collect();
        let row_of = |page: &KeptPage<'_>| Row::from_bytes(page.row).filter(|row| row.is_of(seen.len()));
        let old_rows: Vec<Row> =
            changed.iter().map(|(number, _)| row_of(before.get(*number)?)).collect::<Option<_>>()?;
        let new_rows = words::change(&mut all, old_rows.iter().zip(changed.iter().map(|(_, page)| *page)));

        let is_changed = |(was, is): (&Seen, &Seen)| (was.pages, was.is_whole()) != (is.pages, is.is_whole());
        let changed_words: Vec<bool> = seen.iter().zip(all.values()).map(is_changed).collect();
        let (table, moved) = KeyTable::again(&all, synonyms, texts, leads, &changed_words);
        let then = Then { seen: &seen, moved };
        let averages_then = averages(totals, before.len());
        for (row, is_new) in old_rows.iter().map(|row| (row, false)).chain(new_rows.iter().map(|row| (row, true))) {
            for (total, length) in totals.iter_mut().zip(lengths(row, &table)) {
                let length = u64::from(length);
                *total = if is_new { total.checked_add(length) } else { total.checked_sub(length) }?;
            }
        }
        let vocabulary = Vocabulary { words: all, table, averages: averages(totals, before.len()) };

        let asked = Asked {
            moved: then.moved(&vocabulary),
            halves: Halves::differing(&pairs, &vocabulary.table.pairs),
            all: averages_then != vocabulary.averages,
        };
        let keys =
            |tally: &mut Tally, row: &Row| keys_to_bytes(vocabulary.keys(row, &lengths(row, &vocabulary.table), tally));
        let new_keys = before.par_iter().map_init(
            || vocabulary.tally(),
            |tally, page| match asked.is(page) {
                true => row_of(page).map(|row| Some(keys(tally, &row))),
                false => Some(None),
            },
        );
        let mut new_keys: Vec<Option<Vec<u8>>> = new_keys.collect::<Option<_>>()?;
        let mut written: Vec<Vec<u8>> = Vec::with_capacity(changed.len());
        let tally = &mut vocabulary.tally();
        for ((number, _), row) in changed.iter().zip(&new_rows) {
            new_keys[*number] = Some(keys(tally, row));
            written.push(row.to_bytes());
        }
        let mut pages = before.clone();
        for (page, keys) in pages.iter_mut().zip(&new_keys) {
            page.keys = keys.as_deref().unwrap_or(page.keys);
        }
        for ((number, page), row) in changed.iter().zip(&written) {
            pages[*number] = KeptPage { title: &page.title, reviewed: &page.reviewed, row, keys: pages[*number].keys };
        }

        let is_changed = then.changed_keys(&vocabulary, before.iter().zip(&pages))?;
        let frozen = Frozen::new(&vocabulary, &pages)?;
        let Plan { root, terms, backwards } = Plan::new(&frozen.listed(), pages.len() as u32);
        let runs_now: Vec<[KeyId; 2]> = terms.iter().map(|run| frozen.ends(run)).collect();
        let is_same = |number: usize| runs.get(number) == Some(&runs_now[number]);
        let mut is_same: Vec<bool> = (0..terms.len()).map(is_same).collect();
        for key in (0..).zip(&is_changed).filter(|(_, is_changed)| **is_changed).map(|(key, _)| key) {
            is_same.get_mut(frozen.run_of(key, &terms)).into_iter().for_each(|is_same| *is_same = false);
        }
        let mut files = frozen.terms(&terms, &is_same, &pages);
        let backwards = backwards.into_par_iter().map(|keys| keys.encode()).enumerate().map(backwards_file);
        files.par_extend(backwards.map(|(name, bytes)| (name, Some(bytes))));
        files.extend(changed_cards(changed, pages.len())?);
        files.push((FILTER.into(), None));
        let differs = |of: fn(KeptPage<'_>) -> &str| changed.iter().any(|(n, _)| of(before[*n]) != of(pages[*n]));
        let reviewed = differs(|page| page.reviewed).then(|| by_review(pages.iter().map(|page| page.reviewed)));
        files.push((REVIEWED.into(), reviewed));
        let titled = differs(|page| page.title).then(|| by_title(pages.iter().map(|page| page.title)));
        files.push((TITLE.into(), titled));
        let kept = to_bytes(&vocabulary, totals, &runs_now, pages.iter().copied());
        Some(Again { root: root.encode(), files, kept })
    }
}

impl Then<'_> {
    /// Which words lead elsewhere now on pages that have not changed; nothing if none does.
    fn moved(&self, now: &Vocabulary) -> Option<Vec<bool>> {
        let mut moved = vec![false; self.seen.len()];
        for (&word, then) in &self.moved {
            let is_live = self.seen[word].pages > 0 && now.words[word].pages > 0;
            let leads = &now.table.leads;
            let now = leads.of(word);
            moved[word] = is_live && (then.key, leads.parts(then)) != (now.key, leads.parts(now));
        }
        moved.contains(&true).then_some(moved)
    }

    /// Which keys have other pages, other weights or other endings. Nothing if a page has a key that there is not.
    fn changed_keys<'a>(
        &self,
        now: &Vocabulary,
        pages: impl Iterator<Item = (&'a KeptPage<'a>, &'a KeptPage<'a>)>,
    ) -> Option<Vec<bool>> {
        let mut is_changed = vec![false; now.table.texts.len()];
        for (was, is) in pages.filter(|(was, is)| was.keys != is.keys) {
            for key in differing(was.keys, is.keys) {
                *is_changed.get_mut(key as usize)? = true;
            }
        }
        // A word that more or fewer pages have may come before or behind another as an ending of its key.
        for (word, seen) in now.words.values().enumerate() {
            let was = self.seen.get(word).map_or(0, |seen| seen.pages);
            let then = self.moved.get(&word);
            if was == seen.pages && then.is_none() {
                continue;
            }
            let lead = now.table.leads.of(word);
            for (_, key) in
                [(was, then.unwrap_or(lead).key), (seen.pages, lead.key)].iter().filter(|(pages, _)| *pages > 0)
            {
                *is_changed.get_mut(*key as usize)? = true;
            }
        }
        Some(is_changed)
    }
}

/// The keys that only one of two pages has, or that have another weight on the other.
fn differing(was: &[u8], is: &[u8]) -> Vec<KeyId> {
    let [was, is] = [was, is].map(|keys| keys_of(keys).collect::<Vec<Weighed>>());
    let mut keys = Vec::new();
    let (mut old, mut new) = (was.iter().peekable(), is.iter().peekable());
    loop {
        let (one, other) = (old.peek(), new.peek());
        let Some(key) = [one, other].into_iter().flatten().map(|found| found.key).min() else { return keys };
        let one = old.next_if(|found| found.key == key);
        let other = new.next_if(|found| found.key == key);
        if one != other {
            keys.push(key);
        }
    }
}

/// Of which pages the keys are found anew, beside those that have changed.
struct Asked {
    /// By word, whether it leads elsewhere now.
    moved: Option<Vec<bool>>,
    halves: Halves,
    /// Of all.
    all: bool,
}

impl Asked {
    fn is(&self, page: &KeptPage<'_>) -> bool {
        let has_moved = |moved: &Vec<bool>| Row::from_bytes(page.row).is_none_or(|row| row.has_any(moved));
        self.all || self.moved.as_ref().is_some_and(has_moved) || self.halves.are_on(page)
    }
}

/// Pairs of keys that make up another compound than before, or one of them no compound.
#[derive(Default)]
struct Halves {
    pairs: Vec<(KeyId, KeyId)>,
    /// By key, whether it is in any of the pairs.
    is_half: Vec<bool>,
}

impl Halves {
    fn differing(was: &FxHashMap<(KeyId, KeyId), KeyId>, is: &FxHashMap<(KeyId, KeyId), KeyId>) -> Halves {
        let mut halves = Halves::default();
        let gone = was.keys().filter(|pair| !is.contains_key(pair));
        let other = is.iter().filter(|(pair, key)| was.get(pair) != Some(key)).map(|(pair, _)| pair);
        for &(first, last) in gone.chain(other) {
            halves.pairs.push((first, last));
            for half in [first, last] {
                halves.is_half.resize(halves.is_half.len().max(half as usize + 1), false);
                halves.is_half[half as usize] = true;
            }
        }
        halves
    }

    /// Whether a page has both keys of a pair.
    fn are_on(&self, page: &KeptPage<'_>) -> bool {
        if self.pairs.is_empty() {
            return false;
        }
        let keys = keys_of(page.keys).map(|found| found.key);
        let keys: Vec<KeyId> = keys.filter(|&key| self.is_half.get(key as usize) == Some(&true)).collect();
        let has = |key: KeyId| keys.binary_search(&key).is_ok();
        self.pairs.iter().any(|&(first, last)| has(first) && has(last))
    }
}

/// The keys that pages have, in order.
struct Frozen<'v> {
    vocabulary: &'v Vocabulary,
    order: Vec<KeyId>,
    /// By key, on how many pages.
    counts: Vec<u32>,
    /// By key, the words that begin with it.
    continued: Vec<Vec<WordId>>,
}

impl<'v> Frozen<'v> {
    /// Nothing if a page has a key that there is not.
    fn new(vocabulary: &'v Vocabulary, pages: &[KeptPage<'_>]) -> Option<Frozen<'v>> {
        let mut counts = vec![0; vocabulary.table.texts.len()];
        for found in pages.iter().flat_map(|page| keys_of(page.keys)) {
            *counts.get_mut(found.key as usize)? += 1;
        }
        let order = vocabulary.table.in_order(|key| counts[key as usize] > 0);
        Some(Frozen { vocabulary, order, counts, continued: vocabulary.continued() })
    }

    fn text(&self, key: KeyId) -> &str {
        &self.vocabulary.table.texts[key as usize]
    }

    fn listed(&self) -> Vec<Listed<'_>> {
        let listed = self.order.iter().map(|&key| Listed {
            key: self.text(key),
            pages: self.counts[key as usize] as usize,
            is_word: self.vocabulary.is_word(key, &self.continued[key as usize]),
        });
        listed.collect()
    }

    /// The first and the last key of a file.
    fn ends(&self, run: &Range<usize>) -> [KeyId; 2] {
        [self.order[run.start], self.order[run.end - 1]]
    }

    /// The file that a key is in, or would be in.
    fn run_of(&self, key: KeyId, runs: &[Range<usize>]) -> usize {
        let text = self.text(key);
        runs.partition_point(|run| self.text(self.order[run.start]) <= text).saturating_sub(1)
    }

    /// The files of terms.
    fn terms(&self, runs: &[Range<usize>], is_same: &[bool], pages: &[KeptPage<'_>]) -> Vec<(String, Option<Vec<u8>>)> {
        const NONE: u32 = u32::MAX;
        let mut numbers = vec![NONE; self.counts.len()];
        let mut places: Vec<Vec<Place>> = Vec::new();
        for (run, _) in runs.iter().zip(is_same).filter(|(_, is_same)| !**is_same) {
            for &key in &self.order[run.clone()] {
                numbers[key as usize] = places.len() as u32;
                places.push(Vec::with_capacity(self.counts[key as usize] as usize));
            }
        }
        for (page, kept) in (0..).zip(pages) {
            for Weighed { key, class, level } in keys_of(kept.keys) {
                let number = numbers[key as usize];
                if number != NONE {
                    places[number as usize].push(Place::new(page, class, level));
                }
            }
        }
        let entry = |&key: &KeyId| {
            let places = &places[numbers[key as usize] as usize];
            self.vocabulary.entry(key, &self.continued[key as usize], places.iter().copied())
        };
        let files = runs.par_iter().zip(is_same).map(|(run, is_same)| {
            let of_file = || Terms { entries: self.order[run.clone()].iter().map(entry).collect() };
            (!is_same).then(|| of_file().encode(pages.len() as u32))
        });
        files.enumerate().map(|(number, bytes)| (terms_name(number), bytes)).collect()
    }
}

/// The files of what is shown of pages. Nothing where only some of the pages of a file are there.
fn changed_cards(changed: &[(usize, &Page)], pages: usize) -> Option<Vec<(String, Option<Vec<u8>>)>> {
    let together = cards_in_file(pages as u32) as usize;
    let mut files: Vec<_> = (0..pages.div_ceil(together)).map(|number| (cards_name(number), None)).collect();
    for of_file in changed.chunk_by(|(one, _), (other, _)| one / together == other / together) {
        let number = of_file.first()?.0 / together;
        if of_file.len() != together.min(pages.checked_sub(number * together)?) {
            return None;
        }
        files.get_mut(number)?.1 = Some(cards(of_file.iter().map(|(_, page)| *page), pages));
    }
    Some(files)
}
