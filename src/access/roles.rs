//! The settings of a membership: what a person is in an organization.

use crate::db::text_enum;

text_enum! {
    /// The agent setting of a partner's user.
    Agent {
        /// No agent.
        None = "none",
        /// Works for customers, asks for delegations, consents to them.
        AdminAgent = "admin-agent",
        /// Invites customers and resellers.
        SalesAgent = "sales-agent",
        /// Works for customers.
        HelpdeskAgent = "helpdesk-agent",
    }
}

text_enum! {
    /// The admin setting: one of three for partners, one of three for customers, one of two for the operator.
    Admin {
        /// No admin.
        None = "none",
        /// Partner or customer: everything of the organization.
        GlobalAdmin = "global-admin",
        /// Partner or customer: bills and agreements.
        BillingAdmin = "billing-admin",
        /// Partner: the organization's people.
        UserManagementAdmin = "user-management-admin",
        /// Customer: sees, decides nothing.
        Reader = "reader",
        /// Operator: runs the portal.
        OperatorAdmin = "operator-admin",
        /// Operator: sees everything, changes nothing.
        Auditor = "auditor",
    }
}
