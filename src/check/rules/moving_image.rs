use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::picture::{self, Fault, Format};
use crate::source::{Content, File};

rule! {
    /// # Bilden rör sig
    ///
    /// Den som läser kan inte stoppa en bild som rör sig. Rörelsen gör det svårt att läsa texten bredvid, särskilt för den som
    /// har svårt att hålla kvar uppmärksamheten. Rörelse som pågår i mer än fem sekunder måste gå att stoppa (WCAG 2.2.2).
    /// Därför publiceras bara stillbilder.
    ///
    /// Fel: en GIF, PNG eller WebP med flera bildrutor, eller en SVG med `<animate>`, `@keyframes`, `animation` eller
    /// `transition`
    ///
    /// Rätt: spara en av bildrutorna som stillbild. Visar bilden något steg för steg, spara en bild för varje steg. En film
    /// med knappar för att stoppa och spela kan du länka till.
    "rorlig-bild", Error, [Check::File(check)]
}

fn check(file: &File, report: &mut Report<'_>) {
    let Content::Bytes(bytes) = &file.content else { return };
    let Some(format) = Format::of_path(&file.path) else { return };
    if format == Format::Svg {
        for part in picture::motion_of_drawing(bytes) {
            report.whole(Message::new("rorlig-bild-svg").with("del", part));
        }
    } else if picture::checked(format, bytes) == Err(Fault::Moving) {
        report.whole(Message::new("rorlig-bild").with("sort", format.name()));
    }
}
