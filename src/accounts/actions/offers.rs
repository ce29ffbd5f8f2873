//! From an offer to a membership: nobody belongs to an organization without having said yes.

use serde_json::json;

use super::links::{SET_UP_LIFE, send_set_up_link, to};
use crate::{
    access::{May, SignedIn, proofs::ManageUsers},
    accounts::{Offer, Settings, store},
    audit::{self, Event, Kind},
    db::{self, Db, Tx},
    i18n::Lang,
    ids::{Id, Organization, User},
    notices::{Letter, enqueue},
    organizations::Kind as OrgKind,
    problem::Problem,
    values::{Email, Name},
};

/// Somebody who is to become a member.
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

/// The organization that offers a membership.
pub(super) struct Offering<'a> {
    pub org: Id<Organization>,
    pub kind: OrgKind,
    pub name: &'a str,
    pub by: Option<Id<User>>,
}

/// What came of an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Offered {
    /// It was made, and the person has a letter about it. Whether they have an account, and whether it is open, is not told.
    Made,
    /// It was made before and is not answered.
    Before,
    /// The person is a member already.
    Member,
}

/// Offers somebody a membership, and opens an account for them if they have none: the way to set it up is the way to say
/// yes. Somebody who has one says yes when they are signed in.
pub(super) async fn offer(tx: &Tx, by: &Offering<'_>, joining: &Joining) -> db::Result<Offered> {
    let new = store::NewPerson {
        email: &joining.email,
        name: &joining.name,
        password_hash: None,
        language: joining.language,
        time_zone: "Asia/Shanghai",
    };
    store::insert_person(tx, &new).await?;
    let user = store::find_user(tx.pg(), &joining.email).await?.ok_or(db::Error::NotFound)?;
    if store::find_member(tx.pg(), by.org, user).await?.is_some() {
        return Ok(Offered::Member);
    }
    let offer = Offer {
        user,
        org: by.org,
        kind: by.kind,
        organization: by.name.to_owned(),
        name: joining.name.as_str().to_owned(),
        email: joining.email.as_str().to_owned(),
        settings: joining.settings,
        at: tx.now(),
    };
    if !store::insert_offer(tx, &offer, by.by).await? {
        return Ok(Offered::Before);
    }
    write_to(tx, &offer).await?;
    Ok(Offered::Made)
}

/// The letter about an offer: to somebody without a password the way to set up the account, to somebody with one the way
/// to answer, to a closed account none.
async fn write_to(tx: &Tx, offer: &Offer) -> db::Result<()> {
    let Ok(email) = Email::parse(&offer.email) else { return Ok(()) };
    let Some(person) = store::find_person(tx.pg(), &email).await? else { return Ok(()) };
    if person.set_up {
        let letter = Letter::MembershipOffered { organization: offer.organization.clone() };
        enqueue(tx, None, &to(&person), &letter).await.map(drop)
    } else {
        send_set_up_link(tx, &person, Some(offer.org), &offer.organization, SET_UP_LIFE).await.map(drop)
    }
}

/// Turns an offer into a membership; `None` when there is none (any more).
pub(super) async fn take(tx: &Tx, user: Id<User>, org: Id<Organization>) -> db::Result<Option<Offer>> {
    let Some(offer) = store::take_offer(tx, user, org).await? else { return Ok(None) };
    store::insert_membership(tx, user, org, offer.kind, offer.settings).await?;
    Ok(Some(offer))
}

/// The event of somebody who has become a member.
pub(super) fn joined(offer: &Offer, person: &str) -> Event {
    let facts = json!({ "person": person, "agent": offer.settings.agent, "admin": offer.settings.admin });
    Event::new(Kind::MembershipChanged).by(Some(offer.user), Some(offer.org)).with(facts)
}

/// Somebody takes the membership that an organization offers them.
///
/// # Errors
/// [`Problem::NotFound`] when it offers none (any more).
pub async fn accept_offer(db: &Db, who: &SignedIn, org: Id<Organization>) -> Result<(), Problem> {
    // The organization is not the person's yet, so the portal writes.
    let tx = db.as_system().write().await?;
    let offer = take(&tx, who.user(), org).await?.ok_or(Problem::NotFound)?;
    audit::record(&tx, joined(&offer, &who.visitor().name)).await?;
    Ok(tx.commit().await?)
}

/// Somebody does not want it.
///
/// # Errors
/// [`Problem::NotFound`] when it offers none (any more).
pub async fn refuse_offer(db: &Db, who: &SignedIn, org: Id<Organization>) -> Result<(), Problem> {
    // As above: the event belongs to the organization that offered.
    let tx = db.as_system().write().await?;
    let offer = store::take_offer(&tx, who.user(), org).await?.ok_or(Problem::NotFound)?;
    let event = Event::new(Kind::MembershipRefused).by(Some(who.user()), Some(org));
    audit::record(&tx, event.with(json!({ "person": offer.name }))).await?;
    Ok(tx.commit().await?)
}

/// The organization takes its offer back; a way to set up an account for it is dead.
///
/// # Errors
/// [`Problem::NotFound`] when it was answered in the meantime, or never made.
pub async fn withdraw_offer(db: &Db, proof: &May<ManageUsers>, user: Id<User>) -> Result<(), Problem> {
    let org = proof.organization();
    // Only the portal sees links of people.
    let tx = db.as_system().write().await?;
    let offer = store::take_offer(&tx, user, org).await?.ok_or(Problem::NotFound)?;
    store::end_links_for(&tx, user, org).await?;
    let event = Event::new(Kind::MembershipWithdrawn).by(Some(proof.user()), Some(org));
    audit::record(&tx, event.with(json!({ "person": offer.name }))).await?;
    Ok(tx.commit().await?)
}

/// Writes once more to somebody who has not answered an offer.
///
/// # Errors
/// [`Problem::NotFound`] when there is none, [`Problem::TooMany`] beyond a hundred letters in an hour.
pub async fn remind_of_offer(db: &Db, proof: &May<ManageUsers>, user: Id<User>) -> Result<(), Problem> {
    // Only the portal makes links for people.
    let tx = db.as_system().write().await?;
    count_letter(&tx, proof.organization()).await?;
    let offer = store::find_offer(tx.pg(), user, proof.organization()).await?.ok_or(Problem::NotFound)?;
    write_to(&tx, &offer).await?;
    let event = Event::new(Kind::AccountInvited).by(Some(proof.user()), Some(proof.organization()));
    audit::record(&tx, event.with(json!({ "person": offer.name }))).await?;
    Ok(tx.commit().await?)
}

/// Letters to people that one organization has sent within [`WINDOW`] (AB-46).
const PER_ORGANIZATION: i32 = 100;
const WINDOW: i32 = 60 * 60;

/// Counts a letter to somebody whom an organization wants.
pub(super) async fn count_letter(tx: &Tx, org: Id<Organization>) -> Result<(), Problem> {
    if store::count(tx, &format!("people {org}"), WINDOW).await? > PER_ORGANIZATION { Err(Problem::TooMany) } else { Ok(()) }
}
