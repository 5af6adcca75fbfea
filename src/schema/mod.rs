//! The field tables: one declarative table per kind of document.
//!
//! From a table come the parsing and checking of fields ([`read`](mod@read)), the template of `samverka new`
//! ([`template`]), the JSON Schema for editors ([`json_schema`]), and the labels on the site. What a field is called and what it may hold is written once, here.

mod activity;
mod changes;
mod example;
mod fia;
mod glossary;
pub mod json_schema;
mod media;
mod news;
mod page;
pub(crate) mod read;
mod sample;
mod settings;
mod shared;
mod synonyms;
pub(crate) mod template;
pub(crate) mod value;
mod vocabulary;

pub(crate) use fia::Step;
pub use read::Known;
pub(crate) use read::{Fault, FaultKind, read};
pub(crate) use sample::{Sample, TEXT_SAMPLE};
#[cfg(test)]
pub(crate) use shared::ADVISING;
pub(crate) use value::{PartialDate, Record, Spanned, Value};

/// The kinds of document, each with its place in the content folder and its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A collaboration example.
    Example,
    /// Guidance on FIA.
    Fia,
    /// An experience of using FIA in ordinary work.
    Experience,
    /// Any other page.
    Page,
    /// A dated notice.
    News,
    /// What was done beside the site to spread the knowledge.
    Activity,
    /// One closed vocabulary.
    Vocabulary,
    /// `webbplats.yaml`.
    Settings,
    /// `synonymer.yaml`.
    Synonyms,
    /// `ordlista.yaml`.
    Glossary,
    /// The facts beside a media file.
    Media,
}

impl Kind {
    /// Every kind, in the order of its table's documentation.
    pub const ALL: [Kind; 11] = [
        Kind::Example,
        Kind::Fia,
        Kind::Experience,
        Kind::Page,
        Kind::News,
        Kind::Activity,
        Kind::Vocabulary,
        Kind::Settings,
        Kind::Synonyms,
        Kind::Glossary,
        Kind::Media,
    ];

    /// The kind of the file at a path below the content folder.
    pub fn of_path(path: &str) -> Option<Kind> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let (stem, extension) = name.rsplit_once('.')?;
        if stem.is_empty() {
            return None;
        }
        Some(match (folder, extension) {
            ("exempel", "md") => Kind::Example,
            ("fia", "md") => Kind::Fia,
            ("fia-erfarenheter", "md") => Kind::Experience,
            ("nyheter", "md") => Kind::News,
            ("aktiviteter", "yaml") => Kind::Activity,
            ("vokabular", "yaml") => Kind::Vocabulary,
            ("", "yaml") => match stem {
                "webbplats" => Kind::Settings,
                "synonymer" => Kind::Synonyms,
                "ordlista" => Kind::Glossary,
                _ => return None,
            },
            (folder, "md") if folder == "sidor" || folder.starts_with("sidor/") => Kind::Page,
            (folder, "yaml") if folder == "media" || folder.starts_with("media/") => Kind::Media,
            _ => return None,
        })
    }

    /// The fields and sections of the kind.
    pub fn table(self) -> &'static Table {
        match self {
            Kind::Example => &example::TABLE,
            Kind::Fia => &fia::GUIDANCE,
            Kind::Experience => &fia::EXPERIENCE,
            Kind::Page => &page::TABLE,
            Kind::News => &news::TABLE,
            Kind::Activity => &activity::TABLE,
            Kind::Vocabulary => &vocabulary::TABLE,
            Kind::Settings => &settings::TABLE,
            Kind::Synonyms => &synonyms::TABLE,
            Kind::Glossary => &glossary::TABLE,
            Kind::Media => &media::TABLE,
        }
    }

    /// Whether the file is front matter and a Markdown body, and not YAML alone.
    pub fn has_body(self) -> bool {
        matches!(self, Kind::Example | Kind::Fia | Kind::Experience | Kind::Page | Kind::News)
    }

    /// Whether the root of the YAML is a list of records.
    pub fn is_list(self) -> bool {
        matches!(self, Kind::Synonyms | Kind::Glossary)
    }

    /// The kinds that an editor writes in the form, in its order.
    pub const WRITTEN: [Kind; 5] = [Kind::Example, Kind::News, Kind::Page, Kind::Fia, Kind::Experience];

    /// The folder of new documents of this kind.
    pub fn folder(self) -> &'static str {
        match self {
            Kind::Example => "exempel",
            Kind::Fia => "fia",
            Kind::Experience => "fia-erfarenheter",
            Kind::Page => "sidor",
            Kind::News => "nyheter",
            Kind::Activity => "aktiviteter",
            Kind::Vocabulary => "vokabular",
            Kind::Media => "media",
            Kind::Settings | Kind::Synonyms | Kind::Glossary => "",
        }
    }
}

/// The fields and sections of a kind of document, or of a record inside one.
#[derive(Debug)]
pub struct Table {
    /// In the order in which editors meet them.
    pub fields: &'static [Field],
    /// The closed set of second-level headings; empty where headings are free.
    pub sections: &'static [Section],
}

impl Table {
    /// The field that a key means, with or without dots over its letters.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|f| f.key == key).or_else(|| {
            let key = crate::words::slug(key);
            self.fields.iter().find(|f| f.key == key)
        })
    }

    /// The section with an id.
    pub fn section(&self, id: &str) -> Option<&'static Section> {
        self.sections.iter().find(|s| s.id == id)
    }
}

