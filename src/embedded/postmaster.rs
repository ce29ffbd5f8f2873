//! Starts the postmaster, and ties it to the portal so that neither outlives the other for long.

use std::fs::OpenOptions;
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Stdio};
use std::time::{Duration, Instant};

use super::EmbeddedError;
use super::account::Account;
use super::binaries::Binaries;
use super::left_over::{self, PidFile};

/// A log longer than this is begun anew at the next start.
const LONG_LOG: u64 = 16 * 1024 * 1024;

/// Waits for the end of its input, stops the postmaster `$1` the fast way (SIGINT: end the sessions, write everything,
/// go), and removes the directory `$2` that its socket was in.
const LEASH: &str = r#"
trap '' HUP INT TERM
read -r _
kill -INT "$1"
n=0
while [ $n -lt 300 ] && kill -0 "$1" 2>/dev/null; do n=$((n + 1)); sleep 0.1; done
rmdir "$2"
"#;

/// Everything needed to start the postmaster of one data directory, as often as it takes.
#[derive(Debug)]
pub(super) struct Postmaster {
    pub(super) binaries: Binaries,
    pub(super) account: Account,
    pub(super) data: PathBuf,
    pub(super) sockets: PathBuf,
    pub(super) log: PathBuf,
    /// Whether what is committed must outlive a power cut. Only tests do without.
    pub(super) durable: bool,
}

/// A postmaster that takes connections.
#[derive(Debug)]
pub(super) struct Running {
    pub(super) child: Child,
    pub(super) leash: Leash,
}

/// A little shell that waits for the end of its input and then stops the postmaster. The portal holds the other
/// end of that pipe, and the kernel closes it however the portal ends, by SIGKILL too.
#[derive(Debug)]
pub(super) struct Leash {
    shell: Child,
    end: Option<ChildStdin>,
}

impl Postmaster {
    /// Starts the postmaster and waits until it takes connections. One that ends at once, as it does while the
    /// processes of a killed predecessor are still going away, is started again after a pause.
    ///
    /// # Errors
    /// [`EmbeddedError::NotReady`], with the last line of its log, when `patience` is over.
    pub(super) fn launch(&self, patience: Duration) -> Result<Running, EmbeddedError> {
        let deadline = Instant::now() + patience;
        let mut pause = Duration::from_millis(50);
        loop {
            left_over::clear(&self.data, &self.sockets, &self.account, &self.binaries)?;
            if !self.sockets.exists() {
                // Something swept the temporary directory.
                self.account.make_private(&self.sockets).map_err(EmbeddedError::doing("making the socket's directory"))?;
            }
            if let Some(running) = self.try_once(deadline)? {
                return Ok(running);
            }
            if Instant::now() + pause > deadline {
                return Err(self.not_ready());
            }
            std::thread::sleep(pause);
            pause = (pause * 2).min(Duration::from_secs(1));
        }
    }

    /// One attempt; `None` if the postmaster ended before it was ready.
    fn try_once(&self, deadline: Instant) -> Result<Option<Running>, EmbeddedError> {
        let mut child = self.spawn()?;
        let mut leash = self.leash(child.id()).inspect_err(|_| {
            left_over::stop(&self.data, &self.account, &self.binaries, "immediate", Duration::from_secs(5));
        })?;
        loop {
            let ended = child.try_wait().map_err(EmbeddedError::doing("watching postgres"))?;
            if ended.is_some() {
                leash.drop_without_stopping();
                return Ok(None);
            }
            let state = PidFile::read(&self.data);
            if state.is_some_and(|state| state.pid == child.id() && state.ready) {
                return Ok(Some(Running { child, leash }));
            }
            if Instant::now() > deadline {
                drop(leash.take_end());
                let _ = child.wait();
                leash.wait();
                return Err(self.not_ready());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    fn spawn(&self) -> Result<Child, EmbeddedError> {
        let long = self.log.metadata().is_ok_and(|log| log.len() > LONG_LOG);
        let log = OpenOptions::new()
            .create(true)
            .write(true)
            .append(!long)
            .truncate(long)
            .open(&self.log)
            .map_err(EmbeddedError::doing("opening the cluster's log"))?;
        let mut command = self.account.command(&self.binaries, "postgres");
        command.arg("-D").arg(&self.data);
        let on_or_off = if self.durable { "on" } else { "off" };
        let sockets = self.sockets.display();
        for setting in [
            "listen_addresses=".to_owned(),
            "port=5432".to_owned(),
            format!("unix_socket_directories={sockets}"),
            "unix_socket_permissions=0700".to_owned(),
            // Tests run many portals on one cluster.
            format!("max_connections={}", if self.durable { 100 } else { 300 }),
            "logging_collector=off".to_owned(),
            "log_destination=stderr".to_owned(),
            "log_timezone=UTC".to_owned(),
            "timezone=UTC".to_owned(),
            // Compiling a query costs more than any query of a page takes.
            "jit=off".to_owned(),
            format!("fsync={on_or_off}"),
            format!("full_page_writes={on_or_off}"),
            format!("synchronous_commit={on_or_off}"),
        ] {
            command.arg("-c").arg(setting);
        }
        command.stdout(Stdio::null()).stderr(log);
        command.spawn().map_err(EmbeddedError::doing("running postgres"))
    }

    fn leash(&self, postmaster: u32) -> Result<Leash, EmbeddedError> {
        let mut shell = self.account.plain_command("/bin/sh".as_ref());
        shell.args(["-c", LEASH, "leash", &postmaster.to_string()]).arg(&self.sockets);
        shell.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut shell = shell.spawn().map_err(EmbeddedError::doing("running sh"))?;
        let end = shell.stdin.take();
        Ok(Leash { shell, end })
    }

    fn not_ready(&self) -> EmbeddedError {
        let log = std::fs::read(&self.log).unwrap_or_default();
        let log = String::from_utf8_lossy(&log);
        let lines = || log.lines().rev().filter(|line| !line.trim().is_empty());
        let telling = lines().take(20).find(|line| line.contains("FATAL:")).or(lines().next());
        EmbeddedError::NotReady { why: telling.unwrap_or("its log is empty").to_owned(), log: self.log.clone() }
    }
}

impl Leash {
    /// The portal's end: dropping it stops the postmaster.
    pub(super) fn take_end(&mut self) -> Option<ChildStdin> {
        self.end.take()
    }

    /// For a postmaster that has ended by itself: its process id may be somebody else's by now.
    pub(super) fn drop_without_stopping(&mut self) {
        let _ = self.shell.kill();
        self.wait();
    }

    fn wait(&mut self) {
        let _ = self.shell.wait();
    }
}
