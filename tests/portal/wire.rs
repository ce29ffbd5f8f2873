//! A slow wire between a portal and its Postgres, which counts how often the portal waits for an answer.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::{TcpListener, UnixStream},
};

/// How long an answer is on its way: whatever the portal says meanwhile travels beside it.
const LATENCY: Duration = Duration::from_millis(2);

/// What went over a wire.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Traffic {
    /// How often the portal spoke when no answer was outstanding. What ends a transaction that only read is not counted:
    /// nobody waits for it.
    pub round_trips: usize,
    /// How many statements that was, without those that begin and end transactions.
    pub statements: usize,
}

/// The wire. It stops when the test's runtime does.
pub struct Wire {
    /// The database's URL at this end of it.
    pub url: String,
    traffic: Arc<Mutex<Traffic>>,
}

impl Wire {
    /// A wire to the database at this URL, which leads over a socket of this machine.
    pub async fn to(url: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().unwrap();
        let config: tokio_postgres::Config = url.parse().expect("a URL");
        let traffic = Arc::<Mutex<Traffic>>::default();
        let counted = traffic.clone();
        let (user, database) = (config.get_user().unwrap(), config.get_dbname().unwrap());
        let password = config.get_password().map(|word| format!(":{}", String::from_utf8_lossy(word))).unwrap_or_default();
        let here = format!("postgres://{user}{password}@{address}/{database}?sslmode=disable");
        let port = config.get_ports().first().copied().unwrap_or(5432);
        let host = config.get_hosts()[0].clone();
        tokio::spawn(async move {
            while let Ok((portal, _)) = listener.accept().await {
                portal.set_nodelay(true).unwrap();
                let (from_portal, to_portal) = portal.into_split();
                match &host {
                    tokio_postgres::config::Host::Unix(folder) => {
                        let socket = folder.join(format!(".s.PGSQL.{port}"));
                        let (answers, questions) = UnixStream::connect(socket).await.expect("Postgres answers").into_split();
                        join(from_portal, questions, answers, to_portal, counted.clone());
                    }
                    tokio_postgres::config::Host::Tcp(name) => {
                        let there = tokio::net::TcpStream::connect((name.as_str(), port)).await.expect("Postgres answers");
                        let (answers, questions) = there.into_split();
                        join(from_portal, questions, answers, to_portal, counted.clone());
                    }
                }
            }
        });
        Self { url: here, traffic }
    }

    /// What went over it since the last time this was asked.
    pub fn taken(&self) -> Traffic {
        std::mem::take(&mut self.traffic.lock().unwrap())
    }
}

fn join(
    from_portal: impl AsyncRead + Unpin + Send + 'static,
    to_postgres: impl AsyncWrite + Unpin + Send + 'static,
    from_postgres: impl AsyncRead + Unpin + Send + 'static,
    to_portal: impl AsyncWrite + Unpin + Send + 'static,
    traffic: Arc<Mutex<Traffic>>,
) {
    let outstanding = Arc::new(AtomicUsize::new(0));
    tokio::spawn(ask(from_portal, to_postgres, outstanding.clone(), traffic));
    tokio::spawn(answer(from_postgres, to_portal, outstanding));
}

/// Messages cut out of a stream: the byte that tells the kind, and the rest.
#[derive(Default)]
struct Messages {
    buffer: Vec<u8>,
    /// Whether the message that begins a connection, which has no kind, is still to come.
    greets: bool,
}

impl Messages {
    fn read(&mut self, bytes: &[u8]) -> Vec<(u8, Vec<u8>)> {
        self.buffer.extend_from_slice(bytes);
        let mut found = Vec::new();
        loop {
            let at = usize::from(!self.greets);
            let Some(length) = self.buffer.get(at..at + 4) else { return found };
            let end = at + u32::from_be_bytes(length.try_into().unwrap()) as usize;
            if self.buffer.len() < end {
                return found;
            }
            let message: Vec<u8> = self.buffer.drain(..end).collect();
            let kind = if self.greets { 0 } else { message[0] };
            self.greets = false;
            found.push((kind, message[at + 4..].to_vec()));
        }
    }
}

async fn ask(
    mut portal: impl AsyncRead + Unpin,
    mut postgres: impl AsyncWrite + Unpin,
    outstanding: Arc<AtomicUsize>,
    traffic: Arc<Mutex<Traffic>>,
) {
    let mut messages = Messages { greets: true, ..Messages::default() };
    let mut bytes = vec![0; 65536];
    while let Ok(length @ 1..) = portal.read(&mut bytes).await {
        for (kind, text) in messages.read(&bytes[..length]) {
            let about = |word: &str| kind == b'Q' && text.starts_with(word.as_bytes());
            // A transaction that only read ends with a commit, after the answer.
            let parting = about("rollback") || about("commit");
            // Both ask for an answer that ends in "ready for query".
            if kind == b'Q' || kind == b'S' {
                let before = outstanding.fetch_add(1, Ordering::SeqCst);
                traffic.lock().unwrap().round_trips += usize::from(before == 0 && !parting);
            }
            let bracket = parting || about("begin");
            traffic.lock().unwrap().statements += usize::from((kind == b'Q' || kind == b'E') && !bracket);
        }
        if postgres.write_all(&bytes[..length]).await.is_err() {
            return;
        }
    }
}

async fn answer(mut postgres: impl AsyncRead + Unpin, mut portal: impl AsyncWrite + Unpin, outstanding: Arc<AtomicUsize>) {
    let mut messages = Messages::default();
    let mut bytes = vec![0; 65536];
    while let Ok(length @ 1..) = postgres.read(&mut bytes).await {
        tokio::time::sleep(LATENCY).await;
        for (kind, _) in messages.read(&bytes[..length]) {
            // What greets the portal as well was not asked for.
            if kind == b'Z' {
                let _ = outstanding.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |count| count.checked_sub(1));
            }
        }
        if portal.write_all(&bytes[..length]).await.is_err() {
            return;
        }
    }
}
