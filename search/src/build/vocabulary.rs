//! What the keys of a page follow from: the words of all pages, and how long fields are on average.

use std::cmp::Reverse;

use rayon::prelude::*;

use super::Field;
use super::keys::{KeyId, KeyTable};
use super::words::{Distinct, Row, WordId};
use crate::format::{Class, Entry, LEVELS, MOST_ENDINGS, Posting, is_word, level_of};

/// How many words each field of a page has, stop words of the text left out.
pub type Lengths = [u32; Field::ALL.len()];

/// The words of all pages and what they lead to.
pub struct Vocabulary {
    pub words: Distinct,
    pub table: KeyTable,
    /// As [`averages`] has them.
    pub averages: [f32; Field::ALL.len()],
}

/// A key of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighed {
    pub key: KeyId,
    /// The strongest way in which the page has it.
    pub class: Class,
    /// As in [`Posting`].
    pub level: u8,
}

/// How many numbers stand for a class and a level: those below.
pub const WEIGHTS: u32 = 2 * LEVELS as u32;

/// A class and a level as one number.
pub fn number_of(class: Class, level: u8) -> u32 {
    class as u32 * LEVELS as u32 + u32::from(level)
}

/// The class and the level that a number stands for.
pub fn weight_of(number: u32) -> (Class, u8) {
    let class = if number < LEVELS as u32 { Class::Word } else { Class::Derived };
    (class, (number % LEVELS as u32) as u8)
}

/// A [`Posting`] as one number, because there are many. Those of a key ascend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place(u32);

impl Place {
    /// A key on a page: one of the first 134 million.
    pub fn new(page: u32, class: Class, level: u8) -> Place {
        Place(page * WEIGHTS + number_of(class, level))
    }

    /// The place of a [number](Place::number).
    pub fn of(number: u32) -> Place {
        Place(number)
    }

    /// Less than [`WEIGHTS`] times the number of the page after.
    pub fn number(self) -> u32 {
        self.0
    }

    /// The same on a page so many further on.
    pub fn after(self, pages: u32) -> Place {
        Place(pages * WEIGHTS + self.0)
    }

    /// What it stands for.
    pub fn posting(self) -> Posting {
        let (class, level) = weight_of(self.0 % WEIGHTS);
        Posting { page: self.0 / WEIGHTS, class, level }
    }
}

/// Within how many words the halves of a compound must stand to count as the compound.
const NEAR: usize = 4;
/// What a derived occurrence counts for.
const DERIVED: f32 = 0.5;

impl Vocabulary {
    /// The keys of a page, each once, in the order in which it has them.
    pub fn keys(&self, row: &Row, lengths: &Lengths, tally: &mut Tally) -> Vec<Weighed> {
        tally.read(row, &self.table);
        let reductions = self.reductions(lengths);
        let weight = |field: Field, count: usize| field.weight() * count as f32 / reductions[field as usize];
        // Nearly all counts are small.
        let weights = Field::ALL.map(|field| std::array::from_fn::<_, 8, _>(|count| weight(field, count)));
        let weighed = |(key, counts): (KeyId, Counts)| {
            let mut sums = [0.0; 2];
            for field in Field::ALL {
                for (sum, count) in sums.iter_mut().zip(counts[field as usize].map(|count| count as usize)) {
                    let known = weights[field as usize].get(count);
                    *sum += known.copied().unwrap_or_else(|| weight(field, count));
                }
            }
            let [words, derived] = sums;
            Weighed {
                key,
                class: if words > 0.0 { Class::Word } else { Class::Derived },
                level: level_of(words + derived * DERIVED),
            }
        };
        tally.take().map(weighed).collect()
    }

    /// To count the keys of pages in, one page after the other.
    pub fn tally(&self) -> Tally {
        Tally { slots: vec![0; self.table.texts.len()], found: Vec::new() }
    }

    /// By field, how much less its words weigh: the longer it is on this page, the less (as in BM25F).
    fn reductions(&self, lengths: &Lengths) -> [f32; Field::ALL.len()] {
        Field::ALL.map(|field| {
            let (length, share) = (lengths[field as usize] as f32, field.length_share());
            1.0 - share + share * length / self.averages[field as usize]
        })
    }

    /// By key, the words that begin with it, the most usual first.
    pub fn continued(&self) -> Vec<Vec<WordId>> {
        let Vocabulary { words, table, .. } = self;
        let mut continued: Vec<Vec<WordId>> = vec![Vec::new(); table.texts.len()];
        for (number, ((text, seen), word)) in words.iter().zip(table.leads.iter()).enumerate() {
            if seen.pages > 0 && text.starts_with(&*table.texts[word.key as usize]) {
                continued[word.key as usize].push(number as WordId);
            }
        }
        continued.par_iter_mut().for_each(|of_key| {
            // They begin alike, so that their order is that of their endings.
            of_key.sort_unstable_by_key(|&word| {
                words.get_index(word as usize).map(|(text, seen)| (Reverse(seen.pages), text))
            });
            of_key.truncate(MOST_ENDINGS);
        });
        continued
    }

