//! What can be recorded.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    db::{Timestamp, text_enum},
    ids::{Delegation, Id, Invitation, Organization, Partnership, Relationship, User},
};

text_enum! {
    /// The kinds of event; the catalogue has a sentence for each (`audit-event-…`).
    ///
    /// # Details
    /// The sentence of a kind puts in what stands in [`Event::with`] under these keys. Names are names at the time;
    /// `service`, `purpose`, `way`, `kind`, `agent` and `admin` are the words of the domain as in the database and are
    /// shown in the reader's language; `days`, `delegations` are numbers; a missing key is shown as "not recorded".
    ///
    /// | kinds | keys |
    /// |---|---|
    /// | `account-invited`, `account-set-up`, `membership-ended`, `membership-refused`, `membership-withdrawn` | `person` |
    /// | `membership-changed` | `person`, `agent`, `admin` (the settings from now on) |
    /// | `organization-registered` | `organization`, `kind` |
    /// | `organization-suspended` | `organization`, `reason` |
    /// | `organization-reinstated` | `organization`, `reason` |
    /// | `organization-changed` | `organization`, `changes` ([`Change`]), `reason` (the operator's) |
    /// | `domain-confirmed` | `organization`, `domain` |
    /// | `partnership-invited`, `partnership-withdrawn` | `recipient` (the address) |
    /// | `partnership-authorized`, `partnership-refused` | `provider`, `reseller` |
    /// | `partnership-ended` | `provider`, `reseller`, `invitations` (how many were taken back) |
    /// | `invitation-created` | `label`, `kind` |
    /// | `invitation-handed-over`, `invitation-taken-back` | `label`, `reseller` |
    /// | `invitation-forwarded` | `way`, `recipient` (the address; only if known) |
    /// | `invitation-paused`, `-resumed`, `-rotated`, `-revoked`, `-reminders-on`, `-reminders-off` | `label` |
    /// | `invitation-revised` | `label`, `revision` (its number) |
    /// | `invitation-corrected` | `label`, `recipient` (the address from now on) |
    /// | `invitation-reminded` | `recipient` (the address) |
    /// | `invitation-opened`, `invitation-misdirected` | `customer` |
    /// | `invitation-accepted` | `customer`, `reference` |
    /// | `invitation-declined` | `customer`, `reason` (only if given) |
    /// | `counter-offer-made` | `customer`, `days` |
    /// | `counter-offer-agreed` | `customer`, `provider` |
    /// | `counter-offer-refused` | `customer`, `provider`, `reason` |
    /// | `counter-offer-withdrawn` | `customer` |
    /// | `request-handed-over` | `person` (who was asked); concerns the customer alone |
    /// | `invitation-stopped`, `invitation-stop-lifted` | `label`, `reason` |
    /// | `invitation-reported` | `provider` |
    /// | `alarm-closed`, `alarm-reopened` | `provider`, `reason` |
    /// | `request-made`, `-issued`, `-issued-by-policy`, `-withdrawn` | `label`, `provider`, `reseller` |
    /// | `request-refused` | `label`, `provider`, `reseller`, `reason` |
    /// | `policy-set` | `provider`, `reseller` |
    /// | `mail-retried`, `mail-returned` | `recipient` (the address) |
    /// | `service-added`, `-retired`, `-returned` | `service` |
    /// | `service-changed` | `service`, `changes` |
    /// | `agreement-published` | `version` |
    /// | `list-exported` | `list`, `filters` (as they stand in the address) |
    /// | `relationship-started`, `relationship-ended` | `customer`, `provider` |
    /// | `delegation-granted` | `customer`, `holder`, `service`, `purpose`, `days` |
    /// | `delegation-replaced` | `customer`, `holder` (who loses it), `by` (who has it now), `service`, `purpose` |
    /// | `delegation-extension-agreed`, `-withdrawn`, `renewal-withdrawn` | `by` (whose word it is), `customer`, `holder`, `service`, `purpose` |
    /// | `delegation-extended`, `renewal-accepted` | `customer`, `holder`, `service`, `purpose`, `days` |
    /// | `delegation-used` | `customer`, `holder`, `service`, `purpose`, `reason` |
    /// | `renewal-prepared` | `by`, `customer`, `holder`, `service`, `purpose`, `days` |
    /// | `support-contact-chosen` | `customer`, `holder` (who supports from now on), `service` |
    /// | `import-confirmed`, `import-done`, `import-failed` | `file`, `count` (rows) |
    /// | the other `delegation-…`, `renewal-…` | `customer`, `holder`, `service`, `purpose` |
    ///
    /// The other kinds need none. A `label` is the inviter's own word: never put it into an event that concerns a customer.
    Kind {
        /// Somebody signed in (`authn_login_success`).
        SignedIn = "signed-in",
        /// Somebody tried to (`authn_login_fail`).
        SignInFailed = "sign-in-failed",
        /// Somebody signed out.
        SignedOut = "signed-out",
        /// A session was ended from the list of sessions.
        SessionEnded = "session-ended",
        /// A new password was asked for.
        ResetAsked = "reset-asked",
        /// A password was changed (`authn_password_change`).
        PasswordChanged = "password-changed",
        /// A person was offered a membership, and an account if they had none (`user_created`).
        AccountInvited = "account-invited",
        /// A person set up their account.
        AccountSetUp = "account-set-up",
        /// An address was confirmed.
        EmailConfirmed = "email-confirmed",
        /// A person's settings in an organization changed (`privilege_permissions_changed`).
        MembershipChanged = "membership-changed",
        /// A person left an organization.
        MembershipEnded = "membership-ended",
        /// A person did not want the membership that they were offered.
        MembershipRefused = "membership-refused",
        /// An organization took such an offer back.
        MembershipWithdrawn = "membership-withdrawn",
        /// An organization was registered.
        OrganizationRegistered = "organization-registered",
        /// An organization was suspended (D5).
        OrganizationSuspended = "organization-suspended",
        /// An organization was reinstated (D5).
        OrganizationReinstated = "organization-reinstated",
        /// Something of an organization's profile was changed, by itself or by the operator.
        OrganizationChanged = "organization-changed",
        /// The operator confirmed the domain that an organization says is its own.
        DomainConfirmed = "domain-confirmed",
        /// A provider invited a reseller to a partnership.
        PartnershipInvited = "partnership-invited",
        /// The reseller authorized it.
        PartnershipAuthorized = "partnership-authorized",
        /// The reseller refused it.
        PartnershipRefused = "partnership-refused",
        /// The provider withdrew the invitation.
        PartnershipWithdrawn = "partnership-withdrawn",
        /// One side ended the partnership (D20).
        PartnershipEnded = "partnership-ended",
        /// An invitation was created.
        InvitationCreated = "invitation-created",
        /// It was handed to a reseller (D2).
        InvitationHandedOver = "invitation-handed-over",
        /// It was taken back from a reseller.
        InvitationTakenBack = "invitation-taken-back",
        /// It was passed on.
        InvitationForwarded = "invitation-forwarded",
        /// It was paused.
        InvitationPaused = "invitation-paused",
        /// It was resumed.
        InvitationResumed = "invitation-resumed",
        /// It got a new link; older ones are dead.
        InvitationRotated = "invitation-rotated",
        /// Its terms changed: it has a new revision (D6).
        InvitationRevised = "invitation-revised",
        /// Its mail came back, its address was corrected, and it was sent again (UX-44).
        InvitationCorrected = "invitation-corrected",
        /// Its recipient was reminded (UX-42).
        InvitationReminded = "invitation-reminded",
        /// Its people want its recipient reminded.
        InvitationRemindersOn = "invitation-reminders-on",
        /// Its people want its recipient reminded no more.
        InvitationRemindersOff = "invitation-reminders-off",
        /// Its recipient wants no more reminders.
        InvitationRemindersRefused = "invitation-reminders-refused",
        /// It was revoked.
        InvitationRevoked = "invitation-revoked",
        /// The operator stopped it (UX-22).
        InvitationStopped = "invitation-stopped",
        /// The operator let it go again.
        InvitationStopLifted = "invitation-stop-lifted",
        /// A customer's person came to it, signed in.
        InvitationOpened = "invitation-opened",
        /// A customer accepted it (D10).
        InvitationAccepted = "invitation-accepted",
        /// A customer declined it (D16).
        InvitationDeclined = "invitation-declined",
        /// A customer made a counter-offer (D16).
        CounterOfferMade = "counter-offer-made",
        /// The inviter agreed to it.
        CounterOfferAgreed = "counter-offer-agreed",
        /// The inviter refused it.
        CounterOfferRefused = "counter-offer-refused",
        /// The customer took it back, or answered the invitation itself.
        CounterOfferWithdrawn = "counter-offer-withdrawn",
        /// A customer's person asked a colleague to decide (UX-28).
        RequestHandedOver = "request-handed-over",
        /// Somebody came to an addressed invitation with an account that it is not meant for (`authn_token_reuse`).
        InvitationMisdirected = "invitation-misdirected",
        /// Somebody with a dead link asked for a new one.
        InvitationMissed = "invitation-missed",
        /// Somebody reported it to the operator (UX-22).
        InvitationReported = "invitation-reported",
        /// The operator found a report unfounded.
        AlarmClosed = "alarm-closed",
        /// The operator took a report up again that it had decided.
        AlarmReopened = "alarm-reopened",
        /// A reseller asked its provider for an invitation (UX-17).
        RequestMade = "request-made",
        /// The invitation was issued by an answer of the provider.
        RequestIssued = "request-issued",
        /// The invitation was issued at once, under the provider's policy.
        RequestIssuedByPolicy = "request-issued-by-policy",
        /// The provider refused a request.
        RequestRefused = "request-refused",
        /// The reseller withdrew its request.
        RequestWithdrawn = "request-withdrawn",
        /// A provider set the policy for a reseller's requests.
        PolicySet = "policy-set",
        /// A relationship began (D15).
        RelationshipStarted = "relationship-started",
        /// A relationship was removed (D19).
        RelationshipEnded = "relationship-ended",
        /// A customer granted a delegation.
        DelegationGranted = "delegation-granted",
        /// The holder consented (D12).
        DelegationConsented = "delegation-consented",
        /// The holder refused (D12).
        DelegationRefused = "delegation-refused",
        /// The customer removed it (D18).
        DelegationRemoved = "delegation-removed",
        /// The holder gave it up.
        DelegationGivenUp = "delegation-given-up",
        /// Another transacting partner's took its place (D13).
        DelegationReplaced = "delegation-replaced",
        /// Its time was over (D21).
        DelegationExpired = "delegation-expired",
        /// One side agreed to its extending itself (D21).
        DelegationExtensionAgreed = "delegation-extension-agreed",
        /// One side took that back.
        DelegationExtensionWithdrawn = "delegation-extension-withdrawn",
        /// It extended itself (D21).
        DelegationExtended = "delegation-extended",
        /// Somebody of the holder used it: administered on behalf of the customer (D25).
        DelegationUsed = "delegation-used",
        /// A partner offered to renew it (D21).
        RenewalPrepared = "renewal-prepared",
        /// The customer accepted that.
        RenewalAccepted = "renewal-accepted",
        /// The customer declined it.
        RenewalDeclined = "renewal-declined",
        /// The partner took the offer back.
        RenewalWithdrawn = "renewal-withdrawn",
        /// The delegation ended before the offer was answered.
        RenewalLapsed = "renewal-lapsed",
        /// Somebody switched their calendar of ends on, or gave it another link.
        CalendarOpened = "calendar-opened",
        /// Somebody switched it off.
        CalendarClosed = "calendar-closed",
        /// It ended with the relationship that it stood under (D19).
        DelegationClosed = "delegation-closed",
        /// The seller of a subscription chose who supports it.
        SupportContactChosen = "support-contact-chosen",
        /// The operator let a checked file of subscriptions be imported.
        ImportConfirmed = "import-confirmed",
        /// The portal finished importing it.
        ImportDone = "import-done",
        /// The portal gave an import up whose rows failed again and again.
        ImportFailed = "import-failed",
        /// The operator let a mail that was given up be tried anew.
        MailRetried = "mail-retried",
        /// The operator noted that a mail which had been sent came back (UX-44).
        MailReturned = "mail-returned",
        /// A service came into the catalogue.
        ServiceAdded = "service-added",
        /// Something of it was changed.
        ServiceChanged = "service-changed",
        /// It can no longer be asked for.
        ServiceRetired = "service-retired",
        /// It can be asked for again.
        ServiceReturned = "service-returned",
        /// A version of the customer agreement was published (D17).
        AgreementPublished = "agreement-published",
        /// Somebody looked through the chains of the trail (UX-48).
        TrailVerified = "trail-verified",
        /// A list was taken out of the portal as a file (UX-47).
        ListExported = "list-exported",
    }
}

