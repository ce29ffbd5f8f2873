//! The command line: reads which command was given and calls the one function that does it.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use mandate::config::Config;
use mandate::start::{Database, StartError};
use mandate::{db, doctor, errands, healthcheck, serve};

/// The portal for multi-channel CSP relationships: invitations, consent and delegated administration.
#[derive(Debug, Parser)]
#[command(name = "mandate", version)]
struct Line {
    /// The configuration file (or MANDATE_CONFIG); the environment goes before it.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Runs the portal (this is what happens without a command).
    Serve,
    /// Sends mail and runs the scheduled jobs, and answers no requests.
    Work,
    /// Brings the schema up to date, takes it back, or says what has run.
    Migrate {
        #[command(subcommand)]
        action: Option<Migrate>,
    },
    /// The operator's administrators.
    Admin {
        #[command(subcommand)]
        action: AdminAction,
    },
    /// The audit trail.
    Audit {
        #[command(subcommand)]
        action: AuditAction,
    },
    /// Looks at everything the portal stands on and says what to do about what is not well.
    Doctor,
    /// The configuration.
    Config {
        #[command(subcommand)]
        action: ConfigAction,
    },
    /// Asks the running portal whether it is alive.
    Healthcheck,
    /// Prints the version.
    Version,
}

#[derive(Debug, Subcommand)]
enum Migrate {
    /// Runs what has not run yet (this is what happens without a word).
    Up,
    /// Takes every migration back: everything in the database is lost.
    Down {
        /// Yes, lose everything.
        #[arg(long)]
        lose_everything: bool,
    },
    /// Says which migrations have run.
    Status,
}

#[derive(Debug, Subcommand)]
enum AdminAction {
    /// Creates the first one and prints the link by which that person sets up the account, once.
    Create {
        /// The person's e-mail address.
        email: String,
        /// The person's name.
        name: String,
        /// Even if there is one already.
        #[arg(long)]
        force: bool,
    },
}

#[derive(Debug, Subcommand)]
enum AuditAction {
    /// Recomputes every chain and says where one does not hold.
    Verify,
}

#[derive(Debug, Subcommand)]
enum ConfigAction {
    /// Prints every setting, where it comes from, and no secret.
    Print,
}

fn main() -> ExitCode {
    let line = Line::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let outcome = match runtime {
        Ok(runtime) => runtime.block_on(obey(line)),
        Err(error) => Err(StartError::Other(format!("The program cannot start its threads: {error}."))),
    };
    match outcome {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn obey(line: Line) -> Result<ExitCode, StartError> {
    let file = line.config.as_deref();
    match line.command.unwrap_or(Command::Serve) {
        Command::Serve => serve::serve(Config::load(file)?).await.map(|()| ExitCode::SUCCESS),
        Command::Migrate { action } => migrate(Config::read(file)?, action.unwrap_or(Migrate::Up)).await,
        Command::Work => serve::work(Config::load(file)?).await.map(|()| ExitCode::SUCCESS),
        Command::Admin { action: AdminAction::Create { email, name, force } } => {
            println!("{}", errands::create_admin(&Config::load(file)?, &email, &name, force).await?);
            Ok(ExitCode::SUCCESS)
        }
        Command::Audit { action: AuditAction::Verify } => {
            let breaks = errands::verify_audit(&Config::load(file)?).await?;
            breaks.iter().for_each(|sentence| println!("{sentence}"));
            if breaks.is_empty() {
                println!("Every chain holds.");
            }
            Ok(if breaks.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        Command::Doctor => {
            let report = doctor::examine(&Config::load(file)?).await;
            report.findings().iter().for_each(|finding| println!("{finding}"));
            Ok(if report.has_failed() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
        }
        Command::Config { action: ConfigAction::Print } => {
            print!("{}", Config::read(file)?.describe());
            Ok(ExitCode::SUCCESS)
        }
        Command::Healthcheck => healthcheck::ask(&Config::read(file)?).map(|()| ExitCode::SUCCESS).map_err(StartError::Other),
        Command::Version => {
            println!("mandate {}", env!("CARGO_PKG_VERSION"));
            Ok(ExitCode::SUCCESS)
        }
    }
}

async fn migrate(config: Config, action: Migrate) -> Result<ExitCode, StartError> {
    let database = Database::open_beside(&config.database).await?;
    let owner = database.owner_url.expose();
    let outcome = match action {
        Migrate::Up => db::migrate::up(owner).await.map(|done| match done.as_slice() {
            [] => println!("The schema is up to date."),
            done => done.iter().for_each(|name| println!("ran {name}")),
        }),
        Migrate::Down { lose_everything: true } => db::migrate::down(owner).await,
        Migrate::Down { lose_everything: false } => {
            database.close().await;
            return Err(StartError::Other(
                "This loses everything in the database; add --lose-everything if that is what you want.".to_owned(),
            ));
        }
        Migrate::Status => db::migrate::status(owner).await.map(|all| {
            for (name, has_run) in all {
                println!("{} {name}", if has_run { "ran    " } else { "waiting" });
            }
        }),
    };
    finish(database, outcome.map_err(StartError::from)).await
}

/// Closes the database whatever the outcome was.
async fn finish(database: Database, outcome: Result<(), StartError>) -> Result<ExitCode, StartError> {
    database.close().await;
    outcome.map(|()| ExitCode::SUCCESS)
}
