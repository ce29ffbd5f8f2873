//! What became of an invitation: who came to it, who accepted, who declined, and by which forward.

use diesel::{
    NullableExpressionMethods,
    dsl::{count_star, exists, not},
    prelude::{ExpressionMethods, JoinOnDsl, QueryDsl, WindowExpressionMethods},
};
use diesel_async::RunQueryDsl;

use crate::{
    db::{
        Pg, Result, Timestamp,
        schema::{acceptances, audit_events, declines, forwards, openings, organizations},
    },
    ids::{Id, Invitation as InvitationId, Relationship},
    invitations::Way,
};

diesel::alias!(organizations as customers: Customers, organizations as forwarders: Forwarders);

/// The most of each kind that a page shows.
const MOST: i64 = 50;

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

/// The latest reactions of customers to an invitation, the latest first; as far as whoever is asking may see them.
pub(in crate::invitations) async fn list_reactions(pg: &Pg, id: Id<InvitationId>) -> Result<Vec<Reaction>> {
    let (accepted, declined, opened) = futures_util::try_join!(list_accepted(pg, id), list_declined(pg, id), list_opened(pg, id))?;
    let mut all: Vec<Reaction> = accepted.into_iter().chain(declined).chain(opened).collect();
    all.sort_by_key(|reaction| std::cmp::Reverse(reaction.at));
    Ok(all)
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

async fn list_accepted(mut pg: &Pg, id: Id<InvitationId>) -> Result<Vec<Reaction>> {
    let rows: Vec<(Option<String>, Timestamp, String, Id<Relationship>, i32, HopRow)> = with_hop!(acceptances)
        .filter(acceptances::invitation_id.eq(id))
        .order(acceptances::accepted_at.desc())
        .limit(MOST)
        .select((
            customers.field(organizations::name).nullable(),
            acceptances::accepted_at,
            acceptances::reference,
            acceptances::relationship_id,
            acceptances::revision,
            hop_columns!(),
        ))
        .load(&mut pg)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(customer, at, reference, relationship, revision, by)| Reaction {
            outcome: Outcome::Accepted { reference, relationship, revision },
            customer,
            at,
            hop: hop(by),
        })
        .collect())
}

async fn list_declined(mut pg: &Pg, id: Id<InvitationId>) -> Result<Vec<Reaction>> {
    let rows: Vec<(Option<String>, Timestamp, Option<String>, HopRow)> = with_hop!(declines)
        .filter(declines::invitation_id.eq(id))
        .order(declines::declined_at.desc())
        .limit(MOST)
        .select((customers.field(organizations::name).nullable(), declines::declined_at, declines::reason, hop_columns!()))
        .load(&mut pg)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(customer, at, reason, by)| Reaction { outcome: Outcome::Declined { reason }, customer, at, hop: hop(by) })
        .collect())
}

async fn list_opened(mut pg: &Pg, id: Id<InvitationId>) -> Result<Vec<Reaction>> {
    let accepted = acceptances::table
        .filter(acceptances::invitation_id.eq(openings::invitation_id))
        .filter(acceptances::customer_id.eq(openings::customer_id));
    let declined =
        declines::table.filter(declines::invitation_id.eq(openings::invitation_id)).filter(declines::customer_id.eq(openings::customer_id));
    let rows: Vec<(Option<String>, Timestamp, HopRow)> = with_hop!(openings)
        .filter(openings::invitation_id.eq(id))
        .filter(not(exists(accepted)))
        .filter(not(exists(declined)))
        .order(openings::opened_at.desc())
        .limit(MOST)
        .select((customers.field(organizations::name).nullable(), openings::opened_at, hop_columns!()))
        .load(&mut pg)
        .await?;
    Ok(rows.into_iter().map(|(customer, at, by)| Reaction { outcome: Outcome::Opened, customer, at, hop: hop(by) }).collect())
}
