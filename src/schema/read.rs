//! Nodes + a field table → typed fields, and everything that did not fit.
//!
//! This is the only place where YAML becomes values: what is not reported here was read, and what could not be read is
//! reported here. Nothing stops at the first fault.

use super::value::{PartialDate, Record, Spanned, Value, whole_date};
use super::{Field, Need, Table, Type};
use crate::model::geography::Geography;
use crate::model::vocabulary::Vocabularies;
use crate::words::{nearest, slug};
use crate::yaml::{Content, Entry, Node, Span};

/// What values are looked up in.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// Ids and names of terms.
    pub vocabularies: &'a Vocabularies,
    /// Names and codes of municipalities.
    pub geography: &'a Geography,
}

/// A fault and its place in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    pub kind: FaultKind,
    pub span: Span,
}

/// What can be wrong with a field. Each variant is reported by exactly one rule.
#[derive(Clone, Debug, PartialEq)]
pub enum FaultKind {
    UnknownKey {
        key: String,
        nearest: Vec<&'static str>,
    },
    DuplicateKey {
        key: &'static str,
    },
    Missing {
        key: &'static str,
        label: &'static str,
    },
    WrongType {
        key: &'static str,
        expected: Expected,
    },
    NotInVocabulary {
        key: &'static str,
        written: String,
        nearest: Vec<String>,
    },
    /// Not one of the few words that the program itself gives meaning.
    NotAChoice {
        key: &'static str,
        written: String,
        allowed: Vec<&'static str>,
    },
    UnknownMunicipality {
        written: String,
        nearest: Vec<String>,
    },
    /// `whole`: the day is needed, a year or a month is not enough.
    NoSuchDate {
        written: String,
        whole: bool,
    },
    TooLong {
        key: &'static str,
        length: usize,
        max: usize,
    },
    BadId {
        written: String,
        better: String,
    },
    BadAddress {
        key: &'static str,
        written: String,
        wants: Addresses,
    },
    UnknownFieldName {
        written: String,
        nearest: Vec<&'static str>,
    },
}

/// Which addresses a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addresses {
    Web,
    Site,
    Either,
}

/// What a field wants, for the message of a wrong type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Text,
    YesNo,
    YesNoUnknown,
    Integer,
    Date,
    DateOrNo,
    Sources,
    Email,
    Record,
    List,
}

/// Reads the fields of a record. `table` is also asked for the names in `uppgift-saknas`.
pub fn read(node: &Node, table: &'static Table, known: Known<'_>) -> (Record, Vec<Fault>) {
    let mut reader = Reader { known, faults: Vec::new(), root: table };
    let record = reader.record(node, table, "");
    (record, reader.faults)
}

struct Reader<'a> {
    known: Known<'a>,
    faults: Vec<Fault>,
    root: &'static Table,
}

