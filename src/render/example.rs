//! An example as a briefing: facts, who does what, the sections, results, what is missing, sources.

use tera::Value;

use super::context::{Frame, View, free_id, is_nearby, joined, map};
use super::{RenderError, Renderer, Speech, wording::Wording};
use crate::i18n::Language;
use crate::model::address;
use crate::model::document::{Answer, Confirmed, Document, Example, Known};
use crate::model::routes::Route;
use crate::schema::Kind;
use crate::words::slug;

/// From how many entries a page has a table of contents.
const CONTENTS_FROM: usize = 3;
/// Sections that stand side by side where there is room.
pub(crate) const EXPERIENCES: [&str; 2] = ["kommunens-erfarenheter", "arbetsformedlingens-erfarenheter"];

/// The parts of an example's page, as template values.
pub(super) struct ExampleParts {
    pub facts: Vec<Value>,
    pub blocks: Vec<Value>,
    pub contents: Value,
    pub missing: Vec<Value>,
    pub part_of: Value,
    pub parts: Vec<Value>,
    pub related: Value,
}

impl Renderer<'_> {
    pub(super) fn example(&self, speech: &Speech, route: &Route, document: &Document) -> Result<View, RenderError> {
        let words = &speech.wording;
        let nothing = Example::default();
        let example = document.example.as_deref().unwrap_or(&nothing);
        let frame = Frame::new(route, document.title.as_str())
            .below(self.heading(words, address::EXAMPLES, "examples"), address::EXAMPLES)
            .of(Some(document));
        let mut context = self.frame(speech, frame);
        let parts = self.example_parts(speech, document, example);
        let mut insert = |key: &'static str, value: Value| context.insert_value(key, value);
        insert("summary", document.summary.as_deref().into());
        insert("nearby", is_nearby(document).into());
        insert("place", self.places(words, document).into());
        insert("facts", parts.facts.into());
        insert("blocks", parts.blocks.into());
        insert("contents", parts.contents);
        insert("missing", parts.missing.into());
        insert("contribute", self.link_to("/bidra/").into());
        insert("part_of", parts.part_of);
        insert("parts", parts.parts.into());
        insert("compare", self.compare_with(document, &parts.related).into());
        insert("related", parts.related);
        Ok(View { template: "example.html", context })
    }

    /// What the page of an example consists of, part for part.
    pub(super) fn example_parts(&self, speech: &Speech, document: &Document, example: &Example) -> ExampleParts {
        let words = &speech.wording;
        let blocks = self.blocks(speech, document, example);
        let missing: Vec<Value> = example.missing.iter().map(|key| label(words, key).into()).collect();
        let (whole, parts, linked) = self.whole_and_parts(document);
        ExampleParts {
            facts: self.facts(speech, document, example),
            contents: contents(words, &blocks, !missing.is_empty(), document),
            blocks,
            missing,
            part_of: whole,
            parts,
            related: self.related(words, document, &linked),
        }
    }

    /// Links to the example that one is part of, and to those that are part of it, and the indexes of all of them.
    pub(super) fn whole_and_parts(&self, document: &Document) -> (Value, Vec<Value>, Vec<usize>) {
        let link = |&index: &usize| {
            let document = &self.site.documents[index];
            map! { title: document.title.as_str(), href: self.base.page(&document.address) }
        };
        let part_of = document.example.as_deref().and_then(|example| example.part_of.as_deref());
        let whole = part_of.and_then(|id| self.by_id.get(id));
        let parts = self.parts.get(document.id.as_str()).map_or(&[][..], Vec::as_slice);
        let linked = parts.iter().chain(whole).copied().collect();
        (whole.map(link).into(), parts.iter().map(link).collect(), linked)
    }

    /// The facts box: label and values, in the order that a reader asks.
    pub(super) fn facts(&self, speech: &Speech, document: &Document, example: &Example) -> Vec<Value> {
        let words = &speech.wording;
        let mut rows = self.place_facts(words, document);
        let mut row = |label: &str, values: Vec<Value>, note: Option<String>| {
            if !values.is_empty() || note.is_some() {
                rows.push(map! { label: label, values: values, note: note });
            }
        };
        let terms = |vocabulary: &str, ids: &[String]| -> Vec<Value> {
            ids.iter().map(|id| self.term_link(vocabulary, id)).collect()
        };
        let known = |vocabulary: &str, value: &Known| match value {
            Known::Id(id) => self.term_link(vocabulary, id),
            Known::Unknown => plain(words.get("unknown")),
        };
        let one = |vocabulary: &str, value: &Option<Known>| value.iter().map(|v| known(vocabulary, v)).collect();
        let relation = match example.relation.as_deref() {
            Some(id) => self.term_link("relationer", id),
            None => plain(words.get("unknown")),
        };
        row(label(words, "relation"), vec![relation], None);
        row(label(words, "parter"), self.parties(example), None);
        row(label(words, "niva"), one("nivaer", &example.level), None);
        row(label(words, "former"), terms("former", &example.forms), None);
        let basis = example.purposes_basis.as_deref().filter(|_| !example.purposes.is_empty());
        let basis = basis.map(|id| self.site.vocabularies.name("syftesgrunder", id));
        let basis = basis.map(|name| words.with("according-to", &[("basis", name)]));
        row(label(words, "syften"), example.purposes.iter().map(|p| known("syften", p)).collect(), basis);
        row(label(words, "malgrupper"), terms("malgrupper", &example.target_groups), example.target_group_text.clone());
        row(label(words, "livsomraden"), terms("livsomraden", &document.life_areas), None);
        row(label(words, "framgangsfaktorer"), terms("framgangsfaktorer", &example.success_factors), None);
        row(label(words, "overenskommelse"), self.agreement(words, document, example), None);
        if let Some(period) = &document.period {
            let text = [period.from, period.to].map(|date| date.map(|date| words.partial_date(date)));
            let years = match text {
                [Some(from), Some(to)] if from == to => Some(from),
                [Some(from), Some(to)] => Some(words.with("period", &[("from", &from), ("to", &to)])),
                [Some(from), None] => Some(words.with("period-from", &[("from", &from)])),
                [None, Some(to)] => Some(words.with("period-to", &[("to", &to)])),
                [None, None] => None,
            };
            row(label(words, "period"), years.iter().map(|years| plain(years)).collect(), period.text.clone());
        }
        row(label(words, "verksamhetslage"), one("verksamhetslagen", &example.state), None);
        row(label(words, "underlag"), terms("underlag", &example.basis), None);
        if let Some(confirmed) = example.confirmed {
            let values = confirmation(words, confirmed).iter().map(|text| plain(text)).collect();
            row(label(words, "bekraftad"), values, None);
        }
        if let Some(contact) = &document.contact {
            let mut values = vec![plain(&contact.role)];
            let mail =
                |email: &String| map! { text: email.as_str(), href: format!("mailto:{email}"), note: Value::none() };
            values.extend(contact.email.iter().map(mail));
            values.extend(contact.telephone.iter().map(|telephone| plain(telephone)));
            row(label(words, "kontakt"), values, None);
        }
        rows
    }

    /// Municipalities, counties and SKR groups.
    pub(super) fn place_facts(&self, words: &Wording, document: &Document) -> Vec<Value> {
        let geography = &self.site.geography;
        let example = document.example.as_deref();
        let municipalities: Vec<_> = document.municipalities.iter().filter_map(|code| geography.get(*code)).collect();
        let mut places: Vec<Value> = Vec::new();
        if example.is_some_and(|e| e.national) {
            places.push(plain(words.get("national")));
        }
        places.extend(municipalities.iter().filter_map(|m| self.municipality_links.get(&m.code).cloned()));
        let more = example.is_some_and(|e| e.more_municipalities).then(|| words.get("more-municipalities").to_owned());
        let mut counties: Vec<usize> = municipalities.iter().map(|m| m.county).collect();
        counties.sort_unstable();
        counties.dedup();
        let counties = counties.iter().map(|&index| self.county_links[index].clone());
        let mut groups: Vec<&str> = municipalities.iter().filter_map(|m| m.group.as_deref()).collect();
        groups.sort_unstable();
        groups.dedup();
        let groups = groups.iter().filter_map(|code| geography.group_name(code)).map(plain);
        let rows = [
            (label(words, "kommuner"), places, more),
            (words.get("county"), counties.collect(), None),
            (words.get("group"), groups.collect(), None),
        ];
        let rows = rows.into_iter().filter(|(_, values, note)| !values.is_empty() || note.is_some());
        rows.map(|(label, values, note)| map! { label: label, values: values, note: note }).collect()
    }

    fn parties(&self, example: &Example) -> Vec<Value> {
        let parties = example.parties.iter().map(|party| {
            let link = self.term_link("parter", &party.part);
            let text = link.get_from_path("text").cloned();
            map! { text: text, href: link.get_from_path("href").cloned(), note: party.local_name.as_deref() }
        });
        parties.collect()
    }

    fn agreement(&self, words: &Wording, document: &Document, example: &Example) -> Vec<Value> {
        let Some(agreement) = &example.agreement else { return Vec::new() };
        let mut values = vec![plain(words.get(match agreement.written {
            Answer::Yes => "agreement-yes",
            Answer::No => "agreement-no",
            Answer::Unknown => "agreement-unknown",
        }))];
        if !agreement.parties.is_empty() {
            let parties = joined(&self.site.vocabularies, "parter", &agreement.parties);
            values.push(plain(&words.with("agreement-parties", &[("parties", &parties)])));
        }
        if let Some(href) = agreement.document.as_deref().and_then(|target| self.href(document, target)) {
            values.push(map! { text: words.get("agreement-document"), href: href.url, note: Value::none() });
        }
        if let Some(number) = &agreement.diary_number {
            values.push(plain(&words.with("diary-number", &[("number", number)])));
        }
        values
    }

    /// The body's sections in their order, with the table of responsibilities, the results and the experiences in
    /// their places.
    fn blocks(&self, speech: &Speech, document: &Document, example: &Example) -> Vec<Value> {
        let words = &speech.wording;
        let mut responsibilities = self.responsibilities(document, example);
        let mut results = self.results(document, example);
        let sections = self.sections(speech, document);
        // By title: an anchor may have a number after it, when another heading took its name.
        let id = |section: &Value| slug(section.get_from_path("title").and_then(Value::as_str).unwrap_or_default());
        let mut blocks = Vec::new();
        let mut experiences = Vec::new();
        let table = |rows: Value| {
            let id = free_id(document, "vem-gor-vad");
            map! { kind: "responsibilities", id: id, title: label(words, "ansvar"), rows: rows, table: words.get("table") }
        };
        let result_list = |rows: Value| {
            map! { kind: "results", id: free_id(document, "resultat"), title: label(words, "resultat"), rows: rows }
        };
        let at = sections.iter().rposition(|s| matches!(id(s).as_str(), "arbetssatt" | "bakgrund" | ""));
        for (index, section) in sections.iter().enumerate() {
            let id = id(section);
            if EXPERIENCES.contains(&id.as_str()) {
                experiences.push(section.clone());
                continue;
            }
            let own_results = (id == "resultat").then(|| results.take()).flatten();
            blocks.push(map! { kind: "section", section: section.clone(), results: own_results });
            if at == Some(index) {
                blocks.extend(responsibilities.take().map(table));
            }
        }
        let before = if at.is_none() { responsibilities.take().map(table) } else { None };
        if let Some(table) = before {
            blocks.insert(0, table);
        }
        blocks.extend(results.take().map(result_list));
        if !experiences.is_empty() {
            blocks.push(map! { kind: "experiences", sections: experiences });
        }
        blocks
    }

    /// Who does what: one row for each party, in the order they are named.
    fn responsibilities(&self, document: &Document, example: &Example) -> Option<Value> {
        let mut parties: Vec<&str> = Vec::new();
        for row in &example.responsibilities {
            if !parties.contains(&row.part.as_str()) {
                parties.push(&row.part);
            }
        }
        let rows = parties.iter().map(|part| {
            let tasks = example.responsibilities.iter().filter(|row| row.part == *part);
            let tasks =
                tasks.map(|row| map! { does: row.does.as_str(), sources: self.citations(document, &row.sources) });
            map! { party: self.site.vocabularies.name("parter", part), tasks: tasks.collect::<Vec<_>>() }
        });
        let rows: Vec<Value> = rows.collect();
        (!rows.is_empty()).then(|| rows.into())
    }

    fn results(&self, document: &Document, example: &Example) -> Option<Value> {
        let rows = example.results.iter().map(|row| {
            map! {
                claim: row.claim.as_str(),
                measured: row.measured.as_deref(),
                basis: row.basis.as_deref().map(|id| self.site.vocabularies.name("underlag", id)),
                sources: self.citations(document, &row.sources),
            }
        });
        let rows: Vec<Value> = rows.collect();
        (!rows.is_empty()).then(|| rows.into())
    }
}

