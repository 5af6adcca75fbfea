use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::picture;
use crate::source::{Content, File};

rule! {
    /// # Bilden avslöjar var den togs
    ///
    /// En telefon skriver in platsen i varje foto. Fotot av ett möte hemma hos någon visar då adressen för den som laddar
    /// ner bilden.
    ///
    /// Fel: ett foto direkt från telefonen
    ///
    /// Rätt: spara om bilden utan uppgifter om plats, till exempel med ”Ta bort egenskaper och personlig information” i
    /// Windows eller `exiftool -all= bild.jpg`.
    ///
    /// Programmet letar i Exif och XMP, i JPEG, PNG och WebP, och i XMP i GIF. En plats som står någon annanstans, eller som
    /// syns i bilden, hittar det inte.
    "bild-med-plats", Error, [Check::File(check)]
}

fn check(file: &File, report: &mut Report<'_>) {
    if let Content::Bytes(bytes) = &file.content
        && picture::has_place(bytes)
    {
        report.whole(Message::new("bild-med-plats"));
    }
}
