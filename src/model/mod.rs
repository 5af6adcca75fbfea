//! The site as values: documents, vocabularies, geography, and what belongs together.
//!
//! A [`Corpus`] is everything that was read, right or wrong; a [`Site`] is what pages are made from.

pub(crate) mod activity;
pub(crate) mod address;
pub(crate) mod alphabet;
pub(crate) mod confirmation;
pub(crate) mod document;
pub(crate) mod files;
pub(crate) mod geography;
pub(crate) mod ledger;
pub(crate) mod links;
pub(crate) mod members;
pub(crate) mod related;
pub(crate) mod routes;
pub(crate) mod selection;
pub(crate) mod settings;
pub(crate) mod statistics;
pub(crate) mod vocabulary;
pub(crate) mod voice;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use rayon::prelude::*;
use samverka_search::Synonyms;

use crate::parse::{Parsed, Status};
use crate::schema::Kind;
use crate::source::{Content, File};
use crate::words::{nearest_slugs, slug, swedish_key, swedish_order};
use document::{Document, Known};
use geography::{Geography, KommunKod, LineFault, Municipality};
use members::Members;
use routes::{Page, Route};
use settings::Settings;
use vocabulary::Vocabularies;
use voice::Voice;

/// Everything that was read, for the rules to look at.
pub struct Corpus {
    /// In order of path.
    pub files: Vec<File>,
    /// In order of path.
    pub parsed: Vec<Arc<Parsed>>,
    /// Lines of `geografi/kommuner.csv` that cannot be used.
    pub geography_faults: Vec<LineFault>,
    /// As readers would see it.
    pub site: Site,
    /// Addresses of documents that readers do not see yet.
    pub drafts: HashMap<String, Arc<str>>,
    /// Addresses of documents whose files have no text that could be read, for which they have their own faults.
    pub unread: HashSet<String>,
    /// Slug and address of every page that an editor may have meant.
    pages: Vec<(String, String)>,
    /// What was meant by addresses asked for so far: many pages may link to one that was renamed.
    meant: Mutex<HashMap<String, Vec<String>>>,
}

impl Corpus {
    /// Puts together what was read. `files` and `parsed` are in order of path.
    pub fn new(files: Vec<File>, parsed: Vec<Arc<Parsed>>, geography_faults: Vec<LineFault>, site: Site) -> Corpus {
        let drafts = parsed.iter().filter(|p| p.kind.has_body() && p.status() == Status::Draft);
        let drafts = drafts.map(|p| (address::of_document(p.kind, &p.path), p.path.clone())).collect();
        let unread = files.iter().filter(|file| file.text().is_none());
        let unread = unread.filter_map(|file| Kind::of_path(&file.path).map(|kind| (kind, &file.path)));
        let unread = unread.filter(|(kind, _)| kind.has_body()).map(|(kind, path)| address::of_document(kind, path));
        let unread = unread.collect();
        let pages = site.routes.iter().filter(|route| route.page.is_content() && route.address != address::START);
        let pages = pages.map(|route| (slug(&route.address), route.address.clone())).collect();
        Corpus { files, parsed, geography_faults, site, drafts, unread, pages, meant: Mutex::default() }
    }

    /// The addresses of pages that look most like one that does not exist, at most two.
    pub fn nearest_addresses(&self, written: &str) -> Vec<String> {
        let lock = || self.meant.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(written) {
            return known.clone();
        }
        let pages = self.pages.iter().map(|(slug, address)| (slug.as_str(), address.as_str()));
        let near: Vec<String> = nearest_slugs(written, pages, 2).into_iter().map(str::to_owned).collect();
        lock().insert(written.to_owned(), near.clone());
        near
    }

    /// The parsed file at a path.
    pub fn parsed(&self, path: &str) -> Option<&Parsed> {
        self.parsed.binary_search_by(|parsed| (*parsed.path).cmp(path)).ok().map(|index| &*self.parsed[index])
    }

