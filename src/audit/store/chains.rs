//! The chains: whether they hold, and when somebody last looked.

use diesel::{
    prelude::{ExpressionMethods, OptionalExtension, QueryDsl},
    sql_types::{Array, BigInt, Uuid as SqlUuid},
};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use crate::{
    audit::{Break, Verification},
    db::{
        Error, Pg, Result, Tx,
        schema::{audit_events, audit_heads, audit_verifications},
    },
    ids::{Id, User},
};

#[diesel::declare_sql_function]
extern "SQL" {
    fn audit_status(most: BigInt) -> diesel::sql_types::Jsonb;
}

/// How long the trail is, and where it does not hold; `None` for that when it has more than `most` entries, which nobody looks
/// through for a page.
#[derive(Debug, Clone, serde::Deserialize)]
pub(in crate::audit) struct Status {
    pub entries: i64,
    pub chains: i64,
    pub breaks: Option<Vec<Break>>,
}

/// How the trail stands. Looks through it only when it has no more than `most` entries.
pub(in crate::audit) async fn status(mut pg: &Pg, most: i64) -> Result<Status> {
    let found: serde_json::Value = diesel::select(audit_status(most)).get_result(&mut pg).await?;
    from_json(found)
}

fn from_json<T: serde::de::DeserializeOwned>(value: serde_json::Value) -> Result<T> {
    serde_json::from_value(value).map_err(|error| Error::Query(diesel::result::Error::DeserializationError(Box::new(error))))
}

/// The newest entry's number; 0 for an empty trail.
pub(in crate::audit) async fn newest_entry(mut pg: &Pg) -> Result<i64> {
    let newest = audit_events::table.order(audit_events::id.desc()).select(audit_events::id).first(&mut pg).await.optional()?;
    Ok(newest.unwrap_or_default())
}

/// The heads of chains after one, in their order: the chain and its length.
pub(in crate::audit) async fn list_heads(mut pg: &Pg, after: Option<Uuid>, most: i64) -> Result<Vec<(Uuid, i64)>> {
    let mut heads = audit_heads::table.order(audit_heads::chain).select((audit_heads::chain, audit_heads::seq)).limit(most).into_boxed();
    if let Some(after) = after {
        heads = heads.filter(audit_heads::chain.gt(after));
    }
    Ok(heads.load(&mut pg).await?)
}

/// The first break of each of these chains among their entries `low` to `high`.
pub(in crate::audit) async fn list_breaks(mut pg: &Pg, chains: &[Uuid], low: i64, high: i64) -> Result<Vec<Break>> {
    Ok(diesel::sql_query("select chain, seq from audit_breaks_of($1, $2, $3) order by chain")
        .bind::<Array<SqlUuid>, _>(chains)
        .bind::<BigInt, _>(low)
        .bind::<BigInt, _>(high)
        .load(&mut pg)
        .await?)
}

/// The last time that somebody looked through the chains.
pub(in crate::audit) async fn last_verification(mut pg: &Pg) -> Result<Option<Verification>> {
    type Row = (crate::db::Timestamp, i64, i64, i64, serde_json::Value);
    let row: Option<Row> = audit_verifications::table
        .order(audit_verifications::id.desc())
        .select((
            audit_verifications::at,
            audit_verifications::up_to,
            audit_verifications::entries,
            audit_verifications::chains,
            audit_verifications::breaks,
        ))
        .first(&mut pg)
        .await
        .optional()?;
    row.map(|(at, up_to, entries, chains, breaks)| Ok(Verification { at, up_to, entries, chains, breaks: from_json(breaks)? })).transpose()
}

pub(in crate::audit) async fn save_verification(tx: &Tx, found: &Verification, by: Option<Id<User>>) -> Result<()> {
    diesel::insert_into(audit_verifications::table)
        .values((
            audit_verifications::at.eq(found.at),
            audit_verifications::up_to.eq(found.up_to),
            audit_verifications::entries.eq(found.entries),
            audit_verifications::chains.eq(found.chains),
            audit_verifications::breaks.eq(serde_json::json!(found.breaks)),
            audit_verifications::user_id.eq(by.map(Id::uuid)),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}
