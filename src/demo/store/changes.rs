//! What became of the demo's invitations in the meantime: a revision, and reminders.

use diesel::prelude::{ExpressionMethods, QueryDsl};
use diesel_async::RunQueryDsl;

use super::{act_as, act_as_nobody, add_asks};
use crate::{
    db::{
        Result, Timestamp, Tx,
        schema::{invitation_reminders, invitation_services, invitations},
    },
    ids::{Forward, Id, Invitation, Letter as LetterId, Organization, User},
    invitations::ReminderStep,
    services::Scope,
};

/// The terms that a revision puts in force; the database keeps those before it.
pub(in crate::demo) struct NewRevision<'a> {
    pub id: Id<Invitation>,
    pub inviter: Id<Organization>,
    pub days: i32,
    pub asks: &'a [Scope],
    pub made: (Id<User>, Timestamp),
}

pub(in crate::demo) async fn add_revision(tx: &Tx, new: &NewRevision<'_>) -> Result<()> {
    act_as(tx, new.inviter).await?;
    let frozen_at: Option<Timestamp> = invitations::table.find(new.id).select(invitations::frozen_at).first(&mut tx.pg()).await?;
    diesel::update(invitations::table.find(new.id))
        .set((
            invitations::revision.eq(invitations::revision + 1),
            invitations::revised_by.eq(new.made.0.uuid()),
            invitations::revised_at.eq(new.made.1),
            invitations::days.eq(new.days),
            invitations::frozen_at.eq(None::<Timestamp>),
        ))
        .execute(&mut tx.pg())
        .await?;
    let before = invitation_services::table.filter(invitation_services::invitation_id.eq(new.id));
    diesel::delete(before).execute(&mut tx.pg()).await?;
    add_asks(tx, new.id, new.asks).await?;
    diesel::update(invitations::table.find(new.id)).set(invitations::frozen_at.eq(frozen_at)).execute(&mut tx.pg()).await?;
    act_as_nobody(tx).await
}

/// A reminder as it was sent.
pub(in crate::demo) struct NewReminder<'a> {
    pub forward: Id<Forward>,
    pub step: ReminderStep,
    pub invitation: Id<Invitation>,
    pub inviter: Id<Organization>,
    pub email: &'a str,
    pub letter: Id<LetterId>,
    pub at: Timestamp,
}

pub(in crate::demo) async fn add_reminder(tx: &Tx, new: &NewReminder<'_>) -> Result<()> {
    diesel::insert_into(invitation_reminders::table)
        .values((
            invitation_reminders::forward_id.eq(new.forward.uuid()),
            invitation_reminders::step.eq(new.step),
            invitation_reminders::invitation_id.eq(new.invitation),
            invitation_reminders::inviter_id.eq(new.inviter),
            invitation_reminders::forwarder_id.eq(new.inviter),
            invitation_reminders::recipient_email.eq(new.email),
            invitation_reminders::outbox_id.eq(new.letter.uuid()),
            invitation_reminders::reminded_at.eq(new.at),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}
