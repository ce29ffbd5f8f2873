//! What is over by the clock although its row does not say so yet (D8).

use diesel::{
    OptionalExtension,
    prelude::{BoolExpressionMethods, ExpressionMethods, QueryDsl},
};
use diesel_async::RunQueryDsl;

use super::{Listed, find};
use crate::{
    db::{Pg, Result, Timestamp, Tx, schema::delegations},
    delegations::Stage,
    ids::{Delegation as DelegationId, Id},
};

/// A few of those whose time is over although their rows do not say so yet, with their ends, behind one.
pub(in crate::delegations) async fn list_over(
    mut pg: &Pg,
    after: Option<(Timestamp, Id<DelegationId>)>,
    now: Timestamp,
    most: i64,
) -> Result<Vec<(Timestamp, Id<DelegationId>)>> {
    let (at, id) = after.unwrap_or((Timestamp::UNIX_EPOCH, uuid::Uuid::nil().into()));
    Ok(delegations::table
        .filter(delegations::state.ne(Stage::Ended))
        .filter(delegations::ends_at.le(now))
        .filter(delegations::ends_at.ge(at).and(delegations::ends_at.gt(at).or(delegations::id.gt(id))))
        .order((delegations::ends_at, delegations::id))
        .limit(most)
        .select((delegations::ends_at, delegations::id))
        .load(&mut pg)
        .await?)
}

/// One of those, locked; what others are about to end is left to them.
pub(in crate::delegations) async fn lock_over(tx: &Tx, id: Id<DelegationId>) -> Result<Option<Listed>> {
    let locked: Option<Id<DelegationId>> = delegations::table
        .filter(delegations::id.eq(id))
        .filter(delegations::state.ne(Stage::Ended))
        .filter(delegations::ends_at.le(tx.now()))
        .select(delegations::id)
        .for_update()
        .skip_locked()
        .first(&mut tx.pg())
        .await
        .optional()?;
    match locked {
        Some(id) => find(tx.pg(), id, tx.now()).await,
        None => Ok(None),
    }
}
