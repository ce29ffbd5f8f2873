//! The operator's part: uploads a file, lets it be imported, or throws it away.

use futures_util::{Stream, StreamExt};
use serde_json::json;

use crate::{
    access::{May, proofs::Operate},
    audit::{self, Event, Kind},
    db::Db,
    ids::{Id, SubscriptionImport},
    problem::Problem,
    subscriptions::{
        import::Stage,
        sheet::{Encoding, MAX_BYTES, Row, Sheet, Unreadable},
        store,
    },
    values::Name,
};

/// Rows that are kept in memory before they are written down.
const BATCH: usize = 500;
/// Imports that may be under way at once.
pub const MOST_UNDER_WAY: i64 = 5;

/// Takes a file in as it comes, row by row, in bounded memory; nothing of it is imported. Its rows are checked afterwards.
/// A file that cannot be read leaves nothing behind; the rest of it is let through unread, so that the answer arrives.
///
/// # Errors
/// 409 when too many imports are under way; 413 beyond [`MAX_BYTES`]; whatever breaks off the stream.
pub async fn upload<B: AsRef<[u8]>>(
    db: &Db,
    may: &May<Operate>,
    file: &Name,
    mut pieces: impl Stream<Item = Result<B, Problem>> + Unpin,
) -> Result<Result<Id<SubscriptionImport>, Unreadable>, Problem> {
    let id = Id::new();
    let tx = db.write().await?;
    if store::count_under_way(tx.pg()).await? >= MOST_UNDER_WAY {
        return Err(Problem::Conflict("subscriptions-busy-text"));
    }
    store::begin_import(&tx, id, file.as_str(), may.user()).await?;
    tx.commit().await?;

    let outcome = take_in(db, id, &mut pieces).await;
    if !matches!(outcome, Ok(Ok(_))) {
        let tx = db.write().await?;
        store::forget_import(&tx, id).await?;
        tx.commit().await?;
    }
    if let Ok(Err(_)) = &outcome {
        while let Some(Ok(_)) = pieces.next().await {}
    }
    let (bytes, encoding) = match outcome? {
        Ok(read) => read,
        Err(unreadable) => return Ok(Err(unreadable)),
    };
    let tx = db.write().await?;
    if !store::finish_reading(&tx, id, i64::try_from(bytes).unwrap_or(i64::MAX), encoding).await? {
        return Err(Problem::Conflict("subscriptions-broken-off-text"));
    }
    tx.commit().await?;
    Ok(Ok(id))
}

async fn take_in<B: AsRef<[u8]>>(
    db: &Db,
    id: Id<SubscriptionImport>,
    pieces: &mut (impl Stream<Item = Result<B, Problem>> + Unpin),
) -> Result<Result<(u64, Encoding), Unreadable>, Problem> {
    let (mut sheet, mut rows, mut bytes) = (Sheet::default(), Vec::with_capacity(BATCH), 0_u64);
    while let Some(piece) = pieces.next().await {
        let piece = piece?;
        bytes += piece.as_ref().len() as u64;
        if bytes > MAX_BYTES {
            return Err(Problem::TooLarge);
        }
        // A piece may be large: its rows are written down before the next part of it is read.
        for part in piece.as_ref().chunks(16 * 1024) {
            if let Err(unreadable) = sheet.push(part, &mut rows) {
                return Ok(Err(unreadable));
            }
            if rows.len() >= BATCH {
                write_down(db, id, &mut rows).await?;
            }
        }
    }
    let encoding = match sheet.finish(&mut rows) {
        Ok(encoding) => encoding,
        Err(unreadable) => return Ok(Err(unreadable)),
    };
    write_down(db, id, &mut rows).await?;
    Ok(Ok((bytes, encoding)))
}

async fn write_down(db: &Db, id: Id<SubscriptionImport>, rows: &mut Vec<Row>) -> Result<(), Problem> {
    if rows.is_empty() {
        return Ok(());
    }
    let tx = db.write().await?;
    if !store::add_rows(&tx, id, rows).await? {
        return Err(Problem::Conflict("subscriptions-broken-off-text"));
    }
    tx.commit().await?;
    rows.clear();
    Ok(())
}

/// Lets the new and changed rows of a checked file be imported. Pressing the button again changes nothing.
///
/// # Errors
/// 404 when there is none of that id; 409 when it is not ready, or nothing in it is new or changed.
pub async fn confirm(db: &Db, may: &May<Operate>, id: Id<SubscriptionImport>) -> Result<(), Problem> {
    let tx = db.write().await?;
    let import = store::lock_import(&tx, id).await?.ok_or(Problem::NotFound)?;
    if import.is_confirmed() {
        return Ok(());
    }
    if !import.can_be_confirmed() {
        return Err(Problem::Conflict("subscriptions-not-ready-text"));
    }
    store::confirm_import(&tx, &import, may.user()).await?;
    let details = json!({ "file": import.file, "count": import.tally.to_import() });
    audit::record(&tx, Event::new(Kind::ImportConfirmed).with(details)).await?;
    tx.commit().await?;
    Ok(())
}

/// Throws away a checked file, of which nothing was imported, or one that the portal gave up; what was imported of that stays.
///
/// # Errors
/// 404 when there is none of that id; 409 when it is being worked on, or was imported.
pub async fn withdraw(db: &Db, _: &May<Operate>, id: Id<SubscriptionImport>) -> Result<(), Problem> {
    let tx = db.write().await?;
    let import = store::lock_import(&tx, id).await?.ok_or(Problem::NotFound)?;
    match import.stage {
        Stage::Withdrawn => return Ok(()),
        Stage::Ready | Stage::Failed => store::withdraw_import(&tx, id).await?,
        _ => return Err(Problem::Conflict("subscriptions-not-ready-text")),
    }
    tx.commit().await?;
    Ok(())
}
