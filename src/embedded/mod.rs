//! The private PostgreSQL cluster that runs when no database is configured: installed binaries, own data, a Unix
//! socket for nobody else, started and stopped with the portal.

mod account;
mod binaries;
mod cluster_files;
mod keeper;
mod left_over;
mod postmaster;
mod sockets;

use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use account::Account;
pub use account::runs_as_root;
use binaries::Binaries;
use keeper::Keeper;
use left_over::PidFile;
use postmaster::Postmaster;

/// The role that owns the schema; the superuser of the private cluster.
pub const OWNER: &str = "mandate_owner";
/// The role the portal works as; it owns nothing and row-level security binds it.
pub const APPLICATION: &str = "mandate_app";
/// How long a lock is waited for: a program that is just being started from this process has a copy of it for a moment, even when
/// its owner has let go.
const A_MOMENT: Duration = Duration::from_millis(250);
/// The portal's database in the private cluster.
pub const DATABASE: &str = "mandate";

/// Where a private cluster keeps its things, and how it is run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The portal's data directory; the cluster has the folder `postgres` in it.
    pub dir: PathBuf,
    /// Where `initdb`, `pg_ctl` and `postgres` are, if they should not be looked for.
    pub binaries: Option<PathBuf>,
    /// A folder with a short path, in which the socket's own directory is made.
    pub sockets: PathBuf,
    /// Whether what is committed outlives a power cut. Only tests do without.
    pub durable: bool,
}

impl Place {
    /// The usual way to run a cluster in `dir`.
    pub fn new(dir: impl Into<PathBuf>) -> Self {
        Self { dir: dir.into(), binaries: None, sockets: "/tmp".into(), durable: true }
    }

    /// A cluster for tests: fast, and lost with the power.
    pub fn for_tests(dir: impl Into<PathBuf>) -> Self {
        Self { durable: false, ..Self::new(dir) }
    }

    fn home(&self) -> PathBuf {
        self.dir.join("postgres")
    }
}

/// Why the private cluster cannot be used; each is one sentence that says what to do.
#[derive(Debug, thiserror::Error)]
pub enum EmbeddedError {
    /// No PostgreSQL on this machine.
    #[error("PostgreSQL is not installed: run `{command}`, or set DATABASE_URL to a database of your own.")]
    NotInstalled {
        /// What installs it.
        command: &'static str,
    },
    /// The named directory does not hold the programs.
    #[error("MANDATE_PG_BIN is {}, but initdb, pg_ctl and postgres are not in it.", dir.display())]
    NotThere {
        /// The directory.
        dir: PathBuf,
    },
    /// Another portal has the data open.
    #[error("Another Mandate is already running on the data in {}: stop it, or set MANDATE_DATA_DIR to another directory.", dir.display())]
    InUse {
        /// The data directory.
        dir: PathBuf,
    },
    /// The portal is root and there is no lesser account for PostgreSQL.
    #[error(
        "PostgreSQL cannot run as root and there is no account `postgres` or `nobody`: run Mandate as another user, or set DATABASE_URL."
    )]
    NoAccount,
    /// The lesser account may not pass through a folder above the data.
    #[error("PostgreSQL runs as `{account}`, which may not enter {}: set MANDATE_DATA_DIR to a directory that is not below it (not {}).", above.display(), dir.display())]
    Closed {
        /// The account that PostgreSQL runs as.
        account: String,
        /// The data directory.
        dir: PathBuf,
        /// The closed folder.
        above: PathBuf,
    },
    /// The data were made by another version.
    #[error("The data in {} were made by PostgreSQL {theirs}, the one installed is {ours}: install PostgreSQL {theirs} beside it, or move the data with pg_dump.", dir.display())]
    Version {
        /// The data directory.
        dir: PathBuf,
        /// The version that made the data.
        theirs: String,
        /// The version that was found.
        ours: String,
    },
    /// A new cluster could not be made.
    #[error("A private PostgreSQL cluster could not be made, {what} failed: {why}")]
    SetUp {
        /// What failed.
        what: &'static str,
        /// Its own words.
        why: String,
    },
    /// The postmaster does not start.
    #[error("The private PostgreSQL cluster does not start: {why} (more in {})", log.display())]
    NotReady {
        /// The last telling line of its log.
        why: String,
        /// The log.
        log: PathBuf,
    },
    /// The operating system refused something.
    #[error("The private PostgreSQL cluster cannot be used: {what} failed ({source}).")]
    Io {
        /// What was being done.
        what: &'static str,
        /// Why it failed.
        source: io::Error,
    },
}

impl EmbeddedError {
    fn doing(what: &'static str) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { what, source }
    }
}

/// A private cluster that takes connections. Dropping it stops PostgreSQL; [`Cluster::stop`] also waits for it.
#[derive(Debug)]
pub struct Cluster {
    sockets: PathBuf,
    /// Nothing for a cluster that another portal of ours keeps.
    keeper: Option<Keeper>,
}

impl Cluster {
    /// The URL of the role that owns the schema: for migrations, and nothing else.
    pub fn owner_url(&self) -> String {
        self.database_url_for(OWNER)
    }

