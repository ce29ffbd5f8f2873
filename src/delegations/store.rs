//! Rows of `delegations`, with the names of the parties.

mod extension;
mod left_over;
mod over;

pub use left_over::count_left_over;
pub(super) use left_over::{in_force_of_holder, list_left_over, list_over_of_holder};

use diesel::{
    OptionalExtension,
    dsl::max,
    prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl, Queryable},
};
use diesel_async::RunQueryDsl;

pub(super) use extension::{is_part_of_everything, list_extension_due, save_agreement, save_extended, save_refused};
pub(super) use over::{list_over, lock_over};

use super::{Delegation, Ended, Extension, Facts, Hindrance, Reason, Stage};
use crate::{
    db::{
        Cursor, Keyset, Pg, Result, Timestamp, Tx,
        alive::{living_delegation, successors},
        paged,
        schema::{delegations, organizations, renewals, uses},
    },
    ids::{Acceptance, Customer, Delegation as DelegationId, Id, Organization, Provider, Relationship, Renewal, User},
    organizations::{Kind, Party, PartyColumns, party},
    services::{Purpose, Scope},
};

diesel::alias!(organizations as customers: Customers, organizations as holders: Holders, organizations as owners: Owners);

/// A delegation with its parties.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The delegation.
    pub delegation: Delegation,
    /// The acceptance it was granted in.
    pub acceptance: Option<Id<Acceptance>>,
    /// Who lets; by name alone, as it was then, for whoever has nothing to do with it any more.
    pub customer: Party,
    /// Whether whoever is asking still has to do with the customer.
    pub knows_customer: bool,
    /// Who may work.
    pub holder: Party,
    /// Who owns the relationship.
    pub owner: Party,
    /// Whether and how often it extends itself (D21).
    pub extension: Extension,
    /// When it was used last, as far as whoever is asking may know (D25).
    pub last_used: Option<Timestamp>,
    /// The offer to renew it that waits for the customer's answer.
    pub renewing: Option<Id<Renewal>>,
}

impl Listed {
    /// What never changes about it.
    pub fn facts(&self) -> &Facts {
        self.delegation.facts()
    }

    /// Whether the customer and the owner of the relationship are in different markets by now: nothing new is granted then (D9).
    pub fn crosses_markets(&self) -> bool {
        self.customer.country != self.owner.country
    }

    /// The names of the customer and of the holder.
    pub(crate) fn names(&self) -> (&str, &str) {
        (&self.customer.name, &self.holder.name)
    }
}

#[derive(Queryable)]
struct Row {
    ids: (Id<DelegationId>, Id<Relationship>, Option<Id<Acceptance>>, Id<Customer>, Id<Provider>),
    holder: (Id<Organization>, Kind),
    what: (String, Purpose, i32),
    state: (Stage, Timestamp, Timestamp, Option<Timestamp>, Option<Timestamp>, Option<Reason>),
}

/// The columns of a [`Row`], in its order.
macro_rules! columns {
    () => {
        (
            (delegations::id, delegations::relationship_id, delegations::acceptance_id, delegations::customer_id, delegations::owner_id),
            (delegations::holder_id, delegations::holder_kind),
            (delegations::service, delegations::purpose, delegations::days),
            (
                delegations::state,
                delegations::granted_at,
                delegations::ends_at,
                delegations::answered_at,
                delegations::ended_at,
                delegations::end_reason,
            ),
        )
    };
}

use columns;

impl Row {
    fn read(self, now: Timestamp) -> (Delegation, Option<Id<Acceptance>>) {
        let (id, relationship, acceptance, customer, owner) = self.ids;
        let (holder, holder_kind) = self.holder;
        let (service, purpose, days) = self.what;
        let (stage, granted_at, ends_at, answered_at, ended_at, reason) = self.state;
        let scope = Scope { service, purpose };
        let facts = Facts { id, relationship, customer, owner, holder, holder_kind, scope, days, granted_at, ends_at };
        (Delegation::read(facts, stage, answered_at, ended_at.zip(reason), now), acceptance)
    }
}

