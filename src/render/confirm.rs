//! `/redigera/bekrafta/`: which examples await that a party confirms them, and where the settings ask for it a sheet for each, to
//! print or to send. Without sheets the list leads to the examples themselves.
//!
//! The sheet is paper: it asks, and what is answered is written by hand or in a letter. Nothing is sent from it but an e-mail of
//! one's own. The text stands there as plain text, without links, so that the sheet is light.

use tera::Value;

use super::context::{Frame, View, map};
use super::example::{confirmation, label};
use super::suggest::STYLE;
use super::{RenderError, Renderer, Speech};
use crate::markdown::plain;
use crate::model::address;
use crate::model::confirmation::{Awaited, awaited, awaiting, sheet};
use crate::model::document::{Confirmed, Document, Example};
use crate::model::routes::Route;
use crate::words::percent_encoded;

/// Fields that are shown, but not asked about: the sheet itself is about one, and the other is the editors' own.
const NOT_ASKED: [&str; 2] = ["bekraftad", "underlag"];

/// The longest an address of an e-mail may be, for programs that cut off what is longer.
#[cfg(test)]
const LONGEST_MAIL: usize = 1800;

impl Renderer<'_> {
    pub(super) fn confirmations(&self, speech: &Speech, route: &Route, number: usize) -> Result<View, RenderError> {
        let words = &speech.wording;
        let frame = Frame::new(route, words.get("confirmations")).describe(words.get("confirmations-lead")).hide();
        let mut context = self.frame(speech, self.below_guide(frame));
        let members: Vec<(&Document, Awaited)> = awaiting(self.site).collect();
        let (shown, pager) = self.page_of(words, (address::CONFIRM, number), &members);
        let items = shown.iter().map(|(document, awaited)| {
            let sheet = sheet(self.site, document);
            let (ask, text) = match sheet {
                Some(_) => ("confirm-ask", "confirm-ask-text"),
                None => ("confirm-ask-without", "confirm-ask-without-text"),
            };
            let asked = sheet.as_deref().unwrap_or(&document.address);
            let absolute = self.base.absolute(asked);
            let arguments = [("title", document.title.as_str()), ("address", absolute.as_str())];
            let mail = mail("", &words.with("confirm-ask-subject", &arguments), &words.with(text, &arguments));
            map! {
                title: document.title.as_str(),
                ask: words.with(ask, &arguments),
                href: self.base.page(asked),
                mail: mail,
                awaits: words.get(match awaited {
                    Awaited { municipality: true, arbetsformedlingen: true } => "confirm-awaits-both",
                    Awaited { municipality: true, .. } => "confirm-awaits-municipality",
                    _ => "confirm-awaits-af",
                }),
            }
        });
        context.insert_value("sheets", self.site.settings.confirmation_sheets.into());
        context.insert_value("items", items.collect::<Vec<_>>().into());
        context
            .insert_value("count", words.with("confirmations-count", &[("count", &members.len().to_string())]).into());
        context.insert_value("pager", pager);
        Ok(View { template: "confirmations.html", context })
    }

    /// The sheet of one example.
    pub(super) fn confirm(&self, speech: &Speech, route: &Route, index: usize) -> Result<View, RenderError> {
        let words = &speech.wording;
        let document = &self.site.documents[index];
        let nothing = Example::default();
        let example = document.example.as_deref().unwrap_or(&nothing);
        let title = document.title.as_str();
        let frame = Frame::new(route, words.with("confirm", &[("title", title)])).describe(words.get("confirm-lead"));
        let frame = self.below_guide(frame.hide()).below(words.get("confirmations"), address::CONFIRM);
        let mut context = self.frame(speech, frame);
        let confirmed = example.confirmed.unwrap_or(Confirmed { municipality: None, arbetsformedlingen: None });
        let not_asked = NOT_ASKED.map(|key| label(words, key));
        let mut facts = self.facts(speech, document, example);
        facts.retain(|row| {
            let label = row.get_from_path("label").and_then(Value::as_str).unwrap_or_default();
            !not_asked.contains(&label)
        });
        let parts = awaited(document).map(|awaited| {
            let parties =
                [(awaited.municipality, "confirmed-municipality"), (awaited.arbetsformedlingen, "confirmed-af")];
            parties
                .into_iter()
                .filter(|(is_awaited, _)| *is_awaited)
                .map(|(_, party)| words.get(party).into())
                .collect()
        });
        let parts: Vec<Value> = parts.unwrap_or_default();
        let contact = self.site.settings.contact.as_ref();
        let email = contact.and_then(|contact| contact.email.as_deref());
        let arguments = [("title", title), ("address", &self.base.absolute(&document.address))];
        let letter = email.map(|email| {
            mail(email, &words.with("confirm-mail-subject", &arguments), &words.with("confirm-mail-text", &arguments))
        });
        let mut insert = |key: &'static str, value: Value| context.insert_value(key, value);
        insert("style", self.asset_href(STYLE).into());
        insert("summary", document.summary.as_deref().into());
        insert("example_href", self.base.page(&document.address).into());
        insert("status", confirmation(words, confirmed).join(". ").into());
        insert("facts", facts.into());
        insert("blocks", self.asked_blocks(speech, document, example).into());
        insert("parties", parts.into());
        insert("email", email.into());
        insert("letter", letter.into());
        insert("role", contact.map(|contact| contact.role.as_str()).into());
        Ok(View { template: "confirm.html", context })
    }

    /// Who does what, the results and the sections: a title and lines of plain text each.
    fn asked_blocks(&self, speech: &Speech, document: &Document, example: &Example) -> Vec<Value> {
        let words = &speech.wording;
        let mut blocks: Vec<(String, Vec<String>)> = Vec::new();
        let tasks = example.responsibilities.iter();
        let tasks = tasks.map(|row| format!("{}: {}", self.site.vocabularies.name("parter", &row.part), row.does));
        blocks.push((label(words, "ansvar").to_owned(), tasks.collect()));
        let sections = plain(document.markdown(), &|number| document.source(number).is_some());
        for section in sections {
            let lines = section.text.lines().map(str::to_owned);
            match blocks.last_mut() {
                // A heading below the section's own is a line of it.
                Some((_, all)) if section.level > 2 => {
                    all.push(section.heading);
                    all.extend(lines);
                }
                _ => blocks.push((section.heading, lines.collect())),
            }
        }
        let results = example.results.iter().map(|row| match &row.measured {
            Some(measured) => format!("{} {measured}", row.claim),
            None => row.claim.clone(),
        });
        let results: Vec<String> = results.collect();
        let title = label(words, "resultat");
        match blocks.iter_mut().find(|(heading, _)| heading == title) {
            Some((_, lines)) => lines.extend(results),
            None => blocks.push((title.to_owned(), results)),
        }
        blocks.retain(|(_, lines)| !lines.is_empty());
        let blocks = blocks.into_iter().map(|(title, lines)| {
            let lines: Vec<Value> = lines.into_iter().map(Value::from).collect();
            map! { title: title, lines: lines }
        });
        blocks.collect()
    }
}

