//! Rows of `jobs`: when each ran last, and who runs it now.

use chrono::TimeDelta;
use diesel::{
    OptionalExtension,
    prelude::{BoolExpressionMethods, ExpressionMethods, QueryDsl, Queryable},
};
use diesel_async::RunQueryDsl;

use crate::db::{Pg, Result, Timestamp, Tx, schema::jobs};

/// Makes a row for each job that has none; a new job is due at once.
pub(super) async fn register(tx: &Tx, names: &[&str]) -> Result<()> {
    let rows: Vec<_> = names.iter().map(|name| jobs::name.eq(*name)).collect();
    diesel::insert_into(jobs::table).values(rows).on_conflict_do_nothing().execute(&mut tx.pg()).await?;
    Ok(())
}

/// A job that is ours to run until the lease ends.
pub(super) struct Claimed {
    pub name: String,
    /// How often it has failed in a row so far.
    pub failures: i32,
    /// Until when it is ours; also what proves it.
    pub lease: Timestamp,
}

/// Takes a job of these names that is due and that nobody runs. A worker that dies leaves its job to the others when the
/// lease is over.
pub(super) async fn claim(tx: &Tx, names: &[&str], lease: TimeDelta) -> Result<Option<Claimed>> {
    let until = tx.now() + lease;
    let due: Option<(String, i32)> = jobs::table
        .filter(jobs::name.eq_any(names))
        .filter(jobs::due_at.le(tx.now()))
        .filter(jobs::leased_until.is_null().or(jobs::leased_until.le(tx.now())))
        .order((jobs::due_at, jobs::name))
        .select((jobs::name, jobs::failures))
        .for_update()
        .skip_locked()
        .first(&mut tx.pg())
        .await
        .optional()?;
    let Some((name, failures)) = due else { return Ok(None) };
    diesel::update(jobs::table.find(&name))
        .set((jobs::leased_until.eq(until), jobs::started_at.eq(tx.now())))
        .execute(&mut tx.pg())
        .await?;
    Ok(Some(Claimed { name, failures, lease: until }))
}

/// How a run ended.
pub(super) struct End<'a> {
    /// What it did.
    pub done: usize,
    /// What went wrong, if something did.
    pub trouble: Option<&'a str>,
    /// How long until it is due again.
    pub pause: TimeDelta,
}

/// Writes down how a run ended and gives the lease back. Whoever lost it in the meantime changes nothing.
pub(super) async fn settle(tx: &Tx, claimed: &Claimed, end: &End<'_>) -> Result<()> {
    let failures = if end.trouble.is_some() { claimed.failures.saturating_add(1) } else { 0 };
    let trouble: Option<String> = end.trouble.map(|words| words.chars().take(500).collect());
    diesel::update(jobs::table.find(&claimed.name).filter(jobs::leased_until.eq(claimed.lease)))
        .set((
            jobs::leased_until.eq(None::<Timestamp>),
            jobs::due_at.eq(tx.now() + end.pause),
            jobs::ended_at.eq(tx.now()),
            jobs::done.eq(i32::try_from(end.done).unwrap_or(i32::MAX)),
            jobs::failures.eq(failures),
            jobs::trouble.eq(trouble),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// What is known of a job's runs.
#[derive(Debug, Clone, Queryable)]
pub struct Ran {
    /// Its name.
    pub name: String,
    /// When it is due again.
    pub due_at: Timestamp,
    /// When its last run ended, if one has.
    pub ended_at: Option<Timestamp>,
    /// How many runs in a row have failed.
    pub failures: i32,
    /// Why the last one failed, if it did.
    pub trouble: Option<String>,
}

/// Every job that has ever been registered, by name.
///
/// # Errors
/// As every query.
pub async fn list(mut pg: &Pg) -> Result<Vec<Ran>> {
    Ok(jobs::table
        .order(jobs::name)
        .select((jobs::name, jobs::due_at, jobs::ended_at, jobs::failures, jobs::trouble))
        .load(&mut pg)
        .await?)
}
