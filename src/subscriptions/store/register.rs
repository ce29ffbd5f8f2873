//! Reading the register: a customer's subscriptions, and one of them.

use diesel::{
    OptionalExtension, PgTextExpressionMethods,
    prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl},
    sql_types,
};
use diesel_async::RunQueryDsl;

use crate::{
    db::{
        Cursor, Keyset, Pg, Result, Timestamp, Tx, like, paged,
        schema::{delegations, organizations, relationships, subscriptions},
    },
    ids::{Customer, Id, Organization, Relationship, Subscription as SubscriptionId},
    organizations::{Kind, Party, PartyColumns, party},
    subscriptions::{Channel, Sold, State, Subscription},
};

diesel::alias!(organizations as sellers: Sellers, organizations as recorded_partners: Recorded, organizations as contacts: Contacts);

#[diesel::declare_sql_function]
extern "SQL" {
    fn holds_support(
        customer: sql_types::Uuid,
        in_service: sql_types::Text,
        holder: sql_types::Nullable<sql_types::Uuid>,
    ) -> sql_types::Bool;
}

type Row = (
    (Id<SubscriptionId>, String, Id<Customer>, String, Channel),
    (Option<i32>, chrono::NaiveDate, Option<chrono::NaiveDate>, State),
    Option<PartyColumns>,
    Option<PartyColumns>,
    Option<PartyColumns>,
    bool,
);

fn read(row: Row) -> Subscription {
    let ((id, external_id, customer, service, channel), (seats, start, end, state), seller, recorded, chosen, chosen_holds) = row;
    let (seller, partner_of_record, chosen) = (seller.map(Party::from), recorded.map(Party::from), chosen.map(Party::from));
    Subscription { id, external_id, customer, service, channel, seller, partner_of_record, seats, start, end, state, chosen, chosen_holds }
}

/// Subscriptions with their partners, in the order of a customer's list.
macro_rules! joined {
    () => {
        subscriptions::table
            .left_join(sellers.on(sellers.field(organizations::id).nullable().eq(subscriptions::seller_id)))
            .left_join(recorded_partners.on(recorded_partners.field(organizations::id).nullable().eq(subscriptions::partner_of_record_id)))
            .left_join(contacts.on(contacts.field(organizations::id).nullable().eq(subscriptions::support_contact_id)))
            .select((
                (subscriptions::id, subscriptions::external_id, subscriptions::customer_id, subscriptions::service, subscriptions::channel),
                (subscriptions::seats, subscriptions::term_start, subscriptions::term_end, subscriptions::state),
                sellers.fields(party!()).nullable(),
                recorded_partners.fields(party!()).nullable(),
                contacts.fields(party!()).nullable(),
                holds_support(subscriptions::customer_id, subscriptions::service, subscriptions::support_contact_id),
            ))
    };
}

/// A page of the subscriptions of a customer, by service, as far as whoever is asking may see them.
///
/// # Errors
/// As every query.
pub(crate) async fn list_of_customer(mut pg: &Pg, customer: Id<Customer>, cursor: Option<&Cursor<String>>) -> Result<Keyset<Subscription>> {
    let query = joined!().filter(subscriptions::customer_id.eq(customer)).into_boxed();
    let rows = paged!(query, cursor, asc(subscriptions::service, subscriptions::id)).load::<Row>(&mut pg).await?;
    let rows = rows.into_iter().map(read).collect();
    Ok(Keyset::new(rows, cursor, |one: &Subscription| (one.service.clone(), one.id.uuid())))
}

/// Of whom a customer has each service (D23), by service; as many rows as it has sellers of one.
///
/// # Errors
/// As every query.
pub(crate) async fn list_sold(mut pg: &Pg, customer: Id<Customer>) -> Result<Vec<Sold>> {
    let seller = (sellers.field(organizations::id), sellers.field(organizations::name)).nullable();
    // The oldest of each.
    let rows: Vec<(String, Channel, Option<(Id<Organization>, String)>, chrono::NaiveDate)> = subscriptions::table
        .left_join(sellers.on(sellers.field(organizations::id).nullable().eq(subscriptions::seller_id)))
        .filter(subscriptions::customer_id.eq(customer))
        .filter(subscriptions::state.ne(State::Ended))
        .distinct_on((subscriptions::service, subscriptions::channel, subscriptions::seller_id))
        .order((subscriptions::service, subscriptions::channel, subscriptions::seller_id, subscriptions::term_start))
        .select((subscriptions::service, subscriptions::channel, seller, subscriptions::term_start))
        .load(&mut pg)
        .await?;
    Ok(rows.into_iter().map(|(service, channel, seller, since)| Sold { service, channel, seller, since }).collect())
}

/// A page of the subscriptions of the customer of a relationship that whoever is asking may see.
///
/// # Errors
/// As every query.
pub(crate) async fn list_for_partner(
    mut pg: &Pg,
    relationship: Id<Relationship>,
    cursor: Option<&Cursor<String>>,
) -> Result<Keyset<Subscription>> {
    let customer: Option<Id<Customer>> =
        relationships::table.find(relationship).select(relationships::customer_id).first(&mut pg).await.optional()?;
    match customer {
        Some(customer) => list_of_customer(pg, customer, cursor).await,
        None => Ok(Keyset { rows: Vec::new(), previous: None, next: None }),
    }
}

