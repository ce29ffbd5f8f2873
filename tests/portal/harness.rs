//! A Postgres cluster for one run of the tests, a database of its own for each test, and portals that run on it.

use std::{
    fs,
    future::Future,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU32, Ordering},
        mpsc,
    },
    thread::JoinHandle,
};

use mandate::{
    app::{App, Size, server},
    db::{self, Timestamp},
    embedded::{self, Cluster, Place, start_blocking},
    keys::Keys,
};
use tokio::sync::OnceCell;
use tokio_postgres::{Client, NoTls};

/// The portal's secret in tests.
pub const SECRET: &[u8] = b"a secret of tests, longer than thirty-two bytes";

/// Runs a future to its end on a thread of its own: for the places where nothing can be awaited.
pub fn finish<T: Send>(work: impl Future<Output = T> + Send) -> T {
    let runtime = || tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    std::thread::scope(|scope| scope.spawn(|| runtime().block_on(work)).join().unwrap())
}

// The cluster --------------------------------------------------------------------------------------------------------

/// Where the databases of the tests are made: in a cluster that was given (`MANDATE_TEST_CLUSTER`, the URL of a
/// superuser), or in one that lives as long as this process.
enum Postgres {
    Given(String),
    Own(Cluster),
}

impl Postgres {
    fn running() -> &'static Self {
        static RUNNING: OnceLock<Postgres> = OnceLock::new();
        RUNNING.get_or_init(|| match std::env::var("MANDATE_TEST_CLUSTER") {
            Ok(url) => Self::Given(url),
            Err(_) => Self::Own(own_cluster("run", false)),
        })
    }

    fn url(&self, database: &str) -> String {
        match self {
            Self::Given(url) => format!("{}/{database}", url.rsplit_once('/').expect("a URL with a database").0),
            Self::Own(cluster) => cluster.url(embedded::OWNER, database),
        }
    }

    fn maintenance_url(&self) -> String {
        self.url("postgres")
    }
}

/// A fast cluster in a folder of its own. It stops when this process ends, however it ends, and the folder goes.
pub fn own_cluster(name: &str, durable: bool) -> Cluster {
    sweep_folders();
    let folder = folder(name, std::process::id());
    let place = Place { durable, ..Place::for_tests(&folder) };
    let cluster = start_blocking(&place).expect("a cluster for the tests");
    remove_after_us(&folder);
    cluster
}

fn folder(name: &str, pid: u32) -> PathBuf {
    std::env::temp_dir().join(format!("mandate-tests-{pid}-{name}"))
}