    /// The URL of the portal's database for `role`.
    pub fn database_url_for(&self, role: &str) -> String {
        self.url(role, DATABASE)
    }

    /// The URL of any database of the cluster, for `role`.
    pub fn url(&self, role: &str, database: &str) -> String {
        use std::fmt::Write;
        let mut host = String::new();
        for byte in self.sockets.as_os_str().as_encoded_bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
                    host.push(char::from(*byte));
                }
                _ => {
                    let _ = write!(host, "%{byte:02X}");
                }
            }
        }
        format!("postgres://{role}@{host}/{database}")
    }

    /// Stops PostgreSQL and waits until everything is on the disk. A cluster that another portal keeps goes on.
    pub async fn stop(self) {
        if let Some(keeper) = self.keeper {
            let _ = tokio::task::spawn_blocking(move || keeper.stop()).await;
        }
    }

    /// [`Cluster::stop`] where there is no async runtime.
    pub fn stop_blocking(self) {
        if let Some(keeper) = self.keeper {
            keeper.stop();
        }
    }
}

/// Starts the private cluster of the data directory `dir`, making it if it does not exist.
///
/// # Errors
/// See [`EmbeddedError`]; above all [`EmbeddedError::InUse`] while another portal has it open.
pub async fn start(dir: &Path) -> Result<Cluster, EmbeddedError> {
    start_at(Place::new(dir)).await
}

/// Starts the private cluster of a place, making it if it does not exist.
///
/// # Errors
/// See [`EmbeddedError`]; above all [`EmbeddedError::InUse`] while another portal has it open.
pub async fn start_at(place: Place) -> Result<Cluster, EmbeddedError> {
    off_the_runtime(move || start_blocking(&place)).await
}

/// Starts the private cluster, or uses the one that a running portal of ours keeps: for the commands that are
/// typed beside it.
///
/// # Errors
/// See [`EmbeddedError`].
pub async fn start_or_join(place: Place) -> Result<Cluster, EmbeddedError> {
    off_the_runtime(move || match start_blocking(&place) {
        Err(EmbeddedError::InUse { dir }) => join(&place).ok_or(EmbeddedError::InUse { dir }),
        result => result,
    })
    .await
}

async fn off_the_runtime(work: impl FnOnce() -> Result<Cluster, EmbeddedError> + Send + 'static) -> Result<Cluster, EmbeddedError> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|error| Err(EmbeddedError::doing("starting it")(error.into())))
}

/// [`start_at`] where there is no async runtime.
///
/// # Errors
/// See [`EmbeddedError`].
pub fn start_blocking(place: &Place) -> Result<Cluster, EmbeddedError> {
    let account = Account::choose()?;
    let home = prepare_home(place, &account)?;
    let lock = lock(&home, &place.dir)?;
    cluster_files::sweep(&home);
    let data = home.join("data");
    let made_by = std::fs::read_to_string(data.join("PG_VERSION")).ok();
    let made_by = made_by.as_deref().map(str::trim);
    let binaries = Binaries::find(place.binaries.as_deref(), made_by)?;
    match made_by {
        None => cluster_files::make(&data, &account, &binaries, place.durable)?,
        Some(theirs) => {
            let ours = binaries.version()?;
            if ours != theirs {
                let theirs = theirs.to_owned();
                return Err(EmbeddedError::Version { dir: place.dir.clone(), theirs, ours });
            }
        }
    }
    let sockets = sockets::make(&place.sockets, &account)?;
    let log = home.join("postgres.log");
    let durable = place.durable;
    let postmaster = Postmaster { binaries, account, data, sockets, log, durable };
    let keeper = Keeper::start(postmaster, lock)?;
    Ok(Cluster { sockets: keeper.sockets().to_owned(), keeper: Some(keeper) })
}

/// The cluster that another portal keeps, if it takes connections.
fn join(place: &Place) -> Option<Cluster> {
    let running = PidFile::read(&place.home().canonicalize().ok()?.join("data"))?;
    running.ready.then_some(Cluster { sockets: running.sockets, keeper: None })
}

/// Makes the folder of the cluster and returns its full path.
fn prepare_home(place: &Place, account: &Account) -> Result<PathBuf, EmbeddedError> {
    account.make_data_dir(&place.dir).map_err(EmbeddedError::doing("making the data directory"))?;
    let dir = place.dir.canonicalize();
    let dir = dir.map_err(EmbeddedError::doing("finding the data directory"))?;
    account.check_way_to(&dir)?;
    let home = dir.join("postgres");
    account.make_home(&home).map_err(EmbeddedError::doing("making the data directory"))?;
    Ok(home)
}

fn lock(home: &Path, dir: &Path) -> Result<File, EmbeddedError> {
    let file = File::options().create(true).truncate(false).write(true).open(home.join("lock"));
    let file = file.map_err(EmbeddedError::doing("opening the lock"))?;
    let deadline = Instant::now() + A_MOMENT;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) if Instant::now() < deadline => std::thread::sleep(Duration::from_millis(10)),
            Err(TryLockError::WouldBlock) => return Err(EmbeddedError::InUse { dir: dir.to_owned() }),
            Err(TryLockError::Error(error)) => return Err(EmbeddedError::doing("locking the data")(error)),
        }
    }
}
