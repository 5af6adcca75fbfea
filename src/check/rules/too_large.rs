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
        // Upwards, so that a file just over the limit is not said to be as large as the limit.
        let mebibytes = |bytes: u64| {
            let tenths = (bytes * 10).div_ceil(1 << 20);
            format!("{},{}", tenths / 10, tenths % 10)
        };
        let message = Message::new("for-stor-fil").with("storlek", mebibytes(bytes)).with("hogst", mebibytes(limit));
        report.whole(message);
    }
}
