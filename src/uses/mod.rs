//! Uses: a holder administers a service on behalf of the customer. Each time is recorded with who, service, purpose, reason
//! and time, and the customer sees it (D25).

pub mod actions;
pub mod pages;
mod store;

pub use store::{Listed, Which, list};

use crate::{
    db::Timestamp,
    delegations::Delegation,
    ids::{Customer, Delegation as DelegationId, Id, Organization, Relationship, Use as UseId, User},
    services::Scope,
    values::Note,
};

/// Why somebody works for a customer: required, of at most 500 characters.
pub type Reason = Note<500>;

/// One use of a delegation.
#[derive(Debug, Clone)]
pub struct Use {
    /// Its id.
    pub id: Id<UseId>,
    /// The delegation that allowed it.
    pub delegation: Id<DelegationId>,
    /// The relationship it stands under.
    pub relationship: Id<Relationship>,
    /// On whose behalf.
    pub customer: Id<Customer>,
    /// Whose people.
    pub holder: Id<Organization>,
    /// Who.
    pub user: Id<User>,
    /// Their name at that time.
    pub user_name: String,
    /// In which service, for which purpose: those of the delegation and no others (AB-36).
    pub scope: Scope,
    /// Why.
    pub reason: Reason,
    /// When.
    pub at: Timestamp,
}

impl Use {
    /// Uses a delegation; `None` unless it is active and this organization's (AB-35, AB-38). Service and purpose are the
    /// delegation's own, so that support never becomes provisioning (AB-36).
    pub fn of(delegation: &Delegation, by: (Id<Organization>, Id<User>, &str), reason: Reason, now: Timestamp) -> Option<Self> {
        let (org, user, name) = by;
        let facts = delegation.facts();
        (delegation.is_active() && facts.holder == org).then(|| Self {
            id: Id::new(),
            delegation: facts.id,
            relationship: facts.relationship,
            customer: facts.customer,
            holder: facts.holder,
            user,
            user_name: name.to_owned(),
            scope: facts.scope.clone(),
            reason,
            at: now,
        })
    }
}

/// The address of a service's admin centre for one customer, made of the catalogue's template: `{tenant_id}` and `{domain}`
/// are put in, percent-encoded. `None` when there is no template, when something that it wants is not known of the customer,
/// or when it does not lead to one fixed place by https (ASVS 3.7.2): what is put in never decides where it leads.
pub fn admin_centre(template: Option<&str>, tenant: Option<uuid::Uuid>, domain: Option<&str>) -> Option<String> {
    let template = template?;
    let rest = template.strip_prefix("https://")?;
    let (host, _) = rest.split_once(['/', '?', '#']).unwrap_or((rest, ""));
    let name = host.split_once(':').map_or(host, |(name, _)| name);
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':');
    if name.is_empty() || !name.contains('.') || !host.chars().all(plain) || template.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return None;
    }
    let mut url = template.to_owned();
    for (mark, value) in [("{tenant_id}", tenant.map(|id| id.to_string())), ("{domain}", domain.map(ToOwned::to_owned))] {
        if url.contains(mark) {
            url = url.replace(mark, &encoded(&value?));
        }
    }
    (!url.contains(['{', '}'])).then_some(url)
}

/// Everything but letters, digits and `-._~` percent-encoded.
fn encoded(value: &str) -> String {
    value.bytes().fold(String::new(), |mut out, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            other => out.push_str(&format!("%{other:02X}")),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TENANT: uuid::Uuid = uuid::Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001);

    fn made(template: &str) -> Option<String> {
        admin_centre(Some(template), Some(TENANT), Some("fabrikam.example"))
    }

    #[test]
    fn the_address_is_the_template_with_the_customer_put_in() {
        assert_eq!(made("https://portal.azure.cn/{tenant_id}").unwrap(), format!("https://portal.azure.cn/{TENANT}"));
        assert_eq!(made("https://x.cn/?org={domain}&t={tenant_id}").unwrap(), format!("https://x.cn/?org=fabrikam.example&t={TENANT}"));
        assert_eq!(made("https://x.cn").unwrap(), "https://x.cn");
    }

    #[test]
    fn what_is_put_in_is_encoded_and_decides_nothing() {
        let evil = admin_centre(Some("https://x.cn/{domain}?a=1"), None, Some("a/../b?c#d&e@f界")).unwrap();
        assert_eq!(evil, "https://x.cn/a%2F..%2Fb%3Fc%23d%26e%40f%E7%95%8C?a=1");
    }

    #[test]
    fn a_template_that_leads_elsewhere_or_nowhere_makes_no_address() {
        for bad in [
            "http://portal.azure.cn/",
            "javascript:alert(1)",
            "https://{domain}/",
            "https://x.{domain}/",
            "https://user@evil.example/",
            "https:///x",
            "https://localhost/",
            "https://x.cn/{other}",
            "https://x.cn/ y",
            "https://x.cn\\@evil.example/",
            "",
        ] {
            assert_eq!(made(bad), None, "{bad}");
        }
        assert_eq!(admin_centre(None, Some(TENANT), None), None);
        assert_eq!(admin_centre(Some("https://x.cn/{tenant_id}"), None, Some("a.cn")), None, "the tenant is not known");
    }
}
