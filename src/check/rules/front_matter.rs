use crate::check::{Check, rule};
use crate::i18n::Message;
use crate::parse::FenceFault;
use crate::yaml::Span;

rule! {
    /// # Fälten överst saknas eller tar inte slut
    ///
    /// Filen ska börja med en rad `---`, sedan fälten och så en ny rad `---`. Därefter kommer texten. Utan de raderna går
    /// det inte att veta vad som är fält och vad som är text.
    ///
    /// Fel: filen börjar direkt med `titel: …`, eller raden `---` efter fälten är borta.
    ///
    /// Rätt: sätt en rad med bara `---` före det första fältet och en efter det sista.
    "saknad-inledning", Error, [Check::Fence(message)]
}

fn message(fault: &FenceFault) -> Option<(Span, Message)> {
    match fault {
        FenceFault::NoFrontMatter => Some((0..0, Message::new("saknad-inledning"))),
        FenceFault::NoEnd(span) => Some((span.clone(), Message::new("saknad-inledning-slut"))),
        FenceFault::SecondDocument(_) => None,
    }
}
