use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::picture::{self, Fault, Format, MAX_PIXELS};
use crate::source::{Content, File};

rule! {
    /// # Bilden går inte att publicera
    ///
    /// Bilden är trasig, är en annan sorts bild än namnet säger eller har orimligt många bildpunkter. En webbläsare skulle
    /// visa en tom ruta.
    ///
    /// Allt annat sköter programmet när webbplatsen byggs. Uppgifter om plats, tid och kamera tas bort. En bild som är
    /// bredare än 1 600 bildpunkter görs mindre, och en som ligger på sidan vrids rätt. En PNG-bild publiceras också
    /// som WebP när det blir en mindre fil. Ur en SVG-bild tas det bort som ritprogrammet har sparat för egen del.
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
        Fault::TooLarge(size) => Message::new("trasig-bild-stor")
            .with("bredd", size.width.to_string())
            .with("hojd", size.height.to_string())
            .with("hogst", (MAX_PIXELS / 1_000_000).to_string()),
    });
}
