use std::collections::HashSet;

use super::sources::{sources, supports};
use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::parse::Parsed;

rule! {
    /// # Källan används aldrig
    ///
    /// Källan står i `kallor` men inget i texten hänvisar till den. Läsaren vet då inte vad den stöder.
    ///
    /// Fel: `kallor` har nummer 2, men `[2]` står ingenstans.
    ///
    /// Rätt: skriv `[2]` efter den mening som källan stöder, eller ta bort källan.
    "oanvand-kalla", Error, [Check::Document(check)]
}

fn check(parsed: &Parsed, report: &mut Report<'_>) {
    if !parsed.kind.has_body() || !parsed.is_read() {
        return;
    }
    let cited: HashSet<u32> = supports(parsed).into_iter().flat_map(|s| s.numbers).map(|(n, _)| n).collect();
    for (number, (source, span)) in sources(parsed) {
        if !cited.contains(&number) {
            let span = source.get("nr").map_or(span, |nr| &nr.span).clone();
            report.at(span, Message::new("oanvand-kalla").with("nummer", number.to_string()));
        }
    }
}
