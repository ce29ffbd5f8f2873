//! Delegations: a customer lets one partner act in one service for a purpose, for a time (D10–D13, D18, D21, D22).

pub mod actions;
mod extension;
pub mod jobs;
pub mod pages;
pub(crate) mod people;
mod store;

pub use extension::{Extension, Hindrance, Side};
pub use store::{Listed, count_left_over, find, in_force_for, in_force_under, list_ending, list_under};
pub(crate) use store::{hold, list_ended_of, lock};

use crate::{
    db::{Timestamp, text_enum},
    ids::{Acceptance, Customer, Delegation as DelegationId, Id, Organization, Provider, Relationship},
    organizations::Kind,
    services::Scope,
    values::Days,
};

text_enum! {
    /// How a delegation ended; the catalogue has the words (`delegation-state-…`).
    Reason {
        /// Its time was over (D21).
        Expired = "expired",
        /// The customer removed it (D18).
        Removed = "removed",
        /// The holder gave it up.
        GivenUp = "given-up",
        /// Another transacting partner's took its place (D13).
        Replaced = "replaced",
        /// The relationship ended (D19).
        RelationshipEnded = "relationship-ended",
        /// The holder refused (D12).
        Refused = "refused",
    }
}

/// What never changes about a delegation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Its id.
    pub id: Id<DelegationId>,
    /// The relationship it was granted under.
    pub relationship: Id<Relationship>,
    /// Who lets.
    pub customer: Id<Customer>,
    /// The owner of the relationship.
    pub owner: Id<Provider>,
    /// Who may work.
    pub holder: Id<Organization>,
    /// The holder's kind.
    pub holder_kind: Kind,
    /// In which service, for which purpose.
    pub scope: Scope,
    /// For how many days.
    pub days: i32,
    /// When it was granted.
    pub granted_at: Timestamp,
    /// When it ends by itself.
    pub ends_at: Timestamp,
}

/// A delegation whose holder no longer works with the owner of the relationship (D20).
#[derive(Debug, Clone)]
pub struct LeftOver {
    /// The delegation.
    pub listed: Listed,
    /// Since when both no longer work together.
    pub since: Option<Timestamp>,
}

/// Whose delegations are looked at, and from which side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Perspective {
    /// Those that a customer granted.
    Customer(Id<Organization>),
    /// Those that a partner holds.
    Holder(Id<Organization>),
    /// Those under the relationships that a partner owns.
    Owner(Id<Organization>),
    /// All: the operator's.
    Everybody,
}

impl Perspective {
    /// The side from which an organization of a kind looks.
    pub fn of(kind: Kind, org: Id<Organization>) -> Self {
        match kind {
            Kind::Customer => Self::Customer(org),
            Kind::IndirectReseller => Self::Holder(org),
            Kind::DirectPartner | Kind::IndirectProvider => Self::Owner(org),
            Kind::Operator => Self::Everybody,
        }
    }
}

text_enum! {
    /// How one side ends a delegation; the word of its page's path.
    Ending {
        /// The customer removes it (D18).
        Removal = "removal",
        /// The holder gives it up.
        GivingUp = "giving-up",
    }
}

impl Ending {
    /// What becomes of a delegation by it; `None` when it is over already, or is to be refused rather than given up.
    pub fn end(self, delegation: Delegation, now: Timestamp) -> Option<Ended> {
        match (self, delegation) {
            (Self::Removal, delegation) => delegation.remove(now),
            (Self::GivingUp, Delegation::Active(active)) => Some(active.give_up(now)),
            (Self::GivingUp, _) => None,
        }
    }
}

/// One delegation that a customer grants with an acceptance.
#[derive(Debug, Clone)]
pub struct Grant {
    /// Its id.
    pub id: Id<DelegationId>,
    /// The relationship it stands under.
    pub relationship: Id<Relationship>,
    /// The acceptance it comes with, if it comes with one.
    pub acceptance: Option<Id<Acceptance>>,
    /// Who grants.
    pub customer: Id<Customer>,
    /// Who owns the relationship.
    pub owner: Id<Provider>,
    /// Who may work.
    pub holder: Id<Organization>,
    /// The holder's kind.
    pub holder_kind: Kind,
    /// In which service, for which purpose.
    pub scope: Scope,
    /// For how long (D21).
    pub days: Days,
    /// Whether the holder need not be asked (D12).
    pub consented: bool,
}

/// A delegation at a moment: the states of D22.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delegation {
    /// Granted; gives nothing until the holder consents (D12).
    Awaiting(Awaiting),
    /// The holder may work.
    Active(Active),
    /// Over; kept for ever.
    Ended(Ended),
}

/// A delegation that waits for its holder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Awaiting(Facts);

/// A delegation by which its holder may work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Active {
    facts: Facts,
    since: Timestamp,
}

/// A delegation that is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    facts: Facts,
    since: Option<Timestamp>,
    at: Timestamp,
    reason: Reason,
}

