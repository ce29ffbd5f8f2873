//! Subscriptions: what a customer bought, where, and who supports it (D14, D24). Only the operator's import changes one.

pub mod actions;
pub mod entry;
pub mod findings;
pub mod import;
pub mod jobs;
pub mod pages;
pub mod sheet;
mod store;

pub(crate) use pages::{Part, day, term};
pub(crate) use store::{list_for_partner, list_in_the_way, list_of_customer, list_sold};

use chrono::NaiveDate;

use crate::{
    db::text_enum,
    delegations::Listed as Delegated,
    ids::{Customer, Id, Organization, Subscription as SubscriptionId},
    organizations::Party,
};

text_enum! {
    /// Where a subscription was bought.
    Channel {
        /// Directly from 21Vianet.
        Direct = "direct",
        /// Through a partner while it was an advisor.
        Advisor = "advisor",
        /// From a partner, as its customer.
        Csp = "csp",
    }
}

text_enum! {
    /// The states of a subscription (`subscription-state-…`).
    State {
        /// It is in use.
        Active = "active",
        /// It rests, and can be taken up again.
        Suspended = "suspended",
        /// It is over.
        Ended = "ended",
    }
}

impl State {
    /// The tone of its status tag.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Active => "ok",
            Self::Suspended => "wait",
            Self::Ended => "quiet",
        }
    }
}

/// Of whom a customer has a service, in one channel: what the register says of its subscriptions that are not over.
#[derive(Debug, Clone)]
pub struct Sold {
    /// The service's code.
    pub service: String,
    /// Where it was bought.
    pub channel: Channel,
    /// Through which partner, and its name; none when it was bought directly.
    pub seller: Option<(Id<Organization>, String)>,
    /// The first day of the oldest of them.
    pub since: NaiveDate,
}

/// A subscription with the partners that have to do with it.
#[derive(Debug, Clone)]
pub struct Subscription {
    /// Its id.
    pub id: Id<SubscriptionId>,
    /// What it is called outside.
    pub external_id: String,
    /// Whose it is.
    pub customer: Id<Customer>,
    /// The service's code.
    pub service: String,
    /// Where it was bought.
    pub channel: Channel,
    /// Through which partner; none when it was bought directly.
    pub seller: Option<Party>,
    /// The partner of record.
    pub partner_of_record: Option<Party>,
    /// How many seats; none where use is paid for.
    pub seats: Option<i32>,
    /// The first day.
    pub start: NaiveDate,
    /// The last day, if it has one.
    pub end: Option<NaiveDate>,
    /// Its state.
    pub state: State,
    /// Whom the seller chose to support it.
    pub chosen: Option<Party>,
    /// Whether the chosen one holds support in the service now.
    pub chosen_holds: bool,
}

