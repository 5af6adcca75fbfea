use crate::check::{Advised, Check, Report, rule};
use crate::i18n::Message;

rule! {
    /// # Texten är svår att läsa
    ///
    /// LIX räknar hur långa meningarna är och hur många ord som har fler än sex bokstäver. Över 60 räknas en text som mycket
    /// svår. Måttet ser inte om texten är klar och riktig, men ett högt tal är skäl att läsa den en gång till. Sidor med
    /// färre än 100 ord räknas inte, för där betyder ett enda ord för mycket.
    ///
    /// Fel: långa sammansatta ord i långa meningar: ”Samordningsförbundsfinansierad rehabiliteringssamverkan förutsätter …”
    ///
    /// Rätt: korta meningar med vanliga ord: ”Förbundet betalar. Parterna samverkar om rehabilitering. Det kräver …”
    ///
    /// Går texten inte att göra lättare, skriv varför i fälten överst:
    /// `godtas: [{regel: svarlast-text, skal: "Lagens egna termer"}]`
    "svarlast-text", Advice, [Check::Advice(check)]
}

/// Above this a text is very hard (C. H. Björnsson's scale: see [`readability`](crate::readability)).
const LIMIT: u32 = 60;

/// Of fewer words, one long name decides.
const FEWEST: usize = 100;

fn check(advised: &Advised<'_>, report: &mut Report<'_>) {
    let reading = advised.examined.reading;
    if reading.words >= FEWEST
        && let Some(lix) = reading.lix().filter(|lix| *lix > LIMIT)
    {
        report.whole(Message::new("svarlast-text").with("lix", lix.to_string()).with("grans", LIMIT.to_string()));
    }
}
