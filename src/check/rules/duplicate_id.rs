use std::collections::HashSet;

use crate::check::run::groups;
use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::model::Corpus;
use crate::model::address;
use crate::model::routes::Page;
use crate::parse::Parsed;
use crate::schema::{Kind, Value};

rule! {
    /// # Två saker har samma id, nummer eller adress
    ///
    /// En adress leder till en enda sida, ett värde i en vokabulär står en gång och ett källnummer pekar på en enda källa.
    ///
    /// Fel: två källor med `nr: 1`
    ///
    /// Rätt: ge den ena ett annat nummer eller id. Har en sida samma adress som en annan, byt namn på den nyaste filen.
    "dubbelt-id", Error, [Check::Document(numbers), Check::Document(terms), Check::Site(addresses)]
}

fn numbers(parsed: &Parsed, _: &Corpus, report: &mut Report<'_>) {
    let mut seen = HashSet::new();
    for (source, span) in parsed.records.iter().flat_map(|r| r.records("kallor")) {
        if let Some(number) = source.integer("nr")
            && !seen.insert(number)
        {
            let span = source.get("nr").map_or(span, |nr| &nr.span).clone();
            report.at(span, Message::new("dubbelt-id-kalla").with("nummer", number.to_string()));
        }
    }
}

fn terms(parsed: &Parsed, _: &Corpus, report: &mut Report<'_>) {
    let mut seen = HashSet::new();
    let ids = parsed.records.iter().flat_map(|record| {
        let terms = record.records("varden").filter_map(|(term, _)| term.get("id"));
        terms.chain(record.get("term").filter(|_| parsed.kind == Kind::Glossary))
    });
    for id in ids {
        if let Value::Id(text) | Value::Text(text) = &id.value
            && !seen.insert(crate::words::slug(text))
        {
            report.at(id.span.clone(), Message::new("dubbelt-id").with("id", text));
        }
    }
}

/// Two documents at one address; a document where the program makes a page of its own; a former address in use.
fn addresses(corpus: &Corpus, report: &mut Report<'_>) {
    let documents = || corpus.parsed.iter().filter(|p| p.kind.has_body());
    let claims = documents().flat_map(|parsed| {
        let own = std::iter::once((address::of_document(parsed.kind, &parsed.path), (parsed, None)));
        let former = parsed.record().list("tidigare-adresser").iter().filter_map(move |item| match &item.value {
            Value::Text(former) => Some((former.clone(), (parsed, Some(item.span.clone())))),
            _ => None,
        });
        own.chain(former)
    });
    for (address, mut claimants) in groups(claims) {
        // The page itself has more right to its address than one that says it had it.
        claimants.sort_by_key(|(_, span)| span.is_some());
        for (parsed, span) in &claimants[1..] {
            let other = claimants[0].0.path.to_string();
            let message = Message::new("dubbelt-id-adress").with("adress", &address).with("annan", other);
            report.in_file(&parsed.path, span.clone(), message);
        }
    }
    let is_generated = |address: &str| {
        corpus.site.route(address).is_some_and(|route| {
            !matches!(route.page, Page::Document(_) | Page::Withdrawn(_) | Page::Redirect { .. } | Page::Removed(_))
        })
    };
    for parsed in documents() {
        let address = address::of_document(parsed.kind, &parsed.path);
        if parsed.kind != Kind::Page && is_generated(&address) {
            let message = Message::new("dubbelt-id-upptagen").with("adress", &address);
            report.in_file(&parsed.path, None, message);
        }
        for former in parsed.record().list("tidigare-adresser") {
            if let Value::Text(address) = &former.value
                && is_generated(address)
            {
                let message = Message::new("dubbelt-id-upptagen").with("adress", address);
                report.in_file(&parsed.path, Some(former.span.clone()), message);
            }
        }
    }
}
