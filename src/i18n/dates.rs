//! Moments as people of each language write them, always with the zone; and how long until or since.

use std::borrow::Cow;
use std::fmt::Write;
use std::sync::OnceLock;

use chrono::{DateTime, Datelike, Offset, SecondsFormat, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;

use super::{Lang, text, text_with};

/// The day in the zone: "22 November 2026", "2026年11月22日", "22 ноября 2026 г.".
pub fn date(lang: Lang, moment: DateTime<Utc>, zone: Tz) -> String {
    written(lang, text(lang, "dates-date"), moment.with_timezone(&zone))
}

/// The day in the zone with its weekday: "Sunday 22 November 2026", "2026年11月22日星期日", "воскресенье, 22 ноября 2026 г.".
pub fn weekday_date(lang: Lang, moment: DateTime<Utc>, zone: Tz) -> String {
    written(lang, text(lang, "dates-weekday-date"), moment.with_timezone(&zone))
}

/// The minute in the zone, and the zone: "22 November 2026, 18:00 (UTC+8)", "2026年11月22日 18:00 (UTC+8)".
pub fn date_time(lang: Lang, moment: DateTime<Utc>, zone: Tz) -> String {
    written(lang, text(lang, "dates-date-time"), moment.with_timezone(&zone))
}

/// The moment for `<time datetime>` and for machines: "2026-11-22T10:00:00Z".
pub fn iso(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// How far the moment is from now, to the nearest whole unit: "in 3 days", "2 hours ago", "just now".
pub fn relative(lang: Lang, moment: DateTime<Utc>, now: DateTime<Utc>) -> Cow<'static, str> {
    let ahead = moment > now;
    match distance(moment - now) {
        None => Cow::Borrowed(text(lang, if ahead { "dates-in-a-moment" } else { "dates-just-now" })),
        Some((unit, count)) => told(lang, unit, ahead, count),
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Unit {
    Minutes,
    Hours,
    Days,
    Months,
    Years,
}

impl Unit {
    const ALL: usize = 5;

    fn key(self, ahead: bool) -> &'static str {
        match (self, ahead) {
            (Unit::Minutes, true) => "dates-in-minutes",
            (Unit::Minutes, false) => "dates-minutes-ago",
            (Unit::Hours, true) => "dates-in-hours",
            (Unit::Hours, false) => "dates-hours-ago",
            (Unit::Days, true) => "dates-in-days",
            (Unit::Days, false) => "dates-days-ago",
            (Unit::Months, true) => "dates-in-months",
            (Unit::Months, false) => "dates-months-ago",
            (Unit::Years, true) => "dates-in-years",
            (Unit::Years, false) => "dates-years-ago",
        }
    }
}

/// Counts from 0 to 59: all there are, but for years.
const COUNTS: usize = 60;

type ByCount = [OnceLock<String>; COUNTS];

/// What was told once is kept, because choosing a plural form costs a microsecond and every row of a list tells one.
static TOLD: [[[ByCount; 2]; Unit::ALL]; Lang::ALL.len()] =
    [const { [const { [const { [const { OnceLock::new() }; COUNTS] }; 2] }; Unit::ALL] }; Lang::ALL.len()];

fn told(lang: Lang, unit: Unit, ahead: bool, count: i64) -> Cow<'static, str> {
    let tell = || text_with(lang, unit.key(ahead), &[("count", count.into())]);
    let by_count = &TOLD[lang.index()][unit as usize][usize::from(ahead)];
    match usize::try_from(count).ok().and_then(|count| by_count.get(count)) {
        Some(kept) => Cow::Borrowed(kept.get_or_init(tell)),
        None => Cow::Owned(tell()),
    }
}

/// The largest unit that still tells something, and how many; nothing below half a minute. Rounded to the nearest, so
/// that what was made for thirty days a second ago has thirty days to go, not twenty-nine.
fn distance(span: TimeDelta) -> Option<(Unit, i64)> {
    const HOUR: i64 = 3600;
    const DAY: i64 = 24 * HOUR;
    const MONTH: i64 = 365 * DAY / 12;
    let seconds = (span.num_milliseconds().abs() + 500) / 1000;
    let nearest = |unit: i64| (seconds + unit / 2) / unit;
    match seconds {
        0..30 => None,
        _ if nearest(60) < 60 => Some((Unit::Minutes, nearest(60))),
        _ if nearest(HOUR) < 24 => Some((Unit::Hours, nearest(HOUR))),
        _ if nearest(DAY) < 60 => Some((Unit::Days, nearest(DAY))),
        _ if nearest(MONTH) < 24 => Some((Unit::Months, nearest(MONTH))),
        _ => Some((Unit::Years, nearest(365 * DAY))),
    }
}

/// Fills a pattern of the catalogue: `%Y` year, `%B` name of the month, `%m` its number, `%d` day of the month, `%A`
/// weekday, `%H` and `%M` hour and minute with two digits, `%z` zone. Not a Fluent message with arguments, because
/// lists show dates by the hundred.
fn written(lang: Lang, pattern: &'static str, at: DateTime<Tz>) -> String {
    let mut out = String::with_capacity(pattern.len() + 24);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('%') {
        out.push_str(before);
        let mut chars = after.chars();
        // Writing to a string cannot fail.
        let _ = match chars.next() {
            Some('Y') => write!(out, "{}", at.year()),
            Some('B') => write!(out, "{}", month(lang, at.month())),
            Some('m') => write!(out, "{}", at.month()),
            Some('d') => write!(out, "{}", at.day()),
            Some('A') => write!(out, "{}", weekday(lang, at.weekday())),
            Some('H') => write!(out, "{:02}", at.hour()),
            Some('M') => write!(out, "{:02}", at.minute()),
            Some('z') => write_zone(&mut out, at.offset().fix().local_minus_utc()),
            other => write!(out, "%{}", other.map(String::from).unwrap_or_default()),
        };
        rest = chars.as_str();
    }
    out.push_str(rest);
    out
}

fn write_zone(out: &mut String, seconds_east: i32) -> std::fmt::Result {
    let minutes = seconds_east.abs() / 60;
    match (seconds_east, minutes / 60, minutes % 60) {
        (0, ..) => write!(out, "UTC"),
        (east, hours, minutes) => {
            write!(out, "UTC{}{hours}", if east < 0 { '-' } else { '+' })?;
            if minutes == 0 { Ok(()) } else { write!(out, ":{minutes:02}") }
        }
    }
}

fn month(lang: Lang, month: u32) -> &'static str {
    let key = match month {
        1 => "dates-month-1",
        2 => "dates-month-2",
        3 => "dates-month-3",
        4 => "dates-month-4",
        5 => "dates-month-5",
        6 => "dates-month-6",
        7 => "dates-month-7",
        8 => "dates-month-8",
        9 => "dates-month-9",
        10 => "dates-month-10",
        11 => "dates-month-11",
        _ => "dates-month-12",
    };
    text(lang, key)
}

