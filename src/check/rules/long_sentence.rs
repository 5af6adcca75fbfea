use crate::check::{Advised, Check, Report, rule};
use crate::i18n::Message;

rule! {
    /// # En mening är lång
    ///
    /// Den som läser måste minnas hur meningen började när den slutar. Efter drygt trettio ord får de flesta läsa om den.
    /// Därför får du ett råd när en mening har fler än 32 ord. Hakparenteser med källor räknas inte. Tabeller, citat och kod
    /// läses inte alls.
    ///
    /// Fel: ”Teamet, som består av två socialsekreterare och två arbetsförmedlare som alla arbetar halvtid i de gemensamma
    /// lokalerna vid torget, möter varje vecka de personer som har fått försörjningsstöd i minst sex månader och som själva
    /// har sagt ja till att vara med.”
    ///
    /// Rätt: ”Teamet består av två socialsekreterare och två arbetsförmedlare. Alla arbetar halvtid i de gemensamma lokalerna.
    /// De möter personer som har fått försörjningsstöd i minst sex månader.” Sätt punkt, eller gör en lista av en uppräkning.
    ///
    /// Behöver meningen vara lång, till exempel för att den återger en lag, skriv varför i fälten överst:
    /// `godtas: [{regel: lang-mening, skal: "Återger lagens ordning"}]`
    "lang-mening", Advice, [Check::Advice(check)]
}

fn check(advised: &Advised<'_>, report: &mut Report<'_>) {
    let long = advised.examined.long.iter();
    report.few(long.map(|(span, words)| (span.clone(), Message::new("lang-mening").with("ord", words.to_string()))));
}