text_enum! {
    /// What the events of a kind are about, for whoever reads the trail.
    Thing {
        /// People and their accounts.
        People = "people",
        /// Organizations.
        Organizations = "organizations",
        /// Partnerships.
        Partnerships = "partnerships",
        /// Invitations.
        Invitations = "invitations",
        /// Relationships.
        Relationships = "relationships",
        /// Delegations.
        Delegations = "delegations",
        /// The catalogue, agreements, mail, the trail itself.
        Portal = "portal",
    }
}

impl Kind {
    /// What it is about: its first word says.
    pub fn thing(self) -> Thing {
        match self.key().split('-').next().unwrap_or_default() {
            "organization" => Thing::Organizations,
            "partnership" | "policy" => Thing::Partnerships,
            "invitation" | "counter" | "request" | "alarm" => Thing::Invitations,
            "relationship" => Thing::Relationships,
            "delegation" | "renewal" => Thing::Delegations,
            "signed" | "sign" | "session" | "reset" | "password" | "account" | "email" | "membership" => Thing::People,
            _ => Thing::Portal,
        }
    }
}

/// One thing that was changed, from what to what; an event's detail `changes` is a list of them. The catalogue has a word for
/// each (`audit-field-…`).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Change {
    what: &'static str,
    from: String,
    to: String,
}

