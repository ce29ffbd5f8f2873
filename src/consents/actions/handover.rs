//! Somebody who may not decide hands an invitation to a colleague who may (UX-28).

use chrono::TimeDelta;
use serde_json::json;

use super::refuse_obstacle;
use crate::{
    access::{May, Visitor, proofs::SeeConsents},
    audit::{self, Event, Kind as Recorded},
    consents::{Colleague, store},
    db::Db,
    ids::{Id, Invitation as InvitationId, User},
    notices::{self, Letter, To},
    problem::Problem,
};

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handed {
    /// The colleague has got a letter.
    Over,
    /// Nothing was sent: they asked that colleague already, and nothing new is to be decided.
    Already,
    /// The invitation was accepted in the meantime; the receipt's reference.
    Accepted(String),
}

/// Hands an invitation that the organization's people came to over to one of its global admins, who gets a letter that leads to
/// it. The history keeps who asked whom. The same colleague is asked again by the same person when something new is to be decided, or
/// after a day.
///
/// # Errors
/// 404 when the organization never came to it; 422 for somebody who is no other global admin of the same organization; 409 when
/// it cannot be answered any more.
pub async fn hand_request(
    db: &Db,
    may: &May<SeeConsents>,
    visitor: &Visitor,
    invitation: Id<InvitationId>,
    to: Id<User>,
) -> Result<Handed, Problem> {
    let tx = db.write().await?;
    store::lock_opening(&tx, invitation, may.org()).await?;
    let (request, admin, asked) = futures_util::try_join!(
        store::find_request(tx.pg(), invitation, may.org(), visitor.language, &[], tx.now()),
        store::find_admin(tx.pg(), may.organization(), to),
        store::find_asked(tx.pg(), invitation, may.org(), may.user(), to),
    )?;
    let request = request.ok_or(Problem::NotFound)?;
    if let Some(accepted) = request.accepted {
        return Ok(Handed::Accepted(accepted.reference));
    }
    refuse_obstacle(request.obstacle())?;
    let colleague = admin.filter(|_| to != may.user()).ok_or(Problem::Unprocessable)?;
    let Colleague { name, email, language, .. } = colleague;
    if asked.is_some_and(|(_, at)| tx.now() - at <= TimeDelta::days(1) && !request.is_new_since(at)) {
        return Ok(Handed::Already);
    }
    store::insert_handover(&tx, invitation, may.org(), may.user(), to).await?;
    let letter = Letter::RequestHandedOver { invitation, by: may.name().to_owned(), provider: request.sender.inviter.name };
    let to = To { email, name: Some(name.clone()), language };
    notices::enqueue(&tx, Some(may.organization()), &to, &letter).await?;
    audit::record(&tx, Event::new(Recorded::RequestHandedOver).invitation(invitation).with(json!({ "person": name }))).await?;
    tx.commit().await?;
    Ok(Handed::Over)
}
