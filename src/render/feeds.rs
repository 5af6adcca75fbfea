//! What programs read: `feed.xml` (Atom, RFC 4287), `sitemap.xml` (sitemaps.org 0.9) and `robots.txt`.

use std::fmt::Write;

use jiff::civil::Date;

use super::Renderer;
use super::html::escape;
use crate::model::document::Document;
use crate::model::routes::{Page, Route};
use crate::parse::Status;
use crate::schema::Kind;

/// How many entries the feed has.
const ENTRIES: usize = 50;
/// How many addresses a sitemap may hold.
const SITEMAP_LENGTH: usize = 50_000;

/// The three files, and more sitemaps where one does not hold every address.
pub(super) fn files(renderer: &Renderer<'_>) -> Vec<(String, Vec<u8>)> {
    let mut files = vec![("feed.xml".to_owned(), feed(renderer).into_bytes())];
    files.extend(sitemaps(renderer).into_iter().map(|(path, text)| (path, text.into_bytes())));
    let robots = format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", renderer.base.absolute("/sitemap.xml"));
    files.push(("robots.txt".to_owned(), robots.into_bytes()));
    files
}

/// The latest notices and the latest reviewed examples.
fn feed(renderer: &Renderer<'_>) -> String {
    let site = renderer.site;
    let settings = &site.settings;
    let dated = |document: &Document| document.date.or(document.reviewed);
    let documents = site.documents.iter().filter(|d| matches!(d.kind, Kind::News | Kind::Example));
    let documents = documents.filter(|d| d.status == Status::Published);
    let mut entries: Vec<(Date, &Document)> = documents.filter_map(|d| Some((dated(d)?, d))).collect();
    entries.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.address.cmp(&b.1.address)));
    entries.truncate(ENTRIES);
    let updated = entries.first().map_or(site.today, |(date, _)| *date);
    let mut out =
        String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"");
    let base = &renderer.base;
    let mut line = |text: std::fmt::Arguments<'_>| {
        let _infallible = writeln!(out, "{text}");
    };
    line(format_args!(" xml:lang=\"{}\">", escape(&settings.language)));
    line(format_args!("<title>{}</title>", escape(&settings.title)));
    line(format_args!("<subtitle>{}</subtitle>", escape(&settings.description)));
    line(format_args!("<id>{}</id>", escape(&base.absolute("/"))));
    line(format_args!(
        "<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>",
        escape(&base.absolute("/feed.xml"))
    ));
    line(format_args!("<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>", escape(&base.absolute("/"))));
    line(format_args!("<updated>{updated}T00:00:00Z</updated>"));
    let sender = if settings.senders.is_empty() { settings.title.clone() } else { settings.senders.join(", ") };
    line(format_args!("<author><name>{}</name></author>", escape(&sender)));
    for (date, document) in entries {
        let address = base.absolute(&document.address);
        line(format_args!("<entry xml:lang=\"{}\">", escape(&document.language)));
        line(format_args!("<title>{}</title>", escape(&document.title)));
        line(format_args!("<id>{}</id>", escape(&address)));
        line(format_args!("<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>", escape(&address)));
        line(format_args!("<updated>{date}T00:00:00Z</updated>"));
        if let Some(summary) = &document.summary {
            line(format_args!("<summary>{}</summary>", escape(summary)));
        }
        line(format_args!("</entry>"));
    }
    out.push_str("</feed>\n");
    out
}

/// `sitemap.xml`; for a larger site an index of `sitemap-1.xml`, ….
fn sitemaps(renderer: &Renderer<'_>) -> Vec<(String, String)> {
    const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
    let site = renderer.site;
    let is_shown = |route: &&Route| match route.page {
        Page::Document(index) => site.documents[index].status == Status::Published,
        _ => route.page.is_content(),
    };
    let routes: Vec<&Route> = site.routes.iter().filter(is_shown).collect();
    let maps: Vec<String> = routes
        .chunks(SITEMAP_LENGTH)
        .map(|chunk| {
            let mut out = format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"{NAMESPACE}\">\n");
            for route in chunk {
                let document = match route.page {
                    Page::Document(index) => Some(&site.documents[index]),
                    _ => renderer.introduction_of(&route.address),
                };
                let _infallible = write!(out, "<url><loc>{}</loc>", escape(&renderer.base.absolute(&route.address)));
                if let Some(date) = document.and_then(|d| d.reviewed.or(d.date)) {
                    let _infallible = write!(out, "<lastmod>{date}</lastmod>");
                }
                out.push_str("</url>\n");
            }
            out.push_str("</urlset>\n");
            out
        })
        .collect();
    if maps.len() <= 1 {
        return maps.into_iter().map(|text| ("sitemap.xml".to_owned(), text)).collect();
    }
    let mut index = format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<sitemapindex xmlns=\"{NAMESPACE}\">\n");
    let mut files = Vec::new();
    for (number, text) in (1..).zip(maps) {
        let path = format!("sitemap-{number}.xml");
        let _infallible = writeln!(index, "<sitemap><loc>{}</loc></sitemap>", escape(&renderer.base.absolute(&path)));
        files.push((path, text));
    }
    index.push_str("</sitemapindex>\n");
    files.push(("sitemap.xml".to_owned(), index));
    files
}
