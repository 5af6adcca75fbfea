//! What hits can be narrowed by.
//!
//! Ids stand in addresses (`/sok/?form=gemensamt-team`) and so must last: they are short, ASCII, and one word each.

use std::collections::HashSet;

use samverka_search::{Choice, Filter, Page};

use crate::model::document::{Answer, Document};
use crate::model::{Site, terms};
use crate::render::Wording;

/// The kind of page.
const KIND: &str = "typ";
const COUNTY: &str = "lan";
const MUNICIPALITY: &str = "kommun";
const GROUP: &str = "kommungrupp";
const AGREEMENT: &str = "overenskommelse";

/// The county of examples from the whole country.
const NATIONAL: &str = "hela-landet";

/// What fills a filter with values.
#[derive(Clone, Copy)]
enum Of {
    Kind,
    /// The terms of the vocabulary with this id.
    Vocabulary(&'static str),
    County,
    Municipality,
    Group,
    Agreement,
}

/// Every filter, in the order that readers see.
const FILTERS: [(&str, Of); 15] = [
    (KIND, Of::Kind),
    ("form", Of::Vocabulary("former")),
    ("malgrupp", Of::Vocabulary("malgrupper")),
    ("syfte", Of::Vocabulary("syften")),
    (COUNTY, Of::County),
    (MUNICIPALITY, Of::Municipality),
    (GROUP, Of::Group),
    ("part", Of::Vocabulary("parter")),
    (AGREEMENT, Of::Agreement),
    ("framgangsfaktor", Of::Vocabulary("framgangsfaktorer")),
    ("livsomrade", Of::Vocabulary("livsomraden")),
    ("niva", Of::Vocabulary("nivaer")),
    ("lage", Of::Vocabulary("verksamhetslagen")),
    ("underlag", Of::Vocabulary("underlag")),
    ("relation", Of::Vocabulary("relationer")),
];

/// The ids of all filters, as addresses name them.
pub fn filter_ids() -> [&'static str; FILTERS.len()] {
    FILTERS.map(|(id, _)| id)
}

/// A kind of page that readers tell from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PageKind {
    Example,
    Fia,
    Experience,
    News,
    Text,
    Topic,
    Place,
    Word,
}

impl PageKind {
    const ALL: [PageKind; 8] = [
        PageKind::Example,
        PageKind::Fia,
        PageKind::Experience,
        PageKind::Text,
        PageKind::News,
        PageKind::Topic,
        PageKind::Place,
        PageKind::Word,
    ];

    /// The value of the filter.
    fn id(self) -> &'static str {
        match self {
            PageKind::Example => "exempel",
            PageKind::Fia => "fia",
            PageKind::Experience => "erfarenhet",
            PageKind::News => "nyhet",
            PageKind::Text => "sida",
            PageKind::Topic => "amne",
            PageKind::Place => "plats",
            PageKind::Word => "ordlista",
        }
    }

    /// The id of its name among the site's words.
    pub(super) fn word(self) -> &'static str {
        match self {
            PageKind::Example => "kind-example",
            PageKind::Fia => "kind-fia",
            PageKind::Experience => "kind-experience",
            PageKind::News => "kind-news",
            PageKind::Text => "kind-page",
            PageKind::Topic => "kind-topic",
            PageKind::Place => "kind-place",
            PageKind::Word => "glossary",
        }
    }

    pub(super) fn choice(self) -> Choice {
        choice(KIND, self.id())
    }
}

fn choice(filter: &str, value: impl Into<String>) -> Choice {
    Choice { filter: filter.to_owned(), value: value.into() }
}

