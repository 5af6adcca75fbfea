//! Pages that are no longer there: withdrawn, removed, or moved.

use super::context::{Frame, View};
use super::{RenderError, Renderer, Speech};
use crate::model::address;
use crate::model::routes::Route;
use crate::schema::Kind;

impl Renderer<'_> {
    pub(super) fn withdrawn(&self, speech: &Speech, route: &Route, index: usize) -> Result<View, RenderError> {
        let document = &self.site.documents[index];
        let withdrawn = document.withdrawn.as_ref();
        let date = withdrawn.and_then(|w| w.date);
        let instead = match document.kind {
            Kind::Example => address::EXAMPLES,
            Kind::Fia => address::FIA,
            Kind::Experience => address::EXPERIENCES,
            Kind::News => address::NEWS,
            _ => address::START,
        };
        let reason = withdrawn.map_or("", |w| w.reason.as_str());
        self.gone(speech, route, &document.title, reason, date, instead)
    }

    pub(super) fn removed(&self, speech: &Speech, route: &Route, index: usize) -> Result<View, RenderError> {
        let removed = self.site.ledger[index].removed.as_ref();
        let reason = removed.map_or("", |r| r.reason.as_str());
        let title = speech.wording.get("removed");
        // The nearest page above that is still there.
        let mut instead = address::START;
        for (at, _) in route.address.match_indices('/') {
            let above = &route.address[..=at];
            if above.len() < route.address.len() && self.site.route(above).is_some_and(|r| r.page.is_content()) {
                instead = above;
            }
        }
        self.gone(speech, route, title, reason, removed.map(|r| r.date), instead)
    }

    fn gone(
        &self,
        speech: &Speech,
        route: &Route,
        title: &str,
        reason: &str,
        date: Option<jiff::civil::Date>,
        instead: &str,
    ) -> Result<View, RenderError> {
        let words = &speech.wording;
        let mut context = self.frame(speech, Frame::new(route, title).describe(words.get("removed")).hide());
        context.insert_value("reason", reason.into());
        context.insert_value("date", date.map(|date| words.date(date)).into());
        context.insert_value("instead", self.base.page(instead).into());
        let is_start = instead == address::START;
        context.insert_value("instead_is_start", is_start.into());
        Ok(View { template: "removed.html", context })
    }

    pub(super) fn redirect(&self, speech: &Speech, route: &Route, to: &str) -> Result<View, RenderError> {
        let words = &speech.wording;
        let target = self.site.document_at(to);
        let mut context = self.frame(speech, Frame::new(route, words.get("moved")).hide());
        context.insert_value("canonical", self.base.absolute(to).into());
        context.insert_value("to", self.base.page(to).into());
        context.insert_value("to_title", target.map_or(to, |d| d.title.as_str()).into());
        Ok(View { template: "redirect.html", context })
    }
}
