//! The operator stops an invitation, whatever its people made of it, and lets it go again as it was (UX-22).

use futures_util::try_join;

use super::store;
use crate::{
    access::Right,
    accounts::directory,
    audit::{self, Event},
    db::{Pg, Result, Tx},
    ids::{Id, Invitation as InvitationId, Organization, User},
    invitations::{Invitation, store::Accepting},
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
    let inviter = Id::from(invitation.inviter);
    let others = async {
        let others = super::tell::list_others(pg, invitation.id, inviter).await?;
        let mut people = directory::list_people_of_each(pg, &others, Right::Forward).await?;
        let told = |org: Id<Organization>| (org, people.remove(&org).unwrap_or_default());
        Ok::<_, crate::db::Error>(others.into_iter().map(told).collect::<Vec<Told>>())
    };
    let (own, others) = try_join!(directory::list_people_with(pg, inviter, Right::Invite), others)?;
    Ok(std::iter::once((inviter, own)).chain(others).collect())
}

/// A customer that accepted, with its people who are told.
pub type Accepted = (Accepting, Vec<To>);

/// How many customers accepted it and work with its inviter still, and so many of them: they are told as well.
///
/// # Errors
/// As every query.
pub async fn accepting(pg: &Pg, invitation: Id<InvitationId>, named: i64) -> Result<(i64, Vec<Accepted>)> {
    try_join!(store::count_accepting(pg, invitation), accepting_after(pg, invitation, nobody(), named))
}

/// Before everybody, in the order of ids.
fn nobody() -> Id<Organization> {
    uuid::Uuid::nil().into()
}

async fn accepting_after(pg: &Pg, invitation: Id<InvitationId>, after: Id<Organization>, most: i64) -> Result<Vec<Accepted>> {
    let customers = store::list_accepting_after(pg, invitation, after, most).await?;
    let ids: Vec<_> = customers.iter().map(|one| one.customer).collect();
    let mut people = directory::list_people_of_each(pg, &ids, Right::Consent).await?;
    let told = |one: Accepting| {
        let people = people.remove(&one.customer).unwrap_or_default();
        (one, people)
    };
    Ok(customers.into_iter().map(told).collect())
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
        let to_partners = told.iter().flat_map(|(org, people)| people.iter().map(|to| (Some(*org), to, letter.clone())));
        notices::enqueue_all(tx, to_partners).await?;
        let mut after = nobody();
        loop {
            let step = accepting_after(tx.pg(), self.invitation.id, after, AT_ONCE).await?;
            let Some((last, _)) = step.last() else { return Ok(()) };
            after = last.customer;
            let letters = step.iter().flat_map(|(one, people)| {
                let letter = self.to_customer(&one.reference);
                people.iter().map(move |to| (Some(one.customer), to, letter.clone()))
            });
            notices::enqueue_all(tx, letters).await?;
        }
    }
}

/// So many of the customers that accepted are read at once, and told with one statement: there may be ten thousand.
const AT_ONCE: i64 = 200;

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
pub async fn lift(tx: &Tx, invitation: &Invitation, provider: &str, reason: &Note<1000>) -> Result<Event> {
    store::lift(tx, invitation).await?;
    tell(tx, Letters { stops: false, invitation, provider, reason: reason.as_str() }, audit::Kind::InvitationStopLifted).await
}

async fn tell(tx: &Tx, letters: Letters<'_>, kind: audit::Kind) -> Result<Event> {
    let invitation = letters.invitation;
    let told = told_of_stop(tx.pg(), invitation).await?;
    letters.post(tx, &told).await?;
    let event = Event::new(kind).invitation(invitation.id).concerning(told.iter().map(|(org, _)| *org));
    Ok(event.with(serde_json::json!({ "label": invitation.label, "reason": letters.reason })))
}
