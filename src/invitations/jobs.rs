//! Scheduled verbs: reminding recipients that have not answered.

use super::actions;
use crate::{
    db::{Db, Timestamp},
    problem::Problem,
    troubles::Troubles,
};

/// Invitations looked at in one go.
const BATCH: usize = 50;
/// And in one go that has passed over some: the next begins with those again, so this one goes on behind them.
const AT_MOST: usize = 1000;

/// Looks at addressed invitations whose time has come and reminds their recipients, one transaction each; how many it looked
/// at. Safe with any number of workers: each takes what no other has, and a reminder's key refuses a second one. One that cannot
/// be looked at is passed over.
///
/// # Errors
/// 503 when the database is away; what was done until then stays done. 500 when some were passed over.
pub async fn remind(db: &Db, now: Timestamp) -> Result<usize, Problem> {
    let (mut done, mut troubles, mut after) = (0, Troubles::default(), None);
    while done < if troubles.are_there() { AT_MOST } else { BATCH } {
        let Some((turn, outcome)) = actions::remind_next(db, now, after).await? else { break };
        match outcome {
            Ok(()) => done += 1,
            Err(problem) => troubles.pass("remind", &turn.1, problem)?,
        }
        after = Some(turn);
    }
    troubles.outcome(done)
}
