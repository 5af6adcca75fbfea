//! From the site's values to the values of the templates: what several kinds of page share.
//!
//! Contexts are built as template values directly. Lists are lists: a map has no order that a template may rely on.

use std::collections::BTreeMap;

use tera::Value;

use super::{Html, RenderError, Renderer, Speech, linked, media::WEBP, wording::Wording};
use crate::markdown::{self, Href, Label, Picture, RenderedSection, Terms};
use crate::model::document::{Document, Source};
use crate::model::links::Target;
use crate::model::routes::{LIST_LENGTH, Route, list_pages};
use crate::model::vocabulary::Vocabularies;
use crate::model::voice::Excerpt;
use crate::model::{Site, address};
use crate::parse::Status;
use crate::schema::Kind;

/// A map for a template.
macro_rules! map {
    ($($key:ident: $value:expr),* $(,)?) => {
        tera::Value::from(std::collections::BTreeMap::from([$((stringify!($key), tera::Value::from($value))),*]))
    };
}
pub(super) use map;

/// In characters; a longer title leaves out the site's name.
const LONGEST_TITLE: usize = 70;

/// The values of a template, by name. Unlike Tera's own they can be looked at ([`fingerprint`](super::fingerprint)).
#[derive(Default)]
pub(super) struct Context(BTreeMap<&'static str, Value>);

impl Context {
    pub fn new() -> Context {
        Context::default()
    }

    pub fn insert_value(&mut self, name: &'static str, value: Value) {
        self.0.insert(name, value);
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// In order of name.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Value)> {
        self.0.iter().map(|(name, value)| (*name, value))
    }

    /// As the templates take it.
    pub fn into_tera(self) -> tera::Context {
        let mut context = tera::Context::new();
        self.0.into_iter().for_each(|(name, value)| context.insert_value(name, value));
        context
    }
}

/// What a page consists of, before the template.
pub(super) struct View {
    pub template: &'static str,
    pub context: Context,
}

/// What every page has to say about itself.
pub(super) struct Frame<'p> {
    pub route: &'p Route,
    pub heading: String,
    pub description: Option<String>,
    /// Title and address of the pages above, the start page left out.
    pub above: Vec<(String, String)>,
    pub hidden: bool,
    /// Title and address of a feed of what the page lists.
    pub feed: Option<(String, String)>,
    /// The document that the page shows, or its introduction.
    pub document: Option<&'p Document>,
}

impl<'p> Frame<'p> {
    pub fn new(route: &'p Route, heading: impl Into<String>) -> Frame<'p> {
        let heading = heading.into();
        Frame { route, heading, description: None, above: Vec::new(), hidden: false, feed: None, document: None }
    }

    pub fn describe(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into()).filter(|text| !text.trim().is_empty());
        self
    }

    pub fn below(mut self, title: impl Into<String>, address: impl Into<String>) -> Self {
        self.above.push((title.into(), address.into()));
        self
    }

    pub fn of(mut self, document: Option<&'p Document>) -> Self {
        self.document = document;
        if let Some(summary) = document.and_then(|d| d.summary.as_deref()) {
            self.description = Some(summary.to_owned());
        }
        self
    }

    pub fn followed_by(mut self, feed: (String, String)) -> Self {
        self.feed = Some(feed);
        self
    }

    pub fn hide(mut self) -> Self {
        self.hidden = true;
        self
    }
}

