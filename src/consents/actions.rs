//! What a customer does with an invitation: come to it, accept it, decline it, ask for a new one.

mod counter;
mod handover;

pub(in crate::consents) use counter::find_own;
pub use counter::{Countered, agree, counter, refuse_counter, withdraw_counter};
pub use handover::{Handed, hand_request};

use serde_json::json;
use uuid::Uuid;

use super::{
    Account, Choice, Claims, Obstacle, Picked, Request, Shown, is_meant_for, new_reference, obstacle,
    store::{self, NewAcceptance},
    unconfirmed,
};
use crate::{
    access::{CustomerAdmin, May, Right, Visitor, proofs::SeeConsents},
    audit::{self, Event, Kind as Recorded},
    db::{self, Db, Timestamp, Tx},
    delegations::{
        self, Ended, Grant,
        actions::{ended_letter, post},
        people,
    },
    i18n::Lang,
    ids::{Id, Invitation as InvitationId, Organization},
    invitations::{self, Invitation, Kind, Standing, State},
    links::Link,
    notices::{Letter, To},
    organizations::Named,
    problem::Problem,
    relationships,
    services::Scope,
    values::{Note, masked},
};

/// What became of somebody's coming to an invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrival {
    /// The customer now has it in its list.
    Received(Id<InvitationId>),
    /// The customer accepted it before; the receipt's reference.
    Accepted(String),
    /// It is addressed to somebody else; a hint at whom.
    NotMeant(String),
    /// It cannot be answered; its page says why.
    Dead,
}

/// A customer's person comes by the link, signed in: from now on the organization finds the invitation in its list.
///
/// # Errors
/// 404 when the link leads nowhere.
pub async fn open(db: &Db, may: &May<SeeConsents>, visitor: &Visitor, link: &Link) -> Result<Arrival, Problem> {
    let tx = db.write().await?;
    let id: Id<InvitationId> = link.id.into();
    let invitation = invitations::find(tx.pg(), id).await?.filter(|found| found.was_reached_by(link)).ok_or(Problem::NotFound)?;
    let (accepted, sender) =
        futures_util::try_join!(store::find_acceptance(tx.pg(), id, may.organization()), store::find_sender(tx.pg(), id, link.via))?;
    let sender = sender.ok_or(Problem::NotFound)?;
    let open = invitation.is_reached_by(link) && obstacle(&invitation, &sender, tx.now()).is_none();
    if let Some(accepted) = accepted.filter(|accepted| accepted.settles(invitation.kind, invitation.revision, open)) {
        return Ok(Arrival::Accepted(accepted.reference));
    }
    if !open {
        return Ok(Arrival::Dead);
    }
    if let Some(recipient) = &invitation.recipient {
        let colleagues = store::find_claims(tx.pg(), may.organization(), recipient).await?;
        let claims = Claims { email: visitor.email.clone(), confirmed: visitor.confirmed, ..colleagues };
        if !is_meant_for(recipient, &claims, false) && !store::is_agreed_with(tx.pg(), id, may.org()).await? {
            tracing::warn!(event = "authn_token_reuse", "an addressed invitation was opened with another account");
            let event = Event::new(Recorded::InvitationMisdirected).invitation(id).concerning([invitation.inviter]);
            audit::record(&tx, event.with(json!({ "customer": may.place().name }))).await?;
            tx.commit().await?;
            return Ok(Arrival::NotMeant(masked(&recipient.email)));
        }
    }
    let forward = store::find_passed(tx.pg(), id, link.via).await?.map(|(forward, _)| forward);
    let new = store::save_opening(&tx, &invitation, may.org(), forward, may.user()).await?;
    if new {
        let event = Event::new(Recorded::InvitationOpened).invitation(id).concerning([invitation.inviter]);
        audit::record(&tx, event.with(json!({ "customer": may.place().name }))).await?;
    }
    tx.commit().await?;
    Ok(Arrival::Received(id))
}

