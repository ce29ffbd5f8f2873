//! Rows of `subscription_imports` and `subscription_import_rows`: the uploads and what was found about them.

use chrono::TimeDelta;
use diesel::{
    OptionalExtension,
    dsl::{max, min},
    prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl, Queryable},
    upsert::excluded,
};
use diesel_async::RunQueryDsl;

use crate::{
    db::{
        Cursor, Error, Keyset, PAGE_SIZE, Pg, Result, Timestamp, Tx, paged,
        schema::{subscription_import_rows, subscription_imports, users},
    },
    ids::{Id, SubscriptionImport, User},
    subscriptions::{
        entry::plain,
        findings::{Findings, Verdict},
        import::{Import, Stage, Tally},
        sheet::{Encoding, Row},
    },
};

diesel::alias!(users as confirmers: Confirmers);

type Columns = (
    (Id<SubscriptionImport>, String, Stage, Encoding, i64),
    (i32, i32, i32, i32),
    (i32, i32, i32, i32),
    (Timestamp, Option<Timestamp>, Option<Timestamp>),
    String,
    Option<String>,
);

fn read(columns: Columns) -> Import {
    let ((id, file, stage, encoding, bytes), (rows, at_row, worked, to_import), counts, times, uploaded_by, confirmer) = columns;
    let (new, changed, unchanged, wrong) = counts;
    let (uploaded_at, confirmed_at, finished_at) = times;
    Import {
        id,
        file,
        stage,
        encoding,
        bytes,
        rows,
        at_row,
        worked,
        to_import,
        tally: Tally { new, changed, unchanged, wrong },
        uploaded_by,
        uploaded_at,
        confirmed: confirmer.zip(confirmed_at),
        finished_at,
    }
}

/// Imports with the names of those who uploaded and confirmed them.
macro_rules! joined {
    () => {
        subscription_imports::table
            .inner_join(users::table.on(users::id.eq(subscription_imports::uploaded_by)))
            .left_join(confirmers.on(confirmers.field(users::id).nullable().eq(subscription_imports::confirmed_by)))
            .select((
                (
                    subscription_imports::id,
                    subscription_imports::file_name,
                    subscription_imports::state,
                    subscription_imports::encoding,
                    subscription_imports::bytes,
                ),
                (
                    subscription_imports::row_count,
                    subscription_imports::at_row,
                    subscription_imports::worked,
                    subscription_imports::to_import,
                ),
                (
                    subscription_imports::new_rows,
                    subscription_imports::changed_rows,
                    subscription_imports::unchanged_rows,
                    subscription_imports::wrong_rows,
                ),
                (subscription_imports::uploaded_at, subscription_imports::confirmed_at, subscription_imports::finished_at),
                users::name,
                confirmers.field(users::name).nullable(),
            ))
    };
}

pub(in crate::subscriptions) async fn find_import(mut pg: &Pg, id: Id<SubscriptionImport>) -> Result<Option<Import>> {
    Ok(joined!().filter(subscription_imports::id.eq(id)).first::<Columns>(&mut pg).await.optional()?.map(read))
}

/// A page of the imports, the newest first. One that is still coming in belongs to whoever is sending it.
pub(in crate::subscriptions) async fn list_imports(mut pg: &Pg, cursor: Option<&Cursor<Timestamp>>) -> Result<Keyset<Import>> {
    let query = joined!().filter(subscription_imports::state.ne(Stage::Reading)).into_boxed();
    let rows = paged!(query, cursor, desc(subscription_imports::uploaded_at, subscription_imports::id)).load::<Columns>(&mut pg).await?;
    Ok(Keyset::new(rows.into_iter().map(read).collect(), cursor, |import: &Import| (import.uploaded_at, import.id.uuid())))
}

