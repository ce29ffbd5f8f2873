//! The portal's part: checks the rows of a file, batch by batch, and imports them once that was confirmed.

use std::collections::HashMap;

use serde_json::json;

use crate::{
    audit::{self, Event, Kind},
    db::{Db, Result, Tx},
    ids::{Id, SubscriptionImport},
    problem::Problem,
    services,
    subscriptions::{
        entry::{Entry, Facts},
        findings::Verdict,
        import::{Import, Stage},
        store::{self, Judged, Line},
    },
};

/// Rows of one batch: one transaction, and all that is ever in memory.
const BATCH: usize = 500;
/// So often one batch may fail, one time after the other, before its import is given up.
const MOST_FAILURES: i32 = 5;

/// Works off one batch of one import. Both verdicts and subscriptions of a batch are written in one transaction with how far
/// the work has come: after a crash it goes on where it was. The verdict is found again when the row is imported, so that
/// what changed since the dry run counts. An import whose batch fails stands back behind the others, and is given up in the end.
pub(crate) async fn work_off(db: &Db) -> Result<usize, Problem> {
    let db = db.as_system();
    let tx = db.write().await?;
    let Some(import) = store::claim_import(&tx).await? else { return Ok(0) };
    let id = import.id;
    let outcome = work_on(tx, import).await;
    match &outcome {
        // A database that is away is not the fault of a file.
        Ok(_) | Err(Problem::Unavailable(_)) => {}
        Err(_) => set_back(&db, id).await?,
    }
    outcome
}

/// A batch of an import failed, and nothing of it was written.
async fn set_back(db: &Db, id: Id<SubscriptionImport>) -> Result<(), Problem> {
    let tx = db.write().await?;
    let Some(failures) = store::count_failure(&tx, id).await? else { return Ok(()) };
    if failures >= MOST_FAILURES {
        let import = store::find_import(tx.pg(), id).await?.ok_or(Problem::NotFound)?;
        store::give_up_import(&tx, id).await?;
        let details = json!({ "file": import.file, "count": import.imported() });
        audit::record(&tx, Event::new(Kind::ImportFailed).with(details)).await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn work_on(tx: Tx, mut import: Import) -> Result<usize, Problem> {
    let importing = import.stage == Stage::Importing;
    let verdicts: &[Verdict] = if importing { &[Verdict::New, Verdict::Changed] } else { &[] };
    let limit = i64::try_from(BATCH).unwrap_or(i64::MAX);
    let lines = store::list_lines_after(tx.pg(), import.id, import.at_row, verdicts, limit).await?;
    let (judged, facts) = judge(&tx, &import, &lines, importing).await?;
    if importing {
        store::save_facts(&tx, &facts).await?;
    }
    store::save_lines(&tx, import.id, &judged).await?;
    go_on(&mut import, &lines, &judged);
    if lines.len() < BATCH {
        finish(&tx, &mut import);
    }
    store::save_progress(&tx, &import).await?;
    if import.stage == Stage::Done {
        let details = json!({ "file": import.file, "count": import.worked });
        audit::record(&tx, Event::new(Kind::ImportDone).with(details)).await?;
    }
    tx.commit().await?;
    // The end of an import is work as well, even if no row was left.
    Ok(lines.len().max(1))
}

/// Throws away the uploads that broke off.
pub(crate) async fn sweep(db: &Db) -> Result<usize, Problem> {
    let db = db.as_system();
    let tx = db.write().await?;
    let gone = store::forget_broken_off(&tx).await?;
    tx.commit().await?;
    Ok(gone)
}

/// The verdict on each row, and what is to be written of those that are right. When they are to be imported, the
/// relationships that they are bought through are held first: whoever removes one waits, and sees them (D19).
async fn judge(tx: &Tx, import: &Import, lines: &[Line], importing: bool) -> Result<(Vec<Judged>, Vec<Facts>)> {
    let catalogue = services::list(tx.pg()).await?;
    let mut entries: Vec<(&Line, Result<Entry, _>)> = Vec::with_capacity(lines.len());
    for line in lines {
        // What is wrong with its shape was found when it came in.
        let shape = line.findings().faults;
        let spoilt = line.verdict == Some(Verdict::Wrong) && !shape.is_empty();
        entries.push((line, if spoilt { Err(shape) } else { Entry::parse(&line.cells, &catalogue) }));
    }
    let named: Vec<&Entry> = entries.iter().filter_map(|(_, entry)| entry.as_ref().ok()).collect();
    let mut known = store::look_up(tx.pg(), &named).await?;
    known.duplicates = duplicates(tx, import, lines).await?;
    let told: Vec<_> = entries.into_iter().map(|(line, entry)| (line, known.judge(entry, line.line))).collect();
    let mut facts: Vec<Facts> = Vec::new();
    let mut judged = Vec::with_capacity(told.len());
    for (line, (verdict, findings, fact)) in told {
        let imported = importing && fact.is_some();
        facts.extend(fact);
        judged.push(Judged { number: line.number, verdict, findings, imported });
    }
    if importing {
        store::hold_relationships(tx, &facts).await?;
    }
    Ok((judged, facts))
}

async fn duplicates(tx: &Tx, import: &Import, lines: &[Line]) -> Result<HashMap<(String, i32), i32>> {
    let mut ids: Vec<&str> = lines.iter().map(|line| line.external_id.as_str()).filter(|id| !id.is_empty()).collect();
    ids.sort_unstable();
    ids.dedup();
    let doubled = store::list_duplicates(tx.pg(), import.id, &ids).await?;
    let doubled: HashMap<&str, (i32, i32)> = doubled.iter().map(|(id, first, last)| (id.as_str(), (*first, *last))).collect();
    let other = |line: &Line| {
        let (first, last) = *doubled.get(line.external_id.as_str())?;
        Some(((line.external_id.clone(), line.line), if line.line == first { last } else { first }))
    };
    Ok(lines.iter().filter_map(other).collect())
}

fn go_on(import: &mut Import, lines: &[Line], judged: &[Judged]) {
    let importing = import.stage == Stage::Importing;
    for (line, now) in lines.iter().zip(judged) {
        // A row gets its first verdict when it is checked, even if its shape was found wrong before.
        import.tally.judge(line.verdict.filter(|_| importing), now.verdict);
    }
    import.at_row = lines.last().map_or(import.at_row, |line| line.number);
    import.worked += i32::try_from(lines.len()).unwrap_or(i32::MAX);
}

fn finish(tx: &Tx, import: &mut Import) {
    match import.stage {
        Stage::Checking => import.stage = Stage::Ready,
        Stage::Importing => {
            import.stage = Stage::Done;
            import.finished_at = Some(tx.now());
        }
        Stage::Reading | Stage::Ready | Stage::Done | Stage::Failed | Stage::Withdrawn => {}
    }
}
