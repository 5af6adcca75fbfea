//! Guidance on FIA, and experiences of using it.

use tera::Value;

use super::context::{Frame, View, map};
use super::{RenderError, Renderer, Speech, is_listed};
use crate::model::address;
use crate::model::document::Document;
use crate::model::routes::Route;
use crate::schema::Kind;

impl Renderer<'_> {
    pub(super) fn fia_index(&self, speech: &Speech, route: &Route) -> Result<View, RenderError> {
        let introduction = self.introduction_of(address::FIA);
        let heading = self.heading(&speech.wording, address::FIA, "fia");
        let mut context = self.frame(speech, Frame::new(route, heading).of(introduction));
        self.introduction(speech, &mut context, introduction);
        context.insert_value("summary", introduction.and_then(|d| d.summary.as_deref()).into());
        context.insert_value("items", self.listed(Kind::Fia));
        context.insert_value("experiences", self.listed(Kind::Experience));
        context.insert_value("experiences_href", self.base.page(address::EXPERIENCES).into());
        Ok(View { template: "fia-index.html", context })
    }

    pub(super) fn fia(&self, speech: &Speech, route: &Route, document: &Document) -> Result<View, RenderError> {
        let words = &speech.wording;
        let frame = Frame::new(route, document.title.as_str())
            .below(self.heading(words, address::FIA, "fia"), address::FIA)
            .of(Some(document));
        let mut context = self.frame(speech, frame);
        self.body(speech, &mut context, document);
        let pages: Vec<&Document> = self.site.of_kind(Kind::Fia).collect();
        let link = |page: &&Document| {
            map! { title: page.title.as_str(), href: self.base.page(&page.address), current: page.address == document.address }
        };
        let at = pages.iter().position(|page| page.address == document.address);
        let previous = at.and_then(|at| at.checked_sub(1)).and_then(|at| pages.get(at));
        let next = at.and_then(|at| pages.get(at + 1));
        let areas = document.life_areas.iter().map(|id| self.term_link("livsomraden", id));
        context.insert_value("life_areas", areas.collect::<Vec<_>>().into());
        context.insert_value("previous", previous.map(link).into());
        context.insert_value("next", next.map(link).into());
        context.insert_value("pages", pages.iter().map(link).collect::<Vec<_>>().into());
        Ok(View { template: "fia.html", context })
    }

    pub(super) fn experience_index(&self, speech: &Speech, route: &Route) -> Result<View, RenderError> {
        let words = &speech.wording;
        let introduction = self.introduction_of(address::EXPERIENCES);
        let frame = Frame::new(route, self.heading(words, address::EXPERIENCES, "experiences"))
            .below(self.heading(words, address::FIA, "fia"), address::FIA)
            .describe(words.get("experiences-description"))
            .of(introduction);
        let mut context = self.frame(speech, frame);
        self.introduction(speech, &mut context, introduction);
        context.insert_value("items", self.hits(self.site.of_kind(Kind::Experience), 2)?);
        context.insert_value("contribute", self.link_to("/bidra/").into());
        Ok(View { template: "experience-index.html", context })
    }

    pub(super) fn experience(&self, speech: &Speech, route: &Route, document: &Document) -> Result<View, RenderError> {
        let words = &speech.wording;
        let frame = Frame::new(route, document.title.as_str())
            .below(self.heading(words, address::FIA, "fia"), address::FIA)
            .below(self.heading(words, address::EXPERIENCES, "experiences"), address::EXPERIENCES)
            .of(Some(document));
        let mut context = self.frame(speech, frame);
        self.body(speech, &mut context, document);
        context.insert_value("facts", self.place_facts(words, document).into());
        Ok(View { template: "page.html", context })
    }

    /// The documents of a kind as items of a list.
    pub(super) fn listed(&self, kind: Kind) -> Value {
        let documents = self.site.documents.iter().zip(&self.items).filter(|(d, _)| is_listed(d, kind));
        documents.map(|(_, item)| item.clone()).collect::<Vec<_>>().into()
    }
}