    /// The file at a path.
    pub fn file(&self, path: &str) -> Option<&File> {
        self.files.binary_search_by(|file| (*file.path).cmp(path)).ok().map(|index| &self.files[index])
    }

    /// The text of the file at a path.
    pub fn text(&self, path: &str) -> Option<&Arc<str>> {
        self.file(path).and_then(File::text)
    }
}

/// For whom a site is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// What is published, and nothing else.
    Readers,
    /// Drafts included.
    Editors,
}

/// One word of the glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GlossaryEntry {
    /// The word itself, as it is shown.
    pub term: String,
    /// Other forms of the word, which are linked as the word itself.
    pub forms: Vec<String>,
    /// In Markdown, as the editor wrote it.
    pub explanation: String,
    /// Other words of the glossary.
    pub see_also: Vec<String>,
    /// An address of the site that tells more.
    pub link: Option<String>,
    /// Where the explanation is from, in words.
    pub sources: Vec<String>,
    /// Where the entry stands on the glossary's page.
    pub anchor: String,
}

/// A file that pages show or link to.
#[derive(Clone, Debug)]
pub struct Media {
    /// `/media/x.svg`
    pub address: String,
    /// As they stand in the content folder; pictures are made anew before they are published.
    pub bytes: Arc<[u8]>,
    /// What stands for a picture where it cannot be seen; empty for one that only adorns.
    pub alt: Option<String>,
    /// By which others may use it.
    pub licence: Option<String>,
    /// Who made it.
    pub origin: Option<String>,
    /// A longer description than `alt`, for everybody.
    pub description: Option<String>,
}

/// What pages are made from.
#[derive(Clone, Debug)]
pub struct Site {
    /// `webbplats.yaml`.
    pub settings: Settings,
    /// The closed vocabularies, by id.
    pub vocabularies: Vocabularies,
    /// Municipalities, counties and groups of municipalities.
    pub geography: Geography,
    /// By kind, then in the order of lists.
    pub documents: Vec<Document>,
    /// In Swedish order.
    pub glossary: Vec<GlossaryEntry>,
    /// Words and phrases that find each other's pages.
    pub synonyms: Vec<Synonyms>,
    /// A–Ö.
    pub alphabet: Vec<alphabet::Entry>,
    /// In order of file.
    pub media: Vec<Media>,
    /// What was done beside the site, in order of file.
    pub activities: Vec<activity::Activity>,
    /// The latest period first.
    pub reports: Vec<statistics::PublishedReport>,
    /// In order of file.
    pub broken_reports: Vec<statistics::BrokenReport>,
    /// Every address that was ever published, as `adresser.txt` has it.
    pub ledger: Vec<ledger::Line>,
    /// The day that the site is built for: what is due for review is told by it.
    pub today: Date,
    /// Whether drafts are part of it.
    pub audience: Audience,
    /// Every page, in order of address.
    pub routes: Vec<Route>,
    /// Every file beside the pages, by address; the theme's are not the site's.
    pub files: BTreeMap<String, files::SiteFile>,
    /// Pages of `sidor/` by the address above them.
    children: HashMap<String, Vec<usize>>,
    /// Pages of `sidor/` by their own address.
    introductions: HashMap<String, usize>,
    by_municipality: HashMap<KommunKod, Vec<usize>>,
    /// By index of the county.
    by_county: Vec<Vec<usize>>,
    /// The examples that say something of each voice.
    by_voice: [Vec<usize>; Voice::ALL.len()],
    by_term: HashMap<String, HashMap<String, Vec<usize>>>,
}

