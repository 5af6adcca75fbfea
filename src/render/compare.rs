//! `/jamfor/`: two or three examples side by side.
//!
//! The page is the same for every reader: what to compare stands in its address (`?id=a&id=b`), and the theme's script
//! fetches the examples' data and makes the table. Its words, rows and addresses stand in the page; what there is to choose
//! from is fetched when the reader comes to a field, so that the page weighs as much however many examples there are.
//! Who comes without having chosen is offered a few pairs that have much in common; without scripts they are links to the examples.
//! An example's page sends its related ones along (`&liknande=c,d`): those are shown first to who has chosen one.

use std::cmp::Reverse;

use tera::Value;

use super::context::{Frame, View, map};
use super::wording::Wording;
use super::{RenderError, Renderer, Speech};
use crate::model::address;
use crate::model::document::Document;
use crate::model::files::examples_parts;
use crate::model::related::Related;
use crate::model::routes::Route;
use crate::parse::Status;
use crate::schema::Kind;

/// The theme's files for this page alone.
const SCRIPT: &str = "jamfor.js";
const STYLE: &str = "jamfor.css";

/// How many pairs are offered, and among how many examples they are looked for.
const PAIRS: usize = 4;
const LOOKED_THROUGH: usize = 50;
/// With how many reasons a pair is offered.
const REASONS: usize = 3;

/// The fields that are compared, in the order that a reader asks.
const ROWS: [&str; 17] = [
    "sammanfattning",
    "kommuner",
    "relation",
    "parter",
    "niva",
    "former",
    "syften",
    "malgrupper",
    "ansvar",
    "overenskommelse",
    "period",
    "verksamhetslage",
    "resultat",
    "framgangsfaktorer",
    "underlag",
    "bekraftad",
    "uppgift-saknas",
];

/// What the script says, by its name there: words without arguments.
const WORDS: [(&str, &str); 22] = [
    ("caption", "compare-caption"),
    ("loading", "compare-loading"),
    ("none", "compare-none"),
    ("too-many", "compare-too-many"),
    ("failed", "compare-failed"),
    ("retry", "compare-retry"),
    ("similar", "compare-similar"),
    ("listed", "compare-listed"),
    ("no-match", "compare-no-match"),
    ("matches", "compare-matches"),
    ("not-given", "compare-not-given"),
    ("in-text", "compare-in-text"),
    ("nothing-missing", "compare-nothing-missing"),
    ("missing", "missing"),
    ("national", "national"),
    ("more", "more-municipalities"),
    ("measured", "measured"),
    ("agreement-ja", "agreement-yes"),
    ("agreement-nej", "agreement-no"),
    ("agreement-okant", "agreement-unknown"),
    ("confirmed-kommun", "confirmed-municipality"),
    ("confirmed-af", "confirmed-af"),
];

impl Renderer<'_> {
    pub(super) fn compare(&self, speech: &Speech, route: &Route) -> Result<View, RenderError> {
        let words = &speech.wording;
        let introduction = self.introduction_of(address::COMPARE);
        let heading = self.heading(words, address::COMPARE, "compare");
        let frame = Frame::new(route, heading.as_str()).describe(words.get("compare-description")).of(introduction);
        let mut context = self.frame(speech, frame);
        self.introduction(speech, &mut context, introduction);
        let title = format!("{heading}: {{titles}} – {}", self.site.settings.short_title);
        let filled = [
            ("title", title),
            ("one", words.with("compare-one", &[("title", "{title}")])),
            ("done", words.with("compare-done", &[("titles", "{titles}")])),
            ("match-one", words.get("compare-match-one").to_owned()),
            ("match-other", words.with("compare-match-other", &[("count", "{count}")])),
            ("match-more", words.with("compare-match-more", &[("count", "{count}"), ("shown", "{shown}")])),
            ("unknown-example", words.with("compare-unknown", &[("id", "{id}")])),
            ("period", words.with("period", &[("from", "{from}"), ("to", "{to}")])),
            ("period-from", words.with("period-from", &[("from", "{from}")])),
            ("period-to", words.with("period-to", &[("to", "{to}")])),
            ("not-confirmed", words.get("not-confirmed").to_owned()),
        ];
        let plain = WORDS.map(|(name, id)| (name, words.get(id).to_owned()));
        let said = plain.into_iter().chain(filled).map(|(name, text)| map! { name: name, text: text });
        let table = Kind::Example.table();
        let labelled = |key: &str, label: &str| map! { key: key, label: label };
        let rows = ROWS.iter().filter_map(|key| Some(labelled(key, table.field(key)?.label)));
        let reviewed = labelled("granskad", words.get("reviewed"));
        let fields = table.fields.iter().map(|field| labelled(field.key, field.label));
        let is_field = |id: &str| table.fields.iter().any(|field| field.key == id);
        let sections = table.sections.iter().filter(|section| !is_field(section.id));
        let labels = fields.chain(sections.map(|section| labelled(section.id, section.title)));
        let choices = ["compare-first", "compare-second", "compare-third"].map(|id| words.get(id));

        let mut insert = |key: &'static str, value: Value| context.insert_value(key, value);
        insert("style", self.asset_href(STYLE).into());
        insert("script", self.asset_href(SCRIPT).into());
        insert("action", self.base.page(address::COMPARE).into());
        insert("examples_href", self.base.page(address::EXAMPLES).into());
        insert("files_href", self.base.page(address::DATA_EXAMPLES).into());
        insert("parts", examples_parts(self.data_documents().count()).into());
        insert("list_href", self.base.page(address::DATA_LIST).into());
        insert("choices", choices.to_vec().into());
        insert("pairs", self.pairs(words).into());
        insert("words", said.collect::<Vec<_>>().into());
        insert("rows", rows.chain([reviewed]).collect::<Vec<_>>().into());
        insert("labels", labels.collect::<Vec<_>>().into());
        Ok(View { template: "compare.html", context })
    }

    /// Examples to compare, two and two: those with most in common first, each example once.
    fn pairs(&self, words: &Wording) -> Vec<Value> {
        let is_public = |index: usize| self.site.documents[index].status == Status::Published;
        let looked_through = self.examples.iter().copied().filter(|&index| is_public(index)).take(LOOKED_THROUGH);
        let closest = looked_through.filter_map(|index| {
            let (_, _, linked) = self.whole_and_parts(&self.site.documents[index]);
            let related = self.relations.of(index, &linked).into_iter().find(|other| is_public(other.document))?;
            Some((index, related))
        });
        let link = |document: &Document| {
            map! { title: document.title.as_str(), href: self.base.page(&document.address) }
        };
        let pairs = each_once(closest.collect()).into_iter().map(|(one, Related { document: other, shared })| {
            let both = [one, other].map(|index| &self.site.documents[index]);
            let query = both.map(|document| format!("id={}", document.id)).join("&");
            map! {
                href: self.base.page(&format!("{}?{query}", address::COMPARE)),
                examples: both.map(link).to_vec(),
                reasons: self.reasons_of(words, &shared[..shared.len().min(REASONS)]),
            }
        });
        pairs.collect()
    }

    /// Where a reader compares an example with others, those `related` to it first; nothing for one that readers do not
    /// see.
    pub(super) fn compare_with(&self, document: &Document, related: &Value) -> Option<String> {
        let is_public = document.status == Status::Published;
        let items = related.get_from_path("items").and_then(Value::as_array).unwrap_or_default();
        let ids = items.iter().filter_map(|other| other.get_from_path("id").and_then(Value::as_str));
        let ids: Vec<&str> = ids.collect();
        let similar = if ids.is_empty() { String::new() } else { format!("&liknande={}", ids.join(",")) };
        is_public.then(|| self.base.page(&format!("{}?id={}{similar}", address::COMPARE, document.id)))
    }
}

