//! Extending: both sides say whether they agree, and a job does it a week before the end (D21).

use serde_json::json;

use super::{people, post, record};
use crate::{
    access::{CustomerAdmin, May, Right, proofs::AnswerDelegation},
    audit::Kind as Recorded,
    db::{Db, Timestamp, Tx},
    delegations::{Delegation, Extension, Hindrance, Listed, Side, store},
    ids::{Delegation as DelegationId, Id, Organization},
    notices::{Letter, To},
    organizations::State,
    problem::Problem,
    troubles::Troubles,
};

/// Who says whether a delegation may extend itself: a side, with the proof of speaking for it.
#[derive(Debug, Clone, Copy)]
pub enum Agreeing<'a> {
    /// The customer's global admin.
    Customer(&'a CustomerAdmin),
    /// Whoever answers delegations for the holder.
    Holder(&'a May<AnswerDelegation>),
}

impl Agreeing<'_> {
    fn side(&self) -> Side {
        match self {
            Self::Customer(_) => Side::Customer,
            Self::Holder(_) => Side::Holder,
        }
    }

    /// Whom this side's word is told to.
    fn other(&self, listed: &Listed) -> (Id<Organization>, Right) {
        match self {
            Self::Customer(_) => (listed.facts().holder, Right::AnswerDelegation),
            Self::Holder(_) => (listed.facts().customer.into(), Right::Consent),
        }
    }

    fn is_party(&self, listed: &Listed) -> bool {
        match self {
            Self::Customer(admin) => listed.facts().customer == admin.org(),
            Self::Holder(may) => listed.facts().holder == may.organization(),
        }
    }
}

/// One side agrees to a delegation's extending itself, or takes that back, at any time while it lasts; the other is told, as it
/// may be waited for. Saying the same twice changes nothing.
///
/// # Errors
/// 404 when it is not this side's; 403 for agreeing while suspended (D5); 409 when it is over, or when it may never extend itself (D21).
pub async fn agree(db: &Db, by: Agreeing<'_>, id: Id<DelegationId>, agrees: bool) -> Result<(), Problem> {
    let before = {
        let view = db.view().await?;
        store::find(view.pg(), id, view.now()).await?.filter(|listed| by.is_party(listed)).ok_or(Problem::NotFound)?
    };
    let other = by.other(&before);
    let readers = people::of(db, &[other]).await?;

    let tx = db.write().await?;
    let delegation = store::lock(&tx, id).await?.ok_or(Problem::NotFound)?;
    let listed = store::find(tx.pg(), id, tx.now()).await?.filter(|listed| by.is_party(listed)).ok_or(Problem::NotFound)?;
    if delegation.is_ended() {
        return Err(Problem::Conflict("delegations-over-text"));
    }
    if listed.extension.is_agreed_by(by.side()) == agrees {
        return Ok(());
    }
    // Whoever is suspended grants nothing; taking back is always possible (D5, D18).
    if agrees && tx.visitor()["org_state"] != json!(State::Active) {
        return Err(Problem::Suspended);
    }
    if agrees && store::is_part_of_everything(tx.pg(), id).await? {
        return Err(Problem::Conflict("extensions-everything-text"));
    }
    store::save_agreement(&tx, id, by.side(), agrees.then(|| tx.now())).await?;
    let kind = if agrees { Recorded::DelegationExtensionAgreed } else { Recorded::DelegationExtensionWithdrawn };
    let who = if by.side() == Side::Customer { &listed.customer.name } else { &listed.holder.name };
    let outcome = match (agrees, listed.extension.is_agreed_by(by.side().other())) {
        (true, true) => "agreed",
        (true, false) => "waits",
        (false, _) => "withdrawn",
    };
    let letter = Letter::ExtensionSpoken {
        delegation: id,
        customer: listed.customer.name.clone(),
        holder: listed.holder.name.clone(),
        by: who.clone(),
        scope: listed.facts().scope.clone(),
        outcome: outcome.to_owned(),
        until: listed.facts().ends_at,
    };
    for people in &readers {
        post(&tx, other.0, people, &letter).await?;
    }
    record(&tx, kind, listed.facts(), listed.names(), json!({ "by": who })).await?;
    tx.commit().await?;
    Ok(())
}

/// Read at once by [`extend`].
const BATCH: i64 = 50;
/// Extended, or passed over, in one call that has left some behind: the next begins with those again, so this one goes on behind them.
const AT_MOST: usize = 500;

