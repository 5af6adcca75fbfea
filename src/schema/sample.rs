//! A good and a poor way to fill in a field, for the guide to editors. Held beside the field in its table.

/// One of each, and why the poor one is poor. A text as it is written in the form; anything else as it stands in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    pub good: &'static str,
    pub poor: &'static str,
    /// In Swedish, one or two sentences.
    pub why: &'static str,
    /// The rule that finds the poor one; none where only a person can tell.
    pub rule: Option<&'static str>,
}

impl Sample {
    /// No rule can tell that the poor one is poor.
    pub(super) const fn judged(good: &'static str, poor: &'static str, why: &'static str) -> Sample {
        Sample { good, poor, why, rule: None }
    }

    /// The rule finds the poor one.
    pub(super) const fn checked(
        rule: &'static str,
        good: &'static str,
        poor: &'static str,
        why: &'static str,
    ) -> Sample {
        Sample { good, poor, why, rule: Some(rule) }
    }
}

/// The text of a kind whose headings are free.
pub static TEXT_SAMPLE: Sample = Sample::checked(
    "intetsagande-lank",
    "Läs mer i [ordlistan](/ordlista/).",
    "Läs mer om orden [här](/ordlista/).",
    "Länken säger inte vart den leder. Den som lyssnar på sidan hör bara ”här”.",
);

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, HashMap};
    use std::fmt::Write;

    use jiff::civil::date;

    use super::*;
    use crate::check::RULES;
    use crate::schema::{Field, Kind, Table, Type};
    use crate::source::{Content, File};

    /// Fields that only go with others: what else the document says then. An empty value is left out.
    const TOGETHER: [(&str, &[(&str, &str)]); 3] = [
        ("nationellt", &[("kommuner", ""), ("kommuner-ofullstandig", "")]),
        ("avpublicerad", &[("status", "avpublicerad")]),
        ("uppgift-saknas", &[("period", "")]),
    ];

    /// What the content folder has beside documents: vocabularies, municipalities, settings. And one example to refer to.
    fn surroundings() -> Vec<File> {
        let files = crate::source::read("content".as_ref()).unwrap();
        let is_kept = |file: &File| {
            let path = &*file.path;
            !path.ends_with(".md") && !path.starts_with("media/") || path == "exempel/umea-vuxentorget.md"
        };
        files.into_iter().filter(is_kept).collect()
    }

    #[derive(Clone)]
    struct Document {
        kind: Kind,
        fields: BTreeMap<&'static str, String>,
        sections: Vec<(&'static str, String)>,
        text: String,
    }

    impl Document {
        /// Every field and section as its sample says it well, but for those that no published page can have together.
        fn good(kind: Kind) -> Document {
            let table = kind.table();
            let sample = |field: &Field| field.sample.unwrap_or_else(|| panic!("{} has no sample", field.key));
            let mut document = Document {
                kind,
                fields: table.fields.iter().map(|field| (field.key, written(field, sample(field).good))).collect(),
                sections: table.sections.iter().map(|s| (s.title, s.sample.good.to_owned())).collect(),
                text: TEXT_SAMPLE.good.to_owned(),
            };
            for key in ["nationellt", "godtas", "avpublicerad", "uppgift-saknas", "tidigare-adresser"] {
                document.fields.remove(key);
            }
            document.with("status", "publicerad")
        }

        /// The same with another value, and what goes with it.
        fn with(&self, key: &'static str, value: &str) -> Document {
            let mut document = self.clone();
            let others = TOGETHER.iter().find(|(other, _)| *other == key).map_or(&[][..], |(_, others)| others);
            for (key, value) in others.iter().copied().chain([(key, value)]) {
                if value.is_empty() {
                    document.fields.remove(key);
                } else if self.kind.table().field(key).is_some() {
                    document.fields.insert(key, value.to_owned());
                }
            }
            document
        }

        fn with_section(&self, at: usize, text: &str) -> Document {
            let mut document = self.clone();
            document.sections[at].1 = text.to_owned();
            document
        }

        fn file(&self, name: &str) -> File {
            let mut text = String::from("---\n");
            for (key, value) in &self.fields {
                writeln!(text, "{key}: {}", value.replace("ovning-torget", name)).unwrap();
            }
            text.push_str("---\n");
            if self.sections.is_empty() {
                // Every source is cited.
                writeln!(text, "\n{}\n\nKällan säger mer [1].", self.text).unwrap();
            }
            for (title, body) in &self.sections {
                writeln!(text, "\n## {title}\n\n{body}").unwrap();
            }
            let path = format!("{}/{name}.md", self.kind.folder());
            File { path: path.as_str().into(), content: Content::Text(text.into()) }
        }
    }

    /// As it stands in a file.
    fn written(field: &Field, value: &str) -> String {
        match field.ty {
            Type::Text { .. } => serde_json::to_string(value).unwrap(),
            _ => value.to_owned(),
        }
    }

    /// A record with all that its fields' samples say well, except one field.
    fn record(table: &'static Table, other: &'static Field, value: &str) -> String {
        let fields = table.fields.iter().map(|field| {
            let value = if field.key == other.key { value } else { field.sample.unwrap().good };
            format!("{}: {}", field.key, written(field, value))
        });
        format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
    }

    /// A field or section, and the documents in which it is as its sample says it well and poorly.
    struct Case {
        name: String,
        sample: Sample,
        good: Document,
        poor: Document,
    }

    fn cases(kind: Kind) -> Vec<Case> {
        let base = Document::good(kind);
        let mut cases = Vec::new();
        let mut add = |name: String, sample: Sample, made: &dyn Fn(&str) -> Document| {
            cases.push(Case { name, sample, good: made(sample.good), poor: made(sample.poor) });
        };
        for field in kind.table().fields {
            let sample = field.sample.unwrap();
            add(field.key.to_owned(), sample, &|value| base.with(field.key, &written(field, value)));
            let (table, is_list) = match field.ty {
                Type::Record(table) => (table, false),
                Type::List(Type::Record(table)) => (*table, true),
                _ => continue,
            };
            for inner in table.fields {
                let name = format!("{}.{}", field.key, inner.key);
                let sample = inner.sample.unwrap_or_else(|| panic!("{name} has no sample"));
                add(name, sample, &|value| {
                    let record = record(table, inner, value);
                    // An example has two parties, and the rule about them is the list's own.
                    let others =
                        if field.key == "parter" { ", {part: kommun}, {part: arbetsformedlingen}" } else { "" };
                    base.with(field.key, &if is_list { format!("[{record}{others}]") } else { record })
                });
            }
        }
        for (at, section) in kind.table().sections.iter().enumerate() {
            add(section.id.to_owned(), section.sample, &|text| base.with_section(at, text));
        }
        if kind.table().sections.is_empty() {
            add("text".to_owned(), TEXT_SAMPLE, &|text| Document { text: text.to_owned(), ..base.clone() });
        }
        cases
    }

    #[test]
    fn what_is_shown_as_good_passes_and_what_is_poor_is_found_where_a_rule_can_tell() {
        let cases: Vec<Case> = Kind::WRITTEN.into_iter().flat_map(cases).collect();
        let mut files = surroundings();
        let mut paths = Vec::new();
        for (number, case) in cases.iter().enumerate() {
            let documents = [case.good.file(&format!("god-{number}")), case.poor.file(&format!("svag-{number}"))];
            paths.push(documents.each_ref().map(|file| file.path.clone()));
            files.extend(documents);
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let checked = crate::check::check(files, date(2026, 11, 22));
        let mut found: HashMap<&str, Vec<&str>> = HashMap::new();
        // An advice that is accepted without having been given is told of, and no sample gives one on purpose.
        for fault in checked.diagnostics.iter().filter(|fault| fault.rule != "onodigt-godtagande") {
            found.entry(&*fault.place.path).or_default().push(fault.rule);
        }
        let rules = |path: &str| found.get(path).map_or(&[][..], Vec::as_slice);
        let mut wrong = Vec::new();
        for (case, [good, poor]) in cases.iter().zip(&paths) {
            let name = format!("{:?} {}", case.good.kind, case.name);
            if !rules(good).is_empty() {
                wrong.push(format!("{name}: the good one is found by {:?}", rules(good)));
            }
            match case.sample.rule {
                Some(rule) if !rules(poor).contains(&rule) => {
                    wrong.push(format!("{name}: {rule} does not find the poor one, but {:?}", rules(poor)));
                }
                None if !rules(poor).is_empty() => wrong.push(format!("{name}: a rule can tell: {:?}", rules(poor))),
                _ => {}
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn every_field_that_an_editor_fills_in_has_a_sample_that_says_why() {
        let cases: Vec<Case> = Kind::WRITTEN.into_iter().flat_map(cases).collect();
        assert!(cases.len() > 100, "{}", cases.len());
        for Case { name, sample, .. } in cases {
            assert!(sample.why.ends_with(['.', '”']) && !sample.good.is_empty() && !sample.poor.is_empty(), "{name}");
            assert!(sample.rule.is_none_or(|id| RULES.iter().any(|rule| rule.id == id)), "{name}");
        }
    }
}
