//! Services: what a subscription is for, and the purposes for which a partner may work in one.

mod store;

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

/// Whether the scopes are provisioning in every service of the catalogue: the equal of a global administrator (D21).
pub fn equals_global_admin(scopes: &[Scope], catalogue: &[Service]) -> bool {
    !catalogue.is_empty()
        && catalogue
            .iter()
            .all(|service| scopes.iter().any(|scope| scope.service == service.code && scope.purpose == Purpose::Provisioning))
}
