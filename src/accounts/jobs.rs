//! What is thrown away when nobody needs it any more.

use super::store;
use crate::{
    access::store::delete_dead_sessions,
    db::{Db, Timestamp},
    problem::Problem,
};

/// Throws away some of the sessions that ended more than a day ago and of the attempts that count no more; how many. Two
/// workers that do it at once throw away the same.
///
/// # Errors
/// 503 when the database is away.
pub async fn clean(db: &Db, _: Timestamp) -> Result<usize, Problem> {
    let tx = db.write().await?;
    let done = delete_dead_sessions(&tx).await? + store::delete_old_attempts(&tx).await?;
    tx.commit().await?;
    Ok(done)
}
