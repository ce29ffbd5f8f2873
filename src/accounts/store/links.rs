//! Rows of `account_links`: alive by the database's clock, spent once.

use chrono::TimeDelta;
use diesel::{
    OptionalExtension,
    prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl, Queryable},
};
use diesel_async::RunQueryDsl;

use crate::{
    accounts::Purpose,
    db::{
        Pg, Result, Timestamp, Tx,
        schema::{account_links, membership_offers, memberships, organizations, users},
    },
    ids::{AccountLink, Id, Organization, User},
};

/// Whose a living link is.
#[derive(Debug, Clone, Queryable)]
pub(in crate::accounts) struct Holder {
    pub user: Id<User>,
    pub email: String,
    pub name: String,
    /// The organization that had the account opened.
    pub org: Option<Id<Organization>>,
}

pub(in crate::accounts) async fn insert_link(
    tx: &Tx,
    user: Id<User>,
    email: &str,
    purpose: Purpose,
    life: TimeDelta,
    org: Option<Id<Organization>>,
) -> Result<(Id<AccountLink>, Timestamp)> {
    let expires_at = tx.now() + life;
    let id = diesel::insert_into(account_links::table)
        .values((
            account_links::user_id.eq(user.uuid()),
            account_links::email.eq(email),
            account_links::purpose.eq(purpose.key()),
            account_links::expires_at.eq(expires_at),
            account_links::org_id.eq(org.map(Id::uuid)),
        ))
        .returning(account_links::id)
        .get_result(&mut tx.pg())
        .await?;
    Ok((id, expires_at))
}

/// Whose link this is, if it lives: neither spent nor expired, and the account still has the address it was sent to.
pub(in crate::accounts) async fn find_holder(mut pg: &Pg, link: Id<AccountLink>, purpose: Purpose) -> Result<Option<Holder>> {
    let row = account_links::table
        .inner_join(users::table.on(users::id.eq(account_links::user_id).and(users::email.eq(account_links::email))))
        .filter(account_links::id.eq(link.uuid()))
        .filter(account_links::purpose.eq(purpose.key()))
        .filter(account_links::used_at.is_null())
        .filter(account_links::expires_at.gt(diesel::dsl::now))
        .filter(users::disabled_at.is_null())
        .select((users::id, users::email, users::name, account_links::org_id))
        .first(&mut pg)
        .await
        .optional()?;
    Ok(row)
}

/// The name of the organization that had the account opened, while it offers a membership.
pub(in crate::accounts) async fn find_offering_by(mut pg: &Pg, link: Id<AccountLink>) -> Result<Option<String>> {
    let offers = membership_offers::user_id.eq(account_links::user_id).and(membership_offers::org_id.nullable().eq(account_links::org_id));
    Ok(account_links::table
        .inner_join(membership_offers::table.on(offers))
        .filter(account_links::id.eq(link.uuid()))
        .select(membership_offers::org_name)
        .first(&mut pg)
        .await
        .optional()?)
}

/// The name of the first organization of the person whose a link is.
pub(in crate::accounts) async fn find_first_organization_by(mut pg: &Pg, link: Id<AccountLink>) -> Result<Option<String>> {
    Ok(account_links::table
        .inner_join(memberships::table.on(memberships::user_id.eq(account_links::user_id)))
        .inner_join(organizations::table.on(organizations::id.eq(memberships::org_id)))
        .filter(account_links::id.eq(link.uuid()))
        .order(memberships::created_at)
        .select(organizations::name)
        .first(&mut pg)
        .await
        .optional()?)
}

/// Spends a link that lives: of two who come at once, one finds it dead.
pub(in crate::accounts) async fn spend_link(tx: &Tx, link: Id<AccountLink>, purpose: Purpose) -> Result<bool> {
    let living = account_links::table
        .find(link.uuid())
        .filter(account_links::purpose.eq(purpose.key()))
        .filter(account_links::used_at.is_null())
        .filter(account_links::expires_at.gt(diesel::dsl::now));
    Ok(diesel::update(living).set(account_links::used_at.eq(tx.now())).execute(&mut tx.pg()).await? > 0)
}

/// Ends the links by which somebody would set up an account for one organization.
pub(in crate::accounts) async fn end_links_for(tx: &Tx, user: Id<User>, org: Id<Organization>) -> Result<()> {
    let living = account_links::table
        .filter(account_links::user_id.eq(user.uuid()))
        .filter(account_links::org_id.eq(org.uuid()))
        .filter(account_links::used_at.is_null());
    diesel::update(living).set(account_links::used_at.eq(tx.now())).execute(&mut tx.pg()).await?;
    Ok(())
}

/// Ends every other link of a person by which a password can be set.
pub(in crate::accounts) async fn end_links(tx: &Tx, user: Id<User>) -> Result<()> {
    let living = account_links::table
        .filter(account_links::user_id.eq(user.uuid()))
        .filter(account_links::purpose.eq_any([Purpose::SetUp.key(), Purpose::Reset.key()]))
        .filter(account_links::used_at.is_null());
    diesel::update(living).set(account_links::used_at.eq(tx.now())).execute(&mut tx.pg()).await?;
    Ok(())
}
