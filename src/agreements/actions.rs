//! Publishing a version.

use chrono_tz::Tz;
use serde_json::json;

use super::{Publication, name, store};
use crate::{
    access::{May, proofs::Operate},
    audit::{self, Event, Kind},
    db::Db,
    problem::Problem,
};

/// Publishes a version of the customer agreement in all its languages; returns its name. It is never changed afterwards: a
/// mistake is mended by the next version (D17). At once means at the database's clock (D8).
///
/// # Errors
/// [`Problem::Conflict`] when somebody else publishes one at the same moment.
pub async fn publish(db: &Db, may: &May<Operate>, publication: &Publication, zone: Tz) -> Result<String, Problem> {
    let tx = db.write().await?;
    // A day that was chosen and has come in the meantime begins now: nothing is accepted before it is published.
    let from = publication.from.map_or(tx.now(), |from| from.max(tx.now()));
    let taken = store::list_names(tx.pg()).await?;
    let version = name(from, zone, &taken).ok_or(Problem::Conflict("agreements-conflict"))?;
    if !store::insert(&tx, &version, from, publication, may.user()).await? {
        return Err(Problem::Conflict("agreements-conflict"));
    }
    audit::record(&tx, Event::new(Kind::AgreementPublished).with(json!({ "version": version, "from": from }))).await?;
    tx.commit().await?;
    Ok(version)
}
