//! Whom to tell of what becomes of an invitation: everybody who has it, or passed it on.

use futures_util::future::try_join_all;

use super::store;
use crate::{
    access::Right,
    accounts::directory,
    db::{Db, Pg, Result},
    ids::{Id, Invitation as InvitationId, Organization},
    notices::To,
};

/// The people to tell, by organization. Other organizations' people are not the inviter's to see: the portal looks them up,
/// and only for an invitation of the organization itself.
pub(super) async fn others(db: &Db, id: Id<InvitationId>, own: Id<Organization>) -> Result<Vec<(Id<Organization>, Vec<To>)>> {
    let system = db.as_system().view().await?;
    let seen = store::find(system.pg(), id).await?.filter(|found| Id::from(found.inviter) == own);
    if seen.is_none() {
        return Ok(Vec::new());
    }
    let others = list_others(system.pg(), id, own).await?;
    try_join_all(
        others.into_iter().map(async |org| directory::list_people_with(system.pg(), org, Right::Forward).await.map(|people| (org, people))),
    )
    .await
}

/// Who else has or passed on an invitation.
pub(super) async fn list_others(pg: &Pg, id: Id<InvitationId>, but: Id<Organization>) -> Result<Vec<Id<Organization>>> {
    let (holding, forwarders) = futures_util::try_join!(store::list_holding(pg, id), store::list_forwarders(pg, id))?;
    let mut others: Vec<_> = holding.into_iter().chain(forwarders).filter(|org| *org != but).collect();
    others.sort_unstable();
    others.dedup();
    Ok(others)
}
