use crate::check::{Check, rule};
use crate::i18n::Message;
use crate::schema::FaultKind;

rule! {
    /// # Texten är för lång
    ///
    /// Titlar och sammanfattningar visas i listor och sökträffar. Där får en lång text inte plats, och den som letar
    /// hinner inte läsa den.
    ///
    /// Fel: en sammanfattning på tio rader
    ///
    /// Rätt: en eller två meningar, högst 300 tecken. Flytta resten till texten.
    "for-lang-text", Error, [Check::Field(message)]
}

fn message(fault: &FaultKind) -> Option<Message> {
    match fault {
        FaultKind::TooLong { key, length, max } => {
            let message = Message::new("for-lang-text").with("nyckel", *key);
            Some(message.with("langd", length.to_string()).with("hogst", max.to_string()))
        }
        _ => None,
    }
}
