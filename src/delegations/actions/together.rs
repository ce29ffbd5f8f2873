//! A customer removes everything that one partner has from it, at once (D18): one letter for each side, an event for each.

use futures_util::try_join;
use serde_json::json;

use super::{post, record};
use crate::{
    access::{CustomerAdmin, Right},
    audit::Kind as Recorded,
    db::Db,
    delegations::{Ending, Listed, people, store},
    ids::{Delegation as DelegationId, Id, Organization},
    notices::{Letter, To},
    organizations::Party,
    problem::Problem,
    services::Scope,
};

/// One side that is told, and of which delegations: the owner of a relationship learns of those under it, and of no others.
#[derive(Debug)]
pub struct Circle {
    /// Who.
    pub party: Party,
    /// Its people.
    pub people: Vec<To>,
    /// What ends for it.
    pub scopes: Vec<Scope>,
}

impl Circle {
    /// Everybody who is told when some delegations of one customer and one holder end: the holder, the owners of the
    /// relationships, the customer itself.
    ///
    /// # Errors
    /// 503 when the database is away.
    pub async fn of(db: &Db, ending: &[&Listed]) -> Result<Vec<Self>, Problem> {
        let mut circles: Vec<Self> = Vec::new();
        let mut add = |party: &Party, scope: &Scope| {
            let at = circles.iter().position(|circle| circle.party.id == party.id).unwrap_or_else(|| {
                circles.push(Self { party: party.clone(), people: Vec::new(), scopes: Vec::new() });
                circles.len() - 1
            });
            if !circles[at].scopes.contains(scope) {
                circles[at].scopes.push(scope.clone());
            }
        };
        for listed in ending {
            let scope = &listed.facts().scope;
            for party in [&listed.holder, &listed.customer] {
                add(party, scope);
            }
        }
        for listed in ending {
            add(&listed.owner, &listed.facts().scope);
        }
        let right = |circle: &Self| match ending.first() {
            Some(first) if first.customer.id == circle.party.id => Right::Consent,
            _ => Right::AnswerDelegation,
        };
        let asked: Vec<_> = circles.iter().map(|circle| (circle.party.id, right(circle))).collect();
        let found = people::of(db, &asked).await?;
        for (circle, people) in circles.iter_mut().zip(found) {
            circle.people = people;
        }
        Ok(circles)
    }

    /// The letter to its people, of what ended for it.
    pub fn letter(customer: &str, holder: &str, scopes: Vec<Scope>) -> Letter {
        Letter::DelegationsEnded { customer: customer.to_owned(), holder: holder.to_owned(), scopes }
    }
}

/// Removes those of a holder's delegations that the page showed; what was granted meanwhile stays, and what is over already
/// stays as it ended. Returns how many were removed.
///
/// # Errors
/// 404 when the holder never had any from this customer; 409 when all of them are over already.
pub async fn remove_all(db: &Db, admin: &CustomerAdmin, holder: Id<Organization>, ids: &[Id<DelegationId>]) -> Result<usize, Problem> {
    let (in_force, over) = {
        let view = db.view().await?;
        let (pg, customer, now) = (view.pg(), admin.organization(), view.now());
        try_join!(store::in_force_of_holder(pg, customer, holder, now), store::list_over_of_holder(pg, customer, holder, None, now))?
    };
    let first = in_force.first().or(over.rows.first()).ok_or(Problem::NotFound)?;
    let (customer, name) = (first.customer.name.clone(), first.holder.name.clone());
    let living: Vec<&Listed> = in_force.iter().filter(|listed| ids.contains(&listed.facts().id)).collect();
    let circles = Circle::of(db, &living).await?;

    let tx = db.write().await?;
    let mut ended = Vec::new();
    for delegation in store::lock_of_holder(&tx, admin.org(), holder, ids).await? {
        if let Some(end) = Ending::Removal.end(delegation, tx.now()) {
            store::save_ended(&tx, &end, Some(admin.user())).await?;
            ended.push(end);
        }
    }
    if ended.is_empty() {
        return Err(Problem::Conflict("ends-all-over"));
    }
    for circle in circles {
        // Somebody may have been faster with some of them: what is told is what ended now.
        let own = |org: Id<Organization>| org == circle.party.id;
        let mine = |end: &&super::Ended| {
            let facts = end.facts();
            own(facts.holder) || own(facts.owner.into()) || own(facts.customer.into())
        };
        let mut scopes: Vec<Scope> = ended.iter().filter(mine).map(|end| end.facts().scope.clone()).collect();
        scopes.sort_unstable();
        scopes.dedup();
        if !scopes.is_empty() {
            post(&tx, circle.party.id, &circle.people, &Circle::letter(&customer, &name, scopes)).await?;
        }
    }
    for end in &ended {
        record(&tx, Recorded::DelegationRemoved, end.facts(), (&customer, &name), json!({})).await?;
    }
    tx.commit().await?;
    Ok(ended.len())
}
