//! Which fields are asked for in which question, and what of their tables a person sees.

use tera::Value;

use super::super::context::map;
use super::super::example::label;
use super::super::wording::Wording;
use crate::model::Site;
use crate::schema::{Field, Kind, Need, Table, Type};

/// One question, on a page of its own.
pub(super) struct Step {
    /// In the address: `#fraga-titel`.
    id: &'static str,
    question: &'static str,
    fields: &'static [Asked],
}

/// A field of an example, a field of a record in it (`period.fran`), or a section of its text.
enum Asked {
    Field(&'static str),
    Section(&'static str),
}

use Asked::{Field as F, Section as S};

/// The questions, in the order in which a person would tell it. What is not asked is the editors' to find out.
pub(super) const STEPS: [Step; 14] = [
    step("titel", "suggest-ask-title", &[F("titel"), F("sammanfattning")]),
    step("kommuner", "suggest-ask-where", &[F("kommuner"), F("kommuner-ofullstandig"), F("nationellt")]),
    step("parter", "suggest-ask-who", &[F("parter")]),
    step("former", "suggest-ask-form", &[F("former"), F("niva")]),
    step("malgrupper", "suggest-ask-target", &[F("malgrupper"), F("malgrupp-text")]),
    step("syften", "suggest-ask-purpose", &[F("syften")]),
    step("arbetssatt", "suggest-ask-how", &[S("arbetssatt"), S("bakgrund")]),
    step("rutiner", "suggest-ask-agreed", &[F("overenskommelse.skriftlig"), S("rutiner")]),
    step("period", "suggest-ask-when", &[F("period.fran"), F("period.till"), F("verksamhetslage")]),
    step("resultat", "suggest-ask-results", &[S("resultat")]),
    step("lardomar", "suggest-ask-lessons", &[S("framgangsfaktorer"), S("hinder-och-lardomar")]),
    step(
        "erfarenheter",
        "suggest-ask-experience",
        &[S("kommunens-erfarenheter"), S("arbetsformedlingens-erfarenheter")],
    ),
    step("kallor", "suggest-ask-sources", &[F("underlag"), F("kallor")]),
    step("kontakt", "suggest-ask-contact", &[F("kontakt.funktion"), F("kontakt.e-post"), F("kontakt.telefon")]),
];

const fn step(id: &'static str, question: &'static str, fields: &'static [Asked]) -> Step {
    Step { id, question, fields }
}

/// Where the table's help is about the file, which the person who answers does not see.
const OWN_HELP: [(&str, &str); 2] = [("titel", "suggest-help-title"), ("kommuner", "suggest-help-municipalities")];

/// From how many characters a text has more than one line.
const ONE_LINE: usize = 200;

/// Makes values for the templates.
pub(super) struct Asker<'a> {
    pub words: &'a Wording,
    pub site: &'a Site,
}

impl Asker<'_> {
    /// The questions with what is asked in each.
    pub fn steps(&self) -> Value {
        let steps = STEPS.iter().enumerate().map(|(index, step)| {
            let mut fields = Vec::new();
            for (place, asked) in step.fields.iter().enumerate() {
                fields.push(self.asked(asked));
                // After the last part of a record, so that it stands for all of them.
                let is_last = step.fields.get(place + 1).is_none_or(|next| top(next) != top(asked));
                if is_last && let Some(missing) = self.missing(asked) {
                    fields.push(missing);
                }
            }
            let title = self.words.get(step.question);
            map! { id: step.id, number: index + 1, title: title, fields: fields }
        });
        steps.collect::<Vec<_>>().into()
    }

    /// The fields of a source and the local name of a party, which are asked for each of several.
    pub fn parts(&self) -> Value {
        let part = |field: &str, keys: &[&str]| {
            let table = record_of(field);
            let fields =
                keys.iter().filter_map(|key| table?.field(key)).map(|field| self.field(field.key, field, None));
            fields.collect::<Vec<_>>()
        };
        map! {
            source: part("kallor", &["titel", "utgivare", "ar", "adress"]),
            local: part("parter", &["lokalt-namn"]).pop(),
        }
    }

    fn asked(&self, asked: &Asked) -> Value {
        match asked {
            S(id) => {
                let section = Kind::Example.table().section(id);
                let (title, help, need) = section.map_or((*id, "", Need::Optional), |s| (s.title, s.help, s.need));
                map! {
                    path: *id,
                    id: format!("avsnitt_{id}"),
                    kind: "long",
                    section: title,
                    label: label(self.words, id),
                    help: help,
                    required: need == Need::ToPublish,
                }
            }
            F(path) => match find(path) {
                Some(field) => self.field(path, field, OWN_HELP.iter().find(|(key, _)| key == path).map(|(_, id)| *id)),
                None => Value::none(),
            },
        }
    }

