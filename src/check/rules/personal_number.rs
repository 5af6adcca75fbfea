use std::borrow::Cow;

use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::personal_number::find;
use crate::source::{Content, File};

rule! {
    /// # Ett personnummer
    ///
    /// Texten innehåller något som är ett personnummer eller samordningsnummer. Det får aldrig publiceras, inte ens i ett
    /// utkast, och inte heller i ett filnamn eller en adress. Numret visas inte i det här meddelandet.
    ///
    /// Rätt: ta bort numret. Har filen redan sparats i versionshistoriken, kontakta redaktionen: numret måste tas bort
    /// även där.
    ///
    /// Är det ett annat nummer som råkar se ut så, till exempel ett ärendenummer, skriv det så att siffrorna inte står i
    /// följd, eller utelämna det.
    "personnummer", Error, [Check::File(check)]
}

/// Whether a place is inside 64 hexadecimal digits in a row.
fn is_checksum(text: &str, span: &std::ops::Range<usize>) -> bool {
    let is_digit = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    let bytes = text.as_bytes();
    let before = bytes[..span.start].iter().rev().take_while(|byte| is_digit(byte)).count();
    let from_start = bytes[span.start..].iter().take_while(|byte| is_digit(byte)).count();
    before + from_start == 64 && span.len() <= from_start
}

fn check(file: &File, report: &mut Report<'_>) {
    if find(&file.path).next().is_some() {
        report.secret(None, Message::new("personnummer-filnamn"));
    }
    match &file.content {
        Content::Text(text) => {
            // A published report has many checksums, and every thousandth of them looks like a number.
            let is_report = crate::model::statistics::id_of(&file.path).is_some();
            for span in find(text).filter(|span| !is_report || !is_checksum(text, span)) {
                report.secret(Some(span), Message::new("personnummer"));
            }
        }
        Content::Bytes(bytes) if readings(&file.path, bytes).iter().any(|text| find(text).next().is_some()) => {
            report.secret(None, Message::new("personnummer"));
        }
        _ => {}
    }
}

/// What a media file says, in the encodings that it may have: a list saved by a spreadsheet is seldom UTF-8. The bytes of
/// a picture say nothing.
fn readings<'a>(path: &str, bytes: &'a [u8]) -> Vec<Cow<'a, str>> {
    const PICTURES: [&str; 7] = [".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".pdf"];
    let is_picture = PICTURES.iter().any(|ending| path.ends_with(ending));
    match std::str::from_utf8(bytes) {
        Ok(text) if is_picture || !text.contains('\0') => vec![text.into()],
        _ if is_picture => Vec::new(),
        // UTF-16 has a NUL in each plain letter.
        _ if bytes.contains(&0) => vec![windows_1252(bytes.iter().filter(|byte| **byte != 0)).into()],
        _ => vec![String::from_utf8_lossy(bytes), windows_1252(bytes.iter()).into()],
    }
}

/// The letters of Windows-1252, which has Latin-1 in it. Of its own signs only the dashes matter here.
fn windows_1252<'a>(bytes: impl Iterator<Item = &'a u8>) -> String {
    let letter = |byte: &u8| if matches!(byte, 0x96 | 0x97) { '–' } else { char::from(*byte) };
    bytes.map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checksum_is_no_number_though_it_may_look_like_one() {
        let hashes = (0_u32..).map(|n| blake3::hash(&n.to_le_bytes()).to_hex().to_string());
        let (text, span) =
            hashes.filter_map(|hash| find(&hash).next().map(|span| (hash.clone(), span))).next().unwrap();
        assert!(is_checksum(&text, &span));
        // The same number by itself, and in a longer row.
        let number = &text[span.clone()];
        assert!(!is_checksum(number, &(0..number.len())));
        assert!(!is_checksum(&format!("{text}0"), &span));
    }
}
