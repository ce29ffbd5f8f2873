//! Pausing, resuming, rotating and revoking one's own invitation.

use serde_json::json;

use super::{lock_own, store, tell};
use crate::{
    access::{May, proofs::Invite},
    audit::{self, Event},
    db::{Db, Tx},
    ids::{Id, Invitation as InvitationId},
    invitations::{Invitation, Kind, Standing, State},
    notices::Letter,
    problem::Problem,
};

/// Lets a standing invitation rest: its links tell so and accept nothing. Whoever has it or passed it on is told, as of all that
/// becomes of its links.
///
/// # Errors
/// [`Problem::NotFound`] for another's; [`Problem::Conflict`] when it is not an open standing one.
pub async fn pause(db: &Db, proof: &May<Invite>, id: Id<InvitationId>) -> Result<(), Problem> {
    let tell = tell::others(db, id, proof.organization()).await?;

    let tx = db.write().await?;
    let invitation = lock_own(&tx, id, proof.organization()).await?;
    if invitation.kind != Kind::Standing || invitation.standing(tx.now()) != Standing::Open {
        return Err(Problem::Conflict("invitations-conflict-state"));
    }
    store::set_state(&tx, id, State::Paused, proof.user()).await?;
    tell::post(&tx, &tell, &link_changed(proof, &invitation, "paused")).await?;
    finish(tx, &invitation, audit::Kind::InvitationPaused).await
}

/// Lets it work again.
///
/// # Errors
/// [`Problem::NotFound`] for another's; [`Problem::Conflict`] when it does not rest.
pub async fn resume(db: &Db, proof: &May<Invite>, id: Id<InvitationId>) -> Result<(), Problem> {
    let tell = tell::others(db, id, proof.organization()).await?;

    let tx = db.write().await?;
    let invitation = lock_own(&tx, id, proof.organization()).await?;
    if invitation.standing(tx.now()) != Standing::Paused {
        return Err(Problem::Conflict("invitations-conflict-state"));
    }
    store::set_state(&tx, id, State::Open, proof.user()).await?;
    tell::post(&tx, &tell, &link_changed(proof, &invitation, "resumed")).await?;
    finish(tx, &invitation, audit::Kind::InvitationResumed).await
}

/// Gives it a new link; all older ones, forwarded ones too, are dead from now on.
///
/// # Errors
/// [`Problem::NotFound`] for another's; [`Problem::Conflict`] when it cannot be answered any more.
pub async fn rotate(db: &Db, proof: &May<Invite>, id: Id<InvitationId>) -> Result<(), Problem> {
    let tell = tell::others(db, id, proof.organization()).await?;

    let tx = db.write().await?;
    let invitation = lock_own(&tx, id, proof.organization()).await?;
    if !matches!(invitation.standing(tx.now()), Standing::Open | Standing::Paused) {
        return Err(Problem::Conflict("invitations-conflict-state"));
    }
    store::rotate(&tx, id).await?;
    tell::post(&tx, &tell, &link_changed(proof, &invitation, "rotated")).await?;
    finish(tx, &invitation, audit::Kind::InvitationRotated).await
}

/// Takes it back for good; everybody who passed it on or has it in hands is told (UX-20).
///
/// # Errors
/// [`Problem::NotFound`] for another's; [`Problem::Conflict`] when it was answered or taken back in the meantime.
pub async fn revoke(db: &Db, proof: &May<Invite>, id: Id<InvitationId>) -> Result<(), Problem> {
    let tell = tell::others(db, id, proof.organization()).await?;

    let tx = db.write().await?;
    let invitation = lock_own(&tx, id, proof.organization()).await?;
    if matches!(invitation.state, State::Revoked | State::Accepted | State::Declined) {
        return Err(Problem::Conflict("invitations-conflict-state"));
    }
    store::set_state(&tx, id, State::Revoked, proof.user()).await?;
    let provider = proof.place().name.clone();
    let letter = Letter::InvitationRevoked { invitation: id, label: invitation.label.clone(), provider };
    tell::post(&tx, &tell, &letter).await?;
    finish(tx, &invitation, audit::Kind::InvitationRevoked).await
}

fn link_changed(proof: &May<Invite>, invitation: &Invitation, change: &str) -> Letter {
    Letter::InvitationLinkChanged {
        invitation: invitation.id,
        label: invitation.label.clone(),
        provider: proof.place().name.clone(),
        change: change.to_owned(),
    }
}

/// Records what was done, for all whom it concerns, and makes it last.
async fn finish(tx: Tx, invitation: &Invitation, kind: audit::Kind) -> Result<(), Problem> {
    let others = tell::list_others(tx.pg(), invitation.id, invitation.inviter.into()).await?;
    let event = Event::new(kind).invitation(invitation.id).concerning(others).with(json!({ "label": invitation.label }));
    audit::record(&tx, event).await?;
    tx.commit().await?;
    Ok(())
}
