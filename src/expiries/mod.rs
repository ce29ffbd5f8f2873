//! Expiries: which delegations end soon. One list, one letter a day at most, one calendar (D21).

pub mod actions;
pub mod ics;
pub mod jobs;
pub mod pages;
mod store;

use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeDelta, TimeZone, Timelike};
use chrono_tz::Tz;

use crate::{
    db::Timestamp,
    ids::{Delegation, Id},
    services::Scope,
};

/// Where the days of the market begin and end.
const ZONE: Tz = Tz::Asia__Shanghai;

/// How many days ahead both sides are warned; 0 tells that it is over.
pub const THRESHOLDS: [i32; 4] = [30, 7, 1, 0];

/// How many days of an end that nobody was told of a letter may still tell.
const LATE: i64 = 7;

/// From which hour of the market's day letters go out: people read them when they come to work.
const MORNING: u32 = 8;

/// The day of the market, once its morning has come.
pub fn working_day(now: Timestamp) -> Option<NaiveDate> {
    let here = now.with_timezone(&ZONE);
    (here.hour() >= MORNING).then(|| here.date_naive())
}

/// What the letter of a day says of an end: the nearest warning that is due before that day is over. `None` when it is
/// further away than a month, or was over for so long that nobody needs to hear of it any more.
pub fn warning(ends_at: Timestamp, day: NaiveDate, now: Timestamp) -> Option<i32> {
    if ends_at <= now {
        return (ends_at > now - TimeDelta::days(LATE)).then_some(0);
    }
    // A delegation that ends at any time tomorrow has one day to go today.
    let left = (ends_at.with_timezone(&ZONE).date_naive() - day).num_days();
    [1, 7, 30].into_iter().find(|days| left <= i64::from(*days))
}

/// The times between which an end is of interest on a day.
fn window(day: NaiveDate, now: Timestamp) -> (Timestamp, Timestamp) {
    let midnight = day + TimeDelta::days(31);
    // Shanghai's clocks never jump.
    let until = ZONE.from_local_datetime(&midnight.and_time(chrono::NaiveTime::MIN)).earliest().map_or(now, |at| at.to_utc());
    (now - TimeDelta::days(LATE), until)
}

/// An end, as the letter of the day may tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// The delegation.
    pub delegation: Id<Delegation>,
    /// Who lets.
    pub customer: String,
    /// Who may work.
    pub holder: String,
    /// In what.
    pub scope: Scope,
    /// When it ends.
    pub ends_at: Timestamp,
    /// Whether it extends itself before that.
    pub extends: bool,
}

/// A warning that was given: of which delegation's which end, how many days ahead.
type Given = (Id<Delegation>, Timestamp, i32);

/// Those ends of which an organization has to be told today, with the days ahead: each warning once, and none for a delegation
/// that was told of at a nearer distance before.
fn due(ends: Vec<End>, given: &BTreeSet<Given>, day: NaiveDate, now: Timestamp) -> Vec<(End, i32)> {
    let told =
        |end: &End, days: i32| given.range((end.delegation, end.ends_at, i32::MIN)..=(end.delegation, end.ends_at, days)).next().is_some();
    ends.into_iter()
        .filter_map(|end| {
            let days = warning(end.ends_at, day, now)?;
            (!told(&end, days)).then_some((end, days))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::Purpose;

    /// A moment of November 2026 in Shanghai.
    fn at(day: u32, hour: u32) -> Timestamp {
        ZONE.with_ymd_and_hms(2026, 11, day, hour, 0, 0).unwrap().to_utc()
    }

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    #[test]
    fn letters_go_out_in_the_morning_of_the_market() {
        assert_eq!(working_day(at(5, 7)), None);
        assert_eq!(working_day(at(5, 8)), Some(day(5)));
        assert_eq!(working_day(at(5, 23)), Some(day(5)));
    }

    #[test]
    fn d21_warnings_are_thirty_seven_and_one_day_before_the_end() {
        let today = |ends| warning(ends, day(1), at(1, 8));
        let ends_in = |days: i64| at(1, 20) + TimeDelta::days(days);
        let told: Vec<_> = [31, 30, 29, 8, 7, 2, 1, 0].map(|days| today(ends_in(days))).to_vec();
        assert_eq!(told, [None, Some(30), Some(30), Some(30), Some(7), Some(7), Some(1), Some(1)]);
        assert_eq!(today(at(1, 8)), Some(0), "it is over");
        assert_eq!(today(at(1, 8) - TimeDelta::days(6)), Some(0));
        assert_eq!(today(at(1, 8) - TimeDelta::days(8)), None, "nobody needs to hear of it any more");
    }

    #[test]
    fn a_warning_is_never_later_than_it_says_whatever_the_hour_of_the_end() {
        // It ends at one in the night of the third: the letter of the second, of the morning, is the last that comes in time.
        assert_eq!(warning(at(3, 1), day(2), at(2, 8)), Some(1));
        assert_eq!(warning(at(3, 23), day(2), at(2, 8)), Some(1));
    }

    #[test]
    fn the_window_holds_whatever_is_warned_of() {
        let (since, until) = window(day(1), at(1, 8));
        for hours in 0..(24 * 45) {
            let ends = at(1, 8) - TimeDelta::days(9) + TimeDelta::hours(hours);
            let inside = ends > since && ends <= until;
            assert!(inside || warning(ends, day(1), at(1, 8)).is_none(), "{ends}");
        }
    }

    #[test]
    fn each_warning_is_given_once_and_none_after_a_nearer_one() {
        let end = |days| End {
            delegation: uuid::Uuid::from_u128(7).into(),
            customer: String::new(),
            holder: String::new(),
            scope: Scope { service: "intune".to_owned(), purpose: Purpose::Support },
            ends_at: at(1, 20) + TimeDelta::days(days),
            extends: false,
        };
        let given = |days, before| BTreeSet::from([(end(days).delegation, end(days).ends_at, before)]);
        let told =
            |days, given: &BTreeSet<Given>| due(vec![end(days)], given, day(1), at(1, 8)).iter().map(|(_, days)| *days).collect::<Vec<_>>();
        assert_eq!(told(5, &BTreeSet::new()), [7]);
        assert_eq!(told(5, &given(5, 30)), [7]);
        assert!(told(5, &given(5, 7)).is_empty());
        assert!(told(5, &given(5, 1)).is_empty(), "a nearer one was given");
        assert_eq!(told(5, &given(6, 7)), [7], "it has another end now: it was extended");
    }
}
