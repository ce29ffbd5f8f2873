//! What the operator does with organizations: suspend them and reinstate them. (They are registered with their first person, in accounts.)

use super::{Organization, State, store};
use crate::{
    access::{May, proofs::Operate},
    accounts::directory,
    audit::{self, Event, Kind},
    db::{Db, Result, Tx},
    ids::{Id, Organization as OrganizationId},
    notices::{Letter, enqueue},
    problem::Problem,
    values::Note,
};

/// The longest reason for a suspension.
pub const REASON: usize = 1000;

/// Suspends an organization: from its next request on it may look and nothing else, and its open links do not accept (D5).
///
/// # Errors
/// [`Problem::NotFound`]; [`Problem::Conflict`] when it is suspended already or is the operator itself.
pub async fn suspend(db: &Db, _: &May<Operate>, id: Id<OrganizationId>, reason: &Note<REASON>) -> Result<(), Problem> {
    let tx = db.write().await?;
    let organization = store::lock(&tx, id).await?.ok_or(Problem::NotFound)?;
    if !organization.can_be_suspended() {
        return Err(Problem::Conflict("organizations-not-suspendable"));
    }
    store::set_state(&tx, id, Some(reason.as_str())).await?;
    tell(&tx, &organization, State::Suspended, Some(reason.as_str())).await?;
    let facts = serde_json::json!({ "organization": organization.name, "reason": reason.as_str() });
    audit::record(&tx, Event::new(Kind::OrganizationSuspended).concerning([id]).with(facts)).await?;
    Ok(tx.commit().await?)
}

/// Reinstates an organization: what has not expired in the meantime works again (D5).
///
/// # Errors
/// [`Problem::NotFound`]; [`Problem::Conflict`] when it is not suspended.
pub async fn reinstate(db: &Db, _: &May<Operate>, id: Id<OrganizationId>) -> Result<(), Problem> {
    let tx = db.write().await?;
    let organization = store::lock(&tx, id).await?.ok_or(Problem::NotFound)?;
    if organization.state != State::Suspended {
        return Err(Problem::Conflict("organizations-not-suspended"));
    }
    store::set_state(&tx, id, None).await?;
    tell(&tx, &organization, State::Active, None).await?;
    let facts = serde_json::json!({ "organization": organization.name });
    audit::record(&tx, Event::new(Kind::OrganizationReinstated).concerning([id]).with(facts)).await?;
    Ok(tx.commit().await?)
}

async fn tell(tx: &Tx, organization: &Organization, state: State, reason: Option<&str>) -> Result<()> {
    let letter = Letter::OrganizationState {
        organization: organization.name.clone(),
        active: state == State::Active,
        reason: reason.map(str::to_owned),
    };
    // The operator sees everybody; no system view is needed.
    for admin in directory::list_global_admins(tx.pg(), organization.id).await? {
        enqueue(tx, Some(organization.id), &admin, &letter).await?;
    }
    Ok(())
}
