//! `/redigera/falt/`: every field that an editor fills in, with a good and a poor example. All of it from the field tables
//! and the vocabularies, in Swedish as they are.

use tera::Value;

use super::context::{Frame, View, map};
use super::wording::Wording;
use super::{Html, RenderError, Renderer, Speech};
use crate::check::Rule;
use crate::model::address;
use crate::model::routes::Route;
use crate::schema::{Kind, Need, Sample, TEXT_SAMPLE, Table, Type};
use crate::yaml::{self, Content, Node};

/// The theme's file for these pages alone.
const STYLE: &str = "falt.css";

/// The words for the heading of a kind's page.
pub(super) fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::Example => "fields-example",
        Kind::News => "fields-news",
        Kind::Page => "fields-page",
        Kind::Fia => "fields-fia",
        _ => "fields-experience",
    }
}

/// What stands in a table of the page: a field, a section, or the text of a kind with neither.
struct Entry<'t> {
    /// The field's place in the tables, `parter.part`.
    id: String,
    label: &'t str,
    help: &'t str,
    need: Need,
    ty: &'static Type,
    sample: &'static Sample,
    is_inner: bool,
}

impl Renderer<'_> {
    /// The kinds of document.
    pub(super) fn field_guides(&self, speech: &Speech, route: &Route) -> Result<View, RenderError> {
        let words = &speech.wording;
        let frame = Frame::new(route, words.get("fields")).describe(words.get("fields-description")).hide();
        let mut context = self.frame(speech, self.below_guide(frame));
        let guides = Kind::WRITTEN.map(|kind| {
            let count = words.count("fields-count", entries(words, kind).len());
            map! { title: words.get(title(kind)), href: self.base.page(&address::field_guide(kind)), summary: count }
        });
        context.insert_value("guides", guides.to_vec().into());
        context.insert_value("fields", Vec::<Value>::new().into());
        context.insert_value("contents", Value::none());
        context.insert_value("style", self.asset_href(STYLE).into());
        Ok(View { template: "fields.html", context })
    }

    /// One kind's fields.
    pub(super) fn field_guide(&self, speech: &Speech, route: &Route, kind: Kind) -> Result<View, RenderError> {
        let words = &speech.wording;
        let frame = Frame::new(route, words.get(title(kind))).describe(words.get("fields-lead")).hide();
        let frame = self.below_guide(frame).below(words.get("fields"), address::FIELD_GUIDES);
        let mut context = self.frame(speech, frame);
        let entries = entries(words, kind);
        let outer = entries.iter().filter(|entry| !entry.is_inner);
        let contents = outer.map(|entry| map! { href: format!("#{}", anchor(entry)), title: entry.label });
        context.insert_value("contents", contents.collect::<Vec<_>>().into());
        let fields = entries.iter().map(|entry| self.field_entry(words, entry));
        context.insert_value("fields", fields.collect::<Vec<_>>().into());
        context.insert_value("guides", Vec::<Value>::new().into());
        context.insert_value("style", self.asset_href(STYLE).into());
        Ok(View { template: "fields.html", context })
    }

    /// The guide is a page that an editor wrote; a site may have none.
    pub(super) fn below_guide<'p>(&self, frame: Frame<'p>) -> Frame<'p> {
        match self.introduction_of(address::EDITORS) {
            Some(guide) => frame.below(guide.title.as_str(), address::EDITORS),
            None => frame,
        }
    }

    fn field_entry(&self, words: &Wording, entry: &Entry<'_>) -> Value {
        let sample = entry.sample;
        let rule = sample.rule.and_then(Rule::with_id);
        map! {
            id: anchor(entry),
            label: entry.label,
            is_inner: entry.is_inner,
            help: with_code(entry.help),
            need: words.get(need(entry.need)),
            kind: self.kind_of(words, entry.ty),
            values: self.values(words, entry.ty),
            good: self.shown(entry.ty, sample.good),
            poor: self.shown(entry.ty, sample.poor),
            why: sample.why,
            rule: rule.map(|rule| rule.title()),
            rule_href: rule.map(|rule| self.base.page(&address::rule(rule.id))),
        }
    }

    /// What may be written, in a few words.
    fn kind_of(&self, words: &Wording, ty: &Type) -> String {
        let id = match ty {
            Type::Text { max: Some(max) } => return words.with("fields-text-max", &[("max", &max.to_string())]),
            Type::List(Type::Record(_)) => "fields-records",
            Type::List(inner) => {
                return format!("{} {}", self.kind_of(words, inner), words.get("fields-several"));
            }
            Type::Municipality => {
                return words.count("fields-municipality", self.site.geography.municipalities.len());
            }
            Type::Text { max: None } => "fields-text",
            Type::Id => "fields-id",
            Type::Integer { .. } => "fields-integer",
            Type::Date => "fields-date",
            Type::PartialDate => "fields-partial-date",
            Type::DateOrNo => "fields-date-or-no",
            Type::YesNo | Type::YesNoUnknown | Type::Term { .. } | Type::Choice(_) | Type::FieldName => "fields-choice",
            Type::Reference(_) => "fields-reference",
            Type::Sources => "fields-sources",
            Type::WebAddress => "fields-web-address",
            Type::SiteAddress => "fields-site-address",
            Type::Address => "fields-address",
            Type::Email => "fields-email",
            Type::Record(_) => "fields-record",
        };
        words.get(id).to_owned()
    }

    /// The allowed values, as the form shows them, with what each means where that is written.
    fn values(&self, words: &Wording, ty: &Type) -> Vec<Value> {
        let value = |name: &str, meaning: &str| map! { name: name, meaning: meaning };
        let plain = |ids: &[&'static str]| ids.iter().map(|id| value(words.get(id), "")).collect();
        match ty {
            Type::List(inner) => self.values(words, inner),
            Type::YesNo => plain(&["fields-yes", "fields-no"]),
            Type::YesNoUnknown => plain(&["fields-yes", "fields-no", "fields-unknown"]),
            Type::Choice(choices) => choices.iter().map(|(word, meaning)| value(word, meaning)).collect(),
            Type::Term { vocabulary, unknown } => {
                let terms = self.site.vocabularies.get(vocabulary).map(|v| v.terms.as_slice()).unwrap_or_default();
                let terms = terms.iter().map(|term| value(&term.name, &term.description));
                terms.chain(unknown.then(|| value(words.get("fields-unknown"), ""))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// A sample as the form shows it: names for ids, and a line for each row of a list.
    fn shown(&self, ty: &Type, sample: &str) -> String {
        if matches!(ty, Type::Text { .. }) {
            return sample.to_owned();
        }
        yaml::parse(sample, 0).root.map_or_else(|| sample.to_owned(), |node| self.said(ty, &node))
    }

    fn said(&self, ty: &Type, node: &Node) -> String {
        match (ty, &node.content) {
            (Type::List(inner), Content::List(items)) => {
                let between = if matches!(inner, Type::Record(_)) { "\n" } else { ", " };
                items.iter().map(|item| self.said(inner, item)).collect::<Vec<_>>().join(between)
            }
            (Type::Record(table), Content::Map(entries)) => {
                let said = entries.iter().filter_map(|entry| {
                    let field = table.field(&entry.key)?;
                    Some(format!("{}: {}", field.label, self.said(&field.ty, &entry.value)))
                });
                said.collect::<Vec<_>>().join(" · ")
            }
            (Type::Term { vocabulary, .. }, Content::Scalar(id)) => {
                let term = self.site.vocabularies.get(vocabulary).and_then(|known| known.term(id));
                term.map_or(id, |term| &term.name).clone()
            }
            (Type::FieldName, Content::Scalar(key)) => {
                Kind::Example.table().field(key).map_or(key.as_str(), |field| field.label).to_owned()
            }
            (_, Content::Scalar(text)) => text.clone(),
            // `[1]` where one number is meant: as it was written.
            (_, Content::List(items)) => {
                let items: Vec<&str> = items.iter().filter_map(Node::text).collect();
                format!("[{}]", items.join(", "))
            }
            _ => String::new(),
        }
    }
}

/// Every field and section of a kind, those of a record after it.
fn entries(words: &Wording, kind: Kind) -> Vec<Entry<'_>> {
    static FREE: Type = Type::Text { max: None };
    let table = kind.table();
    let mut entries = Vec::new();
    add(&mut entries, table, "");
    entries.extend(table.sections.iter().map(|section| Entry {
        id: format!("avsnitt.{}", section.id),
        label: section.title,
        help: section.help,
        need: section.need,
        ty: &FREE,
        sample: &section.sample,
        is_inner: false,
    }));
    if table.sections.is_empty() {
        let (label, help) = (words.get("fields-body"), words.get("fields-body-help"));
        let (id, need) = ("text".to_owned(), Need::Optional);
        entries.push(Entry { id, label, help, need, ty: &FREE, sample: &TEXT_SAMPLE, is_inner: false });
    }
    entries
}

fn add<'t>(entries: &mut Vec<Entry<'t>>, table: &'static Table, above: &str) {
    for field in table.fields {
        let Some(sample) = &field.sample else { continue };
        let id = format!("{above}{}", field.key);
        if let Type::Record(inner) | Type::List(Type::Record(inner)) = &field.ty {
            entries.push(entry(field, id.clone(), sample, !above.is_empty()));
            add(entries, inner, &format!("{id}."));
        } else {
            entries.push(entry(field, id, sample, !above.is_empty()));
        }
    }
}

fn entry<'t>(field: &'static crate::schema::Field, id: String, sample: &'static Sample, is_inner: bool) -> Entry<'t> {
    Entry { id, label: field.label, help: field.help, need: field.need, ty: &field.ty, sample, is_inner }
}

/// The place on the page. Ids of the page itself have no underscore followed by these.
fn anchor(entry: &Entry<'_>) -> String {
    format!("falt_{}", entry.id.replace('.', "_"))
}

fn need(need: Need) -> &'static str {
    match need {
        Need::Always => "fields-need-always",
        Need::ToPublish => "fields-need-to-publish",
        Need::GivenOrMissing | Need::GivenOrMissingUnless(_) => "fields-need-or-missing",
        Need::Optional => "fields-need-optional",
    }
}

/// Words between backticks as code.
fn with_code(text: &str) -> Html {
    let parts = text.split('`').enumerate().map(|(at, part)| match at % 2 {
        0 => Html::text(part),
        _ => Html::element("code", &[], Html::text(part)),
    });
    Html::join(parts)
}

#[cfg(test)]
mod tests {
    use super::super::tests::page;
    use super::*;

    #[test]
    fn every_kind_has_a_page_with_each_field_and_both_samples() {
        let list = page(address::FIELD_GUIDES);
        for kind in Kind::WRITTEN {
            let address = address::field_guide(kind);
            assert!(list.contains(&format!("href=\"{address}\"")), "{address}");
            let html = page(&address);
            assert!(html.contains("noindex"));
            for field in kind.table().fields {
                assert!(html.contains(&format!("id=\"falt_{}\"", field.key)), "{kind:?} {}", field.key);
                if let Type::Record(inner) | Type::List(Type::Record(inner)) = &field.ty {
                    for one in inner.fields {
                        assert!(html.contains(&format!("id=\"falt_{}_{}\"", field.key, one.key)), "{}", one.key);
                    }
                }
            }
            for section in kind.table().sections {
                assert!(html.contains(section.sample.why), "{}", section.id);
            }
        }
    }

    #[test]
    fn a_sample_is_shown_as_the_form_shows_it_and_a_rule_is_linked() {
        let html = page(&address::field_guide(Kind::Example));
        let of = |id: &str| {
            let from = html.find(&format!("id=\"falt_{id}\"")).unwrap();
            html[from..].split("<h2").next().unwrap().split("<h3").next().unwrap().to_owned()
        };
        assert!(of("titel").contains("Torget: en väg in för unga"));
        assert!(of("kommuner").contains("Umeå, Vännäs") && of("kommuner").contains("/redigera/regler/okand-kommun/"));
        assert!(of("uppgift-saknas").contains("Period") && of("kallor_nr").contains("[1]"));
        assert!(of("syften-grund").contains("läs") || !of("syften-grund").contains("/redigera/regler/"));
    }
}
