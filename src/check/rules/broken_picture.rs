use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::picture::{self, Fault, Format, MAX_BYTES, MAX_PIXELS, MAX_RATIO, Size};
use crate::source::{Content, File};

rule! {
    /// # Bilden går inte att publicera
    ///
    /// Bilden är trasig, är en annan sorts bild än namnet säger eller har orimliga mått. En webbläsare skulle visa en tom ruta
    /// eller behöva mer minne än en telefon har.
    ///
    /// En bild får ha högst 50 miljoner bildpunkter, och färre om den har fler färger än skärmar visar. Är den längre än 1 600 bildpunkter får den långa sidan vara högst tio
    /// gånger den korta.
    ///
    /// Det här sköter programmet när webbplatsen byggs:
    ///
    /// - Uppgifter om plats, tid och kamera tas bort.
    /// - En bild som är bredare än 1 600 bildpunkter görs smalare, om filen då blir mindre. Ett foto i WebP behåller sin
    ///   bredd.
    /// - En bild som ligger på sidan vrids rätt. Ett foto i WebP vrider du själv: programmet skulle göra filen många gånger
    ///   större.
    /// - En PNG-bild publiceras också som WebP, om filen då blir mindre.
    /// - Ur en SVG-bild tas det bort som ritprogrammet har sparat för egen del.
    ///
    /// Fel: en fil från en avbruten nedladdning, eller ett foto i JPEG som heter `karta.png`
    ///
    /// Rätt: öppna bilden i ett bildprogram och spara den på nytt. Ge filen den ändelse som bilden har.
    "trasig-bild", Error, [Check::File(check)]
}

fn check(file: &File, report: &mut Report<'_>) {
    let Content::Bytes(bytes) = &file.content else { return };
    let Some(format) = Format::of_path(&file.path) else { return };
    let Err(fault) = picture::checked(format, bytes) else { return };
    report.whole(match fault {
        Fault::Broken if format == Format::Svg => Message::new("trasig-bild-svg"),
        Fault::Broken => Message::new("trasig-bild").with("sort", format.name()),
        Fault::Other(other) => {
            Message::new("trasig-bild-annan").with("sort", format.name()).with("annan", other.name())
        }
        Fault::TooLarge(size) => sized("trasig-bild-stor", size).with("hogst", (MAX_PIXELS / 1_000_000).to_string()),
        Fault::TooDeep(size) => sized("trasig-bild-djup", size).with("hogst", (MAX_BYTES / 1_000_000).to_string()),
        Fault::TooLong(size) => sized("trasig-bild-lang", size).with("hogst", MAX_RATIO.to_string()),
        Fault::Turned => Message::new("trasig-bild-vriden"),
        // These are other rules' faults.
        Fault::Moving | Fault::TooMuch | Fault::Circle => return,
    });
}

fn sized(id: &'static str, size: Size) -> Message {
    Message::new(id).with("bredd", size.width.to_string()).with("hojd", size.height.to_string())
}
