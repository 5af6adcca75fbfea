use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::model::Corpus;
use crate::parse::Status;

rule! {
    /// # Sidan behöver granskas igen
    ///
    /// Det är länge sedan någon kontrollerade att sidan stämmer. Den publiceras ändå, och läsaren får veta att den inte är
    /// granskad på länge.
    ///
    /// Rätt: kontrollera uppgifterna och länkarna, rätta det som har ändrats och skriv dagens datum i `granskad`.
    ///
    /// Ändra inte datumet utan att ha läst sidan.
    "granskning-passerad", Warning, [Check::Site(check)]
}

fn check(corpus: &Corpus, report: &mut Report<'_>) {
    for document in corpus.site.documents.iter().filter(|document| document.status == Status::Published) {
        let Some(due) = corpus.site.review_due(document).filter(|due| *due < corpus.site.today) else { continue };
        let parsed = corpus.parsed.binary_search_by(|p| p.path.cmp(&document.file)).ok().map(|i| &corpus.parsed[i]);
        let span = parsed.and_then(|p| p.record().get("granskad")).map(|value| value.span.clone());
        report.in_file(&document.file, span, Message::new("granskning-passerad").with("datum", due.to_string()));
    }
}
