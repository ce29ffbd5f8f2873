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

/// The customers that accepted an invitation, told in portions: there may be ten thousand.
const PORTION: usize = 200;

/// Tells the customers who accepted a stopped invitation, and work with its inviter still, that it was stopped and why: what
/// they granted stays, and is theirs to end (D18).
async fn tell_accepting(tx: &Tx, invitation: &Invitation, provider: &str, reason: &Note<1000>) -> Result<()> {
    let accepting = store::list_accepting(tx.pg(), invitation.id).await?;
    for portion in accepting.chunks(PORTION) {
        let people = portion.iter().map(async |(customer, _)| directory::list_people_with(tx.pg(), *customer, Right::Consent).await);
        for ((customer, reference), people) in portion.iter().zip(try_join_all(people).await?) {
            let (provider, reference, reason) = (provider.to_owned(), reference.clone(), reason.as_str().to_owned());
            let letter = Letter::AcceptedInvitationStopped { provider, reference, reason };
            for to in &people {
                notices::enqueue(tx, Some((*customer).into()), to, &letter).await?;
            }
        }
    }
    Ok(())
}

/// Stops an invitation, whose row is locked, within the transaction of the operator's decision; inviter, forwarders
/// and the customers who accepted are told why. Hands back the event, to be recorded last. What customers accepted stays as it is.
///
/// # Errors
/// As every query.
pub async fn stop(tx: &Tx, invitation: &Invitation, provider: &str, reason: &Note<1000>, by: Id<User>, told: &[Told]) -> Result<Event> {
    store::stop(tx, invitation.id, invitation.state_when_stopped(), reason.as_str(), by).await?;
    let letter =
        Letter::InvitationStopped { invitation: invitation.id, label: invitation.label.clone(), reason: reason.as_str().to_owned() };
    for (org, people) in told {
        for to in people {
            notices::enqueue(tx, Some(*org), to, &letter).await?;
        }
    }
    tell_accepting(tx, invitation, provider, reason).await?;
    let event = Event::new(audit::Kind::InvitationStopped).invitation(invitation.id).concerning(told.iter().map(|(org, _)| *org));
    Ok(event.with(serde_json::json!({ "label": invitation.label, "reason": reason.as_str() })))
}
