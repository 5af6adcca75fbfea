//! A document as pages show it.

use std::sync::Arc;

use jiff::civil::Date;

use super::geography::KommunKod;
use super::voice::{Excerpt, Voice};
use crate::parse::{Parsed, Status};
use crate::schema::{Kind, PartialDate, Record, Step, Value};
use crate::yaml::Span;

/// An example, a page of guidance, an experience, another page or a notice. Fields that a kind does not have are empty.
#[derive(Clone, Debug)]
pub struct Document {
    pub kind: Kind,
    /// The file's name without its ending.
    pub id: String,
    /// Below the content folder.
    pub file: Arc<str>,
    /// `/exempel/x/`
    pub address: String,
    pub title: String,
    pub summary: Option<String>,
    pub status: Status,
    pub language: String,
    pub order: i64,
    /// Where a page of guidance stands on the way through FIA.
    pub step: Option<Step>,
    pub reviewed: Option<Date>,
    /// The day an example first stood on the site, where the file says it.
    pub published: Option<Date>,
    /// What became another since then, as told to readers.
    pub changes: Vec<Change>,
    /// A notice's date.
    pub date: Option<Date>,
    pub sources: Vec<Source>,
    pub contact: Option<Contact>,
    pub withdrawn: Option<Withdrawn>,
    pub former: Vec<String>,
    /// Made to be printed.
    pub print: bool,
    pub law: Option<Law>,
    pub municipalities: Vec<KommunKod>,
    pub period: Option<Period>,
    pub life_areas: Vec<String>,
    pub example: Option<Box<Example>>,
    /// The whole file; the body is `text[body]`.
    pub text: Arc<str>,
    pub body: Span,
    /// Every address that the body, or a field of an example that may name a page, links to or shows, as written.
    pub links: Vec<String>,
    /// Level, text and id of the body's headings.
    pub headings: Vec<(u8, String, String)>,
}

/// A source that claims cite by number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub number: u32,
    pub title: String,
    pub publisher: Option<String>,
    pub year: Option<i64>,
    /// The source's own address, never a copy's.
    pub address: Option<String>,
    /// Whether a copy was read in place of the original.
    pub copy_read: bool,
    /// Id in the vocabulary `kalltyper`.
    pub kind: Option<String>,
    pub extent: Option<String>,
    pub read: Option<PartialDate>,
}

/// A function to turn to, never a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub role: String,
    pub email: Option<String>,
    pub telephone: Option<String>,
}

/// Why and when a document was withdrawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    pub reason: String,
    pub date: Option<Date>,
}

/// What became another in a document, told to its readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub date: Option<Date>,
    pub text: String,
}

/// Which wording of the law a page rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Law {
    pub wording: String,
    pub fetched: Option<Date>,
    /// The day it was checked against the official text; none when it was not.
    pub checked: Option<Date>,
}

/// When the work went on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    pub from: Option<PartialDate>,
    pub to: Option<PartialDate>,
    pub text: Option<String>,
}

/// A yes-or-no fact about which the sources may be silent or unsure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Yes,
    No,
    Unknown,
}

/// The facts of a collaboration example. Ids are those of the vocabularies.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Example {
    pub more_municipalities: bool,
    pub national: bool,
    /// In `relationer`; none when unknown.
    pub relation: Option<String>,
    pub parties: Vec<Party>,
    pub level: Option<Known>,
    pub forms: Vec<String>,
    pub purposes: Vec<Known>,
    pub purposes_basis: Option<String>,
    pub target_groups: Vec<String>,
    pub target_group_text: Option<String>,
    pub success_factors: Vec<String>,
    pub agreement: Option<Agreement>,
    pub responsibilities: Vec<Responsibility>,
    pub state: Option<Known>,
    pub results: Vec<Outcome>,
    pub basis: Vec<String>,
    /// None where it is named as missing.
    pub confirmed: Option<Confirmed>,
    /// Keys of fields and ids of sections that the sources say nothing about.
    pub missing: Vec<String>,
    pub part_of: Option<String>,
    /// The sections that are also shown across examples, in the order of [`Voice::ALL`].
    pub excerpts: [Option<Excerpt>; Voice::ALL.len()],
}

/// An id of a vocabulary, or `okänt`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known {
    Id(String),
    Unknown,
}

/// One who takes part in a collaboration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    pub part: String,
    pub local_name: Option<String>,
}

