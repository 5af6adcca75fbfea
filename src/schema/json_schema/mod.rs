//! Field table → JSON Schema (draft 2020-12), for editors and other programs that write content.
//!
//! ```text
//! Kind, Known ─of▶ { "$schema": …, "properties": { "titel": { "title", "description", … } }, "$defs": … }
//! ```
//!
//! A schema says of the fields what [`read`](fn@super::read) does: what that reports the schema refuses, and the other way round,
//! for a file as a YAML 1.2 reader with the core schema sees it (`2016` a number, `true` a boolean, `2026-11-22` and `ja` texts).
//! A test compares both over every fixture. What JSON Schema cannot say:
//!
//! - a key that stands twice: a YAML reader reports it, or keeps one of them
//! - a number in quotes outside its limits (`nr: "5000"`), and one that YAML writes in another way (`0x10`, `5.0`)
//! - white space around a value counts in the length of a text; `check` takes it away first
//! - letters with accents other than å, ä, ö, é and ü in keys and words of vocabularies, which `check` folds too
//! - a key that must always be there, written in capitals or with dots that its label does not have (`TITEL`, `stätus`)
//! - a vocabulary that lacks its own file, and whatever concerns several files, the text or the day

mod kinds;
mod spelling;
mod types;

pub use kinds::{editor_settings, file_name, patterns, word};

use serde_json::{Map, Value, json};

use super::read::Known;
use super::{Field, Kind, Need, Table, Type};
use crate::words::slug;

/// The schema of a kind of document. `title` is what the kind is called.
pub fn of(kind: Kind, title: &str, known: Known<'_>) -> Value {
    let mut writer = Writer { known, root: kind.table(), definitions: Map::new() };
    let mut schema = match kind.is_list() {
        // A list of one may be written as its member.
        true => {
            let member = writer.define("post", |writer, pointer| writer.record(kind.table(), pointer));
            json!({ "anyOf": [{ "type": "array", "items": member }, member, { "type": "null" }] })
        }
        false => writer.record(kind.table(), "#"),
    };
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    schema["title"] = title.into();
    schema["$defs"] = writer.definitions.into();
    schema
}

/// Writes schemas, and keeps those that are used in several places.
struct Writer<'k> {
    known: Known<'k>,
    /// The document's own table, whose fields and sections `uppgift-saknas` may name.
    root: &'static Table,
    definitions: Map<String, Value>,
}

impl Writer<'_> {
    /// A reference to a definition, which is made the first time it is asked for.
    fn define(&mut self, name: &str, make: impl FnOnce(&mut Self, &str) -> Value) -> Value {
        let pointer = format!("#/$defs/{name}");
        if !self.definitions.contains_key(name) {
            // Reserved first: a record inside itself would never end.
            self.definitions.insert(name.to_owned(), Value::Null);
            let made = make(self, &pointer);
            self.definitions.insert(name.to_owned(), made);
        }
        json!({ "$ref": pointer })
    }

    /// The record of a table; `pointer` is where it will stand.
    fn record(&mut self, table: &'static Table, pointer: &str) -> Value {
        let mut properties = Map::new();
        let mut spellings = Map::new();
        let mut required = Vec::new();
        let mut either = Vec::new();
        for field in table.fields {
            properties.insert(field.key.to_owned(), self.field(field));
            let place = json!({ "$ref": format!("{pointer}/properties/{}", field.key) });
            spellings.insert(format!("^(?!{}$)(?:{})$", field.key, spelling::pattern(field.key)), place);
            if field.need == Need::Always {
                match dotted(field) {
                    Some(dotted) => {
                        either.push(json!({ "anyOf": [{ "required": [field.key] }, { "required": [dotted] }] }));
                    }
                    None => required.push(field.key),
                }
            }
        }
        let mut record = json!({
            "type": "object",
            "properties": properties,
            "patternProperties": spellings,
            "additionalProperties": false,
        });
        if !required.is_empty() {
            record["required"] = required.into();
        }
        if !either.is_empty() {
            record["allOf"] = either.into();
        }
        record
    }

    fn field(&mut self, field: &'static Field) -> Value {
        let value = self.value(&field.ty, field);
        let mut schema = match field.need {
            Need::Always => json!({ "allOf": [value, { "not": types::empty() }] }),
            // Nothing after a key is as if the key were not there.
            _ => json!({ "anyOf": [value, self.define("tomt", |_, _| types::empty())] }),
        };
        schema["title"] = field.label.into();
        schema["description"] = field.help.into();
        schema
    }

    fn value(&mut self, ty: &'static Type, field: &'static Field) -> Value {
        match ty {
            Type::Record(table) => self.define(field.key, |writer, pointer| writer.record(table, pointer)),
            Type::List(inner) => {
                let member = self.value(inner, field);
                let empty = self.define("tomt", |_, _| types::empty());
                // Several words in one text are a list without its brackets.
                let is_word = matches!(inner, Type::Term { .. } | Type::Municipality | Type::FieldName);
                let single = match is_word {
                    true => json!({ "allOf": [member, { "not": { "type": "string", "pattern": "," } }] }),
                    false => member.clone(),
                };
                json!({ "anyOf": [{ "type": "array", "items": { "anyOf": [member, empty] } }, single] })
            }
            Type::Term { vocabulary, unknown } => {
                let terms = self.term(vocabulary);
                if *unknown { json!({ "anyOf": [terms, types::unknown()] }) } else { terms }
            }
            Type::Municipality => {
                let geography = self.known.geography;
                self.define("kommun", |_, _| types::municipality(geography))
            }
            Type::FieldName => {
                let root = self.root;
                self.define("faltnamn", |_, _| types::field_names(root))
            }
            ty => types::scalar(ty, field),
        }
    }

    fn term(&mut self, vocabulary: &'static str) -> Value {
        let known = self.known.vocabularies.get(vocabulary);
        self.define(&format!("vokabular-{vocabulary}"), |_, _| types::vocabulary(known))
    }
}

/// The key with the dots that its label has: `skäl` for `skal`.
fn dotted(field: &Field) -> Option<String> {
    let label = field.label.to_lowercase();
    (!label.is_ascii() && slug(&label) == field.key && !label.contains(' ')).then_some(label)
}
