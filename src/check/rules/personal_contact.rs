use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::parse::Parsed;
use crate::schema::Value;
use crate::words::slug;
use crate::yaml::Span;

rule! {
    /// # En persons egen kontaktuppgift
    ///
    /// En kontakt är en funktion, inte en person. Personer byter arbete, och deras adresser och nummer ska inte spridas.
    ///
    /// Fel: `e-post: anna.andersson@kommunen.se` och `telefon: 070-123 45 67`
    ///
    /// Rätt: `e-post: forsorjningsstod@kommunen.se` och växelns nummer
    "personlig-kontakt", Error, [Check::Document(check)]
}

/// Words in the names of shared mailboxes, as slugs.
const FUNCTIONS: [&str; 34] = [
    "info",
    "kontakt",
    "redaktion",
    "redaktionen",
    "registrator",
    "kommun",
    "kommunen",
    "stad",
    "stab",
    "namnd",
    "namnden",
    "forvaltning",
    "forvaltningen",
    "socialtjanst",
    "socialtjansten",
    "social",
    "arbetsmarknad",
    "jobb",
    "jobbcentrum",
    "forsorjningsstod",
    "ekonomiskt",
    "bistand",
    "ekonomisktbistand",
    "vuxen",
    "ungdom",
    "team",
    "enhet",
    "enheten",
    "kundtjanst",
    "medborgarservice",
    "samverkan",
    "support",
    "vaxel",
    "mottagning",
];

fn check(parsed: &Parsed, report: &mut Report<'_>) {
    for record in &parsed.records {
        record.walk(parsed.kind.table(), &mut |field, value| {
            let Value::Text(text) = &value.value else { return };
            match field.key {
                "e-post" if is_personal_address(text) => {
                    report.at(value.span.clone(), Message::new("personlig-kontakt-e-post"));
                }
                "telefon" if is_mobile(text) => {
                    report.at(value.span.clone(), Message::new("personlig-kontakt-telefon"))
                }
                _ => {}
            }
        });
    }
    for link in &parsed.body.links {
        let target = link.target.trim();
        if target.strip_prefix("mailto:").is_some_and(is_personal_address) {
            report.at(link.span.clone(), Message::new("personlig-kontakt-e-post"));
        } else if target.strip_prefix("tel:").is_some_and(is_mobile) {
            report.at(link.span.clone(), Message::new("personlig-kontakt-telefon"));
        }
    }
    // An address that is no link is read all the same.
    for span in addresses(parsed.markdown()) {
        let place = span.start + parsed.body_span.start..span.end + parsed.body_span.start;
        let in_link = parsed.body.links.iter().any(|link| link.span.start <= place.start && place.end <= link.span.end);
        if !in_link && is_personal_address(&parsed.markdown()[span]) {
            report.at(place, Message::new("personlig-kontakt-e-post"));
        }
    }
}

/// The places of the e-mail addresses in a text.
fn addresses(text: &str) -> impl Iterator<Item = Span> + '_ {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    text.match_indices('@').filter_map(move |(at, _)| {
        let start = at - text[..at].chars().rev().take_while(|&c| is_part(c)).map(char::len_utf8).sum::<usize>();
        let host: usize = text[at + 1..].chars().take_while(|&c| is_part(c)).map(char::len_utf8).sum();
        let host = text[at + 1..at + 1 + host].trim_end_matches(['.', '-', '_']);
        host.contains('.').then_some(start..at + 1 + host.len())
    })
}

/// `förnamn.efternamn@…`: two or three words of letters, none of which is a function.
fn is_personal_address(address: &str) -> bool {
    let name = address.split(['@', '?']).next().unwrap_or("");
    let parts: Vec<String> = name.split(['.', '_']).map(slug).collect();
    (2..=3).contains(&parts.len())
        && parts.iter().all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c == '-'))
        && !parts.iter().any(|part| part.split('-').any(|word| FUNCTIONS.contains(&word)))
}

/// A number that begins as mobile telephones do in Sweden: 070, 072, 073, 076, 079.
fn is_mobile(number: &str) -> bool {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.strip_prefix("0046").or_else(|| digits.strip_prefix("46")).unwrap_or(&digits);
    let national = digits.strip_prefix('0').unwrap_or(digits);
    ["70", "72", "73", "76", "79"].iter().any(|prefix| national.starts_with(prefix)) && national.len() == 9
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_not_persons() {
        assert!(is_personal_address("anna.andersson@kommunen.se"));
        assert!(is_personal_address("anna-karin.ström@kommunen.se"));
        for function in ["info@x.se", "ekonomiskt.bistand@x.se", "social.namnden@x.se", "mottagning.ifo@x.se"] {
            assert!(!is_personal_address(function), "{function}");
        }
        assert!(is_mobile("+46 70 123 45 67") && is_mobile("070-1234567") && !is_mobile("08-123 456 78"));
    }
}
