//! Dated notices.

use super::context::{Frame, View};
use super::{RenderError, Renderer, Speech};
use crate::model::address;
use crate::model::document::Document;
use crate::model::routes::Route;
use crate::schema::Kind;

impl Renderer<'_> {
    pub(super) fn news_index(&self, speech: &Speech, route: &Route, number: usize) -> Result<View, RenderError> {
        let introduction = self.introduction_of(address::NEWS);
        let heading = self.heading(&speech.wording, address::NEWS, "news");
        let frame = Frame::new(route, heading).of(introduction).followed_by(self.feed_of_news());
        let mut context = self.frame(speech, frame);
        self.introduction(speech, &mut context, introduction.filter(|_| number <= 1));
        let news = self.indexes_of_kind(Kind::News);
        self.list(&speech.wording, &mut context, (address::NEWS, number), &news)?;
        Ok(View { template: "news-index.html", context })
    }

    pub(super) fn news(&self, speech: &Speech, route: &Route, document: &Document) -> Result<View, RenderError> {
        let above = self.heading(&speech.wording, address::NEWS, "news");
        let frame = Frame::new(route, document.title.as_str())
            .below(above, address::NEWS)
            .of(Some(document))
            .followed_by(self.feed_of_news());
        let mut context = self.frame(speech, frame);
        self.body(speech, &mut context, document);
        Ok(View { template: "news.html", context })
    }
}
