//! One-time links: a way to an account that somebody else opened, to a new password, to a confirmed address.

use std::time::Duration;

use chrono::TimeDelta;

use super::{offers, unhurried};
use crate::{
    access::store::end_sessions_of,
    accounts::{Hashing, Password, Person, Purpose, store},
    audit::{self, Event, Kind},
    db::{self, Db, Pg, Tx},
    i18n::Lang,
    ids::{AccountLink, Id, Organization, User},
    notices::{Letter, To, enqueue},
    problem::Problem,
    values::{Email, Name},
};

/// How long the links live.
pub(super) const SET_UP_LIFE: TimeDelta = TimeDelta::hours(72);
const RESET_LIFE: TimeDelta = TimeDelta::minutes(30);
const CONFIRM_LIFE: TimeDelta = TimeDelta::hours(24);

/// Mails that one address gets within [`WINDOW`] because somebody asked for them on a public page; and requests from one network address.
pub(super) const PER_RECIPIENT: i32 = 5;
pub(super) const PER_ADDRESS: i32 = 40;
pub(super) const WINDOW: i32 = 60 * 60;

/// Longer than the letter to somebody known takes.
const LEAST: Duration = Duration::from_millis(120);

/// Whose a living link is.
#[derive(Debug, Clone)]
pub struct Found {
    /// The link.
    pub link: Id<AccountLink>,
    /// The person.
    pub user: Id<User>,
    /// Their address.
    pub email: String,
    /// Their name.
    pub name: String,
    /// The organization that had the account opened, if it still offers a membership; else the person's first one.
    pub organization: Option<String>,
    /// The organization that had the account opened.
    pub(super) org: Option<Id<Organization>>,
}

/// Whose a link is, if it lives. The visitor is nobody yet, so the portal looks for them.
///
/// # Errors
/// As every query.
pub async fn find_link(db: &Db, link: Id<AccountLink>, purpose: Purpose) -> Result<Option<Found>, Problem> {
    let ask = async |pg: &Pg| {
        futures_util::try_join!(
            store::find_holder(pg, link, purpose),
            store::find_offering_by(pg, link),
            store::find_first_organization_by(pg, link)
        )
    };
    let (holder, offering, organization) = db.ask_as_system(ask).await?;
    Ok(holder.map(|holder| Found {
        link,
        user: holder.user,
        email: holder.email,
        name: holder.name,
        organization: offering.or(organization),
        org: holder.org,
    }))
}

/// Sends a way to a new password to somebody who has an account, and nothing to anybody else: the answer is the same
/// and takes as long. An account that was never set up gets the way to set it up.
///
/// # Errors
/// [`Problem::TooMany`] when one network address asks for too many.
pub async fn forgot(db: &Db, email: &Email, address: &str) -> Result<(), Problem> {
    let work = async {
        // Nobody is signed in: only the portal sees accounts.
        let tx = db.as_system().write().await?;
        if store::count(&tx, &format!("reset {address}"), WINDOW).await? > PER_ADDRESS {
            return Err(Problem::TooMany);
        }
        let asked = store::count(&tx, &format!("reset {}", audit::digest(email.as_str())), WINDOW).await?;
        let person = store::find_person(tx.pg(), email).await?.filter(|_| asked <= PER_RECIPIENT);
        if let Some(person) = person {
            send_way_in(&tx, &person).await?;
            audit::record(&tx, Event::new(Kind::ResetAsked).by(Some(person.id), None)).await?;
        }
        Ok(tx.commit().await?)
    };
    unhurried(LEAST, work).await
}

/// The letter to somebody who has an account already, by which they get in.
pub(super) async fn send_way_in(tx: &Tx, person: &Person) -> db::Result<()> {
    let offers = if person.set_up { Vec::new() } else { store::list_offers_to(tx.pg(), person.id, None).await?.rows };
    match offers.first() {
        Some(offer) => send_set_up_link(tx, person, Some(offer.org), &offer.organization, SET_UP_LIFE).await.map(drop),
        None => {
            let (link, expires_at) = store::insert_link(tx, person.id, &person.email, Purpose::Reset, RESET_LIFE, None).await?;
            enqueue(tx, None, &to(person), &Letter::PasswordReset { link, expires_at }).await.map(drop)
        }
    }
}

/// The letter to a new person, with the way to set up their account.
pub(super) async fn send_set_up_link(
    tx: &Tx,
    person: &Person,
    org: Option<Id<Organization>>,
    organization: &str,
    life: TimeDelta,
) -> db::Result<Id<AccountLink>> {
    let (link, expires_at) = store::insert_link(tx, person.id, &person.email, Purpose::SetUp, life, org).await?;
    let letter = Letter::AccountSetUp { link, organization: organization.to_owned(), expires_at };
    enqueue(tx, None, &to(person), &letter).await?;
    Ok(link)
}

