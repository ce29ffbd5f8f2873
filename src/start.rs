//! From a command to a portal that runs: the database it works with, and the sentences for what may stand in the way.

use std::net::SocketAddr;

use crate::{
    config::{ConfigErrors, DatabaseConfig, Secret},
    db,
    embedded::{self, APPLICATION, Cluster, EmbeddedError},
};

/// Why a command cannot do its work; each is a sentence that says what to do.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The configuration is wrong.
    #[error(transparent)]
    Config(#[from] ConfigErrors),
    /// The private cluster cannot be used.
    #[error(transparent)]
    Embedded(#[from] EmbeddedError),
    /// The database does not answer.
    #[error("The database cannot be reached: check that it runs and that DATABASE_URL is right ({0}).")]
    Unreachable(String),
    /// The database answers, but not as it should.
    #[error("The database refused: {0}.")]
    Database(db::Error),
    /// The port is taken, or the address is not this machine's.
    #[error("The portal cannot listen on {address}: {}", hint(.source))]
    Listen {
        /// Where it was to listen.
        address: SocketAddr,
        /// What the operating system says.
        source: std::io::Error,
    },
    /// Anything else.
    #[error("{0}")]
    Other(String),
}

fn hint(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            "another program is using that port. Stop it, or set MANDATE_LISTEN to another, such as 127.0.0.1:8081.".to_owned()
        }
        std::io::ErrorKind::AddrNotAvailable => "this machine has no such address. Check MANDATE_LISTEN.".to_owned(),
        std::io::ErrorKind::PermissionDenied => "ports below 1024 are not for everybody. Set MANDATE_LISTEN to a higher one.".to_owned(),
        _ => format!("{error}."),
    }
}

impl From<db::Error> for StartError {
    fn from(error: db::Error) -> Self {
        match error {
            db::Error::Unavailable(why) => Self::Unreachable(why),
            other => Self::Database(other),
        }
    }
}

/// The database a command works with: the configured one, or the private cluster, which stops when this is dropped.
#[derive(Debug)]
pub struct Database {
    /// The login that owns the schema: for migrations, and nothing else.
    pub owner_url: Secret,
    /// The login that the portal works with. It becomes the application role if it is not that role already.
    pub application_url: Secret,
    cluster: Option<Cluster>,
}

impl Database {
    /// For the portal itself: nobody else may have the private cluster open.
    ///
    /// # Errors
    /// Those of [`embedded::start_at`]. A configured database is not asked for anything yet.
    pub async fn open(config: &DatabaseConfig) -> Result<Self, StartError> {
        Ok(match config {
            DatabaseConfig::Given { owner, application } => Self::given(owner, application.as_ref()),
            DatabaseConfig::Private(place) => Self::private(embedded::start_at(place.clone()).await?),
        })
    }

    /// For a command that may be typed while the portal runs.
    ///
    /// # Errors
    /// Those of [`embedded::start_or_join`].
    pub async fn open_beside(config: &DatabaseConfig) -> Result<Self, StartError> {
        Ok(match config {
            DatabaseConfig::Given { owner, application } => Self::given(owner, application.as_ref()),
            DatabaseConfig::Private(place) => Self::private(embedded::start_or_join(place.clone()).await?),
        })
    }

    fn given(owner: &Secret, application: Option<&Secret>) -> Self {
        Self { owner_url: owner.clone(), application_url: application.unwrap_or(owner).clone(), cluster: None }
    }

    fn private(cluster: Cluster) -> Self {
        Self {
            owner_url: cluster.owner_url().into(),
            application_url: cluster.database_url_for(APPLICATION).into(),
            cluster: Some(cluster),
        }
    }

    /// Stops the private cluster, if it is ours, and waits until everything is on the disk.
    pub async fn close(self) {
        if let Some(cluster) = self.cluster {
            cluster.stop().await;
        }
    }
}
