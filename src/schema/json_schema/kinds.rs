//! What each kind of document is called, where its files lie, and what an editor must know to find their schema.

use serde_json::{Map, Value, json};

use crate::schema::Kind;

/// The kind's word on the command line and in the name of its schema.
pub fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Example => "exempel",
        Kind::Fia => "fia",
        Kind::Experience => "erfarenhet",
        Kind::Page => "sida",
        Kind::News => "nyhet",
        Kind::Activity => "aktivitet",
        Kind::Vocabulary => "vokabular",
        Kind::Settings => "webbplats",
        Kind::Synonyms => "synonymer",
        Kind::Glossary => "ordlista",
        Kind::Media => "media",
    }
}

/// `exempel.schema.json`
pub fn file_name(kind: Kind) -> String {
    format!("{}.schema.json", word(kind))
}

/// Where files of the kind lie below the content folder, as a pattern.
pub fn patterns(kind: Kind) -> String {
    match kind {
        Kind::Page => "sidor/**/*.md".to_owned(),
        Kind::Media => "media/**/*.yaml".to_owned(),
        Kind::Settings | Kind::Synonyms | Kind::Glossary => format!("{}.yaml", word(kind)),
        kind if kind.has_body() => format!("{}/*.md", kind.folder()),
        kind => format!("{}/*.yaml", kind.folder()),
    }
}

/// The settings of VS Code's YAML extension: which schema is whose. `schemas` is the folder of the schemas and `content` that
/// of the content, as seen from the folder that is opened in the editor.
///
/// Only files of YAML alone: the extension does not look into the front matter of Markdown
/// (<https://github.com/redhat-developer/vscode-yaml/issues/207>).
pub fn editor_settings(schemas: &str, content: &str) -> Value {
    let mut associations = Map::new();
    for kind in Kind::ALL.into_iter().filter(|kind| !kind.has_body()) {
        let folder = if schemas.is_empty() { ".".to_owned() } else { format!("./{schemas}") };
        let pattern = if content.is_empty() { patterns(kind) } else { format!("{content}/{}", patterns(kind)) };
        associations.insert(format!("{folder}/{}", file_name(kind)), pattern.into());
    }
    json!({ "yaml.schemas": associations })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_is_that_of_its_kind() {
        for kind in Kind::ALL {
            let path = patterns(kind).replace("**/", "a/").replace('*', "x");
            assert_eq!(Kind::of_path(&path), Some(kind), "{path}");
        }
    }

    #[test]
    fn an_editor_finds_the_schema_of_every_plain_file() {
        let settings = editor_settings("schema", "content");
        let schemas = settings["yaml.schemas"].as_object().unwrap();
        assert_eq!(schemas.len(), 6);
        assert_eq!(schemas["./schema/vokabular.schema.json"], "content/vokabular/*.yaml");
    }
}
