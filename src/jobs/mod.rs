//! Jobs: scheduled verbs. Each belongs to a slice; here is the table of them, and what runs them beside the mail worker.
//!
//! A scheduled verb is `pub async fn verb(db: &Db, now: Timestamp) -> Result<usize, Problem>` in a slice's `jobs.rs`. It
//! does a bounded part of what is to be done and says how much; it is run again until nothing is left. It must be safe
//! when two workers run it at the same time (it locks or claims its rows), and when one dies in the middle (each effect
//! is one transaction). `now` is the clock of the `App`; what a customer consented to ends by the database's (D8).

pub mod schedule;
mod store;
mod worker;

pub use schedule::SCHEDULE;
pub use store::{Ran, list};
pub use worker::{run, run_once};

use chrono::TimeDelta;
use futures_util::future::LocalBoxFuture;

use crate::{
    db::{Db, Timestamp},
    problem::Problem,
};

/// A scheduled verb.
pub type Verb = for<'a> fn(&'a Db, Timestamp) -> LocalBoxFuture<'a, Result<usize, Problem>>;

/// A line of the schedule.
#[derive(Clone, Copy)]
pub struct Job {
    /// Its name, for ever: kebab-case, unique.
    pub name: &'static str,
    /// How long after its end it begins again; five seconds at least.
    pub pause: TimeDelta,
    /// What it does.
    pub verb: Verb,
}

/// No job begins again sooner than this.
const SHORTEST: TimeDelta = TimeDelta::seconds(5);

impl Job {
    /// The time from an end to the next beginning. One that failed comes back sooner at first, later and later if it goes
    /// on failing, and never later than it would have come anyway or in a minute.
    pub fn pause_after(&self, failures: i32) -> TimeDelta {
        let usual = self.pause.max(SHORTEST);
        if failures <= 0 {
            return usual;
        }
        let doublings = u32::try_from(failures - 1).unwrap_or(0).min(10);
        TimeDelta::minutes(1_i64 << doublings).min(usual.max(TimeDelta::minutes(1)))
    }
}

/// A line of the schedule: `job!("expire-delegations", every 10 minutes, delegations::jobs::expire)`.
macro_rules! job {
    ($name:literal, every $count:literal seconds, $verb:path) => {
        $crate::jobs::job!($name, chrono::TimeDelta::seconds($count), $verb)
    };
    ($name:literal, every $count:literal minutes, $verb:path) => {
        $crate::jobs::job!($name, chrono::TimeDelta::minutes($count), $verb)
    };
    ($name:literal, $pause:expr, $verb:path) => {
        $crate::jobs::Job { name: $name, pause: $pause, verb: |db, now| Box::pin($verb(db, now)) }
    };
}
pub(crate) use job;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn job(minutes: i64) -> Job {
        Job { name: "test", pause: TimeDelta::minutes(minutes), verb: |_, _| Box::pin(async { Ok(0) }) }
    }

    #[test]
    fn one_that_failed_comes_back_sooner_and_never_later_than_usual() {
        let minutes: Vec<_> = (0..=9).map(|failures| job(60).pause_after(failures).num_minutes()).collect();
        assert_eq!(minutes, [60, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
        assert_eq!(job(1).pause_after(30).num_minutes(), 1);
        assert_eq!(job(0).pause_after(0), SHORTEST, "no job runs without a pause");
        assert_eq!(job(0).pause_after(5).num_minutes(), 1, "one that fails does not come back in seconds");
    }

    #[test]
    fn every_line_of_the_schedule_has_a_name_of_its_own_that_the_table_takes() {
        let names: BTreeSet<_> = SCHEDULE.iter().map(|job| job.name).collect();
        assert_eq!(names.len(), SCHEDULE.len());
        for job in SCHEDULE {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            assert!(job.name.len() <= 60 && job.name.starts_with(|c: char| c.is_ascii_lowercase()) && job.name.chars().all(plain));
            assert!(job.pause >= SHORTEST, "{}", job.name);
        }
    }
}
