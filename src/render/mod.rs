//! Site + route → page. Pure: nothing is read or written, and any number of threads may ask at once.
//!
//! ```text
//! theme     templates and files, from the program or a folder
//! script    scripts of the theme, with what they import and as short as they go
//! url       Base: the only place that puts the site's address before its own addresses
//! wording   the page's words, looked up once for each language
//! speech    templates and words in one language
//! html      Html: the only type that templates take as it is
//! linked    what a page says about itself to programs: JSON-LD and Open Graph
//! shared    the settings as a value, and links that many pages share
//! context   values for the layout, lists, sources and links, which all kinds of page share
//! media     what is published of pictures and other files
//! county_map  the counties as shapes, links and numbers
//! start, list, voice, alphabet, example, fia, place, topic, page, news, glossary, removed, components
//!           one kind of page each: Site → template values
//! rules     what content is checked by, and the help page of each rule
//! report    the report on how the knowledge was spread, and the account to the government
//! statistics  the published reports
//! changes   what was reviewed, told and taken away, day by day
//! search    the page of search, and where its index is
//! compare   the page that shows examples side by side
//! confirm   the sheet by which the parties confirm an example, and the list of those that await
//! suggest   the form by which anyone suggests an example, and the same on paper
//! data      the examples as open data, and the page that explains them
//! fingerprint  what a page is made from, as a hash
//! feeds     feed.xml, sitemap.xml, robots.txt
//! preview   what says that a page is a preview
//! hosting   header files for nginx, Apache, IIS and others
//! manifest  manifest.json
//! ```
//!
//! ```no_run
//! # use samverka::render::*; fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let site: samverka::model::Site = unimplemented!();
//! let base = Base::parse("https://samverka.example/")?;
//! let renderer = Renderer::new(&Theme::embedded()?, &site, base);
//! for route in &site.routes {
//!     let page: String = renderer.page(route, None)?;
//! }
//! for (path, bytes) in renderer.assets() {}
//! for (address, file) in &site.files {
//!     let bytes = renderer.file(*file);
//! }
//! # Ok(()) }
//! ```
//!
//! What is the same on every page (settings, navigation, words, items of lists) is made once, by [`Renderer::new`].

mod alphabet;
mod changes;
mod compare;
mod components;
mod confirm;
mod context;
mod county_map;
mod data;
mod example;
mod feeds;
mod fia;
mod field_guide;
mod fingerprint;
mod glossary;
pub(crate) mod hosting;
mod html;
mod linked;
mod list;
mod manifest;
mod media;
mod news;
mod page;
mod place;
mod preview;
mod related;
mod removed;
mod report;
mod rules;
mod script;
mod search;
mod shared;
mod speech;
mod start;
mod statistics;
mod suggest;
#[cfg(test)]
pub(crate) mod tests;
mod theme;
mod topic;
mod url;
mod voice;
mod wording;

pub use fingerprint::Fingerprints;
pub(crate) use fingerprint::Sum;
pub use html::Html;
pub use manifest::{Beside, PageEntry, manifest};
pub use preview::{PREVIEW_STYLE, Preview, RELOAD_SCRIPT, preview_bar};
pub use report::{AccountPages, ReportPage, account_pages, report_page};
pub use theme::{ICON, MAP_STYLE, PRINT, STYLE, TEMPLATES, Theme, ThemeError};
pub use url::{Base, BaseError};

// What the search index says of a page is what the page says.
pub(crate) use context::{free_id, is_nearby, joined, places};
pub(crate) use data::guarded as guarded_cell;
pub(crate) use example::{EXPERIENCES, label};
pub(crate) use list::{count_of, selection_words};
pub(crate) use manifest::{is_index, sum_of, title};
pub(crate) use theme::hashed_path;
pub(crate) use wording::Wording;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use rayon::prelude::*;
use tera::Value;
use thiserror::Error;

use crate::i18n::Language;
use crate::markdown::Terms;
use crate::memory::{DataParts, Hash};
use crate::model::alphabet::letters;
use crate::model::document::Document;
use crate::model::files::SiteFile;
use crate::model::geography::KommunKod;
use crate::model::related::Relations;
use crate::model::routes::{Page, Route};
use crate::model::selection::Selection;
use crate::model::voice::Voice;
use crate::model::{FACETS, Site};
use crate::picture::Published;
use crate::schema::Kind;
use context::View;
use fingerprint::Named;
use shared::{links, site_value};
use speech::Speech;
use theme::Asset;

/// A template that failed on a page.
#[derive(Debug, Error)]
#[error("the page {address} could not be made from {template}: {message}")]
pub struct RenderError {
    /// Of the page, within the site.
    pub address: String,
    /// The page's own template, which may include the one at fault.
    pub template: &'static str,
    /// The fault as Tera puts it, with file and line.
    pub message: String,
}

