//! `samverka new`: a document with every field, made from its table.

use super::{Console, Failure, Outcome, today, write_new};
use crate::check::read_site;
use crate::cli::{New, NewKind};
use crate::i18n::Message;
use crate::model::routes::Page;
use crate::model::{Audience, Site, address};
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
    let site = read_site(&files, today, Audience::Editors);
    let file = format!("{}/{id}.md", kind.folder());
    refuse_taken(&site, kind, &file)?;
    let path = typed.input.content.join(&file);
    write_new(&path, &template::document(kind, &id, title, today, &site.vocabularies))?;
    console.say(&Message::new("nytt-dokument").with("fil", path.display().to_string()));
    Ok(Outcome::Done)
}

/// A document at an address that another page has would only be a fault: `sidor/om.md` beside `sidor/om/index.md`.
fn refuse_taken(site: &Site, kind: Kind, file: &str) -> Result<(), Failure> {
    let address = address::of_document(kind, file);
    let message = |id| Message::new(id).with("adress", &address);
    if let Some(other) = site.document_at(&address) {
        // The same file has a message of its own.
        return if *other.file == *file {
            Ok(())
        } else {
            Err(message("adress-upptagen").with("fil", &*other.file).into())
        };
    }
    let is_introduction = kind == Kind::Page && address::INTRODUCED.contains(&address.as_str());
    match site.route(&address).map(|route| &route.page) {
        None => Ok(()),
        Some(_) if is_introduction => Ok(()),
        Some(Page::Redirect { to }) => {
            let owner = site.document_at(to).map_or(to.as_str(), |document| &document.file);
            Err(message("adress-upptagen").with("fil", owner).into())
        }
        Some(Page::Removed(_)) => Err(message("adress-upptagen").with("fil", "adresser.txt").into()),
        Some(_) => Err(message("adress-egen").into()),
    }
}
