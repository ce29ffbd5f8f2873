//! From the first page of the wizard to the invitation.

use serde_json::json;

use crate::{
    access::{May, Right, proofs::Invite},
    audit::{self, Event},
    db::Db,
    ids::{Id, Invitation as InvitationId},
    invitations::{Answers, Draft, Passing, Terms, actions::passing, store},
    partnerships,
    problem::Problem,
    services,
};

/// Drafts that one person may keep.
const MOST: usize = 20;

/// Begins a draft.
///
/// # Errors
/// [`Problem::Conflict`] for a person who has many already.
pub async fn begin(db: &Db, proof: &May<Invite>) -> Result<Id<InvitationId>, Problem> {
    let id = Id::new();
    let tx = db.write().await?;
    if store::list_drafts(tx.pg(), proof.user()).await?.len() >= MOST {
        return Err(Problem::Conflict("invitations-conflict-drafts"));
    }
    store::insert_draft(&tx, id, proof.org(), proof.user()).await?;
    tx.commit().await?;
    Ok(id)
}

/// Keeps what was typed on one page, right or wrong, and returns the draft with it.
///
/// # Errors
/// [`Problem::NotFound`] when it is not the person's draft.
pub async fn answer(db: &Db, proof: &May<Invite>, id: Id<InvitationId>, change: impl FnOnce(&mut Answers)) -> Result<Draft, Problem> {
    let tx = db.write().await?;
    let mut draft = store::lock_draft(&tx, id, proof.user()).await?.ok_or(Problem::NotFound)?;
    change(&mut draft.answers);
    store::save_draft(&tx, id, &draft.answers).await?;
    tx.commit().await?;
    Ok(draft)
}

/// Throws a draft away.
///
/// # Errors
/// [`Problem::NotFound`] when it is not the person's draft.
pub async fn remove_draft(db: &Db, proof: &May<Invite>, id: Id<InvitationId>) -> Result<(), Problem> {
    let tx = db.write().await?;
    if !store::delete_draft(&tx, id, proof.user()).await? {
        return Err(Problem::NotFound);
    }
    tx.commit().await?;
    Ok(())
}

/// What the check page showed, and what is to be done with it.
#[derive(Debug)]
pub struct Creation<'a> {
    /// The draft as it was shown.
    pub draft: &'a Draft,
    /// What its answers mean.
    pub terms: &'a Terms,
    /// Whether the portal sends it to its recipient at once.
    pub send: bool,
}

/// Makes the invitation of a draft: only a transacting partner's people have the proof (D1). Its terms are frozen with
/// it (D6). Done twice, it is done once.
///
/// # Errors
/// [`Problem::Forbidden`] when it asks for delegated administration and the person may not; [`Problem::Conflict`] when the
/// draft was changed since it was shown or its suggested holder is no partner any more; [`Problem::TooMany`] beyond the
/// day's limit of mails.
pub async fn create(db: &Db, proof: &May<Invite>, creation: &Creation<'_>) -> Result<Id<InvitationId>, Problem> {
    let Creation { draft, terms, send } = creation;
    if !terms.asks.is_empty() && !proof.place().may(Right::AskForAdministration) {
        return Err(Problem::Forbidden);
    }
    let tx = db.write().await?;
    let Some(kept) = store::lock_draft(&tx, draft.id, proof.user()).await? else {
        // The button was pressed twice: the first press made it.
        return store::find(tx.pg(), draft.id).await?.map(|made| made.id).ok_or(Problem::NotFound);
    };
    if kept.answers != draft.answers {
        return Err(Problem::Conflict("invitations-conflict-draft-changed"));
    }
    if services::asks_for_retired(&terms.asks, &services::list(tx.pg()).await?) {
        return Err(Problem::Conflict("services-retired-asked"));
    }
    if let Some(holder) = terms.suggested_holder
        && !partnerships::is_active(tx.pg(), proof.org(), holder).await?
    {
        return Err(Problem::Conflict("invitations-conflict-holder"));
    }
    let invitation = terms.invitation(draft.id, proof.org(), proof.user(), tx.now());
    store::insert(&tx, &invitation).await?;
    store::delete_draft(&tx, draft.id, proof.user()).await?;
    let event = Event::new(audit::Kind::InvitationCreated).invitation(draft.id);
    let created = event.with(json!({ "label": invitation.label, "kind": invitation.kind, "days": invitation.days }));
    if *send {
        let sender = passing::Passer { user: proof.user(), org: proof.organization() };
        let ways = passing::addressed_to(&invitation).map(|to| Passing::Mail(vec![to])).ok_or(Problem::Unprocessable)?;
        let first = passing::Letters {
            invitation: &invitation,
            seen: Some(invitation.revision),
            by: sender,
            note: None,
            first: Some(draft.forward()),
            corrects: None,
        };
        let forwarded = passing::write(&tx, &first, &ways).await?;
        audit::record(&tx, created).await?;
        for event in forwarded.events {
            audit::record(&tx, event).await?;
        }
    } else {
        audit::record(&tx, created).await?;
    }
    tx.commit().await?;
    Ok(draft.id)
}
