//! What an earlier portal, killed before it could tidy up, may have left in the data directory.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::EmbeddedError;
use super::account::Account;
use super::binaries::Binaries;

/// What PostgreSQL writes into `postmaster.pid` while it runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PidFile {
    /// The process id of the postmaster.
    pub(super) pid: u32,
    /// Where its socket is.
    pub(super) sockets: PathBuf,
    /// Whether it takes connections.
    pub(super) ready: bool,
}

/// To whom the process id of a `postmaster.pid` belongs now.
#[derive(Debug, PartialEq, Eq)]
enum Owner {
    /// The postmaster of this data directory.
    Postmaster,
    /// A dead process whose parent has not asked for it, or one that has nothing to do with us.
    Somebody,
    /// Nobody.
    Nobody,
}

impl PidFile {
    /// Reads the file in a data directory; `None` if there is none or it is half written.
    pub(super) fn read(data: &Path) -> Option<Self> {
        Self::parse(&std::fs::read_to_string(data.join("postmaster.pid")).ok()?)
    }

    // Lines: pid, data directory, start time, port, socket directory, listen address, shared memory, state.
    fn parse(text: &str) -> Option<Self> {
        let lines: Vec<&str> = text.lines().collect();
        Some(Self {
            pid: lines.first()?.trim().parse().ok()?,
            sockets: lines.get(4).copied().unwrap_or_default().into(),
            ready: lines.get(7).is_some_and(|state| state.trim() == "ready"),
        })
    }
}

/// Ends a postmaster that outlived its portal, and removes a pid file that would keep a new one from starting, and
/// the directory of a socket that is not ours, `sockets`.
///
/// The caller holds the lock of the data directory, so nobody else can want that postmaster. PostgreSQL finds
/// orphaned back ends by their shared memory, with or without the file.
pub(super) fn clear(data: &Path, sockets: &Path, account: &Account, binaries: &Binaries) -> Result<(), EmbeddedError> {
    let Some(found) = PidFile::read(data) else {
        return Ok(());
    };
    match owner(found.pid, data) {
        Owner::Nobody => {}
        Owner::Somebody => {
            tracing::info!(pid = found.pid, "removing the pid file of a postmaster that is gone");
            match std::fs::remove_file(data.join("postmaster.pid")) {
                // It was on its way out, and took the file with it.
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                removed => removed.map_err(EmbeddedError::doing("removing a stale postmaster.pid"))?,
            }
        }
        Owner::Postmaster => {
            tracing::info!(pid = found.pid, "stopping a private cluster that outlived its portal");
            stop(data, account, binaries, "fast", Duration::from_secs(20));
            // What `pg_ctl` answers is no help: it also fails if the postmaster has just gone by itself.
            if !is_gone(found.pid, data) {
                stop(data, account, binaries, "immediate", Duration::from_secs(10));
            }
            if !is_gone(found.pid, data) {
                return Err(EmbeddedError::InUse { dir: data.to_owned() });
            }
        }
    }
    if found.sockets != sockets {
        super::sockets::remove(&found.sockets);
    }
    Ok(())
}

/// Asks the postmaster of `data` to stop and waits for it.
pub(super) fn stop(data: &Path, account: &Account, binaries: &Binaries, mode: &str, patience: Duration) {
    let mut pg_ctl = account.command(binaries, "pg_ctl");
    pg_ctl.arg("stop").arg("-D").arg(data).args(["-s", "-w", "-m", mode]);
    pg_ctl.args(["-t", &patience.as_secs().to_string()]);
    // Whether it succeeded is seen by what is left.
    let _ = pg_ctl.output();
}

/// Whether the postmaster has ended, or does within a moment.
fn is_gone(pid: u32, data: &Path) -> bool {
    (0..100).any(|_| {
        let gone = owner(pid, data) != Owner::Postmaster;
        if !gone {
            std::thread::sleep(Duration::from_millis(10));
        }
        gone
    })
}

fn owner(pid: u32, data: &Path) -> Owner {
    let Some(command_line) = command_line(pid) else {
        return Owner::Nobody;
    };
    let is_ours = command_line.contains("postgres") && command_line.contains(&*data.to_string_lossy());
    if is_ours { Owner::Postmaster } else { Owner::Somebody }
}

fn command_line(pid: u32) -> Option<String> {
    let bytes = if Path::new("/proc/self/cmdline").exists() {
        std::fs::read(format!("/proc/{pid}/cmdline")).ok()?
    } else {
        let mut ps = Command::new("ps");
        ps.args(["-ww", "-o", "args=", "-p", &pid.to_string()]);
        ps.output().ok().filter(|answer| answer.status.success())?.stdout
    };
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pid_file_says_where_the_socket_is_and_whether_it_answers() {
        let text = "812\n/d\n1764000000\n5432\n/tmp/mandate-1\n\n  5432001  7\nready   \n";
        let read = PidFile::parse(text).unwrap();
        assert_eq!(read, PidFile { pid: 812, sockets: "/tmp/mandate-1".into(), ready: true });
        assert!(!PidFile::parse("812\n/d\n1764000000\n5432\n").unwrap().ready);
        assert_eq!(PidFile::parse(""), None);
    }

    #[test]
    fn another_program_with_the_same_process_id_is_not_the_postmaster() {
        assert_eq!(owner(std::process::id(), Path::new("/var/lib/x")), Owner::Somebody);
    }
}
