//! What is done with the trail itself: looking through its chains, and taking lists out of the portal.

use serde_json::json;
use uuid::Uuid;

use super::{Event, Kind, Verification, store};
use crate::{
    access::{May, proofs::Review},
    db::{Db, Result, Timestamp},
    ids::{Id, User},
    problem::Problem,
};

/// How many entries are looked through in one step, and how many chains at most: a step is a short transaction of its own.
const STEP: i64 = 20_000;
const CHAINS: i64 = 500;

/// Looks through every chain of the trail and keeps what was found (UX-48). What is written meanwhile is left to the next time.
///
/// # Errors
/// None but faults of ours.
pub async fn verify(db: &Db, may: &May<Review>) -> Result<Verification, Problem> {
    let found = look_through(db).await?;
    let tx = db.write().await?;
    store::save_verification(&tx, &found, Some(may.user())).await?;
    let facts = json!({ "entries": found.entries, "breaks": found.breaks.len() });
    super::record(&tx, Event::new(Kind::TrailVerified).with(facts)).await?;
    tx.commit().await?;
    Ok(found)
}

/// The same by the portal itself.
pub(super) async fn verify_by_night(db: &Db) -> Result<Verification, Problem> {
    let found = look_through(db).await?;
    let tx = db.write().await?;
    store::save_verification(&tx, &found, None::<Id<User>>).await?;
    let facts = json!({ "entries": found.entries, "breaks": found.breaks.len() });
    super::record(&tx, Event::new(Kind::TrailVerified).by(None, None).with(facts)).await?;
    tx.commit().await?;
    Ok(found)
}

async fn look_through(db: &Db) -> Result<Verification> {
    let begin = db.view().await?;
    let (at, up_to) = (begin.now(), store::newest_entry(begin.pg()).await?);
    drop(begin);
    let mut found = Verification { at, up_to, entries: 0, chains: 0, breaks: Vec::new() };
    let mut last = None;
    loop {
        let view = db.view().await?;
        let heads = store::list_heads(view.pg(), last, CHAINS).await?;
        drop(view);
        let Some((chain, _)) = heads.last() else { break };
        last = Some(*chain);
        found.chains += i64::try_from(heads.len()).unwrap_or(i64::MAX);
        found.entries += heads.iter().map(|(_, length)| length).sum::<i64>();
        for (chains, length) in steps(&heads) {
            let mut low = 1;
            while low <= length {
                let view = db.view().await?;
                found.breaks.extend(store::list_breaks(view.pg(), &chains, low, low + STEP - 1).await?);
                low += STEP;
            }
        }
    }
    // A chain that breaks early breaks in later steps as well: its first place counts.
    found.breaks.sort_by_key(|one| (one.chain, one.seq));
    found.breaks.dedup_by_key(|one| one.chain);
    Ok(found)
}

/// Chains that are looked through together, few entries at a time, and the length of the longest.
fn steps(heads: &[(Uuid, i64)]) -> Vec<(Vec<Uuid>, i64)> {
    let mut steps: Vec<(Vec<Uuid>, i64, i64)> = Vec::new();
    for (chain, length) in heads {
        match steps.last_mut() {
            Some((chains, longest, sum)) if *sum + length <= STEP => {
                chains.push(*chain);
                *longest = (*longest).max(*length);
                *sum += length;
            }
            _ => steps.push((vec![*chain], *length, *length)),
        }
    }
    steps.into_iter().map(|(chains, longest, _)| (chains, longest)).collect()
}

/// Records that a list leaves the portal as a file, before the first line of it does; returns the moment up to which the
/// file tells.
///
/// # Errors
/// None but faults of ours; then nothing is handed out.
pub async fn begin_export(db: &Db, _: &May<Review>, list: &'static str, filters: &str) -> Result<Timestamp, Problem> {
    let tx = db.write().await?;
    super::record(&tx, Event::new(Kind::ListExported).with(json!({ "list": list, "filters": filters }))).await?;
    let now = tx.now();
    tx.commit().await?;
    Ok(now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_chains_are_looked_through_together_and_a_long_one_alone() {
        let chain = Uuid::from_u128;
        let steps = steps(&[(chain(1), 5), (chain(2), 10), (chain(3), STEP * 3), (chain(4), 1), (chain(5), STEP)]);
        assert_eq!(steps, [(vec![chain(1), chain(2)], 10), (vec![chain(3)], STEP * 3), (vec![chain(4)], 1), (vec![chain(5)], STEP)]);
        assert!(super::steps(&[]).is_empty());
    }
}
