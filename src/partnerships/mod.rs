//! Partnerships: provider and reseller work together once the reseller has authorized the provider's link.

pub mod actions;
pub mod pages;
mod store;

pub use store::{Choice, Known, find_active_resellers, hold, is_active, list_active_providers, search_active_resellers};

use crate::{
    db::{Timestamp, text_enum},
    i18n::Lang,
    ids::{Id, Organization, Partnership as PartnershipId, User},
    keys::Keys,
    links::{self, Link},
    organizations::{State as OrganizationState, TenantDomain},
};

text_enum! {
    /// What both sides made of a partnership. Whether its link has expired is for the clock to say (D8).
    State {
        /// The reseller has not answered yet.
        Invited = "invited",
        /// Both work together.
        Active = "active",
        /// The reseller refused.
        Refused = "refused",
        /// The provider took the link back before it was answered.
        Withdrawn = "withdrawn",
        /// One side ended it (D20).
        Ended = "ended",
    }
}

/// One side of a partnership, as the public directory of partners has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// The organization.
    pub id: Id<Organization>,
    /// Its name.
    pub name: String,
    /// Its partner ID.
    pub partner_id: String,
    /// Its registration number.
    pub registered_id: Option<String>,
    /// Its domain.
    pub domain: Option<TenantDomain>,
    /// Where it can be asked.
    pub contact_email: Option<String>,
    /// Whether it may act (D5).
    pub state: OrganizationState,
}

impl Party {
    /// Its name with its partner ID, which tells it from others of that name.
    pub fn title(&self) -> String {
        format!("{} ({})", self.name, self.partner_id)
    }
}

/// A provider and, once it has answered, a reseller.
#[derive(Debug, Clone)]
pub struct Partnership {
    /// Its id.
    pub id: Id<PartnershipId>,
    /// The partner that invites.
    pub provider: Party,
    /// The reseller that answered.
    pub reseller: Option<Party>,
    /// What both sides made of it.
    pub state: State,
    /// Where the link was sent.
    pub recipient_email: String,
    /// To whom, if that is known.
    pub recipient_name: Option<String>,
    /// The language of the letter.
    pub language: Lang,
    /// Which turn of the link is alive.
    pub generation: i32,
    /// Who invited.
    pub invited_by: Id<User>,
    /// When.
    pub invited_at: Timestamp,
    /// Until when the link can be answered.
    pub expires_at: Timestamp,
    /// When the reseller answered.
    pub answered_at: Option<Timestamp>,
    /// When it was ended or withdrawn.
    pub ended_at: Option<Timestamp>,
}

/// A customer with whom the end of a partnership leaves something over (D20).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concerned {
    /// The customer.
    pub customer: Id<Organization>,
    /// Its name.
    pub name: String,
    /// How many of its delegations.
    pub delegations: i64,
}

/// What the link of a partnership leads to at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It can be answered.
    Open,
    /// Nobody answered in time.
    Expired,
    /// It was authorized.
    Active,
    /// It was refused.
    Refused,
    /// It was taken back.
    Withdrawn,
    /// It is over.
    Ended,
}

impl Standing {
    /// The word (`partnership-state-…`).
    pub fn key(self) -> &'static str {
        match self {
            Self::Open => "invited",
            Self::Expired => "expired",
            Self::Active => "active",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
            Self::Ended => "ended",
        }
    }
}

impl Partnership {
    /// What it is by this clock, which is the database's when it matters (D8).
    pub fn standing(&self, now: Timestamp) -> Standing {
        match self.state {
            State::Invited if self.expires_at <= now => Standing::Expired,
            State::Invited => Standing::Open,
            State::Active => Standing::Active,
            State::Refused => Standing::Refused,
            State::Withdrawn => Standing::Withdrawn,
            State::Ended => Standing::Ended,
        }
    }

    /// Whether an organization is one of the two.
    pub fn is_of(&self, org: Id<Organization>) -> bool {
        self.provider.id == org || self.is_reseller(org)
    }

    /// Whether an organization is its reseller.
    pub fn is_reseller(&self, org: Id<Organization>) -> bool {
        self.reseller.as_ref().is_some_and(|reseller| reseller.id == org)
    }