/// What the parties have agreed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    pub written: Answer,
    pub parties: Vec<String>,
    pub document: Option<String>,
    pub diary_number: Option<String>,
}

/// What one of the parties does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Responsibility {
    pub part: String,
    pub does: String,
    pub sources: Vec<u32>,
}

/// A result that a source tells of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub claim: String,
    pub measured: Option<String>,
    pub basis: Option<String>,
    pub sources: Vec<u32>,
}

/// The day on which each party confirmed the description; none when it has not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Confirmed {
    pub municipality: Option<Date>,
    pub arbetsformedlingen: Option<Date>,
}

impl Document {
    /// The latest day on which it became another, and what then became so: the last to be named, of several.
    pub fn latest_change(&self) -> Option<(Date, &str)> {
        let changes = self.changes.iter().filter_map(|change| Some((change.date?, change.text.as_str())));
        changes.max_by_key(|(date, _)| *date)
    }

    /// The days on which it became another.
    pub fn change_dates(&self) -> impl Iterator<Item = Date> + '_ {
        self.changes.iter().filter_map(|change| change.date)
    }

    /// The latest day of which the document itself says that it was told, published, changed or reviewed.
    pub fn latest(&self) -> Option<Date> {
        self.change_dates().chain(self.date).chain(self.published).chain(self.reviewed).max()
    }

    /// The document of a parsed file of a kind with a body. What could not be read is left empty: it has its own fault.
    pub fn from_parsed(parsed: &Parsed) -> Document {
        let record = parsed.record();
        let owned = |key: &str| record.text(key).map(str::to_owned);
        let headings = parsed.body.headings.iter();
        let body = &parsed.body;
        let agreement = record.record("overenskommelse").and_then(|agreement| agreement.text("dokument"));
        let links = body.links.iter().map(|link| &*link.target).chain(body.images.iter().map(|image| &*image.target));
        Document {
            kind: parsed.kind,
            id: parsed.stem().to_owned(),
            file: parsed.path.clone(),
            address: super::address::of_document(parsed.kind, &parsed.path),
            title: owned("titel").unwrap_or_else(|| parsed.stem().to_owned()),
            summary: owned("sammanfattning"),
            status: parsed.status(),
            language: owned("sprak").unwrap_or_else(|| "sv".into()),
            order: record.integer("ordning").unwrap_or(i64::MAX),
            step: record.text("steg").and_then(Step::from_word),
            reviewed: record.date("granskad"),
            published: record.date("publicerad-datum"),
            changes: each(record, "andringar", |change| Change {
                date: change.date("datum"),
                text: change.text("text").unwrap_or_default().to_owned(),
            }),
            date: record.date("datum"),
            sources: each(record, "kallor", Source::from_record),
            contact: record.record("kontakt").map(Contact::from_record),
            withdrawn: record.record("avpublicerad").map(|withdrawn| Withdrawn {
                reason: withdrawn.text("skal").unwrap_or_default().to_owned(),
                date: withdrawn.date("datum"),
            }),
            former: texts(record, "tidigare-adresser"),
            print: record.yes("utskrift"),
            law: record.record("lagtext").map(|law| Law {
                wording: law.text("lydelse").unwrap_or_default().to_owned(),
                fetched: law.date("hamtad"),
                checked: law.date("kontrollerad"),
            }),
            municipalities: municipalities(record),
            period: record.record("period").map(|period| Period {
                from: period.partial_date("fran"),
                to: period.partial_date("till"),
                text: period.text("text").map(str::to_owned),
            }),
            life_areas: texts(record, "livsomraden"),
            example: (parsed.kind == Kind::Example).then(|| Box::new(Example::from_parsed(parsed))),
            links: links.chain(agreement).map(str::to_owned).collect(),
            text: parsed.text.clone(),
            body: parsed.body_span.clone(),
            headings: headings.map(|h| (h.level, h.text.clone(), h.id.clone())).collect(),
        }
    }

    /// The body as it is written.
    pub fn markdown(&self) -> &str {
        &self.text[self.body.clone()]
    }

    /// The source with a number.
    pub fn source(&self, number: u32) -> Option<&Source> {
        self.sources.iter().find(|source| source.number == number)
    }
}

/// The texts of a list, in a vector of their size: as many documents are held as there are files.
fn texts(record: &Record, key: &str) -> Vec<String> {
    let mut all = Vec::with_capacity(record.list(key).len());
    all.extend(record.texts(key).map(str::to_owned));
    all
}

