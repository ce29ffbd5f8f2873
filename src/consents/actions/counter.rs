//! Counter-offers: the customer makes one or takes it back, the inviter agrees with one click or refuses (D16).

use serde_json::json;

use super::{check_answerer, refuse_obstacle};
use crate::{
    access::{CustomerAdmin, May, Right, Visitor, proofs::Invite},
    audit::{self, Event, Kind as Recorded},
    consents::{
        counter::{Addressee, Closed, CounterOffer, Facts, Proposal, Stage, Wrongs},
        store,
    },
    db::{self, Db, Tx},
    delegations::{actions::post, people},
    ids::{CounterOffer as CounterOfferId, Customer, Id, Invitation as InvitationId, Organization, User},
    invitations::{self, Invitation, Kind, Standing, State},
    notices::{Letter, To},
    organizations::{self, Party},
    problem::Problem,
    values::{Name, Note, Refusal},
};

/// Counter-offers that one customer makes to one invitation in a day: each is mailed to the inviter's people (AB-46).
const PER_DAY: i32 = 5;
const DAY: i32 = 24 * 60 * 60;

/// What became of making one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Countered {
    /// It waits for the inviter, from now on or since the first press of the button.
    Open,
    /// The invitation was accepted before; the receipt's reference.
    Accepted(String),
    /// The proposal is none.
    Wrong(Wrongs),
}

/// The customer's global admin answers with a counter-offer; the inviter's people are told. Nothing is accepted by it.
///
/// # Errors
/// 404 when the organization never came to the invitation; 403 when the address is not confirmed or not the one meant; 409 when
/// the invitation cannot be answered, the markets differ (D9), or another counter-offer is open; 429 beyond the day's limit.
pub async fn counter(
    db: &Db,
    admin: &CustomerAdmin,
    visitor: &Visitor,
    invitation: Id<InvitationId>,
    proposal: Proposal,
) -> Result<Countered, Problem> {
    let wanted: Vec<_> = proposal.holder.into_iter().collect();
    let lang = visitor.language;
    let before = {
        let view = db.view().await?;
        store::find_request(view.pg(), invitation, admin.org(), lang, &wanted, view.now()).await?.ok_or(Problem::NotFound)?
    };
    let inviter = Id::<Organization>::from(before.invitation.inviter);
    let readers = people::of(db, &[(inviter, Right::Invite)]).await?;

    let tx = db.write().await?;
    store::lock_customer(&tx, admin.org()).await?;
    invitations::hold(&tx, invitation).await?.ok_or(Problem::NotFound)?;
    let request = store::find_request(tx.pg(), invitation, admin.org(), lang, &wanted, tx.now()).await?.ok_or(Problem::NotFound)?;
    if let Some(accepted) = request.accepted {
        return Ok(Countered::Accepted(accepted.reference));
    }
    refuse_obstacle(request.obstacle())?;
    check_answerer(&tx, admin, visitor, &request).await?;
    if proposal.holder.is_some_and(|holder| request.candidate(holder).is_none()) {
        return Ok(Countered::Wrong(vec![("holder", Refusal::Choice)]));
    }
    // To have the inviter in mind is to have nobody else in mind.
    let proposal = Proposal { holder: proposal.holder.filter(|holder| *holder != inviter), ..proposal };
    let proposal = match proposal.check(&request.invitation) {
        Ok(proposal) => proposal,
        Err(wrong) => return Ok(Countered::Wrong(wrong)),
    };
    if let Some(CounterOffer::Open(open)) = store::find_counter_of(tx.pg(), invitation, admin.org()).await? {
        let again = open.0.proposal == proposal;
        return if again { Ok(Countered::Open) } else { Err(Problem::Conflict("counters-one-open")) };
    }
    if store::count(&tx, &format!("counter-offer {invitation} {}", admin.org()), DAY).await? > PER_DAY {
        return Err(Problem::TooMany);
    }
    let offer = Facts {
        id: Id::new(),
        invitation,
        inviter: request.invitation.inviter,
        customer: admin.org(),
        proposal,
        made_by: admin.user(),
        made_at: tx.now(),
    };
    store::insert_counter(&tx, &offer).await?;
    let letter = Letter::CounterOffered {
        invitation,
        label: request.invitation.label.clone(),
        customer: request.customer.name.clone(),
        asks: offer.proposal.asks.clone(),
        days: offer.proposal.days.get(),
        note: offer.proposal.note.as_ref().map(|note| note.as_str().to_owned()),
    };
    for people in &readers {
        post(&tx, inviter, people, &letter).await?;
    }
    let details = json!({ "customer": request.customer.name, "days": offer.proposal.days });
    let event = Event::new(Recorded::CounterOfferMade).invitation(invitation).concerning([inviter]);
    audit::record(&tx, event.with(details)).await?;
    tx.commit().await?;
    Ok(Countered::Open)
}

