//! The portal as a whole: opens the database, brings it up to date, answers requests until told to stop.

use std::{net::TcpListener, sync::Arc};

use tokio::{
    signal::unix::{SignalKind, signal},
    sync::watch,
    task::JoinHandle,
};

use crate::{
    accounts::Hashing,
    app::{self, App, Size},
    config::{Config, MailTransport},
    db::{self, Pool},
    demo,
    jobs::{self, SCHEDULE},
    keys::Keys,
    logging,
    notices::{Mailer, jobs::run as carry_mail},
    problem::Problem,
    start::{Database, StartError},
};

/// Runs the portal until SIGTERM or SIGINT: finishes what it has begun, then closes the private cluster.
///
/// # Errors
/// A sentence for whatever keeps it from starting.
pub async fn serve(config: Config) -> Result<(), StartError> {
    logging::start(&config);
    // The port first: it is the quickest to fail, and a second portal must not touch the first one's database.
    let listener = listen(&config)?;
    let database = Database::open(&config.database).await?;
    let outcome = answer(&config, &database, listener).await;
    database.close().await;
    outcome
}

fn listen(config: &Config) -> Result<TcpListener, StartError> {
    let failed = |source| StartError::Listen { address: config.listen, source };
    let listener = TcpListener::bind(config.listen).map_err(failed)?;
    listener.set_nonblocking(true).map_err(failed)?;
    Ok(listener)
}

async fn answer(config: &Config, database: &Database, listener: TcpListener) -> Result<(), StartError> {
    migrate(database).await?;
    if config.demo {
        show_people(config, database).await?;
    }
    let stop = stop_signal()?;
    let (worker, clockwork) = (worker(config, database, stop.clone())?, clockwork(config, database, stop.clone())?);
    let size = Size { workers: config.workers, connections: config.db_connections };
    let server = app::server(app_of(config), database.application_url.expose(), listener, size, until(stop))
        .map_err(|source| StartError::Listen { address: config.listen, source })?;
    println!("Mandate answers at {}", config.public_url.as_str());
    let outcome = server.await.map_err(|error| StartError::Other(format!("The portal stopped: {error}.")));
    drop(tokio::join!(worker, clockwork));
    outcome
}

/// Runs the workers alone, for mail and scheduled jobs, until told to stop: for a machine that answers no requests.
///
/// # Errors
/// A sentence for whatever keeps it from starting.
pub async fn work(config: Config) -> Result<(), StartError> {
    logging::start(&config);
    let database = Database::open_beside(&config.database).await?;
    let outcome = async {
        migrate(&database).await?;
        let stop = stop_signal()?;
        let (worker, clockwork) = (worker(&config, &database, stop.clone())?, clockwork(&config, &database, stop)?);
        println!("Mandate sends mail and runs the scheduled jobs.");
        let (mail, jobs) = tokio::join!(worker, clockwork);
        mail.and(jobs).map_err(|error| StartError::Other(format!("A worker stopped: {error}.")))
    };
    let outcome = outcome.await;
    database.close().await;
    outcome
}

async fn migrate(database: &Database) -> Result<(), StartError> {
    for name in db::migrate::up(database.owner_url.expose()).await? {
        tracing::info!(migration = name, "migrated");
    }
    Ok(())
}

/// Fills an empty database with the invented world, and says who may sign in.
async fn show_people(config: &Config, database: &Database) -> Result<(), StartError> {
    let pool = Pool::new(database.application_url.expose(), 1)?;
    match demo::seed(&pool, &Hashing::new(), app_of(config).now()).await {
        Ok(()) | Err(Problem::Conflict(_)) => {}
        Err(problem) => return Err(StartError::Other(format!("The demonstration cannot be set up: {problem}."))),
    }
    println!("Who may sign in (the password of all: {}):", demo::PASSPHRASE);
    for person in demo::people() {
        println!("  {:<34} {}, {}", person.email, person.organization.unwrap_or("no organization yet"), person.role_key);
    }
    Ok(())
}

/// Starts the worker that sends mail, with connections of its own.
fn worker(config: &Config, database: &Database, stop: watch::Receiver<bool>) -> Result<JoinHandle<()>, StartError> {
    let (from, public_url) = (config.mail_from.clone(), config.public_url.as_str());
    let mailer = match &config.mail {
        MailTransport::Smtp(url) => Mailer::smtp(url.expose(), from, public_url).map_err(|error| StartError::Other(error.to_string()))?,
        MailTransport::Folder(folder) => Mailer::folder(folder, from, public_url),
    };
    let pool = Pool::new(database.application_url.expose(), 2)?;
    let keys = Keys::derive(config.secret.expose().as_bytes());
    Ok(tokio::spawn(carry_mail(pool, mailer, keys, public_url.to_owned(), stop)))
}

/// Starts what runs the scheduled jobs, on a thread and with connections of its own: jobs need not be able to move between threads.
fn clockwork(config: &Config, database: &Database, stop: watch::Receiver<bool>) -> Result<JoinHandle<()>, StartError> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| StartError::Other(format!("The program cannot start its threads: {error}.")))?;
    let pool = Pool::new(database.application_url.expose(), 2)?;
    let clock = app_of(config).clock;
    Ok(tokio::task::spawn_blocking(move || runtime.block_on(jobs::run(pool, clock, SCHEDULE, stop))))
}

/// What the portal shares, as configured.
pub fn app_of(config: &Config) -> App {
    App {
        public_url: config.public_url.as_str().to_owned(),
        keys: Keys::derive(config.secret.expose().as_bytes()),
        demo: config.demo,
        trusted_proxies: config.trusted_proxies.clone(),
        clock: Arc::new(chrono::Utc::now),
    }
}

/// Turns true when the process is told to stop.
fn stop_signal() -> Result<watch::Receiver<bool>, StartError> {
    let failed = |error| StartError::Other(format!("The program cannot listen for signals: {error}."));
    let (mut term, mut int) = (signal(SignalKind::terminate()).map_err(failed)?, signal(SignalKind::interrupt()).map_err(failed)?);
    let (told, stop) = watch::channel(false);
    tokio::spawn(async move {
        tokio::select! { _ = term.recv() => {}, _ = int.recv() => {} }
        // Nobody may be listening any more, which is as good.
        told.send_replace(true);
        // Who still listens is told; the sender must outlive them.
        told.closed().await;
    });
    Ok(stop)
}

async fn until(mut stop: watch::Receiver<bool>) {
    drop(stop.wait_for(|told| *told).await);
}