/// A page of the active subscriptions that a customer has through a partner: they stand in the way of the end of their
/// relationship (D19).
///
/// # Errors
/// As every query.
pub(crate) async fn list_in_the_way(
    mut pg: &Pg,
    seller: Id<Organization>,
    customer: Id<Customer>,
    cursor: Option<&Cursor<String>>,
) -> Result<Keyset<Subscription>> {
    let query = joined!()
        .filter(subscriptions::seller_id.eq(seller.uuid()))
        .filter(subscriptions::customer_id.eq(customer))
        .filter(subscriptions::channel.eq(Channel::Csp))
        .filter(subscriptions::state.eq(State::Active))
        .into_boxed();
    let rows = paged!(query, cursor, asc(subscriptions::service, subscriptions::id)).load::<Row>(&mut pg).await?;
    let rows = rows.into_iter().map(read).collect();
    Ok(Keyset::new(rows, cursor, |one: &Subscription| (one.service.clone(), one.id.uuid())))
}

/// A subscription that whoever is asking may see.
pub(in crate::subscriptions) async fn find(mut pg: &Pg, id: Id<SubscriptionId>) -> Result<Option<Subscription>> {
    Ok(joined!().filter(subscriptions::id.eq(id)).first::<Row>(&mut pg).await.optional()?.map(read))
}

/// Locks a subscription whose support contact is whoever is asking's to choose.
pub(in crate::subscriptions) async fn lock(tx: &Tx, id: Id<SubscriptionId>) -> Result<bool> {
    let found = subscriptions::table.find(id).select(subscriptions::id).for_no_key_update().first::<uuid::Uuid>(&mut tx.pg()).await;
    Ok(found.optional()?.is_some())
}

/// The active relationship of a partner with a customer, and the customer's name.
pub(in crate::subscriptions) async fn find_owned_relationship(
    mut pg: &Pg,
    owner: Id<Organization>,
    customer: Id<Customer>,
) -> Result<Option<(Id<Relationship>, String)>> {
    Ok(relationships::table
        .filter(relationships::owner_id.eq(owner))
        .filter(relationships::customer_id.eq(customer))
        .filter(relationships::state.eq("active"))
        .select((relationships::id, relationships::customer_name))
        .first(&mut pg)
        .await
        .optional()?)
}

/// The resellers that hold support in a service of a customer now, as far as whoever is asking may see it.
macro_rules! supporters {
    ($customer:expr, $service:expr, $now:expr) => {
        delegations::table
            .inner_join(organizations::table.on(organizations::id.eq(delegations::holder_id)))
            .filter(delegations::customer_id.eq($customer))
            .filter(delegations::service.eq($service))
            .filter(delegations::purpose.eq("support"))
            .filter(delegations::state.eq("active"))
            .filter(delegations::ends_at.gt($now))
            .filter(delegations::holder_kind.eq(Kind::IndirectReseller))
            .select(party!())
            .distinct()
    };
}

/// How many supporters are offered at once to choose from; others are looked up.
const OFFERED: usize = 20;

/// Those resellers by a piece of the name or the whole partner ID, and whether there are more; the first by name when none is looked for.
pub(in crate::subscriptions) async fn search_supporters(
    mut pg: &Pg,
    customer: Id<Customer>,
    service: &str,
    text: &str,
    now: Timestamp,
) -> Result<(Vec<Party>, bool)> {
    let mut query = supporters!(customer, service, now).into_boxed();
    if !text.is_empty() {
        query = query.filter(organizations::name.ilike(like::containing(text)).or(organizations::partner_id.eq(text.to_owned())));
    }
    let mut rows: Vec<PartyColumns> = query.order((organizations::name, organizations::id)).limit(OFFERED as i64 + 1).load(&mut pg).await?;
    let more = rows.len() > OFFERED;
    rows.truncate(OFFERED);
    Ok((rows.into_iter().map(Party::from).collect(), more))
}

/// One of those resellers.
pub(in crate::subscriptions) async fn find_supporter(
    mut pg: &Pg,
    customer: Id<Customer>,
    service: &str,
    holder: Id<Organization>,
    now: Timestamp,
) -> Result<Option<Party>> {
    let row: Option<PartyColumns> =
        supporters!(customer, service, now).filter(organizations::id.eq(holder)).first(&mut pg).await.optional()?;
    Ok(row.map(Party::from))
}

/// Writes who supports a subscription; nobody means its seller.
pub(in crate::subscriptions) async fn save_contact(tx: &Tx, id: Id<SubscriptionId>, contact: Option<Id<Organization>>) -> Result<()> {
    diesel::update(subscriptions::table.find(id))
        .set(subscriptions::support_contact_id.eq(contact.map(Id::uuid)))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}
