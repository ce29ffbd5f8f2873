//! Letters: what is said to whom. Stored as facts and rendered when sent, so that no link is at rest (AB-13).

use serde::{Deserialize, Serialize};

use crate::{
    db::Timestamp,
    i18n::Lang,
    ids::{AccountLink, Delegation, Forward, Id, Invitation, Partnership, Relationship},
    services::Scope,
};

/// Whom a letter goes to.
#[derive(Debug, Clone)]
pub struct To {
    /// The address.
    pub email: String,
    /// The name, if it is known.
    pub name: Option<String>,
    /// The language it is written in.
    pub language: Lang,
}

/// The kinds of letter, each with the facts that it tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "kebab-case")]
pub enum Letter {
    /// To a new person: set up your account.
    AccountSetUp {
        /// The one-time link.
        link: Id<AccountLink>,
        /// The organization they become a member of.
        organization: String,
        /// How long the link lives.
        expires_at: Timestamp,
    },
    /// To somebody who forgot their password.
    PasswordReset {
        /// The one-time link.
        link: Id<AccountLink>,
        /// How long the link lives.
        expires_at: Timestamp,
    },
    /// To somebody whose password was changed just now (ASVS 6.3.7).
    PasswordChanged {},
    /// To somebody who registered: confirm your address.
    EmailConfirmation {
        /// The one-time link.
        link: Id<AccountLink>,
        /// How long the link lives.
        expires_at: Timestamp,
    },
    /// To a reseller: a provider offers a partnership. Must not look like a customer invitation.
    PartnershipInvitation {
        /// The partnership.
        partnership: Id<Partnership>,
        /// The link's turn.
        generation: i32,
        /// The provider.
        provider: String,
        /// Its partner ID.
        provider_id: String,
        /// How long it is open.
        expires_at: Timestamp,
    },
    /// To the provider: the reseller answered.
    PartnershipAnswered {
        /// The partnership.
        partnership: Id<Partnership>,
        /// The reseller.
        reseller: String,
        /// Whether it authorized.
        authorized: bool,
    },
    /// To the other side: the partnership ended (D20).
    PartnershipEnded {
        /// The partnership.
        partnership: Id<Partnership>,
        /// Who ended it.
        by: String,
    },
    /// To a reseller: an invitation was handed to you (D2).
    InvitationHandedOver {
        /// The invitation.
        invitation: Id<Invitation>,
        /// What its people call it.
        label: String,
        /// The provider.
        provider: String,
    },
    /// To a customer: the invitation itself.
    Invitation(Box<Offer>),
    /// To those who passed an invitation on: it was withdrawn (UX-20).
    InvitationRevoked {
        /// The invitation.
        invitation: Id<Invitation>,
        /// What its people call it.
        label: String,
        /// The provider.
        provider: String,
    },
    /// To the inviter: somebody came with a dead link and asks for a new one (UX-30).
    InvitationMissed {
        /// The invitation.
        invitation: Id<Invitation>,
        /// What its people call it.
        label: String,
        /// Who asks.
        asked_by: String,
    },
    /// To the inviter and to the reseller that forwarded it: accepted (D15).
    InvitationAccepted {
        /// The relationship.
        relationship: Id<Relationship>,
        /// The customer.
        customer: String,
        /// The receipt's reference.
        reference: String,
        /// How many delegations were granted with it.
        delegations: i64,
    },
    /// To the customer: the receipt (UX-36).
    Receipt {
        /// The partner.
        provider: String,
        /// The receipt's reference.
        reference: String,
        /// How many delegations were granted with it.
        delegations: i64,
    },
    /// To the inviter and to the reseller that forwarded it: declined (D16).
    InvitationDeclined {
        /// The invitation.
        invitation: Id<Invitation>,
        /// What its people call it.
        label: String,
        /// The customer.
        customer: String,
        /// Why, if it said so.
        reason: Option<String>,
    },
    /// To a chosen holder: consent or refuse (D12).
    DelegationAwaiting {
        /// The customer.
        customer: String,
        /// What it would let the holder do.
        scopes: Vec<Scope>,
        /// For how many days.
        days: i64,
    },
    /// To the customer and the owner of the relationship: the holder answered (D12).
    DelegationAnswered {
        /// The delegation.
        delegation: Id<Delegation>,
        /// The holder.
        holder: String,
        /// What it is for.
        scope: Scope,
        /// Whether it consented.
        consented: bool,
    },
    /// To the other parties: a delegation ended (D13, D18, D19).
    DelegationEnded {
        /// The delegation.
        delegation: Id<Delegation>,
        /// The customer.
        customer: String,
        /// The holder.
        holder: String,
        /// What it was for.
        scope: Scope,
        /// The word of the reason (`delegation-state-…`).
        reason: String,
    },
    /// To an organization's global admins: the operator changed its profile.
    OrganizationChanged {
        /// The organization, as it was called.
        organization: String,
        /// What was changed, as words of the trail (`audit-field-…`).
        fields: Vec<String>,
        /// Why.
        reason: String,
    },
    /// To an organization's global admins: suspended, or reinstated (D5).
    OrganizationState {
        /// The organization.
        organization: String,
        /// Whether it may act again.
        active: bool,
        /// Why.
        reason: Option<String>,
    },
}

/// An invitation as it is sent: everything its mail says, as frozen (D3, D6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The invitation.
    pub invitation: Id<Invitation>,
    /// The link's turn.
    pub generation: i32,
    /// The forward that passes it on.
    pub forward: Option<Id<Forward>>,
    /// The partner whose offer it is.
    pub provider: String,
    /// Its partner ID.
    pub provider_id: String,
    /// The reseller that passes it on, unless the provider itself does.
    pub forwarder: Option<String>,
    /// The two editable paragraphs (D3).
    pub paragraphs: [Option<String>; 2],
    /// The forwarder's own note, plain text.
    pub note: Option<String>,
    /// What is asked for.
    pub asks: Vec<Scope>,
    /// For how many days.
    pub days: i32,
    /// When it expires.
    pub expires_at: Option<Timestamp>,
}
