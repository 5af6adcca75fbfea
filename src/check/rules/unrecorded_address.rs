use std::sync::Arc;

use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::model::Corpus;

rule! {
    /// # En adress är inte inskriven
    ///
    /// I `adresser.txt` står alla adresser som någon gång har publicerats. Bara en adress som står där är skyddad: byter
    /// filen namn eller försvinner den säger programmet till, och den som har sparat länken möts inte av ett fel.
    ///
    /// Rätt: publicera med `samverka build --record-addresses` och spara `adresser.txt` i versionshistoriken.
    ///
    /// Du kan också skriva in adresserna själv, en på varje rad.
    "oinskriven-adress", Warning, [Check::Site(check)]
}

fn check(corpus: &Corpus, report: &mut Report<'_>) {
    let path: Arc<str> = "adresser.txt".into();
    let Some(file) = corpus.file(&path) else {
        report.in_file(&path, None, Message::new("oinskriven-adress-fil"));
        return;
    };
    // A file that cannot be read has its own fault.
    let Some(first) = file.text().and_then(|_| corpus.site.unrecorded().next()) else { return };
    let count = corpus.site.unrecorded().count();
    let message = Message::new("oinskriven-adress").with("antal", count.to_string()).with("adress", &first.address);
    report.in_file(&path, None, message);
}
