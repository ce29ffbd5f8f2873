//! The short, private directory of the cluster's Unix socket.

use std::path::{Path, PathBuf};

use super::EmbeddedError;
use super::account::Account;

/// What the directory's name begins with; nothing else is ever removed.
const PREFIX: &str = "mandate-";

/// Makes a directory that did not exist before, with a name nobody can guess, so that nobody can have put one
/// there. It is short because a socket's whole path may not exceed some 100 bytes.
pub(super) fn make(parent: &Path, account: &Account) -> Result<PathBuf, EmbeddedError> {
    let dir = parent.join(format!("{PREFIX}{:016x}", rand::random::<u64>()));
    account.make_private(&dir).map_err(EmbeddedError::doing("making the socket's directory"))?;
    Ok(dir)
}

/// Removes such a directory and the socket in it; anything else is left alone.
pub(super) fn remove(dir: &Path) {
    let name = dir.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    if name.starts_with(PREFIX) {
        for file in [".s.PGSQL.5432", ".s.PGSQL.5432.lock"] {
            let _ = std::fs::remove_file(dir.join(file));
        }
        let _ = std::fs::remove_dir(dir);
    }
}