/// Folders of runs that were killed together with everything that would have cleared up after them.
fn sweep_folders() {
    for entry in fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let pid = name.to_str().and_then(|name| name.strip_prefix("mandate-tests-")?.split('-').next()?.parse().ok());
        if pid.is_some_and(|pid: u32| !is_alive(pid)) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn is_alive(pid: u32) -> bool {
    Path::new("/proc").join(pid.to_string()).exists() || !Path::new("/proc/self").exists()
}

/// A little shell that waits until this process is gone (its end of the pipe closes) and the cluster with it.
fn remove_after_us(folder: &Path) {
    const WAIT: &str =
        r#"cat >/dev/null; for i in $(seq 100); do [ -e "$0/postgres/data/postmaster.pid" ] || break; sleep 0.1; done; rm -rf "$0""#;
    let shell = Command::new("/bin/sh").arg("-c").arg(WAIT).arg(folder).stdin(Stdio::piped()).stdout(Stdio::null()).spawn();
    // The pipe's end is never closed by us: the kernel does it.
    std::mem::forget(shell.expect("a shell to clear up").stdin);
}

// Databases ----------------------------------------------------------------------------------------------------------

static NUMBER: AtomicU32 = AtomicU32::new(1);

/// A database that is dropped with this value.
pub struct Database {
    name: String,
    url: String,
}

impl Database {
    /// A database with nothing in it.
    pub async fn empty() -> Self {
        Self::like("template1").await
    }

    /// A database with the schema and no people.
    pub async fn migrated() -> Self {
        static TEMPLATE: OnceCell<String> = OnceCell::const_new();
        let made = TEMPLATE.get_or_init(async || {
            sweep_databases().await;
            let template = Self::empty().await;
            db::migrate::up(template.url()).await.expect("the migrations run");
            template.forget()
        });
        Self::like(made.await).await
    }

    /// A database with the small world that everybody knows.
    pub async fn with_the_world() -> Self {
        static TEMPLATE: OnceCell<String> = OnceCell::const_new();
        let made = TEMPLATE.get_or_init(async || {
            let template = Self::migrated().await;
            let client = template.connect().await;
            client.batch_execute(&crate::world::sql()).await.expect("the world is made");
            drop(client);
            template.forget()
        });
        Self::like(made.await).await
    }

    async fn like(template: &str) -> Self {
        let postgres = Postgres::running();
        let name = format!("mandate_test_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let maintenance = connect(&postgres.maintenance_url()).await;
        maintenance.batch_execute(&format!("create database {name} template {template}")).await.expect("a database for the test");
        Self { url: postgres.url(&name), name }
    }

    /// Keeps the database, as a template, until the cluster goes.
    fn forget(self) -> String {
        let name = self.name.clone();
        std::mem::forget(self);
        name
    }

    /// The URL of the role that owns the schema.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A connection of the owner, who sees every row.
    pub async fn connect(&self) -> Client {
        let client = connect(&self.url).await;
        client.batch_execute("set mandate.scope = 'system'; set time zone 'UTC'").await.unwrap();
        client
    }

    /// A connection as the portal has it, before it has said who is asking.
    pub async fn connect_as_portal(&self) -> Client {
        let client = connect(&self.url).await;
        client.batch_execute("set role mandate_app").await.unwrap();
        client
    }

    /// What there is of every table, as one number each; the moments at which sessions were seen are left out.
    pub async fn fingerprint(&self) -> Vec<(String, String)> {
        let client = self.connect().await;
        let tables = client
            .query("select relname::text from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1", &[]);
        let mut prints = Vec::new();
        for table in tables.await.unwrap() {
            let table: String = table.get(0);
            let row = if table == "sessions" { "to_jsonb(t) - 'seen_at'" } else { "to_jsonb(t)" };
            let print = format!(
                "select coalesce(md5(string_agg(({row})::text, '|' order by ({row})::text)), '') || ' ' || count(*) from {table} t"
            );
            prints.push((table, client.query_one(&print, &[]).await.unwrap().get(0)));
        }
        prints
    }

    /// The single number that a query answers with.
    pub async fn count(&self, query: &str) -> i64 {
        self.connect().await.query_one(query, &[]).await.expect(query).get(0)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let drop = format!("drop database if exists {} with (force)", self.name);
        finish(async move { connect(&Postgres::running().maintenance_url()).await.batch_execute(&drop).await.unwrap() });
    }
}

async fn connect(url: &str) -> Client {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.expect("the tests' Postgres answers");
    tokio::spawn(connection);
    client
}

/// Databases of runs that are over, in a cluster that outlives them.
async fn sweep_databases() {
    let Postgres::Given(url) = Postgres::running() else { return };
    let client = connect(url).await;
    for row in client.query("select datname::text from pg_database where datname like 'mandate\\_test\\_%'", &[]).await.unwrap() {
        let name: String = row.get(0);
        let pid = name.split('_').nth(2).and_then(|pid| pid.parse().ok());
        if pid.is_some_and(|pid| !is_alive(pid)) {
            let _ = client.batch_execute(&format!("drop database if exists {name} with (force)")).await;
        }
    }
}

// Portals ------------------------------------------------------------------------------------------------------------

/// A running portal: two workers that answer on a port of this machine.
pub struct Portal {
    /// The public address, which is the real one.
    pub url: String,
    /// The keys, for links.
    pub keys: Keys,
    stop: Option<tokio::sync::oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// What may be different about a portal.
#[derive(Default)]
pub struct Setting {
    /// Another public address than the one it listens on.
    pub public_url: Option<String>,
    /// Whether it is the demo.
    pub demo: bool,
    /// Another clock than the real one.
    pub clock: Option<Arc<dyn Fn() -> Timestamp + Send + Sync>>,
    /// Whether nobody's word is taken for the address of a visitor.
    pub trusts_no_proxy: bool,
    /// Connections of all workers together, if not many.
    pub connections: Option<usize>,
    /// Whether one worker with as few connections as work answers, so that they are known after a few requests.
    pub small: bool,
}

impl Portal {
    /// A portal on a database.
    pub fn on(database_url: &str) -> Self {
        Self::with(database_url, Setting::default())
    }

    /// A portal that is different in something.
    pub fn with(database_url: &str, setting: Setting) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().unwrap());
        let keys = Keys::derive(SECRET);
        // Every person of a test comes from an address of their own, told by a proxy on this machine.
        let trusted_proxies = if setting.trusts_no_proxy { Vec::new() } else { vec!["127.0.0.1".parse().unwrap()] };
        let app = App {
            public_url: setting.public_url.unwrap_or_else(|| url.clone()),
            keys: keys.clone(),
            demo: setting.demo,
            trusted_proxies,
            clock: setting.clock.unwrap_or_else(|| Arc::new(chrono::Utc::now)),
        };
        let database_url = database_url.to_owned();
        let connections = setting.connections.unwrap_or(8);
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let (started, starting) = mpsc::channel();
        let thread = std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let size = if setting.small { Size { workers: 1, connections: 2 } } else { Size { workers: 2, connections } };
                let until = async move { drop(stopped.await) };
                let server = server(app, &database_url, listener, size, until).expect("the portal starts");
                started.send(server.handle()).unwrap();
                server.await.expect("the portal runs");
            });
        });
        let handle = starting.recv().expect("the portal started");
        drop(handle);
        Self { url, keys, stop: Some(stop), thread: Some(thread) }
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

// What is kept to compare with ------------------------------------------------------------------------------------------

/// Compares with what is kept beside the tests; `UPDATE_SNAPSHOTS=1` keeps what is there now.
#[track_caller]
pub fn check(name: &str, now: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/portal").join(name);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&path, now).unwrap();
        return;
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let changed: Vec<_> = now.lines().filter(|line| !kept.contains(line)).chain(kept.lines().filter(|line| !now.contains(line))).collect();
    assert!(kept == now, "{name} says something else; UPDATE_SNAPSHOTS=1 writes it anew. Lines that differ:\n{}", changed.join("\n"));
}
