use std::ops::Range;

use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::schema::value::whole_date;
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

fn check(file: &File, report: &mut Report<'_>) {
    if find(&file.path).next().is_some() {
        report.secret(None, Message::new("personnummer-filnamn"));
    }
    match &file.content {
        Content::Text(text) => {
            for span in find(text) {
                report.secret(Some(span), Message::new("personnummer"));
            }
        }
        Content::Bytes(bytes) => {
            // An SVG or other media that is text; a picture's bytes are not.
            if let Ok(text) = std::str::from_utf8(bytes)
                && find(text).next().is_some()
            {
                report.secret(None, Message::new("personnummer"));
            }
        }
        _ => {}
    }
}

/// The bytes of each number: `YYMMDD-NNNN`, `YYMMDD+NNNN`, `YYYYMMDD-NNNN`, without the sign, with spaces, dashes of any
/// kind or their percent-encoded forms between the parts, with a true date (day + 60 for a samordningsnummer) and a
/// right check digit (Luhn).
pub(super) fn find(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    Numbers { text, at: 0 }
}

struct Numbers<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Numbers<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let bytes = self.text.as_bytes();
        while self.at < bytes.len() {
            let start = self.at;
            if !bytes[start].is_ascii_digit() {
                self.at += 1;
                continue;
            }
            let run = bytes[start..].iter().take_while(|b| b.is_ascii_digit()).count();
            if let Some(end) = number_at(self.text, start) {
                self.at = end;
                return Some(start..end);
            }
            // The next place where a number could begin: after this run of digits, or within it when parts are split.
            self.at = start + run;
        }
        None
    }
}

/// The end of a number that begins at `start`, the first digit of a run.
fn number_at(text: &str, start: usize) -> Option<usize> {
    let mut digits: Vec<u8> = Vec::with_capacity(12);
    let mut ends: Vec<usize> = Vec::with_capacity(12);
    let mut at = start;
    let bytes = text.as_bytes();
    while digits.len() < 13 {
        match bytes.get(at) {
            Some(b) if b.is_ascii_digit() => {
                digits.push(b - b'0');
                at += 1;
                ends.push(at);
            }
            _ => match separator(&text[at..]) {
                Some(length) if bytes.get(at + length).is_some_and(u8::is_ascii_digit) => at += length,
                _ => break,
            },
        }
    }
    [12, 10].into_iter().find_map(|count| {
        let end = *ends.get(count - 1)?;
        // More digits in the same run make it another number.
        let is_whole = !bytes.get(end).is_some_and(u8::is_ascii_digit);
        (is_whole && is_personal(&digits[..count]) && !is_period(&text[start..])).then_some(end)
    })
}

/// Whether the text begins with two dates, `2008-05-01–2010-04-30`.
fn is_period(text: &str) -> bool {
    let begins_with_date = |text: &str| text.get(..10).is_some_and(|date| whole_date(date).is_ok());
    begins_with_date(text) && separator(&text[10..]).is_some_and(|length| begins_with_date(&text[10 + length..]))
}

/// Length in bytes of what may stand between two parts of a number.
fn separator(text: &str) -> Option<usize> {
    const ENCODED: [&str; 4] = ["%20", "%2D", "%2d", "%2B"];
    if let Some(encoded) = ENCODED.iter().find(|e| text.starts_with(**e)) {
        return Some(encoded.len());
    }
    let mut length = 0;
    for c in text.chars().take(3) {
        match c {
            '-'
            | '+'
            | ' '
            | '\u{a0}'
            | '\u{2009}'
            | '\u{202f}'
            | '\u{2010}'..='\u{2015}'
            | '\u{2212}'
            | '\u{ad}'
            | '\u{200b}'
            | '_' => length += c.len_utf8(),
            _ => break,
        }
    }
    (length > 0).then_some(length)
}

fn is_personal(digits: &[u8]) -> bool {
    let short = &digits[digits.len() - 10..];
    if digits.len() == 12 && !matches!(digits[..2], [1, 8] | [1, 9] | [2, 0]) {
        return false;
    }
    let month = short[2] * 10 + short[3];
    let day = short[4] * 10 + short[5];
    let day = if day > 60 { day - 60 } else { day };
    let longest = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    // The birth number 000 is never given out.
    (1..=longest).contains(&day) && short[6..9] != [0, 0, 0] && luhn(short)
}

/// The check digit of SS-ISO/IEC 7812-1: every other digit doubled, the digits of the products summed.
fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .enumerate()
        .map(|(i, &d)| {
            let product = if i % 2 == 0 { d * 2 } else { d };
            u32::from(product / 10 + product % 10)
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A number that nobody has: Skatteverket's published test number 19900101-2384 is built the same way; here the check
    /// digit is computed so that no number stands in the repository as text.
    fn sample(first: &str) -> String {
        let digits: Vec<u8> = first.bytes().map(|b| b - b'0').collect();
        let short = &digits[digits.len() - 9..];
        let check = (0..10).find(|&c| luhn(&[short, &[c]].concat())).unwrap();
        format!("{first}{check}")
    }

    fn found(text: &str) -> usize {
        find(text).count()
    }

    #[test]
    fn every_written_form_is_found() {
        let ten = sample("900101238");
        let (date, last) = ten.split_at(6);
        for text in [
            format!("{date}-{last}"),
            format!("{date}+{last}"),
            format!("{date}{last}"),
            format!("19{date}-{last}"),
            format!("19{date}{last}"),
            format!("19{date} {last}"),
            format!("1990-01-01-{last}"),
            format!("{date} - {last}"),
            format!("{date}\u{2013}{last}"),
            format!("{date}%2D{last}"),
            format!("x{date}-{last}y"),
            format!("(tel {date}-{last})."),
        ] {
            assert_eq!(found(&text), 1, "{text}");
        }
    }

    #[test]
    fn a_samordningsnummer_is_found() {
        let ten = sample("900161238");
        assert_eq!(found(&format!("{}-{}", &ten[..6], &ten[6..])), 1);
    }

    #[test]
    fn the_span_is_the_number() {
        let ten = sample("900101238");
        let text = format!("åäö {ten} 😀");
        let span = find(&text).next().unwrap();
        assert_eq!(&text[span], ten);
    }

    /// The first eleven digits and the check digit happen to fit.
    #[test]
    fn a_period_of_two_dates_is_no_number() {
        assert_eq!(found("hogtrycket-2008-05-01-2010-04-30-m"), 0);
        assert_eq!(found("2008-05-01–2010-04-30"), 0);
        assert_eq!(found("2008-05-01 – 2010-04-30"), 0);
        assert_eq!(found("hogtrycket-2008-05-01-2010"), 1);
    }

    #[test]
    fn other_numbers_are_left_alone() {
        let wrong = {
            let ten = sample("900101238");
            let last = (ten.as_bytes()[9] - b'0' + 1) % 10;
            format!("{}{last}", &ten[..9])
        };
        for text in [
            wrong.as_str(),
            "S2014/3701/FST",
            "2014-04-24",
            "978-91-7555-426-6",
            "0123456789",
            "901301-0000",
            "12345678901234567890",
            "",
        ] {
            assert_eq!(found(text), 0, "{text}");
        }
    }
}