pub(in crate::subscriptions) async fn begin_import(tx: &Tx, id: Id<SubscriptionImport>, file: &str, by: Id<User>) -> Result<()> {
    diesel::insert_into(subscription_imports::table)
        .values((
            subscription_imports::id.eq(id.uuid()),
            subscription_imports::file_name.eq(file),
            subscription_imports::uploaded_by.eq(by.uuid()),
            subscription_imports::uploaded_at.eq(tx.now()),
            subscription_imports::touched_at.eq(tx.now()),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// How many imports are under way.
pub(in crate::subscriptions) async fn count_under_way(mut pg: &Pg) -> Result<i64> {
    Ok(subscription_imports::table
        .filter(subscription_imports::state.eq_any([Stage::Reading, Stage::Checking, Stage::Importing]))
        .count()
        .get_result(&mut pg)
        .await?)
}

/// Adds rows of a file that is coming in. `false` when the import has been thrown away meanwhile.
pub(in crate::subscriptions) async fn add_rows(tx: &Tx, id: Id<SubscriptionImport>, rows: &[Row]) -> Result<bool> {
    let found = diesel::update(subscription_imports::table.find(id))
        .set((subscription_imports::touched_at.eq(tx.now()), subscription_imports::row_count.eq(rows.last().map_or(0, |row| row.number))))
        .execute(&mut tx.pg())
        .await?;
    if found == 0 {
        return Ok(false);
    }
    let mut values = Vec::with_capacity(rows.len());
    for row in rows {
        let verdict = (!row.faults.is_empty()).then_some(Verdict::Wrong.key());
        // As the row is read later on: two spellings of one id are the same id.
        let external_id: String = row.cells.as_slice().first().map(|cell| plain(cell).chars().take(100).collect()).unwrap_or_default();
        values.push((
            subscription_import_rows::import_id.eq(id.uuid()),
            subscription_import_rows::number.eq(row.number),
            subscription_import_rows::line.eq(row.line),
            subscription_import_rows::external_id.eq(external_id),
            subscription_import_rows::cells.eq(&row.cells),
            subscription_import_rows::verdict.eq(verdict),
            subscription_import_rows::findings.eq(json(&Findings::wrong(row.faults.clone()))?),
        ));
    }
    diesel::insert_into(subscription_import_rows::table).values(values).execute(&mut tx.pg()).await?;
    Ok(true)
}

fn json(findings: &Findings) -> Result<serde_json::Value> {
    serde_json::to_value(findings).map_err(|error| Error::Query(diesel::result::Error::SerializationError(Box::new(error))))
}

/// The whole file is there: its rows are to be checked.
pub(in crate::subscriptions) async fn finish_reading(tx: &Tx, id: Id<SubscriptionImport>, bytes: i64, encoding: Encoding) -> Result<bool> {
    let reading = subscription_imports::table.find(id).filter(subscription_imports::state.eq(Stage::Reading));
    let found = diesel::update(reading)
        .set((
            subscription_imports::state.eq(Stage::Checking.key()),
            subscription_imports::bytes.eq(bytes),
            subscription_imports::encoding.eq(encoding.key()),
            subscription_imports::touched_at.eq(tx.now()),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(found > 0)
}

/// Forgets an import with its rows: nothing of it was ever imported.
pub(in crate::subscriptions) async fn forget_import(tx: &Tx, id: Id<SubscriptionImport>) -> Result<()> {
    diesel::delete(subscription_imports::table.find(id)).execute(&mut tx.pg()).await?;
    Ok(())
}

/// How long nothing may come in of a file before it counts as broken off.
const BROKEN_OFF: TimeDelta = TimeDelta::minutes(30);

/// Forgets the uploads that broke off when the portal, or a connection, died.
pub(in crate::subscriptions) async fn forget_broken_off(tx: &Tx) -> Result<usize> {
    let stale = subscription_imports::table
        .filter(subscription_imports::state.eq(Stage::Reading))
        .filter(subscription_imports::touched_at.lt(tx.now() - BROKEN_OFF));
    Ok(diesel::delete(stale).execute(&mut tx.pg()).await?)
}

/// Locks an import for whoever confirms or withdraws it.
pub(in crate::subscriptions) async fn lock_import(tx: &Tx, id: Id<SubscriptionImport>) -> Result<Option<Import>> {
    let locked = subscription_imports::table
        .find(id)
        .select(subscription_imports::id)
        .for_update()
        .first::<uuid::Uuid>(&mut tx.pg())
        .await
        .optional()?;
    match locked {
        Some(_) => find_import(tx.pg(), id).await,
        None => Ok(None),
    }
}

/// Locks the oldest import with work that nobody else is doing; a worker that dies lets go of it. One whose last batch failed comes
/// after those that go well.
pub(in crate::subscriptions) async fn claim_import(tx: &Tx) -> Result<Option<Import>> {
    let claimed = subscription_imports::table
        .filter(subscription_imports::state.eq_any([Stage::Checking, Stage::Importing]))
        .order((subscription_imports::failures, subscription_imports::uploaded_at, subscription_imports::id))
        .select(subscription_imports::id)
        .for_update()
        .skip_locked()
        .first::<uuid::Uuid>(&mut tx.pg())
        .await
        .optional()?;
    match claimed {
        Some(id) => find_import(tx.pg(), id.into()).await,
        None => Ok(None),
    }
}

pub(in crate::subscriptions) async fn confirm_import(tx: &Tx, import: &Import, by: Id<User>) -> Result<()> {
    diesel::update(subscription_imports::table.find(import.id))
        .set((
            subscription_imports::state.eq(Stage::Importing.key()),
            subscription_imports::at_row.eq(0),
            subscription_imports::worked.eq(0),
            subscription_imports::to_import.eq(import.tally.to_import()),
            subscription_imports::confirmed_by.eq(by.uuid()),
            subscription_imports::confirmed_at.eq(tx.now()),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// Writes that an import was thrown away; its rows go.
pub(in crate::subscriptions) async fn withdraw_import(tx: &Tx, id: Id<SubscriptionImport>) -> Result<()> {
    diesel::delete(subscription_import_rows::table.filter(subscription_import_rows::import_id.eq(id.uuid()))).execute(&mut tx.pg()).await?;
    diesel::update(subscription_imports::table.find(id))
        .set((subscription_imports::state.eq(Stage::Withdrawn.key()), subscription_imports::finished_at.eq(tx.now())))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// Counts a batch that failed: how many did so one after the other. `None` when there is nothing to work on any more.
pub(in crate::subscriptions) async fn count_failure(tx: &Tx, id: Id<SubscriptionImport>) -> Result<Option<i32>> {
    let at_work = subscription_imports::table
        .filter(subscription_imports::id.eq(id.uuid()))
        .filter(subscription_imports::state.eq_any([Stage::Checking, Stage::Importing]));
    Ok(diesel::update(at_work)
        .set(subscription_imports::failures.eq(subscription_imports::failures + 1))
        .returning(subscription_imports::failures)
        .get_result(&mut tx.pg())
        .await
        .optional()?)
}

/// Writes that the portal works no more on an import. What was imported of it stays.
pub(in crate::subscriptions) async fn give_up_import(tx: &Tx, id: Id<SubscriptionImport>) -> Result<()> {
    diesel::update(subscription_imports::table.find(id))
        .set((subscription_imports::state.eq(Stage::Failed.key()), subscription_imports::finished_at.eq(tx.now())))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// How far the work has come after a batch, and whether that was the last one.
pub(in crate::subscriptions) async fn save_progress(tx: &Tx, import: &Import) -> Result<()> {
    diesel::update(subscription_imports::table.find(import.id))
        .set((
            subscription_imports::state.eq(import.stage.key()),
            subscription_imports::at_row.eq(import.at_row),
            subscription_imports::failures.eq(0),
            subscription_imports::worked.eq(import.worked),
            subscription_imports::new_rows.eq(import.tally.new),
            subscription_imports::changed_rows.eq(import.tally.changed),
            subscription_imports::unchanged_rows.eq(import.tally.unchanged),
            subscription_imports::wrong_rows.eq(import.tally.wrong),
            subscription_imports::touched_at.eq(tx.now()),
            subscription_imports::finished_at.eq(import.finished_at),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// A row of an import and what was found about it.
#[derive(Debug, Clone, Queryable)]
pub(in crate::subscriptions) struct Line {
    pub number: i32,
    pub line: i32,
    pub external_id: String,
    pub cells: Vec<String>,
    pub verdict: Option<Verdict>,
    findings: serde_json::Value,
    pub imported: bool,
}

impl Line {
    pub fn findings(&self) -> Findings {
        serde_json::from_value(self.findings.clone()).unwrap_or_default()
    }

    /// What stands in a column of the file.
    pub fn cell(&self, column: &str) -> &str {
        let at = crate::subscriptions::sheet::COLUMNS.iter().position(|known| *known == column);
        at.and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }
}

macro_rules! line {
    () => {
        (
            subscription_import_rows::number,
            subscription_import_rows::line,
            subscription_import_rows::external_id,
            subscription_import_rows::cells,
            subscription_import_rows::verdict.nullable(),
            subscription_import_rows::findings,
            subscription_import_rows::imported,
        )
    };
}

/// The next rows of a file after one of them: all of them, or those of some verdicts.
pub(in crate::subscriptions) async fn list_lines_after(
    mut pg: &Pg,
    id: Id<SubscriptionImport>,
    after: i32,
    verdicts: &[Verdict],
    limit: i64,
) -> Result<Vec<Line>> {
    let mut query = subscription_import_rows::table
        .filter(subscription_import_rows::import_id.eq(id.uuid()))
        .filter(subscription_import_rows::number.gt(after))
        .into_boxed();
    if !verdicts.is_empty() {
        query = query.filter(subscription_import_rows::verdict.eq_any(verdicts.iter().map(|verdict| verdict.key())));
    }
    Ok(query.order(subscription_import_rows::number).limit(limit).select(line!()).load(&mut pg).await?)
}

/// A page of the rows of a file, of one verdict or of all.
pub(in crate::subscriptions) async fn list_lines(
    mut pg: &Pg,
    id: Id<SubscriptionImport>,
    verdict: Option<Verdict>,
    cursor: Option<&Cursor<i32>>,
) -> Result<Keyset<Line>> {
    let mut query = subscription_import_rows::table.filter(subscription_import_rows::import_id.eq(id.uuid())).select(line!()).into_boxed();
    if let Some(verdict) = verdict {
        query = query.filter(subscription_import_rows::verdict.eq(verdict.key()));
    }
    query = match cursor {
        None => query.order(subscription_import_rows::number.asc()),
        Some(at) if at.before => query.filter(subscription_import_rows::number.lt(at.key)).order(subscription_import_rows::number.desc()),
        Some(at) => query.filter(subscription_import_rows::number.gt(at.key)).order(subscription_import_rows::number.asc()),
    };
    let rows = query.limit(PAGE_SIZE as i64 + 1).load::<Line>(&mut pg).await?;
    Ok(Keyset::new(rows, cursor, |line: &Line| (line.number, uuid::Uuid::nil())))
}

/// Of some external ids those that stand in more than one row, with the first and the last of the lines.
pub(in crate::subscriptions) async fn list_duplicates(
    mut pg: &Pg,
    id: Id<SubscriptionImport>,
    ids: &[&str],
) -> Result<Vec<(String, i32, i32)>> {
    let found: Vec<(String, Option<i32>, Option<i32>)> = subscription_import_rows::table
        .filter(subscription_import_rows::import_id.eq(id.uuid()))
        .filter(subscription_import_rows::external_id.eq_any(ids))
        .group_by(subscription_import_rows::external_id)
        .having(min(subscription_import_rows::number).ne(max(subscription_import_rows::number)))
        .select((subscription_import_rows::external_id, min(subscription_import_rows::line), max(subscription_import_rows::line)))
        .load(&mut pg)
        .await?;
    Ok(found.into_iter().filter_map(|(id, first, last)| Some((id, first?, last?))).collect())
}

/// What is written about a row.
pub(in crate::subscriptions) struct Judged {
    pub number: i32,
    pub verdict: Verdict,
    pub findings: Findings,
    pub imported: bool,
}

/// Writes what was found about rows, all of them in one statement.
pub(in crate::subscriptions) async fn save_lines(tx: &Tx, id: Id<SubscriptionImport>, judged: &[Judged]) -> Result<()> {
    if judged.is_empty() {
        return Ok(());
    }
    let mut values = Vec::with_capacity(judged.len());
    for row in judged {
        values.push((
            subscription_import_rows::import_id.eq(id.uuid()),
            subscription_import_rows::number.eq(row.number),
            // The row is there; these two are only what the statement must name.
            subscription_import_rows::line.eq(1),
            subscription_import_rows::external_id.eq(""),
            subscription_import_rows::cells.eq(Vec::<String>::new()),
            subscription_import_rows::verdict.eq(row.verdict.key()),
            subscription_import_rows::findings.eq(json(&row.findings)?),
            subscription_import_rows::imported.eq(row.imported),
        ));
    }
    diesel::insert_into(subscription_import_rows::table)
        .values(values)
        .on_conflict((subscription_import_rows::import_id, subscription_import_rows::number))
        .do_update()
        .set((
            subscription_import_rows::verdict.eq(excluded(subscription_import_rows::verdict)),
            subscription_import_rows::findings.eq(excluded(subscription_import_rows::findings)),
            subscription_import_rows::imported.eq(excluded(subscription_import_rows::imported)),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}
