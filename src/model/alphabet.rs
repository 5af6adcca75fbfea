//! A–Ö: everything that people look for, in Swedish order, also under the words that they may use instead.

use rayon::prelude::*;

use super::document::Document;
use super::{FACETS, Site, address};
use crate::parse::Status;
use crate::schema::Kind;
use crate::words::{index_letter, swedish_key};

/// How many entries one page of the index shows: more than a list, since a reader scans words and not hits.
pub const ALPHABET_LENGTH: usize = 500;

/// A line of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub text: String,
    /// The word to look under instead, when `text` is another word for it.
    pub see: Option<String>,
    /// With an anchor for a word of the glossary.
    pub address: String,
    pub sort: EntrySort,
    /// Language of the text, where it is not the site's.
    pub language: Option<String>,
}

/// What an entry leads to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntrySort {
    Document(Kind),
    /// A term of the vocabulary with this id.
    Term(String),
    Word,
    Municipality,
    County,
}

/// The letters of the index, each with the place of its first entry.
pub fn letters(entries: &[Entry]) -> Vec<(String, usize)> {
    let mut letters: Vec<(String, usize)> = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let letter = index_letter(&entry.text);
        if letters.last().is_none_or(|(last, _)| *last != letter) {
            letters.push((letter, index));
        }
    }
    letters
}

/// Every entry, in order.
pub(super) fn entries(site: &Site) -> Vec<Entry> {
    let documents = site.documents.iter().filter(|d| d.status != Status::Withdrawn && d.address != address::START);
    let documents = documents.filter(|d| d.address != address::ALPHABET && !address::is_for_editors(&d.address));
    let mut entries: Vec<Entry> = documents.map(|document| of_document(site, document)).collect();
    entries.extend(terms(site));
    let words = site.glossary.iter().filter(|word| !word.anchor.is_empty());
    entries.extend(words.map(|word| {
        let address = format!("{}#{}", address::GLOSSARY, word.anchor);
        Entry { text: word.term.clone(), see: None, address, sort: EntrySort::Word, language: None }
    }));
    let geography = &site.geography;
    let municipalities = geography.municipalities.iter().filter(|m| !site.in_municipality(m.code).is_empty());
    entries.extend(municipalities.map(|m| {
        let address = address::municipality(&m.slug);
        Entry { text: m.name.clone(), see: None, address, sort: EntrySort::Municipality, language: None }
    }));
    let counties = geography.counties.iter().enumerate().filter(|(index, _)| !site.in_county(*index).is_empty());
    entries.extend(counties.map(|(_, county)| {
        let address = address::county(&county.slug);
        Entry { text: county.name.clone(), see: None, address, sort: EntrySort::County, language: None }
    }));
    entries.par_sort_by_cached_key(|entry| {
        // Signs before the first letter do not count, so that a letter's entries stand together.
        let text = entry.text.trim_start_matches(|c: char| !c.is_alphanumeric());
        (swedish_key(text), entry.sort.clone(), entry.text.clone(), entry.address.clone())
    });
    entries.dedup();
    entries
}

fn of_document(site: &Site, document: &Document) -> Entry {
    let is_foreign = document.language != site.settings.language;
    Entry {
        text: document.title.clone(),
        see: None,
        address: document.address.clone(),
        sort: EntrySort::Document(document.kind),
        language: is_foreign.then(|| document.language.clone()),
    }
}

/// The terms that pages carry, and their synonyms.
fn terms(site: &Site) -> Vec<Entry> {
    let mut entries = Vec::new();
    for vocabulary in FACETS.iter().filter_map(|id| site.vocabularies.get(id)) {
        let used = vocabulary.terms.iter().filter(|term| !site.with_term(&vocabulary.id, &term.id).is_empty());
        for term in used {
            let entry = |text: &str, see: Option<&String>| Entry {
                text: text.to_owned(),
                see: see.cloned(),
                address: address::term(&vocabulary.id, &term.id),
                sort: EntrySort::Term(vocabulary.id.clone()),
                language: None,
            };
            entries.push(entry(&term.name, None));
            let others = term.synonyms.iter().filter(|word| !are_neighbours(word, &term.name));
            entries.extend(others.map(|word| entry(word, Some(&term.name))));
        }
    }
    entries
}

/// How many letters two words must have in common, and how many may follow, to be the same word with another ending.
const STEM: usize = 4;
const ENDING: usize = 3;

/// Whether two words differ in their ending only, so that who looks for one sees the other.
fn are_neighbours(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    one == other || same >= STEM && one.chars().count().max(other.chars().count()) - same <= ENDING
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(text: &str) -> Entry {
        Entry { text: text.into(), see: None, address: "/x/".into(), sort: EntrySort::Word, language: None }
    }

    #[test]
    fn each_letter_knows_its_first_entry() {
        let entries = ["3:e", "avtal", "”Av”", "Åmål", "ärende", "Öppet"].map(entry);
        let letters = letters(&entries);
        let letters: Vec<(&str, usize)> = letters.iter().map(|(letter, at)| (letter.as_str(), *at)).collect();
        assert_eq!(letters, [("0–9", 0), ("A", 1), ("Å", 3), ("Ä", 4), ("Ö", 5)]);
    }

    #[test]
    fn a_word_with_another_ending_needs_no_line_of_its_own() {
        assert!(are_neighbours("barnfamilj", "Barnfamiljer") && are_neighbours("avslutad", "Avslutat"));
        assert!(!are_neighbours("soc", "Socialtjänsten") && !are_neighbours("AF", "AME"));
        assert!(!are_neighbours("skuldsatt", "Skulder"));
    }
}
