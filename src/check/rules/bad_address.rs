use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::model::Corpus;
use crate::parse::Parsed;
use crate::schema::FaultKind;
use crate::schema::read::Addresses;

rule! {
    /// # En adress som inte kan användas
    ///
    /// Adresser ska börja med `https://` eller `http://`, eller vara en sida på webbplatsen som börjar och slutar med
    /// snedstreck. Adresser som `javascript:` och `data:` kan köra kod hos läsaren och tas aldrig med.
    ///
    /// Fel: `adress: www.skr.se`
    ///
    /// Rätt: `adress: "https://www.skr.se/"`
    "felaktig-adress", Error, [Check::Field(message), Check::Document(body)]
}

fn message(fault: &FaultKind) -> Option<Message> {
    match fault {
        FaultKind::BadAddress { key, written, .. } if is_dangerous(written) => {
            Some(Message::new("felaktig-adress-farlig").with("nyckel", *key))
        }
        FaultKind::BadAddress { key, wants, .. } => {
            let id = match wants {
                Addresses::Web => "felaktig-adress-webb",
                Addresses::Site => "felaktig-adress-sida",
                Addresses::Either => "felaktig-adress",
            };
            Some(Message::new(id).with("nyckel", *key))
        }
        _ => None,
    }
}

fn body(parsed: &Parsed, _: &Corpus, report: &mut Report<'_>) {
    let targets = parsed.body.links.iter().map(|l| (&l.target, &l.span));
    for (target, span) in targets.chain(parsed.body.images.iter().map(|i| (&i.target, &i.span))) {
        if is_dangerous(target) {
            report.at(span.clone(), Message::new("felaktig-adress-lank"));
        }
    }
}

/// A scheme that is none of those that pages may link to. Browsers pass over control characters and case.
pub(super) fn is_dangerous(address: &str) -> bool {
    let address: String = address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    match address.split_once(':') {
        Some((scheme, _)) if !scheme.contains(['/', '?', '#', '.']) && !scheme.is_empty() => {
            !["http", "https", "mailto", "tel"].contains(&scheme.to_lowercase().as_str())
        }
        _ => false,
    }
}
