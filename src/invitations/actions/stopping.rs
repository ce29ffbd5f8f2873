//! The operator stops an invitation: it is over for good, whatever its people made of it (UX-22).

use futures_util::future::try_join_all;

use super::store;
use crate::{
    access::Right,
    accounts::directory,
    audit::{self, Event},
    db::{Pg, Result, Tx},
    ids::{Id, Organization, User},
    invitations::Invitation,
    notices::{self, Letter, To},
    values::Note,
};

/// An organization that has to do with an invitation, and its people who are told.
pub type Told = (Id<Organization>, Vec<To>);

/// Whom a stop is told to: the inviter, and all who have the invitation or passed it on. The operator sees everybody.
///
/// # Errors
/// As every query.
pub async fn told_of_stop(pg: &Pg, invitation: &Invitation) -> Result<Vec<Told>> {
    let others = super::tell::list_others(pg, invitation.id, invitation.inviter.into()).await?;
    let inviter = std::iter::once((Id::from(invitation.inviter), Right::Invite));
    let all: Vec<_> = inviter.chain(others.into_iter().map(|org| (org, Right::Forward))).collect();
    try_join_all(all.into_iter().map(async |(org, right)| directory::list_people_with(pg, org, right).await.map(|people| (org, people))))
        .await
}

/// Stops an invitation, whose row is locked, within the transaction of the operator's decision; inviter and forwarders are told
/// why. Hands back the event, to be recorded last. What customers accepted stays as it is.
///
/// # Errors
/// As every query.
pub async fn stop(tx: &Tx, invitation: &Invitation, reason: &Note<1000>, by: Id<User>, told: &[Told]) -> Result<Event> {
    store::stop(tx, invitation.id, invitation.state_when_stopped(), reason.as_str(), by).await?;
    let letter =
        Letter::InvitationStopped { invitation: invitation.id, label: invitation.label.clone(), reason: reason.as_str().to_owned() };
    for (org, people) in told {
        for to in people {
            notices::enqueue(tx, Some(*org), to, &letter).await?;
        }
    }
    let event = Event::new(audit::Kind::InvitationStopped).invitation(invitation.id).concerning(told.iter().map(|(org, _)| *org));
    Ok(event.with(serde_json::json!({ "label": invitation.label, "reason": reason.as_str() })))
}
