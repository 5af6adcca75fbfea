//! The fields as JSON Schema, draft 2020-12.

use serde_json::{Map, Value, json};

use super::fields::{DataField, Meaning, Shape};
use super::value::{UNKNOWN, vocabulary};
use crate::model::address;
use crate::render::Renderer;
use crate::render::wording::Wording;
use crate::schema::Kind;

impl Renderer<'_> {
    /// `/data/exempel.schema.json`, for the file of all examples; the file of one is `#/$defs/exempel`.
    pub(in crate::render) fn examples_schema(&self) -> Vec<u8> {
        let words = &self.speech(&self.site.settings.language).wording;
        let text = json!({ "type": "string" });
        let optional = |schema: Value| json!({ "anyOf": [schema, { "type": "null" }] });
        let mut definitions = Map::new();
        definitions.insert("exempel".into(), record(words, &self.data_fields));
        definitions.insert("falt".into(), json!({ "enum": field_names() }));
        let unknown = json!({ "id": { "const": UNKNOWN }, "namn": text });
        definitions.insert(UNKNOWN.into(), closed(unknown, &["id", "namn"]));
        for id in used(&self.data_fields) {
            definitions.insert(format!("vokabular-{id}"), self.term_schema(id));
        }
        let properties = json!({
            "titel": text,
            "avsandare": { "type": "array", "items": text },
            "licens": optional(text.clone()),
            "licens-adress": optional(json!({ "type": "string", "format": "uri" })),
            "uppdaterad": optional(json!({ "type": "string", "format": "date" })),
            "dokumentation": { "type": "string", "format": "uri" },
            "$schema": { "type": "string", "format": "uri" },
            "exempel": { "type": "array", "items": { "$ref": "#/$defs/exempel" } },
        });
        let required =
            ["titel", "avsandare", "licens", "licens-adress", "uppdaterad", "dokumentation", "$schema", "exempel"];
        let mut schema = closed(properties, &required);
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
        schema["$id"] = self.base.absolute(address::DATA_SCHEMA).into();
        schema["title"] = self.data_title().into();
        schema["description"] = words.get("data-description").into();
        schema["$defs"] = definitions.into();
        let mut bytes = serde_json::to_vec_pretty(&schema).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// A value of a vocabulary: its id and name.
    fn term_schema(&self, id: &str) -> Value {
        let vocabulary = self.site.vocabularies.get(id);
        let ids: Vec<&str> = vocabulary.map(|v| v.terms.iter().map(|t| t.id.as_str()).collect()).unwrap_or_default();
        let mut schema = closed(json!({ "id": { "enum": ids }, "namn": { "type": "string" } }), &["id", "namn"]);
        if let Some(vocabulary) = vocabulary {
            schema["title"] = vocabulary.name.as_str().into();
            schema["description"] = vocabulary.description.as_str().into();
        }
        schema
    }
}

/// An object with these fields and no others.
fn closed(properties: Value, required: &[&str]) -> Value {
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

fn record(words: &Wording, fields: &[DataField]) -> Value {
    let mut properties = Map::new();
    for field in fields {
        let mut schema = shape(words, &field.shape);
        if is_nullable(field) {
            schema = json!({ "anyOf": [schema, { "type": "null" }] });
        }
        let (label, help) = meaning(words, field);
        schema["title"] = label.into();
        schema["description"] = help.into();
        properties.insert(field.key.into(), schema);
    }
    let required: Vec<&str> = fields.iter().map(|field| field.key).collect();
    closed(properties.into(), &required)
}

/// A list without members and an unset `ja` say the same as nothing, so only other values may be missing.
pub fn is_nullable(field: &DataField) -> bool {
    !field.always && !matches!(field.shape, Shape::List(_) | Shape::YesNo)
}

/// The label and the explanation of a field.
pub fn meaning<'w>(words: &'w Wording, field: &DataField) -> (&'w str, &'w str) {
    match field.meaning {
        Meaning::Table(field) => (field.label, field.help),
        Meaning::Own { label, help } => (words.get(label), words.get(help)),
    }
}

fn shape(words: &Wording, of: &Shape) -> Value {
    match of {
        Shape::Text { max: Some(max) } => json!({ "type": "string", "maxLength": max }),
        Shape::Text { max: None } => json!({ "type": "string" }),
        Shape::Id => json!({ "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" }),
        Shape::Code(digits) => json!({ "type": "string", "pattern": format!("^[0-9]{{{digits}}}$") }),
        Shape::Address => json!({ "type": "string", "format": "uri" }),
        Shape::YesNo => json!({ "type": "boolean" }),
        Shape::YesNoUnknown => json!({ "enum": ["ja", "nej", UNKNOWN] }),
        Shape::Integer { min, max } => json!({ "type": "integer", "minimum": min, "maximum": max }),
        Shape::Date => json!({ "type": "string", "format": "date" }),
        Shape::PartialDate => json!({ "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" }),
        Shape::Term { unknown, .. } => {
            let term = json!({ "$ref": format!("#/$defs/vokabular-{}", vocabulary(of)) });
            let open = json!({ "$ref": format!("#/$defs/{UNKNOWN}") });
            if *unknown { json!({ "anyOf": [term, open] }) } else { term }
        }
        Shape::Choice(choices) => json!({ "enum": choices.iter().map(|(written, _)| *written).collect::<Vec<_>>() }),
        Shape::FieldName => json!({ "$ref": "#/$defs/falt" }),
        Shape::Record(fields) => record(words, fields),
        Shape::List(inner) => json!({ "type": "array", "items": shape(words, inner) }),
    }
}

/// The keys and sections that may be named as missing.
fn field_names() -> Vec<&'static str> {
    let table = Kind::Example.table();
    let keys = table.fields.iter().map(|field| field.key);
    let mut names: Vec<&str> = keys.chain(table.sections.iter().map(|section| section.id)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The vocabularies that the fields use, each once, in order of id.
pub fn used(fields: &[DataField]) -> Vec<&'static str> {
    fn add(shape: &Shape, ids: &mut Vec<&'static str>) {
        match shape {
            Shape::Term { vocabulary, .. } => ids.push(vocabulary),
            Shape::List(inner) => add(inner, ids),
            Shape::Record(fields) => fields.iter().for_each(|field| add(&field.shape, ids)),
            _ => {}
        }
    }
    let mut ids = Vec::new();
    fields.iter().for_each(|field| add(&field.shape, &mut ids));
    ids.sort_unstable();
    ids.dedup();
    ids
}
