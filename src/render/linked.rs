//! What a page says about itself to programs: linked data (JSON-LD, schema.org) and Open Graph.
//!
//! Only what the content says: the sender is the one of the settings, a date is one that an editor wrote, and a source
//! that was read as a copy has no address.

use jiff::civil::Date;
use serde::{Serialize, Serializer};
use tera::Value;

use super::context::{Frame, is_web, map};
use super::{Html, Renderer, Speech};
use crate::model::address;
use crate::model::document::Document;
use crate::parse::Status;
use crate::schema::Kind;

/// The vocabularies that say what an example is about; the others say what it is.
const SUBJECTS: [&str; 5] = ["former", "syften", "malgrupper", "livsomraden", "framgangsfaktorer"];

#[derive(Serialize)]
struct Graph<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Node<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
enum Node<'a> {
    WebSite(WebSite<'a>),
    Article(Box<Article<'a>>),
    BreadcrumbList(Crumbs<'a>),
}

#[derive(Serialize)]
struct WebSite<'a> {
    name: &'a str,
    #[serde(rename = "alternateName", skip_serializing_if = "Option::is_none")]
    short: Option<&'a str>,
    description: &'a str,
    url: String,
    #[serde(rename = "inLanguage")]
    language: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    publisher: Vec<Named<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Article<'a> {
    headline: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(rename = "mainEntityOfPage")]
    page: String,
    #[serde(rename = "inLanguage")]
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "date")]
    date_published: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "date")]
    date_modified: Option<Date>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    publisher: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    citation: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    spatial_coverage: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    about: Vec<Named<'a>>,
}

#[derive(Serialize)]
struct Named<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

#[derive(Serialize)]
struct Crumbs<'a> {
    #[serde(rename = "itemListElement")]
    items: Vec<Crumb<'a>>,
}

#[derive(Serialize)]
struct Crumb<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    position: usize,
    name: &'a str,
    /// The page's own place has none: it is where the reader is.
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
}

fn date<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    match date {
        Some(date) => serializer.collect_str(date),
        None => serializer.serialize_none(),
    }
}

fn named<'a>(kind: &'static str, name: &'a str) -> Named<'a> {
    Named { kind, name, url: None }
}

impl Renderer<'_> {
    /// The page as linked data: what it is and where it lies. Nothing for pages that are not to be found.
    pub(super) fn linked(&self, speech: &Speech, frame: &Frame<'_>) -> Option<Html> {
        if frame.hidden {
            return None;
        }
        let mut graph = Vec::new();
        if frame.route.address == address::START {
            graph.push(Node::WebSite(self.website()));
        } else {
            graph.extend(frame.document.and_then(|document| self.article(document)).map(Node::Article));
            graph.push(Node::BreadcrumbList(self.crumbs(speech, frame)));
        }
        Some(Html::json(&Graph { context: "https://schema.org", graph }))
    }

    fn website(&self) -> WebSite<'_> {
        let settings = &self.site.settings;
        WebSite {
            name: &settings.title,
            short: Some(settings.short_title.as_str()).filter(|short| *short != settings.title),
            description: &settings.description,
            url: self.base.absolute(address::START),
            language: &settings.language,
            publisher: self.publisher(),
        }
    }

    /// Who sends the site, as its settings say and nobody else.
    fn publisher(&self) -> Vec<Named<'_>> {
        self.site.settings.senders.iter().map(|sender| named("Organization", sender)).collect()
    }

    fn article<'d>(&'d self, document: &'d Document) -> Option<Box<Article<'d>>> {
        let is_article = matches!(document.kind, Kind::Example | Kind::Fia | Kind::Experience | Kind::News);
        if !is_article || document.status != Status::Published {
            return None;
        }
        let geography = &self.site.geography;
        let places = document.municipalities.iter().filter_map(|code| geography.get(*code));
        let citation = document.sources.iter().map(|source| Named {
            kind: "CreativeWork",
            name: &source.title,
            url: source.address.as_deref().filter(|address| is_web(address)),
        });
        Some(Box::new(Article {
            headline: &document.title,
            description: document.summary.as_deref(),
            page: self.base.absolute(&document.address),
            language: &document.language,
            date_published: document.date.or(document.published),
            // The first day is no change.
            date_modified: document.latest().filter(|_| document.reviewed.is_some() || !document.changes.is_empty()),
            publisher: self.publisher(),
            license: self.site.settings.licence_address(),
            citation: citation.collect(),
            spatial_coverage: places.map(|place| named("AdministrativeArea", &place.name)).collect(),
            about: self.subjects(document),
        }))
    }

    fn subjects<'d>(&'d self, document: &'d Document) -> Vec<Named<'d>> {
        let terms = crate::model::terms(document).into_iter().filter(|(vocabulary, _)| SUBJECTS.contains(vocabulary));
        terms.map(|(vocabulary, id)| named("DefinedTerm", self.site.vocabularies.name(vocabulary, id))).collect()
    }

    fn crumbs<'d>(&'d self, speech: &'d Speech, frame: &'d Frame<'_>) -> Crumbs<'d> {
        let start = (speech.wording.get("start"), Some(address::START));
        let above = frame.above.iter().map(|(title, address)| (title.as_str(), Some(address.as_str())));
        let places = std::iter::once(start).chain(above).chain([(frame.heading.as_str(), None)]);
        let items = (1..).zip(places).map(|(position, (name, address))| Crumb {
            kind: "ListItem",
            position,
            name,
            item: address.map(|address| self.base.absolute(address)),
        });
        Crumbs { items: items.collect() }
    }
}

