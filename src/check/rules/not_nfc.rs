use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::source::File;

rule! {
    /// # Bokstäver i två delar
    ///
    /// Ett å kan lagras som ett tecken eller som ett a följt av en ring. De ser lika ut, men sökning och adresser
    /// fungerar bara med det första. Text som kopierats från en pdf eller från en Mac har ofta det andra.
    ///
    /// Rätt: skriv om de markerade bokstäverna, eller spara filen i Unicode-formen NFC.
    ///
    /// Gäller det filens namn: byt namn på filen och använd bara a–z, siffror och bindestreck.
    "inte-nfc", Error, [Check::File(check)]
}

/// Whether every character comes before U+0300, the first that could make one letter with another: their bytes tell.
fn is_surely_nfc(text: &str) -> bool {
    text.bytes().all(|byte| byte < FIRST_BYTE_OF_MARKS)
}

const FIRST_BYTE_OF_MARKS: u8 = 0xcc;

fn check(file: &File, report: &mut Report<'_>) {
    if !is_nfc(&file.path) {
        report.whole(Message::new("inte-nfc-filnamn"));
    }
    let Some(text) = file.text() else { return };
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if !is_surely_nfc(line) && !is_nfc(line) {
            // The first letter that would be another in NFC, with the marks that follow it.
            let common =
                line.chars().zip(line.nfc()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum::<usize>();
            let length = line[common..].chars().take(2).map(char::len_utf8).sum::<usize>();
            report.at(at + common..at + common + length, Message::new("inte-nfc"));
        }
        at += line.len();
    }
}
