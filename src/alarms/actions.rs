//! Reporting an invitation to the operator, and what the operator does about it.

use serde_json::json;

use super::{About, Alarm, Said, State, network, store};
use crate::{
    access::{May, Right, proofs::Operate},
    accounts::directory,
    audit::{self, Event, Kind as Recorded},
    db::{Db, Tx},
    ids::{Alarm as AlarmId, Id, Invitation as InvitationId},
    invitations::{
        self, Invitation,
        actions::{
            agreed,
            stopping::{self, Letters},
        },
    },
    notices::{self, Letter},
    problem::Problem,
    values::Note,
};

/// Reports that one reporter sends about one invitation within a day, and about all of them within an hour. A reporter is an account
/// or, for whoever is not signed in, a network address: nobody's reports count against anybody else's, so that nobody can keep another
/// from being heard.
const PER_INVITATION: i32 = 5;
const PER_REPORTER: i32 = 20;
/// Letters to the operator about one invitation within a day; what is reported beyond them stands in the list all the same.
const LETTERS: i32 = 20;

/// Somebody, signed in or not, reports an invitation that they have come to; the operator's people are told. The inviter learns nothing.
///
/// # Errors
/// 404 for an invitation that whoever asks may not see; 429 beyond the reporter's own limits, and then nothing is written.
pub async fn report(db: &Db, about: &About<'_>, said: &Said) -> Result<(), Problem> {
    let system = db.as_system().view().await?;
    let operators = match store::find_operator(system.pg()).await? {
        Some(operator) => {
            directory::list_people_with(system.pg(), operator, Right::Operate).await?.into_iter().map(|to| (operator, to)).collect()
        }
        None => Vec::new(),
    };
    drop(system);

    let id = Id::new();
    let tx = db.write().await?;
    let invitation = invitations::find(tx.pg(), about.invitation).await?.ok_or(Problem::NotFound)?;
    let provider = store::find_name(tx.pg(), invitation.inviter.into()).await?.ok_or(Problem::NotFound)?;
    if !store::insert(&tx, id, about, said).await? {
        // The button was pressed twice: the first press did it.
        return Ok(());
    }
    let reporter = tx.visitor()["user_id"].as_str().map_or_else(|| network(about.address), str::to_owned);
    let about_it = store::count(&tx, &format!("alarm-by {reporter} about {}", about.invitation), 24 * 60 * 60).await?;
    let about_all = store::count(&tx, &format!("alarm-by {reporter}"), 60 * 60).await?;
    if about_it > PER_INVITATION || about_all > PER_REPORTER {
        return Err(Problem::TooMany);
    }
    let today = store::count(&tx, &format!("alarm-about {}", about.invitation), 24 * 60 * 60).await?;
    let letter = Letter::InvitationReported {
        alarm: id,
        provider: provider.clone(),
        reason: said.reason.key().to_owned(),
        words: said.words.as_str().to_owned(),
    };
    for (operator, to) in operators.iter().filter(|_| today <= LETTERS) {
        notices::enqueue(&tx, Some(*operator), to, &letter).await?;
    }
    let event = Event::new(Recorded::InvitationReported).invitation(about.invitation).with(json!({ "provider": provider }));
    audit::record(&tx, event).await?;
    tx.commit().await?;
    Ok(())
}

/// The operator stops the invitation of a report (see [`stop`]), or only closes the report, if that came in after the stop: then nobody
/// is told, and it answers `false`. Done twice, it is done once.
///
/// # Errors
/// [`Problem::NotFound`]; [`Problem::Conflict`] when the report was found unfounded.
pub async fn stop_reported(db: &Db, may: &May<Operate>, id: Id<AlarmId>, reason: &Note<1000>) -> Result<bool, Problem> {
    let tx = db.write().await?;
    // The invitation first, then the report: two who stop one invitation for two reports do not wait for each other in a circle.
    let about = store::find(tx.pg(), id).await?.ok_or(Problem::NotFound)?.invitation;
    let invitation = invitations::lock(&tx, about).await?.ok_or(Problem::NotFound)?;
    let alarm = lock(&tx, id).await?;
    if alarm.state == State::Stopped {
        return Ok(true);
    }
    if !alarm.state.is_open() {
        return Err(Problem::Conflict("alarms-conflict-closed"));
    }
    let told = invitation.stopped.is_none();
    end(tx, may, &invitation, reason).await?;
    Ok(told)
}

