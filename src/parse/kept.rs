//! A parsed file as bytes, to be kept between builds.
//!
//! Only what was faultless is kept, so there is no room for faults. The bytes are read by the very program that wrote
//! them and no other, so fields of the tables stand there as numbers.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Parsed, Written};
use crate::markdown;
use crate::schema::{Kind, Table, Type};
use crate::yaml::Span;

/// What is kept of a file beside its path and its text.
#[derive(Serialize)]
struct Shown<'a> {
    written: Vec<(u16, Span, bool)>,
    records: &'a [crate::schema::Record],
    body_span: &'a Span,
    body: &'a markdown::Body,
}

/// The same, read back.
#[derive(Deserialize)]
struct Read {
    written: Vec<(u16, Span, bool)>,
    records: Vec<crate::schema::Record>,
    body_span: Span,
    body: markdown::Body,
}

impl Parsed {
    /// Whether everything in the file could be read.
    pub fn is_faultless(&self) -> bool {
        self.is_read() && self.yaml_faults.is_empty() && self.faults.is_empty()
    }

    /// The file as bytes; nothing for one with faults.
    pub fn to_bytes(&self) -> Option<Vec<u8>> {
        let fields = self.kind.table().fields;
        let written = self.written.iter().map(|written| {
            let at = fields.iter().position(|field| std::ptr::eq(field, written.field))?;
            Some((u16::try_from(at).ok()?, written.key_span.clone(), written.is_empty))
        });
        let written = written.collect::<Option<_>>().filter(|_| self.is_faultless())?;
        let shown = Shown { written, records: &self.records, body_span: &self.body_span, body: &self.body };
        postcard::to_allocvec(&shown).ok()
    }

    /// What [`to_bytes`](Parsed::to_bytes) made of a file with the same path and text.
    pub fn from_bytes(bytes: &[u8], path: Arc<str>, kind: Kind, text: Arc<str>) -> Option<Parsed> {
        let Read { written, records, body_span, body } = postcard::from_bytes(bytes).ok()?;
        let fields = kind.table().fields;
        let written = written
            .into_iter()
            .map(|(at, key_span, is_empty)| Some(Written { field: fields.get(usize::from(at))?, key_span, is_empty }));
        let written = written.collect::<Option<_>>()?;
        text.get(body_span.clone())?;
        (!records.is_empty()).then_some(Parsed {
            path,
            kind,
            text,
            yaml_faults: Vec::new(),
            is_complete: true,
            written,
            fences: Vec::new(),
            records,
            faults: Vec::new(),
            body_span,
            body,
        })
    }
}

/// The keys of all tables, in order: a key is kept as its place here.
static KEYS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut keys = BTreeSet::new();
    Kind::ALL.iter().for_each(|kind| collect(kind.table(), &mut keys));
    keys.into_iter().collect()
});

fn collect(table: &'static Table, keys: &mut BTreeSet<&'static str>) {
    for field in table.fields {
        keys.insert(field.key);
        let mut ty = &field.ty;
        while let Type::List(inner) = ty {
            ty = inner;
        }
        if let Type::Record(table) = ty {
            collect(table, keys);
        }
    }
}

/// A key of a table as a number.
pub(crate) fn key_number(key: &str) -> Option<u16> {
    KEYS.binary_search(&key).ok().and_then(|at| u16::try_from(at).ok())
}

/// The key with a number.
pub(crate) fn key_of(number: u16) -> Option<&'static str> {
    KEYS.get(usize::from(number)).copied()
}

/// A record as its fields' numbers and values.
impl Serialize for crate::schema::Record {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let fields = self.iter().map(|(key, value)| Some((key_number(key)?, value))).collect::<Option<Vec<_>>>();
        serializer.collect_seq(fields.ok_or_else(|| serde::ser::Error::custom("no such field"))?)
    }
}

impl<'de> Deserialize<'de> for crate::schema::Record {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;

        impl<'de> Visitor<'de> for Fields {
            type Value = crate::schema::Record;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("fields")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut fields: A) -> Result<Self::Value, A::Error> {
                let mut all = Vec::with_capacity(fields.size_hint().unwrap_or(0).min(KEYS.len()));
                while let Some((number, value)) = fields.next_element::<(u16, _)>()? {
                    let key = key_of(number).ok_or_else(|| serde::de::Error::custom("no such field"))?;
                    all.push((key, value));
                }
                Ok(crate::schema::Record::of(all))
            }
        }

        deserializer.deserialize_seq(Fields)
    }
}

/// A date as three numbers.
pub(crate) mod date {
    use jiff::civil::Date;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
        (date.year(), date.month(), date.day()).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        let (year, month, day) = Deserialize::deserialize(deserializer)?;
        Date::new(year, month, day).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::parse;
    use crate::schema::read::Known;

    #[test]
    fn what_was_kept_is_what_was_parsed() {
        let files = crate::source::read("content".as_ref()).unwrap();
        let site = crate::check::read_site(&files, jiff::civil::date(2026, 11, 22), crate::model::Audience::Editors);
        let known = Known { vocabularies: &site.vocabularies, geography: &site.geography };
        let mut kept = 0;
        for file in &files {
            let (Some(kind), Some(text)) = (Kind::of_path(&file.path), file.text()) else { continue };
            let parsed = parse(file.path.clone(), kind, text.clone(), known);
            let Some(bytes) = parsed.to_bytes() else { continue };
            let again = Parsed::from_bytes(&bytes, file.path.clone(), kind, text.clone()).unwrap();
            assert_eq!(format!("{again:?}"), format!("{parsed:?}"), "{}", file.path);
            assert!(bytes.iter().enumerate().step_by(97).all(|(at, _)| {
                // Damage is found by a checksum elsewhere; here it must only not be a crash.
                let mut damaged = bytes.clone();
                damaged[at] ^= 0x55;
                drop(Parsed::from_bytes(&damaged, file.path.clone(), kind, text.clone()));
                true
            }));
            kept += 1;
        }
        assert!(kept > 50, "{kept}");
    }

    #[test]
    fn a_file_with_faults_is_not_kept() {
        let files = [("exempel/x.md", "---\ntitel: X\nniva: fel\n---\n"), ("sidor/x.md", "---\ntitel: &a X\n---\n")];
        for (path, text) in files {
            let known = Known { vocabularies: &Default::default(), geography: &Default::default() };
            let parsed = parse(path.into(), Kind::of_path(path).unwrap(), text.into(), known);
            assert_eq!(parsed.to_bytes(), None, "{path}");
        }
    }
}
