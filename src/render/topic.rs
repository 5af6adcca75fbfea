//! Vocabularies and their terms: the facets of the examples as pages.

use tera::Value;

use super::context::{Frame, View, map};
use super::list::count_of;
use super::{RenderError, Renderer, Speech};
use crate::model::routes::Route;
use crate::model::vocabulary::Vocabulary;
use crate::model::voice::Voice;
use crate::model::{FACETS, address};

/// The vocabulary on whose terms examples say something of their own.
const FACTORS: &str = "framgangsfaktorer";

impl Renderer<'_> {
    pub(super) fn topics(&self, speech: &Speech, route: &Route) -> Result<View, RenderError> {
        let words = &speech.wording;
        let introduction = self.introduction_of(address::TOPICS);
        let frame = Frame::new(route, self.heading(words, address::TOPICS, "topics"))
            .describe(words.get("topics-description"))
            .of(introduction);
        let mut context = self.frame(speech, frame);
        self.introduction(speech, &mut context, introduction);
        let vocabularies = FACETS.iter().filter_map(|id| self.site.vocabularies.get(id)).map(|vocabulary| {
            map! {
                title: vocabulary.name.as_str(),
                href: self.base.page(&address::vocabulary(&vocabulary.id)),
                summary: vocabulary.description.as_str(),
            }
        });
        context.insert_value("vocabularies", vocabularies.collect::<Vec<_>>().into());
        Ok(View { template: "topics.html", context })
    }

    pub(super) fn vocabulary(&self, speech: &Speech, route: &Route, id: &str) -> Result<View, RenderError> {
        let words = &speech.wording;
        let (name, description) = self.site.vocabularies.get(id).map_or((id, ""), |v| (&v.name, &v.description));
        let frame = Frame::new(route, name)
            .below(self.heading(words, address::TOPICS, "topics"), address::TOPICS)
            .describe(description);
        let mut context = self.frame(speech, frame);
        let terms = self.site.vocabularies.get(id).map(|vocabulary| self.terms(speech, vocabulary));
        context.insert_value("summary", description.into());
        context.insert_value("terms", terms.unwrap_or_default().into());
        let voices = (id == FACTORS).then(|| self.voice_link(speech, Voice::Factors));
        context.insert_value("voices", voices.into());
        Ok(View { template: "vocabulary.html", context })
    }

    fn terms(&self, speech: &Speech, vocabulary: &Vocabulary) -> Vec<Value> {
        let terms = vocabulary.terms.iter().map(|term| {
            map! {
                title: term.name.as_str(),
                href: self.base.page(&address::term(&vocabulary.id, &term.id)),
                summary: term.description.as_str(),
                count: count_of(&speech.wording, self.site.with_term(&vocabulary.id, &term.id)),
            }
        });
        terms.collect()
    }

    pub(super) fn term(
        &self,
        speech: &Speech,
        route: &Route,
        (vocabulary, id): (&str, &str),
        number: usize,
    ) -> Result<View, RenderError> {
        let words = &speech.wording;
        let vocabulary_name = self.site.vocabularies.get(vocabulary).map_or(vocabulary, |v| v.name.as_str());
        let term = self.site.vocabularies.get(vocabulary).and_then(|v| v.term(id));
        let name = term.map_or(id, |term| term.name.as_str());
        let frame = Frame::new(route, name)
            .below(self.heading(words, address::TOPICS, "topics"), address::TOPICS)
            .below(vocabulary_name, address::vocabulary(vocabulary))
            .describe(term.map_or("", |term| term.description.as_str()));
        let mut context = self.frame(speech, frame);
        let members = self.site.with_term(vocabulary, id);
        self.list(words, &mut context, (&address::term(vocabulary, id), number), members.indexes())?;
        if vocabulary == FACTORS {
            let (shown, _) = self.page_of(words, (&address::term(vocabulary, id), number), members.indexes());
            context.insert_value("items", self.hits_with_voice(self.documents(shown), Voice::Factors)?);
            context.insert_value("voices", self.voice_link(speech, Voice::Factors));
        }
        context.insert_value("summary", term.map(|term| term.description.as_str()).filter(|d| !d.is_empty()).into());
        context.insert_value("note", term.and_then(|term| term.note.as_deref()).into());
        let synonyms = term.map(|term| term.synonyms.join(", ")).filter(|synonyms| !synonyms.is_empty());
        context.insert_value("synonyms", synonyms.into());
        context.insert_value("count", count_of(words, members).into());
        context.insert_value("vocabulary", vocabulary_name.into());
        context.insert_value("contribute", self.base.page(address::SUGGEST).into());
        context.insert_value("examples_href", self.base.page(address::EXAMPLES).into());
        if vocabulary != FACTORS {
            context.insert_value("voices", Value::none());
        }
        context.insert_value("way", self.way_of_life_area(words, vocabulary, id).into());
        Ok(View { template: "term.html", context })
    }
}
