//! Rows that tell what became of delegations.

use diesel::prelude::{ExpressionMethods, QueryDsl};
use diesel_async::RunQueryDsl;

use crate::{
    db::{
        Result, Timestamp, Tx,
        schema::{delegations, renewals, uses},
    },
    demo::id,
    ids::{Delegation, Id, Organization, Relationship, Renewal, Use, User},
    services::Scope,
};

/// A use of a delegation.
pub(in crate::demo) struct NewUse<'a> {
    pub id: Id<Use>,
    pub delegation: Id<Delegation>,
    pub relationship: Id<Relationship>,
    /// Customer, holder.
    pub parties: (Id<Organization>, Id<Organization>),
    pub by: (Id<User>, &'a str),
    pub scope: &'a Scope,
    pub reason: &'a str,
    pub at: Timestamp,
}

pub(in crate::demo) async fn add_use(tx: &Tx, new: &NewUse<'_>) -> Result<()> {
    diesel::insert_into(uses::table)
        .values((
            uses::id.eq(new.id),
            uses::delegation_id.eq(new.delegation),
            uses::relationship_id.eq(new.relationship),
            uses::customer_id.eq(new.parties.0),
            uses::holder_id.eq(new.parties.1),
            uses::user_id.eq(new.by.0),
            uses::user_name.eq(new.by.1),
            uses::service.eq(&new.scope.service),
            uses::purpose.eq(new.scope.purpose),
            uses::reason.eq(new.reason),
            uses::used_at.eq(new.at),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// An offer of the holder's to renew a delegation; owner, customer and holder in this order.
pub(in crate::demo) async fn add_renewal(
    tx: &Tx,
    (delegation, relationship): (Id<Delegation>, Id<Relationship>),
    (owner, customer, holder): (Id<Organization>, Id<Organization>, Id<Organization>),
    (by, at): (Id<User>, Timestamp),
    days: i32,
) -> Result<()> {
    diesel::insert_into(renewals::table)
        .values((
            renewals::id.eq(id::<Renewal>("renewal", &delegation.to_string())),
            renewals::delegation_id.eq(delegation),
            renewals::relationship_id.eq(relationship),
            renewals::customer_id.eq(customer),
            renewals::owner_id.eq(owner),
            renewals::holder_id.eq(holder),
            renewals::days.eq(days),
            renewals::prepared_org_id.eq(holder),
            renewals::prepared_by.eq(by),
            renewals::prepared_at.eq(at),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// Since when the sides let a delegation extend itself.
pub(in crate::demo) async fn let_extend(tx: &Tx, of: Id<Delegation>, customer: Timestamp, holder: Option<Timestamp>) -> Result<()> {
    diesel::update(delegations::table.find(of))
        .set((delegations::customer_extends_at.eq(customer), delegations::holder_extends_at.eq(holder)))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}
