//! What stands behind the question mark: addresses with their filters, and what was typed into them.

use chrono::{NaiveDate, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Tz;

use crate::db::{Keyset, Timestamp};

/// A path with those of the pairs that say something, percent-encoded.
pub fn address(path: &str, pairs: &[(&str, &str)]) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        query.append_pair(name, value);
    }
    match query.finish() {
        query if query.is_empty() => path.to_owned(),
        query => format!("{path}?{query}"),
    }
}

/// The ways to the pages beside one of a list.
#[derive(Debug, Default)]
pub struct Beside {
    /// Its first page, unless that is the one shown.
    pub first: Option<String>,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
}

impl Beside {
    /// Those of one of the lists that stand on a page, each with where it is read from: the others stay where they are. A list's
    /// section has its name, so that whoever goes on stays at it.
    pub fn of<T>(path: &str, lists: &[(&str, &str)], list: &str, found: &Keyset<T>) -> Self {
        let at = |cursor: &str| {
            let pairs: Vec<_> = lists.iter().map(|&(name, from)| (name, if name == list { cursor } else { from })).collect();
            format!("{}#{list}", address(path, &pairs))
        };
        Self {
            first: found.previous.as_ref().map(|_| at("")),
            previous: found.previous.as_deref().map(at),
            next: found.next.as_deref().map(at),
        }
    }
}

/// The beginning of a day as it was typed (`2026-11-22`), in a zone; `None` when there is no such day.
pub fn day(text: &str, zone: Tz) -> Option<Timestamp> {
    let day = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok()?;
    // In a zone that jumps at midnight the day begins an hour later.
    let begin = [0, 1]
        .into_iter()
        .find_map(|hours| zone.from_local_datetime(&(day.and_time(NaiveTime::MIN) + TimeDelta::hours(hours))).earliest())?;
    Some(begin.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_what_was_filled_in_and_nothing_else() {
        assert_eq!(address("/audit", &[("kind", ""), ("q", "")]), "/audit");
        assert_eq!(address("/audit", &[("kind", "signed-in"), ("q", "a&b 界")]), "/audit?kind=signed-in&q=a%26b+%E7%95%8C");
    }

    #[test]
    fn going_on_in_one_list_leaves_the_others_where_they_are() {
        let found = Keyset::<u8> { rows: vec![], previous: None, next: Some("n".to_owned()) };
        let beside = Beside::of("/a", &[("sent", "s"), ("answers", "")], "answers", &found);
        assert_eq!(beside.next.as_deref(), Some("/a?sent=s&answers=n#answers"));
        assert!(beside.first.is_none() && beside.previous.is_none());
    }

    #[test]
    fn a_day_begins_where_the_reader_lives() {
        assert_eq!(day("2026-11-22", Tz::Asia__Shanghai).unwrap().to_rfc3339(), "2026-11-21T16:00:00+00:00");
        assert_eq!(day("2026-02-30", Tz::UTC), None);
        assert_eq!(day("yesterday", Tz::UTC), None);
    }
}
