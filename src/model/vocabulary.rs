//! The closed vocabularies.

use std::collections::BTreeMap;

use crate::schema::Record;
use crate::words::nearest;

/// One allowed value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// ASCII; part of its address.
    pub id: String,
    pub name: String,
    pub description: String,
    pub synonyms: Vec<String>,
    pub note: Option<String>,
}

/// A closed list of values that fields may take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vocabulary {
    /// The file's name.
    pub id: String,
    pub name: String,
    pub description: String,
    pub terms: Vec<Term>,
}

impl Vocabulary {
    /// What could not be read is left out, and has its own fault.
    pub fn from_record(id: &str, record: &Record) -> Vocabulary {
        let text = |record: &Record, key| record.text(key).unwrap_or_default().to_owned();
        let terms = record.records("varden").map(|(term, _)| Term {
            id: text(term, "id"),
            name: text(term, "namn"),
            description: text(term, "beskrivning"),
            synonyms: term.texts("synonymer").map(str::to_owned).collect(),
            note: term.text("anmarkning").map(str::to_owned),
        });
        Vocabulary {
            id: id.to_owned(),
            name: text(record, "namn"),
            description: text(record, "beskrivning"),
            terms: terms.filter(|term| !term.id.is_empty()).collect(),
        }
    }

    /// The term with an id.
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == id)
    }

    /// The ids that look most like what was written (by id or name), or all where there are few.
    pub fn nearest(&self, written: &str) -> Vec<String> {
        let names = self.terms.iter().flat_map(|t| [t.id.as_str(), t.name.as_str()]);
        let mut ids: Vec<String> = Vec::new();
        for near in nearest(written, names, 4) {
            if let Some(term) = self.terms.iter().find(|t| t.id == near || t.name == near)
                && !ids.contains(&term.id)
            {
                ids.push(term.id.clone());
            }
        }
        if ids.is_empty() && self.terms.len() <= 8 {
            ids = self.terms.iter().map(|t| t.id.clone()).collect();
        }
        ids
    }
}

/// All vocabularies, by id.
#[derive(Clone, Debug, Default)]
pub struct Vocabularies(BTreeMap<String, Vocabulary>);

impl Vocabularies {
    /// Adds a vocabulary, or puts it in the place of one with its id.
    pub fn insert(&mut self, vocabulary: Vocabulary) {
        self.0.insert(vocabulary.id.clone(), vocabulary);
    }

    /// The vocabulary with an id.
    pub fn get(&self, id: &str) -> Option<&Vocabulary> {
        self.0.get(id)
    }

    /// The name of a term, or its id where the vocabulary does not have it.
    pub fn name<'a>(&'a self, vocabulary: &str, id: &'a str) -> &'a str {
        self.get(vocabulary).and_then(|v| v.term(id)).map_or(id, |term| term.name.as_str())
    }

    /// In order of id.
    pub fn iter(&self) -> impl Iterator<Item = &Vocabulary> {
        self.0.values()
    }
}