    /// The other side, if there is one already.
    pub fn other(&self, org: Id<Organization>) -> Option<&Party> {
        if self.provider.id == org { self.reseller.as_ref() } else { Some(&self.provider) }
    }

    /// How pages call the reseller: by its name once it answered, before by whom the link was sent to.
    pub fn reseller_name(&self) -> &str {
        let invited = self.recipient_name.as_deref().unwrap_or(&self.recipient_email);
        self.reseller.as_ref().map_or(invited, |reseller| &reseller.name)
    }

    /// The path of its own page, or of one below it.
    pub fn path(&self, below: &str) -> String {
        if below.is_empty() { format!("/partnerships/{}", self.id) } else { format!("/partnerships/{}/{below}", self.id) }
    }

    /// Whom the letter was sent to.
    pub fn recipient(&self) -> String {
        match &self.recipient_name {
            Some(name) => format!("{name} <{}>", self.recipient_email),
            None => self.recipient_email.clone(),
        }
    }

    /// When it last became something else by what somebody did.
    pub fn last_change(&self) -> &Timestamp {
        self.ended_at.as_ref().or(self.answered_at.as_ref()).unwrap_or(&self.invited_at)
    }

    /// The link that the reseller authorizes; of another kind than a customer's.
    pub fn link(&self) -> Link {
        Link::new(links::Kind::Partnership, self.id.uuid(), self.generation)
    }

    /// The whole URL of the link.
    pub fn url(&self, keys: &Keys, public_url: &str) -> String {
        self.link().url(keys, public_url)
    }

    /// Whether a link that was read is of the living generation.
    pub fn is_reached_by(&self, link: &Link) -> bool {
        link.kind == links::Kind::Partnership && link.id == self.id.uuid() && i32::from(link.generation) == self.generation
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    fn party(name: &str) -> Party {
        Party {
            id: Id::new(),
            name: name.to_owned(),
            partner_id: "4417203".to_owned(),
            registered_id: None,
            domain: None,
            contact_email: None,
            state: OrganizationState::Active,
        }
    }

    fn partnership(state: State, reseller: Option<Party>) -> Partnership {
        let now = chrono::Utc::now();
        Partnership {
            id: Id::new(),
            provider: party("Northwind"),
            reseller,
            state,
            recipient_email: "lin@contoso.cn".to_owned(),
            recipient_name: None,
            language: Lang::En,
            generation: 1,
            invited_by: Id::new(),
            invited_at: now,
            expires_at: now + TimeDelta::days(30),
            answered_at: None,
            ended_at: None,
        }
    }

    #[test]
    fn an_offer_that_nobody_answered_in_time_has_expired_by_the_clock_alone() {
        let offer = partnership(State::Invited, None);
        assert_eq!(offer.standing(offer.expires_at - TimeDelta::seconds(1)), Standing::Open);
        assert_eq!(offer.standing(offer.expires_at), Standing::Expired);
    }

    #[test]
    fn an_active_partnership_outlives_its_link() {
        let active = partnership(State::Active, Some(party("Contoso")));
        assert_eq!(active.standing(active.expires_at + TimeDelta::days(900)), Standing::Active);
    }

    #[test]
    fn each_side_sees_the_other() {
        let both = partnership(State::Active, Some(party("Contoso")));
        let reseller = both.reseller.clone().unwrap();
        assert_eq!(both.other(both.provider.id).unwrap().name, "Contoso");
        assert_eq!(both.other(reseller.id).unwrap().name, "Northwind");
        assert!(both.is_reseller(reseller.id) && !both.is_reseller(both.provider.id) && !both.is_of(Id::new()));
    }

    #[test]
    fn a_customers_link_does_not_open_a_partnership() {
        let offer = partnership(State::Invited, None);
        let link = offer.link();
        assert!(offer.is_reached_by(&link));
        assert!(!offer.is_reached_by(&Link { kind: links::Kind::Invitation, ..link }));
        assert!(!offer.is_reached_by(&Link { generation: 2, ..link }));
    }
}
