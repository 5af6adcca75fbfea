//! The list of examples, with the facets as links.

use super::context::{Frame, View};
use super::{RenderError, Renderer, Speech};
use crate::model::address;
use crate::model::document::Document;
use crate::model::routes::Route;

impl Renderer<'_> {
    pub(super) fn example_list(&self, speech: &Speech, route: &Route, number: usize) -> Result<View, RenderError> {
        let words = &speech.wording;
        let introduction = self.introduction_of(address::EXAMPLES);
        let heading = self.heading(words, address::EXAMPLES, "examples");
        let mut context = self.frame(speech, Frame::new(route, heading).of(introduction));
        self.introduction(speech, &mut context, introduction.filter(|_| number <= 1));
        let examples: Vec<&Document> = self.examples.iter().map(|&index| &self.site.documents[index]).collect();
        self.list(words, &mut context, (address::EXAMPLES, number), &examples)?;
        let (all, near) = (self.examples.len().to_string(), self.nearby.to_string());
        context
            .insert_value("count", words.with("count-examples-nearby", &[("count", &all), ("nearby", &near)]).into());
        context.insert_value("facets", self.facets.clone());
        Ok(View { template: "examples.html", context })
    }
}
