//! What somebody does with their own account while signed in.

use crate::{
    access::{SignedIn, store as sessions},
    accounts::{Hashing, Password, store},
    audit::{self, Event, Kind},
    db::{Db, SessionKeyHash},
    i18n::Lang,
    ids::{Id, Organization},
    notices::{Letter, To, enqueue},
    problem::Problem,
    values::{Name, Refusal},
};

/// Attempts at the current password within [`WINDOW`].
const ATTEMPTS: i32 = 10;
const WINDOW: i32 = 15 * 60;

/// Changes name, language and time zone.
///
/// # Errors
/// As every query.
pub async fn change_profile(db: &Db, who: &SignedIn, name: &Name, language: Lang, zone: chrono_tz::Tz) -> Result<(), Problem> {
    let tx = db.write().await?;
    store::set_profile(&tx, who.user(), name, language, Some(zone.name())).await?;
    Ok(tx.commit().await?)
}

/// Changes the password of somebody who knows the current one: every other session of theirs ends, and they are told.
///
/// # Errors
/// Inside: the current password is another. Outside: [`Problem::TooMany`] beyond the limit, [`Problem::Unavailable`] when too busy to hash.
pub async fn change_password(
    db: &Db,
    hashing: &Hashing,
    who: &SignedIn,
    here: Option<&SessionKeyHash>,
    current: &Password,
    new: &Password,
) -> Result<Result<(), Refusal>, Problem> {
    let tx = db.write().await?;
    let attempts = store::count(&tx, &format!("password {}", who.user()), WINDOW).await?;
    let hash = store::find_password(tx.pg(), who.user()).await?;
    tx.commit().await?;
    if attempts > ATTEMPTS {
        return Err(Problem::TooMany);
    }
    if !hashing.matches(current, hash).await? {
        return Ok(Err(Refusal::Said("accounts-password-not-current")));
    }
    let hash = hashing.hash(new).await?;
    let tx = db.write().await?;
    store::set_password(&tx, who.user(), &hash, false).await?;
    sessions::end_sessions_of(&tx, who.user(), here).await?;
    let visitor = who.visitor();
    let to = To { email: visitor.email.clone(), name: Some(visitor.name.clone()), language: visitor.language };
    enqueue(&tx, None, &to, &Letter::PasswordChanged {}).await?;
    audit::record(&tx, Event::new(Kind::PasswordChanged)).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Ends another session of the same person, known by the beginning of its key's hash.
///
/// # Errors
/// [`Problem::NotFound`] when there is none (any more).
pub async fn end_session(db: &Db, who: &SignedIn, mark: &str) -> Result<(), Problem> {
    let tx = db.write().await?;
    let all = sessions::list_sessions(tx.pg(), who.user()).await?;
    let session = all.into_iter().find(|session| session.mark() == mark).ok_or(Problem::NotFound)?;
    sessions::end_session(&tx, &session.key_hash).await?;
    audit::record(&tx, Event::new(Kind::SessionEnded)).await?;
    Ok(tx.commit().await?)
}

/// Makes this session act for another organization of the same person.
///
/// # Errors
/// [`Problem::NotFound`] when it is none of theirs.
pub async fn move_to(db: &Db, who: &SignedIn, here: &SessionKeyHash, org: Id<Organization>) -> Result<(), Problem> {
    let tx = db.write().await?;
    if !store::list_organizations_of(tx.pg(), who.user()).await?.contains(&org) {
        return Err(Problem::NotFound);
    }
    sessions::move_session(&tx, here, org).await?;
    Ok(tx.commit().await?)
}
