//! Looking up whom the rows of an import name, and writing what they say.

use std::collections::{HashMap, HashSet};

use diesel::{
    prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl},
    upsert::excluded,
};
use diesel_async::RunQueryDsl;
use futures_util::try_join;
use uuid::Uuid;

use crate::{
    db::{
        Pg, Result, Timestamp, Tx,
        schema::{organizations, relationships, subscriptions},
    },
    ids::{Customer, Id, Organization, Subscription as SubscriptionId},
    organizations::Kind,
    subscriptions::{
        Channel, State,
        entry::{Entry, Facts, Known, Partner, Present, Tenant},
    },
};

diesel::alias!(organizations as sellers: Sellers, organizations as recorded_partners: Recorded);

/// Everybody and everything that some entries name; duplicates within the file are the caller's to add.
pub(in crate::subscriptions) async fn look_up(pg: &Pg, entries: &[&Entry]) -> Result<Known> {
    let ((customers, unconfirmed), partners, present) =
        try_join!(find_customers(pg, entries), find_partners(pg, entries), find_present(pg, entries))?;
    Ok(Known { customers, unconfirmed, partners, present, duplicates: HashMap::new() })
}

/// Customers by their tenant, and the domains that are merely said: what no operator stands for decides nothing (D14).
async fn find_customers(mut pg: &Pg, entries: &[&Entry]) -> Result<(HashMap<Tenant, Id<Customer>>, HashSet<String>)> {
    let (mut tenants, mut domains) = (Vec::new(), Vec::new());
    for entry in entries {
        match &entry.tenant {
            Tenant::Id(id) => tenants.push(*id),
            Tenant::Domain(domain) => domains.push(domain.as_str()),
        }
    }
    domains.sort_unstable();
    domains.dedup();
    tenants.sort_unstable();
    tenants.dedup();
    let rows: Vec<(Id<Customer>, Option<Uuid>, Option<String>, bool)> = organizations::table
        .filter(organizations::kind.eq(Kind::Customer))
        .filter(organizations::tenant_id.eq_any(&tenants).or(organizations::domain.eq_any(&domains)))
        .select((organizations::id, organizations::tenant_id, organizations::domain, organizations::domain_confirmed_at.is_not_null()))
        .load(&mut pg)
        .await?;
    let (mut found, mut unconfirmed) = (HashMap::new(), HashSet::new());
    for (id, tenant, domain, confirmed) in rows {
        found.extend(tenant.map(|tenant| (Tenant::Id(tenant), id)));
        match domain {
            Some(domain) if confirmed => drop(found.insert(Tenant::Domain(domain), id)),
            Some(domain) => drop(unconfirmed.insert(domain)),
            None => {}
        }
    }
    Ok((found, unconfirmed))
}

async fn find_partners(mut pg: &Pg, entries: &[&Entry]) -> Result<HashMap<String, Partner>> {
    let mut ids: Vec<&str> =
        entries.iter().flat_map(|entry| [&entry.seller, &entry.partner_of_record]).filter_map(|id| id.as_deref()).collect();
    ids.sort_unstable();
    ids.dedup();
    let rows: Vec<(Id<Organization>, Kind, Option<String>)> = organizations::table
        .filter(organizations::partner_id.eq_any(&ids))
        .select((organizations::id, organizations::kind, organizations::partner_id))
        .load(&mut pg)
        .await?;
    let partner = |(id, kind, partner_id): (_, _, Option<String>)| {
        let partner_id = partner_id?;
        Some((partner_id.clone(), Partner { id, kind, partner_id }))
    };
    Ok(rows.into_iter().filter_map(partner).collect())
}

type Row = (
    (Id<SubscriptionId>, String, Id<Customer>, String, Channel, Timestamp),
    (Option<i32>, chrono::NaiveDate, Option<chrono::NaiveDate>, State),
    Option<(Id<Organization>, Kind, Option<String>)>,
    Option<(Id<Organization>, Kind, Option<String>)>,
);