type Life = (i32, Option<Timestamp>, Option<Timestamp>, Option<Hindrance>);
type Joined = (Row, CustomerColumns, PartyColumns, PartyColumns, Life, Since);
/// When it was used last, and the renewal that is open.
type Since = (Option<Timestamp>, Option<Id<Renewal>>);
type CustomerColumns = (Option<PartyColumns>, String);

fn listed(now: Timestamp) -> impl Fn(Joined) -> Listed {
    move |(row, (customer, name), holder, owner, (times, by_customer, by_holder, hindrance), (last_used, renewing))| {
        let (delegation, acceptance) = row.read(now);
        let extension = Extension { times, by_customer, by_holder, hindrance };
        let knows_customer = customer.is_some();
        let customer = customer.map_or_else(|| Party::once_called(delegation.facts().customer, name), Into::into);
        let (holder, owner) = (holder.into(), owner.into());
        Listed { delegation, acceptance, customer, knows_customer, holder, owner, extension, last_used, renewing }
    }
}

/// Delegations joined to their parties; a macro because the type cannot be written.
macro_rules! with_parties {
    () => {
        delegations::table
            .left_join(customers.on(customers.field(organizations::id).eq(delegations::customer_id)))
            .inner_join(holders.on(holders.field(organizations::id).eq(delegations::holder_id)))
            .inner_join(owners.on(owners.field(organizations::id).eq(delegations::owner_id)))
    };
}

use with_parties;

/// The columns of [`Joined`], in its order, of delegations [`with_parties!`].
macro_rules! joined_columns {
    () => {
        (
            columns!(),
            (customers.fields(party!()).nullable(), delegations::customer_name),
            holders.fields(party!()),
            owners.fields(party!()),
            (
                delegations::extended,
                delegations::customer_extends_at,
                delegations::holder_extends_at,
                crate::db::alive::extension_hindrance(delegations::id),
            ),
            (
                uses::table.filter(uses::delegation_id.eq(delegations::id)).select(max(uses::used_at)).single_value(),
                renewals::table
                    .filter(renewals::delegation_id.eq(delegations::id).and(renewals::state.eq("open")))
                    .select(renewals::id)
                    .single_value(),
            ),
        )
    };
}

use joined_columns;

/// Delegations as they are listed, newest first.
macro_rules! joined {
    () => {
        with_parties!().select(joined_columns!()).order((delegations::granted_at.desc(), delegations::id.desc()))
    };
}

use joined;

/// A delegation, if there is one that whoever is asking may see.
///
/// # Errors
/// As every query.
pub async fn find(mut pg: &Pg, id: Id<DelegationId>, now: Timestamp) -> Result<Option<Listed>> {
    Ok(joined!().filter(delegations::id.eq(id)).first::<Joined>(&mut pg).await.optional()?.map(listed(now)))
}

/// The same delegation as it stands, locked until the transaction ends.
pub(crate) async fn lock(tx: &Tx, id: Id<DelegationId>) -> Result<Option<Delegation>> {
    let row = async { Ok(delegations::table.find(id).select(columns!()).for_update().first::<Row>(&mut tx.pg()).await.optional()?) };
    // The lock may have been waited for: what counts is the time when it was had (D8).
    let (row, now) = futures_util::try_join!(row, tx.clock())?;
    Ok(row.map(|row| row.read(now).0))
}

/// The same delegation as it stands; nobody ends it before the transaction does, but others may hold it as well.
pub(crate) async fn hold(tx: &Tx, id: Id<DelegationId>) -> Result<Option<Delegation>> {
    let row = delegations::table.find(id).select(columns!()).for_share().first::<Row>(&mut tx.pg()).await.optional()?;
    Ok(row.map(|row| row.read(tx.now()).0))
}

