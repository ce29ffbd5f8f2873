//! Rows of `warnings`, `digests` and `calendars`; which ends an organization has to be told of.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use diesel::{
    OptionalExtension, PgExpressionMethods,
    dsl::{exists, not},
    prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl},
};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::{End, Given};
use crate::{
    db::{
        Pg, Result, Timestamp, Tx,
        alive::{extension_hindrance, living_renewal},
        schema::{calendars, delegations, digests, organizations, warnings},
    },
    ids::{Calendar, Delegation, Id, Organization, User},
    organizations::Kind,
    services::{Purpose, Scope},
};

diesel::alias!(organizations as customers: Customers, organizations as holders: Holders);

/// Delegations that end, or have ended, by themselves between two moments, and that no other follows.
macro_rules! ending {
    ($since:expr, $until:expr) => {
        delegations::table
            .filter(delegations::ends_at.gt($since))
            .filter(delegations::ends_at.le($until))
            .filter(delegations::state.eq("active").or(delegations::end_reason.is_not_distinct_from("expired")))
            .filter(not(exists(living_renewal!())))
    };
}

/// A few organizations with a part in such ends through which nobody has looked on this day, in the order of their ids, behind one.
pub(super) async fn list_unlooked(
    mut pg: &Pg,
    day: NaiveDate,
    (since, until): (Timestamp, Timestamp),
    (after, most): (Option<Id<Organization>>, i64),
) -> Result<Vec<(Id<Organization>, Kind)>> {
    let looked = digests::table.filter(digests::day.eq(day)).select(digests::org_id);
    Ok(organizations::table
        .filter(
            organizations::id
                .eq_any(ending!(since, until).select(delegations::customer_id))
                .or(organizations::id.eq_any(ending!(since, until).select(delegations::holder_id))),
        )
        .filter(organizations::id.ne_all(looked))
        .filter(organizations::id.gt(after.unwrap_or(Uuid::nil().into())))
        .order(organizations::id)
        .limit(most)
        .select((organizations::id, organizations::kind))
        .load(&mut pg)
        .await?)
}

/// Takes the day of an organization; `false` when another worker was faster.
pub(super) async fn take_day(tx: &Tx, org: Id<Organization>, day: NaiveDate) -> Result<bool> {
    let taken = diesel::insert_into(digests::table)
        .values((digests::org_id.eq(org.uuid()), digests::day.eq(day)))
        .on_conflict_do_nothing()
        .execute(&mut tx.pg())
        .await?;
    Ok(taken > 0)
}

/// How many ends are read at once.
pub(super) const AT_ONCE: usize = 1000;

/// An end; its customer as it is called now, if whoever is asking may know, and as the delegation has it; its holder.
type EndRow = ((Id<Delegation>, Timestamp, String, Purpose), (Option<String>, String, String), bool);

/// The ends in which an organization has a part as customer or holder, the first of them first; [`AT_ONCE`] of those that come after one.
pub(super) async fn list_ends(
    mut pg: &Pg,
    org: Id<Organization>,
    (since, until): (Timestamp, Timestamp),
    after: Option<(Timestamp, Id<Delegation>)>,
) -> Result<Vec<End>> {
    let (at, id) = after.unwrap_or((since, Uuid::nil().into()));
    let rows = ending!(since, until)
        .left_join(customers.on(customers.field(organizations::id).eq(delegations::customer_id)))
        .inner_join(holders.on(holders.field(organizations::id).eq(delegations::holder_id)))
        .filter(delegations::customer_id.eq(org).or(delegations::holder_id.eq(org)))
        .filter(delegations::ends_at.ge(at).and(delegations::ends_at.gt(at).or(delegations::id.gt(id))))
        .order((delegations::ends_at, delegations::id))
        .limit(AT_ONCE as i64)
        .select((
            (delegations::id, delegations::ends_at, delegations::service, delegations::purpose),
            (customers.field(organizations::name).nullable(), delegations::customer_name, holders.field(organizations::name)),
            delegations::customer_extends_at
                .is_not_null()
                .and(delegations::holder_extends_at.is_not_null())
                .and(extension_hindrance(delegations::id).is_null()),
        ))
        .load::<EndRow>(&mut pg)
        .await?;
    let read = |((delegation, ends_at, service, purpose), (now, then, holder), extends): EndRow| End {
        delegation,
        // Whose delegation is over may not know how the customer is called today (D22).
        customer: now.unwrap_or(then),
        holder,
        scope: Scope { service, purpose },
        ends_at,
        extends,
    };
    Ok(rows.into_iter().map(read).collect())
}

