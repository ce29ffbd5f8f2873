//! Policies: what a provider lets one reseller have at once, and what is beyond it.

use chrono::{Datelike, NaiveDate, NaiveTime};
use chrono_tz::Tz;

use crate::{
    access::{
        Right, policy,
        roles::{Admin, Agent},
    },
    db::Timestamp,
    ids::{Id, Partnership, Policy as PolicyId, User},
    invitations::Kind,
    organizations,
    services::Scope,
    values::Days,
};

/// The zone in which a month begins: that of the market.
const ZONE: Tz = Tz::Asia__Shanghai;

/// What a policy allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Services and purposes that may be asked for.
    pub asks: Vec<Scope>,
    /// Whether standing invitations may be issued, too.
    pub standing: bool,
    /// The longest time asked for.
    pub days: Days,
    /// How many a calendar month.
    pub per_month: i32,
    /// From when on it holds.
    pub from: Timestamp,
    /// Until when.
    pub until: Option<Timestamp>,
    /// Whether it is switched on.
    pub active: bool,
}

/// A provider's policy for the requests of one reseller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// Its id.
    pub id: Id<PolicyId>,
    /// The partnership it belongs to, and ends with.
    pub partnership: Id<Partnership>,
    /// What it allows.
    pub limits: Limits,
    /// Who set it last: in whose name invitations are issued.
    pub set_by: Id<User>,
    /// Their name, if whoever looks may know it.
    pub author: Option<String>,
    /// When it was set.
    pub set_at: Timestamp,
}

/// What the person who set a policy may do today.
#[derive(Debug, Clone, Copy)]
pub struct Author {
    /// The kind of the provider.
    pub kind: organizations::Kind,
    /// Whether the provider may act (D5).
    pub state: organizations::State,
    /// The person's agent setting there.
    pub agent: Agent,
    /// The person's admin setting there.
    pub admin: Admin,
}

impl Author {
    fn may(self, right: Right) -> bool {
        self.state == organizations::State::Active && policy::allows(self.kind, self.agent, self.admin, right)
    }
}

/// Why a request is not issued under a policy, and waits for an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beyond {
    /// It is switched off, has not begun, or is over.
    NotInForce,
    /// It asks for a service or purpose that the policy does not have.
    Services,
    /// It asks for longer.
    Days,
    /// It asks for a standing one.
    Standing,
    /// It names a customer and no address.
    Address,
    /// So many have been issued this month.
    Month,
    /// Whoever set the policy may no longer do it themselves, or the provider is suspended (D5).
    Author,
}

impl Policy {
    /// Whether somebody may still do themselves what is done in their name, everything that the policy allows included.
    pub fn is_backed_by(&self, author: Author) -> bool {
        author.may(Right::Invite) && (self.limits.asks.is_empty() || author.may(Right::AskForAdministration))
    }

    /// Whether a request fits, by the database's clock and the number issued this month, whose row is locked.
    ///
    /// # Errors
    /// The first thing that is beyond it.
    pub fn check(
        &self,
        kind: Kind,
        has_address: bool,
        asks: &[Scope],
        days: Days,
        author: Option<Author>,
        issued: i64,
        now: Timestamp,
    ) -> Result<(), Beyond> {
        let limits = &self.limits;
        let in_force = limits.active && limits.from <= now && limits.until.is_none_or(|until| now < until);
        let may = author.is_some_and(|author| author.may(Right::Invite) && (asks.is_empty() || author.may(Right::AskForAdministration)));
        let reasons = [
            (in_force, Beyond::NotInForce),
            (may, Beyond::Author),
            (kind == Kind::Addressed || limits.standing, Beyond::Standing),
            (kind == Kind::Standing || has_address, Beyond::Address),
            (asks.iter().all(|scope| limits.asks.contains(scope)), Beyond::Services),
            (days <= limits.days, Beyond::Days),
            (issued < i64::from(limits.per_month), Beyond::Month),
        ];
        reasons.into_iter().find(|(fine, _)| !fine).map_or(Ok(()), |(_, beyond)| Err(beyond))
    }
}

