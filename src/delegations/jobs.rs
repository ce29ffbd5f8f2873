//! Scheduled verbs of delegations.

use super::actions;
use crate::{
    db::{Db, Timestamp},
    problem::Problem,
};

/// Extends what extends itself and ends within a week, by 180 days each, as long as both sides agree (D21).
///
/// # Errors
/// As every query.
pub async fn extend(db: &Db, now: Timestamp) -> Result<usize, Problem> {
    actions::extend(db, now).await
}

/// Writes down which delegations are over; pages have known it all along (D8, D21, D22).
///
/// # Errors
/// As every query.
pub async fn expire(db: &Db, _: Timestamp) -> Result<usize, Problem> {
    actions::expire(db).await
}
