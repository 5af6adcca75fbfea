//! Every page that readers find, as plain text with its facts.

use std::collections::HashSet;

use rayon::prelude::*;
use samverka_search::{Choice, Page, Section};

use super::filters::{PageKind, choices};
use crate::i18n::Language;
use crate::markdown::{PlainSection, plain};
use crate::model::document::{Document, Example};
use crate::model::members::Members;
use crate::model::routes::{Page as RoutePage, Route};
use crate::model::{Site, address, terms};
use crate::parse::Status;
use crate::render::{
    EXPERIENCES, Wording, count_of, free_id, is_nearby, joined, label, places, selection_words, title,
};
use crate::schema::Kind;
use crate::words::slug;

/// Where the facts stand on a page.
const FACTS: &str = "facts_title";

/// How many forms of collaboration stand under a hit's title.
const FORMS_SHOWN: usize = 2;

/// The facets whose names and synonyms a page is found by. The others (levels, states, …) would be found everywhere.
const NAMED: [&str; 6] = ["former", "malgrupper", "syften", "livsomraden", "framgangsfaktorer", "parter"];

/// The pages that readers find, in order of address.
///
/// Of a long list the first page is found; of a page that only lists others its title, because its introduction says
/// in few words what every page is about and would come before them.
pub fn pages(site: &Site) -> Vec<Page> {
    let pages = Pages::new(site);
    Pages::routes(site).filter_map(|route| pages.of(route)).collect()
}

/// Makes the pages.
pub(super) struct Pages<'a> {
    site: &'a Site,
    words: Wording,
    english: Wording,
}

/// A page that readers are to find, before it is made.
pub(super) struct Head<'a> {
    pub route: &'a Route,
    kind: PageKind,
    /// Of the page.
    pub choices: Vec<Choice>,
}

impl<'a> Pages<'a> {
    pub fn new(site: &'a Site) -> Pages<'a> {
        let words = Wording::new(site.settings.language.parse().unwrap_or_default());
        Pages { site, words, english: Wording::new(Language::En) }
    }

    /// Where there may be a page.
    pub fn routes(site: &'a Site) -> impl ParallelIterator<Item = &'a Route> {
        site.routes.par_iter().filter(|route| route.page.number() == 1)
    }

    /// What is known of a page before it is made, if readers are to find it.
    pub fn head<'r>(&self, route: &'r Route) -> Option<Head<'r>> {
        let kind = match &route.page {
            RoutePage::Document(index) => return self.head_of(route, &self.site.documents[*index]),
            RoutePage::Vocabulary(_) | RoutePage::Term { .. } => PageKind::Topic,
            RoutePage::Municipality { .. } | RoutePage::County { .. } => PageKind::Place,
            RoutePage::Glossary => PageKind::Word,
            RoutePage::Fia
            | RoutePage::Voices { .. }
            | RoutePage::Dated { .. }
            | RoutePage::Data
            | RoutePage::Compare
            | RoutePage::Suggest
            | RoutePage::Changes
            | RoutePage::Statistics
            | RoutePage::Statistic(_)
            | RoutePage::Examples { .. }
            | RoutePage::Alphabet { .. }
            | RoutePage::Experiences { .. }
            | RoutePage::Topics
            | RoutePage::Municipalities
            | RoutePage::Counties
            | RoutePage::News { .. } => PageKind::Text,
            // Where the reader is, or nothing that a reader looks for.
            RoutePage::Start
            | RoutePage::Search
            | RoutePage::SuggestSheet
            | RoutePage::Withdrawn(_)
            | RoutePage::Removed(_)
            | RoutePage::Redirect { .. }
            | RoutePage::Components
            | RoutePage::FieldGuides
            | RoutePage::FieldGuide(_)
            | RoutePage::Rules
            | RoutePage::Rule(_)
            | RoutePage::Confirmations { .. }
            | RoutePage::Confirm(_)
            | RoutePage::NotFound => return None,
        };
        Some(Head { route, kind, choices: vec![kind.choice()] })
    }

