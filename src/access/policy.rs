//! The table of rights: the only place where rights are decided. Pure; what is not granted here is refused.

use super::roles::{Admin, Agent};
use crate::organizations::Kind;

/// What a person may be allowed to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Right {
    /// Partner: see customers and relationships.
    SeeCustomers,
    /// Partner: edit customer details.
    EditCustomers,
    /// Transacting partner: create, pause, rotate, revoke an invitation (D1).
    Invite,
    /// Transacting partner: ask for delegated administration in an invitation.
    AskForAdministration,
    /// Partner: hand an invitation to resellers; forward it (D2).
    Forward,
    /// Partner: register a reseller (partnership).
    RegisterReseller,
    /// Partner: use a delegation (D25).
    AdministerOnBehalf,
    /// Partner: consent to or refuse a delegation for one's own organization (D12).
    AnswerDelegation,
    /// Partner: remove a relationship, give up a delegation (D19).
    RemoveRelationship,
    /// Partner: see agreements.
    SeeAgreements,
    /// Manage the organization's users and their settings.
    ManageUsers,
    /// Partner, customer: see the organization's profile.
    SeeProfile,
    /// Partner, customer: edit the organization's profile.
    EditProfile,
    /// Customer: see requests, relationships and delegations.
    SeeConsents,
    /// Customer: accept, grant, narrow, replace, remove (the global admin alone).
    Consent,
    /// Operator: see everything.
    Review,
    /// Operator: register, suspend and reinstate organizations.
    Operate,
}

impl Right {
    /// Every right, in the order of the table.
    pub const ALL: [Self; 17] = [
        Self::SeeCustomers,
        Self::EditCustomers,
        Self::Invite,
        Self::AskForAdministration,
        Self::Forward,
        Self::RegisterReseller,
        Self::AdministerOnBehalf,
        Self::AnswerDelegation,
        Self::RemoveRelationship,
        Self::SeeAgreements,
        Self::ManageUsers,
        Self::SeeProfile,
        Self::EditProfile,
        Self::SeeConsents,
        Self::Consent,
        Self::Review,
        Self::Operate,
    ];

    /// Whether a suspended organization loses it until it is reinstated (D5). Seeing stays, and so does giving something up.
    pub fn needs_active_organization(self) -> bool {
        matches!(
            self,
            Self::EditCustomers
                | Self::Invite
                | Self::AskForAdministration
                | Self::Forward
                | Self::RegisterReseller
                | Self::AdministerOnBehalf
                | Self::AnswerDelegation
                | Self::EditProfile
        )
    }
}