impl<'a> Renderer<'a> {
    /// The context that the layout needs.
    pub(super) fn frame(&self, speech: &Speech, frame: Frame<'_>) -> Context {
        let words = &speech.wording;
        let settings = &self.site.settings;
        let linked = self.linked(speech, &frame);
        let mut context = Context::new();
        let number = frame.route.page.number();
        let title = match number {
            1 => frame.heading.clone(),
            _ => words.with("title-page", &[("title", &frame.heading), ("number", &number.to_string())]),
        };
        let is_start = frame.route.address == address::START;
        let mut crumbs = Vec::new();
        if !is_start {
            crumbs.push(map! { title: words.get("start"), href: self.base.page("/") });
            crumbs.extend(frame.above.iter().map(|(title, address)| {
                map! { title: title.as_str(), href: self.base.page(address) }
            }));
        }
        let section = frame.route.address.split('/').nth(1).filter(|part| !part.is_empty());
        let mut insert = |key: &'static str, value: Value| context.insert_value(key, value);
        insert("lang", Value::from(speech.tag()));
        // Longer titles are cut where they are shown: in tabs and lists of hits.
        let with_site = format!("{title} – {}", settings.short_title);
        let is_short = with_site.chars().count() <= LONGEST_TITLE;
        let whole = match is_start {
            true => settings.title.clone(),
            false if is_short => with_site,
            false => title.clone(),
        };
        insert("document_title", Value::from(whole));
        insert("page_title", Value::from(title));
        insert("heading", Value::from(frame.heading));
        insert("description", frame.description.unwrap_or_else(|| settings.description.clone()).into());
        insert("canonical", self.base.absolute(&frame.route.address).into());
        insert("kind", frame.route.page.kind(self.site).into());
        insert("address", frame.route.address.as_str().into());
        insert("section", section.map(|part| format!("/{part}/")).into());
        insert("noindex", (frame.hidden || address::is_for_editors(&frame.route.address)).into());
        insert("is_start", is_start.into());
        insert("crumbs", crumbs.into());
        let document = frame.document;
        insert("draft", document.is_some_and(|d| d.status == Status::Draft).into());
        let reviewed = document.and_then(|d| d.reviewed);
        insert("reviewed", reviewed.map(|date| map! { iso: date.to_string(), text: words.date(date) }).into());
        let changed = document.and_then(Document::latest_change);
        let changed = changed.map(|(date, text)| map! { iso: date.to_string(), date: words.date(date), text: text });
        insert("changed", changed.into());
        let due = document.and_then(|d| self.site.review_due(d)).filter(|due| *due < self.site.today);
        insert("overdue", due.map(|due| words.with("overdue", &[("date", &words.date(due))])).into());
        let feed = frame.feed.map(|(title, address)| map! { title: title, href: self.base.page(&address) });
        insert("feed", feed.into());
        insert("linked", linked.into());
        insert("og", linked::open_graph(speech, document));
        insert("sources", self.sources(words, document).into());
        insert("sources_id", document.map(|d| free_id(d, "kallor")).into());
        insert("faults", Value::none());
        insert("preview", Value::none());
        context
    }

    pub(super) fn sources(&self, words: &Wording, document: Option<&Document>) -> Vec<Value> {
        let sources = document.map_or(&[][..], |d| &d.sources).iter();
        sources.map(|source| self.source(words, source)).collect()
    }

    fn source(&self, words: &Wording, source: &Source) -> Value {
        // A copy is said to be one; its address is nobody's source.
        let href = source.address.as_deref().filter(|address| is_web(address));
        let kind = source.kind.as_deref().map(|kind| self.site.vocabularies.name("kalltyper", kind));
        map! {
            number: source.number,
            title: source.title.as_str(),
            href: href,
            publisher: source.publisher.as_deref(),
            year: source.year,
            kind: kind,
            extent: source.extent.as_deref(),
            read: source.read.map(|date| words.partial_date(date)),
            copy: source.copy_read,
        }
    }

    /// The marks of cited sources; a number without a source is left out.
    pub(super) fn citations(&self, document: &Document, numbers: &[u32]) -> Value {
        let known = numbers.iter().filter_map(|number| document.source(*number));
        known.map(|source| map! { number: source.number, title: source.title.as_str() }).collect::<Vec<_>>().into()
    }

