use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::model::Corpus;
use crate::parse::Parsed;
use crate::schema::FaultKind;

rule! {
    /// # Ett datum som inte kan stämma
    ///
    /// Datumet finns inte i kalendern, är skrivet på ett annat sätt än år-månad-dag, eller ligger i framtiden fast det
    /// gäller något som redan har hänt.
    ///
    /// Fel: `granskad: 2026-02-30` och `granskad: 3/4 2026`
    ///
    /// Rätt: `granskad: 2026-02-28`
    "omojligt-datum", Error, [Check::Field(message), Check::Document(future)]
}

fn message(fault: &FaultKind) -> Option<Message> {
    match fault {
        FaultKind::NoSuchDate { written, whole } => {
            let id = if *whole { "omojligt-datum-dag" } else { "omojligt-datum" };
            Some(Message::new(id).with("datum", written))
        }
        _ => None,
    }
}

/// Days of things that have been done; `kommun` and `af` are those of `bekraftad`.
const DONE: [&str; 6] = ["granskad", "hamtad", "kontrollerad", "last", "kommun", "af"];

fn future(parsed: &Parsed, corpus: &Corpus, report: &mut Report<'_>) {
    for record in &parsed.records {
        record.walk(parsed.kind.table(), &mut |field, value| {
            let date = match &value.value {
                crate::schema::Value::Date(date) => *date,
                crate::schema::Value::PartialDate(date) => date.first(),
                _ => return,
            };
            if DONE.contains(&field.key) && date > corpus.site.today {
                let today = corpus.site.today.to_string();
                let message = Message::new("omojligt-datum-framtid").with("nyckel", field.key).with("idag", today);
                report.at(value.span.clone(), message);
            }
        });
    }
}