/// The local table of contents, on pages long enough to need one.
fn contents(words: &Wording, blocks: &[Value], misses: bool, document: &Document) -> Value {
    let text = |value: &Value, path: &str| value.get_from_path(path).and_then(Value::as_str).map(str::to_owned);
    let mut entries: Vec<(String, String)> = Vec::new();
    for block in blocks {
        let many = block.get_from_path("sections").and_then(Value::as_array).unwrap_or_default();
        let one = block.get_from_path("section").filter(|s| s.is_map()).unwrap_or(block);
        for section in many.iter().chain(many.is_empty().then_some(one)) {
            if let (Some(id), Some(title)) = (text(section, "id"), text(section, "title")) {
                entries.push((id, title));
            }
        }
    }
    if misses {
        entries.push(("uppgift_saknas".to_owned(), words.get("missing").to_owned()));
    }
    if !document.sources.is_empty() {
        entries.push((free_id(document, "kallor"), words.get("sources").to_owned()));
    }
    entries.retain(|(id, _)| !id.is_empty());
    if entries.len() < CONTENTS_FROM {
        return Value::none();
    }
    entries.iter().map(|(id, title)| map! { href: format!("#{id}"), title: title.as_str() }).collect::<Vec<_>>().into()
}

/// Who has vouched for an example, and when: both parties, neither, or each by itself.
pub(super) fn confirmation(words: &Wording, confirmed: Confirmed) -> Vec<String> {
    match (confirmed.municipality, confirmed.arbetsformedlingen) {
        (Some(one), Some(other)) => {
            vec![words.with("confirmed-by-both", &[("date", &words.date(one.max(other)))])]
        }
        (None, None) => vec![words.get("confirmed-by-none").to_owned()],
        each => [("confirmed-municipality", each.0), ("confirmed-af", each.1)]
            .map(|(party, date)| {
                let date = date.map_or_else(|| words.get("not-confirmed").to_owned(), |date| words.date(date));
                format!("{}: {date}", words.get(party))
            })
            .into(),
    }
}

/// A value without a link.
fn plain(text: &str) -> Value {
    map! { text: text, href: Value::none(), note: Value::none() }
}

/// What a field or section of an example is called: in Swedish as in its table, else in the words of the site.
pub(crate) fn label<'w>(words: &'w Wording, key: &'w str) -> &'w str {
    let table = Kind::Example.table();
    let translated = (words.language != Language::Sv).then(|| words.field(key)).flatten();
    let field = || table.fields.iter().find(|field| field.key == key).map(|field| field.label);
    let section = || table.section(key).map(|section| section.title);
    translated.or_else(field).or_else(section).unwrap_or(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_and_section_has_a_name_in_every_language() {
        let (swedish, english) = (Wording::new(Language::Sv), Wording::new(Language::En));
        let table = Kind::Example.table();
        let fields = table.fields.iter().map(|field| (field.key, field.label));
        let sections = table.sections.iter().map(|section| (section.id, section.title));
        for (key, name) in fields.chain(sections) {
            // `resultat` and `framgangsfaktorer` are both, under one name.
            assert_eq!(swedish.field(key), Some(name), "{key}");
            assert_ne!(label(&english, key), key, "{key}");
            assert!(name == "Id" || label(&english, key) != name, "{key} is not translated");
        }
    }
}
