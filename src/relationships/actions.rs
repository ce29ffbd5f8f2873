//! What happens to relationships: they begin with an acceptance, and their owner removes them.

use serde_json::json;

use super::{Relationship, State, store};
use crate::{
    access::{May, Right, proofs::RemoveRelationship},
    audit::{self, Event, Kind as Recorded},
    db::{Db, Result, Tx},
    delegations::{
        self, Facts, Listed as Delegated,
        actions::{close_under, post},
        people,
    },
    ids::{Customer, Id, Organization, Provider, Relationship as RelationshipId},
    notices::Letter,
    problem::Problem,
    services::Scope,
    subscriptions,
};

/// A relationship as an acceptance finds it.
#[derive(Debug, Clone, Copy)]
pub struct Begun {
    /// Its id.
    pub id: Id<RelationshipId>,
    /// Whether it began just now.
    pub new: bool,
}

/// Begins the relationship of a customer with a partner, or finds the one that is active, within the transaction of an
/// acceptance that holds the customer's lock. The one that is found is held: its removal waits for the acceptance (D19).
///
/// # Errors
/// As every query.
pub async fn start(tx: &Tx, owner: Id<Provider>, customer: Id<Customer>, customer_name: &str) -> Result<Begun> {
    if let Some(id) = store::hold_active(tx, owner, customer).await? {
        return Ok(Begun { id, new: false });
    }
    let id = Id::new();
    store::insert(tx, id, owner, customer, customer_name).await?;
    Ok(Begun { id, new: true })
}

/// Whom the removal of a relationship concerns beside its owner: the customer, and every holder under it, each once.
pub(super) fn concerned(relationship: &Relationship, delegations: &[Delegated]) -> Vec<Id<Organization>> {
    let mut all = vec![relationship.customer.id];
    for held in delegations {
        let holder = held.facts().holder;
        if holder != relationship.owner.id && !all.contains(&holder) {
            all.push(holder);
        }
    }
    all
}

/// The letter that tells one of those concerned: a holder of what it loses, the others of everything that ends.
pub(super) fn letter(relationship: &Relationship, reader: Id<Organization>, ended: &[Facts]) -> Letter {
    let everything = reader == relationship.customer.id || reader == relationship.owner.id;
    let mut scopes: Vec<Scope> =
        ended.iter().filter(|facts| everything || facts.holder == reader).map(|facts| facts.scope.clone()).collect();
    scopes.sort();
    scopes.dedup();
    Letter::RelationshipEnded {
        relationship: relationship.id,
        customer: relationship.customer.name.clone(),
        provider: relationship.owner.name.clone(),
        scopes,
    }
}

/// The owner removes a relationship, which it may only when the customer has no active subscription through it; the
/// delegations under it end with it. Customer, holders and the owner's own people are told (D19).
///
/// Order of locks: the relationship, then its delegations. An import that brings a subscription in holds the relationship
/// first as well, and so does an acceptance: whoever comes second waits, and sees what the first did.
///
/// # Errors
/// 404 when it is not this organization's; 409 when it is over already, when an active subscription stands in the way, or
/// when somebody was let in meanwhile whom the page did not show.
pub async fn remove(db: &Db, may: &May<RemoveRelationship>, id: Id<RelationshipId>) -> Result<(), Problem> {
    let (relationship, under) = {
        let view = db.view().await?;
        let (found, under) = futures_util::try_join!(store::find(view.pg(), id), delegations::in_force_under(view.pg(), id, view.now()))?;
        (found.filter(|found| found.owner.id == may.organization()).ok_or(Problem::NotFound)?, under)
    };
    let told: Vec<_> = concerned(&relationship, &under)
        .into_iter()
        .map(|org| (org, if org == relationship.customer.id { Right::Consent } else { Right::AnswerDelegation }))
        .chain([(relationship.owner.id, Right::RemoveRelationship)])
        .collect();
    let readers = people::of(db, &told).await?;

    let tx = db.write().await?;
    match store::lock(&tx, id).await? {
        None => return Err(Problem::NotFound),
        Some(State::Ended) => return Err(Problem::Conflict("relationships-over-text")),
        Some(State::Active) => {}
    }
    if !subscriptions::list_in_the_way(tx.pg(), relationship.owner.id, relationship.customer_id(), None).await?.rows.is_empty() {
        return Err(Problem::Conflict("relationships-in-the-way-text"));
    }
    let ended: Vec<Facts> = close_under(&tx, id, may.user()).await?.iter().map(|ended| ended.facts().clone()).collect();
    let holder_of = |facts: &Facts| under.iter().find(|held| held.facts().holder == facts.holder).map(|held| &held.holder);
    if ended.iter().any(|facts| holder_of(facts).is_none()) {
        return Err(Problem::Conflict("relationships-changed-text"));
    }
    store::end(&tx, id, may.user()).await?;
    for ((org, _), people) in told.iter().zip(&readers) {
        post(&tx, *org, people, &letter(&relationship, *org, &ended)).await?;
    }
    let (customer, provider) = (&relationship.customer.name, &relationship.owner.name);
    for facts in &ended {
        let holder = holder_of(facts).map(|party| party.name.as_str()).unwrap_or_default();
        let details = json!({ "customer": customer, "holder": holder, "service": facts.scope.service, "purpose": facts.scope.purpose });
        let event = Event::new(Recorded::DelegationClosed).delegation(facts.id).relationship(id);
        audit::record(&tx, event.concerning([relationship.customer.id, facts.holder]).with(details)).await?;
    }
    let event = Event::new(Recorded::RelationshipEnded).relationship(id);
    let details = json!({ "customer": customer, "provider": provider });
    audit::record(&tx, event.concerning(told.iter().map(|(org, _)| *org)).with(details)).await?;
    tx.commit().await?;
    Ok(())
}
