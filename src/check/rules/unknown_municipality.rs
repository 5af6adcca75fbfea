use super::suggest;
use crate::check::{Check, rule};
use crate::i18n::Message;
use crate::schema::FaultKind;

rule! {
    /// # Okänd kommun
    ///
    /// Kommunen skrivs med sitt officiella namn eller sin fyrsiffriga kod, så att exemplet hittas från kommunens och
    /// länets sida.
    ///
    /// Fel: `kommuner: [Götebrog]`
    ///
    /// Rätt: `kommuner: [Göteborg]` eller `kommuner: [1480]`
    "okand-kommun", Error, [Check::Field(message)]
}

fn message(fault: &FaultKind) -> Option<Message> {
    match fault {
        FaultKind::UnknownMunicipality { written, nearest } => {
            Some(suggest(Message::new("okand-kommun").with("kommun", written), nearest))
        }
        _ => None,
    }
}
