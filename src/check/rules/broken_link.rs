use super::suggest;
use crate::check::{Check, Report, rule};
use crate::i18n::Message;
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
    "bruten-lank", Error, [Check::Document(check)]
}

fn check(parsed: &Parsed, corpus: &Corpus, report: &mut Report<'_>) {
    for link in &parsed.body.links {
        target(parsed, corpus, &link.target, link.span.clone(), report);
    }
    for image in &parsed.body.images {
        target(parsed, corpus, &image.target, image.span.clone(), report);
    }
    for record in &parsed.records {
        record.walk(parsed.kind.table(), &mut |field, value| {
            let (Value::Text(text) | Value::Id(text)) = &value.value else { return };
            match field_type(&field.ty) {
                // A former address is not a page, and that is the point.
                Type::SiteAddress if field.key == "tidigare-adresser" => {}
                Type::SiteAddress | Type::Address if text.starts_with('/') => {
                    target(parsed, corpus, text, value.span.clone(), report);
                }
                Type::Reference(kind) => reference(parsed, corpus, *kind, text, value.span.clone(), report),
                _ => {}
            }
        });
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
        None => {
            let others = corpus.parsed.iter().filter(|p| p.kind == kind && p.path != parsed.path);
            let near = nearest(id, others.map(Parsed::stem), 2);
            report.at(span, suggest(Message::new("bruten-lank-id").with("id", id), &near));
        }
    }
}

fn target(parsed: &Parsed, corpus: &Corpus, target: &str, span: Span, report: &mut Report<'_>) {
    if target.contains("://") || target.starts_with("mailto:") || target.starts_with("tel:") || target.starts_with("//")
    {
        return;
    }
    if super::bad_address::is_dangerous(target) {
        return;
    }
    let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
    let Some(address) = resolve(parsed, path) else {
        report.at(span, Message::new("bruten-lank-utanfor").with("mal", target));
        return;
    };
    if corpus.site.has_file(&address) {
        return;
    }
    if let Some(route) = corpus.site.route(&address) {
        if !anchor.is_empty() && !corpus.site.has_anchor(route, anchor) {
            report.at(span, Message::new("bruten-lank-rubrik").with("rubrik", anchor).with("adress", &address));
        }
        return;
    }
    if corpus.drafts.contains_key(&address) {
        if parsed.status() != Status::Draft && !is_unread(corpus, &address) {
            report.at(span, Message::new("bruten-lank-utkast").with("adress", &address));
        }
        return;
    }
    let is_file = address.rsplit('/').next().is_some_and(|name| name.contains('.'));
    let (id, near) = if is_file && Kind::of_path(&address[1..]).is_none() {
        let media = nearest(&address, corpus.site.media.iter().map(|m| m.address.as_str()), 2);
        ("bruten-lank-fil", media.into_iter().map(str::to_owned).collect())
    } else {
        ("bruten-lank", corpus.nearest_addresses(&address))
    };
    report.at(span, suggest(Message::new(id).with("adress", target), &near));
}

/// Whether the document at an address is hidden only by a fault in its front matter, which has its own message.
pub(super) fn is_unread(corpus: &Corpus, address: &str) -> bool {
    corpus.drafts.get(address).and_then(|path| corpus.parsed(path)).is_some_and(|parsed| !parsed.is_read())
}

/// The address on the site that a link means; none when it leads out of the content folder.
fn resolve(parsed: &Parsed, path: &str) -> Option<String> {
    let own = address::of_document(parsed.kind, &parsed.path);
    if path.is_empty() {
        return Some(own);
    }
    if path.starts_with('/') {
        // Only the search page takes a question, `/sok/?q=fia`.
        return Some(path.split('?').next().unwrap_or(path).to_owned());
    }
    let mut parts: Vec<&str> = parsed.path.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    let file = parts.join("/");
    Some(match Kind::of_path(&file) {
        Some(kind) if kind.has_body() => address::of_document(kind, &file),
        _ => format!("/{file}"),
    })
}
