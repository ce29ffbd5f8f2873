//! Whom to tell of what becomes of an invitation: everybody who has it, or passed it on; of its terms, only who has it.

use futures_util::future::try_join_all;

use super::store;
use crate::{
    access::Right,
    accounts::directory,
    db::{Db, Pg, Result, Tx},
    ids::{Id, Invitation as InvitationId, Organization},
    notices::{self, Letter, To},
};

/// Organizations with their people who are to be told.
pub(super) type ToTell = Vec<(Id<Organization>, Vec<To>)>;

/// The people to tell of what becomes of the link, by organization. Other organizations' people are not the inviter's to see:
/// the portal looks them up, and only for an invitation of the organization itself.
pub(super) async fn others(db: &Db, id: Id<InvitationId>, own: Id<Organization>) -> Result<ToTell> {
    let system = db.as_system().view().await?;
    if !is_own(system.pg(), id, own).await? {
        return Ok(Vec::new());
    }
    let others = list_others(system.pg(), id, own).await?;
    with_people(system.pg(), others).await
}

/// The people to tell of its terms, by organization: those of whoever has it in hands. Who only passed it on once does not read
/// what it says today.
pub(super) async fn holding(db: &Db, id: Id<InvitationId>, own: Id<Organization>) -> Result<ToTell> {
    let system = db.as_system().view().await?;
    if !is_own(system.pg(), id, own).await? {
        return Ok(Vec::new());
    }
    let holding = store::list_holding(system.pg(), id).await?;
    with_people(system.pg(), holding).await
}

async fn is_own(pg: &Pg, id: Id<InvitationId>, own: Id<Organization>) -> Result<bool> {
    Ok(store::find(pg, id).await?.is_some_and(|found| Id::from(found.inviter) == own))
}

async fn with_people(pg: &Pg, others: Vec<Id<Organization>>) -> Result<ToTell> {
    try_join_all(others.into_iter().map(async |org| directory::list_people_with(pg, org, Right::Forward).await.map(|people| (org, people))))
        .await
}

/// Puts a letter to all of them into the outbox.
pub(super) async fn post(tx: &Tx, told: &ToTell, letter: &Letter) -> Result<()> {
    for (org, people) in told {
        for to in people {
            notices::enqueue(tx, Some(*org), to, letter).await?;
        }
    }
    Ok(())
}

/// Who else has or passed on an invitation.
pub(super) async fn list_others(pg: &Pg, id: Id<InvitationId>, but: Id<Organization>) -> Result<Vec<Id<Organization>>> {
    let (holding, forwarders) = futures_util::try_join!(store::list_holding(pg, id), store::list_forwarders(pg, id))?;
    let mut others: Vec<_> = holding.into_iter().chain(forwarders).filter(|org| *org != but).collect();
    others.sort_unstable();
    others.dedup();
    Ok(others)
}
