//! Counter-offers of customers to an invitation, as its inviter sees them (D16).

use diesel::{
    BoolExpressionMethods, NullableExpressionMethods,
    prelude::{ExpressionMethods, JoinOnDsl, QueryDsl},
};
use diesel_async::RunQueryDsl;

use crate::{
    db::{
        Cursor, Keyset, Pg, Result, Timestamp, paged,
        schema::{counter_offers, organizations},
    },
    ids::{CounterOffer, Id, Invitation as InvitationId},
    invitations::Countered,
    services::{Purpose, Scope},
};

diesel::alias!(organizations as customers: Customers, organizations as holders: Holders);

type Row = (
    Id<CounterOffer>,
    (Option<String>, String),
    (Vec<String>, i32, Option<String>, Option<String>),
    (String, Timestamp, Option<Timestamp>, Option<String>),
    Option<Id<InvitationId>>,
);

/// A page of the counter-offers to an invitation: those that wait for an answer, the oldest first, or else the others, the newest first.
pub(in crate::invitations) async fn list_counters(
    mut pg: &Pg,
    id: Id<InvitationId>,
    waiting: bool,
    cursor: Option<&Cursor<Timestamp>>,
) -> Result<Keyset<Countered>> {
    let query = counter_offers::table
        .left_join(customers.on(customers.field(organizations::id).eq(counter_offers::customer_id)))
        .left_join(holders.on(holders.field(organizations::id).nullable().eq(counter_offers::holder_id)))
        .filter(counter_offers::invitation_id.eq(id))
        .select((
            counter_offers::id,
            (customers.field(organizations::name).nullable(), counter_offers::customer_name),
            (counter_offers::asks, counter_offers::days, holders.field(organizations::name).nullable(), counter_offers::note),
            (counter_offers::state, counter_offers::made_at, counter_offers::closed_at, counter_offers::reason),
            counter_offers::agreed_invitation_id,
        ))
        .into_boxed();
    let rows: Vec<Row> = if waiting {
        let open = query.filter(counter_offers::state.eq("open"));
        paged!(open, cursor, asc(counter_offers::made_at, counter_offers::id)).load(&mut pg).await?
    } else {
        let closed = query.filter(counter_offers::state.ne("open"));
        paged!(closed, cursor, desc(counter_offers::made_at, counter_offers::id)).load(&mut pg).await?
    };
    Ok(Keyset::new(rows.into_iter().map(read).collect(), cursor, |one| (one.made_at, one.id.uuid())))
}

fn read((id, (now, then), terms, state, agreed): Row) -> Countered {
    // While there is something to answer, as it is called now; afterwards as it was called when that was over.
    let customer = now.unwrap_or(then);
    let (asks, days, holder, note) = terms;
    let (state, made_at, closed_at, reason) = state;
    let scope = |text: &String| {
        let (service, purpose) = text.rsplit_once('/')?;
        Some(Scope { service: service.to_owned(), purpose: Purpose::parse(purpose)? })
    };
    let asks = asks.iter().filter_map(scope).collect();
    Countered { id, customer, asks, days, holder, note, state, made_at, closed_at, reason, agreed }
}
