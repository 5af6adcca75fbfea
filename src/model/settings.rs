//! `webbplats.yaml` as values.

use jiff::civil::Date;

use super::document::Contact;
use crate::schema::Record;

/// What the site is called, who answers for it, and how it is put up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    pub title: String,
    pub short_title: String,
    pub description: String,
    /// With a `/` at the end.
    pub address: String,
    pub mode: Mode,
    pub senders: Vec<String>,
    /// What the senders are: an address in the vocabulary <http://purl.org/adms/publishertype/1.0>.
    pub sender_type: Option<&'static str>,
    pub responsible: String,
    pub assignments: Vec<Assignment>,
    pub contact: Option<Contact>,
    pub repository: Option<String>,
    /// Where a suggested example may be put as a new file on GitHub.
    pub suggest_on_github: Option<String>,
    pub licence: Option<String>,
    pub language: String,
    /// Months after a review when the next is due.
    pub review_months: i64,
    /// Whether each example that awaits a party has a sheet for it to answer on.
    pub confirmation_sheets: bool,
    pub navigation: Vec<Link>,
    pub footer: Vec<Link>,
}

/// Whether the site is a service or shows what one could be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Demonstration,
    Service,
}

/// A government assignment that the site answers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    pub id: String,
    pub title: String,
    pub diary_number: Option<String>,
    pub recipients: Vec<String>,
    pub date: Option<Date>,
}

/// A link of the menu or the footer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub title: String,
    pub address: String,
}

impl Settings {
    /// What could not be read has its own fault and a harmless stand-in.
    pub fn from_record(record: &Record) -> Settings {
        let text = |key: &str| record.text(key).unwrap_or_default().to_owned();
        let links = |key: &str| {
            let links = record.records(key).map(|(link, _)| Link {
                title: link.text("titel").unwrap_or_default().to_owned(),
                address: link.text("adress").unwrap_or("/").to_owned(),
            });
            links.collect()
        };
        Settings {
            title: text("titel"),
            short_title: record.text("kort-titel").map_or_else(|| text("titel"), str::to_owned),
            description: text("beskrivning"),
            address: format!("{}/", record.text("adress").unwrap_or("https://example.invalid").trim_end_matches('/')),
            mode: match record.text("lage") {
                Some("skarp") => Mode::Service,
                _ => Mode::Demonstration,
            },
            senders: record.texts("avsandare").map(str::to_owned).collect(),
            sender_type: match record.text("avsandartyp") {
                Some("statlig-myndighet") => Some("http://purl.org/adms/publishertype/NationalAuthority"),
                Some("region") => Some("http://purl.org/adms/publishertype/RegionalAuthority"),
                Some("kommun") => Some("http://purl.org/adms/publishertype/LocalAuthority"),
                Some("ideell-organisation") => Some("http://purl.org/adms/publishertype/NonProfitOrganisation"),
                Some("foretag") => Some("http://purl.org/adms/publishertype/Company"),
                Some("larosate") => Some("http://purl.org/adms/publishertype/Academia-ScientificOrganisation"),
                _ => None,
            },
            responsible: text("ansvarig"),
            assignments: record
                .records("uppdrag")
                .map(|(assignment, _)| Assignment {
                    id: assignment.text("id").unwrap_or_default().to_owned(),
                    title: assignment.text("titel").unwrap_or_default().to_owned(),
                    diary_number: assignment.text("diarienummer").map(str::to_owned),
                    recipients: assignment.texts("mottagare").map(str::to_owned).collect(),
                    date: assignment.date("datum"),
                })
                .collect(),
            contact: record.record("kontakt").map(Contact::from_record),
            repository: record.text("kodforrad").map(str::to_owned),
            suggest_on_github: record.text("forslag-github").map(str::to_owned),
            licence: record.text("licens").map(str::to_owned),
            language: record.text("sprak").unwrap_or("sv").to_owned(),
            review_months: record.integer("granskningstid").unwrap_or(24),
            confirmation_sheets: record.yes("bekraftelseblanketter"),
            navigation: links("navigering"),
            footer: links("sidfot"),
        }
    }
}

impl Settings {
    /// Where the licence of the content is explained to programs; none for a licence that the program does not know.
    pub fn licence_address(&self) -> Option<&'static str> {
        match self.licence.as_deref()?.to_ascii_uppercase().replace('-', " ").as_str() {
            "CC BY 4.0" => Some("http://creativecommons.org/licenses/by/4.0/"),
            "CC BY SA 4.0" => Some("http://creativecommons.org/licenses/by-sa/4.0/"),
            "CC0 1.0" | "CC0" => Some("http://creativecommons.org/publicdomain/zero/1.0/"),
            _ => None,
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Settings::from_record(&Record::default())
    }
}
