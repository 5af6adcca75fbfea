//! Times as logs write them → seconds since 1970.

use jiff::civil::Date;

use super::Malformed;

const SECONDS_OF_DAY: i64 = 86_400;

/// Reads times; remembers the last day, because the next line is mostly of the same.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    last: Option<((i16, i8, i8), i64)>,
}

impl Clock {
    /// `22/Nov/2026:13:55:36 +0100`
    pub fn common(&mut self, text: &[u8]) -> Result<i64, Malformed> {
        const MONTHS: [&[u8]; 12] =
            [b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec"];
        if text.len() != 26 || text[2] != b'/' || text[6] != b'/' || text[11] != b':' || text[20] != b' ' {
            return Err(Malformed);
        }
        let month = MONTHS.iter().position(|month| *month == &text[3..6]).ok_or(Malformed)? as i64 + 1;
        let day = self.day(number(&text[7..11])?, month, number(&text[..2])?)?;
        Ok(day + time_of_day(&text[12..20])? - zone(&text[21..])?)
    }

    /// `2026-11-22T13:55:36+01:00`, with or without parts of a second; `Z` or nothing behind is UTC. Between day and time may be a
    /// space.
    pub fn iso(&mut self, text: &[u8]) -> Result<i64, Malformed> {
        if text.len() < 19 || !matches!(text[10], b'T' | b't' | b' ') {
            return Err(Malformed);
        }
        let day = self.date(&text[..10])?;
        let mut rest = &text[19..];
        if let [b'.' | b',', after @ ..] = rest {
            let digits = after.iter().take_while(|byte| byte.is_ascii_digit()).count();
            rest = &after[digits..];
        }
        let zone = match rest {
            [] | b"Z" | b"z" => 0,
            _ => zone(rest)?,
        };
        Ok(day + time_of_day(&text[11..19])? - zone)
    }

    /// `2026-11-22` and `13:55:36`, both UTC.
    pub fn utc(&mut self, date: &[u8], time: &[u8]) -> Result<i64, Malformed> {
        Ok(self.date(date)? + time_of_day(time.get(..8).ok_or(Malformed)?)?)
    }

    fn date(&mut self, text: &[u8]) -> Result<i64, Malformed> {
        match text {
            [_, _, _, _, b'-', _, _, b'-', _, _] => {
                self.day(number(&text[..4])?, number(&text[5..7])?, number(&text[8..])?)
            }
            _ => Err(Malformed),
        }
    }

    /// Seconds since 1970 of the day's beginning.
    fn day(&mut self, year: i64, month: i64, day: i64) -> Result<i64, Malformed> {
        let key = (year as i16, month as i8, day as i8);
        if let Some((_, seconds)) = self.last.filter(|(last, _)| *last == key) {
            return Ok(seconds);
        }
        let date = Date::new(key.0, key.1, key.2).map_err(|_| Malformed)?;
        let days = date.duration_since(Date::constant(1970, 1, 1)).as_secs() / SECONDS_OF_DAY;
        self.last = Some((key, days * SECONDS_OF_DAY));
        Ok(days * SECONDS_OF_DAY)
    }
}

/// Digits alone, at most four.
fn number(text: &[u8]) -> Result<i64, Malformed> {
    if text.is_empty() || text.len() > 4 {
        return Err(Malformed);
    }
    text.iter().try_fold(0, |sum, byte| match byte {
        b'0'..=b'9' => Ok(sum * 10 + i64::from(byte - b'0')),
        _ => Err(Malformed),
    })
}

/// `13:55:36`; a leap second is the second after.
fn time_of_day(text: &[u8]) -> Result<i64, Malformed> {
    let [_, _, b':', _, _, b':', _, _] = text else { return Err(Malformed) };
    match (number(&text[..2])?, number(&text[3..5])?, number(&text[6..])?) {
        (hour @ ..24, minute @ ..60, second @ ..=60) => Ok(hour * 3600 + minute * 60 + second),
        _ => Err(Malformed),
    }
}

/// `+0100` or `+01:00` → 3600.
fn zone(text: &[u8]) -> Result<i64, Malformed> {
    let (sign, hours, minutes) = match text {
        [sign, a, b, b':', c, d] | [sign, a, b, c, d] => (sign, [*a, *b], [*c, *d]),
        _ => return Err(Malformed),
    };
    let seconds = match (number(&hours)?, number(&minutes)?) {
        (hours @ ..=18, minutes @ ..60) => hours * 3600 + minutes * 60,
        _ => return Err(Malformed),
    };
    match sign {
        b'+' => Ok(seconds),
        b'-' => Ok(-seconds),
        _ => Err(Malformed),
    }
}
