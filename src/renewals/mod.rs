//! Renewals: a new offer for the time after a delegation's end, which may overlap with it (D21). It changes nothing by itself:
//! the customer accepts or declines it, freshly, as it would any offer.

pub mod actions;
pub mod jobs;
pub mod pages;
mod store;

pub use store::{Waiting, count_open_for, list_open_for};

use crate::{
    db::{Timestamp, text_enum},
    delegations::{Facts, Grant, Listed as Delegated},
    ids::{Delegation, Id, Organization, Renewal as RenewalId},
    values::Days,
};

text_enum! {
    /// What became of an offer to renew.
    State {
        /// It can be answered.
        Open = "open",
        /// The customer accepted it.
        Accepted = "accepted",
        /// The customer declined it.
        Declined = "declined",
        /// The partner took it back.
        Withdrawn = "withdrawn",
        /// The delegation ended before it was answered.
        Lapsed = "lapsed",
    }
}

/// What never changes about a renewal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// Its id.
    pub id: Id<RenewalId>,
    /// Which delegation it renews.
    pub delegation: Id<Delegation>,
    /// For how long from the acceptance on.
    pub days: Days,
    /// Who prepared it: the holder, or the owner of the relationship.
    pub prepared_by: Id<Organization>,
    /// When.
    pub prepared_at: Timestamp,
}

/// A renewal at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Renewal {
    /// It can be answered until the delegation ends.
    Open(Open),
    /// It cannot, any more.
    Closed(Terms, State),
}

/// A renewal that can be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open(Terms);

impl Renewal {
    /// The renewal of a row, beside its delegation by the database's clock: what renews nothing any more has lapsed, whatever
    /// the row says (D8).
    pub fn read(terms: Terms, state: State, delegation_is_active: bool) -> Self {
        match state {
            State::Open if delegation_is_active => Self::Open(Open(terms)),
            State::Open => Self::Closed(terms, State::Lapsed),
            other => Self::Closed(terms, other),
        }
    }

    /// What never changes about it.
    pub fn terms(&self) -> &Terms {
        match self {
            Self::Open(Open(terms)) | Self::Closed(terms, _) => terms,
        }
    }

    /// Its state, by the clock.
    pub fn state(&self) -> State {
        match self {
            Self::Open(_) => State::Open,
            Self::Closed(_, state) => *state,
        }
    }

    /// Whether it can be answered.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Open(_))
    }
}

impl Open {
    /// The customer accepts, for as many days as offered or for fewer: a delegation of its own, which begins now and may
    /// overlap with the old one. The holder need not be asked if it prepared the offer itself or owns the relationship (D12).
    /// `None` for more days than were offered.
    pub fn accept(self, old: &Facts, days: Days) -> Option<Grant> {
        let owner: Id<Organization> = old.owner.into();
        (days <= self.0.days).then(|| Grant {
            id: Id::new(),
            relationship: old.relationship,
            acceptance: None,
            customer: old.customer,
            owner: old.owner,
            holder: old.holder,
            holder_kind: old.holder_kind,
            scope: old.scope.clone(),
            days,
            consented: self.0.prepared_by == old.holder || old.holder == owner,
        })
    }
}

/// A renewal with the delegation that it renews.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The renewal.
    pub renewal: Renewal,
    /// The delegation.
    pub delegated: Delegated,
}

impl Listed {
    /// The name of whoever prepared it.
    pub fn by(&self) -> &str {
        let by = self.renewal.terms().prepared_by;
        if by == self.delegated.holder.id { &self.delegated.holder.name } else { &self.delegated.owner.name }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        organizations::Kind,
        services::{Purpose, Scope},
    };

    fn facts() -> Facts {
        let now = chrono::Utc::now();
        Facts {
            id: Id::new(),
            relationship: Id::new(),
            customer: Id::new(),
            owner: Id::new(),
            holder: Id::new(),
            holder_kind: Kind::IndirectReseller,
            scope: Scope { service: "intune".to_owned(), purpose: Purpose::Support },
            days: 365,
            granted_at: now,
            ends_at: now + chrono::TimeDelta::days(20),
        }
    }

    fn terms(by: Id<Organization>) -> Terms {
        Terms { id: Id::new(), delegation: Id::new(), days: Days::new(180).unwrap(), prepared_by: by, prepared_at: chrono::Utc::now() }
    }

    fn open(terms: Terms) -> Open {
        let Renewal::Open(open) = Renewal::read(terms, State::Open, true) else { panic!() };
        open
    }

    #[test]
    fn it_lapses_with_the_delegation_whatever_the_row_says() {
        assert_eq!(Renewal::read(terms(Id::new()), State::Open, false).state(), State::Lapsed);
        assert_eq!(Renewal::read(terms(Id::new()), State::Declined, false).state(), State::Declined);
    }

    #[test]
    fn a_customer_takes_as_much_as_is_offered_or_less() {
        let old = facts();
        let days = |days| open(terms(old.holder)).accept(&old, Days::new(days).unwrap());
        assert_eq!(days(180).unwrap().days.get(), 180);
        assert_eq!(days(30).unwrap().days.get(), 30);
        assert!(days(181).is_none());
    }

    #[test]
    fn a_holder_for_whom_somebody_else_asks_is_asked_itself() {
        let old = facts();
        assert!(open(terms(old.holder)).accept(&old, Days::new(1).unwrap()).unwrap().consented);
        assert!(!open(terms(old.owner.into())).accept(&old, Days::new(1).unwrap()).unwrap().consented);
        let own = Facts { holder: old.owner.into(), ..old.clone() };
        assert!(open(terms(old.owner.into())).accept(&own, Days::new(1).unwrap()).unwrap().consented);
    }

    #[test]
    fn every_state_is_a_word_of_the_catalogue() {
        for state in State::ALL {
            assert!(crate::i18n::has(&format!("renewal-state-{state}")), "{state}");
        }
    }
}
