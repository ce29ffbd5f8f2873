//! Transactions that say first who is asking: nothing is visible to one that has not (row-level security).

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use diesel::sql_types::{Binary, Bool, Nullable};
use diesel_async::{RunQueryDsl, SimpleAsyncConnection, pooled_connection::deadpool::Object};
use uuid::Uuid;

use super::{Pg, Pool, Result, Timestamp};

#[diesel::declare_sql_function]
extern "SQL" {
    fn enter_request(key: Nullable<Binary>, link: Nullable<diesel::sql_types::Uuid>, reading: Bool) -> diesel::sql_types::Jsonb;
    fn enter_system() -> diesel::sql_types::Timestamptz;
    fn clock_timestamp() -> diesel::sql_types::Timestamptz;
    fn enter_calendar(calendar: diesel::sql_types::Uuid, turn: diesel::sql_types::Integer) -> diesel::sql_types::Jsonb;
}

/// SHA-256 of a session key. The key itself is never stored (ASVS 7.2).
pub type SessionKeyHash = [u8; 32];

/// On whose behalf a transaction sees and writes.
#[derive(Debug, Clone, Copy)]
pub enum Asker {
    /// A request: the person behind the session key, or the public; with sight of what a link points at.
    Request {
        /// The session's key, hashed.
        session: Option<SessionKeyHash>,
        /// The invitation or partnership whose link was followed.
        link: Option<Uuid>,
    },
    /// A program with the link of somebody's calendar: it reads what that person sees in that organization.
    Calendar {
        /// The calendar.
        id: Uuid,
        /// The turn of its link.
        turn: i32,
    },
    /// The portal itself: signing in, mail, jobs.
    System,
}

/// The database as one request sees it. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    pool: Pool,
    asker: Asker,
    request: Option<Uuid>,
    /// The read transaction in which the session was looked up, left open for the page's rows.
    opened: Arc<Mutex<Option<View>>>,
    /// The rights with which the person came: whoever has others when it comes to writing was judged by what is over.
    came_with: Arc<OnceLock<serde_json::Value>>,
}

/// What decides of a visitor what they may.
fn rights(visitor: &serde_json::Value) -> serde_json::Value {
    ["user_id", "org_id", "org_kind", "org_state", "agent", "admin"].iter().map(|name| visitor[name].clone()).collect()
}

impl Db {
    /// The database for one request of one asker.
    pub fn new(pool: Pool, asker: Asker, request: Option<Uuid>) -> Self {
        Self { pool, asker, request, opened: Arc::default(), came_with: Arc::default() }
    }

    /// The same database for the portal itself, for work that must see more than the visitor may. A transaction that was
    /// left open for the page's rows is given back first: a request never waits for a second connection while it has one.
    pub fn as_system(&self) -> Self {
        drop(self.opened.lock().unwrap_or_else(PoisonError::into_inner).take());
        Self::new(self.pool.clone(), Asker::System, self.request)
    }

    /// The same database for a program that came with the link of a calendar; it can only read.
    pub fn of_calendar(&self, id: Uuid, turn: i32) -> Self {
        Self::new(self.pool.clone(), Asker::Calendar { id, turn }, self.request)
    }

    /// Remembers with which rights somebody came, for [`Db::write`]: a form's body may come slowly.
    pub fn came_as(&self, visitor: &serde_json::Value) {
        let _ = self.came_with.set(rights(visitor));
    }

    /// Leaves an open read transaction for the next [`Db::view`].
    pub fn keep(&self, view: View) {
        *self.opened.lock().unwrap_or_else(PoisonError::into_inner) = Some(view);
    }

    /// A transaction that can only read.
    ///
    /// # Errors
    /// [`super::Error::Unavailable`] when the database cannot be reached.
    pub async fn view(&self) -> Result<View> {
        let kept = self.opened.lock().unwrap_or_else(PoisonError::into_inner).take();
        match kept {
            Some(view) => Ok(view),
            None => View::open(&self.pool, self.asker, true).await,
        }
    }

    /// Asks a few things as the portal itself, all at once: the look-up and the questions are one round trip. A question that
    /// needs the time takes it from the database's `now`.
    ///
    /// # Errors
    /// [`super::Error::Unavailable`] when the database cannot be reached; else those of the questions.
    pub async fn ask_as_system<T>(&self, ask: impl AsyncFnOnce(&Pg) -> Result<T>) -> Result<T> {
        drop(self.opened.lock().unwrap_or_else(PoisonError::into_inner).take());
        let connection = Some(self.pool.get().await?);
        let view = View { connection, now: Timestamp::default(), visitor: serde_json::Value::Null, ending: "rollback" };
        let pg = view.pg();
        // One message without anything to prepare, so that no question can overtake it.
        let enter = async { Ok((&mut &*pg).batch_execute("begin; select enter_system()").await?) };
        let ((), answer) = futures_util::try_join!(enter, ask(pg))?;
        Ok(answer)
    }