    fn head_of<'r>(&self, route: &'r Route, document: &Document) -> Option<Head<'r>> {
        if document.status == Status::Withdrawn || address::is_for_editors(&document.address) {
            return None;
        }
        let kind = match document.kind {
            Kind::Example => PageKind::Example,
            Kind::Fia => PageKind::Fia,
            Kind::Experience => PageKind::Experience,
            Kind::News => PageKind::News,
            _ => PageKind::Text,
        };
        let choices = [kind.choice()].into_iter().chain(choices(self.site, document)).collect();
        Some(Head { route, kind, choices })
    }
}

impl Pages<'_> {
    /// The page of a route, if readers are to find it.
    pub fn of(&self, route: &Route) -> Option<Page> {
        self.head(route).map(|head| self.page(head))
    }

    /// The page.
    pub fn page(&self, head: Head<'_>) -> Page {
        let Head { route, kind, choices } = head;
        let page = || self.of_route(route, kind);
        let introduced = |lead, has_text| self.introduced(page(), route, lead, has_text);
        let page = match &route.page {
            RoutePage::Document(index) => self.document(&self.site.documents[*index], kind),
            RoutePage::Vocabulary(id) => self.vocabulary(page(), id),
            RoutePage::Term { vocabulary, term, .. } => self.term(page(), vocabulary, term),
            RoutePage::Municipality { index, .. } => self.municipality(page(), *index),
            RoutePage::County { index, .. } => self.county(page(), *index),
            RoutePage::Glossary => self.glossary(introduced(None, false)),
            RoutePage::Fia | RoutePage::Voices { .. } => introduced(None, true),
            RoutePage::Dated { selection, .. } => introduced(Some(selection_words(*selection).1), false),
            RoutePage::Data => introduced(Some("data-lead"), false),
            RoutePage::Compare => introduced(Some("compare-lead"), false),
            RoutePage::Suggest => introduced(Some("suggest-lead"), false),
            RoutePage::Changes => introduced(Some("changes-lead"), false),
            RoutePage::Statistics | RoutePage::Statistic(_) => introduced(Some("statistics-lead"), false),
            // Lists of others.
            _ => introduced(None, false),
        };
        Page { id: route.address.trim_matches('/').to_owned(), url: route.address.clone(), choices, ..page }
    }

    /// What every generated page has.
    fn of_route(&self, route: &Route, kind: PageKind) -> Page {
        Page {
            title: title(self.site, &self.words, route),
            facts: vec![self.words.get(kind.word()).to_owned()],
            ..Page::default()
        }
    }

    /// A generated page with what an editor wrote about it.
    fn introduced(&self, page: Page, route: &Route, lead: Option<&'static str>, has_text: bool) -> Page {
        let introduction = self.site.introduction(&route.address);
        let summary = introduction.and_then(|d| d.summary.as_deref());
        let text = introduction.filter(|_| has_text).map(sections_of);
        Page {
            summary: summary.or_else(|| lead.map(|id| self.words.get(id))).unwrap_or_default().to_owned(),
            sections: text.into_iter().flatten().filter_map(section).collect(),
            reviewed: reviewed(introduction),
            ..page
        }
    }

    fn vocabulary(&self, mut page: Page, id: &str) -> Page {
        page.summary = self.site.vocabularies.get(id).map(|v| v.description.clone()).unwrap_or_default();
        page
    }

    fn term(&self, mut page: Page, vocabulary: &str, id: &str) -> Page {
        let vocabulary = self.site.vocabularies.get(vocabulary);
        if let Some((vocabulary, term)) = vocabulary.and_then(|v| Some((v, v.term(id)?))) {
            page.summary = term.description.clone();
            page.sections.extend(term.note.as_deref().and_then(|note| text_section("", line(note))));
            page.keywords = term.synonyms.clone();
            page.facts.push(vocabulary.name.clone());
            page.facts.push(self.count(self.site.with_term(&vocabulary.id, id)));
        }
        page
    }

    /// Also one without an example: it shows those of municipalities like it.
    fn municipality(&self, mut page: Page, index: usize) -> Page {
        let municipality = &self.site.geography.municipalities[index];
        let kind = self.words.get("kind-municipality").to_owned();
        page.facts = vec![kind.clone(), self.site.geography.counties[municipality.county].name.clone()];
        page.facts.push(self.count(self.site.in_municipality(municipality.code)));
        page.keywords = vec![kind, municipality.code.to_string()];
        page
    }

    fn county(&self, mut page: Page, index: usize) -> Page {
        page.facts = vec![self.words.get("county").to_owned(), self.count(self.site.in_county(index))];
        page
    }

    fn count(&self, members: Members<'_>) -> String {
        count_of(&self.words, members)
    }

    /// All words as one page, each a section with its anchor: as pages of their own they would come before the pages that
    /// are about them.
    fn glossary(&self, page: Page) -> Page {
        let sections = self.site.glossary.iter().map(|entry| Section {
            heading: entry.term.clone(),
            anchor: entry.anchor.clone(),
            text: format!("{}\n{}", entry.explanation, entry.forms.join("\n")),
        });
        Page { sections: sections.collect(), ..page }
    }

    fn document(&self, document: &Document, kind: PageKind) -> Page {
        Page {
            title: document.title.clone(),
            summary: document.summary.clone().unwrap_or_default(),
            sections: self.sections(document),
            keywords: self.keywords(document),
            facts: self.facts(document, kind),
            reviewed: reviewed(Some(document)),
            ..Page::default()
        }
    }

    fn facts(&self, document: &Document, kind: PageKind) -> Vec<String> {
        let mut facts = vec![self.words.get(kind.word()).to_owned()];
        if is_nearby(document) {
            facts.push(self.words.get("nearby").to_owned());
        }
        facts.extend(places(self.site, &self.words, document));
        let forms = document.example.as_deref().map_or(&[][..], |example| &example.forms);
        let names = |forms: &[String]| joined(&self.site.vocabularies, "former", forms);
        match forms.len() {
            0 => {}
            1..=FORMS_SHOWN => facts.push(names(forms)),
            all => {
                let (shown, more) = (names(&forms[..FORMS_SHOWN]), (all - FORMS_SHOWN).to_string());
                facts.push(self.words.with("places-more", &[("places", &shown), ("count", &more)]));
            }
        }
        if kind == PageKind::Text {
            let above = address::above(&document.address).and_then(|above| self.site.introduction(above));
            facts.extend(above.map(|page| page.title.clone()));
        }
        facts
    }

    /// Places, terms with their synonyms, and what parties are called locally.
    fn keywords(&self, document: &Document) -> Vec<String> {
        let geography = &self.site.geography;
        let mut keywords: Vec<&str> = Vec::new();
        for municipality in document.municipalities.iter().filter_map(|code| geography.get(*code)) {
            keywords.push(&municipality.name);
            keywords.push(&geography.counties[municipality.county].name);
            keywords.extend(municipality.group.as_deref().and_then(|group| geography.group_name(group)));
        }
        for (vocabulary, id) in terms(document).into_iter().filter(|(vocabulary, _)| NAMED.contains(vocabulary)) {
            if let Some(term) = self.site.vocabularies.get(vocabulary).and_then(|v| v.term(id)) {
                keywords.push(&term.name);
                keywords.extend(term.synonyms.iter().map(String::as_str));
            }
        }
        let parties = document.example.as_deref().map_or(&[][..], |example| &example.parties);
        keywords.extend(parties.iter().filter_map(|party| party.local_name.as_deref()));
        let mut seen = HashSet::new();
        keywords.into_iter().filter(|word| seen.insert(*word)).map(str::to_owned).collect()
    }

    /// What the page says, in its order.
    fn sections(&self, document: &Document) -> Vec<Section> {
        let example = document.example.as_deref();
        let mut body = sections_of(document);
        if let Some(example) = example {
            self.add_fields(document, example, &mut body);
        }
        let law = document.law.as_ref().and_then(|law| text_section("", line(&law.wording)));
        let titles = document.sources.iter().map(|source| line(&source.title)).collect();
        let sources = text_section(&free_id(document, "kallor"), titles);
        let before = text_section(FACTS, facts_text(document, example)).into_iter().chain(law);
        before.chain(body.into_iter().filter_map(section)).chain(sources).collect()
    }

    /// Puts who does what, the results and the experiences where the page has them.
    fn add_fields(&self, document: &Document, example: &Example, body: &mut Vec<PlainSection>) {
        let words = if document.language == Language::En.tag() { &self.english } else { &self.words };
        let does = example
            .responsibilities
            .iter()
            .map(|row| line(&format!("{}: {}", self.site.vocabularies.name("parter", &row.part), row.does)));
        let results = example.results.iter().flat_map(|row| [Some(&row.claim), row.measured.as_ref()]);
        let results: String = results.flatten().map(|text| line(text)).collect();
        let field = |id: &str, key: &str, text: String| PlainSection {
            level: 2,
            heading: label(words, key).to_owned(),
            anchor: free_id(document, id),
            text,
        };

        let is_part = |section: &PlainSection| section.level == 2 || (section.level == 0 && !section.text.is_empty());
        let named = |section: &PlainSection, names: &[&str]| names.contains(&slug(&section.heading).as_str());
        match body.iter_mut().find(|section| section.level == 2 && named(section, &["resultat"])) {
            Some(section) => section.text.push_str(&results),
            None if results.is_empty() => {}
            None => body.push(field("resultat", "resultat", results)),
        }
        let does: String = does.collect();
        let last = body.iter().rposition(|s| is_part(s) && named(s, &["arbetssatt", "bakgrund", ""]));
        let after = last.map_or(0, |last| {
            let rest = body[last + 1..].iter().position(|section| section.level == 2);
            rest.map_or(body.len(), |rest| last + 1 + rest)
        });
        if !does.is_empty() {
            body.insert(after, field("vem-gor-vad", "ansvar", does));
        }
        let mut is_experience = false;
        let mut experiences = Vec::new();
        body.retain(|section| {
            if section.level == 2 {
                is_experience = named(section, &EXPERIENCES);
            }
            if is_experience {
                experiences.push(section.clone());
            }
            !is_experience
        });
        body.append(&mut experiences);
    }
}

fn reviewed(document: Option<&Document>) -> String {
    document.and_then(|d| d.reviewed).map(|date| date.to_string()).unwrap_or_default()
}

fn sections_of(document: &Document) -> Vec<PlainSection> {
    plain(document.markdown(), &|number| document.source(number).is_some())
}

/// What the facts box says in words of its own.
fn facts_text(document: &Document, example: Option<&Example>) -> String {
    let period = document.period.as_ref().and_then(|period| period.text.as_deref());
    let number = example.and_then(|e| e.agreement.as_ref()?.diary_number.as_deref());
    [example.and_then(|e| e.target_group_text.as_deref()), period, number].into_iter().flatten().map(line).collect()
}

/// Text of a field as a block.
fn line(text: &str) -> String {
    format!("{}\n", text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A section of a body, unless there is nothing in it.
fn section(PlainSection { heading, anchor, text, .. }: PlainSection) -> Option<Section> {
    let is_empty = heading.is_empty() && text.is_empty();
    (!is_empty).then_some(Section { heading, anchor, text })
}

/// Text without a heading, unless there is none.
fn text_section(anchor: &str, text: String) -> Option<Section> {
    (!text.trim().is_empty()).then(|| Section { heading: String::new(), anchor: anchor.to_owned(), text })
}
