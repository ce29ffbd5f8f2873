//! Letters: what is said to whom. Stored as facts and rendered when sent, so that no link is at rest (AB-13).

mod facts;

pub use facts::{Ending, Offer, To, unwanted_digest};
use serde::{Deserialize, Serialize};

use crate::{
    db::Timestamp,
    ids::{AccountLink, Alarm, Delegation, Id, Invitation, Partnership, Relationship, Renewal, Request},
    services::Scope,
};

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
    /// To somebody with an account: an organization offers a membership.
    MembershipOffered {
        /// The organization.
        organization: String,
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
        /// How many delegations are left over.
        #[serde(default)]
        left_over: i64,
    },
    /// To a customer: the partnership of its provider and a holder has ended, and what the holder has stays (D20).
    DelegationsLeftOver {
        /// The provider.
        provider: String,
        /// The reseller that holds.
        reseller: String,
        /// Who ended the partnership.
        by: String,
        /// How many delegations of this customer are left over.
        delegations: i64,
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
    /// To a recipient that has not answered: a reminder, with the link of the last sending (UX-42).
    InvitationReminder {
        /// The invitation as it is now.
        offer: Box<Offer>,
        /// When it was sent last.
        sent_at: Timestamp,
    },
    /// To those who have an invitation: its terms changed (UX-45).
    InvitationRevised {
        /// The invitation.
        invitation: Id<Invitation>,
        /// What its people call it.
        label: String,
        /// The provider.
        provider: String,
        /// Asked for now and not before.
        added: Vec<Scope>,
        /// Asked for before and not now.
        removed: Vec<Scope>,
        /// The words of what changed besides: `days`, `holder`, `language`, `text`, `end`.
        others: Vec<String>,
    },
    /// To those who passed an invitation on: it was withdrawn (UX-20).
    InvitationRevoked {
        /// The invitation.
        invitation: Id<Invitation>,
        /// What its people call it.
        label: String,
        /// The provider.
        provider: String,
    },
    /// To those who have an invitation or passed it on: whether its links work changed (UX-20).
    InvitationLinkChanged {
        /// The invitation.
        invitation: Id<Invitation>,
        /// What its people call it.
        label: String,
        /// The provider.
        provider: String,
        /// `paused`, `resumed` or `rotated`.
        change: String,
    },
    /// To a reseller: what was handed to it was taken back (D2).
    InvitationTakenBack {
        /// What its people call it.
        label: String,
        /// The provider.
        provider: String,
    },
    /// To the inviter, and to those who have an invitation or passed it on: the operator stopped it (UX-22).
    InvitationStopped {
        /// The invitation.
        invitation: Id<Invitation>,
        /// What its people call it.
        label: String,
        /// Why.
        reason: String,
    },
    /// To a customer: the operator stopped an invitation that it had accepted; what it granted is its own to keep or end (D18).
    AcceptedInvitationStopped {
        /// Whose the invitation was.
        provider: String,
        /// The receipt's reference.
        reference: String,
        /// Why.
        reason: String,
    },
    /// To those who were told of a stop: the operator let the invitation go.
    InvitationStopLifted {
        /// The invitation.
        invitation: Id<Invitation>,
        /// What its people call it.
        label: String,
        /// Why.
        reason: String,
    },
    /// To a customer that had accepted it and was told of the stop.
    AcceptedInvitationStopLifted {
        /// Whose the invitation is.
        provider: String,
        /// The receipt's reference.
        reference: String,
        /// Why.
        reason: String,
    },
    /// To the operator: somebody reports an invitation (UX-22).
    InvitationReported {
        /// The report.
        alarm: Id<Alarm>,
        /// Whose the invitation is.
        provider: String,
        /// The word of why it was reported (`alarm-reason-…`).
        reason: String,
        /// In the reporter's words.
        words: String,
    },
    /// To the provider: a reseller asks for an invitation (UX-17).
    RequestMade {
        /// The request.
        request: Id<Request>,
        /// The reseller.
        reseller: String,
        /// For whom, or what a standing one is to be called.
        title: String,
        /// The reseller's note.
        note: Option<String>,
    },
    /// To provider and reseller: it was issued at once, under the policy.
    RequestIssuedByPolicy {
        /// The request.
        request: Id<Request>,
        /// The provider.
        provider: String,
        /// The reseller.
        reseller: String,
        /// For whom, or what it is called.
        title: String,
    },
    /// To the reseller: the provider answered its request.
    RequestAnswered {
        /// The request.
        request: Id<Request>,
        /// The provider.
        provider: String,
        /// For whom, or what it is called.
        title: String,
        /// Whether the invitation was issued.
        issued: bool,
        /// Why not.
        reason: Option<String>,
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
    /// To the inviter: the customer would accept something else (D16).
    CounterOffered {
        /// The invitation.
        invitation: Id<Invitation>,
        /// What its people call it.
        label: String,
        /// The customer.
        customer: String,
        /// What the customer would accept.
        asks: Vec<Scope>,
        /// For how many days at most.
        days: i32,
        /// The customer's own words.
        note: Option<String>,
    },
    /// To both sides: what became of a counter-offer (D16).
    CounterClosed {
        /// The invitation to look at now: the agreed one, or the first.
        invitation: Id<Invitation>,
        /// Whether the customer reads it, or the inviter.
        to_customer: bool,
        /// The customer.
        customer: String,
        /// The inviter.
        provider: String,
        /// `agreed`, `refused` or `withdrawn`.
        outcome: String,
        /// Why it was refused.
        reason: Option<String>,
    },
    /// To a customer's global admin: a colleague asks for a decision (UX-28).
    RequestHandedOver {
        /// The invitation.
        invitation: Id<Invitation>,
        /// The colleague.
        by: String,
        /// Whose offer it is.
        provider: String,
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
    /// To the other parties: a customer removed everything that a partner had (D18).
    DelegationsEnded {
        /// The customer.
        customer: String,
        /// The holder.
        holder: String,
        /// What they were for.
        scopes: Vec<Scope>,
    },
    /// To both sides: a delegation extended itself (D21, UX-45).
    DelegationExtended {
        /// The delegation.
        delegation: Id<Delegation>,
        /// The customer.
        customer: String,
        /// The holder.
        holder: String,
        /// What it is for.
        scope: Scope,
        /// By how many days.
        days: i64,
        /// Until when it lasts now.
        until: Timestamp,
    },
    /// To the other side: one side agreed to a delegation's extending itself, or took that back (D21).
    ExtensionSpoken {
        /// The delegation.
        delegation: Id<Delegation>,
        /// The customer.
        customer: String,
        /// The holder.
        holder: String,
        /// Whose word it is.
        by: String,
        /// What it is for.
        scope: Scope,
        /// `waits` for the reader's own word, `agreed` by both, or `withdrawn`.
        outcome: String,
        /// When it ends, or extends itself before.
        until: Timestamp,
    },
    /// To both sides, once: a delegation does not extend itself although both agreed (D21).
    ExtensionRefused {
        /// The delegation.
        delegation: Id<Delegation>,
        /// The customer.
        customer: String,
        /// The holder.
        holder: String,
        /// What it is for.
        scope: Scope,
        /// When it ends.
        until: Timestamp,
        /// The word of what stands in the way (`extensions-refused-…`).
        hindrance: String,
    },
    /// To one side, once a day at most: what ends soon, and what is over (D21).
    DelegationsEnding {
        /// The ends, the first of them first.
        endings: Vec<Ending>,
        /// How many more there are.
        more: i64,
    },
    /// To the customer and the partners concerned: an offer to renew a delegation (D21).
    RenewalOffered {
        /// The renewal.
        renewal: Id<Renewal>,
        /// The customer.
        customer: String,
        /// Who would go on.
        holder: String,
        /// Who offers it.
        by: String,
        /// What it is for.
        scope: Scope,
        /// For how many days.
        days: i64,
        /// When the delegation ends, until which it can be answered.
        until: Timestamp,
    },
    /// To the customer and the partners concerned: the customer answered (D21).
    RenewalAnswered {
        /// The delegation that it became, or the one that goes on to its end.
        delegation: Id<Delegation>,
        /// The customer.
        customer: String,
        /// Who goes on, or does not.
        holder: String,
        /// What it is for.
        scope: Scope,
        /// For how many days.
        days: i64,
        /// Whether it was accepted.
        accepted: bool,
    },
    /// To the others who were told of an offer to renew: whoever prepared it took it back (D21).
    RenewalWithdrawn {
        /// The delegation that goes on to its end.
        delegation: Id<Delegation>,
        /// The customer.
        customer: String,
        /// Who would have gone on.
        holder: String,
        /// Who took it back.
        by: String,
        /// What it is for.
        scope: Scope,
        /// When it ends.
        until: Timestamp,
    },
    /// To the customer, to whoever supports a subscription now, and to whoever did before: the seller chose (D14).
    SupportContactChosen {
        /// The relationship it was sold under.
        relationship: Id<Relationship>,
        /// Whether the customer reads it, or a partner.
        to_customer: bool,
        /// The customer.
        customer: String,
        /// The seller.
        seller: String,
        /// Who supports it from now on.
        contact: String,
        /// In which service.
        service: String,
    },
    /// To the customer, the holders and the owner: a relationship was removed, and delegations ended with it (D19).
    RelationshipEnded {
        /// The relationship.
        relationship: Id<Relationship>,
        /// The customer.
        customer: String,
        /// The partner that owned it.
        provider: String,
        /// What ended with it, as far as it is the reader's.
        scopes: Vec<Scope>,
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
