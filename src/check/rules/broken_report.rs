use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::model::Corpus;

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
    "trasig-rapport", Error, [Check::Site(check)]
}

fn check(corpus: &Corpus, report: &mut Report<'_>) {
    for broken in &corpus.site.broken_reports {
        report.in_file(&broken.path, None, Message::new("trasig-rapport").with("orsak", &broken.reason));
    }
}
