//! Rows of `invitations`, `invitation_services`, `invitation_revisions`, `invitation_drafts`, `handouts`, `forwards` and of reminders.

mod agreed;
mod answers;
mod counters;
mod drafts;
mod forwards;
mod handouts;
mod lists;
mod reminders;
mod revisions;
mod uses;

pub(super) use agreed::{lift_agreed, list_accepting_agreed, list_open_agreed, list_stopped_with, stop_agreed};
pub use answers::{Accepting, Hop, Missed, Outcome, Reaction};
pub(super) use answers::{count_accepting, list_accepting_after, list_missed, list_reactions};
pub(super) use counters::list_counters;
pub(super) use drafts::{delete_draft, find_draft, insert_draft, list_drafts, lock_draft, save_draft};
pub(super) use forwards::{
    New as NewForward, count, find_contact, find_forward, find_inviter_passed, find_revision_passed, insert_correction, insert_forwards,
    list_forwarders, list_forwards, was_forwarded,
};
pub use handouts::Handed;
pub(super) use handouts::{count_hands, find_hand, hand_out, is_handed, is_partner_of_inviter, list_hands, list_holding, take_back};
pub use lists::{Filter, Listed, Similar, list_similar};
pub(super) use lists::{list_handed, list_made};
pub(super) use reminders::{
    NewReminder, claim_to_remind, find_sending, forward_of, insert_opt_out, insert_reminder, is_unwanted, list_reminders, list_steps,
    set_remind_at, set_reminders,
};
pub(super) use revisions::{correct_recipient, find_revision, list_revisions, revise};
pub use uses::Uses;
pub(super) use uses::find_uses;

use diesel::{
    NullableExpressionMethods, OptionalExtension,
    prelude::{ExpressionMethods, JoinOnDsl, QueryDsl, Queryable},
};
use diesel_async::RunQueryDsl;

use super::{Invitation, Kind, Recipient, Sender, State};
use crate::{
    db::{
        Pg, Result, Timestamp, Tx,
        schema::{invitation_services, invitations, organizations},
    },
    i18n::Lang,
    ids::{Id, Invitation as InvitationId, Organization, Provider, User},
    organizations as organizations_nouns,
    services::{Purpose, Scope},
};

/// The columns of an invitation, in the order of [`Row`].
macro_rules! columns {
    () => {
        (
            (invitations::id, invitations::inviter_id, invitations::kind, invitations::label, invitations::language, invitations::days),
            (invitations::paragraph_1, invitations::paragraph_2, invitations::suggested_holder_id),
            (invitations::recipient_email, invitations::recipient_name, invitations::recipient_domain),
            (invitations::state, invitations::generation, invitations::frozen_at, invitations::expires_at, invitations::state_since),
            (invitations::created_by, invitations::created_at),
            (invitations::revision, invitations::revised_by, invitations::revised_at, invitations::reminders),
            (invitations::stopped_reason, invitations::stopped_at),
        )
    };
}

use columns;

#[derive(Queryable)]
struct Row {
    what: (Id<InvitationId>, Id<Provider>, Kind, String, String, i32),
    text: (Option<String>, Option<String>, Option<Id<Organization>>),
    recipient: (Option<String>, Option<String>, Option<String>),
    state: (State, i32, Option<Timestamp>, Option<Timestamp>, Timestamp),
    created: (Id<User>, Timestamp),
    revision: (i32, Option<Id<User>>, Option<Timestamp>, bool),
    stopped: (Option<String>, Option<Timestamp>),
}

impl Row {
    fn with(self, asks: Vec<Scope>) -> Invitation {
        let (id, inviter, kind, label, language, days) = self.what;
        let (first, second, suggested_holder) = self.text;
        let (email, name, domain) = self.recipient;
        let (state, generation, frozen_at, expires_at, state_since) = self.state;
        let (created_by, created_at) = self.created;
        let (revision, revised_by, revised_at, reminders) = self.revision;
        let (stopped, stopped_at) = self.stopped;
        Invitation {
            id,
            inviter,
            kind,
            label,
            language: Lang::parse(&language).unwrap_or_default(),
            days,
            paragraphs: [first, second],
            suggested_holder,
            recipient: email.map(|email| Recipient { email, name, domain }),
            state,
            generation,
            frozen_at,
            expires_at,
            state_since,
            created_by,
            created_at,
            revision,
            revised: revised_by.zip(revised_at),
            reminders,
            asks,
            stopped,
            stopped_at,
        }
    }
}

