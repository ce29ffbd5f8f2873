//! Sessions: an opaque key in a signed cookie, its hash in Postgres, ended by deleting the row (ASVS 7.2, 7.4).
//!
//! The cookie's middleware is actix-session. Its store is lazy: reading a request's cookie asks nothing of the
//! database, because the page's own transaction looks the session up when it enters (one round trip for both).

use std::collections::HashMap;

use actix_session::{
    Session,
    storage::{LoadError, SaveError, SessionKey, SessionStore, UpdateError, generate_session_key},
};
use actix_web::cookie::time::Duration;
use sha2::{Digest, Sha256};

use super::store;
use crate::{
    db::{Asker, Db, Pool, SessionKeyHash},
    ids::{Id, Organization, User},
    problem::Problem,
};

const USER: &str = "user";
const ORG: &str = "org";
const AGENT: &str = "agent";
const KEY_HASH: &str = "key";

/// Keeps sessions in the table `sessions`.
pub struct Store {
    pool: Pool,
}

impl Store {
    /// A store on this worker's pool.
    pub fn new(pool: Pool) -> Self {
        Self { pool }
    }

    fn db(&self) -> Db {
        Db::new(self.pool.clone(), Asker::System, None)
    }
}

type State = HashMap<String, String>;

impl SessionStore for Store {
    async fn load(&self, key: &SessionKey) -> Result<Option<State>, LoadError> {
        let hash = hash(key.as_ref());
        Ok(Some(State::from([(KEY_HASH.to_owned(), serde_json::json!(hash).to_string())])))
    }

    async fn save(&self, state: State, _: &Duration) -> Result<SessionKey, SaveError> {
        let read = |name: &str| state.get(name).map(|text| serde_json::from_str::<serde_json::Value>(text)).transpose();
        let key = generate_session_key();
        let save = async {
            let user: Id<User> = serde_json::from_value(read(USER)?.unwrap_or_default())?;
            let org: Option<Id<Organization>> = serde_json::from_value(read(ORG)?.unwrap_or_default())?;
            let agent: Option<String> = serde_json::from_value(read(AGENT)?.unwrap_or_default())?;
            let tx = self.db().write().await?;
            store::start_session(&tx, &hash(key.as_ref()), user, org, agent.as_deref()).await?;
            tx.commit().await?;
            Ok::<_, Box<dyn std::error::Error + Send + Sync>>(())
        };
        save.await.map_err(|error| SaveError::Other(anyhow(error)))?;
        Ok(key)
    }

    /// Nothing is kept in a session but who it is for, and that never changes: whoever signs in gets a new one.
    async fn update(&self, key: SessionKey, _: State, _: &Duration) -> Result<SessionKey, UpdateError> {
        Ok(key)
    }

    async fn update_ttl(&self, _: &SessionKey, _: &Duration) -> Result<(), anyhow::Error> {
        Ok(())
    }

    async fn delete(&self, key: &SessionKey) -> Result<(), anyhow::Error> {
        let end = async {
            let tx = self.db().write().await?;
            store::end_session(&tx, &hash(key.as_ref())).await?;
            tx.commit().await
        };
        end.await.map_err(|error| anyhow(error.into()))
    }
}

fn anyhow(error: Box<dyn std::error::Error + Send + Sync>) -> anyhow::Error {
    anyhow::anyhow!(error)
}

/// The hash under which a session key is known to the database.
pub fn hash(key: &str) -> SessionKeyHash {
    Sha256::digest(key.as_bytes()).into()
}

/// The hash of the request's session key, if it came with a cookie that this portal signed.
pub fn key_hash(session: &Session) -> Option<SessionKeyHash> {
    session.get(KEY_HASH).ok().flatten()
}

/// Starts a new session for a person who has just proved who they are; an old one of this browser ends (ASVS 7.2.4).
///
/// # Errors
/// Never in practice: what is put in can be serialized.
pub fn start(session: &Session, user: Id<User>, org: Option<Id<Organization>>, agent: Option<&str>) -> Result<(), Problem> {
    session.renew();
    let insert = || {
        session.insert(USER, user)?;
        session.insert(ORG, org)?;
        session.insert(AGENT, agent.map(|agent| agent.chars().take(300).collect::<String>()))
    };
    session.remove(KEY_HASH);
    insert().map_err(|error| Problem::Internal(error.to_string()))
}

/// Ends the session of this browser.
pub fn end(session: &Session) {
    session.purge();
}