/// What the last page before an acceptance sends back beside the choices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ticket {
    /// The page's idempotency key: the same attempt has the same answer (UX-33).
    pub attempt: Uuid,
    /// The hash of what the page showed (AB-23, AB-37).
    pub hash: [u8; 32],
}

/// What became of an acceptance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Acceptance {
    /// It is accepted, now or before; the receipt's reference.
    Receipt(String),
    /// What was shown is not what would be accepted: the customer must look again (D6).
    Changed,
}

/// The customer accepts: the relationship begins or goes on, delegations are granted, others are replaced, everybody is told,
/// all in one transaction (D9–D15, D17). The same customer's second yes has the first one's receipt, unless the relationship is
/// over or the terms are newer (D4, D6); the same page's second yes always has.
///
/// # Errors
/// 404 when the organization never came to it; 403 when the address is not confirmed (AB-18) or not the one meant (AB-04);
/// 409 when the invitation or the inviter no longer allows it, the markets differ (D9), or somebody was faster (AB-05, AB-34).
pub async fn accept(
    db: &Db,
    admin: &CustomerAdmin,
    visitor: &Visitor,
    invitation: Id<InvitationId>,
    picked: &Picked,
    ticket: Ticket,
    lang: Lang,
) -> Result<Acceptance, Problem> {
    let wanted: Vec<_> = picked.picks.iter().map(|pick| pick.holder).collect();
    let before = {
        let view = db.view().await?;
        store::find_request(view.pg(), invitation, admin.org(), lang, &wanted, view.now()).await?.ok_or(Problem::NotFound)?
    };
    if let Some(accepted) = before.accepted {
        return Ok(Acceptance::Receipt(accepted.reference));
    }
    let readers = Readers::find(db, &before, &wanted).await?;

    let tx = db.write().await?;
    let now = lock(&tx, admin, &before.invitation).await?;
    let (request, answered) = futures_util::try_join!(
        store::find_request(tx.pg(), invitation, admin.org(), lang, &wanted, now),
        store::find_attempt(tx.pg(), invitation, admin.org(), ticket.attempt),
    )?;
    let request = request.ok_or(Problem::NotFound)?;
    if let Some(reference) = answered.or_else(|| request.accepted.as_ref().map(|accepted| accepted.reference.clone())) {
        return Ok(Acceptance::Receipt(reference));
    }
    refuse_obstacle(request.obstacle())?;
    check_answerer(&tx, admin, visitor, &request).await?;

    let Ok(choices) = request.settle(picked) else { return Ok(Acceptance::Changed) };
    let shown = request.shown(&Account::of(visitor), &choices, lang);
    if !unconfirmed(&choices, &picked.outside).is_empty() || shown.hash() != ticket.hash {
        return Ok(Acceptance::Changed);
    }
    let done = write_acceptance(&tx, admin, &request, &choices, &shown, ticket.attempt).await.map_err(words_of_conflict)?;
    if request.invitation.kind == Kind::Addressed {
        invitations::actions::spend(&tx, invitation, State::Accepted, admin.user()).await?;
    }
    let overtaken = counter::close_by_answer(&tx, invitation, admin.org(), admin.user()).await?;
    tell(&tx, &request, &choices, &done, &readers).await?;
    record(&tx, &request, &choices, &done).await?;
    counter::record_closed(&tx, overtaken, &request.customer.name).await?;
    tx.commit().await?;
    Ok(Acceptance::Receipt(done.reference))
}

/// Locks what an answer is decided by, and returns the time when that was had, which decides what has expired (D8).
async fn lock(tx: &Tx, admin: &CustomerAdmin, invitation: &Invitation) -> Result<Timestamp, Problem> {
    store::lock_customer(tx, admin.org()).await?;
    // One customer's yes to a standing invitation must not make the others wait; an addressed one has room for one answer only.
    let row = async {
        match invitation.kind {
            Kind::Addressed => invitations::lock(tx, invitation.id).await,
            Kind::Standing => invitations::hold(tx, invitation.id).await,
        }
    };
    let (row, now) = futures_util::try_join!(row, tx.clock())?;
    row.ok_or(Problem::NotFound)?;
    Ok(now)
}