/// Whether somebody with these settings in an organization of this kind has the right.
pub fn allows(kind: Kind, agent: Agent, admin: Admin, right: Right) -> bool {
    use Right::*;
    let global = admin == Admin::GlobalAdmin;
    let agent_in = |agents: &[Agent]| agents.contains(&agent);
    match (kind, right) {
        (Kind::Customer, SeeConsents | SeeProfile) => matches!(admin, Admin::GlobalAdmin | Admin::BillingAdmin | Admin::Reader),
        (Kind::Customer, Consent | ManageUsers | EditProfile) => global,
        (Kind::Operator, Review) => matches!(admin, Admin::OperatorAdmin | Admin::Auditor),
        (Kind::Operator, Operate | ManageUsers) => admin == Admin::OperatorAdmin,
        (Kind::Customer | Kind::Operator, _) | (_, SeeConsents | Consent | Review | Operate) => false,
        (_, SeeCustomers | EditCustomers) => global || agent != Agent::None,
        (kind, Invite) => kind.transacts() && (global || agent_in(&[Agent::AdminAgent, Agent::SalesAgent])),
        (kind, AskForAdministration) => kind.transacts() && (global || agent == Agent::AdminAgent),
        (_, Forward) => global || agent_in(&[Agent::AdminAgent, Agent::SalesAgent]),
        (kind, RegisterReseller) => kind.transacts() && (global || agent_in(&[Agent::AdminAgent, Agent::SalesAgent])),
        (_, AdministerOnBehalf) => global || agent_in(&[Agent::AdminAgent, Agent::HelpdeskAgent]),
        (_, AnswerDelegation | RemoveRelationship) => global || agent == Agent::AdminAgent,
        (_, SeeAgreements) => global || agent == Agent::SalesAgent || admin == Admin::BillingAdmin,
        (_, ManageUsers) => global || admin == Admin::UserManagementAdmin,
        (_, SeeProfile) => {
            agent_in(&[Agent::AdminAgent, Agent::SalesAgent])
                || matches!(admin, Admin::GlobalAdmin | Admin::BillingAdmin | Admin::UserManagementAdmin)
        }
        (_, EditProfile) => global,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table of rights of a partner user, as the domain writes it: admin agent, sales agent, helpdesk agent,
    /// global admin, billing admin, user management admin.
    const TABLE: [(Right, &str); 13] = [
        (Right::SeeCustomers, "xxxx--"),
        (Right::EditCustomers, "xxxx--"),
        (Right::Invite, "xx-x--"),
        (Right::AskForAdministration, "x--x--"),
        (Right::Forward, "xx-x--"),
        (Right::RegisterReseller, "xx-x--"),
        (Right::AdministerOnBehalf, "x-xx--"),
        (Right::AnswerDelegation, "x--x--"),
        (Right::RemoveRelationship, "x--x--"),
        (Right::SeeAgreements, "-x-xx-"),
        (Right::ManageUsers, "---x-x"),
        (Right::SeeProfile, "xx-xxx"),
        (Right::EditProfile, "---x--"),
    ];

    const COLUMNS: [(Agent, Admin); 6] = [
        (Agent::AdminAgent, Admin::None),
        (Agent::SalesAgent, Admin::None),
        (Agent::HelpdeskAgent, Admin::None),
        (Agent::None, Admin::GlobalAdmin),
        (Agent::None, Admin::BillingAdmin),
        (Agent::None, Admin::UserManagementAdmin),
    ];

    #[test]
    fn a_provider_has_the_rights_of_the_table_cell_by_cell() {
        for (right, row) in TABLE {
            let mine: String = COLUMNS
                .iter()
                .map(|(agent, admin)| if allows(Kind::IndirectProvider, *agent, *admin, right) { 'x' } else { '-' })
                .collect();
            assert_eq!(mine, row, "{right:?}");
        }
    }

    #[test]
    fn both_settings_add_up() {
        for (agent, _) in &COLUMNS[..3] {
            for (_, admin) in &COLUMNS[3..] {
                for right in Right::ALL {
                    let either =
                        allows(Kind::DirectPartner, *agent, Admin::None, right) || allows(Kind::DirectPartner, Agent::None, *admin, right);
                    assert_eq!(allows(Kind::DirectPartner, *agent, *admin, right), either, "{agent} {admin} {right:?}");
                }
            }
        }
    }

    #[test]
    fn a_reseller_never_invites() {
        for agent in Agent::ALL {
            for admin in Admin::ALL {
                for right in [Right::Invite, Right::AskForAdministration, Right::RegisterReseller] {
                    assert!(!allows(Kind::IndirectReseller, *agent, *admin, right));
                }
            }
        }
    }

    #[test]
    fn only_a_customers_global_admin_consents() {
        for kind in Kind::ALL {
            for admin in Admin::ALL {
                let may = allows(*kind, Agent::None, *admin, Right::Consent);
                assert_eq!(may, *kind == Kind::Customer && *admin == Admin::GlobalAdmin);
            }
        }
    }

    #[test]
    fn a_customers_profile_is_seen_by_its_people_and_edited_by_its_global_admin() {
        for admin in [Admin::GlobalAdmin, Admin::BillingAdmin, Admin::Reader] {
            assert!(allows(Kind::Customer, Agent::None, admin, Right::SeeProfile));
            assert_eq!(allows(Kind::Customer, Agent::None, admin, Right::EditProfile), admin == Admin::GlobalAdmin);
        }
        assert!(!allows(Kind::Operator, Agent::None, Admin::OperatorAdmin, Right::EditProfile), "the operator has a page of its own");
    }

    #[test]
    fn nobody_without_a_setting_may_do_anything() {
        for kind in Kind::ALL {
            for right in Right::ALL {
                assert!(!allows(*kind, Agent::None, Admin::None, right), "{kind} {right:?}");
            }
        }
    }
}
