//! A word's key, and the other keys that its pages are found under.

use indexmap::IndexSet;
use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::words::Words;
use crate::analyze::{Division, Lexicon, is_stop_word, plain_words, stem, verb_of, without_article};
use crate::page::Synonyms;

/// A key's number.
pub type KeyId = u32;

/// What a word leads to.
#[derive(Clone, Debug, Default)]
pub struct WordKeys {
    pub key: KeyId,
    /// Of its parts, when it is a compound, and of the verb it comes from.
    pub parts: Vec<KeyId>,
    pub stop: bool,
}

/// All keys.
#[derive(Default)]
pub struct KeyTable {
    /// By number.
    pub texts: IndexSet<Box<str>, FxBuildHasher>,
    /// By word.
    pub words: Vec<WordKeys>,
    /// Compounds by the keys of their halves.
    pub pairs: FxHashMap<(KeyId, KeyId), KeyId>,
    /// By key, whether it is a half of any: few are.
    pub halves: Vec<bool>,
    /// Synonyms by the key of their first word.
    pub synonyms: FxHashMap<KeyId, Vec<Synonym>>,
    /// Abbreviations.
    pub whole: FxHashSet<KeyId>,
}

/// A term of a group of synonyms.
pub struct Synonym {
    /// The keys of its words, stop words left out.
    pub keys: Vec<KeyId>,
    /// The keys of the other terms of its group.
    pub others: Vec<KeyId>,
}

/// A word's stem; that of the noun without its article, where Snowball leaves the article and pages have the noun.
fn key_of<'a>(word: &'a str, lexicon: &Lexicon<'_>) -> &'a str {
    match stem(word) {
        whole if whole.len() + 1 >= word.len() => match without_article(word).filter(|noun| lexicon.has(noun)) {
            Some(noun) => stem(noun),
            None => whole,
        },
        stem => stem,
    }
}

/// What is found out about a word by itself.
struct Read<'a> {
    key: &'a str,
    is_abbreviation: bool,
    /// The verb that it comes from, where pages have that.
    verb: Option<String>,
    division: Option<Division>,
    stop: bool,
}

impl<'a> Read<'a> {
    fn new(word: &'a str, is_whole: bool, is_abbreviation: bool, lexicon: &Lexicon<'_>) -> Read<'a> {
        let stop = is_stop_word(word);
        if is_whole || is_abbreviation {
            return Read { key: word, is_abbreviation, verb: None, division: None, stop };
        }
        let verb = verb_of(stem(word)).filter(|verb| lexicon.has(verb) || lexicon.has(&[verb, "r"].concat()));
        Read { key: key_of(word, lexicon), is_abbreviation, verb, division: lexicon.division(word), stop }
    }
}

impl KeyTable {
    pub fn new(words: &Words, synonyms: &[Synonyms]) -> KeyTable {
        let whole: FxHashSet<String> = synonyms
            .iter()
            .flat_map(|group| &group.terms)
            .filter(|(_, whole)| *whole)
            .flat_map(|(term, _)| plain_words(term))
            .collect();
        let counted = words.all.iter().map(|(text, seen)| (&**text, seen.pages));
        let lexicon = Lexicon::new(counted.filter(|(text, _)| !whole.contains(*text)));
        let read: Vec<Read<'_>> = (0..words.all.len())
            .into_par_iter()
            .filter_map(|word| words.all.get_index(word))
            .map(|(text, seen)| Read::new(text, seen.whole, whole.contains(&**text), &lexicon))
            .collect();
        let mut table = KeyTable::default();
        let mut compounds = Vec::new();
        for Read { key, is_abbreviation, verb, division, stop } in read {
            let key = table.number(key);
            if is_abbreviation {
                table.whole.insert(key);
            }
            let mut parts = Vec::new();
            parts.extend(verb.map(|verb| table.number(stem(&verb))));
            if let Some(division) = division {
                let halves = division.halves.each_ref().map(|half| table.number(stem(half)));
                parts.extend(division.parts.iter().map(|part| table.number(stem(part))));
                parts.extend(halves);
                compounds.push((halves, key));
            }
            parts.retain(|&part| part != key);
            parts.sort_unstable();
            parts.dedup();
            table.words.push(WordKeys { key, parts, stop });
        }
        for ([first, last], key) in compounds {
            if first != last {
                table.pairs.entry((first, last)).or_insert(key);
            }
        }
        table.add_synonyms(synonyms, &whole);
        table.halves.resize(table.texts.len(), false);
        for half in table.pairs.keys().flat_map(|&(first, last)| [first, last]) {
            table.halves[half as usize] = true;
        }
        table
    }

    fn add_synonyms(&mut self, synonyms: &[Synonyms], whole: &FxHashSet<String>) {
        for group in synonyms {
            let terms: Vec<Vec<KeyId>> = group
                .terms
                .iter()
                .map(|(term, _)| {
                    let words = plain_words(term).into_iter().filter(|word| !is_stop_word(word));
                    words.map(|word| self.number(if whole.contains(&word) { &word } else { stem(&word) })).collect()
                })
                .collect();
            for (at, keys) in terms.iter().enumerate().filter(|(_, keys)| !keys.is_empty()) {
                let others = terms.iter().enumerate().filter(|(other, _)| *other != at).flat_map(|(_, keys)| keys);
                let mut others: Vec<KeyId> = others.copied().filter(|key| !keys.contains(key)).collect();
                others.sort_unstable();
                others.dedup();
                self.synonyms.entry(keys[0]).or_default().push(Synonym { keys: keys.clone(), others });
            }
        }
    }

    fn number(&mut self, text: &str) -> KeyId {
        let known = self.texts.get_index_of(text);
        known.unwrap_or_else(|| self.texts.insert_full(text.into()).0) as KeyId
    }
}
