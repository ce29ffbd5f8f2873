//! Rows of `audit_events`: the database gives number, time and hash, and refuses every change.

mod chains;
mod list;

pub(super) use chains::{last_verification, list_breaks, list_heads, newest_entry, save_verification, status};
pub(super) use list::{AT_ONCE, Filter, Record, find_organizations, find_people, find_reference, list, list_many};

use diesel::{
    prelude::{ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl, Queryable, QueryableByName},
    sql_types::{BigInt, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::{Event, Kind, Thing};
use crate::{
    db::{
        PAGE_SIZE, Pg, Result, Timestamp, Tx,
        schema::{audit_events, organizations, users},
    },
    ids::{Id, Organization, User},
};

/// What a list of events is about.
#[derive(Debug, Clone, Copy)]
pub(super) enum Subject {
    Partnership(Uuid),
    Invitation(Uuid),
    Relationship(Uuid),
    Delegation(Uuid),
}

/// An event as it stands, with the names of who did it as far as whoever is asking may see them.
#[derive(Debug, Clone, Queryable, QueryableByName)]
pub(super) struct Row {
    #[diesel(sql_type = BigInt)]
    pub id: i64,
    #[diesel(sql_type = Timestamptz)]
    pub at: Timestamp,
    #[diesel(sql_type = Text)]
    pub kind: String,
    #[diesel(sql_type = Nullable<SqlUuid>, column_name = org_id)]
    pub org: Option<Id<Organization>>,
    #[diesel(sql_type = Jsonb)]
    pub details: serde_json::Value,
    #[diesel(sql_type = Nullable<Text>)]
    pub user_name: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    pub org_name: Option<String>,
}

/// The columns of a [`Row`], in its order.
macro_rules! columns {
    () => {
        (
            audit_events::id,
            audit_events::at,
            audit_events::kind,
            audit_events::org_id,
            audit_events::details,
            users::name.nullable(),
            organizations::name.nullable(),
        )
    };
}

/// The newest events about a subject, newest first, one page of them.
pub(super) async fn list_about(mut pg: &Pg, subject: Subject) -> Result<Vec<Row>> {
    let rows = audit_events::table
        .left_join(users::table.on(users::id.nullable().eq(audit_events::user_id)))
        .left_join(organizations::table.on(organizations::id.nullable().eq(audit_events::org_id)))
        .order(audit_events::id.desc())
        .limit(PAGE_SIZE as i64)
        .select(columns!());
    let rows = match subject {
        Subject::Partnership(id) => rows.filter(audit_events::partnership_id.eq(id)).load(&mut pg).await?,
        Subject::Invitation(id) => rows.filter(audit_events::invitation_id.eq(id)).load(&mut pg).await?,
        Subject::Relationship(id) => rows.filter(audit_events::relationship_id.eq(id)).load(&mut pg).await?,
        Subject::Delegation(id) => rows.filter(audit_events::delegation_id.eq(id)).load(&mut pg).await?,
    };
    Ok(rows)
}

/// The last few events that whoever is asking may see, newest first; who signs in and out is the trail's business, not news.
pub(super) async fn list_newest(mut pg: &Pg) -> Result<Vec<Row>> {
    let news: Vec<_> = Kind::ALL.iter().filter(|kind| kind.thing() != Thing::People).map(|kind| kind.key()).collect();
    Ok(audit_events::table
        .left_join(users::table.on(users::id.nullable().eq(audit_events::user_id)))
        .left_join(organizations::table.on(organizations::id.nullable().eq(audit_events::org_id)))
        .filter(audit_events::kind.eq_any(news))
        .order(audit_events::id.desc())
        .limit(10)
        .select(columns!())
        .load(&mut pg)
        .await?)
}

/// Records an event in the transaction of the change. Call it last: it takes the lock on the chain's head.
///
/// # Errors
/// As every query; then the change does not happen either.
pub async fn record(tx: &Tx, event: Event) -> Result<()> {
    let visitor = tx.visitor();
    let id = |name: &str| visitor.get(name).and_then(|value| value.as_str()).and_then(|text| text.parse::<Uuid>().ok());
    let (user, org): (Option<Id<User>>, Option<Id<Organization>>) =
        event.by.unwrap_or((id("user_id").map(Into::into), id("org_id").map(Into::into)));
    let chain = event.chain.or(org.map(Id::uuid)).or(user.map(Id::uuid)).unwrap_or(Uuid::nil());
    let mut concerned: Vec<Uuid> = event.concerned.iter().map(|org| org.uuid()).chain(org.map(Id::uuid)).collect();
    concerned.sort_unstable();
    concerned.dedup();
    diesel::insert_into(audit_events::table)
        .values((
            audit_events::chain.eq(chain),
            audit_events::seq.eq(0),
            audit_events::kind.eq(event.kind.key()),
            audit_events::user_id.eq(user.map(Id::uuid)),
            audit_events::org_id.eq(org.map(Id::uuid)),
            audit_events::concerned.eq(concerned),
            audit_events::partnership_id.eq(event.partnership.map(Id::uuid)),
            audit_events::invitation_id.eq(event.invitation.map(Id::uuid)),
            audit_events::relationship_id.eq(event.relationship.map(Id::uuid)),
            audit_events::delegation_id.eq(event.delegation.map(Id::uuid)),
            audit_events::details.eq(event.details),
            audit_events::request_id.eq(tx.request()),
            audit_events::previous.eq(&[][..]),
            audit_events::hash.eq(&[][..]),
            audit_events::at.eq(event.at.unwrap_or_else(|| tx.now())),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// The first entry of a chain that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName, serde::Serialize, serde::Deserialize)]
pub struct Break {
    /// The chain: an organization's or a person's id.
    #[diesel(sql_type = diesel::sql_types::Uuid)]
    pub chain: Uuid,
    /// The entry's number in it.
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    pub seq: i64,
}

/// Recomputes every chain; an empty answer means that nothing was changed, removed or reordered (AB-49).
///
/// # Errors
/// As every query.
pub async fn verify(mut pg: &Pg) -> Result<Vec<Break>> {
    Ok(diesel::sql_query("select chain, seq from audit_breaks() order by chain").load(&mut pg).await?)
}
