//! What was agreed on from an invitation by counter-offers (D16) is stopped with it and let go with it (UX-22).

use super::{stopping::Letters, store};
use crate::{
    access::Right,
    accounts::directory,
    audit::{self, Event},
    db::{Pg, Result, Tx},
    ids::{Id, Invitation as InvitationId, Organization, User},
    notices::{self, To},
};

/// So many customers' people are read at once.
const AT_ONCE: usize = 200;

/// A customer that accepted what was agreed on: its name, its receipt's reference, and its people who are told.
pub type Accepted = (String, String, Vec<To>);

/// What a stop, or its end, reaches beside the invitation itself.
#[derive(Debug)]
pub struct Reach {
    /// What the people of the invitations that are stopped, or let go, call them.
    pub labels: Vec<String>,
    /// The customers who accepted what was agreed on before: they are told as those who accepted the first one.
    pub accepted: Vec<Accepted>,
}

/// What the stop of an invitation, or its end, would reach beside it.
///
/// # Errors
/// As every query.
pub async fn find_reach(pg: &Pg, about: Id<InvitationId>, stops: bool) -> Result<Reach> {
    let concerned = async { if stops { store::list_open_agreed(pg, about).await } else { store::list_stopped_with(pg, about).await } };
    let (concerned, accepted) = futures_util::try_join!(concerned, list_accepted(pg, about))?;
    Ok(Reach {
        labels: concerned.into_iter().map(|(_, label)| label).collect(),
        accepted: accepted.into_iter().map(|(_, one)| one).collect(),
    })
}

async fn list_accepted(pg: &Pg, about: Id<InvitationId>) -> Result<Vec<(Id<Organization>, Accepted)>> {
    let customers = store::list_accepting_agreed(pg, about).await?;
    let mut all = Vec::new();
    for portion in customers.chunks(AT_ONCE) {
        let ids: Vec<_> = portion.iter().map(|(customer, ..)| *customer).collect();
        let mut people = directory::list_people_of_each(pg, &ids, Right::Consent).await?;
        all.extend(portion.iter().map(|(customer, name, reference)| {
            (*customer, (name.clone(), reference.clone(), people.remove(customer).unwrap_or_default()))
        }));
    }
    Ok(all)
}

/// Carries the stop of an invitation, whose row is locked, or its end, to what was agreed on from it, within the same transaction; the
/// customers who accepted that before are told. Hands back the events, to be recorded last.
///
/// # Errors
/// As every query.
pub async fn carry(tx: &Tx, letters: Letters<'_>, by: Id<User>) -> Result<Vec<Event>> {
    let first = letters.invitation;
    let mut reached = Vec::new();
    if letters.stops {
        // Once more after each: what was agreed on while the rows were waited for is seen only by the next look.
        loop {
            let more = store::stop_agreed(tx, first.id, letters.reason, by).await?;
            if more.is_empty() {
                break;
            }
            reached.extend(more);
        }
    } else {
        reached = store::lift_agreed(tx, first.id).await?;
    }
    for (customer, (_, reference, people)) in list_accepted(tx.pg(), first.id).await? {
        let letter = letters.to_customer(&reference);
        notices::enqueue_all(tx, people.iter().map(|to| (Some(customer), to, letter.clone()))).await?;
    }
    let kind = if letters.stops { audit::Kind::InvitationStopped } else { audit::Kind::InvitationStopLifted };
    let event = |(id, label): (Id<InvitationId>, String)| {
        let details = serde_json::json!({ "label": label, "reason": letters.reason });
        Event::new(kind).invitation(id).concerning([first.inviter]).with(details)
    };
    Ok(reached.into_iter().map(event).collect())
}
