//! The account to the government: what the assignment asks for, in its order, with the figures filled in. What only the agencies
//! can tell is a marked place, and nothing is ever put there for them.

use tera::Value;

use super::sections::{Table, Words, capitalised};
use crate::render::Wording;
use crate::render::context::map;
use crate::report::Report;
use crate::report::data::Assignment;
use crate::schema::value::whole_date;

/// The most pages that the account lists.
const LISTED: usize = 15;

/// The account as values, for HTML and Markdown alike.
pub(super) struct Account {
    pub title: String,
    /// From whom, to whom, about what.
    pub facts: Vec<(String, Said)>,
    pub sections: Vec<Section>,
    /// What is left to write, in the order of the places; the first has number 1.
    pub places: Vec<String>,
}

/// Something that is known, or the number of the place where somebody must write it.
pub(super) enum Said {
    Text(String),
    Place(usize),
}

pub(super) struct Section {
    pub heading: String,
    pub blocks: Vec<Block>,
}

pub(super) enum Block {
    Text(String),
    List(Vec<String>),
    Table(Table),
    Place(usize),
}

impl Account {
    pub fn new(words: &Words<'_>, report: &Report) -> Account {
        let mut account = Account {
            title: words.get("account-title").to_owned(),
            facts: Vec::new(),
            sections: Vec::new(),
            places: Vec::new(),
        };
        account.say_facts(words, report);
        account.say_what_was_done(words, report);
        account.say_whom_it_reached(words, report);
        account.say_what_is_uncertain(words, report);
        account
    }

    /// A place for the editor's own words.
    fn place(&mut self, words: &Words<'_>, what: &'static str) -> usize {
        self.places.push(words.get(what).to_owned());
        self.places.len()
    }

    fn place_block(&mut self, words: &Words<'_>, what: &'static str) -> Block {
        Block::Place(self.place(words, what))
    }

    fn fact(&mut self, words: &Words<'_>, label: &'static str, known: Option<String>, place: &'static str) {
        let said = match known.filter(|text| !text.is_empty()) {
            Some(text) => Said::Text(text),
            None => Said::Place(self.place(words, place)),
        };
        self.facts.push((words.get(label).to_owned(), said));
    }

    fn section(&mut self, words: &Words<'_>, heading: &'static str, blocks: Vec<Block>) {
        self.sections.push(Section { heading: words.get(heading).to_owned(), blocks });
    }

    fn say_facts(&mut self, words: &Words<'_>, report: &Report) {
        let assignment = report.assignment.as_ref();
        let recipients = assignment.map(|assignment| assignment.recipients.join(", "));
        self.fact(words, "account-to", recipients, "account-place-recipients");
        self.fact(words, "account-from", Some(words.get("account-agencies").to_owned()), "account-place-from");
        let diary_number = assignment.and_then(|assignment| assignment.diary_number.clone());
        self.fact(words, "account-diary-number", diary_number, "account-place-diary-number");
        let about = assignment.map(|assignment| about(words, assignment));
        self.fact(words, "account-assignment", about, "account-place-assignment");
        let period = report.from.is_some().then(|| words.period(report));
        self.fact(words, "account-period", period, "account-place-period");
        self.fact(words, "account-own-diary-number", None, "account-place-own-diary-number");
        self.fact(words, "account-date", None, "account-place-date");
    }

    fn say_what_was_done(&mut self, words: &Words<'_>, report: &Report) {
        let summary = self.place_block(words, "account-place-summary");
        self.section(words, "account-summary", vec![summary]);

        let counts = report.leading();
        let figures = [
            ("from", &*words.date(report.from.as_deref().unwrap_or_default())),
            ("to", &words.date(report.to.as_deref().unwrap_or_default())),
            ("visits", &words.number(counts.visits)),
            ("views", &words.number(counts.page_views)),
            ("days", &words.number(counts.visitor_days)),
        ];
        let mut site: Vec<Block> = vec![Block::Text(words.get("account-site-text").to_owned())];
        match report.from {
            Some(_) => site.push(Block::Text(words.words.with("account-site-figures", &figures))),
            None => site.push(Block::Text(words.get("report-empty").to_owned())),
        }
        site.extend(words.notices(report).into_iter().map(Block::Text));
        site.push(Block::Table(words.months_table(report)));
        site.push(Block::Text(words.get("account-read-text").to_owned()));
        site.push(Block::Table(words.pages(report, LISTED)));
        site.push(Block::Text(words.searches_text(report)));
        site.push(self.place_block(words, "account-place-site"));
        self.section(words, "account-site", site);
        if report.comparison.is_some() {
            let most = words.words.with("account-compared-text", &[("pages", &*LISTED.to_string())]);
            let mut compared = vec![
                Block::Text(words.comparison_text(report)),
                Block::Text(most),
                Block::Table(words.comparison(report, LISTED)),
            ];
            compared.push(self.place_block(words, "account-place-change"));
            self.section(words, "report-comparison", compared);
        }
        let told = [
            (false, "account-other", "account-other-text", "account-other-none", "account-place-other"),
            (true, "account-dialogue", "account-dialogue-text", "account-dialogue-none", "account-place-dialogue"),
        ];
        for (is_dialogue, heading, text, none, place) in told {
            let activities = || report.activities.iter().filter(move |activity| activity.is_dialogue == is_dialogue);
            let mut blocks = match activities().next() {
                Some(_) => {
                    vec![Block::Text(words.get(text).to_owned()), Block::Table(words.activities(activities()))]
                }
                None => vec![Block::Text(words.get(none).to_owned())],
            };
            blocks.push(self.place_block(words, place));
            self.section(words, heading, blocks);
        }
    }