/// One field: the single place where its name, type and need stand.
#[derive(Debug)]
pub struct Field {
    /// As in files, in ASCII; å ä ö are accepted too.
    pub key: &'static str,
    /// What it may hold.
    pub ty: Type,
    /// When it must be given.
    pub need: Need,
    /// What readers and editors call it, in Swedish.
    pub label: &'static str,
    /// What an editor writes there, in Swedish, one or two sentences.
    pub help: &'static str,
    /// For the guide; every field that an editor fills in has one.
    pub sample: Option<Sample>,
}

impl Field {
    /// The same field, needed at another time.
    const fn when(self, need: Need) -> Field {
        Field { need, ..self }
    }
}

/// One second-level heading that a kind of document may have.
#[derive(Debug)]
pub struct Section {
    /// The slug of the heading, in ASCII; never changes, because links lead to it.
    pub id: &'static str,
    /// The heading as files have it, in Swedish.
    pub title: &'static str,
    /// When it must be there.
    pub need: Need,
    /// What an editor writes there, in Swedish, one or two sentences.
    pub help: &'static str,
    /// For the guide.
    pub sample: Sample,
}

/// When something must be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Also in a draft.
    Always,
    /// In what readers see; a draft may lack it.
    ToPublish,
    /// Given, or named in `uppgift-saknas`; to publish.
    GivenOrMissing,
    /// The same, unless the field with this key is given and does not say no.
    GivenOrMissingUnless(&'static str),
    /// Never.
    Optional,
}

/// What a field may hold.
#[derive(Debug)]
pub enum Type {
    /// At most `max` characters, where a limit is set.
    Text {
        /// In characters, not bytes.
        max: Option<usize>,
    },
    /// A slug that is also the file's name.
    Id,
    /// `ja` or `nej`, `true` or `false`.
    YesNo,
    /// The same, or `okänt`.
    YesNoUnknown,
    /// A whole number within limits.
    Integer {
        /// The least that is taken.
        min: i64,
        /// The most that is taken.
        max: i64,
    },
    /// `2026-11-22`.
    Date,
    /// `2026`, `2026-11` or `2026-11-22`.
    PartialDate,
    /// A date, or `nej`.
    DateOrNo,
    /// An id of a vocabulary; `unknown`: `okänt` is allowed too.
    Term {
        /// The id of the vocabulary.
        vocabulary: &'static str,
        /// Whether `okänt` is taken too.
        unknown: bool,
    },
    /// One of a few words that the program itself gives meaning: (written, meaning in Swedish).
    Choice(&'static [(&'static str, &'static str)]),
    /// The official name or code of a municipality.
    Municipality,
    /// The id of another document.
    Reference(Kind),
    /// One or several numbers of sources.
    Sources,
    /// `https://…`
    WebAddress,
    /// `/exempel/x/`
    SiteAddress,
    /// Either of them.
    Address,
    /// `namn@exempel.se`
    Email,
    /// A key or section of the same document's table.
    FieldName,
    /// A map with fields of its own.
    Record(&'static Table),
    /// A list; a single value is taken as a list of one.
    List(&'static Type),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_table() -> Vec<&'static Table> {
        fn add(table: &'static Table, tables: &mut Vec<&'static Table>) {
            tables.push(table);
            for field in table.fields {
                let mut ty = &field.ty;
                while let Type::List(inner) = ty {
                    ty = inner;
                }
                if let Type::Record(table) = ty {
                    add(table, tables);
                }
            }
        }
        let mut tables = Vec::new();
        for kind in Kind::ALL {
            add(kind.table(), &mut tables);
        }
        tables
    }

    #[test]
    fn keys_are_slugs_and_stand_once() {
        for table in every_table() {
            for (i, field) in table.fields.iter().enumerate() {
                assert!(crate::words::is_slug(field.key), "{}", field.key);
                assert!(table.fields[..i].iter().all(|f| f.key != field.key), "{} twice", field.key);
            }
        }
    }

    #[test]
    fn every_field_and_section_has_a_label_and_help() {
        for table in every_table() {
            for field in table.fields {
                assert!(!field.label.is_empty() && field.help.ends_with('.'), "{}", field.key);
            }
            for section in table.sections {
                assert!(section.help.ends_with('.') && crate::words::slug(section.title) == section.id);
            }
        }
    }

    #[test]
    fn keys_may_be_written_with_dots() {
        let table = Kind::Example.table();
        assert_eq!(table.field("källor").unwrap().key, "kallor");
        assert_eq!(table.field("målgrupper").unwrap().key, "malgrupper");
        assert!(table.field("tittel").is_none());
    }

    #[test]
    fn a_file_has_its_kind_from_its_place() {
        assert_eq!(Kind::of_path("exempel/x.md"), Some(Kind::Example));
        assert_eq!(Kind::of_path("sidor/a/b/c.md"), Some(Kind::Page));
        assert_eq!(Kind::of_path("exempel/djupare/x.md"), None);
        assert_eq!(Kind::of_path("exempel/x.markdown"), None);
        assert_eq!(Kind::of_path("webbplats.yaml"), Some(Kind::Settings));
    }
}
