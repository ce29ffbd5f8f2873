//! What people do with delegations: grant, consent, refuse, remove, give up. Each takes the row's lock first.

mod extension;
mod together;

pub use extension::{Agreeing, agree, extend};
pub use together::{Circle, remove_all};

use serde_json::{Value, json};

use super::{Delegation, Ended, Ending, Facts, Grant, Reason, people, store};
use crate::{
    access::{
        CustomerAdmin, May, Right,
        proofs::{AnswerDelegation, RemoveRelationship},
    },
    audit::{self, Event, Kind as Recorded},
    db::{self, Db, Tx},
    ids::{Customer, Delegation as DelegationId, Id, Organization, Provider, Relationship, User},
    notices::{self, Letter, To},
    problem::Problem,
    troubles::Troubles,
};

/// Grants delegations, within the transaction of the acceptance.
///
/// # Errors
/// [`db::Error::Constraint`] `one_transacting_partner_per_service` when another transacting partner has the service (D13).
pub async fn grant(tx: &Tx, by: Id<User>, grants: &[Grant]) -> db::Result<()> {
    if grants.is_empty() {
        return Ok(());
    }
    store::insert(tx, by, grants).await
}

/// Ends what other transacting partners have in some services of a customer, within the transaction of the acceptance
/// that replaces them (D13). The caller tells and records it.
///
/// # Errors
/// As every query.
pub async fn replace(tx: &Tx, customer: Id<Customer>, services: &[String], with: Id<Provider>, by: Id<User>) -> db::Result<Vec<Ended>> {
    let mut replaced = Vec::new();
    for rival in store::lock_rivals(tx, customer, services, with.into()).await? {
        let ended = match rival {
            Delegation::Active(active) => active.replace(tx.now()),
            other => match other.remove(tx.now()) {
                Some(ended) => ended,
                None => continue,
            },
        };
        store::save_ended(tx, &ended, Some(by)).await?;
        replaced.push(ended);
    }
    Ok(replaced)
}

/// Ends what stands under a relationship, within the transaction of its removal, which holds the relationship's lock (D19).
/// The caller tells and records it.
///
/// # Errors
/// As every query.
pub async fn close_under(tx: &Tx, relationship: Id<Relationship>, by: Id<User>) -> db::Result<Vec<Ended>> {
    let mut closed = Vec::new();
    for delegation in store::lock_under(tx, relationship).await? {
        let Some(ended) = delegation.close(tx.now()) else { continue };
        store::save_ended(tx, &ended, Some(by)).await?;
        closed.push(ended);
    }
    Ok(closed)
}

/// What a holder answers (D12).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It will work for the customer.
    Consent,
    /// It will not.
    Refuse,
}

/// The holder answers a delegation, or with `together` every one that came with it in the same acceptance (D12).
/// Customer and owner are told. Returns how many were answered.
///
/// # Errors
/// 404 when it is not this organization's to answer; 409 when it no longer waits.
pub async fn answer(db: &Db, may: &May<AnswerDelegation>, id: Id<DelegationId>, answer: Answer, together: bool) -> Result<usize, Problem> {
    let listed = {
        let view = db.view().await?;
        store::find(view.pg(), id, view.now()).await?.filter(|listed| listed.facts().holder == may.organization())
    }
    .ok_or(Problem::NotFound)?;
    let facts = listed.facts();
    let told = [(facts.customer.into(), Right::Consent), (facts.owner.into(), Right::AnswerDelegation)];
    let readers = people::of(db, &told).await?;

    let tx = db.write().await?;
    // All of them at once and in their order, so that two answers never wait for each other in a circle.
    let delegations = match listed.acceptance.filter(|_| together) {
        Some(acceptance) => store::lock_together(&tx, acceptance, may.organization()).await?,
        None => store::lock(&tx, id).await?.into_iter().collect(),
    };
    if !delegations.iter().any(|delegation| delegation.facts().id == id && delegation.is_awaiting()) {
        return Err(Problem::Conflict("delegations-not-awaiting-text"));
    }
    let mut answered = Vec::new();
    for delegation in delegations {
        let Delegation::Awaiting(awaiting) = delegation else { continue };
        match answer {
            Answer::Consent => {
                let active = awaiting.consent(tx.now());
                store::save_active(&tx, &active, may.user()).await?;
                answered.push(active.facts);
            }
            Answer::Refuse => {
                let ended = awaiting.refuse(tx.now());
                store::save_ended(&tx, &ended, Some(may.user())).await?;
                answered.push(ended.facts);
            }
        }
    }
    let consented = answer == Answer::Consent;
    for facts in &answered {
        let letter =
            Letter::DelegationAnswered { delegation: facts.id, holder: listed.holder.name.clone(), scope: facts.scope.clone(), consented };
        for ((org, _), people) in told.iter().zip(&readers) {
            post(&tx, *org, people, &letter).await?;
        }
    }
    let kind = if consented { Recorded::DelegationConsented } else { Recorded::DelegationRefused };
    for facts in &answered {
        record(&tx, kind, facts, listed.names(), json!({})).await?;
    }
    tx.commit().await?;
    Ok(answered.len())
}

/// The customer removes a delegation, in one step, with immediate effect; the relationship and the partner's duties stay (D18).
/// Holder and owner are told.
///
/// # Errors
/// 404 when there is none of that id; 409 when it is over already.
pub async fn remove(db: &Db, admin: &CustomerAdmin, id: Id<DelegationId>) -> Result<(), Problem> {
    let mine = |facts: &Facts| facts.customer == admin.org();
    end(db, id, admin.user(), mine, Ending::Removal).await
}

