use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::parse::Parsed;

rule! {
    /// # Bilden saknar alternativtext
    ///
    /// Den som inte ser bilden får i stället höra vad den visar. Utan text hörs ingenting, eller filens namn.
    ///
    /// Fel: `![](/media/karta.svg)`
    ///
    /// Rätt: `![Karta över de sex kommunerna i Roslagen](/media/karta.svg)`
    "bild-utan-alt", Error, [Check::Document(check)]
}

fn check(parsed: &Parsed, report: &mut Report<'_>) {
    for image in parsed.body.images.iter().filter(|image| image.alt.trim().is_empty()) {
        report.at(image.span.clone(), Message::new("bild-utan-alt"));
    }
}
