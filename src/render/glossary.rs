//! The glossary, in Swedish order, with a heading for each letter.

use tera::Value;

use super::context::{Frame, View, map};
use super::{RenderError, Renderer, Speech};
use crate::markdown::Terms;
use crate::model::routes::Route;
use crate::model::{GlossaryEntry, Site, address};
use crate::words::index_letter;

/// The words of the glossary with their forms, to be found in texts.
pub(super) fn terms(site: &Site) -> Option<Terms> {
    let forms = |entry: &'_ GlossaryEntry| {
        let has_place = !entry.anchor.is_empty();
        let forms = std::iter::once(entry.term.clone()).chain(entry.forms.iter().cloned());
        forms.filter(|_| has_place).collect::<Vec<_>>()
    };
    let forms: Vec<Vec<String>> = site.glossary.iter().map(forms).collect();
    Terms::new(forms.iter().map(|forms| forms.iter().map(String::as_str)))
}

impl Renderer<'_> {
    /// For each word where it stands in the glossary, and the page that tells more.
    pub(super) fn glossary_hrefs(&self) -> Vec<(String, Option<String>)> {
        let glossary = self.base.page(address::GLOSSARY);
        let hrefs = self.site.glossary.iter().map(|entry| {
            let page = entry.link.as_deref().and_then(|link| link.split('#').next()).map(str::to_owned);
            (format!("{glossary}#{}", entry.anchor), page)
        });
        hrefs.collect()
    }

    pub(super) fn glossary(&self, speech: &Speech, route: &Route) -> Result<View, RenderError> {
        let introduction = self.introduction_of(address::GLOSSARY);
        let heading = self.heading(&speech.wording, address::GLOSSARY, "glossary");
        let mut context = self.frame(speech, Frame::new(route, heading).of(introduction));
        self.introduction(speech, &mut context, introduction);
        let mut letters: Vec<(String, Vec<Value>)> = Vec::new();
        let mut anchors: Vec<String> = Vec::new();
        for entry in &self.site.glossary {
            let anchor = entry.anchor.clone();
            let id = (!anchor.is_empty() && !anchors.contains(&anchor)).then_some(anchor);
            anchors.extend(id.clone());
            let letter = index_letter(&entry.term);
            let value = self.entry(entry, id);
            match letters.last_mut() {
                Some((last, entries)) if *last == letter => entries.push(value),
                _ => letters.push((letter, vec![value])),
            }
        }
        let letters = letters.into_iter().enumerate().map(|(index, (letter, entries))| {
            // No anchor of a word holds an underscore.
            map! { letter: letter, id: format!("letter_{}", index + 1), entries: entries }
        });
        context.insert_value("letters", letters.collect::<Vec<_>>().into());
        Ok(View { template: "glossary.html", context })
    }

    fn entry(&self, entry: &GlossaryEntry, id: Option<String>) -> Value {
        let known = |term: &String| self.site.glossary.iter().find(|other| other.term == *term);
        let see_also = entry.see_also.iter().map(|term| {
            map! { text: term.as_str(), href: known(term).map(|other| format!("#{}", other.anchor)) }
        });
        let (path, anchor) = match entry.link.as_deref() {
            Some(link) => link.split_at(link.find('#').unwrap_or(link.len())),
            None => ("", ""),
        };
        let title = self.site.route(path).and_then(|route| match route.page {
            crate::model::routes::Page::Document(index) => Some(self.site.documents[index].title.as_str()),
            _ => self.introduction_of(path).map(|d| d.title.as_str()),
        });
        map! {
            id: id,
            term: entry.term.as_str(),
            explanation: entry.explanation.as_str(),
            see_also: see_also.collect::<Vec<_>>(),
            href: title.is_some().then(|| self.base.page(&format!("{path}{anchor}"))),
            link_title: title,
            sources: (!entry.sources.is_empty()).then(|| entry.sources.join("; ")),
        }
    }
}
