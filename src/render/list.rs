//! The list of examples, with the facets as links, and the lists by date.

use tera::Value;

use super::context::{Frame, View, map};
use super::{RenderError, Renderer, Speech, Wording};
use crate::model::address;
use crate::model::document::Document;
use crate::model::members::Members;
use crate::model::routes::Route;
use crate::model::selection::Selection;
use crate::model::voice::Voice;
use crate::schema::Kind;

impl Renderer<'_> {
    pub(super) fn example_list(&self, speech: &Speech, route: &Route, number: usize) -> Result<View, RenderError> {
        let words = &speech.wording;
        let introduction = self.introduction_of(address::EXAMPLES);
        let heading = self.heading(words, address::EXAMPLES, "examples");
        let mut context = self.frame(speech, Frame::new(route, heading).of(introduction));
        self.introduction(speech, &mut context, introduction.filter(|_| number <= 1));
        self.list(words, &mut context, (address::EXAMPLES, number), &self.examples)?;
        let (all, near) = (self.examples.len().to_string(), self.nearby.to_string());
        context
            .insert_value("count", words.with("count-examples-nearby", &[("count", &all), ("nearby", &near)]).into());
        context.insert_value("facets", self.facets.clone());
        context.insert_value("selections", self.selection_links(speech, false));
        context.insert_value("voices", Voice::ALL.map(|voice| self.voice_link(speech, voice)).to_vec().into());
        Ok(View { template: "examples.html", context })
    }

    pub(super) fn dated(
        &self,
        speech: &Speech,
        route: &Route,
        selection: Selection,
        number: usize,
    ) -> Result<View, RenderError> {
        let words = &speech.wording;
        let introduction = self.introduction_of(selection.address());
        let frame = Frame::new(route, self.heading(words, selection.address(), selection_words(selection).0))
            .below(self.heading(words, address::EXAMPLES, "examples"), address::EXAMPLES)
            .describe(words.get(selection_words(selection).1))
            .of(introduction);
        let mut context = self.frame(speech, frame);
        self.introduction(speech, &mut context, introduction.filter(|_| number <= 1));
        let members = &self.selections[selection as usize];
        let (shown, pager) = self.page_of(words, (selection.address(), number), members);
        let mut groups: Vec<(String, Vec<&Document>)> = Vec::new();
        for (date, index) in shown {
            let month = words.month_of(*date);
            let document = &self.site.documents[*index];
            match groups.last_mut() {
                Some((last, documents)) if *last == month => documents.push(document),
                _ => groups.push((month, vec![document])),
            }
        }
        let groups = groups
            .into_iter()
            .map(|(title, documents)| Ok(map! { title: title, items: self.hits(documents.into_iter(), 3)? }));
        context.insert_value("groups", groups.collect::<Result<Vec<Value>, RenderError>>()?.into());
        context.insert_value("pager", pager);
        context.insert_value("is_first_page", (number <= 1).into());
        context.insert_value("text", words.get(selection_words(selection).1).into());
        context.insert_value("empty_text", words.get(selection_words(selection).2).into());
        context.insert_value("count", words.count("count-examples", members.len()).into());
        let others = Selection::ALL.into_iter().filter(|other| *other != selection);
        let others = others.map(|other| self.selection_link(speech, other)).collect::<Vec<_>>();
        context.insert_value("selections", others.into());
        context.insert_value("examples_href", self.base.page(address::EXAMPLES).into());
        Ok(View { template: "dated.html", context })
    }

    /// Links to the lists by date with their counts, perhaps only to those that have members.
    pub(super) fn selection_links(&self, speech: &Speech, only_with_members: bool) -> Value {
        let selections = Selection::ALL.into_iter();
        let selections =
            selections.filter(|&selection| !only_with_members || !self.selections[selection as usize].is_empty());
        selections.map(|selection| self.selection_link(speech, selection)).collect::<Vec<_>>().into()
    }

    fn selection_link(&self, speech: &Speech, selection: Selection) -> Value {
        map! {
            title: self.heading(&speech.wording, selection.address(), selection_words(selection).0),
            href: self.base.page(selection.address()),
            count: self.selections[selection as usize].len().to_string(),
        }
    }
}

/// The ids of a list's heading, of what it holds, and of what is said where it is empty.
pub(crate) fn selection_words(selection: Selection) -> (&'static str, &'static str, &'static str) {
    match selection {
        Selection::New => ("new-examples", "new-examples-text", "new-examples-none"),
        Selection::Updated => ("updated-examples", "updated-examples-text", "updated-examples-none"),
        Selection::ForReview => ("review-examples", "review-examples-text", "review-examples-none"),
    }
}

/// How many documents a list has: in examples where it has nothing else, as readers count them, and else in pages.
pub(crate) fn count_of(words: &Wording, members: Members<'_>) -> String {
    let what = if members.are_all(Kind::Example) { "count-examples" } else { "count-pages" };
    words.count(what, members.len())
}
