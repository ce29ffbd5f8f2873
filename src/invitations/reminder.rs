//! Reminders: when a recipient that has not answered is reminded of the last sending (UX-42).

use chrono::TimeDelta;

use crate::{
    db::{Timestamp, text_enum},
    ids::{Forward, Id, Organization},
};

text_enum! {
    /// The reminders of one sending, each at most once.
    Step {
        /// Three days after it was sent.
        ThirdDay = "third-day",
        /// Seven days after it was sent.
        SeventhDay = "seventh-day",
        /// Three days before the invitation expires.
        LastDays = "last-days",
    }
}

/// A reminder that is so late is not sent any more: a portal that was away does not flood people.
const TOO_LATE: TimeDelta = TimeDelta::days(2);
/// Two mails about one invitation are at least so far apart.
const APART: TimeDelta = TimeDelta::days(1);
/// How long until an invitation is looked at again when nothing is due: a new sending is noticed by then.
const AGAIN: TimeDelta = TimeDelta::days(1);

/// The last sending by mail whose link is alive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sending {
    /// The forward: the reminder carries its link.
    pub forward: Id<Forward>,
    /// Who sent it.
    pub forwarder: Id<Organization>,
    /// To which address.
    pub email: String,
    /// To whom.
    pub name: Option<String>,
    /// When the mail server took it.
    pub sent_at: Timestamp,
}

/// A reminder that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminded {
    /// Of which sending.
    pub forward: Id<Forward>,
    /// Which of its reminders.
    pub step: Step,
    /// To which address.
    pub email: String,
    /// When.
    pub at: Timestamp,
    /// What became of the mail (`mail-state-…`), if whoever looks may know.
    pub mail: Option<String>,
}

/// What is to be done about a sending at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outlook {
    /// This reminder is due.
    Due(Step),
    /// Nothing yet; look again then.
    Later(Timestamp),
}

/// When each reminder of a sending comes, in the order in which they come.
fn moments(sent_at: Timestamp, expires_at: Timestamp) -> Vec<(Timestamp, Step)> {
    let mut moments = vec![
        (sent_at + TimeDelta::days(3), Step::ThirdDay),
        (sent_at + TimeDelta::days(7), Step::SeventhDay),
        (expires_at - TimeDelta::days(3), Step::LastDays),
    ];
    // What would come with the sending itself, or after the end, does not come at all.
    moments.retain(|(at, _)| *at >= sent_at + APART && *at < expires_at);
    moments.sort();
    moments
}

/// The next reminder of a sending that has not gone out, and when; `None` when there is none to come.
pub fn next(sent_at: Timestamp, expires_at: Timestamp, done: &[Step], now: Timestamp) -> Option<(Timestamp, Step)> {
    moments(sent_at, expires_at).into_iter().find(|(at, step)| *at + TOO_LATE > now && !done.contains(step))
}

/// What is due at a moment: the latest reminder whose time has come, unless it went out, is much too late, or another mail
/// about the invitation went out within a day.
pub fn outlook(sent_at: Timestamp, expires_at: Timestamp, done: &[(Step, Timestamp)], now: Timestamp) -> Outlook {
    let moments = moments(sent_at, expires_at);
    let last_mail = done.iter().map(|(_, at)| *at).max().unwrap_or(sent_at);
    let due = moments.iter().rfind(|(at, _)| *at <= now);
    let next = moments.iter().map(|(at, _)| *at).find(|at| *at > now);
    let soon = now + AGAIN;
    match due {
        Some((at, step)) if *at + TOO_LATE > now && done.iter().all(|(sent, _)| sent != step) => {
            if last_mail + APART > now {
                Outlook::Later(last_mail + APART)
            } else {
                Outlook::Due(*step)
            }
        }
        _ => Outlook::Later(next.map_or(soon, |next| next.min(soon))),
    }
}

/// When to look again at an invitation that cannot be reminded of at the moment.
pub fn again(now: Timestamp) -> Timestamp {
    now + AGAIN
}

#[cfg(test)]
mod tests {
    use chrono::{TimeZone, Utc};

    use super::*;

    fn at(day: f64) -> Timestamp {
        Utc.with_ymd_and_hms(2026, 11, 1, 9, 0, 0).unwrap() + TimeDelta::minutes((day * 24.0 * 60.0) as i64)
    }

    /// The reminders that go out when somebody looks every hour, and on which day.
    fn over_time(open_days: f64) -> Vec<(Step, i64)> {
        let mut done: Vec<(Step, Timestamp)> = Vec::new();
        for hour in 0..(open_days * 24.0) as i64 {
            let now = at(hour as f64 / 24.0);
            if let Outlook::Due(step) = outlook(at(0.0), at(open_days), &done, now) {
                done.push((step, now));
            }
        }
        done.into_iter().map(|(step, when)| (step, (when - at(0.0)).num_days())).collect()
    }

    #[test]
    fn a_recipient_is_reminded_after_3_and_7_days_and_3_before_the_end() {
        assert_eq!(over_time(30.0), [(Step::ThirdDay, 3), (Step::SeventhDay, 7), (Step::LastDays, 27)]);
    }

    #[test]
    fn reminders_that_fall_together_are_one_and_none_comes_within_a_day_of_another_mail() {
        assert_eq!(over_time(10.0), [(Step::ThirdDay, 3), (Step::LastDays, 7)], "the seventh day is the third before the end");
        assert_eq!(over_time(6.5), [(Step::ThirdDay, 3), (Step::LastDays, 4)], "half a day later is put off to a whole one");
        assert_eq!(over_time(3.5), [(Step::ThirdDay, 3)]);
        assert!(over_time(2.0).is_empty(), "an invitation for two days needs no reminder");
    }

    #[test]
    fn a_reminder_goes_out_once_and_not_when_its_time_is_long_over() {
        assert_eq!(outlook(at(0.0), at(30.0), &[], at(3.1)), Outlook::Due(Step::ThirdDay));
        let done = [(Step::ThirdDay, at(3.1))];
        assert_eq!(outlook(at(0.0), at(30.0), &done, at(3.2)), Outlook::Later(at(4.2)));
        assert!(matches!(outlook(at(0.0), at(30.0), &[], at(5.5)), Outlook::Later(_)), "two days late is too late");
        assert_eq!(outlook(at(0.0), at(30.0), &[], at(7.5)), Outlook::Due(Step::SeventhDay), "only the latest of two that were missed");
    }

    #[test]
    fn a_look_comes_again_when_the_next_is_due_and_within_a_day() {
        assert_eq!(outlook(at(0.0), at(30.0), &[], at(2.5)), Outlook::Later(at(3.0)));
        assert_eq!(outlook(at(0.0), at(30.0), &[], at(0.0)), Outlook::Later(at(1.0)));
        assert_eq!(next(at(0.0), at(30.0), &[], at(0.0)), Some((at(3.0), Step::ThirdDay)));
        assert_eq!(next(at(0.0), at(30.0), &Step::ALL[..2], at(8.0)), Some((at(27.0), Step::LastDays)));
        assert_eq!(next(at(0.0), at(30.0), Step::ALL, at(28.0)), None);
    }
}
