use std::collections::HashSet;

use super::suggest;
use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::markdown::Missed;
use crate::model::links::LinkFault;
use crate::model::routes::Page;
use crate::model::{Corpus, address};
use crate::parse::{Parsed, Status};
use crate::schema::{Kind, Type, Value};
use crate::words::nearest;
use crate::yaml::Span;

rule! {
    /// # Länken leder ingenstans
    ///
    /// Sidan, rubriken eller filen som länken pekar på finns inte på webbplatsen, eller är ett utkast som läsaren inte ser.
    ///
    /// Fel: `[Malmökraften](/exempel/malmokraften/)`
    ///
    /// Rätt: `[Malmökraften](/exempel/malmo-malmokraften/)`
    "bruten-lank", Error, [Check::Among(check)]
}

fn check(parsed: &Parsed, corpus: &Corpus, report: &mut Report<'_>) {
    let site = &corpus.site;
    for link in &parsed.body.links {
        let found = site.resolve(&parsed.path, &link.target).map(drop);
        report.maybe(&link.span, target(parsed, corpus, found, &link.target));
    }
    for image in &parsed.body.images {
        let found = site.resolve_picture(&parsed.path, &image.target).map(drop);
        report.maybe(&image.span, target(parsed, corpus, found, &image.target));
    }
    for (_, span) in parsed.body.missed.iter().filter(|(missed, _)| *missed == Missed::Link) {
        report.at(span.clone(), Message::new("bruten-lank-text"));
    }
    if parsed.kind == Kind::Glossary {
        see_also(parsed, report);
    }
    for record in &parsed.records {
        record.walk(parsed.kind.table(), &mut |field, value| {
            let (Value::Text(text) | Value::Id(text)) = &value.value else { return };
            match field_type(&field.ty) {
                // A former address is not a page, and that is the point.
                Type::SiteAddress if field.key == "tidigare-adresser" => {}
                Type::SiteAddress | Type::Address => {
                    let found = site.resolve(&parsed.path, text).map(drop);
                    report.maybe(&value.span, target(parsed, corpus, found, text));
                }
                Type::Reference(kind) => reference(parsed, corpus, *kind, text, value.span.clone(), report),
                _ => {}
            }
        });
    }
}

/// The terms that a term of the glossary refers to.
fn see_also(parsed: &Parsed, report: &mut Report<'_>) {
    let terms: HashSet<&str> = parsed.records.iter().filter_map(|record| record.text("term")).collect();
    for record in &parsed.records {
        for item in record.list("se-aven") {
            let Value::Text(written) = &item.value else { continue };
            if record.text("term") == Some(written) {
                report.at(item.span.clone(), Message::new("bruten-lank-sjalv-term").with("term", written));
            } else if !terms.contains(written.as_str()) {
                let near = nearest(written, terms.iter().copied().filter(|term| Some(*term) != record.text("term")), 2);
                report.at(item.span.clone(), suggest(Message::new("bruten-lank-term").with("term", written), &near));
            }
        }
    }
}

fn field_type(ty: &'static Type) -> &'static Type {
    match ty {
        Type::List(inner) => field_type(inner),
        ty => ty,
    }
}

fn reference(parsed: &Parsed, corpus: &Corpus, kind: Kind, id: &str, span: Span, report: &mut Report<'_>) {
    let path = format!("{}/{id}.md", kind.folder());
    match corpus.parsed(&path) {
        _ if path == *parsed.path => report.at(span, Message::new("bruten-lank-sjalv").with("id", id)),
        Some(found) if found.status() != Status::Draft || parsed.status() == Status::Draft || !found.is_read() => {}
        Some(_) => {
            let address = address::of_document(kind, &path);
            report.at(span, Message::new("bruten-lank-utkast").with("adress", address));
        }
        None if corpus.file(&path).is_some() => {}
        // Taken away with a reason, which is no more a fault than a document that was withdrawn: it must be possible at once.
        None if is_removed(corpus, &address::of_document(kind, &path)) => {}
        None => {
            let others = corpus.parsed.iter().filter(|p| p.kind == kind && p.path != parsed.path);
            let near = nearest(id, others.map(|p| p.stem()), 2);
            report.at(span, suggest(Message::new("bruten-lank-id").with("id", id), &near));
        }
    }
}

fn is_removed(corpus: &Corpus, address: &str) -> bool {
    corpus.site.route(address).is_some_and(|route| matches!(route.page, Page::Removed(_)))
}

/// What an address that leads nowhere within the site comes to; what is wrong with it by itself is another rule's.
fn target(parsed: &Parsed, corpus: &Corpus, found: Result<(), LinkFault>, written: &str) -> Option<Message> {
    match found.err()? {
        LinkFault::Outside => Some(Message::new("bruten-lank-utanfor").with("mal", written)),
        LinkFault::NoAnchor { address, anchor } => {
            Some(Message::new("bruten-lank-rubrik").with("rubrik", anchor).with("adress", address))
        }
        LinkFault::Nothing(address) if corpus.drafts.contains_key(&address) => {
            let is_hidden = parsed.status() != Status::Draft && !is_unread(corpus, &address);
            is_hidden.then(|| Message::new("bruten-lank-utkast").with("adress", address))
        }
        LinkFault::Nothing(address) if corpus.unread.contains(&address) => None,
        LinkFault::Nothing(address) => Some(nothing(corpus, &address, written)),
        LinkFault::Empty
        | LinkFault::Unsafe
        | LinkFault::OtherHost
        | LinkFault::Credentials
        | LinkFault::Incomplete
        | LinkFault::ForeignPicture
        | LinkFault::NotAPicture => None,
    }
}

fn nothing(corpus: &Corpus, address: &str, written: &str) -> Message {
    let is_file = address.rsplit('/').next().is_some_and(|name| name.contains('.'));
    let (id, near) = if is_file && Kind::of_path(&address[1..]).is_none() {
        let media = nearest(address, corpus.site.media.iter().map(|m| m.address.as_str()), 2);
        ("bruten-lank-fil", media.into_iter().map(str::to_owned).collect())
    } else {
        ("bruten-lank", corpus.nearest_addresses(address))
    };
    suggest(Message::new(id).with("adress", written), &near)
}

/// Whether the document at an address is hidden only by a fault in its file or front matter, which has its own message.
pub(super) fn is_unread(corpus: &Corpus, address: &str) -> bool {
    corpus.unread.contains(address)
        || corpus.drafts.get(address).and_then(|path| corpus.parsed(path)).is_some_and(|parsed| !parsed.is_read())
}
