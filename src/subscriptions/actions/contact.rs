//! The seller's part: chooses who supports a subscription.

use serde_json::json;

use crate::{
    access::{May, Right, proofs::EditCustomers},
    audit::{self, Event, Kind},
    db::Db,
    delegations::people,
    ids::{Id, Organization, Relationship, Subscription},
    notices::{self, Letter, To},
    problem::Problem,
    subscriptions::store,
};

/// Chooses who supports a subscription: a reseller that holds support in its service, or (nobody named) the seller itself.
/// The seller chooses, as the owner of an active relationship: the duty to support is its own, and whom it may hand it to
/// was decided by the customer when it granted support. Nothing else of the subscription changes (D14). The customer, whoever has
/// the duty from now on and whoever had it until now are told. Returns the relationship.
///
/// # Errors
/// 404 when it was not bought through this partner, or their relationship is over; 409 when the chosen one does not hold support (any more).
pub async fn choose(
    db: &Db,
    may: &May<EditCustomers>,
    id: Id<Subscription>,
    contact: Option<Id<Organization>>,
) -> Result<Id<Relationship>, Problem> {
    let told = told(db, may, id, contact).await?;

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
            let found = store::find_supporter(tx.pg(), subscription.customer, &subscription.service, contact, tx.now()).await?;
            found.ok_or(Problem::Conflict("subscriptions-contact-not-holder-text"))?.name
        }
    };
    if contact == subscription.chosen.as_ref().map(|chosen| chosen.id) {
        return Ok(relationship);
    }
    store::save_contact(&tx, id, contact).await?;
    // One that no longer held support had lost the duty before.
    let before = subscription.chosen.as_ref().filter(|_| subscription.chosen_holds).map(|chosen| chosen.id);
    let customer_id = Id::<Organization>::from(subscription.customer);
    for (org, people) in told.iter().filter(|(org, _)| *org == customer_id || Some(*org) == contact || Some(*org) == before) {
        let letter = Letter::SupportContactChosen {
            relationship,
            to_customer: *org == customer_id,
            customer: customer.clone(),
            seller: seller.name.clone(),
            contact: name.clone(),
            service: subscription.service.clone(),
        };
        for to in people {
            notices::enqueue(&tx, Some(*org), to, &letter).await?;
        }
    }
    let event = Event::new(Kind::SupportContactChosen)
        .relationship(relationship)
        .concerning([Id::<Organization>::from(subscription.customer)])
        .concerning(contact)
        .with(json!({ "customer": customer, "holder": name, "service": subscription.service }));
    audit::record(&tx, event).await?;
    tx.commit().await?;
    Ok(relationship)
}

/// Whom a choice is told to: the customer, and the resellers that get and lose the duty, by organization. Nobody for a subscription
/// that is not this seller's.
async fn told(
    db: &Db,
    may: &May<EditCustomers>,
    id: Id<Subscription>,
    contact: Option<Id<Organization>>,
) -> Result<Vec<(Id<Organization>, Vec<To>)>, Problem> {
    let view = db.view().await?;
    let found = store::find(view.pg(), id).await?;
    drop(view);
    let Some(subscription) = found.filter(|found| found.seller.as_ref().is_some_and(|seller| seller.id == may.organization())) else {
        return Ok(Vec::new());
    };
    let mut asked = vec![(subscription.customer.into(), Right::Consent)];
    let resellers = contact.into_iter().chain(subscription.chosen.map(|chosen| chosen.id));
    asked.extend(resellers.filter(|org| *org != may.organization()).map(|org| (org, Right::AdministerOnBehalf)));
    let people = people::of(db, &asked).await?;
    Ok(asked.into_iter().map(|(org, _)| org).zip(people).collect())
}