/// The customer takes its counter-offer back; both sides are told. Done twice, it is done once.
///
/// # Errors
/// 404 when there is none; 409 when the inviter was faster.
pub async fn withdraw_counter(db: &Db, admin: &CustomerAdmin, invitation: Id<InvitationId>) -> Result<(), Problem> {
    let (offer, parties) = {
        let view = db.view().await?;
        let offer = store::find_counter_of(view.pg(), invitation, admin.org()).await?.ok_or(Problem::NotFound)?;
        let parties = store::find_parties(view.pg(), offer.facts()).await?;
        (offer, parties)
    };
    let told = Told::find(db, offer.facts(), &parties).await?;
    let tx = db.write().await?;
    let Some(open) = store::lock_counter(&tx, offer.facts().id).await? else {
        return match store::find_counter(tx.pg(), offer.facts().id).await?.map(|offer| offer.stage()) {
            Some(Stage::Withdrawn) => Ok(()),
            _ => Err(Problem::Conflict("counters-answered")),
        };
    };
    let closed = open.withdraw(tx.now());
    store::close_counter(&tx, &closed, admin.user()).await?;
    told.write(&tx, &closed, invitation).await?;
    let event = Event::new(Recorded::CounterOfferWithdrawn).invitation(invitation).concerning([told.inviter.0]);
    audit::record(&tx, event.with(json!({ "customer": told.customer.1 }))).await?;
    tx.commit().await?;
    Ok(())
}

/// Whether a customer's counter-offer to an invitation waits for the inviter.
///
/// # Errors
/// As every query.
pub(super) async fn is_open(tx: &Tx, invitation: Id<InvitationId>, customer: Id<Customer>) -> db::Result<bool> {
    let newest = store::find_counter_of(tx.pg(), invitation, customer).await?;
    Ok(newest.is_some_and(|offer| offer.is_open()))
}

/// Whoever answers an invitation itself takes an open counter-offer back by that, within the transaction of the answer, which
/// tells everybody.
///
/// # Errors
/// As every query.
pub(super) async fn close_by_answer(
    tx: &Tx,
    invitation: Id<InvitationId>,
    customer: Id<Customer>,
    by: Id<User>,
) -> db::Result<Option<Closed>> {
    let Some(open) = store::lock_counter_of(tx, invitation, customer).await? else { return Ok(None) };
    let closed = open.withdraw(tx.now());
    store::close_counter(tx, &closed, by).await?;
    Ok(Some(closed))
}

/// The event of a counter-offer that was overtaken by the answer to the invitation itself.
pub(super) async fn record_closed(tx: &Tx, closed: Option<Closed>, customer: &str) -> db::Result<()> {
    let Some(closed) = closed else { return Ok(()) };
    let event = Event::new(Recorded::CounterOfferWithdrawn).invitation(closed.facts.invitation).concerning([closed.facts.inviter]);
    audit::record(tx, event.with(json!({ "customer": customer }))).await
}