impl Change {
    /// The change, if there was one; nothing and "" are the same.
    pub fn of(what: &'static str, from: Option<&str>, to: Option<&str>) -> Option<Self> {
        let (from, to) = (from.unwrap_or_default().to_owned(), to.unwrap_or_default().to_owned());
        (from != to).then_some(Self { what, from, to })
    }

    /// What was changed.
    pub fn what(&self) -> &'static str {
        self.what
    }
}

/// One fact to be recorded.
#[derive(Debug, Clone)]
pub struct Event {
    pub(super) kind: Kind,
    pub(super) by: Option<(Option<Id<User>>, Option<Id<Organization>>)>,
    pub(super) chain: Option<Uuid>,
    pub(super) concerned: Vec<Id<Organization>>,
    pub(super) partnership: Option<Id<Partnership>>,
    pub(super) invitation: Option<Id<Invitation>>,
    pub(super) relationship: Option<Id<Relationship>>,
    pub(super) delegation: Option<Id<Delegation>>,
    pub(super) details: Value,
    pub(super) at: Option<Timestamp>,
}

impl Event {
    /// An event by whoever is asking, in the chain of their organization, concerning it.
    pub fn new(kind: Kind) -> Self {
        Self {
            kind,
            by: None,
            chain: None,
            concerned: Vec::new(),
            partnership: None,
            invitation: None,
            relationship: None,
            delegation: None,
            details: json!({}),
            at: None,
        }
    }

