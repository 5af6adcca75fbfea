//! One schema for each type of field; the counterparts of [`read`](crate::schema::read::read).

use serde_json::{Value, json};

use super::spelling;
use crate::model::geography::Geography;
use crate::model::vocabulary::Vocabulary;
use crate::schema::read::FORMER;
use crate::schema::{Field, Table, Type};
use crate::words::slug;

/// Years 1800 to 2200, as for [`PartialDate`](crate::schema::PartialDate).
const YEAR: &str = "(?:1[89]\\d\\d|2[01]\\d\\d|2200)";
const MONTH: &str = "(?:0[1-9]|1[0-2])";
/// What no address may have: white space, control characters and a few signs.
const NOT_IN_ADDRESS: &str = "\\s\\u0000-\\u001f\\u007f-\\u009f<>\"\\\\`";
/// Part of an address on the site, but neither `.` nor `..`.
const PART: &str = "(?!\\.\\.?(?:[/#]|\\s*$))[A-Za-z0-9_.-]+";

/// What counts as nothing: no value, white space, an empty list or record.
pub fn empty() -> Value {
    json!({ "anyOf": [{ "enum": [null, [], {}] }, { "type": "string", "pattern": "^\\s*$" }] })
}

/// `okänt`.
pub fn unknown() -> Value {
    json!({ "anyOf": [{ "enum": ["okänt"] }, { "type": "string", "pattern": spelling::any_of(["okant"]) }] })
}

/// Any value that is no list and no record: a number or `true` is the text that stands there.
fn any_scalar() -> Value {
    json!({ "type": ["string", "number", "boolean"] })
}

/// A type that holds one value and asks nothing of other files.
pub fn scalar(ty: &'static Type, field: &'static Field) -> Value {
    match ty {
        Type::Text { max: Some(max) } => json!({ "type": ["string", "number", "boolean"], "maxLength": max }),
        Type::Id => json!({
            "type": ["string", "integer", "boolean"],
            "pattern": "^\\s*[a-z0-9]+(?:-[a-z0-9]+)*\\s*$",
            "minimum": 0,
        }),
        Type::YesNo => yes_no(),
        Type::YesNoUnknown => json!({ "anyOf": [yes_no(), unknown()] }),
        Type::Integer { min, max } => json!({
            "anyOf": [
                { "type": "integer", "minimum": min, "maximum": max },
                { "type": "string", "pattern": "^\\s*[+-]?\\d+\\s*$" },
            ],
        }),
        Type::Date => date(),
        Type::PartialDate => json!({
            "anyOf": [
                date(),
                { "type": "string", "pattern": format!("^\\s*{YEAR}(?:-{MONTH})?\\s*$") },
                { "type": "integer", "minimum": 1800, "maximum": 2200 },
            ],
        }),
        Type::DateOrNo => json!({ "anyOf": [date(), { "enum": ["nej", false] }, words(&["nej", "false", "falskt"])] }),
        Type::Choice(choices) => {
            let ids: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
            let meanings: Vec<&str> = choices.iter().map(|(_, meaning)| *meaning).collect();
            one_of(&ids, &meanings)
        }
        Type::Sources => {
            let number = json!({
                "anyOf": [
                    { "type": "integer", "minimum": 0, "maximum": u32::MAX },
                    { "type": "string", "pattern": "^\\s*\\+?\\d{1,9}\\s*$" },
                ],
            });
            json!({ "anyOf": [number, { "type": "array", "items": number }] })
        }
        Type::WebAddress => web_address(),
        Type::SiteAddress if field.key == FORMER => json!({
            "type": "string",
            "pattern": "^\\s*/(?:[A-Za-z0-9_-]+/)*(?:(?!\\.\\.?\\s*$)[A-Za-z0-9_-]*\\.[A-Za-z0-9_.-]*)?\\s*$",
        }),
        Type::SiteAddress => site_address(),
        Type::Address => json!({ "anyOf": [web_address(), site_address()] }),
        Type::Email => json!({
            "type": "string",
            "pattern": "^\\s*[\\p{L}\\p{N}._+-]+@[\\p{L}\\p{N}_+-][\\p{L}\\p{N}._+-]*\\.[\\p{L}\\p{N}._+-]*[\\p{L}\\p{N}_+-]\\s*$\
                        |^\\s*[\\p{L}\\p{N}._+-]+@[\\p{L}\\p{N}_+-]\\.[\\p{L}\\p{N}_+-]\\s*$",
        }),
        // A document's id is looked up when all are read; records, lists and words have schemas of their own.
        _ => any_scalar(),
    }
}

