//! Rows of `relationships`, with the names of the parties.

use diesel::{
    NullableExpressionMethods, OptionalExtension, PgTextExpressionMethods,
    prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl},
};
use diesel_async::RunQueryDsl;

use super::{Relationship, State};
use crate::{
    db::{
        Cursor, Keyset, Pg, Result, Timestamp, Tx,
        alive::living_delegation,
        like, paged,
        schema::{acceptances, delegations, organizations, relationships},
    },
    ids::{Acceptance, Customer, Id, Organization, Provider, Relationship as RelationshipId, User},
    organizations::{Party, PartyColumns, party},
};

diesel::alias!(organizations as customers: Customers, organizations as owners: Owners);

type Row = (Id<RelationshipId>, State, Timestamp, Option<Timestamp>);
/// The customer as it is now, if whoever is asking has to do with it still, and as it is, or was last, called in the relationship.
type CustomerColumns = (Option<PartyColumns>, Id<Customer>, String);
type Joined = (Row, PartyColumns, CustomerColumns);

fn read(((id, state, since, ended_at), owner, (customer, customer_id, name)): Joined) -> Relationship {
    let now = customer.filter(|_| state == State::Active);
    let customer = now.map_or_else(|| Party::once_called(customer_id, name), Into::into);
    Relationship { id, owner: owner.into(), customer, state, since, ended_at }
}

macro_rules! columns {
    () => {
        (
            (relationships::id, relationships::state, relationships::since, relationships::ended_at),
            owners.fields(party!()),
            (customers.fields(party!()).nullable(), relationships::customer_id, relationships::customer_name),
        )
    };
}

/// Relationships joined to their parties; the customer's row is not there for whoever has nothing to do with it any more.
macro_rules! joined {
    () => {
        relationships::table
            .inner_join(owners.on(owners.field(organizations::id).eq(relationships::owner_id)))
            .left_join(customers.on(customers.field(organizations::id).eq(relationships::customer_id)))
    };
}

/// The active relationship of two, held until the transaction ends: it is not removed meanwhile (D19).
pub(super) async fn hold_active(tx: &Tx, owner: Id<Provider>, customer: Id<Customer>) -> Result<Option<Id<RelationshipId>>> {
    Ok(relationships::table
        .filter(relationships::owner_id.eq(owner))
        .filter(relationships::customer_id.eq(customer))
        .filter(relationships::state.eq(State::Active))
        .select(relationships::id)
        .for_key_share()
        .first(&mut tx.pg())
        .await
        .optional()?)
}

/// Locks a relationship that whoever is asking may end. `None` when there is none; otherwise whether it is active.
pub(super) async fn lock(tx: &Tx, id: Id<RelationshipId>) -> Result<Option<State>> {
    Ok(relationships::table.find(id).select(relationships::state).for_update().first(&mut tx.pg()).await.optional()?)
}

