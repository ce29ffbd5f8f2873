//! The customer agreement: its versions, each published once in all languages and never changed (D17), and who accepted which.

pub mod actions;
pub mod pages;
mod store;

use chrono::{Datelike, TimeDelta};
use chrono_tz::Tz;

use crate::{
    db::Timestamp,
    i18n::Lang,
    ids::{Id, Organization, Relationship},
    values::{Line, Note, Refusal},
};

/// The longest text of an agreement in one language.
pub const BODY: usize = 20_000;
/// How far ahead a version may be published.
const AHEAD: TimeDelta = TimeDelta::days(366);

/// The text of a version in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Its title.
    pub title: Line<200>,
    /// Paragraphs between empty lines.
    pub body: Note<BODY>,
}

/// A version about to be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// The texts, in the order of [`Lang::ALL`].
    pub texts: [Text; 3],
    /// From when it is in force; nothing for at once.
    pub from: Option<Timestamp>,
}

/// A version as the list shows it.
#[derive(Debug, Clone)]
pub struct Version {
    /// Its name: the month from which it is in force, and a number if there are several of that month.
    pub version: String,
    /// From when it is in force.
    pub from: Timestamp,
    /// When it was published.
    pub published_at: Timestamp,
    /// The languages it is in.
    pub languages: Vec<Lang>,
    /// How many acceptances name it.
    pub accepted: i64,
}

/// How a version stands at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Its day has not come.
    Ahead,
    /// It is the one that customers accept.
    InForce,
    /// A newer one has taken its place.
    Past,
}

impl Standing {
    /// The word of it in the catalogue (`agreements-standing-…`).
    pub fn key(self) -> &'static str {
        match self {
            Self::Ahead => "ahead",
            Self::InForce => "in-force",
            Self::Past => "past",
        }
    }
}

/// How each of the versions, newest first, stands at a moment.
pub fn standings(versions: &[Version], now: Timestamp) -> Vec<Standing> {
    let in_force = versions.iter().position(|version| version.from <= now).unwrap_or(versions.len());
    let standing = |at: usize| match at.cmp(&in_force) {
        std::cmp::Ordering::Less => Standing::Ahead,
        std::cmp::Ordering::Equal => Standing::InForce,
        std::cmp::Ordering::Greater => Standing::Past,
    };
    (0..versions.len()).map(standing).collect()
}

/// The name of a version in force from a moment, as the calendar of a zone has it, beside those there are.
pub fn name(from: Timestamp, zone: Tz, taken: &[String]) -> Option<String> {
    let local = from.with_timezone(&zone);
    let month = format!("{:04}-{:02}", local.year(), local.month());
    std::iter::once(month.clone()).chain((2..100).map(|number| format!("{month}.{number}"))).find(|name| !taken.contains(name))
}

/// Whether a day may be chosen for a version: today or later, and not more than a year away.
///
/// # Errors
/// When it is in the past or far away.
pub fn check_day(from: Timestamp, today: Timestamp) -> Result<Timestamp, Refusal> {
    if from < today || from > today + AHEAD { Err(Refusal::Said("agreements-day-wrong")) } else { Ok(from) }
}

/// One customer's acceptance of one version.
#[derive(Debug, Clone)]
pub struct AcceptedBy {
    /// The acceptance's id, by which the list is paged.
    pub id: uuid::Uuid,
    /// The version.
    pub version: String,
    /// The language in which it was read.
    pub language: Lang,
    /// The customer.
    pub customer: String,
    /// The partner whose invitation it was.
    pub partner: String,
    /// The partner's id.
    pub partner_id: Id<Organization>,
    /// The relationship that it began.
    pub relationship: Id<Relationship>,
    /// The receipt's reference.
    pub reference: String,
    /// When.
    pub at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn version(name: &str, from: &str) -> Version {
        Version { version: name.to_owned(), from: at(from), published_at: at(from), languages: Lang::ALL.to_vec(), accepted: 0 }
    }

    #[test]
    fn the_newest_whose_day_has_come_is_in_force() {
        let versions = [
            version("2027-01", "2027-01-01T00:00:00Z"),
            version("2026-11.2", "2026-11-20T00:00:00Z"),
            version("2026-11", "2026-11-01T00:00:00Z"),
        ];
        assert_eq!(standings(&versions, at("2026-11-25T00:00:00Z")), [Standing::Ahead, Standing::InForce, Standing::Past]);
        assert_eq!(standings(&versions, at("2027-01-01T00:00:00Z")), [Standing::InForce, Standing::Past, Standing::Past]);
    }

    #[test]
    fn a_version_is_named_after_its_month_where_the_operator_lives() {
        let from = at("2026-11-30T16:00:00Z");
        assert_eq!(name(from, Tz::Asia__Shanghai, &[]).unwrap(), "2026-12");
        assert_eq!(name(from, Tz::UTC, &["2026-11".to_owned()]).unwrap(), "2026-11.2");
        assert_eq!(name(from, Tz::UTC, &["2026-11".to_owned(), "2026-11.2".to_owned()]).unwrap(), "2026-11.3");
    }

    #[test]
    fn a_version_begins_today_or_within_a_year() {
        let today = at("2026-11-25T00:00:00Z");
        assert!(check_day(today, today).is_ok());
        assert!(check_day(today - TimeDelta::seconds(1), today).is_err());
        assert!(check_day(today + TimeDelta::days(400), today).is_err());
    }
}
