//! What was done beside the site to spread the knowledge, and with whom it was talked over.

use serde::{Deserialize, Serialize};

use crate::schema::{PartialDate, Record};

/// One activity. The report keeps it as it is, so that it can be told after the content has changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// The file's name without its ending.
    pub id: String,
    pub title: String,
    /// Talked over with others (SKR, inquiries), and not spread.
    pub is_dialogue: bool,
    /// One of the forms that the table of activities knows.
    pub form: String,
    /// `2026`, `2026-11` or `2026-11-22`.
    pub from: String,
    pub to: Option<String>,
    pub description: String,
    pub audience: String,
    /// Those who took part or received it, only where they were counted.
    pub counted: Option<Counted>,
    pub sources: Vec<ActivitySource>,
}

/// How many, and how that is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    pub number: u64,
    pub how: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivitySource {
    pub title: String,
    pub publisher: Option<String>,
    pub address: Option<String>,
}

impl Activity {
    /// What a file of `aktiviteter/` says; none for one that says too little, which is a fault of its own.
    pub fn from_record(id: &str, record: &Record) -> Option<Activity> {
        let owned = |key: &str| record.text(key).map(str::to_owned);
        let source = |source: &Record| {
            let owned = |key: &str| source.text(key).map(str::to_owned);
            let (title, publisher, address) = (owned("titel").unwrap_or_default(), owned("utgivare"), owned("adress"));
            ActivitySource { title, publisher, address }
        };
        let counted = record.record("antal").and_then(|counted| {
            let number = counted.integer("tal").and_then(|number| u64::try_from(number).ok())?;
            Some(Counted { number, how: counted.text("raknat")?.to_owned() })
        });
        Some(Activity {
            id: id.to_owned(),
            title: owned("titel")?,
            is_dialogue: record.text("typ")? == "dialog",
            form: owned("form")?,
            from: record.partial_date("datum")?.to_string(),
            to: record.partial_date("slutdatum").map(|date| date.to_string()),
            description: owned("beskrivning")?,
            audience: owned("malgrupp")?,
            counted,
            sources: record.records("kallor").map(|(record, _)| source(record)).collect(),
        })
    }

    /// The first day and the last that it can have been on; none when the dates are no dates.
    pub fn days(&self) -> Option<(jiff::civil::Date, jiff::civil::Date)> {
        let from: PartialDate = self.from.parse().ok()?;
        let to = match &self.to {
            Some(to) => to.parse().ok()?,
            None => from,
        };
        Some((from.first(), to.last()))
    }

    /// The months that it went on in, as `2026-11`. What is known to the year alone is in none.
    pub fn months(&self) -> Vec<String> {
        let Some((from, to)) = self.days() else { return Vec::new() };
        let is_year = |date: &str| date.len() == 4;
        if is_year(&self.from) || self.to.as_deref().is_some_and(is_year) {
            return Vec::new();
        }
        let month = jiff::Span::new().months(1);
        let months = std::iter::successors(Some(from.first_of_month()), |at| at.checked_add(month).ok());
        months.take_while(|at| *at <= to).map(|at| at.strftime("%Y-%m").to_string()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn activity(from: &str, to: Option<&str>) -> Activity {
        Activity {
            id: "a".into(),
            title: "A".into(),
            is_dialogue: false,
            form: "brev".into(),
            from: from.into(),
            to: to.map(str::to_owned),
            description: String::new(),
            audience: String::new(),
            counted: None,
            sources: Vec::new(),
        }
    }

    #[test]
    fn months_are_those_that_an_activity_went_on_in() {
        assert_eq!(activity("2026-11-22", None).months(), ["2026-11"]);
        assert_eq!(activity("2025-12", Some("2026-01-15")).months(), ["2025-12", "2026-01"]);
        assert!(activity("2026", None).months().is_empty());
        assert!(activity("hello", None).months().is_empty());
        let (from, to) = activity("2026", None).days().unwrap();
        assert_eq!((from.to_string(), to.to_string()), ("2026-01-01".into(), "2026-12-31".into()));
    }
}
