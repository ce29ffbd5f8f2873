//! A profile: what can be edited of an organization, and by whom.

use uuid::Uuid;

use super::{Kind, Organization};
use crate::{
    db::Timestamp,
    values::{Domain, Email, Line, Name},
};

/// What can be edited of an organization. Its kind and its partner ID stay for ever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Its legal name.
    pub name: Name,
    /// Its number in the register of companies.
    pub registered_id: Option<Line<60>>,
    /// The domain of its tenant.
    pub domain: Option<Domain>,
    /// Its market (D9).
    pub country: String,
    /// The address for others to write to.
    pub contact: Option<Email>,
    /// The id of its tenant.
    pub tenant: Option<Uuid>,
}

/// Who edits a profile: each may change what they answer for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Editor {
    /// The operator: everything, with a reason.
    Operator,
    /// The organization's own global admin.
    Own {
        /// The organization's kind.
        kind: Kind,
        /// Whether a customer has a relationship: then its market is settled (D9).
        related: bool,
    },
}

impl Editor {
    /// Whether the legal name and the registration number: of a partner they are those of its contract, by which customers
    /// judge whom they deal with.
    pub fn names(self) -> bool {
        matches!(self, Self::Operator | Self::Own { kind: Kind::Customer, .. })
    }

    /// Whether the market: it decides who can work with whom (D9), so a partner's is the operator's, and a customer's as soon
    /// as it has a relationship.
    pub fn market(self) -> bool {
        matches!(self, Self::Operator | Self::Own { kind: Kind::Customer, related: false })
    }

    /// Whether the tenant's id: subscriptions are imported by it, so nobody says it of themselves.
    pub fn tenant(self) -> bool {
        self == Self::Operator
    }

    /// Since when the operator stands for the domain that an organization will have: it stays so while the domain stays,
    /// a domain that the operator enters counts at once, and what an organization says of itself does not.
    pub fn confirms(self, organization: &Organization, domain: Option<&Domain>, now: Timestamp) -> Option<Timestamp> {
        let domain = domain?;
        match &organization.domain {
            Some(before) if before.name == domain.as_str() => before.confirmed_at,
            _ => (self == Self::Operator).then_some(now),
        }
    }

    /// What remains of a profile when only what this editor may change is taken from it; `None` if the database holds what
    /// could not be typed, so that nothing can be kept.
    pub fn keep(self, organization: &Organization, typed: Profile) -> Option<Profile> {
        let kept = Profile::of(organization)?;
        Some(Profile {
            name: if self.names() { typed.name } else { kept.name },
            registered_id: if self.names() { typed.registered_id } else { kept.registered_id },
            country: if self.market() { typed.country } else { kept.country },
            tenant: if self.tenant() { typed.tenant } else { kept.tenant },
            domain: typed.domain,
            contact: typed.contact,
        })
    }
}

impl Profile {
    /// The profile as it stands; `None` if the database holds what could not be typed.
    pub fn of(organization: &Organization) -> Option<Self> {
        Some(Self {
            name: Name::parse(&organization.name).ok()?,
            registered_id: organization.registered_id.as_deref().map(Line::parse).transpose().ok()?,
            domain: organization.domain.as_ref().map(|domain| Domain::parse(&domain.name)).transpose().ok()?,
            country: organization.country.clone(),
            contact: organization.contact.as_deref().map(Email::parse).transpose().ok()?,
            tenant: organization.tenant,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ids::Id,
        organizations::{State, TenantDomain},
    };

    fn organization(kind: Kind) -> Organization {
        Organization {
            id: Id::new(),
            kind,
            name: "Northwind".to_owned(),
            partner_id: kind.is_partner().then(|| "1000001".to_owned()),
            registered_id: Some("1".to_owned()),
            domain: TenantDomain::of(Some("northwind.example".to_owned()), Some(chrono::DateTime::UNIX_EPOCH)),
            country: "CN".to_owned(),
            contact: Some("a@northwind.example".to_owned()),
            tenant: None,
            state: State::Active,
            suspended_at: None,
            suspended_reason: None,
            since: chrono::Utc::now(),
        }
    }

    fn typed() -> Profile {
        Profile {
            name: Name::parse("Another").unwrap(),
            registered_id: None,
            domain: Some(Domain::parse("another.example").unwrap()),
            country: "RU".to_owned(),
            contact: Some(Email::parse("b@another.example").unwrap()),
            tenant: Some(Uuid::from_u128(1)),
        }
    }

    #[test]
    fn a_partner_changes_its_contact_and_domain_and_nothing_of_its_contract() {
        for kind in [Kind::DirectPartner, Kind::IndirectProvider, Kind::IndirectReseller] {
            let mine = organization(kind);
            let kept = Editor::Own { kind, related: false }.keep(&mine, typed()).unwrap();
            assert_eq!((kept.name.as_str(), kept.country.as_str(), kept.tenant), ("Northwind", "CN", None));
            assert_eq!(kept.contact, typed().contact);
            assert_eq!(kept.domain, typed().domain);
        }
    }

    /// D9: the market of a customer that has a relationship is the operator's to change.
    #[test]
    fn a_customer_changes_its_name_and_its_market_until_it_has_a_relationship() {
        let mine = organization(Kind::Customer);
        let free = Editor::Own { kind: Kind::Customer, related: false }.keep(&mine, typed()).unwrap();
        assert_eq!((free.name.as_str(), free.country.as_str(), free.tenant), ("Another", "RU", None));
        let related = Editor::Own { kind: Kind::Customer, related: true }.keep(&mine, typed()).unwrap();
        assert_eq!((related.name.as_str(), related.country.as_str()), ("Another", "CN"));
    }

    #[test]
    fn the_operator_changes_everything_there_is() {
        assert_eq!(Editor::Operator.keep(&organization(Kind::IndirectProvider), typed()), Some(typed()));
    }

    #[test]
    fn the_operators_word_counts_and_nobodys_own() {
        let now = chrono::Utc::now();
        let before = organization(Kind::Customer);
        let (same, other) = (Domain::parse("northwind.example").unwrap(), Domain::parse("another.example").unwrap());
        let own = Editor::Own { kind: Kind::Customer, related: false };
        for editor in [Editor::Operator, own] {
            assert_eq!(editor.confirms(&before, Some(&same), now), Some(chrono::DateTime::UNIX_EPOCH), "the same domain stays as it was");
            assert_eq!(editor.confirms(&before, None, now), None);
        }
        assert_eq!(Editor::Operator.confirms(&before, Some(&other), now), Some(now));
        assert_eq!(own.confirms(&before, Some(&other), now), None);
    }
}