/// To whom the support of a subscription goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SupportContact<'a> {
    /// 21Vianet itself, from which it was bought.
    Vianet,
    /// The partner that sold it.
    Seller(&'a Party),
    /// The reseller that the seller chose, and that holds support.
    Chosen(&'a Party),
    /// The seller again: the reseller that it had chosen no longer holds support.
    Back(&'a Party, &'a Party),
}

/// With whom multi-channel applies (D24).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MultiChannel<'a> {
    /// With any partner: it was bought directly.
    Any,
    /// With the partner that was the advisor.
    With(&'a Party),
    /// With nobody: the partner that sold it provisions it as its own.
    No,
}

impl Subscription {
    /// To whom its support goes now: to the seller, or to the reseller the seller chose for as long as that one holds support.
    /// Decided when it is read, so that the end of a delegation needs no other change.
    pub fn support_contact(&self) -> SupportContact<'_> {
        match (&self.seller, &self.chosen) {
            (None, _) => SupportContact::Vianet,
            (Some(_), Some(chosen)) if self.chosen_holds => SupportContact::Chosen(chosen),
            (Some(seller), Some(chosen)) => SupportContact::Back(seller, chosen),
            (Some(seller), None) => SupportContact::Seller(seller),
        }
    }

    /// With whom multi-channel applies (D24).
    pub fn multi_channel(&self) -> MultiChannel<'_> {
        match (self.channel, &self.seller) {
            (Channel::Direct, _) => MultiChannel::Any,
            (Channel::Advisor, Some(advisor)) => MultiChannel::With(advisor),
            _ => MultiChannel::No,
        }
    }

    /// Whether a partner needs a delegation to work on it: everybody does but the one that sold it as its own (D24).
    pub fn needs_delegation(&self, partner: Id<Organization>) -> bool {
        !(self.channel == Channel::Csp && self.seller.as_ref().is_some_and(|seller| seller.id == partner))
    }

    /// Whether it stands in the way of its seller's removing the relationship (D19): bought through it, and active.
    pub fn stands_in_the_way(&self) -> bool {
        self.channel == Channel::Csp && self.state == State::Active
    }

    /// Those who may work in its service by a delegation now.
    pub fn workers<'a>(&self, delegations: &'a [Delegated]) -> Vec<&'a Delegated> {
        let works = |held: &&Delegated| held.delegation.is_active() && held.facts().scope.service == self.service;
        delegations.iter().filter(works).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organizations::{self, Kind};

    fn party(name: &str, kind: Kind) -> Party {
        Party {
            id: Id::new(),
            kind,
            name: name.to_owned(),
            partner_id: None,
            domain: None,
            country: "CN".to_owned(),
            state: organizations::State::Active,
        }
    }

    fn bought(channel: Channel) -> Subscription {
        Subscription {
            id: Id::new(),
            external_id: "S-1".to_owned(),
            customer: Id::new(),
            service: "intune".to_owned(),
            channel,
            seller: (channel != Channel::Direct).then(|| party("Northwind", Kind::IndirectProvider)),
            partner_of_record: None,
            seats: Some(1),
            start: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(),
            end: None,
            state: State::Active,
            chosen: None,
            chosen_holds: false,
        }
    }

    #[test]
    fn d24_multi_channel_applies_to_what_was_bought_directly_or_from_an_advisor() {
        assert_eq!(bought(Channel::Direct).multi_channel(), MultiChannel::Any);
        assert_eq!(bought(Channel::Csp).multi_channel(), MultiChannel::No);
        let advised = bought(Channel::Advisor);
        assert_eq!(advised.multi_channel(), MultiChannel::With(advised.seller.as_ref().unwrap()));
    }

    #[test]
    fn d24_everybody_needs_a_delegation_but_the_partner_that_sold_it() {
        for channel in Channel::ALL {
            let subscription = bought(*channel);
            assert!(subscription.needs_delegation(Id::new()));
            if let Some(seller) = &subscription.seller {
                assert_eq!(subscription.needs_delegation(seller.id), *channel == Channel::Advisor);
            }
        }
    }

    #[test]
    fn support_goes_to_the_seller_unless_a_chosen_one_holds_support() {
        assert_eq!(bought(Channel::Direct).support_contact(), SupportContact::Vianet);
        let mut subscription = bought(Channel::Csp);
        let seller = subscription.seller.clone().unwrap();
        assert_eq!(subscription.support_contact(), SupportContact::Seller(&seller));
        let contoso = party("Contoso", Kind::IndirectReseller);
        subscription.chosen = Some(contoso.clone());
        assert_eq!(subscription.support_contact(), SupportContact::Back(&seller, &contoso));
        subscription.chosen_holds = true;
        assert_eq!(subscription.support_contact(), SupportContact::Chosen(&contoso));
    }

    #[test]
    fn d19_what_was_bought_otherwise_or_is_not_active_stands_in_nobodys_way() {
        for channel in Channel::ALL {
            for state in State::ALL {
                let subscription = Subscription { state: *state, ..bought(*channel) };
                assert_eq!(subscription.stands_in_the_way(), (*channel, *state) == (Channel::Csp, State::Active));
            }
        }
    }
}
