//! Postgres: a pool per worker, transactions that know who is asking, errors that can be told.

pub(crate) mod alive;
pub mod inspect;
mod keyset;
pub(crate) mod like;
pub mod migrate;
mod pool;
pub mod schema;
mod text_enum;
mod transaction;

pub(crate) use keyset::paged;
pub use keyset::{Cursor, Keyset, PAGE_SIZE};
pub use pool::Pool;
pub(crate) use text_enum::text_enum;
pub use transaction::{Asker, Db, SessionKeyHash, Tx, View};

/// A connection inside a transaction. Shared references pipeline: queries polled together travel together.
pub type Pg = diesel_async::AsyncPgConnection;

/// A moment, always in UTC; pages show it in the visitor's zone.
pub type Timestamp = chrono::DateTime<chrono::Utc>;

/// What can go wrong with the database.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database cannot be reached, is starting, or all connections are busy: answered with 503, nothing was written.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// A constraint of the schema refused the change; the name is the constraint's.
    #[error("constraint {0} refused the change")]
    Constraint(String),
    /// Whoever asks has other rights than when the request began; nothing was written.
    #[error("the visitor's rights changed meanwhile")]
    RightsChanged,
    /// A row that must be there was not.
    #[error("no such row")]
    NotFound,
    /// Anything else is a fault of ours.
    #[error(transparent)]
    Query(diesel::result::Error),
}

impl Error {
    /// Whether this is the refusal by the constraint of that name.
    pub fn is_constraint(&self, name: &str) -> bool {
        matches!(self, Self::Constraint(constraint) if constraint == name)
    }
}

impl From<diesel::result::Error> for Error {
    fn from(error: diesel::result::Error) -> Self {
        use diesel::result::{DatabaseErrorKind as Kind, Error as Diesel};
        match error {
            Diesel::NotFound => Self::NotFound,
            Diesel::DatabaseError(Kind::ClosedConnection | Kind::UnableToSendCommand, info) => Self::Unavailable(info.message().to_owned()),
            Diesel::DatabaseError(kind, info) => {
                let message = info.message();
                // Postgres says these in words only, while it stops, starts, or fails over.
                let passing = [
                    "terminating connection",
                    "the database system is",
                    "connection closed",
                    "statement timeout",
                    "lock timeout",
                    "deadlock detected",
                    "could not serialize access",
                    "read-only transaction (standby)",
                ];
                match info.constraint_name() {
                    Some(name) if !matches!(kind, Kind::SerializationFailure) => Self::Constraint(name.to_owned()),
                    _ if passing.iter().any(|words| message.contains(words)) => Self::Unavailable(message.to_owned()),
                    _ => Self::Query(Diesel::DatabaseError(kind, info)),
                }
            }
            other => Self::Query(other),
        }
    }
}

/// The result of a question to the database.
pub type Result<T, E = Error> = std::result::Result<T, E>;
