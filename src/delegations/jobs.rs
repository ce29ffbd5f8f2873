//! Scheduled verbs of delegations.

use super::actions;
use crate::{
    db::{Db, Timestamp},
    problem::Problem,
};

/// Writes down which delegations are over; pages have known it all along (D8, D21, D22).
///
/// # Errors
/// As every query.
pub async fn expire(db: &Db, _: Timestamp) -> Result<usize, Problem> {
    actions::expire(db).await
}
