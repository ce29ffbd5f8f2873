//! What became of an invitation: who came to it, who accepted, who declined, and by which forward.

use diesel::{
    AggregateExpressionMethods, BoolExpressionMethods, NullableExpressionMethods,
    dsl::{count, count_star},
    prelude::{ExpressionMethods, JoinOnDsl, QueryDsl, Queryable, WindowExpressionMethods},
};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use crate::{
    db::{
        Cursor, Keyset, Pg, Result, Timestamp,
        alive::unanswered_opening,
        paged,
        schema::{acceptances, audit_events, declines, forwards, openings, organizations, relationships},
    },
    ids::{Id, Invitation as InvitationId, Organization, Relationship},
    invitations::Way,
};

diesel::alias!(organizations as customers: Customers, organizations as forwarders: Forwarders);

/// What a customer did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Its people came, signed in, and have not answered yet.
    Opened,
    /// It accepted.
    Accepted {
        /// The receipt's reference.
        reference: String,
        /// The relationship that began.
        relationship: Id<Relationship>,
        /// The revision that it accepted (D6).
        revision: i32,
    },
    /// It declined.
    Declined {
        /// Why, if it said so.
        reason: Option<String>,
    },
}

/// By whom an invitation reached a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hop {
    /// Who passed it on.
    pub forwarder: String,
    /// How.
    pub way: Way,
    /// When.
    pub at: Timestamp,
    /// To which address.
    pub email: Option<String>,
}

/// One customer's part in an invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reaction {
    /// What parts it from another of the same moment.
    pub id: Uuid,
    /// What it did.
    pub outcome: Outcome,
    /// Its name, if whoever looks may know it: a customer that has not answered has none yet.
    pub customer: Option<String>,
    /// When.
    pub at: Timestamp,
    /// By which forward it came; by the inviter's own link, when there is none.
    pub hop: Option<Hop>,
}

type HopRow = Option<(String, Way, Timestamp, Option<String>)>;

fn hop(row: HopRow) -> Option<Hop> {
    row.map(|(forwarder, way, at, email)| Hop { forwarder, way, at, email })
}

macro_rules! with_hop {
    ($table:ident) => {
        $table::table.left_join(customers.on(customers.field(organizations::id).eq($table::customer_id))).left_join(
            forwards::table
                .inner_join(forwarders.on(forwarders.field(organizations::id).eq(forwards::forwarder_id)))
                .on(forwards::id.nullable().eq($table::forward_id)),
        )
    };
}

macro_rules! hop_columns {
    () => {
        (forwarders.field(organizations::name), forwards::way, forwards::forwarded_at, forwards::recipient_email).nullable()
    };
}

/// How often somebody with a link that no longer works asked for a new invitation (UX-30).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Missed {
    /// How often.
    pub count: i64,
    /// The last few times, the last first.
    pub last: Vec<Timestamp>,
}

/// How often and when a new one was asked for in place of an invitation: as its trail tells it to whoever is asking.
pub(in crate::invitations) async fn list_missed(mut pg: &Pg, id: Id<InvitationId>) -> Result<Missed> {
    let rows: Vec<(Timestamp, i64)> = audit_events::table
        .filter(audit_events::invitation_id.eq(id.uuid()))
        .filter(audit_events::kind.eq(crate::audit::Kind::InvitationMissed.key()))
        .order(audit_events::id.desc())
        .limit(5)
        .select((audit_events::at, count_star().over()))
        .load(&mut pg)
        .await?;
    Ok(Missed { count: rows.as_slice().first().map_or(0, |row| row.1), last: rows.into_iter().map(|row| row.0).collect() })
}

type Place<'a> = Option<&'a Cursor<Timestamp>>;

/// A page of the reactions of customers to an invitation, the latest first; as far as whoever is asking may see them.
pub(in crate::invitations) async fn list_reactions(pg: &Pg, id: Id<InvitationId>, cursor: Place<'_>) -> Result<Keyset<Reaction>> {
    let (accepted, declined, opened) =
        futures_util::try_join!(list_accepted(pg, id, cursor), list_declined(pg, id, cursor), list_opened(pg, id, cursor))?;
    let mut all: Vec<Reaction> = accepted.into_iter().chain(declined).chain(opened).collect();
    all.sort_by_key(|reaction| (reaction.at, reaction.id));
    if !cursor.is_some_and(|cursor| cursor.before) {
        all.reverse();
    }
    Ok(Keyset::new(all, cursor, |reaction: &Reaction| (reaction.at, reaction.id)))
}