    /// A hit in a list, for the examples of a list page. Built once for each document.
    pub(super) fn list_item(&self, words: &Wording, document: &Document) -> Value {
        let vocabularies = &self.site.vocabularies;
        let example = document.example.as_deref();
        let names =
            |vocabulary: &str, ids: &[String]| Some(joined(vocabularies, vocabulary, ids)).filter(|s| !s.is_empty());
        let kind = match document.kind {
            Kind::Example => None,
            Kind::Fia => Some(words.get("kind-fia")),
            Kind::Experience => Some(words.get("kind-experience")),
            Kind::News => Some(words.get("kind-news")),
            _ => Some(words.get("kind-page")),
        };
        let is_foreign = document.language != self.site.settings.language;
        map! {
            title: document.title.as_str(),
            href: self.base.page(&document.address),
            summary: document.summary.as_deref(),
            lang: is_foreign.then_some(document.language.as_str()),
            kind: kind,
            nearby: is_nearby(document),
            draft: document.status == Status::Draft,
            place: self.places(words, document),
            forms: example.and_then(|e| names("former", &e.forms)),
            targets: example.and_then(|e| names("malgrupper", &e.target_groups)),
            basis: example.and_then(|e| names("underlag", &e.basis)),
            date: document.date.map(|date| words.date(date)),
            iso: document.date.map(|date| date.to_string()),
        }
    }

    /// As [`places`].
    pub(super) fn places(&self, words: &Wording, document: &Document) -> Option<String> {
        places(self.site, words, document)
    }

    /// One page of a list, with links to those before and after.
    ///
    /// # Errors
    /// As [`Renderer::hits`].
    pub(super) fn list(
        &self,
        words: &Wording,
        context: &mut Context,
        (first, number): (&str, usize),
        members: &[usize],
    ) -> Result<(), RenderError> {
        let (shown, pager) = self.page_of(words, (first, number), members);
        context.insert_value("items", self.hits(self.documents(shown), 2)?);
        context.insert_value("pager", pager);
        context.insert_value("total", members.len().into());
        context.insert_value("is_first_page", (number <= 1).into());
        Ok(())
    }

    /// Documents by their place among the site's.
    pub(super) fn documents(&self, indexes: &[usize]) -> impl Iterator<Item = &Document> {
        indexes.iter().map(|&index| &self.site.documents[index])
    }

    /// The places of the documents of a kind that have not been withdrawn, in the order of lists.
    pub(super) fn indexes_of_kind(&self, kind: Kind) -> Vec<usize> {
        self.site.of_kind(kind).filter_map(|document| self.index_of(document)).collect()
    }

