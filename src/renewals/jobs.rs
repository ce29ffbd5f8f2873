//! Scheduled verbs of renewals.

use super::actions;
use crate::{
    db::{Db, Timestamp},
    problem::Problem,
};

/// Writes down which offers have lapsed with their delegations (D8).
///
/// # Errors
/// As every query.
pub async fn lapse(db: &Db, _: Timestamp) -> Result<usize, Problem> {
    actions::lapse(db).await
}
