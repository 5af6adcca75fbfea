//! `samverka new`: a document with every field, made from its table.

use super::{Console, Failure, Outcome, today, write_new};
use crate::check::read_site;
use crate::cli::{New, NewKind};
use crate::i18n::Message;
use crate::model::Audience;
use crate::schema::{Kind, template};
use crate::source;
use crate::words::slug;
use unicode_normalization::UnicodeNormalization;

pub fn run(typed: &New, console: &Console) -> Result<Outcome, Failure> {
    let kind = match typed.kind {
        NewKind::Exempel => Kind::Example,
        NewKind::Fia => Kind::Fia,
        NewKind::Erfarenhet => Kind::Experience,
        NewKind::Sida => Kind::Page,
        NewKind::Nyhet => Kind::News,
    };
    let today = today(typed.input.today.as_deref())?;
    let title: String = typed.title.trim().nfc().collect();
    let title = title.as_str();
    let id = slug(title);
    if id.is_empty() {
        return Err(Message::new("titel-fel").with("titel", title).into());
    }
    let files = source::read(&typed.input.content)?;
    let vocabularies = read_site(&files, today, Audience::Editors).vocabularies;
    let path = typed.input.content.join(kind.folder()).join(format!("{id}.md"));
    write_new(&path, &template::document(kind, &id, title, today, &vocabularies))?;
    console.say(&Message::new("nytt-dokument").with("fil", path.display().to_string()));
    Ok(Outcome::Done)
}
