use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::markdown::Missed;
use crate::parse::Parsed;

rule! {
    /// # Tabellen blir ingen tabell
    ///
    /// En tabell består av en rad med kolumnernas namn, en rad med streck och sedan raderna. Raden med streck ska ha lika
    /// många kolumner som den första raden, och det ska stå en tom rad före tabellen. Annars visas strecken som text.
    ///
    /// Fel: `| Vem | Gör vad |` och direkt under `| Kommunen | Kallar |`
    ///
    /// Rätt: `| Vem | Gör vad |`, därunder `| --- | --- |` och därunder `| Kommunen | Kallar |`
    "trasig-tabell", Error, [Check::Document(check)]
}

fn check(parsed: &Parsed, report: &mut Report<'_>) {
    for (_, span) in parsed.body.missed.iter().filter(|(missed, _)| *missed == Missed::Table) {
        report.at(span.clone(), Message::new("trasig-tabell"));
    }
}
