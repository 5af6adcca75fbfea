//! Pages → keys by field, as text.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::Field;
use super::keys::{KeyId, KeyTable};
use super::words::{BREAK, Words};
use crate::page::{Page, Synonyms};

/// Between two keys in [`Keys`].
pub const SEPARATOR: char = ' ';

/// The keys of a page by field, each as often as it occurs, with [`SEPARATOR`] between.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    /// Of the page's own words.
    pub words: [String; Field::ALL.len()],
    /// Of parts of compounds, of synonyms, and of compounds whose parts stand near each other.
    pub derived: [String; Field::ALL.len()],
}

/// All pages, ready to be turned round.
pub struct Analysis {
    pub pages: Vec<Keys>,
    /// How many words each field of each page has, stop words of the text left out.
    pub(super) lengths: Vec<[u32; Field::ALL.len()]>,
    /// Per key its endings, the most usual first.
    pub(super) endings: FxHashMap<Box<str>, Vec<String>>,
    /// Keys that are abbreviations.
    pub(super) whole: rustc_hash::FxHashSet<Box<str>>,
}

/// Within how many words the halves of a compound must stand to count as the compound.
const NEAR: usize = 4;
/// The most endings that are kept of a key.
const MOST_ENDINGS: usize = 12;

impl Analysis {
    /// Analyses pages, which come in the order that their numbers will have.
    pub fn new(pages: &[Page], synonyms: &[Synonyms]) -> Analysis {
        let words = Words::read(pages);
        let table = KeyTable::new(&words, synonyms);
        let (pages, lengths) = words.rows.par_iter().map(|row| keys_of(row, &table)).unzip();
        let mut endings: FxHashMap<Box<str>, Vec<(u32, &str)>> = FxHashMap::default();
        for ((text, &count), word) in words.texts.iter().zip(&words.pages).zip(&table.words) {
            let key = &table.texts[word.key as usize];
            if let Some(ending) = text.strip_prefix(&**key) {
                endings.entry(key.clone()).or_default().push((count, ending));
            }
        }
        let endings = endings.into_iter().map(|(key, mut endings)| {
            endings.sort_unstable_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
            (key, endings.into_iter().take(MOST_ENDINGS).map(|(_, ending)| ending.to_owned()).collect())
        });
        let whole = table.whole.iter().map(|&key| table.texts[key as usize].clone()).collect();
        Analysis { pages, lengths, endings: endings.collect(), whole }
    }
}

fn keys_of(row: &super::words::Row, table: &KeyTable) -> (Keys, [u32; Field::ALL.len()]) {
    let mut keys = Keys::default();
    let mut lengths = [0; Field::ALL.len()];
    for (field, words) in row.iter().enumerate() {
        let put = |out: &mut String, key: KeyId| {
            out.push_str(&table.texts[key as usize]);
            out.push(SEPARATOR);
        };
        let in_text = field == Field::Body as usize || field == Field::Lead as usize;
        let mut content: Vec<Option<KeyId>> = Vec::with_capacity(words.len());
        for &word in words {
            if word == BREAK {
                content.extend([None; NEAR]);
                continue;
            }
            let word = &table.words[word as usize];
            if word.stop && in_text {
                continue;
            }
            put(&mut keys.words[field], word.key);
            lengths[field] += 1;
            for &part in &word.parts {
                put(&mut keys.derived[field], part);
            }
            content.push(Some(word.key));
        }
        derive(&content, table, |key| put(&mut keys.derived[field], key));
    }
    (keys, lengths)
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
        for near in content[at + 1..].iter().take(NEAR - 1) {
            let Some(near) = near else { break };
            for pair in [(*key, *near), (*near, *key)] {
                if let Some(&compound) = table.pairs.get(&pair) {
                    put(compound);
                }
            }
        }
    }
}
