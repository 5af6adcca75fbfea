use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::model::Corpus;
use crate::model::links::LinkFault;
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
    /// En bild ska ligga i mappen `media`: en sida hämtar inget från andra webbplatser, för då får de veta vem som läser.
    ///
    /// Rätt: `adress: "https://www.skr.se/"`
    "felaktig-adress", Error, [Check::Field(message), Check::Among(body)]
}

fn message(fault: &FaultKind) -> Option<Message> {
    match fault {
        FaultKind::BadAddress { key, written, .. } if is_dangerous(written) => {
            Some(Message::new("felaktig-adress-farlig").with("nyckel", *key))
        }
        FaultKind::BadAddress { written, .. } if has_credentials(written) => {
            Some(Message::new("felaktig-adress-inloggning"))
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

fn body(parsed: &Parsed, corpus: &Corpus, report: &mut Report<'_>) {
    for link in &parsed.body.links {
        let fault = corpus.site.resolve(&parsed.path, &link.target).err();
        report.maybe(&link.span, fault.and_then(|fault| of_itself(&fault)));
    }
    for image in &parsed.body.images {
        let fault = corpus.site.resolve_picture(&parsed.path, &image.target).err();
        report.maybe(&image.span, fault.and_then(|fault| of_itself(&fault)));
    }
}

/// What is wrong with an address by itself, whatever is on the site.
fn of_itself(fault: &LinkFault) -> Option<Message> {
    let id = match fault {
        LinkFault::Empty => "felaktig-adress-tom",
        LinkFault::Unsafe => "felaktig-adress-lank",
        LinkFault::OtherHost => "felaktig-adress-vard",
        LinkFault::Credentials => "felaktig-adress-inloggning",
        LinkFault::Incomplete => "felaktig-adress-ofullstandig",
        LinkFault::ForeignPicture => "felaktig-adress-bild",
        LinkFault::NotAPicture => "felaktig-adress-ingen-bild",
        LinkFault::Outside | LinkFault::Nothing(_) | LinkFault::NoAnchor { .. } => return None,
    };
    Some(Message::new(id))
}

/// A scheme that is none of those that pages may link to. Browsers pass over control characters and case.
fn is_dangerous(address: &str) -> bool {
    let address: String = address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    match address.split_once(':') {
        Some((scheme, _)) if !scheme.contains(['/', '?', '#', '.']) && !scheme.is_empty() => {
            !["http", "https", "mailto", "tel"].contains(&scheme.to_lowercase().as_str())
        }
        _ => false,
    }
}

/// Whether a user name stands before the host.
fn has_credentials(address: &str) -> bool {
    let host = address.split_once("://").and_then(|(_, rest)| rest.split(['/', '?', '#']).next());
    host.is_some_and(|host| host.contains('@'))
}
