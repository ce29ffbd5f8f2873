//! What the rows say about delegations that extend themselves.

use diesel::{
    dsl::{exists, not},
    prelude::{BoolExpressionMethods, ExpressionMethods, QueryDsl},
};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use crate::{
    db::{
        Pg, Result, Timestamp, Tx,
        alive::{self, living_renewal},
        schema::{delegations, extension_refusals},
    },
    delegations::{Active, Facts, Hindrance, Side, Stage},
    ids::{Delegation as DelegationId, Id},
};

/// A few of those that both sides want extended, that are in force and end by then, with their ends, behind one; what has been
/// renewed is let go.
pub(in crate::delegations) async fn list_extension_due(
    mut pg: &Pg,
    (after, until): (Option<(Timestamp, Id<DelegationId>)>, Timestamp),
    now: Timestamp,
    most: i64,
) -> Result<Vec<(Timestamp, Id<DelegationId>)>> {
    let (at, id) = after.unwrap_or((now, Uuid::nil().into()));
    Ok(delegations::table
        .filter(delegations::state.eq(Stage::Active))
        .filter(delegations::ends_at.gt(now))
        .filter(delegations::ends_at.le(until))
        .filter(delegations::ends_at.ge(at).and(delegations::ends_at.gt(at).or(delegations::id.gt(id))))
        .filter(delegations::customer_extends_at.is_not_null())
        .filter(delegations::holder_extends_at.is_not_null())
        .filter(not(exists(living_renewal!())))
        .order((delegations::ends_at, delegations::id))
        .limit(most)
        .select((delegations::ends_at, delegations::id))
        .load(&mut pg)
        .await?)
}

/// Whether a delegation is part of its holder's provisioning in every service, the equal of a global administrator (D21).
pub(in crate::delegations) async fn is_part_of_everything(mut pg: &Pg, id: Id<DelegationId>) -> Result<bool> {
    let said: Option<bool> = diesel::select(alive::is_part_of_everything(id.uuid())).get_result(&mut pg).await?;
    Ok(said.unwrap_or(false))
}

/// Writes since when a side agrees, or that it does not.
pub(in crate::delegations) async fn save_agreement(tx: &Tx, id: Id<DelegationId>, side: Side, since: Option<Timestamp>) -> Result<()> {
    match side {
        Side::Customer => {
            let agreed = delegations::customer_extends_at.eq(since);
            diesel::update(delegations::table.find(id)).set(agreed).execute(&mut tx.pg()).await?;
        }
        Side::Holder => {
            let agreed = delegations::holder_extends_at.eq(since);
            diesel::update(delegations::table.find(id)).set(agreed).execute(&mut tx.pg()).await?;
        }
    }
    Ok(())
}

/// Writes that a delegation does not extend itself before the end it has; `false` if that was written before.
pub(in crate::delegations) async fn save_refused(tx: &Tx, facts: &Facts, hindrance: Hindrance) -> Result<bool> {
    let new = diesel::insert_into(extension_refusals::table)
        .values((
            extension_refusals::delegation_id.eq(facts.id.uuid()),
            extension_refusals::ends_at.eq(facts.ends_at),
            extension_refusals::hindrance.eq(hindrance),
            extension_refusals::told_at.eq(tx.now()),
        ))
        .on_conflict_do_nothing()
        .execute(&mut tx.pg())
        .await?;
    Ok(new > 0)
}

/// Writes that a delegation has extended itself once more.
pub(in crate::delegations) async fn save_extended(tx: &Tx, active: &Active) -> Result<()> {
    diesel::update(delegations::table.find(active.facts().id))
        .set((delegations::ends_at.eq(active.facts().ends_at), delegations::extended.eq(delegations::extended + 1)))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}
