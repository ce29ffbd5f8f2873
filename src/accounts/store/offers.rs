//! Rows of `membership_offers`: who was asked to become a member, and has not answered.

use diesel::{
    OptionalExtension,
    prelude::{BoolExpressionMethods, ExpressionMethods, QueryDsl, Queryable},
};
use diesel_async::RunQueryDsl;

use crate::{
    access::roles::{Admin, Agent},
    accounts::{Offer, Settings},
    db::{Cursor, Keyset, Pg, Result, Timestamp, Tx, paged, schema::membership_offers},
    ids::{Id, Organization, User},
    organizations::Kind,
};

#[derive(Queryable)]
struct Row {
    user: Id<User>,
    org: Id<Organization>,
    kind: Kind,
    organization: String,
    name: String,
    email: String,
    agent: Agent,
    admin: Admin,
    at: Timestamp,
}

impl From<Row> for Offer {
    fn from(row: Row) -> Self {
        let Row { user, org, kind, organization, name, email, agent, admin, at } = row;
        Self { user, org, kind, organization, name, email, settings: Settings { agent, admin }, at }
    }
}

macro_rules! columns {
    () => {
        (
            membership_offers::user_id,
            membership_offers::org_id,
            membership_offers::org_kind,
            membership_offers::org_name,
            membership_offers::name,
            membership_offers::email,
            membership_offers::agent,
            membership_offers::admin,
            membership_offers::offered_at,
        )
    };
}

/// Offers a membership; `false` when it was offered already.
pub(in crate::accounts) async fn insert_offer(tx: &Tx, offer: &Offer, by: Option<Id<User>>) -> Result<bool> {
    let inserted = diesel::insert_into(membership_offers::table)
        .values((
            membership_offers::user_id.eq(offer.user.uuid()),
            membership_offers::org_id.eq(offer.org.uuid()),
            membership_offers::org_kind.eq(offer.kind),
            membership_offers::org_name.eq(&offer.organization),
            membership_offers::name.eq(&offer.name),
            membership_offers::email.eq(&offer.email),
            membership_offers::agent.eq(offer.settings.agent),
            membership_offers::admin.eq(offer.settings.admin),
            membership_offers::offered_by.eq(by.map(Id::uuid)),
            membership_offers::offered_at.eq(offer.at),
        ))
        .on_conflict_do_nothing()
        .execute(&mut tx.pg())
        .await?;
    Ok(inserted > 0)
}

/// An organization's open offers, the newest first.
///
/// # Errors
/// As every query.
pub async fn list_offers(mut pg: &Pg, org: Id<Organization>, cursor: Option<&Cursor<Timestamp>>) -> Result<Keyset<Offer>> {
    let offers = membership_offers::table.filter(membership_offers::org_id.eq(org.uuid())).select(columns!()).into_boxed();
    let rows: Vec<Row> = paged!(offers, cursor, desc(membership_offers::offered_at, membership_offers::user_id)).load(&mut pg).await?;
    let offers = rows.into_iter().map(Offer::from).collect();
    Ok(Keyset::new(offers, cursor, |offer: &Offer| (offer.at, offer.user.uuid())))
}

/// A page of what a person was offered and has not answered, the oldest first.
pub(in crate::accounts) async fn list_offers_to(mut pg: &Pg, user: Id<User>, cursor: Option<&Cursor<Timestamp>>) -> Result<Keyset<Offer>> {
    let offers = membership_offers::table.filter(membership_offers::user_id.eq(user.uuid())).select(columns!()).into_boxed();
    let rows: Vec<Row> = paged!(offers, cursor, asc(membership_offers::offered_at, membership_offers::org_id)).load(&mut pg).await?;
    let offers = rows.into_iter().map(Offer::from).collect();
    Ok(Keyset::new(offers, cursor, |offer: &Offer| (offer.at, offer.org.uuid())))
}

pub(in crate::accounts) async fn find_offer(mut pg: &Pg, user: Id<User>, org: Id<Organization>) -> Result<Option<Offer>> {
    let row: Option<Row> = membership_offers::table.find((user.uuid(), org.uuid())).select(columns!()).first(&mut pg).await.optional()?;
    Ok(row.map(Into::into))
}

/// Takes an open offer off the table, whoever does it: of two who come at once, one finds none.
pub(in crate::accounts) async fn take_offer(tx: &Tx, user: Id<User>, org: Id<Organization>) -> Result<Option<Offer>> {
    let row: Option<Row> = diesel::delete(membership_offers::table.find((user.uuid(), org.uuid())))
        .returning(columns!())
        .get_result(&mut tx.pg())
        .await
        .optional()?;
    Ok(row.map(Into::into))
}