/// The holder gives a delegation up. Customer and owner are told.
///
/// # Errors
/// 404 when it is not this organization's; 409 when it is over already, or was never begun (that is refused instead).
pub async fn give_up(db: &Db, may: &May<RemoveRelationship>, id: Id<DelegationId>) -> Result<(), Problem> {
    let mine = |facts: &Facts| facts.holder == may.organization();
    end(db, id, may.user(), mine, Ending::GivingUp).await
}

/// Who is told of an end, with the right that makes them want to know: the customer, the holder, the owner of the relationship.
pub(crate) fn told_of(facts: &Facts) -> Vec<(Id<Organization>, Right)> {
    let mut told = vec![(Id::<Organization>::from(facts.customer), Right::Consent), (facts.holder, Right::AnswerDelegation)];
    if facts.holder != facts.owner.into() {
        told.push((facts.owner.into(), Right::AnswerDelegation));
    }
    told
}

async fn end(db: &Db, id: Id<DelegationId>, by: Id<User>, mine: impl Fn(&Facts) -> bool, ending: Ending) -> Result<(), Problem> {
    let listed = {
        let view = db.view().await?;
        store::find(view.pg(), id, view.now()).await?.filter(|listed| mine(listed.facts()))
    }
    .ok_or(Problem::NotFound)?;
    let told = told_of(listed.facts());
    let readers = people::of(db, &told).await?;

    let tx = db.write().await?;
    let delegation = store::lock(&tx, id).await?.ok_or(Problem::NotFound)?;
    let ended = ending.end(delegation, tx.now()).ok_or(Problem::Conflict("delegations-over-text"))?;
    store::save_ended(&tx, &ended, Some(by)).await?;
    let letter = ended_letter(&ended, &listed.customer.name, &listed.holder.name);
    for ((org, _), people) in told.iter().zip(&readers) {
        post(&tx, *org, people, &letter).await?;
    }
    let kind = if ended.reason() == Reason::GivenUp { Recorded::DelegationGivenUp } else { Recorded::DelegationRemoved };
    record(&tx, kind, &ended.facts, listed.names(), json!({})).await?;
    tx.commit().await?;
    Ok(())
}

/// Read at once by [`expire`].
const BATCH: i64 = 50;
/// Looked at in one call that has passed over some: the next begins with those again, so this one goes on behind them.
const AT_MOST: usize = 500;

/// Writes down the end of delegations whose time is over by the database's clock, each once, with its event (D21, D22), in a
/// transaction of its own: one that fails is passed over and holds up no other. Nobody loses or gains anything by it: pages and rules
/// look at the clock. It does a bounded part, and returns how many it were.
///
/// # Errors
/// As every query; 500 when some were passed over.
pub async fn expire(db: &Db) -> Result<usize, Problem> {
    let (mut expired, mut looked, mut troubles, mut after) = (0, 0, Troubles::default(), None);
    loop {
        let over = {
            let view = db.view().await?;
            store::list_over(view.pg(), after, view.now(), BATCH).await?
        };
        for (_, id) in &over {
            match expire_one(db, *id).await {
                Ok(done) => expired += usize::from(done),
                Err(problem) => troubles.pass("expire", id, problem)?,
            }
        }
        looked += over.len();
        after = over.last().copied();
        if after.is_none() || !troubles.are_there() || looked >= AT_MOST {
            return troubles.outcome(expired);
        }
    }
}

async fn expire_one(db: &Db, id: Id<DelegationId>) -> Result<bool, Problem> {
    let tx = db.write().await?;
    let Some(listed) = store::lock_over(&tx, id).await? else { return Ok(false) };
    let Delegation::Ended(ended) = &listed.delegation else { return Ok(false) };
    store::save_ended(&tx, ended, None).await?;
    record(&tx, Recorded::DelegationExpired, listed.facts(), listed.names(), json!({})).await?;
    tx.commit().await?;
    Ok(true)
}

/// The letter that tells of an end.
pub(crate) fn ended_letter(ended: &Ended, customer: &str, holder: &str) -> Letter {
    Letter::DelegationEnded {
        delegation: ended.facts.id,
        customer: customer.to_owned(),
        holder: holder.to_owned(),
        scope: ended.facts.scope.clone(),
        reason: ended.reason.key().to_owned(),
    }
}

/// Puts a letter to each of an organization's people into the outbox.
pub(crate) async fn post(tx: &Tx, org: Id<Organization>, people: &[To], letter: &Letter) -> db::Result<()> {
    for to in people {
        notices::enqueue(tx, Some(org), to, letter).await?;
    }
    Ok(())
}

/// Records what became of a delegation, with the names of both sides and what else is worth knowing, for all who have a part in it.
pub(crate) async fn record(tx: &Tx, kind: Recorded, facts: &Facts, (customer, holder): (&str, &str), more: Value) -> db::Result<()> {
    let mut details = json!({ "customer": customer, "holder": holder, "service": facts.scope.service, "purpose": facts.scope.purpose });
    if let (Some(details), Value::Object(more)) = (details.as_object_mut(), more) {
        details.extend(more);
    }
    let event = Event::new(kind)
        .delegation(facts.id)
        .relationship(facts.relationship)
        .concerning([Id::<Organization>::from(facts.customer), facts.holder, facts.owner.into()])
        .with(details);
    audit::record(tx, event).await
}
