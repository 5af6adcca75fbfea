use crate::check::{Advised, Check, Report, rule};
use crate::i18n::Message;

rule! {
    /// # Rubriken säger inget
    ///
    /// Många läser bara rubrikerna, och den som lyssnar hoppar mellan dem. En rubrik som kunde stå över vilken text som helst
    /// hjälper ingen att hitta. Det gäller sidans titel också.
    ///
    /// Fel: `## Allmänt`, `## Övrigt` och `## Mer information`
    ///
    /// Rätt: `## Vem får vara med?` och `## Så ansöker du`
    ///
    /// Behövs rubriken, till exempel för att den står i en mall som ni har kommit överens om, skriv det i fälten överst:
    /// `godtas: [{regel: intetsagande-rubrik, skal: "Rubrik i parternas mall"}]`
    "intetsagande-rubrik", Advice, [Check::Advice(check)]
}

/// In order, in lower case.
const EMPTY: [&str; 22] = [
    "allmän information",
    "allmänt",
    "allmänt om",
    "annat",
    "blandat",
    "diverse",
    "information",
    "inledande information",
    "inledning",
    "intro",
    "introduktion",
    "kort om",
    "mer info",
    "mer information",
    "ny rubrik",
    "underrubrik",
    "viktig information",
    "viktigt",
    "viktigt att veta",
    "ytterligare information",
    "övrig information",
    "övrigt",
];

fn check(advised: &Advised<'_>, report: &mut Report<'_>) {
    let says_nothing = |text: &str| {
        let text = text.trim().trim_end_matches([':', '.', '!', '?', '…']).trim_end();
        // The longest has fewer bytes.
        text.len() <= 32 && EMPTY.binary_search(&text.to_lowercase().as_str()).is_ok()
    };
    let title = advised.parsed.record().get("titel").zip(advised.parsed.record().text("titel"));
    let title = title.map(|(value, text)| (value.span.clone(), text));
    let headings = advised.parsed.body.headings.iter().map(|heading| (heading.span.clone(), heading.text.as_str()));
    let empty = title.into_iter().chain(headings).filter(|(_, text)| says_nothing(text));
    report.few(empty.map(|(span, text)| (span, Message::new("intetsagande-rubrik").with("text", text.trim()))));
}

#[cfg(test)]
mod tests {
    #[test]
    fn headings_are_in_order() {
        assert!(super::EMPTY.is_sorted());
    }
}