impl Reader<'_> {
    fn fault(&mut self, span: &Span, kind: FaultKind) {
        self.faults.push(Fault { kind, span: span.clone() });
    }

    fn record(&mut self, node: &Node, table: &'static Table, key: &'static str) -> Record {
        let entries: &[Entry] = match &node.content {
            Content::Map(entries) => entries,
            Content::Empty => &[],
            _ => {
                self.fault(&node.span, FaultKind::WrongType { key, expected: Expected::Record });
                return Record::default();
            }
        };
        let mut record = Record::with_room_for(entries.len().min(table.fields.len()));
        let mut seen: Vec<&'static str> = Vec::new();
        // A misspelled key is one fault: the field that it was meant to be is not also missing.
        let mut meant: Vec<&'static str> = Vec::new();
        // A key that is no word has its own fault.
        for entry in entries.iter().filter(|entry| !entry.key.is_empty()) {
            let Some(field) = table.field(&entry.key) else {
                let guesses = nearest(&entry.key, table.fields.iter().map(|f| f.key), 2);
                meant.extend(guesses.first());
                let kind = FaultKind::UnknownKey { key: entry.key.clone(), nearest: guesses };
                self.fault(&entry.key_span, kind);
                continue;
            };
            if seen.contains(&field.key) {
                self.fault(&entry.key_span, FaultKind::DuplicateKey { key: field.key });
                continue;
            }
            seen.push(field.key);
            if entry.value.is_empty() {
                continue;
            }
            if let Some(value) = self.value(&entry.value, &field.ty, field) {
                record.insert(field, Spanned { value, span: entry.value.span.clone() });
            }
        }
        let is_given = |field: &Field| {
            entries.iter().any(|e| table.field(&e.key).is_some_and(|f| f.key == field.key) && !e.value.is_empty())
        };
        for field in table.fields.iter().filter(|f| f.need == Need::Always && !is_given(f) && !meant.contains(&f.key)) {
            let place = entries.iter().find(|e| table.field(&e.key).is_some_and(|f| f.key == field.key));
            let span = place.map_or(node.span.start..node.span.start, |e| e.key_span.clone());
            self.fault(&span, FaultKind::Missing { key: field.key, label: field.label });
        }
        record
    }

    fn value(&mut self, node: &Node, ty: &'static Type, field: &'static Field) -> Option<Value> {
        if let Type::Record(table) = ty {
            return Some(Value::Record(self.record(node, table, field.key)));
        }
        if let Type::List(inner) = ty {
            return self.list(node, inner, field);
        }
        if let Type::Sources = ty {
            return self.sources(node, field);
        }
        if matches!(ty, Type::Municipality) && self.known.geography.municipalities.is_empty() {
            // The list of municipalities is missing, and has its own fault.
            return None;
        }
        let Some(text) = node.text() else {
            self.fault(&node.span, FaultKind::WrongType { key: field.key, expected: expected(ty) });
            return None;
        };
        match self.scalar(text.trim(), ty, field) {
            Ok(value) => Some(value),
            Err(kind) => {
                self.fault(&node.span, kind);
                None
            }
        }
    }

    fn list(&mut self, node: &Node, inner: &'static Type, field: &'static Field) -> Option<Value> {
        let items = match &node.content {
            Content::List(items) => items.as_slice(),
            // One value where a list is meant is what people write; only a record among records would hide a slip.
            _ => std::slice::from_ref(node),
        };
        let is_word = matches!(inner, Type::Term { .. } | Type::Municipality | Type::FieldName);
        if is_word && node.text().is_some_and(|text| text.contains(',')) {
            self.fault(&node.span, FaultKind::WrongType { key: field.key, expected: Expected::List });
            return None;
        }
        let mut values = Vec::with_capacity(items.len());
        for item in items.iter().filter(|item| !item.is_empty()) {
            if let Some(value) = self.value(item, inner, field) {
                values.push(Spanned { value, span: item.span.clone() });
            }
        }
        Some(Value::List(values))
    }

    fn sources(&mut self, node: &Node, field: &'static Field) -> Option<Value> {
        let items = match &node.content {
            Content::List(items) => items.as_slice(),
            _ => std::slice::from_ref(node),
        };
        let mut numbers = Vec::with_capacity(items.len());
        for item in items {
            match item.text().and_then(|text| text.trim().parse().ok()) {
                Some(number) => numbers.push(Spanned { value: number, span: item.span.clone() }),
                None => self.fault(&item.span, FaultKind::WrongType { key: field.key, expected: Expected::Sources }),
            }
        }
        Some(Value::Numbers(numbers))
    }

    fn scalar(&self, text: &str, ty: &'static Type, field: &'static Field) -> Result<Value, FaultKind> {
        let wrong = || FaultKind::WrongType { key: field.key, expected: expected(ty) };
        Ok(match ty {
            Type::Text { max } => {
                let length = text.chars().count();
                match max {
                    Some(max) if length > *max => {
                        return Err(FaultKind::TooLong { key: field.key, length, max: *max });
                    }
                    _ => Value::Text(text.to_owned()),
                }
            }
            Type::Id => {
                if !crate::words::is_slug(text) {
                    return Err(FaultKind::BadId { written: text.to_owned(), better: slug(text) });
                }
                Value::Id(text.to_owned())
            }
            Type::Reference(_) => Value::Id(slug(text)),
            Type::YesNo => Value::YesNo(yes_no(text).ok_or_else(wrong)?),
            Type::YesNoUnknown if is_unknown(text) => Value::Unknown,
            Type::YesNoUnknown => Value::YesNo(yes_no(text).ok_or_else(wrong)?),
            Type::Integer { min, max } => match text.parse::<i64>() {
                Ok(number) if (*min..=*max).contains(&number) => Value::Integer(number),
                _ => return Err(wrong()),
            },
            Type::Date => Value::Date(whole_date(text).map_err(|_| date_fault(text, true, wrong()))?),
            Type::PartialDate => {
                Value::PartialDate(text.parse::<PartialDate>().map_err(|_| date_fault(text, false, wrong()))?)
            }
            Type::DateOrNo => match yes_no(text) {
                Some(false) => Value::YesNo(false),
                Some(true) => return Err(wrong()),
                None => Value::Date(whole_date(text).map_err(|_| date_fault(text, true, wrong()))?),
            },
            Type::Term { unknown: true, .. } if is_unknown(text) => Value::Unknown,
            Type::Term { vocabulary, .. } => {
                let id = slug(text);
                match self.known.vocabularies.get(vocabulary) {
                    // Terms of a vocabulary that is missing or broken are taken as they are: it has its own fault.
                    None => Value::Id(id),
                    Some(vocabulary) if vocabulary.terms.is_empty() || vocabulary.term(&id).is_some() => Value::Id(id),
                    Some(vocabulary) => {
                        return Err(FaultKind::NotInVocabulary {
                            key: field.key,
                            written: text.to_owned(),
                            nearest: vocabulary.nearest(text),
                        });
                    }
                }
            }
            Type::Choice(choices) => {
                let id = slug(text);
                match choices.iter().find(|(word, _)| *word == id) {
                    Some((word, _)) => Value::Id((*word).to_owned()),
                    None => {
                        let allowed = choices.iter().map(|(word, _)| *word).collect();
                        return Err(FaultKind::NotAChoice { key: field.key, written: text.to_owned(), allowed });
                    }
                }
            }
            Type::Municipality => match self.known.geography.find(text) {
                Some(code) => Value::Municipality(code),
                None => {
                    return Err(FaultKind::UnknownMunicipality {
                        written: text.to_owned(),
                        nearest: self.known.geography.nearest(text),
                    });
                }
            },
            Type::WebAddress if is_web_address(text) => Value::Text(text.to_owned()),
            Type::SiteAddress if is_site_address(text) && (field.key != FORMER || is_page(text)) => {
                Value::Text(text.to_owned())
            }
            Type::Address if is_web_address(text) || is_site_address(text) => Value::Text(text.to_owned()),
            Type::WebAddress | Type::SiteAddress | Type::Address => {
                let wants = match ty {
                    Type::WebAddress => Addresses::Web,
                    Type::SiteAddress => Addresses::Site,
                    _ => Addresses::Either,
                };
                return Err(FaultKind::BadAddress { key: field.key, written: text.to_owned(), wants });
            }
            Type::Email if is_email(text) => Value::Text(text.to_owned()),
            Type::Email => return Err(wrong()),
            Type::FieldName => {
                let id = slug(text);
                let mut names = self.root.fields.iter().map(|f| f.key).chain(self.root.sections.iter().map(|s| s.id));
                if !names.any(|name| name == id) {
                    let names = self.root.fields.iter().map(|f| f.key).chain(self.root.sections.iter().map(|s| s.id));
                    let nearest = nearest(text, names, 3);
                    return Err(FaultKind::UnknownFieldName { written: text.to_owned(), nearest });
                }
                Value::Id(id)
            }
            Type::Record(_) | Type::List(_) | Type::Sources => return Err(wrong()),
        })
    }
}