impl Awaiting {
    /// The holder consents: from now on it may work, until the day the customer saw.
    pub fn consent(self, now: Timestamp) -> Active {
        Active { facts: self.0, since: now }
    }

    /// The holder refuses.
    pub fn refuse(self, now: Timestamp) -> Ended {
        Ended { facts: self.0, since: None, at: now, reason: Reason::Refused }
    }

    /// The relationship that it stands under is removed before the holder answered (D19).
    pub fn close(self, now: Timestamp) -> Ended {
        Ended { facts: self.0, since: None, at: now, reason: Reason::RelationshipEnded }
    }

    /// The customer takes it back before the holder answered (D18).
    pub fn remove(self, now: Timestamp) -> Ended {
        Ended { facts: self.0, since: None, at: now, reason: Reason::Removed }
    }
}

impl Active {
    fn end(self, now: Timestamp, reason: Reason) -> Ended {
        Ended { facts: self.facts, since: Some(self.since), at: now, reason }
    }

    /// The customer removes it, with immediate effect (D18).
    pub fn remove(self, now: Timestamp) -> Ended {
        self.end(now, Reason::Removed)
    }

    /// The relationship that it stands under is removed (D19).
    pub fn close(self, now: Timestamp) -> Ended {
        self.end(now, Reason::RelationshipEnded)
    }

    /// The holder gives it up.
    pub fn give_up(self, now: Timestamp) -> Ended {
        self.end(now, Reason::GivenUp)
    }

    /// Another transacting partner's takes its place (D13).
    pub fn replace(self, now: Timestamp) -> Ended {
        self.end(now, Reason::Replaced)
    }
}

/// How many days before its end a delegation can be renewed by a new offer (D21).
pub const RENEWED_AHEAD: i64 = 60;

/// Whether a delegation ends by itself within so many days.
pub fn ends_within(facts: &Facts, days: i64, now: Timestamp) -> bool {
    facts.ends_at <= now + chrono::TimeDelta::days(days)
}

impl Ended {
    /// When it ended.
    pub fn at(&self) -> Timestamp {
        self.at
    }

    /// How it ended.
    pub fn reason(&self) -> Reason {
        self.reason
    }

    /// What it was.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }
}

text_enum! {
    /// The states as rows have them; whether time is over is for the clock to say (D8).
    Stage {
        /// Waits for its holder.
        Awaiting = "awaiting-partner",
        /// The holder may work.
        Active = "active",
        /// Over.
        Ended = "ended",
    }
}

/// When and how a row says it ended.
pub(super) type End = Option<(Timestamp, Reason)>;

impl Delegation {
    /// The delegation of a row, by this clock: one whose time is over has ended, whatever the row says (D8).
    fn read(facts: Facts, stage: Stage, answered_at: Option<Timestamp>, end: End, now: Timestamp) -> Self {
        let since = answered_at.or((stage == Stage::Active).then_some(facts.granted_at));
        match (stage, end) {
            (Stage::Ended, Some((at, reason))) => Self::Ended(Ended { facts, since: answered_at, at, reason }),
            _ if facts.ends_at <= now => Self::Ended(Ended { at: facts.ends_at, facts, since, reason: Reason::Expired }),
            (Stage::Active, _) => Self::Active(Active { since: since.unwrap_or(facts.granted_at), facts }),
            _ => Self::Awaiting(Awaiting(facts)),
        }
    }

    /// What never changes about it.
    pub fn facts(&self) -> &Facts {
        match self {
            Self::Awaiting(Awaiting(facts)) | Self::Active(Active { facts, .. }) | Self::Ended(Ended { facts, .. }) => facts,
        }
    }