impl RenderError {
    /// The template file at fault and its line: the page's own template when Tera names none.
    pub fn place(&self) -> (&str, Option<usize>) {
        let named = self.message.lines().find_map(|line| line.trim_start().strip_prefix("--> "));
        let place = named.and_then(|place| {
            let mut parts = place.rsplitn(3, ':');
            let (_column, line, file) = (parts.next()?, parts.next()?, parts.next()?);
            Some((file, Some(line.parse().ok()?)))
        });
        place.unwrap_or((self.template, None))
    }
}

/// Makes the pages of one site.
pub struct Renderer<'a> {
    site: &'a Site,
    base: Base,
    assets: Vec<Asset>,
    swedish: Speech,
    english: Speech,
    examples: Vec<usize>,
    /// The letters of A–Ö, each with the place of its first entry.
    letters: Vec<(String, usize)>,
    by_id: HashMap<&'a str, usize>,
    /// The examples that are part of another, by the other's id.
    parts: HashMap<&'a str, Vec<usize>>,
    relations: Relations,
    /// How the facts of the relations are said as reasons, in Swedish and in English.
    reasons: [related::Reasons; 2],
    /// What is published of each media file, if it is a picture without a fault.
    published: Vec<Option<Arc<Published>>>,
    /// Every document as an item of a list.
    items: Vec<Value>,
    /// The items as HTML, for headings of level 2 and 3; made when first shown.
    hits: [Vec<OnceLock<Value>>; 2],
    /// What examples say as HTML, for each [`Voice`]; made when first shown.
    voices: [Vec<OnceLock<Value>>; Voice::ALL.len()],
    /// The examples by date, for each [`Selection`].
    selections: [Vec<(Date, usize)>; Selection::ALL.len()],
    /// A link to the page of each term, by vocabulary and id.
    term_links: HashMap<&'a str, HashMap<&'a str, Value>>,
    /// Links to the pages of municipalities and counties, by their indexes.
    municipality_links: HashMap<KommunKod, Value>,
    county_links: Vec<Value>,
    /// The words of the glossary, to be found in texts.
    glossary_terms: Option<Terms>,
    /// For each of them its place in the glossary and, where a page tells more, the address of the page.
    term_hrefs: Vec<(String, Option<String>)>,
    /// How many examples are outside the assignment.
    nearby: usize,
    /// What is published about an example as open data.
    data_fields: Vec<data::DataField>,
    /// Each example as a line of the open data; made when first written.
    data_lines: Vec<OnceLock<Box<[u8]>>>,
    /// The same as a row for a spreadsheet.
    data_rows: Vec<OnceLock<Box<[u8]>>>,
    /// Hashes of the theme, and of the values that every page is given.
    theme: Hash,
    globals: Hash,
    /// What documents' parts are made from, only while [fingerprints](Renderer::fingerprints) are made.
    named: Option<Vec<Named>>,
    /// Each example as open data, where it is known from an earlier build or was made.
    data_parts: Vec<OnceLock<DataParts>>,
    /// Which documents lie together in each file of a few examples; made when first asked for.
    data_members: OnceLock<Vec<Vec<usize>>>,
    /// The values of the facets with the number of their examples.
    facets: Value,
    /// Where the index of search is, once it is there.
    search: OnceLock<search::SearchFiles>,
    /// What says on every page that the site is a preview, if it is.
    mark: Option<Html>,
}