    /// A field of an example or of a record; `help` are the words in place of the table's.
    fn field(&self, path: &str, field: &'static Field, help: Option<&'static str>) -> Value {
        let inner = match field.ty {
            Type::List(inner) => inner,
            ref other => other,
        };
        let is_list = matches!(field.ty, Type::List(_));
        let (kind, options) = match inner {
            Type::Text { max: Some(max) } if *max <= ONE_LINE || field.key == "titel" => ("line", Value::none()),
            Type::Text { .. } => ("long", Value::none()),
            Type::PartialDate => ("date", Value::none()),
            Type::Integer { .. } => ("year", Value::none()),
            Type::WebAddress => ("web", Value::none()),
            Type::Email => ("email", Value::none()),
            Type::YesNo => ("check", Value::none()),
            Type::YesNoUnknown => ("radios", self.yes_no_unknown()),
            Type::Municipality => ("municipalities", Value::none()),
            Type::Term { vocabulary, unknown } => {
                let mut options = self.terms(vocabulary);
                if *unknown {
                    options.push(map! { id: "okänt", name: self.words.get("unknown"), help: Value::none() });
                }
                (if is_list { "checks" } else { "radios" }, options.into())
            }
            Type::Record(table) if table.field("part").is_some() => ("parties", self.options("parter")),
            Type::Record(_) => ("sources", Value::none()),
            _ => ("line", Value::none()),
        };
        let max = match inner {
            Type::Text { max } => *max,
            _ => None,
        };
        // What the table says about `ja` and `nej` is for those who write the file by hand.
        let help = (!matches!(inner, Type::YesNo | Type::YesNoUnknown)).then(|| match help {
            Some(id) => self.words.get(id).to_owned(),
            None => quoted(field.help),
        });
        let top_label = Kind::Example.table().field(path).map(|field| label(self.words, field.key));
        map! {
            path: path,
            id: path.replace('.', "_"),
            kind: kind,
            section: Value::none(),
            label: top_label.unwrap_or(field.label),
            help: help,
            max: max,
            // What a record needs, it needs only when there is a record.
            required: !path.contains('.') && matches!(field.need, Need::Always | Need::ToPublish),
            options: options,
        }
    }

    /// The box that says that there is nothing to tell, where check would be content with that.
    fn missing(&self, asked: &Asked) -> Option<Value> {
        let (key, need, is_unknown) = match asked {
            S(id) => (*id, Kind::Example.table().section(id)?.need, false),
            F(path) => {
                let field = Kind::Example.table().field(top(asked))?;
                (field.key, field.need, may_be_unknown(&find(path)?.ty))
            }
        };
        let is_tolerated = matches!(need, Need::GivenOrMissing | Need::GivenOrMissingUnless(_)) && !is_unknown;
        let label = || self.words.with("suggest-nothing", &[("label", label(self.words, key))]);
        is_tolerated.then(|| map! { path: key, id: format!("saknas_{key}"), kind: "missing", label: label() })
    }

    /// The values of a vocabulary.
    pub fn options(&self, vocabulary: &str) -> Value {
        self.terms(vocabulary).into()
    }

    fn terms(&self, vocabulary: &str) -> Vec<Value> {
        let terms = self.site.vocabularies.get(vocabulary).map(|v| v.terms.as_slice()).unwrap_or_default().iter();
        let terms =
            terms.map(|term| map! { id: term.id.as_str(), name: term.name.as_str(), help: term.description.as_str() });
        terms.collect()
    }

    fn yes_no_unknown(&self) -> Value {
        let choices = [("ja", "suggest-yes"), ("nej", "suggest-no"), ("okänt", "unknown")];
        choices.map(|(id, word)| map! { id: id, name: self.words.get(word), help: Value::none() }).to_vec().into()
    }
}

/// The key in the table of examples.
fn top(asked: &Asked) -> &'static str {
    match asked {
        S(id) => id,
        F(path) => path.split('.').next().unwrap_or(path),
    }
}

/// A field by its path.
fn find(path: &str) -> Option<&'static Field> {
    match path.split_once('.') {
        Some((record, key)) => record_of(record)?.field(key),
        None => Kind::Example.table().field(path),
    }
}

fn record_of(key: &str) -> Option<&'static Table> {
    fn table(ty: &'static Type) -> Option<&'static Table> {
        match ty {
            Type::Record(table) => Some(table),
            Type::List(inner) => table(inner),
            _ => None,
        }
    }
    table(&Kind::Example.table().field(key)?.ty)
}

fn may_be_unknown(ty: &Type) -> bool {
    match ty {
        Type::List(inner) => may_be_unknown(inner),
        Type::Term { unknown, .. } => *unknown,
        Type::YesNoUnknown => true,
        _ => false,
    }
}

/// Help as a person reads it who does not write YAML: what stands as code there stands in quotation marks here.
fn quoted(help: &str) -> String {
    help.replace('`', "”")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_asked_is_in_the_table() {
        let table = Kind::Example.table();
        for asked in STEPS.iter().flat_map(|step| step.fields) {
            match asked {
                S(id) => assert!(table.section(id).is_some(), "{id}"),
                F(path) => assert!(find(path).is_some(), "{path}"),
            }
        }
    }

    /// What check needs before an example may be published, and what only the editors know.
    #[test]
    fn everything_that_is_needed_to_publish_is_asked_or_is_the_editors() {
        let editors = ["id", "relation", "status", "granskad", "ansvar", "bekraftad"];
        let table = Kind::Example.table();
        let asked: Vec<&str> = STEPS.iter().flat_map(|step| step.fields).map(top).collect();
        for field in table.fields.iter().filter(|field| field.need != Need::Optional) {
            assert!(asked.contains(&field.key) || editors.contains(&field.key), "{}", field.key);
        }
        for section in table.sections {
            assert!(asked.contains(&section.id), "{}", section.id);
        }
    }
}
