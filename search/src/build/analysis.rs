//! Pages → their keys, each with what it weighs on the page.

use std::cmp::Reverse;

use rayon::prelude::*;

use super::Field;
use super::keys::{KeyId, KeyTable};
use super::words::{BREAK, Distinct, Row, WordId, Words};
use crate::format::{Class, level_of};
use crate::page::{Page, Synonyms};

/// A key of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its place among all keys in the order of their bytes; [`Analysis::text`] is what it says.
    pub key: u32,
    /// The strongest way in which the page has it.
    pub class: Class,
    /// As in [`Posting`](crate::format::Posting).
    pub level: u8,
}

/// All pages, ready to be turned round.
pub struct Analysis {
    rows: Vec<Row>,
    words: Distinct,
    table: KeyTable,
    /// The keys in the order of their bytes.
    order: Vec<KeyId>,
    /// By key, its place in that order.
    places: Vec<u32>,
    /// How many words each field of each page has, stop words of the text left out.
    lengths: Vec<[u32; Field::ALL.len()]>,
    /// Of the lengths, 1 at least.
    averages: [f32; Field::ALL.len()],
    /// By key, the words that begin with it, the most usual first.
    continued: Vec<Vec<WordId>>,
}

/// Within how many words the halves of a compound must stand to count as the compound.
const NEAR: usize = 4;
/// What a derived occurrence counts for.
const DERIVED: f32 = 0.5;
/// The most endings that are kept of a key.
const MOST_ENDINGS: usize = 12;

impl Analysis {
    /// Analyses pages, which come in the order that their numbers will have.
    pub fn new(pages: &[Page], synonyms: &[Synonyms]) -> Analysis {
        let words = Words::read(pages);
        let table = KeyTable::new(&words, synonyms);
        let lengths: Vec<_> = words.rows.par_iter().map(|row| lengths(row, &table)).collect();
        let average = |field: usize| {
            lengths.iter().map(|lengths| lengths[field] as f32).sum::<f32>() / lengths.len().max(1) as f32
        };
        let averages = std::array::from_fn(|field| average(field).max(1.0));
        let mut order: Vec<KeyId> = (0..table.texts.len() as KeyId).collect();
        order.par_sort_unstable_by(|&a, &b| table.texts[a as usize].cmp(&table.texts[b as usize]));
        let mut places = vec![0; order.len()];
        for (place, &key) in order.iter().enumerate() {
            places[key as usize] = place as u32;
        }
        let continued = continued(&words.all, &table);
        let Words { all: words, rows } = words;
        Analysis { rows, words, table, order, places, lengths, averages, continued }
    }

    /// A key by its place among all.
    pub fn text(&self, place: u32) -> &str {
        &self.table.texts[self.order[place as usize] as usize]
    }

    /// What follows a key in words, the most usual first.
    pub(super) fn endings(&self, place: u32) -> Vec<String> {
        let key = self.text(place);
        let words = &self.continued[self.order[place as usize] as usize];
        let texts = words.iter().filter_map(|&word| self.words.get_index(word as usize));
        texts.filter_map(|(text, _)| text.strip_prefix(key)).map(str::to_owned).collect()
    }

    /// Whether a key is an abbreviation.
    pub(super) fn is_whole(&self, place: u32) -> bool {
        self.table.whole.contains(&self.order[place as usize])
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.rows.len()
    }

    /// The keys of a page, each once.
    pub fn keys(&self, page: usize) -> Vec<Found> {
        let mut all = occurrences(&self.rows[page], &self.table);
        all.sort_unstable();
        let found = all.chunk_by(|a, b| a.key() == b.key()).map(|of_key| {
            let mut weights = [0.0; 2];
            for same in of_key.chunk_by(|a, b| a == b) {
                weights[same[0].class()] += self.weight(page, same[0].field(), same.len());
            }
            let [words, derived] = weights;
            Found {
                key: self.places[of_key[0].key() as usize],
                class: if words > 0.0 { Class::Word } else { Class::Derived },
                level: level_of(words + derived * DERIVED),
            }
        });
        found.collect()
    }

    /// What so many occurrences in a field weigh: the less, the longer the field is on this page (as in BM25F).
    fn weight(&self, page: usize, field: Field, count: usize) -> f32 {
        let length = self.lengths[page][field as usize] as f32;
        let share = field.length_share();
        field.weight() * count as f32 / (1.0 - share + share * length / self.averages[field as usize])
    }
}

/// A key in one field, by the order in which weights are added up. As one number, because there are many to sort.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Occurrence(u64);

impl Occurrence {
    fn new(key: KeyId, field: Field, class: Class) -> Occurrence {
        Occurrence(u64::from(key) << 16 | (field as u64) << 8 | class as u64)
    }

    fn key(self) -> KeyId {
        (self.0 >> 16) as KeyId
    }

    fn field(self) -> Field {
        Field::ALL[usize::from((self.0 >> 8) as u8)]
    }

    fn class(self) -> usize {
        usize::from(self.0 as u8)
    }
}

/// The words of a field that count, with gaps between blocks of text.
fn content<'a>(row: &'a Row, field: Field, table: &'a KeyTable) -> impl Iterator<Item = Option<usize>> + 'a {
    let in_text = matches!(field, Field::Body | Field::Lead);
    row.field(field).iter().filter_map(move |&word| match word {
        BREAK => Some(None),
        word if in_text && table.words[word as usize].stop => None,
        word => Some(Some(word as usize)),
    })
}

fn lengths(row: &Row, table: &KeyTable) -> [u32; Field::ALL.len()] {
    Field::ALL.map(|field| content(row, field, table).flatten().count() as u32)
}

fn occurrences(row: &Row, table: &KeyTable) -> Vec<Occurrence> {
    let mut all = Vec::with_capacity(2 * row.len());
    let mut keys = Vec::new();
    for field in Field::ALL {
        keys.clear();
        for word in content(row, field, table) {
            let Some(word) = word else {
                keys.extend([None; NEAR]);
                continue;
            };
            let word = &table.words[word];
            keys.push(Some(word.key));
            all.push(Occurrence::new(word.key, field, Class::Word));
            all.extend(word.parts.iter().map(|&key| Occurrence::new(key, field, Class::Derived)));
        }
        derive(&keys, table, |key| all.push(Occurrence::new(key, field, Class::Derived)));
    }
    all
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

/// By key, the words that begin with it, the most usual first.
fn continued(words: &Distinct, table: &KeyTable) -> Vec<Vec<WordId>> {
    let mut continued: Vec<Vec<WordId>> = vec![Vec::new(); table.texts.len()];
    for (number, ((text, _), word)) in words.iter().zip(&table.words).enumerate() {
        if text.starts_with(&*table.texts[word.key as usize]) {
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