/// What an acceptance did.
struct Done {
    reference: String,
    relationship: relationships::actions::Begun,
    grants: Vec<Grant>,
    replaced: Vec<(Ended, Named)>,
}

async fn write_acceptance(
    tx: &Tx,
    admin: &CustomerAdmin,
    request: &Request,
    choices: &[Choice],
    shown: &Shown,
    attempt: Uuid,
) -> db::Result<Done> {
    let inviter = request.invitation.inviter;
    let relationship = relationships::actions::start(tx, inviter, admin.org(), &request.customer.name).await?;
    let (id, reference) = (Id::new(), new_reference());
    let forward = store::find_forward(tx.pg(), request.invitation.id, admin.org()).await?;
    let new = NewAcceptance { id, reference: &reference, forward, relationship: relationship.id, customer: admin.org(), attempt, shown };
    store::save_acceptance(tx, &new).await?;
    let services: Vec<String> = shown.replaces.iter().map(|replaced| replaced.service.clone()).collect();
    let ended = delegations::actions::replace(tx, admin.org(), &services, inviter, admin.user()).await?;
    let named =
        |ended: &Ended| shown.replaces.iter().find(|replaced| replaced.holder.id == ended.facts().holder).map(|one| one.holder.clone());
    let replaced = ended.into_iter().filter_map(|ended| named(&ended).map(|holder| (ended, holder))).collect();
    let grants: Vec<Grant> = choices
        .iter()
        .map(|choice| Grant {
            id: Id::new(),
            relationship: relationship.id,
            acceptance: Some(id),
            customer: admin.org(),
            owner: inviter,
            holder: choice.holder.id,
            holder_kind: choice.holder.kind,
            scope: choice.scope.clone(),
            days: choice.days,
            consented: choice.consented,
        })
        .collect();
    delegations::actions::grant(tx, admin.user(), &grants).await?;
    Ok(Done { reference, relationship, grants, replaced })
}

/// A constraint of the schema that refuses an acceptance is told in words, never as a fault of ours (AB-34).
fn words_of_conflict(error: db::Error) -> Problem {
    match error {
        db::Error::Constraint(name) if name == "one_transacting_partner_per_service" => Problem::Conflict("consents-rival-text"),
        db::Error::Constraint(_) => Problem::Conflict("problems-409-text"),
        other => other.into(),
    }
}

fn refuse_obstacle(found: Option<Obstacle>) -> Result<(), Problem> {
    match found {
        None => Ok(()),
        Some(obstacle) => Err(Problem::Conflict(obstacle.words())),
    }
}

impl Obstacle {
    /// The key of the words that tell it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Standing(Standing::Paused) => "consents-dead-paused-text",
            Self::Standing(Standing::Expired(_)) => "consents-dead-expired-text",
            Self::Standing(Standing::Revoked(_)) => "consents-dead-revoked-text",
            Self::Standing(_) => "consents-dead-used-text",
            Self::Stopped(_) => "consents-dead-stopped-text",
            Self::Suspended => "consents-dead-suspended-text",
            Self::OwnSuspended => "consents-dead-own-suspended-text",
            Self::OtherMarket => "consents-other-market-text",
        }
    }
}

/// Whoever answers has confirmed their address, and an addressed invitation is meant for them (AB-04, AB-18).
async fn check_answerer(tx: &Tx, admin: &CustomerAdmin, visitor: &Visitor, request: &Request) -> Result<(), Problem> {
    // As the database says now, not as the request began.
    if tx.visitor()["confirmed"] != json!(true) {
        return Err(Problem::Forbidden);
    }
    let Some(recipient) = &request.invitation.recipient else { return Ok(()) };
    let colleagues = store::find_claims(tx.pg(), admin.organization(), recipient).await?;
    let claims = Claims { email: visitor.email.clone(), confirmed: true, ..colleagues };
    // What this very customer agreed on with the inviter is meant for it, whoever of its people answers.
    if is_meant_for(recipient, &claims, true) || store::is_agreed_with(tx.pg(), request.invitation.id, admin.org()).await? {
        Ok(())
    } else {
        Err(Problem::Forbidden)
    }
}

