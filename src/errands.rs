//! Errands: commands that do one thing with the database and end; the portal may run meanwhile.

use crate::{
    accounts::{self, actions::FirstOperator},
    audit,
    config::Config,
    db::{Asker, Db, Pool, migrate},
    i18n::{self, Lang},
    keys::Keys,
    problem::Problem,
    start::{Database, StartError},
    values::{Email, Name},
};

/// Creates the operator's first administrator and returns the sentence to print: the one-time set-up link (no password
/// exists until its owner chooses one), or that an account which was there is one now.
///
/// # Errors
/// A sentence: for an address or a name that is none, or when there is an operator admin already and `forced` is not said.
pub async fn create_admin(config: &Config, email: &str, name: &str, forced: bool) -> Result<String, StartError> {
    let email = Email::parse(email).map_err(|_| StartError::Other(format!("“{email}” is not an e-mail address.")))?;
    let name = Name::parse(name).map_err(|_| StartError::Other("Give the name of the person, of 1 to 200 characters.".to_owned()))?;
    let keys = Keys::derive(config.secret.expose().as_bytes());
    let first = with_database(config, async |db| accounts::actions::first_operator(&db, &email, &name, forced).await).await?;
    Ok(match first {
        FirstOperator::Invited(link) => link.url(&keys, config.public_url.as_str()),
        FirstOperator::Promoted => format!("{} has an account already, and is an operator admin from now on.", email.as_str()),
    })
}

/// Recomputes every chain of the audit trail; the sentences say where one breaks, none means that all hold (AB-49).
///
/// # Errors
/// When the database cannot be asked.
pub async fn verify_audit(config: &Config) -> Result<Vec<String>, StartError> {
    let breaks = with_database(config, async |db| Ok(audit::verify(db.view().await?.pg()).await?)).await?;
    Ok(breaks.iter().map(|broken| format!("The chain {} breaks at entry {}.", broken.chain, broken.seq)).collect())
}

/// Opens the database beside a running portal, brings it up to date, does the errand, closes.
async fn with_database<T>(config: &Config, errand: impl AsyncFnOnce(Db) -> Result<T, Problem>) -> Result<T, StartError> {
    let database = Database::open_beside(&config.database).await?;
    let outcome = async {
        migrate::up(database.owner_url.expose()).await?;
        let pool = Pool::new(database.application_url.expose(), 1)?;
        errand(Db::new(pool, Asker::System, None)).await.map_err(|problem| match problem {
            Problem::Unavailable(why) => StartError::Unreachable(why),
            // The refusals of errands have words in the catalogue.
            Problem::Conflict(words) => StartError::Other(i18n::text(Lang::default(), words).to_owned()),
            other => StartError::Other(format!("That did not work: {other}.")),
        })
    };
    let outcome = outcome.await;
    database.close().await;
    outcome
}
