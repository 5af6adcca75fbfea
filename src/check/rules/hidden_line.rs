use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::markdown::Missed;
use crate::parse::Parsed;

rule! {
    /// # Raden visas inte
    ///
    /// En rad som börjar med hakparenteser och ett kolon är i Markdown adressen till en länk. Den visas aldrig på sidan. Är
    /// det som står i hakparenteserna en siffra blir dessutom hänvisningarna till källan länkar någon annanstans.
    ///
    /// Fel: `[1]: https://www.example.se/rapport`
    ///
    /// Rätt: skriv källan under `kallor` överst i filen, och länkar i texten: `[rapporten](https://www.example.se/rapport)`.
    "dold-rad", Error, [Check::Document(check)]
}

fn check(parsed: &Parsed, report: &mut Report<'_>) {
    for (_, span) in parsed.body.missed.iter().filter(|(missed, _)| *missed == Missed::Definition) {
        report.at(span.clone(), Message::new("dold-rad"));
    }
}
