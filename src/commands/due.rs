//! `samverka due`: what is to be reviewed, when and by whom; and what awaits that a party confirms it.

use std::io::Write;

use jiff::{Span as Length, civil::Date};

use super::{Console, Failure, Outcome, today};
use crate::check::read_site;
use crate::cli::{Due as Typed, DueFormat};
use crate::diff::{markdown, text};
use crate::i18n::Message;
use crate::model::Audience;
use crate::render::Base;
use crate::reviews::{self, Review, confirmations};
use crate::source;

/// Writes the list.
///
/// # Errors
/// When the content cannot be read, or the time is none.
pub fn run(typed: &Typed, console: &Console) -> Result<Outcome, Failure> {
    let today = today(typed.input.today.as_deref())?;
    if typed.confirmations {
        return awaiting(typed, today, console);
    }
    let until = until(today, &typed.within).ok_or_else(|| Message::new("granska-tid").with("tid", &typed.within))?;
    let site = read_site(&source::read(&typed.input.content)?, today, Audience::Readers);
    let reviews: Vec<Review<'_>> = reviews::due(&site, until);
    let written = &site.settings.address;
    let base = || Base::parse(written).map_err(|error| error.message(written));
    let mut out = std::io::stdout();
    let language = console.language;
    let text = match typed.format {
        DueFormat::Text => text::render(&reviews::parts(&reviews, today, until, language), console.is_coloured(&out)),
        DueFormat::Markdown => {
            let parts = reviews::parts(&reviews, today, until, language);
            markdown::render(&parts, reviews::MARKER, language)
        }
        DueFormat::Csv => reviews::csv(&reviews, today, &base()?, language),
        DueFormat::Ics => reviews::ics(&reviews, today, &base()?, language),
    };
    let _ = out.write_all(text.as_bytes());
    Ok(Outcome::Done)
}

/// Writes the list of what awaits confirmation.
fn awaiting(typed: &Typed, today: Date, console: &Console) -> Result<Outcome, Failure> {
    let site = read_site(&source::read(&typed.input.content)?, today, Audience::Readers);
    let language = console.language;
    let parts = || confirmations::parts(&site, language);
    let mut out = std::io::stdout();
    let text = match typed.format {
        DueFormat::Text => text::render(&parts(), console.is_coloured(&out)),
        DueFormat::Markdown => markdown::render(&parts(), confirmations::MARKER, language),
        DueFormat::Csv => {
            let written = &site.settings.address;
            let base = Base::parse(written).map_err(|error| error.message(written))?;
            confirmations::csv(&site, &base, language)
        }
        DueFormat::Ics => return Err(Message::new("bekrafta-kalender").into()),
    };
    let _ = out.write_all(text.as_bytes());
    Ok(Outcome::Done)
}

/// The last day of a time from today: `90d`, `12w`, `3m`, `1y`, or a number of days. Also `12v` and `1å`.
fn until(today: Date, written: &str) -> Option<Date> {
    let written = written.trim();
    let digits = written.find(|c: char| !c.is_ascii_digit()).unwrap_or(written.len());
    let (number, unit) = written.split_at(digits);
    let number: i64 = number.parse().ok().filter(|number| *number <= 100_000)?;
    let length = match unit {
        "" | "d" => Length::new().try_days(number),
        "w" | "v" => Length::new().try_weeks(number),
        "m" => Length::new().try_months(number),
        "y" | "å" => Length::new().try_years(number),
        _ => return None,
    };
    today.checked_add(length.ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_a_number_and_a_unit() {
        let today = Date::constant(2026, 11, 22);
        let day = |written| until(today, written).map(|date| date.to_string());
        assert_eq!(day("90d").as_deref(), Some("2027-02-20"));
        assert_eq!(day("0").as_deref(), Some("2026-11-22"));
        assert_eq!((day("2v"), day("3m")), (day("14d"), Some("2027-02-22".to_owned())));
        for bad in ["", "d", "-1d", "3 månader", "99999999999999999999", "100000y"] {
            assert_eq!(day(bad), None, "{bad}");
        }
    }
}
