//! What the night does with the trail.

use chrono::TimeDelta;

use super::{actions, store};
use crate::{
    db::{Db, Timestamp},
    problem::Problem,
};

/// How old a verification may be before the next is made.
const EVERY: TimeDelta = TimeDelta::hours(20);

/// Looks through the chains unless somebody has lately; 1 if it did. Two workers that do it at once find the same and change
/// nothing but the list of verifications. The database must be the system's ([`Db::as_system`]).
///
/// # Errors
/// None but faults of ours.
pub async fn verify(db: &Db, now: Timestamp) -> Result<usize, Problem> {
    let view = db.view().await?;
    let last = store::last_verification(view.pg()).await?;
    drop(view);
    if last.is_some_and(|last| last.at > now - EVERY) {
        return Ok(0);
    }
    let found = actions::verify_by_night(db).await?;
    if !found.breaks.is_empty() {
        tracing::error!(event = "sys_audit_broken", breaks = found.breaks.len(), "the audit trail does not hold");
    }
    Ok(1)
}
