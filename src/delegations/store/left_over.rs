//! Delegations left over: their holder no longer works with the owner of the relationship (D20).

use diesel::{
    NullableExpressionMethods,
    dsl::{exists, max, not},
    prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl},
};
use diesel_async::RunQueryDsl;

use super::{CustomerColumns, Joined, Life, Row, columns, customers, holders, listed, owners};
use crate::{
    db::{
        Cursor, Keyset, Pg, Result, Timestamp, paged,
        schema::{delegations, organizations, partnerships, uses},
    },
    delegations::{LeftOver, Perspective, Stage},
    ids::{Id, Organization},
    organizations::{PartyColumns, party},
};

/// The partnerships of a delegation's owner and holder in a state.
macro_rules! between_both {
    ($state:expr) => {
        partnerships::table
            .filter(partnerships::provider_id.eq(delegations::owner_id))
            .filter(partnerships::reseller_id.eq(delegations::holder_id.nullable()))
            .filter(partnerships::state.eq($state))
    };
}

/// Delegations that have not ended, whose holder's partnership with the owner has: as one side sees them, or everybody's.
macro_rules! left_over {
    ($query:expr, $seen:expr, $now:expr) => {{
        let query = $query
            .filter(delegations::state.ne(Stage::Ended))
            .filter(delegations::ends_at.gt($now))
            .filter(exists(between_both!("ended")))
            .filter(not(exists(between_both!("active"))))
            .into_boxed();
        match $seen {
            Perspective::Customer(org) => query.filter(delegations::customer_id.eq(org)),
            Perspective::Holder(org) => query.filter(delegations::holder_id.eq(org)),
            Perspective::Owner(org) => query.filter(delegations::owner_id.eq(org)),
            Perspective::Everybody => query,
        }
    }};
}

/// How many there are.
///
/// # Errors
/// As every query.
pub async fn count_left_over(mut pg: &Pg, seen: Perspective, now: Timestamp) -> Result<i64> {
    Ok(left_over!(delegations::table.select(diesel::dsl::count_star()), seen, now).get_result(&mut pg).await?)
}

/// A page of them, the last granted first.
pub(in crate::delegations) async fn list_left_over(
    mut pg: &Pg,
    seen: Perspective,
    cursor: Option<&Cursor<Timestamp>>,
    now: Timestamp,
) -> Result<Keyset<LeftOver>> {
    let since = between_both!("ended").select(max(partnerships::ended_at)).single_value();
    let query = delegations::table
        .left_join(customers.on(customers.field(organizations::id).eq(delegations::customer_id)))
        .inner_join(holders.on(holders.field(organizations::id).eq(delegations::holder_id)))
        .inner_join(owners.on(owners.field(organizations::id).eq(delegations::owner_id)))
        .select((
            columns!(),
            (customers.fields(party!()).nullable(), delegations::customer_name),
            holders.fields(party!()),
            owners.fields(party!()),
            (delegations::extended, delegations::customer_extends_at, delegations::holder_extends_at),
            uses::table.filter(uses::delegation_id.eq(delegations::id)).select(max(uses::used_at)).single_value(),
            since,
        ));
    let query = left_over!(query, seen, now);
    type Found = (Row, CustomerColumns, PartyColumns, PartyColumns, Life, Option<Timestamp>, Option<Timestamp>);
    let rows = paged!(query, cursor, desc(delegations::granted_at, delegations::id)).load::<Found>(&mut pg).await?;
    let read = listed(now);
    let rows = rows.into_iter().map(|(row, customer, holder, owner, life, last_used, since)| {
        let joined: Joined = (row, customer, holder, owner, life, last_used);
        LeftOver { listed: read(joined), since }
    });
    Ok(Keyset::new(rows.collect(), cursor, |row: &LeftOver| (row.listed.facts().granted_at, row.listed.facts().id.uuid())))
}

/// What one holder has from a customer that is not over, by service; and the last hundred that are.
pub(in crate::delegations) async fn list_of_holder(
    mut pg: &Pg,
    customer: Id<Organization>,
    holder: Id<Organization>,
    now: Timestamp,
) -> Result<Vec<super::Listed>> {
    let over = delegations::state.eq(Stage::Ended).or(delegations::ends_at.le(now));
    let rows = super::joined!()
        .filter(delegations::customer_id.eq(customer))
        .filter(delegations::holder_id.eq(holder))
        .order((over, delegations::ended_at.desc(), delegations::service, delegations::purpose, delegations::id))
        .limit(200)
        .load::<Joined>(&mut pg)
        .await?;
    Ok(rows.into_iter().map(listed(now)).collect())
}