    /// The members that one page of a list shows, and the links to the pages before and after.
    pub(super) fn page_of<'m, T>(
        &self,
        words: &Wording,
        (first, number): (&str, usize),
        members: &'m [T],
    ) -> (&'m [T], Value) {
        let from = ((number.max(1) - 1) * LIST_LENGTH).min(members.len());
        let to = (from + LIST_LENGTH).min(members.len());
        (&members[from..to], self.pager(words, (first, number), list_pages(members.len())))
    }

    /// The links to the pages before and after, for a list of more than one page.
    pub(super) fn pager(&self, words: &Wording, (first, number): (&str, usize), pages: usize) -> Value {
        let href = |number: usize| self.base.page(&address::list_page(first, number));
        let pager = (pages > 1).then(|| {
            map! {
                previous: (number > 1).then(|| href(number - 1)),
                next: (number < pages).then(|| href(number + 1)),
                text: words.with("pager-place", &[("number", &number.to_string()), ("pages", &pages.to_string())]),
            }
        });
        pager.into()
    }

    /// Documents as hits of a list, with headings of level 2 or 3. Each is made once, however many lists show it.
    ///
    /// # Errors
    /// [`RenderError`] when the template of a hit fails.
    pub(super) fn hits<'d>(
        &self,
        documents: impl Iterator<Item = &'d Document>,
        level: usize,
    ) -> Result<Value, RenderError> {
        let speech = self.speech(&self.site.settings.language);
        let mut hits = Vec::new();
        for document in documents {
            let Some(index) = self.index_of(document) else { continue };
            if let Some(name) = self.named_hit(index, level) {
                hits.push(name);
                continue;
            }
            let made = &self.hits[usize::from(level > 2)][index];
            if let Some(hit) = made.get() {
                hits.push(hit.clone());
                continue;
            }
            let mut context = Context::new();
            context.insert_value("item", self.items[index].clone());
            context.insert_value("level", level.into());
            let html = Html::of_template(speech.render(&document.address, "hit.html", context)?);
            hits.push(made.get_or_init(|| html.into()).clone());
        }
        Ok(hits.into())
    }

    /// The body of an introduction as one piece, with its headings.
    pub(super) fn introduction(&self, speech: &Speech, context: &mut Context, document: Option<&Document>) {
        let sections = document.map(|document| self.sections(speech, document));
        context.insert_value("introduction", sections.into());
    }

    /// A link to the page of a term, for the vocabularies whose terms have pages.
    pub(super) fn term_link(&self, vocabulary: &str, id: &str) -> Value {
        let link = self.term_links.get(vocabulary).and_then(|terms| terms.get(id));
        link.cloned().unwrap_or_else(|| {
            map! { text: self.site.vocabularies.name(vocabulary, id), href: Value::none(), note: Value::none() }
        })
    }

    /// The sections of a body; the first is what stands before the first heading.
    pub(super) fn sections(&self, speech: &Speech, document: &Document) -> Vec<Value> {
        let rendered = markdown::render(document.markdown(), &self.body_of(speech, document));
        let shown = rendered.sections.iter().filter(|s| !s.id.is_empty() || !s.html.trim().is_empty());
        shown.map(|section| map! { id: section.id.as_str(), title: section.title.as_str(), html: Html::of_section(section) }).collect()
    }

    fn body_of<'r>(&'r self, speech: &'r Speech, document: &'r Document) -> Body<'r, 'a> {
        // The glossary explains its words itself, in the language of the site.
        let is_explained = document.language == self.site.settings.language && document.address != address::GLOSSARY;
        let terms = self.glossary_terms.as_ref().filter(|_| is_explained);
        Body { renderer: self, document, words: &speech.wording, terms, whole: None }
    }

    /// A section of an example as it is shown on another page.
    pub(super) fn excerpt(&self, speech: &Speech, document: &Document, excerpt: &Excerpt) -> RenderedSection {
        let url = self.base.page(&document.address);
        // Each page links a term once, and these sections meet on many pages.
        let body = Body { terms: None, whole: Some(&url), ..self.body_of(speech, document) };
        let own = || markdown::render(&document.text[excerpt.span.clone()], &body).sections.into_iter().next();
        // A link may be defined in another section.
        let whole =
            || markdown::render(document.markdown(), &body).sections.into_iter().find(|s| s.id == excerpt.anchor);
        let section = if document.markdown().contains("]:") { whole() } else { own() };
        section.unwrap_or_default()
    }

    /// Where a link leads, if it leads anywhere.
    pub(super) fn href(&self, from: &Document, target: &str) -> Option<Href> {
        let (url, external) = match self.site.resolve(&from.file, target).ok()? {
            Target::Inside(anchor) if anchor.starts_with('#') => (anchor, false),
            Target::Inside(address) => (self.base.page(&address), false),
            Target::Web(address) => (address.to_owned(), true),
            Target::Contact(address) => (address.to_owned(), false),
        };
        Some(Href { url, external })
    }
}

/// What the Markdown renderer asks about the page around a body.
struct Body<'r, 'a> {
    renderer: &'r Renderer<'a>,
    document: &'r Document,
    words: &'r Wording,
    terms: Option<&'r Terms>,
    /// Where the document is, when a part of it is shown on another page.
    whole: Option<&'r str>,
}

impl markdown::Page for Body<'_, '_> {
    fn link(&self, target: &str) -> Option<Href> {
        let href = self.renderer.href(self.document, target)?;
        match self.whole.filter(|_| href.url.starts_with('#')) {
            Some(whole) => Some(Href { url: format!("{whole}{}", href.url), ..href }),
            None => Some(href),
        }
    }

