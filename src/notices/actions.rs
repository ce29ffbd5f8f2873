//! What people do with mail.

use serde_json::json;

use super::{
    outbox::{Hindrance, State},
    store,
};
use crate::{
    access::{May, proofs::Operate},
    audit::{self, Event, Kind},
    db::Db,
    ids::{Id, Letter},
    problem::Problem,
};

/// Lets a letter that was given up be tried anew, as if for the first time.
///
/// # Errors
/// [`Problem::NotFound`]; [`Problem::Conflict`] when it was not given up, or no longer is.
pub async fn retry(db: &Db, _operator: &May<Operate>, id: Id<Letter>) -> Result<(), Problem> {
    let tx = db.write().await?;
    let (state, recipient) = store::lock_state(&tx, id).await?.ok_or(Problem::NotFound)?;
    if state != State::Dead {
        return Err(Problem::Conflict("notices-retry-not-dead"));
    }
    store::requeue(&tx, id).await?;
    audit::record(&tx, Event::new(Kind::MailRetried).with(json!({ "recipient": recipient }))).await?;
    tx.commit().await?;
    Ok(())
}

/// Notes that a letter which a mail server had taken came back later, to the mailbox that the portal sends from. If it carried an invitation,
/// or reminded of one, whoever passed that on sees it (UX-44): then the answer is `true`.
///
/// # Errors
/// [`Problem::NotFound`]; [`Problem::Conflict`] when it was not sent, or has come back already.
pub async fn give_back(db: &Db, _operator: &May<Operate>, id: Id<Letter>) -> Result<bool, Problem> {
    let tx = db.write().await?;
    let (state, recipient) = store::lock_state(&tx, id).await?.ok_or(Problem::NotFound)?;
    if state != State::Sent {
        return Err(Problem::Conflict("notices-return-not-sent"));
    }
    store::bury(&tx, id, Hindrance::Returned).await?;
    audit::record(&tx, Event::new(Kind::MailReturned).with(json!({ "recipient": recipient }))).await?;
    let concerns = store::is_of_invitation(&tx, id).await?;
    tx.commit().await?;
    Ok(concerns)
}
