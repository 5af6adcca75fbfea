use super::missing::given;
use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::parse::Parsed;
use crate::schema::Value;

rule! {
    /// # Uppgiften både finns och sägs saknas
    ///
    /// Fältet eller avsnittet är ifyllt och står samtidigt i `uppgift-saknas`. Läsaren skulle få två motstridiga besked.
    ///
    /// Fel: `uppgift-saknas: [period]` när `period` är ifylld.
    ///
    /// Rätt: ta bort namnet ur `uppgift-saknas`, eller ta bort uppgiften om den är fel.
    "given-och-saknad", Error, [Check::Document(check)]
}

fn check(parsed: &Parsed, report: &mut Report<'_>) {
    let table = parsed.kind.table();
    for item in parsed.record().list("uppgift-saknas") {
        let Value::Id(key) = &item.value else { continue };
        if given(parsed, table, key) {
            report.at(item.span.clone(), Message::new("given-och-saknad").with("nyckel", key));
        }
    }
}
