use unicode_normalization::UnicodeNormalization;

use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::parse::Parsed;
use crate::schema::{FaultKind, Kind};
use crate::words::{is_slug, slug};

rule! {
    /// # Id:t är fel skrivet eller är inte filens namn
    ///
    /// Id:t blir sidans adress och ändras aldrig. Det har små bokstäver a–z, siffror och bindestreck, och är samma som
    /// filens namn utan ändelse.
    ///
    /// Fel: `id: Malmökraften` i filen `malmo-malmokraften.md`
    ///
    /// Rätt: `id: malmo-malmokraften`
    "felaktigt-id", Error, [Check::Field(message), Check::Document(name)]
}

fn message(fault: &FaultKind) -> Option<Message> {
    match fault {
        FaultKind::BadId { written, better } => {
            let better = if better.is_empty() { "nytt-id" } else { better };
            Some(Message::new("felaktigt-id").with("id", written).with("battre", better))
        }
        _ => None,
    }
}

fn name(parsed: &Parsed, report: &mut Report<'_>) {
    if matches!(parsed.kind, Kind::Media | Kind::Settings | Kind::Synonyms | Kind::Glossary) {
        return;
    }
    let stem = parsed.stem();
    if !parsed.path.rsplit_once('.').is_some_and(|(path, _)| path.split('/').all(is_slug)) {
        report.whole(Message::new("felaktigt-id-filnamn").with("battre", better(&parsed.path)));
    } else if let Some(id) = parsed.record().get("id")
        && parsed.record().text("id") != Some(stem)
    {
        report.at(id.span.clone(), Message::new("felaktigt-id-annat-namn").with("namn", stem));
    }
}

/// The path that an address can be made from.
fn better(path: &str) -> String {
    // A letter in two parts, å as a and a ring, is one letter.
    let path: String = path.nfc().collect();
    let (path, ending) = path.rsplit_once('.').unwrap_or((&path, ""));
    let parts = path.split('/').map(slug).map(|part| if part.is_empty() { "nytt-namn".to_owned() } else { part });
    format!("{}.{ending}", parts.collect::<Vec<_>>().join("/"))
}
