//! The two settings of a membership, which of them an organization's kind offers, and who may give or take them.

use crate::{
    access::{
        Place,
        roles::{Admin, Agent},
    },
    organizations::Kind,
    values::Refusal,
};

/// What a person is in an organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// The agent setting.
    pub agent: Agent,
    /// The admin setting.
    pub admin: Admin,
}

impl Settings {
    /// The settings of whoever answers for the whole organization.
    pub fn of_the_first(kind: Kind) -> Self {
        let admin = if kind == Kind::Operator { Admin::OperatorAdmin } else { Admin::GlobalAdmin };
        Self { agent: Agent::None, admin }
    }

    /// The settings of two words, if an organization of this kind offers them.
    ///
    /// # Errors
    /// With the field whose word is no choice.
    pub fn parse(kind: Kind, agent: &str, admin: &str) -> Result<Self, &'static str> {
        // A kind with no agents has no such field in its form.
        let agent = if agent.is_empty() && agents(kind).is_empty() { Some(Agent::None) } else { Agent::parse(agent) };
        let agent =
            agent.filter(|agent| agents(kind).contains(agent) || agents(kind).is_empty() && *agent == Agent::None).ok_or("agent")?;
        let admin = Admin::parse(admin).filter(|admin| admins(kind).contains(admin)).ok_or("admin")?;
        Ok(Self { agent, admin })
    }

    /// Whether somebody with these settings answers for the whole organization: the last such person cannot go.
    pub fn is_top(self) -> bool {
        matches!(self.admin, Admin::GlobalAdmin | Admin::OperatorAdmin)
    }
}

/// The agent settings that an organization of this kind offers; none where nobody is an agent.
pub fn agents(kind: Kind) -> &'static [Agent] {
    if kind.is_partner() { Agent::ALL } else { &[] }
}

/// The admin settings that an organization of this kind offers.
pub fn admins(kind: Kind) -> &'static [Admin] {
    match kind {
        Kind::Customer => &[Admin::GlobalAdmin, Admin::BillingAdmin, Admin::Reader],
        Kind::Operator => &[Admin::OperatorAdmin, Admin::Auditor],
        _ => &[Admin::None, Admin::GlobalAdmin, Admin::BillingAdmin, Admin::UserManagementAdmin],
    }
}

/// A change of somebody's settings: from none when they come, to none when they go.
#[derive(Debug, Clone, Copy)]
pub struct Change {
    /// Whether it is one's own.
    pub own: bool,
    /// What the person was.
    pub from: Option<Settings>,
    /// What the person becomes.
    pub to: Option<Settings>,
    /// How many others answer for the whole organization and have set up their accounts.
    pub other_tops: i64,
}

impl Change {
    /// Whether somebody may make it. Nobody gives what they do not have: a user management admin neither makes nor
    /// unmakes a global admin, nor changes their own settings (AB-39); and a last global admin stays.
    ///
    /// # Errors
    /// With the words for the person.
    pub fn check(&self, by: &Place) -> Result<(), Refusal> {
        let is_top = |settings: Option<Settings>| settings.is_some_and(Settings::is_top);
        let by_top = Settings { agent: by.agent, admin: by.admin }.is_top();
        if !by_top && (self.own || is_top(self.from) || is_top(self.to)) {
            return Err(Refusal::Said(if self.own { "accounts-people-not-oneself" } else { "accounts-people-not-global" }));
        }
        if is_top(self.from) && !is_top(self.to) && self.other_tops == 0 {
            return Err(Refusal::Said("accounts-people-last-admin"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ids::Id, organizations::State};

    fn place(admin: Admin) -> Place {
        Place {
            org: Id::new(),
            kind: Kind::IndirectProvider,
            name: "Northwind".to_owned(),
            partner_id: None,
            country: "CN".to_owned(),
            state: State::Active,
            agent: Agent::None,
            admin,
        }
    }

    const GLOBAL: Settings = Settings { agent: Agent::None, admin: Admin::GlobalAdmin };
    const SALES: Settings = Settings { agent: Agent::SalesAgent, admin: Admin::None };

    #[test]
    fn an_organization_offers_the_settings_of_its_kind_and_no_others() {
        assert!(Settings::parse(Kind::IndirectReseller, "sales-agent", "billing-admin").is_ok());
        assert_eq!(Settings::parse(Kind::IndirectReseller, "none", "reader"), Err("admin"));
        assert_eq!(Settings::parse(Kind::Customer, "admin-agent", "reader"), Err("agent"));
        assert!(Settings::parse(Kind::Customer, "", "reader").is_ok());
        assert_eq!(Settings::parse(Kind::Customer, "", "none"), Err("admin"));
        assert_eq!(Settings::parse(Kind::Operator, "", "global-admin"), Err("admin"));
        assert_eq!(Settings::parse(Kind::DirectPartner, "", "none"), Err("agent"));
        for kind in Kind::ALL {
            assert!(Settings::of_the_first(*kind).is_top() && admins(*kind).contains(&Settings::of_the_first(*kind).admin));
        }
    }

    #[test]
    fn the_last_global_admin_cannot_go_or_step_down() {
        let alone = Change { own: true, from: Some(GLOBAL), to: None, other_tops: 0 };
        assert_eq!(alone.check(&place(Admin::GlobalAdmin)), Err(Refusal::Said("accounts-people-last-admin")));
        let down = Change { to: Some(SALES), ..alone };
        assert_eq!(down.check(&place(Admin::GlobalAdmin)), Err(Refusal::Said("accounts-people-last-admin")));
        assert_eq!(Change { other_tops: 1, ..down }.check(&place(Admin::GlobalAdmin)), Ok(()));
        let stays = Change { to: Some(Settings { agent: Agent::AdminAgent, ..GLOBAL }), ..alone };
        assert_eq!(stays.check(&place(Admin::GlobalAdmin)), Ok(()));
    }

    #[test]
    fn a_user_management_admin_makes_no_global_admin_of_anybody() {
        let by = place(Admin::UserManagementAdmin);
        let new = |to| Change { own: false, from: None, to: Some(to), other_tops: 1 };
        assert_eq!(new(SALES).check(&by), Ok(()));
        assert_eq!(new(GLOBAL).check(&by), Err(Refusal::Said("accounts-people-not-global")));
        let unmake = Change { own: false, from: Some(GLOBAL), to: None, other_tops: 1 };
        assert_eq!(unmake.check(&by), Err(Refusal::Said("accounts-people-not-global")));
        let own = Change { own: true, from: Some(SALES), to: Some(SALES), other_tops: 1 };
        assert_eq!(own.check(&by), Err(Refusal::Said("accounts-people-not-oneself")));
    }
}