/// What Open Graph asks for beside title, description and address.
pub(super) fn open_graph(speech: &Speech, document: Option<&Document>) -> Value {
    let is_article =
        document.is_some_and(|d| matches!(d.kind, Kind::Example | Kind::Fia | Kind::Experience | Kind::News));
    let locale = if speech.tag() == "en" { "en_GB" } else { "sv_SE" };
    map! { kind: if is_article { "article" } else { "website" }, locale: locale }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::super::tests::{page, site};
    use super::super::theme::{SHARE, Theme};
    use crate::model::Audience;

    /// The linked data of a page, its nodes by type.
    fn node(html: &str, kind: &str) -> Option<serde_json::Value> {
        let start = "<script type=\"application/ld+json\">";
        let (_, rest) = html.split_once(start)?;
        let (json, _) = rest.split_once("</script>").unwrap();
        let graph: serde_json::Value = serde_json::from_str(json).unwrap();
        assert_eq!(graph["@context"], "https://schema.org");
        graph["@graph"].as_array().unwrap().iter().find(|node| node["@type"] == kind).cloned()
    }

    #[test]
    fn an_example_is_an_article_with_what_its_content_says() {
        let html = page("/exempel/hel/");
        let article = node(&html, "Article").unwrap();
        assert_eq!(article["headline"], "Hel <script>alert(1)</script> & 'titel'");
        assert_eq!((&article["datePublished"], &article["dateModified"]), (&"2026-10-03".into(), &"2026-10-20".into()));
        assert_eq!(article["publisher"][0]["name"], "Avsändare");
        let places: Vec<_> = article["spatialCoverage"].as_array().unwrap().iter().map(|p| &p["name"]).collect();
        assert_eq!(places, ["Malmö", "Stockholm"]);
        assert_eq!(article["about"][0]["name"], "Gemensamt <team>");
        assert_eq!(article["citation"][1]["name"], "Kopian");
        assert!(article["citation"][1].get("url").is_none(), "a copy's address is nobody's source");
        assert!(!html.contains("kopia.example"));
    }

    #[test]
    fn crumbs_have_whole_addresses_and_end_where_the_reader_is() {
        let crumbs = node(&page("/exempel/hel/"), "BreadcrumbList").unwrap();
        let items = crumbs["itemListElement"].as_array().unwrap();
        assert_eq!(items.len(), 3);
        assert_eq!((&items[1]["item"], &items[1]["position"]), (&"https://x.se/exempel/".into(), &2.into()));
        assert!(items[2].get("item").is_none());
    }

    #[test]
    fn the_start_page_is_the_site_and_missing_pages_say_nothing() {
        let website = node(&page("/"), "WebSite").unwrap();
        assert_eq!((&website["name"], &website["url"]), (&"Webb".into(), &"https://x.se/".into()));
        for address in ["/404.html", "/exempel/dold/", "/gammal/"] {
            assert!(!page(address).contains("ld+json"), "{address}");
        }
        assert_eq!(node(&page("/nyheter/n/"), "Article").unwrap()["datePublished"], "2026-02-03");
    }

    #[test]
    fn a_draft_is_no_article() {
        let pages = super::super::tests::pages(&site(Audience::Editors), "https://x.se/");
        let (_, html) = pages.iter().find(|(address, _)| address == "/exempel/ny/").unwrap();
        assert!(node(html, "Article").is_none() && node(html, "BreadcrumbList").is_some());
        assert!(html.contains("<meta property=\"og:locale\" content=\"en_GB\">"));
    }

    #[test]
    fn open_graph_says_what_the_page_is() {
        let html = page("/exempel/hel/");
        for (property, content) in [
            ("type", "article"),
            ("url", "https://x.se/exempel/hel/"),
            ("locale", "sv_SE"),
            ("site_name", "W"),
            ("title", "Hel &lt;script&gt;alert(1)&lt;/script&gt; &amp; &#39;titel&#39;"),
        ] {
            let tag = format!("<meta property=\"og:{property}\" content=\"{content}\">");
            assert!(html.contains(&tag), "{tag}");
        }
        assert!(page("/").contains("<meta property=\"og:type\" content=\"website\">"));
    }

    /// The protocol asks for title, type, address and picture.
    #[test]
    fn every_page_names_a_picture_of_the_theme_by_its_whole_address() {
        let theme = Theme::embedded().unwrap();
        let picture = theme.assets.iter().find(|asset| asset.name == SHARE).unwrap();
        assert!(picture.bytes.len() < 30_000, "{}", picture.bytes.len());
        let size =
            image::ImageReader::new(Cursor::new(&picture.bytes)).with_guessed_format().unwrap().into_dimensions();
        assert_eq!(size.unwrap(), (1200, 630));
        for (address, html) in super::super::tests::pages(&site(Audience::Readers), "https://x.se/a/") {
            let tag = format!("<meta property=\"og:image\" content=\"https://x.se/a/{}\">", picture.path);
            assert!(html.contains(&tag) || !html.contains("og:title"), "{address}");
        }
    }
}
