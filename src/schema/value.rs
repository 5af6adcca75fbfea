//! Typed values of fields.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use super::{Field, Table, Type};
use crate::model::geography::KommunKod;
use crate::yaml::Span;

/// A value and where it stands in its file.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

/// What a field was read into; which variant a field has follows from its [`Type`].
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum Value {
    Text(String),
    YesNo(bool),
    /// `okänt`.
    Unknown,
    Integer(i64),
    Date(#[serde(with = "crate::parse::kept::date")] Date),
    PartialDate(PartialDate),
    /// The id of a vocabulary's value, a choice, a document, a field or a section, as it is spelled there.
    Id(String),
    Municipality(KommunKod),
    Numbers(Vec<Spanned<u32>>),
    Record(Record),
    List(Vec<Spanned<Value>>),
}

/// The fields of a document, or of a record inside one, that were given and could be read.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Record {
    fields: Vec<(&'static str, Spanned<Value>)>,
}

impl Record {
    /// A record of fields that were read before.
    pub(crate) fn of(fields: Vec<(&'static str, Spanned<Value>)>) -> Record {
        Record { fields }
    }

    /// An empty record with room for as many fields as will be read and no more: thousands of records are held at once.
    pub(super) fn with_room_for(count: usize) -> Record {
        Record { fields: Vec::with_capacity(count) }
    }

    pub(super) fn insert(&mut self, field: &'static Field, value: Spanned<Value>) {
        if self.get(field.key).is_none() {
            self.fields.push((field.key, value));
        }
    }

    /// The value of a field, by its key in the table.
    pub fn get(&self, key: &str) -> Option<&Spanned<Value>> {
        self.fields.iter().find(|(k, _)| *k == key).map(|(_, v)| v)
    }

    /// The fields that were given, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Spanned<Value>)> {
        self.fields.iter().map(|(k, v)| (*k, v))
    }

    /// A text, or an id where the field holds one.
    pub fn text(&self, key: &str) -> Option<&str> {
        match &self.get(key)?.value {
            Value::Text(text) | Value::Id(text) => Some(text),
            _ => None,
        }
    }

    /// `ja` as true; anything else, or nothing, as false.
    pub fn yes(&self, key: &str) -> bool {
        matches!(self.get(key), Some(Spanned { value: Value::YesNo(true), .. }))
    }

    /// `ja` or `nej`.
    pub fn yes_no(&self, key: &str) -> Option<bool> {
        match self.get(key)?.value {
            Value::YesNo(yes) => Some(yes),
            _ => None,
        }
    }

    /// A whole number.
    pub fn integer(&self, key: &str) -> Option<i64> {
        match self.get(key)?.value {
            Value::Integer(number) => Some(number),
            _ => None,
        }
    }

    /// A whole date.
    pub fn date(&self, key: &str) -> Option<Date> {
        match self.get(key)?.value {
            Value::Date(date) => Some(date),
            _ => None,
        }
    }

    /// A date as exactly as it is known.
    pub fn partial_date(&self, key: &str) -> Option<PartialDate> {
        match self.get(key)?.value {
            Value::PartialDate(date) => Some(date),
            _ => None,
        }
    }

    /// A record inside this one.
    pub fn record(&self, key: &str) -> Option<&Record> {
        match &self.get(key)?.value {
            Value::Record(record) => Some(record),
            _ => None,
        }
    }

    /// The members of a list; none where the field is not given.
    pub fn list(&self, key: &str) -> &[Spanned<Value>] {
        match self.get(key) {
            Some(Spanned { value: Value::List(items), .. }) => items,
            _ => &[],
        }
    }

    /// The members of a list of records.
    pub fn records(&self, key: &str) -> impl Iterator<Item = (&Record, &Span)> {
        self.list(key).iter().filter_map(|item| match &item.value {
            Value::Record(record) => Some((record, &item.span)),
            _ => None,
        })
    }

    /// The members of a list of texts or ids.
    pub fn texts(&self, key: &str) -> impl Iterator<Item = &str> {
        self.list(key).iter().filter_map(|item| match &item.value {
            Value::Text(text) | Value::Id(text) => Some(text.as_str()),
            _ => None,
        })
    }

    /// The numbers of sources, each with its place.
    pub fn numbers(&self, key: &str) -> &[Spanned<u32>] {
        match self.get(key) {
            Some(Spanned { value: Value::Numbers(numbers), .. }) => numbers,
            _ => &[],
        }
    }

    /// Calls `see` for every value with its field, records inside records included.
    pub fn walk(&self, table: &'static Table, see: &mut dyn FnMut(&'static Field, &Spanned<Value>)) {
        for (key, value) in self.iter() {
            if let Some(field) = table.fields.iter().find(|f| f.key == key) {
                walk_value(field, &field.ty, value, see);
            }
        }
    }
}

