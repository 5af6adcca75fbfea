use super::suggest;
use crate::check::{Check, rule};
use crate::i18n::Message;
use crate::schema::FaultKind;

rule! {
    /// # Värdet finns inte i vokabulären
    ///
    /// Fältet tar bara värden ur en bestämd lista, för att exempel ska gå att hitta och jämföra. Listorna finns i mappen
    /// `vokabular`.
    ///
    /// Fel: `former: [samverkansteam]`
    ///
    /// Rätt: `former: [gemensamt-team]`. Saknas ett värde som behövs, föreslå det för redaktionen.
    "okant-varde", Error, [Check::Field(message)]
}

fn message(fault: &FaultKind) -> Option<Message> {
    match fault {
        FaultKind::NotInVocabulary { key, written, nearest } => {
            Some(suggest(Message::new("okant-varde").with("nyckel", *key).with("varde", written), nearest))
        }
        FaultKind::NotAChoice { key, written, allowed } => {
            let message = Message::new("okant-varde-val").with("nyckel", *key).with("varde", written);
            Some(message.with("tillatna", allowed.join(", ")))
        }
        FaultKind::UnknownFieldName { written, nearest } => {
            Some(suggest(Message::new("okant-varde-faltnamn").with("varde", written), nearest))
        }
        _ => None,
    }
}
