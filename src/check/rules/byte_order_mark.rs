use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::schema::Kind;
use crate::source::{BYTE_ORDER_MARK, File};

rule! {
    /// # Ett osynligt tecken först i filen
    ///
    /// Windows-program sätter ibland ett osynligt tecken först i filen, ett byteordningsmärke (BOM). Samverka läser förbi
    /// det, men andra program kan läsa det som en del av den första raden, och en jämförelse visar raden som ändrad fast
    /// den ser likadan ut.
    ///
    /// Rätt: skriv `samverka check --fix` så tas tecknet bort. Eller öppna filen i redigeraren, välj ”Spara med kodning”
    /// och UTF-8, inte ”UTF-8 med BOM”.
    "byteordningsmarke", Warning, [Check::File(check)]
}

/// Of documents: a table keeps its mark, because without it Excel reads å as something else.
fn check(file: &File, report: &mut Report<'_>) {
    let is_document = Kind::of_path(&file.path).is_some();
    if is_document && file.text().is_some_and(|text| text.starts_with(BYTE_ORDER_MARK)) {
        report.whole(Message::new("byteordningsmarke"));
    }
}
