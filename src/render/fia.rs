//! Guidance on FIA, and experiences of using it.

use tera::Value;

use super::context::{Frame, View, map};
use super::wording::Wording;
use super::{RenderError, Renderer, Speech};
use crate::model::address;
use crate::model::document::Document;
use crate::model::routes::Route;
use crate::schema::{Kind, Step};

/// How many experiences the overview names; their own page has them all.
const EXPERIENCES: usize = 10;

/// Where on the way through FIA a reader is.
#[derive(Clone, Copy)]
pub(super) enum Here<'p> {
    Overview,
    Page(&'p Document),
    /// On a page of another part of the site that belongs to a step.
    Step(Step),
    Experiences,
}

impl Renderer<'_> {
    pub(super) fn fia_index(&self, speech: &Speech, route: &Route) -> Result<View, RenderError> {
        let introduction = self.introduction_of(address::FIA);
        let heading = self.heading(&speech.wording, address::FIA, "fia");
        let mut context = self.frame(speech, Frame::new(route, heading).of(introduction));
        self.introduction(speech, &mut context, introduction);
        context.insert_value("summary", introduction.and_then(|d| d.summary.as_deref()).into());
        context.insert_value("way", self.way(&speech.wording, Here::Overview));
        let first = self.site.of_kind(Kind::Fia).next();
        context.insert_value("next", first.map(|page| self.way_link(page)).into());
        context.insert_value("experiences", self.listed(Kind::Experience, EXPERIENCES));
        context.insert_value("experiences_href", self.base.page(address::EXPERIENCES).into());
        Ok(View { template: "fia-index.html", context })
    }

    pub(super) fn fia(&self, speech: &Speech, route: &Route, document: &Document) -> Result<View, RenderError> {
        let words = &speech.wording;
        let overview = self.heading(words, address::FIA, "fia");
        let frame =
            Frame::new(route, document.title.as_str()).below(overview.as_str(), address::FIA).of(Some(document));
        let mut context = self.frame(speech, frame);
        self.body(speech, &mut context, document);
        let pages: Vec<&Document> = self.site.of_kind(Kind::Fia).collect();
        let at = pages.iter().position(|page| page.address == document.address);
        let previous = match at.and_then(|at| at.checked_sub(1)).and_then(|at| pages.get(at)) {
            Some(page) => self.way_link(page),
            None => map! { title: overview, href: self.base.page(address::FIA) },
        };
        let next = match at.and_then(|at| pages.get(at + 1)) {
            Some(page) => Some(self.way_link(page)),
            None => self.site.of_kind(Kind::Experience).next().map(|_| {
                map! { title: self.heading(words, address::EXPERIENCES, "experiences"),
                href: self.base.page(address::EXPERIENCES) }
            }),
        };
        let areas = document.life_areas.iter().map(|id| self.term_link("livsomraden", id));
        context.insert_value("life_areas", areas.collect::<Vec<_>>().into());
        context.insert_value("previous", previous);
        context.insert_value("next", next.into());
        let way = self.way(words, Here::Page(document));
        context.insert_value("step", step_of(&way).into());
        context.insert_value("way", way);
        Ok(View { template: "fia.html", context })
    }

    /// The way through FIA, from the overview over each step that has pages to the experiences, with the reader's place.
    pub(super) fn way(&self, words: &Wording, here: Here<'_>) -> Value {
        let stage = |title: &str, address: Option<&str>, is_here: bool, pages: Vec<Value>, areas: Vec<Value>| {
            let href = address.map(|address| self.base.page(address));
            map! { title: title, href: href, here: is_here, pages: pages, life_areas: areas }
        };
        let overview = self.heading(words, address::FIA, "fia");
        let mut stages = vec![stage(&overview, Some(address::FIA), matches!(here, Here::Overview), vec![], vec![])];
        let steps = Step::ALL.into_iter().map(Some).chain([None]);
        for step in steps {
            let pages: Vec<&Document> = self.site.of_kind(Kind::Fia).filter(|page| page.step == step).collect();
            if pages.is_empty() {
                continue;
            }
            let is_here = match here {
                Here::Page(page) => page.step == step,
                Here::Step(at) => Some(at) == step,
                Here::Overview | Here::Experiences => false,
            };
            let mut areas: Vec<&str> = Vec::new();
            for id in pages.iter().flat_map(|page| &page.life_areas) {
                if !areas.contains(&id.as_str()) {
                    areas.push(id);
                }
            }
            let areas = areas.iter().map(|id| self.term_link("livsomraden", id)).collect();
            let pages = pages.iter().map(|page| {
                map! {
                    title: page.title.as_str(),
                    href: self.base.page(&page.address),
                    summary: page.summary.as_deref(),
                    current: matches!(here, Here::Page(at) if at.address == page.address),
                }
            });
            stages.push(stage(words.get(step_name(step)), None, is_here, pages.collect(), areas));
        }
        if self.site.of_kind(Kind::Experience).next().is_some() || matches!(here, Here::Experiences) {
            let title = self.heading(words, address::EXPERIENCES, "experiences");
            stages.push(stage(&title, Some(address::EXPERIENCES), matches!(here, Here::Experiences), vec![], vec![]));
        }
        stages.into()
    }

    fn way_link(&self, page: &Document) -> Value {
        map! { title: page.title.as_str(), href: self.base.page(&page.address) }
    }

    /// The way through FIA on the page of a life area, where a page of guidance names the area.
    pub(super) fn way_of_life_area(&self, words: &Wording, vocabulary: &str, id: &str) -> Option<Value> {
        let mut pages = self.site.with_term(vocabulary, id).iter().filter(|d| d.kind == Kind::Fia);
        let page = pages.next().filter(|_| vocabulary == "livsomraden")?;
        Some(self.way(words, Here::Step(page.step?)))
    }

    pub(super) fn experience_index(&self, speech: &Speech, route: &Route, number: usize) -> Result<View, RenderError> {
        let words = &speech.wording;
        let introduction = self.introduction_of(address::EXPERIENCES);
        let frame = Frame::new(route, self.heading(words, address::EXPERIENCES, "experiences"))
            .below(self.heading(words, address::FIA, "fia"), address::FIA)
            .describe(words.get("experiences-description"))
            .of(introduction);
        let mut context = self.frame(speech, frame);
        self.introduction(speech, &mut context, introduction.filter(|_| number <= 1));
        let experiences = self.indexes_of_kind(Kind::Experience);
        self.list(words, &mut context, (address::EXPERIENCES, number), &experiences)?;
        context.insert_value("contribute", self.link_to("/bidra/").into());
        context.insert_value("way", self.way(words, Here::Experiences));
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
        context.insert_value("way", self.way(words, Here::Experiences));
        Ok(View { template: "experience.html", context })
    }

    /// The first documents of a kind as items of a list.
    fn listed(&self, kind: Kind, most: usize) -> Value {
        let documents = self.site.documents.iter().zip(&self.items).filter(|(d, _)| super::is_listed(d, kind));
        documents.take(most).map(|(_, item)| item.clone()).collect::<Vec<_>>().into()
    }
}

/// Where on the way a reader is: number, how many there are, and what it is called.
fn step_of(way: &Value) -> Option<Value> {
    let stages = way.as_array()?;
    let here = stages.iter().position(|stage| stage.get_from_path("here").is_some_and(Value::is_truthy))?;
    let title = stages[here].get_from_path("title")?.clone();
    Some(map! { number: (here + 1).to_string(), total: stages.len().to_string(), title: title })
}

/// What a step is called; pages that have none come last, in the preview.
fn step_name(step: Option<Step>) -> &'static str {
    match step {
        Some(Step::Method) => "fia-step-method",
        Some(Step::Need) => "fia-step-need",
        Some(Step::Interview) => "fia-step-interview",
        Some(Step::Plan) => "fia-step-plan",
        Some(Step::FollowUp) => "fia-step-follow-up",
        None => "fia-step-none",
    }
}