impl Site {
    /// Puts together what was read. Files that could not be read have their own faults and are left out.
    pub fn build(
        files: &[File],
        parsed: &[Arc<Parsed>],
        vocabularies: Vocabularies,
        geography: Geography,
        today: Date,
        audience: Audience,
    ) -> Site {
        let is_shown =
            |p: &&Arc<Parsed>| p.kind.has_body() && (p.status() != Status::Draft || audience == Audience::Editors);
        let mut documents: Vec<Document> =
            parsed.par_iter().filter(is_shown).map(|p| Document::from_parsed(p)).collect();
        documents.par_sort_by_cached_key(|d| {
            // A draft without a step comes after the way.
            let step = (d.step.is_none(), d.step);
            (d.kind, d.date.map(std::cmp::Reverse), step, d.order, swedish_key(&d.title), d.id.clone())
        });
        let settings = parsed.iter().find(|p| p.kind == Kind::Settings);
        let ledger = files.iter().find(|f| &*f.path == address::LEDGER).and_then(File::text);
        let (reports, broken_reports) = statistics::reports(files);
        let mut site = Site {
            settings: settings.map(|p| Settings::from_record(p.record())).unwrap_or_default(),
            vocabularies,
            geography,
            synonyms: synonyms(parsed),
            glossary: glossary(parsed),
            alphabet: Vec::new(),
            media: media(files, parsed),
            activities: activities(parsed),
            reports,
            broken_reports,
            ledger: ledger.map(|text| ledger::read(text).0).unwrap_or_default(),
            documents,
            today,
            audience,
            routes: Vec::new(),
            files: BTreeMap::new(),
            children: HashMap::new(),
            introductions: HashMap::new(),
            by_municipality: HashMap::new(),
            by_county: Vec::new(),
            by_voice: Default::default(),
            by_term: HashMap::new(),
        };
        site.index_documents();
        site.alphabet = alphabet::entries(&site);
        site.routes = routes::routes(&site);
        site.files = files::files(&site);
        site
    }

    fn index_documents(&mut self) {
        self.by_county = vec![Vec::new(); self.geography.counties.len()];
        for (index, document) in self.documents.iter().enumerate() {
            if document.status == Status::Withdrawn {
                continue;
            }
            if document.kind == Kind::Page {
                self.introductions.insert(document.address.clone(), index);
                if let Some(above) = address::above(&document.address) {
                    self.children.entry(above.to_owned()).or_default().push(index);
                }
            }
            for code in &document.municipalities {
                self.by_municipality.entry(*code).or_default().push(index);
                if let Some(municipality) = self.geography.get(*code) {
                    let county = &mut self.by_county[municipality.county];
                    if county.last() != Some(&index) {
                        county.push(index);
                    }
                }
            }
            if let Some(example) = document.example.as_deref() {
                for voice in Voice::ALL.into_iter().filter(|voice| example.excerpt(*voice).is_some()) {
                    self.by_voice[voice as usize].push(index);
                }
            }
            for (vocabulary, id) in terms(document) {
                let terms = self.by_term.entry(vocabulary.to_owned()).or_default();
                let documents: &mut Vec<usize> = terms.entry(id.to_owned()).or_default();
                if documents.last() != Some(&index) {
                    documents.push(index);
                }
            }
        }
    }

    /// The page at an address, `/exempel/x/`.
    pub fn route(&self, address: &str) -> Option<&Route> {
        let index = self.routes.binary_search_by(|route| route.address.as_str().cmp(address)).ok()?;
        Some(&self.routes[index])
    }

    /// The pages whose addresses last and do not stand in the ledger: not the further pages of a list.
    pub fn unrecorded(&self) -> impl Iterator<Item = &Route> {
        let known: HashSet<&str> = self.ledger.iter().map(|line| line.address.as_str()).collect();
        self.routes.iter().filter(move |route| route.lasts() && !known.contains(route.address.as_str()))
    }

    /// Whether an address is a file's and no page's.
    pub fn has_file(&self, address: &str) -> bool {
        self.files.contains_key(address)
    }