/// A text of digits and hyphens is meant as a date; anything else is of the wrong type.
fn date_fault(text: &str, whole: bool, wrong: FaultKind) -> FaultKind {
    let is_dateish = text.bytes().any(|b| b.is_ascii_digit())
        && text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'/' | b'.' | b' '));
    if is_dateish { FaultKind::NoSuchDate { written: text.to_owned(), whole } } else { wrong }
}

fn yes_no(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "ja" | "true" | "sant" => Some(true),
        "nej" | "false" | "falskt" => Some(false),
        _ => None,
    }
}

fn is_unknown(text: &str) -> bool {
    slug(text) == "okant"
}

/// `http://` or `https://`, a host, and no character that an address may not have.
pub fn is_web_address(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or("");
    matches!(scheme, "http" | "https")
        && !host.is_empty()
        && !host.contains('@')
        && !text.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\' | '`'))
}

/// `/a/b/` in ASCII, with an optional `#anchor`; or `/media/x.pdf`.
pub fn is_site_address(text: &str) -> bool {
    let (path, anchor) = text.split_once('#').unwrap_or((text, ""));
    let good = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    path.starts_with('/')
        && !path.contains("//")
        && path.split('/').all(|part| part != "." && part != ".." && part.chars().all(good))
        && anchor.chars().all(good)
}

/// The field whose addresses become redirects.
pub(super) const FORMER: &str = "tidigare-adresser";

/// Whether a site address is that of a page, `/a/b/`, or of a file, `/a/b.html`.
pub fn is_page(address: &str) -> bool {
    let (folders, last) = address.rsplit_once('/').unwrap_or(("", address));
    // A folder with the name of a file could never stand beside that file.
    !folders.contains('.') && (last.is_empty() || last.contains('.') && !last.contains('#'))
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host.contains('.')
            && !host.starts_with('.')
            && !host.ends_with('.')
            && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '@' | '.' | '-' | '_' | '+'))
            && !host.contains('@')
    })
}