/// An address that opens a letter (RFC 6068).
fn mail(to: &str, subject: &str, text: &str) -> String {
    let text = text.lines().collect::<Vec<_>>().join("\r\n");
    format!("mailto:{to}?subject={}&body={}", percent_encoded(subject), percent_encoded(&text))
}

#[cfg(test)]
mod tests {
    use super::super::tests::page;
    use super::*;

    #[test]
    fn a_letter_holds_any_text_and_stays_short() {
        assert_eq!(mail("a@b.se", "Å & B?", "rad\nrad"), "mailto:a@b.se?subject=%C3%85%20%26%20B%3F&body=rad%0D%0Arad");
        let html = page("/redigera/bekrafta/");
        let letters: Vec<&str> =
            html.split("href=\"mailto:").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(!letters.is_empty() && letters.iter().all(|letter| letter.len() < LONGEST_MAIL));
    }

    #[test]
    fn an_example_that_awaits_has_a_sheet_that_the_list_leads_to() {
        let list = page("/redigera/bekrafta/");
        assert!(list.contains("href=\"/redigera/bekrafta/") && list.contains("noindex"), "{list}");
        let sheet = list.split("href=\"").find_map(|rest| {
            let href = rest.split('"').next()?;
            (href.len() > address::CONFIRM.len() && href.starts_with(address::CONFIRM)).then_some(href)
        });
        let html = page(sheet.unwrap());
        assert!(html.contains("noindex") && html.contains("Stämmer") && html.contains("Ska ändras"), "{html}");
        let main = html.split_once("<main").unwrap().1;
        assert!(!main.contains("class=\"kalla\"") && !main.contains("<input"), "{main}");
    }
}
