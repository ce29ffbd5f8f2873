//! Finds the programs of an installed PostgreSQL.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::EmbeddedError;

/// The directory that holds `initdb`, `pg_ctl` and `postgres` of one PostgreSQL version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Binaries(PathBuf);

/// Folders with one sub-folder per installed version: Debian's, then Homebrew's on both kinds of Mac.
const VERSIONED: [(&str, &str); 3] = [("/usr/lib/postgresql", ""), ("/opt/homebrew/opt", "postgresql@"), ("/usr/local/opt", "postgresql@")];

/// What to type where nothing was found.
const INSTALL: &str = if cfg!(target_os = "macos") { "brew install postgresql@17" } else { "sudo apt-get install postgresql" };

impl Binaries {
    /// The programs in `named` (`MANDATE_PG_BIN`), or else the newest of Debian, of Homebrew, or those on the
    /// search path. Data made by version `made_by` need the same version, so that one is preferred.
    pub(super) fn find(named: Option<&Path>, made_by: Option<&str>) -> Result<Self, EmbeddedError> {
        if let Some(dir) = named {
            return Self::at(dir).ok_or_else(|| EmbeddedError::NotThere { dir: dir.to_owned() });
        }
        let mut found = installed();
        if let Some(version) = made_by
            && let Some(at) = found.iter().position(|(number, _)| number.to_string() == version)
        {
            found.swap(0, at);
        }
        found.into_iter().next().map(|(_, binaries)| binaries).or_else(on_the_path).ok_or(EmbeddedError::NotInstalled { command: INSTALL })
    }

    fn at(dir: &Path) -> Option<Self> {
        ["initdb", "pg_ctl", "postgres"].iter().all(|program| dir.join(program).is_file()).then(|| Self(dir.to_owned()))
    }

    /// The path of one of the programs.
    pub(super) fn program(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// The major version, as in a data directory's `PG_VERSION`.
    pub(super) fn version(&self) -> Result<String, EmbeddedError> {
        let answer = Command::new(self.program("postgres")).arg("--version").output();
        let answer = answer.map_err(EmbeddedError::doing("asking postgres for its version"))?;
        let said = String::from_utf8_lossy(&answer.stdout);
        let number = said.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()));
        let number = number.unwrap_or_default();
        let major = number.find(|c: char| !c.is_ascii_digit()).map_or(number, |end| &number[..end]);
        Ok(major.to_owned())
    }

    /// The directory itself.
    pub(super) fn dir(&self) -> &Path {
        &self.0
    }
}

/// Every versioned installation, Debian's before Homebrew's, the newest of each first.
fn installed() -> Vec<(u32, Binaries)> {
    let mut all = Vec::new();
    for (folder, prefix) in VERSIONED {
        let mut here: Vec<_> = std::fs::read_dir(folder)
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|entry| {
                let number = entry.file_name().to_str()?.strip_prefix(prefix)?.parse().ok()?;
                Some((number, Binaries::at(&entry.path().join("bin"))?))
            })
            .collect();
        here.sort_by_key(|(number, _)| std::cmp::Reverse(*number));
        all.extend(here);
    }
    all
}

/// The programs beside the `initdb` that the shell would start.
fn on_the_path() -> Option<Binaries> {
    let answer = Command::new("/bin/sh").args(["-c", "command -v initdb"]).output().ok()?;
    let path = PathBuf::from(String::from_utf8(answer.stdout).ok()?.trim_end());
    Binaries::at(path.canonicalize().ok()?.parent()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_named_directory_without_postgres_is_refused() {
        let refused = Binaries::find(Some(Path::new("/nowhere")), None).unwrap_err();
        assert_eq!(refused.to_string(), "MANDATE_PG_BIN is /nowhere, but initdb, pg_ctl and postgres are not in it.");
    }

    #[test]
    fn the_installed_programs_are_found() {
        let found = Binaries::find(None, None).expect("the machine has PostgreSQL");
        assert!(found.program("postgres").is_file());
    }
}