impl Account {
    /// The account that is signed in.
    pub fn of(visitor: &Visitor) -> Self {
        Self { user: visitor.user, name: visitor.name.clone(), email: visitor.email.clone() }
    }
}

/// The people of every party that an answer concerns.
struct Readers {
    inviter: Vec<To>,
    forwarder: Vec<To>,
    customer: Vec<To>,
    others: Vec<(Id<Organization>, Vec<To>)>,
}

impl Readers {
    async fn find(db: &Db, request: &Request, holders: &[Id<Organization>]) -> Result<Self, Problem> {
        let inviter = request.sender.inviter.id;
        let forwarder = request.sender.forwarder().map_or(inviter, |by| by.id);
        let rivals = request.in_force.iter().filter(|held| held.holder.kind.transacts()).map(|held| held.holder.id);
        let mut others: Vec<_> = holders.iter().copied().chain(rivals).filter(|id| *id != inviter).collect();
        others.sort_unstable();
        others.dedup();
        let mut asked = vec![(inviter, Right::Invite), (forwarder, Right::Forward), (request.customer.id, Right::Consent)];
        asked.extend(others.iter().map(|id| (*id, Right::AnswerDelegation)));
        let mut found = people::of(db, &asked).await?.into_iter();
        let mut next = || found.next().unwrap_or_default();
        let (inviters, forwarders, customer) = (next(), next(), next());
        let forwarder = if forwarder == inviter { Vec::new() } else { forwarders };
        Ok(Self { inviter: inviters, forwarder, customer, others: others.into_iter().map(|id| (id, next())).collect() })
    }

    fn of(&self, org: Id<Organization>) -> &[To] {
        self.others.iter().find(|(id, _)| *id == org).map_or(&[], |(_, people)| people)
    }
}

/// Everybody whom an acceptance concerns gets a letter; a holder gets one for all that it was chosen for (D12, D13, D15).
async fn tell(tx: &Tx, request: &Request, choices: &[Choice], done: &Done, readers: &Readers) -> db::Result<()> {
    let customer = request.customer.name.clone();
    let delegations = i64::try_from(choices.len()).unwrap_or(i64::MAX);
    let accepted = Letter::InvitationAccepted {
        relationship: done.relationship.id,
        customer: customer.clone(),
        reference: done.reference.clone(),
        delegations,
    };
    post(tx, request.sender.inviter.id, &readers.inviter, &accepted).await?;
    if let Some(forwarder) = request.sender.forwarder() {
        post(tx, forwarder.id, &readers.forwarder, &accepted).await?;
    }
    let receipt = Letter::Receipt { provider: request.sender.inviter.name.clone(), reference: done.reference.clone(), delegations };
    post(tx, request.customer.id, &readers.customer, &receipt).await?;
    for (holder, days, scopes) in awaited(choices) {
        let letter = Letter::DelegationAwaiting { customer: customer.clone(), scopes, days };
        post(tx, holder, readers.of(holder), &letter).await?;
    }
    for (ended, holder) in &done.replaced {
        post(tx, holder.id, readers.of(holder.id), &ended_letter(ended, &customer, &holder.name)).await?;
    }
    Ok(())
}

