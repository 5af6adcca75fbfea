use std::collections::HashSet;

use super::broken_link::is_unread;
use super::suggest;
use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::model::routes::Page;
use crate::model::{Corpus, ledger};

rule! {
    /// # En publicerad adress är borta
    ///
    /// Adressen står i `adresser.txt`, men ingen sida svarar där längre. Den som har sparat länken skulle mötas av ett fel.
    ///
    /// Rätt: har sidan flyttat, skriv den gamla adressen i den nya sidans `tidigare-adresser`. Är den borttagen, skriv på
    /// raden: `/gammal/ borttagen 2026-11-22 Skälet till att sidan togs bort`.
    ///
    /// Rader tas aldrig bort ur `adresser.txt`.
    "forsvunnen-adress", Error, [Check::Site(check)]
}

/// A whole folder may have moved; nobody reads more guesses than this.
const GUESSES: usize = 200;

fn check(corpus: &Corpus, report: &mut Report<'_>) {
    let Some(file) = corpus.file("adresser.txt") else { return };
    let Some(text) = file.text() else { return };
    let (lines, faults) = ledger::read(text);
    for span in faults {
        report.in_file(&file.path, Some(span), Message::new("forsvunnen-adress-rad"));
    }
    let mut seen = HashSet::new();
    let mut guesses = 0;
    for line in &lines {
        if !seen.insert(&line.address) {
            report.in_file(&file.path, Some(line.span.clone()), Message::new("forsvunnen-adress-dubbel"));
        } else if line.removed.is_some()
            && corpus.site.route(&line.address).is_some_and(|route| !matches!(route.page, Page::Removed(_)))
        {
            report.in_file(&file.path, Some(line.span.clone()), Message::new("forsvunnen-adress-finns"));
        } else if corpus.site.route(&line.address).is_none() && !is_unread(corpus, &line.address) {
            guesses += 1;
            let near = if guesses <= GUESSES { corpus.nearest_addresses(&line.address) } else { Vec::new() };
            let near = &near[..near.len().min(1)];
            let message = suggest(Message::new("forsvunnen-adress").with("adress", &line.address), near);
            report.in_file(&file.path, Some(line.span.clone()), message);
        }
    }
}
