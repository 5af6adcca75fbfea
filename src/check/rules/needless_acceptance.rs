use crate::check::{Accepted, Check, Report, rule};
use crate::i18n::Message;

rule! {
    /// # Ett råd godtas i onödan
    ///
    /// I `godtas` står en regel som inte längre har något att säga om sidan. Kanske är texten omskriven. Står raden kvar döljer
    /// den nästa råd, som någon annan kan behöva.
    ///
    /// Fel: `godtas: [{regel: lang-mening, skal: "Återger lagen"}]` på en sida utan långa meningar
    ///
    /// Rätt: ta bort raden.
    "onodigt-godtagande", Advice, [Check::Unneeded(check)]
}

fn check(unneeded: &[Accepted<'_>], report: &mut Report<'_>) {
    for accepted in unneeded {
        report.at(accepted.span.clone(), Message::new("onodigt-godtagande").with("regel", accepted.rule));
    }
}