/// What each holder that has to consent was chosen for, grouped by holder and time.
fn awaited(choices: &[Choice]) -> Vec<(Id<Organization>, i64, Vec<Scope>)> {
    let mut groups: Vec<(Id<Organization>, i64, Vec<Scope>)> = Vec::new();
    for choice in choices.iter().filter(|choice| !choice.consented) {
        let (holder, days) = (choice.holder.id, i64::from(choice.days.get()));
        match groups.iter_mut().find(|group| (group.0, group.1) == (holder, days)) {
            Some(group) => group.2.push(choice.scope.clone()),
            None => groups.push((holder, days, vec![choice.scope.clone()])),
        }
    }
    groups
}

async fn record(tx: &Tx, request: &Request, choices: &[Choice], done: &Done) -> db::Result<()> {
    let inviter = &request.sender.inviter;
    let customer = &request.customer.name;
    let event = |kind| Event::new(kind).relationship(done.relationship.id).invitation(request.invitation.id);
    let parties = request.sender.forwarder().map(|by| by.id).into_iter().chain([inviter.id]);
    let details = json!({ "customer": customer, "reference": done.reference });
    audit::record(tx, event(Recorded::InvitationAccepted).concerning(parties).with(details)).await?;
    if done.relationship.new {
        let details = json!({ "customer": customer, "provider": inviter.name });
        audit::record(tx, event(Recorded::RelationshipStarted).concerning([inviter.id]).with(details)).await?;
    }
    for (ended, holder) in &done.replaced {
        let facts = ended.facts();
        let details = json!({
            "customer": customer, "holder": holder.name, "by": inviter.name,
            "service": facts.scope.service, "purpose": facts.scope.purpose,
        });
        // It belongs to the history of the relationship that it was granted under.
        let event = Event::new(Recorded::DelegationReplaced).delegation(facts.id).relationship(facts.relationship);
        audit::record(tx, event.concerning([holder.id, inviter.id]).with(details)).await?;
    }
    for (grant, choice) in done.grants.iter().zip(choices) {
        let details = json!({
            "customer": customer, "holder": choice.holder.name, "service": choice.scope.service,
            "purpose": choice.scope.purpose, "days": choice.days,
        });
        let event = event(Recorded::DelegationGranted).delegation(grant.id).concerning([inviter.id, choice.holder.id]);
        audit::record(tx, event.with(details)).await?;
    }
    Ok(())
}

/// What became of a refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decline {
    /// The terms in force are declined, now or before.
    Done,
    /// It was accepted before; the receipt's reference.
    Accepted(String),
}

/// The customer declines, with or without a reason; inviter and forwarder are told (D16). Done twice, it is done once; but newer terms
/// are declined anew (D6), and so is what the customer has made a counter-offer to since it declined, which is taken back by that.
///
/// # Errors
/// As [`accept`]; another market stands in nobody's way to decline.
pub async fn decline(
    db: &Db,
    admin: &CustomerAdmin,
    visitor: &Visitor,
    invitation: Id<InvitationId>,
    reason: Option<&Note<1000>>,
) -> Result<Decline, Problem> {
    let lang = visitor.language;
    let before = {
        let view = db.view().await?;
        store::find_request(view.pg(), invitation, admin.org(), lang, &[], view.now()).await?.ok_or(Problem::NotFound)?
    };
    let readers = Readers::find(db, &before, &[]).await?;

    let tx = db.write().await?;
    let now = lock(&tx, admin, &before.invitation).await?;
    let request = store::find_request(tx.pg(), invitation, admin.org(), lang, &[], now).await?.ok_or(Problem::NotFound)?;
    if let Some(accepted) = request.accepted {
        return Ok(Decline::Accepted(accepted.reference));
    }
    if let Some(declined) = request.declined
        && declined.revision == request.invitation.revision
        && !counter::is_open(&tx, invitation, admin.org()).await?
    {
        return Ok(Decline::Done);
    }
    refuse_obstacle(request.obstacle().filter(|found| matches!(found, Obstacle::Standing(_) | Obstacle::Stopped(_))))?;
    check_answerer(&tx, admin, visitor, &request).await?;
    let forward = store::find_forward(tx.pg(), invitation, admin.org()).await?;
    store::save_decline(&tx, &request, forward, admin.user(), reason.map(Note::as_str)).await?;
    if request.invitation.kind == Kind::Addressed {
        invitations::actions::spend(&tx, invitation, State::Declined, admin.user()).await?;
    }
    let overtaken = counter::close_by_answer(&tx, invitation, admin.org(), admin.user()).await?;
    let letter = Letter::InvitationDeclined {
        invitation,
        label: request.invitation.label.clone(),
        customer: request.customer.name.clone(),
        reason: reason.map(|reason| reason.as_str().to_owned()),
    };
    let forwarder = request.sender.forwarder().map(|by| by.id);
    post(&tx, request.sender.inviter.id, &readers.inviter, &letter).await?;
    if let Some(forwarder) = forwarder {
        post(&tx, forwarder, &readers.forwarder, &letter).await?;
    }
    let mut details = json!({ "customer": request.customer.name });
    if let Some(reason) = reason {
        details["reason"] = json!(reason.as_str());
    }
    let parties = forwarder.into_iter().chain([request.sender.inviter.id]);
    audit::record(&tx, Event::new(Recorded::InvitationDeclined).invitation(invitation).concerning(parties).with(details)).await?;
    counter::record_closed(&tx, overtaken, &request.customer.name).await?;
    tx.commit().await?;
    Ok(Decline::Done)
}