/// The inviter agrees: an invitation for that customer with exactly the narrowed terms exists from now on, and the customer is
/// told. Nothing is granted: the customer accepts it as any other. An addressed first invitation is spent by it. Pressed twice,
/// it is done once.
///
/// # Errors
/// 404 when it is another's; 403 when it asks for delegated administration and the person may not; 409 when it was withdrawn or
/// refused, the first invitation is over, or the markets differ by now (D9).
pub async fn agree(db: &Db, may: &May<Invite>, id: Id<CounterOfferId>) -> Result<Id<InvitationId>, Problem> {
    let (offer, parties) = find_own(db, may, id).await?;
    if !offer.facts().proposal.asks.is_empty() && !may.place().may(Right::AskForAdministration) {
        return Err(Problem::Forbidden);
    }
    if let Some(agreed) = offer.agreed() {
        return Ok(agreed);
    }
    let told = Told::find(db, offer.facts(), &parties).await?;
    let to = told.addressee(db, offer.facts()).await?;

    let tx = db.write().await?;
    let first = invitations::lock(&tx, offer.facts().invitation).await?.ok_or(Problem::NotFound)?;
    let Some(open) = store::lock_counter(&tx, id).await? else {
        let now = store::find_counter(tx.pg(), id).await?.ok_or(Problem::NotFound)?;
        return now.agreed().ok_or_else(|| closed_words(now.stage()));
    };
    check_terms(&tx, &first, &open.0).await?;
    let agreed = open.0.invitation(&first, to, may.user(), tx.now());
    invitations::actions::make(&tx, &agreed).await?;
    let closed = open.agree(agreed.id, tx.now());
    store::close_counter(&tx, &closed, may.user()).await?;
    store::open_agreed(&tx, &closed.facts, &agreed).await?;
    let spent = first.kind == Kind::Addressed;
    if spent {
        invitations::actions::spend(&tx, first.id, State::Revoked, may.user()).await?;
    }
    told.write(&tx, &closed, agreed.id).await?;

    let names = json!({ "customer": told.customer.1, "provider": told.inviter.1 });
    let event = Event::new(Recorded::CounterOfferAgreed).invitation(first.id).concerning([told.customer.0]);
    audit::record(&tx, event.with(names)).await?;
    let created = json!({ "label": agreed.label, "kind": agreed.kind, "days": agreed.days });
    audit::record(&tx, Event::new(Recorded::InvitationCreated).invitation(agreed.id).with(created)).await?;
    if spent {
        let event = Event::new(Recorded::InvitationRevoked).invitation(first.id);
        audit::record(&tx, event.with(json!({ "label": first.label }))).await?;
    }
    tx.commit().await?;
    Ok(agreed.id)
}

/// The inviter refuses, with a reason that the customer reads. Pressed twice, it is done once.
///
/// # Errors
/// 404 when it is another's; 409 when it was withdrawn or agreed to.
pub async fn refuse_counter(db: &Db, may: &May<Invite>, id: Id<CounterOfferId>, reason: &Note<1000>) -> Result<Id<InvitationId>, Problem> {
    let (offer, parties) = find_own(db, may, id).await?;
    let invitation = offer.facts().invitation;
    let told = Told::find(db, offer.facts(), &parties).await?;
    let tx = db.write().await?;
    let Some(open) = store::lock_counter(&tx, id).await? else {
        let stage = store::find_counter(tx.pg(), id).await?.ok_or(Problem::NotFound)?.stage();
        return if stage == Stage::Refused { Ok(invitation) } else { Err(closed_words(stage)) };
    };
    let closed = open.refuse(reason, tx.now());
    store::close_counter(&tx, &closed, may.user()).await?;
    told.write(&tx, &closed, invitation).await?;
    let names = json!({ "customer": told.customer.1, "provider": told.inviter.1, "reason": reason.as_str() });
    let event = Event::new(Recorded::CounterOfferRefused).invitation(invitation).concerning([told.customer.0]);
    audit::record(&tx, event.with(names)).await?;
    tx.commit().await?;
    Ok(invitation)
}

