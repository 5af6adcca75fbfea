use super::suggest;
use crate::check::{Check, rule};
use crate::i18n::Message;
use crate::schema::FaultKind;

rule! {
    /// # Okänt fält
    ///
    /// Namnet före kolonet är inget fält som den här sortens fil har. Oftast är det felstavat. Det som står där skulle
    /// aldrig synas på webbplatsen.
    ///
    /// Fel: `tittel: Torget`
    ///
    /// Rätt: `titel: Torget`
    "okand-nyckel", Error, [Check::Field(message)]
}

fn message(fault: &FaultKind) -> Option<Message> {
    match fault {
        FaultKind::UnknownKey { key, nearest } => {
            Some(suggest(Message::new("okand-nyckel").with("nyckel", shorten(key)), nearest))
        }
        _ => None,
    }
}

/// A key may be as long as a file.
fn shorten(key: &str) -> String {
    match key.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &key[..end]),
        None => key.to_owned(),
    }
}
