use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::markdown::Missed;
use crate::parse::Parsed;

rule! {
    /// # Rubriknivån hoppar
    ///
    /// Rubrikerna är sidans innehållsförteckning för den som lyssnar. Sidans titel är nivå ett, så texten börjar med nivå
    /// två (`##`), och under den kommer nivå tre (`###`). En nivå får inte hoppas över, och en rubrik får inte vara tom.
    /// Mellan tecknen och rubriken står ett mellanslag.
    ///
    /// Fel: `####` direkt efter `##`
    ///
    /// Rätt: `###` efter `##`
    "rubrikniva", Error, [Check::Document(check)]
}

fn check(parsed: &Parsed, report: &mut Report<'_>) {
    let mut before = 1;
    for heading in &parsed.body.headings {
        let level = heading.level;
        if heading.text.trim().is_empty() {
            report.at(heading.span.clone(), Message::new("rubrikniva-tom"));
        } else if level == 1 {
            report.at(heading.span.clone(), Message::new("rubrikniva-ett"));
        } else if level > before + 1 {
            let message = Message::new("rubrikniva").with("niva", level.to_string());
            report.at(heading.span.clone(), message.with("hogst", (before + 1).to_string()));
        }
        before = level.max(1);
    }
    for (_, span) in parsed.body.missed.iter().filter(|(missed, _)| *missed == Missed::Heading) {
        report.at(span.clone(), Message::new("rubrikniva-mellanslag"));
    }
}
