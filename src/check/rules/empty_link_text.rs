use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::markdown::Missed;
use crate::parse::Parsed;

rule! {
    /// # Länktexten säger inget
    ///
    /// Den som använder skärmläsare hör ofta bara länkarna, en i taget. ”Klicka här” och en naken adress säger inte vart
    /// länken leder.
    ///
    /// Fel: `[Läs mer](/fia/intervjun/)` och `https://www.skr.se/`
    ///
    /// Rätt: `[Så görs FIA-intervjun](/fia/intervjun/)`
    "intetsagande-lank", Error, [Check::Document(check)]
}

const EMPTY: [&str; 22] = [
    "",
    "här",
    "klicka",
    "klicka här",
    "klicka här för mer",
    "tryck här",
    "läs mer",
    "läs mer här",
    "mer",
    "mer info",
    "mer information",
    "länk",
    "länken",
    "denna länk",
    "den här länken",
    "se här",
    "se länk",
    "sidan",
    "denna sida",
    "here",
    "click here",
    "read more",
];

fn check(parsed: &Parsed, report: &mut Report<'_>) {
    for link in &parsed.body.links {
        let text = link.text.trim().trim_end_matches(['.', ':', '!', '…', '»', '>']).trim();
        let lower = text.to_lowercase();
        if text.is_empty() {
            report.at(link.span.clone(), Message::new("intetsagande-lank-tom"));
        } else if EMPTY.contains(&lower.as_str()) {
            report.at(link.span.clone(), Message::new("intetsagande-lank").with("text", text));
        } else if lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("www.") {
            report.at(link.span.clone(), Message::new("intetsagande-lank-adress"));
        }
    }
    for (missed, span) in &parsed.body.missed {
        if *missed == Missed::Address {
            report.at(span.clone(), Message::new("intetsagande-lank-text"));
        }
    }
}
