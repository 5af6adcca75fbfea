//! `/foresla/`: someone who has neither Git nor YAML describes an example, one question at a time; and
//! `/foresla/blankett/`, the same questions on paper.
//!
//! What is asked is written here by the keys of the [field table](crate::schema) and nothing else: labels, help, limits
//! and choices come from the table and the vocabularies. The theme's script shows one question at a time, checks the
//! answers as the rules do, and makes the file. What a person writes never leaves the page.

mod asked;

use tera::Value;

use super::context::{Frame, View, map};
use super::{RenderError, Renderer, Speech};
use crate::model::address;
use crate::model::routes::Route;
use crate::model::selection::Selection;
use asked::{Asker, STEPS};

/// The theme's files for the form alone.
const SCRIPT: &str = "foresla.js";
pub(super) const STYLE: &str = "foresla.css";

/// What the script says, by its name there: words without arguments.
const WORDS: [(&str, &str); 25] = [
    ("error", "suggest-error"),
    ("no-answer", "suggest-no-answer"),
    ("missing", "suggest-missing"),
    ("yes", "suggest-yes"),
    ("no", "suggest-no"),
    ("change", "suggest-change"),
    ("continue", "suggest-continue"),
    ("to-summary", "suggest-to-summary"),
    ("removed", "suggest-removed"),
    ("national-error", "suggest-national-error"),
    ("order-error", "suggest-order-error"),
    ("date-error", "suggest-date-error"),
    ("year-error", "suggest-year-error"),
    ("email-error", "suggest-email-error"),
    ("web-error", "suggest-web-error"),
    ("address-error", "suggest-address-error"),
    ("personal-email", "suggest-personal-email"),
    ("personal-telephone", "suggest-personal-telephone"),
    ("number-error", "suggest-number-error"),
    ("file-number-error", "suggest-file-number-error"),
    ("supports-error", "suggest-supports-error"),
    ("role-error", "suggest-role-error"),
    ("copied", "suggest-copied"),
    ("not-copied", "suggest-not-copied"),
    ("saved", "suggest-saved"),
];

/// The same for words with arguments, which the script fills in: `{label}` stands for itself here.
const FILLED: [(&str, &str, &[&str]); 18] = [
    ("question", "suggest-question", &["number", "count"]),
    ("left", "suggest-left", &["count"]),
    ("over", "suggest-over", &["count"]),
    ("fill-in", "suggest-fill-in", &["label"]),
    ("choose", "suggest-choose", &["label"]),
    ("too-long", "suggest-too-long", &["label", "max", "length"]),
    ("both", "suggest-both", &["label"]),
    ("unknown-municipality", "suggest-unknown-municipality", &["value"]),
    ("meant", "suggest-meant", &["value", "guess"]),
    ("uncited", "suggest-uncited", &["number"]),
    ("name-warning", "suggest-name-warning", &["found"]),
    ("group-warning", "suggest-group-warning", &["found"]),
    ("quote-warning", "suggest-quote-warning", &["found"]),
    ("change-what", "suggest-change-what", &["label"]),
    ("file-text", "suggest-file-text", &["name"]),
    ("mail-subject", "suggest-mail-subject", &["title"]),
    ("mail-body", "suggest-mail-body", &["file"]),
    ("remove", "suggest-remove-what", &["label", "number"]),
];

