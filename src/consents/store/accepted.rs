//! Rows of `acceptances`: what a customer said yes to, and the receipts of it.

use diesel::{
    OptionalExtension,
    prelude::{ExpressionMethods, JoinOnDsl, QueryDsl},
};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use crate::{
    consents::{Accepted, Shown},
    db::{
        Error, Pg, Result, Timestamp, Tx,
        schema::{acceptances, relationships},
    },
    ids::{Acceptance, Customer, Id, Invitation as InvitationId, Organization, Relationship},
};

/// A customer's latest yes to an invitation.
pub(in crate::consents) async fn find_acceptance(
    mut pg: &Pg,
    invitation: Id<InvitationId>,
    customer: Id<Organization>,
) -> Result<Option<Accepted>> {
    let row: Option<(String, Timestamp, i32, Option<Timestamp>)> = acceptances::table
        .inner_join(relationships::table.on(relationships::id.eq(acceptances::relationship_id)))
        .filter(acceptances::invitation_id.eq(invitation))
        .filter(acceptances::customer_id.eq(customer))
        .order(acceptances::accepted_at.desc())
        .select((acceptances::reference, acceptances::accepted_at, acceptances::revision, relationships::ended_at))
        .first(&mut pg)
        .await
        .optional()?;
    Ok(row.map(|(reference, at, revision, ended_at)| Accepted { reference, at, revision, ended_at }))
}

/// The receipt of a yes that was given by this very page before (UX-33), whatever came of it since.
pub(in crate::consents) async fn find_attempt(
    mut pg: &Pg,
    invitation: Id<InvitationId>,
    customer: Id<Customer>,
    attempt: Uuid,
) -> Result<Option<String>> {
    Ok(acceptances::table
        .filter(acceptances::invitation_id.eq(invitation))
        .filter(acceptances::customer_id.eq(customer))
        .filter(acceptances::attempt.eq(attempt))
        .select(acceptances::reference)
        .first(&mut pg)
        .await
        .optional()?)
}

/// What is written of a customer's yes.
pub(in crate::consents) struct NewAcceptance<'a> {
    pub id: Id<Acceptance>,
    pub reference: &'a str,
    pub forward: Option<Uuid>,
    pub relationship: Id<Relationship>,
    pub customer: Id<Customer>,
    pub attempt: Uuid,
    pub shown: &'a Shown,
}

pub(in crate::consents) async fn save_acceptance(tx: &Tx, new: &NewAcceptance<'_>) -> Result<()> {
    let shown =
        serde_json::to_value(new.shown).map_err(|error| Error::Query(diesel::result::Error::SerializationError(Box::new(error))))?;
    diesel::insert_into(acceptances::table)
        .values((
            acceptances::id.eq(new.id.uuid()),
            acceptances::reference.eq(new.reference),
            acceptances::invitation_id.eq(new.shown.invitation.uuid()),
            acceptances::forward_id.eq(new.forward),
            acceptances::forwarder_id.eq(new.shown.forwarder.as_ref().map(|forwarder| forwarder.id.uuid())),
            acceptances::relationship_id.eq(new.relationship.uuid()),
            acceptances::inviter_id.eq(new.shown.inviter.id.uuid()),
            acceptances::customer_id.eq(new.customer.uuid()),
            (
                acceptances::accepted_by.eq(new.shown.account.user.uuid()),
                acceptances::accepted_by_name.eq(&new.shown.account.name),
                acceptances::revision.eq(new.shown.revision),
                acceptances::accepted_at.eq(tx.now()),
                acceptances::language.eq(new.shown.language.tag()),
                acceptances::agreement_version.eq(&new.shown.agreement),
                acceptances::shown.eq(shown),
                acceptances::shown_hash.eq(new.shown.hash().to_vec()),
                acceptances::attempt.eq(new.attempt),
            ),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// A receipt as it is kept.
pub(in crate::consents) struct Receipt {
    pub reference: String,
    pub relationship: Id<Relationship>,
    pub accepted_at: Timestamp,
    pub shown: Shown,
    pub hash: Vec<u8>,
}

/// A receipt that whoever is asking may see: the customer, the inviter, the forwarder, the operator.
pub(in crate::consents) async fn find_receipt(mut pg: &Pg, reference: &str) -> Result<Option<Receipt>> {
    type Row = (String, Id<Relationship>, Timestamp, serde_json::Value, Vec<u8>);
    let row: Option<Row> = acceptances::table
        .filter(acceptances::reference.eq(reference))
        .select((
            acceptances::reference,
            acceptances::relationship_id,
            acceptances::accepted_at,
            acceptances::shown,
            acceptances::shown_hash,
        ))
        .first(&mut pg)
        .await
        .optional()?;
    row.map(|(reference, relationship, accepted_at, shown, hash)| {
        let shown =
            serde_json::from_value(shown).map_err(|error| Error::Query(diesel::result::Error::DeserializationError(Box::new(error))))?;
        Ok(Receipt { reference, relationship, accepted_at, shown, hash })
    })
    .transpose()
}
