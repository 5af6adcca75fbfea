use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::model::statistics;
use crate::source::File;

rule! {
    /// # Rapporten går inte att visa
    ///
    /// Mappen `statistik` har en undermapp för varje publicerad rapport om hur kunskapen har spridits. I den ligger filen
    /// `rapport.json`, precis som `samverka report` skrev den. Filen är ändrad för hand, avbruten eller skriven av ett annat
    /// program, och då går det inte att lita på siffrorna.
    ///
    /// Fel: en `rapport.json` som har öppnats och sparats i ett annat program
    ///
    /// Rätt: `samverka report --out rapport access.log`, och kopiera sedan `rapport/rapport.json` till
    /// `statistik/2026-forsta-halvaret/rapport.json`
    "trasig-rapport", Error, [Check::File(check)]
}

fn check(file: &File, report: &mut Report<'_>) {
    if let Some(Err(reason)) = statistics::read(file) {
        report.whole(Message::new("trasig-rapport").with("orsak", reason.to_string()));
    }
}