    /// The documents of a kind that have not been withdrawn, in the order of lists.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Document> {
        self.documents.iter().filter(move |d| d.kind == kind && d.status != Status::Withdrawn)
    }

    /// The indexes of the examples that readers see, in the order of lists.
    pub fn published_examples(&self) -> impl Iterator<Item = usize> {
        let documents = self.documents.iter().enumerate();
        documents.filter(|(_, d)| d.kind == Kind::Example && d.status == Status::Published).map(|(index, _)| index)
    }

    /// The document whose own page is at an address.
    pub fn document_at(&self, address: &str) -> Option<&Document> {
        match self.route(address)?.page {
            Page::Document(index) | Page::Withdrawn(index) => Some(&self.documents[index]),
            _ => self.introduction(address),
        }
    }

    /// The text that an editor wrote for a generated page: the page in `sidor/` with its address.
    pub fn introduction(&self, address: &str) -> Option<&Document> {
        self.introductions.get(address).map(|&index| &self.documents[index])
    }

    /// The documents with a municipality.
    pub fn in_municipality(&self, code: KommunKod) -> Members<'_> {
        self.members(self.by_municipality.get(&code))
    }

    /// The documents with a municipality of a county, by its index.
    pub fn in_county(&self, county: usize) -> Members<'_> {
        self.members(self.by_county.get(county))
    }

    /// The documents with a term of a vocabulary.
    pub fn with_term(&self, vocabulary: &str, id: &str) -> Members<'_> {
        self.members(self.by_term.get(vocabulary).and_then(|terms| terms.get(id)))
    }

    /// The examples that say something of a voice.
    pub fn with_voice(&self, voice: Voice) -> Members<'_> {
        self.members(self.by_voice.get(voice as usize))
    }

    fn members<'s>(&'s self, indexes: Option<&'s Vec<usize>>) -> Members<'s> {
        Members::new(&self.documents, indexes.map_or(&[], Vec::as_slice))
    }

    /// Municipalities with an example that are like this one: in its county first, then of its SKR group.
    pub fn nearest(&self, to: &Municipality) -> Nearest<'_> {
        let others = || {
            let others = self.geography.municipalities.iter().filter(|m| m.code != to.code);
            others.filter(|m| self.by_municipality.contains_key(&m.code))
        };
        let same_county: Vec<_> = others().filter(|m| m.county == to.county).collect();
        let same_group =
            others().filter(|m| m.group.is_some() && m.group == to.group && m.county != to.county).collect();
        Nearest { same_county, same_group }
    }

    /// The pages directly below a page's address, in the order of lists.
    pub fn children(&self, address: &str) -> impl Iterator<Item = &Document> {
        self.children.get(address).into_iter().flatten().map(|&index| &self.documents[index])
    }

    /// The day from which a document should be reviewed again.
    pub fn review_due(&self, document: &Document) -> Option<Date> {
        let months = jiff::Span::new().months(self.settings.review_months);
        document.reviewed.and_then(|date| date.checked_add(months).ok())
    }

    /// Whether a page has something to jump to.
    pub fn has_anchor(&self, route: &Route, anchor: &str) -> bool {
        let in_document = |document: &Document| {
            document.headings.iter().any(|(_, _, id)| id == anchor)
                || anchor == "kallor" && !document.sources.is_empty()
                || anchor
                    .strip_prefix("kalla-")
                    .and_then(|n| n.parse().ok())
                    .is_some_and(|n| document.source(n).is_some())
        };
        match &route.page {
            Page::Document(index) => in_document(&self.documents[*index]),
            Page::Glossary => self.glossary.iter().any(|entry| entry.anchor == anchor),
            _ => self.introduction(&route.address).is_some_and(in_document),
        }
    }
}

/// Municipalities to look at when there is no example from one's own.
pub struct Nearest<'a> {
    /// With a document of their own, in the same county, without the municipality itself.
    pub same_county: Vec<&'a Municipality>,
    /// With a document of their own, in the same of SKR's groups, outside the county.
    pub same_group: Vec<&'a Municipality>,
}

