//! A party: an organization as others see it, wherever two of them have to do with each other.

use serde::{Deserialize, Serialize};

use super::{Kind, State};
use crate::{
    db::Timestamp,
    ids::{Customer, Id, Organization},
};

/// The domain of an organization's tenant. What it says of itself is shown as said, and decides nothing (D14, D25).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TenantDomain {
    /// The domain.
    pub name: String,
    /// Since when the operator stands for it; `None` while the organization merely says so.
    pub confirmed_at: Option<Timestamp>,
}

impl TenantDomain {
    /// As a row has it, if it has one.
    pub fn of(name: Option<String>, confirmed_at: Option<Timestamp>) -> Option<Self> {
        name.map(|name| Self { name, confirmed_at })
    }
}

/// An organization as those see it who deal with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Its id.
    pub id: Id<Organization>,
    /// Its kind.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// Its partner ID, if it is a partner.
    pub partner_id: Option<String>,
    /// Its domain.
    pub domain: Option<TenantDomain>,
    /// Its market (D9).
    pub country: String,
    /// Whether it may act.
    pub state: State,
}

impl Party {
    /// A customer of whom only the copied name is left (D22, D23): its row is for those who have to do with it now.
    pub fn once_called(id: Id<Customer>, name: String) -> Self {
        let (kind, state) = (Kind::Customer, State::Active);
        Self { id: id.into(), kind, name, partner_id: None, domain: None, country: String::new(), state }
    }

    /// The party as it stands in a document: by id, name and partner ID.
    pub fn named(&self) -> Named {
        Named { id: self.id, name: self.name.clone(), partner_id: self.partner_id.clone() }
    }

    /// Its name and, to tell it from others of that name, its partner ID: `Contoso Cloud (4417203)`.
    pub fn title(&self) -> String {
        title(&self.name, self.partner_id.as_deref())
    }
}

/// The columns of a [`Party`] as a store selects them.
pub(crate) type Columns = (Id<Organization>, Kind, String, Option<String>, Option<String>, Option<Timestamp>, String, State);

impl From<Columns> for Party {
    fn from((id, kind, name, partner_id, domain, confirmed_at, country, state): Columns) -> Self {
        let domain = TenantDomain::of(domain, confirmed_at);
        Self { id, kind, name, partner_id, domain, country, state }
    }
}

/// What a store selects for a [`Party`], of the table `organizations` or an alias of it.
macro_rules! party {
    () => {
        (
            organizations::id,
            organizations::kind,
            organizations::name,
            organizations::partner_id,
            organizations::domain,
            organizations::domain_confirmed_at,
            organizations::country,
            organizations::state,
        )
    };
}
pub(crate) use party;

/// An organization as it stands in a document that does not change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Its id.
    pub id: Id<Organization>,
    /// Its name at that time.
    pub name: String,
    /// Its partner ID, if it is a partner.
    pub partner_id: Option<String>,
}

impl Named {
    /// Its name and partner ID: `Contoso Cloud (4417203)`.
    pub fn title(&self) -> String {
        title(&self.name, self.partner_id.as_deref())
    }
}

fn title(name: &str, partner_id: Option<&str>) -> String {
    match partner_id {
        Some(id) => format!("{name} ({id})"),
        None => name.to_owned(),
    }
}
