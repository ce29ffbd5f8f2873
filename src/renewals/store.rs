//! Rows of `renewals`.

use diesel::{
    OptionalExtension,
    dsl::exists,
    prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl},
};
use diesel_async::RunQueryDsl;

use super::{State, Terms};
use crate::{
    db::{
        Cursor, Keyset, Pg, Result, Timestamp, Tx,
        alive::living_renewal,
        paged,
        schema::{delegations, organizations, relationships, renewals},
    },
    delegations::Facts,
    ids::{Customer, Delegation, Id, Organization, Relationship, Renewal as RenewalId, User},
    services::Scope,
    values::Days,
};

diesel::alias!(organizations as holders: Holders);

type Row = (Id<RenewalId>, Id<Delegation>, i32, Id<Organization>, Timestamp, State);

macro_rules! columns {
    () => {
        (renewals::id, renewals::delegation_id, renewals::days, renewals::prepared_org_id, renewals::prepared_at, renewals::state)
    };
}

fn read((id, delegation, days, prepared_by, prepared_at, state): Row) -> Option<(Terms, State)> {
    Days::new(days).map(|days| (Terms { id, delegation, days, prepared_by, prepared_at }, state))
}

/// A renewal that whoever is asking may see: its terms and its state as the row has it.
pub(super) async fn find(mut pg: &Pg, id: Id<RenewalId>) -> Result<Option<(Terms, State)>> {
    let row = renewals::table.find(id.uuid()).select(columns!()).first::<Row>(&mut pg).await.optional()?;
    Ok(row.and_then(read))
}

/// Holds the relationship of a delegation until the transaction ends: its removal waits, and sees what was renewed (D19).
/// Before the delegation, as everybody takes these two.
pub(super) async fn hold_relationship(tx: &Tx, id: Id<Relationship>) -> Result<()> {
    relationships::table.find(id).select(relationships::id).for_key_share().first::<Id<Relationship>>(&mut tx.pg()).await?;
    Ok(())
}

/// The same renewal, locked until the transaction ends. Whoever locks the delegation as well does that first.
pub(super) async fn lock(tx: &Tx, id: Id<RenewalId>) -> Result<Option<(Terms, State)>> {
    let row = renewals::table.find(id.uuid()).select(columns!()).for_update().first::<Row>(&mut tx.pg()).await.optional()?;
    Ok(row.and_then(read))
}

