use super::sources::{sources, supports};
use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::parse::Parsed;

rule! {
    /// # Hänvisningen saknar källa
    ///
    /// Texten hänvisar till ett källnummer som inte finns i `kallor`. Läsaren kan då inte kontrollera uppgiften.
    ///
    /// Fel: `… varannan vecka [3].` när det bara finns två källor
    ///
    /// Rätt: rätta numret, eller lägg till källan i `kallor`.
    "kalla-saknas", Error, [Check::Document(check)]
}

fn check(parsed: &Parsed, report: &mut Report<'_>) {
    if !parsed.is_read() {
        return;
    }
    let sources = sources(parsed);
    for (number, span) in supports(parsed).into_iter().flat_map(|support| support.numbers) {
        if !sources.contains_key(&number) {
            report.at(span, Message::new("kalla-saknas").with("nummer", number.to_string()));
        }
    }
}
