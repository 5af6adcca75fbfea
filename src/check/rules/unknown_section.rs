use std::collections::HashSet;

use super::suggest;
use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::parse::{FenceFault, Parsed};
use crate::words::nearest;

rule! {
    /// # Avsnittet hör inte hemma här
    ///
    /// Ett exempel har bestämda avsnitt, så att läsaren hittar samma sak på samma ställe i alla exempel och kan jämföra.
    /// Ett avsnitt får bara stå en gång.
    ///
    /// Fel: `## Så jobbar vi`
    ///
    /// Rätt: `## Arbetssätt`. Egna rubriker får stå inne i ett avsnitt, med tre nummertecken: `### Så jobbar vi`.
    "okant-avsnitt", Error, [Check::Document(check)]
}

fn check(parsed: &Parsed, report: &mut Report<'_>) {
    let table = parsed.kind.table();
    if table.sections.is_empty() {
        return;
    }
    let mut seen = HashSet::new();
    // The sections of a second document belong to that, and it has its own fault.
    let end = parsed.fences.iter().find_map(|fence| match fence {
        FenceFault::SecondDocument(line) => Some(line.start),
        _ => None,
    });
    let sections = parsed.body.sections.iter();
    for section in sections.take_while(|section| end.is_none_or(|end| section.heading.start < end)) {
        if section.id.is_empty() {
            // Without a front matter everything is text before the first section, and that has its own fault.
            if !section.empty && !parsed.fences.contains(&FenceFault::NoFrontMatter) {
                report.at(section.heading.clone(), Message::new("okant-avsnitt-fore"));
            }
            continue;
        }
        let id = crate::words::slug(&section.title);
        if table.section(&id).is_none() {
            let titles = table.sections.iter().map(|s| s.title);
            let near = nearest(&section.title, titles, 2);
            report.at(
                section.heading.clone(),
                suggest(Message::new("okant-avsnitt").with("rubrik", &section.title), &near),
            );
        } else if !seen.insert(id) {
            report.at(section.heading.clone(), Message::new("okant-avsnitt-dubbelt").with("rubrik", &section.title));
        }
    }
}
