//! Ending a partnership: what it leaves over, who is told with which words, and the end itself (D20).

use futures_util::{future::try_join_all, try_join};
use serde_json::json;

use crate::{
    access::{May, Right, proofs::RemoveRelationship},
    accounts::directory,
    audit::{self, Event},
    db::{Db, Pg, View},
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

/// Whom the end of a partnership concerns.
#[derive(Debug)]
pub struct Plan {
    /// The partnership.
    pub partnership: Partnership,
    /// Both sides: the other first.
    pub sides: Vec<Side>,
    /// How many customers have something left over.
    pub customers: i64,
    /// How many delegations are left over.
    pub left_over: i64,
}

/// A customer with whom something is left over, and how much.
pub type LeftWith = (Side, i64);

impl Plan {
    /// The letter to both sides, when `by` ends it.
    pub fn letter(&self, by: &str) -> Letter {
        Letter::PartnershipEnded { partnership: self.partnership.id, by: by.to_owned(), left_over: self.left_over }
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

/// So many customers are read at once, and told with one statement.
const AT_ONCE: i64 = 100;

/// Whom it would concern if this organization ended the partnership now, and so many of the customers, the first by name. Changes nothing.
///
/// # Errors
/// [`Problem::NotFound`] when it is not one of this organization's; [`Problem::Conflict`] when it is not active (any more).
pub async fn plan(db: &Db, proof: &May<RemoveRelationship>, id: Id<PartnershipId>, named: i64) -> Result<(Plan, Vec<LeftWith>), Problem> {
    // The people of the other side and of customers are not this side's to see: the portal looks up whom to tell.
    let seen = db.as_system().view().await?;
    let first = async { Ok::<_, Problem>(store::list_first_concerned(seen.pg(), id, named, seen.now()).await?) };
    let (plan, first) = try_join!(plan_of(&seen, proof, id), first)?;
    Ok((plan, with_people(seen.pg(), first).await?))
}

async fn plan_of(seen: &View, proof: &May<RemoveRelationship>, id: Id<PartnershipId>) -> Result<Plan, Problem> {
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
    let (sides, (customers, left_over)) = try_join!(try_join_all(sides), store::count_concerned(pg, id, seen.now()))?;
    Ok(Plan { partnership, sides, customers, left_over })
}

/// Customers, each with its people who decide; looked up together.
async fn with_people(pg: &Pg, concerned: Vec<Concerned>) -> Result<Vec<LeftWith>, Problem> {
    let ids: Vec<_> = concerned.iter().map(|one| one.customer).collect();
    let mut people = directory::list_people_of_each(pg, &ids, Right::Consent).await?;
    let side = |Concerned { customer, name, delegations }| {
        (Side { id: customer, name, people: people.remove(&customer).unwrap_or_default() }, delegations)
    };
    Ok(concerned.into_iter().map(side).collect())
}

/// Every customer with whom something is left over, in steps.
async fn everybody(seen: &View, id: Id<PartnershipId>) -> Result<Vec<Vec<LeftWith>>, Problem> {
    let (mut steps, mut after) = (Vec::new(), Id::from(uuid::Uuid::nil()));
    loop {
        let step = store::list_concerned_after(seen.pg(), id, after, AT_ONCE, seen.now()).await?;
        let Some(last) = step.last() else { return Ok(steps) };
        after = last.customer;
        steps.push(with_people(seen.pg(), step).await?);
    }
}

/// Ends an active partnership. What was handed over is taken back (D2); customers, relationships and delegations stay as they are; both sides, and every customer with
/// whom something is left over, are told (D20).
///
/// # Errors
/// [`Problem::NotFound`] when it is not one of this organization's; [`Problem::Conflict`] when it is not active (any more).
pub async fn end(db: &Db, proof: &May<RemoveRelationship>, id: Id<PartnershipId>) -> Result<(), Problem> {
    let seen = db.as_system().view().await?;
    let plan = plan_of(&seen, proof, id).await?;
    let customers = everybody(&seen, id).await?;
    // Its connection goes back before the next one is asked for: whoever waits for two holds up everybody.
    drop(seen);
    let by = proof.place().name.as_str();

    let tx = db.write().await?;
    let partnership: Partnership = store::lock(&tx, id).await?.ok_or(Problem::NotFound)?;
    if partnership.state != State::Active {
        return Err(Problem::Conflict("partnerships-conflict-not-active"));
    }
    let taken_back = store::count_in_hands(tx.pg(), id).await?;
    store::end(&tx, id, State::Ended, proof.user()).await?;
    let letter = plan.letter(by);
    let to_sides = plan.sides.iter().flat_map(|side| side.people.iter().map(|to| (Some(side.id), to, letter.clone())));
    notices::enqueue_all(&tx, to_sides).await?;
    for step in &customers {
        let letters = step.iter().flat_map(|(customer, delegations)| {
            let letter = plan.letter_to_customer(by, *delegations);
            customer.people.iter().map(move |to| (Some(customer.id), to, letter.clone()))
        });
        notices::enqueue_all(&tx, letters).await?;
    }
    let names = json!({ "provider": partnership.provider.name, "reseller": partnership.reseller_name(), "invitations": taken_back });
    let concerned = plan.sides.iter().chain(customers.iter().flatten().map(|(customer, _)| customer)).map(|side| side.id);
    let event = Event::new(audit::Kind::PartnershipEnded).partnership(id).concerning(concerned);
    audit::record(&tx, event.with(names)).await?;
    tx.commit().await?;
    Ok(())
}
