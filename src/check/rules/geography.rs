use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::model::Corpus;
use crate::model::geography::LineFaultKind;

rule! {
    /// # Kommunlistan har ett fel
    ///
    /// Filen `geografi/kommuner.csv` har kommunerna med kod, namn, länskod, län och SKR:s kommungrupp. Den behövs för att
    /// exempel ska hamna på rätt plats.
    ///
    /// Fel: en rad utan län, eller samma kod två gånger
    ///
    /// Rätt: `1280,Malmö,12,Skåne län,A1`
    "kommunlista", Error, [Check::Site(check)]
}

fn check(corpus: &Corpus, report: &mut Report<'_>) {
    for fault in &corpus.geography_faults {
        let Some(file) = corpus.file(fault.file) else { continue };
        let Some(text) = file.text() else { continue };
        let start: usize = text.split_inclusive('\n').take(fault.line.saturating_sub(1)).map(str::len).sum();
        let length = text[start..].lines().next().map_or(0, str::len);
        let id = match fault.kind {
            LineFaultKind::Csv => "kommunlista-kolumner",
            LineFaultKind::Code => "kommunlista-kod",
            LineFaultKind::Name => "kommunlista-namn",
            LineFaultKind::Group => "kommunlista-grupp",
            LineFaultKind::Header => "kommunlista-rubrik",
            LineFaultKind::GroupColumns => "kommunlista-gruppkolumner",
        };
        report.in_file(&file.path, Some(start..start + length), Message::new(id));
    }
}
