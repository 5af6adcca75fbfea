use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::model::Corpus;
use crate::parse::{Parsed, Status};
use crate::schema::{Kind, Spanned, Value};

rule! {
    /// # Ett datum i framtiden
    ///
    /// En nyhet, en publicering, en ändring eller en avpublicering har ett datum som inte har kommit än. Sidan byggs ändå, med
    /// datumet som det står.
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
    let changed = record.records("andringar").filter_map(|(change, _)| change.get("datum"));
    let dates = [news, withdrawn, record.get("publicerad-datum")].into_iter().flatten().chain(changed);
    for date in dates {
        let Spanned { value: Value::Date(day), span } = date else { continue };
        if *day > corpus.site.today && parsed.status() != Status::Draft {
            let today = corpus.site.today.to_string();
            report.at(span.clone(), Message::new("framtida-datum").with("idag", today));
        }
    }
}
