use super::sources::{sources, supports};
use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::parse::Parsed;

rule! {
    /// # En politisk källa är ensamt stöd
    ///
    /// Ett parti eller en förtroendevald kan ha rätt, men har också ett intresse i saken. En uppgift får därför inte bara
    /// bygga på källor med `typ: politisk`.
    ///
    /// Fel: `… fick en gemensam chef [4].` när källa 4 är ett partis webbplats
    ///
    /// Rätt: hänvisa också till en källa av annat slag, `[1][4]`, eller ta bort uppgiften.
    "politisk-kalla", Error, [Check::Document(check)]
}

fn check(parsed: &Parsed, report: &mut Report<'_>) {
    let sources = sources(parsed);
    let is_political = |number: &u32| sources.get(number).is_some_and(|(s, _)| s.text("typ") == Some("politisk"));
    for support in supports(parsed) {
        if !support.numbers.is_empty() && support.numbers.iter().all(|(number, _)| is_political(number)) {
            report.at(support.span, Message::new("politisk-kalla"));
        }
    }
}
