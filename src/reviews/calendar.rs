//! The list as a calendar: iCalendar, [RFC 5545](https://www.rfc-editor.org/rfc/rfc5545).
//!
//! Written by hand: what is needed of the format is one kind of event and one rule for long lines, while the crate
//! `icalendar` would bring another library for dates (chrono) and random numbers (uuid) into a program whose output
//! is the same for the same input. Its parser reads the result in a test.

use jiff::civil::Date;

use super::Review;
use crate::i18n::{self, Language, Message};
use crate::render::Base;

/// A line has at most this many bytes, without its end (section 3.1).
const LONGEST: usize = 75;

/// A calendar with an event of a whole day for each review. An event keeps its UID when its day changes, and its SEQUENCE
/// grows with the day: a calendar that has read the list before moves the event instead of adding another.
pub fn ics(reviews: &[Review<'_>], today: Date, base: &Base, language: Language) -> String {
    let mut out = String::new();
    let mut line = |text: &str| fold(&mut out, text);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//samverka//granskning//SV");
    line("CALSCALE:GREGORIAN");
    line("METHOD:PUBLISH");
    let day = |date: Date| format!("{:04}{:02}{:02}", date.year(), date.month(), date.day());
    let site = base.absolute("/");
    let host = site.split("://").nth(1).unwrap_or_default().split(['/', ':']).next().unwrap_or_default();
    for review in reviews {
        let document = review.document;
        let path = document.address.trim_matches('/').replace('/', ".");
        let text = |id: &'static str| {
            let message = Message::new(id).with("titel", &document.title).with("ansvarig", review.by);
            let message = message.with("fil", &*document.file);
            escape(&i18n::text(
                language,
                &message.with("granskad", document.reviewed.map_or_else(String::new, |d| d.to_string())),
            ))
        };
        line("BEGIN:VEVENT");
        line(&format!("UID:granskning.{path}@{host}"));
        line(&format!("DTSTAMP:{}T000000Z", day(today)));
        line(&format!("DTSTART;VALUE=DATE:{}", day(review.due)));
        // The first day after it (section 3.6.1).
        line(&format!("DTEND;VALUE=DATE:{}", day(review.due.tomorrow().unwrap_or(review.due))));
        let sequence = Date::constant(2000, 1, 1).until(review.due).map(|span| span.get_days()).unwrap_or_default();
        line(&format!("SEQUENCE:{}", sequence.max(0)));
        line(&format!("SUMMARY:{}", text("granska-handelse")));
        line(&format!("DESCRIPTION:{}", text("granska-handelse-text")));
        line(&format!("URL:{}", base.absolute(&document.address)));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    out
}

/// TEXT (section 3.3.11). Other control characters are not allowed anywhere.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(letter);
            }
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// Adds a content line, divided where it is too long; never inside a character.
fn fold(out: &mut String, line: &str) {
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(letter);
        length += letter.len_utf8();
    }
    out.push_str("\r\n");
}
