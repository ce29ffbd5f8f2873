//! The rules of choosing, one by one.

use chrono::TimeDelta;

use super::*;
use crate::{
    ids::Provider,
    invitations::{self, Kind as InvitationKind},
    services,
};

fn party(name: &str, kind: Kind) -> Party {
    Party {
        id: Id::new(),
        kind,
        name: name.to_owned(),
        partner_id: Some("4417203".to_owned()).filter(|_| kind.is_partner()),
        domain: None,
        country: "CN".to_owned(),
        state: State::Active,
    }
}

fn scope(service: &str, purpose: Purpose) -> Scope {
    Scope { service: service.to_owned(), purpose }
}

fn service(code: &str) -> Service {
    let name = code.to_owned();
    Service {
        code: code.to_owned(),
        kind: services::Kind::Licence,
        name_en: name.clone(),
        name_zh: name.clone(),
        name_ru: name,
        retired: false,
    }
}

/// Northwind asks Fabrikam for Exchange and Intune, for a year; Contoso passed it on; Adventure Works is a stranger to Northwind.
struct World {
    request: Request,
    contoso: Party,
    adventure_works: Party,
}

fn world() -> World {
    let now = chrono::Utc::now();
    let northwind = party("Northwind", Kind::IndirectProvider);
    let contoso = party("Contoso", Kind::IndirectReseller);
    let adventure_works = party("Adventure Works", Kind::IndirectReseller);
    let inviter: Id<Provider> = northwind.id.known_as();
    let invitation = Invitation {
        id: Id::new(),
        inviter,
        kind: InvitationKind::Standing,
        label: "Spring".to_owned(),
        language: Lang::En,
        days: 365,
        paragraphs: [None, None],
        suggested_holder: None,
        recipient: None,
        state: invitations::State::Open,
        generation: 1,
        frozen_at: Some(now),
        expires_at: None,
        state_since: now,
        created_by: Id::new(),
        created_at: now,
        revision: 1,
        revised: None,
        reminders: true,
        asks: vec![
            scope("exchange-online", Purpose::Provisioning),
            scope("exchange-online", Purpose::Support),
            scope("intune", Purpose::Support),
        ],
        stopped: None,
        stopped_at: None,
    };
    let candidate = |party: &Party, inside| Candidate { party: party.clone(), inside };
    let request = Request {
        invitation,
        candidates: vec![candidate(&northwind, true), candidate(&contoso, true), candidate(&adventure_works, false)],
        sender: Sender {
            inviter: northwind,
            contact: None,
            registered_id: None,
            passed: Some(Passed { by: contoso.clone(), at: now, revision: Some(1) }),
        },
        opened_at: now,
        opened_revision: 1,
        customer: party("Fabrikam", Kind::Customer),
        catalogue: vec![service("exchange-online"), service("intune"), service("azure")],
        agreement: Agreement { version: "2026-11".to_owned(), language: Lang::En, title: String::new(), body: String::new() },
        in_force: Vec::new(),
        accepted: None,
        before: None,
        declined: None,
        now,
    };
    World { request, contoso, adventure_works }
}

fn pick(service: &str, purpose: Purpose, holder: &Party, days: i32) -> Picked {
    let pick = Pick { scope: scope(service, purpose), holder: holder.id, days: Days::new(days).unwrap() };
    Picked { picks: vec![pick], agreement: Some("2026-11".to_owned()), ..Picked::default() }
}

fn account() -> Account {
    Account { user: Id::new(), name: "Zhao Min".to_owned(), email: "zhao@fabrikam.cn".to_owned() }
}

#[test]
fn nobody_is_chosen_until_somebody_is() {
    let world = world();
    let nobody = Picked { agreement: Some("2026-11".to_owned()), ..Picked::default() };
    let choices = world.request.settle(&nobody).unwrap();
    assert!(choices.is_empty());
    let shown = world.request.shown(&account(), &choices, Lang::En);
    assert!(shown.choices.is_empty() && shown.stays.len() == 5, "{shown:?}");
}

