//! What examples say about what helps and what hinders: a section of each, in its own words, with its own sources.

use tera::Value;

use super::context::{Context, Frame, View, map};
use super::{Html, RenderError, Renderer, Speech};
use crate::model::document::Document;
use crate::model::routes::Route;
use crate::model::voice::Voice;

impl Renderer<'_> {
    pub(super) fn voices(
        &self,
        speech: &Speech,
        route: &Route,
        voice: Voice,
        number: usize,
    ) -> Result<View, RenderError> {
        let words = &speech.wording;
        let introduction = self.introduction_of(voice.address());
        let heading = self.heading(words, voice.address(), heading_of(voice));
        let mut context = self.frame(speech, Frame::new(route, heading).of(introduction));
        self.introduction(speech, &mut context, introduction.filter(|_| number <= 1));
        let members = self.site.with_voice(voice);
        let (shown, pager) = self.page_of(words, (voice.address(), number), members.indexes());
        let items = self.documents(shown).map(|document| self.voice_of(document, voice));
        context.insert_value("items", items.collect::<Result<Vec<_>, _>>()?.into());
        context.insert_value("pager", pager);
        context.insert_value("count", words.count("count-examples", members.len()).into());
        let other = if voice == Voice::Factors { Voice::Obstacles } else { Voice::Factors };
        context.insert_value("other", self.voice_link(speech, other));
        Ok(View { template: "voices.html", context })
    }

    /// A link to the page of a kind of voice.
    pub(super) fn voice_link(&self, speech: &Speech, voice: Voice) -> Value {
        let title = self.heading(&speech.wording, voice.address(), heading_of(voice));
        map! { title: title, href: self.base.page(voice.address()) }
    }

    /// Documents as hits, but an example that says something of its own about success with what it says.
    ///
    /// # Errors
    /// As [`Renderer::hits`].
    pub(super) fn hits_with_voice<'d>(
        &self,
        documents: impl Iterator<Item = &'d Document>,
        voice: Voice,
    ) -> Result<Value, RenderError> {
        let mut items = Vec::new();
        for document in documents {
            match document.example.as_deref().and_then(|example| example.excerpt(voice)) {
                Some(_) => items.push(self.voice_of(document, voice)?),
                None => {
                    items.extend(self.hits(std::iter::once(document), 2)?.as_array().into_iter().flatten().cloned())
                }
            }
        }
        Ok(items.into())
    }

    /// An example with what it says, as an item of a list. Made once, however many lists show it.
    fn voice_of(&self, document: &Document, voice: Voice) -> Result<Value, RenderError> {
        let Some(index) = self.index_of(document) else { return Ok(Value::none()) };
        if let Some(name) = self.named_voice(index, voice as usize) {
            return Ok(name);
        }
        let made = &self.voices[voice as usize][index];
        if let Some(item) = made.get() {
            return Ok(item.clone());
        }
        let excerpt = document.example.as_deref().and_then(|example| example.excerpt(voice));
        let speech = self.speech(&document.language);
        let text = excerpt.map(|excerpt| self.excerpt(speech, document, excerpt)).unwrap_or_default();
        let href = excerpt.map(|excerpt| format!("{}#{}", self.base.page(&document.address), excerpt.anchor));
        let mut context = Context::new();
        context.insert_value("item", self.items[index].clone());
        context.insert_value("section_href", href.into());
        context.insert_value("text", Html::of_section(&text).into());
        let speech = self.speech(&self.site.settings.language);
        let html = Html::of_template(speech.render(&document.address, "voice.html", context)?);
        Ok(made.get_or_init(|| html.into()).clone())
    }
}

/// The id of the words that a page of voices has as its heading.
pub(super) fn heading_of(voice: Voice) -> &'static str {
    match voice {
        Voice::Factors => "voices-factors",
        Voice::Obstacles => "voices-obstacles",
    }
}
