//! The list of examples, with the facets as links.

use super::context::{Frame, View, is_nearby};
use super::{Renderer, Speech};
use crate::model::address;
use crate::model::routes::Route;

impl Renderer<'_> {
    pub(super) fn example_list(&self, speech: &Speech, route: &Route, number: usize) -> View {
        let words = &speech.wording;
        let introduction = self.introduction_of(address::EXAMPLES);
        let heading = self.heading(words, address::EXAMPLES, "examples");
        let mut context = self.frame(speech, Frame::new(route, heading).of(introduction));
        self.introduction(speech, &mut context, introduction.filter(|_| number <= 1));
        self.list(words, &mut context, address::EXAMPLES, number, &self.examples);
        let nearby = self.examples.iter().filter(|&&index| is_nearby(&self.site.documents[index])).count();
        let (all, near) = (self.examples.len().to_string(), nearby.to_string());
        context
            .insert_value("count", words.with("count-examples-nearby", &[("count", &all), ("nearby", &near)]).into());
        context.insert_value("facets", self.facets.clone());
        View { template: "examples.html", context }
    }
}