fn weekday(lang: Lang, day: chrono::Weekday) -> &'static str {
    let key = match day {
        chrono::Weekday::Mon => "dates-monday",
        chrono::Weekday::Tue => "dates-tuesday",
        chrono::Weekday::Wed => "dates-wednesday",
        chrono::Weekday::Thu => "dates-thursday",
        chrono::Weekday::Fri => "dates-friday",
        chrono::Weekday::Sat => "dates-saturday",
        chrono::Weekday::Sun => "dates-sunday",
    };
    text(lang, key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(moment: &str) -> DateTime<Utc> {
        moment.parse().unwrap()
    }

    #[test]
    fn a_moment_is_written_in_the_language_with_its_zone() {
        let moment = at("2026-11-22T10:00:00Z");
        assert_eq!(date_time(Lang::En, moment, Tz::Asia__Shanghai), "22 November 2026, 18:00 (UTC+8)");
        assert_eq!(date_time(Lang::ZhCn, moment, Tz::Asia__Shanghai), "2026年11月22日 18:00 (UTC+8)");
        assert_eq!(date_time(Lang::Ru, at("2026-11-22T15:00:00Z"), Tz::Europe__Moscow), "22 ноября 2026 г., 18:00 (UTC+3)");
    }

    #[test]
    fn zones_that_are_not_whole_hours_or_west_are_named_too() {
        let moment = at("2026-11-22T10:05:00Z");
        assert_eq!(date_time(Lang::En, moment, Tz::UTC), "22 November 2026, 10:05 (UTC)");
        assert_eq!(date_time(Lang::En, moment, Tz::Asia__Kolkata), "22 November 2026, 15:35 (UTC+5:30)");
        assert_eq!(date_time(Lang::En, moment, Tz::America__St_Johns), "22 November 2026, 06:35 (UTC-3:30)");
    }

    #[test]
    fn the_day_is_the_zone_s_day() {
        let moment = at("2026-12-31T17:00:00Z");
        assert_eq!(date(Lang::En, moment, Tz::Asia__Shanghai), "1 January 2027");
        assert_eq!(date(Lang::ZhCn, moment, Tz::Asia__Shanghai), "2027年1月1日");
        assert_eq!(date(Lang::Ru, moment, Tz::Europe__Moscow), "31 декабря 2026 г.");
    }

    #[test]
    fn a_heading_has_the_weekday() {
        let moment = at("2026-11-22T10:00:00Z");
        assert_eq!(weekday_date(Lang::En, moment, Tz::UTC), "Sunday 22 November 2026");
        assert_eq!(weekday_date(Lang::ZhCn, moment, Tz::UTC), "2026年11月22日星期日");
        assert_eq!(weekday_date(Lang::Ru, moment, Tz::UTC), "воскресенье, 22 ноября 2026 г.");
    }

    #[test]
    fn machines_get_utc() {
        assert_eq!(iso(at("2026-11-22T10:00:00.123456Z")), "2026-11-22T10:00:00Z");
    }

    #[test]
    fn distances_are_told_in_the_largest_unit_that_says_something() {
        let now = at("2026-11-22T10:00:00Z");
        for (moment, en, zh, ru) in [
            ("2026-11-22T10:00:00Z", "just now", "刚刚", "только что"),
            ("2026-11-22T10:00:20Z", "in a moment", "马上", "вот-вот"),
            ("2026-11-22T09:59:00Z", "1 minute ago", "1 分钟前", "1 минуту назад"),
            ("2026-11-22T10:59:29Z", "in 59 minutes", "59 分钟后", "через 59 минут"),
            ("2026-11-22T08:00:00Z", "2 hours ago", "2 小时前", "2 часа назад"),
            ("2026-11-23T10:00:00Z", "in 1 day", "1 天后", "через 1 день"),
            ("2026-11-25T09:59:59Z", "in 3 days", "3 天后", "через 3 дня"),
            ("2026-12-22T09:59:59Z", "in 30 days", "30 天后", "через 30 дней"),
            ("2027-05-22T10:00:00Z", "in 6 months", "6 个月后", "через 6 месяцев"),
            ("2028-11-21T10:00:00Z", "in 2 years", "2 年后", "через 2 года"),
            ("2021-11-22T10:00:00Z", "5 years ago", "5 年前", "5 лет назад"),
            ("1926-11-22T10:00:00Z", "100 years ago", "100 年前", "100 лет назад"),
        ] {
            assert_eq!(relative(Lang::En, at(moment), now), en);
            assert_eq!(relative(Lang::ZhCn, at(moment), now), zh);
            assert_eq!(relative(Lang::Ru, at(moment), now), ru);
        }
    }
}