/// When the calendar month of a moment began, in the market's zone.
pub fn month_of(now: Timestamp) -> Timestamp {
    let day = now.with_timezone(&ZONE).date_naive();
    let first = NaiveDate::from_ymd_opt(day.year(), day.month(), 1).unwrap_or(day);
    first.and_time(NaiveTime::MIN).and_local_timezone(ZONE).earliest().map_or(now, |moment| moment.to_utc())
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::services::Purpose;

    fn scope(service: &str) -> Scope {
        Scope { service: service.to_owned(), purpose: Purpose::Support }
    }

    fn policy(now: Timestamp) -> Policy {
        let limits = Limits {
            asks: vec![scope("azure"), scope("intune")],
            standing: false,
            days: Days::new(365).unwrap(),
            per_month: 2,
            from: now - TimeDelta::days(1),
            until: Some(now + TimeDelta::days(1)),
            active: true,
        };
        Policy { id: Id::new(), partnership: Id::new(), limits, set_by: Id::new(), author: None, set_at: now }
    }

    const ADMIN_AGENT: Author = Author {
        kind: organizations::Kind::IndirectProvider,
        state: organizations::State::Active,
        agent: Agent::AdminAgent,
        admin: Admin::None,
    };

    fn year() -> Days {
        Days::new(365).unwrap()
    }

    #[test]
    fn what_fits_is_issued() {
        let now = chrono::Utc::now();
        let policy = policy(now);
        assert_eq!(policy.check(Kind::Addressed, true, &[scope("azure")], year(), Some(ADMIN_AGENT), 1, now), Ok(()));
        assert_eq!(policy.check(Kind::Addressed, true, &[], year(), Some(ADMIN_AGENT), 0, now), Ok(()));
    }

    #[test]
    fn what_is_beyond_waits() {
        let now = chrono::Utc::now();
        let policy = policy(now);
        let check = |kind, address, asks: &[Scope], days, issued| {
            policy.check(kind, address, asks, Days::new(days).unwrap(), Some(ADMIN_AGENT), issued, now)
        };
        assert_eq!(check(Kind::Addressed, true, &[scope("teams")], 30, 0), Err(Beyond::Services));
        assert_eq!(check(Kind::Addressed, true, &[scope("azure")], 366, 0), Err(Beyond::Days));
        assert_eq!(check(Kind::Addressed, true, &[scope("azure")], 30, 2), Err(Beyond::Month));
        assert_eq!(check(Kind::Addressed, false, &[], 30, 0), Err(Beyond::Address));
        assert_eq!(check(Kind::Standing, false, &[], 30, 0), Err(Beyond::Standing));
        for at in [now - TimeDelta::days(2), now + TimeDelta::days(1)] {
            let outside = policy.check(Kind::Addressed, true, &[], year(), Some(ADMIN_AGENT), 0, at);
            assert_eq!(outside, Err(Beyond::NotInForce));
        }
    }

    #[test]
    fn d5_nothing_is_issued_in_the_name_of_somebody_who_may_not() {
        let now = chrono::Utc::now();
        let policy = policy(now);
        let check = |author, asks: &[Scope]| policy.check(Kind::Addressed, true, asks, year(), author, 0, now);
        let sales = Author { agent: Agent::SalesAgent, ..ADMIN_AGENT };
        let suspended = Author { state: organizations::State::Suspended, ..ADMIN_AGENT };
        let helpdesk = Author { agent: Agent::HelpdeskAgent, ..ADMIN_AGENT };
        assert_eq!(check(Some(sales), &[]), Ok(()), "a sales agent may ask for the relationship");
        assert_eq!(check(Some(sales), &[scope("azure")]), Err(Beyond::Author), "and not for delegated administration");
        for lost in [None, Some(suspended), Some(helpdesk)] {
            assert_eq!(check(lost, &[]), Err(Beyond::Author));
        }
    }

    #[test]
    fn a_month_begins_in_the_market() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        assert_eq!(month_of(at("2026-11-30T15:59:59Z")), at("2026-10-31T16:00:00Z"));
        assert_eq!(month_of(at("2026-11-30T16:00:00Z")), at("2026-11-30T16:00:00Z"));
    }
}
