use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::markdown::Missed;
use crate::parse::Parsed;

rule! {
    /// # Länken har fått två adresser
    ///
    /// I Markdown kan en länks adress stå på en rad för sig, efter ett namn i hakparenteser. Har två rader samma namn gäller
    /// den första, och den andra försvinner utan ett ord. Stora och små bokstäver räknas som lika.
    ///
    /// Fel: `[avtalet]: /samverkan-och-juridik/` och längre ner `[Avtalet]: https://www.example.se/avtal`
    ///
    /// Rätt: ta bort den rad som är fel. Ska båda adresserna användas, skriv dem i länkarna:
    /// `[det nya avtalet](https://www.example.se/avtal)`.
    "dubbel-lankadress", Error, [Check::Document(check)]
}

fn check(parsed: &Parsed, report: &mut Report<'_>) {
    for (_, span) in parsed.body.missed.iter().filter(|(missed, _)| *missed == Missed::SecondDefinition) {
        report.at(span.clone(), Message::new("dubbel-lankadress"));
    }
}
