//! Rows of `invitation_reminders` and `reminder_opt_outs`: who was reminded, and who does not want to be.

use diesel::{
    BoolExpressionMethods, OptionalExtension,
    dsl::exists,
    prelude::{ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl},
};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::{Row, list_asks};
use crate::{
    db::{
        Cursor, Keyset, Pg, Result, Timestamp, Tx, paged,
        schema::{forwards, handouts, invitation_reminders, invitations, organizations, outbox, partnerships, reminder_opt_outs},
    },
    ids::{Forward, Id, Invitation as InvitationId, Letter, Organization},
    invitations::{Invitation, Kind, Reminded, ReminderStep, Sending, State, Way},
    notices, organizations as organizations_nouns,
};

/// The next addressed invitation that is to be looked at, behind another one, locked, with its turn; others that are locked are
/// passed over.
pub(in crate::invitations) async fn claim_to_remind(
    tx: &Tx,
    now: Timestamp,
    after: Option<(Timestamp, Id<InvitationId>)>,
) -> Result<Option<((Timestamp, Id<InvitationId>), Invitation)>> {
    let turn = invitations::remind_at.assume_not_null();
    let (at, id) = after.unwrap_or((Timestamp::UNIX_EPOCH, Uuid::nil().into()));
    let row = invitations::table
        .filter(invitations::kind.eq(Kind::Addressed).and(invitations::state.eq(State::Open)).and(invitations::reminders))
        .filter(invitations::remind_at.le(now))
        .filter(turn.ge(at).and(turn.gt(at).or(invitations::id.gt(id))))
        .order((invitations::remind_at, invitations::id))
        .limit(1)
        .select((turn, super::columns!()))
        .for_update()
        .skip_locked()
        .first::<(Timestamp, Row)>(&mut tx.pg())
        .await
        .optional()?;
    let Some((turn, row)) = row else { return Ok(None) };
    let id = row.what.0;
    let asks = list_asks(tx.pg(), id).await?;
    Ok(Some(((turn, id), row.with(asks))))
}

/// Notes when an invitation is looked at again; never, when there is nothing more to come.
pub(in crate::invitations) async fn set_remind_at(tx: &Tx, id: Id<InvitationId>, at: Option<Timestamp>) -> Result<()> {
    diesel::update(invitations::table.find(id)).set(invitations::remind_at.eq(at)).execute(&mut tx.pg()).await?;
    Ok(())
}

