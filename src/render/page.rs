//! Any other page: text, perhaps about law, perhaps to be printed, perhaps with pages below it.

use tera::Value;

use super::context::{Context, Frame, View, free_id, map};
use super::{RenderError, Renderer, Speech};
use crate::model::address;
use crate::model::document::Document;
use crate::model::routes::Route;

/// From how many headings a page has a table of contents.
const CONTENTS_FROM: usize = 3;

impl Renderer<'_> {
    pub(super) fn text_page(&self, speech: &Speech, route: &Route, document: &Document) -> Result<View, RenderError> {
        let mut frame = Frame::new(route, document.title.as_str()).of(Some(document));
        for above in ancestors(&route.address) {
            if let Some(page) = self.introduction_of(above) {
                frame = frame.below(page.title.as_str(), above);
            }
        }
        let mut context = self.frame(speech, frame);
        self.body(speech, &mut context, document);
        let children = self.site.children(&route.address).map(|child| {
            map! {
                title: child.title.as_str(),
                href: self.base.page(&child.address),
                summary: child.summary.as_deref(),
            }
        });
        context.insert_value("children", children.collect::<Vec<_>>().into());
        if route.address == address::ABOUT {
            context.insert_value("facts", self.assignments(speech).into());
        }
        Ok(View { template: "page.html", context })
    }

    /// The assignments that the site answers to, as a row of facts: what was decided, when, and to whom it is reported.
    fn assignments(&self, speech: &Speech) -> Vec<Value> {
        let words = &speech.wording;
        let values = self.site.settings.assignments.iter().map(|assignment| {
            let recipients = (!assignment.recipients.is_empty())
                .then(|| words.with("assignment-recipients", &[("names", &assignment.recipients.join(", "))]));
            let number =
                assignment.diary_number.as_ref().map(|number| words.with("diary-number", &[("number", number)]));
            let facts = [assignment.date.map(|date| words.date(date)), number, recipients];
            let note = facts.into_iter().flatten().collect::<Vec<_>>().join(". ");
            map! { text: assignment.title.as_str(), href: Value::none(), note: (!note.is_empty()).then_some(note) }
        });
        let values: Vec<Value> = values.collect();
        let row = map! { label: words.get("assignments"), values: values.clone(), note: Value::none() };
        if values.is_empty() { Vec::new() } else { vec![row] }
    }

    /// What a page with a free body shows of it, and the notice of a page about law.
    pub(super) fn body(&self, speech: &Speech, context: &mut Context, document: &Document) {
        let words = &speech.wording;
        let sections = self.sections(speech, document);
        let text =
            |value: &Value, key: &str| value.get_from_path(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let titled: Vec<_> = sections.iter().filter(|section| !text(section, "id").is_empty()).collect();
        let mut contents: Vec<Value> = Vec::new();
        if titled.len() >= CONTENTS_FROM {
            let entry =
                |section: &&Value| map! { href: format!("#{}", text(section, "id")), title: text(section, "title") };
            contents.extend(titled.iter().map(entry));
            if !document.sources.is_empty() {
                contents.push(map! { href: format!("#{}", free_id(document, "kallor")), title: words.get("sources") });
            }
        }
        let law = document.law.as_ref().map(|law| {
            map! {
                wording: law.wording.as_str(),
                fetched: law.fetched.map(|date| words.date(date)),
                checked: law.checked.map(|date| words.date(date)),
            }
        });
        let mut insert = |key: &'static str, value: Value| context.insert_value(key, value);
        insert("summary", document.summary.as_deref().into());
        insert("contents", (!contents.is_empty()).then_some(contents).into());
        insert("sections", sections.into());
        insert("law", law.into());
        insert("print", document.print.into());
        insert("facts", Vec::<Value>::new().into());
        insert("children", Vec::<Value>::new().into());
        insert("date", document.date.map(|date| map! { iso: date.to_string(), text: words.date(date) }).into());
    }

    pub(super) fn not_found(&self, speech: &Speech, route: &Route) -> Result<View, RenderError> {
        let words = &speech.wording;
        let mut context = self.frame(speech, Frame::new(route, words.get("not-found")).hide());
        context.insert_value("examples_href", self.base.page(address::EXAMPLES).into());
        context.insert_value("municipalities_href", self.base.page(address::MUNICIPALITIES).into());
        context.insert_value("alphabet_href", self.base.page(address::ALPHABET).into());
        Ok(View { template: "not-found.html", context })
    }
}

/// The addresses above: `/a/b/c/` → `/a/`, `/a/b/`.
fn ancestors(address: &str) -> impl Iterator<Item = &str> {
    let own = address.len();
    address
        .match_indices('/')
        .map(move |(at, _)| &address[..=at])
        .filter(move |above| above.len() > 1 && above.len() < own)
}

#[cfg(test)]
mod tests {
    use super::super::tests::page;

    #[test]
    fn the_page_about_the_site_tells_its_assignments() {
        let html = page("/om/");
        let said = "Kartlägg &lt;samverkan&gt;: 24 april 2014. Diarienummer S1/2014. Redovisas till: Departementet";
        assert!(html.contains("<dt>Regeringsuppdrag</dt>") && html.contains(said), "{html}");
        assert!(!page("/om/mer/").contains("Regeringsuppdrag"));
    }
}