#[test]
fn the_inviter_need_not_be_asked_and_a_stranger_must_be() {
    let World { request, contoso, adventure_works } = world();
    let consented = |request: &Request, holder: &Party| request.settle(&pick("intune", Purpose::Support, holder, 30)).unwrap()[0].consented;
    assert!(consented(&request, &request.sender.inviter));
    assert!(!consented(&request, &adventure_works));
    // Contoso passed it on, but without itself as the suggested holder.
    assert!(!consented(&request, &contoso));
    let mut suggesting = world().request;
    let forwarder = suggesting.sender.passed.as_ref().unwrap().by.clone();
    suggesting.invitation.suggested_holder = Some(forwarder.id);
    assert!(consented(&suggesting, &forwarder));
}

#[test]
fn one_outside_the_inviters_list_is_confirmed_once_more() {
    let World { request, adventure_works, .. } = world();
    let choices = request.settle(&pick("intune", Purpose::Support, &adventure_works, 30)).unwrap();
    assert_eq!(unconfirmed(&choices, &[]).len(), 1);
    assert!(unconfirmed(&choices, &[adventure_works.id]).is_empty());
}

#[test]
fn what_was_not_asked_for_cannot_be_granted() {
    let World { request, contoso, .. } = world();
    for wider in [pick("intune", Purpose::Provisioning, &contoso, 30), pick("azure", Purpose::Support, &contoso, 30)] {
        assert!(matches!(&request.settle(&wider).unwrap_err()[..], [(Place::Holder(_), Refusal::Choice)]));
    }
}

#[test]
fn a_customer_a_stranger_that_transacts_and_a_suspended_partner_cannot_hold() {
    let World { mut request, .. } = world();
    let mut suspended = party("Litware", Kind::IndirectReseller);
    suspended.state = State::Suspended;
    for holder in [party("Fabrikam", Kind::Customer), party("Proseware", Kind::DirectPartner), suspended] {
        request.candidates.push(Candidate { party: holder.clone(), inside: true });
        assert!(request.settle(&pick("intune", Purpose::Support, &holder, 30)).is_err(), "{}", holder.name);
    }
    assert!(request.settle(&pick("intune", Purpose::Support, &party("Nobody knows it", Kind::IndirectReseller), 30)).is_err());
}

#[test]
fn a_shorter_time_is_allowed_and_a_longer_one_is_not() {
    let World { request, contoso, .. } = world();
    assert!(request.settle(&pick("intune", Purpose::Support, &contoso, 1)).is_ok());
    let faults = request.settle(&pick("intune", Purpose::Support, &contoso, 366)).unwrap_err();
    assert!(matches!(faults[..], [(Place::Days(_), Refusal::Range { min: 1, max: 365 })]));
}

#[test]
fn the_agreement_of_that_version_is_part_of_it() {
    let World { request, .. } = world();
    for agreement in [None, Some("2025-01".to_owned())] {
        let faults = request.settle(&Picked { agreement, ..Picked::default() }).unwrap_err();
        assert_eq!(faults[0].0, Place::Agreement);
    }
}

#[test]
fn partner_and_customer_are_in_the_same_market() {
    let World { mut request, .. } = world();
    assert_eq!(request.obstacle(), None);
    request.customer.country = "KZ".to_owned();
    assert_eq!(request.obstacle(), Some(Obstacle::OtherMarket));
}

#[test]
fn a_suspended_inviters_invitation_waits_and_a_lapsed_one_is_lapsed_all_the_same() {
    let World { mut request, .. } = world();
    request.sender.inviter.state = State::Suspended;
    assert_eq!(request.obstacle(), Some(Obstacle::Suspended));
    request.invitation.expires_at = Some(request.now - TimeDelta::seconds(1));
    assert!(matches!(request.obstacle(), Some(Obstacle::Standing(Standing::Expired(_)))));
}

