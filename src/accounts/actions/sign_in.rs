//! Signing in and out.

use crate::{
    accounts::{Entrant, Hashing, Password, store},
    audit::{self, Event, Kind},
    db::Db,
    problem::Problem,
    values::Email,
};

/// Attempts to sign in per account and address within [`WINDOW`], and per address over all accounts.
const PER_ACCOUNT: i32 = 10;
const PER_ADDRESS: i32 = 100;
const WINDOW: i32 = 15 * 60;

/// Lets somebody in who knows the password of a live account; `None` when not, whatever the reason (ASVS 6.3.8).
///
/// Attempts are counted per account and address together, so that nobody can lock another out (AB-25).
///
/// # Errors
/// [`Problem::TooMany`] beyond the limit; [`Problem::Unavailable`] when the database or the hashing is too busy.
pub async fn sign_in(db: &Db, hashing: &Hashing, email: &Email, password: &Password, address: &str) -> Result<Option<Entrant>, Problem> {
    let db = db.as_system();
    let tx = db.write().await?;
    let mine = store::count(&tx, &format!("sign-in {address} {}", audit::digest(email.as_str())), WINDOW).await?;
    let all = store::count(&tx, &format!("sign-in {address}"), WINDOW).await?;
    let credentials = store::find_credentials(tx.pg(), email).await?;
    tx.commit().await?;
    if mine > PER_ACCOUNT || all > PER_ADDRESS {
        return Err(Problem::TooMany);
    }
    // No transaction is open while the password is hashed.
    let (user, hash) = match credentials {
        Some(found) if !found.disabled => (Some(found.user), found.password_hash),
        _ => (None, None),
    };
    let right = hashing.matches(password, hash).await?;
    let tx = db.write().await?;
    let Some(user) = user.filter(|_| right) else {
        audit::record(&tx, Event::sign_in_failed(email.as_str())).await?;
        tx.commit().await?;
        return Ok(None);
    };
    let orgs = store::list_organizations_of(tx.pg(), user).await?;
    let org = orgs.first().copied();
    audit::record(&tx, Event::signed_in(user, org)).await?;
    tx.commit().await?;
    Ok(Some(Entrant { user, org, orgs: orgs.len() }))
}

/// Records that the person behind the request signs out; the session's end is the middleware's.
///
/// # Errors
/// As every query.
pub async fn sign_out(db: &Db) -> Result<(), Problem> {
    let tx = db.write().await?;
    audit::record(&tx, Event::new(Kind::SignedOut)).await?;
    Ok(tx.commit().await?)
}