/// An invitation, if there is one that whoever is asking may see.
///
/// # Errors
/// As every query.
pub async fn find(pg: &Pg, id: Id<InvitationId>) -> Result<Option<Invitation>> {
    let (row, asks) = futures_util::try_join!(find_row(pg, id), list_asks(pg, id))?;
    Ok(row.map(|row| row.with(asks)))
}

async fn find_row(mut pg: &Pg, id: Id<InvitationId>) -> Result<Option<Row>> {
    Ok(invitations::table.find(id).select(columns!()).first::<Row>(&mut pg).await.optional()?)
}

/// The same, locked until the transaction ends: whoever answers it next waits.
///
/// # Errors
/// As every query.
pub async fn lock(tx: &Tx, id: Id<InvitationId>) -> Result<Option<Invitation>> {
    let row = invitations::table.find(id).select(columns!()).for_update().first::<Row>(&mut tx.pg()).await.optional()?;
    let asks = list_asks(tx.pg(), id).await?;
    Ok(row.map(|row| row.with(asks)))
}

async fn list_asks(mut pg: &Pg, id: Id<InvitationId>) -> Result<Vec<Scope>> {
    let rows: Vec<(String, Purpose)> = invitation_services::table
        .filter(invitation_services::invitation_id.eq(id))
        .order((invitation_services::service, invitation_services::purpose))
        .select((invitation_services::service, invitation_services::purpose))
        .load(&mut pg)
        .await?;
    Ok(rows.into_iter().map(|(service, purpose)| Scope { service, purpose }).collect())
}

/// Writes a new invitation with what it asks for, and freezes its terms (D6): from here on nothing can be asked besides.
pub(super) async fn insert(tx: &Tx, new: &Invitation) -> Result<()> {
    let recipient = new.recipient.as_ref();
    diesel::insert_into(invitations::table)
        .values((
            invitations::id.eq(new.id),
            invitations::inviter_id.eq(new.inviter),
            invitations::kind.eq(new.kind),
            invitations::label.eq(&new.label),
            invitations::language.eq(new.language.tag()),
            invitations::days.eq(new.days),
            invitations::paragraph_1.eq(&new.paragraphs[0]),
            invitations::paragraph_2.eq(&new.paragraphs[1]),
            invitations::suggested_holder_id.eq(new.suggested_holder.map(Id::uuid)),
            invitations::recipient_email.eq(recipient.map(|to| &to.email)),
            invitations::recipient_name.eq(recipient.and_then(|to| to.name.as_ref())),
            invitations::recipient_domain.eq(recipient.and_then(|to| to.domain.as_ref())),
            invitations::generation.eq(new.generation),
            invitations::expires_at.eq(new.expires_at),
            invitations::state_since.eq(tx.now()),
            invitations::created_by.eq(new.created_by),
            invitations::created_at.eq(tx.now()),
        ))
        .execute(&mut tx.pg())
        .await?;
    insert_asks(tx, new).await?;
    freeze(tx, new.id, tx.now()).await
}

/// Writes what an invitation asks for; the row is not frozen yet.
async fn insert_asks(tx: &Tx, new: &Invitation) -> Result<()> {
    if new.asks.is_empty() {
        return Ok(());
    }
    let asks: Vec<_> = new
        .asks
        .iter()
        .map(|scope| {
            (
                invitation_services::invitation_id.eq(new.id),
                invitation_services::service.eq(&scope.service),
                invitation_services::purpose.eq(scope.purpose),
            )
        })
        .collect();
    diesel::insert_into(invitation_services::table).values(asks).execute(&mut tx.pg()).await?;
    Ok(())
}

/// Freezes the terms (D6), since then.
async fn freeze(tx: &Tx, id: Id<InvitationId>, since: Timestamp) -> Result<()> {
    diesel::update(invitations::table.find(id)).set(invitations::frozen_at.eq(since)).execute(&mut tx.pg()).await?;
    Ok(())
}

/// Makes every link of an invitation dead but those of the new generation.
pub(super) async fn rotate(tx: &Tx, id: Id<InvitationId>) -> Result<()> {
    let next = invitations::generation.eq(invitations::generation + 1);
    diesel::update(invitations::table.find(id)).set(next).execute(&mut tx.pg()).await?;
    Ok(())
}

type SenderRow = (String, Option<String>, organizations_nouns::State);