impl<'a> Renderer<'a> {
    /// Prepares what all pages share. The theme was checked when it was loaded.
    pub fn new(theme: &Theme, site: &'a Site, base: Base) -> Renderer<'a> {
        let shown = site_value(site, &base, theme);
        let navigation = links(&base, &site.settings.navigation);
        let speech = |language: Language| {
            let wording = Wording::new(language);
            let mut tera = theme.tera.clone();
            wording.register(&mut tera);
            tera.global_context().insert_value("w", wording.value());
            tera.global_context().insert_value("site", shown.clone());
            tera.global_context().insert_value("nav", navigation.clone());
            Speech { wording, tera }
        };
        let (swedish, english) = (speech(Language::Sv), speech(Language::En));
        let reasons = [&swedish, &english].map(|speech| related::Reasons::new(&speech.wording));
        let documents = || site.documents.iter().enumerate();
        let examples: Vec<usize> = documents().filter(|(_, d)| is_listed(d, Kind::Example)).map(|(i, _)| i).collect();
        let mut parts: HashMap<&str, Vec<usize>> = HashMap::new();
        for &index in &examples {
            let whole = site.documents[index].example.as_deref().and_then(|e| e.part_of.as_deref());
            if let Some(whole) = whole {
                parts.entry(whole).or_default().push(index);
            }
        }
        let mut renderer = Renderer {
            by_id: examples.iter().map(|&i| (site.documents[i].id.as_str(), i)).collect(),
            assets: theme.assets.clone(),
            published: media::published(site),
            site,
            base,
            swedish,
            english,
            relations: Relations::new(site, &examples),
            reasons,
            examples,
            letters: letters(&site.alphabet),
            parts,
            items: Vec::new(),
            hits: [0, 1].map(|_| site.documents.iter().map(|_| OnceLock::new()).collect()),
            voices: Voice::ALL.map(|_| site.documents.iter().map(|_| OnceLock::new()).collect()),
            selections: Selection::ALL.map(|selection| selection.of(site)),
            term_links: HashMap::new(),
            municipality_links: HashMap::new(),
            county_links: Vec::new(),
            glossary_terms: glossary::terms(site),
            term_hrefs: Vec::new(),
            nearby: 0,
            data_fields: data::fields(),
            data_lines: site.documents.iter().map(|_| OnceLock::new()).collect(),
            data_rows: site.documents.iter().map(|_| OnceLock::new()).collect(),
            theme: theme.hash,
            globals: fingerprint::of_values(&[&shown, &navigation]),
            named: None,
            data_parts: site.documents.iter().map(|_| OnceLock::new()).collect(),
            data_members: OnceLock::new(),
            facets: Value::none(),
            search: OnceLock::new(),
            mark: None,
        };
        let words = &renderer.speech(&site.settings.language).wording;
        let items = site.documents.par_iter().map(|document| renderer.list_item(words, document)).collect();
        renderer.items = items;
        renderer.facets = renderer.facets_of(&FACETS);
        renderer.nearby = renderer.examples.iter().filter(|&&i| context::is_nearby(&site.documents[i])).count();
        renderer.make_links();
        renderer.term_hrefs = renderer.glossary_hrefs();
        renderer
    }

    /// The page of a route as HTML.
    ///
    /// # Errors
    /// [`RenderError`] when a theme's template asks for something that is not there.
    pub fn page(&self, route: &Route, preview: Option<&Preview>) -> Result<String, RenderError> {
        let View { template, context } = self.view_with(route, preview)?;
        self.speech(self.language(route)).render(&route.address, template, context)
    }

    /// As [`page`](Renderer::page) without a preview, in UTF-8 at the end of a buffer that many pages may share.
    ///
    /// # Errors
    /// As there.
    pub fn write_page(&self, route: &Route, out: &mut Vec<u8>) -> Result<(), RenderError> {
        let View { template, context } = self.view(route)?;
        self.speech(self.language(route)).render_to(&route.address, template, context, out)
    }

    /// Where the site stands.
    pub fn base(&self) -> &Base {
        &self.base
    }

    fn asset(&self, name: &str) -> Option<&Asset> {
        self.assets.iter().find(|asset| asset.name == name)
    }

    /// The address of a file of the theme, as pages link to it.
    fn asset_href(&self, name: &str) -> Option<String> {
        self.asset(name).map(|asset| self.base.page(&asset.path))
    }

    /// The theme's files: path below the site's root and content.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.assets.iter().map(|asset| (asset.path.as_str(), asset.bytes.as_slice()))
    }

