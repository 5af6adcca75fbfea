//! What programs follow: feeds (Atom, RFC 4287), sitemaps (sitemaps.org 0.9) and `robots.txt`.

use std::fmt::Write;

use jiff::civil::Date;

use super::Renderer;
use super::html::escape;
use crate::model::address;
use crate::model::document::Document;
use crate::model::files::{SITEMAP_LENGTH, in_sitemap};
use crate::model::routes::{Page, Route};
use crate::parse::Status;
use crate::report::channel::BY_FEED;
use crate::schema::Kind;

/// How many entries a feed has.
const ENTRIES: usize = 50;
const SITEMAP_NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// A feed's own facts.
struct Feed<'a> {
    /// Where the feed lies.
    file: &'a str,
    /// The page that it belongs to. Its whole address is the feed's id, as those of their pages are the entries'.
    page: &'a str,
    title: String,
    subtitle: &'a str,
}

/// When a feed says that a document is from: the date of a notice, else of the last change or review.
fn dated(document: &Document) -> Option<Date> {
    document.date.or_else(|| document.latest())
}

impl Renderer<'_> {
    /// The latest notices and the latest new, changed and reviewed examples.
    pub(super) fn site_feed(&self) -> String {
        let settings = &self.site.settings;
        let documents = self.site.documents.iter().filter(|d| matches!(d.kind, Kind::News | Kind::Example));
        let facts = Feed {
            file: address::FEED,
            page: address::START,
            title: settings.title.clone(),
            subtitle: &settings.description,
        };
        self.feed(&facts, documents)
    }

    pub(super) fn news_feed(&self) -> String {
        let (title, _) = self.feed_of_news();
        let facts = Feed { file: address::NEWS_FEED, page: address::NEWS, title, subtitle: "" };
        self.feed(&facts, self.site.of_kind(Kind::News))
    }

    /// Examples and experiences of a county.
    pub(super) fn county_feed(&self, index: usize) -> String {
        let county = &self.site.geography.counties[index];
        let (title, file) = self.feed_of_county(index);
        let facts = Feed { file: &file, page: &address::county(&county.slug), title, subtitle: "" };
        self.feed(&facts, self.site.in_county(index).iter())
    }

    /// The title and address of the feed of notices.
    pub(super) fn feed_of_news(&self) -> (String, String) {
        let words = &self.speech(&self.site.settings.language).wording;
        let name = self.heading(words, address::NEWS, "news");
        (self.feed_title(&name), address::NEWS_FEED.to_owned())
    }

    /// The title and address of a county's feed.
    pub(super) fn feed_of_county(&self, index: usize) -> (String, String) {
        let county = &self.site.geography.counties[index];
        (self.feed_title(&county.name), address::county_feed(&county.slug))
    }

    fn feed_title(&self, name: &str) -> String {
        format!("{name} – {}", self.site.settings.short_title)
    }

    fn feed<'d>(&self, facts: &Feed<'_>, documents: impl Iterator<Item = &'d Document>) -> String {
        let settings = &self.site.settings;
        let documents = documents.filter(|d| d.status == Status::Published);
        let mut entries: Vec<(Date, &Document)> = documents.filter_map(|d| Some((dated(d)?, d))).collect();
        entries.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.address.cmp(&b.1.address)));
        entries.truncate(ENTRIES);
        // A feed without entries must have a date too; the day of the build would make it look new each day.
        let latest = || self.site.documents.iter().filter_map(dated).max();
        let updated = entries.first().map(|(date, _)| *date).or_else(latest).unwrap_or(self.site.today);
        let mut out =
            String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"");
        let base = &self.base;
        let mut line = |text: std::fmt::Arguments<'_>| {
            let _infallible = writeln!(out, "{text}");
        };
        line(format_args!(" xml:lang=\"{}\">", escape(&settings.language)));
        line(format_args!("<title>{}</title>", escape(&facts.title)));
        if !facts.subtitle.is_empty() {
            line(format_args!("<subtitle>{}</subtitle>", escape(facts.subtitle)));
        }
        let page = base.absolute(facts.page);
        line(format_args!("<id>{}</id>", escape(&page)));
        line(format_args!(
            "<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>",
            escape(&base.absolute(facts.file))
        ));
        line(format_args!("<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>", escape(&page)));
        line(format_args!("<updated>{updated}T00:00:00Z</updated>"));
        let sender = if settings.senders.is_empty() { settings.title.clone() } else { settings.senders.join(", ") };
        line(format_args!("<author><name>{}</name></author>", escape(&sender)));
        for (date, document) in entries {
            let address = base.absolute(&document.address);
            line(format_args!("<entry xml:lang=\"{}\">", escape(&document.language)));
            line(format_args!("<title>{}</title>", escape(&document.title)));
            line(format_args!("<id>{}</id>", escape(&address)));
            // By this the report knows that a reader came by a feed: programs that read feeds name no page that led there.
            let link = format!("{address}?{BY_FEED}");
            line(format_args!("<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>", escape(&link)));
            if let Some(published) = document.date.or(document.published) {
                line(format_args!("<published>{published}T00:00:00Z</published>"));
            }
            line(format_args!("<updated>{date}T00:00:00Z</updated>"));
            if let Some(summary) = &document.summary {
                line(format_args!("<summary>{}</summary>", escape(summary)));
            }
            line(format_args!("</entry>"));
        }
        out.push_str("</feed>\n");
        out
    }

    pub(super) fn robots(&self) -> String {
        format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", self.base.absolute(address::SITEMAP))
    }

    /// `sitemap.xml`; for a larger site an index of `sitemap-1.xml`, ….
    pub(super) fn sitemap(&self) -> String {
        let parts = in_sitemap(self.site).count().div_ceil(SITEMAP_LENGTH);
        if parts <= 1 {
            return self.sitemap_part(0);
        }
        let mut index =
            format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<sitemapindex xmlns=\"{SITEMAP_NAMESPACE}\">\n");
        for part in 0..parts {
            let address = self.base.absolute(&address::sitemap_part(part));
            let _infallible = writeln!(index, "<sitemap><loc>{}</loc></sitemap>", escape(&address));
        }
        index.push_str("</sitemapindex>\n");
        index
    }

    /// One of several sitemaps, from 0.
    pub(super) fn sitemap_part(&self, part: usize) -> String {
        let routes = in_sitemap(self.site).skip(part * SITEMAP_LENGTH).take(SITEMAP_LENGTH);
        let mut out = format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"{SITEMAP_NAMESPACE}\">\n");
        for route in routes {
            let _infallible = write!(out, "<url><loc>{}</loc>", escape(&self.base.absolute(&route.address)));
            if let Some(date) = self.document_of(route).and_then(Document::latest) {
                let _infallible = write!(out, "<lastmod>{date}</lastmod>");
            }
            out.push_str("</url>\n");
        }
        out.push_str("</urlset>\n");
        out
    }

    fn document_of(&self, route: &Route) -> Option<&Document> {
        match route.page {
            Page::Document(index) => Some(&self.site.documents[index]),
            _ => self.introduction_of(&route.address),
        }
    }
}