/// The terms that a document carries: (vocabulary, id).
pub fn terms(document: &Document) -> Vec<(&'static str, &str)> {
    let mut terms: Vec<(&'static str, &str)> = Vec::new();
    terms.extend(document.life_areas.iter().map(|id| ("livsomraden", id.as_str())));
    let Some(example) = &document.example else { return terms };
    terms.extend(example.relation.iter().map(|id| ("relationer", id.as_str())));
    for (vocabulary, value) in [("nivaer", &example.level), ("verksamhetslagen", &example.state)] {
        if let Some(Known::Id(id)) = value {
            terms.push((vocabulary, id));
        }
    }
    terms.extend(example.forms.iter().map(|id| ("former", id.as_str())));
    for purpose in &example.purposes {
        if let Known::Id(id) = purpose {
            terms.push(("syften", id));
        }
    }
    terms.extend(example.target_groups.iter().map(|id| ("malgrupper", id.as_str())));
    terms.extend(example.success_factors.iter().map(|id| ("framgangsfaktorer", id.as_str())));
    terms.extend(example.basis.iter().map(|id| ("underlag", id.as_str())));
    terms.extend(example.parties.iter().map(|party| ("parter", party.part.as_str())));
    terms
}

/// The vocabularies whose values are facets of examples and have pages of their own, in the order that readers see.
pub const FACETS: [&str; 10] = [
    "relationer",
    "former",
    "syften",
    "malgrupper",
    "livsomraden",
    "framgangsfaktorer",
    "parter",
    "nivaer",
    "verksamhetslagen",
    "underlag",
];

/// One group per entry of `synonymer.yaml`: the word of the site and those that lead to it.
fn synonyms(parsed: &[Arc<Parsed>]) -> Vec<Synonyms> {
    let records = parsed.iter().filter(|p| p.kind == Kind::Synonyms).flat_map(|p| &p.records);
    let groups = records.map(|record| {
        let whole: Vec<&str> = record.texts("helt-ord").collect();
        let words = record.text("ord").into_iter().chain(record.texts("synonymer"));
        Synonyms { terms: words.map(|word| (word.to_owned(), whole.contains(&word))).collect() }
    });
    groups.collect()
}

fn glossary(parsed: &[Arc<Parsed>]) -> Vec<GlossaryEntry> {
    let records = parsed.iter().filter(|p| p.kind == Kind::Glossary).flat_map(|p| &p.records);
    let mut entries: Vec<GlossaryEntry> = records
        .filter_map(|record| {
            Some(GlossaryEntry {
                anchor: slug(record.text("term")?),
                term: record.text("term")?.to_owned(),
                forms: record.texts("bojningar").map(str::to_owned).collect(),
                explanation: record.text("forklaring")?.to_owned(),
                see_also: record.texts("se-aven").map(str::to_owned).collect(),
                link: record.text("lank").map(str::to_owned),
                sources: record.texts("kallor").map(str::to_owned).collect(),
            })
        })
        .collect();
    entries.sort_by(|a, b| swedish_order(&a.term, &b.term));
    entries
}

fn activities(parsed: &[Arc<Parsed>]) -> Vec<activity::Activity> {
    let all = parsed.iter().filter(|p| p.kind == Kind::Activity);
    all.filter_map(|p| activity::Activity::from_record(address::stem(&p.path), p.record())).collect()
}

fn media(files: &[File], parsed: &[Arc<Parsed>]) -> Vec<Media> {
    let facts: HashMap<&str, &Arc<Parsed>> =
        parsed.iter().filter(|p| p.kind == Kind::Media).map(|p| (&*p.path, p)).collect();
    let media = files.iter().filter_map(|file| {
        let Content::Bytes(bytes) = &file.content else { return None };
        let facts = facts.get(format!("{}.yaml", file.path).as_str()).map(|p| p.record());
        let text = |key: &str| facts.and_then(|record| record.text(key)).map(str::to_owned);
        Some(Media {
            address: format!("/{}", file.path),
            bytes: bytes.clone(),
            alt: text("alt"),
            licence: text("licens"),
            origin: text("upphov"),
            description: text("beskrivning"),
        })
    });
    media.collect()
}
