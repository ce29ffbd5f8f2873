//! Rows of `outbox`, and the look at what a letter tells of before it is sent.

mod due;
mod list;

use chrono::TimeDelta;
use diesel::{
    OptionalExtension,
    dsl::exists,
    prelude::{BoolExpressionMethods, ExpressionMethods, QueryDsl},
};
use diesel_async::RunQueryDsl;
use serde_json::Value;

pub(super) use due::{Due, look, revised};
pub(super) use list::{Row, Wanted, find, list};

use super::{
    Letter, To,
    outbox::{Outcome, State, pause_after},
};
use crate::{
    db::{
        Error, Result, Timestamp, Tx,
        schema::{forwards, invitation_reminders, outbox},
    },
    i18n::Lang,
    ids::{Id, Letter as LetterId, Organization},
};

/// Puts a letter into the outbox in the transaction of the change it tells of: no change, no letter (I6).
/// `about` is the organization that may see what became of it.
///
/// # Errors
/// As every query.
pub async fn enqueue(tx: &Tx, about: Option<Id<Organization>>, to: &To, letter: &Letter) -> Result<Id<LetterId>> {
    let id = Id::<LetterId>::new();
    let letter = serde_json::to_value(letter).map_err(|error| Error::Query(diesel::result::Error::SerializationError(Box::new(error))))?;
    diesel::insert_into(outbox::table)
        .values((
            outbox::id.eq(id.uuid()),
            outbox::org_id.eq(about.map(Id::uuid)),
            outbox::recipient.eq(&to.email),
            outbox::recipient_name.eq(&to.name),
            outbox::language.eq(to.language.tag()),
            outbox::letter.eq(letter),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(id)
}

/// A letter on its way into the outbox: the organization that may see what became of it, to whom, and the letter.
pub type Addressed<'a> = (Option<Id<Organization>>, &'a To, Letter);

/// The parameters of one statement are limited; a letter has six.
const LETTERS_AT_ONCE: usize = 1000;

/// Puts many letters into the outbox, as [`enqueue`] does one, with a statement for many of them.
///
/// # Errors
/// As every query.
pub async fn enqueue_all<'a>(tx: &Tx, letters: impl IntoIterator<Item = Addressed<'a>>) -> Result<()> {
    let mut rows = Vec::new();
    for (about, to, letter) in letters {
        let letter =
            serde_json::to_value(letter).map_err(|error| Error::Query(diesel::result::Error::SerializationError(Box::new(error))))?;
        rows.push((
            outbox::id.eq(Id::<LetterId>::new().uuid()),
            outbox::org_id.eq(about.map(Id::uuid)),
            outbox::recipient.eq(&to.email),
            outbox::recipient_name.eq(&to.name),
            outbox::language.eq(to.language.tag()),
            outbox::letter.eq(letter),
        ));
    }
    while !rows.is_empty() {
        let some: Vec<_> = rows.drain(..rows.len().min(LETTERS_AT_ONCE)).collect();
        diesel::insert_into(outbox::table).values(some).execute(&mut tx.pg()).await?;
    }
    Ok(())
}

/// A letter that is ours to send until the lease ends.
pub(super) struct Claimed {
    pub id: Id<LetterId>,
    pub to: To,
    /// The letter; an error when another version of the portal wrote it.
    pub letter: Result<Letter, serde_json::Error>,
    /// Which attempt this is.
    pub attempts: i32,
    /// Until when it is ours; also what proves it.
    pub lease: Timestamp,
}

/// Claims what is due, oldest first: others pass over it until the lease ends, which frees it even if we die.
pub(super) async fn claim(tx: &Tx, most: i64, lease: TimeDelta) -> Result<Vec<Claimed>> {
    let until = tx.now() + lease;
    let rows: Vec<(Id<LetterId>, String, Option<String>, String, Value, i32)> = outbox::table
        .filter(outbox::state.eq(State::Queued).and(outbox::next_attempt_at.le(tx.now())))
        .filter(outbox::locked_until.is_null().or(outbox::locked_until.lt(tx.now())))
        .order((outbox::next_attempt_at, outbox::id))
        .limit(most)
        .select((outbox::id, outbox::recipient, outbox::recipient_name, outbox::language, outbox::letter, outbox::attempts))
        .for_update()
        .skip_locked()
        .load(&mut tx.pg())
        .await?;
    let ids: Vec<_> = rows.iter().map(|row| row.0.uuid()).collect();
    if !ids.is_empty() {
        diesel::update(outbox::table.filter(outbox::id.eq_any(ids)))
            .set((outbox::locked_until.eq(until), outbox::attempts.eq(outbox::attempts + 1)))
            .execute(&mut tx.pg())
            .await?;
    }
    let claimed = rows.into_iter().map(|(id, email, name, language, letter, attempts)| Claimed {
        id,
        to: To { email, name, language: Lang::parse(&language).unwrap_or_default() },
        letter: serde_json::from_value(letter),
        attempts: attempts + 1,
        lease: until,
    });
    Ok(claimed.collect())
}

