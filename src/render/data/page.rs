//! `/data/`: what is published, in which files, and what each field means.

use tera::Value;

use super::fields::{DataField, Shape};
use super::schema::{is_nullable, meaning, used};
use super::value::UNKNOWN;
use crate::model::files::SiteFile;
use crate::model::routes::Route;
use crate::model::{FACETS, address};
use crate::render::context::{Frame, View, map};
use crate::render::wording::Wording;
use crate::render::{Html, RenderError, Renderer, Speech};

impl Renderer<'_> {
    pub(in crate::render) fn data_page(&self, speech: &Speech, route: &Route) -> Result<View, RenderError> {
        let words = &speech.wording;
        let introduction = self.introduction_of(address::DATA);
        let heading = self.heading(words, address::DATA, "data");
        let frame = Frame::new(route, heading).describe(words.get("data-page-description")).of(introduction);
        let mut context = self.frame(speech, frame);
        self.introduction(speech, &mut context, introduction);
        let file = |title: &'static str, help: &'static str, address: &str| {
            map! { title: words.get(title), help: words.get(help), href: self.base.page(address) }
        };
        let files = vec![
            file("data-file-json", "data-file-json-help", address::DATA_JSON),
            file("data-file-csv", "data-file-csv-help", address::DATA_CSV),
            file("data-file-schema", "data-file-schema-help", address::DATA_SCHEMA),
            file("data-file-dcat", "data-file-dcat-help", address::DATA_CATALOGUE),
            file("data-file-feed", "data-file-feed-help", address::FEED),
            file("data-file-news-feed", "data-file-news-feed-help", address::NEWS_FEED),
        ];
        let mut fields = Vec::new();
        self.rows(words, &self.data_fields, "", &mut fields);
        let settings = &self.site.settings;
        let mut insert = |key: &'static str, value: Value| context.insert_value(key, value);
        insert("count", words.count("count-examples", self.data_documents().count()).into());
        insert("updated", self.data_updated().map(|date| words.date(date)).into());
        insert("licence", settings.licence.as_deref().into());
        insert("licence_href", settings.licence_address().into());
        insert("files", files.into());
        insert("counties_href", self.base.page(address::COUNTIES).into());
        insert("fields", fields.into());
        insert("vocabularies", self.vocabulary_values(words).into());
        let example = self.site.files.iter().find(|(_, file)| matches!(file, SiteFile::ExamplesPart(0)));
        insert("example_href", example.map(|(address, _)| self.base.page(address)).into());
        Ok(View { template: "data.html", context })
    }

    /// A row for each field, those of a record below it.
    fn rows(&self, words: &Wording, fields: &[DataField], above: &str, rows: &mut Vec<Value>) {
        for field in fields {
            let (label, help) = meaning(words, field);
            let key = format!("{above}{}", field.key);
            let (kind, vocabulary) = self.kind(words, &field.shape);
            rows.push(map! {
                key: key.as_str(),
                label: label,
                is_question: label.ends_with('?'),
                kind: kind,
                vocabulary: vocabulary,
                optional: is_nullable(field),
                help: with_code(help),
            });
            if let Some(inner) = inner(&field.shape) {
                self.rows(words, inner, &format!("{key}."), rows);
            }
        }
    }

    /// What a field holds, in words, and a link to its vocabulary.
    fn kind(&self, words: &Wording, shape: &Shape) -> (String, Value) {
        let plain = |id: &'static str| (words.get(id).to_owned(), Value::none());
        match shape {
            Shape::Text { max: Some(max) } => {
                (words.with("data-type-text-max", &[("max", &max.to_string())]), Value::none())
            }
            Shape::Text { max: None } => plain("data-type-text"),
            Shape::Id => plain("data-type-id"),
            Shape::Code(digits) => (words.with("data-type-code", &[("digits", &digits.to_string())]), Value::none()),
            Shape::Address => plain("data-type-address"),
            Shape::YesNo => plain("data-type-yes-no"),
            Shape::YesNoUnknown => plain("data-type-yes-no-unknown"),
            Shape::Integer { .. } => plain("data-type-integer"),
            Shape::Date => plain("data-type-date"),
            Shape::PartialDate => plain("data-type-partial-date"),
            Shape::FieldName => plain("data-type-field-name"),
            Shape::Record(_) => plain("data-type-record"),
            Shape::Choice(choices) => {
                let choices: Vec<&str> = choices.iter().map(|(written, _)| *written).collect();
                (words.with("data-type-choice", &[("choices", &choices.join(", "))]), Value::none())
            }
            Shape::Term { vocabulary, unknown } => {
                let id = if *unknown { "data-type-term-unknown" } else { "data-type-term" };
                let link = self.site.vocabularies.get(vocabulary).map(|known| {
                    map! { title: known.name.as_str(), href: format!("#vokabular_{vocabulary}") }
                });
                (words.with(id, &[("unknown", UNKNOWN)]), link.into())
            }
            Shape::List(inner) => {
                let (kind, vocabulary) = self.kind(words, inner);
                (words.with("data-type-list", &[("type", &kind)]), vocabulary)
            }
        }
    }

    /// The vocabularies of the data with their values.
    fn vocabulary_values(&self, words: &Wording) -> Vec<Value> {
        let vocabularies = used(&self.data_fields).into_iter().filter_map(|id| self.site.vocabularies.get(id));
        let values = vocabularies.map(|vocabulary| {
            let terms = vocabulary.terms.iter().map(|term| map! { id: term.id.as_str(), name: term.name.as_str() });
            let has_page = FACETS.contains(&vocabulary.id.as_str());
            let href = has_page.then(|| self.base.page(&address::vocabulary(&vocabulary.id)));
            map! {
                id: format!("vokabular_{}", vocabulary.id),
                title: vocabulary.name.as_str(),
                summary: vocabulary.description.as_str(),
                href: href,
                link: words.with("data-vocabulary-link", &[("name", &vocabulary.name)]),
                terms: terms.collect::<Vec<_>>(),
            }
        });
        values.collect()
    }
}

/// The fields of a record, or of the records of a list.
fn inner(shape: &Shape) -> Option<&[DataField]> {
    match shape {
        Shape::Record(fields) => Some(fields),
        Shape::List(of) => inner(of),
        _ => None,
    }
}

/// Words between backticks as code.
fn with_code(text: &str) -> Html {
    let parts = text.split('`').enumerate().map(|(at, part)| match at % 2 {
        0 => Html::text(part),
        _ => Html::element("code", &[], Html::text(part)),
    });
    Html::join(parts)
}
