//! The glossary, in Swedish order, with a heading for each letter.

use tera::Value;

use super::context::{Frame, View, map};
use super::{RenderError, Renderer, Speech};
use crate::model::routes::Route;
use crate::model::{GlossaryEntry, address};

impl Renderer<'_> {
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
            let letter = letter_of(&entry.term);
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

/// The letter under which a word stands; digits and signs share one.
fn letter_of(term: &str) -> String {
    match term.chars().find(|c| c.is_alphanumeric()) {
        Some(c) if c.is_alphabetic() => c.to_uppercase().collect(),
        _ => "0–9".to_owned(),
    }
}
