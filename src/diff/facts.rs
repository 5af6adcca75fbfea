//! What changed in the fields of a file, each under the label of its field and with its values as a reader sees them.

use super::words::{Row, rows};
use crate::i18n::{Language, Message, text};
use crate::model::Site;
use crate::parse::Parsed;
use crate::schema::{Kind, Record, Table, Type, Value};

/// A field whose value is not what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactChange {
    pub label: String,
    pub rows: Vec<Row>,
}

/// Values in words: of one of the two sites.
pub(super) struct Reader<'a> {
    pub site: &'a Site,
    pub language: Language,
    /// Keeps what must not be shown out of every text.
    pub hide: &'a dyn Fn(&str) -> String,
}

/// The fields that differ. The id follows from the file's name, which is told by itself.
pub(super) fn changes(
    kind: Kind,
    before: Option<(&Parsed, &Reader<'_>)>,
    after: Option<(&Parsed, &Reader<'_>)>,
) -> Vec<FactChange> {
    if kind.is_list() {
        let all = |side: Option<(&Parsed, &Reader<'_>)>| {
            let records = side.map(|(parsed, reader)| parsed.records.iter().map(|r| reader.record(r, kind.table())));
            records.map(Iterator::collect).unwrap_or_default()
        };
        let (old, new): (Vec<String>, Vec<String>) = (all(before), all(after));
        let rows = rows(&old, &new);
        return if rows.is_empty() { Vec::new() } else { vec![FactChange { label: String::new(), rows }] };
    }
    let fields = kind.table().fields.iter().filter(|field| field.key != "id");
    let changes = fields.filter_map(|field| {
        let lines = |side: Option<(&Parsed, &Reader<'_>)>| {
            let value = side.and_then(|(parsed, reader)| Some((&parsed.record().get(field.key)?.value, reader)));
            value.map(|(value, reader)| reader.lines(&field.ty, value, kind.table())).unwrap_or_default()
        };
        let rows = rows(&lines(before), &lines(after));
        (!rows.is_empty()).then(|| FactChange { label: field.label.to_owned(), rows })
    });
    changes.collect()
}

impl Reader<'_> {
    /// One line for each member of a list; one for any other value.
    fn lines(&self, ty: &Type, value: &Value, table: &Table) -> Vec<String> {
        match (ty, value) {
            (Type::List(inner), Value::List(items)) => {
                items.iter().map(|item| (self.hide)(&self.value(inner, &item.value, table))).collect()
            }
            _ => vec![(self.hide)(&self.value(ty, value, table))],
        }
    }

    /// `Part: Socialtjänsten; Lokalt namn: …`
    fn record(&self, record: &Record, table: &Table) -> String {
        let fields = table.fields.iter().filter_map(|field| {
            let value = &record.get(field.key)?.value;
            Some(format!("{}: {}", field.label, self.value(&field.ty, value, table)))
        });
        (self.hide)(&fields.collect::<Vec<_>>().join("; "))
    }

    fn value(&self, ty: &Type, value: &Value, table: &Table) -> String {
        let word = |id| text(self.language, &Message::new(id));
        match (ty, value) {
            (Type::List(inner), Value::List(items)) => {
                items.iter().map(|item| self.value(inner, &item.value, table)).collect::<Vec<_>>().join(", ")
            }
            (Type::Record(inner), Value::Record(record)) => self.record(record, inner),
            (Type::Term { vocabulary, .. }, Value::Id(id)) => self.site.vocabularies.name(vocabulary, id).to_owned(),
            (Type::FieldName, Value::Id(key)) => {
                let field = table.field(key).map(|field| field.label);
                field.or_else(|| table.section(key).map(|section| section.title)).unwrap_or(key).to_owned()
            }
            (Type::Reference(kind), Value::Id(id)) => {
                let found = self.site.of_kind(*kind).find(|document| document.id == *id);
                found.map_or_else(|| id.clone(), |document| document.title.clone())
            }
            (_, Value::Municipality(code)) => {
                self.site.geography.get(*code).map_or_else(|| code.to_string(), |found| found.name.clone())
            }
            (_, Value::Text(text) | Value::Id(text)) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            (_, Value::YesNo(true)) => word("andring-ja"),
            (_, Value::YesNo(false)) => word("andring-nej"),
            (_, Value::Unknown) => word("andring-okant"),
            (_, Value::Integer(number)) => number.to_string(),
            (_, Value::Date(date)) => date.to_string(),
            (_, Value::PartialDate(date)) => date.to_string(),
            (_, Value::Numbers(numbers)) => {
                numbers.iter().map(|number| number.value.to_string()).collect::<Vec<_>>().join(", ")
            }
            (_, Value::Record(_) | Value::List(_)) => String::new(),
        }
    }
}
