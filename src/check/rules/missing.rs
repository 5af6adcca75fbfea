use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::parse::{Parsed, Status};
use crate::schema::{FaultKind, Need, Record, Table};
use crate::words::slug;

rule! {
    /// # En uppgift saknas
    ///
    /// Fältet eller avsnittet behövs för att sidan ska kunna publiceras. Läsaren ska få veta det, eller få veta att
    /// källorna inte säger något om det.
    ///
    /// Fel: `malgrupper:` är tomt.
    ///
    /// Rätt: fyll i uppgiften. Säger källorna inget, skriv fältets namn i `uppgift-saknas`. Några få uppgifter behövs
    /// alltid: titel, sammanfattning, parter, relation, underlag, källor och avsnittet Arbetssätt. Är sidan inte klar,
    /// skriv `status: utkast`.
    "saknad-uppgift", Error, [Check::Field(field), Check::Document(document)]
}

fn field(fault: &FaultKind) -> Option<Message> {
    match fault {
        FaultKind::Missing { key, label } => {
            Some(Message::new("saknad-uppgift-alltid").with("nyckel", *key).with("namn", *label))
        }
        _ => None,
    }
}

fn document(parsed: &Parsed, report: &mut Report<'_>) {
    if !parsed.kind.has_body() || !parsed.is_read() {
        return;
    }
    let record = parsed.record();
    if parsed.status() == Status::Withdrawn && record.get("avpublicerad").is_none() {
        report.at(status_span(parsed), Message::new("saknad-uppgift-skal"));
    }
    if parsed.status() != Status::Published {
        return;
    }
    let table = parsed.kind.table();
    let missing: Vec<&str> = record.texts("uppgift-saknas").collect();
    for field in table.fields {
        if table.section(field.key).is_some() {
            continue;
        }
        let message = message(field.need, record).map(|id| Message::new(id).with("namn", field.label));
        if let Some(message) = message
            && !given(parsed, table, field.key)
            && !tolerated(field.need, &missing, field.key)
            && !is_meant(parsed, field.key)
        {
            report.at(place(parsed, field.key), message.with("nyckel", field.key));
        }
    }
    for section in table.sections {
        if let Some(id) = message(section.need, record)
            && !given(parsed, table, section.id)
            && !tolerated(section.need, &missing, section.id)
        {
            let message = Message::new(id).with("namn", section.title).with("nyckel", section.id);
            report.at(place(parsed, section.id), message);
        }
    }
    nested(parsed, report);
}

fn message(need: Need, record: &Record) -> Option<&'static str> {
    match need {
        Need::ToPublish => Some("saknad-uppgift-publicera"),
        Need::GivenOrMissing => Some("saknad-uppgift"),
        Need::GivenOrMissingUnless(other) if !is_said(record, other) => Some("saknad-uppgift"),
        _ => None,
    }
}

/// Whether another field makes up for this one: it is given, and does not say no.
fn is_said(record: &Record, key: &str) -> bool {
    record.get(key).is_some() && record.yes_no(key) != Some(false)
}

fn tolerated(need: Need, missing: &[&str], key: &str) -> bool {
    need != Need::ToPublish && missing.contains(&key)
}

/// Whether the field stands there misspelled, which is a fault of its own.
fn is_meant(parsed: &Parsed, key: &str) -> bool {
    parsed.faults.iter().any(|fault| match &fault.kind {
        FaultKind::UnknownKey { nearest, .. } => nearest.first() == Some(&key),
        _ => false,
    })
}

/// Whether the field has something, readable or not (what cannot be read has its own fault), or the section has text.
pub(super) fn given(parsed: &Parsed, table: &Table, key: &str) -> bool {
    let in_field = || parsed.written(key).is_some_and(|written| !written.is_empty);
    let in_section =
        || table.section(key).is_some() && parsed.body.sections.iter().any(|s| slug(&s.title) == key && !s.empty);
    in_field() || in_section()
}

/// The empty field's own line, else its heading, else the status that asks for it.
fn place(parsed: &Parsed, key: &str) -> crate::yaml::Span {
    if let Some(written) = parsed.written(key) {
        return written.key_span.clone();
    }
    match parsed.body.sections.iter().find(|s| slug(&s.title) == key) {
        Some(section) => section.heading.clone(),
        None => status_span(parsed),
    }
}

fn status_span(parsed: &Parsed) -> crate::yaml::Span {
    parsed.record().get("status").map_or(0..0, |status| status.span.clone())
}

/// What the rows of published lists need.
fn nested(parsed: &Parsed, report: &mut Report<'_>) {
    parsed.record().walk(parsed.kind.table(), &mut |field, value| {
        let (crate::schema::Value::Record(record), Some(table)) = (&value.value, record_table(&field.ty)) else {
            return;
        };
        for inner in table.fields.iter().filter(|f| f.need == Need::ToPublish && record.get(f.key).is_none()) {
            let message = Message::new("saknad-uppgift-rad").with("nyckel", inner.key).with("lista", field.key);
            report.at(value.span.clone(), message);
        }
    });
}

fn record_table(ty: &'static crate::schema::Type) -> Option<&'static Table> {
    match ty {
        crate::schema::Type::Record(table) => Some(table),
        crate::schema::Type::List(inner) => record_table(inner),
        _ => None,
    }
}