fn walk_value(
    field: &'static Field,
    ty: &'static Type,
    value: &Spanned<Value>,
    see: &mut dyn FnMut(&'static Field, &Spanned<Value>),
) {
    match (&value.value, ty) {
        (Value::List(items), Type::List(inner)) => items.iter().for_each(|item| walk_value(field, inner, item, see)),
        (Value::Record(record), Type::Record(table)) => {
            see(field, value);
            record.walk(table, see);
        }
        _ => see(field, value),
    }
}

/// A date known to the year, the month or the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct PartialDate {
    pub year: i16,
    pub month: Option<i8>,
    pub day: Option<i8>,
}

impl PartialDate {
    /// The first day that it can mean.
    pub fn first(self) -> Date {
        Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).unwrap_or(Date::ZERO)
    }

    /// The last day that it can mean.
    pub fn last(self) -> Date {
        match (self.month, self.day) {
            (Some(_), Some(_)) => self.first(),
            (Some(_), None) => self.first().last_of_month(),
            _ => self.first().last_of_year(),
        }
    }
}

impl FromStr for PartialDate {
    type Err = NoSuchDate;

    fn from_str(text: &str) -> Result<Self, NoSuchDate> {
        let mut parts = text.split('-');
        let mut part = |digits: usize| match parts.next() {
            None => Ok(None),
            Some(p) if p.len() == digits && p.bytes().all(|b| b.is_ascii_digit()) => {
                p.parse::<i16>().map(Some).map_err(|_| NoSuchDate)
            }
            Some(_) => Err(NoSuchDate),
        };
        let year = part(4)?.ok_or(NoSuchDate)?;
        let month = part(2)?.map(|m| m as i8);
        let day = part(2)?.map(|d| d as i8);
        if parts.next().is_some() || !(1800..=2200).contains(&year) {
            return Err(NoSuchDate);
        }
        Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).map_err(|_| NoSuchDate)?;
        Ok(PartialDate { year, month, day })
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// The text is not a day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchDate;

/// A whole date, `2026-11-22`.
///
/// # Errors
/// [`NoSuchDate`] for any other form, and for days that are not in the calendar.
pub fn whole_date(text: &str) -> Result<Date, NoSuchDate> {
    let date: PartialDate = text.parse()?;
    if date.day.is_some() { Ok(date.first()) } else { Err(NoSuchDate) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_that_cannot_be_are_refused() {
        for text in ["2026-02-30", "2026-13", "26-01-01", "2026-1-1", "2026-01-01-01", "", "idag", "-001", "٢٠٢٦"] {
            assert_eq!(text.parse::<PartialDate>(), Err(NoSuchDate), "{text}");
        }
        assert!(whole_date("2024-02-29").is_ok() && whole_date("2024-02").is_err());
    }

    #[test]
    fn a_partial_date_spans_what_it_can_mean() {
        let february: PartialDate = "2024-02".parse().unwrap();
        assert_eq!(february.last().to_string(), "2024-02-29");
        assert_eq!(february.to_string(), "2024-02");
    }
}
