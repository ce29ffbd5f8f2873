//! Reporting an invitation to the operator, and what the operator does about it.

use serde_json::json;

use super::{About, Alarm, Said, State, store};
use crate::{
    access::{May, Right, proofs::Operate},
    accounts::directory,
    audit::{self, Event, Kind as Recorded},
    db::{Db, Tx},
    ids::{Alarm as AlarmId, Id},
    invitations,
    notices::{self, Letter},
    problem::Problem,
    values::Note,
};

/// Reports that one address sends within an hour, and that all the world sends about one invitation within a day.
const PER_ADDRESS: i32 = 5;
const PER_INVITATION: i32 = 20;

/// Somebody, signed in or not, reports an invitation that they have come to; the operator's people are told. The inviter learns nothing.
///
/// # Errors
/// 404 for an invitation that whoever asks may not see; 429 beyond the limits, and then nothing is written.
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
    let mine = store::count(&tx, &format!("alarm-by {}", about.address), 60 * 60).await?;
    let today = store::count(&tx, &format!("alarm-about {}", about.invitation), 24 * 60 * 60).await?;
    if mine > PER_ADDRESS || today > PER_INVITATION {
        return Err(Problem::TooMany);
    }
    let letter = Letter::InvitationReported {
        alarm: id,
        provider: provider.clone(),
        reason: said.reason.key().to_owned(),
        words: said.words.as_str().to_owned(),
    };
    for (operator, to) in &operators {
        notices::enqueue(&tx, Some(*operator), to, &letter).await?;
    }
    let event = Event::new(Recorded::InvitationReported).invitation(about.invitation).with(json!({ "provider": provider }));
    audit::record(&tx, event).await?;
    tx.commit().await?;
    Ok(())
}

/// The operator stops the reported invitation: its links are dead and say so, inviter and forwarders are told why, and every
/// open report of it is closed. What was accepted through it stays until its customer ends it (D18). Done twice, it is done once.
///
/// # Errors
/// [`Problem::NotFound`]; [`Problem::Conflict`] when the report was found unfounded.
pub async fn stop(db: &Db, may: &May<Operate>, id: Id<AlarmId>, reason: &Note<1000>) -> Result<(), Problem> {
    let tx = db.write().await?;
    // The invitation first, then the report: two who stop one invitation for two reports do not wait for each other in a circle.
    let about = store::find(tx.pg(), id).await?.ok_or(Problem::NotFound)?.invitation;
    let invitation = invitations::lock(&tx, about).await?.ok_or(Problem::NotFound)?;
    let alarm = lock(&tx, id).await?;
    if alarm.state == State::Stopped {
        return Ok(());
    }
    if !alarm.state.is_open() {
        return Err(Problem::Conflict("alarms-conflict-closed"));
    }
    let told = invitations::actions::told_of_stop(tx.pg(), &invitation).await?;
    let event = invitations::actions::stop(&tx, &invitation, &alarm.inviter_name, reason, may.user(), &told).await?;
    store::close_all_of(&tx, alarm.invitation, reason.as_str(), may.user()).await?;
    audit::record(&tx, event).await?;
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
