//! Organizations: who takes part, of which kind, and whether it may act.

pub mod actions;
mod effects;
pub mod pages;
mod party;
mod profile;
mod store;

pub use effects::{Effects, Few};
pub(crate) use party::{Columns as PartyColumns, party};
pub use party::{Named, Party, TenantDomain};
pub use profile::{Editor, Profile};
pub use store::register;

use crate::{
    db::{Timestamp, text_enum},
    ids::{Id, Organization as OrganizationId},
    values::{Domain, Email, Line, Name, Refusal},
};

text_enum! {
    /// The kinds of organization.
    Kind {
        /// Sells to its own customers and transacts.
        DirectPartner = "direct-partner",
        /// Sells through resellers and transacts.
        IndirectProvider = "indirect-provider",
        /// Works with a provider; never transacts.
        IndirectReseller = "indirect-reseller",
        /// Buys, and consents.
        Customer = "customer",
        /// Runs the portal.
        Operator = "operator",
    }
}

impl Kind {
    /// Whether it sells to customers: only such a partner creates invitations and owns relationships (D1, D13).
    pub fn transacts(self) -> bool {
        matches!(self, Self::DirectPartner | Self::IndirectProvider)
    }

    /// Whether it is a partner, so may hold a delegation.
    pub fn is_partner(self) -> bool {
        self.transacts() || self == Self::IndirectReseller
    }
}

text_enum! {
    /// Whether an organization may act (D5).
    State {
        /// It may.
        Active = "active",
        /// It may look, and nothing else, until the operator reinstates it.
        Suspended = "suspended",
    }
}

/// A partner ID: seven digits, the first not zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartnerId(String);

impl PartnerId {
    /// Parses what was typed; full-width digits count as plain ones.
    ///
    /// # Errors
    /// When it is not seven digits.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        use unicode_normalization::UnicodeNormalization;
        let digits: String = text.nfkc().filter(|c| !c.is_whitespace()).collect();
        let right = digits.len() == 7 && digits.bytes().all(|digit| digit.is_ascii_digit()) && !digits.starts_with('0');
        if right { Ok(Self(digits)) } else { Err(Refusal::Said("organizations-partner-id-wrong")) }
    }

    /// One by chance; whether it is free is for the database to say.
    pub fn random() -> Self {
        Self(rand::random_range(1_000_000..10_000_000_u32).to_string())
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is said of an organization when it is registered.
#[derive(Debug, Clone)]
pub struct Registration {
    /// Its kind.
    pub kind: Kind,
    /// Its legal name.
    pub name: Name,
    /// Its partner ID; a partner without one is given one.
    pub partner_id: Option<PartnerId>,
    /// Its number in the register of companies.
    pub registered_id: Option<Line<60>>,
    /// The domain of its tenant.
    pub domain: Option<Domain>,
    /// Whether the operator says the domain, and so stands for it; a customer's own word does not count.
    pub domain_confirmed: bool,
    /// Its market (D9).
    pub country: String,
    /// The address for others to write to.
    pub contact: Option<Email>,
}

impl Registration {
    /// The facts for the audit trail.
    pub fn facts(&self) -> serde_json::Value {
        serde_json::json!({ "organization": self.name.as_str(), "kind": self.kind, "country": self.country })
    }
}

/// An organization as the operator sees it.
#[derive(Debug, Clone)]
pub struct Organization {
    /// Its id.
    pub id: Id<OrganizationId>,
    /// Its kind.
    pub kind: Kind,
    /// Its legal name.
    pub name: String,
    /// Its partner ID, if it is a partner.
    pub partner_id: Option<String>,
    /// Its number in the register of companies.
    pub registered_id: Option<String>,
    /// The domain of its tenant.
    pub domain: Option<TenantDomain>,
    /// Its market (D9).
    pub country: String,
    /// The address for others to write to.
    pub contact: Option<String>,
    /// The id of its tenant: the operator's word, by which subscriptions are imported.
    pub tenant: Option<uuid::Uuid>,
    /// Whether it may act.
    pub state: State,
    /// Since when it may not.
    pub suspended_at: Option<Timestamp>,
    /// Why it may not.
    pub suspended_reason: Option<String>,
    /// When it was registered.
    pub since: Timestamp,
}

impl Organization {
    /// Its tenant's id as text; "" when it is not known.
    pub fn tenant_text(&self) -> String {
        self.tenant.map(|id| id.to_string()).unwrap_or_default()
    }

    /// Whether the operator may suspend it: never itself (AB-39).
    pub fn can_be_suspended(&self) -> bool {
        self.kind != Kind::Operator && self.state == State::Active
    }
}

/// What an organization has in the portal: shown beside it, and before it is suspended.
#[derive(Debug, Clone, Copy, Default)]
pub struct Holdings {
    /// Its own invitations that can be answered now.
    pub open_invitations: i64,
    /// Invitations of providers that it may forward now.
    pub handed_invitations: i64,
    /// Active relationships that it owns or, a customer, is in.
    pub relationships: i64,
    /// Delegations that it holds, active or awaiting its consent.
    pub delegations_held: i64,
    /// Delegations that it granted, a customer.
    pub delegations_granted: i64,
}

impl Holdings {
    /// What an organization of a kind can have, as keys of the catalogue, and how much of it there is.
    pub fn of(&self, kind: Kind) -> Vec<(&'static str, i64)> {
        let lines = [
            (kind.transacts(), "organizations-open-invitations", self.open_invitations),
            (kind == Kind::IndirectReseller, "organizations-handed-invitations", self.handed_invitations),
            (kind.transacts() || kind == Kind::Customer, "organizations-relationships", self.relationships),
            (kind.is_partner(), "organizations-delegations-held", self.delegations_held),
            (kind == Kind::Customer, "organizations-delegations-granted", self.delegations_granted),
        ];
        lines.into_iter().filter(|(can, ..)| *can).map(|(_, key, count)| (key, count)).collect()
    }
}

/// What the operator looks for in the list.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// Part of a name, or a partner ID.
    pub text: Option<String>,
    /// Of this kind only.
    pub kind: Option<Kind>,
    /// In this state only.
    pub state: Option<State>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_partner_id_has_seven_digits() {
        assert_eq!(PartnerId::parse(" ４１２ 3456 ").unwrap().as_str(), "4123456");
        for bad in ["", "412345", "41234567", "412345a", "0123456", "-123456"] {
            assert!(PartnerId::parse(bad).is_err(), "{bad:?}");
        }
        for _ in 0..1000 {
            let id = PartnerId::random();
            assert_eq!(PartnerId::parse(id.as_str()), Ok(id));
        }
    }

    #[test]
    fn nobody_suspends_the_operator() {
        let organization = |kind, state| Organization {
            id: Id::new(),
            kind,
            name: "Northwind".to_owned(),
            partner_id: None,
            registered_id: None,
            domain: None,
            country: "CN".to_owned(),
            contact: None,
            tenant: None,
            state,
            suspended_at: None,
            suspended_reason: None,
            since: chrono::Utc::now(),
        };
        for kind in Kind::ALL {
            assert_eq!(organization(*kind, State::Active).can_be_suspended(), *kind != Kind::Operator);
            assert!(!organization(*kind, State::Suspended).can_be_suspended());
        }
    }
}
