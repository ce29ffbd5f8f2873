//! What people do with the delegations they hold: use them.

use serde_json::json;

use super::{Reason, Use, store};
use crate::{
    access::{May, proofs::AdministerOnBehalf},
    audit::{self, Event, Kind as Recorded},
    db::Db,
    delegations,
    ids::{Delegation as DelegationId, Id, Organization, Use as UseId},
    organizations::State,
    problem::Problem,
};

/// A person of the holder begins to work for the customer. Everything is decided at this moment, whatever the page before
/// said: that the delegation is active by the database's clock, for this service and purpose (AB-35, AB-36, AB-38), and that
/// the holder is not suspended. It is recorded before anybody goes anywhere (D25).
///
/// # Errors
/// 404 when it is not this organization's delegation; 403 when the organization is suspended; 409 when it is not in force.
pub async fn begin(db: &Db, may: &May<AdministerOnBehalf>, id: Id<DelegationId>, reason: Reason) -> Result<Id<UseId>, Problem> {
    let tx = db.write().await?;
    // As the database says now, not as the request began.
    if tx.visitor()["org_state"] != json!(State::Active) {
        return Err(Problem::Suspended);
    }
    let mine = |listed: &delegations::Listed| listed.facts().holder == may.organization();
    let delegation = delegations::hold(&tx, id).await?.ok_or(Problem::NotFound)?;
    let listed = delegations::find(tx.pg(), id, tx.now()).await?.filter(mine).ok_or(Problem::NotFound)?;
    let by = (may.organization(), may.user(), may.name());
    let one = Use::of(&delegation, by, reason, tx.now()).ok_or(Problem::Conflict("uses-not-in-force-text"))?;
    store::insert(&tx, &one).await?;
    let event = Event::new(Recorded::DelegationUsed)
        .delegation(one.delegation)
        .relationship(one.relationship)
        .concerning([Id::<Organization>::from(one.customer), one.holder])
        .with(json!({
            "customer": listed.customer.name, "holder": listed.holder.name,
            "service": one.scope.service, "purpose": one.scope.purpose, "reason": one.reason.as_str(),
        }));
    audit::record(&tx, event).await?;
    tx.commit().await?;
    Ok(one.id)
}
