use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::markdown::Missed;
use crate::parse::Parsed;

rule! {
    /// # Raden har fel antal celler
    ///
    /// Varje rad i en tabell ska ha lika många celler som den första raden har. Har en rad fler visas de sista inte alls. Har
    /// den färre blir rutor tomma, och läsaren vet inte vad som fattas.
    ///
    /// Fel: `| Kommunen | Kallar | varje vecka |` i en tabell med kolumnerna `| Vem | Gör vad |`
    ///
    /// Rätt: `| Kommunen | Kallar varje vecka |`. En tom cell skrivs `| |`, och ett lodstreck som ska synas skrivs `\|`.
    "ojamn-tabell", Error, [Check::Document(check)]
}

fn check(parsed: &Parsed, report: &mut Report<'_>) {
    for (missed, span) in &parsed.body.missed {
        match missed {
            Missed::ExtraCells => report.at(span.clone(), Message::new("ojamn-tabell")),
            Missed::FewCells => report.at(span.clone(), Message::new("ojamn-tabell-farre")),
            _ => {}
        }
    }
}
