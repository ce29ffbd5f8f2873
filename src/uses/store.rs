//! Rows of `uses`: written once, read by the customer and by the holder.

use diesel::{
    OptionalExtension,
    prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl},
};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::Use;
use crate::{
    db::{
        Cursor, Keyset, Pg, Result, Timestamp, Tx, paged,
        schema::{delegations, organizations, services, uses},
    },
    ids::{Delegation, Id, Organization, Relationship, Use as UseId},
    services::{Purpose, Scope},
};

diesel::alias!(organizations as customers: Customers, organizations as holders: Holders);

/// A use as the log shows it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Its id.
    pub id: Id<UseId>,
    /// The delegation that allowed it.
    pub delegation: Id<Delegation>,
    /// The relationship it stands under.
    pub relationship: Id<Relationship>,
    /// On whose behalf.
    pub customer: String,
    /// Whose people.
    pub holder: String,
    /// Who, by the name of that time.
    pub user: String,
    /// In which service, for which purpose.
    pub scope: Scope,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Timestamp,
}

/// As the customer is called now, if whoever is asking has to do with it still, and as its delegation has it.
type CustomerName = (Option<String>, String);
type Row = ((Id<UseId>, Id<Delegation>, Id<Relationship>), (CustomerName, String, String), (String, Purpose, String, Timestamp));

fn read(((id, delegation, relationship), ((now, then), holder, user), (service, purpose, reason, at)): Row) -> Listed {
    let customer = now.unwrap_or(then);
    Listed { id, delegation, relationship, customer, holder, user, scope: Scope { service, purpose }, reason, at }
}

macro_rules! joined {
    () => {
        uses::table
            .inner_join(delegations::table.on(delegations::id.eq(uses::delegation_id)))
            .left_join(customers.on(customers.field(organizations::id).eq(uses::customer_id)))
            .inner_join(holders.on(holders.field(organizations::id).eq(uses::holder_id)))
            .select((
                (uses::id, uses::delegation_id, uses::relationship_id),
                (
                    (customers.field(organizations::name).nullable(), delegations::customer_name),
                    holders.field(organizations::name),
                    uses::user_name,
                ),
                (uses::service, uses::purpose, uses::reason, uses::used_at),
            ))
    };
}

pub(super) async fn insert(tx: &Tx, one: &Use) -> Result<()> {
    diesel::insert_into(uses::table)
        .values((
            uses::id.eq(one.id.uuid()),
            uses::delegation_id.eq(one.delegation.uuid()),
            uses::relationship_id.eq(one.relationship.uuid()),
            uses::customer_id.eq(one.customer.uuid()),
            uses::holder_id.eq(one.holder.uuid()),
            uses::user_id.eq(one.user.uuid()),
            uses::user_name.eq(&one.user_name),
            uses::service.eq(&one.scope.service),
            uses::purpose.eq(one.scope.purpose.key()),
            uses::reason.eq(one.reason.as_str()),
            uses::used_at.eq(one.at),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// A use of one person.
pub(super) async fn find_own(mut pg: &Pg, id: Id<UseId>, user: Uuid) -> Result<Option<Listed>> {
    Ok(joined!().filter(uses::id.eq(id.uuid())).filter(uses::user_id.eq(user)).first::<Row>(&mut pg).await.optional()?.map(read))
}

/// What the catalogue's template needs: itself, and the customer's tenant and domain. A domain that the customer merely says is
/// its own leads nowhere: it may be somebody else's (D25).
pub(super) async fn find_target(
    mut pg: &Pg,
    service: &str,
    customer: Id<Organization>,
) -> Result<(Option<String>, Option<Uuid>, Option<String>)> {
    let template: Option<Option<String>> = services::table.find(service).select(services::admin_url).first(&mut pg).await.optional()?;
    let about: Option<(Option<Uuid>, Option<String>, Option<Timestamp>)> = organizations::table
        .filter(organizations::id.eq(customer))
        .select((organizations::tenant_id.nullable(), organizations::domain.nullable(), organizations::domain_confirmed_at.nullable()))
        .first(&mut pg)
        .await
        .optional()?;
    let (tenant, domain, confirmed_at) = about.unwrap_or_default();
    Ok((template.flatten(), tenant, domain.filter(|_| confirmed_at.is_some())))
}

/// Which uses a log shows, among those that whoever is asking may see.
#[derive(Debug, Clone, Copy)]
pub enum Which {
    /// All.
    All,
    /// Those under a relationship.
    Under(Id<Relationship>),
}

/// A page of the log, the newest first.
///
/// # Errors
/// As every query.
pub async fn list(mut pg: &Pg, which: Which, cursor: Option<&Cursor<Timestamp>>) -> Result<Keyset<Listed>> {
    let mut query = joined!().into_boxed();
    if let Which::Under(relationship) = which {
        query = query.filter(uses::relationship_id.eq(relationship.uuid()));
    }
    let rows = paged!(query, cursor, desc(uses::used_at, uses::id)).load::<Row>(&mut pg).await?;
    Ok(Keyset::new(rows.into_iter().map(read).collect(), cursor, |row: &Listed| (row.at, row.id.uuid())))
}