/// The newest offer to renew a delegation that whoever is asking may see, and its state as the row has it; not one that was accepted
/// and whose delegation is over since.
pub(super) async fn find_renewal(mut pg: &Pg, id: Id<DelegationId>) -> Result<Option<(Id<Renewal>, String)>> {
    Ok(renewals::table
        .left_join(successors.on(successors.field(delegations::id).nullable().eq(renewals::renewed_as)))
        .filter(renewals::delegation_id.eq(id.uuid()))
        .filter(
            renewals::state.ne("accepted").or(successors
                .field(delegations::state)
                .nullable()
                .ne("ended")
                .and(successors.field(delegations::ends_at).nullable().gt(diesel::dsl::now))),
        )
        .order((renewals::prepared_at.desc(), renewals::id.desc()))
        .select((renewals::id, renewals::state))
        .first(&mut pg)
        .await
        .optional()?)
}

/// Those that came with the same acceptance for the same holder and still wait for it, locked, the one asked for among them.
pub(super) async fn lock_together(tx: &Tx, acceptance: Id<Acceptance>, holder: Id<Organization>) -> Result<Vec<Delegation>> {
    let rows = async {
        let waiting = delegations::table
            .filter(delegations::acceptance_id.eq(acceptance.uuid()))
            .filter(delegations::holder_id.eq(holder))
            .filter(delegations::state.eq(Stage::Awaiting))
            .order(delegations::id);
        Ok(waiting.select(columns!()).for_update().load::<Row>(&mut tx.pg()).await?)
    };
    let (rows, now) = futures_util::try_join!(rows, tx.clock())?;
    Ok(rows.into_iter().map(|row| row.read(now).0).filter(Delegation::is_awaiting).collect())
}

/// How many days before its end a delegation is said to be ending, as the start pages say it.
const SOON: i64 = 30;

/// Which delegations a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    Active,
    /// Active ones that end within [`SOON`] days.
    Ending,
    Awaiting,
    Ended,
    All,
}

/// A page of the delegations that an organization holds, and of those under relationships it owns.
pub(super) async fn list_of(
    mut pg: &Pg,
    org: Id<Organization>,
    shown: Shown,
    cursor: Option<&Cursor<Timestamp>>,
    now: Timestamp,
) -> Result<Keyset<Listed>> {
    let mut query = joined!().filter(delegations::holder_id.eq(org).or(delegations::owner_id.eq(org))).into_boxed();
    let over = || delegations::state.eq(Stage::Ended).or(delegations::ends_at.le(now));
    query = match shown {
        Shown::All => query,
        Shown::Ended => query.filter(over()),
        Shown::Active => query.filter(delegations::state.eq(Stage::Active)).filter(delegations::ends_at.gt(now)),
        Shown::Ending => query
            .filter(delegations::state.eq(Stage::Active))
            .filter(delegations::ends_at.gt(now).and(delegations::ends_at.le(now + chrono::TimeDelta::days(SOON)))),
        Shown::Awaiting => query.filter(delegations::state.eq(Stage::Awaiting)).filter(delegations::ends_at.gt(now)),
    };
    let rows = paged!(query, cursor, desc(delegations::granted_at, delegations::id)).load::<Joined>(&mut pg).await?;
    let rows = rows.into_iter().map(listed(now)).collect();
    Ok(Keyset::new(rows, cursor, |row: &Listed| (row.facts().granted_at, row.facts().id.uuid())))
}

/// The most offers that are shown with their buttons; the list has them all.
pub(super) const MOST_OFFERS: usize = 100;

/// Those that wait for an organization's answer, the oldest acceptance first; one more than [`MOST_OFFERS`], if there are so many.
pub(super) async fn list_awaiting(mut pg: &Pg, holder: Id<Organization>, now: Timestamp) -> Result<Vec<Listed>> {
    let rows = joined!()
        .filter(delegations::holder_id.eq(holder))
        .filter(delegations::state.eq(Stage::Awaiting))
        .filter(delegations::ends_at.gt(now))
        .order((delegations::granted_at, delegations::acceptance_id, delegations::id))
        .limit(MOST_OFFERS as i64 + 1)
        .load::<Joined>(&mut pg)
        .await?;
    Ok(rows.into_iter().map(listed(now)).collect())
}