/// The letter that asks to confirm an address.
pub(super) async fn send_confirmation_link(tx: &Tx, person: &Person) -> db::Result<()> {
    let (link, expires_at) = store::insert_link(tx, person.id, &person.email, Purpose::Confirm, CONFIRM_LIFE, None).await?;
    enqueue(tx, None, &to(person), &Letter::EmailConfirmation { link, expires_at }).await.map(drop)
}

pub(super) fn to(person: &Person) -> To {
    To { email: person.email.clone(), name: Some(person.name.clone()), language: person.language }
}

/// Spends a reset link for a new password: every session of the person ends, and they are told. `false` when the link
/// died in the meantime.
///
/// # Errors
/// [`Problem::Unavailable`] when the portal is too busy to hash.
pub async fn reset(db: &Db, hashing: &Hashing, found: &Found, password: &Password, language: Lang) -> Result<bool, Problem> {
    let hash = hashing.hash(password).await?;
    // The link is the proof, and there is no session: only the portal can do it.
    let tx = db.as_system().write().await?;
    if !store::spend_link(&tx, found.link, Purpose::Reset).await? {
        return Ok(false);
    }
    store::set_password(&tx, found.user, &hash, true).await?;
    store::end_links(&tx, found.user).await?;
    end_sessions_of(&tx, found.user, None).await?;
    let to = To { email: found.email.clone(), name: Some(found.name.clone()), language };
    enqueue(&tx, None, &to, &Letter::PasswordChanged {}).await?;
    audit::record(&tx, Event::new(Kind::PasswordChanged).by(Some(found.user), None)).await?;
    tx.commit().await?;
    Ok(true)
}

/// Spends a set-up link: the person chooses name and password, their address is confirmed by having come, and they take
/// the membership that they were offered with it. `false` when the link died in the meantime.
///
/// # Errors
/// [`Problem::Unavailable`] when the portal is too busy to hash.
pub async fn set_up(db: &Db, hashing: &Hashing, found: &Found, name: &Name, password: &Password, language: Lang) -> Result<bool, Problem> {
    let hash = hashing.hash(password).await?;
    // The link is the proof, and there is no session: only the portal can do it.
    let tx = db.as_system().write().await?;
    if !store::spend_link(&tx, found.link, Purpose::SetUp).await? {
        return Ok(false);
    }
    store::set_password(&tx, found.user, &hash, true).await?;
    store::set_profile(&tx, found.user, name, language, None).await?;
    store::end_links(&tx, found.user).await?;
    end_sessions_of(&tx, found.user, None).await?;
    let joined = match found.org {
        Some(org) => offers::take(&tx, found.user, org).await?,
        None => None,
    };
    let org = match &joined {
        Some(offer) => Some(offer.org),
        None => store::find_first_organization(tx.pg(), found.user).await?.map(|(org, _)| org),
    };
    let event = Event::new(Kind::AccountSetUp).by(Some(found.user), org).with(serde_json::json!({ "person": name.as_str() }));
    audit::record(&tx, event).await?;
    if let Some(offer) = &joined {
        audit::record(&tx, offers::joined(offer, name.as_str())).await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// Spends a confirmation link for somebody who is signed in as the person it was sent to, or has just signed in: the link
/// alone is not enough, because whoever registered with another's address must not have it confirmed by them (AB-18).
/// `false` when the link died in the meantime.
///
/// # Errors
/// As every query.
pub async fn confirm(db: &Db, found: &Found) -> Result<bool, Problem> {
    // The session may be of the moment, so it is not the request's yet.
    let tx = db.as_system().write().await?;
    if !store::spend_link(&tx, found.link, Purpose::Confirm).await? {
        return Ok(false);
    }
    if store::confirm(&tx, found.user).await? {
        let org = store::find_first_organization(tx.pg(), found.user).await?.map(|(org, _)| org);
        audit::record(&tx, Event::new(Kind::EmailConfirmed).by(Some(found.user), org)).await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// Sends the confirmation link again to somebody who is signed in and has not confirmed their address.
///
/// # Errors
/// [`Problem::TooMany`] beyond a handful in an hour.
pub async fn send_confirmation(db: &Db, email: &str) -> Result<(), Problem> {
    let Ok(email) = Email::parse(email) else { return Err(Problem::NotFound) };
    // Only the portal makes links and letters to people.
    let tx = db.as_system().write().await?;
    let asked = store::count(&tx, &format!("confirm {}", audit::digest(email.as_str())), WINDOW).await?;
    if asked > PER_RECIPIENT {
        return Err(Problem::TooMany);
    }
    if let Some(person) = store::find_person(tx.pg(), &email).await?.filter(|person| !person.confirmed) {
        send_confirmation_link(&tx, &person).await?;
    }
    Ok(tx.commit().await?)
}