    fn image(&self, target: &str) -> Option<Picture> {
        let address = self.renderer.site.resolve_picture(&self.document.file, target).ok()?;
        let (path, _) = address.split_at(address.find(['?', '#']).unwrap_or(address.len()));
        let index = self.renderer.media_at(path)?;
        // Nothing of a picture with a fault: its alternative text stands in its place.
        let published = self.renderer.published[index].as_deref()?;
        let media = &self.renderer.site.media[index];
        let credit = media.origin.as_deref().zip(media.licence.as_deref());
        Some(Picture {
            width: Some(published.size.width),
            height: Some(published.size.height),
            webp: published.webp.as_ref().map(|_| self.renderer.base.page(&format!("{path}{WEBP}"))),
            credit: credit.map(|(origin, licence)| {
                self.words.with("picture-credit", &[("origin", origin.trim_end_matches('.')), ("licence", licence)])
            }),
            description: media.description.clone(),
            url: self.renderer.base.page(&address),
        })
    }

    fn citation(&self, number: u32) -> Option<String> {
        self.document.source(number).map(|source| source.title.clone())
    }

    fn terms(&self) -> Option<&Terms> {
        self.terms
    }

    /// A page that explains a term needs no link to its explanation.
    fn term(&self, index: usize) -> Option<&str> {
        let (href, page) = self.renderer.term_hrefs.get(index)?;
        (page.as_deref() != Some(&self.document.address)).then_some(href)
    }

    fn excerpt(&self) -> Option<markdown::Excerpt<'_>> {
        self.whole.map(|url| markdown::Excerpt { url, title: &self.document.title })
    }

    fn label(&self, key: Label) -> &str {
        match key {
            Label::Source => self.words.get("source"),
            Label::Table => self.words.get("table"),
        }
    }
}

/// An id that no heading of the body has: `wanted`, or with `_` after it, which no heading's id ends with.
pub(crate) fn free_id(document: &Document, wanted: &str) -> String {
    let taken = document.headings.iter().any(|(_, _, id)| id == wanted);
    if taken { format!("{wanted}_") } else { wanted.to_owned() }
}

/// Where a document is from, in words: at most three names, then how many more.
pub(crate) fn places(site: &Site, words: &Wording, document: &Document) -> Option<String> {
    const SHOWN: usize = 3;
    let example = document.example.as_deref();
    if example.is_some_and(|e| e.national) {
        return Some(words.get("national").to_owned());
    }
    let names: Vec<&str> =
        document.municipalities.iter().filter_map(|code| site.geography.get(*code)).map(|m| m.name.as_str()).collect();
    let shown = names[..names.len().min(SHOWN)].join(", ");
    let more = names.len().saturating_sub(SHOWN);
    match (names.is_empty(), more, example.is_some_and(|e| e.more_municipalities)) {
        (true, _, _) => None,
        (_, 0, false) => Some(shown),
        (_, 0, true) => Some(words.with("places-among-others", &[("places", &shown)])),
        (_, more, _) => Some(words.with("places-more", &[("places", &shown), ("count", &more.to_string())])),
    }
}

/// Whether an example is shown as close to the assignment rather than part of it.
pub(crate) fn is_nearby(document: &Document) -> bool {
    document.example.as_deref().is_some_and(|example| example.relation.as_deref() != Some("socialtjanst-af"))
}

/// The names of terms, with commas between.
pub(crate) fn joined(vocabularies: &Vocabularies, vocabulary: &str, ids: &[String]) -> String {
    ids.iter().map(|id| vocabularies.name(vocabulary, id)).collect::<Vec<_>>().join(", ")
}

/// Whether an address leads to another site and nowhere else.
pub(super) fn is_web(address: &str) -> bool {
    let has_scheme = |scheme: &str| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    (has_scheme("https://") || has_scheme("http://")) && !address.chars().any(|c| c.is_control() || c == ' ')
}
