//! The scheduled work of imports: one bounded batch at a time. Any number may run, in any number of processes.

use super::actions;
use crate::{
    db::{Db, Timestamp},
    problem::Problem,
};

/// Works off one batch of rows of the oldest import that nobody is working on: checks them, or imports them once that
/// was confirmed. Uploads that broke off are thrown away. Returns how many rows (or uploads) were dealt with; zero when there is nothing to do.
///
/// # Errors
/// 503 when the database is away; whatever was not committed is done again.
pub async fn work_off(db: &Db, _now: Timestamp) -> Result<usize, Problem> {
    match actions::work_off(db).await? {
        0 => actions::sweep(db).await,
        done => Ok(done),
    }
}
