//! Ending a partnership: what it leaves over, who is told with which words, and the end itself (D20).

use futures_util::future::try_join_all;
use serde_json::json;

use crate::{
    access::{May, Right, proofs::RemoveRelationship},
    accounts::directory,
    audit::{self, Event},
    db::Db,
    ids::{Id, Organization, Partnership as PartnershipId},
    notices::{self, Letter, To},
    partnerships::{Concerned, Partnership, State, store},
    problem::Problem,
};

/// A side of the partnership, or a customer, with its people.
#[derive(Debug)]
pub struct Side {
    /// Who.
    pub id: Id<Organization>,
    /// Its name.
    pub name: String,
    /// Whom the letter goes to.
    pub people: Vec<To>,
}

/// Everybody whom the end of a partnership concerns.
#[derive(Debug)]
pub struct Plan {
    /// The partnership.
    pub partnership: Partnership,
    /// Both sides: the other first.
    pub sides: Vec<Side>,
    /// The customers with whom something is left over, each with how much.
    pub customers: Vec<(Side, i64)>,
}

impl Plan {
    /// How many delegations are left over.
    pub fn left_over(&self) -> i64 {
        self.customers.iter().map(|(_, count)| count).sum()
    }

    /// The letter to both sides, when `by` ends it.
    pub fn letter(&self, by: &str) -> Letter {
        Letter::PartnershipEnded { partnership: self.partnership.id, by: by.to_owned(), left_over: self.left_over() }
    }

    /// The letter to a customer with so many delegations left over.
    pub fn letter_to_customer(&self, by: &str, delegations: i64) -> Letter {
        Letter::DelegationsLeftOver {
            provider: self.partnership.provider.name.clone(),
            reseller: self.partnership.reseller_name().to_owned(),
            by: by.to_owned(),
            delegations,
        }
    }
}

/// Whom it would concern if this organization ended the partnership now. Changes nothing.
///
/// # Errors
/// [`Problem::NotFound`] when it is not one of this organization's; [`Problem::Conflict`] when it is not active (any more).
pub async fn plan(db: &Db, proof: &May<RemoveRelationship>, id: Id<PartnershipId>) -> Result<Plan, Problem> {
    // The people of the other side and of customers are not this side's to see: the portal looks up whom to tell.
    let seen = db.as_system().view().await?;
    let pg = seen.pg();
    let partnership = store::find(pg, id).await?.filter(|found| found.is_of(proof.organization())).ok_or(Problem::NotFound)?;
    if partnership.state != State::Active {
        return Err(Problem::Conflict("partnerships-conflict-not-active"));
    }
    let other = partnership.other(proof.organization()).ok_or(Problem::Conflict("partnerships-conflict-not-active"))?;
    let own = (proof.organization(), proof.place().name.clone());
    let sides = [(other.id, other.name.clone()), own].map(async |(id, name)| {
        let people = directory::list_people_with(pg, id, Right::RemoveRelationship).await?;
        Ok::<_, crate::db::Error>(Side { id, name, people })
    });
    let sides = try_join_all(sides).await?;
    let concerned = store::list_concerned(pg, id, seen.now()).await?;
    let customers = concerned.into_iter().map(async |Concerned { customer, name, delegations }| {
        let people = directory::list_people_with(pg, customer, Right::Consent).await?;
        Ok::<_, crate::db::Error>((Side { id: customer, name, people }, delegations))
    });
    let customers = try_join_all(customers).await?;
    Ok(Plan { partnership, sides, customers })
}

/// Ends an active partnership. What was handed over is taken back (D2); customers, relationships and delegations stay as they are; both sides, and every customer with
/// whom something is left over, are told (D20).
///
/// # Errors
/// [`Problem::NotFound`] when it is not one of this organization's; [`Problem::Conflict`] when it is not active (any more).
pub async fn end(db: &Db, proof: &May<RemoveRelationship>, id: Id<PartnershipId>) -> Result<(), Problem> {
    let plan = plan(db, proof, id).await?;
    let by = proof.place().name.as_str();

    let tx = db.write().await?;
    let partnership: Partnership = store::lock(&tx, id).await?.ok_or(Problem::NotFound)?;
    if partnership.state != State::Active {
        return Err(Problem::Conflict("partnerships-conflict-not-active"));
    }
    let taken_back = store::count_in_hands(tx.pg(), id).await?;
    store::end(&tx, id, State::Ended, proof.user()).await?;
    let letter = plan.letter(by);
    for side in &plan.sides {
        for to in &side.people {
            notices::enqueue(&tx, Some(side.id), to, &letter).await?;
        }
    }
    for (customer, delegations) in &plan.customers {
        let letter = plan.letter_to_customer(by, *delegations);
        for to in &customer.people {
            notices::enqueue(&tx, Some(customer.id), to, &letter).await?;
        }
    }
    let names = json!({ "provider": partnership.provider.name, "reseller": partnership.reseller_name(), "invitations": taken_back });
    let concerned = plan.sides.iter().chain(plan.customers.iter().map(|(customer, _)| customer)).map(|side| side.id);
    let event = Event::new(audit::Kind::PartnershipEnded).partnership(id).concerning(concerned);
    audit::record(&tx, event.with(names)).await?;
    tx.commit().await?;
    Ok(())
}
