//! `samverka schema`: the field tables as JSON Schema, on standard output or as files with the settings of an editor.

use std::io::Write;
use std::path::Path;

use super::{Console, Failure, Outcome, below_root, replace};
use crate::check::read_site;
use crate::cli::{Schema, SchemaKind};
use crate::i18n::{self, Language, Message};
use crate::model::{Audience, Site};
use crate::schema::Kind;
use crate::schema::json_schema::{editor_settings, file_name, of, patterns, word};
use crate::schema::read::Known;
use crate::source;

pub fn run(typed: &Schema, console: &Console) -> Result<Outcome, Failure> {
    let text = match (typed.kind, &typed.out) {
        (None, None) => list(console.language),
        (kind, out) => {
            let today = super::today(typed.input.today.as_deref())?;
            // Only vocabularies and municipalities are asked of the content, and those need not be faultless.
            let site = read_site(&source::read(&typed.input.content)?, today, Audience::Editors);
            match (kind, out) {
                (Some(kind), None) => schema(kind.into(), &site),
                (kind, Some(out)) => {
                    let kinds = kind.map_or_else(|| Kind::ALL.to_vec(), |kind| vec![kind.into()]);
                    write(&kinds, &site, out, &typed.input.content, console)?;
                    return Ok(Outcome::Done);
                }
                (None, None) => String::new(),
            }
        }
    };
    // A reader that has gone away is no fault.
    let _ = std::io::stdout().write_all(text.as_bytes());
    Ok(Outcome::Done)
}

/// One kind on a line: its word, where its files lie, and what it is.
fn list(language: Language) -> String {
    let line = |kind: Kind| format!("{:<11} {:<24} {}\n", word(kind), patterns(kind), title(kind, language));
    Kind::ALL.into_iter().map(line).collect()
}

fn title(kind: Kind, language: Language) -> String {
    let id = match kind {
        Kind::Example => "sort-exempel",
        Kind::Fia => "sort-fia",
        Kind::Experience => "sort-erfarenhet",
        Kind::Page => "sort-sida",
        Kind::News => "sort-nyhet",
        Kind::Activity => "sort-aktivitet",
        Kind::Vocabulary => "sort-vokabular",
        Kind::Settings => "sort-webbplats",
        Kind::Synonyms => "sort-synonymer",
        Kind::Glossary => "sort-ordlista",
        Kind::Media => "sort-media",
    };
    i18n::text(language, &Message::new(id))
}

/// The words of a schema are those of the tables, which are Swedish.
fn schema(kind: Kind, site: &Site) -> String {
    let known = Known { vocabularies: &site.vocabularies, geography: &site.geography };
    let schema = of(kind, &title(kind, Language::Sv), known);
    pretty(&schema)
}

fn pretty(json: &serde_json::Value) -> String {
    // There is nothing in it that JSON cannot hold.
    let mut text = serde_json::to_string_pretty(json).unwrap_or_default();
    text.push('\n');
    text
}

fn write(kinds: &[Kind], site: &Site, out: &Path, content: &Path, console: &Console) -> Result<(), Failure> {
    let fault = |path: &Path, error: &std::io::Error| {
        Failure::from(
            Message::new("skriva-fel").with("fil", path.display().to_string()).with("orsak", error.to_string()),
        )
    };
    let folder = out.join(".vscode");
    std::fs::create_dir_all(&folder).map_err(|error| fault(&folder, &error))?;
    for &kind in kinds {
        let path = out.join(file_name(kind));
        replace(&path, schema(kind, site).as_bytes()).map_err(|error| fault(&path, &error))?;
    }
    let settings = folder.join("settings.json");
    let text = pretty(&editor_settings(&below_root(out), &below_root(content)));
    let shown = settings.display().to_string();
    // Somebody's own settings are never written over.
    let id = match std::fs::read_to_string(&settings) {
        Ok(old) if old != text => "schema-installningar-finns",
        _ => {
            replace(&settings, text.as_bytes()).map_err(|error| fault(&settings, &error))?;
            "schema-installningar"
        }
    };
    let count = kinds.len().to_string();
    console.say(&Message::new("schema-skrivna").with("antal", count).with("mapp", out.display().to_string()));
    console.say(&Message::new(id).with("fil", shown).with("text", text.trim_end()));
    Ok(())
}

impl From<SchemaKind> for Kind {
    fn from(typed: SchemaKind) -> Kind {
        match typed {
            SchemaKind::Exempel => Kind::Example,
            SchemaKind::Fia => Kind::Fia,
            SchemaKind::Erfarenhet => Kind::Experience,
            SchemaKind::Sida => Kind::Page,
            SchemaKind::Nyhet => Kind::News,
            SchemaKind::Aktivitet => Kind::Activity,
            SchemaKind::Vokabular => Kind::Vocabulary,
            SchemaKind::Webbplats => Kind::Settings,
            SchemaKind::Synonymer => Kind::Synonyms,
            SchemaKind::Ordlista => Kind::Glossary,
            SchemaKind::Media => Kind::Media,
        }
    }
}