/// A page of the delegations under a relationship that whoever is asking may see, the newest first.
///
/// # Errors
/// As every query.
pub async fn list_under(
    mut pg: &Pg,
    relationship: Id<Relationship>,
    cursor: Option<&Cursor<Timestamp>>,
    now: Timestamp,
) -> Result<Keyset<Listed>> {
    let query = joined!().filter(delegations::relationship_id.eq(relationship)).into_boxed();
    let rows = paged!(query, cursor, desc(delegations::granted_at, delegations::id)).load::<Joined>(&mut pg).await?;
    let rows = rows.into_iter().map(listed(now)).collect();
    Ok(Keyset::new(rows, cursor, |row: &Listed| (row.facts().granted_at, row.facts().id.uuid())))
}

/// Every delegation under a relationship that is not over, in the order of granting.
///
/// # Errors
/// As every query.
pub async fn in_force_under(mut pg: &Pg, relationship: Id<Relationship>, now: Timestamp) -> Result<Vec<Listed>> {
    let rows = joined!()
        .filter(delegations::relationship_id.eq(relationship))
        .filter(living_delegation!(now))
        .order((delegations::granted_at, delegations::id))
        .load::<Joined>(&mut pg)
        .await?;
    Ok(rows.into_iter().map(listed(now)).collect())
}

/// Every delegation of a customer that is not over: in the order of granting, oldest first.
///
/// # Errors
/// As every query.
pub async fn in_force_for(mut pg: &Pg, customer: Id<Customer>, now: Timestamp) -> Result<Vec<Listed>> {
    let rows = joined!()
        .filter(delegations::customer_id.eq(customer))
        .filter(living_delegation!(now))
        .order((delegations::granted_at, delegations::id))
        .load::<Joined>(&mut pg)
        .await?;
    Ok(rows.into_iter().map(listed(now)).collect())
}

/// A page of the delegations in force in which an organization has a part (as customer, holder or owner of the relationship)
/// and that end by themselves before a moment: those that end first come first.
///
/// # Errors
/// As every query.
pub async fn list_ending(
    mut pg: &Pg,
    org: Id<Organization>,
    before: Timestamp,
    cursor: Option<&Cursor<Timestamp>>,
    now: Timestamp,
) -> Result<Keyset<Listed>> {
    let part = delegations::holder_id.eq(org).or(delegations::owner_id.eq(org)).or(delegations::customer_id.eq(org));
    let query = joined!()
        .filter(part)
        .filter(delegations::state.eq(Stage::Active))
        .filter(delegations::ends_at.gt(now))
        .filter(delegations::ends_at.le(before))
        .into_boxed();
    let rows = paged!(query, cursor, asc(delegations::ends_at, delegations::id)).load::<Joined>(&mut pg).await?;
    let rows = rows.into_iter().map(listed(now)).collect();
    Ok(Keyset::new(rows, cursor, |row: &Listed| (row.facts().ends_at, row.facts().id.uuid())))
}

/// A page of a customer's delegations that are over, the newest first.
pub(crate) async fn list_ended_of(
    mut pg: &Pg,
    customer: Id<Customer>,
    cursor: Option<&Cursor<Timestamp>>,
    now: Timestamp,
) -> Result<Keyset<Listed>> {
    let query = joined!()
        .filter(delegations::customer_id.eq(customer))
        .filter(delegations::state.eq(Stage::Ended).or(delegations::ends_at.le(now)))
        .into_boxed();
    let rows = paged!(query, cursor, desc(delegations::granted_at, delegations::id)).load::<Joined>(&mut pg).await?;
    let rows = rows.into_iter().map(listed(now)).collect();
    Ok(Keyset::new(rows, cursor, |row: &Listed| (row.facts().granted_at, row.facts().id.uuid())))
}

/// What stands under a relationship and is not over, locked (D19).
pub(super) async fn lock_under(tx: &Tx, relationship: Id<Relationship>) -> Result<Vec<Delegation>> {
    let rows = delegations::table
        .filter(delegations::relationship_id.eq(relationship))
        .filter(living_delegation!(tx.now()))
        .order(delegations::id)
        .select(columns!())
        .for_update()
        .load::<Row>(&mut tx.pg())
        .await?;
    Ok(rows.into_iter().map(|row| row.read(tx.now()).0).collect())
}

