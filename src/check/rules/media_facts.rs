use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::model::Corpus;
use crate::source::Content;

rule! {
    /// # Mediefilen saknar uppgifter
    ///
    /// Bredvid varje bild eller fil i `media` ligger en fil med samma namn och `.yaml` efter: vem som har gjort den, vilken
    /// licens som gäller och vad den visar. Utan rätt att publicera får filen inte vara med.
    ///
    /// Fel: `media/karta.svg` utan `media/karta.svg.yaml`
    ///
    /// Rätt: skapa `media/karta.svg.yaml` med `upphov`, `licens` och `alt`.
    "medieuppgifter", Error, [Check::Site(check)]
}

fn check(corpus: &Corpus, report: &mut Report<'_>) {
    for file in corpus.files.iter().filter(|file| file.path.starts_with("media/")) {
        match file.path.strip_suffix(".yaml") {
            None if matches!(file.content, Content::Bytes(_)) => {
                let facts = format!("{}.yaml", file.path);
                if corpus.file(&facts).is_none() {
                    report.in_file(&file.path, None, Message::new("medieuppgifter").with("fil", facts));
                }
            }
            Some(medium) if corpus.file(medium).is_none() => {
                report.in_file(&file.path, None, Message::new("medieuppgifter-utan-fil").with("fil", medium));
            }
            _ => {}
        }
    }
}