/// What is made of each record of a list, likewise.
fn each<T>(record: &Record, key: &str, make: impl FnMut(&Record) -> T) -> Vec<T> {
    let mut all = Vec::with_capacity(record.list(key).len());
    all.extend(record.records(key).map(|(record, _)| record).map(make));
    all
}

fn municipalities(record: &Record) -> Vec<KommunKod> {
    let mut codes: Vec<KommunKod> = Vec::with_capacity(record.list("kommuner").len());
    for item in record.list("kommuner") {
        if let Value::Municipality(code) = item.value
            && !codes.contains(&code)
        {
            codes.push(code);
        }
    }
    codes
}

impl Source {
    fn from_record(record: &Record) -> Source {
        let owned = |key: &str| record.text(key).map(str::to_owned);
        Source {
            number: record.integer("nr").and_then(|nr| u32::try_from(nr).ok()).unwrap_or(0),
            title: owned("titel").unwrap_or_default(),
            publisher: owned("utgivare"),
            year: record.integer("ar"),
            address: owned("adress"),
            copy_read: record.get("last-kopia").is_some(),
            kind: owned("typ"),
            extent: owned("last-omfattning"),
            read: record.partial_date("last"),
        }
    }
}

impl Contact {
    pub(super) fn from_record(record: &Record) -> Contact {
        let owned = |key: &str| record.text(key).map(str::to_owned);
        Contact { role: owned("funktion").unwrap_or_default(), email: owned("e-post"), telephone: owned("telefon") }
    }
}

impl Example {
    /// What an example says about one of the things that are shown across examples.
    pub fn excerpt(&self, voice: Voice) -> Option<&Excerpt> {
        self.excerpts[voice as usize].as_ref()
    }

    fn from_parsed(parsed: &Parsed) -> Example {
        let record = parsed.record();
        let owned = |record: &Record, key: &str| record.text(key).map(str::to_owned);
        let ids = |key: &str| texts(record, key);
        Example {
            more_municipalities: record.yes("kommuner-ofullstandig"),
            national: record.yes("nationellt"),
            relation: owned(record, "relation"),
            parties: each(record, "parter", |party| Party {
                part: party.text("part").unwrap_or_default().to_owned(),
                local_name: owned(party, "lokalt-namn"),
            }),
            level: known(record, "niva"),
            forms: ids("former"),
            purposes: record.list("syften").iter().filter_map(|item| known_value(&item.value)).collect(),
            purposes_basis: owned(record, "syften-grund"),
            target_groups: ids("malgrupper"),
            target_group_text: owned(record, "malgrupp-text"),
            success_factors: ids("framgangsfaktorer"),
            agreement: record.record("overenskommelse").map(|agreement| Agreement {
                written: match agreement.yes_no("skriftlig") {
                    Some(true) => Answer::Yes,
                    Some(false) => Answer::No,
                    None => Answer::Unknown,
                },
                parties: texts(agreement, "parter"),
                document: owned(agreement, "dokument"),
                diary_number: owned(agreement, "diarienummer"),
            }),
            responsibilities: each(record, "ansvar", |row| Responsibility {
                part: row.text("part").unwrap_or_default().to_owned(),
                does: row.text("gor").unwrap_or_default().to_owned(),
                sources: row.numbers("kalla").iter().map(|n| n.value).collect(),
            }),
            state: known(record, "verksamhetslage"),
            results: each(record, "resultat", |row| Outcome {
                claim: row.text("pastaende").unwrap_or_default().to_owned(),
                measured: owned(row, "matning"),
                basis: owned(row, "underlag"),
                sources: row.numbers("kalla").iter().map(|n| n.value).collect(),
            }),
            basis: ids("underlag"),
            confirmed: record.record("bekraftad").map(|confirmed| Confirmed {
                municipality: confirmed.date("kommun"),
                arbetsformedlingen: confirmed.date("af"),
            }),
            missing: ids("uppgift-saknas"),
            part_of: owned(record, "ingar-i"),
            excerpts: Voice::ALL.map(|voice| voice.excerpt(parsed)),
        }
    }
}

fn known(record: &Record, key: &str) -> Option<Known> {
    known_value(&record.get(key)?.value)
}

fn known_value(value: &Value) -> Option<Known> {
    match value {
        Value::Id(id) => Some(Known::Id(id.clone())),
        Value::Unknown => Some(Known::Unknown),
        _ => None,
    }
}