/// The values of a document other than its kind, each once.
pub(super) fn choices(site: &Site, document: &Document) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for (vocabulary, term) in terms(document) {
        let filter = FILTERS.iter().find(|(_, of)| matches!(of, Of::Vocabulary(id) if *id == vocabulary));
        choices.extend(filter.map(|(id, _)| choice(id, term)));
    }
    for municipality in document.municipalities.iter().filter_map(|code| site.geography.get(*code)) {
        choices.push(choice(MUNICIPALITY, municipality.slug.as_str()));
        choices.push(choice(COUNTY, site.geography.counties[municipality.county].slug.as_str()));
        choices.extend(municipality.group.as_deref().map(|group| choice(GROUP, group.to_lowercase())));
    }
    if let Some(example) = document.example.as_deref() {
        choices.extend(example.national.then(|| choice(COUNTY, NATIONAL)));
        choices.extend(example.agreement.as_ref().map(|agreement| choice(AGREEMENT, answer(agreement.written).0)));
    }
    // Few enough to be compared with one another.
    let mut once: Vec<Choice> = Vec::with_capacity(choices.len());
    for choice in choices {
        if !once.contains(&choice) {
            once.push(choice);
        }
    }
    once
}

/// The value of an answer and the id of its name.
fn answer(answer: Answer) -> (&'static str, &'static str) {
    match answer {
        Answer::Yes => ("ja", "agreement-yes"),
        Answer::No => ("nej", "agreement-no"),
        Answer::Unknown => ("okant", "agreement-unknown"),
    }
}

/// The filters with the values that some of the pages have, all in the order that readers see.
pub fn filters(site: &Site, pages: &[Page]) -> Vec<Filter> {
    let words = Wording::new(site.settings.language.parse().unwrap_or_default());
    let used: HashSet<(&str, &str)> = pages
        .iter()
        .flat_map(|page| &page.choices)
        .map(|choice| (choice.filter.as_str(), choice.value.as_str()))
        .collect();
    let filters = FILTERS.iter().map(|(id, of)| {
        let (label, mut values) = named(site, &words, *of);
        values.retain(|(value, _)| used.contains(&(*id, value.as_str())));
        Filter { id: (*id).to_owned(), label, values }
    });
    filters.filter(|filter| !filter.values.is_empty()).collect()
}

/// The name of a filter, and every value that it may have with its name.
fn named(site: &Site, words: &Wording, of: Of) -> (String, Vec<(String, String)>) {
    let own = |id: &str, name: &str| (id.to_owned(), name.to_owned());
    let geography = &site.geography;
    match of {
        Of::Kind => {
            let kinds = PageKind::ALL.map(|kind| own(kind.id(), words.get(kind.word())));
            (words.get("search-kind").to_owned(), kinds.into())
        }
        Of::Vocabulary(id) => {
            let vocabulary = site.vocabularies.get(id);
            let terms = vocabulary.into_iter().flat_map(|v| &v.terms).map(|term| own(&term.id, &term.name));
            (vocabulary.map_or(id, |v| v.name.as_str()).to_owned(), terms.collect())
        }
        Of::County => {
            let counties = geography.counties.iter().map(|county| own(&county.slug, &county.name));
            (words.get("county").to_owned(), counties.chain([own(NATIONAL, words.get("national"))]).collect())
        }
        Of::Municipality => {
            let municipalities = geography.municipalities.iter().map(|place| own(&place.slug, &place.name));
            (words.get("kind-municipality").to_owned(), municipalities.collect())
        }
        Of::Group => {
            let groups = geography.groups.iter().map(|(code, name)| own(&code.to_lowercase(), name));
            (words.get("group").to_owned(), groups.collect())
        }
        Of::Agreement => {
            let answers = [Answer::Yes, Answer::No, Answer::Unknown].map(answer);
            let answers = answers.map(|(value, word)| own(value, words.get(word)));
            (words.get("field-overenskommelse").to_owned(), answers.into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FACETS;

    #[test]
    fn every_facet_of_examples_is_a_filter() {
        for facet in FACETS {
            let filters = FILTERS.iter().filter(|(_, of)| matches!(of, Of::Vocabulary(id) if *id == facet));
            assert_eq!(filters.count(), 1, "{facet}");
        }
        let ids: HashSet<&str> = FILTERS.iter().map(|(id, _)| *id).collect();
        assert_eq!(ids.len(), FILTERS.len());
        // Names that the address of the search page has for something else.
        assert!(!ids.contains("q") && !ids.contains("sort"));
    }
}
