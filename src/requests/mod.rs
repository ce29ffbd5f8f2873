//! Requests: a reseller asks its provider for an invitation, and the policy under which one is issued at once (UX-17).
//!
//! A reseller never creates an invitation (D1): what comes of a request is the provider's, made by the provider's person who
//! answers it, or in the name of the one who set the policy.

pub mod actions;
pub mod pages;
mod policy;
mod store;

pub use policy::{Author, Beyond, Limits, Policy, month_of};
pub use store::{Request, count_waiting};

use crate::{
    db::text_enum,
    i18n::Lang,
    invitations::Kind,
    services::Scope,
    values::{Days, Domain, Email, Name, Note},
};

text_enum! {
    /// What became of a request.
    State {
        /// The provider has not answered.
        Waiting = "waiting",
        /// The invitation was issued and handed over.
        Issued = "issued",
        /// The provider refused.
        Refused = "refused",
        /// The reseller took it back.
        Withdrawn = "withdrawn",
    }
}

impl State {
    /// How it is shown.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Waiting => "wait",
            Self::Issued => "ok",
            Self::Refused => "stop",
            Self::Withdrawn => "quiet",
        }
    }
}

/// What a reseller asks for.
#[derive(Debug, Clone)]
pub struct Ask {
    /// For any customer, or for one.
    pub kind: Kind,
    /// The customer's name, or what a standing one is to be called.
    pub title: Name,
    /// The customer's address; without it only the provider's people can issue an addressed one.
    pub email: Option<Email>,
    /// The customer's domain.
    pub domain: Option<Domain>,
    /// The recipient's language.
    pub language: Lang,
    /// Services and purposes; may be none (the relationship alone).
    pub asks: Vec<Scope>,
    /// For how long.
    pub days: Days,
    /// Whether the reseller wants to be suggested as holder.
    pub suggests: bool,
    /// A word to the provider.
    pub note: Option<Note<2000>>,
}

/// What a provider issues on a request: what was asked for, or less.
#[derive(Debug, Clone)]
pub struct Terms {
    /// What its people call it.
    pub title: Name,
    /// The address; an addressed one needs it.
    pub email: Option<Email>,
    /// The domain.
    pub domain: Option<Domain>,
    /// Services and purposes.
    pub asks: Vec<Scope>,
    /// For how long.
    pub days: Days,
    /// Whether the reseller is suggested as holder.
    pub suggests: bool,
}

impl Terms {
    /// Whether it is no more than was asked for: no other service or purpose, no longer time.
    pub fn is_within(&self, asks: &[Scope], days: Days) -> bool {
        self.days <= days && self.asks.iter().all(|scope| asks.contains(scope))
    }
}

/// Scopes as a column: `exchange-online/support`.
pub(crate) fn to_column(asks: &[Scope]) -> Vec<String> {
    let mut fields: Vec<String> = asks.iter().map(Scope::to_field).collect();
    fields.sort_unstable();
    fields.dedup();
    fields
}

/// Scopes of a column.
pub(crate) fn from_column(fields: &[String]) -> Vec<Scope> {
    let scope = |field: &String| {
        let (service, purpose) = field.rsplit_once('/')?;
        Some(Scope { service: service.to_owned(), purpose: crate::services::Purpose::parse(purpose)? })
    };
    fields.iter().filter_map(scope).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::Purpose;

    fn scope(service: &str, purpose: Purpose) -> Scope {
        Scope { service: service.to_owned(), purpose }
    }

    #[test]
    fn an_answer_may_be_narrower_and_never_wider() {
        let asked = [scope("azure", Purpose::Support), scope("intune", Purpose::Support)];
        let terms = |asks: &[Scope], days| Terms {
            title: Name::parse("Fabrikam").unwrap(),
            email: None,
            domain: None,
            asks: asks.to_vec(),
            days: Days::new(days).unwrap(),
            suggests: true,
        };
        let year = Days::new(365).unwrap();
        assert!(terms(&asked, 365).is_within(&asked, year));
        assert!(terms(&asked[..1], 30).is_within(&asked, year) && terms(&[], 1).is_within(&asked, year));
        assert!(!terms(&asked, 366).is_within(&asked, year));
        assert!(!terms(&[scope("azure", Purpose::Provisioning)], 30).is_within(&asked, year));
    }

    #[test]
    fn scopes_are_kept_as_words_and_read_back() {
        let asks = [scope("intune", Purpose::Support), scope("azure", Purpose::Provisioning), scope("intune", Purpose::Support)];
        let column = to_column(&asks);
        assert_eq!(column, ["azure/provisioning", "intune/support"]);
        assert_eq!(from_column(&column), [asks[1].clone(), asks[0].clone()]);
        assert!(from_column(&["nonsense".to_owned(), "azure/everything".to_owned()]).is_empty());
    }
}