/// Writes that a relationship was removed (D19).
pub(super) async fn end(tx: &Tx, id: Id<RelationshipId>, by: Id<User>) -> Result<()> {
    diesel::update(relationships::table.find(id))
        .set((relationships::state.eq(State::Ended.key()), relationships::ended_at.eq(tx.now()), relationships::ended_by.eq(by.uuid())))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

pub(super) async fn insert(
    tx: &Tx,
    id: Id<RelationshipId>,
    owner: Id<Provider>,
    customer: Id<Customer>,
    customer_name: &str,
) -> Result<()> {
    diesel::insert_into(relationships::table)
        .values((
            relationships::id.eq(id.uuid()),
            relationships::owner_id.eq(owner.uuid()),
            relationships::customer_id.eq(customer.uuid()),
            relationships::customer_name.eq(customer_name),
            relationships::since.eq(tx.now()),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// A relationship that whoever is asking may see.
pub(super) async fn find(mut pg: &Pg, id: Id<RelationshipId>) -> Result<Option<Relationship>> {
    Ok(joined!().filter(relationships::id.eq(id)).select(columns!()).first::<Joined>(&mut pg).await.optional()?.map(read))
}

/// What a partner's own people are told of a customer beside its name.
pub(super) type Contact = (Option<String>, Option<uuid::Uuid>);

/// Nothing after its end (D19).
pub(super) async fn find_contact(mut pg: &Pg, id: Id<RelationshipId>) -> Result<Contact> {
    let found: Option<Contact> = relationships::table
        .inner_join(customers.on(customers.field(organizations::id).eq(relationships::customer_id)))
        .filter(relationships::id.eq(id))
        .filter(relationships::state.eq(State::Active))
        .select((customers.field(organizations::contact_email), customers.field(organizations::tenant_id)))
        .first(&mut pg)
        .await
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// Every relationship of a customer that has not ended, the newest first.
pub(super) async fn list_active_of(mut pg: &Pg, customer: Id<Customer>) -> Result<Vec<Relationship>> {
    let rows = joined!()
        .filter(relationships::customer_id.eq(customer))
        .filter(relationships::state.eq(State::Active))
        .order((relationships::since.desc(), relationships::id.desc()))
        .select(columns!())
        .load::<Joined>(&mut pg)
        .await?;
    Ok(rows.into_iter().map(read).collect())
}

/// A page of a customer's relationships that have ended, those that began last first.
pub(super) async fn list_ended_of(mut pg: &Pg, customer: Id<Customer>, cursor: Option<&Cursor<Timestamp>>) -> Result<Keyset<Relationship>> {
    let query = joined!()
        .filter(relationships::customer_id.eq(customer))
        .filter(relationships::state.eq(State::Ended))
        .select(columns!())
        .into_boxed();
    let rows = paged!(query, cursor, desc(relationships::since, relationships::id)).load::<Joined>(&mut pg).await?;
    let rows = rows.into_iter().map(read).collect();
    Ok(Keyset::new(rows, cursor, |row: &Relationship| (row.since, row.id.uuid())))
}

/// For what a customer's relationships that have not ended were accepted: each with the services named, or with none when none was.
pub(super) async fn list_accepted(mut pg: &Pg, customer: Id<Customer>) -> Result<Vec<(Id<RelationshipId>, Option<String>)>> {
    // What was accepted stands in the acceptance: the invitation may ask for something else by now (D6).
    let rows: Vec<(Id<RelationshipId>, serde_json::Value)> = acceptances::table
        .inner_join(relationships::table.on(relationships::id.eq(acceptances::relationship_id)))
        .filter(acceptances::customer_id.eq(customer))
        .filter(relationships::state.eq(State::Active))
        .select((acceptances::relationship_id, acceptances::services))
        .distinct()
        .load(&mut pg)
        .await?;
    let mut accepted = Vec::new();
    for (relationship, services) in rows {
        let services = services.as_array().map(Vec::as_slice).unwrap_or_default();
        accepted.extend(services.iter().map(|service| (relationship, service.as_str().map(str::to_owned))));
        if services.is_empty() {
            accepted.push((relationship, None));
        }
    }
    accepted.sort_unstable();
    accepted.dedup();
    Ok(accepted)
}

/// A receipt, as it is listed.
pub(super) struct Receipt {
    pub id: Id<Acceptance>,
    pub reference: String,
    /// The partner that was accepted.
    pub owner: String,
    pub at: Timestamp,
}

/// Whose receipts are listed.
pub(super) enum Receipts {
    OfCustomer(Id<Customer>),
    Under(Id<RelationshipId>),
}

/// A page of receipts that whoever is asking may see, the newest first.
pub(super) async fn list_receipts(mut pg: &Pg, whose: Receipts, cursor: Option<&Cursor<Timestamp>>) -> Result<Keyset<Receipt>> {
    let query = acceptances::table
        .inner_join(owners.on(owners.field(organizations::id).eq(acceptances::inviter_id)))
        .select((acceptances::id, acceptances::reference, owners.field(organizations::name), acceptances::accepted_at))
        .into_boxed();
    let query = match whose {
        Receipts::OfCustomer(customer) => query.filter(acceptances::customer_id.eq(customer.uuid())),
        Receipts::Under(relationship) => query.filter(acceptances::relationship_id.eq(relationship.uuid())),
    };
    let rows: Vec<(Id<Acceptance>, String, String, Timestamp)> =
        paged!(query, cursor, desc(acceptances::accepted_at, acceptances::id)).load(&mut pg).await?;
    let rows = rows.into_iter().map(|(id, reference, owner, at)| Receipt { id, reference, owner, at }).collect();
    Ok(Keyset::new(rows, cursor, |row: &Receipt| (row.at, row.id.uuid())))
}

/// A customer on a partner's list, with the number of delegations that the partner holds there, in force and awaiting its answer.
pub(super) struct Listed {
    pub relationship: Relationship,
    pub active: i64,
    pub awaiting: i64,
}

/// A page of a partner's customers by name: those whose relationship it owns, and those for whom it holds a delegation or
/// whom it brought by forwarding an invitation.
pub(super) async fn list_customers(
    mut pg: &Pg,
    partner: Id<Organization>,
    owns: bool,
    search: &str,
    cursor: Option<&Cursor<String>>,
    now: Timestamp,
) -> Result<Keyset<Listed>> {
    let holding = |state: &'static str| {
        delegations::table
            .filter(delegations::relationship_id.eq(relationships::id))
            .filter(delegations::holder_id.eq(partner))
            .filter(delegations::state.eq(state))
            .filter(delegations::ends_at.gt(now))
            .count()
            .single_value()
    };
    let mut query = joined!()
        .filter(relationships::state.eq(State::Active))
        .select((columns!(), holding("active"), holding("awaiting-partner")))
        .into_boxed();
    query = if owns {
        query.filter(relationships::owner_id.eq(partner))
    } else {
        // Who refused, gave up or was removed has the record of it among its delegations, and no customer (D22).
        let held = delegations::table
            .filter(delegations::holder_id.eq(partner))
            .filter(living_delegation!(now))
            .select(delegations::relationship_id);
        let brought = acceptances::table.filter(acceptances::forwarder_id.eq(partner.uuid())).select(acceptances::relationship_id);
        query.filter(relationships::id.eq_any(held).or(relationships::id.eq_any(brought)))
    };
    if !search.is_empty() {
        query = query.filter(relationships::customer_name.ilike(like::containing(search)));
    }
    let rows = paged!(query, cursor, asc(relationships::customer_name, relationships::id))
        .load::<(Joined, Option<i64>, Option<i64>)>(&mut pg)
        .await?;
    let rows = rows
        .into_iter()
        .map(|(row, active, awaiting)| Listed { relationship: read(row), active: active.unwrap_or(0), awaiting: awaiting.unwrap_or(0) })
        .collect();
    Ok(Keyset::new(rows, cursor, |row: &Listed| (row.relationship.customer.name.clone(), row.relationship.id.uuid())))
}
