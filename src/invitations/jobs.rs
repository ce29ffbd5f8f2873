//! Scheduled verbs: reminding recipients that have not answered.

use super::actions;
use crate::{
    db::{Db, Timestamp},
    problem::Problem,
};

/// Invitations looked at in one go.
const BATCH: usize = 50;

/// Looks at addressed invitations whose time has come and reminds their recipients, one transaction each; how many it looked
/// at. Safe with any number of workers: each takes what no other has, and a reminder's key refuses a second one.
///
/// # Errors
/// 503 when the database is away; what was done until then stays done.
pub async fn remind(db: &Db, now: Timestamp) -> Result<usize, Problem> {
    for done in 0..BATCH {
        if !actions::remind_next(db, now).await? {
            return Ok(done);
        }
    }
    Ok(BATCH)
}
