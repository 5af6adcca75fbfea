use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::parse::Parsed;

rule! {
    /// # HTML i texten
    ///
    /// Texten skrivs i Markdown. HTML tas aldrig med, eftersom den kan göra sidan otillgänglig eller köra kod hos läsaren.
    ///
    /// Fel: `<b>viktigt</b>`
    ///
    /// Rätt: `**viktigt**`. Ska ett mindre än-tecken synas, skriv `\<`.
    "ra-html", Error, [Check::Document(check)]
}

fn check(parsed: &Parsed, report: &mut Report<'_>) {
    for span in &parsed.body.raw_html {
        report.at(span.clone(), Message::new("ra-html"));
    }
}
