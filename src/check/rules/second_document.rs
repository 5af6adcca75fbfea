use crate::check::{Check, rule};
use crate::i18n::Message;
use crate::parse::FenceFault;
use crate::yaml::{FaultKind, Span};

rule! {
    /// # Två dokument i samma fil
    ///
    /// Varje exempel och sida har en egen fil. Står det en ny rad med `---` och nya fält längre ner har två filer hamnat
    /// i en, och det andra dokumentet skulle aldrig synas.
    ///
    /// Rätt: flytta det andra dokumentet till en egen fil. Är `---` tänkt som en linje i texten, skriv `***` i stället.
    "flera-dokument", Error, [Check::Yaml(yaml), Check::Fence(fence)]
}

fn yaml(fault: &FaultKind) -> Option<Message> {
    matches!(fault, FaultKind::SecondDocument).then(|| Message::new("flera-dokument"))
}

fn fence(fault: &FenceFault) -> Option<(Span, Message)> {
    match fault {
        FenceFault::SecondDocument(span) => Some((span.clone(), Message::new("flera-dokument"))),
        _ => None,
    }
}
