//! What people do with invitations.

pub mod agreed;
mod correcting;
mod drafting;
mod handing;
mod issuing;
mod managing;
mod passing;
mod reminding;
mod revising;
pub mod stopping;
mod tell;

pub use correcting::{Correction, correct, find_bounced};
pub use drafting::{Creation, answer, begin, create, remove_draft};
pub use handing::{hand_over, take_back};
pub use issuing::{Issue, issue};
pub use managing::{pause, resume, revoke, rotate};
pub use passing::{REVISED, find_hands, pass_on};
pub(super) use reminding::letter as reminder_letter;
pub use reminding::{Reader, find_reader, remind_next, stop_reminders, switch_reminders};
pub use revising::revise;

use super::{Invitation, State, store};
use crate::{
    db::{Result, Tx},
    ids::{Id, Invitation as InvitationId, Organization, User},
    problem::Problem,
};

/// Spends an addressed invitation that a customer has answered, within the transaction of the answer; the row is locked.
///
/// # Errors
/// As every query.
pub async fn spend(tx: &Tx, invitation: Id<InvitationId>, answer: State, by: Id<User>) -> Result<()> {
    store::set_state(tx, invitation, answer, by).await
}

/// Makes an invitation of terms that both sides agreed on, within the transaction of the agreement; frozen at once (D6).
///
/// # Errors
/// As every query.
pub async fn make(tx: &Tx, invitation: &Invitation) -> Result<()> {
    store::insert(tx, invitation).await
}

/// An organization's own invitation, locked. One that it was only handed is not its own: 403; what it cannot see is not there.
async fn lock_own(tx: &Tx, id: Id<InvitationId>, org: Id<Organization>) -> Result<Invitation, Problem> {
    match store::lock(tx, id).await? {
        Some(invitation) if Id::from(invitation.inviter) == org => Ok(invitation),
        Some(_) => Err(Problem::NotFound),
        None if store::find(tx.pg(), id).await?.is_some() => Err(Problem::Forbidden),
        None => Err(Problem::NotFound),
    }
}
