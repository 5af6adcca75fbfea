//! Dates in other forms that can mean one day only: `2026/11/22`, `22.11.2026`, `22 november 2026`.

use crate::schema::PartialDate;

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// The date as year-month-day, as far as it was written; none where it could be two days, or is none.
pub fn reform(written: &str) -> Option<String> {
    let lower = written.trim().to_lowercase();
    let parts: Vec<&str> = lower.split(|c: char| matches!(c, '-' | '/' | '.') || c.is_whitespace()).collect();
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let date = match parts.as_slice() {
        [year, month, day] if is_year(year) => joined(year, number(month, 2)?, Some(number(day, 2)?)),
        [day, month, year] if is_year(year) => match named(month) {
            Some(month) => joined(year, month, Some(number(day, 2)?)),
            // The day before the month, as Swedes write; only where it cannot be the month.
            None => joined(year, number(month, 2)?, Some(number(day, 2).filter(|day| *day > 12)?)),
        },
        [month, year] if is_year(year) && named(month).is_some() => joined(year, named(month)?, None),
        [year, month] if is_year(year) => joined(year, number(month, 2)?, None),
        [digits] if digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            joined(&digits[..4], number(&digits[4..6], 2)?, Some(number(&digits[6..], 2)?))
        }
        _ => return None,
    };
    // Only days of the calendar.
    date.parse::<PartialDate>().is_ok().then_some(date)
}

fn joined(year: &str, month: u8, day: Option<u8>) -> String {
    let day = day.map(|day| format!("-{day:02}")).unwrap_or_default();
    format!("{year}-{month:02}{day}")
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn number(text: &str, longest: usize) -> Option<u8> {
    (text.len() <= longest && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

/// A month by its Swedish name, or at least three letters of it.
fn named(text: &str) -> Option<u8> {
    let is_meant = |month: &&str| text.len() >= 3 && month.starts_with(text);
    let index = MONTHS.iter().position(is_meant)?;
    u8::try_from(index + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_one_day_only_is_that_day() {
        for (written, date) in [
            ("2026/11/22", "2026-11-22"),
            ("2026.1.5", "2026-01-05"),
            ("2026-1-5", "2026-01-05"),
            ("20261122", "2026-11-22"),
            ("22.11.2026", "2026-11-22"),
            ("22/11 2026", "2026-11-22"),
            ("5 mars 2026", "2026-03-05"),
            ("5 nov 2026", "2026-11-05"),
            ("November 2026", "2026-11"),
            ("2026-3", "2026-03"),
        ] {
            assert_eq!(reform(written).as_deref(), Some(date), "{written}");
        }
    }

    #[test]
    fn what_can_be_two_days_or_none_is_left_alone() {
        for written in [
            "3/4 2026",
            "03.04.2026",
            "2026-02-30",
            "30 februari 2026",
            "26-11-22",
            "i våras",
            "2026-13-01",
            "",
            "ju 2026",
        ] {
            assert_eq!(reform(written), None, "{written}");
        }
    }
}
