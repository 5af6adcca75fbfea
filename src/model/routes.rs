//! Site → every page that it has.

use rayon::prelude::*;

use super::address::INTRODUCED;
use super::alphabet::ALPHABET_LENGTH;
use super::selection::Selection;
use super::voice::Voice;
use super::{FACETS, Site, address, confirmation};
use crate::check::RULES;
use crate::parse::Status;
use crate::schema::Kind;

/// One page: where it is and what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// `/exempel/x/`, or a file such as `/404.html`.
    pub address: String,
    pub page: Page,
}

impl Route {
    /// Whether the address is to answer for ever: not the further pages of a list, nor a sheet that is
    /// there until it has been answered.
    pub fn lasts(&self) -> bool {
        self.page.number() == 1 && !matches!(self.page, Page::NotFound | Page::Removed(_) | Page::Confirm(_))
    }
}

/// What a page shows. Numbers are indexes into the site's lists; `number` is the page of a long list, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    Start,
    Examples {
        number: usize,
    },
    Document(usize),
    /// Examples by date.
    Dated {
        selection: Selection,
        number: usize,
    },
    /// What examples say about something, each in its own words.
    Voices {
        voice: Voice,
        number: usize,
    },
    /// A–Ö.
    Alphabet {
        number: usize,
    },
    Fia,
    Experiences {
        number: usize,
    },
    /// The list of vocabularies.
    Topics,
    Vocabulary(String),
    Term {
        vocabulary: String,
        term: String,
        number: usize,
    },
    Municipalities,
    Municipality {
        index: usize,
        number: usize,
    },
    Counties,
    County {
        index: usize,
        number: usize,
    },
    News {
        number: usize,
    },
    Glossary,
    /// What is published as open data, and what each field means.
    Data,
    /// Examples side by side.
    Compare,
    /// Questions by which anyone suggests an example; the answers stay in the browser.
    Suggest,
    /// The same questions on paper.
    SuggestSheet,
    /// What was reviewed, told and taken away.
    Changes,
    /// The published reports on how the knowledge was spread.
    Statistics,
    /// One of them.
    Statistic(usize),
    /// What is searched for stands in the address; the results are made in the browser.
    Search,
    /// A withdrawn document.
    Withdrawn(usize),
    /// An address of the ledger that is no page any more.
    Removed(usize),
    /// A former address and where it leads.
    Redirect {
        to: String,
    },
    /// Every component of the theme, for those who change it.
    Components,
    /// The kinds of document, each with its fields.
    FieldGuides,
    /// What an editor fills in of one.
    FieldGuide(Kind),
    /// The rules that content is checked by.
    Rules,
    /// One of them, by its place among all.
    Rule(usize),
    /// The examples that await that a party confirms them.
    Confirmations {
        number: usize,
    },
    /// The sheet by which the parties confirm or correct an example; see [`confirmation::sheet`].
    Confirm(usize),
    NotFound,
}

impl Page {
    /// A stable English word for the manifest, the report and the style sheet.
    pub fn kind(&self, site: &Site) -> &'static str {
        match self {
            Page::Start => "start",
            Page::Examples { .. } => "examples",
            Page::Document(index) => match site.documents[*index].kind {
                Kind::Example => "example",
                Kind::Fia => "fia",
                Kind::Experience => "experience",
                Kind::News => "news",
                _ => "page",
            },
            Page::Dated { .. } => "dated",
            Page::Voices { .. } => "voices",
            Page::Alphabet { .. } => "alphabet",
            Page::Fia => "fia-index",
            Page::Experiences { .. } => "experience-index",
            Page::Topics => "topics",
            Page::Vocabulary(_) => "vocabulary",
            Page::Term { .. } => "term",
            Page::Municipalities => "municipalities",
            Page::Municipality { .. } => "municipality",
            Page::Counties => "counties",
            Page::County { .. } => "county",
            Page::News { .. } => "news-index",
            Page::Glossary => "glossary",
            Page::Data => "data",
            Page::Compare => "compare",
            Page::Suggest => "suggest",
            Page::SuggestSheet => "suggest-sheet",
            Page::Changes => "changes",
            Page::Statistics => "statistics",
            Page::Statistic(_) => "statistic",
            Page::Search => "search",
            Page::Withdrawn(_) | Page::Removed(_) => "removed",
            Page::Redirect { .. } => "redirect",
            Page::Components => "components",
            Page::FieldGuides => "field-guides",
            Page::FieldGuide(_) => "field-guide",
            Page::Rules => "rules",
            Page::Rule(_) => "rule",
            Page::Confirmations { .. } => "confirmations",
            Page::Confirm(_) => "confirm",
            Page::NotFound => "not-found",
        }
    }

    /// The page's number in a long list, from 1.
    pub fn number(&self) -> usize {
        match self {
            Page::Examples { number }
            | Page::Dated { number, .. }
            | Page::Voices { number, .. }
            | Page::Alphabet { number }
            | Page::Experiences { number }
            | Page::News { number }
            | Page::Confirmations { number }
            | Page::Term { number, .. }
            | Page::Municipality { number, .. }
            | Page::County { number, .. } => *number,
            _ => 1,
        }
    }

    /// Whether readers may come here by themselves: not moved, removed, an error, or made for those who make the site.
    pub fn is_content(&self) -> bool {
        !matches!(
            self,
            Page::Withdrawn(_)
                | Page::Removed(_)
                | Page::Redirect { .. }
                | Page::Components
                | Page::FieldGuides
                | Page::FieldGuide(_)
                | Page::Rules
                | Page::Rule(_)
                | Page::Confirmations { .. }
                | Page::Confirm(_)
                | Page::NotFound
        )
    }
}