fn sender((name, partner_id, state): SenderRow) -> Sender {
    Sender { name, partner_id: partner_id.unwrap_or_default(), state }
}

/// A partner as it stands on a letter.
pub(super) async fn find_sender(mut pg: &Pg, org: impl Into<Id<Organization>>) -> Result<Option<Sender>> {
    let row: Option<SenderRow> = organizations::table
        .find(org.into())
        .select((organizations::name, organizations::partner_id, organizations::state))
        .first(&mut pg)
        .await
        .optional()?;
    Ok(row.map(sender))
}

/// The partner whose invitation it is, as it stands on a letter.
pub(super) async fn find_inviter(mut pg: &Pg, id: Id<InvitationId>) -> Result<Option<Sender>> {
    let row: Option<SenderRow> = invitations::table
        .inner_join(organizations::table.on(organizations::id.eq(invitations::inviter_id)))
        .filter(invitations::id.eq(id))
        .select((organizations::name, organizations::partner_id, organizations::state))
        .first(&mut pg)
        .await
        .optional()?;
    Ok(row.map(sender))
}

/// The name of the partner that an invitation suggests as holder, if it suggests one.
pub(super) async fn find_suggested_holder(mut pg: &Pg, id: Id<InvitationId>) -> Result<Option<String>> {
    Ok(invitations::table
        .inner_join(organizations::table.on(organizations::id.nullable().eq(invitations::suggested_holder_id)))
        .filter(invitations::id.eq(id))
        .select(organizations::name)
        .first(&mut pg)
        .await
        .optional()?)
}

/// Moves an invitation to another state.
pub(super) async fn set_state(tx: &Tx, id: Id<InvitationId>, state: State, by: Id<User>) -> Result<()> {
    diesel::update(invitations::table.find(id))
        .set((invitations::state.eq(state), invitations::state_since.eq(tx.now()), invitations::state_by.eq(by.uuid())))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// Ends an invitation by the operator's word, and keeps what it was, since when and by whom; what was over before stays as it is.
pub(super) async fn stop(tx: &Tx, stopped: &Invitation, reason: &str, by: Id<User>) -> Result<()> {
    let row = diesel::update(invitations::table.find(stopped.id));
    let kept = (
        invitations::stopped_reason.eq(reason),
        invitations::stopped_at.eq(tx.now()),
        invitations::stopped_from.eq(stopped.state),
        invitations::stopped_from_since.eq(invitations::state_since.nullable()),
        invitations::stopped_from_by.eq(invitations::state_by),
    );
    let state = stopped.state_when_stopped();
    if state == stopped.state {
        row.set(kept).execute(&mut tx.pg()).await?;
    } else {
        let over = (invitations::state.eq(state), invitations::state_since.eq(tx.now()), invitations::state_by.eq(by.uuid()));
        row.set((kept, over)).execute(&mut tx.pg()).await?;
    }
    Ok(())
}

/// Makes an invitation that the operator stopped what it was before, since when it was.
pub(super) async fn lift(tx: &Tx, stopped: &Invitation) -> Result<()> {
    type Before = (Option<State>, Option<Timestamp>, Option<Id<User>>);
    let kept = (invitations::stopped_from, invitations::stopped_from_since, invitations::stopped_from_by);
    let (state, since, by): Before = invitations::table.find(stopped.id).select(kept).first(&mut tx.pg()).await?;
    diesel::update(invitations::table.find(stopped.id))
        .set((
            invitations::state.eq(state.unwrap_or(stopped.state)),
            invitations::state_since.eq(since.unwrap_or(stopped.state_since)),
            invitations::state_by.eq(by.map(Id::uuid)),
            invitations::stopped_reason.eq(None::<String>),
            invitations::stopped_at.eq(None::<Timestamp>),
            invitations::stopped_from.eq(None::<State>),
            invitations::stopped_from_since.eq(None::<Timestamp>),
            invitations::stopped_from_by.eq(None::<uuid::Uuid>),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// The same, kept from being paused, rotated or revoked until the transaction ends: for the answer of one customer to a
/// standing invitation, which must not make the others wait.
///
/// # Errors
/// As every query.
pub async fn hold(tx: &Tx, id: Id<InvitationId>) -> Result<Option<Invitation>> {
    let row = invitations::table.find(id).select(columns!()).for_share().first::<Row>(&mut tx.pg()).await.optional()?;
    let asks = list_asks(tx.pg(), id).await?;
    Ok(row.map(|row| row.with(asks)))
}