/// Those pairs that share most, at most [`PAIRS`], no example in two of them.
fn each_once(mut pairs: Vec<(usize, Related)>) -> Vec<(usize, Related)> {
    pairs.sort_by_key(|(_, related)| Reverse(related.shared.len()));
    let mut taken: Vec<usize> = Vec::new();
    pairs.retain(|(one, Related { document: other, .. })| {
        let is_free = taken.len() < 2 * PAIRS && !taken.contains(one) && !taken.contains(other);
        if is_free {
            taken.extend([one, other]);
        }
        is_free
    });
    pairs
}

#[cfg(test)]
mod tests {
    use super::super::tests::page;
    use super::*;

    #[test]
    fn those_that_share_most_are_offered_and_no_example_twice() {
        let pair = |one, document, facts: usize| (one, Related { document, shared: (0..facts).collect() });
        let pairs = each_once(vec![pair(1, 2, 1), pair(2, 3, 4), pair(3, 2, 4), pair(4, 5, 2), pair(6, 1, 1)]);
        let both: Vec<(usize, usize)> = pairs.iter().map(|(one, related)| (*one, related.document)).collect();
        assert_eq!(both, [(2, 3), (4, 5), (6, 1)]);
        let many = (0..20).map(|number| pair(2 * number, 2 * number + 1, 1)).collect();
        assert_eq!(each_once(many).len(), PAIRS);
    }

    #[test]
    fn the_page_is_small_and_says_what_to_do_without_scripts() {
        let html = page("/jamfor/");
        assert!(html.len() < 20_000, "{}", html.len());
        assert!(html.contains("id=\"compare_no_script\">Jämförelsen") && html.contains("method=\"get\" hidden"));
        assert!(html.contains("data-files=\"/data/exempel/\" data-parts=\"1\""));
        assert!(html.contains("data-list=\"/data/exempel/lista.json\" data-pages=\"/exempel/\""));
        assert!(html.contains("<span data-word=\"one\">Du har valt {title}."));
        for row in super::ROWS {
            assert!(html.contains(&format!("<span data-row=\"{row}\">")), "{row}");
        }
    }

    #[test]
    fn every_word_that_the_script_asks_for_stands_in_the_page() {
        let html = page("/jamfor/");
        let script = include_str!("../../themes/standard/assets/jamfor.js");
        let asked = script.split("word('").skip(1).filter_map(|rest| rest.split('\'').next());
        let conditional = [
            "match-one",
            "match-other",
            "match-more",
            "not-given",
            "in-text",
            "missing",
            "nothing-missing",
            "period",
            "period-from",
            "period-to",
        ];
        let agreement = ["agreement-ja", "agreement-nej", "agreement-okant", "confirmed-kommun", "confirmed-af"];
        let asked: Vec<&str> = asked.chain(conditional).chain(agreement).collect();
        for name in asked {
            assert!(html.contains(&format!("data-word=\"{name}\"")), "{name}");
        }
        assert!(!script.contains("innerHTML") && !script.contains("insertAdjacentHTML"));
    }

    #[test]
    fn an_example_leads_to_its_comparison() {
        assert!(page("/exempel/hel/").contains("href=\"/jamfor/?id=hel"));
    }
}
