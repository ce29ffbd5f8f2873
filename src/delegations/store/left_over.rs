//! Delegations left over: their holder no longer works with the owner of the relationship (D20).

use diesel::{
    NullableExpressionMethods,
    dsl::{exists, max, not},
    prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl},
    sql_types::{Nullable, Timestamptz},
};
use diesel_async::RunQueryDsl;

use super::{Joined, columns, customers, holders, joined_columns, listed, owners, with_parties};
use crate::{
    db::{
        Cursor, Keyset, Pg, Result, Timestamp,
        alive::living_delegation,
        paged,
        schema::{delegations, organizations, partnerships, renewals, uses},
    },
    delegations::{LeftOver, Perspective, Stage},
    ids::{Id, Organization},
    organizations::party,
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
            .filter(living_delegation!($now))
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
    let query = with_parties!().select((joined_columns!(), since));
    let query = left_over!(query, seen, now);
    let rows = paged!(query, cursor, desc(delegations::granted_at, delegations::id)).load::<(Joined, Option<Timestamp>)>(&mut pg).await?;
    let read = listed(now);
    let rows = rows.into_iter().map(|(joined, since)| LeftOver { listed: read(joined), since });
    Ok(Keyset::new(rows.collect(), cursor, |row: &LeftOver| (row.listed.facts().granted_at, row.listed.facts().id.uuid())))
}

#[diesel::declare_sql_function]
extern "SQL" {
    fn coalesce(when_known: Nullable<Timestamptz>, otherwise: Timestamptz) -> Timestamptz;
}

/// What one holder has from a customer that is not over, by service: no more than there are services and purposes.
pub(in crate::delegations) async fn in_force_of_holder(
    mut pg: &Pg,
    customer: Id<Organization>,
    holder: Id<Organization>,
    now: Timestamp,
) -> Result<Vec<super::Listed>> {
    let rows = super::joined!()
        .filter(delegations::customer_id.eq(customer))
        .filter(delegations::holder_id.eq(holder))
        .filter(living_delegation!(now))
        .order((delegations::service, delegations::purpose, delegations::id))
        .load::<Joined>(&mut pg)
        .await?;
    Ok(rows.into_iter().map(listed(now)).collect())
}

/// A page of what it had and is over, the last end first.
pub(in crate::delegations) async fn list_over_of_holder(
    mut pg: &Pg,
    customer: Id<Organization>,
    holder: Id<Organization>,
    cursor: Option<&Cursor<Timestamp>>,
    now: Timestamp,
) -> Result<Keyset<super::Listed>> {
    let query = super::joined!()
        .filter(delegations::customer_id.eq(customer))
        .filter(delegations::holder_id.eq(holder))
        .filter(delegations::state.eq(Stage::Ended).or(delegations::ends_at.le(now)))
        .into_boxed();
    // An end that no job has written yet is an end (D8).
    let ended_at = || coalesce(delegations::ended_at, delegations::ends_at);
    let rows = paged!(query, cursor, desc(ended_at(), delegations::id)).load::<Joined>(&mut pg).await?;
    let rows = rows.into_iter().map(listed(now)).collect();
    Ok(Keyset::new(rows, cursor, |row: &super::Listed| (*row.delegation.until(), row.facts().id.uuid())))
}
