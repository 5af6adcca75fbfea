use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::source::File;

rule! {
    /// # En olöst konflikt
    ///
    /// Två personer har ändrat samma rader, och båda versionerna står kvar mellan rader med `<<<<<<<`, `=======` och
    /// `>>>>>>>`.
    ///
    /// Rätt: bestäm vilken version som ska gälla, ta bort den andra och de tre markeringsraderna.
    ///
    /// Är du osäker på vad den andra versionen betyder, fråga den som skrev den innan du väljer.
    "konfliktmarkering", Error, [Check::File(check)]
}

fn check(file: &File, report: &mut Report<'_>) {
    let Some(text) = file.text() else { return };
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let line = line.trim_end();
        if ["<<<<<<< ", ">>>>>>> ", "||||||| "].iter().any(|mark| line.starts_with(mark))
            || line == "<<<<<<<"
            || line == ">>>>>>>"
        {
            report.at(start..start + line.len(), Message::new("konfliktmarkering"));
        }
    }
}
