//! What somebody who manages users does with their organization's people. Every change counts at the person's next request.

use super::offers::{Joining, Offered, Offering, count_letter, offer};
use crate::{
    access::{May, proofs::ManageUsers},
    accounts::{Member, Settings, settings::Change, store},
    audit::{self, Event, Kind},
    db::{Db, Tx},
    ids::{Id, User},
    problem::Problem,
    values::Refusal,
};

/// Offers somebody a membership: they are asked by a letter, and until they say yes they have no part in the organization.
///
/// # Errors
/// Inside: who may not be added, with the field. Outside: [`Problem::TooMany`] beyond a hundred in an hour.
pub async fn add(db: &Db, proof: &May<ManageUsers>, joining: &Joining) -> Result<Result<(), (&'static str, Refusal)>, Problem> {
    let place = proof.place();
    let change = Change { own: false, from: None, to: Some(joining.settings), other_tops: 1 };
    if let Err(refusal) = change.check(place) {
        return Ok(Err(("admin", refusal)));
    }
    // Whether somebody has an account elsewhere is not for the visitor to see, so the portal looks.
    let tx = db.as_system().write().await?;
    count_letter(&tx, place.org).await?;
    let by = Offering { org: place.org, kind: place.kind, name: &place.name, by: Some(proof.user()) };
    match offer(&tx, &by, joining).await? {
        Offered::Made => {}
        Offered::Before => return Ok(Err(("email", Refusal::Said("accounts-people-offered")))),
        Offered::Member => return Ok(Err(("email", Refusal::Said("accounts-people-already")))),
    }
    let event = Event::new(Kind::AccountInvited).by(Some(proof.user()), Some(place.org));
    audit::record(&tx, event.with(serde_json::json!({ "person": joining.name.as_str() }))).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Gives a member other settings.
///
/// # Errors
/// Inside: why not. Outside: [`Problem::NotFound`] for somebody who is no member.
pub async fn change(db: &Db, proof: &May<ManageUsers>, user: Id<User>, to: Settings) -> Result<Result<(), Refusal>, Problem> {
    let (tx, member, change) = begin(db, proof, user, Some(to)).await?;
    if let Err(refusal) = change.check(proof.place()) {
        return Ok(Err(refusal));
    }
    if member.settings != to {
        store::set_settings(&tx, user, proof.organization(), to).await?;
        audit::record(&tx, Event::new(Kind::MembershipChanged).with(facts(&member.name, to))).await?;
        tx.commit().await?;
    }
    Ok(Ok(()))
}

/// Removes a member; the account stays, for it may belong to other organizations.
///
/// # Errors
/// Inside: why not. Outside: [`Problem::NotFound`] for somebody who is no member.
pub async fn remove(db: &Db, proof: &May<ManageUsers>, user: Id<User>) -> Result<Result<(), Refusal>, Problem> {
    let (tx, member, change) = begin(db, proof, user, None).await?;
    if let Err(refusal) = change.check(proof.place()) {
        return Ok(Err(refusal));
    }
    store::delete_membership(&tx, user, proof.organization()).await?;
    audit::record(&tx, Event::new(Kind::MembershipEnded).with(serde_json::json!({ "person": member.name }))).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

async fn begin(db: &Db, proof: &May<ManageUsers>, user: Id<User>, to: Option<Settings>) -> Result<(Tx, Member, Change), Problem> {
    let org = proof.organization();
    let tx = db.write().await?;
    store::lock_people(&tx, org).await?;
    let member = store::find_member(tx.pg(), org, user).await?.ok_or(Problem::NotFound)?;
    let other_tops = store::count_other_tops(tx.pg(), org, user).await?;
    let change = Change { own: user == proof.user(), from: Some(member.settings), to, other_tops };
    Ok((tx, member, change))
}

fn facts(person: &str, settings: Settings) -> serde_json::Value {
    serde_json::json!({ "person": person, "agent": settings.agent, "admin": settings.admin })
}
