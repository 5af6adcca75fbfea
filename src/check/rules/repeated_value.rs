use std::borrow::Cow;
use std::collections::HashSet;

use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::parse::Parsed;
use crate::schema::{Record, Value};

rule! {
    /// # Samma värde två gånger
    ///
    /// En lista har samma värde två gånger. Läsaren skulle se det två gånger, och ofta var något annat tänkt.
    ///
    /// Fel: `malgrupper: [unga, unga]`
    ///
    /// Rätt: `malgrupper: [unga]`
    "upprepat-varde", Error, [Check::Document(check)]
}

fn check(parsed: &Parsed, report: &mut Report<'_>) {
    parsed.records.iter().for_each(|record| in_record(record, report));
}

fn in_record(record: &Record, report: &mut Report<'_>) {
    for (key, field) in record.iter() {
        match &field.value {
            // Two former addresses that are the same have a fault already.
            Value::List(_) if key == "tidigare-adresser" => {}
            // Records tell themselves apart by their numbers or ids.
            Value::List(items) => {
                let mut seen = HashSet::new();
                for item in items {
                    match &item.value {
                        Value::Record(record) => in_record(record, report),
                        value if word(value).is_some_and(|word| !seen.insert(word)) => {
                            report.at(item.span.clone(), Message::new("upprepat-varde").with("nyckel", key));
                        }
                        _ => {}
                    }
                }
            }
            Value::Numbers(numbers) => {
                let mut seen = HashSet::new();
                for number in numbers {
                    if !seen.insert(number.value) {
                        report.at(number.span.clone(), Message::new("upprepat-varde").with("nyckel", key));
                    }
                }
            }
            Value::Record(record) => in_record(record, report),
            _ => {}
        }
    }
}

/// What tells the values of one list apart; none for those that no list has.
fn word(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::Text(text) | Value::Id(text) => Some(text.as_str().into()),
        Value::Municipality(code) => Some(code.to_string().into()),
        Value::Unknown => Some("okänt".into()),
        _ => None,
    }
}
