use crate::check::{Check, rule};
use crate::i18n::Message;
use crate::schema::FaultKind;

rule! {
    /// # Samma fält står två gånger
    ///
    /// Ett fält får bara stå en gång. Annars är det oklart vilket värde som gäller.
    ///
    /// Fel: två rader som börjar med `titel:`
    ///
    /// Rätt: behåll den ena. Ska fältet ha flera värden, skriv dem i en lista: `kommuner: [Nacka, Värmdö]`.
    "dubbel-nyckel", Error, [Check::Field(message)]
}

fn message(fault: &FaultKind) -> Option<Message> {
    match fault {
        FaultKind::DuplicateKey { key } => Some(Message::new("dubbel-nyckel").with("nyckel", *key)),
        _ => None,
    }
}
