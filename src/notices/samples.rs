//! One letter of each kind, for tests: a new kind that has none does not compile.

use chrono::{TimeZone, Utc};

use super::{Letter, Offer};
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

fn at() -> crate::db::Timestamp {
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
    let mut all = vec![
        Letter::AccountSetUp { link: Id::new(), organization: "Contoso Cloud".to_owned(), expires_at: at() },
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
        Letter::PartnershipEnded { partnership: Id::new(), by: provider() },
        Letter::InvitationHandedOver { invitation: Id::new(), label: label(), provider: provider() },
        Letter::Invitation(Box::new(offer())),
        Letter::InvitationRevoked { invitation: Id::new(), label: label(), provider: provider() },
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
        Letter::DelegationAwaiting { customer: customer(), scopes: offer().asks, days: 180 },
        Letter::DelegationAnswered { delegation: Id::new(), holder: "Adventure Works".to_owned(), scope: support(), consented: true },
        Letter::DelegationAnswered { delegation: Id::new(), holder: "Adventure Works".to_owned(), scope: support(), consented: false },
        Letter::OrganizationChanged {
            organization: provider(),
            fields: vec!["name".to_owned(), "contact".to_owned()],
            reason: "The company has a new name".to_owned(),
        },
        Letter::OrganizationState { organization: provider(), active: false, reason: Some("Not paid".to_owned()) },
        Letter::OrganizationState { organization: provider(), active: true, reason: None },
    ];
    all.extend(["expired", "removed", "given-up", "replaced", "relationship-ended", "refused"].map(ended));
    all
}