/// The transacting partners' delegations of a customer in some services that are in force, other than one partner's, locked (D13).
pub(super) async fn lock_rivals(tx: &Tx, customer: Id<Customer>, services: &[String], but: Id<Organization>) -> Result<Vec<Delegation>> {
    let rows = delegations::table
        .filter(delegations::customer_id.eq(customer))
        .filter(delegations::service.eq_any(services))
        .filter(delegations::holder_id.ne(but))
        .filter(delegations::holder_kind.ne(Kind::IndirectReseller))
        .filter(living_delegation!(tx.now()))
        .order(delegations::id)
        .select(columns!())
        .for_update()
        .load::<Row>(&mut tx.pg())
        .await?;
    Ok(rows.into_iter().map(|row| row.read(tx.now()).0).collect())
}

/// Some of what one holder has from a customer, locked, in the order of their ids.
pub(super) async fn lock_of_holder(
    tx: &Tx,
    customer: Id<Customer>,
    holder: Id<Organization>,
    ids: &[Id<DelegationId>],
) -> Result<Vec<Delegation>> {
    let ids: Vec<_> = ids.iter().map(|id| id.uuid()).collect();
    let rows = delegations::table
        .filter(delegations::customer_id.eq(customer))
        .filter(delegations::holder_id.eq(holder))
        .filter(delegations::id.eq_any(ids))
        .order(delegations::id)
        .select(columns!())
        .for_update()
        .load::<Row>(&mut tx.pg())
        .await?;
    Ok(rows.into_iter().map(|row| row.read(tx.now()).0).collect())
}

/// What is written when a delegation is granted.
pub(super) async fn insert(tx: &Tx, by: Id<User>, grants: &[super::Grant]) -> Result<()> {
    let rows: Vec<_> = grants
        .iter()
        .map(|grant| {
            let stage = if grant.consented { Stage::Active } else { Stage::Awaiting };
            (
                delegations::id.eq(grant.id.uuid()),
                delegations::relationship_id.eq(grant.relationship.uuid()),
                delegations::acceptance_id.eq(grant.acceptance.map(Id::uuid)),
                delegations::customer_id.eq(grant.customer.uuid()),
                delegations::owner_id.eq(grant.owner.uuid()),
                delegations::holder_id.eq(grant.holder.uuid()),
                delegations::holder_kind.eq(grant.holder_kind.key()),
                (
                    delegations::service.eq(&grant.scope.service),
                    delegations::purpose.eq(grant.scope.purpose.key()),
                    delegations::state.eq(stage.key()),
                    delegations::days.eq(grant.days.get()),
                    delegations::granted_by.eq(by.uuid()),
                    delegations::granted_at.eq(tx.now()),
                    delegations::starts_at.eq(tx.now()),
                    delegations::ends_at.eq(tx.now() + chrono::TimeDelta::days(grant.days.get().into())),
                ),
            )
        })
        .collect();
    diesel::insert_into(delegations::table).values(rows).execute(&mut tx.pg()).await?;
    Ok(())
}

/// Writes that the holder consented.
pub(super) async fn save_active(tx: &Tx, active: &super::Active, by: Id<User>) -> Result<()> {
    diesel::update(delegations::table.find(active.facts.id))
        .set((
            delegations::state.eq(Stage::Active.key()),
            delegations::answered_by.eq(by.uuid()),
            delegations::answered_at.eq(active.since),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// Writes that a delegation ended.
pub(super) async fn save_ended(tx: &Tx, ended: &Ended, by: Option<Id<User>>) -> Result<()> {
    let answered = (ended.reason == Reason::Refused).then_some(());
    diesel::update(delegations::table.find(ended.facts.id))
        .set((
            delegations::state.eq(Stage::Ended.key()),
            delegations::ended_at.eq(ended.at),
            delegations::ended_by.eq(by.map(Id::uuid)),
            delegations::end_reason.eq(ended.reason.key()),
            answered.map(|()| (delegations::answered_by.eq(by.map(Id::uuid)), delegations::answered_at.eq(ended.at))),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}
