//! What somebody who manages users does with their organization's people. Every change counts at the person's next request.

use super::links::{SET_UP_LIFE, send_set_up_link};
use crate::{
    access::{May, proofs::ManageUsers},
    accounts::{Member, Person, Settings, settings::Change, store},
    audit::{self, Event, Kind},
    db::{self, Db, Tx},
    i18n::Lang,
    ids::{Id, Organization, User},
    organizations::Kind as OrgKind,
    problem::Problem,
    values::{Email, Name, Refusal},
};

/// People that one organization adds, and set-up letters it sends, within [`WINDOW`] (AB-46).
const PER_ORGANIZATION: i32 = 100;
const WINDOW: i32 = 60 * 60;

/// Somebody who becomes a member.
pub struct Joining {
    /// Their name; an account that exists keeps its own.
    pub name: Name,
    /// Their address.
    pub email: Email,
    /// What they become.
    pub settings: Settings,
    /// The language of the letter to them; an account that exists keeps its own.
    pub language: Lang,
}

/// What came of adding somebody.
pub(super) enum Joined {
    /// A member from now on, perhaps of an account that was opened for it and is to be set up.
    Added {
        /// Whether they were sent the way to set it up.
        invited: bool,
    },
    /// A member already.
    AlreadyMember,
    /// Somebody whose account is closed.
    Closed,
}

/// Makes somebody a member, and an account for them if they have none; until they have set it up, they get the way to.
pub(super) async fn join(tx: &Tx, org: Id<Organization>, kind: OrgKind, organization: &str, joining: &Joining) -> db::Result<Joined> {
    let new = store::NewPerson {
        email: &joining.email,
        name: &joining.name,
        password_hash: None,
        language: joining.language,
        time_zone: "Asia/Shanghai",
    };
    store::insert_person(tx, &new).await?;
    let Some(person) = store::find_person(tx.pg(), &joining.email).await? else { return Ok(Joined::Closed) };
    if !store::insert_membership(tx, person.id, org, kind, joining.settings).await? {
        return Ok(Joined::AlreadyMember);
    }
    if !person.set_up {
        send_set_up_link(tx, &person, organization, SET_UP_LIFE).await?;
    }
    Ok(Joined::Added { invited: !person.set_up })
}

/// Adds somebody to the organization.
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
    if store::count(&tx, &format!("people {}", place.org), WINDOW).await? > PER_ORGANIZATION {
        return Err(Problem::TooMany);
    }
    let invited = match join(&tx, place.org, place.kind, &place.name, joining).await? {
        Joined::Added { invited } => invited,
        Joined::AlreadyMember => return Ok(Err(("email", Refusal::Said("accounts-people-already")))),
        Joined::Closed => return Ok(Err(("email", Refusal::Said("accounts-people-closed")))),
    };
    let event = |kind| Event::new(kind).by(Some(proof.user()), Some(place.org));
    if invited {
        audit::record(&tx, event(Kind::AccountInvited).with(serde_json::json!({ "person": joining.name.as_str() }))).await?;
    }
    audit::record(&tx, event(Kind::MembershipChanged).with(facts(joining.name.as_str(), joining.settings))).await?;
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

/// Sends a member who has not set up their account a new way to do so.
///
/// # Errors
/// [`Problem::NotFound`] for somebody who is no member, [`Problem::Conflict`] for somebody who has set up their account,
/// [`Problem::TooMany`] beyond a hundred in an hour.
pub async fn send_set_up(db: &Db, proof: &May<ManageUsers>, user: Id<User>) -> Result<(), Problem> {
    let place = proof.place();
    // Only the portal makes links for people.
    let tx = db.as_system().write().await?;
    if store::count(&tx, &format!("people {}", place.org), WINDOW).await? > PER_ORGANIZATION {
        return Err(Problem::TooMany);
    }
    let member = store::find_member(tx.pg(), place.org, user).await?.ok_or(Problem::NotFound)?;
    if member.set_up {
        return Err(Problem::Conflict("accounts-people-is-set-up"));
    }
    let person =
        Person { id: user, email: member.email, name: member.name.clone(), language: member.language, set_up: false, confirmed: false };
    send_set_up_link(&tx, &person, &place.name, SET_UP_LIFE).await?;
    let event = Event::new(Kind::AccountInvited).by(Some(proof.user()), Some(place.org));
    audit::record(&tx, event.with(serde_json::json!({ "person": member.name }))).await?;
    Ok(tx.commit().await?)
}

fn facts(person: &str, settings: Settings) -> serde_json::Value {
    serde_json::json!({ "person": person, "agent": settings.agent, "admin": settings.admin })
}
