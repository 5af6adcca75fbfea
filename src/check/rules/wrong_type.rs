use crate::check::{Check, rule};
use crate::i18n::Message;
use crate::schema::FaultKind;
use crate::schema::read::Expected;

rule! {
    /// # Värdet är av fel sort
    ///
    /// Varje fält väntar sig en viss sorts värde: text, tal, datum, ja eller nej, eller en lista. Värdet här är av en
    /// annan sort och går inte att använda.
    ///
    /// Fel: `granskad: i våras`
    ///
    /// Rätt: `granskad: 2026-05-12`
    "fel-typ", Error, [Check::Field(message)]
}

fn message(fault: &FaultKind) -> Option<Message> {
    let FaultKind::WrongType { key, expected } = fault else { return None };
    let id = match expected {
        Expected::Text => "fel-typ-text",
        Expected::YesNo => "fel-typ-ja-nej",
        Expected::YesNoUnknown => "fel-typ-ja-nej-okant",
        Expected::Integer => "fel-typ-tal",
        Expected::Date => "fel-typ-datum",
        Expected::DateOrNo => "fel-typ-datum-nej",
        Expected::Sources => "fel-typ-kallor",
        Expected::Email => "fel-typ-e-post",
        Expected::Record if key.is_empty() => "fel-typ-filen",
        Expected::Record => "fel-typ-falt",
        Expected::List => "fel-typ-lista",
    };
    Some(Message::new(id).with("nyckel", *key))
}