/// The operator stops an invitation, reported or not: its links are dead and say so, inviter, forwarders and the customers who
/// accepted are told why, and every open report of it is closed; what was agreed on from it by counter-offers is stopped with it. What was accepted through it stays until its customer ends it
/// (D18). Done twice, it is done once.
///
/// # Errors
/// [`Problem::NotFound`].
pub async fn stop(db: &Db, may: &May<Operate>, id: Id<InvitationId>, reason: &Note<1000>) -> Result<(), Problem> {
    let tx = db.write().await?;
    let invitation = invitations::lock(&tx, id).await?.ok_or(Problem::NotFound)?;
    if invitation.stopped.is_some() {
        return Ok(());
    }
    end(tx, may, &invitation, reason).await
}

/// Stops an invitation whose row is locked, unless it is stopped, and closes its open reports. One that came in after the stop is
/// only closed: everybody knows.
async fn end(tx: Tx, may: &May<Operate>, invitation: &Invitation, reason: &Note<1000>) -> Result<(), Problem> {
    let mut events = Vec::new();
    if invitation.stopped.is_none() {
        let provider = store::find_name(tx.pg(), invitation.inviter.into()).await?.ok_or(Problem::NotFound)?;
        events.push(stopping::stop(&tx, invitation, &provider, reason, may.user()).await?);
        let letters = Letters { stops: true, invitation, provider: &provider, reason: reason.as_str() };
        events.extend(agreed::carry(&tx, letters, may.user()).await?);
    }
    store::close_all_of(&tx, invitation.id, reason.as_str(), may.user()).await?;
    for event in events {
        audit::record(&tx, event).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The operator lets a stopped invitation go: it is what it was before, and all who were told of the stop are told. Its reports stay
/// as they were decided. Done twice, it is done once.
///
/// # Errors
/// [`Problem::NotFound`].
pub async fn lift(db: &Db, may: &May<Operate>, id: Id<InvitationId>, reason: &Note<1000>) -> Result<(), Problem> {
    let tx = db.write().await?;
    let invitation = invitations::lock(&tx, id).await?.ok_or(Problem::NotFound)?;
    if invitation.stopped.is_none() {
        return Ok(());
    }
    let provider = store::find_name(tx.pg(), invitation.inviter.into()).await?.ok_or(Problem::NotFound)?;
    let event = stopping::lift(&tx, &invitation, &provider, reason).await?;
    let letters = Letters { stops: false, invitation: &invitation, provider: &provider, reason: reason.as_str() };
    let carried = agreed::carry(&tx, letters, may.user()).await?;
    for event in std::iter::once(event).chain(carried) {
        audit::record(&tx, event).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The operator takes up a report that was decided: it waits for a decision once more. Done twice, it is done once.
///
/// # Errors
/// [`Problem::NotFound`]; [`Problem::Conflict`] while its invitation is stopped: there is nothing to decide.
pub async fn reopen(db: &Db, _: &May<Operate>, id: Id<AlarmId>, note: &Note<1000>) -> Result<(), Problem> {
    let tx = db.write().await?;
    let about = store::find(tx.pg(), id).await?.ok_or(Problem::NotFound)?.invitation;
    let invitation = invitations::lock(&tx, about).await?.ok_or(Problem::NotFound)?;
    let alarm = lock(&tx, id).await?;
    if alarm.state.is_open() {
        return Ok(());
    }
    if invitation.stopped.is_some() {
        return Err(Problem::Conflict("alarms-conflict-stopped"));
    }
    store::reopen(&tx, id).await?;
    let event = Event::new(Recorded::AlarmReopened).invitation(alarm.invitation);
    audit::record(&tx, event.with(json!({ "provider": alarm.inviter_name, "reason": note.as_str() }))).await?;
    tx.commit().await?;
    Ok(())
}

/// The operator closes a report: nothing is wrong with the invitation. Done twice, it is done once.
///
/// # Errors
/// [`Problem::NotFound`]; [`Problem::Conflict`] when the invitation was stopped.
pub async fn close(db: &Db, may: &May<Operate>, id: Id<AlarmId>, note: &Note<1000>) -> Result<(), Problem> {
    let tx = db.write().await?;
    let alarm = lock(&tx, id).await?;
    if alarm.state == State::Unfounded {
        return Ok(());
    }
    if !alarm.state.is_open() {
        return Err(Problem::Conflict("alarms-conflict-closed"));
    }
    store::close(&tx, id, note.as_str(), may.user()).await?;
    let event = Event::new(Recorded::AlarmClosed).invitation(alarm.invitation);
    audit::record(&tx, event.with(json!({ "provider": alarm.inviter_name, "reason": note.as_str() }))).await?;
    tx.commit().await?;
    Ok(())
}

/// The report, its row locked: two of the operator's people decide one after the other.
async fn lock(tx: &Tx, id: Id<AlarmId>) -> Result<Alarm, Problem> {
    store::lock(tx, id).await?;
    store::find(tx.pg(), id).await?.ok_or(Problem::NotFound)
}