pub(super) async fn insert(tx: &Tx, terms: &Terms, facts: &Facts, by: Id<User>) -> Result<()> {
    diesel::insert_into(renewals::table)
        .values((
            renewals::id.eq(terms.id.uuid()),
            renewals::delegation_id.eq(facts.id.uuid()),
            renewals::relationship_id.eq(facts.relationship.uuid()),
            renewals::customer_id.eq(facts.customer.uuid()),
            renewals::owner_id.eq(facts.owner.uuid()),
            renewals::holder_id.eq(facts.holder.uuid()),
            renewals::days.eq(terms.days.get()),
            renewals::prepared_org_id.eq(terms.prepared_by.uuid()),
            renewals::prepared_by.eq(by.uuid()),
            renewals::prepared_at.eq(terms.prepared_at),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// Writes what became of it; an accepted one names the delegation that it became.
pub(super) async fn close(
    tx: &Tx,
    id: Id<RenewalId>,
    state: State,
    by: Option<Id<User>>,
    renewed_as: Option<Id<Delegation>>,
) -> Result<()> {
    diesel::update(renewals::table.find(id.uuid()))
        .set((
            renewals::state.eq(state.key()),
            renewals::closed_by.eq(by.map(Id::uuid)),
            renewals::closed_at.eq(tx.now()),
            renewals::renewed_as.eq(renewed_as.map(Id::uuid)),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// The delegation that a renewal became, if it was accepted.
pub(super) async fn find_renewed(mut pg: &Pg, id: Id<RenewalId>) -> Result<Option<Id<Delegation>>> {
    let renewed = renewals::table.find(id.uuid()).select(renewals::renewed_as).first::<Option<uuid::Uuid>>(&mut pg).await.optional()?;
    Ok(renewed.flatten().map(Into::into))
}

/// Whether a delegation has been renewed by one that is not over.
pub(super) async fn is_renewed(tx: &Tx, id: Id<Delegation>) -> Result<bool> {
    let renewed = delegations::table.filter(delegations::id.eq(id)).filter(exists(living_renewal!()));
    Ok(diesel::select(exists(renewed)).get_result(&mut tx.pg()).await?)
}

/// The open ones whose delegation is over at a moment; a macro because the type cannot be written.
macro_rules! lapsed {
    ($now:expr) => {
        renewals::table.filter(renewals::state.eq(State::Open)).filter(exists(
            delegations::table
                .filter(delegations::id.eq(renewals::delegation_id))
                .filter(delegations::state.eq("ended").or(delegations::ends_at.le($now))),
        ))
    };
}

/// A few of them, behind another by when it was prepared.
pub(super) async fn list_lapsed(
    mut pg: &Pg,
    after: Option<(Timestamp, Id<RenewalId>)>,
    now: Timestamp,
    most: i64,
) -> Result<Vec<(Timestamp, Id<RenewalId>)>> {
    let (at, id) = after.unwrap_or((Timestamp::UNIX_EPOCH, uuid::Uuid::nil().into()));
    Ok(lapsed!(now)
        .filter(renewals::prepared_at.ge(at).and(renewals::prepared_at.gt(at).or(renewals::id.gt(id.uuid()))))
        .order((renewals::prepared_at, renewals::id))
        .limit(most)
        .select((renewals::prepared_at, renewals::id))
        .load(&mut pg)
        .await?)
}

/// Locks one of them; `false` when it is none any more, or when others are about to close it.
pub(super) async fn lock_lapsed(tx: &Tx, id: Id<RenewalId>) -> Result<bool> {
    let locked = lapsed!(tx.now())
        .filter(renewals::id.eq(id.uuid()))
        .select(renewals::id)
        .for_update()
        .skip_locked()
        .first::<uuid::Uuid>(&mut tx.pg())
        .await
        .optional()?;
    Ok(locked.is_some())
}

/// An offer that a customer has not answered.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// The renewal.
    pub id: Id<RenewalId>,
    /// Who would go on.
    pub holder: String,
    /// In what.
    pub scope: Scope,
    /// Until when it can be answered: the end of the delegation.
    pub until: Timestamp,
}

/// The offers that a customer can answer at a moment.
macro_rules! open_for {
    ($customer:expr, $now:expr) => {
        renewals::table
            .inner_join(delegations::table.on(delegations::id.eq(renewals::delegation_id)))
            .filter(renewals::customer_id.eq($customer.uuid()))
            .filter(renewals::state.eq(State::Open))
            .filter(delegations::state.eq("active"))
            .filter(delegations::ends_at.gt($now))
    };
}

/// How many offers a customer has to answer.
///
/// # Errors
/// As every query.
pub async fn count_open_for(mut pg: &Pg, customer: Id<Customer>, now: Timestamp) -> Result<i64> {
    Ok(open_for!(customer, now).count().get_result(&mut pg).await?)
}

/// A page of what a customer has to answer, the one that can be answered for the shortest time first.
///
/// # Errors
/// As every query.
pub async fn list_open_for(
    mut pg: &Pg,
    customer: Id<Customer>,
    cursor: Option<&Cursor<Timestamp>>,
    now: Timestamp,
) -> Result<Keyset<Waiting>> {
    let query = open_for!(customer, now)
        .inner_join(holders.on(holders.field(organizations::id).eq(renewals::holder_id)))
        .select((renewals::id, holders.field(organizations::name), delegations::service, delegations::purpose, delegations::ends_at))
        .into_boxed();
    let rows = paged!(query, cursor, asc(delegations::ends_at, renewals::id)).load(&mut pg).await?;
    let read = |(id, holder, service, purpose, until)| Waiting { id, holder, scope: Scope { service, purpose }, until };
    Ok(Keyset::new(rows.into_iter().map(read).collect(), cursor, |row: &Waiting| (row.until, row.id.uuid())))
}
