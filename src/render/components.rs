//! `/redigera/komponenter/`: every component of the theme with its states, for those who change the theme or write
//! for it. What it shows is the site's own, never made up.

use std::collections::BTreeMap;

use tera::Value;

use super::context::{Frame, View, map};
use super::{RenderError, Renderer, Speech};
use crate::model::address;
use crate::model::document::{Document, Example};
use crate::model::routes::Route;

/// How many hits and links are shown.
const SHOWN: usize = 2;
/// Among how many examples the one with most parts is looked for.
const LOOKED_THROUGH: usize = 50;

impl Renderer<'_> {
    pub(super) fn components(&self, speech: &Speech, route: &Route) -> Result<View, RenderError> {
        let words = &speech.wording;
        let frame = Frame::new(route, words.get("components")).describe(words.get("components-description")).hide();
        let mut context = self.frame(speech, frame);
        let site = self.site;
        let examples = || self.examples.iter().map(|&index| &site.documents[index]).take(LOOKED_THROUGH);
        for (key, value) in self.specimens(speech, examples()) {
            context.insert_value(key, value);
        }
        let hits = self.hits(examples().take(SHOWN), 3)?;
        let items = |count: usize| self.items.iter().take(count).cloned().collect::<Vec<Value>>();
        let pager = map! {
            previous: self.base.page(address::EXAMPLES),
            next: self.base.page(address::EXAMPLES),
            text: words.with("pager-place", &[("number", "2"), ("pages", "3")]),
        };
        let task = map! {
            title: words.get("task-examples"),
            text: words.get("task-examples-text"),
            href: self.base.page(address::EXAMPLES),
        };
        let figure = map! {
            count: self.examples.len(),
            text: words.count("figure-examples", self.examples.len()),
        };
        let mut insert = |key: &'static str, value: Value| context.insert_value(key, value);
        // The page's own headings, which are always there.
        let contents = ["notice", "tasks", "pager", "contents"];
        let contents = contents.map(|id| map! { href: format!("#c_{id}"), title: id });
        insert("contents", contents.to_vec().into());
        insert("hits", hits);
        insert("items", items(SHOWN).into());
        insert("places", self.county_values());
        insert("pager", pager);
        insert("tasks", vec![task.clone(), task].into());
        insert("figures", vec![figure].into());
        insert("ways", self.facets_of(&["former", "malgrupper"]));
        insert("contribute", self.link_to("/bidra/").into());
        Ok(View { template: "components.html", context })
    }

    /// The parts of the example that has most of them. All of one example, so that the numbers of its sources fit.
    fn specimens<'d>(
        &self,
        speech: &Speech,
        examples: impl Iterator<Item = &'d Document>,
    ) -> BTreeMap<&'static str, Value> {
        let mut fullest = BTreeMap::new();
        for document in examples {
            let specimen = self.specimen(speech, document);
            if specimen.len() > fullest.len() {
                fullest = specimen;
            }
        }
        fullest
    }

    fn specimen(&self, speech: &Speech, document: &Document) -> BTreeMap<&'static str, Value> {
        let nothing = Example::default();
        let parts = self.example_parts(speech, document, document.example.as_deref().unwrap_or(&nothing));
        let mut specimen: BTreeMap<&'static str, Value> = BTreeMap::new();
        let mut first = |key: &'static str, value: Value| {
            if value.is_truthy() {
                specimen.entry(key).or_insert(value);
            }
        };
        for block in &parts.blocks {
            let get = |path: &str| block.get_from_path(path).cloned().unwrap_or_else(Value::none);
            match get("kind").as_str() {
                Some("responsibilities") => first("who", get("rows")),
                Some("results") => first("results", get("rows")),
                Some("experiences") => first("pair", get("sections")),
                _ => {
                    first("results", get("results"));
                    first("prose", get("section.html"));
                }
            }
        }
        first("facts", parts.facts.into());
        first("missing", parts.missing.into());
        first("related", parts.related);
        first("specimen_sources", self.sources(&speech.wording, Some(document)).into());
        specimen
    }
}
