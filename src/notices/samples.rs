//! One letter of each kind, for tests: a new kind that has none does not compile.

use chrono::{TimeZone, Utc};

use super::{Ending, Letter, Offer};
use crate::{
    ids::Id,
    keys::Keys,
    services::{Kind, Purpose, Scope, Service},
};

pub(super) fn keys() -> Keys {
    Keys::derive(b"thirty-two bytes of a test's secret")
}

pub(super) fn services() -> Vec<Service> {
    [("exchange-online", "Exchange Online"), ("intune", "Intune"), ("azure", "Azure")]
        .map(|(code, name)| Service {
            code: code.to_owned(),
            kind: Kind::Licence,
            name_en: name.to_owned(),
            name_zh: name.to_owned(),
            name_ru: name.to_owned(),
            retired: false,
        })
        .to_vec()
}

pub(super) fn scope(service: &str, purpose: Purpose) -> Scope {
    Scope { service: service.to_owned(), purpose }
}

pub(super) fn offer() -> Offer {
    Offer {
        invitation: uuid::Uuid::from_u128(1).into(),
        revision: 1,
        generation: 2,
        forward: Some(uuid::Uuid::from_u128(2).into()),
        provider: "Northwind Traders".to_owned(),
        provider_id: "5100001".to_owned(),
        forwarder: Some("Contoso Cloud".to_owned()),
        paragraphs: [
            Some("Dear customer,\nyou bought Exchange Online from 21Vianet.".to_owned()),
            Some("We would like to look after it for you.".to_owned()),
        ],
        note: Some("Hello Min,\nthis is what we talked about.".to_owned()),
        asks: vec![
            scope("azure", Purpose::Support),
            scope("exchange-online", Purpose::Support),
            scope("exchange-online", Purpose::Provisioning),
        ],
        days: 365,
        expires_at: Some(at()),
    }
}

pub(super) fn at() -> crate::db::Timestamp {
    Utc.with_ymd_and_hms(2026, 12, 22, 10, 0, 0).unwrap()
}