impl Renderer<'_> {
    pub(super) fn suggest(&self, speech: &Speech, route: &Route) -> Result<View, RenderError> {
        let words = &speech.wording;
        let settings = &self.site.settings;
        let introduction = self.introduction_of(address::SUGGEST);
        let heading = self.heading(words, address::SUGGEST, "suggest");
        let frame = Frame::new(route, heading.as_str()).describe(words.get("suggest-description")).of(introduction);
        let mut context = self.frame(speech, frame);
        self.introduction(speech, &mut context, introduction);
        let asker = Asker { words, site: self.site };
        let filled = FILLED.map(|(name, id, arguments)| {
            let stand_ins: Vec<String> = arguments.iter().map(|argument| format!("{{{argument}}}")).collect();
            let pairs = arguments.iter().zip(&stand_ins).map(|(name, stand_in)| (*name, stand_in.as_str()));
            (name, words.with(id, &pairs.collect::<Vec<_>>()))
        });
        let plain = WORDS.map(|(name, id)| (name, words.get(id).to_owned()));
        let said = plain.into_iter().chain(filled).map(|(name, text)| map! { name: name, text: text });
        let geography = &self.site.geography;
        let municipalities =
            geography.municipalities.iter().map(|m| map! { name: m.name.as_str(), code: m.code.to_string() });
        // Lists of examples have addresses of their own below the folder of examples.
        let taken = Selection::ALL.iter().filter_map(|selection| {
            selection.address().strip_prefix(address::EXAMPLES).map(|name| name.trim_end_matches('/'))
        });
        let taken: Vec<&str> = taken.chain(["sida"]).collect();
        let email = settings.contact.as_ref().and_then(|contact| contact.email.as_deref());
        let questions = STEPS.len().to_string();

        let mut insert = |key: &'static str, value: Value| context.insert_value(key, value);
        insert("style", self.asset_href(STYLE).into());
        insert("script", self.asset_href(SCRIPT).into());
        insert("steps", asker.steps());
        insert("parts", asker.parts());
        insert("relations", asker.options("relationer"));
        insert("count", words.with("suggest-count", &[("count", &questions)]).into());
        insert("words", said.collect::<Vec<_>>().into());
        insert("municipalities", municipalities.collect::<Vec<_>>().into());
        insert("taken", taken.join(" ").into());
        insert("email", email.into());
        let mail = email.map(|email| words.with("suggest-mail-text", &[("email", email)]));
        insert("mail_text", mail.into());
        insert("github", settings.suggest_on_github.as_deref().filter(|url| super::context::is_web(url)).into());
        insert("sheet_href", self.base.page(address::SUGGEST_SHEET).into());
        insert("about_href", self.link_to("/bidra/").into());
        insert("guide_href", self.link_to(address::EDITORS).into());
        insert("privacy_href", self.link_to("/integritet/").into());
        insert("licence", settings.licence.as_deref().into());
        let consent = settings.licence.as_deref().map(|licence| words.with("suggest-licence", &[("licence", licence)]));
        insert("consent", consent.into());
        Ok(View { template: "suggest.html", context })
    }

    /// The same questions, with room to write by hand.
    pub(super) fn suggest_sheet(&self, speech: &Speech, route: &Route) -> Result<View, RenderError> {
        let words = &speech.wording;
        let above = self.heading(words, address::SUGGEST, "suggest");
        let frame = Frame::new(route, words.get("suggest-sheet"))
            .below(above, address::SUGGEST)
            .describe(words.get("suggest-sheet-description"));
        let mut context = self.frame(speech, frame);
        let asker = Asker { words, site: self.site };
        let consent =
            self.site.settings.licence.as_deref().map(|licence| words.with("suggest-licence", &[("licence", licence)]));
        let mut insert = |key: &'static str, value: Value| context.insert_value(key, value);
        insert("steps", asker.steps());
        insert("parts", asker.parts());
        insert("print", true.into());
        insert("style", self.asset_href(STYLE).into());
        insert("consent", consent.into());
        insert("suggest_href", self.base.page(address::SUGGEST).into());
        insert("about_href", self.link_to("/bidra/").into());
        Ok(View { template: "suggest-sheet.html", context })
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::page;
    use super::*;

    const SCRIPTS: [&str; 6] = [
        include_str!("../../themes/standard/assets/foresla.js"),
        include_str!("../../themes/standard/assets/foresla-answers.js"),
        include_str!("../../themes/standard/assets/foresla-checks.js"),
        include_str!("../../themes/standard/assets/foresla-file.js"),
        include_str!("../../themes/standard/assets/foresla-number.js"),
        include_str!("../../themes/standard/assets/foresla-warnings.js"),
    ];

    #[test]
    fn there_are_fewer_than_fifteen_questions() {
        assert!(STEPS.len() < 15);
        assert_eq!(page("/foresla/").matches("class=\"suggest-step\" id=\"fraga-").count(), STEPS.len());
    }

    #[test]
    fn the_form_can_send_nothing_and_is_hidden_without_scripts() {
        let html = page("/foresla/");
        assert!(html.contains("<form id=\"suggest_form\" method=\"dialog\" autocomplete=\"off\" novalidate hidden>"));
        assert!(html.contains("id=\"suggest_no_script\"") && html.contains("href=\"/foresla/blankett/\""));
    }

    #[test]
    fn no_mailbox_and_no_github_are_invented() {
        let html = page("/foresla/");
        assert!(!html.contains("data-email") && !html.contains("data-github") && html.contains("ingen brevlåda"));
    }

    #[test]
    fn every_word_that_the_script_asks_for_stands_in_the_page() {
        let html = page("/foresla/");
        let script = SCRIPTS.concat();
        let known = WORDS.map(|(name, _)| name).into_iter().chain(FILLED.map(|(name, ..)| name));
        let asked = script.split("word('").skip(1).filter_map(|rest| rest.split('\'').next());
        for name in known.chain(asked) {
            assert!(script.contains(&format!("'{name}'")), "{name} is not asked for");
            assert!(html.contains(&format!("data-word=\"{name}\"")), "{name}");
        }
        assert!(!script.contains("innerHTML") && !script.contains("insertAdjacentHTML"));
    }

    #[test]
    fn nothing_that_is_written_is_kept_or_sent() {
        let script = SCRIPTS.concat();
        for way in [
            "localStorage",
            "sessionStorage",
            "indexedDB",
            "document.cookie",
            "caches",
            "sendBeacon",
            "fetch(",
            "XMLHttpRequest",
            "WebSocket",
            "EventSource",
        ] {
            assert!(!script.contains(way), "{way}");
        }
    }

    #[test]
    fn the_sheet_asks_the_same() {
        let (form, sheet) = (page("/foresla/"), page("/foresla/blankett/"));
        let questions = |html: &str| -> Vec<String> {
            let parts = html.split("<h2 class=\"suggest-question\"").skip(1);
            parts.map(|part| part[part.find('>').unwrap() + 1..part.find("</h2>").unwrap()].to_owned()).collect()
        };
        assert_eq!(questions(&form), questions(&sheet));
        assert_eq!(questions(&form).len(), STEPS.len());
        let main = sheet.split_once("<main").unwrap().1;
        assert!(!main.contains("<input") && main.contains("data-print"));
    }
}
