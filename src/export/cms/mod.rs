//! `admin/`: [Decap CMS](https://decapcms.org) set up for the content, so that an editor needs a browser and nothing else.
//!
//! ```text
//! index.html        the page, with a policy of its own: Decap compiles its checks and writes styles while it runs
//! config.yml        collections and fields, from the field tables and vocabularies (JSON, which is YAML too)
//! cms.js            starts Decap with the format below and a preview in the site's own style
//! cms-format.js     a file as fields and back: one field for each fixed section, everything else byte for byte
//! foresla-file.js   how texts are written in YAML, the same as in the form for suggestions
//! decap-cms.js, …   Decap itself and yaml/, a reader of YAML: copied from npm's packages
//! ```

mod config;

use serde_json::Value;

use crate::i18n::Language;
use crate::model::Site;
pub use config::Backend;

/// Versions of the packages from npm that the files here are tested with.
pub const DECAP: &str = "decap-cms@3.16.3";
pub const YAML: &str = "yaml@2.9.1";

const PAGE: &str = include_str!("index.html");
const START: &str = include_str!("cms.js");
const FORMAT: &str = include_str!("cms-format.js");
const WRITER: &str = include_str!("../../../themes/standard/assets/foresla-file.js");

/// The settings of Decap for a site.
pub fn configuration(site: &Site, backend: &Backend, language: Language) -> Value {
    config::configuration(site, backend, language)
}

/// The names of [`files`].
pub const NAMES: [&str; 5] = ["index.html", "config.yml", "cms.js", "cms-format.js", "foresla-file.js"];

/// Whether an export makes a file of that name: one of its own, or one that it copies from the packages.
pub fn is_file(name: &str) -> bool {
    let is_copied = name.strip_prefix("yaml/").is_some_and(|name| name.ends_with(".js"));
    NAMES.contains(&name) || is_copied || (!name.contains('/') && name.ends_with("decap-cms.js"))
}

/// Every file but those of the packages: name and text. `style` is the address of the site's style sheet, as `admin/` sees it.
pub fn files(site: &Site, backend: &Backend, language: Language, style: &str) -> Vec<(&'static str, String)> {
    let config = serde_json::to_string_pretty(&configuration(site, backend, language)).unwrap_or_default();
    let connect = backend.origins().join(" ");
    let page = PAGE.replace("{connect}", &connect).replace("{style}", style).replace("{lang}", language.tag());
    vec![
        ("index.html", page),
        ("config.yml", config + "\n"),
        ("cms.js", START.to_owned()),
        ("cms-format.js", FORMAT.to_owned()),
        ("foresla-file.js", WRITER.to_owned()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::read_site;
    use crate::model::Audience;
    use crate::schema::{Kind, Table, Type};

    fn site() -> Site {
        let files = crate::source::read("content".as_ref()).unwrap();
        read_site(&files, jiff::civil::date(2026, 11, 22), Audience::Editors)
    }

    fn backend() -> Backend {
        Backend { repository: Some("a/b".into()), branch: "main".into(), folder: "content".into(), local: None }
    }

    fn collection<'c>(config: &'c Value, name: &str) -> &'c Value {
        config["collections"].as_array().unwrap().iter().find(|one| one["name"] == name).unwrap()
    }

    fn named<'f>(fields: &'f Value, name: &str) -> &'f Value {
        fields.as_array().unwrap().iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("{name}"))
    }

    #[test]
    fn every_field_and_section_of_an_example_is_a_field_of_its_own() {
        fn compare(fields: &Value, table: &'static Table) {
            for field in table.fields {
                let made = named(fields, field.key);
                assert_eq!(made["label"], field.label);
                let mut ty = &field.ty;
                while let Type::List(inner) = ty {
                    ty = inner;
                }
                if let Type::Record(table) = ty {
                    compare(&made["fields"], table);
                }
            }
        }
        let config = configuration(&site(), &backend(), Language::Sv);
        let examples = collection(&config, "exempel");
        compare(&examples["fields"], Kind::Example.table());
        for section in Kind::Example.table().sections {
            let made = named(&examples["fields"], &format!("avsnitt-{}", section.id));
            assert_eq!((made["label"].as_str(), made["widget"].as_str()), (Some(section.title), Some("text")));
        }
    }

    #[test]
    fn choices_are_the_vocabularies_and_municipalities() {
        let site = site();
        let config = configuration(&site, &backend(), Language::Sv);
        let fields = &collection(&config, "exempel")["fields"];
        let forms = named(fields, "former");
        assert_eq!(forms["options"].as_array().unwrap().len(), site.vocabularies.get("former").unwrap().terms.len());
        assert_eq!((forms["widget"].as_str(), forms["multiple"].as_bool()), (Some("select"), Some(true)));
        assert_eq!(named(fields, "kommuner")["options"].as_array().unwrap().len(), 290);
        assert_eq!(named(fields, "status")["default"], "utkast");
        assert!(named(fields, "niva")["options"].to_string().contains("okänt"));
    }

    #[test]
    fn the_page_sends_requests_to_the_repository_and_to_no_one_else() {
        let text = |backend: &Backend| files(&site(), backend, Language::Sv, "../_a/style.1.css");
        let files = text(&backend());
        assert_eq!(files.iter().map(|(name, _)| *name).collect::<Vec<_>>(), NAMES);
        let page = &files.iter().find(|(name, _)| *name == "index.html").unwrap().1;
        assert!(
            page.contains("connect-src 'self' blob: https://api.github.com https://www.githubstatus.com;"),
            "{page}"
        );
        assert!(page.contains("lang=\"sv\"") && page.contains("../_a/style.1.css") && !page.contains("{connect}"));
        let local = Backend { repository: None, local: Some("http://127.0.0.1:8081/api/v1".into()), ..backend() };
        let page = &text(&local)[0].1;
        assert!(page.contains("connect-src 'self' blob: http://127.0.0.1:8081;") && !page.contains("github"), "{page}");
    }
}