    /// A file of [`Site::files`]; nothing for a picture with a fault, and for the manifest, which needs every page: see [`manifest()`].
    pub fn file(&self, file: SiteFile) -> Option<Cow<'_, [u8]>> {
        let text = match file {
            SiteFile::Media(index) => return self.media(index).map(Cow::Borrowed),
            SiteFile::Manifest => return None,
            SiteFile::Feed => self.site_feed(),
            SiteFile::NewsFeed => self.news_feed(),
            SiteFile::CountyFeed(index) => self.county_feed(index),
            SiteFile::Sitemap => self.sitemap(),
            SiteFile::SitemapPart(part) => self.sitemap_part(part),
            SiteFile::Robots => self.robots(),
            SiteFile::ExamplesJson => return Some(Cow::Owned(self.examples_json())),
            SiteFile::ExamplesCsv => return Some(Cow::Owned(self.examples_csv())),
            SiteFile::ExamplesList => return Some(Cow::Owned(self.examples_list())),
            SiteFile::ExamplesSchema => return Some(Cow::Owned(self.examples_schema())),
            SiteFile::Catalogue => return Some(Cow::Owned(self.catalogue())),
            SiteFile::Headers(host) => hosting::file(self, host),
            SiteFile::Report(index) => return Some(Cow::Owned(self.statistic_json(index))),
            SiteFile::ExamplesPart(part) => return Some(Cow::Owned(self.examples_part(part))),
        };
        Some(Cow::Owned(text.into_bytes()))
    }

    /// Lets go of what was made of each document for lists and data, once these are written: it is made again if it is asked for.
    pub fn let_go(&mut self) {
        let data = self.data_lines.iter_mut().chain(&mut self.data_rows);
        data.for_each(|made| drop(made.take()));
        let lists = self.hits.iter_mut().chain(&mut self.voices).flatten();
        lists.for_each(|made| drop(made.take()));
    }

    fn view_of(&self, route: &Route) -> Result<View, RenderError> {
        let speech = self.speech(self.language(route));
        match &route.page {
            Page::Start => self.start(speech, route),
            Page::Examples { number } => self.example_list(speech, route, *number),
            Page::Document(index) => self.document(speech, route, *index),
            Page::Dated { selection, number } => self.dated(speech, route, *selection, *number),
            Page::Voices { voice, number } => self.voices(speech, route, *voice, *number),
            Page::Alphabet { number } => self.alphabet(speech, route, *number),
            Page::Fia => self.fia_index(speech, route),
            Page::Experiences { number } => self.experience_index(speech, route, *number),
            Page::Topics => self.topics(speech, route),
            Page::Vocabulary(id) => self.vocabulary(speech, route, id),
            Page::Term { vocabulary, term, number } => self.term(speech, route, (vocabulary, term), *number),
            Page::Municipalities => self.municipalities(speech, route),
            Page::Municipality { index, number } => self.municipality(speech, route, *index, *number),
            Page::Counties => self.counties(speech, route),
            Page::County { index, number } => self.county(speech, route, *index, *number),
            Page::News { number } => self.news_index(speech, route, *number),
            Page::Glossary => self.glossary(speech, route),
            Page::Data => self.data_page(speech, route),
            Page::Compare => self.compare(speech, route),
            Page::Suggest => self.suggest(speech, route),
            Page::SuggestSheet => self.suggest_sheet(speech, route),
            Page::Changes => self.changes(speech, route),
            Page::Statistics => self.statistics(speech, route),
            Page::Statistic(index) => self.statistic(speech, route, *index),
            Page::Search => self.search(speech, route),
            Page::Withdrawn(index) => self.withdrawn(speech, route, *index),
            Page::Removed(index) => self.removed(speech, route, *index),
            Page::Redirect { to } => self.redirect(speech, route, to),
            Page::Components => self.components(speech, route),
            Page::FieldGuides => self.field_guides(speech, route),
            Page::FieldGuide(kind) => self.field_guide(speech, route, *kind),
            Page::Rules => self.rules(speech, route),
            Page::Rule(index) => self.rule(speech, route, *index),
            Page::Confirmations { number } => self.confirmations(speech, route, *number),
            Page::Confirm(index) => self.confirm(speech, route, *index),
            Page::NotFound => self.not_found(speech, route),
        }
    }

    fn document(&self, speech: &Speech, route: &Route, index: usize) -> Result<View, RenderError> {
        let document = &self.site.documents[index];
        match document.kind {
            Kind::Example => self.example(speech, route, document),
            Kind::Fia => self.fia(speech, route, document),
            Kind::Experience => self.experience(speech, route, document),
            Kind::News => self.news(speech, route, document),
            _ => self.text_page(speech, route, document),
        }
    }

    /// Where a document stands among the site's, if it is one of them and no copy.
    fn index_of(&self, document: &Document) -> Option<usize> {
        self.site.documents.element_offset(document)
    }

    fn speech(&self, language: &str) -> &Speech {
        if language == Language::En.tag() { &self.english } else { &self.swedish }
    }

    /// The language of a route: its document's, else the site's.
    fn language(&self, route: &Route) -> &str {
        match &route.page {
            Page::Document(index) | Page::Withdrawn(index) | Page::Confirm(index) => {
                &self.site.documents[*index].language
            }
            // Help is written in Swedish, whatever language the site is in.
            Page::FieldGuides | Page::FieldGuide(_) | Page::Rules | Page::Rule(_) => Language::Sv.tag(),
            _ => &self.site.settings.language,
        }
    }

    /// The text that an editor wrote for a generated page.
    fn introduction_of(&self, address: &str) -> Option<&'a Document> {
        self.site.introduction(address)
    }

    /// The heading of a generated page: its introduction's title, or the site's own words.
    fn heading(&self, words: &Wording, address: &str, default: &'static str) -> String {
        self.introduction_of(address).map_or_else(|| words.get(default).to_owned(), |d| d.title.clone())
    }

    /// A link, if there is such a page.
    fn link_to(&self, address: &str) -> Option<String> {
        self.site.route(address).map(|route| self.base.page(&route.address))
    }
}

fn is_listed(document: &Document, kind: Kind) -> bool {
    document.kind == kind && document.status != crate::parse::Status::Withdrawn
}