/// A counter-offer to this organization's invitation, with both parties.
pub(in crate::consents) async fn find_own(
    db: &Db,
    may: &May<Invite>,
    id: Id<CounterOfferId>,
) -> Result<(CounterOffer, Vec<Party>), Problem> {
    let view = db.view().await?;
    let found = store::find_counter(view.pg(), id).await?.filter(|offer| offer.facts().inviter == may.org()).ok_or(Problem::NotFound)?;
    let parties = store::find_parties(view.pg(), found.facts()).await?;
    Ok((found, parties))
}

fn closed_words(stage: Stage) -> Problem {
    Problem::Conflict(match stage {
        Stage::Withdrawn => "counters-withdrawn-text",
        _ => "counters-answered",
    })
}

/// What must still hold when both agree: the first invitation, the market (D9), the holder.
async fn check_terms(tx: &Tx, first: &Invitation, offer: &Facts) -> Result<(), Problem> {
    if !matches!(first.standing(tx.now()), Standing::Open | Standing::Paused) {
        return Err(Problem::Conflict("counters-over"));
    }
    let parties = store::find_parties(tx.pg(), offer).await?;
    if parties.iter().any(|party| parties.iter().any(|other| other.country != party.country)) {
        return Err(Problem::Conflict("counters-other-market"));
    }
    if let Some(holder) = offer.proposal.holder {
        let party = store::find_holder(tx.pg(), holder).await?;
        if party.is_none_or(|party| party.state != organizations::State::Active) {
            return Err(Problem::Conflict("counters-holder-gone"));
        }
    }
    Ok(())
}

/// Both sides and their people.
struct Told {
    customer: (Id<Organization>, String, Vec<To>),
    inviter: (Id<Organization>, String, Vec<To>),
}

impl Told {
    async fn find(db: &Db, offer: &Facts, parties: &[Party]) -> Result<Self, Problem> {
        let (customer, inviter) = (Id::<Organization>::from(offer.customer), Id::<Organization>::from(offer.inviter));
        let mut found = people::of(db, &[(customer, Right::Consent), (inviter, Right::Invite)]).await?.into_iter();
        let name = |id| parties.iter().find(|party| party.id == id).map(|party| party.name.clone()).unwrap_or_default();
        Ok(Self {
            customer: (customer, name(customer), found.next().unwrap_or_default()),
            inviter: (inviter, name(inviter), found.next().unwrap_or_default()),
        })
    }

    /// Whom the invitation of an agreement is for: who made the counter-offer, or else another who may accept.
    async fn addressee(&self, db: &Db, offer: &Facts) -> Result<Addressee, Problem> {
        let maker = {
            let system = db.as_system().view().await?;
            store::find_maker(system.pg(), offer).await?
        };
        let people = &self.customer.2;
        let person = people.iter().find(|to| Some(&to.email) == maker.as_ref()).or(people.first());
        let person = person.ok_or(Problem::Conflict("counters-nobody"))?;
        let name = person.name.as_deref().and_then(|name| Name::parse(name).ok());
        Ok(Addressee { email: person.email.clone(), name, language: person.language })
    }

    /// A letter to everybody of both sides; the customer's leads to the invitation it can answer now.
    async fn write(&self, tx: &Tx, closed: &Closed, next: Id<InvitationId>) -> db::Result<()> {
        let letter = |to_customer: bool| Letter::CounterClosed {
            invitation: next,
            to_customer,
            customer: self.customer.1.clone(),
            provider: self.inviter.1.clone(),
            outcome: closed.stage().key().to_owned(),
            reason: match closed.outcome() {
                crate::consents::counter::Outcome::Refused(reason) => Some(reason.clone()),
                _ => None,
            },
        };
        post(tx, self.customer.0, &self.customer.2, &letter(true)).await?;
        post(tx, self.inviter.0, &self.inviter.2, &letter(false)).await
    }
}
