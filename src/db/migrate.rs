//! Brings the schema up to date, as its owner. Several portals may start at once: one migrates, the others wait.

use diesel::migration::MigrationSource;
use diesel_async::{AsyncMigrationHarness, AsyncPgConnection, SimpleAsyncConnection};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::{Error, Result, pool::establish};

const MIGRATIONS: EmbeddedMigrations = embed_migrations!();

/// Key of the advisory lock that lets one instance migrate at a time.
const LOCK: &str = "select pg_advisory_lock(7160250401)";

/// Runs what has not run yet and returns the names of it.
///
/// # Errors
/// When the database cannot be reached or a migration fails; a failed one leaves nothing behind.
pub async fn up(owner_url: &str) -> Result<Vec<String>> {
    with_harness(owner_url, |harness| {
        let done = harness.run_pending_migrations(MIGRATIONS)?;
        Ok(done.iter().map(ToString::to_string).collect())
    })
    .await
}

/// Takes every migration back. Everything in the database is lost.
///
/// # Errors
/// As [`up`].
pub async fn down(owner_url: &str) -> Result<()> {
    with_harness(owner_url, |harness| harness.revert_all_migrations(MIGRATIONS).map(|_| ())).await
}

/// Which migrations there are, and whether each has run.
///
/// # Errors
/// As [`up`].
pub async fn status(owner_url: &str) -> Result<Vec<(String, bool)>> {
    with_harness(owner_url, |harness| {
        let applied = harness.applied_migrations()?;
        let all = MigrationSource::<diesel::pg::Pg>::migrations(&MIGRATIONS)?;
        Ok(all.iter().map(|migration| (migration.name().to_string(), applied.contains(&migration.name().version().as_owned()))).collect())
    })
    .await
}

type Harness = AsyncMigrationHarness<AsyncPgConnection>;

/// Migrations are synchronous inside Diesel: they get a thread and a runtime of their own.
async fn with_harness<T: Send + 'static>(
    owner_url: &str,
    work: impl FnOnce(&mut Harness) -> diesel::migration::Result<T> + Send + 'static,
) -> Result<T> {
    let url = owner_url.to_owned();
    let (done, result) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build() {
            Ok(runtime) => runtime,
            Err(error) => return drop(done.send(Err(Error::Unavailable(error.to_string())))),
        };
        let outcome = runtime.block_on(async {
            let mut connection = establish(&url).await.map_err(|error| Error::Unavailable(error.to_string()))?;
            connection.batch_execute(LOCK).await?;
            let mut harness = AsyncMigrationHarness::new(connection);
            work(&mut harness).map_err(|error| Error::Query(diesel::result::Error::QueryBuilderError(error)))
        });
        drop(done.send(outcome));
    });
    result.await.unwrap_or_else(|_| Err(Error::Unavailable("the migration's thread ended early".to_owned())))
}