    /// An event by somebody the transaction does not know yet (they are just signing in) or by the portal itself.
    pub fn by(self, user: Option<Id<User>>, org: Option<Id<Organization>>) -> Self {
        Self { by: Some((user, org)), ..self }
    }

    /// Other organizations that may read it.
    pub fn concerning(mut self, orgs: impl IntoIterator<Item = impl Into<Id<Organization>>>) -> Self {
        self.concerned.extend(orgs.into_iter().map(Into::into));
        self
    }

    /// It is about a partnership.
    pub fn partnership(self, id: Id<Partnership>) -> Self {
        Self { partnership: Some(id), ..self }
    }

    /// It is about an invitation.
    pub fn invitation(self, id: Id<Invitation>) -> Self {
        Self { invitation: Some(id), ..self }
    }

    /// It is about a relationship.
    pub fn relationship(self, id: Id<Relationship>) -> Self {
        Self { relationship: Some(id), ..self }
    }

    /// It is about a delegation.
    pub fn delegation(self, id: Id<Delegation>) -> Self {
        Self { delegation: Some(id), ..self }
    }

    /// What else is worth knowing: names, numbers, words of the domain; nothing secret.
    pub fn with(self, details: Value) -> Self {
        Self { details, ..self }
    }

    /// It happened then: only for the invented past of the show-case; real events take the database's clock.
    pub(crate) fn at(self, at: Timestamp) -> Self {
        Self { at: Some(at), ..self }
    }

    /// Somebody signed in.
    pub fn signed_in(user: Id<User>, org: Option<Id<Organization>>) -> Self {
        Self::new(Kind::SignedIn).by(Some(user), org)
    }

    /// Somebody tried to sign in; the address stands as a digest, for it may be a password typed into the wrong field.
    pub fn sign_in_failed(email: &str) -> Self {
        let digest = super::digest(email);
        let chain = Uuid::new_v8(<sha2::Sha256 as sha2::Digest>::digest(email.as_bytes())[..16].try_into().unwrap_or_default());
        Self { chain: Some(chain), ..Self::new(Kind::SignInFailed).by(None, None).with(json!({ "account": digest })) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_different_is_a_change() {
        assert_eq!(Change::of("name", Some("A"), Some("A")), None);
        assert_eq!(Change::of("domain", None, Some("")), None);
        let change = Change::of("domain", None, Some("a.example")).unwrap();
        assert_eq!(serde_json::json!(change), json!({ "what": "domain", "from": "", "to": "a.example" }));
    }

    #[test]
    fn every_kind_is_about_something() {
        assert_eq!(Kind::DelegationGranted.thing(), Thing::Delegations);
        assert_eq!(Kind::SignInFailed.thing(), Thing::People);
        assert_eq!(Kind::CounterOfferMade.thing(), Thing::Invitations);
        assert_eq!(Kind::RenewalPrepared.thing(), Thing::Delegations);
        assert_eq!(Kind::ListExported.thing(), Thing::Portal);
        for thing in Thing::ALL {
            assert!(Kind::ALL.iter().any(|kind| kind.thing() == *thing), "nothing is about {thing}");
        }
    }
}
