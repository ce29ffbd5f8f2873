//! Counter-offers of customers to an invitation, as its inviter sees them (D16).

use diesel::{
    NullableExpressionMethods,
    prelude::{ExpressionMethods, JoinOnDsl, QueryDsl},
};
use diesel_async::RunQueryDsl;

use crate::{
    db::{
        Pg, Result, Timestamp,
        schema::{counter_offers, organizations},
    },
    ids::{CounterOffer, Id, Invitation as InvitationId},
    invitations::Countered,
    services::{Purpose, Scope},
};

diesel::alias!(organizations as customers: Customers, organizations as holders: Holders);

/// The most that a page shows.
const MOST: i64 = 50;

type Row = (
    Id<CounterOffer>,
    Option<String>,
    (Vec<String>, i32, Option<String>, Option<String>),
    (String, Timestamp, Option<Timestamp>, Option<String>),
    Option<Id<InvitationId>>,
);

/// Counter-offers to an invitation: those that wait for an answer first, then the newest.
pub(in crate::invitations) async fn list_counters(mut pg: &Pg, id: Id<InvitationId>) -> Result<Vec<Countered>> {
    let rows: Vec<Row> = counter_offers::table
        .left_join(customers.on(customers.field(organizations::id).eq(counter_offers::customer_id)))
        .left_join(holders.on(holders.field(organizations::id).nullable().eq(counter_offers::holder_id)))
        .filter(counter_offers::invitation_id.eq(id))
        .order((counter_offers::state.eq("open").desc(), counter_offers::made_at.desc(), counter_offers::id.desc()))
        .limit(MOST)
        .select((
            counter_offers::id,
            customers.field(organizations::name).nullable(),
            (counter_offers::asks, counter_offers::days, holders.field(organizations::name).nullable(), counter_offers::note),
            (counter_offers::state, counter_offers::made_at, counter_offers::closed_at, counter_offers::reason),
            counter_offers::agreed_invitation_id,
        ))
        .load(&mut pg)
        .await?;
    Ok(rows.into_iter().map(read).collect())
}

fn read((id, customer, terms, state, agreed): Row) -> Countered {
    let (asks, days, holder, note) = terms;
    let (state, made_at, closed_at, reason) = state;
    let scope = |text: &String| {
        let (service, purpose) = text.rsplit_once('/')?;
        Some(Scope { service: service.to_owned(), purpose: Purpose::parse(purpose)? })
    };
    let asks = asks.iter().filter_map(scope).collect();
    Countered { id, customer, asks, days, holder, note, state, made_at, closed_at, reason, agreed }
}
