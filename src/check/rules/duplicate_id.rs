use std::collections::HashSet;

use crate::check::run::groups;
use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::model::Corpus;
use crate::model::address::{self, INTRODUCED};
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

fn numbers(parsed: &Parsed, report: &mut Report<'_>) {
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

fn terms(parsed: &Parsed, report: &mut Report<'_>) {
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

/// Two documents at one address, also one that differs in case only; a document or a former address where the program
/// makes a page or file of its own.
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
    let generated = generated(corpus);
    let claims: Vec<_> = claims.map(|(address, claimant)| (address::key(&address), (address, claimant))).collect();
    for (key, (address, (parsed, span))) in &claims {
        let is_introduction = span.is_none() && parsed.kind == Kind::Page && INTRODUCED.contains(&address.as_str());
        if generated.contains(key) && !is_introduction {
            let message = Message::new("dubbelt-id-upptagen").with("adress", address);
            report.in_file(&parsed.path, span.clone(), message);
        }
    }
    for (_, mut claimants) in groups(claims.into_iter()) {
        // The page itself has more right to its address than one that says it had it.
        claimants.sort_by_key(|(_, (_, span))| span.is_some());
        let other = claimants[0].1.0.path.to_string();
        for (address, (parsed, span)) in &claimants[1..] {
            let message = Message::new("dubbelt-id-adress").with("adress", address).with("annan", &other);
            report.in_file(&parsed.path, span.clone(), message);
        }
    }
}

/// The keys of every page and file that is no document's.
fn generated(corpus: &Corpus) -> HashSet<String> {
    let pages = corpus.site.routes.iter().filter(|route| {
        !matches!(route.page, Page::Document(_) | Page::Withdrawn(_) | Page::Redirect { .. } | Page::Removed(_))
    });
    let files = corpus.site.files.keys().map(String::as_str);
    pages.map(|route| route.address.as_str()).chain(files).map(address::key).collect()
}
