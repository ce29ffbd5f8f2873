//! Services: what a subscription is for, and the purposes for which a partner may work in one.

pub mod actions;
mod entry;
pub mod pages;
mod store;

pub use entry::{AdminUrl, Code, Entry, MOST, Move, Names};
pub use store::list;

use serde::{Deserialize, Serialize};

use crate::{db::text_enum, i18n::Lang};

text_enum! {
    /// What a partner may do in a service.
    Purpose {
        /// Set up and change things.
        Provisioning = "provisioning",
        /// Help when something is wrong.
        Support = "support",
    }
}

text_enum! {
    /// How a service is paid for.
    Kind {
        /// By licence.
        Licence = "licence",
        /// By use.
        Usage = "usage",
    }
}

/// A service of the catalogue; all are operated by 21Vianet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// Its code, for ever.
    pub code: String,
    /// How it is paid for.
    pub kind: Kind,
    /// Its name in English.
    pub name_en: String,
    /// Its name in Chinese.
    pub name_zh: String,
    /// Its name in Russian.
    pub name_ru: String,
    /// Whether it can no longer be asked for; what asked for it before goes on.
    pub retired: bool,
}

impl Service {
    /// Its name in a language.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.name_en,
            Lang::ZhCn => &self.name_zh,
            Lang::Ru => &self.name_ru,
        }
    }
}

/// One service and one purpose: what is asked for, chosen, delegated.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Scope {
    /// The service's code.
    pub service: String,
    /// The purpose.
    pub purpose: Purpose,
}

impl Scope {
    /// The scope as the value of a form's field: `exchange-online/support`.
    pub fn to_field(&self) -> String {
        format!("{}/{}", self.service, self.purpose)
    }

    /// Reads a form's value; only services of the catalogue count.
    pub fn from_field(text: &str, catalogue: &[Service]) -> Option<Self> {
        let (service, purpose) = text.rsplit_once('/')?;
        let purpose = Purpose::parse(purpose)?;
        catalogue.iter().any(|known| known.code == service).then(|| Self { service: service.to_owned(), purpose })
    }
}

/// A service's name in a language; its code, if it is not in the catalogue any more.
pub fn name_of<'a>(catalogue: &'a [Service], code: &'a str, lang: Lang) -> &'a str {
    catalogue.iter().find(|service| service.code == code).map_or(code, |service| service.name(lang))
}

/// The services that can be asked for, in the catalogue's order.
pub fn offered(catalogue: &[Service]) -> impl Iterator<Item = &Service> {
    catalogue.iter().filter(|service| !service.retired)
}

/// Whether something is asked for that can no longer be.
pub fn asks_for_retired(scopes: &[Scope], catalogue: &[Service]) -> bool {
    scopes.iter().any(|scope| !offered(catalogue).any(|service| service.code == scope.service))
}

/// Whether the scopes are provisioning in every service that there is to ask for: the equal of a global administrator (D21).
pub fn equals_global_admin(scopes: &[Scope], catalogue: &[Service]) -> bool {
    let provisions = |service: &Service| scopes.iter().any(|scope| scope.service == service.code && scope.purpose == Purpose::Provisioning);
    offered(catalogue).next().is_some() && offered(catalogue).all(provisions)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn service(code: &str, retired: bool) -> Service {
        let name = code.to_owned();
        Service { code: name.clone(), kind: Kind::Licence, name_en: name.clone(), name_zh: name.clone(), name_ru: name, retired }
    }

    #[test]
    fn what_is_retired_is_read_and_not_asked_for() {
        let catalogue = [service("intune", false), service("yammer", true)];
        let asked = |service: &str| Scope { service: service.to_owned(), purpose: Purpose::Provisioning };
        assert_eq!(name_of(&catalogue, "yammer", Lang::Ru), "yammer");
        assert!(Scope::from_field("yammer/support", &catalogue).is_some(), "an open invitation's terms stay readable (D6)");
        assert!(asks_for_retired(&[asked("intune"), asked("yammer")], &catalogue));
        assert!(!asks_for_retired(&[asked("intune")], &catalogue));
        assert!(equals_global_admin(&[asked("intune")], &catalogue), "what cannot be asked for does not count");
        assert!(!equals_global_admin(&[], &[service("yammer", true)]));
    }
}
