//! Days in Stockholm.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rustc_hash::FxHashMap;

/// A day as the number of days since 1970.
pub type Day = i32;

const HOUR: i64 = 3600;
/// The database is built into the program.
pub(super) static ZONE: LazyLock<TimeZone> =
    LazyLock::new(|| TimeZone::get("Europe/Stockholm").unwrap_or(TimeZone::UTC));
const EPOCH: Date = Date::constant(1970, 1, 1);

/// Which day a moment belongs to. Clocks are only ever put forward or back on the hour, so that an hour of UTC has one day.
pub struct Days {
    zone: TimeZone,
    hours: FxHashMap<i64, Day>,
    last: (i64, Day),
}

impl Default for Days {
    fn default() -> Days {
        Days { zone: ZONE.clone(), hours: FxHashMap::default(), last: (i64::MIN, 0) }
    }
}

impl Days {
    /// The day of a moment in seconds since 1970; none when there is no such year.
    pub fn of(&mut self, time: i64) -> Option<Day> {
        let hour = time.div_euclid(HOUR);
        if self.last.0 == hour {
            return Some(self.last.1);
        }
        let day = match self.hours.get(&hour) {
            Some(&day) => day,
            None => {
                let moment = Timestamp::from_second(hour * HOUR).ok()?;
                let day = number(self.zone.to_datetime(moment).date());
                self.hours.insert(hour, day);
                day
            }
        };
        self.last = (hour, day);
        Some(day)
    }
}

/// How far into a day a moment is, in seconds since 1970 both. The day is taken to begin two hours before that of UTC, as it does in
/// summer.
pub fn second(day: Day, time: u32) -> u32 {
    let begin = i64::from(day) * 86_400 - 2 * HOUR;
    u32::try_from(i64::from(time) - begin).unwrap_or_default()
}

/// The days from one to another, both of them in it.
pub fn period(from: Option<Date>, to: Option<Date>) -> RangeInclusive<Day> {
    from.map_or(i32::MIN, number)..=to.map_or(i32::MAX, number)
}

pub fn number(date: Date) -> Day {
    (date.duration_since(EPOCH).as_secs() / 86_400) as Day
}

pub fn date(day: Day) -> Date {
    EPOCH.checked_add(jiff::Span::new().days(i64::from(day))).unwrap_or(EPOCH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_begin_at_midnight_in_stockholm_also_when_clocks_change() {
        let mut days = Days::default();
        let mut day = |utc: &str| date(days.of(utc.parse::<Timestamp>().unwrap().as_second()).unwrap()).to_string();
        assert_eq!(day("2026-11-21T22:59:59Z"), "2026-11-21");
        assert_eq!(day("2026-11-21T23:00:00Z"), "2026-11-22");
        // Summer time from 29 March 2026 to 25 October 2026.
        assert_eq!(day("2026-03-28T23:00:00Z"), "2026-03-29");
        assert_eq!(day("2026-03-29T21:59:59Z"), "2026-03-29");
        assert_eq!(day("2026-03-29T22:00:00Z"), "2026-03-30");
        assert_eq!(day("2026-10-24T22:00:00Z"), "2026-10-25");
        assert_eq!(day("2026-10-25T22:59:59Z"), "2026-10-25");
        assert_eq!(day("2026-12-31T23:00:00Z"), "2027-01-01");
    }

    #[test]
    fn seconds_of_a_day_are_few_and_grow() {
        let mut days = Days::default();
        let mut second = |utc: &str| {
            let time = utc.parse::<Timestamp>().unwrap().as_second();
            second(days.of(time).unwrap(), time as u32)
        };
        assert_eq!((second("2026-06-30T22:00:00Z"), second("2026-07-01T21:59:59Z")), (0, 86_399));
        assert_eq!((second("2026-11-21T23:00:00Z"), second("2026-11-22T22:59:59Z")), (3600, 89_999));
        // The night that is an hour longer.
        assert_eq!((second("2026-10-24T22:00:00Z"), second("2026-10-25T22:59:59Z")), (0, 89_999));
    }

    #[test]
    fn a_day_is_its_number() {
        for text in ["1970-01-01", "1969-12-31", "2024-02-29", "2026-11-22"] {
            let day: Date = text.parse().unwrap();
            assert_eq!(date(number(day)), day);
        }
    }
}
