use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::source::{Content, File};

rule! {
    /// # Filen går inte att läsa
    ///
    /// Filen eller mappen finns, men datorn lämnar inte ut den. Allt annat är kontrollerat, men inget publiceras, för ingen
    /// vet vad som står i den.
    ///
    /// Rätt: be den som äger filen att låta dig läsa den, eller kopiera in den på nytt.
    ///
    /// Händer det flera filer kan disken vara skadad, eller kopplingen till den bruten.
    "olasbar-fil", Error, [Check::File(check)]
}

fn check(file: &File, report: &mut Report<'_>) {
    if let Content::Unreadable { is_denied, reason } = &file.content {
        report.whole(match is_denied {
            true => Message::new("olasbar-fil-behorighet"),
            false => Message::new("olasbar-fil").with("orsak", &**reason),
        });
    }
}
