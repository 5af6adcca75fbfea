use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::parse::Parsed;

rule! {
    /// # För många nivåer i texten
    ///
    /// Listor i listor eller citat i citat går djupare än någon kan läsa, och det djupaste visas inte som det är skrivet.
    ///
    /// Fel: en lista med tjugo indrag
    ///
    /// Rätt: dela upp texten i avsnitt med rubriker, eller i flera listor efter varandra.
    "for-djup-text", Error, [Check::Document(check)]
}

fn check(parsed: &Parsed, report: &mut Report<'_>) {
    if let Some(span) = &parsed.body.too_deep {
        report.at(span.clone(), Message::new("for-djup-text"));
    }
}
