//! Rows of `audit_events`: the database gives number, time and hash, and refuses every change.

use diesel::{
    PgArrayExpressionMethods, PgTextExpressionMethods,
    dsl::array,
    prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl, Queryable, QueryableByName},
};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::Event;
use crate::{
    db::{
        Cursor, Error, Keyset, PAGE_SIZE, Pg, Result, Timestamp, Tx,
        schema::{audit_events, organizations, users},
    },
    ids::{Id, Organization, User},
    web::query::pattern,
};

diesel::alias!(organizations as organizations_named: OrganizationsNamed);

/// What a list of events is about.
#[derive(Debug, Clone, Copy)]
pub(super) enum Subject {
    Partnership(Uuid),
    Invitation(Uuid),
    Relationship(Uuid),
    Delegation(Uuid),
    /// What it did and what concerns it.
    Organization(Uuid),
}

/// An event as it stands, with the names of who did it as far as whoever is asking may see them.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Row {
    pub id: i64,
    pub at: Timestamp,
    pub kind: String,
    pub org: Option<Id<Organization>>,
    pub details: serde_json::Value,
    pub user_name: Option<String>,
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
        Subject::Organization(id) => rows.filter(audit_events::concerned.contains(vec![id])).load(&mut pg).await?,
    };
    Ok(rows)
}

/// The last few events that whoever is asking may see, newest first.
pub(super) async fn list_newest(mut pg: &Pg) -> Result<Vec<Row>> {
    Ok(audit_events::table
        .left_join(users::table.on(users::id.nullable().eq(audit_events::user_id)))
        .left_join(organizations::table.on(organizations::id.nullable().eq(audit_events::org_id)))
        .order(audit_events::id.desc())
        .limit(10)
        .select(columns!())
        .load(&mut pg)
        .await?)
}

/// Which events of the whole trail.
#[derive(Debug, Default)]
pub(super) struct Filter {
    pub kind: Option<super::Kind>,
    /// Those that any of these did or that concern any of them.
    pub organizations: Option<Vec<Uuid>>,
    /// The same of the organizations that somebody may mean by this: a part of the name, the partner ID or the domain. The
    /// nearest few.
    pub named: Option<String>,
    /// A part of the name, or the address, of who did it.
    pub person: Option<String>,
    pub from: Option<Timestamp>,
    pub before: Option<Timestamp>,
    /// The id of anything an event is about, or of the request that caused it.
    pub subject: Option<Uuid>,
}

/// An event with everything that stands in the trail.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Record {
    pub row: Row,
    pub chain: Uuid,
    pub seq: i64,
    pub hash: Vec<u8>,
    pub user: Option<Uuid>,
    pub partnership: Option<Uuid>,
    pub invitation: Option<Uuid>,
    pub relationship: Option<Uuid>,
    pub delegation: Option<Uuid>,
    pub request: Option<Uuid>,
}

/// A page of the whole trail as far as whoever is asking may see it, newest first.
pub(super) async fn list(mut pg: &Pg, filter: &Filter, cursor: Option<&Cursor<i64>>) -> Result<Keyset<Record>> {
    let mut query = audit_events::table
        .left_join(users::table.on(users::id.nullable().eq(audit_events::user_id)))
        .left_join(organizations::table.on(organizations::id.nullable().eq(audit_events::org_id)))
        .select((
            columns!(),
            audit_events::chain,
            audit_events::seq,
            audit_events::hash,
            audit_events::user_id,
            audit_events::partnership_id,
            audit_events::invitation_id,
            audit_events::relationship_id,
            audit_events::delegation_id,
            audit_events::request_id,
        ))
        .limit(PAGE_SIZE as i64 + 1)
        .into_boxed();
    if let Some(kind) = filter.kind {
        query = query.filter(audit_events::kind.eq(kind.key()));
    }
    if let Some(ids) = &filter.organizations {
        query = query.filter(audit_events::concerned.overlaps_with(ids));
    }
    if let Some(text) = &filter.named {
        let meant = organizations_named
            .filter(
                organizations_named
                    .field(organizations::name)
                    .ilike(pattern(text))
                    .or(organizations_named.field(organizations::partner_id).eq(text))
                    .or(organizations_named.field(organizations::domain).eq(text.to_lowercase())),
            )
            .order((organizations_named.field(organizations::name), organizations_named.field(organizations::id)))
            .limit(PAGE_SIZE as i64)
            .select(organizations_named.field(organizations::id));
        query = query.filter(audit_events::concerned.overlaps_with(array(meant)));
    }
    if let Some(text) = &filter.person {
        query = query.filter(users::name.ilike(pattern(text)).or(users::email.eq(text.to_lowercase())));
    }
    if let Some(from) = filter.from {
        query = query.filter(audit_events::at.ge(from));
    }
    if let Some(before) = filter.before {
        query = query.filter(audit_events::at.lt(before));
    }
    if let Some(id) = filter.subject {
        query = query.filter(
            (audit_events::invitation_id.eq(id))
                .or(audit_events::relationship_id.eq(id))
                .or(audit_events::partnership_id.eq(id))
                .or(audit_events::delegation_id.eq(id))
                .or(audit_events::user_id.eq(id))
                .or(audit_events::request_id.eq(id)),
        );
    }
    query = match cursor {
        Some(cursor) if cursor.before => query.filter(audit_events::id.gt(cursor.key)).order(audit_events::id.asc()),
        Some(cursor) => query.filter(audit_events::id.lt(cursor.key)).order(audit_events::id.desc()),
        None => query.order(audit_events::id.desc()),
    };
    let rows = query.load::<Record>(&mut pg).await?;
    Ok(Keyset::new(rows, cursor, |record| (record.row.id, Uuid::nil())))
}

#[diesel::declare_sql_function]
extern "SQL" {
    fn audit_status(most: diesel::sql_types::BigInt) -> diesel::sql_types::Jsonb;
}

/// How the trail stands. Looks through it only when it has no more than `most` entries.
pub(super) async fn status(mut pg: &Pg, most: i64) -> Result<Status> {
    let found: serde_json::Value = diesel::select(audit_status(most)).get_result(&mut pg).await?;
    serde_json::from_value(found).map_err(|error| Error::Query(diesel::result::Error::DeserializationError(Box::new(error))))
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

/// How the whole trail stands.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct Status {
    /// Entries in all chains.
    pub entries: i64,
    /// Chains: one for each organization, and for each person without one.
    pub chains: i64,
    /// Where it does not hold; `None` when nobody has looked.
    pub breaks: Option<Vec<Break>>,
}

/// The first entry of a chain that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName, serde::Deserialize)]
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
