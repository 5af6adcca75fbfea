//! The feeds, read as a program that follows them does: Atom (RFC 4287).

use std::collections::HashSet;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::program::{build, files, repository, stderr};

const ATOM: &str = "http://www.w3.org/2005/Atom";
const BASE: &str = "https://x.example/a/b/";

/// An element with what is in it.
#[derive(Default)]
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
    children: Vec<Element>,
}

impl Element {
    fn of(tag: &BytesStart<'_>) -> Element {
        let attributes = tag.attributes().map(Result::unwrap);
        let attributes = attributes.map(|a| (a.key.as_ref().to_owned(), a.value.into_owned()));
        Element { name: tag.name().as_ref().to_owned(), attributes: attributes.collect(), ..Element::default() }
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The text of an element that there must be exactly one of.
    fn one<'a>(&'a self, name: &'a str) -> &'a str {
        let found: Vec<&Element> = self.all(name).collect();
        assert_eq!(found.len(), 1, "{} has one {name}", self.name);
        assert!(!found[0].text.trim().is_empty(), "{name} says something");
        &found[0].text
    }

    /// The address of the one link of a relation.
    fn link(&self, relation: &str) -> &str {
        let mut links = self.all("link").filter(|link| link.attribute("rel") == Some(relation));
        let href = links.next().and_then(|link| link.attribute("href")).unwrap();
        assert!(links.next().is_none(), "one link is {relation}");
        assert!(href.starts_with(BASE), "{href} is absolute and the site's own");
        href
    }

    fn moment(&self, name: &str) -> jiff::Timestamp {
        let text = self.one(name);
        assert!(text.len() >= 20 && text.as_bytes()[10] == b'T', "{text} is a date and time as in RFC 3339");
        text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
    }
}

/// The root of a document; faults of its form end the test.
fn parsed(xml: &str) -> Element {
    let mut reader = Reader::from_str(xml);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(tag) => open.push(Element::of(&tag)),
            Event::Empty(tag) => open.last_mut().unwrap().children.push(Element::of(&tag)),
            Event::Text(text) => open.last_mut().unwrap().text.push_str(&text.xml10_content()),
            Event::GeneralRef(entity) => {
                let character = entity.resolve_char_ref().unwrap().map(String::from);
                let text =
                    character.or_else(|| quick_xml::escape::resolve_predefined_entity(&entity).map(str::to_owned));
                open.last_mut().unwrap().text.push_str(&text.expect("a known entity"));
            }
            Event::End(_) => {
                let done = open.pop().unwrap();
                open.last_mut().unwrap().children.push(done);
            }
            Event::Eof => break,
            Event::Decl(_) => {}
            other => panic!("{other:?}"),
        }
    }
    let mut document = open.pop().unwrap();
    assert_eq!((open.len(), document.children.len()), (0, 1), "one root");
    document.children.pop().unwrap()
}

/// Elements that RFC 4287 knows, of those that the feeds use.
const OF_FEED: [&str; 7] = ["title", "subtitle", "id", "link", "updated", "author", "entry"];
const OF_ENTRY: [&str; 6] = ["title", "id", "link", "published", "updated", "summary"];

#[test]
fn every_feed_is_atom_as_the_standard_says() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    let output = build(&repository("tests/golden/content"), &site, &["--base-url", BASE]);
    assert!(output.status.success(), "{}", stderr(&output));
    let all = files(&site);
    let feeds: Vec<_> = all.iter().filter(|(path, _)| path.ends_with("feed.xml")).collect();
    assert_eq!(feeds.len(), 4, "the site's, that of news, and one for each county");
    let (mut entries, mut published, mut feed_ids) = (0, 0, HashSet::new());
    for (path, bytes) in feeds {
        let feed = parsed(std::str::from_utf8(bytes).unwrap());
        assert_eq!((feed.name.as_str(), feed.attribute("xmlns")), ("feed", Some(ATOM)), "{path}");
        assert!(feed.children.iter().all(|child| OF_FEED.contains(&child.name.as_str())), "{path}");
        assert!(feed_ids.insert(feed.one("id").to_owned()), "{path}: no other feed has its id");
        assert!(feed.one("id").starts_with(BASE) && !feed.one("title").is_empty(), "{path}");
        assert_eq!(feed.link("self"), format!("{BASE}{path}"));
        let page = feed.link("alternate").strip_prefix(BASE).unwrap();
        assert!(all.contains_key(&format!("{page}index.html")), "{path} leads to {page}");
        for author in feed.all("author") {
            author.one("name");
        }
        assert!(feed.all("author").count() > 0, "{path}: its entries have no authors of their own");
        let updated = feed.moment("updated");
        let (mut ids, mut before) = (HashSet::new(), None);
        for entry in feed.all("entry") {
            assert!(entry.children.iter().all(|child| OF_ENTRY.contains(&child.name.as_str())), "{path}");
            assert!(ids.insert(entry.one("id").to_owned()), "{path}: {} stands once", entry.one("id"));
            entry.one("title");
            let (id, link) = (entry.one("id"), entry.link("alternate"));
            assert!(link.starts_with(id), "{path}: {link}");
            let page = id.strip_prefix(BASE).unwrap();
            assert!(all.contains_key(&format!("{page}index.html")), "{path} leads to {page}");
            let moment = entry.moment("updated");
            assert!(moment <= updated && before.is_none_or(|before| moment <= before), "{path}: the latest first");
            before = Some(moment);
            if entry.all("published").next().is_some() {
                assert!(entry.moment("published") <= moment, "{path}: {id} was published before it was updated");
                published += 1;
            }
            entries += 1;
        }
        let first = feed.all("entry").next();
        assert!(first.is_none_or(|entry| entry.moment("updated") == updated), "{path} is as new as its latest entry");
    }
    assert!(entries > 3 && published > 1, "{entries} entries, {published} with the day of publication");
}
