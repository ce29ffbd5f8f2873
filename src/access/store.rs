//! Rows of `sessions`.

use chrono::{DateTime, Utc};
use diesel::prelude::{BoolExpressionMethods, ExpressionMethods, QueryDsl, Queryable};
use diesel_async::RunQueryDsl;

use crate::{
    db::{Pg, Result, SessionKeyHash, Tx, schema::sessions},
    ids::{Id, Organization, User},
};

/// A session as its owner sees it in the list of their sessions.
#[derive(Debug, Clone, Queryable)]
pub struct SessionRow {
    /// The hash of its key, by which it can be ended.
    pub key_hash: Vec<u8>,
    /// When it was started.
    pub created_at: DateTime<Utc>,
    /// When it was last used, to the minute.
    pub seen_at: DateTime<Utc>,
    /// The browser's name for itself.
    pub agent: Option<String>,
}

impl SessionRow {
    /// The beginning of the hash, by which its owner names it.
    pub fn mark(&self) -> String {
        self.key_hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }
}

pub(crate) async fn start_session(
    tx: &Tx,
    key: &SessionKeyHash,
    user: Id<User>,
    org: Option<Id<Organization>>,
    agent: Option<&str>,
) -> Result<()> {
    diesel::insert_into(sessions::table)
        .values((
            sessions::key_hash.eq(&key[..]),
            sessions::user_id.eq(user.uuid()),
            sessions::org_id.eq(org.map(Id::uuid)),
            sessions::agent.eq(agent),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

pub(crate) async fn end_session(tx: &Tx, key: &[u8]) -> Result<bool> {
    Ok(diesel::delete(sessions::table.find(key)).execute(&mut tx.pg()).await? > 0)
}

/// Ends every session of a person but one.
pub(crate) async fn end_sessions_of(tx: &Tx, user: Id<User>, but: Option<&SessionKeyHash>) -> Result<usize> {
    let others = sessions::table.filter(sessions::user_id.eq(user)).filter(sessions::key_hash.ne(but.map_or(&[][..], |key| &key[..])));
    Ok(diesel::delete(others).execute(&mut tx.pg()).await?)
}

pub(crate) async fn list_sessions(mut pg: &Pg, user: Id<User>) -> Result<Vec<SessionRow>> {
    let rows = sessions::table
        .filter(sessions::user_id.eq(user))
        .filter(sessions::expires_at.gt(diesel::dsl::now))
        .order(sessions::seen_at.desc())
        .select((sessions::key_hash, sessions::created_at, sessions::seen_at, sessions::agent))
        .load(&mut pg)
        .await?;
    Ok(rows)
}

/// Makes a session act for another organization of the same person.
pub(crate) async fn move_session(tx: &Tx, key: &SessionKeyHash, org: Id<Organization>) -> Result<()> {
    diesel::update(sessions::table.find(&key[..])).set(sessions::org_id.eq(org.uuid())).execute(&mut tx.pg()).await?;
    Ok(())
}

/// Rows deleted in one go.
const MANY: i64 = 1000;

/// Deletes some of the sessions that nobody can use any more, for they ended, or lay idle, more than a day ago.
pub(crate) async fn delete_dead_sessions(tx: &Tx) -> Result<usize> {
    let yesterday = tx.now() - chrono::TimeDelta::days(1);
    let dead = sessions::table
        .filter(sessions::expires_at.lt(yesterday).or(sessions::seen_at.lt(yesterday)))
        .limit(MANY)
        .select(sessions::key_hash);
    let dead: Vec<Vec<u8>> = dead.load(&mut tx.pg()).await?;
    Ok(diesel::delete(sessions::table.filter(sessions::key_hash.eq_any(dead))).execute(&mut tx.pg()).await?)
}