    fn say_whom_it_reached(&mut self, words: &Words<'_>, report: &Report) {
        let mut blocks = vec![Block::Text(words.reach_text(report))];
        if !report.reach.counties.is_empty() {
            blocks.push(Block::Table(words.counties_table(report)));
            let reached = &report.reach.reached;
            let names = reached.iter().map(|municipality| municipality.name.as_str()).collect::<Vec<_>>().join(", ");
            if !names.is_empty() {
                blocks.push(Block::Text(words.words.with("account-municipalities", &[("names", &names)])));
            }
        }
        let rounding = crate::report::figures::ROUNDING.to_string();
        blocks.push(Block::Text(words.words.with("report-channels-text", &[("rounding", &rounding)])));
        blocks.push(Block::Table(words.channels(report)));
        blocks.push(self.place_block(words, "account-place-municipalities"));
        blocks.push(self.place_block(words, "account-place-agency"));
        self.section(words, "account-whom", blocks);
    }

    fn say_what_is_uncertain(&mut self, words: &Words<'_>, report: &Report) {
        let limits = [
            "account-limit-persons",
            "account-limit-effect",
            "account-limit-reach",
            "account-limit-robots",
            "account-limit-search",
            "account-limit-rounding",
        ];
        let limits = Block::List(limits.map(|limit| words.get(limit).to_owned()).to_vec());
        let place = self.place_block(words, "account-place-limits");
        self.section(words, "account-limits", vec![limits, place]);
        let definitions = [
            ("report-page-views", "report-define-page-views"),
            ("report-visits", "report-define-visits"),
            ("report-visitor-days", "report-define-visitor-days"),
            ("report-robots", "report-define-robots"),
        ];
        let definitions =
            definitions.map(|(name, text)| format!("{}: {}", capitalised(words.get(name)), words.get(text)));
        self.section(words, "report-definitions", vec![Block::List(definitions.to_vec())]);
        let conclusions = self.place_block(words, "account-place-conclusions");
        self.section(words, "account-conclusions", vec![conclusions]);
        let signed = ["account-place-signed-socialstyrelsen", "account-place-signed-arbetsformedlingen"];
        let signed = signed.map(|place| self.place_block(words, place)).into_iter().collect();
        self.section(words, "account-signed", signed);
        let provenance = Block::Text(words.get("report-provenance-text").to_owned());
        self.section(words, "report-provenance", vec![provenance, Block::Table(words.provenance(report))]);
    }

    /// For the template.
    pub fn value(&self, words: &Wording) -> Value {
        let place = |number: usize| map! { number: number, text: self.places[number - 1].as_str() };
        let facts = self.facts.iter().map(|(label, said)| match said {
            Said::Text(text) => map! { label: label.as_str(), text: text.as_str(), place: Value::none() },
            Said::Place(number) => map! { label: label.as_str(), text: "", place: place(*number) },
        });
        let sections = self.sections.iter().map(|section| {
            let blocks = section.blocks.iter().map(|block| match block {
                Block::Text(text) => map! { kind: "text", text: text.as_str() },
                Block::List(items) => {
                    map! { kind: "list", items: items.iter().map(|item| Value::from(item.as_str())).collect::<Vec<_>>() }
                }
                Block::Table(table) => {
                    // A section may have several tables, each with a name of its own.
                    let first = table.head.first().map(String::as_str).unwrap_or_default();
                    map! { kind: "table", label: format!("{}: {first}", section.heading), table: table.value() }
                }
                Block::Place(number) => map! { kind: "place", place: place(*number) },
            });
            map! { heading: section.heading.as_str(), blocks: blocks.collect::<Vec<_>>() }
        });
        map! {
            title: self.title.as_str(),
            left: words.count("account-left", self.places.len()),
            facts: facts.collect::<Vec<_>>(),
            sections: sections.collect::<Vec<_>>(),
            places: (1..=self.places.len()).map(place).collect::<Vec<_>>(),
        }
    }
}

/// The assignment and the day of the decision.
fn about(words: &Words<'_>, assignment: &Assignment) -> String {
    match assignment.date.as_deref().and_then(|date| whole_date(date).ok()) {
        Some(date) => {
            let date = words.words.date(date);
            words.words.with("account-assignment-of", &[("title", &assignment.title), ("date", &date)])
        }
        None => assignment.title.clone(),
    }
}
