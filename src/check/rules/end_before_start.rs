use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::parse::Parsed;
use crate::schema::Record;

rule! {
    /// # Slutet kommer före starten
    ///
    /// Perioden slutar innan den börjar. Oftast har två siffror eller de båda datumen bytt plats.
    ///
    /// Fel: `period: {fran: 2018, till: 2016}`
    ///
    /// Rätt: `period: {fran: 2016, till: 2018}`
    "slut-fore-start", Error, [Check::Document(check)]
}

fn check(parsed: &Parsed, report: &mut Report<'_>) {
    for record in &parsed.records {
        if let Some(period) = record.record("period") {
            compare(period, "fran", "till", report);
        }
        compare(record, "datum", "slutdatum", report);
    }
}

fn compare(record: &Record, start: &str, end: &str, report: &mut Report<'_>) {
    if let (Some(from), Some(to), Some(place)) = (record.partial_date(start), record.partial_date(end), record.get(end))
        && to.last() < from.first()
    {
        let message = Message::new("slut-fore-start").with("fran", from.to_string()).with("till", to.to_string());
        report.at(place.span.clone(), message);
    }
}