    /// A transaction that writes; nothing of it stays unless [`Tx::commit`] returned.
    ///
    /// # Errors
    /// [`super::Error::Unavailable`] when the database cannot be reached; [`super::Error::RightsChanged`] when the person was signed
    /// out, got or lost a right, or the organization was suspended, since the request began (ASVS 8.3.2).
    pub async fn write(&self) -> Result<Tx> {
        let view = View::open(&self.pool, self.asker, false).await?;
        if self.came_with.get().is_some_and(|rights_then| *rights_then != rights(&view.visitor)) {
            return Err(super::Error::RightsChanged);
        }
        Ok(Tx { view, request: self.request })
    }
}

/// An open transaction that has entered.
pub struct View {
    connection: Option<Object<Pg>>,
    now: Timestamp,
    visitor: serde_json::Value,
    /// How it ends when it is dropped. One that only reads keeps the one thing that looking up the session may have
    /// written: when it was last used.
    ending: &'static str,
}

impl View {
    async fn open(pool: &Pool, asker: Asker, reading: bool) -> Result<Self> {
        // Owned by the guard from the first statement on, so that no error path returns a connection with an open transaction.
        let ending = if reading { "commit" } else { "rollback" };
        let mut view = Self { connection: Some(pool.get().await?), now: Timestamp::default(), visitor: serde_json::Value::Null, ending };
        let pg = view.pg();
        let begin = async { (&mut &*pg).batch_execute("begin").await };
        match asker {
            Asker::System => {
                let enter = diesel::select(enter_system()).get_result::<Timestamp>(&mut &*pg);
                let ((), now) = futures_util::try_join!(begin, enter)?;
                view.now = now;
            }
            Asker::Request { session, link } => {
                let enter = diesel::select(enter_request(session.map(Vec::from), link, reading)).get_result::<serde_json::Value>(&mut &*pg);
                let ((), entered) = futures_util::try_join!(begin, enter)?;
                view.entered(entered)?;
            }
            Asker::Calendar { id, turn } => {
                let enter = diesel::select(enter_calendar(id, turn)).get_result::<serde_json::Value>(&mut &*pg);
                let ((), entered) = futures_util::try_join!(begin, enter)?;
                view.entered(entered)?;
            }
        }
        Ok(view)
    }

    /// Keeps what the database said of who is asking.
    fn entered(&mut self, mut entered: serde_json::Value) -> Result<()> {
        self.now = serde_json::from_value(entered["now"].take())
            .map_err(|error| super::Error::Query(diesel::result::Error::DeserializationError(Box::new(error))))?;
        self.visitor = entered["visitor"].take();
        Ok(())
    }

    /// The connection, for stores.
    pub fn pg(&self) -> &Pg {
        self.connection.as_deref().expect("a transaction keeps its connection until it ends")
    }

    /// The database's clock when the transaction began (D8).
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Who is asking, as the session says; null for the public and for the system.
    pub fn visitor(&self) -> &serde_json::Value {
        &self.visitor
    }
}

impl Drop for View {
    /// Ends the transaction without making anybody wait for it, then gives the connection back.
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else { return };
        let ending = self.ending;
        match tokio::runtime::Handle::try_current() {
            Ok(runtime) => {
                runtime.spawn(async move {
                    if (&mut &*connection).batch_execute(ending).await.is_err() {
                        drop(Object::take(connection));
                    }
                });
            }
            Err(_) => drop(Object::take(connection)),
        }
    }
}

/// A transaction that writes. Stores that change something demand it.
pub struct Tx {
    view: View,
    request: Option<Uuid>,
}

impl Tx {
    /// The connection, for stores.
    pub fn pg(&self) -> &Pg {
        self.view.pg()
    }

    /// The database's clock when the transaction began (D8).
    pub fn now(&self) -> Timestamp {
        self.view.now
    }

    /// The database's clock at this moment. Asked for together with a row's lock it is the time when the lock was had,
    /// which decides what has expired meanwhile (D8).
    ///
    /// # Errors
    /// As every query.
    pub async fn clock(&self) -> Result<Timestamp> {
        Ok(diesel::select(clock_timestamp()).get_result(&mut self.pg()).await?)
    }

    /// Who is asking, as the session says now; null for the public and for the system.
    pub fn visitor(&self) -> &serde_json::Value {
        &self.view.visitor
    }

    /// The request's id, kept in the audit trail.
    pub fn request(&self) -> Option<Uuid> {
        self.request
    }

    /// Goes on as the portal itself: what follows from what somebody did, and is another's. Who acted stays known for the audit trail.
    /// Everything that somebody may do themselves is written before, under their own eyes.
    ///
    /// # Errors
    /// As every query.
    pub async fn continue_as_system(&self) -> Result<()> {
        diesel::select(enter_system()).get_result::<Timestamp>(&mut self.pg()).await?;
        Ok(())
    }

    /// Makes everything of this transaction last.
    ///
    /// # Errors
    /// When the commit did not return; it may or may not have happened, and a retry with the same attempt will tell.
    pub async fn commit(mut self) -> Result<()> {
        (&mut self.view.pg()).batch_execute("commit").await?;
        self.view.connection.take();
        Ok(())
    }
}