/// A customer that accepted an invitation and works with its inviter still.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Accepting {
    /// Who.
    pub customer: Id<Organization>,
    /// What it is called.
    pub name: String,
    /// The reference of its latest receipt.
    pub reference: String,
}

/// What such customers accepted; a macro because the type cannot be written.
macro_rules! accepting {
    ($id:expr) => {
        acceptances::table
            .inner_join(relationships::table.on(relationships::id.eq(acceptances::relationship_id)))
            .filter(acceptances::invitation_id.eq($id))
            .filter(relationships::state.eq("active"))
    };
}

/// How many such customers there are, as far as whoever is asking may see them.
pub(in crate::invitations) async fn count_accepting(mut pg: &Pg, id: Id<InvitationId>) -> Result<i64> {
    Ok(accepting!(id).select(count(acceptances::customer_id).aggregate_distinct()).first(&mut pg).await?)
}

/// So many of them that come after one, by id: whoever goes through all of them begins with the nil one.
pub(in crate::invitations) async fn list_accepting_after(
    mut pg: &Pg,
    id: Id<InvitationId>,
    after: Id<Organization>,
    most: i64,
) -> Result<Vec<Accepting>> {
    Ok(accepting!(id)
        .filter(acceptances::customer_id.gt(after.uuid()))
        .distinct_on(acceptances::customer_id)
        .order((acceptances::customer_id, acceptances::accepted_at.desc()))
        .limit(most)
        .select((acceptances::customer_id, relationships::customer_name, acceptances::reference))
        .load(&mut pg)
        .await?)
}

async fn list_accepted(mut pg: &Pg, id: Id<InvitationId>, cursor: Place<'_>) -> Result<Vec<Reaction>> {
    // Called what it is, or was last, called in the relationship: it outlives the relationship (D22).
    let query = with_hop!(acceptances)
        .left_join(relationships::table.on(relationships::id.eq(acceptances::relationship_id)))
        .filter(acceptances::invitation_id.eq(id))
        .select((
            acceptances::id,
            relationships::customer_name.nullable(),
            acceptances::accepted_at,
            acceptances::reference,
            acceptances::relationship_id,
            acceptances::revision,
            hop_columns!(),
        ))
        .into_boxed();
    let rows: Vec<(Uuid, Option<String>, Timestamp, String, Id<Relationship>, i32, HopRow)> =
        paged!(query, cursor, desc(acceptances::accepted_at, acceptances::id)).load(&mut pg).await?;
    Ok(rows
        .into_iter()
        .map(|(id, customer, at, reference, relationship, revision, by)| Reaction {
            id,
            outcome: Outcome::Accepted { reference, relationship, revision },
            customer,
            at,
            hop: hop(by),
        })
        .collect())
}

async fn list_declined(mut pg: &Pg, id: Id<InvitationId>, cursor: Place<'_>) -> Result<Vec<Reaction>> {
    // Called what it was called when it declined: there is nothing between the two, now or then.
    let query = with_hop!(declines)
        .filter(declines::invitation_id.eq(id))
        .select((declines::id, declines::customer_name.nullable(), declines::declined_at, declines::reason, hop_columns!()))
        .into_boxed();
    let rows: Vec<(Uuid, Option<String>, Timestamp, Option<String>, HopRow)> =
        paged!(query, cursor, desc(declines::declined_at, declines::id)).load(&mut pg).await?;
    Ok(rows
        .into_iter()
        .map(|(id, customer, at, reason, by)| Reaction { id, outcome: Outcome::Declined { reason }, customer, at, hop: hop(by) })
        .collect())
}

async fn list_opened(mut pg: &Pg, id: Id<InvitationId>, cursor: Place<'_>) -> Result<Vec<Reaction>> {
    let query = with_hop!(openings)
        .filter(openings::invitation_id.eq(id))
        .filter(unanswered_opening!())
        .select((openings::customer_id, customers.field(organizations::name).nullable(), openings::opened_at, hop_columns!()))
        .into_boxed();
    let rows: Vec<(Uuid, Option<String>, Timestamp, HopRow)> =
        paged!(query, cursor, desc(openings::opened_at, openings::customer_id)).load(&mut pg).await?;
    Ok(rows.into_iter().map(|(id, customer, at, by)| Reaction { id, outcome: Outcome::Opened, customer, at, hop: hop(by) }).collect())
}
