//! Makes the data directory of a new cluster, whole or not at all.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::process::{Output, Stdio};

use super::account::Account;
use super::binaries::Binaries;
use super::{APPLICATION, DATABASE, EmbeddedError, OWNER};

/// Names of characters: what is a letter, and which is its capital. Everything else is in C's byte order.
const CHARACTERS: &str = if cfg!(target_os = "macos") { "en_US.UTF-8" } else { "C.UTF-8" };

/// What the name of an unfinished data directory begins with.
const DRAFT: &str = "data.new-";

/// Removes what set-ups left that were cut short. An `initdb` that outlived its portal may still be writing there: it
/// fails now, and what it then leaves is removed the next time.
pub(super) fn sweep(home: &Path) {
    for entry in std::fs::read_dir(home).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(DRAFT) {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

/// Makes `data` with its database and roles. The work is done beside it and renamed at the end, so a set-up cut
/// short leaves nothing that looks like a cluster.
pub(super) fn make(data: &Path, account: &Account, binaries: &Binaries, durable: bool) -> Result<(), EmbeddedError> {
    let draft = data.with_file_name(format!("{DRAFT}{:016x}", rand::random::<u64>()));
    account.make_private(&draft).map_err(EmbeddedError::doing("making the data directory"))?;
    init_db(&draft, account, binaries, durable)?;
    fill(&draft, account, binaries)?;
    std::fs::rename(&draft, data)
        .and_then(|()| File::open(data.parent().unwrap_or(data))?.sync_all())
        .map_err(EmbeddedError::doing("putting the new data directory in its place"))
}

fn init_db(draft: &Path, account: &Account, binaries: &Binaries, durable: bool) -> Result<(), EmbeddedError> {
    let mut command = account.command(binaries, "initdb");
    command.arg("--pgdata").arg(draft).args(["--username", OWNER, "--auth", "trust"]);
    command.args(["--encoding", "UTF8", "--locale", "C", "--lc-ctype", CHARACTERS]);
    command.arg("--data-checksums");
    if !durable {
        command.arg("--no-sync");
    }
    let answer = command.output().map_err(EmbeddedError::doing("running initdb"))?;
    succeeded("initdb", &answer)
}

/// Makes the roles and the database in single-user mode: nobody can connect before they are there.
fn fill(draft: &Path, account: &Account, binaries: &Binaries) -> Result<(), EmbeddedError> {
    let mut command = account.command(binaries, "postgres");
    command.args(["--single", "-c", "exit_on_error=true", "-D"]).arg(draft).arg("postgres");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(EmbeddedError::doing("running postgres"))?;
    let statements = format!(
        "create role {APPLICATION} login nosuperuser nobypassrls nocreatedb nocreaterole\n\
         create database {DATABASE}\n"
    );
    if let Some(mut input) = child.stdin.take() {
        // A postgres that ended early has closed its end; its own words, below, say why.
        let _ = input.write_all(statements.as_bytes());
    }
    let answer = child.wait_with_output().map_err(EmbeddedError::doing("running postgres"))?;
    succeeded("the first start of postgres", &answer)
}

fn succeeded(what: &'static str, answer: &Output) -> Result<(), EmbeddedError> {
    if answer.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&answer.stderr);
    let mut lines = said.lines().map(str::trim).filter(|line| !line.is_empty());
    let error = lines.clone().find(|line| line.contains("error:") || line.contains("FATAL:"));
    let why = error.or_else(|| lines.next_back()).unwrap_or("it did not say why").to_owned();
    Err(EmbeddedError::SetUp { what, why })
}
