use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::picture::{self, Format, HEAVY};
use crate::source::{Content, File};

rule! {
    /// # Bilden är tung
    ///
    /// Bilden är mer än 300 kB när den publiceras. Det är mer än allt annat på en sida tillsammans. Den som läser på telefon
    /// med dålig täckning får vänta.
    ///
    /// Programmet räknar på det som publiceras, alltså efter det att bilden har gjorts smalare och sparats som WebP.
    ///
    /// Fel: ett foto i PNG, eller ett foto i JPEG med högsta kvalitet
    ///
    /// Rätt: spara ett foto som JPEG eller WebP, högst 1 600 bildpunkter brett och med kvalitet 80. Spara en skärmbild eller
    /// ett diagram som PNG, och klipp bort det som inte behövs. Förenkla en SVG i ritprogrammet.
    "tung-bild", Warning, [Check::File(check)]
}

fn check(file: &File, report: &mut Report<'_>) {
    let Content::Bytes(bytes) = &file.content else { return };
    let Some(format) = Format::of_path(&file.path) else { return };
    // What is published of a small file is small, too: publishing each to see would take its time.
    if bytes.len() <= HEAVY {
        return;
    }
    let Some(published) = picture::published(format, bytes) else { return };
    if published.weight() > HEAVY {
        let kilobytes = |bytes: usize| bytes.div_ceil(1000).to_string();
        let message = Message::new("tung-bild").with("storlek", kilobytes(published.weight()));
        report.whole(message.with("hogst", kilobytes(HEAVY)));
    }
}