/// Extends what is due by 180 days, each in a transaction of its own, and tells both sides (UX-45), also when it cannot be. `now` is the portal's
/// clock; whether a delegation is still in force is for the database's to say. What cannot be extended is looked at and left behind,
/// and what fails is passed over, so that neither holds up others. It does a bounded part, and returns how many were extended.
///
/// # Errors
/// As every query; 500 when some were passed over.
pub async fn extend(db: &Db, now: Timestamp) -> Result<usize, Problem> {
    let (mut extended, mut failed, mut left, mut troubles, mut after) = (0, 0, false, Troubles::default(), None);
    loop {
        let due = {
            let view = db.view().await?;
            store::list_extension_due(view.pg(), (after, Extension::horizon(now, view.now())), view.now(), BATCH).await?
        };
        for (_, id) in &due {
            match extend_one(db, *id, now).await {
                Ok(true) => extended += 1,
                Ok(false) => left = true,
                Err(problem) => {
                    troubles.pass("extend", id, problem)?;
                    failed += 1;
                }
            }
        }
        after = due.last().copied();
        // What only rests costs little, and may be much: nothing that is due stays behind it.
        let on = left || troubles.are_there();
        if after.is_none() || !on || extended + failed >= AT_MOST {
            return troubles.outcome(extended);
        }
    }
}

async fn extend_one(db: &Db, id: Id<DelegationId>, now: Timestamp) -> Result<bool, Problem> {
    let Some(listed) = ({
        let view = db.view().await?;
        store::find(view.pg(), id, view.now()).await?
    }) else {
        return Ok(false);
    };
    let told = parties(&listed);
    let readers = people::of(db, &told).await?;

    let tx = db.write().await?;
    let Some(Delegation::Active(active)) = store::lock(&tx, id).await? else { return Ok(false) };
    // Whoever waited for the lock finds it extended, or an agreement taken back.
    let Some(listed) = store::find(tx.pg(), id, tx.now()).await? else { return Ok(false) };
    let due = active.facts().ends_at <= Extension::horizon(now, tx.now());
    if !due || !listed.extension.is_agreed() {
        return Ok(false);
    }
    if let Some(hindrance) = listed.extension.hindrance {
        refuse(tx, &listed, hindrance, told.iter().map(|(org, _)| *org).zip(&readers)).await?;
        return Ok(false);
    }
    let active = active.extend();
    match store::save_extended(&tx, &active).await {
        Ok(()) => {}
        // Another transacting partner came in at this very moment (D13): the next run finds it in the way, and tells.
        Err(error) if error.is_constraint("one_transacting_partner_per_service") => return Ok(false),
        Err(other) => return Err(other.into()),
    }
    let letter = Letter::DelegationExtended {
        delegation: id,
        customer: listed.customer.name.clone(),
        holder: listed.holder.name.clone(),
        scope: listed.facts().scope.clone(),
        days: Extension::DAYS,
        until: active.facts().ends_at,
    };
    for ((org, _), people) in told.iter().zip(&readers) {
        post(&tx, *org, people, &letter).await?;
    }
    record(&tx, Recorded::DelegationExtended, listed.facts(), listed.names(), json!({ "days": Extension::DAYS })).await?;
    tx.commit().await?;
    Ok(true)
}

/// Tells both sides, once, that it does not extend itself although they agreed, and why. Should that change before its end, it does.
async fn refuse(
    tx: Tx,
    listed: &Listed,
    hindrance: Hindrance,
    readers: impl Iterator<Item = (Id<Organization>, &Vec<To>)>,
) -> Result<(), Problem> {
    // What was renewed goes on as another one, and nobody misses it.
    if hindrance == Hindrance::Renewed || !store::save_refused(&tx, listed.facts(), hindrance).await? {
        return Ok(());
    }
    let letter = Letter::ExtensionRefused {
        delegation: listed.facts().id,
        customer: listed.customer.name.clone(),
        holder: listed.holder.name.clone(),
        scope: listed.facts().scope.clone(),
        until: listed.facts().ends_at,
        hindrance: hindrance.key().to_owned(),
    };
    for (org, people) in readers {
        post(&tx, org, people, &letter).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Both sides, and the owner of the relationship where that is a third.
fn parties(listed: &Listed) -> Vec<(Id<Organization>, Right)> {
    let facts = listed.facts();
    let mut told = vec![(facts.customer.into(), Right::Consent), (facts.holder, Right::AnswerDelegation)];
    if facts.holder != facts.owner.into() {
        told.push((facts.owner.into(), Right::AnswerDelegation));
    }
    told
}
