//! Handing an invitation to resellers, and taking it back (D2).

use serde_json::json;

use super::{lock_own, store, tell};
use crate::{
    access::{May, Right, proofs::Forward as ForwardRight},
    accounts::directory,
    audit::{self, Event},
    db::Db,
    ids::{Id, Invitation as InvitationId, Organization, Reseller},
    invitations::Standing,
    notices::{self, Letter},
    partnerships::{self, Known},
    problem::Problem,
};

/// Hands an invitation to resellers in an active partnership; each that did not have it is told.
///
/// # Errors
/// [`Problem::NotFound`] and [`Problem::Forbidden`] for another's invitation; [`Problem::Unprocessable`] for somebody
/// who is no reseller of the inviter; [`Problem::Conflict`] when it cannot be answered any more.
pub async fn hand_over(db: &Db, proof: &May<ForwardRight>, id: Id<InvitationId>, to: &[Id<Reseller>]) -> Result<usize, Problem> {
    // The resellers' people are not the provider's to see: the portal looks up whom to tell.
    let system = db.as_system().view().await?;
    let mut people = Vec::new();
    for reseller in to {
        people.push(directory::list_people_with(system.pg(), *reseller, Right::Forward).await?);
    }
    drop(system);

    let tx = db.write().await?;
    let invitation = lock_own(&tx, id, proof.organization()).await?;
    if !matches!(invitation.standing(tx.now()), Standing::Open | Standing::Paused) {
        return Err(Problem::Conflict("invitations-conflict-state"));
    }
    partnerships::hold(&tx, invitation.inviter, to).await?;
    let (partners, handed) =
        futures_util::try_join!(partnerships::find_active_resellers(tx.pg(), invitation.inviter, to), store::list_holding(tx.pg(), id))?;
    let mut events = Vec::new();
    for (reseller, people) in to.iter().zip(people) {
        let known: &Known<Reseller> = partners.iter().find(|known| known.id == *reseller).ok_or(Problem::Unprocessable)?;
        if handed.contains(&Id::from(*reseller)) {
            continue;
        }
        store::hand_out(&tx, id, invitation.inviter, *reseller, proof.user()).await?;
        let provider = proof.place().name.clone();
        let letter = Letter::InvitationHandedOver { invitation: id, label: invitation.label.clone(), provider };
        for to in &people {
            notices::enqueue(&tx, Some((*reseller).into()), to, &letter).await?;
        }
        let event = Event::new(audit::Kind::InvitationHandedOver).invitation(id).concerning([*reseller]);
        events.push(event.with(json!({ "label": invitation.label, "reseller": known.name })));
    }
    let count = events.len();
    for event in events {
        audit::record(&tx, event).await?;
    }
    tx.commit().await?;
    Ok(count)
}

/// Takes an invitation back from a reseller, which is told: it can pass it on no more. Links that it passed on stay alive.
///
/// # Errors
/// [`Problem::NotFound`] when the reseller has not got it, or for another's invitation.
pub async fn take_back(db: &Db, proof: &May<ForwardRight>, id: Id<InvitationId>, reseller: Id<Organization>) -> Result<(), Problem> {
    let tell = tell::holding(db, id, proof.organization()).await?;

    let tx = db.write().await?;
    let invitation = lock_own(&tx, id, proof.organization()).await?;
    if !store::take_back(&tx, id, reseller).await? {
        return Err(Problem::NotFound);
    }
    let letter = Letter::InvitationTakenBack { label: invitation.label.clone(), provider: proof.place().name.clone() };
    let tell: tell::ToTell = tell.into_iter().filter(|(org, _)| *org == reseller).collect();
    tell::post(&tx, &tell, &letter).await?;
    let name = store::find_sender(tx.pg(), reseller).await?.map(|sender| sender.name).unwrap_or_default();
    let event = Event::new(audit::Kind::InvitationTakenBack).invitation(id).concerning([reseller]);
    audit::record(&tx, event.with(json!({ "label": invitation.label, "reseller": name }))).await?;
    tx.commit().await?;
    Ok(())
}
