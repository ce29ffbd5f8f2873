//! What is done about ends: both sides are warned, and whoever wants one has a calendar of them.

use super::{store, window, working_day};
use crate::{
    access::{Member, Right},
    accounts::directory,
    audit::{self, Event, Kind as Recorded},
    db::{Db, Timestamp},
    delegations::actions::post,
    ids::{Id, Organization},
    notices::{Ending, Letter},
    organizations::Kind,
    problem::Problem,
    troubles::Troubles,
};

/// Organizations looked through in one call.
const BATCH: i64 = 25;
/// And in one call that has passed over some: the next begins with those again, so this one goes on behind them.
const AT_MOST: usize = 500;
/// Ends named in one letter; how many more there are it says as a number.
const NAMED: usize = 40;

/// Warns organizations of what ends in thirty days, seven, or one, and tells what is over: one letter a day at most for each
/// organization, to whoever may do something about it, in their own language; no letter when there is nothing to say (D21).
/// Letters go out from the morning of the market on. Returns how many organizations were looked through; each is once a day. One
/// with which something goes wrong is passed over.
///
/// # Errors
/// As every query; 500 when some were passed over.
pub async fn warn(db: &Db, now: Timestamp) -> Result<usize, Problem> {
    let Some(day) = working_day(now) else { return Ok(0) };
    let (mut looked, mut troubles, mut after) = (0, Troubles::default(), None);
    loop {
        let organizations = store::list_unlooked(db.view().await?.pg(), day, window(day, now), (after, BATCH)).await?;
        for (org, kind) in &organizations {
            match warn_one(db, *org, *kind, day, now).await {
                Ok(()) => looked += 1,
                Err(problem) => troubles.pass("warn", org, problem)?,
            }
        }
        after = organizations.last().map(|(org, _)| *org);
        if after.is_none() || !troubles.are_there() || looked >= AT_MOST {
            return troubles.outcome(looked);
        }
    }
}

async fn warn_one(db: &Db, org: Id<Organization>, kind: Kind, day: chrono::NaiveDate, now: Timestamp) -> Result<(), Problem> {
    let tx = db.write().await?;
    if !store::take_day(&tx, org, day).await? {
        return Ok(());
    }
    let window = window(day, now);
    let given = store::list_given(tx.pg(), org, window.0).await?;
    let (mut due, mut after) = (Vec::new(), None);
    loop {
        let ends = store::list_ends(tx.pg(), org, window, after).await?;
        let (full, last) = (ends.len() == store::AT_ONCE, ends.last().map(|end| (end.ends_at, end.delegation)));
        due.extend(super::due(ends, &given, day, now));
        after = last;
        if !full {
            break;
        }
    }
    if !due.is_empty() {
        store::save_given(&tx, org, day, &due).await?;
        let right = if kind == Kind::Customer { Right::Consent } else { Right::AnswerDelegation };
        let people = directory::list_people_with(tx.pg(), org, right).await?;
        let named = due.iter().take(NAMED).map(|(end, days)| Ending {
            customer: end.customer.clone(),
            holder: end.holder.clone(),
            scope: end.scope.clone(),
            at: end.ends_at,
            extends: end.extends,
            over: *days == 0,
        });
        let more = i64::try_from(due.len().saturating_sub(NAMED)).unwrap_or(i64::MAX);
        let letter = Letter::DelegationsEnding { endings: named.collect(), more };
        post(&tx, org, &people, &letter).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// A person switches their calendar on, or gets another link for it: the old one is dead at once.
///
/// # Errors
/// As every query.
pub async fn renew_calendar(db: &Db, member: &Member) -> Result<(), Problem> {
    let tx = db.write().await?;
    store::renew_calendar(&tx, member.user(), member.org()).await?;
    audit::record(&tx, Event::new(Recorded::CalendarOpened)).await?;
    tx.commit().await?;
    Ok(())
}

/// A person switches their calendar off. Doing it twice changes nothing.
///
/// # Errors
/// As every query.
pub async fn end_calendar(db: &Db, member: &Member) -> Result<(), Problem> {
    let tx = db.write().await?;
    if store::end_calendar(&tx, member.user(), member.org()).await? {
        audit::record(&tx, Event::new(Recorded::CalendarClosed)).await?;
        tx.commit().await?;
    }
    Ok(())
}
