use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::source::{Content, Encoding, File};

rule! {
    /// # Filen är inte sparad som UTF-8
    ///
    /// Tecken som å, ä och ö lagras på olika sätt. Filen ska vara sparad som UTF-8, annars blir bokstäverna fel.
    ///
    /// Rätt: öppna filen i redigeraren, välj ”Spara med kodning” och UTF-8.
    ///
    /// Filer från Word eller Anteckningar är ofta sparade som UTF-16 eller Windows-1252.
    "teckenkodning", Error, [Check::File(check)]
}

fn check(file: &File, report: &mut Report<'_>) {
    if let Content::NotUtf8 { seems, at } = file.content {
        let id = match seems {
            Encoding::Utf16 => "teckenkodning-utf16",
            Encoding::Latin1 => "teckenkodning",
            Encoding::Binary => "teckenkodning-binar",
        };
        report.whole(Message::new(id).with("plats", (at + 1).to_string()));
    }
}