fn yes_no() -> Value {
    json!({ "anyOf": [{ "enum": ["ja", "nej", true, false] }, words(&["ja", "true", "sant", "nej", "false", "falskt"])] })
}

/// One of some words, in capitals or not, and letter by letter otherwise.
fn words(words: &[&str]) -> Value {
    let any_case = |word: &&str| -> String {
        word.chars().map(|letter| format!("[{letter}{}]", letter.to_ascii_uppercase())).collect()
    };
    let words: Vec<String> = words.iter().map(any_case).collect();
    json!({ "type": "string", "pattern": format!("^\\s*(?:{})\\s*$", words.join("|")) })
}

/// The pattern says the form, the format which days there are.
fn date() -> Value {
    json!({ "type": "string", "format": "date", "pattern": format!("^{YEAR}-{MONTH}-(?:0[1-9]|[12]\\d|3[01])$") })
}

fn web_address() -> Value {
    let pattern = format!("^\\s*https?://[^/?#@{NOT_IN_ADDRESS}]+(?:[/?#][^{NOT_IN_ADDRESS}]*)?\\s*$");
    json!({ "type": "string", "pattern": pattern })
}

fn site_address() -> Value {
    json!({ "type": "string", "pattern": format!("^\\s*/(?:{PART}/)*(?:{PART})?(?:#[A-Za-z0-9_.-]*)?\\s*$") })
}

/// Some words with what they mean: those that an editor offers, and every other way to write them.
fn one_of(ids: &[&str], meanings: &[&str]) -> Value {
    json!({
        "anyOf": [
            { "enum": ids, "enumDescriptions": meanings },
            { "type": "string", "pattern": spelling::any_of(ids.iter().copied()) },
        ],
    })
}

/// The values of a vocabulary; anything where it is missing or cannot be read, which has its own fault.
pub fn vocabulary(vocabulary: Option<&Vocabulary>) -> Value {
    let Some(vocabulary) = vocabulary.filter(|vocabulary| !vocabulary.terms.is_empty()) else { return any_scalar() };
    let ids: Vec<&str> = vocabulary.terms.iter().map(|term| term.id.as_str()).collect();
    let meanings: Vec<String> = vocabulary
        .terms
        .iter()
        .map(|term| match term.description.is_empty() {
            true => term.name.clone(),
            false => format!("{}: {}", term.name, term.description),
        })
        .collect();
    let meanings: Vec<&str> = meanings.iter().map(String::as_str).collect();
    let mut schema = one_of(&ids, &meanings);
    schema["title"] = vocabulary.name.as_str().into();
    if !vocabulary.description.is_empty() {
        schema["description"] = vocabulary.description.as_str().into();
    }
    schema
}

/// Names and codes; the name may have "kommun" or "stad" after it, with or without an s before. A code without quotes is a
/// number to YAML.
pub fn municipality(geography: &Geography) -> Value {
    if geography.municipalities.is_empty() {
        return json!(true);
    }
    let names: Vec<&str> = geography.municipalities.iter().map(|m| m.name.as_str()).collect();
    let codes: Vec<String> = geography.municipalities.iter().map(|m| m.code.to_string()).collect();
    let numbers: Vec<u32> = codes.iter().filter_map(|code| code.parse().ok()).collect();
    let written: Vec<String> = names.iter().map(|name| spelling::pattern(&slug(name))).collect();
    let after = "(?:[sS])?(?: [kK][oO][mM][mM][uU][nN]| [sS][tT][aA][dD])?";
    json!({
        "anyOf": [
            { "enum": names },
            { "enum": codes },
            { "enum": numbers },
            { "type": "string", "pattern": format!("^\\s*(?:{}){after}\\s*$", written.join("|")) },
        ],
    })
}

/// The fields and sections of a document.
pub fn field_names(table: &'static Table) -> Value {
    let fields = table.fields.iter().map(|field| (field.key, field.label));
    let sections = table.sections.iter().map(|section| (section.id, section.title));
    let mut names: Vec<(&str, &str)> = Vec::new();
    for (id, label) in fields.chain(sections) {
        if !names.iter().any(|(known, _)| *known == id) {
            names.push((id, label));
        }
    }
    let (ids, labels): (Vec<&str>, Vec<&str>) = names.into_iter().unzip();
    one_of(&ids, &labels)
}