    /// A key as it is written. `words` are those that begin with it, `places` where it is.
    pub fn entry(&self, key: KeyId, words: &[WordId], places: impl Iterator<Item = Place>) -> Entry {
        Entry {
            key: self.table.texts[key as usize].to_string(),
            endings: self.endings(key, words).map(str::to_owned).collect(),
            whole: self.table.whole.contains(&key),
            postings: places.map(Place::posting).collect(),
        }
    }

    /// As [`Entry::is_word`] of the same.
    pub fn is_word(&self, key: KeyId, words: &[WordId]) -> bool {
        is_word(self.table.whole.contains(&key), self.endings(key, words).map(str::len))
    }

    /// What follows a key in some words.
    fn endings<'a>(&'a self, key: KeyId, words: &'a [WordId]) -> impl Iterator<Item = &'a str> {
        let key = &*self.table.texts[key as usize];
        let texts = words.iter().filter_map(|&word| self.words.get_index(word as usize));
        texts.filter_map(move |(text, _)| text.strip_prefix(key))
    }
}

/// The average lengths of fields, 1 at least, of so many pages whose lengths together are `totals`.
pub fn averages(totals: [u64; Field::ALL.len()], pages: usize) -> [f32; Field::ALL.len()] {
    totals.map(|total| rounded(total as f32 / pages.max(1) as f32).max(1.0))
}

/// A length to three digits: so that one page more or less seldom changes what every other page's words weigh.
fn rounded(length: f32) -> f32 {
    let mut unit = 1.0;
    while length / unit >= 1000.0 {
        unit *= 10.0;
    }
    while length > 0.0 && length / unit < 100.0 {
        unit /= 10.0;
    }
    (length / unit).round() * unit
}

/// How often a page has a key in each field, as a word and derived.
type Counts = [[u32; 2]; Field::ALL.len()];

/// Counts the keys of a page.
pub struct Tally {
    /// By key, the number of its counts, from 1; 0 for none.
    slots: Vec<u32>,
    found: Vec<(KeyId, Counts)>,
}

impl Tally {
    fn add(&mut self, key: KeyId, field: Field, class: Class) {
        let slot = &mut self.slots[key as usize];
        if *slot == 0 {
            self.found.push((key, Counts::default()));
            *slot = self.found.len() as u32;
        }
        self.found[*slot as usize - 1].1[field as usize][class as usize] += 1;
    }

    /// What has been counted; then there is nothing in it.
    fn take(&mut self) -> impl Iterator<Item = (KeyId, Counts)> {
        self.found.drain(..).inspect(|(key, _)| self.slots[*key as usize] = 0)
    }

    fn read(&mut self, row: &Row, table: &KeyTable) {
        let mut keys = Vec::new();
        for field in Field::ALL {
            keys.clear();
            for word in content(row, field, table) {
                let Some(word) = word else {
                    keys.extend([None; NEAR]);
                    continue;
                };
                let word = table.leads.of(word);
                keys.push(Some(word.key));
                self.add(word.key, field, Class::Word);
                table.leads.parts(word).iter().for_each(|&key| self.add(key, field, Class::Derived));
            }
            derive(&keys, table, |key| self.add(key, field, Class::Derived));
        }
    }
}

/// The words of a field that count, with gaps between blocks of text.
fn content<'a>(row: &'a Row, field: Field, table: &'a KeyTable) -> impl Iterator<Item = Option<usize>> + 'a {
    let in_text = matches!(field, Field::Body | Field::Lead);
    row.field(field).filter_map(move |word| match word {
        Some(word) if in_text && table.leads.of(word as usize).stop => None,
        word => Some(word.map(|word| word as usize)),
    })
}

/// How many words each field has.
pub fn lengths(row: &Row, table: &KeyTable) -> Lengths {
    Field::ALL.map(|field| content(row, field, table).flatten().count() as u32)
}

/// What follows from words beside each other: synonyms, and compounds whose halves stand near each other.
fn derive(content: &[Option<KeyId>], table: &KeyTable, mut put: impl FnMut(KeyId)) {
    for (at, key) in content.iter().enumerate() {
        let Some(key) = key else { continue };
        for synonym in table.synonyms.get(key).into_iter().flatten() {
            let here = content[at..].iter().take(synonym.keys.len());
            if here.map(|key| key.unwrap_or(u32::MAX)).eq(synonym.keys.iter().copied()) {
                synonym.others.iter().for_each(|&other| put(other));
            }
        }
        if !table.halves[*key as usize] {
            continue;
        }
        for near in content[at + 1..].iter().take(NEAR - 1) {
            let Some(near) = near else { break };
            if !table.halves[*near as usize] {
                continue;
            }
            for pair in [(*key, *near), (*near, *key)] {
                if let Some(&compound) = table.pairs.get(&pair) {
                    put(compound);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn lengths_are_rounded_to_three_digits() {
        for (length, expected) in
            [(0.0, 0.0), (412.6, 413.0), (9.996, 10.0), (6.432, 6.43), (1234.5, 1230.0), (0.2184, 0.218)]
        {
            assert!((rounded(length) - expected).abs() < 1e-4 * expected.max(1.0), "{length}: {}", rounded(length));
        }
    }
}