    /// The word (`delegation-state-…`) of its state; of an ended one, how it ended.
    pub fn state_word(&self) -> &'static str {
        match self {
            Self::Awaiting(_) => Stage::Awaiting.key(),
            Self::Active(_) => Stage::Active.key(),
            Self::Ended(ended) => ended.reason.key(),
        }
    }

    /// The tone of its status tag.
    pub fn tone(&self) -> &'static str {
        match self {
            Self::Awaiting(_) => "wait",
            Self::Active(_) => "ok",
            Self::Ended(_) => "quiet",
        }
    }

    /// Since when its holder may work, or might.
    pub fn since(&self) -> Option<&Timestamp> {
        match self {
            Self::Awaiting(_) => None,
            Self::Active(active) => Some(&active.since),
            Self::Ended(ended) => ended.since.as_ref(),
        }
    }

    /// Until when it lasts, or lasted.
    pub fn until(&self) -> &Timestamp {
        match self {
            Self::Ended(ended) => &ended.at,
            other => &other.facts().ends_at,
        }
    }

    /// Whether it waits for its holder.
    pub fn is_awaiting(&self) -> bool {
        matches!(self, Self::Awaiting(_))
    }

    /// Whether its holder may work by it.
    pub fn is_active(&self) -> bool {
        matches!(self, Self::Active(_))
    }

    /// Whether it is over.
    pub fn is_ended(&self) -> bool {
        matches!(self, Self::Ended(_))
    }

    /// The relationship that it stands under is removed; `None` when it is over already (D19).
    pub fn close(self, now: Timestamp) -> Option<Ended> {
        match self {
            Self::Awaiting(awaiting) => Some(awaiting.close(now)),
            Self::Active(active) => Some(active.close(now)),
            Self::Ended(_) => None,
        }
    }

    /// The customer removes it, whether or not the holder has answered; `None` when it is over already (D18).
    pub fn remove(self, now: Timestamp) -> Option<Ended> {
        match self {
            Self::Awaiting(awaiting) => Some(awaiting.remove(now)),
            Self::Active(active) => Some(active.remove(now)),
            Self::Ended(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::Purpose;
    use chrono::TimeDelta;

    fn facts(now: Timestamp) -> Facts {
        Facts {
            id: Id::new(),
            relationship: Id::new(),
            customer: Id::new(),
            owner: Id::new(),
            holder: Id::new(),
            holder_kind: Kind::IndirectReseller,
            scope: Scope { service: "exchange-online".to_owned(), purpose: Purpose::Support },
            days: 30,
            granted_at: now,
            ends_at: now + TimeDelta::days(30),
        }
    }

    fn now() -> Timestamp {
        chrono::Utc::now()
    }

    #[test]
    fn one_that_awaits_its_partner_gives_nothing_until_it_consents() {
        let Delegation::Awaiting(awaiting) = Delegation::read(facts(now()), Stage::Awaiting, None, None, now()) else { panic!() };
        let later = now() + TimeDelta::days(2);
        let active = awaiting.consent(later);
        assert_eq!(active.since, later);
        // What the customer saw as its last day stays its last day.
        assert!(active.facts.ends_at < later + TimeDelta::days(30));
    }

    #[test]
    fn one_that_was_refused_never_was_in_force() {
        let ended = Awaiting(facts(now())).refuse(now());
        assert_eq!((ended.reason(), ended.since), (Reason::Refused, None));
    }

    #[test]
    fn the_clock_ends_one_that_no_job_has_ended() {
        let facts = facts(now());
        let after = facts.ends_at;
        for stage in [Stage::Awaiting, Stage::Active] {
            let Delegation::Ended(ended) = Delegation::read(facts.clone(), stage, None, None, after) else { panic!() };
            assert_eq!((ended.reason(), ended.at()), (Reason::Expired, after));
        }
        assert!(Delegation::read(facts, Stage::Active, None, None, after - TimeDelta::seconds(1)).is_active());
    }

    #[test]
    fn a_customer_removes_it_whether_or_not_the_partner_has_answered_but_only_once() {
        let awaiting = Delegation::read(facts(now()), Stage::Awaiting, None, None, now());
        let active = Delegation::read(facts(now()), Stage::Active, None, None, now());
        for delegation in [awaiting, active] {
            let ended = delegation.remove(now()).unwrap();
            assert_eq!(ended.reason(), Reason::Removed);
            assert_eq!(Delegation::Ended(ended).remove(now()), None);
        }
    }

    #[test]
    fn a_holder_gives_up_what_it_has_and_refuses_what_it_has_not() {
        let awaiting = Delegation::read(facts(now()), Stage::Awaiting, None, None, now());
        let active = Delegation::read(facts(now()), Stage::Active, None, None, now());
        assert_eq!(Ending::GivingUp.end(active.clone(), now()).map(|ended| ended.reason()), Some(Reason::GivenUp));
        assert_eq!(Ending::GivingUp.end(awaiting.clone(), now()), None);
        for delegation in [active, awaiting] {
            assert_eq!(Ending::Removal.end(delegation, now()).map(|ended| ended.reason()), Some(Reason::Removed));
        }
    }

    #[test]
    fn d19_it_ends_with_its_relationship_whether_or_not_the_partner_has_answered() {
        for stage in [Stage::Awaiting, Stage::Active] {
            let ended = Delegation::read(facts(now()), stage, None, None, now()).close(now()).unwrap();
            assert_eq!(ended.reason(), Reason::RelationshipEnded);
            assert_eq!(Delegation::Ended(ended).close(now()), None);
        }
    }

    #[test]
    fn what_ended_otherwise_is_not_called_expired() {
        let facts = facts(now());
        let long_after = facts.ends_at + TimeDelta::days(300);
        let end = Some((facts.granted_at, Reason::GivenUp));
        let Delegation::Ended(ended) = Delegation::read(facts, Stage::Ended, None, end, long_after) else { panic!() };
        assert_eq!(ended.reason(), Reason::GivenUp);
    }

    #[test]
    fn every_reason_is_a_word_of_the_catalogue() {
        for reason in Reason::ALL {
            assert!(crate::i18n::has(&format!("delegation-state-{reason}")), "{reason}");
        }
        for stage in Stage::ALL {
            assert!(crate::i18n::has(&format!("delegation-state-{stage}")), "{stage}");
        }
    }
}
