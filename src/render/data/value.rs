//! Document → data.

use std::borrow::Cow;

use jiff::civil::Date;
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::fields::{DataField, Shape};
use crate::model::document::{Answer, Document, Example, Known, Source};
use crate::render::Renderer;
use crate::render::context::is_web;
use crate::schema::PartialDate;
use crate::words::slug;

/// The id of what the sources leave open.
pub const UNKNOWN: &str = "okant";

/// A value that keeps the order of its fields.
#[derive(Clone, Debug, PartialEq)]
pub enum Data<'a> {
    Nothing,
    YesNo(bool),
    Number(i64),
    Text(Cow<'a, str>),
    /// A value of a vocabulary.
    Term {
        id: &'a str,
        name: &'a str,
    },
    List(Vec<Data<'a>>),
    Record(Vec<(&'static str, Data<'a>)>),
}

impl Serialize for Data<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Data::Nothing => serializer.serialize_none(),
            Data::YesNo(yes) => serializer.serialize_bool(*yes),
            Data::Number(number) => serializer.serialize_i64(*number),
            Data::Text(text) => serializer.serialize_str(text),
            Data::Term { id, name } => {
                let mut map = serializer.serialize_map(Some(2))?;
                map.serialize_entry("id", id)?;
                map.serialize_entry("namn", name)?;
                map.end()
            }
            Data::List(items) => serializer.collect_seq(items),
            Data::Record(fields) => serializer.collect_map(fields.iter().map(|(key, value)| (key, value))),
        }
    }
}

impl<'a> From<&'a str> for Data<'a> {
    fn from(text: &'a str) -> Self {
        Data::Text(Cow::Borrowed(text))
    }
}

impl From<Date> for Data<'_> {
    fn from(date: Date) -> Self {
        Data::Text(Cow::Owned(date.to_string()))
    }
}

impl From<PartialDate> for Data<'_> {
    fn from(date: PartialDate) -> Self {
        Data::Text(Cow::Owned(date.to_string()))
    }
}

fn maybe<'a>(value: Option<impl Into<Data<'a>>>) -> Data<'a> {
    value.map_or(Data::Nothing, Into::into)
}

fn list<'a>(items: impl Iterator<Item = Data<'a>>) -> Data<'a> {
    Data::List(items.collect())
}

fn numbers<'a>(numbers: &[u32]) -> Data<'a> {
    list(numbers.iter().map(|number| Data::Number((*number).into())))
}

/// An example with the fields of the data.
pub fn example<'d>(renderer: &'d Renderer<'_>, document: &'d Document, fields: &[DataField]) -> Data<'d> {
    let maker = Maker { renderer, document };
    Data::Record(fields.iter().map(|field| (field.key, maker.field(field))).collect())
}

struct Maker<'d, 'r> {
    renderer: &'d Renderer<'r>,
    document: &'d Document,
}