async fn find_present(mut pg: &Pg, entries: &[&Entry]) -> Result<HashMap<String, Present>> {
    let ids: Vec<&str> = entries.iter().map(|entry| entry.external_id.as_str()).collect();
    macro_rules! partner {
        ($alias:ident) => {
            $alias.fields((organizations::id, organizations::kind, organizations::partner_id)).nullable()
        };
    }
    let rows: Vec<Row> = subscriptions::table
        .left_join(sellers.on(sellers.field(organizations::id).nullable().eq(subscriptions::seller_id)))
        .left_join(recorded_partners.on(recorded_partners.field(organizations::id).nullable().eq(subscriptions::partner_of_record_id)))
        .filter(subscriptions::external_id.eq_any(ids))
        .select((
            (
                subscriptions::id,
                subscriptions::external_id,
                subscriptions::customer_id,
                subscriptions::service,
                subscriptions::channel,
                subscriptions::imported_at,
            ),
            (subscriptions::seats, subscriptions::term_start, subscriptions::term_end, subscriptions::state),
            partner!(sellers),
            partner!(recorded_partners),
        ))
        .load(&mut pg)
        .await?;
    let partner = |found: Option<(_, _, Option<String>)>| {
        found.map(|(id, kind, partner_id)| Partner { id, kind, partner_id: partner_id.unwrap_or_default() })
    };
    let present = |(what, term, seller, record): Row| {
        let (id, external_id, customer, service, channel, imported_at) = what;
        let (seats, start, end, state) = term;
        let (seller, partner_of_record) = (partner(seller), partner(record));
        let facts =
            Facts { external_id: external_id.clone(), customer, service, channel, seller, partner_of_record, seats, start, end, state };
        (external_id, Present { id, facts, imported_at })
    };
    Ok(rows.into_iter().map(present).collect())
}

/// Holds the relationships through which some subscriptions are bought: their removal waits until they are written, and sees
/// them (D19). Always before the subscriptions themselves, and in the order of ids.
pub(in crate::subscriptions) async fn hold_relationships(tx: &Tx, facts: &[Facts]) -> Result<()> {
    let (mut owners, mut customers): (Vec<Uuid>, Vec<Uuid>) = (Vec::new(), Vec::new());
    for fact in facts.iter().filter(|fact| fact.channel == Channel::Csp) {
        owners.extend(fact.seller.as_ref().map(|seller| seller.id.uuid()));
        customers.push(fact.customer.uuid());
    }
    for list in [&mut owners, &mut customers] {
        list.sort_unstable();
        list.dedup();
    }
    relationships::table
        .filter(relationships::owner_id.eq_any(owners))
        .filter(relationships::customer_id.eq_any(customers))
        .filter(relationships::state.eq("active"))
        .order(relationships::id)
        .select(relationships::id)
        .for_key_share()
        .load::<Uuid>(&mut tx.pg())
        .await?;
    Ok(())
}

/// Writes what some rows say: new subscriptions, and what is different about those that are there. The support contact stays
/// as its seller chose it; the database forgets it when the seller changes.
pub(in crate::subscriptions) async fn save_facts(tx: &Tx, facts: &[Facts]) -> Result<()> {
    // In one order for everybody, so that two imports of the same subscriptions wait for each other, and never both.
    let mut facts: Vec<&Facts> = facts.iter().collect();
    facts.sort_unstable_by(|one, other| one.external_id.cmp(&other.external_id));
    let values: Vec<_> = facts
        .iter()
        .map(|fact| {
            (
                subscriptions::external_id.eq(&fact.external_id),
                subscriptions::customer_id.eq(fact.customer.uuid()),
                subscriptions::service.eq(&fact.service),
                subscriptions::channel.eq(fact.channel.key()),
                subscriptions::seller_id.eq(fact.seller.as_ref().map(|seller| seller.id.uuid())),
                subscriptions::seller_kind.eq(fact.seller.as_ref().map(|seller| seller.kind.key())),
                (
                    subscriptions::partner_of_record_id.eq(fact.partner_of_record.as_ref().map(|partner| partner.id.uuid())),
                    subscriptions::seats.eq(fact.seats),
                    subscriptions::term_start.eq(fact.start),
                    subscriptions::term_end.eq(fact.end),
                    subscriptions::state.eq(fact.state.key()),
                    subscriptions::imported_at.eq(tx.now()),
                ),
            )
        })
        .collect();
    if values.is_empty() {
        return Ok(());
    }
    diesel::insert_into(subscriptions::table)
        .values(values)
        .on_conflict(subscriptions::external_id)
        .do_update()
        .set((
            subscriptions::service.eq(excluded(subscriptions::service)),
            subscriptions::channel.eq(excluded(subscriptions::channel)),
            subscriptions::seller_id.eq(excluded(subscriptions::seller_id)),
            subscriptions::seller_kind.eq(excluded(subscriptions::seller_kind)),
            subscriptions::partner_of_record_id.eq(excluded(subscriptions::partner_of_record_id)),
            subscriptions::seats.eq(excluded(subscriptions::seats)),
            subscriptions::term_start.eq(excluded(subscriptions::term_start)),
            subscriptions::term_end.eq(excluded(subscriptions::term_end)),
            subscriptions::state.eq(excluded(subscriptions::state)),
            subscriptions::imported_at.eq(excluded(subscriptions::imported_at)),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}
