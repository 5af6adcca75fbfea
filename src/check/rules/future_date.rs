use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::model::Corpus;
use crate::parse::{Parsed, Status};
use crate::schema::{Kind, Spanned, Value};

rule! {
    /// # Ett datum i framtiden
    ///
    /// En nyhet eller en avpublicering har ett datum som inte har kommit än. Sidan byggs ändå, med datumet som det står.
    ///
    /// Fel: `datum: 2062-11-22`
    ///
    /// Rätt: `datum: 2026-11-22`. Ska nyheten vänta till dess, skriv `status: utkast`.
    "framtida-datum", Warning, [Check::Among(check)]
}

fn check(parsed: &Parsed, corpus: &Corpus, report: &mut Report<'_>) {
    let record = parsed.record();
    let withdrawn = record.record("avpublicerad").and_then(|withdrawn| withdrawn.get("datum"));
    let news = record.get("datum").filter(|_| parsed.kind == Kind::News);
    for date in [news, withdrawn].into_iter().flatten() {
        let Spanned { value: Value::Date(day), span } = date else { continue };
        if *day > corpus.site.today && parsed.status() != Status::Draft {
            let today = corpus.site.today.to_string();
            report.at(span.clone(), Message::new("framtida-datum").with("idag", today));
        }
    }
}