/// How many members a list shows on one page.
pub const LIST_LENGTH: usize = 50;

/// The number of pages of a list; an empty list has one.
pub fn list_pages(members: usize) -> usize {
    members.div_ceil(LIST_LENGTH).max(1)
}

/// Every page, in order of address. Where two would have the same address the first stands, and a rule reports it.
pub fn routes(site: &Site) -> Vec<Route> {
    let mut routes = generated(site);
    for (index, document) in site.documents.iter().enumerate() {
        if !(document.kind == Kind::Page && INTRODUCED.contains(&document.address.as_str())) {
            let page =
                if document.status == Status::Withdrawn { Page::Withdrawn(index) } else { Page::Document(index) };
            routes.push(Route { address: document.address.clone(), page });
        }
        if let Some(address) = confirmation::sheet(site, document) {
            routes.push(Route { address, page: Page::Confirm(index) });
        }
        for former in &document.former {
            routes.push(Route { address: former.clone(), page: Page::Redirect { to: document.address.clone() } });
        }
    }
    for (index, line) in site.ledger.iter().enumerate() {
        if line.removed.is_some() {
            routes.push(Route { address: line.address.clone(), page: Page::Removed(index) });
        }
    }
    routes.par_sort_by(|a, b| a.address.cmp(&b.address));
    routes.dedup_by(|b, a| a.address == b.address);
    routes
}

fn generated(site: &Site) -> Vec<Route> {
    let mut routes = vec![
        Route { address: address::START.into(), page: Page::Start },
        Route { address: address::FIA.into(), page: Page::Fia },
        Route { address: address::TOPICS.into(), page: Page::Topics },
        Route { address: address::MUNICIPALITIES.into(), page: Page::Municipalities },
        Route { address: address::COUNTIES.into(), page: Page::Counties },
        Route { address: address::GLOSSARY.into(), page: Page::Glossary },
        Route { address: address::COMPONENTS.into(), page: Page::Components },
        Route { address: address::FIELD_GUIDES.into(), page: Page::FieldGuides },
        Route { address: address::RULES.into(), page: Page::Rules },
        Route { address: address::DATA.into(), page: Page::Data },
        Route { address: address::COMPARE.into(), page: Page::Compare },
        Route { address: address::SUGGEST.into(), page: Page::Suggest },
        Route { address: address::SUGGEST_SHEET.into(), page: Page::SuggestSheet },
        Route { address: address::CHANGES.into(), page: Page::Changes },
        Route { address: address::SEARCH.into(), page: Page::Search },
        Route { address: "/404.html".into(), page: Page::NotFound },
    ];
    // A site without reports has no page that says so.
    if !site.reports.is_empty() {
        routes.push(Route { address: address::STATISTICS.into(), page: Page::Statistics });
    }
    let reports = site.reports.iter().enumerate();
    routes.extend(
        reports.map(|(index, report)| Route { address: address::statistic(&report.id), page: Page::Statistic(index) }),
    );
    let guides = Kind::WRITTEN.into_iter();
    routes.extend(guides.map(|kind| Route { address: address::field_guide(kind), page: Page::FieldGuide(kind) }));
    let rules = RULES.iter().enumerate();
    routes.extend(rules.map(|(index, rule)| Route { address: address::rule(rule.id), page: Page::Rule(index) }));
    let mut list = |first: &str, members: usize, page: &dyn Fn(usize) -> Page| {
        for number in 1..=list_pages(members) {
            routes.push(Route { address: address::list_page(first, number), page: page(number) });
        }
    };
    list(address::EXAMPLES, site.of_kind(Kind::Example).count(), &|number| Page::Examples { number });
    for selection in Selection::ALL {
        list(selection.address(), selection.of(site).len(), &|number| Page::Dated { selection, number });
    }
    for voice in Voice::ALL {
        list(voice.address(), site.with_voice(voice).len(), &|number| Page::Voices { voice, number });
    }
    list(address::EXPERIENCES, site.of_kind(Kind::Experience).count(), &|number| Page::Experiences { number });
    list(address::NEWS, site.of_kind(Kind::News).count(), &|number| Page::News { number });
    list(address::CONFIRM, confirmation::awaiting(site).count(), &|number| Page::Confirmations { number });
    for (index, municipality) in site.geography.municipalities.iter().enumerate() {
        let members = site.in_municipality(municipality.code).len();
        list(&address::municipality(&municipality.slug), members, &|number| Page::Municipality { index, number });
    }
    for (index, county) in site.geography.counties.iter().enumerate() {
        let members = site.in_county(index).len();
        list(&address::county(&county.slug), members, &|number| Page::County { index, number });
    }
    for vocabulary in FACETS.iter().filter_map(|id| site.vocabularies.get(id)) {
        list(&address::vocabulary(&vocabulary.id), 0, &|_| Page::Vocabulary(vocabulary.id.clone()));
        for term in &vocabulary.terms {
            let members = site.with_term(&vocabulary.id, &term.id).len();
            list(&address::term(&vocabulary.id, &term.id), members, &|number| Page::Term {
                vocabulary: vocabulary.id.clone(),
                term: term.id.clone(),
                number,
            });
        }
    }
    for number in 1..=site.alphabet.len().div_ceil(ALPHABET_LENGTH).max(1) {
        let address = address::list_page(address::ALPHABET, number);
        routes.push(Route { address, page: Page::Alphabet { number } });
    }
    routes
}