/// Every kind of letter at least once, in the order of the declaration.
pub(super) fn letters() -> Vec<Letter> {
    let (label, provider) = (|| "Spring offer".to_owned(), || "Northwind Traders".to_owned());
    let (customer, reference, support) = (|| "Fabrikam".to_owned(), || "M-7K2P-9QRX".to_owned(), || scope("intune", Purpose::Support));
    let ended = |reason: &str| Letter::DelegationEnded {
        delegation: Id::new(),
        customer: customer(),
        holder: "Adventure Works".to_owned(),
        scope: support(),
        reason: reason.to_owned(),
    };
    let ending =
        |extends, over| Ending { customer: customer(), holder: "Adventure Works".to_owned(), scope: support(), at: at(), extends, over };
    let refused = |hindrance: &str| Letter::ExtensionRefused {
        delegation: Id::new(),
        customer: customer(),
        holder: "Adventure Works".to_owned(),
        scope: support(),
        until: at(),
        hindrance: hindrance.to_owned(),
    };
    let mut all = vec![
        Letter::AccountSetUp { link: Id::new(), organization: "Contoso Cloud".to_owned(), expires_at: at() },
        Letter::MembershipOffered { organization: "Contoso Cloud".to_owned() },
        Letter::PasswordReset { link: Id::new(), expires_at: at() },
        Letter::PasswordChanged {},
        Letter::EmailConfirmation { link: Id::new(), expires_at: at() },
        Letter::PartnershipInvitation {
            partnership: Id::new(),
            generation: 1,
            provider: provider(),
            provider_id: "5100001".to_owned(),
            expires_at: at(),
        },
        Letter::PartnershipAnswered { partnership: Id::new(), reseller: "Contoso Cloud".to_owned(), authorized: true },
        Letter::PartnershipAnswered { partnership: Id::new(), reseller: "Contoso Cloud".to_owned(), authorized: false },
        Letter::PartnershipEnded { partnership: Id::new(), by: provider(), left_over: 2 },
        Letter::DelegationsLeftOver { provider: provider(), reseller: "Contoso Cloud".to_owned(), by: provider(), delegations: 1 },
        Letter::InvitationHandedOver { invitation: Id::new(), label: label(), provider: provider() },
        Letter::Invitation(Box::new(offer())),
        Letter::InvitationReminder { offer: Box::new(offer()), sent_at: at() },
        Letter::InvitationReminder { offer: Box::new(Offer { forwarder: None, asks: Vec::new(), ..offer() }), sent_at: at() },
        Letter::InvitationRevised {
            invitation: Id::new(),
            label: label(),
            provider: provider(),
            added: offer().asks,
            removed: vec![support()],
            others: ["days", "holder", "language", "text", "end"].map(str::to_owned).to_vec(),
        },
        Letter::InvitationRevoked { invitation: Id::new(), label: label(), provider: provider() },
        Letter::InvitationTakenBack { label: label(), provider: provider() },
        Letter::InvitationStopped { invitation: Id::new(), label: label(), reason: "Nobody there knows the sender.".to_owned() },
        Letter::AcceptedInvitationStopped {
            provider: provider(),
            reference: "M-2345-6789".to_owned(),
            reason: "Nobody there knows the sender.".to_owned(),
        },
        Letter::InvitationStopLifted { invitation: Id::new(), label: label(), reason: "They are who they say.".to_owned() },
        Letter::AcceptedInvitationStopLifted {
            provider: provider(),
            reference: "M-2345-6789".to_owned(),
            reason: "They are who they say.".to_owned(),
        },
        Letter::InvitationReported {
            alarm: Id::new(),
            provider: provider(),
            reason: "pretended".to_owned(),
            words: "This is not the partner\nthat we know.".to_owned(),
        },
        Letter::RequestMade {
            request: Id::new(),
            reseller: "Contoso Cloud".to_owned(),
            title: customer(),
            note: Some("They called.".to_owned()),
        },
        Letter::RequestMade { request: Id::new(), reseller: "Contoso Cloud".to_owned(), title: customer(), note: None },
        Letter::RequestIssuedByPolicy { request: Id::new(), provider: provider(), reseller: "Contoso Cloud".to_owned(), title: customer() },
        Letter::RequestAnswered { request: Id::new(), provider: provider(), title: customer(), issued: true, reason: None },
        Letter::RequestAnswered {
            request: Id::new(),
            provider: provider(),
            title: customer(),
            issued: false,
            reason: Some("Too much at once.".to_owned()),
        },
        Letter::InvitationMissed { invitation: Id::new(), label: label(), asked_by: "it@fabrikam.cn".to_owned() },
        Letter::InvitationAccepted { relationship: Id::new(), customer: customer(), reference: reference(), delegations: 2 },
        Letter::Receipt { provider: provider(), reference: reference(), delegations: 0 },
        Letter::InvitationDeclined {
            invitation: Id::new(),
            label: label(),
            customer: customer(),
            reason: Some("Not now.\nAsk again.".to_owned()),
        },
        Letter::InvitationDeclined { invitation: Id::new(), label: label(), customer: customer(), reason: None },
        Letter::CounterOffered {
            invitation: Id::new(),
            label: label(),
            customer: customer(),
            asks: offer().asks,
            days: 90,
            note: Some("Rather\nless".to_owned()),
        },
        Letter::CounterOffered { invitation: Id::new(), label: label(), customer: customer(), asks: Vec::new(), days: 90, note: None },
        Letter::RequestHandedOver { invitation: Id::new(), by: "Shen Ke".to_owned(), provider: provider() },
        Letter::DelegationAwaiting { customer: customer(), scopes: offer().asks, days: 180 },
        Letter::DelegationAnswered { delegation: Id::new(), holder: "Adventure Works".to_owned(), scope: support(), consented: true },
        Letter::DelegationAnswered { delegation: Id::new(), holder: "Adventure Works".to_owned(), scope: support(), consented: false },
        Letter::DelegationExtended {
            delegation: Id::new(),
            customer: customer(),
            holder: "Adventure Works".to_owned(),
            scope: support(),
            days: 180,
            until: at(),
        },
        refused("everything"),
        refused("suspended"),
        refused("rival"),
        Letter::DelegationsEnding { endings: vec![ending(false, false), ending(true, false), ending(false, true)], more: 2 },
        Letter::DelegationsEnding { endings: vec![ending(false, true)], more: 0 },
        Letter::RenewalOffered {
            renewal: Id::new(),
            customer: customer(),
            holder: "Adventure Works".to_owned(),
            by: provider(),
            scope: support(),
            days: 365,
            until: at(),
        },
        Letter::RenewalAnswered {
            delegation: Id::new(),
            customer: customer(),
            holder: "Adventure Works".to_owned(),
            scope: support(),
            days: 21,
            accepted: true,
        },
        Letter::RenewalAnswered {
            delegation: Id::new(),
            customer: customer(),
            holder: "Adventure Works".to_owned(),
            scope: support(),
            days: 21,
            accepted: false,
        },
        Letter::RenewalWithdrawn {
            delegation: Id::new(),
            customer: customer(),
            holder: "Adventure Works".to_owned(),
            by: provider(),
            scope: support(),
            until: at(),
        },
        Letter::RelationshipEnded { relationship: Id::new(), customer: customer(), provider: provider(), scopes: offer().asks },
        Letter::RelationshipEnded { relationship: Id::new(), customer: customer(), provider: provider(), scopes: Vec::new() },
        Letter::OrganizationChanged {
            organization: provider(),
            fields: vec!["name".to_owned(), "contact".to_owned()],
            reason: "The company has a new name".to_owned(),
        },
        Letter::OrganizationState { organization: provider(), active: false, reason: Some("Not paid".to_owned()) },
        Letter::OrganizationState { organization: provider(), active: true, reason: None },
    ];
    all.push(Letter::DelegationsEnded { customer: customer(), holder: "Adventure Works".to_owned(), scopes: offer().asks });
    all.extend(["paused", "resumed", "rotated"].map(|change| Letter::InvitationLinkChanged {
        invitation: Id::new(),
        label: label(),
        provider: provider(),
        change: change.to_owned(),
    }));
    all.extend(["waits", "agreed", "withdrawn"].map(|outcome| Letter::ExtensionSpoken {
        delegation: Id::new(),
        customer: customer(),
        holder: "Adventure Works".to_owned(),
        by: customer(),
        scope: support(),
        outcome: outcome.to_owned(),
        until: at(),
    }));
    all.extend([true, false].map(|to_customer| Letter::SupportContactChosen {
        relationship: Id::new(),
        to_customer,
        customer: customer(),
        seller: provider(),
        contact: "Adventure Works".to_owned(),
        service: "exchange-online".to_owned(),
    }));
    let closed = |outcome: &str, to_customer| Letter::CounterClosed {
        invitation: Id::new(),
        to_customer,
        customer: customer(),
        provider: provider(),
        outcome: outcome.to_owned(),
        reason: (outcome == "refused").then(|| "Too little".to_owned()),
    };
    all.extend(["agreed", "refused", "withdrawn"].into_iter().flat_map(|outcome| [closed(outcome, true), closed(outcome, false)]));
    all.extend(["expired", "removed", "given-up", "replaced", "relationship-ended", "refused"].map(ended));
    all
}
