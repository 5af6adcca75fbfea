//! Whether two texts mean the same.

use super::Document;
use crate::markdown::{self, Href, Label, Picture};
use crate::yaml::{Content, Node};

/// Whether two trees hold the same, wherever it stands; `is_same` compares a text of the first with one of the second.
pub fn trees(one: Option<&Node>, other: Option<&Node>, is_same: &dyn Fn(&Node, &str, &str) -> bool) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => nodes(one, other, is_same),
        (one, other) => one.is_none() && other.is_none(),
    }
}

/// As [`trees`], for two values.
pub fn nodes(one: &Node, other: &Node, is_same: &dyn Fn(&Node, &str, &str) -> bool) -> bool {
    match (&one.content, &other.content) {
        (Content::Empty, Content::Empty) => true,
        (Content::Scalar(text), Content::Scalar(another)) => is_same(one, text, another),
        (Content::List(items), Content::List(others)) => {
            items.len() == others.len() && items.iter().zip(others).all(|(item, other)| nodes(item, other, is_same))
        }
        (Content::Map(entries), Content::Map(others)) => {
            entries.len() == others.len()
                && entries.iter().zip(others).all(|(entry, other)| {
                    is_same(&entry.value, &entry.key, &other.key) && nodes(&entry.value, &other.value, is_same)
                })
        }
        _ => false,
    }
}

/// Letter by letter.
pub fn letters(_: &Node, one: &str, other: &str) -> bool {
    one == other
}

/// Whether the fields hold the same texts.
pub fn fields(one: &Document<'_>, other: &Document<'_>) -> bool {
    trees(one.tree.as_ref(), other.tree.as_ref(), &letters)
}

/// What a reader sees of a body: headings, and HTML in which every address stands as it is written.
pub fn seen(body: &str) -> Vec<(String, String)> {
    let sections = markdown::render(body, &Open).sections;
    sections.into_iter().map(|section| (section.title, section.html)).collect()
}

/// Where the links and pictures of a body lead, as it is written.
pub fn targets(body: &str) -> Vec<String> {
    let body = markdown::read(body, 0);
    let links = body.links.into_iter().map(|link| link.target);
    links.chain(body.images.into_iter().map(|image| image.target)).collect()
}

/// A page that shows everything as it is written.
struct Open;

impl markdown::Page for Open {
    fn link(&self, target: &str) -> Option<Href> {
        Some(Href { url: target.to_owned(), external: false })
    }

    fn image(&self, target: &str) -> Option<Picture> {
        let url = target.to_owned();
        Some(Picture { url, width: None, height: None, webp: None, credit: None, description: None })
    }

    fn citation(&self, number: u32) -> Option<String> {
        Some(number.to_string())
    }

    fn label(&self, _: Label) -> &str {
        ""
    }
}
