//! A–Ö: every page that people look for, under its letter.

use tera::Value;

use super::context::{Frame, View, map};
use super::{RenderError, Renderer, Speech, wording::Wording};
use crate::model::address;
use crate::model::alphabet::{ALPHABET_LENGTH, Entry, EntrySort};
use crate::model::routes::Route;
use crate::schema::Kind;

impl Renderer<'_> {
    pub(super) fn alphabet(&self, speech: &Speech, route: &Route, number: usize) -> Result<View, RenderError> {
        let words = &speech.wording;
        let introduction = self.introduction_of(address::ALPHABET);
        let heading = self.heading(words, address::ALPHABET, "alphabet");
        let frame = Frame::new(route, heading).describe(words.get("alphabet-description")).of(introduction);
        let mut context = self.frame(speech, frame);
        self.introduction(speech, &mut context, introduction.filter(|_| number <= 1));

        let entries = &self.site.alphabet;
        let from = (number.max(1) - 1) * ALPHABET_LENGTH;
        let to = (from + ALPHABET_LENGTH).min(entries.len());
        let letters = &self.letters;
        // No anchor of a word holds an underscore.
        let anchor = |index: usize| format!("letter_{}", index + 1);
        let jumps = letters.iter().enumerate().map(|(index, (letter, at))| {
            let page = at / ALPHABET_LENGTH + 1;
            let href = match page == number.max(1) {
                true => format!("#{}", anchor(index)),
                false => {
                    format!("{}#{}", self.base.page(&address::list_page(address::ALPHABET, page)), anchor(index))
                }
            };
            map! { letter: letter.as_str(), href: href }
        });
        let ends = letters.iter().skip(1).map(|(_, at)| *at).chain([entries.len()]);
        let groups = letters.iter().zip(ends).enumerate().filter_map(|(index, ((letter, start), end))| {
            let shown = entries.get((*start).max(from)..end.min(to)).filter(|shown| !shown.is_empty())?;
            let shown: Vec<Value> = shown.iter().map(|entry| self.alphabet_entry(words, entry)).collect();
            Some(map! { letter: letter.as_str(), id: anchor(index), entries: shown })
        });
        let groups: Vec<Value> = groups.collect();
        context.insert_value("letters", jumps.collect::<Vec<_>>().into());
        context.insert_value("groups", groups.into());
        let pages = entries.len().div_ceil(ALPHABET_LENGTH);
        context.insert_value("pager", self.pager(words, (address::ALPHABET, number), pages));
        Ok(View { template: "alphabet.html", context })
    }

    fn alphabet_entry(&self, words: &Wording, entry: &Entry) -> Value {
        let note = match &entry.sort {
            EntrySort::Document(Kind::Example) => Some(words.get("kind-example")),
            EntrySort::Document(Kind::Fia) => Some(words.get("kind-fia")),
            EntrySort::Document(Kind::Experience) => Some(words.get("kind-experience")),
            EntrySort::Document(Kind::News) => Some(words.get("kind-news")),
            EntrySort::Document(_) => None,
            EntrySort::Term(id) => self.site.vocabularies.get(id).map(|vocabulary| vocabulary.name.as_str()),
            EntrySort::Word => Some(words.get("glossary")),
            EntrySort::Municipality => Some(words.get("kind-municipality")),
            // The name of a county says what it is.
            EntrySort::County => None,
        };
        let (path, anchor) = entry.address.split_at(entry.address.find('#').unwrap_or(entry.address.len()));
        map! {
            text: entry.text.as_str(),
            see: entry.see.as_deref(),
            href: format!("{}{anchor}", self.base.page(path)),
            note: note,
            lang: entry.language.as_deref(),
        }
    }
}
