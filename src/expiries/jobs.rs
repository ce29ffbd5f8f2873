//! Scheduled verbs of expiries.

use super::actions;
use crate::{
    db::{Db, Timestamp},
    problem::Problem,
};

/// Sends the letters of the day about what ends soon (D21).
///
/// # Errors
/// As every query.
pub async fn warn(db: &Db, now: Timestamp) -> Result<usize, Problem> {
    actions::warn(db, now).await
}
