//! The seller's part: chooses who supports a subscription.

use serde_json::json;

use crate::{
    access::{May, proofs::EditCustomers},
    audit::{self, Event, Kind},
    db::Db,
    ids::{Id, Organization, Relationship, Subscription},
    problem::Problem,
    subscriptions::store,
};

/// Chooses who supports a subscription: a reseller that holds support in its service, or (nobody named) the seller itself.
/// The seller chooses, as the owner of an active relationship: the duty to support is its own, and whom it may hand it to
/// was decided by the customer when it granted support. Nothing else of the subscription changes (D14). Returns the relationship.
///
/// # Errors
/// 404 when it was not bought through this partner, or their relationship is over; 409 when the chosen one does not hold support (any more).
pub async fn choose(
    db: &Db,
    may: &May<EditCustomers>,
    id: Id<Subscription>,
    contact: Option<Id<Organization>>,
) -> Result<Id<Relationship>, Problem> {
    let tx = db.write().await?;
    if !store::lock(&tx, id).await? {
        return Err(Problem::NotFound);
    }
    let subscription = store::find(tx.pg(), id).await?.ok_or(Problem::NotFound)?;
    let seller = subscription.seller.as_ref().filter(|seller| seller.id == may.organization()).ok_or(Problem::NotFound)?;
    let (relationship, customer) =
        store::find_owned_relationship(tx.pg(), may.organization(), subscription.customer).await?.ok_or(Problem::NotFound)?;
    let contact = contact.filter(|contact| *contact != seller.id);
    let name = match contact {
        None => seller.name.clone(),
        Some(contact) => {
            let supporters = store::list_supporters(tx.pg(), subscription.customer, &subscription.service, tx.now()).await?;
            let found = supporters.into_iter().find(|party| party.id == contact);
            found.ok_or(Problem::Conflict("subscriptions-contact-not-holder-text"))?.name
        }
    };
    if contact == subscription.chosen.as_ref().map(|chosen| chosen.id) {
        return Ok(relationship);
    }
    store::save_contact(&tx, id, contact).await?;
    let event = Event::new(Kind::SupportContactChosen)
        .relationship(relationship)
        .concerning([Id::<Organization>::from(subscription.customer)])
        .concerning(contact)
        .with(json!({ "customer": customer, "holder": name, "service": subscription.service }));
    audit::record(&tx, event).await?;
    tx.commit().await?;
    Ok(relationship)
}