/// Puts a letter's present words in the place of those it was written with, while it is ours to send.
pub(super) async fn rewrite(tx: &Tx, claimed: &Claimed, letter: &Letter, language: Lang) -> Result<()> {
    let letter = serde_json::to_value(letter).map_err(|error| Error::Query(diesel::result::Error::SerializationError(Box::new(error))))?;
    diesel::update(outbox::table.find(claimed.id.uuid()).filter(outbox::locked_until.eq(claimed.lease)))
        .set((outbox::letter.eq(letter), outbox::language.eq(language.tag())))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// Writes down how an attempt ended. Whoever lost the lease in the meantime changes nothing, except that what was sent is sent.
pub(super) async fn settle(tx: &Tx, claimed: &Claimed, outcome: &Outcome) -> Result<()> {
    let queued = outbox::table.find(claimed.id.uuid()).filter(outbox::state.eq(State::Queued));
    let ours = outbox::table.find(claimed.id.uuid()).filter(outbox::state.eq(State::Queued).and(outbox::locked_until.eq(claimed.lease)));
    let free = outbox::locked_until.eq(None::<Timestamp>);
    match outcome {
        Outcome::Sent => {
            let sent = (outbox::state.eq(State::Sent), outbox::sent_at.eq(tx.now()), outbox::last_error.eq(None::<String>), free);
            diesel::update(queued).set(sent).execute(&mut tx.pg()).await?;
        }
        Outcome::Again(trouble) => {
            let (state, next) = match pause_after(claimed.attempts) {
                Some(pause) => (State::Queued, tx.now() + pause),
                None => (State::Dead, tx.now()),
            };
            let again = (outbox::state.eq(state), outbox::next_attempt_at.eq(next), outbox::last_error.eq(trouble.to_text()), free);
            diesel::update(ours).set(again).execute(&mut tx.pg()).await?;
        }
        Outcome::PutBack(trouble, pause) => {
            let attempts = outbox::attempts.eq(claimed.attempts - 1);
            // What did not wait for itself keeps its place in the queue.
            if *pause > TimeDelta::zero() {
                let next = outbox::next_attempt_at.eq(tx.now() + *pause);
                let text = trouble.as_ref().map(super::outbox::Trouble::to_text);
                diesel::update(ours).set((attempts, next, outbox::last_error.eq(text), free)).execute(&mut tx.pg()).await?;
            } else if let Some(trouble) = trouble {
                diesel::update(ours).set((attempts, outbox::last_error.eq(trouble.to_text()), free)).execute(&mut tx.pg()).await?;
            } else {
                diesel::update(ours).set((attempts, free)).execute(&mut tx.pg()).await?;
            }
        }
        Outcome::Dead(trouble) => {
            let dead = (outbox::state.eq(State::Dead), outbox::last_error.eq(trouble.to_text()), free);
            diesel::update(ours).set(dead).execute(&mut tx.pg()).await?;
        }
        Outcome::Cancelled(why) => {
            let trouble = super::outbox::Trouble::from(*why);
            let cancelled = (outbox::state.eq(State::Cancelled), outbox::last_error.eq(trouble.to_text()), free);
            diesel::update(ours).set(cancelled).execute(&mut tx.pg()).await?;
        }
    }
    Ok(())
}

/// A letter's state and recipient, locked; `None` if there is no such letter.
pub(super) async fn lock_state(tx: &Tx, id: Id<LetterId>) -> Result<Option<(State, String)>> {
    Ok(outbox::table.find(id.uuid()).select((outbox::state, outbox::recipient)).for_update().first(&mut tx.pg()).await.optional()?)
}

/// A letter that was sent and did not reach anybody after all.
pub(super) async fn bury(tx: &Tx, id: Id<LetterId>, why: super::outbox::Hindrance) -> Result<()> {
    let dead = (outbox::state.eq(State::Dead), outbox::last_error.eq(super::outbox::Trouble::from(why).to_text()));
    diesel::update(outbox::table.find(id.uuid())).set(dead).execute(&mut tx.pg()).await?;
    Ok(())
}

/// Whether a letter carried an invitation to somebody, or reminded of one.
pub(super) async fn is_of_invitation(tx: &Tx, id: Id<LetterId>) -> Result<bool> {
    let (sent, reminded) = (
        forwards::table.filter(forwards::outbox_id.eq(id.uuid())),
        invitation_reminders::table.filter(invitation_reminders::outbox_id.eq(id.uuid())),
    );
    Ok(diesel::select(exists(sent).or(exists(reminded))).get_result(&mut tx.pg()).await?)
}

/// Lets a letter be tried anew, from now on.
pub(super) async fn requeue(tx: &Tx, id: Id<LetterId>) -> Result<()> {
    let anew = (
        outbox::state.eq(State::Queued),
        outbox::attempts.eq(0),
        outbox::sent_at.eq(None::<Timestamp>),
        outbox::next_attempt_at.eq(tx.now()),
        outbox::locked_until.eq(None::<Timestamp>),
    );
    diesel::update(outbox::table.find(id.uuid())).set(anew).execute(&mut tx.pg()).await?;
    Ok(())
}
