//! The operator stops an invitation, whatever its people made of it, and lets it go again as it was (UX-22).

use futures_util::future::try_join_all;

use super::store;
use crate::{
    access::Right,
    accounts::directory,
    audit::{self, Event},
    db::{Pg, Result, Tx},
    ids::{Customer, Id, Invitation as InvitationId, Organization, User},
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

/// The customers who accepted it and work with its inviter still, with their receipts: they are told as well.
///
/// # Errors
/// As every query.
pub async fn accepting(pg: &Pg, invitation: Id<InvitationId>) -> Result<Vec<(Id<Customer>, String)>> {
    store::list_accepting(pg, invitation).await
}

/// A customer's people who are told.
///
/// # Errors
/// As every query.
pub async fn people_of(pg: &Pg, customer: Id<Customer>) -> Result<Vec<To>> {
    directory::list_people_with(pg, customer, Right::Consent).await
}

/// The letters of a stop, or of its end.
#[derive(Debug, Clone, Copy)]
pub struct Letters<'a> {
    /// Whether it is stopped, or let go.
    pub stops: bool,
    /// The invitation.
    pub invitation: &'a Invitation,
    /// The inviter's name.
    pub provider: &'a str,
    /// Why.
    pub reason: &'a str,
}

impl Letters<'_> {
    /// To the inviter, and to those who have it or passed it on.
    pub fn to_partner(self) -> Letter {
        let (invitation, label, reason) = (self.invitation.id, self.invitation.label.clone(), self.reason.to_owned());
        match self.stops {
            true => Letter::InvitationStopped { invitation, label, reason },
            false => Letter::InvitationStopLifted { invitation, label, reason },
        }
    }

    /// To a customer who accepted it: what it granted stays, and is its own to end (D18).
    pub fn to_customer(self, reference: &str) -> Letter {
        let (provider, reference, reason) = (self.provider.to_owned(), reference.to_owned(), self.reason.to_owned());
        match self.stops {
            true => Letter::AcceptedInvitationStopped { provider, reference, reason },
            false => Letter::AcceptedInvitationStopLifted { provider, reference, reason },
        }
    }

    async fn post(self, tx: &Tx, told: &[Told]) -> Result<()> {
        let letter = self.to_partner();
        for (org, people) in told {
            for to in people {
                notices::enqueue(tx, Some(*org), to, &letter).await?;
            }
        }
        let accepting = accepting(tx.pg(), self.invitation.id).await?;
        for portion in accepting.chunks(PORTION) {
            let people = try_join_all(portion.iter().map(|(customer, _)| people_of(tx.pg(), *customer))).await?;
            for ((customer, reference), people) in portion.iter().zip(people) {
                let letter = self.to_customer(reference);
                for to in &people {
                    notices::enqueue(tx, Some((*customer).into()), to, &letter).await?;
                }
            }
        }
        Ok(())
    }
}

/// The customers that accepted an invitation, told in portions: there may be ten thousand.
const PORTION: usize = 200;

/// Stops an invitation, whose row is locked, within the transaction of the operator's decision; inviter, forwarders
/// and the customers who accepted are told why. Hands back the event, to be recorded last. What customers accepted stays as it is.
///
/// # Errors
/// As every query.
pub async fn stop(tx: &Tx, invitation: &Invitation, provider: &str, reason: &Note<1000>, by: Id<User>) -> Result<Event> {
    store::stop(tx, invitation, reason.as_str(), by).await?;
    tell(tx, Letters { stops: true, invitation, provider, reason: reason.as_str() }, audit::Kind::InvitationStopped).await
}

/// Ends a stop in the same way: the invitation, whose row is locked, is again what it was before, and all who were told are told.
///
/// # Errors
/// As every query.
pub async fn lift(tx: &Tx, invitation: &Invitation, provider: &str, reason: &Note<1000>, by: Id<User>) -> Result<Event> {
    store::lift(tx, invitation, by).await?;
    tell(tx, Letters { stops: false, invitation, provider, reason: reason.as_str() }, audit::Kind::InvitationStopLifted).await
}

async fn tell(tx: &Tx, letters: Letters<'_>, kind: audit::Kind) -> Result<Event> {
    let invitation = letters.invitation;
    let told = told_of_stop(tx.pg(), invitation).await?;
    letters.post(tx, &told).await?;
    let event = Event::new(kind).invitation(invitation.id).concerning(told.iter().map(|(org, _)| *org));
    Ok(event.with(serde_json::json!({ "label": invitation.label, "reason": letters.reason })))
}
