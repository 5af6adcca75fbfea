use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::model::Corpus;
use crate::model::settings::Mode;
use crate::parse::Status;
use crate::yaml::Span;

rule! {
    /// # Inte klart för skarp drift
    ///
    /// Med `lage: skarp` är webbplatsen en tjänst som människor litar på. Då får kontaktuppgifterna inte vara påhittade, och
    /// varje sida om lag ska vara kontrollerad mot den officiella texten.
    ///
    /// Fel: `lage: skarp` och `kontrollerad: nej` på en sida om lag
    ///
    /// Rätt: kontrollera lagtexten och skriv datum, eller låt webbplatsen vara en demonstration tills allt är klart.
    "skarpt-lage", Error, [Check::Site(check)]
}

fn check(corpus: &Corpus, report: &mut Report<'_>) {
    let settings = &corpus.site.settings;
    if settings.mode != Mode::Service {
        return;
    }
    let Some(file) = corpus.file("webbplats.yaml") else { return };
    let contact = settings.contact.as_ref();
    let address = contact.and_then(|c| c.email.as_deref());
    if address.is_none_or(is_placeholder) {
        report.in_file(&file.path, place(corpus, &file.path, "kontakt"), Message::new("skarpt-lage-kontakt"));
    }
    if is_placeholder(&settings.address) {
        report.in_file(&file.path, place(corpus, &file.path, "adress"), Message::new("skarpt-lage-adress"));
    }
    for document in corpus.site.documents.iter().filter(|d| d.status == Status::Published) {
        if document.law.as_ref().is_some_and(|law| law.checked.is_none()) {
            let span = place(corpus, &document.file, "lagtext");
            report.in_file(&document.file, span, Message::new("skarpt-lage-lag"));
        }
    }
}

/// Where a field of a file stands.
fn place(corpus: &Corpus, path: &str, key: &str) -> Option<Span> {
    let parsed = corpus.parsed(path)?;
    parsed.record().get(key).map(|value| value.span.clone())
}

/// Names that are reserved for examples (RFC 2606 and 6761).
fn is_placeholder(address: &str) -> bool {
    let host = address.rsplit('@').next().unwrap_or(address);
    let host = host.split("://").last().unwrap_or(host).split(['/', ':']).next().unwrap_or(host);
    const RESERVED: [&str; 9] = [
        "example",
        "invalid",
        "test",
        "localhost",
        "example.com",
        "example.org",
        "example.net",
        "example.se",
        "exempel.se",
    ];
    RESERVED.iter().any(|name| host.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
}