/// Requests for a new invitation that count within an hour for one address, and letters of them within a day, for one invitation.
const PER_ADDRESS: i32 = 1;
const PER_DAY: i32 = 5;

/// Somebody with a link that no longer works asks the inviter for a new one; its people are told once (UX-30). Beyond the day's
/// letters they find it on the invitation's page all the same, and whoever asks is answered as everybody else.
///
/// # Errors
/// 404 when the link leads nowhere; 409 when it works or the operator stopped it.
pub async fn ask_again(db: &Db, link: &Link, asked_by: &str, address: &str) -> Result<(), Problem> {
    let id: Id<InvitationId> = link.id.into();
    let (invitation, sender) = {
        let view = db.view().await?;
        let (invitation, sender) = futures_util::try_join!(invitations::find(view.pg(), id), store::find_sender(view.pg(), id, link.via))?;
        let invitation = invitation.filter(|found| found.was_reached_by(link)).ok_or(Problem::NotFound)?;
        let sender = sender.ok_or(Problem::NotFound)?;
        // What the operator stopped is not begun anew by this way.
        if invitation.stopped.is_some() {
            return Err(Problem::Conflict("consents-dead-stopped-text"));
        }
        // One that works is answered rather than asked for again, unless it is addressed to somebody else (UX-29).
        if invitation.is_reached_by(link) && invitation.recipient.is_none() && obstacle(&invitation, &sender, view.now()).is_none() {
            return Err(Problem::Conflict("consents-works-text"));
        }
        (invitation, sender)
    };
    let readers = people::of(db, &[(sender.inviter.id, Right::Invite)]).await?;
    let tx = db.write().await?;
    let mine = store::count(&tx, &format!("ask-again {id} {address}"), 60 * 60).await?;
    if mine > PER_ADDRESS {
        // What was counted stays counted. Who asks again is told the same as the first time: the inviter knows.
        tx.commit().await?;
        return Ok(());
    }
    // Only now: whoever presses again and again uses up nothing of the others' share.
    let today = store::count(&tx, &format!("ask-again {id}"), 24 * 60 * 60).await?;
    let letter = Letter::InvitationMissed { invitation: id, label: invitation.label, asked_by: asked_by.to_owned() };
    for people in readers.iter().filter(|_| today <= PER_DAY) {
        post(&tx, sender.inviter.id, people, &letter).await?;
    }
    audit::record(&tx, Event::new(Recorded::InvitationMissed).invitation(id).concerning([sender.inviter.id])).await?;
    tx.commit().await?;
    Ok(())
}
