use crate::check::{Check, rule};
use crate::i18n::Message;
use crate::yaml::FaultKind;

rule! {
    /// # Ankare, alias och taggar används inte
    ///
    /// I YAML betyder `&namn`, `*namn` och `!typ` något särskilt. Här används de aldrig, för att en fil ska kunna läsas
    /// rakt upp och ner av den som inte kan YAML.
    ///
    /// Fel: `former: *samma`
    ///
    /// Rätt: skriv ut värdet. Börjar en text med något av tecknen, sätt den inom citattecken: `titel: "*Torget*"`.
    "yaml-ankare", Error, [Check::Yaml(message)]
}

fn message(fault: &FaultKind) -> Option<Message> {
    matches!(fault, FaultKind::Anchor).then(|| Message::new("yaml-ankare"))
}
