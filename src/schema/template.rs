//! Field table → the file that `samverka new` writes: every field with its help and its allowed values as comments.

use std::fmt::Write;

use jiff::civil::Date;

use super::{Field, Kind, Need, Table, Type};
use crate::model::vocabulary::Vocabularies;

/// A new draft with a title. What is needed stands as an empty field, what may be left out as a comment.
pub fn document(kind: Kind, id: &str, title: &str, today: Date, vocabularies: &Vocabularies) -> String {
    let table = kind.table();
    let mut out = String::from("---\n");
    for field in table.fields {
        comment(&mut out, field, vocabularies);
        let value = match field.key {
            "id" => Some(quoted(id)),
            "titel" => Some(quoted(title)),
            "status" => Some("utkast".to_owned()),
            "granskad" | "datum" => Some(today.to_string()),
            _ => None,
        };
        match value {
            Some(value) => line(&mut out, field.key, &value),
            None if field.need == Need::Optional => {
                let _ = writeln!(out, "# {}:{}", field.key, specimen(&field.ty));
            }
            None => {
                let _ = writeln!(out, "{}:", field.key);
                if !specimen(&field.ty).is_empty() {
                    let _ = writeln!(out, "#   {}:{}", field.key, specimen(&field.ty));
                }
            }
        }
    }
    out.push_str("---\n");
    sections(&mut out, table);
    out
}

fn line(out: &mut String, key: &str, value: &str) {
    let _ = writeln!(out, "{key}: {value}");
}

/// A text that stays itself in YAML, whatever it holds.
fn quoted(text: &str) -> String {
    let plain = text.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '–' | '-' | ',' | '.' | '(' | ')' | '/'));
    let starts_well = text.starts_with(|c: char| c.is_alphabetic());
    let word = matches!(text.to_lowercase().as_str(), "ja" | "nej" | "true" | "false" | "null" | "yes" | "no");
    if plain && starts_well && !word {
        return text.to_owned();
    }
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            c if c.is_control() => quoted.push(' '),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

fn comment(out: &mut String, field: &Field, vocabularies: &Vocabularies) {
    let need = match field.need {
        Need::Always => "Behövs alltid.",
        Need::ToPublish => "Behövs för att publicera.",
        Need::GivenOrMissing | Need::GivenOrMissingUnless(_) => "Fyll i, eller skriv namnet i uppgift-saknas.",
        Need::Optional => "Får utelämnas.",
    };
    let _ = writeln!(out, "\n# {}: {} {need}", field.label, field.help);
    for (name, values) in values(&field.ty, vocabularies) {
        let of = if name.is_empty() { String::new() } else { format!(" för {name}") };
        let _ = writeln!(out, "# Tillåtna värden{of}: {}", values.join(", "));
    }
}

/// The allowed values of a field, and of the fields inside it: (key inside, values).
fn values(ty: &Type, vocabularies: &Vocabularies) -> Vec<(&'static str, Vec<String>)> {
    match ty {
        Type::List(inner) => values(inner, vocabularies),
        Type::YesNo => vec![("", vec!["ja".into(), "nej".into()])],
        Type::YesNoUnknown => vec![("", vec!["ja".into(), "nej".into(), "okänt".into()])],
        Type::Choice(choices) => vec![("", choices.iter().map(|(word, _)| (*word).to_owned()).collect())],
        Type::Term { vocabulary, unknown } => {
            let terms = vocabularies.get(vocabulary).map(|v| v.terms.as_slice()).unwrap_or_default();
            let ids = terms.iter().map(|term| term.id.clone());
            vec![("", ids.chain(unknown.then(|| "okänt".to_owned())).collect())]
        }
        Type::Record(table) => {
            let inner =
                table.fields.iter().flat_map(|f| values(&f.ty, vocabularies).into_iter().map(|(_, v)| (f.key, v)));
            inner.collect()
        }
        _ => Vec::new(),
    }
}

/// The form of a value, where it is not plain text.
fn specimen(ty: &Type) -> String {
    match ty {
        Type::List(Type::Record(table)) => format!(" [{{{}}}]", keys(table)),
        Type::Record(table) => format!(" {{{}}}", keys(table)),
        Type::List(_) => " []".into(),
        Type::Date | Type::DateOrNo => " 2026-11-22".into(),
        Type::PartialDate => " 2026-11".into(),
        Type::SiteAddress => " /exempel/namn/".into(),
        Type::WebAddress | Type::Address => " https://…".into(),
        Type::YesNo => " ja".into(),
        Type::Integer { .. } => " 10".into(),
        _ => String::new(),
    }
}

fn keys(table: &Table) -> String {
    let keys: Vec<String> = table.fields.iter().map(|f| format!("{}: …", f.key)).collect();
    keys.join(", ")
}

fn sections(out: &mut String, table: &Table) {
    for section in table.sections {
        let _ = writeln!(out, "\n## {}\n", section.title);
    }
    if table.sections.is_empty() {
        out.push_str("\nSkriv texten här. Rubriker börjar med två nummertecken.\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::source::{Content, File};

    /// What `new` writes must be what `check` accepts.
    #[test]
    fn every_template_is_a_faultless_draft() {
        let today = Date::constant(2026, 11, 22);
        for title in ["Torget i Umeå", "Torget: en väg in?", "\"Citat\" & <b>", "null", "\u{1f600} 2026"] {
            for kind in [Kind::Example, Kind::Fia, Kind::Experience, Kind::Page, Kind::News] {
                let text = document(kind, "prov", title, today, &Vocabularies::default());
                let path = format!("{}/prov.md", kind.folder());
                let settings = "titel: a\nbeskrivning: a\nadress: https://x.example/\nlage: demonstration\n\
                                avsandare: [a]\nansvarig: a\nkontakt: {funktion: a}\n";
                let file = |path: &str, text: &str| File { path: path.into(), content: Content::Text(text.into()) };
                let mut files = vec![file(&path, &text), file("webbplats.yaml", settings)];
                files.sort_by(|a, b| a.path.cmp(&b.path));
                let checked = crate::check::check(files, today);
                let own: Vec<String> = checked
                    .diagnostics
                    .iter()
                    .filter(|d| *d.place.path == *path)
                    .map(|d| crate::i18n::text(Language::En, &d.message))
                    .collect();
                assert!(own.is_empty(), "{own:#?}\n{text}");
            }
        }
    }
}
