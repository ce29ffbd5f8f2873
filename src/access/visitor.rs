//! Who is asking, as the database said when the request entered.

use serde::Deserialize;

use super::{
    policy::{self, Right},
    roles::{Admin, Agent},
};
use crate::{
    i18n::Lang,
    ids::{Id, Organization, User},
    organizations::{Kind, State},
};

/// The person behind a session, and the organization they act for.
#[derive(Debug, Clone, Deserialize)]
pub struct Visitor {
    /// The person.
    #[serde(rename = "user_id")]
    pub user: Id<User>,
    /// The person's name.
    pub name: String,
    /// The person's address.
    pub email: String,
    /// Whether the address has been confirmed.
    pub confirmed: bool,
    /// The language the person chose.
    #[serde(deserialize_with = "lang")]
    pub language: Lang,
    /// The person's time zone (IANA name).
    pub time_zone: String,
    /// The number of organizations the person belongs to.
    pub orgs: i64,
    /// The organization, unless the person has none (yet).
    #[serde(flatten)]
    pub place: Option<Place>,
}

/// The organization somebody acts for, and as what.
#[derive(Debug, Clone, Deserialize)]
pub struct Place {
    /// The organization.
    #[serde(rename = "org_id")]
    pub org: Id<Organization>,
    /// Its kind.
    #[serde(rename = "org_kind")]
    pub kind: Kind,
    /// Its name.
    #[serde(rename = "org_name")]
    pub name: String,
    /// Its partner ID, if it is a partner.
    pub partner_id: Option<String>,
    /// Its market (D9).
    pub country: String,
    /// Whether it may act.
    #[serde(rename = "org_state")]
    pub state: State,
    /// The agent setting.
    pub agent: Agent,
    /// The admin setting.
    pub admin: Admin,
}

impl Place {
    /// Whether the table of rights grants it.
    pub fn allows(&self, right: Right) -> bool {
        policy::allows(self.kind, self.agent, self.admin, right)
    }

    /// Whether it is granted and the organization may act.
    pub fn may(&self, right: Right) -> bool {
        self.allows(right) && (self.state == State::Active || !right.needs_active_organization())
    }

    /// The word (`role-…`) for what the person is here: the stronger of the two settings.
    pub fn role_key(&self) -> &'static str {
        match (self.admin, self.agent) {
            (Admin::GlobalAdmin, _) => "global-admin",
            (_, Agent::AdminAgent) => "admin-agent",
            (_, Agent::SalesAgent) => "sales-agent",
            (_, Agent::HelpdeskAgent) => "helpdesk-agent",
            (Admin::BillingAdmin, _) => "billing-admin",
            (Admin::UserManagementAdmin, _) => "user-management-admin",
            (Admin::Reader, _) => "reader",
            (Admin::OperatorAdmin, _) => "operator-admin",
            (Admin::Auditor, _) => "auditor",
            (Admin::None, Agent::None) => "none",
        }
    }
}

fn lang<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Lang, D::Error> {
    Ok(Lang::parse(&String::deserialize(deserializer)?).unwrap_or_default())
}
