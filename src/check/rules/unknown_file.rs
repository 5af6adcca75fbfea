use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::schema::Kind;
use crate::source::{Content, File};

rule! {
    /// # Filen hör inte hemma här
    ///
    /// Mapparna under `content` har var sin sorts fil. Filen ligger på fel plats, har fel ändelse, är en länk till en fil
    /// någon annanstans eller är en mapp med ett namn som en fil. Den skulle aldrig synas på webbplatsen.
    ///
    /// Fel: `exempel/malmo.docx` och `exempel/skane/malmo.md`
    ///
    /// Rätt: `exempel/malmo.md`. Exempel ligger direkt i `exempel`, sidor i `sidor`, bilder i `media`, och en publicerad rapport i
    /// `statistik/namn/rapport.json`.
    ///
    /// I `media` får ligga bilder (svg, png, jpg, jpeg, webp, gif), pdf och öppna tabeller och texter (csv, txt). En
    /// webbsida, ett program eller ett arbetsdokument publiceras inte. AVIF och HEIC publiceras inte, eftersom programmet
    /// inte kan ta bort uppgifter om plats ur dem.
    "okand-fil", Error, [Check::File(check)]
}

fn check(file: &File, report: &mut Report<'_>) {
    match file.content {
        Content::NotAFile { is_folder: true } => report.whole(Message::new("okand-fil-mapp")),
        Content::NotAFile { is_folder: false } => report.whole(Message::new("okand-fil-lank")),
        Content::BadName => report.whole(Message::new("okand-fil-namn")),
        // It has its own fault, and may be a folder.
        Content::Unreadable { .. } => {}
        _ if is_known(&file.path) => {}
        _ if has_media_name(&file.path) => report.whole(Message::new("okand-fil-media")),
        _ => report.whole(Message::new("okand-fil")),
    }
}

fn is_known(path: &str) -> bool {
    Kind::of_path(path).is_some()
        || ["adresser.txt", "geografi/kommuner.csv", "geografi/kommungrupper.csv"].contains(&path)
        || crate::model::statistics::id_of(path).is_some()
        || has_media_name(path) && path.rsplit_once('.').is_some_and(|(_, ending)| MEDIA.contains(&ending))
}

/// Every kind of file that is published as it is.
const MEDIA: [&str; 9] = ["svg", "png", "jpg", "jpeg", "webp", "gif", "pdf", "csv", "txt"];

fn has_media_name(path: &str) -> bool {
    path.starts_with("media/")
        && path.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_./".contains(&b))
}
