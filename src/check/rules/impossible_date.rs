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
    "omojligt-datum", Error, [Check::Field(message), Check::Among(future)]
}

fn message(fault: &FaultKind) -> Option<Message> {
    match fault {
        FaultKind::NoSuchDate { written, whole } => {
            let id = match parts(written) {
                None if *whole => "omojligt-datum-form-dag",
                None => "omojligt-datum-form",
                Some(1 | 2) if *whole => "omojligt-datum-del",
                Some(_) if *whole => "omojligt-datum-dag",
                Some(_) => "omojligt-datum",
            };
            Some(Message::new(id).with("datum", written))
        }
        _ => None,
    }
}

/// The number of parts of a text written as year, month and day with hyphens between; none for another form.
fn parts(written: &str) -> Option<usize> {
    let parts: Vec<&str> = written.split('-').collect();
    let is_part = |(part, digits): (&&str, usize)| part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
    (parts.len() <= 3 && parts.iter().zip([4, 2, 2]).all(is_part)).then_some(parts.len())
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
