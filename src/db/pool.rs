//! A pool of connections. Each worker has its own: a connection's traffic stays on the runtime that opened it.

use std::time::Duration;

use diesel::{ConnectionError, ConnectionResult};
use diesel_async::{
    AsyncPgConnection, SimpleAsyncConnection,
    pooled_connection::{
        AsyncDieselConnectionManager, ManagerConfig, RecyclingMethod,
        deadpool::{Object, Pool as Deadpool},
    },
};
use futures_util::FutureExt;
use tokio_postgres::config::{Host, SslMode};

use super::{Error, Pg, Result};

/// How long a request waits for a connection before it is told to come back later.
const PATIENCE: Duration = Duration::from_secs(2);

/// What every connection is told first, in one message: bounds on its work, and the role that owns nothing. And no compiling of
/// plans (`jit`): the portal asks for a page at a time, and compiling the row policies into its queries takes longer than they do.
/// It is said here and not in the start-up message, where a pooler between the two may refuse what it does not know.
const MANNERS: &str = "set jit = off; set statement_timeout = '15s'; set lock_timeout = '5s'; set idle_in_transaction_session_timeout = '30s'; set time zone 'UTC'; set role mandate_app";

/// Connections to the portal's database, as the application role.
#[derive(Clone)]
pub struct Pool {
    connections: Deadpool<AsyncPgConnection>,
}

impl Pool {
    /// A pool of up to `size` connections to `url`; none is opened yet.
    ///
    /// # Errors
    /// When `size` is zero.
    pub fn new(url: &str, size: usize) -> Result<Self> {
        let mut config = ManagerConfig::default();
        // No round trip to see whether a connection lives: one that does not is noticed by its first query, and thrown away.
        config.recycling_method = RecyclingMethod::Fast;
        config.custom_setup = Box::new(|url| connect(url).boxed());
        let manager = AsyncDieselConnectionManager::new_with_config(url, config);
        let connections = Deadpool::builder(manager).max_size(size).build().map_err(|error| Error::Unavailable(error.to_string()))?;
        Ok(Self { connections })
    }

    /// A connection from the pool.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when none is free within two seconds or the database does not answer.
    pub async fn get(&self) -> Result<Object<Pg>> {
        match tokio::time::timeout(PATIENCE, self.connections.get()).await {
            Ok(Ok(connection)) => Ok(connection),
            Ok(Err(error)) => Err(Error::Unavailable(error.to_string())),
            Err(_) => Err(Error::Unavailable("no connection was free within two seconds".to_owned())),
        }
    }
}

/// A connection to be used as the application role, with bounds on its work.
async fn connect(url: &str) -> ConnectionResult<AsyncPgConnection> {
    let mut connection = establish(url).await?;
    connection.batch_execute(MANNERS).await.map_err(bad)?;
    Ok(connection)
}

/// A connection as whoever the URL names; with TLS unless it goes over a socket of this machine or the URL forbids it.
pub(super) async fn establish(url: &str) -> ConnectionResult<AsyncPgConnection> {
    let config: tokio_postgres::Config = url.parse().map_err(bad)?;
    let local = config.get_hosts().iter().all(|host| matches!(host, Host::Unix(_)));
    let connection = if local || config.get_ssl_mode() == SslMode::Disable {
        let (client, connection) = config.connect(tokio_postgres::NoTls).await.map_err(bad)?;
        AsyncPgConnection::try_from_client_and_connection(client, connection).await?
    } else {
        use rustls_platform_verifier::ConfigVerifierExt;
        let tls = rustls::ClientConfig::with_platform_verifier().map_err(bad)?;
        let (client, connection) = config.connect(tokio_postgres_rustls::MakeRustlsConnect::new(tls)).await.map_err(bad)?;
        AsyncPgConnection::try_from_client_and_connection(client, connection).await?
    };
    Ok(connection)
}

fn bad(error: impl std::error::Error) -> ConnectionError {
    let mut text = error.to_string();
    if let Some(source) = error.source() {
        text = format!("{text}: {source}");
    }
    ConnectionError::BadConnection(text)
}
