use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::source::{Content, File};

rule! {
    /// # Filen är för stor
    ///
    /// En textfil får vara högst 1 MiB och en mediefil högst 5 MiB. Större filer tar lång tid att hämta på en telefon, och
    /// är oftast något annat än det som var tänkt.
    ///
    /// Rätt: minska bilden eller dela upp texten.
    ///
    /// Är det ett dokument som redan finns på en annan webbplats, länka till det i stället.
    "for-stor-fil", Error, [Check::File(check)]
}

fn check(file: &File, report: &mut Report<'_>) {
    if let Content::TooLarge { bytes, limit } = file.content {
        let mebibytes = |bytes: u64| format!("{:.1}", bytes as f64 / f64::from(1 << 20)).replace('.', ",");
        let message = Message::new("for-stor-fil").with("storlek", mebibytes(bytes)).with("hogst", mebibytes(limit));
        report.whole(message);
    }
}