impl<'d> Maker<'d, '_> {
    fn field(&self, field: &DataField) -> Data<'d> {
        static NOTHING: std::sync::LazyLock<Example> = std::sync::LazyLock::new(Example::default);
        let document = self.document;
        let example = document.example.as_deref().unwrap_or(&NOTHING);
        let vocabulary = vocabulary(&field.shape);
        let terms = |ids: &'d [String]| list(ids.iter().map(|id| self.term(vocabulary, id)));
        let known = |value: &'d Option<Known>| value.as_ref().map_or(Data::Nothing, |v| self.known(vocabulary, v));
        match field.key {
            "id" => document.id.as_str().into(),
            "adress" => Data::Text(self.renderer.base.absolute(&document.address).into()),
            "titel" => document.title.as_str().into(),
            "sammanfattning" => document.summary.as_deref().unwrap_or_default().into(),
            "kommuner" => self.municipalities(),
            "kommuner-ofullstandig" => Data::YesNo(example.more_municipalities),
            "nationellt" => Data::YesNo(example.national),
            "relation" => match &example.relation {
                Some(id) => self.term(vocabulary, id),
                None => self.unknown(),
            },
            "parter" => list(example.parties.iter().map(|party| {
                let name = maybe(party.local_name.as_deref());
                Data::Record(vec![("part", self.term("parter", &party.part)), ("lokalt-namn", name)])
            })),
            "niva" => known(&example.level),
            "former" => terms(&example.forms),
            "syften" => list(example.purposes.iter().map(|value| self.known(vocabulary, value))),
            "syften-grund" => example.purposes_basis.as_deref().map_or(Data::Nothing, |id| self.term(vocabulary, id)),
            "malgrupper" => terms(&example.target_groups),
            "malgrupp-text" => maybe(example.target_group_text.as_deref()),
            "livsomraden" => terms(&document.life_areas),
            "framgangsfaktorer" => terms(&example.success_factors),
            "overenskommelse" => self.agreement(example),
            "ansvar" => list(example.responsibilities.iter().map(|row| {
                Data::Record(vec![
                    ("part", self.term("parter", &row.part)),
                    ("gor", row.does.as_str().into()),
                    ("kalla", numbers(&row.sources)),
                ])
            })),
            "period" => document.period.as_ref().map_or(Data::Nothing, |period| {
                let text = maybe(period.text.as_deref());
                Data::Record(vec![("fran", maybe(period.from)), ("till", maybe(period.to)), ("text", text)])
            }),
            "verksamhetslage" => known(&example.state),
            "resultat" => list(example.results.iter().map(|row| {
                let basis = row.basis.as_deref().map_or(Data::Nothing, |id| self.term("underlag", id));
                Data::Record(vec![
                    ("pastaende", row.claim.as_str().into()),
                    ("matning", row.measured.as_deref().unwrap_or_default().into()),
                    ("underlag", basis),
                    ("kalla", numbers(&row.sources)),
                ])
            })),
            "underlag" => terms(&example.basis),
            "bekraftad" => example.confirmed.map_or(Data::Nothing, |confirmed| {
                let (kommun, af) = (maybe(confirmed.municipality), maybe(confirmed.arbetsformedlingen));
                Data::Record(vec![("kommun", kommun), ("af", af)])
            }),
            "uppgift-saknas" => list(example.missing.iter().map(|key| key.as_str().into())),
            "ingar-i" => maybe(example.part_of.as_deref()),
            "kallor" => list(document.sources.iter().map(|source| self.source(source))),
            "granskad" => maybe(document.reviewed),
            "publicerad-datum" => maybe(document.published),
            "andringar" => list(document.changes.iter().map(|change| {
                Data::Record(vec![("datum", maybe(change.date)), ("text", change.text.as_str().into())])
            })),
            "avsnitt" => list(sections(document).map(Data::from)),
            "sprak" => document.language.as_str().into(),
            _ => Data::Nothing,
        }
    }

    fn term(&self, vocabulary: &str, id: &'d str) -> Data<'d> {
        Data::Term { id, name: self.renderer.site.vocabularies.name(vocabulary, id) }
    }

    fn unknown(&self) -> Data<'d> {
        let speech = self.renderer.speech(&self.renderer.site.settings.language);
        Data::Term { id: UNKNOWN, name: speech.wording.get("unknown") }
    }

    fn known(&self, vocabulary: &str, value: &'d Known) -> Data<'d> {
        match value {
            Known::Id(id) => self.term(vocabulary, id),
            Known::Unknown => self.unknown(),
        }
    }

    fn municipalities(&self) -> Data<'d> {
        let geography = &self.renderer.site.geography;
        let municipalities = self.document.municipalities.iter().filter_map(|code| geography.get(*code));
        list(municipalities.map(|municipality| {
            let county = &geography.counties[municipality.county];
            Data::Record(vec![
                ("kod", Data::Text(municipality.code.to_string().into())),
                ("namn", municipality.name.as_str().into()),
                ("lanskod", county.code.as_str().into()),
                ("lan", county.name.as_str().into()),
            ])
        }))
    }

    fn agreement(&self, example: &'d Example) -> Data<'d> {
        let Some(agreement) = &example.agreement else { return Data::Nothing };
        let written = match agreement.written {
            Answer::Yes => "ja",
            Answer::No => "nej",
            Answer::Unknown => UNKNOWN,
        };
        Data::Record(vec![
            ("skriftlig", written.into()),
            ("parter", list(agreement.parties.iter().map(|id| self.term("parter", id)))),
            ("dokument", agreement.document.as_deref().map_or(Data::Nothing, |target| self.address(target))),
            ("diarienummer", maybe(agreement.diary_number.as_deref())),
        ])
    }

    /// The whole address of what a document links to; nothing where it leads nowhere.
    fn address(&self, target: &'d str) -> Data<'d> {
        if is_web(target) {
            return target.into();
        }
        let base = &self.renderer.base;
        let href = self.renderer.href(self.document, target);
        let below = href.as_ref().and_then(|href| href.url.strip_prefix(base.path()));
        below.map_or(Data::Nothing, |below| Data::Text(base.absolute(below).into()))
    }

    fn source(&self, source: &'d Source) -> Data<'d> {
        Data::Record(vec![
            ("nr", Data::Number(source.number.into())),
            ("titel", source.title.as_str().into()),
            ("utgivare", maybe(source.publisher.as_deref())),
            ("ar", source.year.map_or(Data::Nothing, Data::Number)),
            ("adress", maybe(source.address.as_deref().filter(|address| is_web(address)))),
            ("last-i-kopia", Data::YesNo(source.copy_read)),
            ("typ", source.kind.as_deref().map_or(Data::Nothing, |id| self.term("kalltyper", id))),
            ("last-omfattning", maybe(source.extent.as_deref())),
            ("last", maybe(source.read)),
        ])
    }
}

/// The ids of the sections that a page has, of those that the field table knows.
fn sections(document: &Document) -> impl Iterator<Item = &'static str> {
    let headings = document.headings.iter().filter(|(level, ..)| *level == 2);
    headings.filter_map(|(_, text, _)| Some(document.kind.table().section(&slug(text))?.id))
}

/// The vocabulary of a term, or of the terms of a list.
pub fn vocabulary(shape: &Shape) -> &'static str {
    match shape {
        Shape::Term { vocabulary, .. } => vocabulary,
        Shape::List(inner) => vocabulary(inner),
        _ => "",
    }
}