fn expected(ty: &Type) -> Expected {
    match ty {
        Type::YesNo => Expected::YesNo,
        Type::YesNoUnknown => Expected::YesNoUnknown,
        Type::Integer { .. } => Expected::Integer,
        Type::Date | Type::PartialDate => Expected::Date,
        Type::DateOrNo => Expected::DateOrNo,
        Type::Sources => Expected::Sources,
        Type::Email => Expected::Email,
        Type::Record(_) => Expected::Record,
        Type::List(_) => Expected::List,
        _ => Expected::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Kind;

    fn faults(text: &str) -> Vec<FaultKind> {
        let known = Known { vocabularies: &Vocabularies::default(), geography: &Geography::default() };
        let root = crate::yaml::parse(text, 0).root.unwrap();
        read(&root, Kind::Page.table(), known).1.into_iter().map(|f| f.kind).collect()
    }

    #[test]
    fn every_fault_of_a_record_is_reported() {
        let found = faults("tittel: x\ngranskad: 2026-02-30\nordning: många\nutskrift: kanske\nordning: 3\n");
        assert_eq!(found.len(), 5, "{found:?}");
    }

    #[test]
    fn yes_and_no_have_several_spellings() {
        assert!(faults("titel: x\nutskrift: true\n").is_empty());
        assert!(faults("titel: x\nutskrift: Nej\n").is_empty());
    }

    #[test]
    fn addresses_are_of_known_schemes() {
        assert!(is_web_address("https://www.digg.se/a?b=c#d"));
        for bad in
            ["javascript:alert(1)", "https://", "http://a@b/", "https://a b/", "ftp://a/", "//a/", "https://a/\"x"]
        {
            assert!(!is_web_address(bad), "{bad}");
        }
        assert!(is_site_address("/exempel/x/#y") && !is_site_address("//evil/") && !is_site_address("/a/../b/"));
    }
}