/// Switches the reminders of an invitation on or off.
pub(in crate::invitations) async fn set_reminders(tx: &Tx, id: Id<InvitationId>, on: bool) -> Result<()> {
    diesel::update(invitations::table.find(id))
        .set((invitations::reminders.eq(on), invitations::remind_at.eq(tx.now())))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// The last mail that brought an addressed invitation to its recipient with a link that is alive, sent by somebody who may
/// still pass it on: the inviter, or a reseller that has it in its hands in an active partnership (D2, D5).
pub(in crate::invitations) async fn find_sending(mut pg: &Pg, invitation: &Invitation) -> Result<Option<Sending>> {
    let Some(recipient) = &invitation.recipient else { return Ok(None) };
    let inviter = Id::<Organization>::from(invitation.inviter);
    let in_hands = handouts::table
        .filter(handouts::invitation_id.eq(invitation.id).and(handouts::reseller_id.eq(forwards::forwarder_id)))
        .filter(handouts::withdrawn_at.is_null());
    let partners = partnerships::table
        .filter(partnerships::provider_id.eq(inviter).and(partnerships::reseller_id.eq(forwards::forwarder_id.nullable())))
        .filter(partnerships::state.eq("active"));
    type Sent = (Id<Forward>, Id<Organization>, Option<String>, Option<Timestamp>);
    let row: Option<Sent> = forwards::table
        .inner_join(outbox::table.on(outbox::id.nullable().eq(forwards::outbox_id)))
        .inner_join(organizations::table.on(organizations::id.eq(forwards::forwarder_id)))
        .filter(forwards::invitation_id.eq(invitation.id).and(forwards::way.eq(Way::Mail)))
        .filter(forwards::generation.eq(invitation.generation).and(forwards::recipient_email.eq(&recipient.email)))
        .filter(outbox::state.eq("sent"))
        // What came back by a reminder is as dead as what came back at once.
        .filter(forwards::bounced_at.is_null())
        .filter(organizations::state.eq(organizations_nouns::State::Active))
        .filter(forwards::forwarder_id.eq(inviter).or(exists(in_hands).and(exists(partners))))
        .order((forwards::forwarded_at.desc(), forwards::id.desc()))
        .select((forwards::id, forwards::forwarder_id, forwards::recipient_name, outbox::sent_at))
        .first(&mut pg)
        .await
        .optional()?;
    Ok(row.and_then(|(forward, forwarder, name, sent_at)| {
        Some(Sending { forward, forwarder, email: recipient.email.clone(), name, sent_at: sent_at? })
    }))
}

/// Whose a forward is, of which invitation of whom, and to which address, for the link in a reminder.
pub(in crate::invitations) type ForwardOf = (Id<InvitationId>, Id<Organization>, Id<Organization>, String, Option<String>);

/// See [`ForwardOf`]: invitation, inviter, forwarder, its name, address.
pub(in crate::invitations) async fn forward_of(mut pg: &Pg, forward: Id<Forward>) -> Result<Option<ForwardOf>> {
    Ok(forwards::table
        .inner_join(organizations::table.on(organizations::id.eq(forwards::forwarder_id)))
        .filter(forwards::id.eq(forward))
        .select((forwards::invitation_id, forwards::inviter_id, forwards::forwarder_id, organizations::name, forwards::recipient_email))
        .first(&mut pg)
        .await
        .optional()?)
}

/// A page of the reminders of an invitation, the latest first.
pub(in crate::invitations) async fn list_reminders(
    mut pg: &Pg,
    id: Id<InvitationId>,
    cursor: Option<&Cursor<Timestamp>>,
) -> Result<Keyset<Reminded>> {
    type Sent = (Id<Forward>, ReminderStep, String, Timestamp, Option<String>);
    let query = invitation_reminders::table
        .left_join(outbox::table.on(outbox::id.eq(invitation_reminders::outbox_id)))
        .filter(invitation_reminders::invitation_id.eq(id))
        .select((
            invitation_reminders::forward_id,
            invitation_reminders::step,
            invitation_reminders::recipient_email,
            invitation_reminders::reminded_at,
            outbox::state.nullable(),
        ))
        .into_boxed();
    // A sending is reminded of once at a time.
    let rows: Vec<Sent> =
        paged!(query, cursor, desc(invitation_reminders::reminded_at, invitation_reminders::forward_id)).load(&mut pg).await?;
    let rows = rows.into_iter().map(|(forward, step, email, at, mail)| Reminded { forward, step, email, at, mail }).collect();
    Ok(Keyset::new(rows, cursor, |row: &Reminded| (row.at, row.forward.uuid())))
}

/// Which reminders of a sending have gone out, and when: as many as there are steps at most.
pub(in crate::invitations) async fn list_steps(mut pg: &Pg, forward: Id<Forward>) -> Result<Vec<(ReminderStep, Timestamp)>> {
    Ok(invitation_reminders::table
        .filter(invitation_reminders::forward_id.eq(forward))
        .select((invitation_reminders::step, invitation_reminders::reminded_at))
        .load(&mut pg)
        .await?)
}

/// A reminder that goes out.
pub(in crate::invitations) struct NewReminder<'a> {
    pub invitation: &'a Invitation,
    pub sending: &'a Sending,
    pub step: ReminderStep,
    pub letter: Id<Letter>,
    pub at: Timestamp,
}

/// Writes a reminder; the key refuses a second one of the same sending and step.
pub(in crate::invitations) async fn insert_reminder(tx: &Tx, new: &NewReminder<'_>) -> Result<()> {
    diesel::insert_into(invitation_reminders::table)
        .values((
            invitation_reminders::forward_id.eq(new.sending.forward.uuid()),
            invitation_reminders::step.eq(new.step),
            invitation_reminders::invitation_id.eq(new.invitation.id),
            invitation_reminders::inviter_id.eq(new.invitation.inviter.uuid()),
            invitation_reminders::forwarder_id.eq(new.sending.forwarder),
            invitation_reminders::recipient_email.eq(&new.sending.email),
            invitation_reminders::outbox_id.eq(new.letter.uuid()),
            invitation_reminders::reminded_at.eq(new.at),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// Whether the reader of an address wants no reminders from a partner.
pub(in crate::invitations) async fn is_unwanted(mut pg: &Pg, sender: Id<Organization>, email: &str) -> Result<bool> {
    let hash = notices::unwanted_digest(sender, email).to_vec();
    Ok(diesel::select(exists(reminder_opt_outs::table.find((sender, hash)))).get_result(&mut pg).await?)
}

/// Notes that the reader of an address wants no more reminders from a partner; `true` if that is new.
pub(in crate::invitations) async fn insert_opt_out(tx: &Tx, sender: Id<Organization>, email: &str) -> Result<bool> {
    let new = diesel::insert_into(reminder_opt_outs::table)
        .values((
            reminder_opt_outs::sender_id.eq(sender),
            reminder_opt_outs::address_hash.eq(notices::unwanted_digest(sender, email).to_vec()),
            reminder_opt_outs::asked_at.eq(tx.now()),
        ))
        .on_conflict_do_nothing()
        .execute(&mut tx.pg())
        .await?;
    Ok(new > 0)
}