/// The warnings that an organization was given of ends since then.
pub(super) async fn list_given(mut pg: &Pg, org: Id<Organization>, since: Timestamp) -> Result<BTreeSet<Given>> {
    let rows: Vec<Given> = warnings::table
        .filter(warnings::org_id.eq(org.uuid()))
        .filter(warnings::ends_at.gt(since))
        .select((warnings::delegation_id, warnings::ends_at, warnings::days))
        .load(&mut pg)
        .await?;
    Ok(rows.into_iter().collect())
}

/// The parameters of one statement are limited; a warning has four.
const GIVEN_AT_ONCE: usize = 5000;

/// Writes which warnings an organization was given on a day.
pub(super) async fn save_given(tx: &Tx, org: Id<Organization>, day: NaiveDate, due: &[(End, i32)]) -> Result<()> {
    for some in due.chunks(GIVEN_AT_ONCE) {
        let rows: Vec<_> = some
            .iter()
            .map(|(end, days)| {
                (
                    warnings::delegation_id.eq(end.delegation.uuid()),
                    warnings::org_id.eq(org.uuid()),
                    warnings::ends_at.eq(end.ends_at),
                    warnings::days.eq(*days),
                )
            })
            .collect();
        diesel::insert_into(warnings::table).values(rows).execute(&mut tx.pg()).await?;
    }
    diesel::update(digests::table.find((org.uuid(), day)))
        .set(digests::told.eq(i32::try_from(due.len()).unwrap_or(i32::MAX)))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// A person's calendar: its id and the turn of its link; none while it is off.
pub(super) async fn find_calendar(mut pg: &Pg, user: Id<User>, org: Id<Organization>) -> Result<Option<(Id<Calendar>, i32)>> {
    Ok(calendars::table
        .filter(calendars::user_id.eq(user.uuid()))
        .filter(calendars::org_id.eq(org.uuid()))
        .filter(calendars::off_at.is_null())
        .select((calendars::id, calendars::generation))
        .first(&mut pg)
        .await
        .optional()?)
}

/// Switches a person's calendar on with a link that nobody has seen; links from before stay dead.
pub(super) async fn renew_calendar(tx: &Tx, user: Id<User>, org: Id<Organization>) -> Result<()> {
    diesel::insert_into(calendars::table)
        .values((
            calendars::id.eq(Id::<Calendar>::new().uuid()),
            calendars::user_id.eq(user.uuid()),
            calendars::org_id.eq(org.uuid()),
            calendars::changed_at.eq(tx.now()),
        ))
        .on_conflict((calendars::user_id, calendars::org_id))
        .do_update()
        .set((
            calendars::generation.eq(calendars::generation + 1),
            calendars::off_at.eq(None::<Timestamp>),
            calendars::changed_at.eq(tx.now()),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// Switches a person's calendar off; whether it was on.
pub(super) async fn end_calendar(tx: &Tx, user: Id<User>, org: Id<Organization>) -> Result<bool> {
    let own = calendars::table
        .filter(calendars::user_id.eq(user.uuid()))
        .filter(calendars::org_id.eq(org.uuid()))
        .filter(calendars::off_at.is_null());
    Ok(diesel::update(own).set((calendars::off_at.eq(tx.now()), calendars::changed_at.eq(tx.now()))).execute(&mut tx.pg()).await? > 0)
}
