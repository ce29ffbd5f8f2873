//! A new revision of an invitation: the same link, other terms (D6).

use serde_json::json;

use super::{lock_own, store, tell};
use crate::{
    access::{May, Right, proofs::Invite},
    audit::{self, Event},
    db::Db,
    ids::{Id, Invitation as InvitationId},
    invitations::{Difference, NewTerms},
    notices::Letter,
    partnerships,
    problem::Problem,
};

/// Puts new terms in force; `base` is the number of the revision that was changed. Acceptances of older revisions stay what
/// they are; an open consent page of one is answered with the difference. Whoever has the invitation is told.
///
/// # Errors
/// [`Problem::NotFound`] and [`Problem::Forbidden`] for another's; [`Problem::Forbidden`] when what is asked for beyond the
/// relationship changes and the person may not ask for it; [`Problem::Conflict`] when somebody else made a revision in the
/// meantime, it can be answered no more, or the suggested holder is no partner any more; [`Problem::Unprocessable`] when nothing
/// would change.
pub async fn revise(db: &Db, proof: &May<Invite>, id: Id<InvitationId>, base: i32, terms: &NewTerms) -> Result<(), Problem> {
    let tell = tell::holding(db, id, proof.organization()).await?;

    let tx = db.write().await?;
    let before = lock_own(&tx, id, proof.organization()).await?;
    if before.revision != base {
        return Err(Problem::Conflict("revisions-conflict-base"));
    }
    let after = before.revised(terms, proof.user(), tx.now()).ok_or(Problem::Conflict("invitations-conflict-state"))?;
    let difference = Difference::between(&before.current(), &after.current());
    if difference.is_empty() {
        return Err(Problem::Unprocessable);
    }
    if difference.touches_administration() && !after.asks.is_empty() && !proof.place().may(Right::AskForAdministration) {
        return Err(Problem::Forbidden);
    }
    if let Some(holder) = after.suggested_holder.filter(|_| difference.holder.is_some())
        && !partnerships::is_active(tx.pg(), proof.org(), holder).await?
    {
        return Err(Problem::Conflict("invitations-conflict-holder"));
    }
    store::revise(&tx, &after, proof.user()).await?;
    let letter = Letter::InvitationRevised {
        invitation: id,
        label: after.label.clone(),
        provider: proof.place().name.clone(),
        added: difference.added.clone(),
        removed: difference.removed.clone(),
        others: difference.others().into_iter().map(str::to_owned).collect(),
    };
    tell::post(&tx, &tell, &letter).await?;
    let others = tell.iter().map(|(org, _)| *org);
    let event = Event::new(audit::Kind::InvitationRevised).invitation(id).concerning(others);
    audit::record(&tx, event.with(json!({ "label": after.label, "revision": after.revision }))).await?;
    tx.commit().await?;
    Ok(())
}
