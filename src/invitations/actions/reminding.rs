//! Reminding recipients: the portal does it, its people switch it on and off, and whoever is reminded can have it stopped (UX-42).

use serde_json::json;

use super::{
    super::reminder::{self, Outlook},
    lock_own, store,
};
use crate::{
    access::{May, proofs::Invite},
    audit::{self, Event},
    db::{Db, Timestamp, Tx},
    ids::{Forward, Id, Invitation as InvitationId, Organization},
    invitations::{Invitation, Sender, Sending, Standing},
    notices::{self, Letter, To},
    organizations::State as OrganizationState,
    problem::Problem,
};

/// When an invitation had its turn to be looked at, and which it was.
pub type Turn = (Timestamp, Id<InvitationId>);

/// Looks at the next addressed invitation whose time has come by the portal's clock, and reminds its recipient if a reminder
/// is due. Says whose turn it was and how it went; `None` when there was none to look at behind the one before.
///
/// # Errors
/// 503 when the database is away.
pub async fn remind_next(db: &Db, now: Timestamp, after: Option<Turn>) -> Result<Option<(Turn, Result<(), Problem>)>, Problem> {
    let tx = db.as_system().write().await?;
    let Some((turn, invitation)) = store::claim_to_remind(&tx, now, after).await? else { return Ok(None) };
    Ok(Some((turn, look_at(tx, &invitation, now).await)))
}

/// Whether it can still be answered is for the database's clock to say (D8).
async fn look_at(tx: Tx, invitation: &Invitation, now: Timestamp) -> Result<(), Problem> {
    let next = match invitation.expires_at.filter(|end| *end > now && invitation.standing(tx.now()) == Standing::Open) {
        None => None,
        Some(end) => Some(remind(&tx, invitation, end, now).await?),
    };
    store::set_remind_at(&tx, invitation.id, next).await?;
    tx.commit().await?;
    Ok(())
}

/// Reminds, if it is due and nobody is against it; when to look again.
async fn remind(tx: &Tx, invitation: &Invitation, end: Timestamp, now: Timestamp) -> Result<Timestamp, Problem> {
    let (provider, sending) =
        futures_util::try_join!(store::find_sender(tx.pg(), invitation.inviter), store::find_sending(tx.pg(), invitation))?;
    // A suspended partner does not remind (D5).
    let (Some(provider), Some(sending)) = (provider.filter(|found| found.state == OrganizationState::Active), sending) else {
        return Ok(reminder::again(now));
    };
    let done = store::list_steps(tx.pg(), sending.forward).await?;
    let step = match reminder::outlook(sending.sent_at, end, &done, now) {
        Outlook::Later(at) => return Ok(at),
        Outlook::Due(step) => step,
    };
    if store::is_unwanted(tx.pg(), sending.forwarder, &sending.email).await? {
        return Ok(reminder::again(now));
    }
    let own = Id::<Organization>::from(invitation.inviter) == sending.forwarder;
    let forwarder = if own { None } else { store::find_sender(tx.pg(), sending.forwarder).await? };
    let letter = letter(invitation, &provider, &sending, forwarder.as_ref());
    let to = To { email: sending.email.clone(), name: sending.name.clone(), language: invitation.language };
    let id = notices::enqueue(tx, Some(sending.forwarder), &to, &letter).await?;
    let new = store::NewReminder { invitation, sending: &sending, step, letter: id, at: now };
    store::insert_reminder(tx, &new).await?;
    // In the sender's chain: one for the whole portal would be a queue.
    let event = Event::new(audit::Kind::InvitationReminded).by(None, Some(sending.forwarder)).invitation(invitation.id);
    audit::record(tx, event.concerning([invitation.inviter]).with(json!({ "recipient": sending.email }))).await?;
    Ok(reminder::again(now))
}

/// The reminder of a sending: the link of that sending, the terms of today.
pub(in crate::invitations) fn letter(invitation: &Invitation, provider: &Sender, sending: &Sending, forwarder: Option<&Sender>) -> Letter {
    let offer = invitation.offer(provider, Some(sending.forward), forwarder, None);
    Letter::InvitationReminder { offer: Box::new(offer), sent_at: sending.sent_at }
}

/// Switches the reminders of an invitation on or off.
///
/// # Errors
/// [`Problem::NotFound`] and [`Problem::Forbidden`] for another's; [`Problem::NotFound`] for a standing one, which has none;
/// [`Problem::Conflict`] when it can be answered no more.
pub async fn switch_reminders(db: &Db, proof: &May<Invite>, id: Id<InvitationId>, on: bool) -> Result<(), Problem> {
    let tx = db.write().await?;
    let invitation = lock_own(&tx, id, proof.organization()).await?;
    if invitation.recipient.is_none() {
        return Err(Problem::NotFound);
    }
    if invitation.standing(tx.now()) != Standing::Open {
        return Err(Problem::Conflict("invitations-conflict-state"));
    }
    if invitation.reminders == on {
        return Ok(());
    }
    store::set_reminders(&tx, id, on).await?;
    let kind = if on { audit::Kind::InvitationRemindersOn } else { audit::Kind::InvitationRemindersOff };
    audit::record(&tx, Event::new(kind).invitation(id).with(json!({ "label": invitation.label }))).await?;
    tx.commit().await?;
    Ok(())
}

/// What the link of a reminder leads to: who reminds whom, and whether that is still wanted.
#[derive(Debug, Clone)]
pub struct Reader {
    /// The partner that reminds.
    pub sender: String,
    /// The address.
    pub email: String,
    /// Whether the reader has said already that they want no more.
    pub stopped: bool,
}

/// The reader of a reminder. Nobody is signed in: the link is the proof, so the portal looks.
///
/// # Errors
/// [`Problem::NotFound`] for a link that leads nowhere.
pub async fn find_reader(db: &Db, forward: Id<Forward>) -> Result<Reader, Problem> {
    let view = db.as_system().view().await?;
    let (_, _, org, sender, email) = store::forward_of(view.pg(), forward).await?.ok_or(Problem::NotFound)?;
    let email = email.ok_or(Problem::NotFound)?;
    let stopped = store::is_unwanted(view.pg(), org, &email).await?;
    Ok(Reader { sender, email, stopped })
}

/// The reader of a reminder wants no more of them from this partner. Done twice, it is done once.
///
/// # Errors
/// [`Problem::NotFound`] for a link that leads nowhere.
pub async fn stop_reminders(db: &Db, forward: Id<Forward>) -> Result<(), Problem> {
    let tx = db.as_system().write().await?;
    let (invitation, inviter, org, _, email) = store::forward_of(tx.pg(), forward).await?.ok_or(Problem::NotFound)?;
    let email = email.ok_or(Problem::NotFound)?;
    if store::insert_opt_out(&tx, org, &email).await? {
        let event = Event::new(audit::Kind::InvitationRemindersRefused).by(None, None).invitation(invitation);
        audit::record(&tx, event.concerning([inviter, org])).await?;
    }
    tx.commit().await?;
    Ok(())
}