#[test]
fn the_hash_changes_with_the_account_the_terms_the_choices_and_the_language() {
    let World { request, contoso, .. } = world();
    let me = account();
    let choices = request.settle(&pick("intune", Purpose::Support, &contoso, 30)).unwrap();
    let hash = request.shown(&me, &choices, Lang::En).hash();
    assert_eq!(hash, request.shown(&me, &choices, Lang::En).hash());
    assert_ne!(hash, request.shown(&account(), &choices, Lang::En).hash());
    assert_ne!(hash, request.shown(&me, &[], Lang::En).hash());
    assert_ne!(hash, request.shown(&me, &choices, Lang::Ru).hash());
    let mut wider = world().request;
    wider.invitation.asks.push(scope("azure", Purpose::Provisioning));
    assert_ne!(hash, wider.shown(&me, &choices, Lang::En).hash());
}

#[test]
fn what_was_shown_reads_back_with_the_same_hash() {
    let World { request, contoso, .. } = world();
    let choices = request.settle(&pick("exchange-online", Purpose::Provisioning, &contoso, 30)).unwrap();
    let shown = request.shown(&account(), &choices, Lang::ZhCn);
    let kept: Shown = serde_json::from_value(serde_json::to_value(&shown).unwrap()).unwrap();
    assert_eq!((kept.hash(), kept), (shown.hash(), shown));
}

#[test]
fn an_addressed_invitation_is_for_its_address_its_domain_or_a_colleague() {
    let recipient = Recipient { email: "it@fabrikam.cn".to_owned(), name: None, domain: Some("fabrikam.partner.cn".to_owned()) };
    let with = |email: &str, confirmed| Claims { email: email.to_owned(), confirmed, ..Claims::default() };
    assert!(is_meant_for(&recipient, &with("it@fabrikam.cn", true), true));
    assert!(is_meant_for(&recipient, &with("zhao@fabrikam.partner.cn", true), true));
    assert!(is_meant_for(&recipient, &Claims { colleague: true, ..with("zhao@elsewhere.cn", true) }, true));
    assert!(!is_meant_for(&recipient, &with("eve@elsewhere.cn", true), true));
    // The same domain of the address is not enough: it may be everybody's.
    assert!(!is_meant_for(&recipient, &with("eve@fabrikam.cn", true), true));
}

#[test]
fn an_address_that_nobody_has_proved_to_read_opens_but_does_not_answer() {
    let recipient = Recipient { email: "it@fabrikam.cn".to_owned(), name: None, domain: Some("fabrikam.cn".to_owned()) };
    let eve = Claims { email: "it@fabrikam.cn".to_owned(), ..Claims::default() };
    assert!(is_meant_for(&recipient, &eve, false));
    assert!(!is_meant_for(&recipient, &eve, true));
}

#[test]
fn references_can_be_read_out_on_the_telephone() {
    for _ in 0..100 {
        let reference = new_reference();
        assert!(reference.len() == 11 && reference.starts_with("M-") && !reference.contains(['I', 'L', 'O', 'U']), "{reference}");
    }
}

#[test]
fn the_first_revision_is_not_written_out_so_that_older_receipts_keep_their_fingerprint() {
    let World { mut request, .. } = world();
    let account = account();
    let shown = |request: &Request| request.shown(&account, &[], Lang::En);
    let first = shown(&request);
    let kept = serde_json::to_value(&first).unwrap();
    assert!(kept.get("revision").is_none(), "{kept}");
    let read: Shown = serde_json::from_value(kept).unwrap();
    assert_eq!((read.revision, read.hash()), (1, first.hash()));
    request.invitation.revision = 2;
    assert_ne!(shown(&request).hash(), first.hash(), "the same words under another revision are another offer");
    assert_eq!(serde_json::to_value(shown(&request)).unwrap()["revision"], 2);
}
