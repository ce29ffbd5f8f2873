//! An entry of the catalogue as the operator edits it.

use super::{Kind, Service};
use crate::{
    db::{Timestamp, text_enum},
    values::{Name, Refusal},
};

/// How many services there can be: the catalogue is shown whole wherever something is asked for.
pub const MOST: usize = 100;

/// A service's code: 2 to 40 letters, digits and hyphens; for ever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// Parses what was typed; capital letters count as small ones.
    ///
    /// # Errors
    /// When it is no code.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let text = text.trim().to_lowercase();
        if text.is_empty() {
            return Err(Refusal::Required);
        }
        let right = (2..=40).contains(&text.len()) && text.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-');
        if right { Ok(Self(text)) } else { Err(Refusal::Said("services-code-wrong")) }
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The address of a service's admin centre, with places for the customer's tenant and domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdminUrl(String);

impl AdminUrl {
    /// The place of the tenant's id.
    pub const TENANT: &str = "{tenant_id}";
    /// The place of the tenant's domain.
    pub const DOMAIN: &str = "{domain}";

    /// Parses what was typed: an address that begins with https and whose host is written out, so that no customer's data
    /// decides where it leads; no password in it, and no other place than the two.
    ///
    /// # Errors
    /// When it is no such address.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        if text.chars().count() > 500 {
            return Err(Refusal::TooLong { max: 500 });
        }
        let rest = text.strip_prefix("https://").ok_or(Refusal::Said("services-url-https"))?;
        let plain = text.replace(Self::TENANT, "").replace(Self::DOMAIN, "");
        let known = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c);
        if !plain.chars().all(known) {
            return Err(Refusal::Said("services-url-places"));
        }
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (host, port) = rest[..end].split_once(':').map_or((&rest[..end], None), |(host, port)| (host, Some(port)));
        let label = |label: &str| {
            !label.is_empty()
                && label.len() <= 63
                && label.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        let port_is_right = port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0));
        if !host.contains('.') || !host.split('.').all(label) || !port_is_right {
            return Err(Refusal::Said("services-url-host"));
        }
        Ok(Self(text.to_owned()))
    }

    /// Parses what may be left empty.
    ///
    /// # Errors
    /// When it is no such address.
    pub fn optional(text: &str) -> Result<Option<Self>, Refusal> {
        if text.trim().is_empty() { Ok(None) } else { Self::parse(text).map(Some) }
    }

    /// The template.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address for one customer; what is put in cannot end the part that it stands in.
    pub fn of(&self, tenant: &str, domain: &str) -> String {
        let put = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
        self.0.replace(Self::TENANT, &put(tenant)).replace(Self::DOMAIN, &put(domain))
    }
}

/// A service's names in the three languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// In English.
    pub en: Name,
    /// In Chinese.
    pub zh: Name,
    /// In Russian.
    pub ru: Name,
}

/// An entry of the catalogue with everything that the operator edits of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The service as everybody sees it.
    pub service: Service,
    /// Where its administrators work.
    pub admin_url: Option<String>,
    /// Its place in the catalogue.
    pub position: i32,
    /// Since when it cannot be asked for.
    pub retired_at: Option<Timestamp>,
}

text_enum! {
    /// Where an entry is moved in the order of the catalogue.
    Move {
        /// Before the one before it.
        Up = "up",
        /// After the one after it.
        Down = "down",
    }
}

impl Move {
    /// The order after one entry has been moved; `None` when it is at the end already, or not there.
    pub fn of(self, order: &[String], code: &str) -> Option<Vec<String>> {
        let at = order.iter().position(|one| one == code)?;
        let to = match self {
            Self::Up => at.checked_sub(1)?,
            Self::Down => Some(at + 1).filter(|to| *to < order.len())?,
        };
        let mut order = order.to_vec();
        order.swap(at, to);
        Some(order)
    }
}

/// Whether a kind's word is one.
pub(super) fn kind(text: &str) -> Result<Kind, Refusal> {
    Kind::parse(text).ok_or(Refusal::Choice)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_admin_centre_is_reached_by_https_at_a_host_that_is_written_out() {
        for good in [
            "https://admin.example.cn",
            "https://admin.example.cn/",
            "https://admin.example.cn:8443/{tenant_id}/users?domain={domain}#top",
            "https://admin.example.cn/?tid={tenant_id}",
        ] {
            assert_eq!(AdminUrl::parse(good).unwrap().as_str(), good);
        }
        for bad in [
            "http://admin.example.cn",
            "javascript:alert(1)",
            "https://",
            "https://localhost",
            "https://{domain}/",
            "https://{domain}.example.cn/",
            "https://user:password@admin.example.cn/",
            "https://admin.example.cn/{user}",
            "https://admin.example.cn/ x",
            "https://admin.example.cn:0/",
            "https://admin..cn/",
            "//admin.example.cn",
            "https://админ.example/",
        ] {
            assert!(AdminUrl::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(AdminUrl::optional("  ").unwrap(), None);
    }

    #[test]
    fn a_code_is_of_small_letters() {
        assert_eq!(Code::parse(" Power-BI ").unwrap().as_str(), "power-bi");
        for bad in ["", "a", "a b", "служба", "a/b", &"a".repeat(41)] {
            assert!(Code::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn an_entry_moves_one_place_and_not_over_the_end() {
        let order = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(Move::Up.of(&order, "b").unwrap(), ["b", "a", "c"]);
        assert_eq!(Move::Down.of(&order, "b").unwrap(), ["a", "c", "b"]);
        assert_eq!((Move::Up.of(&order, "a"), Move::Down.of(&order, "c"), Move::Up.of(&order, "d")), (None, None, None));
    }

    proptest! {
        #[test]
        fn whatever_is_put_in_does_not_change_where_an_address_leads(tenant in "\\PC{0,40}", domain in "\\PC{0,40}") {
            let address = AdminUrl::parse("https://admin.example.cn/{tenant_id}?d={domain}").unwrap().of(&tenant, &domain);
            prop_assert!(address.starts_with("https://admin.example.cn/"));
            prop_assert_eq!(address.matches('?').count(), 1);
            prop_assert!(address.is_ascii() && !address.contains(['#', ' ', '"', '<']));
        }
    }
}
